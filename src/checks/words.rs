//! Words that many checks share.

use super::row::Row;
use crate::dossier::{Dossier, FactPath};
use crate::language::{Label, Message, label};
use crate::message;

/// How much of a user's words a sentence repeats, in characters.
const CLIP: usize = 40;
/// How many names a sentence lists before it only counts.
const LISTED: usize = 5;

/// The first characters of a text that may be of any length.
pub(super) fn clipped(text: &str) -> String {
    let mut clipped: String = text.chars().filter(|character| !character.is_control()).take(CLIP + 1).collect();
    if let Some((end, _)) = clipped.char_indices().nth(CLIP) {
        clipped.truncate(end);
        clipped.push('…');
    }
    clipped
}

/// The first characters in quotation marks.
pub(super) fn quoted(text: &str) -> String {
    format!("“{}”", clipped(text))
}

/// Members by name: “甲”、“乙”等7家; “A”, “B” and 5 more.
pub(super) fn names(members: &[&Row]) -> Message {
    let called = || members.iter().take(LISTED).map(|member| &member.called);
    let zh = called().map(|name| name.zh.as_str()).collect::<Vec<_>>().join("、");
    let en = called().map(|name| name.en.as_str()).collect::<Vec<_>>().join(", ");
    match (members.len(), members.len().saturating_sub(LISTED)) {
        (_, 0) => message!("{zh}", "{en}"),
        (count, more) => message!("{zh}等{count}家", "{en} and {more} more"),
    }
}

/// What the question for a fact calls it.
pub(super) fn fact_label(path: &FactPath) -> Label {
    Dossier::question(path).map_or(label("", ""), |question| question.label)
}
