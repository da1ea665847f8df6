//! The first screen: what this is and what there is to do. How far it is, comes with the dossier.

use leptos::prelude::*;

use super::frame::{of_desk, of_desk_or};
use super::tour::Tour;
use crate::app::browser;
use crate::app::components::Heading;
use crate::app::shell::t;
use jiemeng::language::{Label, label};
use jiemeng::screens::{Route, TASKS, Task};

/// The key under which it is remembered that something was entered.
pub const BEGUN_KEY: &str = "jiemeng-begun";
/// What is above the tasks once something was entered.
pub const STANDING: Label = label("准备情况", "How ready it is");

/// What it is, the tasks, and the dossier as a whole.
#[component]
pub fn Tasks() -> impl IntoView {
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
        {of_desk_or(|desk| (desk.standing)(), standing)}
        <section aria-labelledby="tasks-heading">
            <h2 id="tasks-heading">{t(label("任务清单", "Task list"))}</h2>
            <ol class="tasks">{TASKS.iter().map(|task| view! { <TaskRow task=task /> }).collect_view()}</ol>
        </section>
        {of_desk(|desk| (desk.whole)())}
    }
}

#[component]
fn TaskRow(task: &'static Task) -> impl IntoView {
    view! {
        <li>
            <a class="task" href=task.route.to_string()>
                <span class="task__title">{t(task.title)}</span>
                <span class="task__lead">{t(task.lead)}</span>
                {of_desk_or(move |desk| (desk.progress)(task), progress)}
            </a>
        </li>
    }
}

/// As tall as what the dossier will say there, as far as the last visit tells: nothing is to move when it comes.
fn standing() -> AnyView {
    if browser::recall(BEGUN_KEY).is_none() {
        return view! { <BeforeAnything /> }.into_any();
    }
    view! {
        <section class="standing" aria-hidden="true">
            <h2>{t(STANDING)}</h2>
            <p>"\u{a0}"</p>
            <div class="readiness">
                {(0..4).map(|_| view! { <div class="readiness__row"></div> }).collect_view()}
            </div>
            <p>"\u{a0}"</p>
        </section>
    }
    .into_any()
}

/// The same for a task.
fn progress() -> AnyView {
    view! { <span class="status" data-status="coming" aria-hidden="true">"……"</span> }.into_any()
}

/// The way to the pre-check, while nothing was entered.
#[component]
pub fn BeforeAnything() -> impl IntoView {
    view! {
        <p>
            <a href=Route::Precheck.to_string()>
                {t(label("先答 8 个问题，看看现在能不能申请备案", "First: eight questions that tell whether to apply now"))}
            </a>
        </p>
    }
}
