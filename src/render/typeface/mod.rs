//! The typefaces of official paper, and how wide their characters are.

use serde::{Deserialize, Serialize};

mod widths;

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
    /// come with the app. A painter whose glyph is narrower than this puts it in the middle.
    #[must_use]
    pub fn advance(self, character: char) -> f32 {
        let code = u32::from(character);
        let thousandths = match code {
            // Most of any document.
            0x3400..=0x9fff => return 1.0,
            0x00..0x80 => {
                let table = widths::ASCII.get(self.column());
                let printable = code.checked_sub(0x20).and_then(|place| usize::try_from(place).ok());
                table.zip(printable).and_then(|(table, place)| table.get(place)).copied().unwrap_or_default()
            }
            _ => {
                let place = widths::OTHERS.partition_point(|(first, _, _)| *first <= code);
                let range = place.checked_sub(1).and_then(|place| widths::OTHERS.get(place));
                let found = range.filter(|(_, last, _)| code <= *last);
                found.and_then(|(_, _, faces)| faces.get(self.column())).copied().unwrap_or(1000)
            }
        };
        f32::from(thousandths) / 1000.0
    }

    /// The column of the table of widths.
    const fn column(self) -> usize {
        match self {
            Self::FangSong | Self::Song => 0,
            Self::XiaoBiaoSong => 1,
            Self::Hei => 2,
            Self::Kai => 3,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_characters_fill_a_square_and_latin_ones_are_as_wide_as_in_the_fonts() {
        let cases = [
            ("a Chinese character", Typeface::FangSong, '知', 1.0),
            ("a rare one", Typeface::Kai, '𠮷', 1.0),
            ("a mark", Typeface::Hei, '，', 1.0),
            ("a quotation mark is Chinese", Typeface::FangSong, '“', 1.0),
            ("a digit", Typeface::FangSong, '0', 0.557),
            ("a digit of 黑体", Typeface::Hei, '0', 0.57),
            ("a letter of 楷体", Typeface::Kai, 'A', 0.69),
            ("a letter with an accent, as pinyin has them", Typeface::Song, 'ǎ', 0.557),
            ("a quotation mark is Chinese where a font has a narrow one", Typeface::Kai, '”', 1.0),
            ("so is a dash", Typeface::XiaoBiaoSong, '—', 1.0),
            ("so is a dot between names", Typeface::Song, '·', 1.0),
            ("a mark that stands over the letter before", Typeface::FangSong, '\u{301}', 0.0),
            ("a control character takes no room", Typeface::Song, '\u{1b}', 0.0),
            ("the last of ASCII", Typeface::Song, '~', 0.58),
        ];
        for (sentence, typeface, character, width) in cases {
            assert_eq!(typeface.advance(character), width, "{sentence}");
        }
    }

    #[test]
    fn the_table_is_in_order() {
        assert!(widths::OTHERS.iter().all(|(first, last, _)| first <= last));
        assert!(widths::OTHERS.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }
}
