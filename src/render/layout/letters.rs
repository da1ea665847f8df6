//! A paragraph's characters in a row, each with the room it takes, before they are broken into lines.

use super::characters::Class;
use crate::documents::Span;
use crate::render::Typeface;

/// A character of a paragraph. Lengths are in points.
#[derive(Debug, Clone, Copy)]
pub struct Letter {
    /// The character.
    pub character: char,
    /// What it is to a line.
    pub class: Class,
    /// Its typeface.
    pub typeface: Typeface,
    /// Whether it belongs to a missing fact.
    pub missing: bool,
    /// The room it takes.
    pub width: f32,
    /// Where its origin stands in that room.
    pub inset: f32,
    /// Room between the letter before and this one, where they share a line; less than nothing for two marks.
    pub before: f32,
}

/// The characters of one paragraph.
#[derive(Debug, Default)]
pub struct Letters {
    /// The typeface of words that do not stand out, and the size.
    pub letters: Vec<Letter>,
    /// Whether the last one is a dash that the next one may be joined to.
    dash: bool,
}

impl Letters {
    /// Forgets the paragraph before; the room for it is kept.
    pub fn clear(&mut self) {
        self.letters.clear();
        self.dash = false;
    }

    /// Adds words.
    pub fn spans(&mut self, spans: &[Span], typeface: Typeface, size: f32) {
        for span in spans {
            match span {
                Span::Text(words) => self.words(words, typeface, size, false),
                Span::Strong(words) => self.words(words, Typeface::Hei, size, false),
                Span::Blank(label) => {
                    for words in ["〔待填：", label, "〕"] {
                        self.words(words, Typeface::Hei, size, true);
                    }
                }
            }
        }
    }

    /// Adds words of one typeface.
    pub fn words(&mut self, words: &str, typeface: Typeface, size: f32, missing: bool) {
        let mut last = '\0';
        for character in words.chars() {
            let second = last == '\r' && character == '\n';
            last = character;
            if let Some(class) = Class::of(character).filter(|_| !second) {
                self.push(character, class, typeface, size, missing);
            }
        }
    }

    fn push(&mut self, character: char, class: Class, typeface: Typeface, size: f32, missing: bool) {
        let advance = typeface.advance(character);
        let width = match class {
            Class::LineEnd | Class::Tab => 0.0,
            Class::Opening | Class::Closing | Class::Trailing | Class::Leading | Class::Long => advance.max(1.0),
            _ => advance,
        };
        // Where a face has a narrower shape for it, a mark stands where its ink is expected.
        let inset = match class {
            Class::Opening => width - advance,
            Class::Closing => 0.0,
            _ => (width - advance) / 2.0,
        };
        let before = self.letters.last().map_or(0.0, |last| last.class.room_before(class));
        let letter = Letter {
            character,
            class,
            typeface,
            missing,
            width: width * size,
            inset: inset * size,
            before: before * size,
        };
        self.letters.push(letter);
        self.join_dashes(character == '—', advance, size);
    }

    /// 破折号: two dashes are drawn as one line, in the middle of the two squares.
    fn join_dashes(&mut self, dash: bool, advance: f32, size: f32) {
        /// How far the ink of a dash stands from either end of its room, in the faces where it does not fill the square.
        const BEARING: f32 = 0.045;
        let joins = dash && self.dash;
        if let [.., first, second] = self.letters.as_mut_slice()
            && joins
            && advance < 1.0
        {
            let pitch = advance - 2.0 * BEARING;
            let side = (2.0 - pitch - advance) / 2.0;
            first.inset = side * size;
            second.inset = (side + pitch - 1.0) * size;
        }
        self.dash = dash && !joins;
    }
}
