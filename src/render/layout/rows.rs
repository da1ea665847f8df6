//! Putting the rows of a table on pages.
//!
//! A row is moved to the next page whole if a page can hold it, and else broken between lines. On every page the head is
//! repeated. What a cell has to say stands on the first of the pages it reaches over, if it fits there, and else goes on.

use std::ops::Range;

use super::borders::{self, Band};
use super::flow::Flow;
use super::paper::{TEXT_FOOT, TEXT_TOP, TOLERANCE};
use super::tables::{BORDER, SetRow, SetTable};

/// Less room than this at the foot of a page is not used for the beginning of a row that goes on overleaf: three lines.
const LEAST_BEGINNING: f32 = 55.5;

/// Fills pages with a table, from where the flow stands. The last row stays on one page with what follows, which is so high.
pub fn fill(flow: &mut Flow, table: &SetTable, follows: f32) {
    let (open, bands, prints) = (Vec::new(), Vec::new(), Vec::new());
    let mut filling = Filling { top: TEXT_TOP, flow, table, follows, open, bands, prints };
    for (index, row) in table.rows.iter().enumerate() {
        filling.row(index, row);
    }
    filling.close_part();
}

/// A table while it is put on pages.
struct Filling<'f, 'a, 't> {
    flow: &'f mut Flow<'a>,
    table: &'t SetTable,
    /// How high what stays with the last row is.
    follows: f32,
    /// Where rows begin on this page: under the repeated head.
    top: f32,
    /// The cells that have begun and not ended.
    open: Vec<Open>,
    /// The rows on this page.
    bands: Vec<Band>,
    /// The lines of text on this page.
    prints: Vec<Print>,
}

/// A cell that has begun.
struct Open {
    /// Its place in reading order: its row, and its place in the row.
    place: (usize, usize),
    /// The lines that are not printed yet.
    lines: Range<usize>,
    /// Their height.
    height: f32,
    /// Where it begins on this page.
    top: f32,
    /// Its last row.
    last: usize,
    repeated: bool,
}

/// A line of text that has its place on the page.
struct Print {
    place: (usize, usize),
    line: usize,
    y: f32,
    repeated: bool,
}

impl Filling<'_, '_, '_> {
    fn row(&mut self, index: usize, row: &SetRow) {
        let below = if index + 1 == self.table.rows.len() { self.kept_below(row) } else { 0.0 };
        if self.need(index).max(row.own_height()) + below > self.flow.room() && self.moves(row) {
            self.turn(index);
        }
        self.begin(index, row, false);
        let mut least = row.least;
        loop {
            let need = self.need(index).max(least);
            if need <= self.flow.room() {
                return self.end(index, self.flow.y + need);
            }
            least = (least - self.flow.room()).max(BORDER);
            self.band(index, TEXT_FOOT);
            self.turn(index);
        }
    }

    /// How much of what follows stays on one page with the last row: nothing where no page can hold both.
    fn kept_below(&self, row: &SetRow) -> f32 {
        if row.own_height() + self.follows <= self.height_under_heads() { self.follows } else { 0.0 }
    }

    /// Whether a row that does not fit here is moved to the next page, whole or to begin there.
    fn moves(&self, row: &SetRow) -> bool {
        let fits_there = row.own_height() <= self.height_under_heads();
        self.flow.y > self.top + TOLERANCE && (fits_there || self.flow.room() < LEAST_BEGINNING)
    }

    /// The height of a page under the repeated head.
    fn height_under_heads(&self) -> f32 {
        let heads = self.table.rows.iter().take(self.table.heads).map(SetRow::own_height);
        TEXT_FOOT - TEXT_TOP - heads.sum::<f32>()
    }

    /// The height that the cells which end in this row still need of it.
    fn need(&self, index: usize) -> f32 {
        let ending = self.open.iter().filter(|cell| cell.last == index);
        ending.map(|cell| cell.height + BORDER - (self.flow.y - cell.top)).fold(BORDER, f32::max)
    }

    fn begin(&mut self, index: usize, row: &SetRow, repeated: bool) {
        let top = self.flow.y;
        self.open.extend(row.cells.iter().enumerate().map(|(place, cell)| Open {
            place: (index, place),
            lines: cell.lines.clone(),
            height: cell.height,
            top,
            last: index + cell.rows - 1,
            repeated,
        }));
    }

    /// Ends a row, and the cells that end with it.
    fn end(&mut self, index: usize, bottom: f32) {
        self.band(index, bottom);
        let prints = &mut self.prints;
        let galley = self.flow.galley;
        self.open.retain_mut(|cell| {
            let ends = cell.last == index;
            if ends {
                cell.print_to(bottom, true, |line| galley.height(line), prints);
            }
            !ends
        });
    }

    fn band(&mut self, row: usize, bottom: f32) {
        self.bands.push(Band { row, top: self.flow.y, bottom });
        self.flow.used_to(bottom);
    }

    /// Goes on overleaf, with row `index`.
    fn turn(&mut self, index: usize) {
        let bottom = self.flow.y;
        let galley = self.flow.galley;
        for cell in &mut self.open {
            cell.print_to(bottom, false, |line| galley.height(line), &mut self.prints);
        }
        self.close_part();
        self.flow.turn_full();
        if index >= self.table.heads {
            for (index, row) in self.table.rows.iter().enumerate().take(self.table.heads) {
                self.begin(index, row, true);
                let need = self.need(index).max(row.least);
                self.end(index, self.flow.y + need);
            }
        }
        self.top = self.flow.y;
        for cell in &mut self.open {
            cell.top = self.top;
        }
    }

    /// Prints what stands on this page, in reading order, and draws the borders.
    fn close_part(&mut self) {
        self.prints.sort_by_key(|print| print.place);
        let left = self.flow.left();
        for print in self.prints.drain(..) {
            self.flow.galley.print(print.line, left, print.y, print.repeated, &mut self.flow.marks);
        }
        borders::draw(self.table, &self.bands, left, &mut self.flow.marks);
        self.bands.clear();
    }
}

impl Open {
    /// Gives lines their places down to `bottom`: in the middle if all of them fit, and else as many as do. With `all`
    /// none is left.
    fn print_to(&mut self, bottom: f32, all: bool, height: impl Fn(usize) -> f32, prints: &mut Vec<Print>) {
        let room = bottom - self.top;
        let fits = self.height <= room + TOLERANCE;
        let mut y = if fits { self.top + (room - self.height) / 2.0 } else { self.top };
        while let Some(line) = self.lines.clone().next() {
            let height = height(line);
            if !fits && !all && y + height > bottom + TOLERANCE {
                return;
            }
            prints.push(Print { place: self.place, line, y, repeated: self.repeated });
            y += height;
            self.height -= height;
            self.lines.start += 1;
        }
    }
}
