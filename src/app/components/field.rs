//! One fact on the screen: its label, what helps, its source, its error, and the control that its kind asks for.

use leptos::prelude::*;

use super::citation::Cite;
use super::controls::{Control, is_radio_group};
use crate::app::state::{State, t};
use jiemeng::dossier::{Dossier, FactPath, FactState, Kind, Question};
use jiemeng::language::{Message, label};
use jiemeng::screens::{Group, Screen};

/// A fact being asked for, as its control sees it.
#[derive(Clone)]
pub struct Entry {
    /// The fact's path, which is also the id of its control.
    pub path: FactPath,
    /// What is asked.
    pub question: &'static Question,
    /// The fact's text: what the control shows whenever nobody types in it.
    pub text: Memo<String>,
    /// What is wrong with it. It appears when the field is left, never while typing.
    pub error: Memo<Option<Message>>,
    typing: RwSignal<bool>,
    state: State,
}

impl Entry {
    fn new(path: FactPath, question: &'static Question) -> Self {
        let state = State::here();
        let typing = RwSignal::new(false);
        let fact = state.fact_state(path.clone());
        let error = Memo::new(move |shown: Option<&Option<Message>>| match fact.get() {
            // While typing, what was wrong stays until it is right; what is newly wrong waits.
            FactState::Unread(_) if typing.get() => shown.cloned().flatten(),
            FactState::Unread(words) => Some(words),
            FactState::Blank | FactState::Given => None,
        });
        Self { text: state.fact_text(path.clone()), path, question, error, typing, state }
    }

    /// Takes what is being typed.
    pub fn type_in(&self, typed: &str) {
        self.typing.set(true);
        self.state.answer(&self.path, typed);
    }

    /// The field was left, or an option was chosen.
    pub fn settle(&self) {
        let _gone_with_the_screen = self.typing.try_set(false);
    }

    /// Takes an option.
    pub fn choose(&self, code: &str) {
        self.state.answer(&self.path, code);
    }

    /// The id of the control.
    pub fn id(&self) -> String {
        self.path.to_string()
    }

    /// The ids of what a screen reader reads after the label.
    pub fn described_by(&self) -> String {
        format!("{0}.hint {0}.error", self.path)
    }
}

/// One question with its control; nothing where the question is not asked.
#[component]
pub fn Field(
    /// The fact that is asked for.
    #[prop(into)]
    path: FactPath,
) -> impl IntoView {
    let Some(question) = Dossier::question(&path) else { return ().into_any() };
    let asked = {
        let path = path.clone();
        State::here().part(move |dossier| {
            let member = path.member_id().and_then(|id| dossier.member(id));
            dossier.asks(question, member)
        })
    };
    let entry = Entry::new(path, question);
    view! {
        <Show when=move || asked.get()>
            <Asked entry=entry.clone() />
        </Show>
    }
    .into_any()
}

#[component]
fn Asked(entry: Entry) -> impl IntoView {
    let error = entry.error;
    let (id, described_by) = (entry.id(), entry.described_by());
    if is_radio_group(entry.question.kind) {
        view! {
            <fieldset
                class="field"
                class:is-faulty=move || error.get().is_some()
                id=id
                aria-describedby=described_by
            >
                <legend class="field__label">
                    <Asking question=entry.question />
                </legend>
                <Aid entry=entry.clone() />
                <Control entry=entry />
            </fieldset>
        }
        .into_any()
    } else {
        view! {
            <div class="field" class:is-faulty=move || error.get().is_some()>
                <label class="field__label" for=id>
                    <Asking question=entry.question />
                </label>
                <Aid entry=entry.clone() />
                <Control entry=entry />
            </div>
        }
        .into_any()
    }
}

/// The words of the label, with 可选 where the answer may stay out.
#[component]
fn Asking(question: &'static Question) -> impl IntoView {
    view! {
        {t(question.label)}
        {question
            .optional
            .then(|| view! { <span class="field__optional">{t(label("（可选）", " (optional)"))}</span> })}
    }
}

/// What helps to answer: the hint, the form a date has, the source; and what is wrong with the answer.
#[component]
fn Aid(entry: Entry) -> impl IntoView {
    let state = State::here();
    let question = entry.question;
    let dates = (question.kind == Kind::Date).then_some(label("如 2026-03-05 或 2026年3月5日", "Such as 2026-03-05"));
    let error = entry.error;
    view! {
        <div class="field__hint" id=format!("{}.hint", entry.path)>
            {(!question.hint.zh.is_empty()).then(|| view! { <p>{t(question.hint)}</p> })}
            {dates.map(|words| view! { <p>{t(words)}</p> })}
        </div>
        {question.citation.map(|citation| view! { <Cite citation=citation /> })}
        <p class="field__error" id=format!("{}.error", entry.path) aria-live="polite">
            {move || error.get().map(|words| state.say(&words))}
        </p>
    }
}

/// All questions of a screen, group by group; `prefix` leads to its part of the dossier: `alliance`, `members/m3`.
#[component]
pub fn Fields(
    /// The screen.
    screen: &'static Screen,
    /// The part of the dossier.
    #[prop(into)]
    prefix: String,
) -> impl IntoView {
    let groups = screen.groups.iter().enumerate();
    groups
        .map(|(place, group)| view! { <FieldGroup screen=screen group=group place=place prefix=prefix.clone() /> })
        .collect_view()
}

#[component]
fn FieldGroup(screen: &'static Screen, group: &'static Group, place: usize, prefix: String) -> impl IntoView {
    let heading = format!("group-{place}");
    let paths = group.questions(screen).map(|question| FactPath::new(format!("{prefix}/{}", question.key)));
    let questions: Vec<_> = group.questions(screen).collect();
    let member = FactPath::new(format!("{prefix}/")).member_id().map(str::to_owned);
    let any_asked = State::here().part(move |dossier| {
        let member = member.as_deref().and_then(|id| dossier.member(id));
        questions.iter().any(|question| dossier.asks(question, member))
    });
    view! {
        <section class="group" aria-labelledby=heading.clone() hidden=move || !any_asked.get()>
            <h2 id=heading.clone()>{t(group.title)}</h2>
            {(!group.lead.zh.is_empty()).then(|| view! { <p class="group__lead">{t(group.lead)}</p> })}
            {paths.map(|path| view! { <Field path=path /> }).collect_view()}
        </section>
    }
}
