//! Reading a draft, a bundle or a bare dossier.json back. The file may be anything: it was chosen by a user.
//!
//! Attachments are recognised by their size and sums, not by their paths: a bundle that somebody unpacked and packed again
//! under other names still opens whole.

mod container;
mod error;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;

use container::Container;
pub use error::OpenError;

use super::sums;
use crate::dossier::{Attachment, Dossier};

/// The largest file that is read, in bytes, packed or unpacked: 1 GiB.
pub const LARGEST_FILE: u64 = 1 << 30;
/// The largest dossier that is read, in bytes: 64 MiB, room for thousands of members.
const LARGEST_DOSSIER: u64 = 1 << 26;

/// What was found in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The dossier.
    pub dossier: Dossier,
    /// The attachments that it names and the file has, their sums verified.
    pub attachments: Vec<Found>,
    /// The attachments that it names and the file lacks, or has with other bytes than were attached.
    pub missing: Vec<Attachment>,
}

/// An attachment and where its bytes are.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Its record in the dossier.
    pub record: Attachment,
    /// Its bytes.
    pub body: Body,
}

/// The bytes of an attachment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// They stand in the file as they are, here.
    Stored(Range<usize>),
    /// They were deflated in the file.
    Inflated(Vec<u8>),
}

impl Body {
    /// The bytes themselves, `file` being what was opened.
    #[must_use]
    pub fn bytes<'a>(&'a self, file: &'a [u8]) -> &'a [u8] {
        match self {
            Self::Stored(range) => file.get(range.clone()).unwrap_or_default(),
            Self::Inflated(bytes) => bytes,
        }
    }
}

/// Opens a draft, a bundle or a bare dossier.json.
///
/// # Errors
/// See [`OpenError`]; attachments that are absent or damaged are no error but listed in [`Opened::missing`].
pub fn open(file: &[u8]) -> Result<Opened, OpenError> {
    let size = file.len() as u64;
    if size > LARGEST_FILE {
        return Err(OpenError::TooLarge(size));
    }
    match file {
        [] => Err(OpenError::Empty),
        [b'P', b'K', 3 | 5, 4 | 6, ..] => open_archive(file),
        _ if size > LARGEST_DOSSIER => Err(OpenError::TooLarge(size)),
        _ => {
            let dossier = read_dossier(file)?;
            let missing = dossier.attachments.clone();
            Ok(Opened { dossier, attachments: Vec::new(), missing })
        }
    }
}

fn read_dossier(json: &[u8]) -> Result<Dossier, OpenError> {
    let json = std::str::from_utf8(json).map_err(|_| OpenError::NotText)?;
    Ok(Dossier::from_json(json)?)
}

fn open_archive(file: &[u8]) -> Result<Opened, OpenError> {
    let mut container = Container::open(file)?;
    let place = container.only("dossier.json")?.ok_or(OpenError::NoDossier)?;
    if container.size(place) > LARGEST_DOSSIER {
        return Err(OpenError::TooLarge(container.size(place)));
    }
    let json = container.body(place)?;
    let dossier = read_dossier(json.bytes(file))?;

    let mut sums = BTreeMap::new();
    let mut opened = Opened { dossier, attachments: Vec::new(), missing: Vec::new() };
    for record in &opened.dossier.attachments {
        match find(&mut container, &mut sums, file, record)? {
            Some(body) => opened.attachments.push(Found { record: record.clone(), body }),
            None => opened.missing.push(record.clone()),
        }
    }
    Ok(opened)
}

/// The file whose bytes are those that were attached. A file that cannot be read is not it; one that would become too
/// large ends the reading. `known` keeps the sums that were taken, by place.
fn find(
    container: &mut Container,
    known: &mut BTreeMap<usize, String>,
    file: &[u8],
    record: &Attachment,
) -> Result<Option<Body>, OpenError> {
    for place in container.alike(record.size, record.crc32) {
        if known.get(&place).is_some_and(|sum| *sum != record.sha256) {
            continue;
        }
        match container.body(place) {
            Ok(body) => {
                let sum = known.entry(place).or_insert_with(|| sums::sha256(body.bytes(file)));
                if *sum == record.sha256 {
                    return Ok(Some(body));
                }
            }
            Err(error @ (OpenError::Bomb(_) | OpenError::TooLarge(_))) => return Err(error),
            Err(_) => {}
        }
    }
    Ok(None)
}
