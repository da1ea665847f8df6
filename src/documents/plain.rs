//! A document as plain text: for goldens, for a search, for whoever cannot see.

use std::borrow::Cow;
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

    /// How many facts are missing in it: its 〔待填：…〕.
    #[must_use]
    pub fn blanks(&self) -> usize {
        let is_blank = |span: &&Span| matches!(span, Span::Blank(_));
        self.blocks.iter().flat_map(Block::all_words).flatten().filter(is_blank).count()
    }
}

impl Block {
    /// What it says, as plain text; without the number that an article has by its place.
    #[must_use]
    pub fn plain_text(&self) -> String {
        self.all_words().into_iter().map(|words| plain_words(words) + "\n").collect()
    }

    /// The words of its paragraphs and cells.
    fn all_words(&self) -> Vec<&Words> {
        match self {
            Self::Title(words) | Self::Subtitle(words) | Self::Chapter(words) => vec![words],
            Self::Heading { words, .. } | Self::Paragraph { words, .. } => vec![words],
            Self::Article { paragraphs, .. } => paragraphs.iter().collect(),
            Self::Table(table) => {
                table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.paragraphs).collect()
            }
            Self::Signature { party, lines } => party.iter().chain(lines).collect(),
            Self::Contents { .. } | Self::PageBreak => Vec::new(),
        }
    }
}

/// Words as they print.
#[must_use]
pub fn plain_words(words: &[Span]) -> String {
    words
        .iter()
        .map(|span| match span {
            Span::Text(words) | Span::Strong(words) => words.clone(),
            Span::Blank(label) => blank_text(label),
        })
        .collect()
}

/// A missing fact as it prints.
fn blank_text(label: &str) -> String {
    format!("〔待填：{label}〕")
}

impl CellValue {
    /// The value as it prints.
    #[must_use]
    pub fn plain_text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Count(count) => Cow::Owned(count.to_string()),
            Self::Blank(label) => Cow::Owned(blank_text(label)),
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
