//! The way to the clerks, the web workers that do whatever takes long.
//!
//! There are two at most, of one program: one does the quick things while the user works, the other makes whole bundles,
//! so that a long print run holds up no preview and can be cancelled alone. Each is started when it is first needed. A
//! request is a future; should a clerk break, every request that waits for it is told so in words, and the next one
//! starts another clerk.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, Function, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Event, MessageEvent, Url, Worker};

use super::typefaces::Supply;
use jiemeng::language::Message;
use jiemeng::message;
use jiemeng::protocol::{Answer, READY, Request};

thread_local! {
    static OFFICES: RefCell<BTreeMap<Desk, Office>> = RefCell::default();
}

/// Where a clerk sits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Desk {
    /// Short work while the user looks on.
    Counter,
    /// Files to be saved: long work that can be cancelled.
    Press,
}

impl Desk {
    const fn of(request: &Request) -> Self {
        match request {
            Request::Bundle { .. }
            | Request::Fonts { .. }
            | Request::Draft { .. }
            | Request::Document { .. }
            | Request::Verify { .. }
            | Request::Template => Self::Press,
            Request::Pages { .. }
            | Request::Lengths { .. }
            | Request::Blanks { .. }
            | Request::Open
            | Request::Rows
            | Request::Words
            | Request::ReadCharter { .. }
            | Request::Departures { .. }
            | Request::Sum
            | Request::Look { .. } => Self::Counter,
        }
    }

    fn office<T>(self, use_it: impl FnOnce(&mut Office) -> T) -> T {
        OFFICES.with_borrow_mut(|offices| use_it(offices.entry(self).or_default()))
    }
}

/// A clerk, if there is one, and who waits for it.
#[derive(Default)]
struct Office {
    worker: Option<Worker>,
    /// Whether the clerk has said that it takes requests; until then they lie in `queue`.
    ready: bool,
    queue: Vec<JsValue>,
    waiting: BTreeMap<u32, Waiting>,
    last_id: u32,
    /// The fonts it was given.
    supply: Option<Supply>,
}

/// A request under way.
struct Waiting {
    settle: Function,
    progress: Rc<dyn Fn(u32, u32)>,
}

/// An answer and the parts beside it.
pub struct Reply {
    /// What the clerk says.
    pub answer: Answer,
    /// Bytes, Blobs of them, or the ids of attachments.
    pub parts: Vec<JsValue>,
}

/// Asks the clerk whose work this is. `files` go beside the request, `progress` hears how many parts of how many are done.
///
/// # Errors
/// The clerk refused, broke, was told to stop, or could not be started: the words say what to do.
pub async fn ask(
    request: &Request,
    files: &[JsValue],
    progress: impl Fn(u32, u32) + 'static,
) -> Result<Reply, Message> {
    let desk = Desk::of(request);
    let id = desk.office(|office| {
        office.last_id = office.last_id.wrapping_add(1);
        office.last_id
    });
    let letter = letter(id, request, files);
    let progress: Rc<dyn Fn(u32, u32)> = Rc::new(progress);
    let answered = Promise::new(&mut |settle, _| {
        let waiting = Waiting { settle, progress: progress.clone() };
        desk.office(|office| office.waiting.insert(id, waiting));
    });
    send(desk, letter)?;
    let reply = JsFuture::from(answered).await.map_err(|_| broken())?;
    match read(&reply) {
        Some(Reply { answer: Answer::Refused(words), .. }) => Err(words),
        Some(reply) => Ok(reply),
        None => Err(broken()),
    }
}

fn letter(id: u32, request: &Request, files: &[JsValue]) -> JsValue {
    let letter = Object::new();
    let words = serde_json::to_string(request).unwrap_or_default();
    let files: Array = files.iter().collect();
    // Not as a string: that would be turned into UTF-16 here and back there.
    let dossier = Uint8Array::from(request.dossier().as_bytes()).into();
    let fields = [("id", JsValue::from(id)), ("words", words.into()), ("dossier", dossier), ("files", files.into())];
    for (name, value) in fields {
        let _new_objects_take_fields = Reflect::set(&letter, &name.into(), &value);
    }
    letter.into()
}

fn read(letter: &JsValue) -> Option<Reply> {
    let words = Reflect::get(letter, &"words".into()).ok()?.as_string()?;
    let answer = serde_json::from_str(&words).ok()?;
    let parts = Reflect::get(letter, &"parts".into()).ok()?.dyn_into::<Array>().ok()?;
    Some(Reply { answer, parts: parts.iter().collect() })
}

/// Sends a letter to the clerk, or keeps it until the clerk is ready.
fn send(desk: Desk, letter: JsValue) -> Result<(), Message> {
    desk.office(|office| {
        if office.worker.is_none() {
            office.worker = Some(start(desk).map_err(|_| not_started())?);
        }
        match &office.worker {
            Some(worker) if office.ready => worker.post_message(&letter).map_err(|_| broken())?,
            _ => office.queue.push(letter),
        }
        Ok(())
    })
}

/// Where the page says that the clerk is.
fn address() -> String {
    let told = gloo::utils::document().query_selector("script[data-clerk]").ok().flatten();
    told.and_then(|script| script.get_attribute("data-clerk")).unwrap_or_default()
}

/// Starts a clerk: from the page itself in the one-file edition, else from the file that it names.
fn start(desk: Desk) -> Result<Worker, JsValue> {
    let inline = Reflect::get(&js_sys::global(), &"__JIEMENG_INLINE__".into())?;
    let worker = if inline.is_undefined() {
        Worker::new(&address())?
    } else {
        let source: JsString = Reflect::get(&inline, &"clerkJs".into())?.dyn_into()?;
        let kind = BlobPropertyBag::new();
        kind.set_type("text/javascript");
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&source), &kind)?;
        Worker::new(&Url::create_object_url_with_blob(&blob)?)?
    };
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event| hear(desk, &event)).into_js_value();
    let failed = Closure::<dyn Fn(Event)>::new(move |_| give_up(desk)).into_js_value();
    worker.set_onmessage(Some(hear.unchecked_ref()));
    worker.set_onerror(Some(failed.unchecked_ref()));
    Ok(worker)
}

/// Takes what a clerk says.
fn hear(desk: Desk, event: &MessageEvent) {
    let letter = event.data();
    if letter.as_string().as_deref() == Some(READY) {
        let queue = desk.office(|office| {
            office.ready = true;
            std::mem::take(&mut office.queue)
        });
        // What cannot be sent is answered by the clerk's error event.
        queue.into_iter().for_each(|letter| drop(send(desk, letter)));
        return;
    }
    let id = Reflect::get(&letter, &"id".into()).ok().and_then(|id| id.as_f64()).unwrap_or_default() as u32;
    if let Some(Reply { answer: Answer::Progress { done, total }, .. }) = read(&letter) {
        // The borrow ends before the page hears of it: it may well ask again.
        let progress = desk.office(|office| office.waiting.get(&id).map(|waiting| waiting.progress.clone()));
        if let Some(progress) = progress {
            progress(done, total);
        }
        return;
    }
    let waiting = desk.office(|office| office.waiting.remove(&id));
    if let Some(waiting) = waiting {
        settle(&waiting, &letter);
    }
}

/// Whether a clerk is there and takes requests.
pub fn is_ready(desk: Desk) -> bool {
    desk.office(|office| office.ready)
}

/// Lets a clerk go that broke, or that came to no end.
pub fn give_up(desk: Desk) {
    let words = if desk.office(|office| office.ready) { broken() } else { not_started() };
    dismiss(desk, words);
}

/// The fonts that a clerk was given; `None` for one who has none.
pub fn supply(desk: Desk) -> Option<Supply> {
    desk.office(|office| office.supply)
}

/// Remembers the fonts that a clerk was given.
pub fn set_supply(desk: Desk, supply: Supply) {
    desk.office(|office| office.supply = Some(supply));
}

/// 取消: stops what a clerk is doing.
pub fn stop(desk: Desk) {
    dismiss(desk, message!("已取消", "Cancelled"));
}

/// Sends a clerk home, and tells everyone who waits for it why.
fn dismiss(desk: Desk, words: Message) {
    let office = desk.office(|office| {
        let last_id = office.last_id;
        std::mem::replace(office, Office { last_id, ..Office::default() })
    });
    if let Some(worker) = office.worker {
        worker.terminate();
    }
    let refusal = Object::new();
    let answer = serde_json::to_string(&Answer::Refused(words)).unwrap_or_default();
    for (name, value) in [("words", JsValue::from(answer)), ("parts", Array::new().into())] {
        let _new_objects_take_fields = Reflect::set(&refusal, &name.into(), &value);
    }
    for waiting in office.waiting.values() {
        settle(waiting, &refusal);
    }
}

fn settle(waiting: &Waiting, letter: &JsValue) {
    let _never_throws = waiting.settle.call1(&JsValue::UNDEFINED, letter);
}

fn not_started() -> Message {
    message!(
        "制作材料的后台程序没有启动（网络中断，或被浏览器拦截）。请刷新页面再试；已填内容都已保存",
        "The part that makes the files did not start (no network, or blocked by the browser). Reload the page and try again; what you entered is saved"
    )
}

pub fn broken() -> Message {
    message!(
        "制作材料的后台程序出错了，这一步没有完成；已填内容没有改动。请再试一次，仍不行就先导出草稿再刷新页面",
        "The part that makes the files broke down, and this step was not finished; nothing you entered was changed. Try once more; failing that, export a draft and reload the page"
    )
}
