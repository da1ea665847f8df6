//! Draws pages with krilla.

use std::num::NonZeroU32;
use std::ops::Range;

use krilla::Document;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::{luma, rgb};
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::page::{NumberingStyle, Page as Sheet, PageLabel, PageSettings};
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, Tag, TagGroup};
use krilla::text::KrillaGlyph;

use super::outline::{destination, short};
use super::tags::Structure;
use crate::render::fonts::{Lookup, Placed};
use crate::render::{ElementKind, Fonts, Mark, Page, Pages, Run, SHEET_HEIGHT, SHEET_WIDTH};

/// The ground of a missing fact: light enough to be read on, and grey where a printer has no colour.
const SHADE: (u8, u8, u8) = (255, 241, 170);

/// Draws the pages of one document, one after another, and gathers their structure.
pub(in crate::render) struct Painter<'a> {
    pages: &'a Pages,
    lookup: Lookup<'a>,
    structure: Structure<'a>,
    before: usize,
    reach: usize,
}

impl<'a> Painter<'a> {
    /// For pages of which the first becomes the file's page number `before`, from 0.
    pub(in crate::render) fn new(pages: &'a Pages, fonts: &'a Fonts, before: usize) -> Self {
        let (lookup, structure) = (Lookup::new(fonts), Structure::new(&pages.elements));
        Self { pages, lookup, structure, before, reach: pages.pages.len() }
    }

    /// Lets links lead to so many pages from the first of these on, beyond these pages themselves.
    pub(in crate::render) fn reaching(self, reach: usize) -> Self {
        Self { reach, ..self }
    }

    /// Adds a sheet with everything that stands on a page.
    pub(in crate::render) fn page(&mut self, document: &mut Document, page: &Page) {
        self.page_with(document, page, |_| ());
    }

    /// Adds a sheet with everything that stands on a page, and with what `draw` puts there.
    pub(in crate::render) fn page_with<T>(
        &mut self,
        document: &mut Document,
        page: &Page,
        draw: impl FnOnce(&mut Surface) -> T,
    ) -> T {
        let mut sheet = document.start_page_with(sheet_settings(page.number));
        let mut surface = sheet.surface();
        draw_grounds_and_lines(&mut surface, &page.marks);
        let runs: Vec<&Run> = page.marks.iter().filter_map(text).collect();
        let mut drawn = Vec::new();
        for piece in runs.chunk_by(|one, other| belong_together(one, other)) {
            drawn.push((piece, self.draw_piece(&mut surface, piece)));
        }
        let more = draw(&mut surface);
        surface.finish();
        for (piece, identifier) in drawn {
            self.note(&mut sheet, piece, identifier);
        }
        sheet.finish();
        more
    }

    /// The structure of everything that was drawn.
    pub(in crate::render) fn finish(self) -> Vec<Node> {
        let outline = &self.pages.outline;
        self.structure
            .into_groups(&|element| outline.iter().find(|it| it.element == element).map(|it| short(&it.words)))
    }

    /// Draws runs that belong to one piece of the document, or to none.
    fn draw_piece(&mut self, surface: &mut Surface, piece: &[&Run]) -> Option<Identifier> {
        let element = piece.first().and_then(|run| run.element).filter(|it| self.structure.has(*it));
        let tag = match element {
            Some(_) => ContentTag::Other,
            None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)),
        };
        let identifier = surface.start_tagged(tag);
        for run in piece {
            draw_run(surface, run, &mut self.lookup);
        }
        surface.end_tagged();
        element.map(|_| identifier)
    }

    /// Puts what was drawn into the structure, as a link where it leads somewhere.
    fn note(&mut self, sheet: &mut Sheet, piece: &[&Run], identifier: Option<Identifier>) {
        let Some((identifier, element)) = identifier.zip(piece.first().and_then(|run| run.element)) else { return };
        let Some(annotation) = self.link(piece) else { return self.structure.push(element, identifier) };
        let annotation = sheet.add_tagged_annotation(annotation);
        let link = TagGroup::with_children(Tag::Link, vec![identifier.into(), annotation.into()]);
        if self.structure.kind(element) == Some(ElementKind::ContentsEntry) {
            self.structure.push(element, TagGroup::with_children(Tag::Reference, vec![link.into()]));
        } else {
            self.structure.push(element, link);
        }
    }

    fn link(&self, piece: &[&Run]) -> Option<Annotation> {
        let first = piece.first()?;
        let target = self.pages.outline.get(first.link?).filter(|it| it.page < self.reach)?;
        let left = first.glyphs.first()?.x;
        let right = piece.iter().map(|run| run.end).fold(left, f32::max);
        let area = Rect::from_ltrb(left, first.baseline - first.size, right, first.baseline + first.size * 0.25)?;
        let link = LinkAnnotation::new(area, Target::Destination(destination(target, self.before).into()));
        Some(Annotation::new_link(link, Some(format!("转到“{}”", short(&target.words)))))
    }
}

/// An A4 sheet that carries its printed number in the reader's window too.
pub(in crate::render) fn sheet_settings(number: u32) -> PageSettings {
    let label = PageLabel::new(Some(NumberingStyle::Arabic), None, NonZeroU32::new(number));
    PageSettings::from_wh(SHEET_WIDTH, SHEET_HEIGHT).unwrap_or_default().with_page_label(label)
}

/// Whether two runs that follow each other are one piece of content: of the same element, and, where they lead
/// somewhere, on one line.
fn belong_together(one: &Run, other: &Run) -> bool {
    one.element == other.element
        && one.link == other.link
        && (one.link.is_none() || (one.baseline - other.baseline).abs() < 0.5)
}

fn text(mark: &Mark) -> Option<&Run> {
    match mark {
        Mark::Text(run) => Some(run),
        Mark::Line { .. } | Mark::Shade { .. } => None,
    }
}

/// Grounds, then lines, beneath all words; neither is content.
fn draw_grounds_and_lines(surface: &mut Surface, marks: &[Mark]) {
    if marks.iter().all(|mark| matches!(mark, Mark::Text(_))) {
        return;
    }
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    draw_grounds(surface, marks);
    draw_lines(surface, marks);
    surface.end_tagged();
}

fn draw_grounds(surface: &mut Surface, marks: &[Mark]) {
    let mut grounds = PathBuilder::new();
    for mark in marks {
        if let Mark::Shade { at: [x, y], size: [width, height] } = *mark
            && let Some(ground) = Rect::from_xywh(x, y, width, height)
        {
            grounds.push_rect(ground);
        }
    }
    if let Some(path) = grounds.finish() {
        let (red, green, blue) = SHADE;
        surface.set_stroke(None);
        surface.set_fill(Some(Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }));
        surface.draw_path(&path);
    }
}

/// Lines of the same thickness that follow each other are drawn at once: a table of a thousand rows has many.
fn draw_lines(surface: &mut Surface, marks: &[Mark]) {
    let lines: Vec<_> = marks
        .iter()
        .filter_map(|mark| match *mark {
            Mark::Line { from, to, width } => Some((from, to, width)),
            Mark::Text(_) | Mark::Shade { .. } => None,
        })
        .collect();
    surface.set_fill(None);
    for same in lines.chunk_by(|(_, _, one), (_, _, other)| one == other) {
        let mut path = PathBuilder::new();
        let mut thickness = 0.0;
        for ([from_x, from_y], [to_x, to_y], width) in same {
            path.move_to(*from_x, *from_y);
            path.line_to(*to_x, *to_y);
            thickness = *width;
        }
        if let Some(path) = path.finish() {
            let black = luma::Color::black().into();
            surface.set_stroke(Some(Stroke { paint: black, width: thickness, ..Stroke::default() }));
            surface.draw_path(&path);
        }
    }
    surface.set_stroke(None);
}

/// Draws the words of a run, every character at its own place.
pub(in crate::render) fn draw_run(surface: &mut Surface, run: &Run, lookup: &mut Lookup) {
    surface.set_fill(Some(Fill { paint: luma::Color::black().into(), ..Fill::default() }));
    let mut line = Line { text: String::new(), face: None, start: 0.0, glyphs: Vec::new() };
    for (at, glyph) in run.glyphs.iter().enumerate() {
        let Some(placed) = lookup.place(run.typeface, glyph.character) else { continue };
        if line.face != Some(placed.face) {
            line.draw(surface, run, lookup);
            line.face = Some(placed.face);
            line.start = glyph.x;
        }
        let end = run.glyphs.get(at + 1).map_or(run.end, |next| next.x);
        line.push(glyph.character, placed, (end - glyph.x) / run.size);
    }
    line.draw(surface, run, lookup);
}

/// Characters of a run that one font draws.
struct Line {
    text: String,
    face: Option<usize>,
    start: f32,
    glyphs: Vec<KrillaGlyph>,
}

impl Line {
    fn push(&mut self, character: char, placed: Placed, advance: f32) {
        let text_range = self.append(readable(character));
        self.glyphs.push(KrillaGlyph {
            glyph_id: placed.glyph,
            text_range,
            x_advance: advance,
            x_offset: placed.shift,
            y_offset: 0.0,
            y_advance: 0.0,
            location: None,
        });
    }

    fn append(&mut self, character: char) -> Range<usize> {
        let from = self.text.len();
        self.text.push(character);
        from..self.text.len()
    }

    fn draw(&mut self, surface: &mut Surface, run: &Run, lookup: &Lookup) {
        if let Some(font) = self.face.and_then(|face| lookup.font(face))
            && !self.glyphs.is_empty()
        {
            let start = Point::from_xy(self.start, run.baseline);
            surface.draw_glyphs(start, &self.glyphs, font.clone(), &self.text, run.size, false);
        }
        self.text.clear();
        self.glyphs.clear();
    }
}

/// What a glyph is when the words are copied or heard. Characters for private use mean nothing to others, and PDF/A-2a
/// forbids them (ISO 19005-2, 6.2.11.7.3).
fn readable(character: char) -> char {
    match character {
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => '〓',
        _ => character,
    }
}
