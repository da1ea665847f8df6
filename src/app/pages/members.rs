//! 成员单位: the list, and beside it, where there is room, one member.

mod blocks;
mod brought;
mod columns;
mod cursor;
mod deletion;
mod editor;
mod member;
mod paste;
mod preview;
mod report;
mod row;
mod selection;
mod signing;
mod table;
mod toolbar;

pub use member::MemberPage;
pub use signing::Signing;

use leptos::context::Provider;
use leptos::prelude::*;

use crate::app::browser::fresh_id;
use crate::app::components::Heading;
use crate::app::pages::described::Onward;
use crate::app::route;
use crate::app::state::{State, t};
use crate::app::transfer::{BringTable, DownloadTemplate};
use crate::app::turns::InTurn;
use brought::BroughtRoster;
use jiemeng::checks::{MEMBER_COUNT, Outcome};
use jiemeng::dossier::{MOST_MEMBERS, Member};
use jiemeng::language::{Message, label};
use jiemeng::message;
use jiemeng::screens::Route;
use paste::PasteRoster;
use table::{MemberTable, Table};

/// Where there is room for a member beside the list, as a media query.
pub const BESIDE: &str = "(min-width: 68.75rem)";

/// The list of members; adding one, pasting or bringing many; and the member that the address names.
#[component]
pub fn Members() -> impl IntoView {
    let state = State::here();
    let open = Memo::new(move |_| match state.address.with(|address| address.route.clone()) {
        Route::Member(id) => Some(id),
        _ => None,
    });
    let alone = Memo::new(move |_| open.with(Option::is_none));
    let beside = move || {
        open.get().map(|id| {
            view! {
                <section class="members__side">
                    <MemberPage id=id />
                </section>
            }
        })
    };
    view! {
        <Provider value=Table::new(open)>
            <div class="members" class:is-open=move || !alone.get()>
                <div class="members__list">
                    <Show when=move || alone.get()>
                        <Beginning />
                    </Show>
                    <InTurn>
                        <MemberTable />
                    </InTurn>
                </div>
                {beside}
            </div>
        </Provider>
        <Show when=move || alone.get()>
            <InTurn>
                <Onward from=Route::Members />
            </InTurn>
        </Show>
    }
}

/// What stands above the list: how many there are, and the ways to add more.
#[component]
fn Beginning() -> impl IntoView {
    let state = State::here();
    let full = state.part(|dossier| dossier.room_for_members() == 0);
    let pasting = RwSignal::new(false);
    // As the verdict has it: two rows of one unit are one member there and here.
    let standing = Memo::new(move |_| {
        let reason = |outcome: &Outcome| outcome.reasons.first().cloned();
        state.assessment().with(|assessment| assessment.outcome(MEMBER_COUNT).and_then(reason))
    });
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
        <p>{move || standing.with(|words| words.as_ref().map(|words| state.say(words)))}</p>
        <Show when=move || full.get()>
            <p class="notice notice--open">{move || state.say(&no_room())}</p>
        </Show>
        <div class="actions">
            <button type="button" class="button" disabled=full on:click=move |_| add(state)>
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
            <a class="button button--quiet" href=Route::Signing.to_string()>
                {t(label("签字盖章情况", "Signatures and seals"))}
            </a>
        </div>
        <div id="paste">
            <Show when=move || pasting.get()>
                <PasteRoster close=move || pasting.set(false) />
            </Show>
        </div>
        {move || state.brought.get().map(|brought| view! { <BroughtRoster brought=brought /> })}
    }
}

fn no_room() -> Message {
    message!(
        "已有 {MOST_MEMBERS} 家成员单位，不能再添加。更多的单位请分成几份卷宗。",
        "There are {MOST_MEMBERS} members, and no more can be added. Divide more units into several dossiers."
    )
}

/// Adds a member and opens it; where there is no room for another, leads to where that is said.
pub fn add(state: State) {
    if state.peek(|dossier| dossier.room_for_members()) == 0 {
        route::go(&Route::Members.address());
        return;
    }
    let id = fresh_id("m");
    state.change(|dossier| dossier.members.push(Member { id: id.clone(), ..Member::default() }));
    route::go(&Route::Member(id).address());
}
