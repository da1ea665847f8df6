//! A document as plain text: for goldens, for a search, for whoever cannot see.

use std::fmt::Write as _;

use super::representation::{Block, Cell, CellValue, Document, Span, Table, Words};

impl Document {
    /// The document as plain text, a paragraph or a row of a table a line.
    #[must_use]
    pub fn plain_text(&self) -> String {
        let mut text = String::new();
        for block in &self.blocks {
            write_block(&mut text, block);
        }
        text
    }
}

/// Words as they print.
#[must_use]
pub fn plain_words(words: &[Span]) -> String {
    words
        .iter()
        .map(|span| match span {
            Span::Text(words) | Span::Strong(words) => words.clone(),
            Span::Blank(label) => format!("〔待填：{label}〕"),
        })
        .collect()
}

impl CellValue {
    /// The value as it prints.
    #[must_use]
    pub fn plain_text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Blank(label) => plain_words(&[Span::Blank(label.clone())]),
        }
    }
}

fn write_block(text: &mut String, block: &Block) {
    // Writing to a string cannot fail.
    let _ = match block {
        Block::Title(words) => writeln!(text, "# {}", plain_words(words)),
        Block::Subtitle(words) => writeln!(text, "  {}", plain_words(words)),
        Block::Chapter(words) => writeln!(text, "## {}", plain_words(words)),
        Block::Heading { level, words } => {
            writeln!(text, "{} {}", "#".repeat(usize::from(*level) + 1), plain_words(words))
        }
        Block::Paragraph { role, words } => writeln!(text, "{role:?}: {}", plain_words(words)),
        Block::Article { label, paragraphs } => {
            let rest: String = paragraphs.iter().map(|words| format!("　{}\n", plain_words(words))).collect();
            write!(text, "{label}{rest}")
        }
        Block::Table(table) => write_table(text, table),
        Block::Signature { party, lines } => {
            let party = party.iter();
            let lines: String = party.chain(lines).map(|words| format!("✍ {}\n", plain_words(words))).collect();
            write!(text, "{lines}")
        }
        Block::Contents { level } => writeln!(text, "（目录，至第{level}级标题）"),
        Block::PageBreak => writeln!(text, "────────"),
    };
}

fn write_table(text: &mut String, table: &Table) -> std::fmt::Result {
    for row in &table.rows {
        let cells: Vec<String> = row.cells.iter().map(plain_cell).collect();
        writeln!(text, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

fn plain_cell(cell: &Cell) -> String {
    let paragraphs: Vec<String> = cell.paragraphs.iter().map(|words: &Words| plain_words(words)).collect();
    paragraphs.join(" / ")
}
