//! Putting what is set on pages, one after the other.

use super::galley::Galley;
use super::page_number;
use super::paper::{TEXT_FOOT, TEXT_HEIGHT, TEXT_TOP, TOLERANCE, text_left};
use super::rows;
use super::tables::SetTable;
use crate::render::pages::{Bookmark, Mark, Page};

/// What is put on pages.
#[derive(Debug)]
pub enum Piece<'a> {
    /// A line of text.
    Line(LinePiece),
    /// A table.
    Table(&'a SetTable, f32),
    /// What follows begins a new page.
    PageBreak,
}

/// A line of text.
#[derive(Debug, Clone, Copy)]
pub struct LinePiece {
    /// The line of the galley.
    pub line: usize,
    /// Room before it; none at the top of a page, unless the page was begun on purpose.
    pub before: f32,
    /// Room after it; none at the foot of a page.
    pub after: f32,
    /// Whether it stays on one page with what follows.
    pub leads: bool,
    /// The heading that begins with it.
    pub heading: Option<usize>,
}

/// What stands on a page so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filled {
    /// Nothing, and the page was begun on purpose.
    Begun,
    /// Nothing: the page before was full.
    TurnedTo,
    /// Something.
    Used,
}

/// The pages while they are filled.
pub struct Flow<'a> {
    pub(super) galley: &'a Galley,
    outline: &'a mut [Bookmark],
    pages: Vec<Page>,
    number: u32,
    pub(super) marks: Vec<Mark>,
    pub(super) y: f32,
    /// Room that the last line wants after it.
    after: f32,
    filled: Filled,
}

impl<'a> Flow<'a> {
    /// Begins the first page. The places of the headings are written into `outline`.
    pub fn begin(galley: &'a Galley, outline: &'a mut [Bookmark], first_page: u32) -> Self {
        Self {
            galley,
            outline,
            pages: Vec::new(),
            number: first_page,
            marks: Vec::new(),
            y: TEXT_TOP,
            after: 0.0,
            filled: Filled::Begun,
        }
    }

    /// Fills pages; there is at least one.
    pub fn fill(mut self, pieces: &[Piece]) -> Vec<Page> {
        let mut rest = pieces;
        while !rest.is_empty() {
            let (together, after) = rest.split_at(together(rest));
            self.place(together, after);
            rest = after;
        }
        if self.filled == Filled::Used || self.pages.is_empty() {
            self.finish_page();
        }
        self.pages
    }

    /// Places pieces that stay on one page if a page can hold them; what comes after them is for a table that leads to it.
    fn place(&mut self, pieces: &[Piece], after: &[Piece]) {
        let height = self.height(pieces, |before| self.gap(before));
        if height > self.room() && self.filled == Filled::Used && height <= TEXT_HEIGHT {
            self.turn(Filled::TurnedTo);
        }
        for piece in pieces {
            match piece {
                Piece::Line(line) => self.line(line),
                Piece::Table(table, before) => {
                    self.y += self.gap(*before);
                    let next = if table.leads { after.get(..together(after)).unwrap_or_default() } else { &[] };
                    rows::fill(self, table, self.height(next, |before| before));
                }
                Piece::PageBreak if self.filled == Filled::Used => self.turn(Filled::Begun),
                // A page break at the top of a page that was turned to by itself: what follows was meant to begin a page.
                Piece::PageBreak => self.filled = Filled::Begun,
            }
        }
    }

    /// How high these pieces are, with so much room before the first one as `first_gap` makes of what it wants.
    fn height(&self, pieces: &[Piece], first_gap: impl Fn(f32) -> f32) -> f32 {
        let mut gap = self.after;
        let mut height = 0.0;
        for (index, piece) in pieces.iter().enumerate() {
            let (before, own, after) = match piece {
                Piece::Line(line) => (line.before, self.galley.height(line.line), line.after),
                Piece::Table(table, before) => (*before, table.lead(), 0.0),
                Piece::PageBreak => (0.0, 0.0, 0.0),
            };
            height += own + if index == 0 { first_gap(before) } else { gap + before };
            gap = after;
        }
        height
    }

    /// The room between what stands on the page and a piece that wants so much before it.
    fn gap(&self, before: f32) -> f32 {
        match self.filled {
            Filled::Used => self.after + before,
            Filled::Begun => before,
            Filled::TurnedTo => 0.0,
        }
    }

    /// The room that is left on the page.
    pub(super) fn room(&self) -> f32 {
        TEXT_FOOT - self.y + TOLERANCE
    }

    fn line(&mut self, piece: &LinePiece) {
        let height = self.galley.height(piece.line);
        if self.gap(piece.before) + height > self.room() && self.filled == Filled::Used {
            self.turn(Filled::TurnedTo);
        }
        self.y += self.gap(piece.before);
        if let Some(bookmark) = piece.heading.and_then(|heading| self.outline.get_mut(heading)) {
            bookmark.page = self.pages.len();
            bookmark.top = self.y;
        }
        self.galley.print(piece.line, self.left(), self.y, false, &mut self.marks);
        self.used_to(self.y + height);
        self.after = piece.after;
    }

    /// x of the left edge of the text on this page.
    pub(super) fn left(&self) -> f32 {
        text_left(self.number)
    }

    /// The page is filled down to `y`.
    pub(super) fn used_to(&mut self, y: f32) {
        self.y = y;
        self.after = 0.0;
        self.filled = Filled::Used;
    }

    /// The page is full: begins the next one.
    pub(super) fn turn_full(&mut self) {
        self.turn(Filled::TurnedTo);
    }

    fn turn(&mut self, filled: Filled) {
        self.finish_page();
        self.y = TEXT_TOP;
        self.after = 0.0;
        self.filled = filled;
    }

    fn finish_page(&mut self) {
        let mut marks = std::mem::take(&mut self.marks);
        marks.push(Mark::Text(page_number(self.number)));
        self.pages.push(Page { number: self.number, marks });
        self.number = self.number.saturating_add(1);
    }
}

/// How many of these pieces stay together with the first one, itself included.
fn together(pieces: &[Piece]) -> usize {
    let leads = |piece: &Piece| matches!(piece, Piece::Line(line) if line.leads);
    let mut count = 1;
    for pair in pieces.windows(2) {
        match pair {
            [one, next] if leads(one) && !matches!(next, Piece::PageBreak) => count += 1,
            _ => break,
        }
    }
    count
}
