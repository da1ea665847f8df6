//! A button that opens the browser's dialog for files.

use leptos::html::Input;
use leptos::prelude::*;
use web_sys::File;

use crate::app::state::t;
use jiemeng::language::Label;

/// The button. What is chosen is handed over; a dialog that is left without a file does nothing.
#[component]
pub fn ChooseFile(
    /// Its words.
    words: Label,
    /// What the dialog shows by itself, as `accept` takes it.
    accept: &'static str,
    /// By what tests find the control behind the button.
    testid: &'static str,
    /// Whether several may be chosen.
    #[prop(optional)]
    several: bool,
    /// Whether it is what the screen is for.
    #[prop(optional)]
    main: bool,
    /// What is done with the files: one, or several where that is allowed.
    #[prop(into)]
    chosen: Callback<Vec<File>>,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let choose = move |_| {
        if let Some(input) = input.get() {
            input.click();
        }
    };
    let changed = move |_| {
        let Some(input) = input.get() else { return };
        let files: Vec<File> =
            input.files().map(|all| (0..all.length()).filter_map(|at| all.get(at)).collect()).unwrap_or_default();
        // So that the same file can be chosen again after its mistake is mended.
        input.set_value("");
        if !files.is_empty() {
            chosen.run(files);
        }
    };
    view! {
        <input
            type="file"
            class="visually-hidden"
            tabindex="-1"
            aria-hidden="true"
            data-testid=testid
            multiple=several
            accept=accept
            node_ref=input
            on:change=changed
        />
        <button type="button" class="button" class:button--quiet=!main on:click=choose>
            {t(words)}
        </button>
    }
}
