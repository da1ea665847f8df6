//! The picture of what rests on an article: its places on one side, kinds of things on the other, lines between.

use super::{Use, UseKind};
use crate::measures::Citation;

/// A small graph in two columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The left column: the article, or those of its items on which something rests.
    pub places: Vec<Citation>,
    /// The right column: each kind, and how many things of it there are.
    pub kinds: Vec<(UseKind, usize)>,
    /// How many things of a kind rest on a place: index of the place, index of the kind, number. None is zero.
    pub lines: Vec<(usize, usize, usize)>,
}

/// The picture of these uses.
#[must_use]
pub fn picture(uses: &[Use]) -> Picture {
    let mut places: Vec<Citation> = uses.iter().flat_map(|one| one.citations.iter().copied()).collect();
    places.sort_unstable();
    places.dedup();
    let of_kind = |kind: UseKind| uses.iter().filter(move |one| one.user.kind() == kind);
    let kinds: Vec<(UseKind, usize)> =
        UseKind::ALL.into_iter().map(|kind| (kind, of_kind(kind).count())).filter(|(_, count)| *count > 0).collect();
    let mut lines = Vec::new();
    for (left, place) in places.iter().enumerate() {
        for (right, (kind, _)) in kinds.iter().enumerate() {
            let count = of_kind(*kind).filter(|one| one.citations.contains(place)).count();
            if count > 0 {
                lines.push((left, right, count));
            }
        }
    }
    Picture { places, kinds, lines }
}

#[cfg(test)]
mod tests {
    use super::super::uses_of;
    use super::*;
    use crate::measures::articles;

    #[test]
    fn every_use_is_on_a_line_and_every_line_stands_for_uses() {
        for article in articles() {
            let uses = uses_of(article.number);
            let drawn = picture(&uses);
            let drawn_of_a_kind: usize = drawn.kinds.iter().map(|(_, count)| count).sum();
            assert_eq!(drawn_of_a_kind, uses.len(), "{}", article.number);
            let rests: usize = uses.iter().map(|one| one.citations.len()).sum();
            assert_eq!(drawn.lines.iter().map(|(.., count)| count).sum::<usize>(), rests, "{}", article.number);
        }
    }

    #[test]
    fn the_conditions_of_article_16_are_five_places() {
        let drawn = picture(&uses_of(16));
        assert_eq!(drawn.places, (1..=5).map(|item| Citation::item(16, item)).collect::<Vec<_>>());
    }
}
