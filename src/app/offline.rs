//! Whether the page opens without a network, and taking up a newer version. `web/offline.js` deals with the browser's
//! service worker and says on `<html data-offline>` how far it is; the edition in one file has neither.

use gloo::events::EventListener;
use gloo::utils::document;
use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Event;

use super::browser;
use super::state::{State, t};
use super::storage::SaveState;
use jiemeng::language::label;

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// Not kept, or not yet.
    No,
    /// The page opens without a network.
    Ready,
    /// A newer version waits.
    Update,
}

fn now() -> Kept {
    let told = document().document_element().and_then(|root| root.get_attribute("data-offline"));
    match told.as_deref() {
        Some("ready") => Kept::Ready,
        Some("update") => Kept::Update,
        _ => Kept::No,
    }
}

/// How often it is looked whether everything is saved, in milliseconds.
const GLANCE: u32 = 50;

/// Takes up the newer version once everything is saved. Where it cannot be saved, the page says so itself and stays.
async fn take_up(state: State) {
    state.saver().flush();
    while matches!(state.save_state.get_untracked(), SaveState::Unsaved | SaveState::Saving) {
        let _timers_do_not_fail = JsFuture::from(browser::timer(GLANCE)).await;
    }
    if !matches!(state.save_state.get_untracked(), SaveState::Failed(_)) {
        let _nobody_objects = Event::new("jiemeng-update").map(|event| document().dispatch_event(&event));
    }
}

/// 可离线使用; or that there is a newer version, and a button that takes it up once everything is saved.
#[component]
pub fn OfflineStatus() -> impl IntoView {
    let kept = RwSignal::new(now());
    let hear = EventListener::new(&document(), "jiemeng-offline", move |_| kept.set(now()));
    let _kept_as_long_as_the_page = StoredValue::new_local(hear);
    let state = State::here();
    let update = move |_| spawn_local(take_up(state));
    view! {
        <div class="offline" role="status" data-testid="offline">
            <Show when=move || kept.get() == Kept::Ready>
                <span title=t(
                    label(
                        "程序、字体和制作材料的部分都已存在本浏览器里，断网也能打开和使用。",
                        "The program, its fonts and what makes the files are kept in this browser: it opens and works without a network.",
                    ),
                )>{t(label("可离线使用", "Works offline"))}</span>
            </Show>
            <Show when=move || kept.get() == Kept::Update>
                <span>{t(label("有新版本。", "There is a new version."))}</span>
                <button type="button" class="link" on:click=update>
                    {t(label("保存并更新", "Save and update"))}
                </button>
            </Show>
        </div>
    }
}
