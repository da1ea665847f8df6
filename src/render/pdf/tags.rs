//! The structure of a document, for readers who hear it.

use std::num::{NonZeroU16, NonZeroU32};

use krilla::tagging::{Node, TableHeaderScope, Tag, TagGroup, TagKind};

use crate::render::{Element, ElementKind};

/// The pieces of a document with what was printed of each.
pub(super) struct Structure<'a> {
    elements: &'a [Element],
    content: Vec<Vec<Node>>,
}

impl<'a> Structure<'a> {
    pub(super) fn new(elements: &'a [Element]) -> Self {
        Self { elements, content: elements.iter().map(|_| Vec::new()).collect() }
    }

    /// Whether there is such a piece.
    pub(super) fn has(&self, element: usize) -> bool {
        element < self.elements.len()
    }

    /// Notes that something printed belongs to a piece.
    pub(super) fn push(&mut self, element: usize, node: impl Into<Node>) {
        if let Some(content) = self.content.get_mut(element) {
            content.push(node.into());
        }
    }

    /// What kind of piece it is.
    pub(super) fn kind(&self, element: usize) -> Option<ElementKind> {
        self.elements.get(element).map(|it| it.kind)
    }

    /// The tree of tags. `titles` gives the words of each heading, by its piece.
    pub(super) fn into_groups(self, titles: &dyn Fn(usize) -> Option<String>) -> Vec<Node> {
        let mut levels = Levels::default();
        let tags: Vec<TagKind> =
            self.elements.iter().enumerate().map(|(at, it)| self.tag(it, &mut levels, titles(at))).collect();
        // Parents come before their children: from the last piece to the first, each is complete when it is reached.
        let mut inside: Vec<Vec<Node>> = self.elements.iter().map(|_| Vec::new()).collect();
        let mut top = Vec::new();
        for (at, ((element, tag), mut children)) in self.elements.iter().zip(tags).zip(self.content).enumerate().rev() {
            children.extend(inside.get_mut(at).into_iter().flat_map(std::mem::take).rev());
            if children.is_empty() && !matches!(element.kind, ElementKind::Cell { .. }) {
                continue;
            }
            let group = Node::Group(TagGroup::with_children(tag, children));
            let parent = element.parent.filter(|parent| *parent < at);
            parent.and_then(|parent| inside.get_mut(parent)).unwrap_or(&mut top).push(group);
        }
        top.reverse();
        top
    }

    fn tag(&self, element: &Element, levels: &mut Levels, title: Option<String>) -> TagKind {
        match element.kind {
            ElementKind::Title => heading(levels.next(0), title),
            ElementKind::Heading(level) => heading(levels.next(u16::from(level)), title),
            ElementKind::Paragraph | ElementKind::Signature => Tag::P.into(),
            ElementKind::Contents => Tag::TOC.into(),
            ElementKind::ContentsEntry => Tag::TOCI.into(),
            ElementKind::Table => Tag::Table.into(),
            ElementKind::Row => Tag::TR.into(),
            ElementKind::Cell { head, columns, rows } => {
                let (columns, rows) = (span(columns), span(rows));
                if head {
                    Tag::TH(self.scope(element)).with_col_span(columns).with_row_span(rows).into()
                } else {
                    Tag::TD.with_col_span(columns).with_row_span(rows).into()
                }
            }
        }
    }

    /// A head cell names its column if all cells of its row are heads, else its row.
    fn scope(&self, cell: &Element) -> TableHeaderScope {
        let mut row = self.elements.iter().filter(|it| it.parent == cell.parent);
        if row.all(|it| matches!(it.kind, ElementKind::Cell { head: true, .. })) {
            TableHeaderScope::Column
        } else {
            TableHeaderScope::Row
        }
    }
}

fn heading(level: NonZeroU16, title: Option<String>) -> TagKind {
    Tag::Hn(level, Some(title.filter(|it| !it.is_empty()).unwrap_or_else(|| "标题".to_owned()))).into()
}

/// How many columns or rows, where it is more than one.
fn span(count: u8) -> Option<NonZeroU32> {
    NonZeroU32::new(u32::from(count)).filter(|it| it.get() > 1)
}

/// Levels of headings without gaps, as PDF/UA asks (ISO 14289-1, 7.4.2): the title is 1, and none is more than one deeper
/// than the one before.
#[derive(Default)]
struct Levels {
    last: u16,
}

impl Levels {
    fn next(&mut self, level: u16) -> NonZeroU16 {
        self.last = (level + 1).min(self.last + 1);
        NonZeroU16::new(self.last).unwrap_or(NonZeroU16::MIN)
    }
}
