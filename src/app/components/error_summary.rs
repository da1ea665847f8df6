//! 错误摘要: what on a screen cannot be read, above everything else, when the user goes on.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::app::browser;
use crate::app::state::{State, t};
use jiemeng::language::label;
use jiemeng::screens::{Address, Fault, Screen, faults_on};

/// The id of the summary.
const ID: &str = "error-summary";

/// The faults of one screen, told when the user goes on and not before.
#[derive(Clone, Copy)]
pub struct Faults {
    told: RwSignal<bool>,
    faults: Memo<Vec<Fault>>,
}

impl Faults {
    /// Those of a screen whose facts lie under `prefix`.
    pub fn on(screen: &'static Screen, prefix: String) -> Self {
        let (state, told) = (State::here(), RwSignal::new(false));
        let faults = Memo::new(move |_| {
            // While nobody asks, typing costs nothing here.
            if told.get() { state.read(|dossier| faults_on(dossier, screen, &prefix)) } else { Vec::new() }
        });
        Self { told, faults }
    }

    /// Whether any are told.
    pub fn any(self) -> bool {
        self.faults.with(|faults| !faults.is_empty())
    }

    /// The user goes on. Where something cannot be read this is told first, once; nothing is lost, so that the second
    /// time he is let go.
    pub fn before_going_on(self, event: &MouseEvent) {
        if self.told.get_untracked() {
            return;
        }
        self.told.set(true);
        if self.faults.with_untracked(|faults| !faults.is_empty()) {
            event.prevent_default();
            browser::focus_soon(ID.to_owned());
        }
    }
}

/// The summary; nothing where there is nothing to tell.
#[component]
pub fn ErrorSummary(
    /// What is told.
    faults: Faults,
) -> impl IntoView {
    let state = State::here();
    let rows = move || {
        let rows = faults.faults.get().into_iter().map(|Fault { path, question, words }| {
            view! {
                <li>
                    <a href=Address::of_fact(&path).to_string()>{t(question)}</a>
                    {t(label("：", ": "))}
                    {move || state.say(&words)}
                </li>
            }
        });
        rows.collect_view()
    };
    view! {
        <Show when=move || faults.any()>
            <section id=ID class="notice notice--bad error-summary" tabindex="-1" aria-labelledby="error-summary-heading">
                <h2 id="error-summary-heading">{t(label("有内容无法识别", "Some answers cannot be read"))}</h2>
                <ul>{rows}</ul>
                <p>
                    {t(
                        label(
                            "填写的内容都原样保留。现在改正，或者再按一次，以后再改。",
                            "Everything stays as you typed it. Put it right now, or press once more and do so later.",
                        ),
                    )}
                </p>
            </section>
        </Show>
    }
}
