//! 联盟章程: choices, clauses, and the charter as it will stand on paper.

mod check;
mod choices;
mod clauses;
mod editor;
mod findings;

use leptos::prelude::*;

use crate::app::components::{ChangeNote, Heading, SheetTools, Sheets, Viewer};
use crate::app::pages::described::Onward;
use crate::app::state::{State, t};
pub use check::CharterCheck;
use clauses::Clauses;
use findings::CharterFindings;
use jiemeng::charter::assemble;
use jiemeng::language::label;
use jiemeng::screens::{Paper, Route};

/// The charter's path in the bundle without the ending.
const STEM: &str = "02-联盟章程";

/// The charter builder.
#[component]
pub fn Charter() -> impl IntoView {
    let state = State::here();
    let charter = Memo::new(move |_| state.read(assemble));
    let asked = state.address.with_untracked(|address| address.focus.clone());
    let asked = asked.and_then(|focus| focus.strip_prefix("charter/clause/").map(str::to_owned));
    let editing = RwSignal::new(
        asked.filter(|id| charter.with_untracked(|charter| charter.articles().any(|article| article.clause == *id))),
    );
    let marked = Signal::derive(move || {
        let label = |id: &String| {
            charter
                .with(|charter| charter.articles().find(|article| article.clause == *id).map(|article| article.label()))
        };
        editing.with(|id| id.as_ref().and_then(label))
    });
    let viewer = Viewer::of(STEM).marking(marked);
    let previewing = RwSignal::new(false);
    let toggle = move |_| {
        previewing.update(|previewing| *previewing = !*previewing);
        if let Some(block) = viewer.marked.get_untracked().filter(|_| previewing.get_untracked()) {
            request_animation_frame(move || viewer.go_to_block(block));
        }
    };
    view! {
        <Heading title=label("联盟章程", "Charter") />
        <p class="lead">
            {t(
                label(
                    "范本按第十八条的九项编写。逐章选定各项约定，需要时再改条文；全文随时更新，可以边改边看。",
                    "The model follows the nine items of Article 18. Chapter by chapter, choose among the alternatives and change clauses where need be; the whole text follows at once.",
                ),
            )}
        </p>
        <p>
            <a href=Route::CharterCheck.to_string()>
                {t(label("已经有章程？对照办法检查", "There is a charter already? Check it against the Measures"))}
            </a>
        </p>
        <div class="charter" class:is-previewing=previewing>
            <div class="charter__work">
                <CharterFindings />
                <Clauses charter=charter editing=editing />
            </div>
            <section class="charter__preview" aria-label=t(label("章程预览", "Preview of the charter"))>
                <p class="charter__whole">
                    {Paper::named(STEM)
                        .map(|paper| {
                            view! { <a href=Route::Document(paper).to_string()>{t(label("单独打开、打印", "Open by itself, print"))}</a> }
                        })}
                </p>
                <ChangeNote viewer=viewer />
                <SheetTools viewer=viewer />
                <Sheets viewer=viewer />
            </section>
            <button
                type="button"
                class="button charter__toggle"
                aria-pressed=move || previewing.get().to_string()
                on:click=toggle
            >
                {move || {
                    state
                        .say(
                            &if previewing.get() {
                                label("返回编辑", "Back to editing")
                            } else {
                                label("预览全文", "Preview")
                            },
                        )
                }}
            </button>
        </div>
        <Onward from=Route::Charter />
    }
}
