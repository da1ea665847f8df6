//! The picture of how ready the filing is: a bar for each of four matters.

use leptos::prelude::*;

use crate::app::state::{State, t};
use jiemeng::language::label;
use jiemeng::message;
use jiemeng::screens::{Readiness, Share};

/// Up to so many things, each has a cell of its own in its bar.
const CELLS: usize = 30;

/// How ready the dossier is, followed from now on.
pub fn readiness() -> Memo<Readiness> {
    let state = State::here();
    Memo::new(move |_| state.read(|dossier| state.assessment().with(|found| Readiness::of(dossier, found))))
}

/// Four bars, each with its count in words: what is done is filled, what is wrong is struck through, the rest is empty.
#[component]
pub fn ReadinessPicture(
    /// How ready it is.
    ready: Memo<Readiness>,
) -> impl IntoView {
    let rows =
        move || ready.with(|ready| ready.shares.clone()).map(|share| view! { <Bar share=share /> }).collect_view();
    view! {
        <dl class="readiness" aria-label=t(label("准备情况", "How ready it is"))>
            {rows}
        </dl>
    }
}

#[component]
fn Bar(share: Share) -> impl IntoView {
    let state = State::here();
    let Share { title, address, done, wrong, all } = share;
    let words = move || {
        let open = all - done.min(all) - wrong.min(all);
        state.say(&match (wrong, open) {
            (0, 0) => message!("{all} 项全部完成", "all {all} done"),
            (0, _) => message!("{all} 项中完成 {done} 项", "{done} of {all} done"),
            _ => message!("{all} 项中完成 {done} 项，{wrong} 项不符合", "{done} of {all} done, {wrong} not met"),
        })
    };
    // Many things share a few cells, none of which is full before all of it is done.
    let cells = all.clamp(1, CELLS);
    let filled = done * cells / all.max(1);
    let bad = (wrong * cells).div_ceil(all.max(1));
    let cell = move |at: usize| {
        let kind = if at < filled {
            "done"
        } else if at >= cells - bad {
            "wrong"
        } else {
            "open"
        };
        view! {
            <rect class="bar__cell" data-kind=kind x=at.to_string() y="0" width="1" height="1" />
            {(kind == "wrong").then(|| view! { <path class="bar__strike" d=format!("M{at} 1l1 -1") /> })}
        }
    };
    view! {
        <div class="readiness__row">
            <dt>
                <a href=address.to_string()>{t(title)}</a>
            </dt>
            <dd>
                <svg class="bar" viewBox=format!("0 0 {cells} 1") preserveAspectRatio="none" aria-hidden="true">
                    {(0..cells).map(cell).collect_view()}
                </svg>
                <span class="readiness__words">{words}</span>
            </dd>
        </div>
    }
}
