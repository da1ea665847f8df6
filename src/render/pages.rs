//! Pages: a document as it stands on paper, every character in its place.
//!
//! The layout makes them, the painters (PDF for the file, SVG for the screen) read them, and nobody measures twice:
//! the screen, the file, and the page numbers of a contents list agree because they come from one place. Where a
//! character stands never depends on a font file: see [`Typeface::advance`](super::Typeface::advance).
//!
//! Lengths are in points (1/72 inch), from the upper left corner of the sheet, x to the right and y downwards.

use serde::{Deserialize, Serialize};

use super::Typeface;

/// Width of a sheet: A4, 210 mm.
pub const SHEET_WIDTH: f32 = 595.276;
/// Height of a sheet: A4, 297 mm.
pub const SHEET_HEIGHT: f32 = 841.89;

/// A document on paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pages {
    /// The document's title, for the file's properties.
    pub title: String,
    /// The sheets, in order; at least one.
    pub pages: Vec<Page>,
    /// What the words are, for readers who hear a document: in reading order, parents before their children.
    pub elements: Vec<Element>,
    /// The headings, in order: bookmarks, and where links of the contents lead.
    pub outline: Vec<Bookmark>,
}

/// One side of a sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// The number printed on it. Odd pages are bound at their left, even ones at their right.
    pub number: u32,
    /// What is printed, in reading order.
    pub marks: Vec<Mark>,
}

/// Something printed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Mark {
    /// Words.
    Text(Run),
    /// A straight line: a border of a table.
    Line {
        /// Where it begins: x, y.
        from: [f32; 2],
        /// Where it ends: x, y.
        to: [f32; 2],
        /// How thick it is.
        width: f32,
    },
    /// A light ground that makes a missing fact visible.
    Shade {
        /// Its upper left corner: x, y.
        at: [f32; 2],
        /// Its width and height.
        size: [f32; 2],
    },
}

/// Words of one line in one typeface.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// The typeface.
    pub typeface: Typeface,
    /// The size of its body.
    pub size: f32,
    /// y of the line the characters stand on.
    pub baseline: f32,
    /// The characters, from left to right; at least one.
    #[serde(with = "line")]
    pub glyphs: Vec<Glyph>,
    /// x where the last character ends.
    pub end: f32,
    /// What the words belong to, as an index into [`Pages::elements`]; `None` for what only serves the paper, such as
    /// page numbers and repeated heads.
    pub element: Option<usize>,
    /// Where they lead, as an index into [`Pages::outline`].
    pub link: Option<usize>,
}

/// A character on its place.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Glyph {
    /// The character.
    pub character: char,
    /// x of its origin.
    pub x: f32,
}

/// A piece of the document's structure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Element {
    /// What it is.
    pub kind: ElementKind,
    /// What it belongs to, as an index into [`Pages::elements`], always a smaller one; `None` for the document itself.
    pub parent: Option<usize>,
    /// The block of the [`Document`](crate::documents::Document) it was made from.
    pub block: usize,
}

/// What a piece of a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ElementKind {
    /// The document's title.
    Title,
    /// A heading of level 1 to 3.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A contents list.
    Contents,
    /// An entry of a contents list.
    ContentsEntry,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A cell.
    Cell {
        /// Whether it names what stands beside or under it.
        head: bool,
        /// How many columns it covers.
        columns: u8,
        /// How many rows it covers.
        rows: u8,
    },
    /// Signature and seal of one party.
    Signature,
}

/// A heading and where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bookmark {
    /// 1 to 3; the title is 0.
    pub level: u8,
    /// Its words.
    pub words: String,
    /// The index of its page in [`Pages::pages`].
    pub page: usize,
    /// y of its upper edge.
    pub top: f32,
    /// Its piece of the structure, as an index into [`Pages::elements`].
    pub element: usize,
}

/// Glyphs as a line of text and the list of its places: a third of the room that a list of pairs takes.
mod line {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    use super::Glyph;

    pub fn serialize<S: Serializer>(glyphs: &[Glyph], serializer: S) -> Result<S::Ok, S::Error> {
        let text: String = glyphs.iter().map(|glyph| glyph.character).collect();
        let places: Vec<f32> = glyphs.iter().map(|glyph| glyph.x).collect();
        (text, places).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Glyph>, D::Error> {
        let (text, places) = <(String, Vec<f32>)>::deserialize(deserializer)?;
        if text.chars().count() != places.len() {
            return Err(D::Error::custom("every character of a line has one place"));
        }
        Ok(text.chars().zip(places).map(|(character, x)| Glyph { character, x }).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_comes_back_from_its_json() {
        let glyphs = "知A\u{20bb7}".chars().zip([79.37, 95.37, 103.3708]);
        let run = Run {
            typeface: Typeface::FangSong,
            size: 16.0,
            baseline: 120.25,
            glyphs: glyphs.map(|(character, x)| Glyph { character, x }).collect(),
            end: 119.37,
            element: Some(3),
            link: None,
        };
        let json = serde_json::to_string(&run).unwrap();
        assert!(json.contains("\"glyphs\":[\"知A\u{20bb7}\",[79.37,95.37,103.3708]]"), "{json}");
        assert_eq!(serde_json::from_str::<Run>(&json).unwrap(), run);
        assert!(serde_json::from_str::<Run>(&json.replace("103.3708", "103.3708,1")).is_err());
    }
}
