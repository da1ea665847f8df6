//! The bytes of attachments: in the browser's store, or in memory where the browser keeps nothing.

use std::cell::RefCell;
use std::collections::BTreeMap;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use crate::app::state::State;
use jiemeng::language::Message;
use jiemeng::message;

/// How long after the start bytes are looked at again before they are forgotten, in milliseconds.
const SECOND_LOOK: u32 = 10_000;

thread_local! {
    /// What the browser would not keep. It lives as long as the page, which says so beside the save state.
    static IN_MEMORY: RefCell<BTreeMap<String, Blob>> = const { RefCell::new(BTreeMap::new()) };
}

/// Keeps the bytes of an attachment under its id.
///
/// # Errors
/// The browser's store is full or refuses; the words say what to do.
pub async fn keep(state: State, id: &str, bytes: &Blob) -> Result<(), Message> {
    let Some(store) = state.saver().store() else {
        IN_MEMORY.with_borrow_mut(|kept| kept.insert(id.to_owned(), bytes.clone()));
        return Ok(());
    };
    store.put_blob(id, bytes).await.map_err(|trouble| {
        let Message { zh, en } = trouble.message();
        message!(
            "附件没有保存：{zh}。请清理浏览器或磁盘空间后再附；其余内容没有改动",
            "The file was not kept: {en}. Make room and attach it again; nothing else was changed"
        )
    })
}

/// The bytes of an attachment; `None` where there are none.
pub async fn find(state: State, id: &str) -> Option<Blob> {
    if let Some(blob) = IN_MEMORY.with_borrow(|kept| kept.get(id).cloned()) {
        return Some(blob);
    }
    let store = state.saver().store()?;
    store.get_blob(id).await.ok().flatten()
}

/// Forgets the bytes that the dossier no longer names. What is named by none at the start may be what another page is
/// just attaching, so it is looked at again after a while.
pub async fn sweep(state: State) {
    let Some(store) = state.saver().store() else { return };
    let unnamed = move |id: &String| state.peek(|dossier| dossier.attachments.iter().all(|record| record.id != *id));
    let found: Vec<String> = store.blob_ids().await.unwrap_or_default().into_iter().filter(unnamed).collect();
    if found.is_empty() {
        return;
    }
    Timeout::new(SECOND_LOOK, move || {
        spawn_local(async move {
            for id in found.into_iter().filter(unnamed) {
                // Bytes that stay behind take room and do no other harm.
                let _left_behind = store.delete_blob(&id).await;
            }
        });
    })
    .forget();
}
