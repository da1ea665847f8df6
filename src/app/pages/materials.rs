//! 备案材料: the eight items of Article 20 as this dossier needs them, and the bundle.

mod blanks;
mod handing_in;
mod item;

use leptos::prelude::*;

use crate::app::components::Heading;
use crate::app::pages::described::Onward;
use crate::app::state::{State, t};
use crate::app::turns::{InTurn, by_turns};
use handing_in::HandingIn;
use item::Item;
use jiemeng::checks::{ItemState, MaterialItem};
use jiemeng::language::label;
use jiemeng::message;
use jiemeng::screens::Route;

/// The eight materials, what to print, and the bundle to download.
#[component]
pub fn Materials() -> impl IntoView {
    let state = State::here();
    let assessment = state.assessment();
    let count = move || assessment.with(|assessment| assessment.materials.len());
    let blanks = blanks::counted();
    let standing = move || {
        let is_ready = |item: &&MaterialItem| item::state(item, &blanks.read()) == ItemState::Ready;
        let ready = assessment.with(|assessment| assessment.materials.iter().filter(is_ready).count());
        let all = count();
        state.say(&message!("{all} 项材料，已齐备 {ready} 项。", "{all} materials, {ready} of them ready."))
    };
    let items = move || (0..count()).collect::<Vec<_>>();
    view! {
        <Heading title=label("备案材料", "Materials") />
        <p class="lead">
            {t(
                label(
                    "第二十条要求的材料，按本联盟的情况逐项列出。文件由本工具生成，签字、盖章和证照由各单位办理。",
                    "What Article 20 asks for, item by item for this alliance. The documents are made here; signatures, seals and certificates are the units' to give.",
                ),
            )}
        </p>
        <p>{standing}</p>
        <For each=by_turns(items) key=|place| *place let:place>
            <Item place=place blanks=blanks />
        </For>
        <InTurn>
            <HandingIn />
        </InTurn>
        <Onward from=Route::Materials />
    }
}
