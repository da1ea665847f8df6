//! 预览和打印文书: the documents of the bundle, each to be seen as it will stand on paper.

mod document;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::app::clerk;
use crate::app::components::Heading;
use crate::app::state::{State, t};
use crate::app::transfer::DownloadBundle;
use crate::app::typefaces::Typefaces;
pub use document::DocumentPage;
use jiemeng::dossier::Dossier;
use jiemeng::language::{Message, label};
use jiemeng::message;
use jiemeng::protocol::{Answer, Length, Request};
use jiemeng::screens::{PAPERS, Paper, Route};

/// The list of documents: what each answers, how long it is, what it lacks.
#[component]
pub fn Documents() -> impl IntoView {
    let lengths = RwSignal::new(Vec::<Length>::new());
    let trouble = RwSignal::new(None::<Message>);
    let state = State::here();
    Effect::new(move || {
        let request = Request::Lengths { dossier: state.read(Dossier::to_json), today: state.today.get() };
        spawn_local(async move {
            // The screen may have been left in the meantime.
            match clerk::ask(&request, &[], |_, _| ()).await.map(|reply| reply.answer) {
                Ok(Answer::Lengths(found)) => drop(lengths.try_set(found)),
                Ok(_) => drop(trouble.try_set(Some(clerk::broken()))),
                Err(words) => drop(trouble.try_set(Some(words))),
            }
        });
    });
    let trouble = move || {
        let words = state.say(&trouble.get()?);
        Some(view! { <p class="notice notice--bad" role="alert">{words}</p> })
    };
    view! {
        <Heading title=label("预览和打印文书", "See and print the documents") />
        <p class="lead">
            {t(
                label(
                    "每份文书都按打印出来的样子显示，随填写内容更新。可以逐份打印，也可以单独下载。",
                    "Every document as it will stand on paper, following what you enter. Print them one by one, or download one alone.",
                ),
            )}
        </p>
        {trouble}
        <ol class="tasks papers">
            {PAPERS.iter().map(|paper| view! { <Row paper=paper lengths=lengths /> }).collect_view()}
        </ol>
        <div class="actions">
            <DownloadBundle onward=true />
        </div>
        <Typefaces />
        <nav class="onward" aria-label=t(label("继续", "Continue"))>
            <a href=Route::Materials.to_string()>{t(label("备案材料", "Materials"))}</a>
            <a href=Route::Home.to_string()>{t(label("返回任务清单", "Back to the task list"))}</a>
        </nav>
    }
}

#[component]
fn Row(paper: &'static Paper, lengths: RwSignal<Vec<Length>>) -> impl IntoView {
    let state = State::here();
    let length = Memo::new(move |_| lengths.with(|all| all.iter().find(|length| length.stem == paper.stem).cloned()));
    let pages = move || {
        let pages = length.get()?.pages;
        Some(state.say(&message!("{pages} 页", "{pages} p.")))
    };
    let blanks = move || {
        let blanks = length.get()?.blanks;
        let words = state.say(&message!("待填 {blanks} 处", "{blanks} blanks"));
        (blanks > 0).then(|| view! { <span class="tag papers__blanks">{words}</span> })
    };
    let answers = paper.citation().map(|citation| citation.words());
    view! {
        <li>
            <a class="task" href=Route::Document(paper).to_string()>
                <span class="task__title">{t(paper.title)}</span>
                <span class="task__lead">
                    {move || answers.as_ref().map(|words| state.say(words))}
                    {paper.item.map(|_| t(label("：", ": ")))}
                    {t(paper.on_paper)}
                </span>
                <span class="papers__length">{blanks} {pages}</span>
            </a>
        </li>
    }
}
