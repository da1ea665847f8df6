//! What the page knows: the dossier, the language, the day, where the user is; and what follows from them.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::browser;
use super::pages::Undo;
use super::route;
use super::storage::{Restored, SaveState, Saver, Store};
use super::transfer::Brought;
use jiemeng::checks::{Assessment, assess};
use jiemeng::dossier::{Dossier, Fact, FactPath, FactState};
use jiemeng::language::{Bilingual, Label, Language};
use jiemeng::screens::{Address, Route};

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
    /// What was just done to the list of members and can be taken back.
    pub undo: RwSignal<Option<Undo>>,
    /// A table of members that was brought and waits to be looked at.
    pub brought: RwSignal<Option<Brought>>,
    /// How far what was typed is saved.
    pub save_state: RwSignal<SaveState>,
    saver: Saver,
}

impl State {
    /// The state as it was left.
    pub fn restored(store: Result<(Store, Restored), super::storage::Trouble>) -> Self {
        let (store, restored, save_state) = match store {
            Ok((store, restored)) => (Some(store), restored.dossier, restored.state),
            Err(trouble) => (None, Dossier::default(), SaveState::Unavailable(trouble)),
        };
        let dossier = RwSignal::new(restored);
        let today = RwSignal::new(browser::today());
        let save_state = RwSignal::new(save_state);
        let saver = Saver::new(store, dossier, save_state);
        Self {
            dossier,
            assessment: Memo::new(move |_| dossier.with(|dossier| assess(dossier, today.get()))),
            language: RwSignal::new(browser::remembered_language()),
            today,
            address: RwSignal::new(route::current()),
            came_from: RwSignal::new(Route::Home),
            undo: RwSignal::new(None),
            brought: RwSignal::new(None),
            save_state,
            saver,
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
            self.change(|dossier| {
                if let Some(fact) = dossier.fact_mut(path) {
                    fact.put(typed);
                }
            });
        }
    }

    /// Changes the dossier, and has it saved.
    pub fn change(self, change: impl FnOnce(&mut Dossier)) {
        self.dossier.update(change);
        self.saver.touch();
    }

    /// Puts another dossier in the place of this one, and has it saved.
    pub fn replace(self, dossier: Dossier) {
        self.change(|current| *current = dossier);
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

/// Fixed words in the language of the interface, for a place in a view: `{t(label("导入", "Import"))}`.
pub fn t(words: Label) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let language = State::here().language;
    move || words.words(language.get())
}
