//! What was found across the parts, gravest first, each with its fields.

use leptos::prelude::*;

use crate::app::components::OneFinding;
use crate::app::state::{State, t};
use crate::app::turns::by_turns;
use jiemeng::checks::{Assessment, Finding, Severity};
use jiemeng::language::label;
use jiemeng::screens::Route;

/// The overall verdict in a line, and the findings, which may be narrowed to one severity.
#[component]
pub fn Findings() -> impl IntoView {
    let state = State::here();
    let assessment = state.assessment();
    let only = RwSignal::new(None::<Severity>);
    let findings = Memo::new(move |_| assessment.with(|assessment| assessment.findings.clone()));
    let shown = move || {
        let wanted = only.get();
        let wanted = move |finding: &Finding| wanted.is_none_or(|severity| finding.severity == severity);
        findings.get().into_iter().filter(wanted).collect::<Vec<_>>()
    };
    view! {
        <section aria-labelledby="findings-heading">
            <h2 id="findings-heading">{t(label("发现的问题", "Findings"))}</h2>
            <Eligible />
            <p hidden=move || findings.with(|findings| !findings.is_empty())>
                {t(label("没有发现前后矛盾的地方。", "Nothing contradicts anything."))}
            </p>
            <div class="filter" role="group" aria-label=t(label("按程度筛选", "Narrow by severity"))>
                <FilterButton only=only severity=None findings=findings />
                {Severity::ALL
                    .map(|severity| view! { <FilterButton only=only severity=Some(severity) findings=findings /> })
                    .collect_view()}
            </div>
            <ol class="findings" data-testid="findings">
                <For each=by_turns(shown) key=Clone::clone let:finding>
                    <OneFinding finding=finding />
                </For>
            </ol>
        </section>
    }
}

/// What the eligibility check says, with the way to it.
#[component]
fn Eligible() -> impl IntoView {
    let state = State::here();
    let assessment = state.assessment();
    let verdict = Memo::new(move |_| assessment.with(Assessment::eligible));
    view! {
        <p>
            {t(label("资格自查：", "Eligibility: "))}
            <strong>{move || verdict.get().label().words(state.language.get())}</strong> " "
            <a href=Route::Eligibility.to_string()>{t(label("看逐条结果", "See each condition"))}</a>
        </p>
    }
}

#[component]
fn FilterButton(
    only: RwSignal<Option<Severity>>,
    severity: Option<Severity>,
    findings: Memo<Vec<Finding>>,
) -> impl IntoView {
    let words = severity.map_or(label("全部", "All"), Severity::label);
    let count = move || {
        let fits = |finding: &&Finding| severity.is_none_or(|severity| finding.severity == severity);
        findings.with(|findings| findings.iter().filter(fits).count())
    };
    view! {
        <button
            type="button"
            class="filter__button"
            aria-pressed=move || (only.get() == severity).to_string()
            hidden=move || count() == 0
            on:click=move |_| only.set(severity)
        >
            {t(words)}
            " "
            {count}
        </button>
    }
}
