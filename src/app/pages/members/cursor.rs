//! The keyboard and the mouse among the cells, after the grid pattern of the ARIA authoring practices: the focus stays on
//! the table, which names the cell that is active; letters begin to write in it, arrows move, Shift spans a block.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::table::Table;
use crate::app::{browser, route};
use jiemeng::members::{COLUMNS, Range};
use jiemeng::screens::Route;

/// The id of the table's element.
pub const GRID: &str = "members-grid";

/// The last column: how far the member is, which is not written but read.
const LAST: usize = COLUMNS.len();

/// A cell by the row that is shown and by its column.
pub type Cell = (usize, usize);

/// A cell that is being written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    /// The cell.
    pub cell: Cell,
    /// The member.
    pub id: String,
    /// Whether what stands there gives way to what is typed.
    pub anew: bool,
}

/// Where one is among the cells.
#[derive(Clone, Copy)]
pub struct Cursor {
    /// The active cell.
    pub at: RwSignal<Cell>,
    /// The other corner of the block that is spanned.
    pub from: RwSignal<Cell>,
    /// What is being written.
    pub writing: RwSignal<Option<Writing>>,
}

impl Default for Cursor {
    fn default() -> Self {
        Self { at: RwSignal::new((0, 0)), from: RwSignal::new((0, 0)), writing: RwSignal::new(None) }
    }
}

/// The id of a cell's element.
pub fn cell_id((row, column): Cell) -> String {
    format!("cell-{row}-{column}")
}

fn cell_of(element: &Element) -> Option<Cell> {
    let id = element.closest("[id^=cell-]").ok()??.id();
    let (row, column) = id.strip_prefix("cell-")?.split_once('-')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// The element that an event came from.
fn target(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Whether an event belongs to something within the table that is used by itself.
fn is_elsewhere(event: &web_sys::Event) -> bool {
    target(event).is_some_and(|target| target.closest("thead, input, select").ok().flatten().is_some())
}

impl Table {
    /// The block that is spanned; facts alone, or `None`.
    pub fn spanned(self) -> Option<Range> {
        let (at, from) = (self.cursor.at.get(), self.cursor.from.get());
        let rows = self.places.with(Vec::len);
        let range = Range::between((at.0, at.1.min(LAST - 1)), (from.0, from.1.min(LAST - 1)));
        (*range.rows.end() < rows && at.1.min(from.1) < LAST).then_some(range)
    }

    /// Puts the focus on the cells.
    pub fn focus(self) {
        if let Some(grid) = browser::element(GRID) {
            let quietly = FocusOptions::new();
            quietly.set_prevent_scroll(true);
            let _never_fails = grid.focus_with_options(&quietly);
        }
    }

    /// Goes to a cell; with `spanning`, the block from where one was is spanned.
    pub fn go_to(self, cell: Cell, spanning: bool) {
        let rows = self.places.with_untracked(Vec::len);
        let before = self.cursor.at.get_untracked().1;
        let column =
            match cell.1.min(LAST) {
                // Beside an open member only the first and the last column are seen.
                column if self.open.with_untracked(Option::is_some) && column != 0 && column != LAST => {
                    if column > before { LAST } else { 0 }
                }
                column => column,
            };
        let cell = (cell.0.min(rows.saturating_sub(1)), column);
        self.cursor.at.set(cell);
        if !spanning {
            self.cursor.from.set(cell);
        }
        self.stretch.show(cell.0);
        if let Some(cell) = browser::element(&cell_id(cell)) {
            show_sideways(&cell);
        }
    }

    /// What a key does while no cell is being written in.
    pub fn press(self, event: &KeyboardEvent) {
        if is_elsewhere(event) || event.is_composing() {
            return;
        }
        let (row, column) = self.cursor.at.get_untracked();
        let end = self.places.with_untracked(Vec::len).saturating_sub(1);
        let far = event.ctrl_key() || event.meta_key();
        let page = self.stretch.seen_at_once();
        let cell = match event.key().as_str() {
            "ArrowUp" => (if far { 0 } else { row.saturating_sub(1) }, column),
            "ArrowDown" => (if far { end } else { row + 1 }, column),
            "ArrowLeft" => (row, if far { 0 } else { column.saturating_sub(1) }),
            "ArrowRight" => (row, if far { LAST } else { column + 1 }),
            "PageUp" => (row.saturating_sub(page), column),
            "PageDown" => (row + page, column),
            "Home" => (if far { 0 } else { row }, 0),
            "End" => (if far { end } else { row }, LAST),
            _ => return self.act(event, far),
        };
        event.prevent_default();
        self.go_to(cell, event.shift_key());
    }

    fn act(self, event: &KeyboardEvent, far: bool) {
        let cell = self.cursor.at.get_untracked();
        let end = self.places.with_untracked(Vec::len).saturating_sub(1);
        let key = event.key();
        match key.as_str() {
            "a" if far => {
                self.cursor.at.set((end, LAST - 1));
                self.cursor.from.set((0, 0));
            }
            "Enter" if cell.1 == 0 || cell.1 == LAST => {
                if let Some(id) = self.id_at(cell.0) {
                    route::go(&Route::Member(id).address());
                }
            }
            "Enter" | "F2" => self.write(cell, false),
            " " if !far => self.tick_spanned(),
            "Escape" => self.cursor.from.set(cell),
            "Delete" | "Backspace" => self.clear(),
            // A letter, or one that a composition begins with: it comes after the cell is open.
            _ if !far && !event.alt_key() && (key.chars().count() == 1 || key == "Process") => {
                return self.write(cell, true);
            }
            _ => return,
        }
        event.prevent_default();
    }

    /// Opens a cell to be written in.
    pub fn write(self, cell: Cell, anew: bool) {
        if cell.1 < LAST
            && let Some(id) = self.id_at(cell.0)
        {
            self.cursor.writing.set(Some(Writing { cell, id, anew }));
        }
    }

    fn tick_spanned(self) {
        let Range { rows, .. } = Range::between(self.cursor.at.get_untracked(), self.cursor.from.get_untracked());
        let ticked = self.id_at(*rows.end()).is_some_and(|id| self.chosen.with_untracked(|it| it.contains(&id)));
        self.tick(*rows.start(), !ticked, false);
        self.tick(*rows.end(), !ticked, true);
    }

    /// The mouse went down on a cell, or moved over it while down.
    pub fn point(self, event: &MouseEvent, dragging: bool) {
        if is_elsewhere(event) || (dragging && event.buttons() != 1) || event.button() != 0 {
            return;
        }
        if let Some(cell) = target(event).and_then(|target| cell_of(&target)) {
            let spanning = dragging || event.shift_key();
            self.cursor.at.set(cell);
            if !spanning {
                self.cursor.from.set(cell);
            }
        }
    }

    /// The mouse was pressed twice on a cell.
    pub fn point_twice(self, event: &MouseEvent) {
        if let Some(cell) = target(event).filter(|_| !is_elsewhere(event)).and_then(|target| cell_of(&target)) {
            self.write(cell, false);
        }
    }
}

/// Scrolls a cell into view sideways, past the names that stay.
fn show_sideways(cell: &HtmlElement) {
    let Some(pane) = cell.closest("[data-scroller]").ok().flatten() else { return };
    if cell.tag_name() == "TH" {
        return;
    }
    let (inner, outer) = (cell.get_bounding_client_rect(), pane.get_bounding_client_rect());
    let name = pane.query_selector("tbody th").ok().flatten();
    let left = name.map_or(outer.left(), |name| name.get_bounding_client_rect().right().min(outer.right()));
    let by = (inner.left() - left).min(0.0) + (inner.right() - outer.right()).max(0.0);
    pane.set_scroll_left(pane.scroll_left() + by.round() as i32);
}
