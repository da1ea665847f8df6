//! 联盟章程: an outline, choices and clauses, and the charter as it will stand on paper, all in step.

mod check;
mod choices;
mod clauses;
mod comments;
mod compare;
mod desk;
mod editor;
mod findings;
mod outline;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::app::components::{ChangeNote, Heading, SheetTools, Sheets, Viewer};
use crate::app::pages::described::Onward;
use crate::app::state::t;
use crate::app::turns::InTurn;
pub use check::CharterCheck;
use clauses::Clauses;
pub use compare::CharterCompare;
use desk::{Desk, Part};
use findings::CharterFindings;
use jiemeng::dossier::FactPath;
use jiemeng::language::label;
use jiemeng::screens::{Address, Paper, Route};
use outline::Outline;

/// The charter's path in the bundle without the ending.
const STEM: &str = "02-联盟章程";

/// The charter builder.
#[component]
pub fn Charter() -> impl IntoView {
    let desk = Desk::opened();
    let viewer = Viewer::of(STEM).marking(Signal::derive(move || desk.shown_label()));
    // Links within the builder move all its parts and leave no trace in the history of the browser.
    let followed = move |event: MouseEvent| {
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.shift_key());
        if let Some(place) = place_of_link(&event).filter(|_| is_plain) {
            event.prevent_default();
            desk.go_to(&place);
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
        <p class="charter__ways">
            <a href=Route::CharterCompare.to_string()>{t(label("与范本对照", "Compare with the model"))}</a>
            <a href=Route::CharterCheck.to_string()>
                {t(label("已经有章程？对照办法检查", "There is a charter already? Check it against the Measures"))}
            </a>
        </p>
        <PartButtons desk=desk viewer=viewer />
        <div class="charter" data-part=move || desk.part.get().code() on:click=followed>
            <InTurn>
                <Outline desk=desk />
            </InTurn>
            <div class="charter__work">
                <CharterFindings />
                <Clauses desk=desk />
            </div>
            <InTurn>
                <Pages desk=desk viewer=viewer />
            </InTurn>
        </div>
        <InTurn>
            <Onward from=Route::Charter />
        </InTurn>
    }
}

/// The place of the charter that a link leads to.
fn place_of_link(event: &MouseEvent) -> Option<FactPath> {
    let pressed = event.target()?.dyn_into::<Element>().ok()?;
    let link = pressed.closest("a[href]").ok()??;
    let address = Address::parse(&link.get_attribute("href")?);
    address.focus.filter(|_| address.route == Route::Charter).map(FactPath::new)
}

/// Which part a narrow window shows.
#[component]
fn PartButtons(desk: Desk, viewer: Viewer) -> impl IntoView {
    let button = |part: Part| {
        view! {
            <button
                type="button"
                aria-pressed=move || (desk.part.get() == part).to_string()
                on:click=move |_| desk.show(part, viewer)
            >
                {t(part.label())}
            </button>
        }
    };
    view! {
        <div class="segments charter__parts" role="group" aria-label=t(label("章程的三个部分", "Parts of the builder"))>
            {Part::ALL.map(button).collect_view()}
        </div>
    }
}

/// The charter as it will stand on paper. A press on an article leads to its clause.
#[component]
fn Pages(desk: Desk, viewer: Viewer) -> impl IntoView {
    let pressed = move |event: MouseEvent| {
        if let Some(label) = viewer.article_at(&event) {
            desk.go_to_label(&label);
        }
    };
    view! {
        <section class="charter__preview" aria-labelledby="charter-preview">
            <h2 class="visually-hidden" id="charter-preview">
                {t(label("章程预览", "Preview of the charter"))}
            </h2>
            <p class="charter__whole">
                {Paper::named(STEM)
                    .map(|paper| {
                        view! { <a href=Route::Document(paper).to_string()>{t(label("单独打开、打印", "Open by itself, print"))}</a> }
                    })}
            </p>
            <ChangeNote viewer=viewer />
            <SheetTools viewer=viewer />
            <div class="charter__pages" on:click=pressed>
                <Sheets viewer=viewer />
            </div>
        </section>
    }
}
