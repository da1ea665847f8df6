//! What to print, what the bundle holds, what is still missing, and the download.

use gloo::utils::window;
use leptos::prelude::*;

use crate::app::components::{Field, SeeDocuments};
use crate::app::state::{State, t};
use crate::app::transfer::DownloadBundle;
use jiemeng::checks::{Assessment, Severity, Verdict};
use jiemeng::dossier::Fact;
use jiemeng::language::{Label, Message, label};
use jiemeng::message;
use jiemeng::screens::{PAPERS, Paper, Route};

/// What is printed and is none of the documents made here: the certificates, after the third document.
const CERTIFICATES: (&str, Label) = (
    "04-证照",
    label("复印件注明“与原件一致”，由持证单位盖章", "Copies marked “与原件一致” and sealed by their holders"),
);

/// What else lies in the bundle.
const BESIDE: &[(&str, Label)] = &[
    (
        "申报材料汇编.pdf",
        label(
            "全部材料和证照合成一册，有封面、目录和连续页码，可以直接打印、左侧装订、签字盖章",
            "All materials and certificates in one book with cover, contents and page numbers, to be printed, bound at the left, signed and sealed",
        ),
    ),
    ("08-成员单位名单.xlsx", label("电子名单", "The list as a workbook")),
    ("data/", label("填报数据和清单，可再次导入", "The data, to be imported again")),
    ("SHA256SUMS", label("校验值", "Checksums")),
];

/// The last section of the page.
#[component]
pub fn HandingIn() -> impl IntoView {
    let state = State::here();
    let copies = state.part(|dossier| dossier.materials.originals.text());
    let to_print = move || {
        let copies = copies.get();
        state.say(&if copies.is_empty() {
            message!(
                "用 A4 纸打印，左侧装订，多页盖骑缝章（提示：以受理部门要求为准）。",
                "Print on A4, bound at the left and sealed across the pages (hint: what the office asks for prevails)."
            )
        } else {
            message!(
                "打印 {copies} 份，A4 纸，左侧装订，多页盖骑缝章（提示：以受理部门要求为准）。",
                "Print {copies} copies on A4, bound at the left and sealed across the pages (hint: what the office asks for prevails)."
            )
        })
    };
    let print = move |_| {
        // Where the browser forbids it, its own menu prints all the same.
        let _refused = window().print();
    };
    let file = |(file, words): (&'static str, Label)| view! { <tr><th scope="row" lang="zh-CN">{file}</th><td>{t(words)}</td></tr> };
    let paper = |paper: &'static Paper| {
        view! {
            <tr>
                <th scope="row" lang="zh-CN">
                    <a href=Route::Document(paper).to_string()>{paper.stem}</a>
                </th>
                <td>{t(paper.on_paper)}</td>
            </tr>
        }
    };
    let (asked, unasked) = PAPERS.split_at(PAPERS.len() - 1);
    let (before, after) = asked.split_at(asked.iter().take_while(|paper| paper.stem < CERTIFICATES.0).count());
    view! {
        <section class="group" aria-labelledby="printing-heading">
            <h2 id="printing-heading">{t(label("打印清单", "What to print"))}</h2>
            <p>{to_print}</p>
            <Field path="materials/originals" />
            <table class="table printing">
                <thead>
                    <tr>
                        <th scope="col">{t(label("文件", "File"))}</th>
                        <th scope="col">{t(label("纸质件的要求", "On paper"))}</th>
                    </tr>
                </thead>
                <tbody>
                    {before.iter().map(paper).collect_view()}
                    {file(CERTIFICATES)}
                    {after.iter().map(paper).collect_view()}
                </tbody>
            </table>
            <div class="actions">
                <SeeDocuments />
                <button type="button" class="button button--quiet" on:click=print>
                    {t(label("打印本页", "Print this page"))}
                </button>
            </div>
        </section>
        <section class="group" aria-labelledby="bundle-heading">
            <h2 id="bundle-heading">{t(label("备案材料包", "The filing bundle"))}</h2>
            <p>
                {t(
                    label(
                        "一个 ZIP 文件：上面清单里的全部文件（Word 和 PDF 两种格式：Word 可再修改，PDF 与打印效果一致）、已附的证照，以及：",
                        "One ZIP file with all the files listed above (as Word, to be changed if need be, and as PDF, just as they print), the certificates attached, and:",
                    ),
                )}
            </p>
            <table class="table printing">
                <tbody>
                    {BESIDE.iter().copied().map(file).collect_view()}
                    {unasked.iter().map(paper).collect_view()}
                </tbody>
            </table>
            <Missing />
            <DownloadBundle />
            <Next />
        </section>
    }
}

/// What is missing. It is no reason not to download: what is not known is marked in the documents.
#[component]
fn Missing() -> impl IntoView {
    let state = State::here();
    let assessment = state.assessment();
    let missing = Memo::new(move |_| assessment.with(missing));
    let rows = move || {
        let rows = missing.get().into_iter().map(|(words, route)| {
            view! { <li><a href=route.to_string()>{move || state.say(&words)}</a></li> }
        });
        rows.collect_view()
    };
    view! {
        <Show when=move || missing.with(|missing| !missing.is_empty())>
            <div class="notice notice--open" data-testid="bundle-missing">
                <p>
                    {t(
                        label(
                            "材料还不齐，仍然可以下载；未填的内容在文件中标为〔待填：…〕。还缺：",
                            "Not everything is there. You may download all the same; what is not filled in is marked 〔待填：…〕 in the documents. Still missing:",
                        ),
                    )}
                </p>
                <ul>{rows}</ul>
            </div>
        </Show>
    }
}

fn missing(assessment: &Assessment) -> Vec<(Message, Route)> {
    let mut rows = Vec::new();
    match assessment.eligible() {
        Verdict::Unmet => {
            rows.push((message!("有设立条件不符合", "A condition of founding is not met"), Route::Eligibility))
        }
        Verdict::Unknown => {
            rows.push((message!("有设立条件待补充", "A condition of founding is not settled"), Route::Eligibility));
        }
        Verdict::Met => {}
    }
    let errors = assessment.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    if errors > 0 {
        rows.push((message!("{errors} 处必须改正", "{errors} matters to correct"), Route::Review));
    }
    for item in &assessment.materials {
        let open = item.needs.iter().filter(|need| !need.is_done() && !need.is_hint()).count();
        if open > 0 {
            let (number, zh, en) = (item.number, item.title.zh, item.title.en);
            let words = message!("第 {number} 项 {zh}：还缺 {open} 件", "Item {number}, {en}: {open} missing");
            rows.push((words, Route::Materials));
        }
    }
    rows
}

/// What comes after.
#[component]
fn Next() -> impl IntoView {
    view! {
        <p class="handing-in__next">
            <a href=Route::Done.to_string()>
                {t(label("下载之后要做什么：交给谁、几份、何时", "What to do after the download: where, how many copies, by when"))}
            </a>
        </p>
    }
}
