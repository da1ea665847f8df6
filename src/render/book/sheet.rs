//! A sheet with a copy on it: the line over it, the copy, and the place for the seal under it.

use super::attached::Area;
use crate::documents::copy_page;
use crate::render::layout::{TEXT_FOOT, TEXT_TOP, TEXT_WIDTH, text_left};
use crate::render::{Mark, Pages, RenderError, lay_out};

/// Between the copy and the words over and under it: 3 mm.
const GAP: f32 = 8.5;

/// The words of a sheet, and where the copy stands between them.
pub struct Sheet {
    /// One page.
    pub pages: Pages,
    /// What the copy may take.
    pub area: Area,
}

/// Lays out the words around page `page` of `of`, from 1, of a copy, on the page of the book with this number.
pub fn sheet(title: &str, (page, of): (u32, u32), sealed: bool, number: u32) -> Result<Sheet, RenderError> {
    let mut pages = lay_out(&copy_page(title, page, of, sealed), number)?;
    pages.pages.truncate(1);
    let elements = &pages.elements;
    let is_under = |mark: &Mark| match mark {
        Mark::Text(run) => run.element.and_then(|it| elements.get(it)).map(|it| it.block > 0),
        Mark::Line { .. } | Mark::Shade { .. } => None,
    };
    let (mut top, mut foot) = (TEXT_TOP, TEXT_FOOT);
    for page in &mut pages.pages {
        // The layout sets the place for the seal right under the title; it belongs at the foot of the text.
        let (over, under): (Vec<_>, Vec<_>) =
            page.marks.iter().filter_map(|mark| Some((is_under(mark)?, ends(mark)?))).partition(|(under, _)| !under);
        top = over.iter().map(|(_, [_, lower])| *lower).fold(top, f32::max) + GAP;
        let lowest = under.iter().map(|(_, [_, lower])| *lower).fold(f32::MIN, f32::max);
        let highest = under.iter().map(|(_, [upper, _])| *upper).fold(f32::MAX, f32::min);
        if under.is_empty() {
            continue;
        }
        let shift = TEXT_FOOT - lowest;
        foot = highest + shift - GAP;
        let shifted: Vec<bool> = page.marks.iter().map(|mark| is_under(mark) == Some(true)).collect();
        for (mark, shifted) in page.marks.iter_mut().zip(shifted) {
            if let (Mark::Text(run), true) = (mark, shifted) {
                run.baseline += shift;
            }
        }
    }
    let area = Area { left: text_left(number), top, width: TEXT_WIDTH, height: (foot - top).max(1.0) };
    Ok(Sheet { pages, area })
}

/// Where the characters of a line begin and end, from above.
fn ends(mark: &Mark) -> Option<[f32; 2]> {
    match mark {
        Mark::Text(run) => Some([run.baseline - run.size, run.baseline + run.size * 0.25]),
        Mark::Line { .. } | Mark::Shade { .. } => None,
    }
}
