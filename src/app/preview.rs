//! A document as the clerk lays it out, followed while the dossier changes.
//!
//! The pages stay text until one of them is drawn. At most one request is under way; what changes in the meantime is
//! asked for once it is answered, so that the last state always wins.

mod seen;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::clerk::{self, Reply};
use super::state::State;
use jiemeng::dossier::Dossier;
use jiemeng::language::Message;
use jiemeng::protocol::{Answer, Request};
use jiemeng::render::{BlockMark, Bookmark, PreviewPage};
pub use seen::Changes;

/// How long after a change a new preview is asked for, in milliseconds.
const DELAY: u32 = 250;

/// A document as pages. It is `Copy` and lives as long as the screen that asked for it.
#[derive(Clone, Copy)]
pub struct Preview {
    state: State,
    stem: &'static str,
    pages: StoredValue<Vec<JsValue>, LocalStorage>,
    /// For each page a number that stays the same as long as the page does; `None` before the first answer.
    pub stamps: RwSignal<Option<Vec<u32>>>,
    /// The headings, in order.
    pub outline: RwSignal<Vec<Bookmark>>,
    /// The blocks that say something, in order.
    pub blocks: RwSignal<Vec<BlockMark>>,
    /// What changed since it was last looked at.
    pub changes: Changes,
    /// Why there is no preview of what the dossier says now.
    pub trouble: RwSignal<Option<Message>>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    asking: StoredValue<Asking>,
}

/// Whether the clerk has a request.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asking {
    Nothing,
    Once,
    /// And will be asked again when it has answered.
    Again,
}

impl Preview {
    /// The document with this stem, from now on.
    pub fn of(stem: &'static str) -> Self {
        let state = State::here();
        let blocks = RwSignal::new(Vec::new());
        let preview = Self {
            state,
            stem,
            pages: StoredValue::new_local(Vec::new()),
            stamps: RwSignal::new(None),
            outline: RwSignal::new(Vec::new()),
            blocks,
            changes: Changes::of(stem, blocks, state.saver().id().get_untracked()),
            trouble: RwSignal::new(None),
            timer: StoredValue::new_local(None),
            asking: StoredValue::new(Asking::Nothing),
        };
        Effect::new(move |begun: Option<()>| {
            state.read(|_| ());
            state.today.track();
            if begun.is_some() { preview.ask_soon() } else { preview.ask() }
        });
        preview
    }

    /// How many pages there are.
    pub fn count(self) -> usize {
        self.stamps.with(|stamps| stamps.as_ref().map_or(0, Vec::len))
    }

    /// A page by its index.
    pub fn page(self, place: usize) -> Option<PreviewPage> {
        let json = self.pages.try_with_value(|pages| pages.get(place)?.as_string()).flatten()?;
        serde_json::from_str(&json).ok()
    }

    fn ask_soon(self) {
        // A timer that runs is left to run: someone who never pauses sees the text follow all the same.
        if self.timer.with_value(Option::is_none) {
            self.timer.set_value(Some(Timeout::new(DELAY, move || self.ask())));
        }
    }

    fn ask(self) {
        if self.timer.try_set_value(None).is_some() {
            return; // The screen was left.
        }
        if self.asking.get_value() != Asking::Nothing {
            self.asking.set_value(Asking::Again);
            return;
        }
        self.asking.set_value(Asking::Once);
        let request = Request::Pages {
            dossier: self.state.peek(Dossier::to_json),
            today: self.state.today.get_untracked(),
            stem: self.stem.to_owned(),
        };
        let dossier = self.state.saver().id().get_untracked();
        spawn_local(async move {
            let reply = clerk::ask(&request, &[], |_, _| ()).await;
            let Some(asking) = self.asking.try_get_value() else { return };
            self.asking.set_value(Asking::Nothing);
            let is_same = self.state.saver().id().get_untracked() == dossier;
            if is_same {
                self.take(reply, &dossier);
            }
            if asking == Asking::Again {
                self.ask();
            }
        });
    }

    fn take(self, reply: Result<Reply, Message>, dossier: &str) {
        match reply {
            Ok(Reply { answer: Answer::Pages { stamps, outline, blocks }, parts }) => {
                self.changes.compare(dossier, &blocks);
                self.pages.set_value(parts);
                self.trouble.set(None);
                self.outline.set(outline);
                self.blocks.set(blocks);
                self.stamps.set(Some(stamps));
            }
            Ok(_) => self.trouble.set(Some(clerk::broken())),
            Err(words) => self.trouble.set(Some(words)),
        }
    }
}
