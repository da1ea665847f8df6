//! What is drawn by turns: long lists and the lower parts of long screens, a little in each frame, so that the page
//! answers meanwhile.
//!
//! A list asks for a turn whenever rows of it are left, and lists take their turns in the order in which they stand on the
//! screen. The first turns are taken before anything is seen, so that whatever is short is there at once; not where what came
//! before them took its time already.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use gloo::events::EventListener;
use gloo::utils::window;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use super::browser;

/// How many rows are drawn at a turn.
const ROWS: usize = 4;
/// How long turns are taken within a frame, in milliseconds: what is drawn must be laid out and painted too.
const BUDGET: i64 = 8;

type Turn = Box<dyn FnOnce()>;

thread_local! {
    /// The next turn of each list, by the list's number.
    static WAITING: RefCell<BTreeMap<usize, Turn>> = RefCell::default();
    static LISTS: Cell<usize> = const { Cell::new(0) };
    /// Whether turns are being taken.
    static RUNNING: Cell<bool> = const { Cell::new(false) };
    /// When the screen began to be drawn that nobody has seen yet, in milliseconds: its first turns share that time.
    static BEGUN: Cell<Option<i64>> = const { Cell::new(None) };
    /// Whether the printer wants everything now.
    static HURRY: Cell<bool> = const { Cell::new(false) };
}

/// The rows of a list, as far as they are drawn: for the `each` of a `For`.
pub fn by_turns<T>(rows: impl Fn() -> Vec<T>) -> impl Fn() -> Vec<T> {
    let number = LISTS.replace(LISTS.get() + 1);
    let drawn = RwSignal::new(if HURRY.get() { usize::MAX } else { 0 });
    move || {
        let mut rows = rows();
        let so_far = drawn.get();
        if rows.len() > so_far {
            rows.truncate(so_far);
            let turn = move || {
                let _gone_with_the_screen = drawn.try_set(if HURRY.get() { usize::MAX } else { so_far + ROWS });
            };
            wait(number, Box::new(turn));
        }
        rows
    }
}

/// A part of a screen that is drawn when its turn comes.
#[component]
pub fn InTurn(
    /// What is drawn.
    children: ChildrenFn,
) -> impl IntoView {
    let part = by_turns(|| vec![()]);
    view! { <For each=part key=|()| () children=move |()| children() /> }
}

/// A screen is drawn anew.
pub fn begin() {
    BEGUN.set(Some(browser::now()));
}

/// Whether nothing waits to be drawn.
pub fn is_done() -> bool {
    WAITING.with_borrow(BTreeMap::is_empty)
}

/// Has the printer get whatever is not drawn yet.
pub fn follow_printing() {
    let before = EventListener::new(&window(), "beforeprint", |_| {
        HURRY.set(true);
        WAITING.take().into_values().for_each(|turn| turn());
    });
    let after = EventListener::new(&window(), "afterprint", |_| HURRY.set(false));
    before.forget();
    after.forget();
}

fn wait(number: usize, turn: Turn) {
    WAITING.with_borrow_mut(|waiting| waiting.insert(number, turn));
    if !RUNNING.replace(true) {
        spawn_local(take_turns());
    }
}

/// Takes turns until nobody waits.
async fn take_turns() {
    while !is_done() {
        let began = BEGUN.take().unwrap_or_else(browser::now);
        while browser::now() - began < BUDGET {
            let Some((_, turn)) = WAITING.with_borrow_mut(BTreeMap::pop_first) else { break };
            turn();
            // Once the effects have run, its rows are there.
            tick().await;
        }
        browser::frame().await;
    }
    RUNNING.set(false);
}
