//! Help with a question, on the spot: what it means, an example, and the source. Nothing is left and nothing is lost.

use leptos::prelude::*;

use super::citation::Quoted;
use super::unfolding::Unfolding;
use crate::app::state::{State, t};
use jiemeng::dossier::{FactPath, Question};
use jiemeng::language::{Label, Message, label};
use jiemeng::message;
use jiemeng::screens::help_of;

/// What unfolds beside a question. With `cited` its source is named from the start.
#[component]
pub fn HelpWith(
    /// The fact that is asked for.
    path: FactPath,
    /// What is asked.
    question: &'static Question,
    /// Whether to name the source, which else stands above several questions.
    cited: bool,
) -> impl IntoView {
    let state = State::here();
    let citation = question.citation.filter(|_| cited);
    let title = Signal::derive(move || match citation.map(|citation| citation.words()) {
        Some(Message { zh, en }) => state.say(&message!("{zh} · 说明和示例", "{en} · help")),
        None => state.say(&label("说明和示例", "Help")),
    });
    view! {
        <Unfolding class="cite help" title=title about=question.label>
            <Helped path=path.clone() />
        </Unfolding>
    }
}

#[component]
fn Helped(path: FactPath) -> impl IntoView {
    let Some(help) = help_of(&path) else { return ().into_any() };
    let state = State::here();
    let is_chinese = help.example.zh == help.example.en;
    let source = match help.citation {
        Some(citation) => view! { <Quoted citation=citation /> }.into_any(),
        None => view! { <p>{t(label("办法没有要求这一项。", "The Measures do not ask for this."))}</p> }.into_any(),
    };
    view! {
        <Told title=label("提示", "Hint")>{t(help.means)}</Told>
        <Told title=label("示例", "Example")>
            <span class="help__example" lang=is_chinese.then_some("zh-CN")>
                {move || state.say(&help.example)}
            </span>
        </Told>
        <div class="help__source">
            <p class="help__title">{t(label("依据", "Source"))}</p>
            {source}
        </div>
    }
    .into_any()
}

#[component]
fn Told(title: Label, children: Children) -> impl IntoView {
    view! {
        <p>
            <span class="hint-mark__word">{t(title)}</span>
            " "
            {children()}
        </p>
    }
}
