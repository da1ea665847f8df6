//! One document as sheets of paper, with what is done with it.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::app::components::{ChangeNote, Heading, SheetTools, Sheets, Unfolding, Viewer};
use crate::app::state::{State, t};
use crate::app::transfer::DownloadDocument;
use jiemeng::documents::ROSTER_STEM;
use jiemeng::language::label;
use jiemeng::protocol::Format;
use jiemeng::render::Bookmark;
use jiemeng::screens::{Address, Paper, Route};

/// A document.
#[component]
pub fn DocumentPage(
    /// Which one.
    paper: &'static Paper,
) -> impl IntoView {
    let viewer = Viewer::of(paper.stem);
    let is_roster = paper.stem == ROSTER_STEM;
    view! {
        <p>
            <a class="back" href=Route::Documents.to_string()>
                {t(label("全部文书", "All documents"))}
            </a>
        </p>
        <Heading title=paper.title />
        <p class="lead">{t(paper.on_paper)}</p>
        <div class="actions">
            <Print viewer=viewer />
            <DownloadDocument stem=paper.stem format=Format::Docx />
            <DownloadDocument stem=paper.stem format=Format::Pdf />
            {is_roster.then(|| view! { <DownloadDocument stem=paper.stem format=Format::Xlsx /> })}
        </div>
        <Outline viewer=viewer paper=paper />
        <ChangeNote viewer=viewer />
        <SheetTools viewer=viewer />
        <Sheets viewer=viewer />
        <Neighbours paper=paper />
    }
}

/// 打印. There is nothing to print before the document is laid out.
#[component]
fn Print(viewer: Viewer) -> impl IntoView {
    let print = move |_| {
        if viewer.preview.stamps.with_untracked(Option::is_some) {
            viewer.print();
        }
    };
    view! {
        <button
            type="button"
            class="button"
            aria-disabled=move || viewer.preview.stamps.with(Option::is_none).then_some("true")
            on:click=print
        >
            {t(label("打印", "Print"))}
        </button>
    }
}

/// 目录: the headings, each a link to its place.
#[component]
fn Outline(viewer: Viewer, paper: &'static Paper) -> impl IntoView {
    let outline = viewer.preview.outline;
    let entry = move |Bookmark { level, words, page, top, .. }: Bookmark| {
        let number = page + 1;
        let address = Address { route: Route::Document(paper), focus: Some(format!("sheet-{number}")) };
        let go = move |event: MouseEvent| {
            event.prevent_default();
            viewer.go_to(page, top);
        };
        view! {
            <li class=format!("outline__entry outline__entry--{level}")>
                <a href=address.to_string() on:click=go>
                    <span lang="zh-CN">{words}</span>
                    <span class="outline__page">{number}</span>
                </a>
            </li>
        }
    };
    let title = Signal::derive({
        let state = State::here();
        move || state.say(&label("目录", "Headings"))
    });
    view! {
        <div hidden=move || outline.with(|outline| outline.len() < 2)>
            <Unfolding title=title>
                <ul class="outline">{move || outline.get().into_iter().map(entry).collect_view()}</ul>
            </Unfolding>
        </div>
    }
}

/// To the document before and the one after.
#[component]
fn Neighbours(paper: &'static Paper) -> impl IntoView {
    let (before, after) = paper.neighbours();
    let link = |paper: &'static Paper, words| {
        view! {
            <a href=Route::Document(paper).to_string()>
                {t(words)}
                {t(paper.title)}
            </a>
        }
    };
    view! {
        <nav class="onward" aria-label=t(label("继续", "Continue"))>
            {before.map(|paper| link(paper, label("上一份：", "Before: ")))}
            {after.map(|paper| link(paper, label("下一份：", "Next: ")))}
        </nav>
    }
}
