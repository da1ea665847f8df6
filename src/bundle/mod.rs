//! 7. bundle: every file of the filing in one archive, and drafts; making them and reading them back.
//!
//! A bundle is a map from path to file before it is a ZIP. What was attached is never copied here: its size and sums
//! were taken once, at intake, so an archive is headers and our own files, with the attachments named where they belong.
//! The same dossier and date give the same bytes. This room must never touch a disk, a network or a clock.

mod archive;
mod book;
mod code;
mod compose;
mod container;
mod draft;
mod inspect;
mod manifest;
mod names;
mod open;
mod printing;
mod qr;
mod scans;
mod sums;
mod verify;

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use crate::dossier::{Attachment, Dossier, Fact};

pub use archive::{ArchiveError, Piece, archive};
pub use compose::{BundleError, Composed, Press, bundle_name, compose};
pub use container::{LARGEST_FILE, Refusal, Stretch};
pub use draft::{draft, draft_name};
pub use inspect::inspect;
pub use open::{Found, OpenError, Opened, open};
pub use printing::print;
pub use qr::credit_codes;
pub use scans::{Scan, scans};
pub use verify::{Contents, Difference, Finding, Grade, Report, Tally, Verdict, verify};

/// Where the dossier stands in a bundle and in a draft.
const DOSSIER: &str = "data/dossier.json";

/// The alliance's name as the beginning of a file name.
fn alliance_name(dossier: &Dossier) -> String {
    names::clean(&dossier.alliance.name.text(), "未命名联盟")
}

/// A filing bundle, or a draft, before it is a ZIP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// The name to save it under.
    pub file_name: String,
    /// The time written at every file in the archive.
    pub dated: NaiveDateTime,
    /// The files by their paths, with `/` between folders.
    pub files: BTreeMap<String, Content>,
}

/// A file of a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A file of our own making, summed once when it is made.
    Made {
        /// The file.
        bytes: Vec<u8>,
        /// CRC-32.
        crc32: u32,
        /// SHA-256 in lower-case hexadecimal.
        sha256: String,
    },
    /// A file the founders attached; its bytes are kept elsewhere under the id.
    Attachment {
        /// The attachment's id.
        id: String,
        /// Size in bytes.
        size: u64,
        /// CRC-32.
        crc32: u32,
        /// SHA-256 in lower-case hexadecimal.
        sha256: String,
    },
}

impl Content {
    /// A file of our own making.
    #[must_use]
    pub fn made(bytes: Vec<u8>) -> Self {
        let (crc32, sha256) = (sums::crc32(&bytes), sums::sha256(&bytes));
        Self::Made { bytes, crc32, sha256 }
    }

    fn attachment(record: &Attachment) -> Self {
        Self::Attachment {
            id: record.id.clone(),
            size: record.size,
            crc32: record.crc32,
            sha256: record.sha256.clone(),
        }
    }

    /// Size in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        match self {
            // No target has addresses wider than 64 bits.
            Self::Made { bytes, .. } => bytes.len() as u64,
            Self::Attachment { size, .. } => *size,
        }
    }

    /// CRC-32 (ISO-HDLC).
    #[must_use]
    pub fn crc32(&self) -> u32 {
        let (Self::Made { crc32, .. } | Self::Attachment { crc32, .. }) = self;
        *crc32
    }

    /// SHA-256 in lower-case hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> &str {
        let (Self::Made { sha256, .. } | Self::Attachment { sha256, .. }) = self;
        sha256
    }
}
