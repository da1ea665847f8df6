//! The members as a table: what all of its parts share, its heads and its rows.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use js_sys::{Array, Function, Intl, JsString, Object};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::blocks::{AskBeyond, Waiting};
use super::cursor::{Cursor, GRID, cell_id};
use super::editor::{CellEditor, CellNote, Mark};
use super::row::MemberRow;
use super::selection::ChosenBar;
use super::toolbar::Toolbar;
use crate::app::components::{Gap, Stretch};
use crate::app::route;
use crate::app::state::{State, t};
use jiemeng::dossier::Members;
use jiemeng::language::{Label, Message, label};
use jiemeng::members::{COLUMNS, Concerns, Sort, SortBy, View, concerns};
use jiemeng::screens::Route;

/// What the parts of the table share. It lives in the context: `Table::here()`.
#[derive(Clone, Copy)]
pub struct Table {
    /// The page's state.
    pub state: State,
    /// Which members are shown, and in which order.
    pub view: RwSignal<View>,
    /// The places in the dossier of the members that are shown, row by row. It follows what is asked for and which
    /// members there are, not their facts: no row moves under the hands of whoever fills it in.
    pub places: Memo<Vec<usize>>,
    /// Changes whenever a member comes, goes or is moved.
    order: Memo<u64>,
    /// What the checks found, member by member.
    pub concerns: Memo<Concerns>,
    /// The members that are ticked.
    pub chosen: RwSignal<BTreeSet<String>>,
    /// The rows that are drawn.
    pub stretch: Stretch,
    /// The member that is open beside the table.
    pub open: Memo<Option<String>>,
    /// Where one is among the cells.
    pub cursor: Cursor,
    /// A block that waits until it is said whether it may add members.
    pub waiting: RwSignal<Option<Waiting>>,
    /// Why a block was not taken.
    pub refused: RwSignal<Option<Message>>,
    ticked_last: StoredValue<Option<usize>>,
}

impl Table {
    /// The table of this page, beside which a member may be open.
    pub fn new(open: Memo<Option<String>>) -> Self {
        let state = State::here();
        let view = state.members_view;
        let concerns = Memo::new(move |_| state.assessment().with(concerns));
        let order = state.part(|dossier| {
            let mut hasher = DefaultHasher::new();
            dossier.members.iter().for_each(|member| member.id.hash(&mut hasher));
            hasher.finish()
        });
        let compare = StoredValue::new_local(dictionary());
        let places = Memo::new(move |_| {
            // Read, not only tracked: what was never read is never told of a change.
            let _which = order.get();
            let arrange = |view: &View, concerns: &Concerns| {
                state.peek(|dossier| {
                    view.places(dossier, concerns, |one, other| compare.with_value(|by| in_order(by, one, other)))
                })
            };
            view.with(|view| concerns.with_untracked(|concerns| arrange(view, concerns)))
        });
        let stretch = Stretch::of(Signal::derive(move || places.with(Vec::len)));
        Self {
            state,
            view,
            places,
            order,
            concerns,
            chosen: RwSignal::default(),
            stretch,
            open,
            cursor: Cursor::default(),
            waiting: RwSignal::new(None),
            refused: RwSignal::new(None),
            ticked_last: StoredValue::new(None),
        }
    }

    /// The table of this page.
    pub fn here() -> Self {
        expect_context()
    }

    /// The member in a row.
    pub fn id_at(self, row: usize) -> Option<String> {
        let place = self.places.with_untracked(|places| places.get(row).copied())?;
        self.state.peek(|dossier| dossier.members.get(place).map(|member| member.id.clone()))
    }

    /// Ticks a row or takes its tick away; `along` does the same to all rows from the one that was ticked last.
    pub fn tick(self, row: usize, ticked: bool, along: bool) {
        let from = self.ticked_last.get_value().filter(|_| along).unwrap_or(row);
        self.ticked_last.set_value(Some(row));
        let ids: Vec<String> = (from.min(row)..=from.max(row)).filter_map(|row| self.id_at(row)).collect();
        self.chosen.update(|chosen| {
            for id in ids {
                if ticked {
                    chosen.insert(id)
                } else {
                    chosen.remove(&id)
                };
            }
        });
    }

    /// Ticks all rows that are shown, or takes away every tick.
    pub fn tick_all(self, ticked: bool) {
        let rows = if ticked { self.places.with_untracked(Vec::len) } else { 0 };
        self.chosen.set((0..rows).filter_map(|row| self.id_at(row)).collect());
    }

    /// Follows a link to a member. Where another is open beside the table, going back closes it all the same.
    pub fn follow(self, event: &MouseEvent, id: &str) {
        let plain = !(event.ctrl_key() || event.meta_key() || event.shift_key());
        if plain && self.open.with_untracked(Option::is_some) {
            event.prevent_default();
            route::go_instead(&Route::Member(id.to_owned()).address());
        }
    }
}

/// The order of Chinese words by their sound, as dictionaries have it.
fn dictionary() -> Function {
    Intl::Collator::new(&Array::of1(&JsString::from("zh-Hans-CN")), &Object::new()).compare()
}

fn in_order(by: &Function, one: &str, other: &str) -> Ordering {
    let order = by.call2(&JsValue::NULL, &one.into(), &other.into()).ok().and_then(|order| order.as_f64());
    order.and_then(|order| order.partial_cmp(&0.0)).unwrap_or(Ordering::Equal)
}

/// The table with what stands around it; nothing where there is no member.
#[component]
pub fn MemberTable() -> impl IntoView {
    let table = Table::here();
    let some = table.state.part(|dossier| !dossier.members.is_empty());
    view! {
        <Show when=move || some.get()>
            <Toolbar />
            <ChosenBar />
            <Rows />
        </Show>
    }
}

#[component]
fn Rows() -> impl IntoView {
    let table = Table::here();
    let stretch = table.stretch;
    let rows = move || {
        // Moved members stand at the same places.
        let (rows, places, _which) = (stretch.rows(), table.places.get(), table.order.get());
        let ids = |dossier: &Members| {
            let id = |row: usize| {
                let place = *places.get(row)?;
                Some((row, place, dossier.get(place)?.id.clone()))
            };
            rows.filter_map(id).collect::<Vec<_>>()
        };
        table.state.peek(|dossier| ids(&dossier.members))
    };
    let count = move || table.places.with(|places| places.len() + 1).to_string();
    let (before, after) = (move || stretch.gaps().0, move || stretch.gaps().1);
    view! {
        <div class="members__pane" data-scroller="">
            <table
                class="table roll"
                id=GRID
                role="grid"
                tabindex="0"
                aria-multiselectable="true"
                aria-rowcount=count
                aria-activedescendant=move || cell_id(table.cursor.at.get())
                aria-describedby="members-grid-keys"
                on:keydown=move |event| table.press(&event)
                on:mousedown=move |event| table.point(&event, false)
                on:mouseover=move |event| table.point(&event, true)
                on:dblclick=move |event| table.point_twice(&event)
                on:copy=move |event| table.copy(&event)
                on:paste=move |event| table.paste(&event)
            >
                <caption class="visually-hidden">{t(label("成员单位", "Members"))}</caption>
                <Heads />
                <tbody node_ref=stretch.body>
                    <Gap height=Signal::derive(before) columns=COLUMNS.len() + 3 />
                    <For each=rows key=Clone::clone let((row, place, id))>
                        <MemberRow row=row place=place id=id />
                    </For>
                    <Gap height=Signal::derive(after) columns=COLUMNS.len() + 3 />
                </tbody>
            </table>
            <Mark />
            <CellEditor />
        </div>
        <CellNote />
        <AskBeyond />
        <p class="members__keys" id="members-grid-keys">
            {t(
                label(
                    "像表格软件一样：方向键移动，直接输入或按 F2 改写，Shift 加方向键选一块，可与 Excel、WPS 互相复制粘贴；在单位名称上按回车打开这家单位，空格选中。",
                    "As in a spreadsheet: arrows move, typing or F2 writes, Shift with arrows spans a block, and blocks go to and from Excel and WPS. Enter on a name opens the unit, space selects it.",
                ),
            )}
        </p>
    }
}

#[component]
fn Heads() -> impl IntoView {
    let table = Table::here();
    let all_ticked = move || {
        let shown = table.places.with(Vec::len);
        shown > 0 && table.chosen.with(BTreeSet::len) >= shown
    };
    let facts = COLUMNS.into_iter().enumerate();
    let facts = facts.map(|(at, column)| view! { <Head by=SortBy::Fact(column.key) words=column.head column=at /> });
    view! {
        <thead>
            <tr>
                <td class="roll__tick">
                    <input
                        type="checkbox"
                        aria-label=t(label("选中列出的全部单位", "Select all that are listed"))
                        prop:checked=all_ticked
                        on:change=move |event| table.tick_all(event_target_checked(&event))
                    />
                </td>
                <Head by=SortBy::Place words=label("序号", "No.") />
                {facts.collect_view()}
                <Head by=SortBy::Standing words=label("状态", "State") column=COLUMNS.len() />
            </tr>
        </thead>
    }
}

/// The head of a column, which sorts by it.
#[component]
fn Head(
    by: SortBy,
    words: Label,
    /// Its number among the cells.
    #[prop(optional)]
    column: Option<usize>,
) -> impl IntoView {
    let table = Table::here();
    let sorted = Memo::new(move |_| {
        table.view.with(|view| {
            let Sort { by: now, descending } = view.sort;
            // The order that all have is no sorting.
            (now == by && view.sort != Sort::default()).then_some(descending)
        })
    });
    let aria = move || sorted.get().map(|descending| if descending { "descending" } else { "ascending" });
    let mark = move || match sorted.get() {
        Some(true) => "▼",
        Some(false) => "▲",
        None => "",
    };
    view! {
        <th scope="col" aria-sort=aria data-column=column.map(|column| column.to_string())>
            <button type="button" class="roll__sort" on:click=move |_| table.view.update(|view| view.sort_by(by))>
                {t(words)}
                <span aria-hidden="true">{mark}</span>
            </button>
        </th>
    }
}
