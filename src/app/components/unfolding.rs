//! A folded part that is drawn only when it is opened.

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;

/// A title that unfolds to what may be long.
#[component]
pub fn Unfolding(
    /// What is folded.
    #[prop(into)]
    title: Signal<String>,
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
        <details class="unfolding" open=open on:toggle=toggled>
            <summary>{move || title.get()}</summary>
            <Show when=move || opened.get()>{children()}</Show>
        </details>
    }
}
