//! 快速预检: eight questions before anything is filled in, and what they come to.

mod outcome;

pub use outcome::Outcome;

use leptos::prelude::*;

use crate::app::components::{Cite, Heading};
use crate::app::replies;
use crate::app::route;
use crate::app::state::{State, t};
use jiemeng::checks::{PRECHECK, PrecheckQuestion, PrecheckResult, Reply, precheck};
use jiemeng::language::label;
use jiemeng::screens::{Address, Route};

/// The questions.
#[component]
pub fn Precheck() -> impl IntoView {
    let state = State::here();
    let asked = RwSignal::new(false);
    let see = move |_| {
        if matches!(so_far(state), PrecheckResult::Open(_)) {
            asked.set(true);
        } else {
            route::go(&Route::PrecheckResult.address());
        }
    };
    view! {
        <Heading title=label("快速预检", "Pre-check") />
        <p class="lead">
            {t(
                label(
                    "8 个问题，两分钟，看看现在申请备案是否合适。这里的回答不写入材料。",
                    "Eight questions, two minutes: is this the time to apply? What you reply here goes into no document.",
                ),
            )}
        </p>
        <Unanswered asked=asked />
        {PRECHECK.iter().map(|question| view! { <Asked question=question /> }).collect_view()}
        <div class="actions">
            <button type="button" class="button" on:click=see>
                {t(label("看结果", "See the result"))}
            </button>
        </div>
    }
}

/// What the replies come to so far.
fn so_far(state: State) -> PrecheckResult {
    state.replies.with(|replies| precheck(|rule| replies.get(rule).copied()))
}

/// The questions left open, as links, once the result was asked for.
#[component]
fn Unanswered(asked: RwSignal<bool>) -> impl IntoView {
    let state = State::here();
    move || match so_far(state) {
        PrecheckResult::Open(open) if asked.get() => {
            let links = open.into_iter().map(|question| {
                let address = Address { route: Route::Precheck, focus: Some(place(question)) };
                view! { <li><a href=address.to_string()>{t(question.question)}</a></li> }
            });
            Some(view! {
                <section class="notice notice--open" role="alert">
                    <h2>{t(label("还有问题没有回答", "Some questions are not answered yet"))}</h2>
                    <ul>{links.collect_view()}</ul>
                </section>
            })
        }
        _ => None,
    }
}

/// The id of a question on the page.
fn place(question: &PrecheckQuestion) -> String {
    format!("precheck/{}", question.rule)
}

#[component]
fn Asked(question: &'static PrecheckQuestion) -> impl IntoView {
    let state = State::here();
    let rule = question.rule;
    let place = place(question);
    let hint = format!("{place}.hint");
    let described_by = hint.clone();
    let rows = Reply::ALL.map(|reply| {
        let control = format!("{place}={}", reply.code());
        let chosen = move || state.replies.with(|replies| replies.get(rule) == Some(&reply));
        let choose = move |_| {
            state.replies.update(|replies| {
                replies.insert(rule, reply);
                replies::keep(replies);
            });
        };
        view! {
            <div class="radio">
                <input type="radio" id=control.clone() name=place.clone() prop:checked=chosen on:change=choose />
                <label for=control>{t(reply.label())}</label>
            </div>
        }
    });
    view! {
        <fieldset class="field choice" id=place tabindex="-1" aria-describedby=described_by>
            <legend class="field__label">{t(question.question)}</legend>
            <p class="field__hint" id=hint>
                {t(question.hint)}
            </p>
            <Cite citation=question.citation />
            <div class="choice__alternatives">{rows.into_iter().collect_view()}</div>
        </fieldset>
    }
}
