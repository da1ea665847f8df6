//! How states of dossiers lie in the database.

use js_sys::{Array, Object, Reflect};
use serde::Deserialize;
use serde_json::Value;
use wasm_bindgen::JsValue;

use jiemeng::keeping::{Entry, Slot};

/// The field of a record that names the attachments of its dossier, by their SHA-256.
pub const BLOBS: &str = "blobs";

/// A state as a record.
pub fn of_slot(slot: &Slot) -> JsValue {
    let blobs: Array = attachments_of(&slot.text).into_iter().map(|(_, sha256)| JsValue::from(sha256)).collect();
    object(&[
        ("turn", (slot.turn as f64).into()),
        ("writer", slot.writer.as_str().into()),
        ("savedAt", (slot.saved_at as f64).into()),
        ("text", slot.text.as_str().into()),
        ("sum", slot.sum.as_str().into()),
        (BLOBS, blobs.into()),
    ])
}

/// A record as a state. What a record lacks is left empty, so that its checksum fails.
pub fn slot(record: &JsValue) -> Slot {
    let number = |name| field(record, name).as_f64().unwrap_or_default();
    let text = |name| field(record, name).as_string().unwrap_or_default();
    Slot {
        turn: number("turn") as u64,
        writer: text("writer"),
        saved_at: number("savedAt") as i64,
        text: text("text"),
        sum: text("sum"),
    }
}

/// A line of the list as a record.
pub fn of_entry(entry: &Entry) -> JsValue {
    serde_json::to_string(entry).unwrap_or_default().into()
}

/// A record as a line of the list.
pub fn entry(record: &JsValue) -> Option<Entry> {
    serde_json::from_str(&record.as_string()?).ok()
}

/// The ids and sums of the attachments that a dossier's JSON names, whatever version it is of.
pub fn attachments_of(text: &str) -> Vec<(String, String)> {
    let records = serde_json::from_str::<Named>(text).unwrap_or_default().attachments;
    let text = |record: &Value, name| Some(record.get(name)?.as_str()?.to_owned());
    records.iter().filter_map(|record| Some((text(record, "id")?, text(record, "sha256")?))).collect()
}

/// All of a dossier that is read where only its attachments are wanted.
#[derive(Default, Deserialize)]
struct Named {
    #[serde(default)]
    attachments: Vec<Value>,
}

/// A field of a record.
pub fn field(record: &JsValue, name: &str) -> JsValue {
    Reflect::get(record, &name.into()).unwrap_or_default()
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let _new_objects_take_fields = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
