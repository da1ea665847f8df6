//! What stands above the sheets.

use leptos::prelude::*;

use super::Viewer;
use crate::app::state::{State, t};
use jiemeng::language::label;
use jiemeng::message;

/// Which page is looked at, and how large.
#[component]
pub fn SheetTools(
    /// What is seen of the document.
    viewer: Viewer,
) -> impl IntoView {
    let state = State::here();
    let counter = move || {
        let (number, count) = (viewer.current.get() + 1, viewer.preview.count());
        (count > 0).then(|| state.say(&message!("第 {number} 页，共 {count} 页", "Page {number} of {count}")))
    };
    let (smaller, larger) = (label("缩小", "Smaller"), label("放大", "Larger"));
    view! {
        <div class="sheet-tools">
            <span class="sheet-tools__counter" data-testid="page-counter">
                {counter}
            </span>
            <button type="button" class="icon" on:click=move |_| viewer.zoom_by(-1)>
                {t(smaller)}
            </button>
            <button type="button" class="icon" on:click=move |_| viewer.fit()>
                {t(label("适合宽度", "Fit width"))}
            </button>
            <button type="button" class="icon" on:click=move |_| viewer.zoom_by(1)>
                {t(larger)}
            </button>
        </div>
    }
}
