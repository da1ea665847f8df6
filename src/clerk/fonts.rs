//! The fonts of the PDF files.

use std::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

use jiemeng::language::Message;
use jiemeng::protocol::Answer;
use jiemeng::render::{FontFile, FontRole, Fonts};

use super::Answered;
use super::blobs::{bytes, unreadable};
use super::letters::files;

thread_local! {
    static KEPT: RefCell<Option<Fonts>> = const { RefCell::new(None) };
}

/// Keeps the fonts beside a request: Blobs, or base64 as they stand in the one-file edition.
pub fn take(roles: Vec<(FontRole, u32)>, letter: &JsValue) -> Answered {
    let read = |((role, index), file): ((FontRole, u32), JsValue)| {
        let bytes = match file.as_string() {
            Some(text) => from_base64(&text)?,
            None => bytes(&file.dyn_into().map_err(|_| unreadable())?)?,
        };
        Ok(FontFile { role, bytes, index })
    };
    let files = roles.into_iter().zip(files(letter)).map(read).collect::<Result<Vec<_>, Message>>()?;
    KEPT.set(Some(Fonts::new(files).map_err(|error| error.message())?));
    Ok((Answer::Taken, Array::new()))
}

/// With the fonts, if they have come.
pub fn with(print: impl FnOnce(Option<&Fonts>) -> Answered) -> Answered {
    KEPT.with_borrow(|fonts| print(fonts.as_ref()))
}

fn from_base64(text: &str) -> Result<Vec<u8>, Message> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let letters = scope.atob(text).map_err(|_| unreadable())?;
    // Each letter stands for one byte.
    Ok(letters.chars().map(|letter| letter as u8).collect())
}
