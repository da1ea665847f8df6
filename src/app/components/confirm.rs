//! A question that is asked before something is replaced.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::app::state::t;
use jiemeng::language::{Label, label};

/// A dialog that opens while `open` is true, says what would happen, and goes on only after a yes.
#[component]
pub fn Confirm(
    /// Whether it is asked.
    open: RwSignal<bool>,
    /// The question.
    question: Label,
    /// What would happen.
    consequence: Label,
    /// The words of the button that goes on.
    go_on: Label,
    /// What the yes does.
    #[prop(into)]
    confirmed: Callback<()>,
    /// What else there is to know before answering.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            if open.get() && !dialog.open() {
                let _already_open = dialog.show_modal();
            } else if !open.get() {
                dialog.close();
            }
        }
    });
    let answer = move |yes: bool| {
        open.set(false);
        if yes {
            confirmed.run(());
        }
    };
    view! {
        <dialog class="dialog" node_ref=dialog on:close=move |_| open.set(false)>
            <h2>{t(question)}</h2>
            <p>{t(consequence)}</p>
            {children.map(|children| children())}
            <div class="actions">
                <button type="button" class="button" on:click=move |_| answer(true)>
                    {t(go_on)}
                </button>
                <button type="button" class="button button--quiet" autofocus=true on:click=move |_| answer(false)>
                    {t(label("取消", "Cancel"))}
                </button>
            </div>
        </dialog>
    }
}
