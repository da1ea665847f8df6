//! 粘贴名单: a roster pasted from a spreadsheet, a text file or a message, or read from a workbook, into members.
//!
//! Three steps, each to be looked at before the next: [`read`] cuts the text into columns ([`from_rows`] takes them cut) and says what each is for,
//! [`Sheet::preview`] says row by row what would happen, [`Plan::apply`] does it. Nothing pasted is discarded unasked: a
//! cell that cannot be read as its value is kept as typed, a column that is not known is reported, a row that
//! contradicts another becomes a member of its own for somebody to decide, and a row that
//! counts the others or is a remark is no member.
//!
//! This room never judges a roster and never changes a dossier before [`Plan::apply`].

mod cells;
mod columns;
mod heads;
mod no_member;
mod numbering;
mod plan;
#[cfg(test)]
mod tests;
mod units;

pub use cells::block;
pub use columns::{Column, Target};
pub use heads::value;
pub use plan::{Note, Outcome, Plan, PlannedRow, Setting, Totals};

use cells::{Line, Separator, split};
use no_member::is_no_member;

/// A paste, cut into rows and columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    columns: Vec<Column>,
    above: Vec<Line>,
    data: Vec<Line>,
}

/// Reads a paste. Any text gives a sheet; one that holds nothing gives a sheet without rows.
#[must_use]
pub fn read(text: &str) -> Sheet {
    sheet(cut(text))
}

/// Takes the rows of a spreadsheet as they stand, blank ones too, so that they keep their numbers.
#[must_use]
pub fn from_rows(rows: Vec<Vec<String>>) -> Sheet {
    let lines = rows.into_iter().zip(1..).map(|(cells, number)| Line { number, cells });
    sheet(lines.filter(Line::is_written).collect())
}

fn sheet(mut lines: Vec<Line>) -> Sheet {
    let (columns, heads) = columns::columns(&lines);
    let data = lines.split_off(heads.min(lines.len()));
    Sheet { columns, above: lines, data }
}

/// Cuts at the first separator that leaves rows which make sense as a roster.
fn cut(text: &str) -> Vec<Line> {
    if text.contains('\t') {
        return split(text, Separator::Character('\t'));
    }
    Separator::OTHERS
        .into_iter()
        .map(|separator| split(text, separator))
        .find(|lines| {
            let units = columns::units(lines);
            let widest = units.iter().map(|line| line.cells.len()).max().unwrap_or(0);
            let even = units.iter().all(|line| line.cells.len() == widest);
            widest > 1 && (columns::has_head(lines) || (even && columns::is_telling(&units)))
        })
        .unwrap_or_else(|| split(text, Separator::None))
}

impl Sheet {
    /// The columns, in the order of the paste.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// How many columns hold facts of a member.
    #[must_use]
    pub fn known(&self) -> usize {
        self.columns.iter().filter(|column| matches!(column.target, Target::Fact(_))).count()
    }

    /// Says what a column is for; another column that was for the same fact becomes unknown.
    pub fn assign(&mut self, column: usize, target: Target) {
        for (at, other) in self.columns.iter_mut().enumerate() {
            if at == column {
                other.target = target;
            } else if other.target == target && matches!(target, Target::Fact(_)) {
                other.target = Target::Unknown;
            }
        }
    }

    /// How many rows hold data.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows().count()
    }

    /// Whether no row holds data.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows().next().is_none()
    }

    /// The column of the units' names.
    fn name_column(&self) -> Option<usize> {
        self.columns.iter().position(|column| column.target == Target::Fact("name"))
    }

    /// The rows that may each be a unit.
    fn rows(&self) -> impl Iterator<Item = &Line> {
        let name = self.name_column();
        self.data.iter().filter(move |line| !is_no_member(line, name))
    }

    /// The names of the units, row by row, without the numbers of a list before them.
    fn names(&self) -> Vec<&str> {
        numbering::without_numbers(&self.names_as_pasted())
    }

    fn names_as_pasted(&self) -> Vec<&str> {
        let column = self.name_column();
        self.rows().map(|line| column.and_then(|column| line.cells.get(column)).map_or("", String::as_str)).collect()
    }

    /// Whether numbers of a list stand before the names, which are not taken.
    #[must_use]
    pub fn has_list_numbers(&self) -> bool {
        self.names() != self.names_as_pasted()
    }

    /// The rows that count the others (合计) or are a remark (备注) and are not taken, each with its place in the paste and its words.
    pub fn left_out(&self) -> impl Iterator<Item = (usize, String)> {
        let name = self.name_column();
        let rows = self.data.iter().filter(move |line| is_no_member(line, name));
        rows.map(|line| (line.number, line.words()))
    }

    /// What stands above the head row: titles and notes, which are not taken.
    pub fn titles(&self) -> impl Iterator<Item = String> {
        self.above
            .iter()
            .filter(|line| line.cells.iter().filter(|cell| heads::meaning(cell).is_some()).count() == 0)
            .map(Line::words)
    }

    /// The first cells of a column, to be recognised by.
    pub fn examples(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows()
            .filter_map(move |line| line.cells.get(column))
            .map(String::as_str)
            .filter(|cell| !cell.trim().is_empty())
    }
}
