//! What is in a file and what it would change, with the three ways to take it.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::Way;
use super::changes::Changes;
use super::found::{Found, lost_words, supplemented};
use crate::app::browser;
use crate::app::components::Unfolding;
use crate::app::state::{State, t};
use crate::app::transfer::ExportDraft;
use jiemeng::comparing::{Difference, answers, compare};
use jiemeng::dossier::{Dossier, Fact};
use jiemeng::language::{Label, Message, label};
use jiemeng::message;

/// The dialog. It is drawn anew for each file.
#[component]
pub fn Offer(found: Found, answered: Callback<Way>, cancelled: Callback<()>) -> impl IntoView {
    let state = State::here();
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move || {
        if let Some(dialog) = dialog.get().filter(|dialog| !dialog.open()) {
            let _already_open = dialog.show_modal();
        }
    });
    let (replaced, added, left_out) = state.peek(|here| {
        let joined = supplemented(here, &found);
        (compare(here, &found.dossier), compare(here, &joined), compare(&joined, &found.dossier))
    });
    let rows = state.peek(|here| contents(&found, here));
    let lost = lost_words(&found.lost);
    let title = {
        let file = &found.file;
        message!("导入“{file}”", "Import “{file}”")
    };
    let same = replaced.is_empty().then(|| {
        let words = label("文件里的内容与现有内容完全相同。", "The file holds exactly what is here.");
        view! { <p class="notice notice--good">{t(words)}</p> }
    });
    let apart = state.saver().store().map(|_| view! { <OpenApart answered=answered /> });
    view! {
        <dialog class="dialog importing" node_ref=dialog on:close=move |_| cancelled.run(()) aria-labelledby="importing">
            <h2 id="importing">{move || state.say(&title)}</h2>
            <Contents rows=rows />
            {move || lost.as_ref().map(|words| view! { <p class="notice notice--open">{state.say(words)}</p> })}
            {same}
            {apart}
            <Replace differences=replaced answered=answered />
            <Supplement added=added left_out=left_out answered=answered />
            <div class="actions">
                <button type="button" class="button button--quiet" autofocus=true on:click=move |_| cancelled.run(())>
                    {t(label("取消", "Cancel"))}
                </button>
                <ExportDraft />
            </div>
        </dialog>
    }
}

#[component]
fn OpenApart(answered: Callback<Way>) -> impl IntoView {
    let lead = label(
        "现有内容不动；两份都留在首页的列表里，随时可以换着打开。",
        "What is here stays as it is. Both stand in the list on the first page, to be opened in turn.",
    );
    view! {
        <section class="importing__way">
            <button type="button" class="button" on:click=move |_| answered.run(Way::Apart)>
                {t(label("作为新的卷宗打开", "Open as a dossier of its own"))}
            </button>
            <p>{t(lead)}</p>
        </section>
    }
}

#[component]
fn Replace(differences: Vec<Difference>, answered: Callback<Way>) -> impl IntoView {
    let lead = label(
        "换成文件里的内容。替换前的内容留在首页的“历史版本”里，可以恢复，也可以撤销。",
        "Takes the file's contents instead. What is here stays among the earlier states on the first page, and it can be undone.",
    );
    let count = differences.len();
    let title = message!("会改变 {count} 处：逐项查看", "{count} changes: look at each");
    (count > 0).then(|| {
        view! {
            <section class="importing__way">
                <button type="button" class="button button--quiet" on:click=move |_| answered.run(Way::Replace)>
                    {t(label("替换现有内容", "Replace what is here"))}
                </button>
                <p>{t(lead)}</p>
                <Listed title=title differences=differences />
            </section>
        }
    })
}

#[component]
fn Supplement(added: Vec<Difference>, left_out: Vec<Difference>, answered: Callback<Way>) -> impl IntoView {
    let (count, others) = (added.len(), left_out.len());
    let lead = label(
        "补上这里没有的成员单位、没有填的项目和没有的附件；已填的一处不改，章程不动。可以撤销。",
        "Adds members, answers and attachments that are missing here. Nothing that stands here is changed, nor the charter. It can be undone.",
    );
    let title = message!("会补充 {count} 处：逐项查看", "{count} additions: look at each");
    let beside = message!(
        "文件里另有 {others} 处与现有内容不同，不会带入：逐项查看",
        "{others} more things stand otherwise in the file and are not taken: look at each"
    );
    (count > 0).then(|| {
        view! {
            <section class="importing__way">
                <button type="button" class="button button--quiet" on:click=move |_| answered.run(Way::Supplement)>
                    {t(label("只补充缺少的内容", "Add only what is missing"))}
                </button>
                <p>{t(lead)}</p>
                <Listed title=title differences=added />
                {(others > 0).then(|| view! { <Listed title=beside differences=left_out /> })}
            </section>
        }
    })
}

#[component]
fn Listed(title: Message, differences: Vec<Difference>) -> impl IntoView {
    let state = State::here();
    let differences = StoredValue::new(differences);
    let title = Signal::derive(move || state.say(&title));
    view! {
        <Unfolding title=title>
            <Changes differences=differences />
        </Unfolding>
    }
}

/// A row: what, in the file, here now.
type Rows = Vec<(Label, String, String)>;

/// What is in the file, beside what is here.
fn contents(found: &Found, here: &Dossier) -> Rows {
    let name = |dossier: &Dossier| match dossier.alliance.name.text() {
        name if name.trim().is_empty() => "—".to_owned(),
        name => name.chars().take(80).collect(),
    };
    let files = |dossier: &Dossier| {
        let bytes: u64 = dossier.attachments.iter().map(|record| record.size).sum();
        match dossier.attachments.len() {
            0 => "0".to_owned(),
            count => format!("{count}（{:.1} MB）", bytes as f64 / 1_048_576.0),
        }
    };
    let there = &found.dossier;
    vec![
        (label("联盟名称", "Alliance"), name(there), name(here)),
        (label("成员单位（家）", "Members"), there.members.len().to_string(), here.members.len().to_string()),
        (label("已填（项）", "Answers"), answers(there).to_string(), answers(here).to_string()),
        (label("附件（个）", "Attachments"), files(there), files(here)),
        (label("文件保存于", "File saved"), browser::clock(found.written_at), "—".to_owned()),
    ]
}

#[component]
fn Contents(rows: Rows) -> impl IntoView {
    let rows = rows.into_iter().map(|(what, there, here)| {
        view! {
            <tr>
                <th scope="row">{t(what)}</th>
                <td>{there}</td>
                <td>{here}</td>
            </tr>
        }
    });
    view! {
        <table class="table">
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{t(label("文件中", "In the file"))}</th>
                    <th scope="col">{t(label("现有", "Here now"))}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
