//! Which dossier lies on the desk: what happens at the start of the page, and when another one is opened.

use chrono::NaiveDate;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::parting;
use super::saver::{Known, Saver};
use super::store::Store;
use super::tabs::{self, News};
use super::trouble::{SaveState, Trouble};
use crate::app::{browser, distress};
use jiemeng::dossier::Dossier;
use jiemeng::keeping::Entry;
use jiemeng::language::Message;
use jiemeng::message;

/// What was found at the start.
pub struct Restored {
    /// The store, where the browser has one.
    pub store: Option<Store>,
    /// The id of the dossier that is open.
    pub id: String,
    /// The dossier as it was left; empty at the first visit.
    pub dossier: Dossier,
    /// Its last saved state.
    pub known: Known,
    /// Since when it has been so.
    pub state: SaveState,
    /// This page among those that save.
    pub writer: String,
    /// What could not be opened, and why.
    pub trouble: Option<Message>,
}

impl Restored {
    /// Opens the store, moves what an older version kept, takes in what was left unsaved, and opens what was open last.
    pub async fn at_start(today: NaiveDate, blocked: impl FnOnce() + 'static) -> Self {
        tabs::be_counted();
        let writer = browser::fresh_id("w");
        let fresh = browser::fresh_id("d");
        match Self::from_store(today, blocked, &writer, &fresh).await {
            Ok(restored) => restored,
            Err(trouble) => Self::empty(None, fresh, SaveState::Unavailable(trouble), writer),
        }
    }

    fn empty(store: Option<Store>, id: String, state: SaveState, writer: String) -> Self {
        Self { store, id, dossier: Dossier::default(), known: Known::default(), state, writer, trouble: None }
    }

    async fn from_store(
        today: NaiveDate,
        blocked: impl FnOnce() + 'static,
        writer: &str,
        fresh: &str,
    ) -> Result<Self, Trouble> {
        let store = Store::open(blocked).await?;
        let tried = match store.try_out().await {
            Ok(()) => store.catch_up(fresh, writer, today).await,
            refused => refused,
        };
        let entries = store.shelf().await?.entries;
        let kept: Vec<&String> =
            entries.iter().filter(|entry| entry.deleted_at.is_none()).map(|entry| &entry.id).collect();
        let wanted = browser::last_open();
        let id = wanted.iter().find(|id| kept.contains(id)).or(kept.first().copied());
        // Two pages that are opened before anything was typed begin the same dossier.
        let begun = wanted.iter().find(|id| entries.iter().all(|entry| entry.id != **id));
        let fresh = begun.map_or(fresh, String::as_str);
        let mut restored = Self::empty(None, fresh.to_owned(), SaveState::Untouched, writer.to_owned());
        if let Some(id) = id {
            match store.fetch(id).await {
                Ok((dossier, known, state)) => {
                    distress::remember(known.text.clone());
                    restored = Self { id: id.clone(), dossier, known, state, ..restored };
                }
                Err(trouble) => restored.trouble = Some(not_opened(&entries, id, &trouble)),
            }
        }
        if let Err(trouble) = tried {
            restored.state = SaveState::Failed(trouble);
        }
        browser::remember_open(&restored.id);
        Ok(Self { store: Some(store), ..restored })
    }
}

fn not_opened(entries: &[Entry], id: &str, trouble: &Trouble) -> Message {
    let name = entries.iter().find(|entry| entry.id == id).map(|entry| entry.name.as_str()).unwrap_or_default();
    let Message { zh, en } = trouble.message();
    message!(
        "“{name}”没有打开：{zh}。它仍保存在本机，没有改动。",
        "“{name}” was not opened: {en}. It is still kept here, unchanged."
    )
}

impl Store {
    /// What is to be done once at each start.
    async fn catch_up(&self, fresh: &str, writer: &str, today: NaiveDate) -> Result<(), Trouble> {
        self.move_from_layout_1(fresh, writer, today).await?;
        for left in parting::all_left() {
            self.take_in(&left, today).await?;
            parting::forget(&left.id);
        }
        let now = browser::now();
        for entry in self.shelf().await?.entries.iter().filter(|entry| entry.is_expired(now)) {
            self.forget(&entry.id).await?;
        }
        Ok(())
    }

    /// A dossier to go on with. An id under which nothing was saved gives an empty one.
    async fn fetch(&self, id: &str) -> Result<(Dossier, Known, SaveState), Trouble> {
        let Some(slot) = self.load(id).await? else {
            return Ok((Dossier::default(), Known::default(), SaveState::Untouched));
        };
        let dossier = Dossier::from_json(&slot.text).map_err(|error| Trouble::Unreadable(error.message()))?;
        let saved_at = slot.saved_at;
        Ok((dossier, slot.into(), SaveState::Saved(saved_at)))
    }
}

impl Saver {
    /// 打开: saves what is on the desk and puts another dossier there. The words say why, where it cannot be.
    pub async fn open(self, id: &str) -> Result<(), Message> {
        self.clear_desk().await?;
        let Some(store) = self.store() else { return Ok(()) };
        let entries = self.shelf.with_untracked(|shelf| shelf.entries.clone());
        let (dossier, known, state) = store.fetch(id).await.map_err(|trouble| not_opened(&entries, id, &trouble))?;
        distress::remember(known.text.clone());
        self.show(id.to_owned(), dossier, known, state);
        Ok(())
    }

    /// 新建: saves what is on the desk and puts an empty dossier there.
    pub async fn begin(self) -> Result<(), Message> {
        self.clear_desk().await?;
        self.show(browser::fresh_id("d"), Dossier::default(), Known::default(), SaveState::Untouched);
        Ok(())
    }

    /// 作为新的卷宗打开: saves what is on the desk and puts a dossier there that came from elsewhere.
    pub async fn take_up(self, dossier: Dossier) -> Result<(), Message> {
        self.clear_desk().await?;
        self.show(browser::fresh_id("d"), dossier, Known::default(), SaveState::Untouched);
        self.touch();
        self.settle().await;
        Ok(())
    }

    async fn clear_desk(self) -> Result<(), Message> {
        if self.settle().await {
            return Ok(());
        }
        Err(message!(
            "现在这份还没有保存下来，没有切换。请先导出草稿",
            "The dossier on the desk is not saved yet, so nothing was changed. Export a draft first"
        ))
    }

    /// 复制: saves what is on the desk and makes a copy of a dossier.
    pub async fn copy(self, id: &str) -> Result<(), Message> {
        self.clear_desk().await?;
        let Some(store) = self.store() else { return Ok(()) };
        let copied = store.copy(id, &browser::fresh_id("d"), &self.writer(), browser::now()).await;
        self.changed(&store).await;
        copied.map_err(|trouble| trouble.message())
    }

    /// 删除 and taking it back: puts a dossier into the bin, or out of it.
    pub async fn set_deleted(self, id: &str, deleted: bool) -> Result<(), Message> {
        let Some(store) = self.store() else { return Ok(()) };
        let is_on_desk = self.id().get_untracked() == id;
        if deleted && is_on_desk {
            self.clear_desk().await?;
        }
        let now = browser::now();
        let noted = store.note(id, |entry| entry.deleted_at = deleted.then_some(now)).await;
        self.changed(&store).await;
        noted.map_err(|trouble| trouble.message())?;
        if deleted && is_on_desk {
            let next = self.shelf.with_untracked(|shelf| {
                shelf.entries.iter().find(|entry| entry.deleted_at.is_none()).map(|entry| entry.id.clone())
            });
            match next {
                Some(next) => self.open(&next).await?,
                None => self.begin().await?,
            }
        }
        Ok(())
    }

    /// Removes a dossier for good.
    pub async fn forget(self, id: &str) -> Result<(), Message> {
        let Some(store) = self.store() else { return Ok(()) };
        let forgotten = store.forget(id).await;
        self.changed(&store).await;
        forgotten.map_err(|trouble| trouble.message())
    }

    /// Notes that a draft or a bundle of a dossier has left the browser.
    pub fn note_export(self, id: String) {
        let Some(store) = self.store() else { return };
        spawn_local(async move {
            self.settle().await;
            let now = browser::now();
            if store.note(&id, |entry| entry.exported_at = Some(now)).await.is_ok() {
                self.changed(&store).await;
            }
        });
    }

    async fn changed(self, store: &Store) {
        self.look(store).await;
        self.tell(&News::Shelf);
    }
}
