//! The charter as it stands: whether it holds what Article 18 lists and what Articles 19, 23–28, 32 and 33 ask of an
//! alliance, whether it is complete, and whether the founders' own words go against the Measures.
//!
//! The model's clauses are known to answer what they answer. The founders' own words are judged by keywords alone, and
//! therefore never pass without a word to check them.

mod article_numbers;
mod blanks;
mod coverage;
pub mod existing;
mod founders_words;
mod points;
mod references;
mod requirements;
#[cfg(test)]
mod tests;
mod unreadable;
mod vacancies;

pub use coverage::{RULE, outcome};
pub use points::{Point, PointState, points};

use super::Finding;
use crate::charter::{Article, Charter};
use crate::dossier::Dossier;
use crate::language::{Message, label};
use crate::message;
use crate::template::{Missing, Span};

/// The ids of its findings.
pub const CHECKS: [&str; 12] = [
    "charter-empty-article",
    "charter-empty-chapter",
    "charter-gap",
    "charter-own-wording",
    "charter-unreadable",
    "charter-choice",
    "charter-reference",
    "charter-personality",
    "charter-fees",
    "charter-borrowed-name",
    "charter-monopoly",
    "charter-profit",
];

/// Everything that is to be looked at in the charter of a dossier: its faults, then its blanks.
#[must_use]
pub fn findings(dossier: &Dossier, charter: &Charter) -> Vec<Finding> {
    let mut findings = faults(dossier, charter);
    findings.extend(blanks::findings(dossier, charter));
    findings
}

/// What is wrong with the charter. A blank is no fault: it is what [`outcome`] is still waiting for.
#[must_use]
pub fn faults(dossier: &Dossier, charter: &Charter) -> Vec<Finding> {
    let mut faults = vacancies::findings(charter);
    faults.extend(coverage::findings(charter));
    faults.extend(unreadable::findings(dossier, charter));
    faults.extend(references::findings(charter));
    faults.extend(article_numbers::findings(charter));
    faults.extend(founders_words::findings(charter));
    faults
}

/// What an article is called in a sentence: 第五条（联盟性质）.
fn called(article: &Article) -> Message {
    let own = label("自拟条款", "own clause");
    let (label, number, title) = (article.label(), article.number, article.title.unwrap_or(own));
    let (zh, en) = (title.zh, title.en);
    message!("{label}（{zh}）", "Article {number} ({en})")
}

/// Several names in one sentence.
fn listed(names: &[Message]) -> Message {
    let zh = names.iter().map(|name| name.zh.as_str()).collect::<Vec<_>>().join("、");
    let en = names.iter().map(|name| name.en.as_str()).collect::<Vec<_>>().join(", ");
    Message { zh, en }
}

/// A fact that a text of the charter refers to and that is not there.
fn missing(article: &Article) -> impl Iterator<Item = &Missing> {
    article.paragraphs.iter().flatten().filter_map(|span| match span {
        Span::Missing(missing) => Some(missing),
        Span::Words(_) => None,
    })
}
