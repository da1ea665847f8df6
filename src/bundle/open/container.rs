//! An archive that may be anything, read within limits.

use std::io::{Cursor, Read};

use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::{Body, LARGEST_FILE, OpenError};
use crate::bundle::sums;

/// The most files an archive may have.
const MOST_FILES: usize = 20_000;
/// How many times its packed size a file may have. Deflated JSON is 5 to 20 times larger than in the archive.
const LARGEST_RATIO: u64 = 200;
/// A file up to here is harmless at any ratio.
const HARMLESS: u64 = 1 << 20;

/// An archive.
pub struct Container<'a> {
    file: &'a [u8],
    archive: ZipArchive<Cursor<&'a [u8]>>,
    entries: Vec<Entry>,
    /// How many bytes may yet be inflated.
    budget: u64,
}

/// A file of the archive, as the archive's directory describes it.
struct Entry {
    name: String,
    size: u64,
    packed_size: u64,
    crc32: u32,
    method: CompressionMethod,
    encrypted: bool,
}

impl<'a> Container<'a> {
    /// Reads the directory.
    pub fn open(file: &'a [u8]) -> Result<Self, OpenError> {
        let archive = ZipArchive::new(Cursor::new(file)).map_err(broken)?;
        if archive.len() > MOST_FILES {
            return Err(OpenError::TooManyFiles(archive.len()));
        }
        let entry = |index| {
            let data = archive.by_index_data(index)?;
            Ok(Entry {
                // Written on Windows, a path may have the other slash.
                name: String::from_utf8_lossy(data.name_raw()).replace('\\', "/"),
                size: data.size(),
                packed_size: data.compressed_size(),
                crc32: data.crc32(),
                method: data.compression(),
                encrypted: data.encrypted(),
            })
        };
        let entries = (0..archive.len()).map(entry).collect::<Result<Vec<Entry>, ZipError>>().map_err(broken)?;
        if archive.has_duplicate_names() {
            return Err(OpenError::Ambiguous);
        }
        Ok(Self { file, archive, entries, budget: LARGEST_FILE })
    }

    /// The place of the only file with this name, in whatever folder; macOS's shadow copies do not count.
    pub fn only(&self, name: &str) -> Result<Option<usize>, OpenError> {
        let named = |entry: &Entry| {
            let last = entry.name.rsplit('/').next().unwrap_or_default();
            last == name && !entry.name.starts_with("__MACOSX/")
        };
        let mut places = self.entries.iter().enumerate().filter(|(_, entry)| named(entry)).map(|(place, _)| place);
        match (places.next(), places.next()) {
            (_, Some(_)) => Err(OpenError::Ambiguous),
            (place, None) => Ok(place),
        }
    }

    /// The places of the files of this size and sum.
    pub fn alike(&self, size: u64, crc32: u32) -> Vec<usize> {
        let alike = |entry: &Entry| entry.size == size && entry.crc32 == crc32;
        self.entries.iter().enumerate().filter(|(_, entry)| alike(entry)).map(|(place, _)| place).collect()
    }

    /// The size of the file at this place, as the directory says it.
    pub fn size(&self, place: usize) -> u64 {
        self.entries.get(place).map_or(0, |entry| entry.size)
    }

    /// The bytes at this place, whole and with the right CRC-32.
    pub fn body(&mut self, place: usize) -> Result<Body, OpenError> {
        let Some(entry) = self.entries.get(place) else { return Err(OpenError::NoDossier) };
        let (size, crc32) = (entry.size, entry.crc32);
        if entry.encrypted {
            return Err(OpenError::Encrypted);
        }
        match entry.method {
            CompressionMethod::Stored => {
                let start = self.archive.by_index_raw(place).map_err(broken)?.data_start();
                let range = start.and_then(|start| range(start, size)).ok_or_else(cut_short)?;
                let bytes = self.file.get(range.clone()).ok_or_else(cut_short)?;
                if sums::crc32(bytes) != crc32 {
                    return Err(OpenError::BrokenArchive("wrong sum".into()));
                }
                Ok(Body::Stored(range))
            }
            CompressionMethod::Deflated => {
                if size > HARMLESS && size / LARGEST_RATIO > entry.packed_size {
                    return Err(OpenError::Bomb(entry.name.clone()));
                }
                self.budget = self.budget.checked_sub(size).ok_or(OpenError::TooLarge(size))?;
                let mut bytes = Vec::new();
                // One byte more than announced shows a directory that lies.
                let mut inflated = self.archive.by_index(place).map_err(broken)?.take(size + 1);
                inflated.read_to_end(&mut bytes).map_err(|error| OpenError::BrokenArchive(error.to_string()))?;
                if bytes.len() as u64 == size { Ok(Body::Inflated(bytes)) } else { Err(cut_short()) }
            }
            method => Err(OpenError::Compression(method.to_string())),
        }
    }
}

fn range(start: u64, size: u64) -> Option<std::ops::Range<usize>> {
    let end = start.checked_add(size)?;
    Some(usize::try_from(start).ok()?..usize::try_from(end).ok()?)
}

fn broken(error: ZipError) -> OpenError {
    OpenError::BrokenArchive(error.to_string())
}

fn cut_short() -> OpenError {
    OpenError::BrokenArchive("cut short".into())
}
