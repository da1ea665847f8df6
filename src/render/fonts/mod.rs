//! Font files: which of them sets a character, and which characters none of them has.
//!
//! The app ships one file a face for the characters that office texts are made of, and one with rare characters that stands
//! in for every face ([`SHIPPED`]). A user's own 仿宋, 楷体, 小标宋 comes before them. Where a character *stands* is never asked
//! of a font: [`Typeface::advance`] says it, so a page breaks at the same places whatever fonts there are.

mod error;
mod face;
mod lookup;
mod missing;
#[cfg(test)]
pub(super) mod tests;

pub use error::FontError;
pub use missing::Missing;

pub(super) use lookup::{Lookup, Placed, is_invisible};

use face::Face;
use serde::{Deserialize, Serialize};

use super::Typeface;

/// What a font file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FontRole {
    /// Comes with the app and sets the characters of office texts. 仿宋 is set from the file of 宋体.
    Shipped(Typeface),
    /// Comes with the app, holds rare characters and stands in for every face. May be left out until it is needed.
    Rare,
    /// The user's own: sets Chinese characters before ours do. Latin letters, digits and their punctuation stay ours.
    Own(Typeface),
}

/// The files that come with the app, beside the page in `fonts/`: what each is for, and its name.
pub const SHIPPED: [(FontRole, &str); 5] = [
    (FontRole::Shipped(Typeface::Song), "song.ttf.gz"),
    (FontRole::Shipped(Typeface::XiaoBiaoSong), "xiaobiaosong.ttf.gz"),
    (FontRole::Shipped(Typeface::Hei), "hei.ttf.gz"),
    (FontRole::Shipped(Typeface::Kai), "kai.ttf.gz"),
    (FontRole::Rare, "rare.ttf.gz"),
];

/// A font file as it was read.
#[derive(Debug, Clone)]
pub struct FontFile {
    /// What it is for.
    pub role: FontRole,
    /// TrueType or OpenType, or a collection of them; packed by gzip or not.
    pub bytes: Vec<u8>,
    /// Which font of a collection (`.ttc`), from 0; 0 for a file that is no collection.
    pub index: u32,
}

/// Fonts that are ready to set pages. Made once and used for every document: reading the files takes longer than one
/// document does.
#[derive(Debug, Clone)]
pub struct Fonts {
    faces: Vec<Face>,
}

impl Fonts {
    /// Reads font files; the order is of no weight.
    ///
    /// # Errors
    /// A file is no font or may not be embedded ([`FontError`] names it by its role), or the file of 宋体 that comes with
    /// the app is not among them: everything falls back on it.
    pub fn new(files: impl IntoIterator<Item = FontFile>) -> Result<Self, FontError> {
        let faces = files.into_iter().map(Face::read).collect::<Result<Vec<_>, _>>()?;
        if faces.iter().any(|face| face.role == FontRole::Shipped(Typeface::Song)) {
            Ok(Self { faces })
        } else {
            Err(FontError::NoBody)
        }
    }

    /// The same without the user's own files.
    pub(super) fn shipped(&self) -> Self {
        self.only(|role| !matches!(role, FontRole::Own(_)))
    }

    /// Those of them that are for certain things.
    #[must_use]
    pub fn only(&self, wanted: impl Fn(FontRole) -> bool) -> Self {
        Self { faces: self.faces.iter().filter(|face| wanted(face.role)).cloned().collect() }
    }

    /// Whether there is one for a certain thing.
    #[must_use]
    pub fn has(&self, wanted: impl Fn(FontRole) -> bool) -> bool {
        self.faces.iter().any(|face| wanted(face.role))
    }
}
