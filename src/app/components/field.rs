//! One fact on the screen: its label, what helps, its source, its error, and the control that its kind asks for.

use leptos::prelude::*;

use super::citation::Cite;
use super::controls::{Control, is_radio_group};
use super::help::HelpWith;
use crate::app::state::{State, t};
use crate::app::turns::by_turns;
use jiemeng::dossier::{Dossier, FactPath, FactState, Kind, Question};
use jiemeng::language::{Message, label};
use jiemeng::screens::{Address, Group, Screen, member_name};

/// From this many groups on, a screen begins with a list of them.
const LONG: usize = 5;

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
    named: bool,
    cited: bool,
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
        Self { text: state.fact_text(path.clone()), path, question, error, typing, named: false, cited: true, state }
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

    /// The id of the label of a group of radio buttons.
    pub fn label_id(&self) -> String {
        format!("{}.label", self.path)
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
    /// Whether to say whose fact it is, where that is not clear from the screen.
    #[prop(optional)]
    named: bool,
    /// Whether to show what of the Measures asks for it; not where it is shown for several at once.
    #[prop(default = true)]
    cited: bool,
) -> impl IntoView {
    let Some(question) = Dossier::question(&path) else { return ().into_any() };
    let asked = {
        let path = path.clone();
        State::here().part(move |dossier| dossier.is_asked(&path))
    };
    let entry = Entry { named, cited, ..Entry::new(path, question) };
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
    let (path, question, cited) = (entry.path.clone(), entry.question, entry.cited);
    view! {
        <div class="field" class:is-faulty=move || error.get().is_some()>
            <Called entry=entry.clone() />
            <Aid entry=entry.clone() />
            <Control entry=entry />
            <HelpWith path=path question=question cited=cited />
        </div>
    }
}

/// The label: of the control, or of the group of radio buttons, which no single label can name.
#[component]
fn Called(entry: Entry) -> impl IntoView {
    if is_radio_group(entry.question.kind) {
        let id = entry.label_id();
        view! {
            <span class="field__label" id=id>
                <Asking entry=entry />
            </span>
        }
        .into_any()
    } else {
        let id = entry.id();
        view! {
            <label class="field__label" for=id>
                <Asking entry=entry />
            </label>
        }
        .into_any()
    }
}

/// Whose fact it is, where that must be said; and the words of the label, with 可选 where the answer may stay out.
#[component]
fn Asking(entry: Entry) -> impl IntoView {
    let (state, question) = (State::here(), entry.question);
    let member = entry.path.member_id().filter(|_| entry.named).map(str::to_owned).map(|id| {
        let name = state.part(move |dossier| member_name(dossier, &id));
        view! { <span class="field__whose">{move || state.say(&name.get())}</span> }
    });
    view! {
        {member}
        {t(question.label)}
        {question
            .optional
            .then(|| view! { <span class="field__optional">{t(label("（可选）", " (optional)"))}</span> })}
    }
}

/// What helps to answer, the form a date has, and what is wrong with the answer.
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
    let groups = move || screen.groups.iter().enumerate().collect::<Vec<_>>();
    view! {
        <OnThisPage screen=screen prefix=prefix.clone() />
        <For each=by_turns(groups) key=|(place, _)| *place let((place, group))>
            <FieldGroup screen=screen group=group place=place prefix=prefix.clone() />
        </For>
    }
}

/// The groups of a long screen, each a link to its heading.
#[component]
fn OnThisPage(screen: &'static Screen, prefix: String) -> impl IntoView {
    let state = State::here();
    if screen.groups.len() < LONG {
        return ().into_any();
    }
    let links = screen.groups.iter().enumerate().map(move |(place, group)| {
        let address = move || {
            let route = state.address.with(|address| address.route.clone());
            Address { route, focus: Some(heading_id(place)) }.to_string()
        };
        let asked = any_asked(group_paths(screen, group, &prefix));
        view! {
            <li hidden=move || !asked.get()>
                <a href=address>{t(group.title)}</a>
            </li>
        }
    });
    view! {
        <nav class="on-this-page" aria-label=t(label("本页内容", "On this page"))>
            <ul>{links.collect_view()}</ul>
        </nav>
    }
    .into_any()
}

fn heading_id(place: usize) -> String {
    format!("group-{place}")
}

fn group_paths(screen: &'static Screen, group: &'static Group, prefix: &str) -> Vec<FactPath> {
    group.questions(screen).map(|question| FactPath::new(format!("{prefix}/{}", question.key))).collect()
}

/// Whether any of these facts is asked for at all.
fn any_asked(paths: Vec<FactPath>) -> Memo<bool> {
    State::here().part(move |dossier| paths.iter().any(|path| dossier.is_asked(path)))
}

#[component]
fn FieldGroup(screen: &'static Screen, group: &'static Group, place: usize, prefix: String) -> impl IntoView {
    let heading = heading_id(place);
    let paths = group_paths(screen, group, &prefix);
    let asked = any_asked(paths.clone());
    let citation = group.citation(screen);
    let cited = citation.is_none();
    view! {
        <section class="group group--facts" aria-labelledby=heading.clone() hidden=move || !asked.get()>
            <h2 id=heading.clone() tabindex="-1">
                {t(group.title)}
            </h2>
            {(!group.lead.zh.is_empty()).then(|| view! { <p class="group__lead">{t(group.lead)}</p> })}
            {citation.map(|citation| view! { <Cite citation=citation /> })}
            <For each=by_turns(move || paths.clone()) key=Clone::clone let:path>
                <Field path=path cited=cited />
            </For>
        </section>
    }
}
