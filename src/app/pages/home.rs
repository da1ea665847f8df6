//! What the dossier adds to the first screen: how things stand, how far each task is, and what is done with it as a whole.
//! The screen itself is the front's: [`front`](crate::app::front).

mod dossiers;
mod earlier;
mod guide;
mod reminder;

pub use dossiers::named;
pub use guide::Guide;

use leptos::prelude::*;

use crate::app::browser;
use crate::app::components::{Confirm, ReadinessPicture, SeeDocuments, readiness};
use crate::app::front::{BEGUN_KEY, BeforeAnything, STANDING};
use crate::app::state::{State, t};
use crate::app::transfer::{DownloadBundle, ExportDraft, Import};
use jiemeng::checks::Assessment;
use jiemeng::dossier::{Dossier, sample};
use jiemeng::keeping::Reason;
use jiemeng::language::label;
use jiemeng::message;
use jiemeng::screens::{Progress, Route, Task};

/// What there is to know before anything is done: what is at risk, how things stand.
#[component]
pub fn Standing() -> impl IntoView {
    view! {
        <reminder::Reminder />
        <WhereItStands />
    }
}

/// The dossier as a whole, and the others that are kept.
#[component]
pub fn Whole() -> impl IntoView {
    view! {
        <section aria-labelledby="whole-heading">
            <h2 id="whole-heading">{t(label("整份材料", "The dossier as a whole"))}</h2>
            <div class="actions">
                <DownloadBundle onward=true />
                <SeeDocuments />
                <ExportDraft />
                <Import />
                <LoadSample />
                <StartAfresh />
            </div>
            <p>
                {t(label("收到别人的材料包？", "Were you sent a bundle?"))}
                <a href=Route::Verify.to_string()>{t(label("核验备案材料包", "Verify filing bundles"))}</a>
            </p>
        </section>
        <dossiers::Dossiers />
    }
}

/// How things stand as a whole; before anything was entered, the way to the pre-check.
#[component]
fn WhereItStands() -> impl IntoView {
    let begun = State::here().part(|dossier| *dossier != Dossier::default());
    // The next visit keeps the place free.
    Effect::new(move || if begun.get() { browser::remember(BEGUN_KEY, "yes") } else { browser::forget(BEGUN_KEY) });
    view! {
        <Show when=move || begun.get() fallback=|| view! { <BeforeAnything /> }>
            <StandingNow />
        </Show>
    }
}

/// The verdict in a line, the picture, and where to go when all is there.
#[component]
fn StandingNow() -> impl IntoView {
    let state = State::here();
    let assessment = state.assessment();
    let eligible = Memo::new(move |_| assessment.with(Assessment::eligible));
    let ready = readiness();
    let words = move || {
        let (verdict, faults) = (eligible.get().label(), ready.with(|ready| ready.errors));
        let (zh, en) = (verdict.zh, verdict.en);
        state.say(&message!(
            "资格自查：{zh}。必须改正的问题：{faults} 处。",
            "Eligibility: {en}. To be put right: {faults}."
        ))
    };
    view! {
        <section class="standing" data-verdict=move || eligible.get().code() aria-labelledby="standing-heading">
            <h2 id="standing-heading">{t(STANDING)}</h2>
            <p>{words}</p>
            <ReadinessPicture ready=ready />
            <p>
                <a href=Route::Done.to_string()>
                    {t(label("材料齐了以后交给谁、怎么办", "What to do once all is there, and where"))}
                </a>
            </p>
        </section>
    }
}

/// How far a task is.
#[component]
pub fn TaskStatus(
    /// The task.
    task: &'static Task,
) -> impl IntoView {
    let state = State::here();
    let assessment = state.assessment();
    let progress = Memo::new(move |_| {
        state.read(|dossier| assessment.with(|assessment| Progress::of(&task.route, dossier, assessment)))
    });
    view! {
        <span class="status" data-status=move || progress.get().code()>
            {move || progress.get().label().words(state.language.get())}
        </span>
    }
}

/// 载入示例. It asks first where something was typed.
#[component]
fn LoadSample() -> impl IntoView {
    let state = State::here();
    let asking = RwSignal::new(false);
    let load = move || {
        state.replace(sample(), Reason::Sample);
        state.say_done(message!("已载入示例。", "The sample was loaded."));
    };
    let clicked = move |_| {
        if state.peek(|dossier| *dossier == Dossier::default() || *dossier == sample()) {
            load();
        } else {
            asking.set(true);
        }
    };
    view! {
        <button type="button" class="button button--quiet" on:click=clicked>
            {t(label("载入示例", "Load the sample"))}
        </button>
        <Confirm
            open=asking
            question=label("用示例替换现有内容？", "Replace what is here with the sample?")
            consequence=label(
                "替换前的内容留在本页的“历史版本”里，可以恢复；稳妥起见，可先导出草稿。",
                "What you entered stays among the earlier states on this page and can be restored; to be safe, export a draft first.",
            )
            go_on=label("替换", "Replace")
            confirmed=Callback::new(move |()| load())
        >
            <ExportDraft />
        </Confirm>
    }
}

/// 清空: an empty dossier, after asking.
#[component]
fn StartAfresh() -> impl IntoView {
    let state = State::here();
    let empty = state.part(|dossier| *dossier == Dossier::default());
    let asking = RwSignal::new(false);
    let clear = Callback::new(move |()| {
        state.replace(Dossier::default(), Reason::Clearing);
        state.say_done(message!("已清空。", "Everything was cleared."));
    });
    view! {
        <button type="button" class="button button--grave" hidden=empty on:click=move |_| asking.set(true)>
            {t(label("清空", "Clear everything"))}
        </button>
        <Confirm
            open=asking
            question=label("清空全部内容？", "Clear everything?")
            consequence=label(
                "这份材料的所有答案和附件都会清掉。清空前的内容留在本页的“历史版本”里，可以恢复；稳妥起见，可先导出草稿。",
                "Every answer and attachment of this dossier goes. It stays among the earlier states on this page and can be restored; to be safe, export a draft first.",
            )
            go_on=label("清空", "Clear")
            confirmed=clear
        >
            <ExportDraft />
        </Confirm>
    }
}
