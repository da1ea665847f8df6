//! What a list of members would do, and the button that takes it.

use leptos::prelude::*;

use super::columns::Columns;
use super::report::Report;
use crate::app::browser::fresh_id;
use crate::app::state::{State, t};
use jiemeng::dossier::roster::{self, Plan, Sheet};
use jiemeng::dossier::too_many_members;
use jiemeng::language::{Message, label};
use jiemeng::message;

/// Columns, rows and totals of a list that was pasted or brought.
#[component]
pub fn Preview(
    /// The list.
    sheet: RwSignal<Sheet>,
    /// Closes what it stands in.
    close: Callback<()>,
) -> impl IntoView {
    let state = State::here();
    let plan = Memo::new(move |_| sheet.with(|sheet| state.read(|dossier| sheet.preview(dossier))));
    let apply = move |_| {
        let plan = plan.get_untracked();
        state.change(|dossier| plan.apply(dossier, || fresh_id("m")));
        state.say_done(done(&plan));
        close.run(());
    };
    let some = move || plan.with(|plan| !plan.rows.is_empty());
    let numbered = Memo::new(move |_| sheet.with(Sheet::has_list_numbers));
    let left_out = Memo::new(move |_| sheet.with(left_out));
    let too_many = Memo::new(move |_| {
        let new = plan.with(|plan| plan.totals().new);
        state.read(|dossier| (new > dossier.room_for_members()).then_some(dossier.members.len() + new))
    });
    view! {
        <div aria-live="polite">
            <Show when=some>
                <p class="paste__totals">{move || plan.with(|plan| state.say(&totals(plan)))}</p>
            </Show>
            {move || {
                let words = left_out.get()?;
                Some(view! { <p class="field__hint">{state.say(&words)}</p> })
            }}
            <Show when=move || numbered.get()>
                <p class="field__hint">
                    {t(
                        label(
                            "单位名称前的列表序号（如“1、”）不是名称的一部分，不导入。",
                            "Numbers of the list before the names (such as “1.”) are no part of them and are left out.",
                        ),
                    )}
                </p>
            </Show>
        </div>
        <Show when=some>
            <Columns sheet=sheet />
            <Report plan=plan />
        </Show>
        {move || {
            too_many
                .get()
                .map(|members| {
                    view! { <p class="notice notice--bad" role="alert">{state.say(&too_many_members(members))}</p> }
                })
        }}
        <div class="actions">
            <button type="button" class="button" disabled=move || !some() || too_many.get().is_some() on:click=apply>
                {move || {
                    let rows = plan.with(|plan| plan.rows.len());
                    state.say(&message!("导入 {rows} 行", "Take {rows} rows"))
                }}
            </button>
            <button type="button" class="button button--quiet" on:click=move |_| close.run(())>
                {t(label("取消", "Cancel"))}
            </button>
        </div>
    }
}

/// Which rows are not taken because they count the others or are remarks.
fn left_out(sheet: &Sheet) -> Option<Message> {
    let rows: Vec<(usize, String)> = sheet.left_out().collect();
    let zh: Vec<String> = rows.iter().map(|(number, words)| format!("第 {number} 行“{words}”")).collect();
    let en: Vec<String> = rows.iter().map(|(number, words)| format!("row {number} “{words}”")).collect();
    let (zh, en) = (zh.join("、"), en.join(", "));
    (!rows.is_empty()).then(|| {
        message!("合计、备注等行不是成员单位，不导入：{zh}", "Totals and remarks are no members and are left out: {en}")
    })
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
