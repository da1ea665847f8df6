//! Why a workbook cannot be read, and what to do then.

use crate::language::Message;
use crate::message;
use crate::package::PackageError;

/// Why a workbook cannot be read. Nothing is changed when it occurs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SpreadsheetError {
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// More than [`LARGEST_FILE`](super::LARGEST_FILE).
    #[error("{0} bytes, too many to be read")]
    TooLarge(u64),
    /// The format of Excel 97 to 2003 and of WPS's own files, or locked with a password: they look the same.
    #[error("an old or a locked workbook")]
    OldFormat,
    /// The format of LibreOffice's own files.
    #[error("an OpenDocument file")]
    OpenDocument,
    /// A PDF: what it draws as a table is none.
    #[error("a PDF")]
    Pdf,
    /// A scan, a photograph or a picture of the screen.
    #[error("a picture")]
    Picture,
    /// A document of Word or WPS; a table may stand in it.
    #[error("a text document")]
    TextDocument,
    /// Something else.
    #[error("no workbook")]
    NoWorkbook,
    /// It would become suspiciously large when unpacked.
    #[error("{0} would become too large when unpacked")]
    Bomb(String),
    /// A part of it is absent, cut short or not as the format says.
    #[error("broken at {0}")]
    Broken(String),
    /// No sheet of cells in it: charts alone.
    #[error("a workbook without a worksheet")]
    NoSheet,
}

impl From<PackageError> for SpreadsheetError {
    fn from(error: PackageError) -> Self {
        match error {
            PackageError::Foreign => Self::NoWorkbook,
            PackageError::Bomb(part) => Self::Bomb(part),
            PackageError::Broken(part) => Self::Broken(part),
        }
    }
}

impl SpreadsheetError {
    /// The words for the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => message!(
                "这个文件是空的。现有内容没有改动，请重新选择填好的表格文件",
                "This file is empty. Nothing was changed: choose the workbook you filled in"
            ),
            Self::TooLarge(bytes) => {
                let megabytes = bytes >> 20;
                message!(
                    "这个表格文件过大（{megabytes} MB），最多读取 20 MB。现有内容没有改动，请只保留成员单位名单，删去图片和其他工作表，另存后再导入",
                    "This workbook is too large ({megabytes} MB); up to 20 MB are read. Nothing was changed: keep the members' list alone, without pictures and other sheets, and save it anew"
                )
            }
            Self::OldFormat => message!(
                "这是旧格式（.xls、.et）或设有密码的表格文件，无法读取。现有内容没有改动，请在 Excel 或 WPS 中取消密码，另存为“.xlsx”格式后再导入；也可以复制各行，用“粘贴名单”",
                "This workbook is in an old format (.xls, .et) or locked with a password. Nothing was changed: take the password off and save it as .xlsx in Excel or WPS, or copy its rows and use Paste a list"
            ),
            Self::OpenDocument => message!(
                "这是 OpenDocument 格式的文件，无法读取。现有内容没有改动，请在 LibreOffice 或 WPS 中另存为“.xlsx”格式后再导入；也可以复制各行，用“粘贴名单”",
                "This is an OpenDocument file. Nothing was changed: save it as .xlsx in LibreOffice or WPS, or copy its rows and use Paste a list"
            ),
            Self::Pdf => message!(
                "这是 PDF 文件，不能从中读出名单。现有内容没有改动，请选择原来的表格文件（.xlsx 或 .csv）；也可以打开原表，复制各行，用“粘贴名单”",
                "This is a PDF, out of which no list can be read. Nothing was changed: choose the table it was made from (.xlsx or .csv), or open that table, copy its rows and use Paste a list"
            ),
            Self::Picture => message!(
                "这是图片，不能从中读出名单。现有内容没有改动，请选择原来的表格文件（.xlsx 或 .csv）；也可以打开原表，复制各行，用“粘贴名单”",
                "This is a picture, out of which no list can be read. Nothing was changed: choose the table it was made from (.xlsx or .csv), or open that table, copy its rows and use Paste a list"
            ),
            Self::TextDocument => message!(
                "这是 Word 文档，不是表格文件（.xlsx 或 .csv）。现有内容没有改动，请打开它，复制名单各行，用“粘贴名单”",
                "This is a Word document and no table (.xlsx or .csv). Nothing was changed: open it, copy the rows of the list and use Paste a list"
            ),
            Self::NoWorkbook => message!(
                "这个文件不是表格文件（.xlsx 或 .csv）。现有内容没有改动，请核对所选文件；也可以复制名单各行，用“粘贴名单”",
                "This is no table (.xlsx or .csv). Nothing was changed: check which file was chosen, or copy the rows of the list and use Paste a list"
            ),
            Self::Bomb(part) => message!(
                "这个表格文件解压后异常庞大（“{part}”），为安全起见没有打开。现有内容没有改动，请核对文件来源，或把成员单位各行复制到新表格后再导入",
                "This workbook would become suspiciously large when unpacked (“{part}”), so it was not opened. Nothing was changed: check where it comes from, or copy the members' rows into a new one"
            ),
            Self::Broken(part) => message!(
                "这个表格文件不完整或已损坏（“{part}”）。现有内容没有改动，请用 Excel 或 WPS 打开，另存为“.xlsx”格式后再导入",
                "This workbook is incomplete or damaged (“{part}”). Nothing was changed: open it in Excel or WPS, save it as .xlsx and try again"
            ),
            Self::NoSheet => message!(
                "这个表格文件里没有可读取的工作表。现有内容没有改动，请核对所选文件",
                "This workbook has no sheet that can be read. Nothing was changed: check which file was chosen"
            ),
        }
    }
}
