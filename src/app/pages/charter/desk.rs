//! What the parts of the builder share: which article they all show, and which part a narrow window has room for.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::app::components::Viewer;
use crate::app::route;
use crate::app::state::State;
use jiemeng::charter::{Article, Charter, assemble};
use jiemeng::dossier::FactPath;
use jiemeng::language::{Label, label};

/// What the place of a clause begins with.
const CLAUSE: &str = "charter/clause/";
/// What the place of a chapter begins with.
const CHAPTER: &str = "charter/chapter/";

/// The parts of the builder, side by side on a wide window and one at a time on a narrow one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// 章节.
    Outline,
    /// 条文.
    Clauses,
    /// 预览.
    Pages,
}

impl Part {
    /// All of them, as they stand from left to right.
    pub const ALL: [Self; 3] = [Self::Outline, Self::Clauses, Self::Pages];

    /// The words.
    pub const fn label(self) -> Label {
        match self {
            Self::Outline => label("章节", "Outline"),
            Self::Clauses => label("条文", "Clauses"),
            Self::Pages => label("预览", "Preview"),
        }
    }

    /// A word for style sheets.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Outline => "outline",
            Self::Clauses => "clauses",
            Self::Pages => "pages",
        }
    }
}

/// What is worked on, in all parts of the builder at once.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The charter as it stands.
    pub charter: Memo<Charter>,
    /// The clause that stands out everywhere.
    pub shown: RwSignal<Option<String>>,
    /// The clause that is open for editing.
    pub editing: RwSignal<Option<String>>,
    /// The part that a narrow window shows.
    pub part: RwSignal<Part>,
    /// What is written on a clause and not added to its comments yet, by clause.
    pub unsaid: StoredValue<BTreeMap<String, String>>,
}

impl Desk {
    /// The builder as it is opened, with the clause that the address asks for.
    pub fn opened() -> Self {
        let state = State::here();
        let charter = Memo::new(move |_| state.read(assemble));
        let asked =
            state.address.with_untracked(|address| address.focus.as_deref().and_then(clause_in).map(str::to_owned));
        let asked = asked
            .filter(|id| charter.with_untracked(|charter| charter.articles().any(|article| article.clause == *id)));
        Self {
            charter,
            shown: RwSignal::new(asked.clone()),
            editing: RwSignal::new(asked),
            part: RwSignal::new(Part::Clauses),
            unsaid: StoredValue::default(),
        }
    }

    /// An article as it stands, by its clause.
    pub fn article<T>(self, id: &str, read: impl FnOnce(&Article) -> T) -> Option<T> {
        self.charter.with(|charter| charter.articles().find(|article| article.clause == id).map(read))
    }

    /// The label of the article that stands out: 第三条.
    pub fn shown_label(self) -> Option<String> {
        self.shown.with(|id| self.article(id.as_ref()?, Article::label))
    }

    /// Opens a clause, which stands out from then on; `None` closes what is open.
    pub fn open(self, id: Option<String>) {
        if id.is_some() {
            self.shown.set(id.clone());
        }
        self.editing.set(id);
    }

    /// Goes to a place of the charter, in all parts: a clause is opened, of a chapter the first article stands out.
    pub fn go_to(self, path: &FactPath) {
        let path = path.text().into_owned();
        if let Some(id) = clause_in(&path).filter(|id| untrack(|| self.article(id, |_| ())).is_some()) {
            self.open(Some(id.to_owned()));
        } else if let Some(number) = path.strip_prefix(CHAPTER).and_then(|number| number.parse::<u8>().ok()) {
            let first = self.charter.with_untracked(|charter| {
                let chapter = charter.chapters.iter().find(|chapter| chapter.number == number);
                chapter.and_then(|chapter| chapter.articles.first()).map(|article| article.clause.clone())
            });
            self.shown.set(first);
        }
        self.part.set(Part::Clauses);
        request_animation_frame(move || route::arrive_at(&path));
    }

    /// Goes to the article that bears this label on paper.
    pub fn go_to_label(self, label: &str) {
        let id = self.charter.with_untracked(|charter| {
            charter.articles().find(|article| article.label() == label).map(|article| article.clause.clone())
        });
        if let Some(id) = id {
            self.go_to(&jiemeng::charter::clause_path(&id));
        }
    }

    /// Shows a part; the pages where the article stands that stands out.
    pub fn show(self, part: Part, viewer: Viewer) {
        self.part.set(part);
        if let Some(block) = viewer.marked.get_untracked().filter(|_| part == Part::Pages) {
            request_animation_frame(move || viewer.go_to_block(block));
        }
    }
}

/// The clause of a place, `charter/clause/name`.
fn clause_in(path: &str) -> Option<&str> {
    path.strip_prefix(CLAUSE)
}
