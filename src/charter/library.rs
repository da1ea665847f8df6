//! The clause library: the model charter as files that a lawyer may edit.
//!
//! A file is a chapter. Its lines that begin with `@` describe; all others are the clauses' text, in the language of
//! [`crate::template`]:
//!
//! ```text
//! @chapter 名称与住所 | Name and domicile
//!
//! @clause name
//! @title 联盟名称 | Name
//! @answers 第十八条（一）、第十七条（二）
//! 联盟的名称为“{alliance/name}”。
//! ```
//!
//! A clause all of whose text stands under a condition is left out where the condition fails.

use std::sync::LazyLock;

use super::choices::{Choice, choices};
use crate::dossier::FactPath;
use crate::language::{Bilingual, Label};
use crate::measures::Citation;
use crate::template::Template;

/// The chapters' files, in the order of Article 18's items.
pub(super) const FILES: [&str; 9] = [
    include_str!("clauses/1.txt"),
    include_str!("clauses/2.txt"),
    include_str!("clauses/3.txt"),
    include_str!("clauses/4.txt"),
    include_str!("clauses/5.txt"),
    include_str!("clauses/6.txt"),
    include_str!("clauses/7.txt"),
    include_str!("clauses/8.txt"),
    include_str!("clauses/9.txt"),
];

/// A chapter of the model charter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelChapter {
    /// 1 to 9; it answers the item of Article 18 with the same number.
    pub number: u8,
    /// Its title, without 第…章.
    pub title: Label,
    /// Its clauses, in order.
    pub clauses: Vec<Clause>,
}

/// A clause of the model charter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Stable id, the same in every version.
    pub id: &'static str,
    /// The chapter it stands in, 1 to 9.
    pub chapter: u8,
    /// What it is about.
    pub title: Label,
    /// What of the Measures it answers.
    pub answers: Vec<Citation>,
    /// Its text as it stands in the file.
    pub text: &'static str,
    pub(super) template: Template,
}

impl ModelChapter {
    /// The choices that are made in this chapter: each stands in the first that has a clause which asks about it, or where
    /// none does, in the last.
    #[must_use]
    pub fn choices(&self) -> Vec<&'static Choice> {
        let asks = |chapter: &ModelChapter, choice: &Choice| {
            chapter.clauses.iter().any(|clause| clause.choices().any(|id| id == choice.id))
        };
        let home = |choice: &Choice| chapters().iter().find(|chapter| asks(chapter, choice)).or(chapters().last());
        choices().iter().filter(|choice| home(choice).is_some_and(|home| home.number == self.number)).collect()
    }
}

impl Clause {
    /// The ids of the choices that decide between alternatives in its text, or whose words it prints.
    pub fn choices(&self) -> impl Iterator<Item = &str> {
        let conditions = self.template.conditions().into_iter().map(|condition| condition.name());
        let mut names: Vec<&str> = conditions.chain(self.template.names()).collect();
        names.sort_unstable();
        names.dedup();
        names.into_iter().filter_map(|name| name.strip_prefix("choice/"))
    }
}

/// Why a chapter's file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("chapter {chapter}, line {line}: {cause}")]
pub(super) struct LibraryError {
    chapter: u8,
    line: usize,
    cause: String,
}

// Parsed once; the files are part of the program, and a test reads every one of them.
static LIBRARY: LazyLock<Vec<ModelChapter>> =
    LazyLock::new(|| (1..).zip(FILES).filter_map(|(number, file)| read_chapter(number, file).ok()).collect());

/// The nine chapters of the model charter.
#[must_use]
pub fn chapters() -> &'static [ModelChapter] {
    &LIBRARY
}

/// All clauses of the model charter, in order.
pub fn clauses() -> impl Iterator<Item = &'static Clause> {
    chapters().iter().flat_map(|chapter| &chapter.clauses)
}

/// Where a clause stands, the model's or the founders' own: `charter/clause/name`.
#[must_use]
pub fn clause_path(id: &str) -> FactPath {
    FactPath::new(format!("charter/clause/{id}"))
}

/// The clause with this id.
#[must_use]
pub fn clause(id: &str) -> Option<&'static Clause> {
    clauses().find(|clause| clause.id == id)
}

pub(super) fn read_chapter(number: u8, file: &'static str) -> Result<ModelChapter, LibraryError> {
    let mut chapter = ModelChapter { number, title: Bilingual { zh: "", en: "" }, clauses: Vec::new() };
    let mut sections = file.split("@clause ");
    let mut line = 1;
    let error = |line, cause: &str| LibraryError { chapter: number, line, cause: cause.to_owned() };
    if let Some(head) = sections.next() {
        let title = head.trim().strip_prefix("@chapter ").and_then(both).ok_or_else(|| error(line, "@chapter"))?;
        chapter.title = title;
        line += head.matches('\n').count();
    }
    for section in sections {
        let clause = read_clause(number, section).map_err(|(below, cause)| error(line + below, &cause))?;
        chapter.clauses.push(clause);
        line += section.matches('\n').count();
    }
    Ok(chapter)
}

fn read_clause(chapter: u8, section: &'static str) -> Result<Clause, (usize, String)> {
    let (id, rest) = section.split_once('\n').ok_or((0, "@clause".to_owned()))?;
    let (title, rest) = rest.split_once('\n').ok_or((1, "@title".to_owned()))?;
    let (answers, text) = rest.split_once('\n').ok_or((2, "@answers".to_owned()))?;
    let title = title.strip_prefix("@title ").and_then(both).ok_or((1, "@title".to_owned()))?;
    let answers = answers.strip_prefix("@answers ").ok_or((2, "@answers".to_owned()))?;
    let answers: Result<Vec<Citation>, _> = answers.split('、').map(str::parse).collect();
    let answers = answers.map_err(|error| (2, error.to_string()))?;
    let template = Template::parse(text).map_err(|errors| {
        let line = errors.first().map_or(0, |error| error.line);
        (line + 2, errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
    })?;
    Ok(Clause { id: id.trim(), chapter, title, answers, text: text.trim(), template })
}

fn both(text: &'static str) -> Option<Label> {
    let (zh, en) = text.trim().split_once(" | ")?;
    Some(Bilingual { zh, en })
}
