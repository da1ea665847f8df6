//! The dossier on the desk: opening it, keeping it safe, and what stands around every screen because of it. It comes after
//! the front and before the screens; see [`parts`](super::parts).

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use leptos::prelude::*;

use super::components::{JustDone, StepButtons, follow_undo_keys};
use super::offline::OfflineStatus;
use super::pages::{Guide, Standing, TaskStatus, WayBack, Whole};
use super::parts::Desk;
use super::shell::{HeldUp, Shell, t};
use super::state::State;
use super::storage::{Restored, SaveState};
use super::{browser, transfer};
use jiemeng::language::label;

/// What the front gets.
pub const DESK: Desk = Desk {
    open: |shell| Box::pin(open(shell)),
    tools: || {
        view! {
            <div class="masthead__status">
                <SaveStatus />
                <OfflineStatus />
            </div>
            <StepButtons />
        }
        .into_any()
    },
    above: || view! { <JustDone /> }.into_any(),
    below: || view! { <WayBack /> }.into_any(),
    standing: || view! { <Standing /> }.into_any(),
    progress: |task| view! { <TaskStatus task=task /> }.into_any(),
    whole: || view! { <Whole /> }.into_any(),
    guide: |over| view! { <Guide over=over /> }.into_any(),
};

/// Opens the dossier as it was left.
async fn open(shell: Shell) -> State {
    let blocked = move || shell.held_up.set(Some(HeldUp::OlderPage));
    let restored = Restored::at_start(browser::today(), blocked).await;
    shell.held_up.update(|held_up| *held_up = held_up.filter(|why| *why != HeldUp::OlderPage));
    let state = State::restored(restored, shell);
    keep_safe(state);
    follow_undo_keys(state);
    leptos::task::spawn_local(transfer::sweep(state));
    state
}

/// How far what was typed is saved; where saving failed, what to do and a way to try again.
#[component]
fn SaveStatus() -> impl IntoView {
    let state = State::here();
    let words = move || state.say(&state.save_state.get().message());
    let failed = move || matches!(state.save_state.get(), SaveState::Failed(_));
    view! {
        <div class="save" data-state=move || state.save_state.get().code()>
            <span data-testid="save-state" role="status">
                {words}
            </span>
            <Show when=failed>
                <button type="button" class="link" on:click=move |_| state.saver().flush()>
                    {t(label("重试", "Try again"))}
                </button>
            </Show>
        </div>
    }
}

/// Saves at once when the page is hidden or left, follows what other pages save, and has the browser ask before something would be lost for good.
fn keep_safe(state: State) {
    let saver = state.saver();
    saver.follow_others();
    EventListener::new(&document(), "visibilitychange", move |_| {
        saver.part();
        state.today.set(browser::today());
    })
    .forget();
    EventListener::new(&window(), "pagehide", move |_| saver.part()).forget();
    let asking = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", asking, move |event| {
        if state.save_state.get_untracked().would_lose() {
            event.prevent_default();
        }
    })
    .forget();
}
