//! 清除本机全部数据: everything that this page ever kept in its browser, gone; and looking whether it is.
//!
//! Whatever this page keeps bears a name that begins with `jiemeng`, so that other pages of the same host lose nothing.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::Set;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::IdbFactory;

use super::database::{factory, settle};
use super::records::field;
use super::saver::{Known, Saver};
use super::store::{NAME, Shelf};
use super::tabs::News;
use super::trouble::SaveState;
use crate::app::browser;
use jiemeng::dossier::Dossier;

/// Databases of this page, for browsers that do not list them.
const DATABASES: [&str; 2] = [NAME, "jiemeng-fonts"];
/// How long the deletion of a database may wait for other pages to close it, in milliseconds.
const PATIENCE: u32 = 4000;

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wiped {
    /// The names of what is still there; nothing, if all went well.
    pub left: Vec<String>,
}

/// Forgets everything, in this page as well, and looks whether anything is left.
pub async fn wipe(saver: Saver) -> Wiped {
    saver.show(browser::fresh_id("d"), Dossier::default(), Known::default(), SaveState::Untouched);
    saver.tell(&News::Wiping);
    if let Some(store) = saver.store() {
        store.0.close();
        saver.shelf.set(Shelf::default());
    }
    crate::app::distress::remember(String::new());
    if let Ok(factory) = factory() {
        for name in databases(&factory).await {
            delete(&factory, &name).await;
        }
    }
    for storage in browser::storages() {
        for key in browser::keys(&storage, NAME) {
            let _never_fails = storage.remove_item(&key);
        }
    }
    unregister().await;
    for name in caches().await {
        let _looked_at_below = call_caches("delete", &[name.into()]).await;
    }
    let left = what_is_left().await;
    saver.tell(&News::Wiped);
    Wiped { left }
}

/// The names of all that this page keeps.
async fn what_is_left() -> Vec<String> {
    let mut left = Vec::new();
    if let Ok(factory) = factory() {
        left.extend(listed(&factory).await.unwrap_or_default());
    }
    left.extend(browser::storages().iter().flat_map(|storage| browser::keys(storage, NAME)));
    left.extend(caches().await);
    left
}

async fn databases(factory: &IdbFactory) -> Vec<String> {
    listed(factory).await.unwrap_or_else(|| DATABASES.map(str::to_owned).to_vec())
}

/// The databases of this page, where the browser lists them.
async fn listed(factory: &IdbFactory) -> Option<Vec<String>> {
    let list: Function = Reflect::get(factory, &"databases".into()).ok()?.dyn_into().ok()?;
    let found = JsFuture::from(Promise::resolve(&list.call0(factory).ok()?)).await.ok()?;
    let found = Array::from(&found);
    let names = found.iter().filter_map(|database| field(&database, "name").as_string());
    Some(names.filter(|name| name.starts_with(NAME)).collect())
}

/// Deletes a database, waiting some moments for pages that still have it open.
async fn delete(factory: &IdbFactory, name: &str) {
    let Ok(request) = factory.delete_database(name) else { return };
    let deleted = wasm_bindgen_futures::future_to_promise(async move {
        // What could not be deleted is found when it is looked for.
        let _looked_at_later = settle(&request).await;
        Ok(JsValue::UNDEFINED)
    });
    let _either = JsFuture::from(Promise::race(&Array::of2(&deleted, &browser::timer(PATIENCE)))).await;
}

/// Sends the service worker home, which would keep the program again.
async fn unregister() -> Option<()> {
    let workers =
        Reflect::get(&web_sys::window()?.navigator(), &"serviceWorker".into()).ok().filter(JsValue::is_object)?;
    let registration = called(&workers, "getRegistration", &[]).await.filter(JsValue::is_object)?;
    called(&registration, "unregister", &[]).await.map(drop)
}

/// The caches of this page; none where the browser has none.
async fn caches() -> Vec<String> {
    let names = call_caches("keys", &[]).await.map(|names| Array::from(&names)).unwrap_or_default();
    names.iter().filter_map(|name| name.as_string()).filter(|name| name.starts_with(NAME)).collect()
}

async fn call_caches(method: &str, values: &[JsValue]) -> Option<JsValue> {
    let caches = Reflect::get(&js_sys::global(), &"caches".into()).ok().filter(JsValue::is_object)?;
    called(&caches, method, values).await
}

/// What a method of an object of the browser's gives in the end.
async fn called(object: &JsValue, method: &str, values: &[JsValue]) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    let asked = method.apply(object, &values.iter().collect::<Array>()).ok()?;
    JsFuture::from(Promise::resolve(&asked)).await.ok()
}
