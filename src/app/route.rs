//! Where the user is, read from the address after `#`; and what happens on arriving there.
//!
//! The address is the only source: a link changes it, the browser tells, the page follows. Focus goes to what was asked
//! for or to the heading, so that a screen reader says where one is; going back restores how far one had scrolled.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{FocusOptions, HtmlElement, ScrollRestoration};

use super::browser;
use super::shell::Shell;
use super::turns;
use jiemeng::screens::Address;

/// How long after its last movement a scrolled page rests, in milliseconds.
const SETTLED: u32 = 150;

/// The address in the browser's bar.
pub fn current() -> Address {
    let hash = window().location().hash().unwrap_or_default();
    let plain = js_sys::decode_uri_component(&hash).map_or_else(|_| hash.clone(), String::from);
    Address::parse(&plain)
}

/// Goes to an address, as a link would.
pub fn go(address: &Address) {
    let _never_fails = window().location().set_hash(&address.to_string());
}

/// Goes to an address in the place of this one: going back leads to what was before it.
pub fn go_instead(address: &Address) {
    let _never_fails = window().location().replace(&address.to_string());
}

/// Follows the address from now on.
pub fn follow() {
    let shell = Shell::here();
    let Shell { address, came_from, .. } = shell;
    if let Ok(history) = window().history() {
        let _unsupported = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    // Between two screens a scroll belongs to neither.
    let on_the_way = StoredValue::new(false);
    EventListener::new(&window(), "hashchange", move |_| {
        on_the_way.set_value(true);
        let (left, opened) = (address.get_untracked().route, current());
        if left != opened.route {
            came_from.set(left);
        }
        address.set(opened);
        arrive_soon(shell, scrolled_before, on_the_way);
    })
    .forget();
    let settling = StoredValue::new_local(None);
    let settled = move || {
        if !on_the_way.get_value() && current() == address.get_untracked() {
            remember_scroll();
        }
    };
    // Not every browser tells when scrolling has ended.
    EventListener::new(&window(), "scroll", move |_| settling.set_value(Some(Timeout::new(SETTLED, settled)))).forget();
    if address.with_untracked(|start| start.focus.is_some()) {
        arrive_soon(shell, || None, on_the_way);
    }
}

/// Arrives in the first frame that has the screen; where a place on it is asked for, once all of it is drawn.
fn arrive_soon(shell: Shell, scrolled: fn() -> Option<f64>, on_the_way: StoredValue<bool>) {
    request_animation_frame(move || {
        let (opened, before) = (shell.address.get_untracked(), scrolled());
        let whole = opened.focus.is_some() || before.is_some();
        if untrack(|| shell.is_drawn()) && (!whole || turns::is_done()) {
            arrive(&opened, before);
            on_the_way.set_value(false);
        } else {
            arrive_soon(shell, scrolled, on_the_way);
        }
    });
}

/// Puts the focus where it belongs on a screen that was just opened.
fn arrive(address: &Address, scrolled: Option<f64>) {
    let wanted = address.focus.as_deref().and_then(browser::element);
    match (wanted, scrolled) {
        (Some(wanted), None) => bring_forth(&wanted),
        (_, Some(scrolled)) => {
            focus_heading();
            window().scroll_to_with_x_and_y(0.0, scrolled);
        }
        (None, None) => {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            focus_heading();
        }
    }
}

/// Goes to an element of the screen that is open, by its id.
pub fn arrive_at(id: &str) {
    if let Some(wanted) = browser::element(id) {
        bring_forth(&wanted);
    }
}

/// Opens what hides an element, brings it into view and puts the focus on it.
fn bring_forth(element: &HtmlElement) {
    open_what_hides(element);
    element.scroll_into_view();
    focus(element);
}

fn focus_heading() {
    if let Some(heading) = browser::find("h1") {
        focus(&heading);
    }
}

/// Focuses an element, or in a group of radio buttons the one that is chosen, else the first.
fn focus(element: &HtmlElement) {
    let inner = ["input:checked", "input"].iter().find_map(|selector| element.query_selector(selector).ok().flatten());
    let target = match inner.map(wasm_bindgen::JsCast::dyn_into::<HtmlElement>) {
        Some(Ok(inner)) if element.get_attribute("role").as_deref() == Some("radiogroup") => inner,
        _ => element.clone(),
    };
    let quietly = FocusOptions::new();
    quietly.set_prevent_scroll(true);
    let _never_fails = target.focus_with_options(&quietly);
}

/// Opens the folded parts that an element stands in.
fn open_what_hides(element: &HtmlElement) {
    let mut around = element.parent_element();
    while let Some(outer) = around {
        if outer.tag_name() == "DETAILS" {
            let _never_fails = outer.set_attribute("open", "");
        }
        around = outer.parent_element();
    }
}

/// How far this screen had been scrolled when the user left it; none for one that is opened anew.
fn scrolled_before() -> Option<f64> {
    window().history().ok()?.state().ok()?.as_f64()
}

fn remember_scroll() {
    if let (Ok(history), Ok(scrolled)) = (window().history(), window().scroll_y()) {
        let _refused = history.replace_state_with_url(&JsValue::from_f64(scrolled), "", None);
    }
}
