//! 粘贴名单: rows from a spreadsheet, looked at before they are taken.

use leptos::prelude::*;

use super::report::{Report, question};
use super::undo::Undo;
use crate::app::browser::{fresh_id, is_composing};
use crate::app::state::{State, t};
use jiemeng::dossier::Member;
use jiemeng::dossier::roster::{self, Plan, Sheet, Target};
use jiemeng::language::{Label, Message, label};
use jiemeng::message;

/// How many cells of a column are shown to recognise it by.
const EXAMPLES: usize = 3;

/// A box to paste into, what was made of it, and the button that takes it.
#[component]
pub fn PasteRoster(
    /// Closes it.
    #[prop(into)]
    close: Callback<()>,
) -> impl IntoView {
    let state = State::here();
    let sheet = RwSignal::new(roster::read(""));
    let plan = Memo::new(move |_| sheet.with(|sheet| state.read(|dossier| sheet.preview(dossier))));
    let take = move |text: String| sheet.set(roster::read(&text));
    let pasted = move |event: leptos::ev::Event| {
        if !is_composing(&event) {
            take(event_target_value(&event));
        }
    };
    let composed = move |event: leptos::ev::CompositionEvent| take(event_target_value(&event));
    let apply = move |_| {
        let plan = plan.get_untracked();
        let before = state.peek(|dossier| dossier.members.clone());
        state.change(|dossier| plan.apply(dossier, || fresh_id("m")));
        let after = state.peek(|dossier| dossier.members.clone());
        state.undo.set(Some(Undo::Paste { before, after, done: done(&plan) }));
        close.run(());
    };
    let some = move || plan.with(|plan| !plan.rows.is_empty());
    view! {
        <section class="paste" aria-labelledby="paste-heading">
            <h2 id="paste-heading">{t(label("粘贴名单", "Paste a list"))}</h2>
            <label class="field__label" for="paste-text">
                {t(label("把表格中的行粘贴到这里", "Paste the rows of your table here"))}
            </label>
            <p class="field__hint" id="paste-hint">
                {t(
                    label(
                        "在 Excel、WPS 或文本中选中成员各行（最好连同表头）复制，再粘贴。各列按表头识别，顺序不限；没有表头就按内容识别。下面先给出预览，确认后才写入。",
                        "Select the members' rows in Excel, WPS or a text (best with the head row), copy, and paste. Columns are found by their heads in any order, or by what they hold. You see what would happen before anything is changed.",
                    ),
                )}
            </p>
            <textarea
                id="paste-text"
                class="prose paste__text"
                rows="6"
                spellcheck="false"
                autocomplete="off"
                aria-describedby="paste-hint"
                on:input=pasted
                on:compositionend=composed
            ></textarea>
            <div aria-live="polite">
                <Show when=some>
                    <p class="paste__totals">{move || plan.with(|plan| state.say(&totals(plan)))}</p>
                </Show>
            </div>
            <Show when=some>
                <Columns sheet=sheet />
                <Report plan=plan />
            </Show>
            <div class="actions">
                <button type="button" class="button" disabled=move || !some() on:click=apply>
                    {move || {
                        let rows = plan.with(|plan| plan.rows.len());
                        state.say(&message!("导入 {rows} 行", "Take {rows} rows"))
                    }}
                </button>
                <button type="button" class="button button--quiet" on:click=move |_| close.run(())>
                    {t(label("取消", "Cancel"))}
                </button>
            </div>
        </section>
    }
}

fn totals(plan: &Plan) -> Message {
    let roster::Totals { new, updated, joined, unread } = plan.totals();
    let rows = plan.rows.len();
    message!(
        "识别到 {rows} 行：新增 {new} 家，更新 {updated} 家，与前面的行合并 {joined} 行；{unread} 格无法识别，将按原样保留。",
        "Rows: {rows}. New: {new}; updated: {updated}; joined to an earlier row: {joined}. Cells that cannot be read and are kept as they are: {unread}."
    )
}

fn done(plan: &Plan) -> Message {
    let roster::Totals { new, updated, .. } = plan.totals();
    message!("已新增 {new} 家、更新 {updated} 家成员单位。", "{new} members were added and {updated} updated.")
}

/// What each column is for; it can be put right.
#[component]
fn Columns(sheet: RwSignal<Sheet>) -> impl IntoView {
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
