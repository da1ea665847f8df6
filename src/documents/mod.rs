//! 5. documents: from the dossier to a small document representation.
//!
//! One composer a document. What a document says is decided here; how it looks on paper is for `render`. A fact that is
//! not known prints as 〔待填：…〕, never silently.

mod filled;
mod representation;

pub use representation::{
    Alignment, Block, Cell, CellValue, Column, ColumnKind, Document, Role, Row, Sheet, SheetColumn, Span, Table, Words,
    Workbook,
};
