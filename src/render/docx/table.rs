//! Tables.

use super::TEXT_WIDTH;
use super::words::{Setting, paragraph, words};
use crate::documents::{Alignment, Cell, Span, Table};
use crate::render::RenderError;
use crate::render::grid::{Content, Slot, is_dense, lay_out, widths};
use crate::render::xml::Xml;

/// What the margins of a cell take of its width.
const CELL_MARGINS: usize = 216;
/// The look of a table's words.
struct Look {
    /// The style of words.
    text: &'static str,
    /// The style of heads.
    head: &'static str,
    /// Half the width of a Chinese character, in twentieths of a point.
    half_character: usize,
}

/// 小四.
const FULL: Look = Look { text: "TableText", head: "TableHead", half_character: 120 };
/// 五号.
const DENSE: Look = Look { text: "ListText", head: "ListHead", half_character: 105 };

/// A row with more lines may not fit on a page beside the head. It may then be broken and does not count as a head:
/// some readers would cut off what goes beyond the page.
const MOST_LINES: usize = 25;

/// Writes a table over the whole width of the text, at fixed widths, so that every reader draws the same columns.
/// Its last row stays with what follows where it `leads` to that.
pub fn table(xml: &mut Xml, table: &Table, leads: bool) -> Result<(), RenderError> {
    let rows = lay_out(table)?;
    let widths = widths(table, TEXT_WIDTH);
    let look = if is_dense(table) { &DENSE } else { &FULL };
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblStyle", &[("w:val", "TableGrid")]);
            xml.empty("w:tblW", &[("w:w", &TEXT_WIDTH.to_string()), ("w:type", "dxa")]);
            xml.empty("w:jc", &[("w:val", "center")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        });
        xml.element("w:tblGrid", &[], |xml| {
            for width in &widths {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        for (index, (slots, row)) in rows.iter().zip(&table.rows).enumerate() {
            let fits = lines(slots, &widths, look) <= MOST_LINES;
            // A head, or the first row where there is none, never stands alone at the foot of a page.
            let is_last = index + 1 == rows.len();
            let keep_next = fits && if is_last { leads } else { index < table.head_rows.max(1) };
            xml.element("w:tr", &[], |xml| {
                xml.element("w:trPr", &[], |xml| {
                    if fits {
                        xml.empty("w:cantSplit", &[]);
                    }
                    if row.height > 0 {
                        let height = twentieths_of_a_point(row.height).to_string();
                        xml.empty("w:trHeight", &[("w:val", &height), ("w:hRule", "atLeast")]);
                    }
                    if fits && index < table.head_rows {
                        xml.empty("w:tblHeader", &[]);
                    }
                });
                cells(xml, slots, &widths, look, keep_next);
            });
        }
    });
    Ok(())
}

/// How many lines the highest cell of a row takes, roughly: Latin letters are half as wide as Chinese characters.
fn lines(slots: &[Slot], widths: &[usize], look: &Look) -> usize {
    let mut column = 0;
    let mut most = 0;
    for slot in slots {
        let width: usize = widths.iter().skip(column).take(slot.columns).sum();
        column += slot.columns;
        if let Content::Cell(cell) = slot.content {
            let room = (width.saturating_sub(CELL_MARGINS) / look.half_character).max(1);
            most = most.max(cell.paragraphs.iter().map(|spans| paragraph_lines(spans, room)).sum());
        }
    }
    most
}

/// `room`: how many half characters stand on a line.
fn paragraph_lines(spans: &[Span], room: usize) -> usize {
    let mut lines = 1;
    let mut used = 0;
    for span in spans {
        let (Span::Text(text) | Span::Strong(text) | Span::Blank(text)) = span;
        for character in text.chars() {
            let width = if character.is_ascii() { 1 } else { 2 };
            if character == '\n' || used + width > room {
                lines += 1;
                used = 0;
            }
            used += width;
        }
    }
    lines
}

fn twentieths_of_a_point(millimetres: u16) -> u32 {
    (u32::from(millimetres) * 14400).div_ceil(254)
}

fn cells(xml: &mut Xml, slots: &[Slot], widths: &[usize], look: &Look, keep_next: bool) {
    let mut column = 0;
    for slot in slots {
        let width: usize = widths.iter().skip(column).take(slot.columns).sum();
        xml.element("w:tc", &[], |xml| {
            xml.element("w:tcPr", &[], |xml| {
                xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
                if slot.columns > 1 {
                    xml.empty("w:gridSpan", &[("w:val", &slot.columns.to_string())]);
                }
                match slot.content {
                    Content::Cell(cell) if cell.rows > 1 => xml.empty("w:vMerge", &[("w:val", "restart")]),
                    Content::Covered => xml.empty("w:vMerge", &[]),
                    Content::Cell(_) | Content::Vacant => {}
                }
                xml.empty("w:vAlign", &[("w:val", "center")]);
            });
            match slot.content {
                Content::Cell(cell) => paragraphs(xml, cell, look, keep_next),
                Content::Covered | Content::Vacant => {
                    paragraph(xml, &Setting { style: look.text, ..Setting::default() }, |_| {})
                }
            }
        });
        column += slot.columns;
    }
}

/// A cell holds one paragraph at least.
fn paragraphs(xml: &mut Xml, cell: &Cell, look: &Look, keep_next: bool) {
    let style = if cell.head { look.head } else { look.text };
    let justified = match cell.alignment {
        Alignment::Start => None,
        Alignment::Centre => Some("center"),
        Alignment::End => Some("right"),
    };
    let setting = Setting { style, keep_next, justified, ..Setting::default() };
    if cell.paragraphs.is_empty() {
        paragraph(xml, &setting, |_| {});
    }
    for spans in &cell.paragraphs {
        paragraph(xml, &setting, |xml| words(xml, spans));
    }
}
