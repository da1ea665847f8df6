//! Bookmarks.

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::OutlineNode;

use crate::render::{Bookmark, Pages};

/// Words of a bookmark beyond this many characters are cut; a reader's window shows far fewer.
const LONGEST: usize = 200;

/// The headings as bookmarks, nested by their levels; `before` pages of the file come before these.
pub(in crate::render) fn bookmarks(pages: &Pages, before: usize) -> Vec<OutlineNode> {
    let there: Vec<&Bookmark> = pages.outline.iter().filter(|it| it.page < pages.pages.len()).collect();
    nested(&there, before)
}

/// Where a bookmark leads.
pub(super) fn destination(bookmark: &Bookmark, before: usize) -> XyzDestination {
    XyzDestination::new(before + bookmark.page, Point::from_xy(0.0, bookmark.top))
}

/// Each bookmark takes in those of deeper levels that follow it.
fn nested(bookmarks: &[&Bookmark], before: usize) -> Vec<OutlineNode> {
    let mut nodes = Vec::new();
    let mut rest = bookmarks;
    while let Some((first, following)) = rest.split_first() {
        let deeper = following.iter().take_while(|it| it.level > first.level).count();
        let (inside, after) = following.split_at(deeper);
        let words: String = first.words.chars().filter(|it| !it.is_control()).take(LONGEST).collect();
        let mut node = OutlineNode::new(words, destination(first, before)).with_open(true);
        for child in nested(inside, before) {
            node.push_child(child);
        }
        nodes.push(node);
        rest = after;
    }
    nodes
}
