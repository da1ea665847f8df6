//! A screen of questions, drawn from its description.

use leptos::prelude::*;

use crate::app::components::{ErrorSummary, Faults, Fields, Heading, OneFinding};
use crate::app::state::{State, t};
use jiemeng::checks::Finding;
use jiemeng::dossier::{FactPath, Section};
use jiemeng::language::label;
use jiemeng::screens::{Route, Screen, TASKS};

/// Heading, questions group by group, and the way on.
#[component]
pub fn Described(
    /// The screen.
    screen: &'static Screen,
    /// The part of the dossier it asks for.
    prefix: &'static str,
    /// Its address.
    route: Route,
    /// What stands between the lead and the questions.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let faults = Faults::on(screen, prefix.to_owned());
    view! {
        <ErrorSummary faults=faults />
        <Heading title=screen.title faulty=Signal::derive(move || faults.any()) />
        <p class="lead">{t(screen.lead)}</p>
        {children.map(|children| children())}
        <Fields screen=screen prefix=prefix />
        <FoundHere section=FactPath::from(prefix).section() />
        <Onward from=route faults=faults />
    }
}

/// What the checks found on this screen. It stands below the questions, so that nothing moves under the hands of whoever
/// answers them.
#[component]
pub fn FoundHere(
    /// The part of the dossier that is asked for here.
    section: Option<Section>,
    /// The member that it is of, where it is one's.
    #[prop(optional)]
    member: Option<String>,
) -> impl IntoView {
    let state = State::here();
    let findings = Memo::new(move |_| {
        let is_of = |path: &FactPath| member.as_deref().is_none_or(|id| path.member_id() == Some(id));
        let is_here = |path: &FactPath| path.section() == section && is_of(path);
        let here = |finding: &&Finding| finding.facts.iter().any(is_here);
        state.assessment().with(|assessment| assessment.findings.iter().filter(here).cloned().collect::<Vec<_>>())
    });
    let rows =
        move || findings.get().into_iter().map(|finding| view! { <OneFinding finding=finding /> }).collect_view();
    view! {
        <section class="group" aria-labelledby="found-here" hidden=move || findings.with(Vec::is_empty)>
            <h2 id="found-here">{t(label("本页要看一看的地方", "To look at on this page"))}</h2>
            <ol class="findings">{rows}</ol>
        </section>
    }
}

/// The way on to the next task, and back to the list.
#[component]
pub fn Onward(
    /// The task that was being done.
    from: Route,
    /// What is told before going on.
    #[prop(optional)]
    faults: Option<Faults>,
) -> impl IntoView {
    let next = TASKS.iter().skip_while(|task| task.route != from).nth(1);
    view! {
        <nav class="onward" aria-label=t(label("继续", "Continue"))>
            {next
                .map(|task| {
                    view! {
                        <a
                            class="button"
                            href=task.route.to_string()
                            on:click=move |event| {
                                if let Some(faults) = faults {
                                    faults.before_going_on(&event);
                                }
                            }
                        >
                            {t(label("继续：", "Continue: "))}
                            {t(task.title)}
                        </a>
                    }
                })}
            <a href=Route::Home.to_string()>{t(label("返回任务清单", "Back to the task list"))}</a>
        </nav>
    }
}
