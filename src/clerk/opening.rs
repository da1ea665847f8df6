//! Files to be imported.

use js_sys::{Array, Uint8Array};
use web_sys::Blob;

use jiemeng::bundle::{self, Opened, Stretch};
use jiemeng::language::Message;
use jiemeng::protocol::Answer;
use jiemeng::spreadsheet::{self, SpreadsheetError};

use super::Answered;
use super::blobs::{BlobReader, bytes, unreadable};

/// Opens a draft, a bundle or a dossier, or a workbook. It is read where it lies, never whole; attachments that stand in it
/// as they are stay there.
pub fn open(file: &Blob) -> Answered {
    if file.size() <= spreadsheet::LARGEST_FILE as f64 {
        let bytes = bytes(file)?;
        if spreadsheet::is_workbook(&bytes) {
            let sheets = spreadsheet::read(&bytes).map_err(|error| error.message())?;
            return Ok((Answer::Rows(sheets), Array::new()));
        }
    }
    let mut reader = BlobReader::new(file.clone());
    let Opened { dossier, attachments, missing } = bundle::open(&mut reader).map_err(|error| error.message())?;
    let parts = Array::new();
    for found in &attachments {
        parts.push(&part(file, &mut reader, &found.stretch)?.into());
    }
    let attachments = attachments.into_iter().map(|found| found.record.id).collect();
    Ok((Answer::Opened { dossier: dossier.to_json(), attachments, missing }, parts))
}

/// The rows of a workbook where a table is wanted: what is none is refused as none. A draft is opened, so that whoever
/// chose it can be told what it is.
pub fn rows(file: &Blob) -> Answered {
    let read = if file.size() > spreadsheet::LARGEST_FILE as f64 {
        Err(beyond_reading(file)?)
    } else {
        spreadsheet::read(&bytes(file)?)
    };
    match read {
        Ok(sheets) => Ok((Answer::Rows(sheets), Array::new())),
        Err(refusal) => open(file).map_err(|_| refusal.message()),
    }
}

/// Why a file of more than [`spreadsheet::LARGEST_FILE`] is not read: scans are often as large, and no smaller one would do.
fn beyond_reading(file: &Blob) -> Result<SpreadsheetError, Message> {
    let beginning = file.slice_with_f64_and_f64(0.0, 16.0).map_err(|_| unreadable())?;
    Ok(match spreadsheet::read(&bytes(&beginning)?) {
        Err(refusal @ (SpreadsheetError::Pdf | SpreadsheetError::Picture)) => refusal,
        _ => SpreadsheetError::TooLarge(file.size() as u64),
    })
}

/// The bytes of an attachment: a slice of the file, or its bytes inflated piece by piece, so that they are never together
/// in the clerk's memory.
fn part(file: &Blob, reader: &mut BlobReader, stretch: &Stretch) -> Result<Blob, Message> {
    let part = match stretch {
        Stretch::Stored(range) => file.slice_with_f64_and_f64(range.start as f64, range.end as f64),
        Stretch::Deflated { .. } => {
            let pieces = Array::new();
            let copied = stretch.copy(reader, &mut |piece| {
                pieces.push(&Uint8Array::from(piece));
            });
            copied.map_err(|_| unreadable())?;
            Blob::new_with_u8_array_sequence(&pieces)
        }
    };
    part.map_err(|_| unreadable())
}
