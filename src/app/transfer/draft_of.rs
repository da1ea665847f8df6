//! 导出草稿 of any dossier that is kept, offered before something risky.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::export::{Making, now, save, saved};
use super::placing::Destination;
use super::{Work, WorkStatus};
use crate::app::state::{State, t};
use jiemeng::keeping::Entry;
use jiemeng::language::{Message, label};
use jiemeng::message;
use jiemeng::protocol::Request;

/// A button that has the draft of a kept dossier made and saves it.
#[component]
pub fn ExportDraftOf(
    /// What the list says of the dossier.
    #[prop(into)]
    entry: Signal<Entry>,
) -> impl IntoView {
    let state = State::here();
    let making = Making::new();
    let work = making.work;
    let export = move |_| {
        if work.with_untracked(Work::is_busy) {
            return;
        }
        making.begin();
        let id = entry.with_untracked(|entry| entry.id.clone());
        spawn_local(async move {
            let outcome = export(state, &id, making).await;
            let _closed_meanwhile = work.try_set(outcome.unwrap_or_else(Work::Failed));
        });
    };
    let name = move || {
        let name = entry.with(|entry| entry.name.clone());
        state.say(&message!("导出草稿：{name}", "Export draft: {name}"))
    };
    view! {
        <div class="save-file">
            <button type="button" class="button button--quiet" aria-label=name on:click=export>
                {t(label("导出草稿", "Export draft"))}
            </button>
            <WorkStatus work=work />
        </div>
    }
}

async fn export(state: State, id: &str, making: Making) -> Result<Work, Message> {
    let saver = state.saver();
    let on_desk = saver.id().get_untracked() == id;
    // What is on the desk goes as it stands, saved or not.
    let kept = match saver.store() {
        Some(store) if !on_desk => store.load(id).await.map_err(|trouble| trouble.message())?.map(|slot| slot.text),
        _ => None,
    };
    let dossier = kept.unwrap_or_else(|| state.peek(jiemeng::dossier::Dossier::to_json));
    let made = save(state, Request::Draft { dossier, now: now(state) }, making).await?;
    saver.note_export(id.to_owned());
    Ok(saved(made, &Destination::Downloads))
}
