//! Why a text document cannot be read, and what to do then.

use crate::language::Message;
use crate::message;
use crate::package::PackageError;

/// Why a text document cannot be read. Nothing is changed when it occurs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordprocessingError {
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// More than [`LARGEST_FILE`](super::LARGEST_FILE).
    #[error("{0} bytes, too many to be read")]
    TooLarge(u64),
    /// The format of Word 97 to 2003 and of WPS's own files, or locked with a password: they look the same.
    #[error("an old or a locked document")]
    OldFormat,
    /// The format of LibreOffice's own files.
    #[error("an OpenDocument file")]
    OpenDocument,
    /// A PDF.
    #[error("a PDF")]
    Pdf,
    /// Something else.
    #[error("no text document")]
    NoDocument,
    /// It would become suspiciously large when unpacked.
    #[error("{0} would become too large when unpacked")]
    Bomb(String),
    /// A part of it is absent, cut short or not as the format says.
    #[error("broken at {0}")]
    Broken(String),
    /// Not a word in it: a scan put into a document.
    #[error("a document without words")]
    NoText,
}

impl From<PackageError> for WordprocessingError {
    fn from(error: PackageError) -> Self {
        match error {
            PackageError::Foreign => Self::NoDocument,
            PackageError::Bomb(part) => Self::Bomb(part),
            PackageError::Broken(part) => Self::Broken(part),
        }
    }
}

impl WordprocessingError {
    /// The words for the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => message!(
                "这个文件是空的，请重新选择；也可以复制全文，粘贴到文本框中",
                "This file is empty: choose another, or copy the text and paste it into the box"
            ),
            Self::TooLarge(bytes) => {
                let megabytes = bytes >> 20;
                message!(
                    "这个文件过大（{megabytes} MB），最多读取 20 MB。请删去图片后另存，或复制全文，粘贴到文本框中",
                    "This file is too large ({megabytes} MB); up to 20 MB are read. Save it without pictures, or copy the text and paste it into the box"
                )
            }
            Self::OldFormat => message!(
                "这是旧格式（.doc、.wps）或设有密码的文件，无法读取。请在 Word 或 WPS 中取消密码，另存为“.docx”后再选；也可以复制全文，粘贴到文本框中",
                "This file is in an old format (.doc, .wps) or locked with a password. Take the password off and save it as .docx in Word or WPS, or copy the text and paste it into the box"
            ),
            Self::OpenDocument => message!(
                "这是 OpenDocument 格式的文件，无法读取。请在 LibreOffice 或 WPS 中另存为“.docx”后再选；也可以复制全文，粘贴到文本框中",
                "This is an OpenDocument file. Save it as .docx in LibreOffice or WPS, or copy the text and paste it into the box"
            ),
            Self::Pdf => message!(
                "这是 PDF 文件，无法读取其中的文字。请选择它的“.docx”原稿；也可以在阅读软件中复制全文，粘贴到文本框中",
                "This is a PDF, whose words cannot be read here. Choose the .docx it was made from, or copy the text in a PDF reader and paste it into the box"
            ),
            Self::NoDocument => message!(
                "这个文件不是 Word 文档（.docx）。请核对所选文件；也可以复制全文，粘贴到文本框中",
                "This is no Word document (.docx). Check which file was chosen, or copy the text and paste it into the box"
            ),
            Self::Bomb(part) => message!(
                "这个文件解压后异常庞大（“{part}”），为安全起见没有打开。请核对文件来源，或复制全文，粘贴到文本框中",
                "This file would become suspiciously large when unpacked (“{part}”), so it was not opened. Check where it comes from, or copy the text and paste it into the box"
            ),
            Self::Broken(part) => message!(
                "这个文件不完整或已损坏（“{part}”）。请用 Word 或 WPS 打开，另存后再选；也可以复制全文，粘贴到文本框中",
                "This file is incomplete or damaged (“{part}”). Open it in Word or WPS and save it anew, or copy the text and paste it into the box"
            ),
            Self::NoText => message!(
                "这个文件里没有文字，可能是扫描图片。请选择有文字的原稿，或把文字粘贴到文本框中",
                "This file has no words in it; it may be a scan. Choose the text it was made from, or paste the words into the box"
            ),
        }
    }
}
