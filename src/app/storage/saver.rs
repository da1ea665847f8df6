//! The one save path: what was changed is written some moments later.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::parting::{self, Left};
use super::store::{Outcome, Saving, Shelf, Store};
use super::tabs::{News, Tabs};
use super::trouble::{SaveState, Trouble};
use crate::app::{browser, distress};
use jiemeng::checks::Assessment;
use jiemeng::dossier::Dossier;
use jiemeng::keeping::{Entry, Past, Reason, Slot, Steps, merge};

/// How long the hand rests after a change before it is saved, in milliseconds.
const DELAY: u32 = 250;
/// How long a change waits for that at most, in milliseconds: with the writing it stays within a second.
const LONGEST: i64 = 600;

/// The dossier that is open, as the page shows it.
#[derive(Clone, Copy)]
pub struct Open {
    /// Its id.
    pub id: RwSignal<String>,
    /// The dossier.
    pub dossier: RwSignal<Dossier>,
    /// What the checks say of it.
    pub assessment: Memo<Assessment>,
    /// What can be taken back.
    pub steps: RwSignal<Steps<Dossier>>,
    /// How far it is saved.
    pub state: RwSignal<SaveState>,
}

/// The state that this page saved or read last: what another page may have changed since.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Its turn; 0 where nothing was saved yet.
    pub turn: u64,
    /// Its JSON.
    pub text: String,
}

impl From<Slot> for Known {
    fn from(slot: Slot) -> Self {
        Self { turn: slot.turn, text: slot.text }
    }
}

/// Saves the open dossier some moments after each change.
#[derive(Clone, Copy)]
pub struct Saver {
    open: Open,
    /// The dossiers that are kept, as of the last look.
    pub shelf: RwSignal<Shelf>,
    store: StoredValue<Option<Store>, LocalStorage>,
    known: StoredValue<Known>,
    /// Earlier states that the next save puts into the history.
    earlier: StoredValue<Vec<(Past, String)>>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    /// Since when something waits to be saved.
    waiting: StoredValue<Option<i64>>,
    writing: StoredValue<bool>,
    /// Counts the changes, so that a save that ends late does not call a newer change saved.
    changes: StoredValue<u32>,
    tabs: StoredValue<Tabs, LocalStorage>,
    /// This page among those that save.
    writer: StoredValue<String>,
}

impl Saver {
    /// Saves what is `open` in `store`, where there is one.
    pub fn new(store: Option<Store>, open: Open, known: Known, writer: String) -> Self {
        Self {
            open,
            shelf: RwSignal::new(Shelf::default()),
            store: StoredValue::new_local(store),
            known: StoredValue::new(known),
            earlier: StoredValue::new(Vec::new()),
            timer: StoredValue::new_local(None),
            waiting: StoredValue::new(None),
            writing: StoredValue::new(false),
            changes: StoredValue::new(0),
            tabs: StoredValue::new_local(Tabs::open()),
            writer: StoredValue::new(writer),
        }
    }

    /// The store, where the browser has one.
    pub fn store(self) -> Option<Store> {
        self.store.get_value()
    }

    /// The id of the dossier that is open.
    pub fn id(self) -> RwSignal<String> {
        self.open.id
    }

    /// This page among those that save.
    pub fn writer(self) -> String {
        self.writer.get_value()
    }

    /// Says that the dossier has changed.
    pub fn touch(self) {
        if self.store.with_value(Option::is_none) {
            return;
        }
        self.changes.update_value(|changes| *changes = changes.wrapping_add(1));
        self.open.state.set(SaveState::Unsaved);
        self.soon();
    }

    /// Keeps the dossier as it stands among its earlier states, before something else takes its place.
    pub fn keep_earlier(self, reason: Reason) {
        if self.open.dossier.with_untracked(|dossier| *dossier != Dossier::default()) {
            let text = self.open.dossier.with_untracked(Dossier::to_json);
            let past = Past { saved_at: browser::now(), reason };
            self.earlier.update_value(|earlier| earlier.push((past, text)));
        }
    }

    /// A long dossier takes some time to be written: it is not done between two keystrokes. A timer that has been put off
    /// for long is left to run: someone who never pauses is saved all the same.
    fn soon(self) {
        let (now, since) = (browser::now(), self.waiting.get_value());
        if since.is_none_or(|since| now - since < LONGEST) || self.timer.with_value(Option::is_none) {
            self.waiting.set_value(since.or(Some(now)));
            // The timer before, if there is one, is dropped and so put off.
            self.timer.set_value(Some(Timeout::new(DELAY, move || self.flush())));
        }
    }

    /// Saves what is unsaved because the page is hidden or left: now, and where the browser drops nothing.
    pub fn part(self) {
        if self.store.with_value(Option::is_none) || self.open.state.with_untracked(SaveState::is_settled) {
            return;
        }
        parting::leave(&Left {
            id: self.open.id.get_untracked(),
            turn: self.known.with_value(|known| known.turn),
            writer: self.writer(),
            moment: browser::now(),
            text: self.open.dossier.with_untracked(Dossier::to_json),
        });
        self.flush();
    }

    /// Saves now whatever is unsaved.
    pub fn flush(self) {
        self.timer.set_value(None);
        self.waiting.set_value(None);
        spawn_local(async move {
            let _shown_by_the_state = self.settle().await;
        });
    }

    /// Saves whatever is unsaved and waits until it is, or failed. Gives whether it is saved.
    pub async fn settle(self) -> bool {
        while self.writing.get_value() {
            browser::pause(20).await;
        }
        let Some(store) = self.store() else { return false };
        while matches!(self.open.state.get_untracked(), SaveState::Unsaved | SaveState::Failed(_)) {
            self.open.state.set(SaveState::Saving);
            self.writing.set_value(true);
            let outcome = self.write(&store).await;
            self.writing.set_value(false);
            if let Err(trouble) = outcome {
                self.open.state.set(SaveState::Failed(trouble));
                return false;
            }
        }
        true
    }

    /// Writes the dossier as it stands. The state is `Saved` afterwards, or `Unsaved` where there is more to save.
    async fn write(self, store: &Store) -> Result<(), Trouble> {
        let changes = self.changes.get_value();
        let (id, now) = (self.open.id.get_untracked(), browser::now());
        let text = self.open.dossier.with_untracked(Dossier::to_json);
        let entry = self.open.dossier.with_untracked(|dossier| {
            self.open.assessment.with_untracked(|assessment| Entry::of(&id, dossier, assessment, now))
        });
        let earlier = self.earlier.get_value();
        let known = self.known.with_value(|known| known.turn);
        let kept = earlier.len();
        let saving = Saving { id: id.clone(), text: text.clone(), entry, known, writer: self.writer(), earlier };
        match store.save(saving).await? {
            Outcome::Saved(turn) => {
                self.known.set_value(Known { turn, text: text.clone() });
                self.earlier.update_value(|earlier| drop(earlier.drain(..kept.min(earlier.len()))));
                let all = self.changes.get_value() == changes;
                self.open.state.set(if all { SaveState::Saved(now) } else { SaveState::Unsaved });
                if all {
                    parting::forget(&id);
                }
                distress::remember(text);
                self.tell(&News::Saved(id));
                self.look(store).await;
            }
            Outcome::Overtaken(theirs) => self.join(theirs),
        }
        Ok(())
    }

    /// Joins what another page has saved with what is unsaved here.
    fn join(self, theirs: Slot) {
        self.open.state.set(SaveState::Unsaved);
        let base = self.known.with_value(|known| Dossier::from_json(&known.text)).unwrap_or_default();
        let past = Past { saved_at: theirs.saved_at, reason: Reason::OtherPage };
        self.earlier.update_value(|earlier| earlier.push((past, theirs.text.clone())));
        if let Ok(saved) = Dossier::from_json(&theirs.text) {
            self.open.dossier.update(|mine| *mine = merge(&base, mine, &saved));
            self.open.steps.update(|steps| *steps = Steps::default());
        }
        self.known.set_value(theirs.into());
    }

    /// Looks at the list of dossiers again.
    pub async fn look(self, store: &Store) {
        // Where it cannot be read, the last list is still the best.
        if let Ok(shelf) = store.shelf().await
            && self.shelf.with_untracked(|known| *known != shelf)
        {
            self.shelf.set(shelf);
        }
    }

    /// Tells the other pages of this browser.
    pub fn tell(self, news: &News) {
        self.tabs.with_value(|tabs| tabs.tell(news));
    }

    /// Puts another dossier on the desk: one that is kept, or a new one. Everything of the one before is saved already.
    pub fn show(self, id: String, dossier: Dossier, known: Known, state: SaveState) {
        browser::remember_open(&id);
        self.timer.set_value(None);
        self.waiting.set_value(None);
        self.known.set_value(known);
        self.earlier.set_value(Vec::new());
        self.open.id.set(id);
        self.open.steps.set(Steps::default());
        self.open.state.set(state);
        self.open.dossier.set(dossier);
    }

    /// Follows what other open pages of this browser save, so that two of them never overwrite each other unawares.
    pub fn follow_others(self) {
        let hear = move |news| match news {
            News::Saved(id) => spawn_local(async move { self.take_over(&id).await }),
            News::Shelf => spawn_local(async move {
                if let Some(store) = self.store() {
                    self.look(&store).await;
                }
            }),
            News::Wiping => {
                self.store.set_value(None);
                self.open.state.set(SaveState::Untouched);
            }
            News::Wiped => browser::reload(),
        };
        self.tabs.with_value(|tabs| tabs.listen(hear));
    }

    /// Takes over what another page has saved, unless something is unsaved here: that is joined with it when it is saved.
    pub async fn take_over(self, id: &str) {
        let Some(store) = self.store() else { return };
        self.look(&store).await;
        let is_open = || self.open.id.get_untracked() == id && self.open.state.with_untracked(SaveState::is_settled);
        if !is_open() {
            return;
        }
        // Where it cannot be read, this page keeps what it has.
        if let Ok(Some(slot)) = store.load(id).await
            && slot.turn != self.known.with_value(|known| known.turn)
            && is_open()
            && let Ok(dossier) = Dossier::from_json(&slot.text)
        {
            let moment = slot.saved_at;
            distress::remember(slot.text.clone());
            self.known.set_value(slot.into());
            self.open.steps.set(Steps::default());
            self.open.state.set(SaveState::Followed(moment));
            self.open.dossier.set(dossier);
        }
    }
}
