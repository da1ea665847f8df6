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
    /// Room between the letter before and this one, where they share a line; less than nothing for two marks.
    pub before: f32,
}

/// The characters of one paragraph.
#[derive(Debug, Default)]
pub struct Letters {
    letters: Vec<Letter>,
}

impl Letters {
    /// All of them.
    pub fn all(&self) -> &[Letter] {
        &self.letters
    }

    /// Forgets the paragraph before; the room for it is kept.
    pub fn clear(&mut self) {
        self.letters.clear();
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
        let width = match class {
            Class::LineEnd | Class::Tab => 0.0,
            _ => typeface.advance(character) * size,
        };
        self.mend_apostrophe(class, size);
        let before = self.letters.last().map_or(0.0, |last| last.class.room_before(class) * size);
        self.letters.push(Letter { character, class, typeface, missing, width, before });
    }

    /// ’ between two letters is no quotation mark: O’Brien.
    fn mend_apostrophe(&mut self, next: Class, size: f32) {
        if let [.., letter, mark] = self.letters.as_mut_slice()
            && (letter.class, mark.character, next) == (Class::Letter, '’', Class::Letter)
        {
            mark.class = Class::Sign;
            mark.width = size / 2.0;
        }
    }
}
