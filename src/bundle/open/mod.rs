//! Reading a draft, a bundle or a bare dossier.json back. The file may be anything: it was chosen by a user.
//!
//! It is never read whole: an archive may hold gigabytes of attachments. Those are recognised by their size and sums, not
//! by their paths: a bundle that somebody unpacked and packed again under other names still opens whole.

mod error;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, btree_map};
use std::io::{Read, Seek, SeekFrom};

pub use error::OpenError;

use super::container::{Container, Entry, Refusal, Stretch};
use super::sums::Sha;
use crate::dossier::{Attachment, Dossier, MOST_MEMBERS};

/// The largest dossier that is read, in bytes: 64 MiB, room for thousands of members.
pub(super) const LARGEST_DOSSIER: u64 = 1 << 26;

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
    /// Where its bytes are in the file that was opened.
    pub stretch: Stretch,
}

/// Opens a draft, a bundle or a bare dossier.json.
///
/// # Errors
/// See [`OpenError`]; attachments that are absent or damaged are no error but listed in [`Opened::missing`].
pub fn open(file: &mut (impl Read + Seek)) -> Result<Opened, OpenError> {
    let unreadable = |error: std::io::Error| Refusal::Unreadable(error.to_string());
    let size = file.seek(SeekFrom::End(0)).map_err(unreadable)?;
    file.rewind().map_err(unreadable)?;
    let mut beginning = Vec::new();
    file.take(4).read_to_end(&mut beginning).map_err(unreadable)?;
    match beginning.as_slice() {
        [] => Err(OpenError::Empty),
        [b'P', b'K', 3 | 5 | 6, 4 | 6] => open_archive(file),
        _ if size > LARGEST_DOSSIER => Err(Refusal::TooLarge(size).into()),
        _ => {
            let mut json = beginning;
            file.take(LARGEST_DOSSIER).read_to_end(&mut json).map_err(unreadable)?;
            let dossier = read_dossier(&json)?;
            let missing = dossier.attachments.clone();
            Ok(Opened { dossier, attachments: Vec::new(), missing })
        }
    }
}

fn read_dossier(json: &[u8]) -> Result<Dossier, OpenError> {
    let json = std::str::from_utf8(json).map_err(|_| OpenError::NotText)?;
    let dossier = Dossier::from_json(json)?;
    match dossier.members.len() {
        0..=MOST_MEMBERS => Ok(dossier),
        count => Err(OpenError::TooManyMembers(count)),
    }
}

fn open_archive(file: &mut (impl Read + Seek)) -> Result<Opened, OpenError> {
    let container = Container::read(file)?;
    let json = the_dossier(&container)?.bytes(file, LARGEST_DOSSIER)?;
    let dossier = read_dossier(&json)?;

    let mut sums = BTreeMap::new();
    let mut opened = Opened { dossier, attachments: Vec::new(), missing: Vec::new() };
    for record in &opened.dossier.attachments {
        match find(&container, &mut sums, file, record)? {
            Some(stretch) => opened.attachments.push(Found { record: record.clone(), stretch }),
            None => opened.missing.push(record.clone()),
        }
    }
    Ok(opened)
}

/// The only dossier.json, in whatever folder; macOS's shadow copies do not count.
fn the_dossier(container: &Container) -> Result<&Entry, OpenError> {
    let named =
        |entry: &&Entry| entry.name.rsplit('/').next() == Some("dossier.json") && !entry.name.starts_with("__MACOSX/");
    let mut dossiers = container.files().filter(named);
    match (dossiers.next(), dossiers.next()) {
        (None, _) => Err(OpenError::NoDossier),
        (Some(dossier), None) => Ok(dossier),
        (Some(_), Some(_)) => Err(OpenError::TwoDossiers),
    }
}

/// The file whose bytes are those that were attached. A file that cannot be read is not it; one that would become too
/// large ends the reading. `known` keeps the sums that were taken, by where they begin.
fn find(
    container: &Container,
    known: &mut BTreeMap<u64, Option<String>>,
    file: &mut (impl Read + Seek),
    record: &Attachment,
) -> Result<Option<Stretch>, OpenError> {
    let alike = |entry: &&Entry| entry.size == record.size && entry.crc32 == record.crc32;
    for entry in container.files().filter(alike) {
        let sum = match known.entry(entry.place().start) {
            btree_map::Entry::Occupied(known) => known.into_mut(),
            btree_map::Entry::Vacant(unknown) => unknown.insert(sha256(entry, file)?),
        };
        if sum.as_ref() == Some(&record.sha256) {
            return Ok(Some(entry.stretch()?));
        }
    }
    Ok(None)
}

/// The SHA-256 of a file; `None` where it cannot be read.
fn sha256(entry: &Entry, file: &mut (impl Read + Seek)) -> Result<Option<String>, Refusal> {
    let mut sha = Sha::default();
    match entry.copy(file, &mut |piece| sha.update(piece)) {
        Ok(()) => Ok(Some(sha.finish())),
        Err(refusal @ (Refusal::Bomb(_) | Refusal::Unreadable(_))) => Err(refusal),
        Err(_) => Ok(None),
    }
}
