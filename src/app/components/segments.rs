//! A few buttons in a row, one of which is pressed: which of several views is shown.

use leptos::prelude::*;

use crate::app::state::t;
use jiemeng::language::Label;

/// The row of buttons.
#[component]
pub fn Segments(
    /// The words of the buttons.
    words: &'static [Label],
    /// The index of the one that is pressed.
    chosen: RwSignal<usize>,
    /// What is chosen, for those who do not see the row.
    title: Label,
) -> impl IntoView {
    let button = |(place, words): (usize, &Label)| {
        view! {
            <button
                type="button"
                aria-pressed=move || (chosen.get() == place).to_string()
                on:click=move |_| chosen.set(place)
            >
                {t(*words)}
            </button>
        }
    };
    view! {
        <div class="segments" role="group" aria-label=t(title)>
            {words.iter().enumerate().map(button).collect_view()}
        </div>
    }
}
