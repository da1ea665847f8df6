//! Layout: from the document representation to pages, every character in its place.
//!
//! First everything is set: paragraphs in lines, cells in lines, by the rules of Chinese type ([`characters`],
//! [`lines`]). Then the lines flow onto pages ([`flow`]). Only the contents lists need both: their page numbers are known
//! when the pages are, so the flow is repeated until the numbers stay.
//!
//! This room knows no font file and no painter. What it is given always gives pages: there is no text so long, no table
//! so wide and no character so strange that it would fail or never end.

mod blocks;
mod borders;
mod characters;
mod contents;
mod flow;
mod galley;
mod letters;
mod lines;
mod look;
mod paper;
mod rows;
mod tables;
#[cfg(test)]
mod tests;

use super::pages::{Glyph, Pages, Run};
use super::{RenderError, Typeface};
use crate::documents::Document;
pub(super) use paper::{TEXT_FOOT, TEXT_TOP, TEXT_WIDTH, text_left};

/// How often the pages are filled anew at most while the numbers in a contents list move the pages they name.
const MOST_ROUNDS: usize = 4;

/// The size of page numbers, 四号; they stand one character away from the outer edge of the text.
const NUMBER_SIZE: f32 = 14.0;
/// y of the line page numbers stand on: the dashes are 7 mm under the text.
const NUMBER_BASELINE: f32 = 768.0;

/// Lays a document out on pages that are numbered from `first_page`. The same document gives the same pages.
///
/// # Errors
/// [`RenderError::CellsBeyondTable`] where a table does not fit its columns.
pub fn lay_out(document: &Document, first_page: u32) -> Result<Pages, RenderError> {
    let mut composed = blocks::compose(document)?;
    let mut numbers = vec![first_page; composed.outline.len()];
    let rounds = if composed.has_contents() { MOST_ROUNDS } else { 1 };
    let mut pages = Vec::new();
    for _ in 0..rounds {
        pages = composed.fill(&numbers, first_page);
        let found: Vec<u32> = composed.outline.iter().map(|bookmark| number(first_page, bookmark.page)).collect();
        if found == numbers {
            break;
        }
        numbers = found;
    }
    let (elements, outline) = (composed.elements, composed.outline);
    Ok(Pages { title: document.title.clone(), pages, elements, outline })
}

/// The number printed on the page with this index.
fn number(first_page: u32, index: usize) -> u32 {
    first_page.saturating_add(u32::try_from(index).unwrap_or(u32::MAX))
}

/// The number of a page as it is printed, "— 1 —": at the right of an odd page, at the left of an even one.
#[must_use]
pub fn page_number(number: u32) -> Run {
    let typeface = Typeface::Song;
    let words = format!("— {number} —");
    let mut pen = 0.0;
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(words.len());
    for character in words.chars() {
        glyphs.push(Glyph { character, x: pen });
        pen += typeface.advance(character) * NUMBER_SIZE;
    }
    let left = text_left(number);
    let start = if number % 2 == 1 { left + TEXT_WIDTH - NUMBER_SIZE - pen } else { left + NUMBER_SIZE };
    for glyph in &mut glyphs {
        glyph.x += start;
    }
    Run { typeface, size: NUMBER_SIZE, baseline: NUMBER_BASELINE, glyphs, end: start + pen, element: None, link: None }
}
