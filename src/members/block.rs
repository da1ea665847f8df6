//! Blocks of cells, as spreadsheets put them on the clipboard: copied from the table, and pasted into it.

use std::ops::RangeInclusive;

use super::columns::{COLUMNS, shown};
use crate::dossier::{Dossier, FactState, Member, roster};
use crate::language::Language;

/// A block of cells: rows as they are shown and [`COLUMNS`], both from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// The rows.
    pub rows: RangeInclusive<usize>,
    /// The columns.
    pub columns: RangeInclusive<usize>,
}

/// What a paste did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pasted {
    /// How many cells were written.
    pub cells: usize,
    /// How many members were added.
    pub added: usize,
    /// How many cells could not be read and were kept as they are.
    pub unread: usize,
}

impl Range {
    /// The block between two cells, given as row and column.
    #[must_use]
    pub fn between(one: (usize, usize), other: (usize, usize)) -> Self {
        Self { rows: one.0.min(other.0)..=one.0.max(other.0), columns: one.1.min(other.1)..=one.1.max(other.1) }
    }

    /// Whether a cell lies in it.
    #[must_use]
    pub fn contains(&self, row: usize, column: usize) -> bool {
        self.rows.contains(&row) && self.columns.contains(&column)
    }

    fn keys(&self) -> impl Iterator<Item = &'static str> {
        COLUMNS.iter().skip(*self.columns.start()).take(self.columns.clone().count()).map(|column| column.key)
    }
}

/// The text of a block, a row a line, cells between tabs, for a spreadsheet. `places` are the members' places in the
/// dossier, in the order in which they are shown.
#[must_use]
pub fn copy(dossier: &Dossier, places: &[usize], range: &Range, language: Language) -> String {
    let rows = places.iter().skip(*range.rows.start()).take(range.rows.clone().count());
    let members = rows.filter_map(|place| dossier.members.get(*place));
    let line = |member: &Member| {
        let cells = range.keys().map(|key| quoted(shown(member, key).text(language)));
        cells.collect::<Vec<_>>().join("\t")
    };
    members.map(line).collect::<Vec<_>>().join("\r\n")
}

/// A cell as spreadsheets write it: in quotes where it would break the block.
fn quoted(cell: &str) -> String {
    if cell.contains(['\t', '\n', '\r']) || cell.starts_with('"') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// The rows of cells of a text from a spreadsheet; the line end after the last row begins no other.
#[must_use]
pub fn read_block(text: &str) -> Vec<Vec<String>> {
    let mut rows = roster::block(text);
    if rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
        rows.pop();
    }
    rows
}

/// Writes a block into the members at `places` from a column on. Rows beyond them become new members, with ids from
/// `ids`, or stay out where it gives none. Blank cells make blank; cells beyond the last column stay out.
pub fn paste(
    dossier: &mut Dossier,
    places: &[usize],
    column: usize,
    block: &[Vec<String>],
    mut ids: impl FnMut() -> Option<String>,
) -> Pasted {
    let mut done = Pasted::default();
    for (row, cells) in block.iter().enumerate() {
        let place = match places.get(row) {
            Some(place) => *place,
            None => {
                let Some(id) = ids() else { break };
                done.added += 1;
                dossier.members.push(Member { id, ..Member::default() });
                dossier.members.len() - 1
            }
        };
        let Some(member) = dossier.members.get_mut(place) else { continue };
        for (column, cell) in COLUMNS.iter().skip(column).zip(cells) {
            let Some(fact) = member.fact_mut(column.key) else { continue };
            fact.put(roster::value(column.key, cell));
            done.cells += 1;
            done.unread += usize::from(matches!(fact.state(), FactState::Unread(_)));
        }
    }
    done
}
