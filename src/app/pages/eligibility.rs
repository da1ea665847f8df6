//! 资格自查: each condition of founding with its verdict, why, and what is still to be answered, asked on the spot.

use leptos::prelude::*;

mod card;
mod questions;
mod why;

use card::Card;
use questions::Questions;

use crate::app::components::Heading;
use crate::app::pages::described::Onward;
use crate::app::state::{State, t};
use crate::app::turns::by_turns;
use jiemeng::checks::{Assessment, Outcome, Verdict, Weight};
use jiemeng::language::{Label, Message, label};
use jiemeng::measures::EDITION;
use jiemeng::message;
use jiemeng::screens::{Address, Route};

/// The overall verdict, then the conditions: what must be met, what is so as a rule, what is encouraged.
#[component]
pub fn Eligibility() -> impl IntoView {
    let questions = Questions::new();
    view! {
        <Heading title=label("资格自查", "Eligibility") />
        <p class="lead">
            {t(
                label(
                    "逐条对照设立条件。没有回答的只算“待补充”，不会算作不符合；差什么，当场就可以填。",
                    "Each condition of founding in turn. What is not answered is “pending”, never “no”; what is missing can be filled in right here.",
                ),
            )}
        </p>
        <p class="hint-mark">
            <span class="hint-mark__word">{t(label(EDITION.status, "Draft for comment"))}</span>
            " "
            {t(EDITION.note)}
        </p>
        <p>
            <a href=Route::Precheck.to_string()>
                {t(label("时间不多？先做 8 个问题的快速预检", "Short of time? Take the pre-check of eight questions first"))}
            </a>
        </p>
        <Overall />
        <Conditions weight=Weight::Must title=label("必须符合的条件", "Conditions that must be met") questions=questions />
        <Conditions weight=Weight::Advisory title=label("一般要求", "Conditions that hold as a rule") questions=questions />
        <Conditions weight=Weight::Bonus title=label("支持和鼓励", "What is supported and encouraged") questions=questions />
        <Onward from=Route::Eligibility />
    }
}

#[component]
fn Conditions(weight: Weight, title: Label, questions: Questions) -> impl IntoView {
    let assessment = State::here().assessment();
    let rules = Memo::new(move |_| {
        let of_weight = |outcome: &&Outcome| outcome.rule.weight == weight;
        assessment
            .with(|assessment| assessment.outcomes.iter().filter(of_weight).map(|outcome| outcome.rule.id).collect())
    });
    view! {
        <section hidden=move || rules.with(Vec::<&str>::is_empty)>
            <h2>{t(title)}</h2>
            <For each=by_turns(move || rules.get()) key=|id| *id let:id>
                <Card id=id questions=questions />
            </For>
        </section>
    }
}

/// What the conditions come to. A knock-out says why and what would change it; it is no error of the user's.
#[component]
fn Overall() -> impl IntoView {
    let state = State::here();
    let assessment = state.assessment();
    let verdict = Memo::new(move |_| assessment.with(Assessment::eligible));
    let deciding = Memo::new(move |_| {
        let verdict = verdict.get();
        assessment.with(|assessment| {
            let musts = assessment.outcomes.iter().filter(|outcome| outcome.rule.weight == Weight::Must);
            musts.filter(|outcome| outcome.verdict == verdict).cloned().collect::<Vec<_>>()
        })
    });
    let words = move || state.say(&overall_words(verdict.get(), deciding.with(Vec::len)));
    let explained = move || {
        let unsettled = verdict.get() != Verdict::Met;
        unsettled
            .then(|| deciding.get().into_iter().map(|outcome| view! { <Deciding outcome=outcome /> }).collect_view())
    };
    view! {
        <section class="overall" data-verdict=move || verdict.get().code() aria-labelledby="overall-heading">
            <h2 id="overall-heading">{move || state.say(&overall_heading(verdict.get()))}</h2>
            <p>{words}</p>
            <ul>{explained}</ul>
        </section>
    }
}

/// A condition that decides the overall verdict, with what would change it.
#[component]
fn Deciding(outcome: Outcome) -> impl IntoView {
    let state = State::here();
    let remedies = outcome.remedies;
    let remedy = (outcome.verdict == Verdict::Unmet)
        .then_some(move || remedies.iter().map(|remedy| state.say(remedy)).collect::<Vec<_>>().join(" "));
    view! {
        <li>
            <a href=Address::of_rule(outcome.rule.id).to_string()>{t(outcome.rule.question)}</a>
            {remedy.map(|words| view! { <p>{words}</p> })}
        </li>
    }
}

fn overall_heading(verdict: Verdict) -> Label {
    match verdict {
        Verdict::Met => label("目前符合设立条件", "As things stand, the alliance is eligible"),
        Verdict::Unmet => label("目前还不能申请备案", "As things stand, the alliance cannot be registered"),
        Verdict::Unknown => label("还不能判断", "This cannot be told yet"),
    }
}

fn overall_words(verdict: Verdict, count: usize) -> Message {
    match verdict {
        Verdict::Met => message!(
            "{count} 项必须条件全部符合。是否准予备案，由受理部门审核决定。",
            "All {count} required conditions are met. Whether the alliance is registered is for the office to decide."
        ),
        Verdict::Unmet => message!(
            "{count} 项必须条件没有满足。下面写明了是哪几项、怎样才能改变；已填的内容都在，补齐后这里会自动更新。",
            "Required conditions not met: {count}. Below is which they are and what would change them. Everything you entered is kept; this page follows as you change it."
        ),
        Verdict::Unknown => message!(
            "没有发现不符合的，还有 {count} 项必须条件要补充内容才能判断：",
            "Nothing speaks against it so far; required conditions that still await answers: {count}."
        ),
    }
}
