//! Why a file could not be made.

use crate::language::Message;
use crate::message;

/// Why a document or a workbook could not be rendered. Whatever was typed is still in the dossier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// A row of a table has more cells than the table has columns; such cells would be lost.
    #[error("row {row} of a table has cells beyond its last column")]
    CellsBeyondTable {
        /// The row, from 1.
        row: usize,
    },
    /// A row of a sheet has more values than the sheet has columns; such values would be lost.
    #[error("row {row} of sheet {sheet:?} has values beyond its last column")]
    ValuesBeyondSheet {
        /// The sheet's name.
        sheet: String,
        /// The row under the head, from 1.
        row: usize,
    },
    /// A text is longer than a cell of a workbook may hold (32,767 characters). It is not cut: a cut would lose words.
    #[error("row {row}, column {column:?} of sheet {sheet:?} has more than 32767 characters")]
    CellTooLong {
        /// The sheet's name.
        sheet: String,
        /// The row under the head, from 1.
        row: usize,
        /// The column's title.
        column: String,
    },
    /// A whole number that a workbook would round: cells hold numbers exactly up to 9,007,199,254,740,992.
    #[error("row {row}, column {column:?} of sheet {sheet:?} has a number too large to be kept exactly")]
    CountTooLarge {
        /// The sheet's name.
        sheet: String,
        /// The row under the head, from 1.
        row: usize,
        /// The column's title.
        column: String,
    },
    /// The workbook's writer refused, for instance a sheet's name.
    #[error("the workbook cannot be written: {0}")]
    Workbook(String),
    /// The PDF's writer refused.
    #[error("the PDF cannot be written: {0}")]
    Pdf(String),
    /// The file's parts could not be packed.
    #[error("the file cannot be packed: {0}")]
    Package(String),
}

impl RenderError {
    /// The words for the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::CellTooLong { sheet, row, column } => message!(
                "《{sheet}》第 {row} 行“{column}”超过 32767 个字，表格放不下。请缩短后重试；已填内容没有改动",
                "Row {row}, “{column}” of {sheet} has more than 32,767 characters, too many for a cell. Shorten it and try again; nothing was changed"
            ),
            Self::CountTooLarge { sheet, row, column } => message!(
                "《{sheet}》第 {row} 行“{column}”的数字过大，表格不能准确保存。请核对后重试；已填内容没有改动",
                "Row {row}, “{column}” of {sheet} is a number too large to be kept exactly. Check it and try again; nothing was changed"
            ),
            Self::CellsBeyondTable { .. }
            | Self::ValuesBeyondSheet { .. }
            | Self::Workbook(_)
            | Self::Pdf(_)
            | Self::Package(_) => {
                message!(
                    "文件没有生成（{self}）。这是程序的错误，已填内容没有改动，请导出草稿保存",
                    "The file was not made ({self}). This is a fault of the program; nothing was changed: export a draft to keep it"
                )
            }
        }
    }
}
