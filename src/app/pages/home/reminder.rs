//! The offer of a draft, where none has left the browser for a week; and what could not be opened.

use leptos::prelude::*;

use crate::app::browser;
use crate::app::state::{State, t};
use crate::app::transfer::ExportDraft;
use jiemeng::keeping::days_without_draft;
use jiemeng::language::label;
use jiemeng::message;

/// Says what the user had better do about the safety of the dossier; mostly nothing.
#[component]
pub fn Reminder() -> impl IntoView {
    let state = State::here();
    let saver = state.saver();
    let days = Memo::new(move |_| {
        let id = saver.id().get();
        saver.shelf.with(|shelf| {
            let entry = shelf.entries.iter().find(|entry| entry.id == id)?;
            days_without_draft(entry, browser::now())
        })
    });
    let words = move || {
        let days = days.get().unwrap_or_default();
        state.say(&message!(
            "已有 {days} 天没有导出草稿。浏览器里的内容可能随电脑故障或清理而丢失，建议现在导出一份，存到别处。",
            "No draft was exported for {days} days. What a browser keeps may be lost with the machine or a clean-up: export one now and keep it elsewhere."
        ))
    };
    view! {
        {move || state.not_opened.get().map(|words| {
            view! { <p class="notice notice--bad" role="alert">{state.say(&words)}</p> }
        })}
        <Show when=move || days.get().is_some()>
            <section class="notice notice--open reminder" aria-label=t(label("导出草稿的提醒", "Reminder to export a draft"))>
                <p>{words}</p>
                <ExportDraft />
            </section>
        </Show>
    }
}
