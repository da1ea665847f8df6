//! The choices between the model's alternatives.

use leptos::prelude::*;

use super::desk::Desk;
use crate::app::components::Cite;
use crate::app::state::{State, t};
use crate::app::turns::by_turns;
use jiemeng::charter::{Alternative, Article, Charter, Choice, clause, edit};
use jiemeng::language::label;

/// The first clause that stands and prints what a choice decides.
fn decided(charter: &Charter, choice: &Choice) -> Option<String> {
    let decides =
        |article: &&Article| clause(&article.clause).is_some_and(|clause| clause.choices().any(|id| id == choice.id));
    charter.articles().find(decides).map(|article| article.clause.clone())
}

/// Some choices.
#[component]
pub fn Choices(choices: Vec<&'static Choice>, desk: Desk) -> impl IntoView {
    view! {
        <For each=by_turns(move || choices.clone()) key=|choice| choice.id let:choice>
            <OneChoice choice=choice desk=desk />
        </For>
    }
}

#[component]
fn OneChoice(choice: &'static Choice, desk: Desk) -> impl IntoView {
    let state = State::here();
    let chosen = state.part(move |dossier| choice.chosen(&dossier.charter).id);
    let place = choice.path().to_string();
    let hint_id = format!("{place}.hint");
    let described_by = hint_id.clone();
    let choose = move |alternative: &str| {
        state.change(|dossier| edit::choose(dossier, choice.id, alternative));
        desk.shown.set(desk.charter.with_untracked(|charter| decided(charter, choice)));
    };
    let rows = choice.alternatives.iter().map(|alternative| {
        let Alternative { id, label: words, .. } = alternative;
        let control = format!("choice-{}-{id}", choice.id);
        let is_default = *id == choice.default().id;
        view! {
            <div class="radio">
                <input
                    type="radio"
                    id=control.clone()
                    name=format!("choice-{}", choice.id)
                    value=*id
                    prop:checked=move || chosen.get() == *id
                    on:change=move |_| choose(id)
                />
                <label for=control>
                    {t(*words)} {is_default.then(|| view! { <span class="tag">{t(label("默认", "Default"))}</span> })}
                </label>
            </div>
        }
    });
    view! {
        <fieldset class="field choice" id=place tabindex="-1" aria-describedby=described_by>
            <legend class="field__label">{t(choice.question)}</legend>
            <div class="field__hint" id=hint_id>
                {(!choice.hint.zh.is_empty()).then(|| view! { <p>{t(choice.hint)}</p> })}
            </div>
            {choice.citation.map(|citation| view! { <Cite citation=citation /> })}
            <div class="choice__alternatives">{rows.collect_view()}</div>
        </fieldset>
    }
}
