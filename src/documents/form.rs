//! Rows of a form: what is asked, and the answer.

use super::answers::answer_to;
use super::blocks::{cell_of, head, row};
use super::facts::DocumentFacts;
use super::representation::{Row, Words};

/// Shares of a form with two pairs of label and answer a row: a code of 18 characters and most addresses stay on one line.
pub(super) const PAIRS: [u16; 4] = [25, 53, 25, 53];
/// Shares of a form with one pair a row.
pub(super) const LINES: [u16; 2] = [30, 126];

/// A label and the name of the fact that answers it.
pub(super) type Field<'a> = (&'a str, &'a str);

/// One pair over the width of a form of so many columns.
pub(super) fn line(facts: &DocumentFacts, (label, name): Field, columns: u8) -> Row {
    told(label, answer_to(facts, label, name), columns)
}

/// Two pairs in a row.
pub(super) fn pair(facts: &DocumentFacts, left: Field, right: Field) -> Row {
    let cells = [left, right].map(|(label, name)| [head(label), cell_of(answer_to(facts, label, name))]);
    row(cells.into_iter().flatten().collect())
}

/// A label and what is told in answer.
pub(super) fn told(label: &str, answer: Vec<Words>, columns: u8) -> Row {
    row(vec![head(label), cell_of(answer).over(columns.saturating_sub(1))])
}
