//! Reading a fact by its name as words: of a sentence, or of an answer in a form.

use super::blocks::{blank, words};
use super::representation::Words;
use crate::dossier::{Dossier, FactPath, Member};
use crate::template::{Facts, Value};

/// The words of a fact, 〔待填〕 where it is missing.
pub(super) fn words_of(facts: &dyn Facts, name: &str) -> Words {
    match facts.value(name) {
        Some(Value::Words { words: text, .. }) => words(text),
        Some(Value::Paragraphs(paragraphs)) => words(paragraphs.concat()),
        Some(Value::Missing(missing)) => blank(missing.label),
        None => blank(name),
    }
}

/// The paragraphs of a fact, one 〔待填〕 where it is missing.
pub(super) fn paragraphs_of(facts: &dyn Facts, name: &str) -> Vec<Words> {
    match facts.value(name) {
        Some(Value::Paragraphs(paragraphs)) => paragraphs.into_iter().map(words).collect(),
        _ => vec![words_of(facts, name)],
    }
}

/// What answers a label of a form or the head of a column: a fact that may stay blank and does is "—", any other that is
/// missing is 〔待填：label〕.
pub(super) fn answer_to(facts: &dyn Facts, label: &str, name: &str) -> Vec<Words> {
    match facts.value(name) {
        Some(Value::Words { words: text, .. }) => vec![words(text)],
        Some(Value::Paragraphs(paragraphs)) => paragraphs.into_iter().map(words).collect(),
        _ if is_optional(name) => vec![words("—")],
        _ => vec![blank(label)],
    }
}

/// Whether a fact may stay blank.
fn is_optional(name: &str) -> bool {
    let key = name.rsplit('/').next().unwrap_or(name);
    match name.split('/').next() {
        Some("chair" | "secretary" | "member" | "count") => {
            Member::QUESTIONS.iter().any(|question| question.key == key && question.optional)
        }
        _ => Dossier::question(&FactPath::new(name)).is_some_and(|question| question.optional),
    }
}

/// Whether a fact is known.
pub(super) fn is_known(facts: &dyn Facts, name: &str) -> bool {
    matches!(facts.value(name), Some(Value::Words { .. } | Value::Paragraphs(_)))
}
