//! The rows of a long table that are near the eye. Only they are drawn, so that a table of thousands scrolls like one of
//! ten; the printer gets all of them.
//!
//! All rows are taken for as high as the first one that is drawn.

use std::ops::Range;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::utils::window;
use leptos::html::Tbody;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, HtmlElement};

/// How many rows are drawn beyond what is seen, on either side.
const MARGIN: usize = 12;
/// A table of so many rows is drawn whole.
const WHOLE: usize = 60;
/// By how many rows the drawn part moves at a time.
const STEP: usize = 4;
/// How high a row is before one was drawn, in pixels.
const GUESS: f64 = 45.0;

/// The rows of a table that are near the eye.
#[derive(Clone, Copy)]
pub struct Stretch {
    /// What holds the rows.
    pub body: NodeRef<Tbody>,
    count: Signal<usize>,
    near: RwSignal<Range<usize>>,
    height: RwSignal<f64>,
    due: StoredValue<bool>,
}

impl Stretch {
    /// The rows near the eye of so many; it looks again whenever anything is scrolled.
    pub fn of(count: Signal<usize>) -> Self {
        let stretch = Self {
            body: NodeRef::new(),
            count,
            near: RwSignal::new(0..2 * MARGIN),
            height: RwSignal::new(GUESS),
            due: StoredValue::new(false),
        };
        let capture = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        let looks = ["scroll", "resize"]
            .map(|event| EventListener::new_with_options(&window(), event, capture, move |_| stretch.look_soon()));
        // The printer gets them all.
        let before = EventListener::new(&window(), "beforeprint", move |_| stretch.near.set(0..usize::MAX));
        let after = EventListener::new(&window(), "afterprint", move |_| stretch.look_soon());
        let _until_the_screen_is_left = StoredValue::new_local((looks, before, after));
        Effect::new(move || {
            count.track();
            stretch.look_soon();
        });
        stretch
    }

    /// Draws all rows and prints, once they are there.
    pub fn print(self) {
        self.near.set(0..usize::MAX);
        request_animation_frame(|| {
            request_animation_frame(|| {
                // Where the browser forbids it, its own menu prints all the same.
                let _refused = window().print();
            });
        });
    }

    /// The rows to be drawn.
    pub fn rows(self) -> Range<usize> {
        let (near, count) = (self.near.get(), self.count.get());
        if count <= WHOLE {
            return 0..count;
        }
        near.start.min(count)..near.end.min(count)
    }

    /// How high the rows before those that are drawn are, and those after, in pixels.
    pub fn gaps(self) -> (f64, f64) {
        let (rows, height) = (self.rows(), self.height.get());
        (rows.start as f64 * height, (self.count.get() - rows.end) as f64 * height)
    }

    /// Where a row begins below the beginning of the first one, and how high it is, in pixels.
    pub fn place_of(self, row: usize) -> (f64, f64) {
        (row as f64 * self.height.get(), self.height.get())
    }

    /// Scrolls as far as is needed to see a row, and draws it.
    pub fn show(self, row: usize) {
        let Some((body, scroller)) = self.elements() else { return };
        let scrolls = scroller.scroll_height() > scroller.client_height();
        let (from, to) = seen(&scroller);
        // What sticks to the top covers as much as it is high.
        let head = body.parent_element().and_then(|table| table.query_selector("thead").ok().flatten());
        let head = head.map_or(0.0, |head| if scrolls { head.get_bounding_client_rect().height() } else { 0.0 });
        let (begin, height) = untrack(|| self.place_of(row));
        let top = body.get_bounding_client_rect().top() + begin;
        let by = (top - from - head).min(0.0) + (top + height - to).max(0.0);
        if by != 0.0 && scrolls {
            scroller.set_scroll_top(scroller.scroll_top() + by.round() as i32);
        } else if by != 0.0 {
            window().scroll_by_with_x_and_y(0.0, by);
        }
        self.look();
    }

    /// How many rows are seen at once, at least one.
    pub fn seen_at_once(self) -> usize {
        let seen = self.elements().map(|(_, scroller)| seen(&scroller));
        let (from, to) = seen.unwrap_or_default();
        (((to - from) / self.height.get_untracked()) as usize).saturating_sub(2).max(1)
    }

    fn elements(self) -> Option<(HtmlElement, HtmlElement)> {
        let body: HtmlElement = self.body.try_get_untracked()??.unchecked_into();
        let scroller = body.closest("[data-scroller]").ok()??.dyn_into().ok()?;
        Some((body, scroller))
    }

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

    fn look(self) {
        let Some((body, scroller)) = self.elements() else { return };
        if let Some(row) = body.query_selector("tr[aria-rowindex]").ok().flatten() {
            let height = row.get_bounding_client_rect().height();
            if height > 0.0 && (height - self.height.get_untracked()).abs() > 0.5 {
                self.height.set(height);
            }
        }
        let (height, top) = (self.height.get_untracked(), body.get_bounding_client_rect().top());
        let (from, to) = seen(&scroller);
        let row_at = |y: f64| ((y - top) / height).max(0.0) as usize;
        let first = row_at(from).saturating_sub(MARGIN) / STEP * STEP;
        let near = first..(row_at(to) + MARGIN).next_multiple_of(STEP);
        if self.near.with_untracked(|before| *before != near) {
            self.near.set(near);
        }
    }
}

/// From where to where something is seen, in pixels from the top of the window.
fn seen(scroller: &HtmlElement) -> (f64, f64) {
    let around: DomRect = scroller.get_bounding_client_rect();
    let bottom = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    (around.top().max(0.0), around.bottom().min(bottom))
}

/// As much room in the table as the rows would take that are not drawn.
#[component]
pub fn Gap(
    /// How high they are, in pixels.
    height: Signal<f64>,
    /// Across how many columns.
    columns: usize,
) -> impl IntoView {
    view! {
        <tr aria-hidden="true" class="gap" hidden=move || height.get() <= 0.0>
            <td colspan=columns.to_string() style:block-size=move || format!("{}px", height.get())></td>
        </tr>
    }
}
