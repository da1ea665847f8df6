//! What the page knows: the dossier, the language, the day, where the user is; and what follows from them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::browser;
use super::replies;
use super::shell::Shell;
pub use super::shell::t;
use super::storage::{Open, Restored, SaveState, Saver};
use super::transfer::Brought;
use jiemeng::checks::charter::existing::Reading;
use jiemeng::checks::{Assessment, Assessor, Reply, assess};
use jiemeng::dossier::{Dossier, Fact, FactPath, FactState};
use jiemeng::keeping::{Reason, Steps};
use jiemeng::language::{Bilingual, Language, Message};
use jiemeng::members::View;
use jiemeng::screens::{Address, Route};

/// A charter that somebody else wrote.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OtherCharter {
    /// Its text, a paragraph a line.
    pub text: String,
    /// What was read in it; `None` until it was asked for, and again once the text was changed.
    pub reading: Option<Reading>,
}

/// The page's state. It is `Copy` and lives in the context: `State::here()`.
#[derive(Clone, Copy)]
pub struct State {
    dossier: RwSignal<Dossier>,
    assessment: Memo<Assessment>,
    /// The language of the interface.
    pub language: RwSignal<Language>,
    /// Today, by this machine's clock.
    pub today: RwSignal<NaiveDate>,
    /// Where the user is.
    pub address: RwSignal<Address>,
    /// The screen before this one.
    pub came_from: RwSignal<Route>,
    /// Which members are shown, and in which order. It lives as long as the page.
    pub members_view: RwSignal<View>,
    /// A table of members that was brought and waits to be looked at.
    pub brought: RwSignal<Option<Brought>>,
    /// The replies of the pre-check, by rule. They live as long as the tab and go into no dossier.
    pub replies: RwSignal<BTreeMap<&'static str, Reply>>,
    /// A charter that somebody else wrote and what was read in it. It lives as long as the page and is saved nowhere.
    pub other_charter: RwSignal<OtherCharter>,
    /// What was done and can be taken back.
    pub steps: RwSignal<Steps<Dossier>>,
    /// How far what was typed is saved.
    pub save_state: RwSignal<SaveState>,
    /// What could not be opened at the start, and why.
    pub not_opened: RwSignal<Option<Message>>,
    saver: Saver,
}

impl State {
    /// The state as it was left.
    pub fn restored(restored: Restored, shell: Shell) -> Self {
        let Restored { store, id, dossier, known, state, writer, trouble } = restored;
        let dossier = RwSignal::new(dossier);
        let today = RwSignal::new(browser::today());
        let assessor = StoredValue::new(Assessor::default());
        let assessment = Memo::new(move |_| {
            let today = today.get();
            dossier.with(|dossier| {
                let told = assessor.try_update_value(|assessor| assessor.assess(dossier, today));
                told.unwrap_or_else(|| assess(dossier, today))
            })
        });
        let (steps, save_state) = (RwSignal::new(Steps::default()), RwSignal::new(state));
        let open = Open { id: RwSignal::new(id), dossier, assessment, steps, state: save_state };
        Self {
            dossier,
            assessment,
            language: shell.language,
            today,
            address: shell.address,
            came_from: shell.came_from,
            members_view: RwSignal::default(),
            brought: RwSignal::new(None),
            replies: RwSignal::new(replies::kept()),
            other_charter: RwSignal::new(OtherCharter::default()),
            steps,
            save_state,
            not_opened: RwSignal::new(trouble),
            saver: Saver::new(store, open, known, writer),
        }
    }

    /// The state of this page.
    pub fn here() -> Self {
        expect_context()
    }

    /// Takes what was typed for one fact. Text that cannot be read is kept as it is.
    pub fn answer(self, path: &FactPath, typed: &str) {
        let known = self.dossier.with_untracked(|dossier| dossier.fact(path).map(Fact::text));
        if known.as_deref() != Some(typed) {
            self.change_by_typing(&path.text(), |dossier| {
                if let Some(fact) = dossier.fact_mut(path) {
                    fact.put(typed);
                }
            });
        }
    }

    /// Changes the dossier at one stroke, and has it saved.
    pub fn change(self, change: impl FnOnce(&mut Dossier)) {
        let before = self.peek(Dossier::clone);
        self.steps.update(|steps| steps.record(before));
        self.put(change);
    }

    /// Changes the dossier by what is typed in a place, and has it saved. Typing on there can be taken back as one step.
    pub fn change_by_typing(self, place: &str, change: impl FnOnce(&mut Dossier)) {
        self.steps.update(|steps| steps.record_typing(place, browser::now(), || self.peek(Dossier::clone)));
        self.put(change);
    }

    /// Puts another dossier in the place of this one, which stays among its earlier states, and has it saved.
    pub fn replace(self, dossier: Dossier, reason: Reason) {
        self.saver.keep_earlier(reason);
        self.change(|current| *current = dossier);
        self.saver.flush();
    }

    /// Says what the last change was, with the offer to take it back.
    pub fn say_done(self, words: Message) {
        self.steps.update(|steps| steps.say(words));
    }

    /// 撤销: takes the last step back.
    pub fn undo(self) {
        self.step(Steps::undo);
    }

    /// 重做: does again what was taken back.
    pub fn redo(self) {
        self.step(Steps::redo);
    }

    fn step(self, step: impl FnOnce(&mut Steps<Dossier>, Dossier) -> Option<Dossier>) {
        let now = self.peek(Dossier::clone);
        if let Some(Some(dossier)) = self.steps.try_update(|steps| step(steps, now)) {
            self.put(|current| *current = dossier);
        }
    }

    /// Puts in what the program itself found out, which is nothing to take back.
    pub fn note(self, note: impl FnOnce(&mut Dossier)) {
        self.put(note);
    }

    fn put(self, change: impl FnOnce(&mut Dossier)) {
        self.dossier.update(change);
        self.saver.touch();
    }

    /// What saves; it also keeps the bytes of attachments.
    pub fn saver(self) -> Saver {
        self.saver
    }

    /// Reads from the dossier, and again whenever it changes.
    pub fn read<T>(self, read: impl FnOnce(&Dossier) -> T) -> T {
        self.dossier.with(read)
    }

    /// Reads from the dossier as it is now.
    pub fn peek<T>(self, read: impl FnOnce(&Dossier) -> T) -> T {
        self.dossier.with_untracked(read)
    }

    /// Part of the dossier, told anew only when that part has changed.
    pub fn part<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Dossier) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.dossier.with(&read))
    }

    /// What the checks say of the dossier today.
    pub fn assessment(self) -> Memo<Assessment> {
        self.assessment
    }

    /// The text of one fact.
    pub fn fact_text(self, path: FactPath) -> Memo<String> {
        self.part(move |dossier| dossier.fact(&path).map(Fact::text).unwrap_or_default())
    }

    /// Whether one fact is blank, given or unread.
    pub fn fact_state(self, path: FactPath) -> Memo<FactState> {
        self.part(move |dossier| dossier.fact(&path).map_or(FactState::Blank, Fact::state))
    }

    /// Composed words in the language of the interface.
    pub fn say<S: AsRef<str>>(self, words: &Bilingual<S>) -> String {
        words.text(self.language.get()).to_owned()
    }
}
