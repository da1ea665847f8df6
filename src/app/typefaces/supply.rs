//! Handing fonts to the clerk that prints.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Response};

use super::shelf::{self, OwnFont};
use crate::app::clerk::{self, Desk};
use jiemeng::language::Message;
use jiemeng::message;
use jiemeng::protocol::Request;
use jiemeng::render::{FontRole, SHIPPED};

thread_local! {
    /// What was fetched. A Blob is a reference to bytes that the browser keeps, on disk if it likes.
    static FETCHED: RefCell<BTreeMap<&'static str, JsValue>> = const { RefCell::new(BTreeMap::new()) };
    /// Counts the changes of the user's own fonts.
    static EDITION: Cell<u32> = const { Cell::new(0) };
}

/// How many of the fonts that come with the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Those with the characters of office texts.
    Core,
    /// Those with rare characters too.
    Rare,
}

/// The fonts that a clerk was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Supply {
    edition: u32,
    tier: Tier,
}

/// Sees to it that the clerk that prints has the fonts: those that come with the app, and the user's own.
///
/// # Errors
/// They could not be fetched, or the clerk cannot use them; the words say what to do.
pub async fn hand_over(tier: Tier) -> Result<(), Message> {
    let edition = EDITION.get();
    if clerk::supply(Desk::Press).is_some_and(|supply| supply.edition == edition && supply.tier >= tier) {
        return Ok(());
    }
    // A browser that keeps nothing has no fonts of the user's.
    let own = shelf::all().await.unwrap_or_default();
    hand(tier, &own).await?;
    clerk::set_supply(Desk::Press, Supply { edition, tier });
    Ok(())
}

/// Whether the clerk can set text with a font; it is then given all fonts anew before it prints.
///
/// # Errors
/// The file is no font, or one that may not be embedded.
pub async fn try_out(font: &OwnFont) -> Result<(), Message> {
    let tried = hand(Tier::Core, std::slice::from_ref(font)).await;
    renew();
    tried
}

/// Says that the user's own fonts have changed.
pub fn renew() {
    EDITION.set(EDITION.get().wrapping_add(1));
}

async fn hand(tier: Tier, own: &[OwnFont]) -> Result<(), Message> {
    let mut roles = Vec::new();
    let mut files = Vec::new();
    for (role, name) in SHIPPED.iter().filter(|(role, _)| *role != FontRole::Rare || tier == Tier::Rare) {
        roles.push((*role, 0));
        files.push(shipped(name).await?);
    }
    for font in own {
        roles.push((FontRole::Own(font.typeface), 0));
        files.push(font.bytes.clone().into());
    }
    clerk::ask(&Request::Fonts { files: roles }, &files, |_, _| ()).await.map(drop)
}

/// A font that comes with the app: a Blob of its packed bytes, or in the one-file edition their base64.
async fn shipped(name: &'static str) -> Result<JsValue, Message> {
    if let Some(known) = FETCHED.with_borrow(|fetched| fetched.get(name).cloned()) {
        return Ok(known);
    }
    let font = match inline(name) {
        Some(text) => text,
        None => fetch(name).await.map_err(|_| not_fetched())?.into(),
    };
    FETCHED.with_borrow_mut(|fetched| fetched.insert(name, font.clone()));
    Ok(font)
}

/// The font as it stands in the page of the one-file edition.
fn inline(name: &str) -> Option<JsValue> {
    let inline = Reflect::get(&js_sys::global(), &"__JIEMENG_INLINE__".into()).ok()?;
    let fonts = Reflect::get(&inline, &"fonts".into()).ok()?;
    Reflect::get(&fonts, &name.into()).ok().filter(JsValue::is_string)
}

async fn fetch(name: &str) -> Result<Blob, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let response: Response = JsFuture::from(window.fetch_with_str(&format!("./fonts/{name}"))).await?.dyn_into()?;
    if !response.ok() {
        return Err(response.status().into());
    }
    let bytes = JsFuture::from(response.array_buffer()?).await?;
    Blob::new_with_buffer_source_sequence(&Array::of1(&bytes))
}

fn not_fetched() -> Message {
    message!(
        "PDF 用的字体没有载入（网络中断，或文件不全）。请检查网络后再试；Word 文件不受影响",
        "The fonts of the PDF files could not be loaded (no network, or files are missing). Try again once there is a network; Word files are not concerned"
    )
}
