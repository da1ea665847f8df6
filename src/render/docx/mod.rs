//! DOCX: WordprocessingML as ECMA-376 (transitional) orders it.
//!
//! What never changes from document to document is kept as files in `parts/`: the styles, the fonts with their
//! alternatives, the settings, the page numbers. Only the body is written here, and it names styles, never looks.

use std::collections::BTreeMap;

use super::{RenderError, lay_out, package};
use crate::documents::{Block, Document};

mod body;
mod field;
mod table;
mod words;

/// Width of the text area, 156 mm, in twentieths of a point.
const TEXT_WIDTH: usize = 8844;

/// Renders a document as DOCX. The same document gives the same bytes.
///
/// # Errors
/// [`RenderError::CellsBeyondTable`] where a table does not fit its columns, [`RenderError::Package`] where packing fails.
pub fn docx(document: &Document) -> Result<Vec<u8>, RenderError> {
    package::pack(&parts(document)?)
}

fn parts(document: &Document) -> Result<BTreeMap<&'static str, String>, RenderError> {
    Ok(BTreeMap::from([
        ("[Content_Types].xml", include_str!("parts/content-types.xml").to_owned()),
        ("_rels/.rels", include_str!("parts/relationships.xml").to_owned()),
        ("docProps/app.xml", include_str!("parts/app.xml").to_owned()),
        ("docProps/core.xml", package::properties(&document.title)),
        ("word/_rels/document.xml.rels", include_str!("parts/document-relationships.xml").to_owned()),
        ("word/document.xml", body::document(&document.blocks, &heading_pages(document)?)?),
        ("word/fontTable.xml", include_str!("parts/fontTable.xml").to_owned()),
        ("word/footer-even.xml", include_str!("parts/footer-even.xml").to_owned()),
        ("word/footer-odd.xml", include_str!("parts/footer-odd.xml").to_owned()),
        ("word/settings.xml", include_str!("parts/settings.xml").to_owned()),
        ("word/styles.xml", include_str!("parts/styles.xml").to_owned()),
    ]))
}

/// The numbers of the pages that the headings stand on, where a contents list names them.
fn heading_pages(document: &Document) -> Result<Vec<u32>, RenderError> {
    if !document.blocks.iter().any(|block| matches!(block, Block::Contents { .. })) {
        return Ok(Vec::new());
    }
    let pages = lay_out(document, 1)?;
    let headings = pages.outline.iter().filter(|bookmark| bookmark.level > 0);
    Ok(headings.filter_map(|bookmark| pages.pages.get(bookmark.page)).map(|page| page.number).collect())
}
