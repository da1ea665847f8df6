//! A workbook that somebody chose, read into sheets of text: XLSX, as Excel, WPS and LibreOffice write it.
//!
//! The file may be anything, so it is read within limits: of its size, of what it becomes when unpacked, of rows and
//! columns. A cell gives the words that stand for it: a formula its last result, a date the date, a number its digits.
//! Nothing is computed, looked up or guessed, and no digit is added that the file does not hold: a long number that was
//! rounded stays in the scientific notation that shows it. What the rows mean is not for this room.

mod cell;
mod error;
mod look;
mod shared;
#[cfg(test)]
mod tests;
mod worksheet;

use serde::{Deserialize, Serialize};

pub use error::SpreadsheetError;

use crate::language::Message;
use crate::package::xml::{attribute, tags};
use crate::package::{Parts, is_old, related, relationships};
use cell::Workbook;

/// The largest file that is read, in bytes: 20 MiB.
pub const LARGEST_FILE: u64 = 20 << 20;
/// The most text that is taken from one, in bytes: 32 MiB.
const MOST_TEXT: usize = 32 << 20;

/// A sheet of text cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows from the first on, blank ones too; each up to its last cell with something in it.
    pub rows: Vec<Vec<String>>,
    /// Why it was not read to its end, and what to do; its first rows are there to be recognised by.
    pub refused: Option<Message>,
}

/// Whether a file is a workbook by its first bytes and its parts, of whatever kind; [`read`] tells which can be read.
#[must_use]
pub fn is_workbook(file: &[u8]) -> bool {
    if is_old(file) {
        return true;
    }
    file.starts_with(b"PK")
        && Parts::open(file).is_ok_and(|parts| parts.has("xl/workbook.") || parts.is_open_document())
}

/// Reads the sheets of a workbook that are not hidden, in their order.
///
/// # Errors
/// See [`SpreadsheetError`]. A sheet beyond the limits is no error of the whole: it says so itself.
pub fn read(file: &[u8]) -> Result<Vec<Sheet>, SpreadsheetError> {
    match file {
        [] => return Err(SpreadsheetError::Empty),
        file if file.len() as u64 > LARGEST_FILE => return Err(SpreadsheetError::TooLarge(file.len() as u64)),
        file if is_old(file) => return Err(SpreadsheetError::OldFormat),
        file if file.starts_with(b"%PDF-") => return Err(SpreadsheetError::Pdf),
        file if is_picture(file) => return Err(SpreadsheetError::Picture),
        file if !file.starts_with(b"PK") => return Err(SpreadsheetError::NoWorkbook),
        _ => {}
    }
    let mut parts = Parts::open(file)?;
    if parts.is_open_document() {
        return Err(SpreadsheetError::OpenDocument);
    }
    if parts.has("word/document.") {
        return Err(SpreadsheetError::TextDocument);
    }
    let path = related(&mut parts, "", "officeDocument")?.ok_or(SpreadsheetError::NoWorkbook)?;
    let sheets = sheets(&mut parts, &path)?;
    let strings = match related(&mut parts, &path, "sharedStrings")? {
        Some(strings) => shared::strings(&parts.text(&strings)?.unwrap_or_default())?,
        None => Vec::new(),
    };
    let looks = match related(&mut parts, &path, "styles")? {
        Some(styles) => look::looks(&parts.text(&styles)?.unwrap_or_default())?,
        None => Vec::new(),
    };
    let workbook = Workbook { strings, looks, from_1904: sheets.from_1904 };
    let mut read = Vec::new();
    let mut room = MOST_TEXT;
    for (name, path) in sheets.shown {
        let part = parts.text(&path)?.ok_or_else(|| SpreadsheetError::Broken(path.clone()))?;
        read.push(worksheet::worksheet(name, &part, &workbook, &mut room)?);
    }
    if read.is_empty() { Err(SpreadsheetError::NoSheet) } else { Ok(read) }
}

/// Whether a file is a picture as scanners, telephones and programs save them, by its first bytes.
fn is_picture(file: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 6] = [b"\xFF\xD8\xFF", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"BM"];
    let is_webp = || file.starts_with(b"RIFF") && file.get(8..12) == Some(b"WEBP");
    let is_heic = || matches!(file.get(4..10), Some(b"ftyphe" | b"ftypmi" | b"ftypav"));
    BEGINNINGS.iter().any(|beginning| file.starts_with(beginning)) || is_webp() || is_heic()
}

/// What the workbook's own part says.
struct Sheets {
    /// Name and path of every worksheet that is shown; of all where none is.
    shown: Vec<(String, String)>,
    /// Whether days are counted from 1904, as old Macintoshes did.
    from_1904: bool,
}

fn sheets(parts: &mut Parts, path: &str) -> Result<Sheets, SpreadsheetError> {
    let worksheets = relationships(parts, path)?;
    let part = parts.text(path)?.ok_or_else(|| SpreadsheetError::Broken(path.to_owned()))?;
    let mut from_1904 = false;
    let mut all = Vec::new();
    for tag in tags(&part) {
        let tag = tag?;
        match tag.name.as_str() {
            "workbookPr" => from_1904 = matches!(attribute(&tag, "date1904"), Some("1" | "true")),
            "sheet" => {
                let id = attribute(&tag, "id").unwrap_or_default();
                let worksheet = worksheets.iter().find(|one| one.id == id && one.kind.ends_with("/worksheet"));
                let name = attribute(&tag, "name").unwrap_or_default().to_owned();
                let shown = matches!(attribute(&tag, "state"), None | Some("visible"));
                all.extend(worksheet.map(|one| (shown, (name, one.target.clone()))));
            }
            _ => {}
        }
    }
    let any = all.iter().any(|(shown, _)| *shown);
    Ok(Sheets {
        shown: all.into_iter().filter(|(shown, _)| *shown || !any).map(|(_, sheet)| sheet).collect(),
        from_1904,
    })
}
