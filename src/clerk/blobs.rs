//! Reading the files that users chose, at once: only a worker may.

use std::collections::BTreeMap;

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, FileReaderSync};

use jiemeng::language::Message;
use jiemeng::message;
use jiemeng::render::book::NotAtHand;

use super::letters::files;

/// The files of attachments by their ids.
pub struct Attachments {
    files: BTreeMap<String, Blob>,
}

impl Attachments {
    /// The files beside a request, which names their ids in their order.
    pub fn new(ids: Vec<String>, letter: &JsValue) -> Self {
        let files = ids.into_iter().zip(files(letter)).filter_map(|(id, file)| Some((id, file.dyn_into().ok()?)));
        Self { files: files.collect() }
    }

    /// The bytes of one of them.
    pub fn read(&self, id: &str) -> Result<Vec<u8>, NotAtHand> {
        self.files.get(id).and_then(|file| bytes(file).ok()).ok_or(NotAtHand)
    }
}

/// All bytes of a file.
pub fn bytes(blob: &Blob) -> Result<Vec<u8>, Message> {
    let read = FileReaderSync::new().and_then(|reader| reader.read_as_array_buffer(blob));
    read.map(|buffer| Uint8Array::new(&buffer).to_vec()).map_err(|_| unreadable())
}

/// A file that was moved, changed or locked after it was chosen.
pub fn unreadable() -> Message {
    message!(
        "读不出这个文件：它可能被移动、改动或正被别的程序占用。请重新选择",
        "This file cannot be read: it may have been moved, changed or be in use. Choose it again"
    )
}
