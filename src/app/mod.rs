//! The page, drawn with Leptos over the pure core.
//!
//! One signal holds the dossier ([`state`]); what is shown is derived from it and never written back by an effect. Every
//! change goes through [`State::answer`](state::State::answer) or [`State::change`](state::State::change), which also
//! wake the one save path ([`storage`]). Nothing is ever sent anywhere.

pub mod browser;
pub mod clerk;
pub mod components;
pub mod distress;
pub mod frame;
pub mod offline;
pub mod pages;
pub mod preview;
pub mod route;
pub mod state;
pub mod storage;
pub mod tour;
pub mod transfer;
pub mod turns;
pub mod typefaces;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Restores what was saved, draws the page, and says that typing is taken from now on.
pub fn start() {
    distress::watch();
    spawn_local(async {
        let restored = storage::Restored::at_start(browser::today(), say_blocked).await;
        let Some(place) = browser::element("app") else { return };
        place.set_inner_html("");
        leptos::mount::mount_to(place, move || {
            let state = state::State::restored(restored);
            provide_context(state);
            spawn_local(transfer::sweep(state));
            view! { <frame::Frame /> }
        })
        .forget();
        browser::mark_ready();
    });
}

/// Says, before anything is drawn, that an older page stands in the way.
fn say_blocked() {
    if let Some(words) = browser::find("#app .lead") {
        words.set_text_content(Some(
            "另一个标签页还开着旧版本，请先关掉它。An older version is still open in another tab: close it first.",
        ));
    }
}
