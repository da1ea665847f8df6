//! IndexedDB as futures: stores of values under text keys.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};

use jiemeng::language::Message;
use jiemeng::message;

/// The layout of the stores; a change of it wants a step in [`Database::open`].
const LAYOUT: u32 = 1;

/// Why the browser did not keep, or did not give back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// There is no IndexedDB, or this page may not use it (a private window, a policy).
    Absent,
    /// The disk, or what the browser grants this page, is full.
    Full,
    /// What was kept cannot be read as a dossier.
    Unreadable(Message),
    /// Whatever else the browser says.
    Refused(String),
}

impl Trouble {
    /// What is wrong.
    pub fn message(&self) -> Message {
        match self {
            Self::Absent => message!(
                "浏览器没有开放本地存储（可能是无痕窗口或单位的安全设置）",
                "it grants no local storage (a private window, or a policy of your organisation)"
            ),
            Self::Full => message!("存储空间已满", "its storage is full"),
            Self::Unreadable(words) => words.clone(),
            Self::Refused(cause) => message!("浏览器拒绝了（{cause}）", "the browser refused ({cause})"),
        }
    }

    fn from_js(error: &JsValue) -> Self {
        match error.dyn_ref::<DomException>() {
            Some(exception) if exception.name() == "QuotaExceededError" => Self::Full,
            Some(exception) if exception.name() == "SecurityError" => Self::Absent,
            Some(exception) => Self::Refused(exception.name()),
            None => Self::Refused(error.as_string().unwrap_or_default()),
        }
    }
}

/// An open database.
#[derive(Clone)]
pub struct Database(IdbDatabase);

impl Database {
    /// Opens the database, making its stores at the first visit.
    pub async fn open(name: &str, stores: &'static [&'static str]) -> Result<Self, Trouble> {
        let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten()).ok_or(Trouble::Absent)?;
        let request = factory.open_with_u32(name, LAYOUT).map_err(|error| Trouble::from_js(&error))?;
        let upgrade = Closure::once({
            let request = request.clone();
            move || make_stores(&request, stores)
        });
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let opened = settle(&request).await?;
        opened.dyn_into().map(Self).map_err(|_| Trouble::Absent)
    }

    /// The value under a key.
    pub async fn get(&self, store: &str, key: &str) -> Result<Option<JsValue>, Trouble> {
        let request = self.store(store, IdbTransactionMode::Readonly)?.get(&key.into());
        let value = settle(&request.map_err(|error| Trouble::from_js(&error))?).await?;
        Ok((!value.is_undefined()).then_some(value))
    }

    /// Puts a value under a key. It is kept when this returns.
    pub async fn put(&self, store: &str, key: &str, value: &JsValue) -> Result<(), Trouble> {
        let store = self.store(store, IdbTransactionMode::Readwrite)?;
        store.put_with_key(value, &key.into()).map_err(|error| Trouble::from_js(&error))?;
        commit(&store).await
    }

    /// Removes a key and its value.
    pub async fn delete(&self, store: &str, key: &str) -> Result<(), Trouble> {
        let store = self.store(store, IdbTransactionMode::Readwrite)?;
        store.delete(&key.into()).map_err(|error| Trouble::from_js(&error))?;
        commit(&store).await
    }

    /// All keys of a store.
    pub async fn keys(&self, store: &str) -> Result<Vec<String>, Trouble> {
        let request = self.store(store, IdbTransactionMode::Readonly)?.get_all_keys();
        let keys = settle(&request.map_err(|error| Trouble::from_js(&error))?).await?;
        Ok(Array::from(&keys).iter().filter_map(|key| key.as_string()).collect())
    }

    fn store(&self, name: &str, mode: IdbTransactionMode) -> Result<IdbObjectStore, Trouble> {
        self.0
            .transaction_with_str_and_mode(name, mode)
            .and_then(|transaction| transaction.object_store(name))
            .map_err(|error| Trouble::from_js(&error))
    }
}

fn make_stores(request: &IdbOpenDbRequest, stores: &[&str]) {
    let database = request.result().ok().and_then(|opened| opened.dyn_into::<IdbDatabase>().ok());
    for store in stores {
        if let Some(database) = &database {
            // Where this fails, the first use of the store says so.
            let _told_later = database.create_object_store(store);
        }
    }
}

/// Waits for the answer to a request.
async fn settle(request: &IdbRequest) -> Result<JsValue, Trouble> {
    let waiting = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(waiting).await {
        Ok(_event) => request.result().map_err(|error| Trouble::from_js(&error)),
        Err(_event) => Err(request.error().ok().flatten().map_or(Trouble::Absent, |error| Trouble::from_js(&error))),
    }
}

/// Waits until the transaction of a store has been written.
async fn commit(store: &IdbObjectStore) -> Result<(), Trouble> {
    let transaction = store.transaction();
    let waiting = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    commit_now(&transaction);
    match JsFuture::from(waiting).await {
        Ok(_event) => Ok(()),
        Err(_event) => Err(transaction.error().map_or(Trouble::Full, |error| Trouble::from_js(&error))),
    }
}

/// Tells the browser that nothing more is coming. Without it a transaction is lost if the page is left before its request
/// was answered. Browsers of before 2021 lack it; web-sys calls it deprecated, which the standard does not.
fn commit_now(transaction: &IdbTransaction) {
    let method = Reflect::get(transaction, &"commit".into()).ok().and_then(|method| method.dyn_into::<Function>().ok());
    if let Some(method) = method {
        let _already_ended = method.call0(transaction);
    }
}
