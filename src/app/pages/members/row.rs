//! One member as a row of the table.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::cursor::cell_id;
use super::table::Table;
use jiemeng::dossier::{Dossier, Member};
use jiemeng::language::{Language, label};
use jiemeng::members::{COLUMNS, Column, Shown, Standing, shown};
use jiemeng::message;
use jiemeng::screens::Route;

/// What the row shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Cells {
    facts: Vec<Shown>,
    standing: Standing,
}

/// A member as the list holds it: alike only while it is the very same. Whoever types in one member makes of the rows of
/// all others no more than a glance.
#[derive(Debug, Clone)]
struct Held(Option<Arc<Member>>);

impl Held {
    fn at(dossier: &Dossier, place: usize, id: &str) -> Self {
        let members = dossier.members.as_slice();
        let here = members.get(place).filter(|member| member.id == id);
        Self(here.or_else(|| members.iter().find(|member| member.id == id)).cloned())
    }
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

/// The row.
#[component]
pub fn MemberRow(
    /// Its number among those that are shown, from 0.
    row: usize,
    /// The member's place in the dossier, from 0.
    place: usize,
    /// The member.
    id: String,
) -> impl IntoView {
    let table = Table::here();
    let state = table.state;
    let cells = {
        let (held_id, found_id) = (id.clone(), id.clone());
        let held = state.part(move |dossier| Held::at(dossier, place, &held_id));
        let found =
            Memo::new(move |_| table.concerns.with(|concerns| concerns.get(&found_id).copied().unwrap_or_default()));
        Memo::new(move |_| {
            held.with(|Held(member)| {
                let Some(member) = member else { return Cells::default() };
                // What is asked of a member hangs on that member alone.
                let standing = state.peek(|dossier| Standing::with(dossier, member, found.get()));
                Cells { facts: COLUMNS.iter().map(|column| shown(member, column.key)).collect(), standing }
            })
        })
    };
    let href = Route::Member(id.clone()).to_string();
    let name =
        Memo::new(move |_| cells.with(|cells| cells.facts.first().map(|name| name.typed.clone()).unwrap_or_default()));
    let chosen = {
        let id = id.clone();
        Memo::new(move |_| table.chosen.with(|chosen| chosen.contains(&id)))
    };
    let tick_name = move || {
        let (number, name) = (place + 1, name.get());
        state.say(&message!("选中：{number} {name}", "Select: {number} {name}"))
    };
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| table.open.with(|open| open.as_ref() == Some(&id)))
    };
    let follow = {
        let id = id.clone();
        move |event: MouseEvent| table.follow(&event, &id)
    };
    let title = move || match name.get() {
        name if name.trim().is_empty() => state.say(&label("（未填名称）", "(no name yet)")),
        name => name,
    };
    let facts = move || {
        let facts = cells.with(|cells| cells.facts.clone());
        let facts = facts.iter().zip(COLUMNS).enumerate().skip(1);
        facts.map(|(at, (cell, column))| fact(state.language.get(), cell_id((row, at)), column, cell)).collect_view()
    };
    let standing = move || cells.with(|cells| cells.standing);
    view! {
        <tr
            data-member=id
            aria-rowindex=(row + 2).to_string()
            class:is-chosen=chosen
            aria-current=move || is_open.get().then_some("true")
        >
            <td class="roll__tick">
                <input
                    type="checkbox"
                    tabindex="-1"
                    aria-label=tick_name
                    prop:checked=chosen
                    on:click=move |event| table.tick(row, event_target_checked(&event), event.shift_key())
                />
            </td>
            <td class="roll__number">{place + 1}</td>
            <th scope="row" class="roll__name" id=cell_id((row, 0))>
                <a href=href tabindex="-1" on:click=follow>
                    {title}
                </a>
            </th>
            {facts}
            <td class="roll__standing" id=cell_id((row, COLUMNS.len()))>
                <span class="status" data-status=move || standing().state().code()>
                    {move || state.say(&standing().message())}
                </span>
            </td>
        </tr>
    }
}

/// The cell of a fact.
fn fact(language: Language, id: String, column: Column, cell: &Shown) -> impl IntoView + use<> {
    view! {
        <td
            id=id
            class=format!("roll__{}", column.key)
            class:is-unread=cell.is_unread
            data-label=column.head.words(language)
        >
            {cell.text(language).to_owned()}
        </td>
    }
}
