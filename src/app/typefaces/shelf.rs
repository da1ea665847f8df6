//! The user's own fonts, kept in this browser for next time. They are no part of a dossier and never leave the machine
//! in a draft or a bundle, but for the characters that a PDF needs.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use crate::app::storage::{Database, StoreShape, Trouble};
use jiemeng::render::Typeface;

const FONTS: &str = "fonts";
const STORES: &[StoreShape] = &[(FONTS, None)];

/// A font of the user's.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnFont {
    /// What it serves as.
    pub typeface: Typeface,
    /// Its name.
    pub name: String,
    /// Its file.
    pub bytes: Blob,
}

async fn database() -> Result<Database, Trouble> {
    Database::open("jiemeng-fonts", 1, STORES, || ()).await
}

/// The word a typeface is kept under.
const fn key(typeface: Typeface) -> &'static str {
    match typeface {
        Typeface::FangSong => "fangsong",
        Typeface::Song => "song",
        Typeface::Hei => "hei",
        Typeface::Kai => "kai",
        Typeface::XiaoBiaoSong => "xiaobiaosong",
    }
}

/// All that are kept.
///
/// # Errors
/// The browser keeps nothing, or refuses.
pub async fn all() -> Result<Vec<OwnFont>, Trouble> {
    let reading = database().await?.read(&[FONTS]).await?;
    let mut found = Vec::new();
    for typeface in Typeface::ALL {
        let kept = reading.get(FONTS, key(typeface)).await?;
        found.extend(kept.and_then(|record| read(typeface, &record)));
    }
    Ok(found)
}

/// Keeps a font in the place of the one for the same typeface.
///
/// # Errors
/// No room, or the browser refuses.
pub async fn keep(font: &OwnFont) -> Result<(), Trouble> {
    let record = js_sys::Object::new();
    for (field, value) in [("name", JsValue::from_str(&font.name)), ("bytes", JsValue::from(&font.bytes))] {
        let _new_objects_take_fields = Reflect::set(&record, &field.into(), &value);
    }
    let writing = database().await?.write(&[FONTS]).await?;
    writing.put(FONTS, key(font.typeface), &record)?;
    writing.commit().await
}

/// Forgets the font for a typeface.
///
/// # Errors
/// The browser refuses.
pub async fn forget(typeface: Typeface) -> Result<(), Trouble> {
    let writing = database().await?.write(&[FONTS]).await?;
    writing.delete(FONTS, key(typeface))?;
    writing.commit().await
}

fn read(typeface: Typeface, record: &JsValue) -> Option<OwnFont> {
    let name = Reflect::get(record, &"name".into()).ok()?.as_string()?;
    let bytes = Reflect::get(record, &"bytes".into()).ok()?.dyn_into().ok()?;
    Some(OwnFont { typeface, name, bytes })
}
