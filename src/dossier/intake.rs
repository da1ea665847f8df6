//! Taking in a file: what it is and its sums, taken once, and whether it can be a member's certificate.

use sha2::{Digest, Sha256};

use super::{Attachment, Dossier, Inspection, MediaType};
use crate::language::Message;
use crate::message;

/// The largest file that is taken, in bytes. A scanned licence has a few hundred kilobytes; an office's mailbox and the
/// print shop take no giants.
pub const LARGEST: u64 = 50 * 1024 * 1024;
/// How much of a file's beginning shows what it is.
const HEAD: usize = 2048;

/// What was learnt from a file's bytes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Sums {
    /// Size in bytes.
    pub size: u64,
    /// What it is, by content; `None` for a kind that is not taken.
    pub media_type: Option<MediaType>,
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
    head: Vec<u8>,
    size: u64,
    crc32: crc32fast::Hasher,
    sha256: Sha256,
}

impl Intake {
    /// The next piece.
    pub fn read(&mut self, piece: &[u8]) {
        let wanted = HEAD.saturating_sub(self.head.len());
        self.head.extend(piece.iter().take(wanted));
        self.size = self.size.saturating_add(u64::try_from(piece.len()).unwrap_or(u64::MAX));
        self.crc32.update(piece);
        self.sha256.update(piece);
    }

    /// What the whole file gave.
    #[must_use]
    pub fn finish(self) -> Sums {
        Sums {
            size: self.size,
            media_type: MediaType::of(&self.head),
            crc32: self.crc32.finalize(),
            sha256: self.sha256.finalize().iter().map(|byte| format!("{byte:02x}")).collect(),
            inspection: None,
        }
    }
}

/// Why a file is not taken as a certificate. Nothing is changed when it occurs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The file dialog gave no file.
    #[error("no file")]
    NoFile,
    /// No byte in it.
    #[error("{name} is empty")]
    Empty {
        /// The file's name.
        name: String,
    },
    /// Larger than [`LARGEST`].
    #[error("{name} is too large: {size} bytes")]
    TooLarge {
        /// The file's name.
        name: String,
        /// Its size in bytes.
        size: u64,
    },
    /// Neither PDF nor JPEG nor PNG, whatever its name says.
    #[error("{name} is neither PDF nor JPEG nor PNG")]
    WrongType {
        /// The file's name.
        name: String,
    },
    /// The same bytes are attached already.
    #[error("{name} is the same file as {as_name}, attached to {to}")]
    Duplicate {
        /// The file's name.
        name: String,
        /// The name of the one that is there.
        as_name: String,
        /// The unit it is attached to; empty for a file beside the materials.
        to: String,
    },
}

impl Refusal {
    /// The words for the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoFile => message!(
                "没有选择文件。请选择证照的 PDF、JPEG 或 PNG 文件",
                "No file was chosen. Choose a PDF, JPEG or PNG of the certificate"
            ),
            Self::Empty { name } => message!(
                "“{name}”是空文件（0 字节），可能没有下载或扫描完整，请重新获取后再选",
                "“{name}” is empty (0 bytes); perhaps a download or a scan was not finished. Get it again and choose it anew"
            ),
            Self::TooLarge { name, size } => {
                let (size, most) = (mebibytes(*size), mebibytes(LARGEST));
                message!(
                    "“{name}”有 {size} MB，超过每个文件 {most} MB 的上限。请降低扫描分辨率（300 dpi 灰度已足够）或压缩后再选",
                    "“{name}” has {size} MB; a file may have {most} MB at most. Scan it at a lower resolution (300 dpi in grey is enough) or compress it"
                )
            }
            Self::WrongType { name } => message!(
                "“{name}”的内容不是 PDF、JPEG 或 PNG（改后缀名不算）。请另存为 PDF 或扫描成图片后再选",
                "“{name}” is no PDF, JPEG or PNG by its content, whatever its name ends in. Save it as a PDF or scan it as an image"
            ),
            Self::Duplicate { name, as_name, to } if to.is_empty() => message!(
                "“{name}”与已附的“{as_name}”内容完全相同，不必再附",
                "“{name}” is to the byte the same file as “{as_name}”, which is attached already"
            ),
            Self::Duplicate { name, as_name, to } => message!(
                "“{name}”与“{to}”名下已附的“{as_name}”内容完全相同，请核对是否选错了文件",
                "“{name}” is to the byte the same file as “{as_name}”, attached to “{to}” already. Check whether it is the right one"
            ),
        }
    }
}

fn mebibytes(bytes: u64) -> u64 {
    bytes.div_ceil(1024 * 1024)
}

impl Dossier {
    /// Whether a file of this size can be taken, before it is read.
    ///
    /// # Errors
    /// [`Refusal::Empty`] and [`Refusal::TooLarge`].
    pub fn admits_size(name: &str, size: u64) -> Result<(), Refusal> {
        match size {
            0 => Err(Refusal::Empty { name: name.to_owned() }),
            size if size > LARGEST => Err(Refusal::TooLarge { name: name.to_owned(), size }),
            _ => Ok(()),
        }
    }

    /// Records a file that was read as the certificate of a member. The caller keeps the bytes under `id`.
    ///
    /// # Errors
    /// See [`Refusal`].
    pub fn attach(&mut self, id: String, member: Option<String>, name: String, sums: Sums) -> Result<(), Refusal> {
        Self::admits_size(&name, sums.size)?;
        let Some(media_type) = sums.media_type else { return Err(Refusal::WrongType { name }) };
        if let Some(there) = self.attachments.iter().find(|there| there.sha256 == sums.sha256) {
            let unit = there.member.as_deref().and_then(|id| self.member(id)).and_then(|unit| unit.name.given());
            let to = unit.map(|name| name.as_str().to_owned()).unwrap_or_default();
            return Err(Refusal::Duplicate { name, as_name: there.name.clone(), to });
        }
        let Sums { size, crc32, sha256, inspection, .. } = sums;
        self.attachments.push(Attachment {
            id,
            member,
            name,
            media_type,
            size,
            crc32,
            sha256,
            inspection,
            extra: serde_json::Map::new(),
        });
        Ok(())
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
        assert_eq!(found.media_type, None);
        assert_eq!(sums(b"%PDF-1.7\n").media_type, Some(MediaType::Pdf));
    }

    #[test]
    fn a_file_is_refused_for_its_own_reason_and_nothing_is_changed() {
        let mut dossier = Dossier::default();
        dossier.members.push(super::super::Member {
            id: "m1".into(),
            name: super::super::Text::from("甲").into(),
            ..Default::default()
        });
        let pdf = sums(b"%PDF-1.7 one");
        dossier.attach("a1".into(), Some("m1".into()), "一.pdf".into(), pdf.clone()).unwrap();
        let name = || "二.pdf".to_owned();
        let table = [
            (sums(b""), Refusal::Empty { name: name() }),
            (sums(b"MZ no certificate"), Refusal::WrongType { name: name() }),
            (Sums { size: LARGEST + 1, ..pdf.clone() }, Refusal::TooLarge { name: name(), size: LARGEST + 1 }),
            (pdf, Refusal::Duplicate { name: name(), as_name: "一.pdf".into(), to: "甲".into() }),
        ];
        for (sums, refusal) in table {
            assert_eq!(dossier.attach("a2".into(), None, name(), sums), Err(refusal));
            assert_eq!(dossier.attachments.len(), 1);
        }
    }
}
