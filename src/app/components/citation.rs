//! A citation that opens the words it cites, on the spot.

use leptos::prelude::*;

use super::unfolding::Unfolding;
use crate::app::state::{State, t};
use jiemeng::language::{Language, label};
use jiemeng::measures::{Citation, EDITION};
use jiemeng::screens::Address;

/// `第十六条（二）`, which unfolds to the article's words.
#[component]
pub fn Cite(
    /// The place cited.
    citation: Citation,
) -> impl IntoView {
    let state = State::here();
    view! {
        <Unfolding class="cite" title=Signal::derive(move || state.say(&citation.words()))>
            <Quoted citation=citation />
        </Unfolding>
    }
}

/// The words of a place of the Measures, the English aid, and the way to the whole text.
#[component]
pub fn Quoted(
    /// The place.
    citation: Citation,
) -> impl IntoView {
    let state = State::here();
    let Some(provision) = citation.resolve() else { return ().into_any() };
    let english = provision.article.english;
    let in_english = move || state.language.get() == Language::En;
    let paragraphs: Vec<String> = provision.text().lines().map(str::to_owned).collect();
    view! {
        <blockquote lang="zh-CN">
            {paragraphs.into_iter().map(|paragraph| view! { <p>{paragraph}</p> }).collect_view()}
        </blockquote>
        <Show when=in_english>
            <p class="cite__english">{english}</p>
        </Show>
        <p class="cite__source">
            <a href=Address::of_citation(citation).to_string()>{t(label("全文", "In full"))}</a>
            " "
            <span lang="zh-CN">{EDITION.cited}</span>
        </p>
    }
    .into_any()
}
