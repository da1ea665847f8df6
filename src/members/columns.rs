//! The columns of the table and what stands in its cells.

use crate::dossier::{FactState, Kind, Member, Question};
use crate::language::{Label, Language, label};

/// A column that holds a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The fact's key.
    pub key: &'static str,
    /// Its head, shorter than the question's words.
    pub head: Label,
}

/// The columns in their order; before them stands 序号, after them how far the member is.
pub const COLUMNS: [Column; 8] = [
    Column { key: "name", head: label("单位名称", "Unit") },
    Column { key: "uscc", head: label("统一社会信用代码", "Credit code") },
    Column { key: "category", head: label("类别", "Kind") },
    Column { key: "role", head: label("职务", "Role") },
    Column { key: "in_hainan", head: label("省内", "In Hainan") },
    Column { key: "legal_representative", head: label("法定代表人", "Representative") },
    Column { key: "contact_name", head: label("联系人", "Contact") },
    Column { key: "contact_phone", head: label("联系电话", "Phone") },
];

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    /// The words of a choice, or what was typed, in both languages.
    pub words: Option<Label>,
    /// What was typed, where it is no choice.
    pub typed: String,
    /// Whether it could not be read.
    pub is_unread: bool,
}

impl Shown {
    /// The words in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        self.words.map_or(&self.typed, |words| words.words(language))
    }
}

impl Column {
    /// The question that asks for its fact.
    #[must_use]
    pub fn question(self) -> Option<&'static Question> {
        Member::QUESTIONS.iter().find(|question| question.key == self.key)
    }
}

/// What stands in the cell of a member's fact.
#[must_use]
pub fn shown(member: &Member, key: &str) -> Shown {
    let Some(place) = Member::QUESTIONS.iter().position(|question| question.key == key) else {
        return Shown::default();
    };
    let Some((question, fact)) = Member::QUESTIONS.get(place).zip(member.fact_at(place)) else {
        return Shown::default();
    };
    let typed = fact.text();
    let words = match question.kind {
        Kind::Choice(options) => options.iter().find(|(code, _)| *code == typed).map(|(_, words)| *words),
        _ => None,
    };
    // A choice that is given is one of its options.
    let is_unread = match question.kind {
        Kind::Choice(_) => words.is_none() && !typed.is_empty(),
        Kind::Text | Kind::Prose => false,
        _ => matches!(fact.state(), FactState::Unread(_)),
    };
    Shown { words, typed, is_unread }
}
