//! The answers, drawn from the same rows as the questions.

use leptos::prelude::*;

use crate::app::components::Unfolding;
use crate::app::state::{State, t};
use crate::app::turns::by_turns;
use jiemeng::dossier::{FactPath, FactState, Member, Question};
use jiemeng::language::{Label, label};
use jiemeng::screens::{Address, MEMBER, Route, Screen, answer_of, member_name};

/// The answers of one part, group by group.
#[component]
pub fn PartAnswers(
    /// The part's screen.
    screen: &'static Screen,
    /// What leads to its facts.
    #[prop(into)]
    prefix: String,
    /// Whether it stands alone, under a heading of its own.
    #[prop(default = true)]
    headed: bool,
) -> impl IntoView {
    let rows = move || screen.groups.iter().flat_map(|group| group.questions(screen)).collect::<Vec<_>>();
    let answered = move |question: &'static Question| {
        let fact = FactPath::new(format!("{prefix}/{}", question.key));
        view! { <Answered fact=fact words=question.label optional=question.optional /> }
    };
    view! {
        {headed.then(|| view! { <h3>{t(screen.title)}</h3> })}
        <dl class="answers">
            <For each=by_turns(rows) key=|question| question.key children=answered />
        </dl>
    }
}

/// One answer, and the link that changes it; nothing where the question is not asked.
#[component]
fn Answered(fact: FactPath, words: Label, optional: bool) -> impl IntoView {
    let state = State::here();
    let (asked, answered) = (fact.clone(), fact.clone());
    let asked = state.part(move |dossier| dossier.is_asked(&asked));
    let answer = state.part(move |dossier| answer_of(dossier, &answered));
    let standing = state.fact_state(fact.clone());
    let error = move || match standing.get() {
        FactState::Unread(words) => Some(view! { <span class="field__error">{state.say(&words)}</span> }),
        FactState::Blank | FactState::Given => None,
    };
    let blank = label("未填写", "Not answered");
    let shown = move || match standing.get() {
        FactState::Blank => blank.words(state.language.get()).to_owned(),
        FactState::Given | FactState::Unread(_) => state.say(&answer.get()),
    };
    let open = move || standing.get() == FactState::Blank && !optional;
    view! {
        <div class="answers__row" class:is-open=open hidden=move || !asked.get()>
            <dt>{t(words)}</dt>
            <dd class="answers__answer">{shown} {error}</dd>
            <dd>
                <a id=Address::change_link(&fact) href=Address::of_fact(&fact).to_string()>
                    {t(label("更改", "Change"))}
                    <span class="unseen">{t(words)}</span>
                </a>
            </dd>
        </div>
    }
}

/// The members, each folded until it is asked for.
#[component]
pub fn MemberAnswers() -> impl IntoView {
    let state = State::here();
    let ids = state.part(|dossier| dossier.members.iter().map(|member: &Member| member.id.clone()).collect::<Vec<_>>());
    let none = move || ids.with(Vec::is_empty);
    view! {
        <h3>{t(jiemeng::dossier::Section::Members.label())}</h3>
        <p hidden=move || !none()>
            {t(label("还没有成员单位。", "There are no members yet."))}
            <a href=Route::Members.to_string()>{t(label("添加成员单位", "Add members"))}</a>
        </p>
        <For each=by_turns(move || ids.get()) key=Clone::clone let:id>
            <OneMember id=id />
        </For>
    }
}

#[component]
fn OneMember(id: String) -> impl IntoView {
    let state = State::here();
    let prefix = format!("members/{id}");
    let name = state.part(move |dossier| member_name(dossier, &id));
    // Coming back from a change opens the member again.
    let here = format!("change/{prefix}/");
    let open = state.address.with_untracked(|address| address.focus.as_ref().is_some_and(|id| id.starts_with(&here)));
    view! {
        <Unfolding title=Signal::derive(move || state.say(&name.get())) open=open>
            <PartAnswers screen=&MEMBER prefix=prefix.clone() headed=false />
        </Unfolding>
    }
}
