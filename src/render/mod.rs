//! 6. render: from the document representation to files.
//!
//! How a document looks on paper is decided here, and nowhere else: the official look of GB/T 9704-2012. The same
//! representation gives the same bytes, whenever and wherever it is rendered. This room must never see a dossier.
//!
//! [`lay_out`] puts every character on its place once; what paints those [`Pages`] (PDF, the book, the preview on the
//! screen) measures nothing anew, and DOCX takes the page numbers of its contents list from them.

pub mod book;
mod docx;
mod error;
mod fonts;
mod foreign_pdf;
mod grid;
mod layout;
mod package;
mod pages;
mod pdf;
mod picture;
mod preview;
mod typeface;
mod xlsx;
mod xml;

pub use docx::docx;
pub use error::RenderError;
pub use fonts::{FontError, FontFile, FontRole, Fonts, Missing, SHIPPED};
pub use foreign_pdf::open_pdf;
pub use layout::{lay_out, page_number};
pub use pages::{Bookmark, Element, ElementKind, Glyph, Mark, Page, Pages, Run, SHEET_HEIGHT, SHEET_WIDTH};
pub use pdf::pdf;
pub use picture::{Orientation, Picture};
pub use preview::{BlockMark, Piece, Preview, PreviewPage, preview};
pub use typeface::Typeface;
pub use xlsx::xlsx;
