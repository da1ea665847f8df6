//! What attached files look like: each is looked at once, by the clerk, when it first comes near the eye or its credit code
//! is wanted. One at a time, so that whatever else is asked of the clerk need not wait for hundreds.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};

use js_sys::{Array, Function, Reflect};
use leptos::html::Span;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, Element, Url};

use crate::app::clerk;
use crate::app::state::State;
use crate::app::transfer::blobs;
use jiemeng::dossier::MediaType;
use jiemeng::message;
use jiemeng::protocol::{Answer, Request};

/// What was seen on a file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Seen {
    /// The address of a small picture, good as long as the page.
    picture: Option<String>,
    /// The credit codes in its QR codes; `None` where it could not be looked at.
    pub codes: Option<Vec<String>>,
}

/// A file to be looked at, and who wants to know.
struct Job {
    state: State,
    sha256: String,
    media_type: MediaType,
    tell: Box<dyn FnOnce(Seen)>,
}

thread_local! {
    /// What was seen, by the files' SHA-256.
    static SEEN: RefCell<BTreeMap<String, Seen>> = const { RefCell::new(BTreeMap::new()) };
    static WAITING: RefCell<VecDeque<Job>> = const { RefCell::new(VecDeque::new()) };
    static IS_LOOKING: Cell<bool> = const { Cell::new(false) };
}

/// Has a file looked at whose bytes are kept, and tells what was seen. What the dossier does not know yet is noted in it.
pub fn look(state: State, sha256: &str, media_type: MediaType, tell: impl FnOnce(Seen) + 'static) {
    let job = Job { state, sha256: sha256.to_owned(), media_type, tell: Box::new(tell) };
    WAITING.with_borrow_mut(|waiting| waiting.push_back(job));
    if !IS_LOOKING.replace(true) {
        spawn_local(async {
            while let Some(job) = WAITING.with_borrow_mut(VecDeque::pop_front) {
                let Job { state, sha256, media_type, tell } = job;
                let seen = see(state, &sha256, media_type).await;
                note(state, &sha256, &seen);
                tell(seen);
            }
            IS_LOOKING.set(false);
        });
    }
}

async fn see(state: State, sha256: &str, media_type: MediaType) -> Seen {
    if let Some(seen) = SEEN.with_borrow(|seen| seen.get(sha256).cloned()) {
        return seen;
    }
    let Some(blob) = blobs::find(state, sha256).await else { return Seen::default() };
    let Ok(reply) = clerk::ask(&Request::Look { media_type }, &[blob.into()], |_, _| ()).await else {
        return Seen::default();
    };
    let Answer::Seen { codes } = reply.answer else { return Seen::default() };
    let picture = reply.parts.into_iter().find_map(|part| part.dyn_into::<Blob>().ok());
    let picture = picture.and_then(|picture| Url::create_object_url_with_blob(&picture).ok());
    let seen = Seen { picture, codes: Some(codes) };
    SEEN.with_borrow_mut(|all| all.insert(sha256.to_owned(), seen.clone()));
    seen
}

/// Notes the codes in the dossier, where it has the file and does not know them.
fn note(state: State, sha256: &str, seen: &Seen) {
    let Some(codes) = &seen.codes else { return };
    let is_news = state.peek(|dossier| {
        let mut records = dossier.attachments.iter().filter(|record| record.sha256 == sha256);
        records.any(|record| record.inspection.as_ref().is_none_or(|inspection| inspection.codes.is_none()))
    });
    if is_news {
        state.note(|dossier| dossier.note_codes(sha256, codes));
    }
}

/// A file small: its picture, or a sheet that says how many pages it has.
#[component]
pub fn Thumbnail(
    /// The file's SHA-256.
    sha256: String,
    /// What it is.
    media_type: MediaType,
    /// How many pages it has.
    pages: Option<u32>,
    /// By how many quarters it is turned to the right.
    #[prop(into)]
    turn: Signal<u8>,
) -> impl IntoView {
    let state = State::here();
    let picture = RwSignal::new(None::<String>);
    let place = NodeRef::<Span>::new();
    let sought = StoredValue::new(sha256);
    Effect::new(move || {
        let Some(place) = place.get() else { return };
        when_near(&place, move || {
            let Some(sha256) = sought.try_get_value() else { return };
            look(state, &sha256, media_type, move |seen| {
                let _gone_with_the_screen = picture.try_set(seen.picture);
            });
        });
    });
    let kind = media_type.extension().to_uppercase();
    let shown = move || match picture.get() {
        Some(address) => view! { <img src=address alt="" /> }.into_any(),
        None => {
            let extent = pages.map(|pages| state.say(&message!("{pages} 页", "{pages} p.")));
            view! {
                <span class="thumbnail__kind">{kind.clone()}</span>
                <span>{extent}</span>
            }
            .into_any()
        }
    };
    view! {
        <span
            class="thumbnail"
            class:is-picture=move || picture.with(Option::is_some)
            data-turn=move || turn.get().to_string()
            aria-hidden="true"
            node_ref=place
        >
            {shown}
        </span>
    }
}

/// Calls back once when an element comes near the eye; at once where the browser does not tell.
fn when_near(element: &Element, then: impl FnOnce() + 'static) {
    let Some(observer) = Reflect::get(&js_sys::global(), &"IntersectionObserver".into())
        .ok()
        .and_then(|found| found.dyn_into::<Function>().ok())
    else {
        return then();
    };
    let then = RefCell::new(Some(then));
    let hear = Closure::<dyn Fn(Array, JsValue)>::new(move |entries: Array, observer: JsValue| {
        let is_near = |entry: JsValue| Reflect::get(&entry, &"isIntersecting".into()).is_ok_and(|it| it.is_truthy());
        if entries.iter().any(is_near) {
            let _done = call(&observer, "disconnect", &Array::new());
            if let Some(then) = then.borrow_mut().take() {
                then();
            }
        }
    });
    if let Ok(observer) = Reflect::construct(&observer, &Array::of1(&hear.into_js_value())) {
        let _watched = call(&observer, "observe", &Array::of1(element));
    }
}

/// Calls a method of an object of the browser's.
pub fn call(object: &JsValue, method: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    method.apply(object, arguments)
}
