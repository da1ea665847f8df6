//! Writing a volume with krilla.

use std::num::NonZeroU64;

use krilla::configure::{ConfigurationBuilder, PdfVersion};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Node, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};

use super::arrange::{Content, Leaf};
use super::attached::{Open, Survey, Unplaced};
use super::sheet::{Sheet, sheet};
use super::{Attached, Book, NotAtHand, Part, ReadAttached};
use crate::render::pdf::{Painter, bookmarks, metadata, sheet_settings};
use crate::render::{Bookmark, Fonts, Pages, RenderError};

/// Why a volume could not be written.
pub enum Failure {
    /// An attached file cannot be placed after all.
    Attached {
        /// The part it is, by its place in the book.
        part: usize,
        /// Why.
        why: Unplaced,
    },
    /// Whatever else.
    Render(RenderError),
}

impl From<RenderError> for Failure {
    fn from(error: RenderError) -> Self {
        Self::Render(error)
    }
}

/// The leaves of one volume as a PDF.
pub fn write(
    book: &Book,
    leaves: &[Leaf],
    fonts: &Fonts,
    read: ReadAttached,
    step: &mut dyn FnMut(),
) -> Result<Vec<u8>, Failure> {
    match write_with(book, leaves, fonts, read, step) {
        // A fault of the user's own font file: ours stand in.
        Err(Refusal::Krilla(KrillaError::Font(..))) => {
            write_with(book, leaves, &fonts.shipped(), read, &mut || {}).map_err(Failure::from)
        }
        other => other.map_err(Failure::from),
    }
}

/// Why krilla or we gave up.
enum Refusal {
    Krilla(KrillaError),
    Failure(Failure),
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<RenderError> for Refusal {
    fn from(error: RenderError) -> Self {
        Self::Failure(error.into())
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Failure(failure) => failure,
            // What attached files are drawn with bears their place in the book.
            Refusal::Krilla(
                KrillaError::Image(_, Some(location), _)
                | KrillaError::Pdf(_, _, Some(location))
                | KrillaError::SixteenBitImage(_, Some(location)),
            ) => Self::Attached { part: part_at(location), why: Unplaced::Damaged },
            Refusal::Krilla(error) => Self::Render(RenderError::Pdf(error.to_string())),
        }
    }
}

fn location(part: usize) -> Option<NonZeroU64> {
    NonZeroU64::new(part as u64 + 1)
}

fn part_at(location: NonZeroU64) -> usize {
    usize::try_from(location.get() - 1).unwrap_or(usize::MAX)
}

fn write_with(
    book: &Book,
    leaves: &[Leaf],
    fonts: &Fonts,
    read: ReadAttached,
    step: &mut dyn FnMut(),
) -> Result<Vec<u8>, Refusal> {
    let mut volume = Volume::new(leaves, fonts);
    for leaf in leaves {
        volume.blank_until(leaf.first);
        match &leaf.content {
            Content::Cover(pages) => {
                volume.pages(pages);
            }
            Content::Contents(pages, targets) => {
                let at = volume.written;
                let pages = volume.with_targets(pages, targets);
                volume.pages(&pages);
                volume.bookmark(0, "目录", at);
            }
            Content::Own(part, pages) => {
                let at = volume.written;
                volume.pages(pages);
                volume.bookmark_own(part, pages, at);
            }
            Content::Attached(index, part, file, survey) => {
                let at = volume.written;
                volume.attached(*index, file, survey, leaf.first, read)?;
                if let Some(listed) = &part.listed {
                    volume.bookmark(listed.level, &listed.title, at);
                }
                step();
            }
        }
    }
    volume.finish(&volume_title(book, leaves), book)
}

fn volume_title(book: &Book, leaves: &[Leaf]) -> String {
    match leaves.first().map(|leaf| leaf.volume).filter(|volume| volume.of > 1) {
        Some(volume) => format!("{}（第{}册）", book.title, volume.number),
        None => book.title.clone(),
    }
}

/// A volume that is being written.
struct Volume<'a> {
    fonts: &'a Fonts,
    document: Document,
    /// The number of its first page.
    first: u32,
    /// The number after its last.
    end: u32,
    /// How many pages are written.
    written: usize,
    tags: Vec<Node>,
    bookmarks: Vec<(u8, OutlineNode)>,
}

impl<'a> Volume<'a> {
    fn new(leaves: &[Leaf], fonts: &'a Fonts) -> Self {
        let newest = leaves.iter().any(|leaf| matches!(&leaf.content, Content::Attached(.., survey) if survey.newest));
        let version = if newest { PdfVersion::Pdf20 } else { PdfVersion::Pdf17 };
        let configuration = ConfigurationBuilder::new().with_version(version).finish().unwrap_or_default();
        let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
        Self {
            fonts,
            document: Document::new_with(settings),
            first: leaves.first().map_or(1, |leaf| leaf.first),
            end: leaves.last().map_or(1, |leaf| leaf.first + leaf.sides),
            written: 0,
            tags: Vec::new(),
            bookmarks: Vec::new(),
        }
    }

    /// The number of the page to be written next.
    fn next(&self) -> u32 {
        self.first + u32::try_from(self.written).unwrap_or(u32::MAX)
    }

    /// Leaves sides empty up to the page with this number. They count and bear no number (GB/T 9704-2012, 7.5).
    fn blank_until(&mut self, number: u32) {
        while self.next() < number {
            self.document.start_page_with(sheet_settings(self.next())).finish();
            self.written += 1;
        }
    }

    /// Pages of our own.
    fn pages(&mut self, pages: &Pages) {
        let to_the_end = (self.end - self.first) as usize - self.written;
        let mut painter = Painter::new(pages, self.fonts, self.written).reaching(to_the_end);
        for page in &pages.pages {
            painter.page(&mut self.document, page);
        }
        self.written += pages.pages.len();
        self.tags.extend(painter.finish());
    }

    /// The pages of an attached file.
    fn attached(
        &mut self,
        index: usize,
        file: &Attached,
        survey: &Survey,
        first: u32,
        read: ReadAttached,
    ) -> Result<(), Failure> {
        let failed = |why| Failure::Attached { part: index, why };
        let bytes = read(&file.key).map_err(|NotAtHand| failed(Unplaced::NotAtHand))?;
        let open = Open::new(file.kind, bytes).map_err(failed)?;
        let of = survey.sides();
        for ((page, number), (at, size)) in (1..).zip(first..).zip(survey.pages.iter().enumerate()) {
            let Sheet { pages, area } = sheet(&file.title, (page, of), file.sealed, number)?;
            let draw = |surface: &mut Surface| {
                if let Some(location) = location(index) {
                    surface.set_location(location);
                }
                let copy = surface.start_tagged(ContentTag::Other);
                open.draw(surface, at, file.turn, area.fit(*size));
                surface.end_tagged();
                surface.reset_location();
                copy
            };
            let mut painter = Painter::new(&pages, self.fonts, self.written);
            let mut copy = None;
            for page in &pages.pages {
                copy = Some(painter.page_with(&mut self.document, page, draw));
            }
            self.written += 1;
            let mut tags = painter.finish();
            let figure = Tag::Figure(Some(format!("{}，第{page}页", file.title)));
            let figure = copy.map(|copy| Node::Group(TagGroup::with_children(figure, vec![copy.into()])));
            // After the line over it.
            tags.splice(tags.len().min(1)..tags.len().min(1), figure);
            self.tags.extend(tags);
        }
        Ok(())
    }

    /// The contents' pages with what their links lead to, as far as it stands in this volume.
    fn with_targets(&self, pages: &Pages, targets: &[(String, u32)]) -> Pages {
        let mut pages = pages.clone();
        let target = |(words, number): &(String, u32)| {
            // Out of reach where it stands in another volume.
            let inside = (self.first..self.end).contains(number);
            let page = if inside { (number - self.first) as usize - self.written } else { usize::MAX };
            Bookmark { level: 0, words: words.clone(), page, top: 0.0, element: usize::MAX }
        };
        pages.outline.extend(targets.iter().map(target));
        pages
    }

    fn bookmark(&mut self, level: u8, words: &str, at: usize) {
        self.bookmarks.push((level, OutlineNode::new(words.to_owned(), destination(at)).with_open(level == 0)));
    }

    /// The bookmarks of a part of our own: its line in the contents if it has one, and its headings under it.
    fn bookmark_own(&mut self, part: &Part, pages: &Pages, at: usize) {
        match &part.listed {
            Some(listed) => {
                self.bookmark(listed.level, &listed.title, at);
                // Its own title is that line, in other words.
                let mut pages = pages.clone();
                pages.outline.retain(|heading| heading.level > 0);
                self.bookmarks.extend(bookmarks(&pages, at).into_iter().map(|node| (listed.level + 1, node)));
            }
            None => self.bookmarks.extend(bookmarks(pages, at).into_iter().map(|node| (1, node))),
        }
    }

    fn finish(mut self, title: &str, book: &Book) -> Result<Vec<u8>, Refusal> {
        self.blank_until(self.end);
        let mut tree = TagTree::new().with_lang(Some("zh-CN".to_owned()));
        for tag in self.tags {
            tree.push(tag);
        }
        self.document.set_tag_tree(tree);
        self.document.set_outline(outline(self.bookmarks));
        self.document.set_metadata(metadata(title, book.date));
        self.document.finish().map_err(Refusal::Krilla)
    }
}

fn destination(page: usize) -> XyzDestination {
    XyzDestination::new(page, Point::from_xy(0.0, 0.0))
}

/// Bookmarks of level 1 stand under the last of level 0 before them.
fn outline(bookmarks: Vec<(u8, OutlineNode)>) -> Outline {
    let mut outline = Outline::new();
    let mut material: Option<OutlineNode> = None;
    for (level, node) in bookmarks {
        match (level, &mut material) {
            (0, _) | (_, None) => {
                if let Some(complete) = material.replace(node) {
                    outline.push_child(complete);
                }
            }
            (_, Some(material)) => material.push_child(node),
        }
    }
    if let Some(last) = material {
        outline.push_child(last);
    }
    outline
}
