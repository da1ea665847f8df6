//! One condition: its verdict, its question, why, what is missing, what would change it.

use leptos::prelude::*;

use super::questions::Questions;
use super::why::Why;
use crate::app::components::{FactLinks, Field, Hint};
use crate::app::state::{State, t};
use jiemeng::checks::{Assessment, Outcome, Rule, Verdict, rules};
use jiemeng::dossier::FactPath;
use jiemeng::language::{Message, label};

/// The card of one condition.
#[component]
pub fn Card(id: &'static str, questions: Questions) -> impl IntoView {
    let Some(rule) = rules().find(|rule| rule.id == id) else { return ().into_any() };
    let outcome = outcome_of(id);
    let verdict = Memo::new(move |_| outcome.with(|outcome| outcome.as_ref().map(|outcome| outcome.verdict)));
    let element = format!("rule/{id}");
    view! {
        <article
            class="card"
            id=element
            tabindex="-1"
            data-verdict=move || verdict.get().map_or("", Verdict::code)
        >
            <CardHead rule=rule verdict=verdict />
            <Findings outcome=outcome />
            <Missing outcome=outcome rule=id questions=questions />
            <Why outcome=outcome rule=rule />
        </article>
    }
    .into_any()
}

fn outcome_of(id: &'static str) -> Memo<Option<Outcome>> {
    let assessment = State::here().assessment();
    let find = move |assessment: &Assessment| assessment.outcomes.iter().find(|outcome| outcome.rule.id == id).cloned();
    Memo::new(move |_| assessment.with(find))
}

#[component]
fn CardHead(rule: &'static Rule, verdict: Memo<Option<Verdict>>) -> impl IntoView {
    let state = State::here();
    let words = move || verdict.get().map(|verdict| verdict.label().words(state.language.get()));
    view! {
        <header class="card__head">
            <h3>{t(rule.question)}</h3>
            <span class="verdict" data-testid="verdict" data-rule=rule.id data-verdict=move || verdict.get().map_or("", Verdict::code)>
                {words}
            </span>
        </header>
        <div class="card__source">
            <span class="weight">{t(rule.weight.label())}</span>
            <span>{move || state.say(&rule.citation.words())}</span>
        </div>
    }
}

/// Why, what would change it, and what experience adds.
#[component]
fn Findings(outcome: Memo<Option<Outcome>>) -> impl IntoView {
    let state = State::here();
    let words = move |read: fn(&Outcome) -> &Vec<Message>| {
        Memo::new(move |_| {
            outcome.with(|outcome| outcome.as_ref().map(|outcome| read(outcome).clone()).unwrap_or_default())
        })
    };
    let unmet =
        move || outcome.with(|outcome| outcome.as_ref().is_some_and(|outcome| outcome.verdict == Verdict::Unmet));
    let (reasons, remedies, hints) =
        (words(|outcome| &outcome.reasons), words(|outcome| &outcome.remedies), words(|outcome| &outcome.hints));
    view! {
        <ul class="reasons">
            {move || reasons.get().iter().map(|words| view! { <li>{state.say(words)}</li> }).collect_view()}
        </ul>
        <div class="remedies" class:is-unmet=unmet hidden=move || remedies.with(Vec::is_empty)>
            <h4 hidden=move || !unmet()>{t(label("怎样才能改变", "What would change it"))}</h4>
            <ul>{move || remedies.get().iter().map(|words| view! { <li>{state.say(words)}</li> }).collect_view()}</ul>
        </div>
        {move || hints.get().into_iter().map(|words| view! { <Hint words=words /> }).collect_view()}
    }
}

/// The missing facts: asked here, or as links to where they are asked.
#[component]
fn Missing(outcome: Memo<Option<Outcome>>, rule: &'static str, questions: Questions) -> impl IntoView {
    let here = questions.under(rule);
    let missing = Memo::new(move |_| {
        outcome.with(|outcome| outcome.as_ref().map(|outcome| outcome.missing.clone()).unwrap_or_default())
    });
    let elsewhere = Memo::new(move |_| {
        let not_here = |fact: &&FactPath| here.with(|here| !here.contains(*fact));
        missing.with(|missing| missing.iter().filter(not_here).cloned().collect::<Vec<_>>())
    });
    view! {
        <div class="card__questions" hidden=move || here.with(Vec::is_empty)>
            <For each=move || here.get() key=Clone::clone let:fact>
                <Field path=fact named=true cited=false />
            </For>
        </div>
        <Show when=move || elsewhere.with(|facts| !facts.is_empty())>
            <div class="card__missing">
                <h4>{t(label("还要补充", "Also missing"))}</h4>
                <FactLinks facts=elsewhere on_this_page=Callback::new(move |fact| questions.ask(&fact)) />
            </div>
        </Show>
    }
}
