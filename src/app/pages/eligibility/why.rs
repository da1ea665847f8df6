//! 为什么: what a verdict rests on, in whose words, and what would change it.

use leptos::prelude::*;

use crate::app::components::{FactLinks, Quoted, Unfolding};
use crate::app::state::{State, t};
use jiemeng::checks::{Outcome, Rule, Turn, Verdict, turns};
use jiemeng::dossier::FactPath;
use jiemeng::language::{Message, label};
use jiemeng::message;
use jiemeng::screens::{Address, name_of};

/// The reasoning behind the verdict of a condition. It is worked out when it is unfolded.
#[component]
pub fn Why(
    /// What the condition came to.
    outcome: Memo<Option<Outcome>>,
    /// The condition.
    rule: &'static Rule,
) -> impl IntoView {
    let state = State::here();
    let title = Signal::derive(move || {
        let verdict = outcome.with(|outcome| outcome.as_ref().map_or(Verdict::Unknown, |outcome| outcome.verdict));
        let (zh, en) = (verdict.label().zh, verdict.label().en);
        state.say(&message!("为什么是“{zh}”", "Why “{en}”"))
    });
    view! {
        <div class="why">
            <Unfolding title=title>
                <Facts outcome=outcome />
                <section>
                    <h4>{move || state.say(&quoted_heading(rule))}</h4>
                    <div class="cite__words">
                        <Quoted citation=rule.citation />
                    </div>
                </section>
                <Turns outcome=outcome />
            </Unfolding>
        </div>
    }
}

fn quoted_heading(rule: &Rule) -> Message {
    let Message { zh, en } = rule.citation.words();
    message!("办法怎么说：{zh}", "What the Measures say: {en}")
}

/// The facts that the verdict rests on, each with its answer and the way to its field.
#[component]
fn Facts(outcome: Memo<Option<Outcome>>) -> impl IntoView {
    let state = State::here();
    let facts = Memo::new(move |_| {
        outcome.with(|outcome| {
            outcome.as_ref().map(|outcome| outcome.facts.iter().collect::<Vec<_>>()).unwrap_or_default()
        })
    });
    let heading = move || {
        let count = facts.with(Vec::len);
        state.say(&message!("依据的内容（{count}）", "What it rests on ({count})"))
    };
    view! {
        <section hidden=move || facts.with(Vec::is_empty)>
            <h4>{heading}</h4>
            <FactLinks facts=facts answers=true />
        </section>
    }
}

/// Which answers would turn the verdict: the checks are asked again with each of them.
#[component]
fn Turns(outcome: Memo<Option<Outcome>>) -> impl IntoView {
    let state = State::here();
    let told = Memo::new(move |_| {
        outcome.with(|outcome| {
            let outcome = outcome.as_ref()?;
            Some(state.read(|dossier| turns(dossier, state.today.get(), outcome)))
        })
    });
    let rows = move || {
        let turns = told.get().unwrap_or_default();
        turns.into_iter().map(|turn| view! { <OneTurn turn=turn /> }).collect_view()
    };
    let none = move || told.with(|turns| turns.as_ref().is_none_or(Vec::is_empty));
    view! {
        <section>
            <h4>{t(label("什么会改变这个结论", "What would change this"))}</h4>
            <p hidden=none>
                {t(label("只改下面任何一项、其他不变时：", "Any one of these answers given otherwise, all else as it is:"))}
            </p>
            <ul class="turns">{rows}</ul>
            <p hidden=move || !none()>
                {t(
                    label(
                        "没有哪一个选择题单独改选会改变它。上面的内容改动后，这里会立即重新判断。",
                        "No single choice made otherwise would change it. Change anything above and it is judged again at once.",
                    ),
                )}
            </p>
        </section>
    }
}

#[component]
fn OneTurn(turn: Turn) -> impl IntoView {
    let state = State::here();
    let Turn { fact, answer, verdict } = turn;
    let address = Address::of_fact(&fact);
    let name = named(fact);
    let (zh, en) = (answer.zh, answer.en);
    let then = message!("选“{zh}” → ", "“{en}” → ");
    view! {
        <li>
            <a href=address.to_string()>{move || state.say(&name.get())}</a>
            " "
            <span>{move || state.say(&then)}</span>
            <strong class="turns__verdict" data-verdict=verdict.code()>
                {t(verdict.label())}
            </strong>
        </li>
    }
}

fn named(fact: FactPath) -> Memo<Message> {
    State::here().part(move |dossier| name_of(dossier, &fact))
}
