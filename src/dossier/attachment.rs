//! The record of an attached file. Its bytes live outside the dossier; here is what the bundle needs to know of them.

use serde::{Deserialize, Serialize};

use super::{Foreign, Inspection};

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
    /// Reads the type from the first kilobytes of a file.
    ///
    /// # Errors
    /// The kind that it is instead: one that the office cannot be expected to open, or that the book cannot take.
    pub fn of(head: &[u8]) -> Result<Self, Foreign> {
        match head {
            [0xFF, 0xD8, 0xFF, ..] => return Ok(Self::Jpeg),
            [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => return Ok(Self::Png),
            _ => {}
        }
        // The mark of a PDF may stand anywhere in the first kilobyte (ISO 32000-1, annex H, 3.4.1), and an archive may well
        // have a PDF there.
        let foreign = Foreign::of(head);
        if foreign.is_none() && head.windows(5).take(1024).any(|five| five == b"%PDF-") {
            return Ok(Self::Pdf);
        }
        Err(foreign.unwrap_or(Foreign::Unknown))
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

/// By how many quarters a file is turned to the right so that it stands upright: 0 to 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "i64", into = "u8")]
pub struct Turn(u8);

impl Turn {
    /// The number of quarters, 0 to 3.
    #[must_use]
    pub const fn quarters(self) -> u8 {
        self.0
    }

    /// One quarter further to the right.
    #[must_use]
    pub const fn further(self) -> Self {
        Self((self.0 + 1) % 4)
    }

    /// Whether it stands as it is.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.0 == 0
    }
}

impl From<i64> for Turn {
    fn from(quarters: i64) -> Self {
        Self(u8::try_from(quarters.rem_euclid(4)).unwrap_or_default())
    }
}

impl From<Turn> for u8 {
    fn from(turn: Turn) -> Self {
        turn.0
    }
}

/// A file that the founders attached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attachment {
    /// Stable id, handed in; it stays when the file is replaced by another.
    pub id: String,
    /// The member whose certificate (Article 20(四)) it is; `None` for any other file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// The item of Article 20 that it goes with, where it is no member's certificate: a signed page, say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub material: Option<u8>,
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
    /// How it is turned in the printable book.
    #[serde(default, skip_serializing_if = "Turn::is_none")]
    pub turn: Turn,
    /// What it is on paper; `None` for a file that was attached before files were looked into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inspection: Option<Inspection>,
    /// Fields this version does not know, kept as they came.
    #[serde(flatten)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// Whose a file is, or what it goes with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Holder {
    /// A member's certificate, by the member's id.
    Member(String),
    /// One of the eight materials of Article 20.
    Material(u8),
    /// None of them: 其他附件.
    #[default]
    Nobody,
}

impl Attachment {
    /// The items of Article 20.
    const MATERIALS: std::ops::RangeInclusive<u8> = 1..=8;

    /// Whose it is, or what it goes with.
    #[must_use]
    pub fn holder(&self) -> Holder {
        match (&self.member, self.material) {
            (Some(member), _) => Holder::Member(member.clone()),
            (None, Some(item)) if Self::MATERIALS.contains(&item) => Holder::Material(item),
            (None, _) => Holder::Nobody,
        }
    }

    /// The same file, somebody else's.
    #[must_use]
    pub fn held_by(self, holder: Holder) -> Self {
        let (member, material) = match holder {
            Holder::Member(id) => (Some(id), None),
            Holder::Material(item) => (None, Some(item)),
            Holder::Nobody => (None, None),
        };
        Self { member, material, ..self }
    }
}
