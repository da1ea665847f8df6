//! Finding words in the Measures.

use leptos::ev::{CompositionEvent, Event};
use leptos::prelude::*;

use crate::app::browser;
use crate::app::state::{State, t};
use jiemeng::language::label;
use jiemeng::measures::{Hit, search};
use jiemeng::message;
use jiemeng::screens::Address;

/// A line to search with, and what it finds.
#[component]
pub fn Search() -> impl IntoView {
    let state = State::here();
    let wanted = RwSignal::new(String::new());
    let hits = Memo::new(move |_| search(&wanted.get()));
    let typed = move |event: Event| {
        if !browser::is_composing(&event) {
            wanted.set(event_target_value(&event));
        }
    };
    let composed = move |event: CompositionEvent| wanted.set(event_target_value(&event));
    let asked = move || !wanted.with(|wanted| wanted.trim().is_empty());
    let count = move || {
        let count = hits.with(Vec::len);
        asked().then(|| state.say(&message!("找到 {count} 处", "{count} found")))
    };
    view! {
        <search class="search">
            <label class="field__label" for="measures-search">
                {t(label("查找条文", "Search the Measures"))}
            </label>
            <p class="field__hint">{t(label("输入词语或条号，如“秘书处”“第十六条”", "Words or a number, such as 16 or 秘书处"))}</p>
            <input
                id="measures-search"
                class="line line--medium"
                type="search"
                autocomplete="off"
                on:input=typed
                on:compositionend=composed
            />
            <p role="status">{count}</p>
            <ul class="hits">
                {move || hits.get().into_iter().map(|hit| view! { <Found hit=hit /> }).collect_view()}
            </ul>
        </search>
    }
}

/// The place, and the words around what was found.
#[component]
fn Found(hit: Hit) -> impl IntoView {
    let state = State::here();
    let part = move |range| hit.text.get::<std::ops::Range<usize>>(range).unwrap_or_default();
    let (start, end) = (hit.matched.start, hit.matched.end);
    view! {
        <li>
            <a href=Address::of_citation(hit.citation).to_string()>{move || state.say(&hit.citation.words())}</a>
            <p>{part(0..start)} <mark>{part(start..end)}</mark> {part(end..hit.text.len())}</p>
        </li>
    }
}
