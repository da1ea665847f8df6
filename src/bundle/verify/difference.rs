//! Where two readings of a document differ, in words.

use super::report::Difference;
use super::texts::Line;

/// The most differences that are named of one document.
const MOST_NAMED: usize = 20;
/// The most pairs of lines that are compared with one another; beyond, lines are paired in their order.
const MOST_PAIRS: usize = 4_000_000;
/// How many characters are shown around what differs.
const BEFORE: usize = 16;
const SHOWN: usize = 80;

/// The differences, and how many more there are than are named.
pub fn differences(there: &[Line], here: &[Line]) -> (Vec<Difference>, usize) {
    let mut found = Vec::new();
    for (there, here) in changed_runs(there, here) {
        for pair in 0..there.len().max(here.len()) {
            found.extend(difference(there.get(pair), here.get(pair)));
        }
    }
    let more = found.len().saturating_sub(MOST_NAMED);
    found.truncate(MOST_NAMED);
    (found, more)
}

fn difference(there: Option<&Line>, here: Option<&Line>) -> Option<Difference> {
    let place = there.or(here)?.place.clone();
    let (there, here) = (there.map_or("", |line| &line.text), here.map_or("", |line| &line.text));
    let common = there.chars().zip(here.chars()).take_while(|(one, other)| one == other).count();
    Some(Difference { place, there: excerpt(there, common), here: excerpt(here, common) })
}

/// The words around the place where two lines part.
fn excerpt(text: &str, common: usize) -> String {
    let start = common.saturating_sub(BEFORE);
    let mut shown: String = text.chars().skip(start).take(SHOWN).collect();
    if start > 0 && !shown.is_empty() {
        shown.insert(0, '…');
    }
    if text.chars().nth(start + SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

type Run<'a> = (&'a [Line], &'a [Line]);

/// The runs of lines that stand in one and not in the other, each with what stands in its place.
fn changed_runs<'a>(there: &'a [Line], here: &'a [Line]) -> Vec<Run<'a>> {
    let same = |one: &Line, other: &Line| one.text == other.text;
    let head = there.iter().zip(here).take_while(|(one, other)| same(one, other)).count();
    let (there, here) = (there.get(head..).unwrap_or_default(), here.get(head..).unwrap_or_default());
    let tail = there.iter().rev().zip(here.iter().rev()).take_while(|(one, other)| same(one, other)).count();
    let there = there.get(..there.len() - tail).unwrap_or_default();
    let here = here.get(..here.len() - tail).unwrap_or_default();
    if there.len().saturating_mul(here.len()) > MOST_PAIRS {
        return vec![(there, here)];
    }
    let lengths = common_lengths(there, here);
    let common = |one: usize, other: usize| lengths.get(one).and_then(|row| row.get(other)).copied().unwrap_or(0);
    let mut runs = Vec::new();
    let (mut one, mut other) = (0, 0);
    let (mut from_one, mut from_other) = (0, 0);
    let mut close = |one: usize, other: usize, from_one: usize, from_other: usize| {
        if one > from_one || other > from_other {
            runs.push((there.get(from_one..one).unwrap_or_default(), here.get(from_other..other).unwrap_or_default()));
        }
    };
    while one < there.len() && other < here.len() {
        let equal = there.get(one).zip(here.get(other)).is_some_and(|(one, other)| same(one, other));
        if equal {
            close(one, other, from_one, from_other);
            (one, other) = (one + 1, other + 1);
            (from_one, from_other) = (one, other);
        } else if common(one + 1, other) >= common(one, other + 1) {
            one += 1;
        } else {
            other += 1;
        }
    }
    close(there.len(), here.len(), from_one, from_other);
    runs
}

/// For every two places how many lines, at most, can be paired from there on.
fn common_lengths(there: &[Line], here: &[Line]) -> Vec<Vec<u32>> {
    let mut rows = vec![vec![0_u32; here.len() + 1]];
    for one in there.iter().rev() {
        let below = rows.last().cloned().unwrap_or_default();
        let mut row = vec![0; here.len() + 1];
        let mut right = 0;
        for (place, other) in here.iter().enumerate().rev() {
            let value = if one.text == other.text {
                below.get(place + 1).copied().unwrap_or(0) + 1
            } else {
                right.max(below.get(place).copied().unwrap_or(0))
            };
            if let Some(cell) = row.get_mut(place) {
                *cell = value;
            }
            right = value;
        }
        rows.push(row);
    }
    rows.reverse();
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message;

    fn lines(texts: &[&str]) -> Vec<Line> {
        let line =
            |(number, text): (usize, &&str)| Line { place: message!("{number}", "{number}"), text: (*text).into() };
        texts.iter().enumerate().map(line).collect()
    }

    #[test]
    fn lines_that_were_changed_added_or_taken_away_are_named_with_their_place() {
        type Case<'a> = (&'a str, &'a [&'a str], &'a [&'a str], &'a [(&'a str, &'a str, &'a str)]);
        let cases: [Case; 7] = [
            ("nothing", &["a", "b"], &["a", "b"], &[]),
            ("one changed", &["a", "x", "c"], &["a", "b", "c"], &[("1", "x", "b")]),
            ("one added", &["a", "x", "b"], &["a", "b"], &[("1", "x", "")]),
            ("one taken away", &["a", "c"], &["a", "b", "c"], &[("1", "", "b")]),
            ("two apart", &["x", "b", "c", "y"], &["a", "b", "c", "d"], &[("0", "x", "a"), ("3", "y", "d")]),
            ("one moved", &["b", "c", "a"], &["a", "b", "c"], &[("0", "", "a"), ("2", "a", "")]),
            ("all gone", &[], &["a", "b"], &[("0", "", "a"), ("1", "", "b")]),
        ];
        for (sentence, there, here, expected) in cases {
            let (found, more) = differences(&lines(there), &lines(here));
            let found: Vec<_> =
                found.iter().map(|it| (it.place.zh.as_str(), it.there.as_str(), it.here.as_str())).collect();
            assert_eq!((found.as_slice(), more), (expected, 0), "{sentence}");
        }
    }

    #[test]
    fn long_lines_are_shown_around_the_place_where_they_part() {
        let (before, after) = ("前".repeat(100), "后".repeat(100));
        let (found, _) =
            differences(&lines(&[&format!("{before}甲{after}")]), &lines(&[&format!("{before}乙{after}")]));
        assert_eq!(found[0].there, format!("…{}甲{}…", "前".repeat(16), "后".repeat(63)));
        assert_eq!(found[0].here, format!("…{}乙{}…", "前".repeat(16), "后".repeat(63)));
    }

    #[test]
    fn many_differences_are_counted() {
        let texts: Vec<String> = (0..50).map(|number| number.to_string()).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (found, more) = differences(&lines(&texts), &lines(&["a", "b"]));
        assert_eq!((found.len(), more), (20, 30));
    }
}
