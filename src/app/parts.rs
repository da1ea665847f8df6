//! The parts in which the page comes: the front, which is there first; the desk, which is the dossier and what stands around
//! every screen because of it; the screens.
//!
//! `script/split.mjs` cuts the program along the functions that are marked here, so that what only they reach lies in files
//! of their own. A part is reached by the pointers that it gives and by nothing else: whatever the front names itself, it
//! brings along, and the budget of sizes tells.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::desk;
use super::pages;
use super::shell::Shell;
use super::state::State;
use jiemeng::language::label;
use jiemeng::screens::{Route, Task};

/// The dossier, and what stands around every screen because of it.
#[derive(Clone, Copy)]
pub struct Desk {
    /// Opens the dossier as it was left.
    pub open: fn(Shell) -> Pin<Box<dyn Future<Output = State>>>,
    /// In the header: how far it is saved, and what can be taken back.
    pub tools: fn() -> AnyView,
    /// Above every screen: what was just done.
    pub above: fn() -> AnyView,
    /// Below every screen: the way back for those who came to change one answer.
    pub below: fn() -> AnyView,
    /// On the first screen, above the tasks: how things stand.
    pub standing: fn() -> AnyView,
    /// How far a task is.
    pub progress: fn(&'static Task) -> AnyView,
    /// On the first screen, below the tasks: the dossier as a whole.
    pub whole: fn() -> AnyView,
}

/// Draws the screen that the address names, and follows it from one screen to another.
pub type Screens = fn() -> AnyView;

/// A part has not come: no network, or a host that has another version by now.
struct NotLoaded;

impl From<SplitLoaderError> for NotLoaded {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

#[wasm_split(desk, fallible)]
fn load_desk() -> Result<Desk, NotLoaded> {
    Ok(desk::DESK)
}

#[wasm_split(screens, fallible)]
fn load_screens() -> Result<Screens, NotLoaded> {
    Ok(pages::draw)
}

/// Has the parts come that are not here yet: at the first screen one after the other, else all at once.
pub fn fetch(shell: Shell) {
    let owner = Owner::current();
    shell.trouble.set(None);
    spawn_local(async move {
        if shell.address.with_untracked(|address| address.route != Route::Home) {
            spawn_local(fetch_screens(shell));
        }
        if shell.desk.with_untracked(Option::is_none) {
            let Ok(desk) = load_desk().await else { return say_missing(shell) };
            let state = (desk.open)(shell).await;
            if let Some(owner) = owner {
                owner.with(|| provide_context(state));
            }
            shell.desk.set(Some(desk));
        }
        fetch_screens(shell).await;
    });
}

async fn fetch_screens(shell: Shell) {
    if shell.screens.with_untracked(Option::is_none) {
        match load_screens().await {
            Ok(screens) => shell.screens.set(Some(screens)),
            Err(NotLoaded) => say_missing(shell),
        }
    }
}

fn say_missing(shell: Shell) {
    shell.trouble.set(Some(label(
        "页面的一部分没有载入：网络中断，或网站刚刚更新。已填内容都已保存。请重试，仍不行就刷新页面。",
        "Part of the page did not come: no network, or the site was just updated. What you entered is saved. Try again; failing that, reload the page.",
    )));
}
