//! Short ways to make the pieces of a document.

use super::representation::{Alignment, Block, Cell, Column, Role, Row, Span, Table, Words};

/// Plain words.
pub(super) fn words(words: impl Into<String>) -> Words {
    vec![Span::Text(words.into())]
}

/// 〔待填：label〕.
pub(super) fn blank(label: impl Into<String>) -> Words {
    vec![Span::Blank(label.into())]
}

/// What was said so far, and then this.
pub(super) fn then(mut words: Words, more: Words) -> Words {
    words.extend(more);
    words
}

pub(super) fn title(words: Words) -> Block {
    Block::Title(words)
}

pub(super) fn heading(level: u8, text: impl Into<String>) -> Block {
    Block::Heading { level, words: words(text) }
}

pub(super) fn paragraph(role: Role, words: Words) -> Block {
    Block::Paragraph { role, words }
}

pub(super) fn note(words: Words) -> Block {
    paragraph(Role::Note, words)
}

/// A cell of one paragraph.
pub(super) fn cell(words: Words) -> Cell {
    cell_of(vec![words])
}

/// A cell of several paragraphs.
pub(super) fn cell_of(paragraphs: Vec<Words>) -> Cell {
    Cell { paragraphs, columns: 1, rows: 1, alignment: Alignment::Start, head: false }
}

/// A cell that names what stands beside or under it.
pub(super) fn head(text: impl Into<String>) -> Cell {
    Cell { head: true, alignment: Alignment::Centre, ..cell(words(text)) }
}

/// An empty cell, to be filled by hand.
pub(super) fn empty() -> Cell {
    cell(Vec::new())
}

impl Cell {
    /// Centred.
    pub(super) fn centred(self) -> Self {
        Self { alignment: Alignment::Centre, ..self }
    }

    /// Over so many columns.
    pub(super) fn over(self, columns: u8) -> Self {
        Self { columns, ..self }
    }

    /// Over so many rows.
    pub(super) fn down(self, rows: u8) -> Self {
        Self { rows, ..self }
    }
}

pub(super) fn row(cells: Vec<Cell>) -> Row {
    Row { cells, height: 0 }
}

/// A row with room for signatures and seals, in millimetres.
pub(super) fn high_row(height: u16, cells: Vec<Cell>) -> Row {
    Row { cells, height }
}

/// A table; the shares are in millimetres of the 156 that the page is wide.
pub(super) fn table(shares: &[u16], head_rows: usize, rows: Vec<Row>) -> Block {
    Block::Table(Table { columns: shares.iter().map(|&share| Column { share }).collect(), head_rows, rows })
}

/// A row of heads.
pub(super) fn head_row(heads: &[&str]) -> Row {
    row(heads.iter().map(|&text| head(text)).collect())
}
