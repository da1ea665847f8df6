//! The rows of a sheet (ECMA-376 part 1, 18.3).

use super::cell::Workbook;
use super::shared::RichText;
use super::{Sheet, SpreadsheetError};
use crate::language::Message;
use crate::message;
use crate::package::xml::{Step, Tag, attribute, steps, unescaped};

/// The most rows that are read: an alliance of thousands is none.
const MOST_ROWS: usize = 5_000;
/// The most columns that are read.
const MOST_COLUMNS: usize = 200;

/// Reads a sheet, as far as the limits go. `room` is how many bytes of text the workbook may yet give: its cells may all
/// share one long text.
pub fn worksheet(name: String, part: &str, workbook: &Workbook, room: &mut usize) -> Result<Sheet, SpreadsheetError> {
    let mut sheet = Sheet { name, rows: Vec::new(), refused: None };
    let mut place = Place::default();
    let mut cell: Option<Cell> = None;
    let mut in_data = false;
    for step in steps(part) {
        let step = step?;
        if let Some(open) = &mut cell {
            if !matches!(&step, Step::Close(name) if name == "c") {
                open.take(step);
                continue;
            }
            let words = open.words(workbook).ok_or_else(|| SpreadsheetError::Broken(sheet.name.clone()))?;
            cell = None;
            if !words.trim().is_empty() {
                let kept = room.checked_sub(words.len()).ok_or_else(too_much).map(|left| *room = left);
                if let Err(refused) = kept.and_then(|()| put(&mut sheet.rows, &place, words)) {
                    sheet.refused = Some(refused);
                    return Ok(sheet);
                }
            }
            place.column += 1;
            continue;
        }
        match step {
            Step::Open(tag) if tag.name == "sheetData" => in_data = true,
            Step::Close(name) if name == "sheetData" => return Ok(sheet),
            Step::Open(tag) if in_data && tag.name == "row" => place.begin_row(&tag),
            Step::Close(name) if in_data && name == "row" => place.row += 1,
            Step::Open(tag) if in_data && tag.name == "c" => {
                place.begin_cell(&tag);
                cell = Some(Cell::of(&tag));
            }
            _ => {}
        }
    }
    // Every worksheet has its data, empty though it be: this one is cut short.
    Err(SpreadsheetError::Broken(sheet.name))
}

fn too_much() -> Message {
    message!(
        "这个表格文件的文字过多，没有全部读取。请只保留成员单位名单，另存后再导入",
        "There is too much text in this workbook, and it was not read whole. Keep the members' list alone and save it anew"
    )
}

/// Where a cell stands, from 0.
#[derive(Default)]
struct Place {
    row: usize,
    column: usize,
}

impl Place {
    /// A row names itself or follows the one before.
    fn begin_row(&mut self, tag: &Tag) {
        if let Some(row) = attribute(tag, "r").and_then(|row| row.parse::<usize>().ok()) {
            self.row = row.saturating_sub(1);
        }
        self.column = 0;
    }

    /// A cell names its column, or both as `AB12`, or follows the one before.
    fn begin_cell(&mut self, tag: &Tag) {
        if let Some(column) = attribute(tag, "r").and_then(column) {
            self.column = column;
        }
    }
}

/// The column of a reference such as `AB12`, from 0.
fn column(reference: &str) -> Option<usize> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic);
    let number =
        letters.take(4).fold(0, |number, letter| number * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1)
}

/// Puts words into their place, or says why they are beyond the limits.
fn put(rows: &mut Vec<Vec<String>>, place: &Place, words: String) -> Result<(), Message> {
    if place.row >= MOST_ROWS {
        return Err(message!(
            "这张工作表超过 {MOST_ROWS} 行，没有全部读取。请只保留成员单位各行（第 {MOST_ROWS} 行以后如有多余的内容也请删去），另存后再导入",
            "This sheet has more than {MOST_ROWS} rows and was not read whole. Keep the members' rows alone, delete whatever stands below row {MOST_ROWS}, and save it anew"
        ));
    }
    if place.column >= MOST_COLUMNS {
        return Err(message!(
            "这张工作表超过 {MOST_COLUMNS} 列，没有全部读取。请删去右边与成员单位无关的内容，另存后再导入",
            "This sheet has more than {MOST_COLUMNS} columns and was not read whole. Delete what stands at its right and is not about the members, and save it anew"
        ));
    }
    if rows.len() <= place.row {
        rows.resize_with(place.row + 1, Vec::new);
    }
    if let Some(row) = rows.get_mut(place.row) {
        if row.len() <= place.column {
            row.resize_with(place.column + 1, String::new);
        }
        if let Some(cell) = row.get_mut(place.column) {
            *cell = words;
        }
    }
    Ok(())
}

/// A cell being read.
struct Cell {
    kind: String,
    style: usize,
    value: String,
    in_value: bool,
    text: RichText,
}

impl Cell {
    fn of(tag: &Tag) -> Self {
        Self {
            kind: attribute(tag, "t").unwrap_or("n").to_owned(),
            style: attribute(tag, "s").and_then(|style| style.parse().ok()).unwrap_or(0),
            value: String::new(),
            in_value: false,
            text: RichText::default(),
        }
    }

    /// Takes what stands inside it; its formula is left out.
    fn take(&mut self, step: Step) {
        if self.text.take(&step) {
            return;
        }
        match step {
            Step::Open(tag) => self.in_value = tag.name == "v",
            Step::Close(_) => self.in_value = false,
            Step::Words(words) if self.in_value => self.value.push_str(&words),
            Step::Words(_) => {}
        }
    }

    /// Its words; empty for an empty cell, `None` where it refers to a text that is not there.
    fn words(&mut self, workbook: &Workbook) -> Option<String> {
        match self.kind.as_str() {
            "inlineStr" => Some(self.text.finish()),
            "str" => Some(unescaped(&self.value)),
            _ if self.value.is_empty() => Some(String::new()),
            kind => workbook.words(kind, self.style, &self.value),
        }
    }
}
