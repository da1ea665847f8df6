//! The bytes of attachments: in the browser's store, or in memory where the browser keeps nothing. They lie under their
//! SHA-256, by which every dossier and every earlier state of it finds them.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use crate::app::state::State;
use crate::app::storage::is_alone;
use jiemeng::language::Message;
use jiemeng::message;

/// How long after the start bytes are looked at again before they are forgotten, in milliseconds.
const SECOND_LOOK: u32 = 10_000;

thread_local! {
    /// What the browser would not keep. It lives as long as the page, which says so beside the save state.
    static IN_MEMORY: RefCell<BTreeMap<String, Blob>> = const { RefCell::new(BTreeMap::new()) };
    /// What this page has kept since it was opened: a dossier may be about to name it.
    static JUST_KEPT: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// Keeps the bytes of an attachment under their SHA-256.
///
/// # Errors
/// The browser's store is full or refuses; the words say what to do.
pub async fn keep(state: State, sha256: &str, bytes: &Blob) -> Result<(), Message> {
    JUST_KEPT.with_borrow_mut(|kept| kept.insert(sha256.to_owned()));
    let Some(store) = state.saver().store() else {
        IN_MEMORY.with_borrow_mut(|kept| kept.insert(sha256.to_owned(), bytes.clone()));
        return Ok(());
    };
    store.put_blob(sha256, bytes).await.map_err(|trouble| {
        let Message { zh, en } = trouble.message();
        message!(
            "附件没有保存：{zh}。请清理浏览器或磁盘空间后再附；其余内容没有改动",
            "The file was not kept: {en}. Make room and attach it again; nothing else was changed"
        )
    })
}

/// The bytes with this SHA-256; `None` where there are none.
pub async fn find(state: State, sha256: &str) -> Option<Blob> {
    if let Some(blob) = IN_MEMORY.with_borrow(|kept| kept.get(sha256).cloned()) {
        return Some(blob);
    }
    let store = state.saver().store()?;
    store.get_blob(sha256).await.ok().flatten()
}

/// The bytes of an attachment of the open dossier, by its id.
pub async fn of_attachment(state: State, id: &str) -> Option<Blob> {
    let record = |id: &str| state.peek(|it| it.attachments.iter().find(|record| record.id == id).cloned());
    find(state, &record(id)?.sha256).await
}

/// Forgets bytes that were kept and are not wanted after all, unless a state of some dossier names them.
pub async fn forget(state: State, sums: Vec<String>) {
    JUST_KEPT.with_borrow_mut(|kept| kept.retain(|sha256| !sums.contains(sha256)));
    IN_MEMORY.with_borrow_mut(|kept| {
        state.peek(|dossier| {
            let is_named = |sha256: &String| dossier.attachments.iter().any(|record| record.sha256 == *sha256);
            kept.retain(|sha256, _| !sums.contains(sha256) || is_named(sha256));
        });
    });
    if let Some(store) = state.saver().store() {
        // Bytes that stay behind take room and do no other harm.
        let _left_behind = store.sweep(Some(sums)).await;
    }
}

/// Forgets the bytes that no state of any dossier names. Another page may be just attaching them, or be about to take back
/// that they were removed: so it is done only while this page is alone, and after a second look.
pub async fn sweep(state: State) {
    let Some(store) = state.saver().store() else { return };
    let Ok(unnamed) = store.sweep(None).await else { return };
    if unnamed.is_empty() {
        return;
    }
    Timeout::new(SECOND_LOOK, move || {
        spawn_local(async move {
            if store.is_connected() && is_alone().await {
                let unnamed = unnamed.into_iter().filter(|sha256| !JUST_KEPT.with_borrow(|kept| kept.contains(sha256)));
                // Bytes that stay behind take room and do no other harm.
                let _left_behind = store.sweep(Some(unnamed.collect())).await;
            }
        });
    })
    .forget();
}
