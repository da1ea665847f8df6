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
use jiemeng::charter::{Charter, Origin, clause_path, edit, wording};
use jiemeng::dossier::{Alliance, Question, Secretariat, Setup};
use jiemeng::language::{Label, Message, label};
use jiemeng::message;

/// Where a clause is worded. The model's conditions are decided already; its blanks stay blanks.
#[component]
pub fn Editor(id: String, desk: Desk) -> impl IntoView {
    let state = State::here();
    let element = NodeRef::<Textarea>::new();
    let control = format!("wording-{id}");
    let initial = state.peek(|dossier| wording(dossier, &id)).unwrap_or_default();
    let id = StoredValue::new(id);
    let origin = Memo::new(move |_| id.with_value(|id| desk.article(id, |article| article.origin)));
    let take = move |text: &str| {
        id.with_value(|id| {
            state.change_by_typing(&clause_path(id).text(), |dossier| edit::reword(dossier, id, text));
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
        if box_.set_range_text(&format!("{{{name}}}")).is_ok() {
            let end = box_.selection_end().ok().flatten();
            let _never_fails = box_.set_selection_start(end);
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
        let rows = desk.charter.with(blanks);
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
                        "一行是一款。花括号是自动填写项，如 {alliance/name} 会印成联盟名称，{ref …} 会印成另一条的条号。",
                        "One line is one paragraph. Braces are filled in: {alliance/name} prints the alliance's name, {ref …} the number of another article.",
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

/// What can be inserted: names and what they stand for.
fn blanks(charter: &Charter) -> Vec<(String, Message)> {
    let part = |prefix: &'static str, title: Label, questions: &'static [Question]| {
        questions.iter().map(move |question| {
            let (zh, en) = (question.label.zh, question.label.en);
            (
                format!("{prefix}/{}", question.key),
                Message { zh: format!("{}：{zh}", title.zh), en: format!("{}: {en}", title.en) },
            )
        })
    };
    let fixed = [
        ("chair/name", label("理事长单位名称", "Name of the chair unit")),
        ("secretary/name", label("秘书长单位名称", "Name of the secretary-general unit")),
        ("count/members", label("成员单位数", "Number of members")),
        ("office", label("所在地知识产权管理部门", "The local IP office")),
    ];
    let articles = charter.articles().map(|article| {
        let number = article.number;
        let title = article.title.unwrap_or(label("自拟条款", "own clause"));
        let words = Message {
            zh: format!("条号：{}（{}）", article.label(), title.zh),
            en: format!("Number of article {number} ({})", title.en),
        };
        (format!("ref {}", article.clause), words)
    });
    fixed
        .into_iter()
        .map(|(name, words)| (name.to_owned(), words.to_message()))
        .chain(part("alliance", label("联盟", "Alliance"), Alliance::QUESTIONS))
        .chain(part("secretariat", label("秘书处", "Secretariat"), Secretariat::QUESTIONS))
        .chain(part("setup", label("组建程序", "Establishment"), Setup::QUESTIONS))
        .chain(articles)
        .collect()
}
