//! Setting a table: the words of its cells in lines, its rows and columns in points.

use std::ops::Range;

use super::galley::{Belongs, Galley, Room};
use super::look;
use super::paper::{TEXT_HEIGHT, TEXT_WIDTH};
use crate::documents::{self, Words};
use crate::render::RenderError;
use crate::render::grid::{self, Content, Slot};
use crate::render::pages::{Element, ElementKind};

/// How thick borders are.
pub const BORDER: f32 = 0.5;
/// Room between the border of a cell and its words, left and right.
const CELL_MARGIN: f32 = 5.4;
/// The least width words are set in, however narrow their column is: one character.
const LEAST_WIDTH: f32 = 12.0;
/// A head that is higher than this is not repeated: it would leave too little of the page.
const HIGHEST_HEAD: f32 = TEXT_HEIGHT / 3.0;
/// The width of the text in twentieths of a point, as the DOCX shares it out.
const TWENTIETHS: usize = 8844;

/// A table that is set.
#[derive(Debug)]
pub struct SetTable {
    /// x of the edges of the columns, from the left edge of the text; one more than there are columns.
    pub edges: Vec<f32>,
    /// How many of the first rows are repeated on every page.
    pub heads: usize,
    /// The rows.
    pub rows: Vec<SetRow>,
    /// Whether the last row stays on one page with what follows.
    pub leads: bool,
}

/// A row that is set.
#[derive(Debug)]
pub struct SetRow {
    /// Its least height, the border included.
    pub least: f32,
    /// The cells that begin in it.
    pub cells: Vec<SetCell>,
    /// What stands side by side in it.
    pub slots: Vec<SetSlot>,
}

/// A place in a row.
#[derive(Debug, Clone, Copy)]
pub struct SetSlot {
    /// Its first column.
    pub column: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// Whether a cell from above goes on in it.
    pub covered: bool,
}

/// A cell that is set.
#[derive(Debug, Clone)]
pub struct SetCell {
    /// Its lines.
    pub lines: Range<usize>,
    /// Their height.
    pub height: f32,
    /// How many rows it covers; it ends within the table.
    pub rows: usize,
}

impl SetTable {
    /// The height of the rows that must stand together where the table begins: the head and the first row under it.
    pub fn lead(&self) -> f32 {
        let whole: f32 = self.rows.iter().take(self.heads + 1).map(SetRow::own_height).sum();
        if whole <= TEXT_HEIGHT { whole } else { TEXT_HEIGHT / 3.0 }
    }
}

impl SetRow {
    /// Its height if no cell from above goes on in it.
    pub fn own_height(&self) -> f32 {
        let cells = self.cells.iter().filter(|cell| cell.rows == 1);
        cells.map(|cell| cell.height + BORDER).fold(self.least, f32::max)
    }
}

/// Sets a table.
pub struct TableSetter<'a> {
    /// Where the lines go.
    pub galley: &'a mut Galley,
    /// Where the structure goes.
    pub elements: &'a mut Vec<Element>,
    /// Which block of the document the table is.
    pub block: usize,
    /// Whether it is a list of many columns, which is set smaller.
    pub dense: bool,
    /// Whether its last row stays on one page with what follows.
    pub leads: bool,
}

impl TableSetter<'_> {
    /// Sets a table; `None` where it has nothing to draw.
    pub fn set(&mut self, table: &documents::Table) -> Result<Option<SetTable>, RenderError> {
        let grid = grid::lay_out(table)?;
        if grid.is_empty() || table.columns.is_empty() {
            return Ok(None);
        }
        let edges = edges(table);
        let parent = self.element(ElementKind::Table, None);
        let count = grid.len();
        let rows: Vec<SetRow> = (grid.iter().zip(&table.rows).enumerate())
            .map(|(index, (slots, row))| self.row(slots, row.height, count - index, &edges, parent))
            .collect();
        let heads = repeated_heads(&rows, table.head_rows);
        Ok(Some(SetTable { edges, heads, rows, leads: self.leads }))
    }

    fn element(&mut self, kind: ElementKind, parent: Option<usize>) -> usize {
        self.elements.push(Element { kind, parent, block: self.block });
        self.elements.len() - 1
    }

    /// `left`: how many rows are left, this one among them.
    fn row(&mut self, slots: &[Slot], height: u16, left: usize, edges: &[f32], table: usize) -> SetRow {
        let parent = self.element(ElementKind::Row, Some(table));
        let least = (f32::from(height) * 72.0 / 25.4).clamp(BORDER, TEXT_HEIGHT - HIGHEST_HEAD);
        let mut row = SetRow { least, cells: Vec::new(), slots: Vec::with_capacity(slots.len()) };
        let mut column = 0;
        for slot in slots {
            let covered = slot.content == Content::Covered;
            row.slots.push(SetSlot { column, columns: slot.columns, covered });
            if let Content::Cell(cell) = slot.content {
                let edge = |at: usize| edges.get(at).copied().unwrap_or(TEXT_WIDTH);
                let rows = usize::from(cell.rows).clamp(1, left);
                row.cells.push(self.cell(cell, slot.columns, rows, edge(column)..edge(column + slot.columns), parent));
            }
            column += slot.columns;
        }
        row
    }

    fn cell(&mut self, cell: &documents::Cell, columns: usize, rows: usize, edges: Range<f32>, row: usize) -> SetCell {
        let spans = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
        let kind = ElementKind::Cell { head: cell.head, columns: spans(columns), rows: spans(rows) };
        let parent = self.element(kind, Some(row));
        let width = (edges.end - edges.start - 2.0 * CELL_MARGIN).max(LEAST_WIDTH);
        let room = Room { left: (edges.start + CELL_MARGIN).min(TEXT_WIDTH - width), width };
        let empty = [Words::new()];
        let paragraphs = if cell.paragraphs.is_empty() { &empty } else { cell.paragraphs.as_slice() };
        let mut lines: Option<Range<usize>> = None;
        for words in paragraphs {
            let element = match paragraphs {
                [_] => parent,
                _ => self.element(ElementKind::Paragraph, Some(parent)),
            };
            let set = self.paragraph(words, cell, room, element);
            lines = Some(lines.map_or(set.start, |before| before.start)..set.end);
        }
        let lines = lines.unwrap_or_default();
        let height = lines.clone().map(|line| self.galley.height(line)).sum();
        SetCell { lines, height, rows }
    }

    fn paragraph(&mut self, words: &Words, cell: &documents::Cell, room: Room, element: usize) -> Range<usize> {
        let look = look::cell(cell.head, cell.alignment, self.dense);
        self.galley.begin();
        self.galley.spans(words, &look);
        let lines = self.galley.end(&look, room, Belongs { element: Some(element), link: None });
        self.galley.pad(lines.clone(), look.before, look.after);
        lines
    }
}

/// x of the edges of the columns.
fn edges(table: &documents::Table) -> Vec<f32> {
    let widths = grid::widths(table, TWENTIETHS);
    let mut edge = 0;
    std::iter::once(0.0)
        .chain(widths.into_iter().map(|width| {
            edge += width;
            #[expect(clippy::cast_precision_loss, reason = "a page is 8,844 twentieths wide, which f32 counts exactly")]
            let points = edge as f32 / 20.0;
            points
        }))
        .collect()
}

/// How many rows are repeated: as many as are wanted, unless a cell reaches beyond them or they are too high.
fn repeated_heads(rows: &[SetRow], wanted: usize) -> usize {
    let heads = rows.get(..wanted).unwrap_or_default();
    let ends = heads.iter().enumerate().all(|(index, row)| row.cells.iter().all(|cell| index + cell.rows <= wanted));
    let height: f32 = heads.iter().map(SetRow::own_height).sum();
    if ends && wanted < rows.len() && height <= HIGHEST_HEAD { wanted } else { 0 }
}
