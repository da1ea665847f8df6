//! Where the cells of a table stand once merged cells are spread over the rows they cover.

use super::RenderError;
use crate::documents::{Cell, Table};

/// From how many columns on a list is set smaller.
const DENSE: usize = 5;

/// A place in a laid out row: one or more columns wide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot<'a> {
    /// What stands there.
    pub content: Content<'a>,
    /// How many columns it covers.
    pub columns: usize,
}

/// What stands in a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content<'a> {
    /// A cell begins here.
    Cell(&'a Cell),
    /// A cell that began in a row above goes on.
    Covered,
    /// The row has no cell for this column.
    Vacant,
}

/// A cell that goes on in the rows below.
#[derive(Clone, Copy)]
struct Cover {
    column: usize,
    columns: usize,
    rows: u8,
}

/// Lays out the rows: every row then covers every column exactly once. A cell wider than the room that is left takes
/// that room.
pub fn lay_out(table: &Table) -> Result<Vec<Vec<Slot<'_>>>, RenderError> {
    let mut covers: Vec<Cover> = Vec::new();
    let mut rows = Vec::with_capacity(table.rows.len());
    for (index, row) in table.rows.iter().enumerate() {
        let mut cells = row.cells.iter();
        let mut slots = Vec::new();
        let mut below: Vec<Cover> = Vec::new();
        let mut column = 0;
        while column < table.columns.len() {
            let slot = if let Some(cover) = covers.iter().find(|cover| cover.column == column) {
                below.push(Cover { rows: cover.rows - 1, ..*cover });
                Slot { content: Content::Covered, columns: cover.columns }
            } else if let Some(cell) = cells.next() {
                let limit = covers.iter().map(|cover| cover.column).filter(|start| *start > column).min();
                let room = limit.unwrap_or(table.columns.len()) - column;
                let columns = usize::from(cell.columns).clamp(1, room);
                below.push(Cover { column, columns, rows: cell.rows.saturating_sub(1) });
                Slot { content: Content::Cell(cell), columns }
            } else {
                Slot { content: Content::Vacant, columns: 1 }
            };
            column += slot.columns;
            slots.push(slot);
        }
        if cells.next().is_some() {
            return Err(RenderError::CellsBeyondTable { row: index + 1 });
        }
        below.retain(|cover| cover.rows > 0);
        covers = below;
        rows.push(slots);
    }
    Ok(rows)
}

/// Whether a table is a list of many columns, which is set smaller (五号 for 小四): at full size a credit code or a
/// telephone number would break in its column. Forms, which have no head rows, keep their size.
pub fn is_dense(table: &Table) -> bool {
    table.head_rows > 0 && table.columns.len() >= DENSE
}

/// Shares out a width over the columns, to the last unit.
pub fn widths(table: &Table, total: usize) -> Vec<usize> {
    let whole: usize = table.columns.iter().map(|column| usize::from(column.share)).sum();
    let mut passed = 0;
    let mut edge = 0;
    let mut widths = Vec::with_capacity(table.columns.len());
    for (index, column) in table.columns.iter().enumerate() {
        passed += usize::from(column.share);
        let next = (total * passed).checked_div(whole).unwrap_or(total * (index + 1) / table.columns.len());
        widths.push(next - edge);
        edge = next;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::{Alignment, Column, Row, Span};
    use proptest::prelude::*;

    fn cell(name: &str, columns: u8, rows: u8) -> Cell {
        let paragraphs = vec![vec![Span::Text(name.to_owned())]];
        Cell { paragraphs, columns, rows, alignment: Alignment::Start, head: false }
    }

    fn table(shares: &[u16], rows: Vec<Vec<Cell>>) -> Table {
        Table {
            columns: shares.iter().map(|share| Column { share: *share }).collect(),
            head_rows: 0,
            rows: rows.into_iter().map(|cells| Row { cells, height: 0 }).collect(),
        }
    }

    type Case = (&'static str, Vec<Vec<Cell>>, &'static [&'static str]);

    fn drawn(table: &Table) -> Vec<String> {
        let name = |slot: &Slot| match slot.content {
            Content::Cell(cell) => match &cell.paragraphs[0][0] {
                Span::Text(name) => name.repeat(slot.columns),
                _ => String::new(),
            },
            Content::Covered => "|".repeat(slot.columns),
            Content::Vacant => ".".repeat(slot.columns),
        };
        lay_out(table).unwrap().iter().map(|row| row.iter().map(name).collect()).collect()
    }

    #[test]
    fn merged_cells_are_spread_over_what_they_cover() {
        let cases: [Case; 6] = [
            ("plain cells stand side by side", vec![vec![cell("a", 1, 1), cell("b", 2, 1)]], &["abb"]),
            (
                "a cell over two rows is left out of the second",
                vec![vec![cell("a", 1, 2), cell("b", 2, 1)], vec![cell("c", 1, 1), cell("d", 1, 1)]],
                &["abb", "|cd"],
            ),
            (
                "a block of two by two goes on at its full width",
                vec![vec![cell("a", 1, 1), cell("b", 2, 2)], vec![cell("c", 1, 1)]],
                &["abb", "c||"],
            ),
            ("a short row is filled up", vec![vec![cell("a", 1, 1)]], &["a.."]),
            ("a cell that is too wide ends with the table", vec![vec![cell("a", 9, 1)]], &["aaa"]),
            (
                "a cell that would run into a merged one stops before it",
                vec![vec![cell("a", 1, 1), cell("b", 1, 1), cell("c", 1, 2)], vec![cell("d", 3, 1)]],
                &["abc", "dd|"],
            ),
        ];
        for (sentence, rows, expected) in cases {
            assert_eq!(drawn(&table(&[1, 1, 1], rows)), expected, "{sentence}");
        }
    }

    #[test]
    fn a_cell_without_a_column_is_refused_rather_than_lost() {
        let crowded = table(&[1], vec![vec![cell("a", 1, 1)], vec![cell("b", 1, 1), cell("c", 1, 1)]]);
        assert_eq!(lay_out(&crowded), Err(RenderError::CellsBeyondTable { row: 2 }));
    }

    #[test]
    fn columns_without_shares_are_of_one_width() {
        assert_eq!(widths(&table(&[0, 0, 0], vec![]), 10), [3, 3, 4]);
    }

    proptest! {
        #[test]
        fn widths_add_up_to_the_whole(shares in prop::collection::vec(any::<u16>(), 1..20), total in 0usize..10_000) {
            prop_assert_eq!(widths(&table(&shares, vec![]), total).iter().sum::<usize>(), total);
        }

        #[test]
        fn every_row_covers_every_column_once(
            width in 1usize..6,
            spans in prop::collection::vec(prop::collection::vec((0u8..4, 0u8..4), 0..3), 0..6),
        ) {
            let rows = spans.iter().map(|row| row.iter().map(|(c, r)| cell("a", *c, *r)).collect()).collect();
            let table = table(&vec![1; width], rows);
            if let Ok(rows) = lay_out(&table) {
                for row in rows {
                    prop_assert_eq!(row.iter().map(|slot| slot.columns).sum::<usize>(), width);
                }
            }
        }
    }
}
