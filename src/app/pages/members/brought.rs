//! 从表格文件导入: the rows of a file, looked at before they are taken.

use leptos::prelude::*;

use super::preview::Preview;
use crate::app::browser;
use crate::app::state::{State, t};
use crate::app::transfer::Brought;
use jiemeng::language::{Message, label};
use jiemeng::message;

/// What was brought, sheet by sheet.
#[component]
pub fn BroughtRoster(brought: Brought) -> impl IntoView {
    let state = State::here();
    let close = Callback::new(move |()| {
        state.brought.set(None);
        if let Some(heading) = browser::find("h1") {
            let _never_fails = heading.focus();
        }
    });
    let chosen = RwSignal::new(brought.likeliest());
    let file = brought.file;
    let file = message!("文件：{file}", "File: {file}");
    let names: Vec<String> = brought.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let sheets = StoredValue::new(brought.sheets);
    let shown = move || {
        sheets.with_value(|sheets| sheets.get(chosen.get()).cloned()).map(|sheet| match sheet.refused {
            Some(refused) => view! { <Refusal words=refused close=close /> }.into_any(),
            None => {
                let empty = sheet.rows.is_empty().then(|| {
                    let words = label(
                        "这张工作表里没有成员单位的行。请核对所选的文件和工作表。",
                        "No row of this sheet names a member. Check the file and the sheet.",
                    );
                    view! { <p class="notice notice--open">{t(words)}</p> }
                });
                view! {
                    {empty}
                    <Preview sheet=RwSignal::new(sheet.rows) close=close />
                }
                .into_any()
            }
        })
    };
    // Where the button stood that brought it, the eye is still at the top.
    Effect::new(move |_| browser::focus_soon("brought-heading".to_owned()));
    view! {
        <section class="paste" aria-labelledby="brought-heading">
            <h2 id="brought-heading" tabindex="-1">
                {t(label("从表格文件导入", "Import from a workbook"))}
            </h2>
            <p>{move || state.say(&file)}</p>
            <SheetChoice names=names chosen=chosen />
            {shown}
        </section>
    }
}

/// Why a sheet cannot be taken.
#[component]
fn Refusal(words: Message, close: Callback<()>) -> impl IntoView {
    let state = State::here();
    view! {
        <p class="notice notice--bad" role="alert">
            {move || state.say(&words)}
        </p>
        <button type="button" class="button button--quiet" on:click=move |_| close.run(())>
            {t(label("取消", "Cancel"))}
        </button>
    }
}

/// Which sheet is meant, where there are several.
#[component]
fn SheetChoice(names: Vec<String>, chosen: RwSignal<usize>) -> impl IntoView {
    let choose = move |event: leptos::ev::Event| {
        if let Ok(place) = event_target_value(&event).parse() {
            chosen.set(place);
        }
    };
    (names.len() > 1).then(|| {
        let options = names.into_iter().enumerate().map(|(place, name)| {
            view! {
                <option value=place.to_string() prop:selected=move || chosen.get() == place>
                    {name}
                </option>
            }
        });
        view! {
            <p class="brought__sheet">
                <label for="brought-sheet">{t(label("工作表", "Sheet"))}</label>
                <select class="select" id="brought-sheet" on:change=choose>
                    {options.collect_view()}
                </select>
            </p>
        }
    })
}
