//! Files to be imported.

use js_sys::{Array, Uint8Array};
use web_sys::Blob;

use jiemeng::bundle::{self, Body, LARGEST_FILE, OpenError, Opened};
use jiemeng::protocol::Answer;
use jiemeng::spreadsheet;

use super::Answered;
use super::blobs::{bytes, unreadable};

/// Opens a draft, a bundle or a dossier, or a workbook. Attachments that stand in the file as they are stay there.
pub fn open(file: &Blob) -> Answered {
    if file.size() > LARGEST_FILE as f64 {
        return Err(OpenError::TooLarge(file.size() as u64).message());
    }
    let bytes = bytes(file)?;
    if spreadsheet::is_workbook(&bytes) {
        let sheets = spreadsheet::read(&bytes).map_err(|error| error.message())?;
        return Ok((Answer::Rows(sheets), Array::new()));
    }
    let Opened { dossier, attachments, missing } = bundle::open(&bytes).map_err(|error| error.message())?;
    let parts = Array::new();
    for found in &attachments {
        let part = match &found.body {
            Body::Stored(range) => file.slice_with_f64_and_f64(range.start as f64, range.end as f64),
            Body::Inflated(bytes) => Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes.as_slice()))),
        };
        parts.push(&part.map_err(|_| unreadable())?.into());
    }
    let attachments = attachments.into_iter().map(|found| found.record.id).collect();
    Ok((Answer::Opened { dossier: dossier.to_json(), attachments, missing }, parts))
}
