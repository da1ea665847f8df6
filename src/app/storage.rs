//! Keeping what was typed, in this browser's IndexedDB: the one save path.
//!
//! The dossier is one JSON text under one key; the bytes of attachments are Blobs in a store of their own. A change is
//! saved at most [`DELAY`] later, and at once when the page is hidden or left; what cannot be written in time is
//! [left beside](parting). The state that the user sees is true: it says "saved" only after the database has said so.

use gloo::timers::callback::Timeout;
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

mod database;
mod parting;
mod tabs;
pub use database::{Database, Trouble};

use super::browser;
use super::distress;
use jiemeng::dossier::Dossier;
use jiemeng::language::Message;
use jiemeng::message;
use tabs::Tabs;

/// How long after a change it is saved, in milliseconds.
const DELAY: u32 = 400;
const DRAFTS: &str = "drafts";
const ATTACHMENTS: &str = "attachments";
const CURRENT: &str = "current";

/// How far what was typed is saved.
#[derive(Debug, Clone, PartialEq)]
pub enum SaveState {
    /// Nothing was typed yet.
    Untouched,
    /// 未保存.
    Unsaved,
    /// 正在保存.
    Saving,
    /// 已保存, at this moment (milliseconds since 1970).
    Saved(f64),
    /// 保存失败.
    Failed(Trouble),
    /// This browser keeps nothing.
    Unavailable(Trouble),
}

impl SaveState {
    /// The words, with what to do where saving fails.
    pub fn message(&self) -> Message {
        match self {
            Self::Untouched => message!("自动保存", "Saves by itself"),
            Self::Unsaved => message!("未保存", "Not saved yet"),
            Self::Saving => message!("正在保存", "Saving"),
            Self::Saved(moment) => {
                let time = browser::clock(*moment);
                message!("已保存 {time}", "Saved {time}")
            }
            Self::Failed(trouble) => {
                let Message { zh, en } = trouble.message();
                message!(
                    "保存失败：{zh}。请不要关闭本页，先在首页“导出草稿”",
                    "Saving failed: {en}. Do not close this page; export the draft on the first page"
                )
            }
            Self::Unavailable(trouble) => {
                let Message { zh, en } = trouble.message();
                message!(
                    "本浏览器不能保存：{zh}。可以继续填写，但关闭前务必“导出草稿”",
                    "This browser cannot save: {en}. You may go on, but export the draft before you close the page"
                )
            }
        }
    }

    /// Whether closing the page now would lose something for good.
    pub const fn would_lose(&self) -> bool {
        matches!(self, Self::Failed(_) | Self::Unavailable(_))
    }

    /// A word for style sheets.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Untouched | Self::Saved(_) => "saved",
            Self::Unsaved | Self::Saving => "saving",
            Self::Failed(_) | Self::Unavailable(_) => "failed",
        }
    }
}

/// What was found at the start.
pub struct Restored {
    /// The dossier as it was left; empty at the first visit.
    pub dossier: Dossier,
    /// Since when it has been so.
    pub state: SaveState,
}

/// Where the dossier and the attachments are kept.
#[derive(Clone)]
pub struct Store(Database);

impl Store {
    /// Opens the store and reads what was left.
    ///
    /// # Errors
    /// The browser keeps nothing, or what it kept cannot be read (it is then left as it is).
    pub async fn open() -> Result<(Self, Restored), Trouble> {
        let store = Self(Database::open("jiemeng", &[DRAFTS, ATTACHMENTS]).await?);
        let mut restored = store.restore().await?;
        let saved_at = if let SaveState::Saved(moment) = restored.state { moment } else { 0.0 };
        if let Some((json, moment)) = parting::left_after(saved_at)
            && let Ok(dossier) = Dossier::from_json(&json)
        {
            let state = match store.put_dossier(&json, moment).await {
                Ok(()) => SaveState::Saved(moment),
                Err(trouble) => SaveState::Failed(trouble),
            };
            distress::remember(json);
            restored = Restored { dossier, state };
        }
        Ok((store, restored))
    }

    /// Reads what was saved last, by this page or by another one of this browser.
    async fn restore(&self) -> Result<Restored, Trouble> {
        let kept = self.0.get(DRAFTS, CURRENT).await?;
        let Some((json, saved_at)) = kept.and_then(|record| read_record(&record)) else {
            return Ok(Restored { dossier: Dossier::default(), state: SaveState::Untouched });
        };
        let dossier = Dossier::from_json(&json).map_err(|error| Trouble::Unreadable(error.message()))?;
        distress::remember(json);
        Ok(Restored { dossier, state: SaveState::Saved(saved_at) })
    }

    /// Keeps the bytes of an attachment under its id.
    ///
    /// # Errors
    /// No room, or the database refused.
    pub async fn put_blob(&self, id: &str, bytes: &Blob) -> Result<(), Trouble> {
        self.0.put(ATTACHMENTS, id, bytes).await
    }

    /// The bytes of an attachment; `None` where none are kept under this id.
    ///
    /// # Errors
    /// The database refused.
    pub async fn get_blob(&self, id: &str) -> Result<Option<Blob>, Trouble> {
        Ok(self.0.get(ATTACHMENTS, id).await?.and_then(|value| value.dyn_into().ok()))
    }

    /// Forgets the bytes of an attachment.
    ///
    /// # Errors
    /// The database refused.
    pub async fn delete_blob(&self, id: &str) -> Result<(), Trouble> {
        self.0.delete(ATTACHMENTS, id).await
    }

    /// The ids of all attachments whose bytes are kept.
    ///
    /// # Errors
    /// The database refused.
    pub async fn blob_ids(&self) -> Result<Vec<String>, Trouble> {
        self.0.keys(ATTACHMENTS).await
    }

    async fn put_dossier(&self, json: &str, saved_at: f64) -> Result<(), Trouble> {
        self.0.put(DRAFTS, CURRENT, &write_record(json, saved_at)).await?;
        parting::forget_until(saved_at);
        Ok(())
    }
}

fn write_record(json: &str, saved_at: f64) -> JsValue {
    let record = js_sys::Object::new();
    for (key, value) in [("json", JsValue::from_str(json)), ("savedAt", JsValue::from_f64(saved_at))] {
        let _never_fails = Reflect::set(&record, &key.into(), &value);
    }
    record.into()
}

fn read_record(record: &JsValue) -> Option<(String, f64)> {
    let json = Reflect::get(record, &"json".into()).ok()?.as_string()?;
    let saved_at = Reflect::get(record, &"savedAt".into()).ok()?.as_f64()?;
    Some((json, saved_at))
}

/// Saves the dossier some moments after each change.
#[derive(Clone, Copy)]
pub struct Saver {
    dossier: RwSignal<Dossier>,
    state: RwSignal<SaveState>,
    store: StoredValue<Option<Store>, LocalStorage>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    /// Counts the changes, so that an older save that ends late does not call a newer change saved.
    changes: StoredValue<u32>,
    tabs: StoredValue<Tabs, LocalStorage>,
}

impl Saver {
    /// Saves `dossier` in `store`, where there is one, and tells how far it is in `state`.
    pub fn new(store: Option<Store>, dossier: RwSignal<Dossier>, state: RwSignal<SaveState>) -> Self {
        Self {
            dossier,
            state,
            store: StoredValue::new_local(store),
            timer: StoredValue::new_local(None),
            changes: StoredValue::new(0),
            tabs: StoredValue::new_local(Tabs::open()),
        }
    }

    /// The store, where the browser has one.
    pub fn store(self) -> Option<Store> {
        self.store.get_value()
    }

    /// Says that the dossier has changed.
    pub fn touch(self) {
        if self.store.with_value(Option::is_none) {
            return;
        }
        if self.state.get_untracked() == SaveState::Untouched {
            browser::ask_to_keep();
        }
        self.changes.update_value(|changes| *changes = changes.wrapping_add(1));
        self.state.set(SaveState::Unsaved);
        // A timer that runs is left to run: someone who never pauses is saved all the same.
        if self.timer.with_value(Option::is_none) {
            self.timer.set_value(Some(Timeout::new(DELAY, move || self.flush())));
        }
    }

    /// Saves what is unsaved because the page is hidden or left: now, and where the browser drops nothing.
    pub fn part(self) {
        if !matches!(self.state.get_untracked(), SaveState::Untouched | SaveState::Saved(_)) {
            parting::leave(&self.dossier.with_untracked(Dossier::to_json), browser::now());
        }
        self.flush();
    }

    /// Saves now whatever is unsaved.
    pub fn flush(self) {
        self.timer.set_value(None);
        let Some(store) = self.store() else { return };
        if !matches!(self.state.get_untracked(), SaveState::Unsaved | SaveState::Failed(_)) {
            return;
        }
        self.state.set(SaveState::Saving);
        let json = self.dossier.with_untracked(Dossier::to_json);
        let changes = self.changes.get_value();
        spawn_local(async move {
            let saved_at = browser::now();
            let outcome = store.put_dossier(&json, saved_at).await;
            match outcome {
                Ok(()) => {
                    if self.changes.get_value() == changes {
                        self.state.set(SaveState::Saved(saved_at));
                    }
                    distress::remember(json);
                    self.tabs.with_value(Tabs::tell);
                }
                Err(trouble) => self.state.set(SaveState::Failed(trouble)),
            }
        });
    }

    /// Follows what other open pages of this browser save, so that two of them never overwrite each other unawares.
    pub fn follow_others(self) {
        self.tabs.with_value(|tabs| tabs.listen(move || self.take_over()));
    }

    /// Takes over what another page has saved, unless something is unsaved here.
    fn take_over(self) {
        let Some(store) = self.store() else { return };
        spawn_local(async move {
            let nothing_unsaved = || matches!(self.state.get_untracked(), SaveState::Untouched | SaveState::Saved(_));
            // Where it cannot be read, this page keeps what it has.
            if let Ok(restored) = store.restore().await
                && nothing_unsaved()
            {
                self.dossier.set(restored.dossier);
                self.state.set(restored.state);
            }
        });
    }
}
