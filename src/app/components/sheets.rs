//! A document as sheets of paper, of which only those near the eye are drawn; the others keep their room.

mod drawing;
mod printing;
mod tools;

use std::collections::BTreeSet;
use std::ops::Range;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use leptos::ev::MouseEvent;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, FocusOptions, ResizeObserver, ScrollBehavior, ScrollToOptions};

use crate::app::preview::Preview;
use crate::app::state::State;
use drawing::draw;
use jiemeng::message;
use jiemeng::render::{BlockMark, SHEET_HEIGHT};
pub use tools::SheetTools;

/// The zoom at which a sheet is as wide as its place, in per cent.
const FITTING: u16 = 100;
const ZOOMS: [u16; 8] = [50, 67, 80, FITTING, 125, 150, 200, 300];

/// What is seen of a document: which of its sheets, how large, and what stands out on them.
#[derive(Clone, Copy)]
pub struct Viewer {
    /// The document.
    pub preview: Preview,
    /// The index of the sheet that is looked at.
    pub current: RwSignal<usize>,
    /// The block that stands out: the one that is being edited.
    pub marked: Signal<Option<usize>>,
    zoom: RwSignal<u16>,
    /// The sheets that are drawn.
    drawn: RwSignal<BTreeSet<usize>>,
    /// Whether all sheets are wanted, for the printer.
    printing: RwSignal<bool>,
    sheets: NodeRef<Div>,
    /// Whether the next frame looks again.
    due: StoredValue<bool>,
}

impl Viewer {
    /// A view of the document with this stem.
    pub fn of(stem: &'static str) -> Self {
        Self {
            preview: Preview::of(stem),
            current: RwSignal::new(0),
            marked: Signal::stored(None),
            zoom: RwSignal::new(FITTING),
            drawn: RwSignal::default(),
            printing: RwSignal::new(false),
            sheets: NodeRef::new(),
            due: StoredValue::new(false),
        }
    }

    /// With the article of this label standing out, and kept in view.
    pub fn marking(self, label: Signal<Option<String>>) -> Self {
        let blocks = self.preview.blocks;
        let marked = Memo::new(move |_| {
            let label = label.get()?;
            blocks.with(|blocks| {
                blocks.iter().find(|block| block.label.as_ref() == Some(&label)).map(|block| block.block)
            })
        });
        let viewer = Self { marked: marked.into(), ..self };
        Effect::new(move || {
            if let Some(block) = marked.get() {
                // The sheets are there by then.
                request_animation_frame(move || viewer.bring_into_view(block));
            }
        });
        viewer
    }

    /// 放大, 缩小: to the next zoom larger or smaller.
    pub fn zoom_by(self, step: isize) {
        let now = self.zoom.get_untracked();
        let place = ZOOMS.iter().position(|zoom| *zoom == now).unwrap_or_default();
        if let Some(zoom) = place.checked_add_signed(step).and_then(|place| ZOOMS.get(place)) {
            self.zoom.set(*zoom);
        }
    }

    /// 适合宽度.
    pub fn fit(self) {
        self.zoom.set(FITTING);
    }

    /// Scrolls to a place: the index of a sheet, and y on it in points.
    pub fn go_to(self, page: usize, top: f32) {
        self.scroll_to(page, top, 0.1);
        let sheet = self.sheets.get_untracked().and_then(|sheets| sheets.children().item(u32::try_from(page).ok()?));
        if let Some(sheet) = sheet.and_then(|sheet| sheet.dyn_into::<web_sys::HtmlElement>().ok()) {
            let quietly = FocusOptions::new();
            quietly.set_prevent_scroll(true);
            let _never_fails = sheet.focus_with_options(&quietly);
        }
    }

    /// Scrolls to a block.
    pub fn go_to_block(self, block: usize) {
        if let Some((page, top)) = self.begin_of(block) {
            self.go_to(page, top);
        }
    }

    /// The label of the article on which the mouse was pressed: 第三条.
    pub fn article_at(self, event: &MouseEvent) -> Option<String> {
        let pressed = event.target()?.dyn_into::<Element>().ok()?;
        let (sheet, is_link) = (pressed.closest(".sheet").ok()??, pressed.closest("a").ok()?.is_some());
        let page = sheet.id().strip_prefix("sheet-")?.parse::<usize>().ok()?.checked_sub(1)?;
        let around = sheet.get_bounding_client_rect();
        let top = (f64::from(event.client_y()) - around.top()) / around.height() * f64::from(SHEET_HEIGHT);
        let before = |mark: &&BlockMark| (mark.page, f64::from(mark.top)) <= (page, top);
        let block = self.preview.blocks.with_untracked(|blocks| blocks.iter().rfind(before).cloned());
        block?.label.filter(|_| !is_link)
    }

    fn begin_of(self, block: usize) -> Option<(usize, f32)> {
        let blocks = self.preview.blocks;
        blocks.try_with_untracked(|blocks| {
            blocks.iter().find(|mark| mark.block == block).map(|mark| (mark.page, mark.top))
        })?
    }

    fn bring_into_view(self, block: usize) {
        // Only the sheets' own place is scrolled, never the page under the hands of whoever is typing.
        if let (Some((page, top)), Some((_, scroller))) = (self.begin_of(block), self.elements())
            && scroller.scroll_height() > scroller.client_height()
        {
            self.scroll_to(page, top, 0.3);
        }
    }

    /// Scrolls so that a place stands at `share` of the height of what is seen.
    fn scroll_to(self, page: usize, top: f32, share: f64) {
        let Some((sheets, scroller)) = self.elements() else { return };
        let (around, view) = (sheets.get_bounding_client_rect(), scroller.get_bounding_client_rect());
        let step = around.height() / self.preview.stamps.with_untracked(|it| it.as_ref().map_or(1, Vec::len)) as f64;
        let wanted = around.top() + step * (page as f64 + f64::from(top / SHEET_HEIGHT));
        let options = ScrollToOptions::new();
        options.set_behavior(ScrollBehavior::Instant);
        if scroller.scroll_height() > scroller.client_height() {
            let by = wanted - view.top() - view.height() * share;
            options.set_top(f64::from(scroller.scroll_top()) + by);
            scroller.scroll_to_with_scroll_to_options(&options);
        } else {
            options.set_top(window().scroll_y().unwrap_or_default() + wanted - height_of_window() * share);
            window().scroll_to_with_scroll_to_options(&options);
        }
    }

    /// The sheets and what they are scrolled in.
    fn elements(self) -> Option<(web_sys::HtmlElement, web_sys::HtmlElement)> {
        let sheets: web_sys::HtmlElement = self.sheets.try_get_untracked()??.unchecked_into();
        let scroller = sheets.parent_element()?.dyn_into().ok()?;
        Some((sheets, scroller))
    }

    /// Looks, in the next frame, which sheets are near the eye.
    fn look_soon(self) {
        if self.due.try_get_value() == Some(false) {
            self.due.set_value(true);
            request_animation_frame(move || {
                if self.due.try_set_value(false).is_none() {
                    self.look();
                }
            });
        }
    }

    /// Draws one more of the sheets that are wanted, and lets go those that are not.
    fn look(self) {
        let Some((wanted, current)) = self.wanted() else { return };
        if self.current.get_untracked() != current {
            self.current.set(current);
        }
        let mut drawn = self.drawn.get_untracked();
        drawn.retain(|place| wanted.contains(place));
        let missing: Vec<usize> = wanted.filter(|place| !drawn.contains(place)).collect();
        if let Some(nearest) = missing.iter().min_by_key(|place| place.abs_diff(current)) {
            drawn.insert(*nearest);
        }
        if missing.len() > 1 {
            self.look_soon();
        }
        if self.drawn.with_untracked(|before| *before != drawn) {
            self.drawn.set(drawn);
        }
    }

    /// The sheets that are to be drawn, and the one that is looked at.
    fn wanted(self) -> Option<(Range<usize>, usize)> {
        let count = self.preview.stamps.try_with_untracked(|stamps| stamps.as_ref().map_or(0, Vec::len))?;
        let (sheets, scroller) = self.elements()?;
        let (sheets, scroller) = (sheets.get_bounding_client_rect(), scroller.get_bounding_client_rect());
        let step = sheets.height() / count as f64;
        if count == 0 || step <= 0.0 {
            return Some((0..0, 0));
        }
        let (top, bottom) = (scroller.top().max(0.0), scroller.bottom().min(height_of_window()));
        let at = |y: f64| ((y - sheets.top()) / step).clamp(0.0, (count - 1) as f64) as usize;
        let current = at(top + (bottom - top) / 3.0);
        let wanted = if self.printing.get_untracked() {
            0..count
        } else if bottom <= top {
            0..0
        } else {
            at(top - step / 2.0)..at(bottom + step / 2.0) + 1
        };
        Some((wanted, current))
    }
}

fn height_of_window() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// The sheets of a document, in a place of their own that can be scrolled.
#[component]
pub fn Sheets(
    /// What is seen of it.
    viewer: Viewer,
) -> impl IntoView {
    let state = State::here();
    follow(viewer);
    printing::follow(viewer);
    let count = Memo::new(move |_| viewer.preview.count());
    let trouble = move || {
        let words = state.say(&viewer.preview.trouble.get()?);
        Some(view! { <p class="notice notice--bad" role="alert">{words}</p> })
    };
    let waiting = move || {
        let is_waiting = viewer.preview.stamps.with(Option::is_none) && viewer.preview.trouble.with(Option::is_none);
        let words = state.say(&message!("正在排版…", "Laying out …"));
        is_waiting.then(|| view! { <p class="sheets__waiting">{words}</p> })
    };
    view! {
        {trouble}
        {waiting}
        <div class="sheets" tabindex="0" role="group" aria-label=move || {
            state.say(&message!("文书各页", "Pages of the document"))
        }>
            <div
                class="sheets__row"
                node_ref=viewer.sheets
                style:inline-size=move || format!("{}%", viewer.zoom.get())
            >
                <For each=move || 0..count.get() key=|place| *place let:place>
                    <Sheet viewer=viewer place=place />
                </For>
            </div>
        </div>
    }
}

/// One sheet. It is drawn anew when it has changed.
#[component]
fn Sheet(viewer: Viewer, place: usize) -> impl IntoView {
    let state = State::here();
    let is_drawn = Memo::new(move |_| viewer.drawn.with(|drawn| drawn.contains(&place)));
    let stamp = Memo::new(move |_| {
        viewer.preview.stamps.with(|stamps| stamps.as_ref().and_then(|stamps| stamps.get(place).copied()))
    });
    let drawing = move || {
        let wanted = is_drawn.get() && stamp.get().is_some();
        wanted.then(|| viewer.preview.page(place).map(|page| draw(page, viewer)))
    };
    let number = place + 1;
    let name = move || state.say(&message!("第 {number} 页", "Page {number}"));
    view! {
        <div class="sheet" role="group" tabindex="-1" id=format!("sheet-{number}") aria-label=name>
            {drawing}
        </div>
    }
}

/// Looks again whenever something was scrolled or has another size.
fn follow(viewer: Viewer) {
    let scrolled =
        EventListener::new_with_options(&window(), "scroll", EventListenerOptions::run_in_capture_phase(), move |_| {
            viewer.look_soon()
        });
    let _until_the_screen_is_left = StoredValue::new_local(scrolled);
    let resized = Closure::<dyn Fn()>::new(move || viewer.look_soon());
    let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) else { return };
    Effect::new({
        let observer = observer.clone();
        move || {
            viewer.preview.stamps.track();
            if let (Some(_), Some((sheets, scroller))) = (viewer.sheets.get(), viewer.elements()) {
                observer.observe(&sheets);
                observer.observe(&scroller);
                viewer.look_soon();
            }
        }
    });
    let kept = StoredValue::new_local((observer, resized));
    on_cleanup(move || {
        let _told_to_nobody = kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}
