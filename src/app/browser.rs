//! The few things the page asks of its browser outside a component: time, ids, words kept, where the focus is.

use chrono::NaiveDate;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlElement, InputEvent, MediaQueryList, Node, Storage};

use jiemeng::language::Language;

/// The key under which the language is remembered.
const LANGUAGE_KEY: &str = "jiemeng-language";
/// The key under which it is remembered how comments are signed.
const AUTHOR_KEY: &str = "jiemeng-author";
/// The key under which it is remembered which dossier is open.
const OPEN_KEY: &str = "jiemeng-open";

/// Today by the clock of this machine.
pub fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// Milliseconds since 1970.
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// A promise that is kept so many milliseconds later.
pub fn timer(milliseconds: u32) -> Promise {
    Promise::new(&mut |resolve, _| {
        Timeout::new(milliseconds, move || drop(resolve.call0(&JsValue::UNDEFINED))).forget();
    })
}

/// Waits so many milliseconds.
pub async fn pause(milliseconds: u32) {
    let _always_kept = JsFuture::from(timer(milliseconds)).await;
}

/// Waits for the next frame.
pub async fn frame() {
    let next = Promise::new(&mut |resolve, _| {
        leptos::prelude::request_animation_frame(move || drop(resolve.call0(&JsValue::UNDEFINED)));
    });
    let _always_kept = JsFuture::from(next).await;
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _never_fails = window.location().reload();
    }
}

/// The hour and minute of a moment, with its day where that is not today: `14:05`, `2026-03-05 14:05`.
pub fn clock(moment: i64) -> String {
    let date = js_sys::Date::new(&(moment as f64).into());
    let time = format!("{:02}:{:02}", date.get_hours(), date.get_minutes());
    if date.to_date_string() == js_sys::Date::new_0().to_date_string() {
        time
    } else {
        format!("{}-{:02}-{:02} {time}", date.get_full_year(), date.get_month() + 1, date.get_date())
    }
}

/// A new id that no other has: `m` and eight letters or digits for `fresh_id("m")`.
pub fn fresh_id(prefix: &str) -> String {
    let letters = (0..8).filter_map(|_| char::from_digit((js_sys::Math::random() * 36.0) as u32, 36));
    format!("{prefix}{}", letters.collect::<String>())
}

/// Whether a media query holds, now and whenever that changes.
pub fn media(query: &str) -> ReadSignal<bool> {
    let list = web_sys::window().and_then(|window| window.match_media(query).ok().flatten());
    let (holds, set) = signal(list.as_ref().is_some_and(MediaQueryList::matches));
    if let Some(list) = list {
        let target = list.clone();
        let listener = EventListener::new(&target, "change", move |_| {
            let _gone_with_the_screen = set.try_set(list.matches());
        });
        let _until_the_screen_is_left = StoredValue::new_local(listener);
    }
    holds
}

/// The element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The first element that a selector of style sheets finds.
pub fn find(selector: &str) -> Option<HtmlElement> {
    web_sys::window()?.document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// Puts the focus on the element with this id once what was just changed is drawn.
pub fn focus_soon(id: String) {
    leptos::prelude::request_animation_frame(move || {
        if let Some(element) = element(&id) {
            let _never_fails = element.focus();
        }
    });
}

/// Whether this element has the focus.
pub fn has_focus(element: &Element) -> bool {
    let active = web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    active.is_some_and(|active| active.is_same_node(Some(element.unchecked_ref::<Node>())))
}

/// Whether an `input` event comes from within a composition (pinyin and the like), whose text is not yet meant.
pub fn is_composing(event: &Event) -> bool {
    event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing)
}

/// The language chosen last time.
pub fn remembered_language() -> Language {
    if recall(LANGUAGE_KEY).as_deref() == Some("en") { Language::En } else { Language::Zh }
}

/// Keeps the language for next time; where the browser keeps nothing, the page opens in Chinese.
pub fn remember_language(language: Language) {
    let code = if language == Language::En { "en" } else { "zh" };
    remember(LANGUAGE_KEY, code);
}

/// What was kept under a key, whose name begins with `jiemeng`.
pub fn recall(key: &str) -> Option<String> {
    local_storage()?.get_item(key).ok().flatten()
}

/// Keeps a word under a key, where the browser keeps anything.
pub fn remember(key: &str, word: &str) {
    if let Some(storage) = local_storage() {
        let _refused = storage.set_item(key, word);
    }
}

/// Keeps nothing under a key any more.
pub fn forget(key: &str) {
    if let Some(storage) = local_storage() {
        let _refused = storage.remove_item(key);
    }
}

/// What was kept under a key for as long as this tab is open.
pub fn recall_in_tab(key: &str) -> Option<String> {
    tab_storage()?.get_item(key).ok().flatten()
}

/// Keeps a word under a key for as long as this tab is open, where the browser keeps anything.
pub fn remember_in_tab(key: &str, word: &str) {
    if let Some(storage) = tab_storage() {
        let _refused = storage.set_item(key, word);
    }
}

/// How comments were signed last time.
pub fn remembered_author() -> String {
    recall(AUTHOR_KEY).unwrap_or_default()
}

/// Keeps how comments are signed for next time.
pub fn remember_author(author: &str) {
    remember(AUTHOR_KEY, author);
}

/// What the browser keeps at once, a few megabytes of text; none where it keeps nothing.
pub fn local_storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn tab_storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// All that keeps texts at once: for good, and for as long as this tab is open.
pub fn storages() -> Vec<Storage> {
    tab_storage().into_iter().chain(local_storage()).collect()
}

/// The keys that begin so.
pub fn keys(storage: &Storage, beginning: &str) -> Vec<String> {
    let count = storage.length().unwrap_or_default();
    let keys = (0..count).filter_map(|at| storage.key(at).ok().flatten());
    keys.filter(|key| key.starts_with(beginning)).collect()
}

/// Keeps which dossier is open, for this tab and for the next one.
pub fn remember_open(id: &str) {
    for storage in storages() {
        let _refused = storage.set_item(OPEN_KEY, id);
    }
}

/// The dossier that was open last in this tab, then the one that was opened last in any.
pub fn last_open() -> Vec<String> {
    storages().iter().filter_map(|storage| storage.get_item(OPEN_KEY).ok().flatten()).collect()
}

/// Tells whoever watches that the page takes what is typed.
pub fn mark_ready() {
    if let Some(root) = find("html") {
        let _never_fails = root.set_attribute("data-ready", "true");
    }
}
