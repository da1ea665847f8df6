//! One article: its words, the English aid, and what of the app relies on it.

use leptos::prelude::*;

use super::bearing::Bearing;
use crate::app::components::ComposedHeading;
use crate::app::state::{State, t};
use jiemeng::language::{Language, label};
use jiemeng::measures::{Article, Citation, EDITION, article, chapter_of};
use jiemeng::message;
use jiemeng::screens::{Route, uses_of};

/// An article within the whole text; its label leads to the article's own page.
#[component]
pub fn ArticleText(article: &'static Article) -> impl IntoView {
    let state = State::here();
    let uses = uses_of(article.number).len();
    let used = move || state.say(&message!("本工具中用到 {uses} 处", "Where it is used here ({uses})"));
    let address = Route::Article(article.number).to_string();
    view! {
        <article class="provision">
            <h3>
                <a href=address.clone() lang="zh-CN">
                    {Citation::article(article.number).to_string()}
                </a>
            </h3>
            <Wording article=article />
            {(uses > 0)
                .then(|| {
                    view! {
                        <p class="provision__uses">
                            <a href=address>{used}</a>
                        </p>
                    }
                })}
        </article>
    }
}

/// The article word for word, what is amiss in its source, and the English aid.
#[component]
fn Wording(article: &'static Article) -> impl IntoView {
    let state = State::here();
    view! {
        <div class="provision__text" lang="zh-CN">
            {article.caption.map(|caption| view! { <p class="provision__caption">{caption}</p> })}
            {article.paragraphs.iter().map(|paragraph| view! { <p>{*paragraph}</p> }).collect_view()}
            {article
                .items
                .iter()
                .map(|item| view! { <p id=format!("item-{}-{}", article.number, item.number) tabindex="-1">{item.marker} {item.text}</p> })
                .collect_view()}
        </div>
        {article.note.map(|note| view! { <p class="provision__note">{t(note)}</p> })}
        <Show when=move || state.language.get() == Language::En>
            <p class="provision__english" lang="en">
                {article.english}
            </p>
        </Show>
    }
}

/// The page of one article.
#[component]
pub fn ArticlePage(
    /// Its number.
    number: u8,
) -> impl IntoView {
    let Some(found) = article(number) else { return ().into_any() };
    let title = Citation::article(number).words();
    let chapter = chapter_of(number).map(|chapter| format!("{} {}", chapter.label, chapter.title));
    view! {
        <p>
            <a href=Route::Measures.to_string()>{t(label("管理办法全文", "The Measures in full"))}</a>
        </p>
        <ComposedHeading title=Signal::stored(title) />
        <p class="lead" lang="zh-CN">
            {EDITION.cited}
            " "
            {chapter}
        </p>
        <div class="provision provision--alone">
            <Wording article=found />
        </div>
        <Bearing number=number />
        <Neighbours number=number />
    }
    .into_any()
}

/// The articles before and after.
#[component]
fn Neighbours(number: u8) -> impl IntoView {
    let state = State::here();
    let link = move |number: Option<u8>| {
        number.and_then(article).map(|article| {
            let citation = Citation::article(article.number);
            view! { <a href=Route::Article(article.number).to_string()>{move || state.say(&citation.words())}</a> }
        })
    };
    view! {
        <nav class="onward" aria-label=t(label("相邻条文", "Neighbouring articles"))>
            {link(number.checked_sub(1))}
            {link(number.checked_add(1))}
        </nav>
    }
}
