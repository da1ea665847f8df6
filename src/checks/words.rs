//! Words that many checks share.

use std::sync::Arc;

use super::row::Row;
use crate::dossier::{Dossier, FactPath, Member};
use crate::language::{Label, Message, label};
use crate::message;

/// How much of a user's words a sentence repeats, in characters.
const CLIP: usize = 40;
/// How many names a sentence lists before it only counts.
const LISTED: usize = 5;

/// The first characters of a text that may be of any length.
pub(super) fn clipped(text: &str) -> String {
    if text.chars().count() <= CLIP && !text.contains(char::is_control) {
        return text.to_owned();
    }
    let mut clipped: String = text.chars().filter(|character| !character.is_control()).take(CLIP + 1).collect();
    if let Some((end, _)) = clipped.char_indices().nth(CLIP) {
        clipped.truncate(end);
        clipped.push('…');
    }
    clipped
}

/// The first characters in quotation marks.
pub(super) fn quoted(text: &str) -> String {
    ["“", &clipped(text), "”"].concat()
}

/// What a member is called in a sentence: its name, or its row, from 1, while it has none.
pub(super) fn called(member: &Member, row: usize) -> Message {
    match member.name.given() {
        Some(name) => {
            let name = quoted(name.as_str());
            Message { zh: name.clone(), en: name }
        }
        None => {
            let code = member.uscc.given().map(|code| clipped(code.as_str())).unwrap_or_default();
            message!("第{row}行成员（未填名称）{code}", "the member in row {row} (no name yet) {code}")
        }
    }
}

/// Members by name: “甲”、“乙”等7家; “A”, “B” and 5 more.
pub(super) fn names(members: &[&Arc<Row>]) -> Message {
    let (zh, en): (Vec<_>, Vec<_>) =
        members.iter().take(LISTED).map(|member| member.called()).map(|Message { zh, en }| (zh, en)).unzip();
    let (zh, en) = (zh.join("、"), en.join(", "));
    match (members.len(), members.len().saturating_sub(LISTED)) {
        (_, 0) => message!("{zh}", "{en}"),
        (count, more) => message!("{zh}等{count}家", "{en} and {more} more"),
    }
}

/// What the question for a fact calls it.
pub(super) fn fact_label(path: &FactPath) -> Label {
    Dossier::question(path).map_or(label("", ""), |question| question.label)
}
