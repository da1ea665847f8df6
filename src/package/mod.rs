//! An Office file that somebody chose, opened as a package of parts (ECMA-376 part 2) within limits: of how many parts it
//! has, of what they become when unpacked. What the parts say is for [`spreadsheet`](crate::spreadsheet) and
//! [`wordprocessing`](crate::wordprocessing).

mod parts;
mod relationships;
pub mod xml;

pub use parts::Parts;
pub use relationships::{Relationship, related, relationships};

/// Why a file cannot be opened as a package.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackageError {
    /// An archive of more parts than an Office file has.
    #[error("no Office file")]
    Foreign,
    /// A part would become suspiciously large when unpacked.
    #[error("{0} would become too large when unpacked")]
    Bomb(String),
    /// A part is absent, cut short or not as the format says.
    #[error("broken at {0}")]
    Broken(String),
}

/// Whether a file is the container of Office 97 to 2003, and of files locked with a password.
#[must_use]
pub fn is_old(file: &[u8]) -> bool {
    file.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
}
