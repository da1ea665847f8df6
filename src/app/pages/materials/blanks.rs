//! What the documents of the materials lack, as the clerk counts it.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::app::clerk;
use crate::app::state::{State, t};
use jiemeng::dossier::Dossier;
use jiemeng::language::label;
use jiemeng::message;
use jiemeng::protocol::{Answer, Request};
use jiemeng::screens::{PAPERS, Route};

/// How long after the last change it is counted anew, in milliseconds: longer than the clerk takes for a file, so that many
/// which are attached in a row are counted for once.
const DELAY: u32 = 1000;

/// How many facts are missing in the documents of each material, in their order; nothing before the clerk has counted.
pub fn counted() -> ReadSignal<Vec<usize>> {
    let state = State::here();
    let (found, find) = signal(Vec::new());
    let timer = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |begun: Option<()>| {
        state.read(|_| ());
        state.today.track();
        let delay = if begun.is_some() { DELAY } else { 0 };
        // The timer before is let go of: while changes follow each other, nothing is counted.
        timer.set_value(Some(Timeout::new(delay, move || count(state, find))));
    });
    found
}

fn count(state: State, find: WriteSignal<Vec<usize>>) {
    let request = Request::Blanks { dossier: state.peek(Dossier::to_json), today: state.today.get_untracked() };
    spawn_local(async move {
        // Where the clerk cannot count, nothing is said; what it is asked for next says why.
        if let Ok(Answer::Blanks(counts)) = clerk::ask(&request, &[], |_, _| ()).await.map(|reply| reply.answer) {
            // The screen may have been left in the meantime.
            let _left = find.try_set(counts);
        }
    });
}

/// How many there are in the document of a material, and the way to see where.
#[component]
pub fn Blanks(
    /// The material.
    item: u8,
    /// How many there are.
    count: Memo<usize>,
) -> impl IntoView {
    let state = State::here();
    let paper = PAPERS.iter().find(|paper| paper.item == Some(item));
    let words = move || {
        let count = count.get();
        state.say(&message!("文书里还有 {count} 处待填。", "The document still has {count} blanks."))
    };
    view! {
        <p class="material__blanks" hidden=move || count.get() == 0>
            {words} " "
            {paper
                .map(|paper| view! { <a href=Route::Document(paper).to_string()>{t(label("看看是哪几处", "See where"))}</a> })}
        </p>
    }
}
