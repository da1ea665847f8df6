//! One finding, as a row of a list.

use leptos::prelude::*;

use super::{Cite, FactLinks};
use crate::app::state::{State, t};
use jiemeng::checks::{Finding, Severity};

/// What was found, what to do, and the facts it speaks of, as links.
#[component]
pub fn OneFinding(
    /// The finding.
    finding: Finding,
) -> impl IntoView {
    let state = State::here();
    let severity = finding.severity;
    let (message, remedy) = (finding.message, finding.remedy);
    view! {
        <li class="finding" data-severity=severity_code(severity) data-check=finding.check>
            <p class="finding__message">
                <span class="severity">{t(severity.label())}</span>
                " "
                {move || state.say(&message)}
            </p>
            <p>{move || state.say(&remedy)}</p>
            <FactLinks facts=finding.facts answers=true />
            {finding.citation.map(|citation| view! { <Cite citation=citation /> })}
        </li>
    }
}

/// A word for style sheets.
const fn severity_code(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Caution => "caution",
        Severity::Hint => "hint",
    }
}
