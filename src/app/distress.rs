//! What the user sees if the program breaks: what happened, and a way to carry off what was saved.

use std::cell::RefCell;
use std::panic;

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Document, Element, Event, HtmlElement, Url};

thread_local! {
    /// The dossier as it was last saved. It stands outside the page's state, which a panic may leave locked.
    static LAST_SAVED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps the JSON that was just saved.
pub fn remember(json: String) {
    LAST_SAVED.with_borrow_mut(|last| *last = json);
}

/// From now on a panic is written to the console and shown; and so is what breaks the program without one: memory or stack
/// that is used up, which only the browser sees.
pub fn watch() {
    panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        // Were this to fail as well, the console has it already.
        let _nothing_left_to_try = show(&info.to_string());
    }));
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "error", |event| {
            if let Some(words) = trap(event) {
                let _nothing_left_to_try = show(&words);
            }
        })
        .forget();
    }
}

/// What the browser says of a trap of WebAssembly; `None` for any other error, after which the program goes on.
fn trap(event: &Event) -> Option<String> {
    let error = Reflect::get(event, &"error".into()).ok()?;
    let text = |name: &str| Reflect::get(&error, &name.into()).ok()?.as_string();
    let name = text("name")?;
    let message = text("message").unwrap_or_default();
    let breaks = name == "RuntimeError" || message.contains("call stack");
    breaks.then(|| format!("{name}: {message}"))
}

/// Covers the page, once: a program that broke may well break again.
fn show(cause: &str) -> Result<(), JsValue> {
    let missing = || JsValue::from_str("no document");
    let document = web_sys::window().and_then(|window| window.document()).ok_or_else(missing)?;
    if document.query_selector(".distress")?.is_some() {
        return Ok(());
    }
    let overlay = document.create_element("section")?;
    overlay.set_attribute("class", "distress")?;
    overlay.set_attribute("role", "alertdialog")?;
    overlay.set_attribute("aria-labelledby", "distress-heading")?;
    let heading = append(&document, &overlay, "h2", "程序出错了 · The program broke down")?;
    heading.set_attribute("id", "distress-heading")?;
    append(
        &document,
        &overlay,
        "p",
        "已保存的内容和附件仍在本浏览器中。请先下载已保存的草稿（不含附件），再重新打开本页；草稿可以用“导入”打开。What was saved is still in this browser, attachments too: download the draft (without attachments), then open the page again; Import takes it.",
    )?;
    let actions = append(&document, &overlay, "p", "")?;
    if let Some(address) = LAST_SAVED.with_borrow(|json| (!json.is_empty()).then(|| draft_address(json))).transpose()? {
        let link = append(&document, &actions, "a", "下载已保存的草稿 · Download the saved draft")?;
        link.set_attribute("class", "button")?;
        link.set_attribute("href", &address)?;
        link.set_attribute("download", "dossier.json")?;
    }
    let again = append(&document, &actions, "a", "重新打开 · Open again")?;
    again.set_attribute("class", "button button--quiet")?;
    again.set_attribute("href", "?")?;
    append(&document, &overlay, "pre", cause)?;
    overlay.set_attribute("tabindex", "-1")?;
    document.body().ok_or_else(missing)?.append_child(&overlay)?;
    overlay.dyn_ref::<HtmlElement>().map_or(Ok(()), HtmlElement::focus)
}

fn append(document: &Document, parent: &Element, tag: &str, words: &str) -> Result<Element, JsValue> {
    let element = document.create_element(tag)?;
    element.set_text_content(Some(words));
    parent.append_child(&element)?;
    Ok(element)
}

fn draft_address(json: &str) -> Result<String, JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&json.into()), &kind)?;
    Url::create_object_url_with_blob(&blob)
}
