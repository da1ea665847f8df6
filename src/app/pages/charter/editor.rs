//! The wording of one clause.

use leptos::html::Textarea;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

use super::compare::ClauseCompared;
use super::desk::Desk;
use crate::app::browser::is_composing;
use crate::app::components::Unfolding;
use crate::app::state::{State, t};
use jiemeng::charter::{BlankName, Charter, Origin, as_kept, blank_names, clause_path, edit, in_words, wording};
use jiemeng::dossier::Dossier;
use jiemeng::language::{Message, label};
use jiemeng::message;

/// Where a clause is worded. The model's conditions are decided already; its blanks stay blanks.
#[component]
pub fn Editor(id: String, desk: Desk) -> impl IntoView {
    let state = State::here();
    let element = NodeRef::<Textarea>::new();
    let control = format!("wording-{id}");
    let initial = state.peek(|dossier| wording(dossier, &id).map(|text| in_words(dossier, &text))).unwrap_or_default();
    let id = StoredValue::new(id);
    let origin = Memo::new(move |_| id.with_value(|id| desk.article(id, |article| article.origin)));
    let take = move |text: &str| {
        id.with_value(|id| {
            state.change_by_typing(&clause_path(id).text(), |dossier| {
                let text = as_kept(dossier, text);
                edit::reword(dossier, id, &text);
            });
        });
    };
    let on_input = move |event: leptos::ev::Event| {
        if !is_composing(&event) {
            take(&event_target_value(&event));
        }
    };
    let on_composed = move |event: leptos::ev::CompositionEvent| take(&event_target_value(&event));
    let insert = move |event: leptos::ev::Event| {
        let Some(list) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) else { return };
        let name = list.value();
        list.set_value("");
        let Some(box_) = element.get().filter(|_| !name.is_empty()) else { return };
        // Where the caret stands, and the caret after it.
        let begin = box_.selection_start().ok().flatten().unwrap_or_default();
        let blank = format!("{{{name}}}");
        let end = u32::try_from(blank.encode_utf16().count()).map_or(begin, |length| begin.saturating_add(length));
        if box_.set_range_text(&blank).is_ok() {
            let _never_fails = box_.set_selection_range(end, end);
            take(&box_.value());
            let _never_fails = box_.focus();
        }
    };
    let give_up = move |_| {
        let own = origin.get_untracked() == Some(Origin::Own);
        id.with_value(|id| {
            state.change(|dossier| if own { edit::remove(dossier, id) } else { edit::restore(dossier, id) })
        });
        state.say_done(match own {
            true => message!("已删除自拟条款。", "Your clause was deleted."),
            false => message!("已恢复范本文字。", "The clause has the model's words again."),
        });
        desk.open(None);
    };
    let compared = Signal::derive(move || state.say(&label("与范本对照", "Compare with the model")));
    let blanks = move || {
        let rows = desk.charter.with(|charter| state.peek(|dossier| offered(dossier, charter)));
        let option = |(name, words): (String, Message)| view! { <option value=name>{state.say(&words)}</option> };
        rows.into_iter().map(option).collect_view()
    };
    let is_own = move || origin.get() == Some(Origin::Own);
    let is_changed = move || origin.get().is_some_and(|origin| origin != Origin::Model);
    let insert_id = format!("{control}-insert");
    view! {
        <div class="editor">
            <label class="field__label" for=control.clone()>
                {t(label("条文", "Wording"))}
            </label>
            <p class="field__hint" id=format!("{control}-hint")>
                {t(
                    label(
                        "一行是一款。花括号里是自动填写项，如 {联盟：联盟名称} 会印成联盟名称，{条号：…} 会印成那一条的条号。",
                        "One line is one paragraph. Braces are filled in: {联盟：联盟名称} prints the alliance's name, {条号：…} the number of that article.",
                    ),
                )}
            </p>
            <textarea
                class="prose"
                id=control.clone()
                node_ref=element
                rows="6"
                autocomplete="off"
                aria-describedby=format!("{control}-hint")
                prop:value=initial
                on:input=on_input
                on:compositionend=on_composed
            ></textarea>
            <div class="editor__tools">
                <label for=insert_id.clone()>{t(label("插入自动填写项", "Insert a blank"))}</label>
                <select class="select" id=insert_id on:change=insert>
                    <option value="">{t(label("请选择", "Choose"))}</option>
                    {blanks}
                </select>
                <Show when=is_changed>
                    <button type="button" class="button button--grave" on:click=give_up>
                        {move || {
                            state.say(&if is_own() { label("删除本条", "Delete this clause") } else { label("恢复范本", "Back to the model") })
                        }}
                    </button>
                </Show>
            </div>
            <Show when=move || origin.get() == Some(Origin::Edited)>
                <Unfolding title=compared>
                    <ClauseCompared clause=id.get_value() />
                </Unfolding>
            </Show>
        </div>
    }
}

/// What can be inserted, and how it is offered: of other articles those that stand, by their numbers.
fn offered(dossier: &Dossier, charter: &Charter) -> Vec<(String, Message)> {
    let of_article = |id: &str| {
        let article = charter.articles().find(|article| article.clause == id)?;
        let (number, title) = (article.number, article.title.unwrap_or(label("自拟条款", "own clause")));
        Some(Message {
            zh: format!("条号：{}（{}）", article.label(), title.zh),
            en: format!("Number of article {number} ({})", title.en),
        })
    };
    let offered = |BlankName { name, called }: BlankName| {
        let words = match (name.strip_prefix("ref "), name.split_once('/')) {
            (Some(id), _) => of_article(id)?,
            (None, Some(("alliance" | "secretariat" | "setup", _)) | None) => called.clone(),
            (None, Some(_)) if OFTEN.contains(&name.as_str()) => called.clone(),
            (None, Some(_)) => return None,
        };
        Some((called.zh, words))
    };
    blank_names(dossier).into_iter().filter_map(offered).collect()
}

/// What is often said of members.
const OFTEN: [&str; 3] = ["chair/name", "secretary/name", "count/members"];
