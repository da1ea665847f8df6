//! 批注: what the founders say of a clause among themselves.

use leptos::prelude::*;

use super::desk::Desk;
use crate::app::browser;
use crate::app::state::{State, t};
use jiemeng::charter::edit;
use jiemeng::dossier::Comment;
use jiemeng::language::label;
use jiemeng::message;

/// The comments on a clause, and room for another one.
#[component]
pub fn Comments(clause: String, desk: Desk) -> impl IntoView {
    let state = State::here();
    let said = {
        let clause = clause.clone();
        state.part(move |dossier| {
            let here = dossier.charter.comments.iter().filter(|comment| comment.clause == clause);
            here.cloned().collect::<Vec<_>>()
        })
    };
    let rows = move || said.get().into_iter().map(|comment| view! { <OneComment comment=comment /> }).collect_view();
    view! {
        <section class="comments" aria-label=t(label("批注", "Comments"))>
            <h3>{t(label("批注", "Comments"))}</h3>
            <ol>{rows}</ol>
            <NewComment clause=clause desk=desk />
        </section>
    }
}

#[component]
fn OneComment(comment: Comment) -> impl IntoView {
    let state = State::here();
    let Comment { id, author, on, text, resolved, .. } = comment;
    let author =
        if author.is_empty() { label("未署名", "unsigned").to_message() } else { message!("{author}", "{author}") };
    let away = id.clone();
    let settle = move |_| state.change(|dossier| edit::resolve(dossier, &id, !resolved));
    let withdraw = move |_| {
        state.change(|dossier| edit::withdraw(dossier, &away));
        state.say_done(message!("已删除批注。", "The comment was deleted."));
    };
    view! {
        <li class="comment" class:is-resolved=resolved>
            <p class="comment__head">
                <strong>{move || state.say(&author)}</strong>
                <span>{on.to_string()}</span>
                {resolved.then(|| view! { <span class="mark" data-mark="said">{t(label("已解决", "Resolved"))}</span> })}
            </p>
            <p class="comment__text">{text}</p>
            <button type="button" class="link" on:click=settle>
                {t(if resolved { label("重新打开", "Reopen") } else { label("标为已解决", "Mark as resolved") })}
            </button>
            <button type="button" class="link" on:click=withdraw>
                {t(label("删除批注", "Delete comment"))}
            </button>
        </li>
    }
}

/// Where a comment is written. What is not added yet is kept while the builder is open.
#[component]
fn NewComment(clause: String, desk: Desk) -> impl IntoView {
    let state = State::here();
    let author = RwSignal::new(browser::remembered_author());
    let text = RwSignal::new(desk.unsaid.with_value(|unsaid| unsaid.get(&clause).cloned().unwrap_or_default()));
    let (author_id, text_id, hint_id) =
        (format!("comment-author-{clause}"), format!("comment-{clause}"), format!("comment-{clause}-hint"));
    let (label_of_author, label_of_text, described_by) = (author_id.clone(), text_id.clone(), hint_id.clone());
    let written = {
        let clause = clause.clone();
        move |event: leptos::ev::Event| {
            text.set(event_target_value(&event));
            desk.unsaid.update_value(|unsaid| drop(unsaid.insert(clause.clone(), text.get_untracked())));
        }
    };
    let add = move |_| {
        let comment = Comment {
            id: browser::fresh_id("k"),
            clause: clause.clone(),
            author: author.get_untracked().trim().to_owned(),
            on: state.today.get_untracked(),
            text: text.get_untracked().trim().to_owned(),
            ..Comment::default()
        };
        if !comment.text.is_empty() {
            browser::remember_author(&comment.author);
            state.change(|dossier| edit::comment(dossier, comment));
            text.set(String::new());
            desk.unsaid.update_value(|unsaid| drop(unsaid.remove(&clause)));
        }
    };
    view! {
        <label class="field__label" for=label_of_text>
            {t(label("写批注", "Write a comment"))}
        </label>
        <p class="field__hint" id=hint_id>
            {t(
                label(
                    "给共同发起人看：随草稿一起导出，不进入任何文书和备案材料包。",
                    "For your co-founders: it travels in the draft, and into no document and no filing bundle.",
                ),
            )}
        </p>
        <textarea
            class="prose"
            id=text_id
            rows="2"
            autocomplete="off"
            aria-describedby=described_by
            prop:value=move || text.get()
            on:input=written
        ></textarea>
        <div class="editor__tools">
            <label for=label_of_author>{t(label("署名", "Signed"))}</label>
            <input
                class="input comments__author"
                id=author_id
                type="text"
                autocomplete="name"
                prop:value=move || author.get()
                on:input=move |event| author.set(event_target_value(&event))
            />
            <button type="button" class="button button--quiet" on:click=add>
                {t(label("添加批注", "Add comment"))}
            </button>
        </div>
    }
}
