//! What a pasted list would do, row by row.

use leptos::prelude::*;

use crate::app::state::{State, t};
use crate::app::turns::by_turns;
use jiemeng::dossier::roster::{Note, Outcome, Plan, PlannedRow, Setting};
use jiemeng::dossier::{Kind, Member, Question};
use jiemeng::language::{Message, label};
use jiemeng::message;

/// How many rows are shown; the others are taken all the same.
const SHOWN: usize = 200;

/// The question that asks for a member's fact.
pub fn question(key: &str) -> Option<&'static Question> {
    Member::QUESTIONS.iter().find(|question| question.key == key)
}

/// Row by row, what would happen.
#[component]
pub fn Report(plan: Memo<Plan>) -> impl IntoView {
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
                <tbody>
                    <For each=by_turns(rows) key=|row| format!("{row:?}") let:row>
                        <ReportRow row=row />
                    </For>
                </tbody>
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
