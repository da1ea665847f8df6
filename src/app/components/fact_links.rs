//! Facts as links to where they are asked.

use leptos::prelude::*;

use crate::app::state::State;
use jiemeng::dossier::FactPath;
use jiemeng::message;
use jiemeng::screens::{Address, Route, answer_of, name_of};

/// More links than these are counted instead.
const SHOWN: usize = 24;

/// A list of links, one a fact; with `answers`, what is answered there stands beside it.
#[component]
pub fn FactLinks(
    /// The facts.
    #[prop(into)]
    facts: Signal<Vec<FactPath>>,
    /// Whether to show the answers too.
    #[prop(optional)]
    answers: bool,
    /// Which facts are asked on the eligibility page itself, where the links are shown there.
    #[prop(optional, into)]
    on_this_page: Option<Callback<FactPath, bool>>,
) -> impl IntoView {
    let state = State::here();
    let rows = move || {
        let facts = facts.get();
        facts
            .into_iter()
            .take(SHOWN)
            .map(|fact| {
                let here = on_this_page.is_some_and(|asks| asks.run(fact.clone()));
                view! { <FactLink fact=fact answers=answers here=here /> }
            })
            .collect_view()
    };
    let rest = move || {
        let more = facts.with(Vec::len).saturating_sub(SHOWN);
        (more > 0).then(|| view! { <li>{state.say(&message!("以及另外 {more} 项", "and {more} more"))}</li> })
    };
    view! { <ul class="fact-links">{rows} {rest}</ul> }
}

#[component]
fn FactLink(fact: FactPath, answers: bool, here: bool) -> impl IntoView {
    let state = State::here();
    let address = if here {
        Address { route: Route::Eligibility, focus: Some(fact.to_string()) }
    } else {
        Address::of_fact(&fact)
    };
    let answered = fact.clone();
    let name = state.part(move |dossier| name_of(dossier, &fact));
    let answer = answers.then(|| {
        let answer = state.part(move |dossier| answer_of(dossier, &answered));
        view! { <span class="fact-links__answer">{move || state.say(&answer.get())}</span> }
    });
    view! {
        <li>
            <a href=address.to_string()>{move || state.say(&name.get())}</a>
            {answer}
        </li>
    }
}
