//! The page, drawn with Leptos over the pure core.
//!
//! It comes in [parts](parts): the front with the list of tasks is there first, the dossier and the screens follow. One signal
//! holds the dossier ([`state`]); what is shown is derived from it and never written back by an effect. Every
//! change goes through [`State::answer`](state::State::answer) or [`State::change`](state::State::change), which also
//! wake the one save path ([`storage`]). Nothing is ever sent anywhere.

pub mod browser;
pub mod clerk;
pub mod components;
pub mod desk;
pub mod distress;
pub mod front;
pub mod offline;
pub mod pages;
pub mod parts;
pub mod preview;
mod replies;
pub mod route;
pub mod shell;
pub mod state;
pub mod storage;
pub mod transfer;
pub mod turns;
pub mod typefaces;

use leptos::prelude::*;

/// Draws the front of the page and has the rest of it come.
pub fn start() {
    distress::watch();
    let Some(place) = browser::element("app") else { return };
    place.set_inner_html("");
    leptos::mount::mount_to(place, move || {
        let shell = shell::Shell::new();
        provide_context(shell);
        parts::fetch(shell);
        view! { <front::Frame /> }
    })
    .forget();
}
