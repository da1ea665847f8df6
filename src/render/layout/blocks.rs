//! From the blocks of a document to what is set: lines, tables, the structure and the headings.

use super::contents::Entry;
use super::flow::{Flow, LinePiece, Piece};
use super::galley::{Belongs, Galley, Room};
use super::look::{self, Look};
use super::tables::{SetTable, TableSetter};
use crate::documents::{Block, Document, Words, announces, plain_words};
use crate::render::grid::is_dense;
use crate::render::pages::{Bookmark, Element, ElementKind, Page};
use crate::render::{RenderError, Typeface};

/// Between a numbered article's label and its words, as on official paper.
const AFTER_LABEL: &str = "\u{3000}";
/// Between two tables that follow each other.
const BETWEEN_TABLES: f32 = 9.0;

/// A document that is set, but for the page numbers of its contents lists.
pub struct Composed<'a> {
    /// The lines.
    pub galley: Galley,
    /// The structure.
    pub elements: Vec<Element>,
    /// The headings; their pages are not known yet.
    pub outline: Vec<Bookmark>,
    items: Vec<Item<'a>>,
}

/// What goes on pages, in order.
enum Item<'a> {
    Line(LinePiece),
    Table(SetTable, f32),
    Entry(Entry<'a>),
    PageBreak,
}

/// Sets a document.
pub fn compose(document: &Document) -> Result<Composed<'_>, RenderError> {
    let headings = headings(&document.blocks);
    let outline = headings.iter().map(|(level, words)| Bookmark {
        level: *level,
        words: printed(words),
        page: 0,
        top: 0.0,
        element: 0,
    });
    let mut composer = Composer {
        composed: Composed {
            galley: Galley::default(),
            elements: Vec::new(),
            outline: outline.collect(),
            items: Vec::new(),
        },
        headings,
        begun: 0,
        block: 0,
        leads_on: false,
        closes_next: false,
    };
    for (index, block) in document.blocks.iter().enumerate() {
        composer.block = index;
        let next = document.blocks.get(index + 1);
        composer.closes_next = next.is_some_and(Block::closes);
        composer.leads_on = composer.closes_next || matches!(next, Some(Block::Table(_)));
        composer.block(block)?;
    }
    Ok(composer.composed)
}

impl Composed<'_> {
    /// Fills pages, with these numbers in the contents lists, by heading, and notes where the headings stand.
    pub fn fill(&mut self, numbers: &[u32], first_page: u32) -> Vec<Page> {
        let mut pieces = Vec::with_capacity(self.items.len());
        for item in &self.items {
            match item {
                Item::Line(line) => pieces.push(Piece::Line(*line)),
                Item::Table(table, before) => pieces.push(Piece::Table(table, *before)),
                Item::PageBreak => pieces.push(Piece::PageBreak),
                Item::Entry(entry) => {
                    let number = numbers.get(entry.heading).copied().unwrap_or_default();
                    let (look, lines) = entry.set(&mut self.galley, number);
                    pieces.extend(paragraph(&look, lines, None, look.leads).map(Piece::Line));
                }
            }
        }
        Flow::begin(&self.galley, &mut self.outline, first_page).fill(&pieces)
    }

    /// Whether the document has a contents list.
    pub fn has_contents(&self) -> bool {
        self.items.iter().any(|item| matches!(item, Item::Entry(_)))
    }
}

/// The headings with their levels, in order. The title is of level 0.
fn headings(blocks: &[Block]) -> Vec<(u8, &Words)> {
    let headings = blocks.iter().filter_map(|block| match block {
        Block::Title(words) => Some((0, words)),
        Block::Chapter(words) => Some((1, words)),
        Block::Heading { level, words } => Some(((*level).clamp(1, 3), words)),
        _ => None,
    });
    headings.collect()
}

/// Words on one line, without what is not printed.
fn printed(words: &Words) -> String {
    let words = plain_words(words);
    let words = words.split(|character: char| character.is_control()).filter(|part| !part.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The lines of a paragraph, and which of them stay together: all of them, or the first two and the last two.
fn paragraph(
    look: &Look,
    lines: std::ops::Range<usize>,
    heading: Option<usize>,
    leads: bool,
) -> impl Iterator<Item = LinePiece> {
    let (whole, before, after) = (look.whole, look.before, look.after);
    let (first, last) = (lines.start, lines.end.saturating_sub(1));
    lines.map(move |line| LinePiece {
        line,
        before: if line == first { before } else { 0.0 },
        after: if line == last { after } else { 0.0 },
        leads: if line == last { leads } else { whole || line == first || line + 1 == last },
        heading: heading.filter(|_| line == first),
    })
}

struct Composer<'a> {
    composed: Composed<'a>,
    headings: Vec<(u8, &'a Words)>,
    /// How many headings have begun.
    begun: usize,
    block: usize,
    /// A table comes next, or what closes the text: the paragraph before stays with it, so that nobody signs an empty page.
    leads_on: bool,
    /// It is what closes the text.
    closes_next: bool,
}

impl<'a> Composer<'a> {
    fn block(&mut self, block: &'a Block) -> Result<(), RenderError> {
        match block {
            Block::Title(words) => self.heading(&look::TITLE, ElementKind::Title, words),
            Block::Subtitle(words) => self.words(&look::SUBTITLE, words),
            Block::Chapter(words) => self.heading(&look::CHAPTER, ElementKind::Heading(1), words),
            Block::Heading { level, words } => {
                let level = (*level).clamp(1, 3);
                self.heading(&look::heading(level), ElementKind::Heading(level), words);
            }
            Block::Paragraph { role, words } => self.words(&look::paragraph(*role), words),
            Block::Article { label, paragraphs } => self.article(label, paragraphs),
            Block::Table(table) => {
                let composed = &mut self.composed;
                let galley = &mut composed.galley;
                let (elements, block) = (&mut composed.elements, self.block);
                let mut setter =
                    TableSetter { galley, elements, block, dense: is_dense(table), leads: self.closes_next };
                if let Some(table) = setter.set(table)? {
                    let follows = matches!(composed.items.last(), Some(Item::Table(..)));
                    composed.items.push(Item::Table(table, if follows { BETWEEN_TABLES } else { 0.0 }));
                }
            }
            Block::Signature { party, lines } => self.signature(party.as_ref(), lines),
            Block::Contents { level } => self.contents(*level),
            Block::PageBreak => self.composed.items.push(Item::PageBreak),
        }
        Ok(())
    }

    fn element(&mut self, kind: ElementKind, parent: Option<usize>) -> usize {
        self.composed.elements.push(Element { kind, parent, block: self.block });
        self.composed.elements.len() - 1
    }

    /// Ends a paragraph that was begun.
    fn end(&mut self, look: &Look, element: usize, heading: Option<usize>, leads: bool) {
        let lines = self.composed.galley.end(look, Room::TEXT, Belongs { element: Some(element), link: None });
        self.composed.items.extend(paragraph(look, lines, heading, leads).map(Item::Line));
    }

    fn words(&mut self, look: &Look, words: &Words) {
        let element = self.element(ElementKind::Paragraph, None);
        self.composed.galley.begin();
        self.composed.galley.spans(words, look);
        self.end(look, element, None, look.leads || self.leads_on || announces(words));
    }

    fn heading(&mut self, look: &Look, kind: ElementKind, words: &Words) {
        let element = self.element(kind, None);
        let heading = self.begun;
        self.begun += 1;
        if let Some(bookmark) = self.composed.outline.get_mut(heading) {
            bookmark.element = element;
        }
        self.composed.galley.begin();
        self.composed.galley.spans(words, look);
        self.end(look, element, Some(heading), look.leads);
    }

    fn article(&mut self, label: &str, paragraphs: &[Words]) {
        let none = [Words::new()];
        let paragraphs = if paragraphs.is_empty() { &none } else { paragraphs };
        for (index, words) in paragraphs.iter().enumerate() {
            let look = &look::BODY;
            let element = self.element(ElementKind::Paragraph, None);
            self.composed.galley.begin();
            if index == 0 {
                self.composed.galley.words(label, Typeface::Hei, look);
                self.composed.galley.words(AFTER_LABEL, look.typeface, look);
            }
            self.composed.galley.spans(words, look);
            let leads = announces(words) || self.leads_on && index + 1 == paragraphs.len();
            self.end(look, element, None, leads);
        }
    }

    /// All its lines are kept on one page.
    fn signature(&mut self, party: Option<&Words>, lines: &[Words]) {
        let parent = self.element(ElementKind::Signature, None);
        let count = lines.len() + usize::from(party.is_some());
        for (index, words) in party.into_iter().chain(lines).enumerate() {
            let before = if index == 0 { look::BEFORE_SIGNATURE } else { 0.0 };
            let look = Look { before, ..look::SIGNATURE };
            let element = self.element(ElementKind::Paragraph, Some(parent));
            self.composed.galley.begin();
            self.composed.galley.spans(words, &look);
            self.end(&look, element, None, index + 1 < count);
        }
    }

    /// A list of the headings, if there are any.
    fn contents(&mut self, deepest: u8) {
        let deepest = deepest.max(1);
        let chosen: Vec<(usize, u8, &'a Words)> = (self.headings.iter().enumerate())
            .filter(|(_, (level, _))| (1..=deepest).contains(level))
            .map(|(heading, (level, words))| (heading, *level, *words))
            .collect();
        if chosen.is_empty() {
            return;
        }
        let look = &look::CONTENTS_TITLE;
        let title = self.element(ElementKind::Paragraph, None);
        self.composed.galley.begin();
        self.composed.galley.words("目\u{3000}\u{3000}录", look.typeface, look);
        self.end(look, title, None, look.leads);
        let list = self.element(ElementKind::Contents, None);
        for (heading, level, words) in chosen {
            let element = self.element(ElementKind::ContentsEntry, Some(list));
            self.composed.items.push(Item::Entry(Entry { words, level, heading, element }));
        }
    }
}
