//! Bookmarks.

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::OutlineNode;

use crate::render::fonts::is_invisible;
use crate::render::{Bookmark, Pages};

/// Words for a reader's window beyond this many characters are cut; it shows far fewer, and PDF/A sets a bound.
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

/// The words of a heading where they are shown beside the pages.
pub(super) fn short(words: &str) -> String {
    words.chars().filter(|it| !is_invisible(*it)).take(LONGEST).collect()
}

/// Each bookmark takes in those of deeper levels that follow it.
fn nested(bookmarks: &[&Bookmark], before: usize) -> Vec<OutlineNode> {
    let mut nodes = Vec::new();
    let mut rest = bookmarks;
    while let Some((first, following)) = rest.split_first() {
        let deeper = following.iter().take_while(|it| it.level > first.level).count();
        let (inside, after) = following.split_at(deeper);
        let mut node = OutlineNode::new(short(&first.words), destination(first, before)).with_open(true);
        for child in nested(inside, before) {
            node.push_child(child);
        }
        nodes.push(node);
        rest = after;
    }
    nodes
}
