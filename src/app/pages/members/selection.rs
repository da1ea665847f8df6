//! What can be done with the members that are ticked, all at once.

use std::collections::BTreeSet;

use leptos::ev::Event;
use leptos::prelude::*;

use super::deletion::{ConfirmDeletion, delete};
use super::table::Table;
use crate::app::state::t;
use jiemeng::dossier::{FactState, Kind, Member, Question};
use jiemeng::language::{Message, label};
use jiemeng::members::{Move, set_all, settable, shift};
use jiemeng::message;
use jiemeng::screens::MEMBER;

/// The bar; nothing where none is ticked.
#[component]
pub fn ChosenBar() -> impl IntoView {
    let table = Table::here();
    let count = Memo::new(move |_| table.chosen.with(BTreeSet::len));
    let said = move || {
        let count = count.get();
        table.state.say(&message!("已选 {count} 家", "{count} selected"))
    };
    view! {
        <section class="chosen" aria-label=t(label("对所选单位", "The selected units")) hidden=move || count.get() == 0>
            <p class="chosen__count" role="status">
                {said}
            </p>
            <SetFact />
            <Moving />
            <Deleting count=count />
            <button type="button" class="link" on:click=move |_| table.chosen.set(BTreeSet::new())>
                {t(label("取消选择", "Clear the selection"))}
            </button>
        </section>
    }
}

/// 上移, 下移: only while the rows stand in the order of the dossier.
#[component]
fn Moving() -> impl IntoView {
    let table = Table::here();
    let plain = Memo::new(move |_| table.view.with(|view| view.is_plain()));
    let moved = move |way| table.state.change(|dossier| table.chosen.with_untracked(|ids| shift(dossier, ids, way)));
    let buttons = [(Move::Up, label("上移", "Move up")), (Move::Down, label("下移", "Move down"))];
    buttons
        .map(|(way, words)| {
            view! {
                <button
                    type="button"
                    class="button button--quiet"
                    disabled=move || !plain.get()
                    on:click=move |_| moved(way)
                >
                    {t(words)}
                </button>
            }
        })
        .into_iter()
        .collect_view()
}

#[component]
fn Deleting(count: Memo<usize>) -> impl IntoView {
    let table = Table::here();
    let asking = RwSignal::new(false);
    let confirmed = Callback::new(move |()| {
        delete(table.state, &table.chosen.get_untracked());
        table.chosen.set(BTreeSet::new());
    });
    view! {
        <button type="button" class="button button--grave" on:click=move |_| asking.set(true)>
            {t(label("删除", "Delete"))}
        </button>
        <ConfirmDeletion open=asking count=count confirmed=confirmed />
    }
}

fn question(key: &str) -> Option<&'static Question> {
    Member::QUESTIONS.iter().find(|question| question.key == key)
}

/// One fact, given to all of them.
#[component]
fn SetFact() -> impl IntoView {
    let table = Table::here();
    let (asked, typed) = (RwSignal::new("role"), RwSignal::new(String::new()));
    let refused = RwSignal::new(None::<Message>);
    let choose = move |event: Event| {
        asked.set(question(&event_target_value(&event)).map_or("role", |question| question.key));
        typed.set(String::new());
        refused.set(None);
    };
    let set = move |_| {
        let Some(question) = question(asked.get_untracked()) else { return };
        refused.set(unread(question, &typed.get_untracked()));
        if refused.with_untracked(Option::is_none) {
            set_it(table, question, &typed.get_untracked());
        }
    };
    let groups = MEMBER.groups.iter().map(|group| {
        let questions = group.questions(&MEMBER).filter(|question| settable(question)).map(|question| {
            let key = question.key;
            view! {
                <option value=key prop:selected=move || asked.get() == key>
                    {t(question.label)}
                </option>
            }
        });
        view! { <optgroup label=t(group.title)>{questions.collect_view()}</optgroup> }
    });
    view! {
        <div class="chosen__set">
            <label>
                <span>{t(label("统一设置", "Set for all"))}</span>
                <select class="select" on:change=choose>
                    {groups.collect_view()}
                </select>
            </label>
            {move || question(asked.get()).map(|question| view! { <Value question=question typed=typed /> })}
            <button type="button" class="button" on:click=set>
                {t(label("应用", "Apply"))}
            </button>
            {move || {
                let words = refused.get()?;
                Some(view! { <p class="field__error" role="alert">{table.state.say(&words)}</p> })
            }}
        </div>
    }
}

/// What the fact is to be: one of its options, or a line.
#[component]
fn Value(question: &'static Question, typed: RwSignal<String>) -> impl IntoView {
    let name = t(label("设为", "To"));
    if let Kind::Choice(options) = question.kind {
        let options = options.iter().map(|(code, words)| view! { <option value=*code>{t(*words)}</option> });
        return view! {
            <label>
                <span>{name}</span>
                <select class="select" on:change=move |event| typed.set(event_target_value(&event))>
                    <option value="">{t(label("（清空）", "(blank)"))}</option>
                    {options.collect_view()}
                </select>
            </label>
        }
        .into_any();
    }
    view! {
        <label>
            <span>{name}</span>
            <input type="text" class="line" autocomplete="off" on:change=move |event| typed.set(event_target_value(&event)) />
        </label>
    }
    .into_any()
}

/// Why words cannot be the answer to a question; nobody wants them a hundred times.
fn unread(question: &Question, typed: &str) -> Option<Message> {
    let mut member = Member::default();
    let fact = member.fact_mut(question.key)?;
    fact.put(typed);
    match fact.state() {
        FactState::Unread(words) => Some(words),
        FactState::Blank | FactState::Given => None,
    }
}

fn set_it(table: Table, question: &'static Question, typed: &str) {
    let ids = table.chosen.get_untracked();
    let mut count = 0;
    table.state.change(|dossier| count = set_all(dossier, &ids, question, typed));
    let (zh, en) = (question.label.zh, question.label.en);
    let value = match question.kind {
        Kind::Choice(options) => options.iter().find(|(code, _)| *code == typed).map(|(_, words)| words.to_message()),
        _ => None,
    };
    let Message { zh: value_zh, en: value_en } = value.unwrap_or_else(|| message!("{typed}", "{typed}"));
    let others = ids.len() - count;
    let beside = match others {
        0 => message!("", ""),
        _ => message!("另有 {others} 家不问这一项。", " {others} more are not asked for it."),
    };
    let Message { zh: beside_zh, en: beside_en } = beside;
    table.state.say_done(match typed.trim() {
        "" => message!("已清空 {count} 家的“{zh}”。{beside_zh}", "“{en}” was cleared for {count} units.{beside_en}"),
        _ => message!(
            "已把 {count} 家的“{zh}”设为“{value_zh}”。{beside_zh}",
            "“{en}” was set to “{value_en}” for {count} units.{beside_en}"
        ),
    });
}
