//! The typefaces of official paper, and how wide their characters are.

use serde::{Deserialize, Serialize};

/// A typeface by its place in GB/T 9704-2012. Which font file stands in for it is for the painters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Typeface {
    /// 仿宋: the body.
    FangSong,
    /// 宋体: tables and page numbers.
    Song,
    /// 黑体: headings of the first level, labels, heads of tables.
    Hei,
    /// 楷体: headings of the second level, subtitles, notes.
    Kai,
    /// 小标宋: titles.
    XiaoBiaoSong,
}

impl Typeface {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::FangSong, Self::Song, Self::Hei, Self::Kai, Self::XiaoBiaoSong];

    /// How far a character moves the pen, in parts of the size.
    ///
    /// This is fixed here and not asked of a font file, so that every page breaks at the same place whatever fonts a
    /// machine has: Chinese characters fill a square in every font, and Latin letters are always set from the fonts that
    /// come with the app.
    #[must_use]
    pub fn advance(self, character: char) -> f32 {
        if character.is_ascii() { 0.5 } else { 1.0 }
    }
}
