//! What passes between the clerk and the page, one object a message: `id` (a number that the answer repeats), `words` (the
//! request or answer as JSON), and beside them `dossier` (its JSON, as bytes in UTF-8) and `files` (what a request is about)
//! or `parts` (the bytes of an answer, handed over).

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, console};

use jiemeng::dossier::Dossier;
use jiemeng::language::Message;
use jiemeng::message;
use jiemeng::protocol::{Answer, Request};

use super::Answered;

/// Where the answers to one request go.
pub struct Post {
    page: DedicatedWorkerGlobalScope,
    id: JsValue,
}

impl Post {
    /// Where the answers to this letter go.
    pub fn new(page: DedicatedWorkerGlobalScope, letter: &JsValue) -> Self {
        Self { page, id: field(letter, "id") }
    }

    /// Sends an answer; buffers among its parts are handed over.
    pub fn send(&self, answer: &Answer, parts: &Array) {
        let letter = Object::new();
        let words = serde_json::to_string(answer).unwrap_or_default();
        for (name, value) in [("id", &self.id), ("words", &words.into()), ("parts", parts)] {
            let _new_objects_take_fields = Reflect::set(&letter, &name.into(), value);
        }
        let buffers: Array = parts.iter().filter(|part| part.is_instance_of::<ArrayBuffer>()).collect();
        tell(self.page.post_message_with_transfer(&letter, &buffers));
    }

    /// Sends what came of a request.
    pub fn reply(&self, answered: Answered) {
        let (answer, parts) = answered.unwrap_or_else(|words| (Answer::Refused(words), Array::new()));
        self.send(&answer, &parts);
    }

    /// Says how far the work has come.
    pub fn progress(&self, done: u32, total: u32) {
        self.send(&Answer::Progress { done, total }, &Array::new());
    }
}

/// What cannot be told to the page is told to the console.
pub fn tell(outcome: Result<(), JsValue>) {
    if let Err(error) = outcome {
        console::error_1(&error);
    }
}

fn field(letter: &JsValue, name: &str) -> JsValue {
    Reflect::get(letter, &name.into()).unwrap_or_default()
}

/// What a letter asks for.
pub fn read_request(letter: &JsValue) -> Result<Request, Message> {
    let words = field(letter, "words").as_string().unwrap_or_default();
    let request: Request = serde_json::from_str(&words).map_err(|error| {
        message!(
            "页面的请求无法识别（{error}），请刷新页面再试",
            "The page's request is not understood ({error}); reload the page and try again"
        )
    })?;
    let dossier = field(letter, "dossier").dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
    // The page writes nothing but UTF-8; of anything else the reader says what is wrong.
    Ok(request.about(String::from_utf8(dossier).unwrap_or_default()))
}

/// The dossier that a request is about.
pub fn read_dossier(json: &str) -> Result<Dossier, Message> {
    Dossier::from_json(json).map_err(|error| error.message())
}

/// The files beside a request.
pub fn files(letter: &JsValue) -> Array {
    field(letter, "files").dyn_into().unwrap_or_default()
}

/// The one file beside a request.
pub fn file(letter: &JsValue) -> Result<Blob, Message> {
    files(letter)
        .get(0)
        .dyn_into()
        .map_err(|_| message!("没有收到文件，请重新选择", "No file arrived; choose it again"))
}
