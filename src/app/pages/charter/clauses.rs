//! The clauses, chapter by chapter.

use leptos::prelude::*;

use super::choices::Choices;
use super::comments::Comments;
use super::desk::Desk;
use super::editor::Editor;
use crate::app::browser::{focus_soon, fresh_id};
use crate::app::components::{Cite, OneFinding};
use crate::app::state::{State, t};
use crate::app::turns::{InTurn, by_turns};
use jiemeng::charter::edit::{self, Direction, Resting};
use jiemeng::charter::{Article, Chapter, Choice, ModelChapter, Origin, chapters, choices, clause, clause_path};
use jiemeng::checks::{Finding, Severity};
use jiemeng::language::{Label, Message, label};
use jiemeng::message;
use jiemeng::screens::{Address, chapter_path, clause_name};

/// All chapters. One clause at a time is open for editing.
#[component]
pub fn Clauses(desk: Desk) -> impl IntoView {
    let chapter = |place| view! { <OneChapter desk=desk place=place /> };
    (0..chapters().len()).map(chapter).collect_view()
}

#[component]
fn OneChapter(desk: Desk, place: usize) -> impl IntoView {
    let state = State::here();
    let chapter = move || desk.charter.with(|charter| charter.chapters.get(place).cloned());
    let Some(now) = untrack(chapter) else { return ().into_any() };
    let heading = now.label();
    let Chapter { number, title, .. } = now;
    let heading = message!("{heading}", "Chapter {number}");
    let articles = Memo::new(move |_| {
        let ids = |chapter: Chapter| chapter.articles.into_iter().map(|article| article.clause).collect::<Vec<_>>();
        chapter().map(ids).unwrap_or_default()
    });
    let choices = chapters().get(place).map(ModelChapter::choices).unwrap_or_default();
    let chosen = choices.len();
    let count = move || {
        let articles = articles.with(Vec::len);
        state.say(&match chosen {
            0 => message!("{articles} 条", "{articles} articles"),
            _ => message!("{chosen} 项约定 · {articles} 条", "{chosen} choices · {articles} articles"),
        })
    };
    let resting = state.part(move |dossier| edit::resting(dossier, number));
    let add = move |_| {
        let id = fresh_id("o");
        state.change(|dossier| edit::add(dossier, id.clone(), number));
        desk.open(Some(id));
    };
    let is_asked = articles.with_untracked(|articles| {
        desk.editing.with_untracked(|id| id.as_ref().is_some_and(|id| articles.contains(id)))
    });
    view! {
        <details class="chapter" open=is_asked>
            <summary id=chapter_path(number).to_string()>
                <h2>{move || state.say(&heading)} "\u{3000}" {t(title)}</h2>
                <span class="charter__count">{count}</span>
            </summary>
            <InTurn>
                <Choices choices=choices.clone() desk=desk />
                <ol class="chapter__clauses">
                    <For each=by_turns(move || articles.get()) key=|id| id.clone() let:id>
                        <OneClause desk=desk id=id />
                    </For>
                </ol>
                <Show when=move || resting.with(|resting| !resting.is_empty())>
                    <h3>{t(label("已停用", "Switched off"))}</h3>
                    <ul class="chapter__resting">
                        <For each=move || resting.get() key=|rest| rest.id.clone() let:rest>
                            <OneResting rest=rest />
                        </For>
                    </ul>
                </Show>
                <button type="button" class="link" on:click=add>
                    {t(label("添加自拟条款", "Add a clause of your own"))}
                </button>
            </InTurn>
        </details>
    }
    .into_any()
}

#[component]
fn OneClause(desk: Desk, id: String) -> impl IntoView {
    let state = State::here();
    let article = {
        let id = id.clone();
        Memo::new(move |_| desk.article(&id, Article::clone))
    };
    let of = move |read: fn(&Article) -> Message| {
        move || article.with(|article| article.as_ref().map(|article| state.say(&read(article))))
    };
    let name = of(|article| clause_name(article.title, &article.text()));
    let label_of = of(|article| {
        let (label, number) = (article.label(), article.number);
        message!("{label}", "Article {number}")
    });
    let tag = move || {
        article.with(|article| match article.as_ref().map(|article| article.origin) {
            Some(Origin::Edited) => Some(label("已修改", "Changed")),
            Some(Origin::Own) => Some(label("自拟", "Own")),
            Some(Origin::Model) | None => None,
        })
    };
    let tag = move || tag().map(|words| view! { <span class="tag tag--own">{t(words)}</span> });
    let answers = article.with_untracked(|article| article.as_ref().map_or(&[][..], |article| article.answers));
    let errors = move || {
        let errors = article.with(|article| article.as_ref().map(|article| article.errors.clone()).unwrap_or_default());
        let rows = errors.into_iter().map(|error| view! { <li>{state.say(&error.message())}</li> });
        view! { <ul class="clause__errors">{rows.collect_view()}</ul> }
    };
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| desk.editing.with(|open| open.as_ref() == Some(&id)))
    };
    let toggle = {
        let id = id.clone();
        move |_| desk.open((!is_open.get_untracked()).then(|| id.clone()))
    };
    let shift = {
        let id = id.clone();
        move |direction: Direction, button: &'static str| {
            state.change(|dossier| edit::shift(dossier, &id, direction));
            // The article is put elsewhere; the hand stays on its button.
            focus_soon(format!("{button}-{id}"));
        }
    };
    let (up, down) = (shift.clone(), shift);
    let switch_off = {
        let id = id.clone();
        move |_| {
            desk.open(None);
            state.change(|dossier| edit::switch(dossier, &id, false));
        }
    };
    let edit_or_close = move || if is_open.get() { label("收起", "Close") } else { label("编辑", "Edit") };
    let about = move |what: Label| {
        move || {
            let of = label_of().unwrap_or_default();
            state.say(&Message { zh: format!("{}：{of}", what.zh), en: format!("{}: {of}", what.en) })
        }
    };
    let (edited, more) = (id.clone(), id.clone());
    view! {
        <li class="clause" class:is-open=is_open id=clause_path(&id).to_string() tabindex="-1">
            <div class="clause__head">
                <span class="clause__label">{label_of}</span>
                <span class="clause__title">{name} {tag}</span>
                <span class="clause__actions">
                    <button
                        type="button"
                        class="icon"
                        aria-expanded=move || is_open.get().to_string()
                        aria-label=move || about(edit_or_close())()
                        on:click=toggle
                    >
                        {move || state.say(&edit_or_close())}
                    </button>
                    <button
                        type="button"
                        class="icon"
                        id=format!("up-{id}")
                        aria-label=about(label("上移", "Move up"))
                        on:click=move |_| up(Direction::Up, "up")
                    >
                        "↑"
                    </button>
                    <button
                        type="button"
                        class="icon"
                        id=format!("down-{id}")
                        aria-label=about(label("下移", "Move down"))
                        on:click=move |_| down(Direction::Down, "down")
                    >
                        "↓"
                    </button>
                    <button type="button" class="icon" aria-label=about(label("停用", "Switch off")) on:click=switch_off>
                        {t(label("停用", "Off"))}
                    </button>
                </span>
            </div>
            {errors}
            <Show when=move || is_open.get()>
                <Editor id=edited.clone() desk=desk />
            </Show>
            // Below the wording, which must not move under the hands that type it.
            <FoundInClause article=article />
            <Show when=move || is_open.get()>
                <Comments clause=more.clone() desk=desk />
                <Deciding id=more.clone() />
                <div class="clause__answers">
                    {answers.iter().map(|citation| view! { <Cite citation=*citation /> }).collect_view()}
                </div>
            </Show>
        </li>
    }
}

/// What the checks found in a text that the founders worded: nobody looks for it at the top of the page.
#[component]
fn FoundInClause(article: Memo<Option<Article>>) -> impl IntoView {
    let state = State::here();
    let findings = Memo::new(move |_| {
        let worded = article.with(|article| {
            let worded = article.as_ref().filter(|article| article.origin != Origin::Model);
            worded.map(|article| (clause_path(&article.clause), article.errors.is_empty()))
        });
        let Some((path, is_readable)) = worded else { return Vec::new() };
        let here = |finding: &&Finding| {
            // What cannot be read is told above, as it is typed.
            is_readable && finding.severity != Severity::Hint && finding.facts.contains(&path)
        };
        state.assessment().with(|assessment| assessment.findings.iter().filter(here).cloned().collect())
    });
    let rows =
        move || findings.get().into_iter().map(|finding| view! { <OneFinding finding=finding /> }).collect_view();
    view! { <ol class="findings" hidden=move || findings.with(Vec::is_empty)>{rows}</ol> }
}

/// The choices that decide how a clause of the model reads, each a link.
#[component]
fn Deciding(id: String) -> impl IntoView {
    let decides = |choice: &&Choice| clause(&id).is_some_and(|clause| clause.choices().any(|other| other == choice.id));
    let link = |choice: &Choice| {
        view! {
            <li>
                <a href=Address::of_fact(&choice.path()).to_string()>{t(choice.question)}</a>
            </li>
        }
    };
    let links: Vec<_> = choices().iter().filter(decides).map(link).collect();
    (!links.is_empty()).then(|| {
        view! {
            <ul class="fact-links" aria-label=t(label("决定本条写法的约定", "Choices that decide this clause"))>
                {links}
            </ul>
        }
    })
}

#[component]
fn OneResting(rest: Resting) -> impl IntoView {
    let state = State::here();
    let name = clause_name(rest.title, &rest.text);
    let is_own = rest.title.is_none();
    let place = clause_path(&rest.id).to_string();
    let (on, away) = (rest.id.clone(), rest.id);
    view! {
        <li id=place tabindex="-1">
            <span>{move || state.say(&name)}</span>
            <button type="button" class="link" on:click=move |_| state.change(|dossier| edit::switch(dossier, &on, true))>
                {t(label("启用", "Switch on"))}
            </button>
            {is_own
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="link"
                            on:click=move |_| state.change(|dossier| edit::remove(dossier, &away))
                        >
                            {t(label("删除", "Delete"))}
                        </button>
                    }
                })}
        </li>
    }
}
