//! How the kinds of paragraphs look: the official look of GB/T 9704-2012, as the DOCX's styles have it. Lengths are in
//! points.

use crate::documents::{Alignment, Role};
use crate::render::Typeface;

/// How a paragraph is set.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The typeface of words that do not stand out.
    pub typeface: Typeface,
    /// The size of the characters.
    pub size: f32,
    /// From one line to the next.
    pub pitch: f32,
    /// Room before the first line.
    pub before: f32,
    /// Room after the last line.
    pub after: f32,
    /// How far it stands in from the left.
    pub left: f32,
    /// How much further its first line stands in.
    pub first: f32,
    /// How its lines stand between the edges.
    pub side: Side,
    /// Whether its lines stay on one page.
    pub whole: bool,
    /// Whether it stays on one page with what follows.
    pub leads: bool,
}

/// How lines stand between the edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// From edge to edge, but for the last line.
    Justified,
    /// At the left.
    Left,
    /// In the middle.
    Centre,
    /// At the right.
    Right,
}

impl From<Alignment> for Side {
    fn from(alignment: Alignment) -> Self {
        match alignment {
            Alignment::Start => Self::Left,
            Alignment::Centre => Self::Centre,
            Alignment::End => Self::Right,
        }
    }
}

/// 三号.
const BODY_SIZE: f32 = 16.0;

/// 顶格: the lines of a form, salutations.
const FLUSH: Look = Look {
    typeface: Typeface::FangSong,
    size: BODY_SIZE,
    pitch: 28.0,
    before: 0.0,
    after: 0.0,
    left: 0.0,
    first: 0.0,
    side: Side::Justified,
    whole: false,
    leads: false,
};

/// 正文: the first line stands in by two characters.
pub const BODY: Look = Look { first: 2.0 * BODY_SIZE, ..FLUSH };

/// The title: 小标宋, 二号.
pub const TITLE: Look = Look {
    typeface: Typeface::XiaoBiaoSong,
    size: 22.0,
    pitch: 32.0,
    before: 14.0,
    after: 14.0,
    side: Side::Centre,
    whole: true,
    leads: true,
    ..FLUSH
};

/// A line under the title.
pub const SUBTITLE: Look = Look { typeface: Typeface::Kai, after: 8.0, side: Side::Centre, leads: true, ..FLUSH };

/// The heading of a chapter.
pub const CHAPTER: Look =
    Look { typeface: Typeface::Hei, before: 14.0, after: 7.0, side: Side::Centre, whole: true, leads: true, ..FLUSH };

/// A line of a signature.
pub const SIGNATURE: Look = Look { pitch: 35.0, left: 9.0 * BODY_SIZE, side: Side::Left, whole: true, ..FLUSH };

/// Room before a signature, for the one above.
pub const BEFORE_SIGNATURE: f32 = 28.0;

/// The words 目录.
pub const CONTENTS_TITLE: Look = Look {
    typeface: Typeface::Hei,
    pitch: 32.0,
    before: 14.0,
    after: 14.0,
    side: Side::Centre,
    whole: true,
    leads: true,
    ..FLUSH
};

/// 小四.
const CELL_SIZE: f32 = 12.0;
/// 五号.
const DENSE_SIZE: f32 = 10.5;

/// A heading of level 1 to 3; others count as the nearest of them.
pub const fn heading(level: u8) -> Look {
    let typeface = match level {
        0 | 1 => Typeface::Hei,
        2 => Typeface::Kai,
        _ => Typeface::FangSong,
    };
    Look { typeface, whole: true, leads: true, ..BODY }
}

/// A paragraph in this role.
pub const fn paragraph(role: Role) -> Look {
    match role {
        Role::Body => BODY,
        Role::Flush => FLUSH,
        Role::Centred => Look { side: Side::Centre, ..FLUSH },
        Role::Right => Look { side: Side::Right, ..FLUSH },
        Role::Note => Look { typeface: Typeface::Kai, size: CELL_SIZE, pitch: 20.0, ..FLUSH },
    }
}

/// An entry of a contents list at this level of headings.
pub fn contents_entry(level: u8) -> Look {
    let steps = f32::from(level.saturating_sub(1));
    Look { left: 2.0 * BODY_SIZE * steps, side: Side::Left, whole: true, ..FLUSH }
}

/// A paragraph of a cell; `dense` in a list of many columns.
pub fn cell(head: bool, alignment: Alignment, dense: bool) -> Look {
    let typeface = if head { Typeface::Hei } else { Typeface::Song };
    let side = Side::from(alignment);
    let (size, pitch) = if dense { (DENSE_SIZE, 15.0) } else { (CELL_SIZE, 17.0) };
    Look { typeface, size, pitch, before: 2.0, after: 2.0, side, ..FLUSH }
}
