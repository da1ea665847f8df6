//! 已有章程对照: a charter that somebody else wrote, read beside what Article 18 lists and Articles 19, 23 to 28, 32 and 33
//! ask of an alliance.
//!
//! Words are found, not understood: what is called 写明 stands there in so many words or under a title of that name; what
//! only has the words near each other wants a reader; what is not found may still be said in other words. The reading
//! never turns into a verdict.

mod passages;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod wild;

use serde::{Deserialize, Serialize};

use passages::Passage;

use super::requirements::{REQUIREMENTS, Requirement};
use super::{article_numbers, founders_words};
use crate::checks::Severity;
use crate::language::{Label, Message, label};
use crate::measures::Citation;

/// The longest charter that is read, in characters: some ten times a long one.
pub const LONGEST: usize = 400_000;
/// How many places are shown for one matter.
const MOST_PLACES: usize = 3;
/// How much of a sentence is quoted, in characters.
const QUOTED: usize = 60;

/// What a charter says of what it is to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// How many articles, or where it has none, paragraphs, were read.
    pub passages: usize,
    /// Each matter that is asked for, in the order of the Measures.
    pub matters: Vec<Matter>,
    /// Sentences that seem to go against the Measures, in the charter's order.
    pub doubts: Vec<Doubt>,
    /// References to articles that the charter does not have, in its order.
    pub astray: Vec<Astray>,
}

/// How surely a charter says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Sureness {
    /// 没有找到.
    NotFound,
    /// 可能写明，请核对.
    Perhaps,
    /// 写明.
    Said,
}

impl Sureness {
    /// In words.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::NotFound => label("没有找到", "Not found"),
            Self::Perhaps => label("可能写明，请核对", "Perhaps: check it"),
            Self::Said => label("写明", "Said"),
        }
    }
}

/// A matter that a charter is to hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// Where the Measures ask for it, as an anchor that [`Citation`] reads back: `18-1`.
    pub citation: String,
    /// What it is.
    pub what: Message,
    /// Whether it is one of the nine items of Article 18.
    pub is_item: bool,
    /// How surely it is said.
    pub sureness: Sureness,
    /// Where, the surest first.
    pub places: Vec<Place>,
    /// The clause of the model charter that says it.
    pub model: String,
}

/// A place in a charter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The article's number as the charter writes it.
    pub label: String,
    /// The sentence, cut where it is long.
    pub quote: String,
}

/// A sentence that seems to go against the Measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// The article of the Measures.
    pub citation: String,
    /// What the sentence seems to say.
    pub says: Message,
    /// What to do.
    pub remedy: Message,
    /// Whether it is grave.
    pub is_grave: bool,
    /// The sentence.
    pub place: Place,
}

/// A reference to an article that the charter does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Astray {
    /// The article, as the charter writes it.
    pub article: String,
    /// The sentence.
    pub place: Place,
}

/// Reads a charter's text, a paragraph a line. What is beyond [`LONGEST`] is not read.
#[must_use]
pub fn read(text: &str) -> Reading {
    let text: String = text.chars().take(LONGEST).collect();
    let passages = passages::passages(&text);
    Reading {
        passages: passages.len(),
        matters: REQUIREMENTS.iter().map(|requirement| matter(requirement, &passages)).collect(),
        doubts: passages.iter().flat_map(doubts).collect(),
        astray: astray(&passages),
    }
}

fn matter(requirement: &Requirement, passages: &[Passage]) -> Matter {
    let mut found: Vec<(Sureness, Place)> =
        passages.iter().filter_map(|passage| sought(requirement, passage)).collect();
    found.sort_by_key(|(sureness, _)| std::cmp::Reverse(*sureness));
    let sureness = found.first().map_or(Sureness::NotFound, |(sureness, _)| *sureness);
    // Beside what says it, what only has the words is no help.
    let places = found.into_iter().filter(|(own, _)| *own == sureness).map(|(_, place)| place).take(MOST_PLACES);
    Matter {
        citation: requirement.citation.anchor(),
        what: requirement.what.to_message(),
        is_item: requirement.is_item(),
        sureness,
        places: places.collect(),
        model: requirement.clauses.first().copied().unwrap_or_default().to_owned(),
    }
}

/// Whether a passage says what is required, and with which sentence.
fn sought(requirement: &Requirement, passage: &Passage) -> Option<(Sureness, Place)> {
    let at = |sentence: &str| Place { label: passage.label.clone(), quote: cut(sentence) };
    let said = passage.sentences().find(|sentence| requirement.is_said_in(sentence));
    if let Some(sentence) = said {
        return Some((Sureness::Said, at(sentence)));
    }
    // An article's own title says what it is about; a chapter's says it only of the chapter.
    let named = passage.titles.last().is_some_and(|title| requirement.is_named(title));
    if let Some(sentence) = passage.sentences().find(|sentence| named && !sentence.is_ascii()) {
        return Some((Sureness::Said, at(sentence)));
    }
    let own_title = passage.titles.last().filter(|title| requirement.is_titled(title));
    if own_title.is_none() && !requirement.speaks_in(&passage.text) {
        return None;
    }
    let first = requirement.keywords.first().copied().unwrap_or_default();
    let telling = passage.sentences().find(|sentence| first.split('|').any(|form| sentence.contains(form)));
    Some((Sureness::Perhaps, at(telling.or_else(|| passage.sentences().next())?)))
}

fn doubts(passage: &Passage) -> Vec<Doubt> {
    let doubt = |(taboo, sentence): (&founders_words::Taboo, String)| Doubt {
        citation: taboo.citation.anchor(),
        says: taboo.says.to_message(),
        remedy: taboo.remedy.to_message(),
        is_grave: taboo.severity == Severity::Error,
        place: Place { label: passage.label.clone(), quote: cut(&sentence) },
    };
    // A short article without a full stop was taken for a title; what it lays down it lays down all the same.
    let rule = passage.titles.last().filter(|title| ["应", "须", "可", "得"].iter().any(|word| title.contains(word)));
    let text = format!("{}\n{}", rule.map_or("", String::as_str), passage.text);
    founders_words::said_in(&text).into_iter().map(doubt).collect()
}

/// References beyond the last article; none where the text has no articles.
fn astray(passages: &[Passage]) -> Vec<Astray> {
    let Some(last) = passages.iter().filter_map(Passage::article_number).max() else { return Vec::new() };
    let in_sentence = |passage: &Passage, sentence: &str| -> Vec<Astray> {
        let place = Place { label: passage.label.clone(), quote: cut(sentence) };
        let numbers = article_numbers::astray(sentence, last).into_iter();
        numbers.map(|article| Astray { article, place: place.clone() }).collect()
    };
    passages
        .iter()
        .flat_map(|passage| passage.sentences().flat_map(move |sentence| in_sentence(passage, sentence)))
        .collect()
}

fn cut(sentence: &str) -> String {
    let mut quote: String = sentence.chars().take(QUOTED).collect();
    if quote.len() < sentence.len() {
        quote.push('…');
    }
    quote
}

impl Reading {
    /// How many of the nine items of Article 18 are said, may be said, and were not found. An item of several parts is
    /// as sure as the least sure of them.
    #[must_use]
    pub fn items(&self) -> [usize; 3] {
        let least = |item: u8| {
            let anchor = Citation::item(18, item).anchor();
            self.matters.iter().filter(|matter| matter.citation == anchor).map(|matter| matter.sureness).min()
        };
        let least: Vec<Sureness> = (1..=9).filter_map(least).collect();
        [Sureness::Said, Sureness::Perhaps, Sureness::NotFound]
            .map(|sureness| least.iter().filter(|own| **own == sureness).count())
    }
}
