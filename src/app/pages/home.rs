//! The first screen: what this is, what there is to do, and how far it is.

mod dossiers;
mod earlier;
mod reminder;

pub use dossiers::named;

use leptos::prelude::*;

use crate::app::components::{Confirm, Heading, ReadinessPicture, SeeDocuments, readiness};
use crate::app::state::{State, t};
use crate::app::tour::Tour;
use crate::app::transfer::{DownloadBundle, ExportDraft, Import};
use jiemeng::checks::Assessment;
use jiemeng::dossier::{Dossier, sample};
use jiemeng::keeping::Reason;
use jiemeng::language::label;
use jiemeng::message;
use jiemeng::screens::{Progress, Route, TASKS, Task};

/// What it is, the tasks, and the dossier as a whole.
#[component]
pub fn Home() -> impl IntoView {
    view! {
        <Heading title=label("知识产权联盟备案材料", "Filing an intellectual property alliance") />
        <p class="lead">
            {t(
                label(
                    "在海南组建知识产权联盟：自查资格、起草章程、备齐第二十条要求的材料，最后下载可以交给受理部门的备案材料包。",
                    "Founding an IP alliance in Hainan: check that it is eligible, draft its charter, gather what Article 20 asks for, and download a filing bundle for the office.",
                ),
            )}
        </p>
        <ul class="promises">
            <li>{t(label("内容只留在这台电脑的浏览器里，不会发送到任何地方。", "What you enter stays in this browser, on this machine. Nothing is sent anywhere."))}</li>
            <li>{t(label("边填边存，随时可以关掉，下次接着填。", "It is saved as you type. Close the page whenever you like and go on later."))}</li>
            <li>{t(label("各项任务不分先后。", "Do the tasks in any order."))}</li>
        </ul>
        <Tour />
        <BeforeAnything />
        <reminder::Reminder />
        <Standing />
        <section aria-labelledby="tasks-heading">
            <h2 id="tasks-heading">{t(label("任务清单", "Task list"))}</h2>
            <ol class="tasks">{TASKS.iter().map(|task| view! { <TaskRow task=task /> }).collect_view()}</ol>
        </section>
        <section aria-labelledby="whole-heading">
            <h2 id="whole-heading">{t(label("整份材料", "The dossier as a whole"))}</h2>
            <div class="actions">
                <DownloadBundle />
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

/// The way to the pre-check, while nothing was entered.
#[component]
fn BeforeAnything() -> impl IntoView {
    let begun = State::here().part(|dossier| *dossier != Dossier::default());
    view! {
        <p hidden=begun>
            <a href=Route::Precheck.to_string()>
                {t(label("先答 8 个问题，看看现在能不能申请备案", "First: eight questions that tell whether to apply now"))}
            </a>
        </p>
    }
}

/// How things stand as a whole; nothing before anything was entered.
#[component]
fn Standing() -> impl IntoView {
    let begun = State::here().part(|dossier| *dossier != Dossier::default());
    view! {
        <Show when=move || begun.get()>
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
            <h2 id="standing-heading">{t(label("准备情况", "How ready it is"))}</h2>
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

#[component]
fn TaskRow(task: &'static Task) -> impl IntoView {
    let state = State::here();
    let assessment = state.assessment();
    let progress = Memo::new(move |_| {
        state.read(|dossier| assessment.with(|assessment| Progress::of(&task.route, dossier, assessment)))
    });
    view! {
        <li>
            <a class="task" href=task.route.to_string()>
                <span class="task__title">{t(task.title)}</span>
                <span class="task__lead">{t(task.lead)}</span>
                <span class="status" data-status=move || progress.get().code()>
                    {move || progress.get().label().words(state.language.get())}
                </span>
            </a>
        </li>
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
