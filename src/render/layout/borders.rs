//! The borders of a table on one page, as few lines as there can be.

use super::tables::{BORDER, SetSlot, SetTable};
use crate::render::pages::Mark;

/// A row, or the piece of one, that stands on a page.
#[derive(Debug, Clone, Copy)]
pub struct Band {
    /// Which row.
    pub row: usize,
    /// Its upper edge.
    pub top: f32,
    /// Its lower edge.
    pub bottom: f32,
}

/// Draws the borders of the bands of one page; `left` is where the text begins.
pub fn draw(table: &SetTable, bands: &[Band], left: f32, marks: &mut Vec<Mark>) {
    let (Some(first), Some(last)) = (bands.first(), bands.last()) else { return };
    let edge = |column: usize| left + table.edges.get(column).copied().unwrap_or_default();
    let columns = table.edges.len().saturating_sub(1);
    let mut across = |columns: std::ops::Range<usize>, y: f32| {
        let half = BORDER / 2.0;
        marks.push(Mark::Line {
            from: [edge(columns.start) - half, y],
            to: [edge(columns.end) + half, y],
            width: BORDER,
        });
    };
    across(0..columns, first.top);
    for pair in bands.windows(2) {
        let [upper, lower] = pair else { continue };
        if lower.row == upper.row + 1 {
            between(slots(table, lower.row), |columns| across(columns, lower.top));
        } else {
            across(0..columns, lower.top);
        }
    }
    across(0..columns, last.bottom);
    for column in 0..=columns {
        down(table, bands, column, |from, to| {
            marks.push(Mark::Line { from: [edge(column), from], to: [edge(column), to], width: BORDER });
        });
    }
}

fn slots(table: &SetTable, row: usize) -> &[SetSlot] {
    table.rows.get(row).map_or(&[], |row| row.slots.as_slice())
}

/// The stretches of columns over which no cell reaches down from above.
fn between(slots: &[SetSlot], mut each: impl FnMut(std::ops::Range<usize>)) {
    let mut open: Option<std::ops::Range<usize>> = None;
    for slot in slots {
        if slot.covered {
            open.take().into_iter().for_each(&mut each);
        } else {
            let from = open.map_or(slot.column, |open| open.start);
            open = Some(from..slot.column + slot.columns);
        }
    }
    open.into_iter().for_each(each);
}

/// The stretches over which there is a border at this edge of a column.
fn down(table: &SetTable, bands: &[Band], column: usize, mut each: impl FnMut(f32, f32)) {
    let outermost = column == 0 || column + 1 == table.edges.len();
    let mut open: Option<(f32, f32)> = None;
    for band in bands {
        let bordered = outermost || slots(table, band.row).iter().any(|slot| slot.column == column);
        open = match open {
            Some((from, _)) if bordered => Some((from, band.bottom)),
            None if bordered => Some((band.top, band.bottom)),
            Some((from, to)) => {
                each(from, to);
                None
            }
            None => None,
        };
    }
    if let Some((from, to)) = open {
        each(from, to);
    }
}
