//! The words of a document's main part (ECMA-376 part 1, 17.3).

use super::numbering::{Numbering, Place};
use super::{MOST_TEXT, WordprocessingError};
use crate::package::xml::{Step, attribute, steps};

/// What is not text of the document on paper: text deleted or moved away with changes tracked, the codes of fields, what
/// is there a second time for older programs, and boxes that lie beside the text.
const UNSEEN: [&str; 5] = ["del", "moveFrom", "instrText", "Fallback", "txbxContent"];

/// A row of a table on the way: its cells, each with its lines.
type Row = Vec<Vec<String>>;

/// A paragraph on the way.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    place: Place,
    in_properties: bool,
    in_words: bool,
}

/// The paragraphs that have words.
pub fn paragraphs(part: &str, mut numbering: Numbering) -> Result<Vec<String>, WordprocessingError> {
    let mut done = Vec::new();
    let mut room = MOST_TEXT;
    let mut open: Vec<Paragraph> = Vec::new();
    let mut unseen = 0_usize;
    let mut rows: Vec<Row> = Vec::new();
    for step in steps(part) {
        match step? {
            Step::Open(tag) if UNSEEN.contains(&tag.name.as_str()) => unseen += 1,
            Step::Close(name) if UNSEEN.contains(&name.as_str()) => unseen = unseen.saturating_sub(1),
            _ if unseen > 0 => {}
            Step::Open(tag) if tag.name == "p" => open.push(Paragraph::default()),
            Step::Open(tag) if tag.name == "tr" => rows.push(Row::default()),
            Step::Open(tag) if tag.name == "tc" => {
                if let Some(row) = rows.last_mut() {
                    row.push(Vec::new());
                }
            }
            Step::Close(name) if name == "tr" => {
                let row = rows.pop().unwrap_or_default();
                in_lines(row).into_iter().for_each(|line| put(line, &mut rows, &mut done));
            }
            Step::Open(tag) => {
                if let Some(paragraph) = open.last_mut() {
                    paragraph.begin(&tag.name, attribute(&tag, "val"));
                }
            }
            Step::Words(words) => {
                if let Some(paragraph) = open.last_mut().filter(|paragraph| paragraph.in_words) {
                    paragraph.text.push_str(&words);
                }
            }
            Step::Close(name) if name == "p" => {
                let Some(paragraph) = open.pop() else { continue };
                let number = numbering.count(paragraph.style.as_deref(), paragraph.place);
                let text = format!("{number}{}", paragraph.text.trim());
                // Counted even where nothing stands behind the number, as Word does, but such a paragraph says nothing.
                if paragraph.text.trim().is_empty() {
                    continue;
                }
                room = match room.checked_sub(text.len()) {
                    Some(left) => left,
                    None => return Err(WordprocessingError::Bomb("word/document.xml".to_owned())),
                };
                put(text, &mut rows, &mut done);
            }
            Step::Close(name) => {
                if let Some(paragraph) = open.last_mut() {
                    paragraph.end(&name);
                }
            }
        }
    }
    // A row that is cut short still has its words.
    done.extend(rows.into_iter().flat_map(in_lines));
    Ok(done)
}

/// Puts a line where it stands: in a cell of a table, or in the text itself.
fn put(line: String, rows: &mut [Row], done: &mut Vec<String>) {
    match rows.last_mut().and_then(|row| row.last_mut()) {
        Some(cell) => cell.push(line),
        None => done.push(line),
    }
}

/// A row of a table as lines: its cells one behind the other with a tab between, as it would be pasted.
fn in_lines(row: Row) -> Vec<String> {
    let cells: Vec<String> = row.into_iter().map(|cell| cell.join("\n")).filter(|cell| !cell.is_empty()).collect();
    cells.join("\t").lines().map(str::to_owned).collect()
}

impl Paragraph {
    fn begin(&mut self, name: &str, value: Option<&str>) {
        match name {
            "pPr" => self.in_properties = true,
            "t" => self.in_words = true,
            "tab" if !self.in_properties => self.text.push('\t'),
            "br" | "cr" => self.text.push(' '),
            "noBreakHyphen" => self.text.push('-'),
            "pStyle" => self.style = value.map(str::to_owned),
            "numId" if self.in_properties => self.place.list = value.map(str::to_owned),
            "ilvl" if self.in_properties => self.place.level = value.and_then(|level| level.parse().ok()),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "pPr" => self.in_properties = false,
            "t" => self.in_words = false,
            _ => {}
        }
    }
}
