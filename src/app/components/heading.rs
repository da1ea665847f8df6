//! The one H1 of a screen, which also names the document.

use gloo::utils::document;
use leptos::prelude::*;

use crate::app::shell::Shell;
use jiemeng::language::{Label, Language, Message, label};

/// The heading of a screen, in fixed words. It takes the focus when the screen is opened.
#[component]
pub fn Heading(
    /// The words.
    title: Label,
    /// Whether the screen tells of errors, which its name then begins with.
    #[prop(optional, into)]
    faulty: Signal<bool>,
) -> impl IntoView {
    view! { <ComposedHeading title=Signal::stored(title.to_message()) faulty=faulty /> }
}

/// The heading of a screen, in words that follow the dossier.
#[component]
pub fn ComposedHeading(
    /// The words.
    #[prop(into)]
    title: Signal<Message>,
    /// Whether the screen tells of errors, which its name then begins with.
    #[prop(optional, into)]
    faulty: Signal<bool>,
) -> impl IntoView {
    let shell = Shell::here();
    let words = Memo::new(move |_| title.with(|title| shell.say(title)));
    Effect::new(move || {
        let name = if shell.language.get() == Language::En { "Jiemeng" } else { "结盟" };
        let mark = if faulty.get() { shell.say(&label("错误：", "Error: ")) } else { String::new() };
        document().set_title(&format!("{mark}{} - {name}", words.get()));
    });
    view! { <h1 tabindex="-1">{words}</h1> }
}
