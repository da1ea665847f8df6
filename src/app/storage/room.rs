//! How much room there is, and whether the browser promises to keep what lies there.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

use super::records::field;

/// How much room there is for this page, in bytes, as the browser estimates it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// Taken.
    pub used: f64,
    /// Still free.
    pub left: f64,
}

impl Room {
    /// Asks the browser; `None` where it does not say.
    pub async fn estimate() -> Option<Self> {
        let estimate = answer(manager()?.estimate().ok()?).await?;
        let (used, quota) = (field(&estimate, "usage").as_f64()?, field(&estimate, "quota").as_f64()?);
        Some(Self { used, left: (quota - used).max(0.0) })
    }
}

/// Whether the browser may clear what is kept here when it wants room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persistence {
    /// It promised not to.
    Promised,
    /// It may.
    BestEffort,
    /// It does not say.
    Unknown,
}

impl Persistence {
    /// What holds now.
    pub async fn now() -> Self {
        match manager() {
            Some(manager) => Self::from(manager.persisted().ok()).await,
            None => Self::Unknown,
        }
    }

    /// Asks the browser for its promise; some ask the user in turn.
    pub async fn ask() -> Self {
        match manager() {
            Some(manager) => Self::from(manager.persist().ok()).await,
            None => Self::Unknown,
        }
    }

    async fn from(asked: Option<Promise>) -> Self {
        let Some(asked) = asked else { return Self::Unknown };
        match answer(asked).await.and_then(|promised| promised.as_bool()) {
            Some(true) => Self::Promised,
            Some(false) => Self::BestEffort,
            None => Self::Unknown,
        }
    }
}

/// Not every browser has one, nor any page that came over plain http.
fn manager() -> Option<StorageManager> {
    let manager = web_sys::window()?.navigator().storage();
    (!JsValue::from(manager.clone()).is_undefined()).then_some(manager)
}

async fn answer(asked: Promise) -> Option<JsValue> {
    JsFuture::from(asked).await.ok()
}
