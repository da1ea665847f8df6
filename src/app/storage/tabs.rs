//! Other pages of this browser that have the same dossiers.

use gloo::events::EventListener;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent};

/// The lock that every open page shares.
const LOCK: &str = "jiemeng";

/// What one page tells the others. Never any of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// The dossier of this id was saved.
    Saved(String),
    /// The list of dossiers has changed.
    Shelf,
    /// Everything is about to be wiped: nothing may be written any more.
    Wiping,
    /// Everything was wiped.
    Wiped,
}

/// The way to the other pages; none where the browser has no channel.
pub struct Tabs(Option<BroadcastChannel>);

impl Tabs {
    /// Opens the channel.
    pub fn open() -> Self {
        Self(BroadcastChannel::new("jiemeng").ok())
    }

    /// Tells the other pages.
    pub fn tell(&self, news: &News) {
        let words = match news {
            News::Saved(id) => format!("saved/{id}"),
            News::Shelf => "shelf".to_owned(),
            News::Wiping => "wiping".to_owned(),
            News::Wiped => "wiped".to_owned(),
        };
        if let Some(channel) = &self.0 {
            let _nobody_there = channel.post_message(&words.into());
        }
    }

    /// Hears what other pages tell.
    pub fn listen(&self, hear: impl Fn(News) + 'static) {
        let Some(channel) = &self.0 else { return };
        EventListener::new(channel, "message", move |event| {
            let words = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string()).unwrap_or_default();
            match words.as_str() {
                "shelf" => hear(News::Shelf),
                "wiping" => hear(News::Wiping),
                "wiped" => hear(News::Wiped),
                words => words.strip_prefix("saved/").into_iter().for_each(|id| hear(News::Saved(id.to_owned()))),
            }
        })
        .forget();
    }
}

/// Holds the lock that says this page is open, for as long as it is.
pub fn be_counted() {
    let hold = Closure::<dyn Fn() -> Promise>::new(|| Promise::new(&mut |_, _| ())).into_js_value();
    let share = Object::new();
    let _new_objects_take_fields = Reflect::set(&share, &"mode".into(), &"shared".into());
    if let Some((locks, request)) = method("request") {
        let _held_until_the_end = request.call3(&locks, &LOCK.into(), &share, &hold);
    }
}

/// Whether no other page is open; not where the browser cannot say.
pub async fn is_alone() -> bool {
    let Some((locks, query)) = method("query") else { return false };
    let Ok(asked) = query.call0(&locks) else { return false };
    let Ok(found) = JsFuture::from(Promise::resolve(&asked)).await else { return false };
    let held = Reflect::get(&found, &"held".into()).unwrap_or_default();
    let is_ours =
        |lock: &JsValue| Reflect::get(lock, &"name".into()).unwrap_or_default().as_string().as_deref() == Some(LOCK);
    held.dyn_into::<Array>().is_ok_and(|held| held.iter().filter(is_ours).count() == 1)
}

/// A method of Web Locks, where the browser has them.
fn method(name: &str) -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(|locks| !locks.is_undefined())?;
    let method = Reflect::get(&locks, &name.into()).ok()?.dyn_into().ok()?;
    Some((locks, method))
}
