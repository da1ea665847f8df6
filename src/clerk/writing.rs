//! Files to be saved, handed over to the page: drafts, bundles and single documents.

use chrono::NaiveDateTime;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::Blob;

use jiemeng::bundle::{self, Bundle, Piece};
use jiemeng::language::Message;
use jiemeng::protocol::Answer;

use super::Answered;
use super::blobs::{as_seen, call};
use super::letters::read_dossier;

/// The draft.
pub fn draft(dossier: &str, now: NaiveDateTime) -> Answered {
    written(bundle::draft(&read_dossier(dossier)?, now), Vec::new(), None)
}

/// A file that is one piece.
pub fn whole(name: String, notes: Vec<Message>, bytes: &[u8]) -> (Answer, Array) {
    (Answer::File { name, notes, code: None }, Array::of1(&Uint8Array::from(bytes).buffer()))
}

/// A bundle or a draft as the pieces of a ZIP. The browser's timeline tells how long that took, without what is in it.
pub fn written(bundle: Bundle, notes: Vec<Message>, code: Option<String>) -> Answered {
    let name = bundle.file_name.clone();
    mark("bind");
    let parts = Array::new();
    let mut stretch = Vec::new();
    for piece in bundle::archive(bundle).map_err(|error| error.message())? {
        match piece {
            Piece::Bytes(bytes) if bytes.len() < LARGE => stretch.push(bytes),
            Piece::Bytes(bytes) => {
                hand_over(&parts, &mut stretch);
                hand_over(&parts, &mut vec![bytes]);
            }
            Piece::Attachment { id } => {
                hand_over(&parts, &mut stretch);
                parts.push(&id.into());
            }
        }
    }
    hand_over(&parts, &mut stretch);
    mark("bound");
    Ok((Answer::File { name, notes, code }, parts))
}

/// From how many bytes on a piece is not joined with its neighbours, which would copy it.
const LARGE: usize = 1 << 22;
/// From how many bytes on a stretch becomes a Blob. To make one takes the browser about a millisecond, however short it is.
const LEAST_BY_REFERENCE: usize = 1 << 18;

/// Puts the pieces that there are, if any, among the parts as one: as a Blob, which the page then binds without seeing what is
/// in it, or if they are short as their bytes.
fn hand_over(parts: &Array, pieces: &mut Vec<Vec<u8>>) {
    let bytes = match pieces.as_mut_slice() {
        [] => return,
        [one] => std::mem::take(one),
        several => several.concat(),
    };
    pieces.clear();
    let by_reference = || Blob::new_with_u8_array_sequence(&Array::of1(&as_seen(&bytes))).ok();
    // Should our memory have grown before the browser looked, it saw nothing.
    let is_whole = |blob: &Blob| blob.size() == bytes.len() as f64;
    let blob = if bytes.len() < LEAST_BY_REFERENCE { None } else { by_reference().filter(is_whole) };
    parts.push(&blob.map_or_else(|| Uint8Array::from(bytes.as_slice()).buffer().into(), JsValue::from));
}

/// A mark on the browser's timeline (User Timing), where it has one.
fn mark(name: &str) {
    let timeline = Reflect::get(&js_sys::global(), &"performance".into());
    let _none_is_needed = timeline.and_then(|timeline| call(&timeline, "mark", &[name.into()]));
}
