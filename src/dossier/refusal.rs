//! Why a chosen file cannot be attached, each reason with its own words.

use super::Foreign;
use super::attached::{LARGEST, MOST_BYTES, MOST_FILES};
use crate::language::Message;
use crate::message;

/// Why a file is not taken. Nothing is changed when it occurs.
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
    #[error("{name} is neither PDF nor JPEG nor PNG but {kind:?}")]
    WrongType {
        /// The file's name.
        name: String,
        /// What it is instead.
        kind: Foreign,
    },
    /// As many files as there may be are attached.
    #[error("{name} would be one more than {MOST_FILES} files")]
    TooMany {
        /// The file's name.
        name: String,
    },
    /// The attached files would be larger than [`MOST_BYTES`] together.
    #[error("{name} has {size} bytes where {left} are left")]
    NoRoom {
        /// The file's name.
        name: String,
        /// Its size in bytes.
        size: u64,
        /// How many bytes may still be attached.
        left: u64,
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
            Self::WrongType { name, kind } => {
                let (what, remedy) = (kind.what(), kind.remedy());
                Message {
                    zh: format!("“{name}”{}。{}", what.zh, remedy.zh),
                    en: format!("“{name}” {}. {}", what.en, remedy.en),
                }
            }
            Self::TooMany { name } => message!(
                "“{name}”没有附上：已附 {MOST_FILES} 个文件，达到上限。请把同一单位的多页扫描合成一个 PDF，或移除不需要的文件后再选",
                "“{name}” was not attached: there are {MOST_FILES} files already, as many as there may be. Join the pages of one unit into one PDF, or remove what is not needed"
            ),
            Self::NoRoom { name, size, left } => {
                let (size, left, most) = (mebibytes(*size), left / (1024 * 1024), mebibytes(MOST_BYTES));
                message!(
                    "“{name}”有 {size} MB，没有附上：全部附件合计不超过 {most} MB，还可以附 {left} MB。请降低扫描分辨率，或移除不需要的文件后再选",
                    "“{name}” has {size} MB and was not attached: all files together may have {most} MB, and {left} MB are left. Scan at a lower resolution, or remove what is not needed"
                )
            }
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
