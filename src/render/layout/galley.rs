//! The galley: everything that is set in lines, before it is put on pages.
//!
//! Its lines know where they stand from left to right, counted from the left edge of the text, and how high they are;
//! where they stand from top to bottom, and on which page, is decided later.

use std::ops::Range;

use super::characters::Class;
use super::letters::Letters;
use super::lines::{self, Line, Measure};
use super::look::Look;
use super::paper::{TEXT_WIDTH, TOLERANCE};
use crate::documents::Span;
use crate::render::Typeface;
use crate::render::pages::{Glyph, Mark, Run};

/// Where in its pitch a line stands on: four fifths down, as text processors do it.
const STANDS_ON: f32 = 0.8;
/// How far the ground of a missing fact reaches over and under the line it stands on, in parts of the size.
const GROUND: [f32; 2] = [0.96, 0.2];

/// Lines that are set.
#[derive(Debug, Default)]
pub struct Galley {
    glyphs: Vec<Glyph>,
    strips: Vec<Strip>,
    lines: Vec<SetLine>,
    letters: Letters,
    breaks: Vec<Line>,
}

/// Characters of one line that are alike.
#[derive(Debug, Clone)]
struct Strip {
    typeface: Typeface,
    size: f32,
    glyphs: Range<usize>,
    end: f32,
    missing: bool,
    belongs: Belongs,
}

/// A line that is set.
#[derive(Debug, Clone)]
struct SetLine {
    strips: Range<usize>,
    /// Room over it.
    above: f32,
    pitch: f32,
    /// Room under it.
    below: f32,
}

/// What words belong to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Belongs {
    /// The piece of the structure; `None` for what only serves the paper.
    pub element: Option<usize>,
    /// The heading they lead to.
    pub link: Option<usize>,
}

/// The room words are set in, counted from the left edge of the text.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Its left edge.
    pub left: f32,
    /// Its width.
    pub width: f32,
}

impl Room {
    /// The whole width of the text.
    pub const TEXT: Self = Self { left: 0.0, width: TEXT_WIDTH };
}

impl Galley {
    /// Begins a paragraph.
    pub fn begin(&mut self) {
        self.letters.clear();
    }

    /// Adds words to the paragraph.
    pub fn spans(&mut self, spans: &[Span], look: &Look) {
        self.letters.spans(spans, look.typeface, look.size);
    }

    /// Adds words of one typeface to the paragraph.
    pub fn words(&mut self, words: &str, typeface: Typeface, look: &Look) {
        self.letters.words(words, typeface, look.size, false);
    }

    /// Breaks the paragraph into lines, at least one, and says which they are.
    pub fn end(&mut self, look: &Look, room: Room, belongs: Belongs) -> Range<usize> {
        let width = (room.width - look.left).max(0.0);
        let measure = Measure { width, first: look.first, size: look.size, side: look.side };
        let first = self.lines.len();
        lines::break_lines(self.letters.all(), measure, &mut self.breaks);
        for line in &self.breaks {
            let strips = self.strips.len();
            let left = room.left + look.left;
            lines::place(self.letters.all(), measure, line, |letter, x, end| {
                let character = if letter.class == Class::Tab { ' ' } else { letter.character };
                let glyph = Glyph { character, x: left + x };
                let at = self.glyphs.len();
                self.glyphs.push(glyph);
                let begun = self.strips.len() > strips;
                match self.strips.last_mut().filter(|_| begun) {
                    Some(strip) if strip.typeface == letter.typeface && strip.missing == letter.missing => {
                        strip.glyphs.end = at + 1;
                        strip.end = left + end;
                    }
                    last => {
                        // Of two marks beside each other, the second takes the empty half of the first.
                        if let Some(last) = last.filter(|_| begun && letter.before < 0.0) {
                            last.end = last.end.min(glyph.x);
                        }
                        self.strips.push(Strip {
                            typeface: letter.typeface,
                            size: look.size,
                            glyphs: at..at + 1,
                            end: left + end,
                            missing: letter.missing,
                            belongs,
                        });
                    }
                }
            });
            self.lines.push(SetLine { strips: strips..self.strips.len(), above: 0.0, pitch: look.pitch, below: 0.0 });
        }
        first..self.lines.len()
    }

    /// Gives the first of these lines room above and the last one room below, as part of their height.
    pub fn pad(&mut self, lines: Range<usize>, above: f32, below: f32) {
        if let Some(lines) = self.lines.get_mut(lines) {
            if let Some(first) = lines.first_mut() {
                first.above = above;
            }
            if let Some(last) = lines.last_mut() {
                last.below = below;
            }
        }
    }

    /// The height of a line, with what belongs to it above and below.
    pub fn height(&self, line: usize) -> f32 {
        self.lines.get(line).map_or(0.0, |line| line.above + line.pitch + line.below)
    }

    /// Where the words of a line end.
    pub fn words_end(&self, line: usize) -> f32 {
        self.strips_of(line).last().map_or(0.0, |strip| strip.end)
    }

    /// Adds characters to the end of a line that is set, each where it is told to stand.
    pub fn append(&mut self, line: usize, look: &Look, glyphs: &[Glyph], end: f32, belongs: Belongs) {
        let first = self.glyphs.len();
        self.glyphs.extend_from_slice(glyphs);
        if let Some(line) = self.lines.get_mut(line).filter(|line| line.strips.end == self.strips.len()) {
            self.strips.push(Strip {
                typeface: look.typeface,
                size: look.size,
                glyphs: first..self.glyphs.len(),
                end,
                missing: false,
                belongs,
            });
            line.strips.end = self.strips.len();
        }
    }

    fn strips_of(&self, line: usize) -> &[Strip] {
        self.lines.get(line).and_then(|line| self.strips.get(line.strips.clone())).unwrap_or_default()
    }

    /// Prints a line: `left` is where the text begins on the page, `top` the upper edge of the line.
    pub fn print(&self, line: usize, left: f32, top: f32, repeated: bool, marks: &mut Vec<Mark>) {
        let Some(set) = self.lines.get(line) else { return };
        let baseline = top + set.above + set.pitch * STANDS_ON;
        for strip in self.strips_of(line) {
            let glyphs = self.glyphs.get(strip.glyphs.clone()).unwrap_or_default();
            let glyphs: Vec<Glyph> = glyphs.iter().map(|glyph| Glyph { x: left + glyph.x, ..*glyph }).collect();
            let end = left + strip.end;
            if let Some(first) = glyphs.first().filter(|_| strip.missing) {
                let [over, under] = GROUND.map(|part| part * strip.size);
                let size = [end - first.x, over + under];
                if size.iter().all(|side| *side > TOLERANCE) {
                    marks.push(Mark::Shade { at: [first.x, baseline - over], size });
                }
            }
            marks.push(Mark::Text(Run {
                typeface: strip.typeface,
                size: strip.size,
                baseline,
                glyphs,
                end,
                element: strip.belongs.element.filter(|_| !repeated),
                link: strip.belongs.link.filter(|_| !repeated),
            }));
        }
    }
}
