//! Arranging a book: which pages it has, in which volume, under which numbers.

use super::numbering::{Extent, first_pages, volumes};
use super::{Attached, Body, Book, Part, Surveys};
use crate::documents::{BookEntry, Document, Volume, book_contents, place_for};
use crate::render::book::attached::Survey;
use crate::render::{ElementKind, Mark, Pages, RenderError, lay_out};

/// A stretch of pages.
pub struct Leaf<'a> {
    /// The volume it stands in.
    pub volume: Volume,
    /// The number of its first page.
    pub first: u32,
    /// How many sides it takes; what its pages leave over stays empty.
    pub sides: u32,
    /// What stands on them.
    pub content: Content<'a>,
}

/// What stands on the pages of a leaf.
pub enum Content<'a> {
    /// The cover.
    Cover(Pages),
    /// The contents list, and what each of its links leads to: the title and the number of the page.
    Contents(Pages, Vec<(String, u32)>),
    /// A part of our own making, by its place in the book.
    Own(&'a Part, Pages),
    /// An attached file, by its place in the book.
    Attached(usize, &'a Part, &'a Attached, &'a Survey),
}

/// What a leaf is before it is laid out.
enum Plan<'a> {
    Cover(Document),
    Contents,
    Own(&'a Part, Document),
    Attached(usize, &'a Part, &'a Attached, &'a Survey),
}

struct Draft<'a> {
    volume: Volume,
    extent: Extent,
    plan: Plan<'a>,
    laid: Option<(u32, Pages)>,
}

/// Lays the book out.
///
/// The contents list must know the numbers of pages that come after it, and those depend on its length; so do the lists
/// within documents. Room only ever grows from one attempt to the next, and is as much as the last one needed or more, so
/// this comes to an end.
pub fn arrange<'a>(book: &'a Book, surveys: &'a Surveys) -> Result<Vec<Leaf<'a>>, RenderError> {
    let mut drafts = drafts(book, surveys);
    loop {
        let extents: Vec<Extent> = drafts.iter().map(|draft| draft.extent).collect();
        let firsts = first_pages(&extents);
        let entries = entries(&drafts, &firsts);
        let mut grown = false;
        for (draft, first) in drafts.iter_mut().zip(&firsts) {
            draft.lay_out(*first, &entries)?;
            let needed =
                draft.laid.as_ref().map_or(0, |(_, pages)| u32::try_from(pages.pages.len()).unwrap_or(u32::MAX));
            grown |= needed > draft.extent.sides;
            draft.extent.sides = draft.extent.sides.max(needed);
        }
        if !grown {
            return Ok(drafts
                .into_iter()
                .zip(firsts)
                .filter_map(|(draft, first)| draft.bound(first, &entries))
                .collect());
        }
    }
}

/// Everything the book consists of, in order, with the least room it may take.
fn drafts<'a>(book: &'a Book, surveys: &'a Surveys) -> Vec<Draft<'a>> {
    let size =
        |survey: &Option<Result<Survey, _>>| survey.as_ref().and_then(|it| it.as_ref().ok()).map_or(0, |it| it.bytes);
    let sizes: Vec<u64> = surveys.iter().map(size).collect();
    let volumes = volumes(&sizes, book.most_in_a_volume);
    let of = volumes.last().map_or(1, |last| last + 1);
    let volume_of = |index: usize| Volume { number: number(index + 1), of: number(of) };

    let mut drafts: Vec<Draft> = Vec::new();
    let mut current = None;
    let mut after_attached = false;
    for (index, ((part, survey), volume)) in book.parts.iter().zip(surveys).zip(volumes).enumerate() {
        let volume = volume_of(volume);
        if current != Some(volume) {
            current = Some(volume);
            after_attached = false;
            drafts.extend(front_matter(book, volume));
        }
        let (plan, sides) = match (&part.body, survey) {
            (Body::Attached(file), Some(Ok(survey))) => (Plan::Attached(index, part, file, survey), survey.sides()),
            (Body::Attached(file), refused) => {
                let why = refused.as_ref().and_then(|it| it.as_ref().err()).map_or("", |why| why.words().zh);
                (Plan::Own(part, place_for(&file.title, &file.file, why)), 1)
            }
            (Body::Document(document), _) => (Plan::Own(part, document.clone()), 1),
        };
        let attached = matches!(part.body, Body::Attached(_));
        let extent = Extent { sides, on_front: !(attached && after_attached) };
        after_attached = attached;
        drafts.push(Draft { volume, extent, plan, laid: None });
    }
    if drafts.is_empty() {
        drafts.extend(front_matter(book, volume_of(0)));
    }
    drafts
}

fn front_matter<'a>(book: &Book, volume: Volume) -> [Draft<'a>; 2] {
    let draft = |plan| Draft { volume, extent: Extent { sides: 1, on_front: true }, plan, laid: None };
    [draft(Plan::Cover((book.cover)(volume))), draft(Plan::Contents)]
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The lines of the contents list.
fn entries(drafts: &[Draft], firsts: &[u32]) -> Vec<BookEntry> {
    let entry = |(draft, first): (&Draft, &u32)| {
        let listed = draft.part()?.listed.as_ref()?;
        let volume = (draft.volume.of > 1).then_some(draft.volume.number);
        Some(BookEntry { level: listed.level, title: listed.title.clone(), page: *first, volume })
    };
    drafts.iter().zip(firsts).filter_map(entry).collect()
}

impl<'a> Draft<'a> {
    fn part(&self) -> Option<&'a Part> {
        match &self.plan {
            Plan::Own(part, _) | Plan::Attached(_, part, ..) => Some(part),
            Plan::Cover(_) | Plan::Contents => None,
        }
    }

    /// Lays its pages out, unless they stand under these numbers already.
    fn lay_out(&mut self, first: u32, entries: &[BookEntry]) -> Result<(), RenderError> {
        let stands = self.laid.as_ref().is_some_and(|(number, _)| *number == first);
        match &self.plan {
            Plan::Contents => self.laid = Some((first, lay_out(&book_contents(entries), first)?)),
            Plan::Cover(document) | Plan::Own(_, document) if !stands => {
                self.laid = Some((first, lay_out(document, first)?));
            }
            Plan::Cover(_) | Plan::Own(..) | Plan::Attached(..) => {}
        }
        Ok(())
    }

    fn bound(self, first: u32, entries: &[BookEntry]) -> Option<Leaf<'a>> {
        let Self { volume, extent: Extent { sides, .. }, plan, laid } = self;
        let content = match (plan, laid) {
            (Plan::Attached(index, part, file, survey), _) => Content::Attached(index, part, file, survey),
            (_, None) => return None,
            (Plan::Cover(_), Some((_, pages))) => Content::Cover(without_numbers(pages)),
            (Plan::Own(part, _), Some((_, pages))) => Content::Own(part, pages),
            (Plan::Contents, Some((_, pages))) => {
                let targets = entries.iter().map(|entry| (entry.title.clone(), entry.page));
                Content::Contents(leading(pages), targets.collect())
            }
        };
        Some(Leaf { volume, first, sides, content })
    }
}

/// A cover bears no number.
fn without_numbers(mut pages: Pages) -> Pages {
    for page in &mut pages.pages {
        page.marks.retain(|mark| !matches!(mark, Mark::Text(run) if run.element.is_none()));
    }
    pages
}

/// Every row of the contents' table becomes a link to the entry it was made of, counted after the headings that the
/// pages have themselves.
fn leading(mut pages: Pages) -> Pages {
    let own = pages.outline.len();
    let rows = pages.elements.iter().enumerate().filter(|(_, element)| element.kind == ElementKind::Row);
    // The first row is the head.
    let rows: Vec<usize> = rows.map(|(index, _)| index).skip(1).collect();
    let row_of = |mut element: usize| loop {
        let it = pages.elements.get(element)?;
        if it.kind == ElementKind::Row {
            return rows.iter().position(|row| *row == element);
        }
        element = it.parent?;
    };
    let links: Vec<Option<usize>> = (0..pages.elements.len()).map(row_of).collect();
    for mark in pages.pages.iter_mut().flat_map(|page| &mut page.marks) {
        if let Mark::Text(run) = mark
            && let Some(Some(row)) = run.element.and_then(|element| links.get(element))
        {
            run.link = Some(own + row);
        }
    }
    pages
}
