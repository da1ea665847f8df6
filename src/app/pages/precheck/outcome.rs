//! What the pre-check came to: a page of its own. A knock-out is no error of the founders'; it says why, by which article,
//! and what would change it.

use leptos::prelude::*;

use super::{place, so_far};
use crate::app::components::{Cite, ComposedHeading};
use crate::app::state::{State, t};
use jiemeng::checks::{PrecheckQuestion, PrecheckResult};
use jiemeng::language::{Label, label};
use jiemeng::screens::{Address, Route};

/// The result.
#[component]
pub fn Outcome() -> impl IntoView {
    let state = State::here();
    let result = so_far(state);
    let (title, words) = said(&result);
    let (bars, doubts) = match result {
        PrecheckResult::GoOn => (Vec::new(), Vec::new()),
        PrecheckResult::NotYet(no, unsure) => (no, unsure),
        PrecheckResult::Open(questions) | PrecheckResult::FindOut(questions) => (Vec::new(), questions),
    };
    let besides = (!bars.is_empty() && !doubts.is_empty())
        .then(|| view! { <h2>{t(label("另外还要查明", "To be found out besides"))}</h2> });
    let rows = |questions: Vec<&'static PrecheckQuestion>, barred| {
        let rows = questions.into_iter().map(|question| view! { <Row question=question barred=barred /> });
        (rows.len() > 0).then(|| view! { <ol class="findings">{rows.collect_view()}</ol> })
    };
    view! {
        <ComposedHeading title=Signal::stored(title.to_message()) />
        <p class="lead">{t(words)}</p>
        {rows(bars, true)}
        {besides}
        {rows(doubts, false)}
        <nav class="onward" aria-label=t(label("继续", "Continue"))>
            <a href=Route::Precheck.to_string()>{t(label("修改回答", "Change the replies"))}</a>
            <a href=Route::Eligibility.to_string()>{t(label("逐条资格自查", "Check each condition"))}</a>
            <a href=Route::Home.to_string()>{t(label("任务清单", "Task list"))}</a>
        </nav>
    }
}

/// One matter: what keeps the alliance from being registered and what would change it, or what is to be found out.
#[component]
fn Row(question: &'static PrecheckQuestion, barred: bool) -> impl IntoView {
    let closely = Address::of_rule(question.rule).to_string();
    let back = Address { route: Route::Precheck, focus: Some(place(question)) }.to_string();
    let words = if barred { question.bar } else { question.question };
    view! {
        <li class="finding" data-severity=if barred { "error" } else { "caution" }>
            <p class="finding__message">{t(words)}</p>
            <p>{t(if barred { question.remedy } else { question.hint })}</p>
            <p>
                <a href=back>{t(label("更改回答", "Change the reply"))}</a>
                " "
                <a href=closely>{t(label("逐项自查", "Check it closely"))}</a>
            </p>
            <Cite citation=question.citation />
        </li>
    }
}

fn said(result: &PrecheckResult) -> (Label, Label) {
    match result {
        PrecheckResult::Open(_) => (
            label("预检还没有做完", "The pre-check is not finished"),
            label("下面的问题还没有回答。", "These questions are not answered yet."),
        ),
        PrecheckResult::GoOn => (
            label("可以开始准备备案材料", "You can begin to prepare the filing"),
            label(
                "按您的回答，没有发现妨碍备案的情况。接下来逐条自查、填写资料；是否准予备案，由受理部门审核决定。",
                "By your replies, nothing stands in the way. Go on to check each condition and fill in the facts; whether the alliance is registered is for the office to decide.",
            ),
        ),
        PrecheckResult::FindOut(_) => (
            label("可以开始，有几件事要先查明", "You can begin; a few things are to be found out first"),
            label(
                "没有发现不符合的。请先查明下面的事项，它们决定能否备案。",
                "Nothing speaks against it. Find out about these first: they decide whether the alliance can be registered.",
            ),
        ),
        PrecheckResult::NotYet(..) => (
            label("现在还不能申请备案", "It is too early to apply"),
            label(
                "按您的回答，下面的条件还没有满足。条件改变后可以随时再来；现在也可以先起草章程、准备材料。",
                "By your replies, these conditions are not met. Come back whenever that changes; the charter and the materials can be prepared now.",
            ),
        ),
    }
}
