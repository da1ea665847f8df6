//! The parts in which the page comes: the front, which is there first; the desk, which is the dossier and what stands around
//! every screen because of it; the screens, in two [wings](Wing).
//!
//! `script/parts.mjs` cuts the program along the functions that are marked here, so that what only they reach lies in files
//! of their own. A part is reached by the pointers that it gives and by nothing else: whatever the front names itself, it
//! brings along, and the budget of sizes tells.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::desk;
use super::pages;
use super::shell::{HeldUp, Shell};
use super::state::State;
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
    /// The tour of the first screen; it says when it is over.
    pub guide: fn(Callback<()>) -> AnyView,
}

/// The screens that come together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wing {
    /// Where the dossier is filled in.
    Questions,
    /// The charter, the materials, the documents, and what is read.
    Papers,
}

impl Wing {
    /// Where a screen is; `None` for the first one, which is the front's.
    pub const fn of(route: &Route) -> Option<Self> {
        match route {
            Route::Home => None,
            Route::Precheck
            | Route::PrecheckResult
            | Route::Eligibility
            | Route::Alliance
            | Route::Members
            | Route::Member(_)
            | Route::Signing
            | Route::Secretariat
            | Route::Setup => Some(Self::Questions),
            Route::Charter
            | Route::CharterCheck
            | Route::CharterCompare
            | Route::Materials
            | Route::Review
            | Route::Done
            | Route::Documents
            | Route::Document(_)
            | Route::Measures
            | Route::Article(_)
            | Route::Privacy
            | Route::Verify
            | Route::Unknown(_) => Some(Self::Papers),
        }
    }
}

/// Draws the screen of a wing that the address names, and follows it from one screen to another.
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

#[wasm_split(questions, fallible)]
fn load_questions() -> Result<Screens, NotLoaded> {
    Ok(pages::questions)
}

#[wasm_split(papers, fallible)]
fn load_papers() -> Result<Screens, NotLoaded> {
    Ok(pages::papers)
}

/// Has the parts come that are not here yet: what the address wants first, then the others.
pub fn fetch(shell: Shell) {
    shell.held_up.set(None);
    spawn_local(async move {
        let wanted = shell.address.with_untracked(|address| Wing::of(&address.route));
        if let Some(wing) = wanted {
            spawn_local(fetch_wing(shell, wing));
        }
        if shell.desk.with_untracked(Option::is_none) {
            let Ok(desk) = load_desk().await else { return shell.held_up.set(Some(HeldUp::NotLoaded)) };
            shell.provide((desk.open)(shell).await);
            shell.desk.set(Some(desk));
        }
        // What was wanted and has not come waits until it is asked for again.
        for wing in [Wing::Questions, Wing::Papers].into_iter().filter(|wing| wanted != Some(*wing)) {
            fetch_wing(shell, wing).await;
        }
    });
}

async fn fetch_wing(shell: Shell, wing: Wing) {
    let place = shell.wing(wing);
    if place.with_untracked(Option::is_some) {
        return;
    }
    let loaded = match wing {
        Wing::Questions => load_questions().await,
        Wing::Papers => load_papers().await,
    };
    match loaded {
        Ok(screens) => place.set(Some(screens)),
        Err(NotLoaded) => shell.held_up.set(Some(HeldUp::NotLoaded)),
    }
}
