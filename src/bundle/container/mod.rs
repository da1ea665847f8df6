//! An archive that may be anything, read within limits and never whole: its directory is read, then stretches of it.
//!
//! What is read is the ZIP of APPNOTE 6.3.10, ZIP64 included, with one rule beyond it: whatever could be understood in two
//! ways is refused, so that no two programs can see different files in what was opened here.

mod directory;
mod refusal;
mod stretch;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::io::{Read, Seek};
use std::ops::Range;

pub use refusal::{Refusal, shown};
pub use stretch::Stretch;
#[cfg(test)]
pub use tests::every_refusal;

/// The largest archive that is read, in bytes: 16 GiB.
pub const LARGEST_FILE: u64 = 1 << 34;
/// The most files an archive may have.
const MOST_FILES: u64 = 100_000;
/// The largest directory, in bytes: room for paths of 250 bytes in every one of so many files.
const LARGEST_DIRECTORY: u64 = 1 << 25;
/// How many times its packed size a file may have. Deflated JSON is 5 to 20 times larger than in the archive.
const LARGEST_RATIO: u64 = 200;
/// A file up to here is harmless at any ratio.
const HARMLESS: u64 = 1 << 20;
/// The most bytes that all packed files together may become: 4 GiB.
const MOST_UNPACKED: u64 = 1 << 32;

/// An archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Container {
    entries: Vec<Entry>,
}

/// A file of the archive, as its directory and its own header describe it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The path, with `/` between folders. Names that another program wrote in an encoding of its own have marks in them.
    pub name: String,
    /// Whether the name is exactly what the archive has.
    pub plain_name: bool,
    /// Size in bytes, unpacked.
    pub size: u64,
    /// CRC-32 of the unpacked bytes.
    pub crc32: u32,
    /// How it is packed: 0 is stored, 8 deflated, all others are not read.
    method: u16,
    encrypted: bool,
    /// Where its own header begins.
    header: u64,
    /// Where its packed bytes stand in the archive.
    packed: Range<u64>,
}

impl Container {
    /// Reads the directory and every file's own header.
    ///
    /// # Errors
    /// See [`Refusal`].
    pub fn read(file: &mut (impl Read + Seek)) -> Result<Self, Refusal> {
        let entries = directory::read(file)?;
        let mut names = BTreeSet::new();
        for entry in &entries {
            if unsafe_name(&entry.name) {
                return Err(Refusal::UnsafeName(entry.name.clone()));
            }
            if !names.insert(entry.name.as_str()) {
                return Err(Refusal::SameName(entry.name.clone()));
            }
        }
        no_overlap(&entries)?;
        let unpacked = entries.iter().filter(|entry| entry.method != STORED).map(|entry| entry.size);
        if unpacked.fold(0_u64, u64::saturating_add) > MOST_UNPACKED {
            return Err(Refusal::TooMuch);
        }
        Ok(Self { entries })
    }

    /// Its files, folders left out, in the order of the directory.
    pub fn files(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| !entry.name.ends_with('/'))
    }
}

impl Entry {
    /// Where its bytes are, and how to get them.
    ///
    /// # Errors
    /// It is encrypted, packed in a way that is not read, or would become suspiciously large.
    pub fn stretch(&self) -> Result<Stretch, Refusal> {
        if self.encrypted {
            return Err(Refusal::Encrypted(self.name.clone()));
        }
        match self.method {
            STORED => Ok(Stretch::Stored(self.packed.clone())),
            DEFLATED if self.size > HARMLESS && self.size / LARGEST_RATIO > self.packed_size() => {
                Err(Refusal::Bomb(self.name.clone()))
            }
            DEFLATED => Ok(Stretch::Deflated { packed: self.packed.clone(), size: self.size }),
            method => Err(Refusal::Method(self.name.clone(), method)),
        }
    }

    /// Hands over its bytes piece by piece, and holds them to the size and the sum that the archive gives.
    ///
    /// # Errors
    /// As for [`Entry::stretch`], or the bytes are not what the archive says they are. What was handed over until then is
    /// to be forgotten.
    pub fn copy(&self, file: &mut (impl Read + Seek), sink: &mut dyn FnMut(&[u8])) -> Result<(), Refusal> {
        let mut crc32 = crc32fast::Hasher::new();
        let copied = self.stretch()?.copy(file, &mut |piece| {
            crc32.update(piece);
            sink(piece);
        });
        match copied {
            Ok(()) if crc32.finalize() == self.crc32 => Ok(()),
            Ok(()) => Err(Refusal::WrongSum(self.name.clone())),
            Err(stretch::Broken::Unreadable(why)) => Err(Refusal::Unreadable(why)),
            Err(stretch::Broken::Damaged) => Err(Refusal::WrongSum(self.name.clone())),
            Err(stretch::Broken::OtherSize) => Err(Refusal::Contradiction(self.name.clone())),
        }
    }

    /// All its bytes, where it is known to be small.
    ///
    /// # Errors
    /// As for [`Entry::copy`], or it has more than `most` bytes.
    pub fn bytes(&self, file: &mut (impl Read + Seek), most: u64) -> Result<Vec<u8>, Refusal> {
        if self.size > most {
            return Err(Refusal::TooLarge(self.size));
        }
        let mut bytes = Vec::new();
        self.copy(file, &mut |piece| bytes.extend_from_slice(piece))?;
        Ok(bytes)
    }

    /// Where its packed bytes stand in the archive.
    pub fn place(&self) -> Range<u64> {
        self.packed.clone()
    }

    fn packed_size(&self) -> u64 {
        self.packed.end - self.packed.start
    }
}

/// APPNOTE 4.4.5.
const STORED: u16 = 0;
const DEFLATED: u16 = 8;

/// Whether a name leads out of the folder that the archive is unpacked in, or is none at all.
fn unsafe_name(name: &str) -> bool {
    let folder = name.strip_suffix('/').unwrap_or(name);
    let drive = matches!(name.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    drive || name.contains('\0') || folder.split('/').any(|step| matches!(step, "" | "." | ".."))
}

/// No byte of an archive may belong to two files.
fn no_overlap(entries: &[Entry]) -> Result<(), Refusal> {
    let mut places: Vec<&Entry> = entries.iter().collect();
    places.sort_by_key(|entry| entry.header);
    let overlapping = |pair: &[&Entry]| match pair {
        [before, after] if before.packed.end > after.header => Some(Refusal::Overlap(after.name.clone())),
        _ => None,
    };
    places.windows(2).find_map(overlapping).map_or(Ok(()), Err)
}
