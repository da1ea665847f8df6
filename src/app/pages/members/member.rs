//! One member: its questions and its certificate, on a page of its own or beside the list.

use std::collections::BTreeSet;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::add;
use super::deletion::{ConfirmDeletion, delete};
use super::table::Table;
use crate::app::components::{ComposedHeading, ErrorSummary, Faults, Fields};
use crate::app::pages::described::FoundHere;
use crate::app::pages::lost::Lost;
use crate::app::route;
use crate::app::state::{State, t};
use crate::app::transfer::Certificates;
use jiemeng::dossier::{Fact, Section};
use jiemeng::language::{Label, Message, label};
use jiemeng::message;
use jiemeng::screens::{MEMBER, Route};

/// How much of a name stands in the heading; the field shows it whole.
const HEADING: usize = 60;

fn shortened(name: &str) -> String {
    match name.char_indices().nth(HEADING) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or(name)),
        None => name.to_owned(),
    }
}

/// One member.
#[component]
pub fn MemberPage(
    /// Its id.
    id: String,
) -> impl IntoView {
    let state = State::here();
    if state.peek(|dossier| dossier.member(&id).is_none()) {
        return view! { <Lost path=Route::Member(id).to_string() /> }.into_any();
    }
    let prefix = format!("members/{id}");
    let name = {
        let id = id.clone();
        state.part(move |dossier| dossier.member(&id).map(|member| member.name.text()).unwrap_or_default())
    };
    let title = Signal::derive(move || match name.get() {
        name if name.trim().is_empty() => MEMBER.title.to_message(),
        name => {
            let short = shortened(&name);
            Message { zh: short.clone(), en: short }
        }
    });
    let neighbours = neighbours(id.clone());
    let faults = Faults::on(&MEMBER, prefix.clone());
    view! {
        <Leafing neighbours=neighbours faults=faults />
        <ErrorSummary faults=faults />
        <ComposedHeading title=title faulty=Signal::derive(move || faults.any()) />
        <p class="lead">{t(MEMBER.lead)}</p>
        <Fields screen=&MEMBER prefix=prefix />
        <FoundHere section=Some(Section::Members) member=id.clone() />
        <section class="group" aria-labelledby="certificate-heading">
            <h2 id="certificate-heading">{t(label("证照", "Certificate"))}</h2>
            <Certificates member=id.clone() />
        </section>
        <Ending id=id neighbours=neighbours faults=faults />
    }
    .into_any()
}

/// Where a member stands in the list, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Neighbours {
    before: Option<String>,
    after: Option<String>,
    /// Its number, from 1; 0 where the list does not show it.
    number: usize,
    count: usize,
}

/// The members before and after this one: in the order of the list beside it, else in that of the dossier.
fn neighbours(id: String) -> Memo<Neighbours> {
    let (state, table) = (State::here(), use_context::<Table>());
    Memo::new(move |_| {
        let places = table.map(|table| table.places.read());
        state.read(|dossier| {
            let count = places.as_ref().map_or(dossier.members.len(), |places| places.len());
            let id_at = |row: usize| {
                let place = places.as_ref().map_or(Some(row), |places| places.get(row).copied())?;
                dossier.members.get(place).map(|member| member.id.as_str())
            };
            let row = (0..count).find(|row| id_at(*row) == Some(&id));
            Neighbours {
                before: row.and_then(|row| id_at(row.checked_sub(1)?)).map(str::to_owned),
                after: row.and_then(|row| id_at(row + 1)).map(str::to_owned),
                number: row.map_or(0, |row| row + 1),
                count,
            }
        })
    })
}

/// Back to the list; which member of how many this is; to the one before and after.
#[component]
fn Leafing(neighbours: Memo<Neighbours>, faults: Faults) -> impl IntoView {
    let state = State::here();
    let place = move || {
        neighbours.with(|Neighbours { number, count, .. }| {
            (*number > 0).then(|| state.say(&message!("第 {number} 家，共 {count} 家", "{number} of {count}")))
        })
    };
    let before = Memo::new(move |_| neighbours.with(|it| it.before.clone()));
    let after = Memo::new(move |_| neighbours.with(|it| it.after.clone()));
    view! {
        <nav class="leafing" aria-label=t(label("成员单位之间", "Between members"))>
            <a class="back" href=Route::Members.to_string()>
                {t(label("全部成员单位", "All members"))}
            </a>
            <span class="leafing__place">{place}</span>
            {move || leaf(before.get(), label("上一家", "Previous"), "", faults)}
            {move || leaf(after.get(), label("下一家", "Next"), "", faults)}
        </nav>
    }
}

/// A link to a neighbour; what cannot be read is told before it is followed.
fn leaf(id: Option<String>, words: Label, class: &'static str, faults: Faults) -> Option<impl IntoView> {
    let table = use_context::<Table>();
    id.map(|id| {
        let href = Route::Member(id.clone()).to_string();
        let follow = move |event: MouseEvent| {
            faults.before_going_on(&event);
            if let Some(table) = table.filter(|_| !event.default_prevented()) {
                table.follow(&event, &id);
            }
        };
        view! {
            <a class=class href=href on:click=follow>
                {t(words)}
            </a>
        }
    })
}

/// The way on, and the end of this member.
#[component]
fn Ending(id: String, neighbours: Memo<Neighbours>, faults: Faults) -> impl IntoView {
    let state = State::here();
    let after = Memo::new(move |_| neighbours.with(|it| it.after.clone()));
    let asking = RwSignal::new(false);
    let add_another = move |event: MouseEvent| {
        faults.before_going_on(&event);
        if !event.default_prevented() {
            add(state);
        }
    };
    let to_list = move |event: MouseEvent| faults.before_going_on(&event);
    let confirmed = Callback::new(move |()| {
        route::go(&Route::Members.address());
        delete(state, &BTreeSet::from([id.clone()]));
    });
    view! {
        <nav class="onward" aria-label=t(label("继续", "Continue"))>
            {move || leaf(after.get(), label("下一家成员单位", "Next member"), "button", faults)}
            <Show when=move || after.with(Option::is_none)>
                <button type="button" class="button" on:click=add_another>
                    {t(label("再添加一家", "Add another"))}
                </button>
            </Show>
            <a href=Route::Members.to_string() on:click=to_list>
                {t(label("全部成员单位", "All members"))}
            </a>
            <button type="button" class="button button--grave" on:click=move |_| asking.set(true)>
                {t(label("删除这家成员单位", "Delete this member"))}
            </button>
        </nav>
        <ConfirmDeletion open=asking count=1 confirmed=confirmed />
    }
}
