//! 成员单位: the list.

mod brought;
mod columns;
mod deletion;
mod member;
mod paste;
mod preview;
mod report;
mod table;

pub use member::MemberPage;

use leptos::prelude::*;

use crate::app::browser::fresh_id;
use crate::app::components::Heading;
use crate::app::pages::described::Onward;
use crate::app::route;
use crate::app::state::{State, t};
use crate::app::transfer::{BringTable, DownloadTemplate};
use brought::BroughtRoster;
use jiemeng::dossier::Member;
use jiemeng::language::label;
use jiemeng::measures::numbers::MINIMUM_MEMBERS;
use jiemeng::message;
use jiemeng::screens::Route;
use paste::PasteRoster;
use table::MemberTable;

/// The list of members; adding one, pasting or bringing many.
#[component]
pub fn Members() -> impl IntoView {
    let state = State::here();
    let count = state.part(|dossier| dossier.members.len());
    let pasting = RwSignal::new(false);
    let standing = move || {
        let (count, least) = (count.get(), MINIMUM_MEMBERS.value as usize);
        state.say(&match least.saturating_sub(count) {
            0 => message!(
                "现有 {count} 家，达到不少于 {least} 家的条件。",
                "{count} units: no fewer than the {least} that are needed."
            ),
            short => message!(
                "现有 {count} 家，还差 {short} 家才达到 {least} 家。",
                "{count} units, {short} short of the {least} that are needed."
            ),
        })
    };
    view! {
        <Heading title=label("成员单位", "Members") />
        <p class="lead">
            {t(
                label(
                    "理事长单位和秘书长单位也是成员，一并列入。",
                    "The chair unit and the secretary-general unit are members too: list them as well.",
                ),
            )}
        </p>
        <p>{standing}</p>
        <div class="actions">
            <button type="button" class="button" on:click=move |_| add(state)>
                {t(label("添加成员", "Add a member"))}
            </button>
            <button
                type="button"
                class="button button--quiet"
                aria-expanded=move || pasting.get().to_string()
                aria-controls="paste"
                on:click=move |_| pasting.update(|open| *open = !*open)
            >
                {t(label("粘贴名单", "Paste a list"))}
            </button>
            <BringTable />
            <DownloadTemplate />
        </div>
        <div id="paste">
            <Show when=move || pasting.get()>
                <PasteRoster close=move || pasting.set(false) />
            </Show>
        </div>
        {move || state.brought.get().map(|brought| view! { <BroughtRoster brought=brought /> })}
        <MemberTable />
        <Onward from=Route::Members />
    }
}

/// Adds a member and opens it.
pub fn add(state: State) {
    let id = fresh_id("m");
    state.change(|dossier| dossier.members.push(Member { id: id.clone(), ..Member::default() }));
    route::go(&Route::Member(id).address());
}
