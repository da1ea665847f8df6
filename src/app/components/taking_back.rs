//! 撤销 and 重做: the buttons, the keys, and the word on what was just done.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::app::browser;
use crate::app::state::{State, t};
use jiemeng::language::label;

/// Takes back, and does again.
#[component]
pub fn StepButtons() -> impl IntoView {
    let state = State::here();
    let can = Memo::new(move |_| state.steps.with(|steps| steps.can()));
    view! {
        <div class="steps">
            <button
                type="button"
                class="icon"
                disabled=move || !can.get().0
                title="Ctrl+Z"
                aria-label=t(label("撤销上一步", "Undo the last step"))
                on:click=move |_| state.undo()
            >
                <span aria-hidden="true">"↶"</span>
            </button>
            <button
                type="button"
                class="icon"
                disabled=move || !can.get().1
                title="Ctrl+Shift+Z"
                aria-label=t(label("重做", "Redo"))
                on:click=move |_| state.redo()
            >
                <span aria-hidden="true">"↷"</span>
            </button>
        </div>
    }
}

/// What was just done, where it deserves a word, and the offer to take it back.
#[component]
pub fn JustDone() -> impl IntoView {
    let state = State::here();
    let said = Memo::new(move |_| state.steps.with(|steps| steps.said().cloned()));
    let undo = move |_| {
        state.undo();
        if let Some(heading) = browser::find("h1") {
            let _never_fails = heading.focus();
        }
    };
    view! {
        <div role="status">
            <Show when=move || said.get().is_some()>
                <p class="notice">
                    {move || said.get().map(|words| state.say(&words))} " "
                    <button type="button" class="link" on:click=undo>
                        {t(label("撤销", "Undo"))}
                    </button>
                </p>
            </Show>
        </div>
    }
}

/// Ctrl+Z takes back, Ctrl+Shift+Z and Ctrl+Y do again; within a text the browser's own undo stays.
pub fn follow_undo_keys(state: State) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| event.ctrl_key() || event.meta_key()) else {
            return;
        };
        let step = match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => State::undo,
            ("z", true) | ("y", false) => State::redo,
            _ => return,
        };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if !event.alt_key() && !target.is_some_and(|target| has_own_undo(&target)) {
            event.prevent_default();
            step(state);
        }
    })
    .forget();
}

/// Whether the browser itself takes back what is typed here.
fn has_own_undo(element: &Element) -> bool {
    const CHOICES: [&str; 5] = ["radio", "checkbox", "button", "file", "submit"];
    let kind = element.get_attribute("type").unwrap_or_default();
    match element.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => !CHOICES.contains(&kind.as_str()),
        _ => element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable),
    }
}
