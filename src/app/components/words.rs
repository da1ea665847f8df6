//! Words with a standing of their own.

use leptos::prelude::*;

use crate::app::state::{State, t};
use jiemeng::language::{Message, label};

/// 提示: what experience adds and the Measures do not say.
#[component]
pub fn Hint(
    /// The words.
    words: Message,
) -> impl IntoView {
    let state = State::here();
    view! {
        <p class="hint-mark">
            <span class="hint-mark__word">{t(label("提示", "Hint"))}</span>
            " "
            {move || state.say(&words)}
        </p>
    }
}
