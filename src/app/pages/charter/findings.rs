//! What the checks found in the charter.

use leptos::prelude::*;

use crate::app::components::OneFinding;
use crate::app::state::{State, t};
use jiemeng::checks::Finding;
use jiemeng::dossier::{FactPath, Section};
use jiemeng::language::label;

/// The findings, folded; nothing where there are none.
#[component]
pub fn CharterFindings() -> impl IntoView {
    let assessment = State::here().assessment();
    let findings = Memo::new(move |_| {
        let here = |finding: &&Finding| finding.facts.first().and_then(FactPath::section) == Some(Section::Charter);
        assessment.with(|assessment| assessment.findings.iter().filter(here).cloned().collect::<Vec<_>>())
    });
    let rows =
        move || findings.get().into_iter().map(|finding| view! { <OneFinding finding=finding /> }).collect_view();
    view! {
        <Show when=move || findings.with(|findings| !findings.is_empty())>
            <details class="charter__findings">
                <summary>
                    <h2>{t(label("章程检查", "What to look at"))}</h2>
                    <span class="charter__count">{move || findings.with(Vec::len)}</span>
                </summary>
                <ol class="findings">{rows}</ol>
            </details>
        </Show>
    }
}
