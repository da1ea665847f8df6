//! The characters that no font has.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{FontRole, Fonts, Lookup};
use crate::render::{Mark, Pages, Typeface};

/// A character that no font has: it is printed as 〓 and has to be written in by hand, or typed otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// The character.
    pub character: char,
    /// The number printed on the first page it stands on.
    pub page: u32,
    /// The words of its line.
    pub around: String,
}

impl Fonts {
    /// Whether a text has characters that only the rare file may have, and that file is not there.
    #[must_use]
    pub fn wants_rare(&self, text: &str) -> bool {
        let mut lookup = Lookup::new(self);
        let mut is_missing = |character| lookup.place(Typeface::Song, character).is_some_and(|placed| placed.missing);
        self.faces.iter().all(|face| face.role != FontRole::Rare) && text.chars().any(&mut is_missing)
    }

    /// Every character of the pages that no font has, in the order and at the place of its first appearance.
    #[must_use]
    pub fn missing(&self, pages: &Pages) -> Vec<Missing> {
        let mut lookup = Lookup::new(self);
        let mut seen = BTreeSet::new();
        let mut missing = Vec::new();
        for page in &pages.pages {
            for mark in &page.marks {
                let Mark::Text(run) = mark else { continue };
                for glyph in &run.glyphs {
                    let placed = lookup.place(run.typeface, glyph.character);
                    if placed.is_some_and(|placed| placed.missing) && seen.insert(glyph.character) {
                        let around = words_on_line(&page.marks, run.baseline);
                        missing.push(Missing { character: glyph.character, page: page.number, around });
                    }
                }
            }
        }
        missing
    }
}

/// All words that stand on one line of a page.
fn words_on_line(marks: &[Mark], baseline: f32) -> String {
    marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text(run) if (run.baseline - baseline).abs() < 0.5 => Some(&run.glyphs),
            _ => None,
        })
        .flatten()
        .map(|glyph| glyph.character)
        .collect()
}
