//! What is asked of the table: words to find, filters, and how many members that leaves.

use leptos::ev::{CompositionEvent, Event};
use leptos::prelude::*;

use super::table::Table;
use crate::app::browser::is_composing;
use crate::app::state::t;
use jiemeng::language::label;
use jiemeng::members::{COLUMNS, Filter, Sort, SortBy, filters};
use jiemeng::message;

/// The box, the filters, and what they come to.
#[component]
pub fn Toolbar() -> impl IntoView {
    let table = Table::here();
    let view = table.view;
    let find = move |words: String| view.update(|view| view.find = words);
    let typed = move |event: Event| {
        if !is_composing(&event) {
            find(event_target_value(&event));
        }
    };
    let composed = move |event: CompositionEvent| find(event_target_value(&event));
    let chosen = Memo::new(move |_| view.with(|view| view.chosen.values().filter(|code| !code.is_empty()).count()));
    let count = move || match chosen.get() {
        0 => String::new(),
        count => table.state.say(&message!("（{count}）", " ({count})")),
    };
    let selects = filters().into_iter().map(|filter| view! { <FilterChoice filter=filter /> }).collect_view();
    view! {
        <search class="roll-tools">
            <div class="roll-tools__find">
                <label for="roll-find">{t(label("查找", "Find"))}</label>
                <input
                    type="search"
                    class="line"
                    id="roll-find"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=t(label("名称、代码、联系人、电话", "Name, code, contact, phone"))
                    prop:value=move || view.with(|view| view.find.clone())
                    on:input=typed
                    on:compositionend=composed
                />
            </div>
            <details class="roll-tools__more">
                <summary>{t(label("筛选和排序", "Filter and sort"))} {count}</summary>
                <div class="roll-tools__filters">{selects} <SortChoice /></div>
            </details>
            <Standing />
        </search>
    }
}

/// How many members are listed, and the way back to all of them.
#[component]
fn Standing() -> impl IntoView {
    let table = Table::here();
    let view = table.view;
    let plain = Memo::new(move |_| view.with(|view| (view.shows_all(), view.is_plain())));
    let all = table.state.part(|dossier| dossier.members.len());
    let words = move || {
        let (shown, all) = (table.places.with(Vec::len), all.get());
        table.state.say(&match plain.get() {
            (true, _) => message!("共 {all} 家", "{all} units"),
            _ => message!("列出 {shown} 家，共 {all} 家", "{shown} of {all} units"),
        })
    };
    let reset = move |_| view.set(Default::default());
    view! {
        <p class="roll-tools__standing">
            <span role="status">{words}</span>
            <Show when=move || !plain.get().1>
                <button type="button" class="link" on:click=reset>
                    {t(label("列出全部，按原次序", "List all in their order"))}
                </button>
                <span class="roll-tools__note">
                    {t(
                        label(
                            "筛选和排序只影响这里的显示，文书仍按原来的次序。",
                            "Filters and sorting change this list alone; the documents keep their order.",
                        ),
                    )}
                </span>
            </Show>
        </p>
    }
}

#[component]
fn FilterChoice(filter: Filter) -> impl IntoView {
    let view = Table::here().view;
    let Filter { key, title, options } = filter;
    let chosen = Memo::new(move |_| view.with(|view| view.chosen.get(key).cloned().unwrap_or_default()));
    let choose = move |event: Event| view.update(|view| drop(view.chosen.insert(key, event_target_value(&event))));
    let options = std::iter::once(("", label("全部", "All"))).chain(options).map(move |(code, words)| {
        view! {
            <option value=code prop:selected=move || chosen.with(|chosen| chosen == code)>
                {t(words)}
            </option>
        }
    });
    view! {
        <label>
            <span>{t(title)}</span>
            <select class="select" data-filter=key on:change=choose>
                {options.collect_view()}
            </select>
        </label>
    }
}

/// The order, where the heads of the columns are not in view.
#[component]
fn SortChoice() -> impl IntoView {
    let view = Table::here().view;
    let sorts = [(SortBy::Place, label("原次序", "Their order")), (SortBy::Standing, label("状态", "State"))];
    let sorts: Vec<_> = sorts.into_iter().chain(COLUMNS.map(|it| (SortBy::Fact(it.key), it.head))).collect();
    let places = sorts.clone();
    let choose = move |event: Event| {
        if let Some((by, _)) = event_target_value(&event).parse().ok().and_then(|at: usize| places.get(at)) {
            let by = *by;
            view.update(|view| view.sort = Sort { by, descending: false });
        }
    };
    let options = sorts.into_iter().enumerate().map(move |(at, (by, words))| {
        view! {
            <option value=at.to_string() prop:selected=move || view.with(|view| view.sort.by == by)>
                {t(words)}
            </option>
        }
    });
    view! {
        <label>
            <span>{t(label("排序", "Sort by"))}</span>
            <select class="select" on:change=choose>
                {options.collect_view()}
            </select>
        </label>
    }
}
