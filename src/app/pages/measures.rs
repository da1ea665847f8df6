//! 管理办法: the text, searchable, and each article with what of the app relies on it.

use leptos::prelude::*;

mod article;
mod bearing;
mod search;

pub use article::ArticlePage;

use crate::app::components::Heading;
use crate::app::state::{State, t};
use article::ArticleText;
use jiemeng::language::{Language, label};
use jiemeng::measures::{Chapter, EDITION, ENGLISH_NOTE, chapters};
use search::Search;

/// The whole text, chapter by chapter, under a search.
#[component]
pub fn Measures() -> impl IntoView {
    let state = State::here();
    let english = move || state.language.get() == Language::En;
    view! {
        <Heading title=label("管理办法", "The Measures") />
        <p class="lead">
            <span lang="zh-CN">{EDITION.cited}</span> <Show when=english>
                <br />
                {EDITION.english}
            </Show>
        </p>
        <p class="hint-mark">
            <span class="hint-mark__word">{t(label(EDITION.status, "Draft for comment"))}</span>
            " "
            {t(EDITION.note)}
            " "
            {t(ENGLISH_NOTE)}
        </p>
        <Search />
        {chapters().iter().map(|chapter| view! { <ChapterText chapter=chapter /> }).collect_view()}
    }
}

#[component]
fn ChapterText(chapter: &'static Chapter) -> impl IntoView {
    let state = State::here();
    let heading = format!("chapter-{}", chapter.number);
    view! {
        <section class="chapter" aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>
                <span lang="zh-CN">{chapter.label} " " {chapter.title}</span>
                <Show when=move || state.language.get() == Language::En>
                    <span class="chapter__english">{chapter.english}</span>
                </Show>
            </h2>
            {chapter.articles.iter().map(|article| view! { <ArticleText article=article /> }).collect_view()}
        </section>
    }
}
