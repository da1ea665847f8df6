//! A folded part that is drawn only when it is opened.

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;

use crate::app::state::t;
use jiemeng::language::Label;

/// A title that unfolds to what may be long.
#[component]
pub fn Unfolding(
    /// What is folded.
    #[prop(into)]
    title: Signal<String>,
    /// What the title is about, for those who hear it without what stands around it.
    #[prop(optional)]
    about: Option<Label>,
    /// The class it is drawn by.
    #[prop(default = "unfolding")]
    class: &'static str,
    /// Whether it is open from the start.
    #[prop(optional)]
    open: bool,
    /// What it unfolds to.
    children: ChildrenFn,
) -> impl IntoView {
    let opened = RwSignal::new(open);
    let toggled = move |event: Event| {
        let details = event.target().and_then(|target| target.dyn_into::<HtmlDetailsElement>().ok());
        let _gone_with_the_screen = opened.try_set(details.is_some_and(|details| details.open()));
    };
    view! {
        <details class=class open=open on:toggle=toggled>
            <summary>
                {move || title.get()}
                {about.map(|words| view! { <span class="unseen">{t(words)}</span> })}
            </summary>
            <Show when=move || opened.get()>{children()}</Show>
        </details>
    }
}
