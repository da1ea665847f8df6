//! A laid out document cut up for the screen, which draws a page only while somebody looks at it.
//!
//! Each page is a piece by itself, so that it can be handed over and read alone; what concerns the whole document (its
//! headings, where each block stands) lies beside.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Bookmark, ElementKind, Mark, Page, Pages};
use crate::documents::{Block, Document};

/// A document for the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// The pages, in order.
    pub pages: Vec<PreviewPage>,
    /// The headings, in order.
    pub outline: Vec<Bookmark>,
    /// The blocks that say something, in order.
    pub blocks: Vec<BlockMark>,
}

/// A page and what its words belong to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PreviewPage {
    /// The page.
    pub page: Page,
    /// The pieces of the document's structure that stand on it.
    pub pieces: Vec<Piece>,
}

/// A piece of the structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// What the runs on the page call it: [`Run::element`](super::Run::element).
    pub element: usize,
    /// What it is.
    pub kind: ElementKind,
    /// The block it was made from.
    pub block: usize,
}

/// A block of the document, to be found again and to be compared with what it said before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BlockMark {
    /// Its place in the document.
    pub block: usize,
    /// The CRC-32 of what it says. An article's number is left out, so that an article is not taken for another one when
    /// something is put in before it.
    pub stamp: u32,
    /// An article's label, such as 第十二条.
    pub label: Option<String>,
    /// The index of the page on which it begins.
    pub page: usize,
    /// y of its upper edge there.
    pub top: f32,
}

/// Cuts up a document that was laid out.
#[must_use]
pub fn preview(document: &Document, pages: &Pages) -> Preview {
    let piece = |element: usize| {
        let found = pages.elements.get(element)?;
        Some(Piece { element, kind: found.kind, block: found.block })
    };
    let mut begins: BTreeMap<usize, (usize, f32)> = BTreeMap::new();
    let mut cut = Vec::new();
    for (place, page) in pages.pages.iter().enumerate() {
        let mut pieces: BTreeMap<usize, Piece> = BTreeMap::new();
        for run in page.marks.iter().filter_map(words) {
            if let Some(piece) = run.element.and_then(piece) {
                begins.entry(piece.block).or_insert((place, run.baseline - run.size));
                pieces.insert(piece.element, piece);
            }
        }
        cut.push(PreviewPage { page: page.clone(), pieces: pieces.into_values().collect() });
    }
    let marks = document.blocks.iter().enumerate().filter_map(|(place, block)| {
        let text = block.plain_text();
        let &(page, top) = begins.get(&place).filter(|_| !text.is_empty())?;
        Some(BlockMark { block: place, stamp: crc32fast::hash(text.as_bytes()), label: label(block), page, top })
    });
    Preview { pages: cut, outline: pages.outline.clone(), blocks: marks.collect() }
}

fn words(mark: &Mark) -> Option<&super::Run> {
    match mark {
        Mark::Text(run) => Some(run),
        Mark::Line { .. } | Mark::Shade { .. } => None,
    }
}

fn label(block: &Block) -> Option<String> {
    match block {
        Block::Article { label, .. } => Some(label.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::{Role, Span};
    use crate::render::lay_out;

    fn article(label: &str, text: &str) -> Block {
        Block::Article { label: label.into(), paragraphs: vec![vec![Span::Text(text.into())]] }
    }

    fn previewed(blocks: Vec<Block>) -> Preview {
        let document = Document { title: "章程".into(), blocks };
        preview(&document, &lay_out(&document, 1).unwrap())
    }

    #[test]
    fn a_block_is_found_on_the_page_where_it_begins() {
        let long = Block::Paragraph { role: Role::Body, words: vec![Span::Text("知".repeat(2_000))] };
        let found = previewed(vec![article("第一条", "甲"), Block::PageBreak, long, article("第二条", "乙")]);
        let places: Vec<_> = found.blocks.iter().map(|mark| (mark.block, mark.page)).collect();
        assert_eq!((places[0], places[1]), ((0, 0), (2, 1)));
        assert!(places[2].1 > 2, "{places:?}");
        assert!(found.blocks[2].top > found.blocks[0].top);
        assert_eq!(found.blocks[2].label.as_deref(), Some("第二条"));
    }

    #[test]
    fn an_article_put_in_before_it_does_not_change_an_article() {
        let before = previewed(vec![article("第一条", "甲"), article("第二条", "乙")]);
        let after = previewed(vec![article("第一条", "丙"), article("第二条", "甲"), article("第三条", "乙")]);
        let stamps = |preview: &Preview| preview.blocks.iter().map(|mark| mark.stamp).collect::<Vec<_>>();
        assert_eq!(stamps(&before), stamps(&after)[1..]);
        assert_ne!(stamps(&before)[0], stamps(&before)[1]);
    }

    #[test]
    fn every_run_on_a_page_finds_its_piece_there() {
        let found = previewed(vec![article("第一条", &"长".repeat(3_000)), article("第二条", "乙")]);
        assert!(found.pages.len() > 3);
        for page in &found.pages {
            for run in page.page.marks.iter().filter_map(words) {
                assert!(run.element.is_none_or(|element| page.pieces.iter().any(|piece| piece.element == element)));
            }
        }
    }
}
