//! 比较: what stands otherwise in another dossier, in words, and what that other one could add.
//!
//! Two dossiers may be two states of one, or have nothing to do with each other. Facts are told by the words of their
//! questions, members by their codes, names and ids, attachments by their sums, the charter by its choices and clauses.
//! [`compare`] tells all that a founder would see changed; [`supplement`] gives what is here with what is missing from there,
//! so comparing before and after tells what it adds. This room must never decide which of two answers is right, and never
//! takes anything away.

mod attachments;
mod charter;
mod facts;
mod members;
mod supplement;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use serde_json::{Map, Value};

pub use supplement::supplement;

use crate::dossier::{Dossier, Section};
use crate::language::{Label, Message, label};
use crate::message;
use members::Pairs;

/// Something that stands otherwise in the other dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The part of the dossier.
    pub section: Section,
    /// The member whose fact it is, by its name here.
    pub unit: Option<Message>,
    /// What differs: a question, a member, a clause, a file.
    pub what: Message,
    /// What stands here; empty where nothing does.
    pub before: Message,
    /// What stands there; empty where nothing does.
    pub after: Message,
}

/// What a difference comes to for what is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Nothing stands here.
    Added,
    /// Something else stands here.
    Changed,
    /// Nothing stands there.
    Removed,
}

impl Effect {
    /// The words.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Added => label("新增", "Added"),
            Self::Changed => label("改变", "Changed"),
            Self::Removed => label("去掉", "Taken away"),
        }
    }
}

impl Difference {
    /// What it comes to, were there to take the place of here.
    #[must_use]
    pub fn effect(&self) -> Effect {
        match (self.before.zh.is_empty(), self.after.zh.is_empty()) {
            (true, _) => Effect::Added,
            (false, true) => Effect::Removed,
            (false, false) => Effect::Changed,
        }
    }
}

impl Difference {
    /// Before and after, cut to so many characters each around where they begin to differ.
    #[must_use]
    pub fn excerpts(&self, most: usize) -> (Message, Message) {
        let cut = |before: &str, after: &str| {
            let same = before.chars().zip(after.chars()).take_while(|(one, other)| one == other).count();
            // A little of what is the same shows where it is.
            let start = if before.chars().count().max(after.chars().count()) > most {
                same.saturating_sub(most / 4)
            } else {
                0
            };
            (excerpt(before, start, most), excerpt(after, start, most))
        };
        let (zh, en) = (cut(&self.before.zh, &self.after.zh), cut(&self.before.en, &self.after.en));
        (Message { zh: zh.0, en: en.0 }, Message { zh: zh.1, en: en.1 })
    }
}

/// So many characters from a place on, with an ellipsis where something is left out.
fn excerpt(text: &str, start: usize, most: usize) -> String {
    let mut rest = text.chars().skip(start);
    let shown: String = rest.by_ref().take(most).collect();
    let before = if start > 0 { "…" } else { "" };
    let after = if rest.next().is_some() { "…" } else { "" };
    format!("{before}{shown}{after}")
}

/// All that stands otherwise `there`, in the order of the screens.
#[must_use]
pub fn compare(here: &Dossier, there: &Dossier) -> Vec<Difference> {
    let pairs = Pairs::of(&here.members, &there.members);
    let mut found = facts::part("alliance", here, there);
    found.extend(members::differences(here, there, &pairs));
    found.extend(facts::part("secretariat", here, there));
    found.extend(facts::part("setup", here, there));
    found.extend(charter::differences(here, there));
    found.extend(facts::part("materials", here, there));
    found.extend(attachments::differences(here, there, &pairs));
    found.extend(unknown(Section::Materials, None, &here.extra, &there.extra));
    found
}

/// How many facts are answered, readable or not.
#[must_use]
pub fn answers(dossier: &Dossier) -> usize {
    facts::answered(dossier)
}

/// What a newer version of the program wrote and this one only keeps.
fn unknown(
    section: Section,
    unit: Option<&Message>,
    here: &Map<String, Value>,
    there: &Map<String, Value>,
) -> Vec<Difference> {
    let keys: BTreeSet<&str> = here.keys().chain(there.keys()).map(String::as_str).collect();
    let written = |map: &Map<String, Value>, key: &str| {
        let text = map.get(key).map(Value::to_string).unwrap_or_default();
        message!("{text}", "{text}")
    };
    let differing = keys.into_iter().filter(|key| here.get(*key) != there.get(*key));
    differing
        .map(|key| Difference {
            section,
            unit: unit.cloned(),
            what: message!("本版本不认识的内容“{key}”", "content “{key}”, unknown to this version"),
            before: written(here, key),
            after: written(there, key),
        })
        .collect()
}

/// Nothing, in words.
fn nothing() -> Message {
    Message { zh: String::new(), en: String::new() }
}
