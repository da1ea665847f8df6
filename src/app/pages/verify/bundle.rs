//! One bundle and what is to be said of it: the verdict first, then what is in it, then what to see to.

use leptos::prelude::*;

use super::queue::{Checked, Queue, Stage};
use crate::app::state::{State, t};
use jiemeng::bundle::{Contents, Difference, Finding, Report, Verdict};
use jiemeng::language::{Message, label};
use jiemeng::message;

/// A bundle.
#[component]
pub fn BundleCard(checked: Checked, queue: Queue) -> impl IntoView {
    let state = State::here();
    let Checked { id, name, stage, .. } = checked;
    let heading = format!("verified-{id}");
    let labelled = heading.clone();
    let verdict = move || {
        stage.with(|stage| match stage {
            Stage::Done(report) => report.verdict.code(),
            Stage::Failed(_) => Verdict::Unverifiable.code(),
            Stage::Waiting | Stage::Busy(..) => "pending",
        })
    };
    let progress = move || match stage.get() {
        Stage::Waiting => view! { <p class="notice">{t(label("排队等候核验…", "Waiting …"))}</p> }.into_any(),
        Stage::Busy(done, total) => {
            let percent = 100 * done / total.max(1);
            let words = message!("正在核验…（{percent}%）", "Verifying … ({percent}%)");
            view! {
                <p class="notice">{state.say(&words)}</p>
                <button type="button" class="button button--quiet" on:click=move |_| queue.cancel()>
                    {t(label("取消", "Cancel"))}
                </button>
            }
            .into_any()
        }
        Stage::Failed(words) => view! { <p class="notice notice--bad">{state.say(&words)}</p> }.into_any(),
        Stage::Done(report) => view! { <ReportView report=*report /> }.into_any(),
    };
    view! {
        <article class="verified" data-testid="verified" data-verdict=verdict aria-labelledby=labelled>
            <h2 id=heading class="verified__file">{name}</h2>
            <div role="status">{progress}</div>
        </article>
    }
}

#[component]
fn ReportView(report: Report) -> impl IntoView {
    let state = State::here();
    let Report { verdict, summary, code, contents, findings } = report;
    let has_code = code.is_some();
    let class = match verdict {
        Verdict::Intact | Verdict::Repacked => "verified__verdict notice notice--good",
        Verdict::Partly => "verified__verdict notice notice--open",
        Verdict::Changed | Verdict::Unverifiable => "verified__verdict notice notice--bad",
    };
    view! {
        <p class=class data-testid="verdict-line">{move || state.say(&summary)}</p>
        <dl class="verified__facts">
            {contents.is_some().then(|| view! {
                <div>
                    <dt>{t(label("核验码", "Code"))}</dt>
                    <dd class:verified__code=has_code data-testid="code">
                        {code.map_or_else(
                            || t(label("没有：文件与包内清单不符", "None: the files are not those of its list")).into_any(),
                            |code| code.into_any(),
                        )}
                    </dd>
                </div>
            })}
            {contents.map(|contents| view! { <ContentsView contents=contents /> })}
        </dl>
        <Findings findings=findings />
    }
}

#[component]
fn ContentsView(contents: Contents) -> impl IntoView {
    let state = State::here();
    let rules = contents.then.iter().chain(&contents.now).map(|tally| tally.message());
    let rules: Vec<Message> = rules.collect();
    let words = contents.message();
    view! {
        <div>
            <dt>{t(label("内容", "Contents"))}</dt>
            <dd>{move || state.say(&words)}</dd>
        </div>
        <div>
            <dt>{t(label("规则核对", "The rules"))}</dt>
            {rules.into_iter().map(|words| view! { <dd>{move || state.say(&words)}</dd> }).collect_view()}
        </div>
    }
}

#[component]
fn Findings(findings: Vec<Finding>) -> impl IntoView {
    (!findings.is_empty()).then(|| {
        view! {
            <h3>{t(label("逐项说明", "One by one"))}</h3>
            <ul class="found">
                {findings.into_iter().map(|finding| view! { <FindingView finding=finding /> }).collect_view()}
            </ul>
        }
    })
}

#[component]
fn FindingView(finding: Finding) -> impl IntoView {
    let state = State::here();
    let Finding { grade, path, words, advice, differences, more } = finding;
    let name = path.clone();
    let count = differences.len() + more;
    let how_many = message!("正文有 {count} 处不同", "{count} places differ");
    let left_out = message!("……另有 {more} 处没有列出", "… and {more} more places");
    view! {
        <li class="found__item" data-grade=grade.code() data-path=name>
            <p>
                <span class="tag">{t(grade.label())}</span>
                {path.map(|path| view! { <b class="found__path">{path}</b> })}
                <span>{move || state.say(&words)}</span>
            </p>
            <p class="found__advice">{move || state.say(&advice)}</p>
            {(count > 0).then(|| view! {
                <details>
                    <summary>{move || state.say(&how_many)}</summary>
                    <ol class="differences">
                        {differences.into_iter().map(|it| view! { <DifferenceView difference=it /> }).collect_view()}
                    </ol>
                    {(more > 0).then(|| view! { <p>{move || state.say(&left_out)}</p> })}
                </details>
            })}
        </li>
    }
}

#[component]
fn DifferenceView(difference: Difference) -> impl IntoView {
    let state = State::here();
    let Difference { place, there, here } = difference;
    let side = move |words: String| {
        let none = label("（没有）", "(nothing)");
        move || if words.is_empty() { state.say(&none) } else { words.clone() }
    };
    view! {
        <li>
            <p class="differences__place">{move || state.say(&place)}</p>
            <dl>
                <div>
                    <dt>{t(label("包内写的", "In the bundle"))}</dt>
                    <dd>{side(there)}</dd>
                </div>
                <div>
                    <dt>{t(label("按填报数据应为", "By its dossier"))}</dt>
                    <dd>{side(here)}</dd>
                </div>
            </dl>
        </li>
    }
}
