//! Drawing one sheet. Text stays text: it can be found, read aloud and copied, and nothing in a document becomes markup.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use leptos::ev::{MouseEvent, click};
use leptos::prelude::*;
use leptos::svg;

use super::Viewer;
use crate::app::state::State;
use jiemeng::message;
use jiemeng::render::{ElementKind, Glyph, Mark, Piece, PreviewPage, Run, SHEET_HEIGHT, SHEET_WIDTH, Typeface};
use jiemeng::screens::Address;

/// How far beside the words the bar stands that marks a change, in points.
const BAR_GAP: f32 = 12.0;
/// How much of a character's size lies below the line it stands on.
const DEPTH: f32 = 0.25;

/// A sheet with what stands on it.
pub fn draw(sheet: PreviewPage, viewer: Viewer) -> impl IntoView {
    let pieces: BTreeMap<usize, Piece> = sheet.pieces.iter().map(|piece| (piece.element, *piece)).collect();
    let piece = |mark: &Mark| match mark {
        Mark::Text(run) => run.element.and_then(|element| pieces.get(&element)).copied(),
        Mark::Line { .. } | Mark::Shade { .. } => None,
    };
    let grounds = sheet.page.marks.iter().filter_map(shade).collect_view();
    let words = sheet
        .page
        .marks
        .chunk_by(|one, other| piece(one) == piece(other))
        .map(|marks| {
            let drawn = marks.iter().filter_map(mark).collect_view();
            let (first, link) = (marks.first().and_then(piece), marks.first().and_then(link));
            match (link, first.and_then(|piece| level(piece.kind))) {
                (Some(link), _) => lead(link, text(marks), drawn.into_any(), viewer),
                (None, Some(level)) => view! { <g role="heading" aria-level=level>{drawn}</g> }.into_any(),
                (None, None) => drawn.into_any(),
            }
        })
        .collect_view();
    view! {
        <svg class="sheet__paper" viewBox=format!("0 0 {SHEET_WIDTH} {SHEET_HEIGHT}")>
            <Standing extents=extents(&sheet.page.marks, piece) viewer=viewer />
            <g lang="zh-CN">
                {grounds}
                {words}
            </g>
        </svg>
    }
}

/// The level of a heading under the screen's own.
const fn level(kind: ElementKind) -> Option<u8> {
    match kind {
        ElementKind::Title => Some(2),
        ElementKind::Heading(level) => Some(level.saturating_add(2)),
        _ => None,
    }
}

/// The heading that the words lead to, by its place in the outline.
const fn link(mark: &Mark) -> Option<usize> {
    match mark {
        Mark::Text(run) => run.link,
        Mark::Line { .. } | Mark::Shade { .. } => None,
    }
}

/// The words of some marks.
fn text(marks: &[Mark]) -> String {
    let words_of = |mark: &Mark| match mark {
        Mark::Text(run) => words(&run.glyphs),
        Mark::Line { .. } | Mark::Shade { .. } => String::new(),
    };
    marks.iter().map(words_of).collect()
}

/// Words that lead to a heading: an entry of the contents.
fn lead(link: usize, name: String, words: AnyView, viewer: Viewer) -> AnyView {
    let Some(heading) = viewer.preview.outline.with_untracked(|outline| outline.get(link).cloned()) else {
        return words;
    };
    let route = State::here().address.with_untracked(|address| address.route.clone());
    let address = Address { route, focus: Some(format!("sheet-{}", heading.page + 1)) };
    let go = move |event: MouseEvent| {
        event.prevent_default();
        // The heading may stand elsewhere by now, while this page is as it was.
        if let Some((page, top)) = viewer
            .preview
            .outline
            .with_untracked(|outline| outline.get(link).map(|heading| (heading.page, heading.top)))
        {
            viewer.go_to(page, top);
        }
    };
    svg::a().attr("href", address.to_string()).attr("aria-label", name).on(click, go).child(words).into_any()
}

/// Where the words of a block stand on a sheet, in points.
#[derive(Clone, Copy)]
struct Extent {
    block: usize,
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

fn extents(marks: &[Mark], piece: impl Fn(&Mark) -> Option<Piece>) -> Vec<Extent> {
    let mut extents: BTreeMap<usize, Extent> = BTreeMap::new();
    for mark in marks {
        let (Mark::Text(run), Some(Piece { block, .. })) = (mark, piece(mark)) else { continue };
        let left = run.glyphs.first().map_or(run.end, |glyph| glyph.x);
        let (top, bottom) = (run.baseline - run.size, run.baseline + run.size * DEPTH);
        let extent = extents.entry(block).or_insert(Extent { block, left, top, right: run.end, bottom });
        extent.left = extent.left.min(left);
        extent.top = extent.top.min(top);
        extent.right = extent.right.max(run.end);
        extent.bottom = extent.bottom.max(bottom);
    }
    extents.into_values().collect()
}

/// What stands out on a sheet and is never printed: the block that is being edited, and a bar beside what changed.
#[component]
fn Standing(extents: Vec<Extent>, viewer: Viewer) -> impl IntoView {
    let state = State::here();
    let left = extents.iter().map(|extent| extent.left).fold(f32::INFINITY, f32::min) - BAR_GAP;
    let one = move |extent: Extent| {
        let Extent { block, top, bottom, .. } = extent;
        let is_marked = Memo::new(move |_| viewer.marked.get() == Some(block));
        let is_changed = Memo::new(move |_| viewer.preview.changes.changed.with(|changed| changed.contains(&block)));
        let ground = move || {
            let (x, width) = (extent.left - 4.0, extent.right - extent.left + 8.0);
            is_marked.get().then(|| view! { <rect class="sheet__marked" x=x y=top width=width height=bottom - top /> })
        };
        let bar = move || {
            let name = state.say(&message!("有改动", "Changed"));
            is_changed.get().then(|| {
                view! {
                    <rect class="sheet__changed" role="img" aria-label=name x=left y=top width=2.5 height=bottom - top />
                }
            })
        };
        view! {
            {ground}
            {bar}
        }
    };
    extents.into_iter().map(one).collect_view()
}

fn shade(mark: &Mark) -> Option<impl IntoView + use<>> {
    let Mark::Shade { at: [x, y], size: [width, height] } = *mark else { return None };
    Some(view! { <rect class="sheet__blank" x=x y=y width=width height=height /> })
}

fn mark(mark: &Mark) -> Option<AnyView> {
    match mark {
        Mark::Text(run) => Some(draw_run(run).into_any()),
        Mark::Line { from: [x1, y1], to: [x2, y2], width } => {
            Some(view! { <line class="sheet__line" x1=*x1 y1=*y1 x2=*x2 y2=*y2 stroke-width=*width /> }.into_any())
        }
        Mark::Shade { .. } => None,
    }
}

/// A run of words. What only serves the paper (page numbers, repeated heads) is not read aloud.
fn draw_run(run: &Run) -> impl IntoView + use<> {
    // Browsers count the places by the halves of a character outside the basic plane or by the whole: such a one ends its
    // span, and the count begins anew.
    let mut parts = run.glyphs.chunk_by(|one, _| one.character.len_utf16() == 1);
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|glyphs| view! { <tspan x=places(glyphs)>{words(glyphs)}</tspan> }).collect_view();
    view! {
        <text
            class=class(run.typeface)
            font-size=run.size
            y=run.baseline
            x=places(first)
            aria-hidden=run.element.is_none().then_some("true")
        >
            {words(first)}
            {rest}
        </text>
    }
}

fn words(glyphs: &[Glyph]) -> String {
    glyphs.iter().map(|glyph| glyph.character).collect()
}

fn places(glyphs: &[Glyph]) -> String {
    let mut places = String::with_capacity(glyphs.len() * 7);
    for glyph in glyphs {
        // Writing to a string cannot fail.
        let _ = write!(places, "{:.2} ", glyph.x);
    }
    places
}

const fn class(typeface: Typeface) -> &'static str {
    match typeface {
        Typeface::FangSong => "sheet__fangsong",
        Typeface::Song => "sheet__song",
        Typeface::Hei => "sheet__hei",
        Typeface::Kai => "sheet__kai",
        Typeface::XiaoBiaoSong => "sheet__title",
    }
}
