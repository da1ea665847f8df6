//! 历史版本: the earlier states of the open dossier.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::app::browser;
use crate::app::components::{Confirm, Unfolding};
use crate::app::state::{State, t};
use jiemeng::keeping::{MOST, Past, Reason};
use jiemeng::language::{Message, label};
use jiemeng::message;

/// The earlier states, unfolded when they are wanted.
#[component]
pub fn Earlier() -> impl IntoView {
    let state = State::here();
    let title = Signal::derive(move || state.say(&label("历史版本", "Earlier states")));
    view! {
        <Unfolding title=title>
            <States />
        </Unfolding>
    }
}

#[component]
fn States() -> impl IntoView {
    let state = State::here();
    let saver = state.saver();
    let states = RwSignal::new(None::<Vec<Past>>);
    let trouble = RwSignal::new(None::<Message>);
    Effect::new(move || {
        // Whatever is saved may have left another earlier state.
        let (id, _saved) = (saver.id().get(), state.save_state.get());
        let Some(store) = saver.store() else { return };
        spawn_local(async move {
            let found = store.history(&id).await.unwrap_or_default();
            let _left_meanwhile = states.try_set(Some(found));
        });
    });
    let restore = move |past: Past| {
        spawn_local(async move {
            let Some(store) = saver.store() else { return };
            match store.past(&saver.id().get_untracked(), past).await {
                Ok(dossier) => {
                    state.replace(dossier, Reason::Restoring);
                    let time = browser::clock(past.saved_at);
                    state.say_done(message!("已恢复到 {time} 的内容。", "Restored as of {time}."));
                }
                Err(refused) => trouble.set(Some(refused.message())),
            }
        });
    };
    let most = MOST;
    let lead = message!(
        "填写时大约每分钟留一个版本，替换、清空和恢复之前也留一个；最多 {most} 个，越早的越稀。恢复时，现在的内容也会留下。",
        "About one a minute of typing, and one before everything that replaces the whole; {most} at most, fewer the older. What is here now stays among them when you restore one."
    );
    view! {
        <p>{move || state.say(&lead)}</p>
        {move || trouble.get().map(|words| view! { <p class="notice notice--bad" role="alert">{state.say(&words)}</p> })}
        <Show when=move || states.with(|states| states.as_ref().is_some_and(Vec::is_empty))>
            <p>{t(label("还没有历史版本。", "There is none yet."))}</p>
        </Show>
        <ul class="kept">
            <For each=move || states.get().unwrap_or_default() key=Past::to_string let:past>
                <EarlierState past=past restore=Callback::new(restore) />
            </For>
        </ul>
    }
}

#[component]
fn EarlierState(past: Past, restore: Callback<Past>) -> impl IntoView {
    let state = State::here();
    let asking = RwSignal::new(false);
    let time = browser::clock(past.saved_at);
    let named = time.clone();
    let name = move || state.say(&message!("恢复：{named}", "Restore: {named}"));
    view! {
        <li class="kept__row">
            <span class="kept__name">{time}</span>
            <span class="kept__facts">{t(past.reason.label())}</span>
            <span class="kept__actions">
                <button type="button" class="link" aria-label=name on:click=move |_| asking.set(true)>
                    {t(label("恢复", "Restore"))}
                </button>
            </span>
            <Confirm
                open=asking
                question=label("恢复到这个版本？", "Restore this state?")
                consequence=label(
                    "现在的内容会换成这个版本，并留在历史版本里，可以再换回来。",
                    "What is here now is replaced by it and stays among the earlier states, so that you can go back.",
                )
                go_on=label("恢复", "Restore")
                confirmed=Callback::new(move |()| restore.run(past))
            />
        </li>
    }
}
