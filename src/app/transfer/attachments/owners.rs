//! The units that a file may belong to, as the options of a list that unfolds.

use leptos::prelude::*;

use crate::app::state::{State, t};
use jiemeng::dossier::Fact;
use jiemeng::language::label;
use jiemeng::message;

/// A file beside the materials. No member's id holds a slash.
pub const BESIDE: &str = "/beside";
/// A file that is not taken after all.
pub const SKIP: &str = "/skip";

/// The member that an option stands for; `None` for a file beside the materials.
pub fn member_of(option: &str) -> Option<String> {
    (!option.starts_with('/')).then(|| option.to_owned())
}

/// All members in their order, and beside the materials.
#[component]
pub fn OwnerOptions(
    /// The option that is chosen now.
    #[prop(into)]
    chosen: Signal<String>,
) -> impl IntoView {
    let state = State::here();
    let members = state.part(|dossier| {
        let named = |member: &jiemeng::dossier::Member| (member.id.clone(), member.name.text());
        dossier.members.iter().map(named).collect::<Vec<_>>()
    });
    let options = move || {
        let named = move |(number, (id, name)): (usize, (String, String))| {
            let words = move || match name.trim() {
                "" => state.say(&message!("{number}. （未填名称）", "{number}. (no name yet)")),
                name => format!("{number}. {name}"),
            };
            let is_chosen = {
                let id = id.clone();
                move || chosen.with(|chosen| *chosen == id)
            };
            view! { <option value=id selected=is_chosen>{words}</option> }
        };
        (1..).zip(members.get()).map(named).collect_view()
    };
    view! {
        {options}
        <option value=BESIDE selected=move || chosen.with(|chosen| chosen == BESIDE)>
            {t(label("其他附件（不属于某一家）", "Beside the materials (no one unit's)"))}
        </option>
    }
}
