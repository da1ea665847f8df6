//! The parts of a package, unpacked within limits.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::PackageError;

/// The most parts a package may have.
const MOST_PARTS: usize = 5_000;
/// How many bytes may be unpacked altogether: 128 MiB, room for a hundred thousand rows.
const BUDGET: u64 = 128 << 20;
/// How many times its packed size a part may have. Real sheets reach 30.
const LARGEST_RATIO: u64 = 300;
/// A part up to here is harmless at any ratio: 1 MiB.
const HARMLESS: u64 = 1 << 20;

/// The parts of a file.
pub struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Names are compared without their case (9.1.1); programs also write the other slash.
    places: BTreeMap<String, usize>,
    /// How many bytes may yet be unpacked.
    budget: u64,
}

impl<'a> Parts<'a> {
    /// Reads the directory.
    pub fn open(file: &'a [u8]) -> Result<Self, PackageError> {
        let broken = |_| PackageError::Broken("ZIP".to_owned());
        let archive = ZipArchive::new(Cursor::new(file)).map_err(broken)?;
        if archive.len() > MOST_PARTS {
            return Err(PackageError::Foreign);
        }
        let mut places = BTreeMap::new();
        for place in 0..archive.len() {
            let entry = archive.by_index_data(place).map_err(broken)?;
            places.insert(plain(&String::from_utf8_lossy(entry.name_raw())), place);
        }
        Ok(Self { archive, places, budget: BUDGET })
    }

    /// Whether a part has a name that begins so.
    pub fn has(&self, start: &str) -> bool {
        self.places.keys().any(|name| name.starts_with(start))
    }

    /// Whether it is an OpenDocument file.
    pub fn is_open_document(&self) -> bool {
        self.places.contains_key("mimetype") && self.places.contains_key("content.xml")
    }

    /// The text of a part; `None` where there is none of this name.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, PackageError> {
        let Some(place) = self.places.get(&plain(name)) else { return Ok(None) };
        let broken = || PackageError::Broken(name.to_owned());
        let entry = self.archive.by_index(*place).map_err(|_| broken())?;
        let packed = entry.compressed_size();
        // What the directory says of the size may be a lie: what counts is what comes out.
        let most = packed.saturating_mul(LARGEST_RATIO).max(HARMLESS).min(self.budget);
        let mut bytes = Vec::new();
        entry.take(most + 1).read_to_end(&mut bytes).map_err(|_| broken())?;
        self.budget = self
            .budget
            .checked_sub(bytes.len() as u64)
            .filter(|_| bytes.len() as u64 <= most)
            .ok_or_else(|| PackageError::Bomb(name.to_owned()))?;
        String::from_utf8(bytes).map(Some).map_err(|_| broken())
    }
}

fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}
