//! 报送指引: what one has, what to do next, where, in how many copies and by when; to be printed and ticked off.

use gloo::utils::window;
use leptos::prelude::*;

use crate::app::components::{Cite, ComposedHeading, Hint, ReadinessPicture, readiness};
use crate::app::state::{State, t};
use crate::app::transfer::{DownloadBundle, ExportDraft};
use jiemeng::language::label;
use jiemeng::screens::{Route, Stage, Step, in_hand, stages};

/// The page that comes after the bundle.
#[component]
pub fn Done() -> impl IntoView {
    let state = State::here();
    let ready = readiness();
    let is_ready = Memo::new(move |_| ready.with(|ready| ready.is_ready()));
    let title = Signal::derive(move || {
        let words = if is_ready.get() {
            label("材料已齐，可以报送", "Everything is there: hand it in")
        } else {
            label("下载之后要做什么", "What to do after the download")
        };
        words.to_message()
    });
    let hand = Memo::new(move |_| state.read(in_hand));
    let steps = Memo::new(move |_| {
        state.read(|dossier| state.assessment().with(|found| stages(dossier, found, state.today.get())))
    });
    let print = move |_| {
        // Where the browser forbids it, its own menu prints all the same.
        let _refused = window().print();
    };
    view! {
        <ComposedHeading title=title />
        <p class="lead">
            {t(
                label(
                    "从材料包到准予备案，一步一步列在这里；可以打印出来，办完一项勾一项。",
                    "Every step from the bundle to the registration. Print the list and tick off what is done.",
                ),
            )}
        </p>
        <section aria-labelledby="in-hand">
            <h2 id="in-hand">{t(label("材料包里有什么", "What the bundle holds"))}</h2>
            <p>{move || state.say(&hand.get())}</p>
            <Show when=move || !is_ready.get()>
                <div class="notice notice--open">
                    <p>{t(label("材料还不齐：", "Not everything is there yet:"))}</p>
                    <ReadinessPicture ready=ready />
                </div>
            </Show>
            <div class="actions">
                <DownloadBundle />
                <ExportDraft />
                <button type="button" class="button button--quiet" on:click=print>
                    {t(label("打印这份清单", "Print this list"))}
                </button>
            </div>
        </section>
        {move || steps.get().into_iter().map(|stage| view! { <OneStage stage=stage /> }).collect_view()}
        <nav class="onward" aria-label=t(label("继续", "Continue"))>
            <a href=Route::Review.to_string()>{t(label("返回核对", "Back to the review"))}</a>
            <a href=Route::Home.to_string()>{t(label("返回任务清单", "Back to the task list"))}</a>
        </nav>
    }
}

#[component]
fn OneStage(stage: Stage) -> impl IntoView {
    view! {
        <section>
            <h2>{t(stage.title)}</h2>
            <ol class="checklist">
                {stage.steps.into_iter().map(|step| view! { <OneStep step=step /> }).collect_view()}
            </ol>
        </section>
    }
}

/// A step: a box to be ticked on paper, or a tick where the dossier knows that it is done.
#[component]
fn OneStep(step: Step) -> impl IntoView {
    let state = State::here();
    let Step { what, done, citation, hint, address } = step;
    let is_done = done == Some(true);
    let standing = done.map(|done| {
        let words = if done { label("已办", "done") } else { label("未办", "to do") };
        view! { <span class="mood" data-mood=if done { "good" } else { "open" }>{t(words)}</span> }
    });
    let see = address.map(|address| {
        let name = what.clone();
        view! {
            <a href=address.to_string()>
                {t(label("查看", "See"))}
                <span class="unseen">{move || state.say(&name)}</span>
            </a>
        }
    });
    let unsourced = citation.is_none().then(|| view! { <span class="tag">{t(label("提示", "Hint"))}</span> });
    view! {
        <li class:is-done=is_done>
            <p>
                {unsourced}
                " "
                {move || state.say(&what)}
                " "
                {standing}
                " "
                {see}
            </p>
            {hint.map(|words| view! { <Hint words=words /> })}
            {citation.map(|citation| view! { <Cite citation=citation /> })}
        </li>
    }
}
