//! Other pages of this browser that have the same dossier open.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::BroadcastChannel;

/// The way to the other pages; none where the browser has no channel.
pub struct Tabs(Option<BroadcastChannel>);

impl Tabs {
    /// Opens the channel. Nothing is sent over it but the word that something was saved.
    pub fn open() -> Self {
        Self(BroadcastChannel::new("jiemeng").ok())
    }

    /// Says that this page has saved.
    pub fn tell(&self) {
        if let Some(channel) = &self.0 {
            let _nobody_there = channel.post_message(&JsValue::from_str("saved"));
        }
    }

    /// Calls `saved` whenever another page has saved.
    pub fn listen(&self, saved: impl Fn() + 'static) {
        if let Some(channel) = &self.0 {
            EventListener::new(channel, "message", move |_| saved()).forget();
        }
    }
}
