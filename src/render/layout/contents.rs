//! The contents list: an entry a heading, dots, and the number of its page at the right edge.

use std::ops::Range;

use super::galley::{Belongs, Galley, Room};
use super::look::{self, Look};
use super::paper::TEXT_WIDTH;
use crate::documents::Words;
use crate::render::pages::Glyph;

/// From one dot to the next. They stand in columns, counted from the right edge.
const DOT_PITCH: f32 = 5.6;
/// The least room for dots and number, in parts of the size: three dots and three digits.
const LEAST_LEADER: f32 = 3.5;

/// An entry of a contents list.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The words of the heading.
    pub words: &'a Words,
    /// 1 to 3.
    pub level: u8,
    /// The heading, as an index into the outline.
    pub heading: usize,
    /// The entry's piece of the structure.
    pub element: usize,
}

impl Entry<'_> {
    /// Sets the entry with this number of a page.
    pub fn set(&self, galley: &mut Galley, number: u32) -> (Look, Range<usize>) {
        let look = look::contents_entry(self.level);
        let belongs = Belongs { element: Some(self.element), link: Some(self.heading) };
        galley.begin();
        galley.spans(self.words, &look);
        let width = TEXT_WIDTH - LEAST_LEADER * look.size;
        let lines = galley.end(&look, Room { width, ..Room::TEXT }, belongs);
        let last = lines.end.saturating_sub(1);
        let number = number.to_string();
        let advance = |character| look.typeface.advance(character) * look.size;
        let mut x = TEXT_WIDTH - number.chars().map(advance).sum::<f32>();
        let dots = dots(galley.words_end(last).max(look.left) + look.size / 2.0, x - look.size / 4.0);
        let end = dots.last().map_or(0.0, |dot| dot.x + advance('.'));
        if !dots.is_empty() {
            galley.append(last, &look, &dots, end, Belongs { element: None, ..belongs });
        }
        let digits: Vec<Glyph> = (number.chars())
            .map(|character| {
                let glyph = Glyph { character, x };
                x += advance(character);
                glyph
            })
            .collect();
        galley.append(last, &look, &digits, TEXT_WIDTH, belongs);
        (look, lines)
    }
}

/// The dots between two places.
fn dots(from: f32, to: f32) -> Vec<Glyph> {
    let places = (1u8..=u8::MAX).map(|step| TEXT_WIDTH - f32::from(step) * DOT_PITCH);
    let mut dots: Vec<Glyph> = places
        .skip_while(|x| x + DOT_PITCH > to)
        .take_while(|x| *x >= from)
        .map(|x| Glyph { character: '.', x })
        .collect();
    dots.reverse();
    dots
}
