//! 导入: a draft, a bundle or a dossier.json, after the user has seen what is in it and what it would change. A table of
//! members is not for here: it is taken to the members' screen, where its rows are looked at.

mod changes;
mod found;
mod offer;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use super::{Work, WorkStatus};
use crate::app::components::ChooseFile;
use crate::app::route;
use crate::app::state::State;
use found::{Content, Found, look_into, take};
use jiemeng::dossier::Dossier;
use jiemeng::language::label;
use jiemeng::message;
use jiemeng::screens::Route;
use offer::Offer;

/// What becomes of what is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// 作为新的卷宗打开: it stays as it is, beside what is imported.
    Apart,
    /// 替换现有内容: it becomes an earlier state.
    Replace,
    /// 只补充缺少的内容: it stays and gets what it lacks.
    Supplement,
}

/// 导入. Where nothing was entered yet, a file is opened without a question.
#[component]
pub fn Import() -> impl IntoView {
    let state = State::here();
    let work = RwSignal::new(Work::Idle);
    let offered = RwSignal::new_local(None::<Found>);
    let do_it = move |found: Found, way: Way| {
        work.set(Work::Busy(message!("正在导入…", "Importing …")));
        spawn_local(async move {
            let outcome = take(state, found, way).await;
            work.set(outcome.map_or_else(Work::Failed, Work::Done));
        });
    };
    let chosen = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else { return };
        work.set(Work::Busy(message!("正在读取文件…", "Reading the file …")));
        spawn_local(async move {
            match look_into(state, &file).await {
                Ok(Content::Dossier(found)) if state.peek(|here| *here == Dossier::default()) => {
                    do_it(*found, Way::Replace);
                }
                Ok(Content::Dossier(found)) => {
                    work.set(Work::Idle);
                    offered.set(Some(*found));
                }
                Ok(Content::Table(brought)) => {
                    state.brought.set(Some(brought));
                    route::go(&Route::Members.address());
                }
                Err(words) => work.set(Work::Failed(words)),
            }
        });
    };
    let answered = Callback::new(move |way: Way| {
        if let Some(found) = offered.get_untracked() {
            offered.set(None);
            do_it(found, way);
        }
    });
    view! {
        <div class="save-file">
            <ChooseFile
                words=label("导入", "Import")
                accept=".zip,.json,.xlsx,.xls,.csv,application/zip,application/json"
                testid="import-file"
                chosen=chosen
            />
            <WorkStatus work=work />
            {move || {
                offered
                    .get()
                    .map(|found| {
                        let cancelled = Callback::new(move |()| offered.set(None));
                        view! { <Offer found=found answered=answered cancelled=cancelled /> }
                    })
            }}
        </div>
    }
}
