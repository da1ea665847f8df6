//! The record of an attached file. Its bytes live outside the dossier; here is what the bundle needs to know of them.

use serde::{Deserialize, Serialize};

use super::Inspection;

/// What a file is, by its content, never by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MediaType {
    /// `application/pdf`.
    Pdf,
    /// `image/jpeg`.
    Jpeg,
    /// `image/png`.
    Png,
}

impl MediaType {
    /// Reads the type from the first bytes of a file; `None` for a kind that the office cannot be expected to open.
    #[must_use]
    pub fn of(head: &[u8]) -> Option<Self> {
        match head {
            [0xFF, 0xD8, 0xFF, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Some(Self::Png),
            // The mark may stand anywhere in the first kilobyte.
            _ => head.windows(5).take(1024).any(|five| five == b"%PDF-").then_some(Self::Pdf),
        }
    }

    /// The ending of a file name of this type, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }
}

/// A file that the founders attached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attachment {
    /// Stable id, handed in; the bytes are stored under it.
    pub id: String,
    /// The member whose certificate (Article 20(四)) it is; `None` for a file kept beside the materials.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// The name it had.
    pub name: String,
    /// What it is.
    pub media_type: MediaType,
    /// Size in bytes.
    pub size: u64,
    /// CRC-32 (ISO-HDLC, as in ZIP), taken once at intake.
    pub crc32: u32,
    /// SHA-256 in lower-case hexadecimal, taken once at intake.
    pub sha256: String,
    /// What it is on paper; `None` for a file that was attached before files were looked into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inspection: Option<Inspection>,
    /// Fields this version does not know, kept as they came.
    #[serde(flatten)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}
