//! The units that a file may belong to, as the options of a list that unfolds.

use leptos::prelude::*;

use crate::app::state::{State, t};
use jiemeng::dossier::{Fact, Holder};
use jiemeng::language::{Label, label};
use jiemeng::message;

/// A file of no one and nothing. No member's id holds a slash.
const BESIDE: &str = "/beside";
/// A file that goes with a material, before its number.
const MATERIAL: &str = "/material/";
/// Item (四): the members' certificates.
const CERTIFIED: u8 = 4;
/// A file that is not taken after all.
pub const SKIP: &str = "/skip";

/// Who or what an option stands for.
pub fn holder_of(option: &str) -> Holder {
    match option.strip_prefix(MATERIAL).map(str::parse) {
        Some(Ok(item)) => Holder::Material(item),
        _ if option.starts_with('/') => Holder::Nobody,
        _ => Holder::Member(option.to_owned()),
    }
}

/// The option that stands for somebody or something.
pub fn option_of(holder: &Holder) -> String {
    match holder {
        Holder::Member(id) => id.clone(),
        Holder::Material(item) => format!("{MATERIAL}{item}"),
        Holder::Nobody => BESIDE.to_owned(),
    }
}

/// All members in their order, the materials that are not made of certificates, and none of them.
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
    let materials = state.assessment().with_untracked(|assessment| {
        let other = assessment.materials.iter().filter(|item| item.number != CERTIFIED);
        other.map(|item| (item.number, item.title)).collect::<Vec<_>>()
    });
    let materials = materials.into_iter().map(|(number, title)| {
        let option = option_of(&Holder::Material(number));
        let is_chosen = {
            let option = option.clone();
            move || chosen.with(|chosen| *chosen == option)
        };
        let words = move || {
            let Label { zh, en } = title;
            state.say(&message!("随第 {number} 项材料：{zh}", "With material {number}: {en}"))
        };
        view! { <option value=option selected=is_chosen>{words}</option> }
    });
    view! {
        {options}
        {materials.collect_view()}
        <option value=BESIDE selected=move || chosen.with(|chosen| chosen == BESIDE)>
            {t(label("其他附件（不属于某一家或某一项）", "Beside the materials (of no one unit or material)"))}
        </option>
    }
}
