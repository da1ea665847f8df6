//! What each column of a list of members is for, to be put right where it was not found.

use leptos::prelude::*;

use super::report::question;
use crate::app::state::{State, t};
use jiemeng::dossier::Member;
use jiemeng::dossier::roster::{Sheet, Target};
use jiemeng::language::{Label, label};
use jiemeng::message;

/// How many cells of a column are shown to recognise it by.
const EXAMPLES: usize = 3;

/// What each column is for; it can be put right.
#[component]
pub fn Columns(sheet: RwSignal<Sheet>) -> impl IntoView {
    let unknown = Memo::new(move |_| {
        sheet.with(|sheet| sheet.columns().iter().filter(|column| column.target == Target::Unknown).count())
    });
    // Head and examples: what a column is called by. What it is for changes without its being drawn anew.
    let shown = Memo::new(move |_| {
        let of = |sheet: &Sheet| {
            let heads = sheet.columns().iter().map(|column| one_line(&column.head));
            heads.enumerate().map(|(place, head)| (head, examples(sheet, place))).collect::<Vec<_>>()
        };
        sheet.with(of)
    });
    let titles = Memo::new(move |_| sheet.with(|sheet| sheet.titles().collect::<Vec<_>>()));
    let state = State::here();
    let warning = move || {
        let unknown = unknown.get();
        (unknown > 0).then(|| {
            let words = message!(
                "{unknown} 列没有识别出用途，不会导入；需要的话请在下面指定。",
                "Columns not recognised and left out: {unknown}. Say below what they hold if you need them."
            );
            view! { <p class="notice notice--open">{move || state.say(&words)}</p> }
        })
    };
    let above = move || {
        let titles = titles.get();
        (!titles.is_empty()).then(|| {
            let titles = titles.join(" / ");
            let words = message!("表头上方的文字不导入：{titles}", "Words above the head row are left out: {titles}");
            view! { <p class="field__hint">{move || state.say(&words)}</p> }
        })
    };
    view! {
        <h3>{t(label("各列的用途", "What the columns hold"))}</h3>
        {warning}
        {above}
        <ul class="paste__columns">
            <For each=move || shown.get().into_iter().enumerate() key=|column| column.clone() let:column>
                <ColumnChoice sheet=sheet place=column.0 head=column.1.0 examples=column.1.1 />
            </For>
        </ul>
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn examples(sheet: &Sheet, place: usize) -> String {
    let short = |cell: &str| cell.chars().take(20).collect::<String>();
    sheet.examples(place).take(EXAMPLES).map(short).collect::<Vec<_>>().join(" / ")
}

#[component]
fn ColumnChoice(sheet: RwSignal<Sheet>, place: usize, head: String, examples: String) -> impl IntoView {
    let state = State::here();
    let number = place + 1;
    let id = format!("paste-column-{number}");
    let title = if head.is_empty() {
        message!("第 {number} 列", "Column {number}")
    } else {
        message!("第 {number} 列“{head}”", "Column {number} “{head}”")
    };
    let chosen = Memo::new(move |_| {
        sheet.with(|sheet| sheet.columns().get(place).map_or(Target::Unknown, |column| column.target))
    });
    let choose = move |event: leptos::ev::Event| {
        let target = target(&event_target_value(&event));
        sheet.update(|sheet| sheet.assign(place, target));
    };
    let option = move |value: &'static str, words: Label, target: Target| {
        view! {
            <option value=value prop:selected=move || chosen.get() == target>
                {t(words)}
            </option>
        }
    };
    let facts =
        Member::QUESTIONS.iter().map(move |question| option(question.key, question.label, Target::Fact(question.key)));
    view! {
        <li class:is-unknown=move || chosen.get() == Target::Unknown>
            <label for=id.clone()>
                <span>{move || state.say(&title)}</span>
                <span class="paste__examples">{examples}</span>
            </label>
            <select class="select" id=id on:change=choose>
                {option("", label("不导入", "Leave out"), Target::Unknown)}
                {option("#", label("序号（不导入）", "Number (left out)"), Target::Number)}
                {facts.collect_view()}
            </select>
        </li>
    }
}

fn target(value: &str) -> Target {
    match value {
        "#" => Target::Number,
        value => question(value).map_or(Target::Unknown, |question| Target::Fact(question.key)),
    }
}
