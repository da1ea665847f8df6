//! From a character to the glyph that draws it.

use std::collections::BTreeMap;

use krilla::text::{Font, GlyphId};
use skrifa::MetadataProvider;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;

use super::face::Face;
use super::{FontRole, Fonts};
use crate::render::Typeface;

/// The printers' sign for a character that is not at hand (U+3013, geta mark).
const NOT_AT_HAND: char = '〓';
/// How far the width of a user's glyph may lie from the square it is set in.
const TOLERANCE: f32 = 0.02;

/// A character on its way to paper.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::render) struct Placed {
    /// Which font draws it, for [`Lookup::font`].
    pub(in crate::render) face: usize,
    /// The glyph; never 0, which is a box.
    pub(in crate::render) glyph: GlyphId,
    /// How far right of its origin it is drawn, in parts of the size: what is narrower than its place stands in its
    /// middle.
    pub(in crate::render) shift: f32,
    /// Whether no font has the character, so that 〓 stands for it.
    pub(in crate::render) missing: bool,
}

/// Finds glyphs for one document and remembers them.
pub(in crate::render) struct Lookup<'a> {
    faces: Vec<Readable<'a>>,
    found: BTreeMap<(Typeface, char), Option<Placed>>,
}

struct Readable<'a> {
    role: FontRole,
    font: &'a Font,
    characters: Charmap<'a>,
    widths: GlyphMetrics<'a>,
}

impl<'a> Lookup<'a> {
    pub(in crate::render) fn new(fonts: &'a Fonts) -> Self {
        Self { faces: fonts.faces.iter().filter_map(Readable::new).collect(), found: BTreeMap::new() }
    }

    /// The font of a placed character.
    pub(in crate::render) fn font(&self, face: usize) -> Option<&'a Font> {
        self.faces.get(face).map(|face| face.font)
    }

    /// The glyph for a character; `None` for what is never drawn.
    pub(in crate::render) fn place(&mut self, typeface: Typeface, character: char) -> Option<Placed> {
        if let Some(known) = self.found.get(&(typeface, character)) {
            return *known;
        }
        let placed = if is_invisible(character) { None } else { self.search(typeface, character) };
        self.found.insert((typeface, character), placed);
        placed
    }

    fn search(&self, typeface: Typeface, character: char) -> Option<Placed> {
        let place = typeface.advance(character);
        let (face, drawn) = stand_in(typeface, character);
        self.own(typeface, character, place)
            .or_else(|| self.shipped(face, drawn, place))
            .or_else(|| self.shipped(typeface, character, place))
            .or_else(|| Some(Placed { missing: true, ..self.shipped(typeface, NOT_AT_HAND, place)? }))
    }

    /// From the user's own file, for what fills a square: Latin letters, digits and their punctuation keep our widths.
    fn own(&self, typeface: Typeface, character: char, place: f32) -> Option<Placed> {
        if (place - 1.0).abs() > f32::EPSILON {
            return None;
        }
        self.in_faces(character, place, |role| role == FontRole::Own(typeface))
            .filter(|placed| placed.shift.abs() <= TOLERANCE)
    }

    /// From the files that come with the app: its own face, the body's, any other, the rare ones.
    fn shipped(&self, typeface: Typeface, character: char, place: f32) -> Option<Placed> {
        let file = if typeface == Typeface::FangSong { Typeface::Song } else { typeface };
        self.in_faces(character, place, |role| role == FontRole::Shipped(file))
            .or_else(|| self.in_faces(character, place, |role| role == FontRole::Shipped(Typeface::Song)))
            .or_else(|| self.in_faces(character, place, |role| matches!(role, FontRole::Shipped(_))))
            .or_else(|| self.in_faces(character, place, |role| role == FontRole::Rare))
    }

    fn in_faces(&self, character: char, place: f32, wanted: impl Fn(FontRole) -> bool) -> Option<Placed> {
        self.faces.iter().enumerate().filter(|(_, face)| wanted(face.role)).find_map(|(at, face)| {
            let (glyph, width) = face.glyph(character)?;
            Some(Placed { face: at, glyph, shift: (place - width) / 2.0, missing: false })
        })
    }
}

impl<'a> Readable<'a> {
    fn new(face: &'a Face) -> Option<Self> {
        let tables = face.tables()?;
        Some(Self {
            role: face.role,
            font: &face.font,
            characters: tables.charmap(),
            widths: tables.glyph_metrics(Size::unscaled(), LocationRef::default()),
        })
    }

    /// The glyph and its width in parts of the size. Glyph 0 is the box that stands for no character at all.
    fn glyph(&self, character: char) -> Option<(GlyphId, f32)> {
        let glyph = self.characters.map(character).filter(|glyph| glyph.to_u32() != 0)?;
        Some((GlyphId::new(glyph.to_u32()), self.widths.advance_width(glyph)? / self.font.units_per_em()))
    }
}

/// What is drawn for a character whose glyph in the shipped file was made for Latin text, and from which face.
fn stand_in(typeface: Typeface, character: char) -> (Typeface, char) {
    match (typeface, character) {
        // The quotes of 楷体 are narrow and stand close to Latin words.
        (Typeface::Kai, '“' | '”' | '‘' | '’') => (Typeface::Song, character),
        // Two in a row must join to the Chinese dash; of ours only that of 楷体 fills its square.
        (Typeface::FangSong | Typeface::Song | Typeface::Hei | Typeface::XiaoBiaoSong, '—') => (typeface, '─'),
        _ => (typeface, character),
    }
}

/// Characters that guide other programs and leave no trace on paper: controls, zero-width marks, variation selectors.
pub(in crate::render) fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{180b}'..='\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{fffe}'
                | '\u{ffff}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}
