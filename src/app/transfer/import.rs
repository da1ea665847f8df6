//! 导入: a draft, a bundle or a dossier.json in the place of what is there, after the user has seen what is in it. A table
//! of members is not for here: it is taken to the members' screen, where its rows are looked at.

use std::collections::BTreeMap;

use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, File};

use super::table::{self, Brought};
use super::{ExportDraft, Work, WorkStatus, blobs};
use crate::app::clerk;
use crate::app::components::Confirm;
use crate::app::route;
use crate::app::state::{State, t};
use jiemeng::dossier::{Attachment, Dossier, Fact};
use jiemeng::keeping::Reason;
use jiemeng::language::{Message, label};
use jiemeng::message;
use jiemeng::protocol::{Answer, Request};
use jiemeng::screens::Route;

/// What was found in a file and waits for a yes.
#[derive(Clone)]
struct Found {
    file: String,
    dossier: Dossier,
    /// The bytes of its attachments by their ids.
    bytes: BTreeMap<String, Blob>,
    /// Attachments that it names and whose bytes are nowhere: they cannot come along.
    lost: Vec<Attachment>,
}

/// What a chosen file turned out to be.
enum Content {
    Dossier(Box<Found>),
    Table(Brought),
}

/// 导入.
#[component]
pub fn Import() -> impl IntoView {
    let state = State::here();
    let work = RwSignal::new(Work::Idle);
    let found = RwSignal::new_local(None::<Found>);
    let asking = RwSignal::new(false);
    let input = NodeRef::<Input>::new();
    let choose = move |_| {
        if let Some(input) = input.get() {
            input.click();
        }
    };
    let chosen = move |_| {
        let Some(input) = input.get() else { return };
        let file = input.files().and_then(|files| files.get(0));
        input.set_value("");
        let Some(file) = file else { return };
        work.set(Work::Busy(message!("正在读取文件…", "Reading the file …")));
        spawn_local(async move {
            match look_into(state, &file).await {
                Ok(Content::Dossier(opened)) => {
                    found.set(Some(*opened));
                    work.set(Work::Idle);
                    asking.set(true);
                }
                Ok(Content::Table(brought)) => {
                    state.brought.set(Some(brought));
                    route::go(&Route::Members.address());
                }
                Err(words) => work.set(Work::Failed(words)),
            }
        });
    };
    let confirmed = Callback::new(move |()| {
        let Some(opened) = found.get_untracked() else { return };
        spawn_local(async move {
            let outcome = take(state, opened).await;
            work.set(outcome.map_or_else(Work::Failed, Work::Done));
        });
    });
    let rows = move || found.with(|found| found.as_ref().map(|found| state.peek(|here| comparison(found, here))));
    let lost = move || {
        found.with(|found| found.as_ref().filter(|found| !found.lost.is_empty()).map(|found| lost_words(&found.lost)))
    };
    view! {
        <div class="save-file">
            <input
                type="file"
                class="visually-hidden"
                tabindex="-1"
                aria-hidden="true"
                data-testid="import-file"
                node_ref=input
                accept=".zip,.json,.xlsx,.xls,.csv,application/zip,application/json"
                on:change=chosen
            />
            <button type="button" class="button button--quiet" on:click=choose>
                {t(label("导入", "Import"))}
            </button>
            <WorkStatus work=work />
            <Confirm
                open=asking
                question=label("用这个文件的内容替换现有内容？", "Replace what is here with this file?")
                consequence=label(
                    "现有内容会被替换。替换前的内容留在首页的“历史版本”里，可以恢复；稳妥起见，可先导出草稿。",
                    "What is here will be replaced. It stays among the earlier states on the first page and can be restored; to be safe, export a draft first.",
                )
                go_on=label("替换", "Replace")
                confirmed=confirmed
            >
                {move || rows().map(|rows| view! { <Comparison rows=rows /> })}
                {move || lost().map(|words| view! { <p class="notice notice--open">{state.say(&words)}</p> })}
                <ExportDraft />
            </Confirm>
        </div>
    }
}

/// Reads a file and sees where the bytes of its attachments are: in it, or here already.
async fn look_into(state: State, file: &File) -> Result<Content, Message> {
    if table::is_text(file) {
        return table::bring_text(file).await.map(Content::Table);
    }
    let reply = clerk::ask(&Request::Open, &[file.into()], |_, _| ()).await?;
    let (dossier, attachments, missing) = match reply.answer {
        Answer::Opened { dossier, attachments, missing } => (dossier, attachments, missing),
        Answer::Rows(sheets) => return Ok(Content::Table(Brought::of(file, sheets))),
        _ => return Err(clerk::broken()),
    };
    let dossier = Dossier::from_json(&dossier).map_err(|error| error.message())?;
    let blobs = reply.parts.into_iter().filter_map(|part| part.dyn_into::<Blob>().ok());
    let mut bytes: BTreeMap<String, Blob> = attachments.into_iter().zip(blobs).collect();
    let mut lost = Vec::new();
    for record in missing {
        match blobs::find(state, &record.sha256).await {
            Some(blob) => drop(bytes.insert(record.id.clone(), blob)),
            None => lost.push(record),
        }
    }
    Ok(Content::Dossier(Box::new(Found { file: file.name(), dossier, bytes, lost })))
}

/// Puts what was found in the place of what is here: first all bytes, then the dossier, so that a full store changes
/// nothing.
async fn take(state: State, found: Found) -> Result<Message, Message> {
    let Found { mut dossier, bytes, lost, .. } = found;
    dossier.attachments.retain(|record| lost.iter().all(|lost| lost.id != record.id));
    for record in &dossier.attachments {
        if let Some(blob) = bytes.get(&record.id) {
            blobs::keep(state, &record.sha256, blob).await?;
        }
    }
    let (members, files) = (dossier.members.len(), dossier.attachments.len());
    state.replace(dossier, Reason::Import);
    Ok(message!("已导入：{members} 家成员单位，{files} 个附件。", "Imported: {members} members, {files} attachments."))
}

/// A row: what, in the file, here now.
type Rows = Vec<(Message, String, String)>;

fn comparison(found: &Found, here: &Dossier) -> Rows {
    let name = |dossier: &Dossier| match dossier.alliance.name.text() {
        name if name.trim().is_empty() => "—".to_owned(),
        name => name.chars().take(80).collect(),
    };
    let coming = found.dossier.attachments.len().saturating_sub(found.lost.len());
    vec![
        (message!("文件", "File"), found.file.clone(), String::new()),
        (message!("联盟名称", "Alliance"), name(&found.dossier), name(here)),
        (
            message!("成员单位（家）", "Members"),
            found.dossier.members.len().to_string(),
            here.members.len().to_string(),
        ),
        (message!("附件（个）", "Attachments"), coming.to_string(), here.attachments.len().to_string()),
    ]
}

fn lost_words(lost: &[Attachment]) -> Message {
    let names = lost.iter().map(|record| record.name.as_str()).collect::<Vec<_>>();
    let (zh, en, count) = (names.join("、"), names.join(", "), lost.len());
    message!(
        "这个文件里没有以下 {count} 个附件的完整内容，导入后需要重新附上：{zh}",
        "The file lacks the bytes of {count} attachments, to be attached again afterwards: {en}"
    )
}

#[component]
fn Comparison(rows: Rows) -> impl IntoView {
    let state = State::here();
    let rows = rows.into_iter().map(|(what, there, here)| {
        view! {
            <tr>
                <th scope="row">{move || state.say(&what)}</th>
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
