//! The bundles that were chosen, verified one after another.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use crate::app::clerk::{self, Desk};
use crate::app::state::State;
use crate::app::typefaces::{self, Tier};
use jiemeng::bundle::Report;
use jiemeng::language::Message;
use jiemeng::protocol::{Answer, Request};

/// A bundle that was chosen.
#[derive(Clone)]
pub struct Checked {
    /// Counts those of this visit.
    pub id: u32,
    /// Its file's name.
    pub name: String,
    /// How far it is.
    pub stage: RwSignal<Stage>,
    file: StoredValue<File, LocalStorage>,
}

/// How far a bundle is.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage {
    /// Others come before it.
    Waiting,
    /// So many steps of so many are done.
    Busy(u32, u32),
    /// It was verified.
    Done(Box<Report>),
    /// It was not verified; the words say why.
    Failed(Message),
}

/// The bundles, and whether one is being verified.
#[derive(Clone, Copy)]
pub struct Queue {
    /// The bundles, the last chosen first.
    pub checked: RwSignal<Vec<Checked>>,
    busy: StoredValue<bool>,
    state: State,
}

impl Queue {
    /// Nothing was chosen yet.
    pub fn new() -> Self {
        Self { checked: RwSignal::new(Vec::new()), busy: StoredValue::new(false), state: State::here() }
    }

    /// Takes files, and goes to work where nobody is at it.
    pub fn take(self, files: impl Iterator<Item = File>) {
        let known = self.checked.with_untracked(Vec::len) as u32;
        let new = files.zip(known..).map(|(file, id)| Checked {
            id,
            name: file.name(),
            stage: RwSignal::new(Stage::Waiting),
            file: StoredValue::new_local(file),
        });
        let new: Vec<Checked> = new.collect();
        self.checked.update(|checked| drop(checked.splice(0..0, new)));
        if !self.busy.get_value() {
            self.busy.set_value(true);
            spawn_local(async move { self.work().await });
        }
    }

    /// Stops the one that is being verified; the others go on.
    pub fn cancel(self) {
        clerk::stop(Desk::Press);
    }

    async fn work(self) {
        // The screen may be left at any time, and its signals with it.
        while let Some(next) = self.checked.try_get_untracked().and_then(first_waiting) {
            next.stage.set(Stage::Busy(0, 1));
            let outcome = verify(self.state, &next).await;
            let stage = outcome.map_or_else(Stage::Failed, |report| Stage::Done(Box::new(report)));
            let _left_meanwhile = next.stage.try_set(stage);
        }
        let _left_meanwhile = self.busy.try_set_value(false);
    }
}

fn first_waiting(checked: Vec<Checked>) -> Option<Checked> {
    let is_waiting = |it: &Checked| it.stage.try_get_untracked() == Some(Stage::Waiting);
    checked.into_iter().filter(is_waiting).min_by_key(|it| it.id)
}

async fn verify(state: State, checked: &Checked) -> Result<Report, Message> {
    let Some(file) = checked.file.try_get_value() else { return Err(clerk::broken()) };
    // Without fonts only the sums of PDF files are checked, and the report says so.
    if typefaces::hand_over(Tier::Rare).await.is_err() {
        let _said_in_the_report = typefaces::hand_over(Tier::Core).await;
    }
    let stage = checked.stage;
    let progress = move |done, total| drop(stage.try_set(Stage::Busy(done, total)));
    let request = Request::Verify { today: state.today.get_untracked() };
    match clerk::ask(&request, &[file.into()], progress).await?.answer {
        Answer::Verified(report) => Ok(*report),
        _ => Err(clerk::broken()),
    }
}
