//! What a document says, line by line: the paragraphs of a DOCX, the rows of an XLSX. The file may be anything.

use crate::language::Message;
use crate::message;
use crate::{spreadsheet, wordprocessing};

/// A line of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where it stands.
    pub place: Message,
    /// What it says.
    pub text: String,
}

/// The lines of a document, by the ending of its path; none where it is not of a kind whose words are read, or damaged.
pub fn lines(path: &str, bytes: &[u8]) -> Option<Vec<Line>> {
    if path.ends_with(".docx") {
        wordprocessing::read(bytes).ok().map(paragraphs)
    } else if path.ends_with(".xlsx") {
        spreadsheet::read(bytes).ok().map(rows)
    } else {
        None
    }
}

/// How many characters of the paragraph before tell where one stands.
const REMEMBERED: usize = 16;

fn paragraphs(texts: Vec<String>) -> Vec<Line> {
    let mut before = String::new();
    let mut lines = Vec::new();
    for (text, number) in texts.into_iter().zip(1..) {
        let place = if before.is_empty() {
            message!("第 {number} 段", "paragraph {number}")
        } else {
            message!("第 {number} 段（“{before}”之后）", "paragraph {number} (after “{before}”)")
        };
        before = text.chars().take(REMEMBERED).collect();
        if text.chars().nth(REMEMBERED).is_some() {
            before.push('…');
        }
        lines.push(Line { place, text });
    }
    lines
}

fn rows(sheets: Vec<spreadsheet::Sheet>) -> Vec<Line> {
    let mut lines = Vec::new();
    for sheet in sheets {
        let name = &sheet.name;
        for (cells, number) in sheet.rows.into_iter().zip(1..) {
            let place = message!("工作表“{name}”第 {number} 行", "sheet “{name}”, row {number}");
            lines.push(Line { place, text: cells.join(" | ") });
        }
    }
    lines
}
