//! A screen of questions, drawn from its description.

use leptos::prelude::*;

use crate::app::components::{Fields, Heading};
use crate::app::state::t;
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
    view! {
        <Heading title=screen.title />
        <p class="lead">{t(screen.lead)}</p>
        {children.map(|children| children())}
        <Fields screen=screen prefix=prefix />
        <Onward from=route />
    }
}

/// The way on to the next task, and back to the list.
#[component]
pub fn Onward(
    /// The task that was being done.
    from: Route,
) -> impl IntoView {
    let next = TASKS.iter().skip_while(|task| task.route != from).nth(1);
    view! {
        <nav class="onward" aria-label=t(label("继续", "Continue"))>
            {next
                .map(|task| {
                    view! {
                        <a class="button" href=task.route.to_string()>
                            {t(label("继续：", "Continue: "))}
                            {t(task.title)}
                        </a>
                    }
                })}
            <a href=Route::Home.to_string()>{t(label("返回任务清单", "Back to the task list"))}</a>
        </nav>
    }
}
