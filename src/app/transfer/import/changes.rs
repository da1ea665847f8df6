//! A list of differences, drawn a slice at a time.

use leptos::prelude::*;

use crate::app::state::{State, t};
use jiemeng::comparing::Difference;
use jiemeng::language::{Message, label};
use jiemeng::message;

/// How many are drawn at once.
const SLICE: usize = 50;
/// How many characters of a long text are shown.
const SHOWN: usize = 120;

/// What stands here and what would stand here, row by row.
#[component]
pub fn Changes(differences: StoredValue<Vec<Difference>>) -> impl IntoView {
    let state = State::here();
    let drawn = RwSignal::new(SLICE);
    let count = differences.with_value(Vec::len);
    let rows = move || {
        let most = drawn.get().min(count);
        differences.with_value(|all| all.iter().take(most).cloned().enumerate().collect::<Vec<_>>())
    };
    let rest = move || count.saturating_sub(drawn.get());
    let more = move || {
        let (rest, next) = (rest(), rest().min(SLICE));
        state.say(&message!("再显示 {next} 处（还有 {rest} 处）", "Show {next} more ({rest} left)"))
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=t(label("逐项变化", "Change by change"))>
            <table class="table changes">
                <thead>
                    <tr>
                        <th scope="col">{t(label("项目", "What"))}</th>
                        <th scope="col">{t(label("现有", "Here now"))}</th>
                        <th scope="col">{t(label("导入后", "Afterwards"))}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=rows key=|(place, _)| *place let((_, difference))>
                        <Change difference=difference />
                    </For>
                </tbody>
            </table>
        </div>
        <Show when=move || { rest() > 0 }>
            <button type="button" class="link" on:click=move |_| drawn.update(|drawn| *drawn += SLICE)>
                {more}
            </button>
        </Show>
    }
}

#[component]
fn Change(difference: Difference) -> impl IntoView {
    let state = State::here();
    let (before, after) = difference.excerpts(SHOWN);
    let effect = difference.effect().label();
    let place = place(&difference);
    let stands = move |words: Message| move || if words.zh.is_empty() { "—".to_owned() } else { state.say(&words) };
    view! {
        <tr>
            <th scope="row">
                <span class="changes__place">{move || state.say(&place)}</span>
                {move || state.say(&difference.what)}
                <span class="changes__effect">{t(effect)}</span>
            </th>
            <td class="changes__text">{stands(before)}</td>
            <td class="changes__text">{stands(after)}</td>
        </tr>
    }
}

/// The part of the dossier, and the member where there is one.
fn place(difference: &Difference) -> Message {
    let section = difference.section.label();
    match &difference.unit {
        Some(unit) => {
            let (zh, en) = (&unit.zh, &unit.en);
            message!("{zh}", "{en}")
        }
        None => section.to_message(),
    }
}
