//! 核对: every answer with a way to change it, and everything that was found.

use leptos::prelude::*;

mod answers;
mod findings;

use crate::app::components::{Heading, ReadinessPicture, SeeDocuments, readiness};
use crate::app::state::{State, t};
use crate::app::transfer::DownloadBundle;
use answers::{MemberAnswers, PartAnswers};
use findings::Findings;
use jiemeng::dossier::Dossier;
use jiemeng::language::label;
use jiemeng::screens::{ALLIANCE, MATERIALS, Route, SECRETARIAT, SETUP};

/// The findings, then the answers part by part.
#[component]
pub fn Review() -> impl IntoView {
    let state = State::here();
    let ready = readiness();
    let empty = state.part(|dossier| *dossier == Dossier::default());
    view! {
        <Heading title=label("核对", "Review") faulty=Signal::derive(move || ready.with(|ready| ready.errors > 0)) />
        <p class="lead">
            {t(
                label(
                    "下载备案材料包之前，在这里把所有答案看一遍。点“更改”会打开那一项，改完可以回到这里。",
                    "Look through all answers before you download the bundle. “Change” opens the field, from which you can come back here.",
                ),
            )}
        </p>
        <p class="notice" hidden=move || !empty.get()>
            {t(
                label(
                    "还没有填写任何内容。填好以后，这里会列出每一个答案和发现的问题；可以先从“联盟基本情况”开始。",
                    "Nothing is filled in yet. Once it is, every answer and every finding stands here; begin with the alliance.",
                ),
            )}
            " "
            <a href=Route::Alliance.to_string()>{t(ALLIANCE.title)}</a>
        </p>
        <div hidden=empty>
            <ReadinessPicture ready=ready />
        </div>
        <Findings />
        <section aria-labelledby="answers-heading">
            <h2 id="answers-heading">{t(label("全部答案", "All answers"))}</h2>
            <PartAnswers screen=&ALLIANCE prefix="alliance" />
            <MemberAnswers />
            <PartAnswers screen=&SECRETARIAT prefix="secretariat" />
            <PartAnswers screen=&SETUP prefix="setup" />
            <PartAnswers screen=&MATERIALS prefix="materials" />
        </section>
        <div class="actions">
            <DownloadBundle />
            <SeeDocuments />
        </div>
        <nav class="onward" aria-label=t(label("继续", "Continue"))>
            <a class="button" href=Route::Done.to_string()>
                {t(label("继续：下载之后要做什么", "Continue: what to do after the download"))}
            </a>
            <a href=Route::Home.to_string()>{t(label("返回任务清单", "Back to the task list"))}</a>
        </nav>
    }
}
