//! In what two wordings differ, piece by piece, in a grain that can be read.
//!
//! Chinese has no blanks between words: single characters are compared, Latin words and numbers as wholes. What is the same
//! between two changes, and shorter than either of them, is taken for chance and joins them.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What became of a piece of a wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fate {
    /// It stands in both.
    Same,
    /// It stands in the first only.
    Removed,
    /// It stands in the second only.
    Added,
}

/// A piece of a wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// What became of it.
    pub fate: Fate,
    /// Its words.
    pub text: String,
}

/// A stretch that is the same, or one that was changed from one text into another.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stretch {
    Same(String),
    Changed(String, String),
}

/// How `before` becomes `after`, in order: what is removed stands before what is put in its place.
#[must_use]
pub fn difference(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (tokens(before), tokens(after));
    let stretches = capture_diff_slices(Algorithm::Myers, &old, &new).into_iter().map(|op| stretch(&old, &new, op));
    let piece = |fate, text: String| (!text.is_empty()).then_some(Piece { fate, text });
    joined(stretches.collect())
        .into_iter()
        .flat_map(|stretch| match stretch {
            Stretch::Same(text) => [piece(Fate::Same, text), None],
            Stretch::Changed(old, new) => [piece(Fate::Removed, old), piece(Fate::Added, new)],
        })
        .flatten()
        .collect()
}

/// Words of Latin letters and digits, and single characters of any other kind.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word = rest.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (token, behind) = rest.split_at(word.max(first.len_utf8()));
        tokens.push(token);
        rest = behind;
    }
    tokens
}

fn stretch(old: &[&str], new: &[&str], op: DiffOp) -> Stretch {
    let of = |tokens: &[&str], range: Range<usize>| tokens.get(range).unwrap_or_default().concat();
    match op {
        DiffOp::Equal { .. } => Stretch::Same(of(old, op.old_range())),
        _ => Stretch::Changed(of(old, op.old_range()), of(new, op.new_range())),
    }
}

/// The stretches with changes joined that only a chance likeness parts.
fn joined(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut done: Vec<Stretch> = Vec::new();
    for stretch in stretches {
        let Stretch::Changed(old, new) = &stretch else {
            done.push(stretch);
            continue;
        };
        let size = old.chars().count().max(new.chars().count());
        match done.as_slice() {
            [.., Stretch::Changed(before_old, before_new), Stretch::Same(same)]
                if is_chance(same, before_old, before_new, size) =>
            {
                let whole = Stretch::Changed(format!("{before_old}{same}{old}"), format!("{before_new}{same}{new}"));
                done.truncate(done.len().saturating_sub(2));
                done.push(whole);
            }
            [.., Stretch::Changed(before_old, before_new)] => {
                let whole = Stretch::Changed(format!("{before_old}{old}"), format!("{before_new}{new}"));
                done.pop();
                done.push(whole);
            }
            _ => done.push(stretch),
        }
    }
    done
}

/// Whether what is the same between two changes is shorter than either and no end of a sentence.
fn is_chance(same: &str, old: &str, new: &str, size: usize) -> bool {
    let length = same.chars().count();
    let before = old.chars().count().max(new.chars().count());
    length < before.min(size).max(2) && !same.contains(['。', '；', '\n'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `{- removed -}` and `{+ added +}` in the running text.
    fn shown(before: &str, after: &str) -> String {
        let mark = |piece: Piece| match piece.fate {
            Fate::Same => piece.text,
            Fate::Removed => format!("[-{}]", piece.text),
            Fate::Added => format!("[+{}]", piece.text),
        };
        difference(before, after).into_iter().map(mark).collect()
    }

    #[test]
    fn differences_read_as_a_reader_would_mark_them() {
        let rows = [
            ("nothing changed", "甲乙。", "甲乙。", "甲乙。"),
            ("a number", "提前三十日通知。", "提前六十日通知。", "提前[-三][+六]十日通知。"),
            ("words put in", "经理事会审议。", "经理事会书面审议。", "经理事会[+书面]审议。"),
            ("words taken out", "每年至少召开一次。", "每年召开一次。", "每年[-至少]召开一次。"),
            ("a number of digits is one word", "10日内备案", "30日内备案", "[-10][+30]日内备案"),
            (
                "a sentence of one's own in place of the model's",
                "联盟的宗旨是服务产业。",
                "我们共同进步、携手发展。",
                "[-联盟的宗旨是服务产业][+我们共同进步、携手发展]。",
            ),
            ("a paragraph added", "甲。", "甲。\n乙。", "甲。[+\n乙。]"),
            ("all of it new", "", "甲。", "[+甲。]"),
            ("all of it gone", "甲。", "", "[-甲。]"),
        ];
        for (sentence, before, after, expected) in rows {
            assert_eq!(shown(before, after), expected, "{sentence}");
        }
    }

    proptest! {
        #[test]
        fn both_texts_come_back_from_their_difference(before in "[甲乙丙a1 。\n]{0,40}", after in "[甲乙丙a1 。\n]{0,40}") {
            let pieces = difference(&before, &after);
            let without = |fate: Fate| pieces.iter().filter(|piece| piece.fate != fate).map(|piece| piece.text.as_str()).collect::<String>();
            prop_assert_eq!(without(Fate::Added), before);
            prop_assert_eq!(without(Fate::Removed), after);
        }
    }
}
