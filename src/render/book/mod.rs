//! The printable book: our own pages and attached files, bound into one PDF with continuous page numbers, or into several
//! volumes where the attached files are large.
//!
//! Every page of an attached PDF and every picture stands upright within the text area of a sheet of its own, under a
//! line that says whose copy it is. The contents list gives the numbers that are printed, and leads to them. An attached
//! file is read when it is looked into and once more when it is placed, so that the bytes of one at a time are held on our
//! side. The same parts, fonts and date give the same bytes.

mod arrange;
mod attached;
mod numbering;
mod sheet;
#[cfg(test)]
mod tests;
mod write;

pub use attached::{AttachedKind, Unplaced};

use chrono::NaiveDate;

use super::{Fonts, RenderError};
use crate::documents::{Document, Volume};
use arrange::{Leaf, arrange};
use attached::{Survey, survey};
use write::{Failure, write};

/// The most bytes of attached files in one volume: binding takes several times as much memory.
pub const MOST_IN_A_VOLUME: u64 = 200 * 1000 * 1000;

/// A book before it is bound.
pub struct Book<'a> {
    /// The title, for the file's properties.
    pub title: String,
    /// The day it is made.
    pub date: NaiveDate,
    /// Makes the cover of a volume.
    pub cover: &'a dyn Fn(Volume) -> Document,
    /// What stands in it, after cover and contents.
    pub parts: Vec<Part>,
    /// The most bytes of attached files in one volume: [`MOST_IN_A_VOLUME`].
    pub most_in_a_volume: u64,
}

/// A part of a book.
#[derive(Debug, Clone)]
pub struct Part {
    /// The line of the contents list, and the bookmark, that leads to it.
    pub listed: Option<Listed>,
    /// What it is.
    pub body: Body,
}

/// A line of the contents list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// 0 for a material, 1 for what stands under it.
    pub level: u8,
    /// Its words.
    pub title: String,
}

/// What a part of a book is.
#[derive(Debug, Clone)]
pub enum Body {
    /// Pages of our own. They begin on the front of a sheet, with the number they have in the book.
    Document(Document),
    /// An attached file. The first of a row of them begins on the front of a sheet, the others follow on.
    Attached(Attached),
}

/// An attached file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// By what its bytes are asked for.
    pub key: String,
    /// The name it had.
    pub file: String,
    /// What it is and whose: 海南某某公司营业执照.
    pub title: String,
    /// What kind of file it is.
    pub kind: AttachedKind,
    /// By how many quarters each of its pages is turned to the right, 0 to 3.
    pub turn: u8,
    /// Whether its holder confirms by a seal that it is a true copy (与原件一致).
    pub sealed: bool,
}

/// The bytes of an attached file are no longer there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the bytes of the attachment are not at hand")]
pub struct NotAtHand;

/// Gives the bytes of an attached file by its key.
pub type ReadAttached<'a> = &'a mut dyn FnMut(&str) -> Result<Vec<u8>, NotAtHand>;

/// A book that was bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// The volumes, each a PDF; at least one.
    pub volumes: Vec<Vec<u8>>,
    /// The attached files that are not in it, in order; a page keeps the place of each.
    pub unplaced: Vec<(Attached, Unplaced)>,
}

/// Binds a book. `step` hears of every attached file that was looked into and placed.
///
/// # Errors
/// Where one of its own pages cannot be laid out or written. A fault of an attached file is no error: see
/// [`Bound::unplaced`].
pub fn book(book: &Book, fonts: &Fonts, read: ReadAttached, step: &mut dyn FnMut()) -> Result<Bound, RenderError> {
    let mut surveys = survey_all(&book.parts, read, step);
    loop {
        let leaves = arrange(book, &surveys)?;
        match write_all(book, &leaves, fonts, read, step) {
            Ok(volumes) => return Ok(Bound { volumes, unplaced: unplaced(&book.parts, &surveys) }),
            // A fault that shows only when the file is taken apart. Without it the pages after it have other numbers.
            Err(Failure::Attached { part, why }) => match surveys.get_mut(part) {
                Some(survey @ Some(Ok(_))) => *survey = Some(Err(why)),
                _ => return Err(RenderError::Pdf(why.to_string())),
            },
            Err(Failure::Render(error)) => return Err(error),
        }
    }
}

/// What each part was found to hold; `None` for our own.
type Surveys = Vec<Option<Result<Survey, Unplaced>>>;

fn survey_all(parts: &[Part], read: ReadAttached, step: &mut dyn FnMut()) -> Surveys {
    let mut surveys = Vec::with_capacity(parts.len());
    for part in parts {
        surveys.push(match &part.body {
            Body::Document(_) => None,
            Body::Attached(file) => {
                let bytes = read(&file.key).map_err(|NotAtHand| Unplaced::NotAtHand);
                step();
                Some(bytes.and_then(|bytes| survey(file.kind, file.turn, bytes)))
            }
        });
    }
    surveys
}

fn write_all(
    book: &Book,
    leaves: &[Leaf],
    fonts: &Fonts,
    read: ReadAttached,
    step: &mut dyn FnMut(),
) -> Result<Vec<Vec<u8>>, Failure> {
    let volumes = leaves.chunk_by(|one, other| one.volume == other.volume);
    volumes.map(|leaves| write(book, leaves, fonts, read, step)).collect()
}

fn unplaced(parts: &[Part], surveys: &Surveys) -> Vec<(Attached, Unplaced)> {
    let refused = |(part, survey): (&Part, &Option<Result<Survey, Unplaced>>)| match (&part.body, survey) {
        (Body::Attached(file), Some(Err(why))) => Some((file.clone(), *why)),
        _ => None,
    };
    parts.iter().zip(surveys).filter_map(refused).collect()
}
