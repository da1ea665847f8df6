//! Taking in a file: what it is and its sums, taken once.

use sha2::{Digest, Sha256};

use super::{Foreign, Inspection, MediaType};

/// How much of a file's beginning shows what it is.
const HEAD: usize = 4096;

/// What was learnt from a file's bytes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Sums {
    /// Size in bytes.
    pub size: u64,
    /// What it is, by content; an error for a kind that is not taken.
    pub kind: Result<MediaType, Foreign>,
    /// CRC-32 (ISO-HDLC, as in ZIP).
    pub crc32: u32,
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
    /// What it is on paper; the sums alone do not tell.
    #[serde(default)]
    pub inspection: Option<Inspection>,
}

/// Reads a file from its first byte to its last, in pieces of any size.
#[derive(Default)]
pub struct Intake {
    sums: HeadAndCrc,
    sha256: Sha256,
}

/// As [`Intake`], where somebody else takes the SHA-256.
#[derive(Default)]
pub struct HeadAndCrc {
    head: Vec<u8>,
    size: u64,
    crc32: crc32fast::Hasher,
}

impl Intake {
    /// The next piece.
    pub fn read(&mut self, piece: &[u8]) {
        self.sums.read(piece);
        self.sha256.update(piece);
    }

    /// What the whole file gave.
    #[must_use]
    pub fn finish(self) -> Sums {
        self.sums.finish(&self.sha256.finalize())
    }
}

impl HeadAndCrc {
    /// The next piece.
    pub fn read(&mut self, piece: &[u8]) {
        let wanted = HEAD.saturating_sub(self.head.len());
        self.head.extend(piece.iter().take(wanted));
        self.size = self.size.saturating_add(u64::try_from(piece.len()).unwrap_or(u64::MAX));
        self.crc32.update(piece);
    }

    /// What it is, by its first kilobytes.
    ///
    /// # Errors
    /// The kind that it is instead.
    pub fn kind(&self) -> Result<MediaType, Foreign> {
        MediaType::of(&self.head)
    }

    /// What the whole file gave, with its SHA-256.
    #[must_use]
    pub fn finish(self, sha256: &[u8]) -> Sums {
        Sums {
            size: self.size,
            kind: self.kind(),
            crc32: self.crc32.finalize(),
            sha256: sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
            inspection: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sums(bytes: &[u8]) -> Sums {
        let mut intake = Intake::default();
        bytes.chunks(3).for_each(|piece| intake.read(piece));
        intake.finish()
    }

    #[test]
    fn sums_are_those_of_the_standards_whatever_the_pieces() {
        let found = sums(b"123456789");
        assert_eq!((found.size, found.crc32), (9, 0xCBF4_3926));
        assert_eq!(found.sha256, "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225");
        assert_eq!(found.kind, Err(Foreign::Unknown));
        assert_eq!(sums(b"%PDF-1.7\n").kind, Ok(MediaType::Pdf));
    }
}
