//! What the page knows before the dossier is there: the language, where the user is, and which of its parts have come.

use leptos::prelude::*;

use super::browser;
use super::parts::{Desk, Screens, Wing};
use super::route;
use jiemeng::language::{Bilingual, Label, Language, label};
use jiemeng::screens::{Address, Route};

/// Why a part of the page has not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeldUp {
    /// It could not be loaded.
    NotLoaded,
    /// A page of an older version keeps the dossiers open in another tab. It goes on by itself once that is closed.
    OlderPage,
}

impl HeldUp {
    /// What has happened, and what to do.
    pub const fn label(self) -> Label {
        match self {
            Self::NotLoaded => label(
                "页面的一部分没有载入：网络中断，或网站刚刚更新。已填内容都已保存。请重试，仍不行就刷新页面。",
                "Part of the page did not come: no network, or the site was just updated. What you entered is saved. Try again; failing that, reload the page.",
            ),
            Self::OlderPage => label(
                "另一个标签页还开着旧版本，请先关掉它。",
                "An older version is still open in another tab: close it first.",
            ),
        }
    }
}

/// The page before and around the dossier. It is `Copy` and lives in the context: `Shell::here()`.
#[derive(Clone, Copy)]
pub struct Shell {
    /// The language of the interface.
    pub language: RwSignal<Language>,
    /// Where the user is.
    pub address: RwSignal<Address>,
    /// The screen before this one.
    pub came_from: RwSignal<Route>,
    /// The dossier and all that comes with it, once it is open.
    pub desk: RwSignal<Option<Desk>>,
    questions: RwSignal<Option<Screens>>,
    papers: RwSignal<Option<Screens>>,
    /// Why something has not come.
    pub held_up: RwSignal<Option<HeldUp>>,
    /// What owns the whole page, and so whatever every part of it finds in its context.
    owner: StoredValue<Option<Owner>>,
}

impl Shell {
    /// Before anything has come. To be made where the page is mounted.
    pub fn new() -> Self {
        Self {
            language: RwSignal::new(browser::remembered_language()),
            address: RwSignal::new(route::current()),
            came_from: RwSignal::new(Route::Home),
            desk: RwSignal::new(None),
            questions: RwSignal::new(None),
            papers: RwSignal::new(None),
            held_up: RwSignal::new(None),
            owner: StoredValue::new(Owner::current()),
        }
    }

    /// The shell of this page.
    pub fn here() -> Self {
        expect_context()
    }

    /// Puts a value into the context of the whole page.
    pub fn provide<T: Send + Sync + 'static>(self, value: T) {
        if let Some(owner) = self.owner.get_value() {
            owner.with(|| provide_context(value));
        }
    }

    /// The screens of a wing, once they are there.
    pub fn wing(self, wing: Wing) -> RwSignal<Option<Screens>> {
        match wing {
            Wing::Questions => self.questions,
            Wing::Papers => self.papers,
        }
    }

    /// Whether the screen that the address names is there and takes what is typed.
    pub fn is_drawn(self) -> bool {
        let wing = self.address.with(|address| Wing::of(&address.route));
        self.desk.with(Option::is_some) && wing.is_none_or(|wing| self.wing(wing).with(Option::is_some))
    }

    /// Composed words in the language of the interface.
    pub fn say<S: AsRef<str>>(self, words: &Bilingual<S>) -> String {
        words.text(self.language.get()).to_owned()
    }
}

/// Fixed words in the language of the interface, for a place in a view: `{t(label("导入", "Import"))}`.
pub fn t(words: Label) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let language = Shell::here().language;
    move || words.words(language.get())
}
