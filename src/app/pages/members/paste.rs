//! 粘贴名单: rows from a spreadsheet, looked at before they are taken.

use leptos::prelude::*;

use super::undo::Undo;
use crate::app::browser::{fresh_id, is_composing};
use crate::app::state::{State, t};
use jiemeng::dossier::roster::{self, Note, Outcome, Plan, PlannedRow, Setting, Sheet, Target};
use jiemeng::dossier::{Kind, Member, Question};
use jiemeng::language::{Label, Message, label};
use jiemeng::message;

/// How many rows the report shows; the others are taken all the same.
const SHOWN: usize = 200;
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
        "{rows} rows: {new} new, {updated} updated, {joined} joined to an earlier row; {unread} cells that cannot be read are kept as they are."
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
                "{unknown} columns were not recognised and are left out; say below what they hold if you need them."
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

fn question(key: &str) -> Option<&'static Question> {
    Member::QUESTIONS.iter().find(|question| question.key == key)
}

/// Row by row, what would happen.
#[component]
fn Report(plan: Memo<Plan>) -> impl IntoView {
    let state = State::here();
    let rows = move || plan.with(|plan| plan.rows.iter().take(SHOWN).cloned().collect::<Vec<_>>());
    let others = move || {
        let others = plan.with(|plan| plan.rows.len()).saturating_sub(SHOWN);
        (others > 0).then(|| {
            let words = message!(
                "其余 {others} 行同样处理，这里不再列出。",
                "The other {others} rows are treated the same and not listed here."
            );
            view! { <p class="field__hint">{state.say(&words)}</p> }
        })
    };
    view! {
        <h3>{t(label("逐行预览", "Row by row"))}</h3>
        <div class="scroll" tabindex="0" role="region" aria-label=t(label("逐行预览", "Row by row"))>
            <table class="table paste__report">
                <thead>
                    <tr>
                        <th scope="col">{t(label("行", "Row"))}</th>
                        <th scope="col">{t(label("单位名称", "Unit"))}</th>
                        <th scope="col">{t(label("处理", "What happens"))}</th>
                        <th scope="col">{t(label("写入的内容", "What is written"))}</th>
                    </tr>
                </thead>
                <tbody>{move || rows().into_iter().map(|row| view! { <ReportRow row=row /> }).collect_view()}</tbody>
            </table>
        </div>
        {others}
    }
}

#[component]
fn ReportRow(row: PlannedRow) -> impl IntoView {
    let state = State::here();
    let what = outcome(&row.outcome);
    let notes = row.notes.into_iter().map(|note| {
        let words = words_of(&note);
        view! { <li class="paste__note">{move || state.say(&words)}</li> }
    });
    let sets = row.sets.into_iter().filter(|set| set.key != "name" || !set.replaces.is_empty()).map(|set| {
        let words = written(&set);
        view! { <li>{move || state.say(&words)}</li> }
    });
    view! {
        <tr>
            <td>{row.number}</td>
            <th scope="row" class="paste__name">{row.name}</th>
            <td>{move || state.say(&what)}</td>
            <td>
                <ul class="paste__facts">{sets.collect_view()} {notes.collect_view()}</ul>
            </td>
        </tr>
    }
}

fn outcome(outcome: &Outcome) -> Message {
    match outcome {
        Outcome::New => message!("新增", "New"),
        Outcome::Updates { by_code: true, .. } => message!("更新（代码相同）", "Updates (same code)"),
        Outcome::Updates { by_code: false, .. } => message!("更新（名称相同）", "Updates (same name)"),
        Outcome::Joins { row } => message!("与第 {row} 行是同一单位，合并", "Same unit as row {row}: joined"),
        Outcome::Contradicts { row, keys } => {
            let words = |english: bool| {
                let labels = keys.iter().filter_map(|key| question(key)).map(|question| question.label);
                let words = labels.map(|label| if english { label.en } else { label.zh });
                words.collect::<Vec<_>>().join(if english { ", " } else { "、" })
            };
            let (zh, en) = (words(false), words(true));
            message!(
                "与第 {row} 行名称或代码相同，但{zh}不同：另列一家，请核对",
                "Name or code as in row {row}, but {en} differs: listed apart, please check"
            )
        }
    }
}

fn words_of(note: &Note) -> Message {
    let Message { zh, en } = note.message();
    match question(note.key()).map(|question| question.label) {
        Some(label) if *note != Note::Nameless => Message {
            zh: format!("{}（先按原样保留）：{zh}", label.zh),
            en: format!("{} (kept as it is for now): {en}", label.en),
        },
        _ => Message { zh, en },
    }
}

fn written(set: &Setting) -> Message {
    let Some(question) = question(set.key) else { return message!("", "") };
    let shown = |typed: &str| match question.kind {
        Kind::Choice(options) => options.iter().find(|(code, _)| *code == typed).map(|(_, words)| words.to_message()),
        _ => None,
    };
    let shown = |typed: &str| {
        let short: String = typed.chars().take(60).collect();
        shown(typed).unwrap_or(Message { zh: short.clone(), en: short })
    };
    let (new, old) = (shown(&set.typed), shown(&set.replaces));
    let label = question.label;
    if set.replaces.is_empty() {
        Message { zh: format!("{}：{}", label.zh, new.zh), en: format!("{}: {}", label.en, new.en) }
    } else {
        Message {
            zh: format!("{}：{} → {}", label.zh, old.zh, new.zh),
            en: format!("{}: {} → {}", label.en, old.en, new.en),
        }
    }
}
