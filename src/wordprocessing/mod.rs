//! A text document that somebody chose, read into paragraphs of plain text: DOCX, as Word, WPS and LibreOffice write it.
//!
//! The file may be anything, so it is read within limits. A paragraph gives the words that are seen: what was deleted
//! with changes tracked is left out, what was inserted stays, and a number that Word counts by itself (第三条) is counted
//! here too. Pictures, notes, heads and feet are not read. What the words mean is not for this room.

mod error;
mod numbering;
mod paragraphs;
#[cfg(test)]
mod tests;

pub use error::WordprocessingError;

use crate::package::{Parts, is_old, related};
use numbering::Numbering;

/// The largest file that is read, in bytes: 20 MiB. Charters with a scanned page in them reach some.
pub const LARGEST_FILE: u64 = 20 << 20;
/// The most text that is taken from one, in bytes: 4 MiB.
const MOST_TEXT: usize = 4 << 20;

/// Reads the paragraphs of a document, in order, those in tables cell by cell. Blank ones are left out.
///
/// # Errors
/// See [`WordprocessingError`].
pub fn read(file: &[u8]) -> Result<Vec<String>, WordprocessingError> {
    match file {
        [] => return Err(WordprocessingError::Empty),
        file if file.len() as u64 > LARGEST_FILE => return Err(WordprocessingError::TooLarge(file.len() as u64)),
        file if is_old(file) => return Err(WordprocessingError::OldFormat),
        file if file.starts_with(b"%PDF-") => return Err(WordprocessingError::Pdf),
        file if !file.starts_with(b"PK") => return Err(WordprocessingError::NoDocument),
        _ => {}
    }
    let mut parts = Parts::open(file)?;
    if parts.is_open_document() {
        return Err(WordprocessingError::OpenDocument);
    }
    let path = related(&mut parts, "", "officeDocument")?.ok_or(WordprocessingError::NoDocument)?;
    if !path.starts_with("word/") {
        return Err(WordprocessingError::NoDocument);
    }
    let mut text_of = |kind| -> Result<String, WordprocessingError> {
        let Some(path) = related(&mut parts, &path, kind)? else { return Ok(String::new()) };
        Ok(parts.text(&path)?.unwrap_or_default())
    };
    let numbering = Numbering::read(&text_of("numbering")?, &text_of("styles")?)?;
    let part = parts.text(&path)?.ok_or(WordprocessingError::NoDocument)?;
    let paragraphs = paragraphs::paragraphs(&part, numbering)?;
    if paragraphs.is_empty() { Err(WordprocessingError::NoText) } else { Ok(paragraphs) }
}
