//! IndexedDB as futures: one connection that is opened again when the browser closed it, and transactions over stores of
//! values under text keys.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Event, IdbDatabase, IdbFactory, IdbIndexParameters, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest,
    IdbTransaction, IdbTransactionMode,
};

use super::trouble::Trouble;

/// A store, and the field by which its records name attachments, where they do.
pub type StoreShape = (&'static str, Option<&'static str>);

/// A database of this page.
#[derive(Clone)]
pub struct Database {
    name: &'static str,
    layout: u32,
    stores: &'static [StoreShape],
    connection: Rc<RefCell<Option<IdbDatabase>>>,
}

impl Database {
    /// Opens a database, making the stores that it lacks. `blocked` is called where an older page in another tab stands in
    /// the way of a new layout.
    pub async fn open(
        name: &'static str,
        layout: u32,
        stores: &'static [StoreShape],
        blocked: impl FnOnce() + 'static,
    ) -> Result<Self, Trouble> {
        let database = Self { name, layout, stores, connection: Rc::default() };
        database.connect(blocked).await?;
        Ok(database)
    }

    /// Closes the connection; the next transaction opens it again.
    pub fn close(&self) {
        if let Some(connection) = self.connection.borrow_mut().take() {
            connection.close();
        }
    }

    /// Whether there is a connection: not after all was wiped, until something is written again.
    pub fn is_connected(&self) -> bool {
        self.connection.borrow().is_some()
    }

    /// Begins to read.
    pub async fn read(&self, stores: &[&str]) -> Result<Transaction, Trouble> {
        self.begin(stores, IdbTransactionMode::Readonly).await
    }

    /// Begins to write: all or nothing, and nothing else is written to these stores meanwhile, by no page.
    pub async fn write(&self, stores: &[&str]) -> Result<Transaction, Trouble> {
        self.begin(stores, IdbTransactionMode::Readwrite).await
    }

    async fn begin(&self, stores: &[&str], mode: IdbTransactionMode) -> Result<Transaction, Trouble> {
        let open = self.connection.borrow().clone();
        if let Some(connection) = open {
            match Transaction::begin(&connection, stores, mode) {
                Ok(transaction) => return Ok(transaction),
                // Browsers close connections when they clear storage, and some without a word.
                Err(error) if super::trouble::is_named(&error, "InvalidStateError") => self.close(),
                Err(error) => return Err(Trouble::from_js(&error)),
            }
        }
        let connection = self.connect(|| ()).await?;
        Transaction::begin(&connection, stores, mode).map_err(|error| Trouble::from_js(&error))
    }

    async fn connect(&self, blocked: impl FnOnce() + 'static) -> Result<IdbDatabase, Trouble> {
        let request = factory()?.open_with_u32(self.name, self.layout).map_err(|error| Trouble::from_js(&error))?;
        let stores = self.stores;
        let upgrade = Closure::once({
            let request = request.clone();
            move || make_stores(&request, stores)
        });
        let blocked = Closure::once(blocked);
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        request.set_onblocked(Some(blocked.as_ref().unchecked_ref()));
        let connection: IdbDatabase = settle(&request).await?.dyn_into().map_err(|_| Trouble::Absent)?;
        self.watch(&connection);
        *self.connection.borrow_mut() = Some(connection.clone());
        Ok(connection)
    }

    /// Lets the connection go when the browser closed it, and when another page wants to delete or change the database.
    fn watch(&self, connection: &IdbDatabase) {
        let forget = {
            let this = self.clone();
            Closure::<dyn Fn()>::new(move || this.close()).into_js_value()
        };
        connection.set_onclose(Some(forget.unchecked_ref()));
        connection.set_onversionchange(Some(forget.unchecked_ref()));
    }
}

/// The way to all databases of this origin.
pub fn factory() -> Result<IdbFactory, Trouble> {
    web_sys::window().and_then(|window| window.indexed_db().ok().flatten()).ok_or(Trouble::Absent)
}

/// Stores are only ever added.
fn make_stores(request: &IdbOpenDbRequest, stores: &[StoreShape]) {
    let Some(database) = request.result().ok().and_then(|opened| opened.dyn_into::<IdbDatabase>().ok()) else { return };
    let many = IdbIndexParameters::new();
    many.set_multi_entry(true);
    for (name, index) in stores.iter().filter(|(name, _)| !database.object_store_names().contains(name)) {
        // Where this fails, the first use of the store says so.
        if let (Ok(store), Some(field)) = (database.create_object_store(name), index) {
            let _told_later = store.create_index_with_str_and_optional_parameters(field, field, &many);
        }
    }
}

/// Some reads and writes that belong together. Nothing of it is written where it is dropped before [`Self::commit`].
pub struct Transaction {
    inner: IdbTransaction,
    /// Kept when it has ended, by the event that says how.
    ended: Promise,
    committed: bool,
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if !self.committed {
            let _already_ended = self.inner.abort();
        }
    }
}

impl Transaction {
    fn begin(connection: &IdbDatabase, stores: &[&str], mode: IdbTransactionMode) -> Result<Self, JsValue> {
        let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
        let mode = match mode {
            IdbTransactionMode::Readonly => "readonly",
            _ => "readwrite",
        };
        // "strict": what is called written is on the disk, not in a buffer that a power cut would take along.
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let begin: Function = Reflect::get(connection, &"transaction".into())?.dyn_into()?;
        let inner: IdbTransaction = begin.call3(connection, &names, &mode.into(), &options)?.dyn_into()?;
        let ended = Promise::new(&mut |resolve, _| {
            inner.set_oncomplete(Some(&resolve));
            inner.set_onabort(Some(&resolve));
        });
        Ok(Self { inner, ended, committed: false })
    }

    /// The value under a key.
    pub async fn get(&self, store: &str, key: &str) -> Result<Option<JsValue>, Trouble> {
        let value = settled(self.store(store)?.get(&key.into())).await?;
        Ok((!value.is_undefined()).then_some(value))
    }

    /// All values of a store.
    pub async fn all(&self, store: &str) -> Result<Vec<JsValue>, Trouble> {
        Ok(Array::from(&settled(self.store(store)?.get_all()).await?).to_vec())
    }

    /// The keys that begin so; every key of the store for an empty beginning.
    pub async fn keys(&self, store: &str, beginning: &str) -> Result<Vec<String>, Trouble> {
        let keys = settled(self.store(store)?.get_all_keys_with_key(&range(beginning)?)).await?;
        Ok(Array::from(&keys).iter().filter_map(|key| key.as_string()).collect())
    }

    /// How many records of a store name this in their indexed field.
    pub async fn count(&self, store: &str, field: &str, named: &str) -> Result<u32, Trouble> {
        let index = self.store(store)?.index(field).map_err(|error| Trouble::from_js(&error))?;
        let count = settled(index.count_with_key(&named.into())).await?;
        Ok(count.as_f64().unwrap_or_default() as u32)
    }

    /// Puts a value under a key.
    pub fn put(&self, store: &str, key: &str, value: &JsValue) -> Result<(), Trouble> {
        let request = self.store(store)?.put_with_key(value, &key.into());
        request.map(drop).map_err(|error| Trouble::from_js(&error))
    }

    /// Removes a key and its value.
    pub fn delete(&self, store: &str, key: &str) -> Result<(), Trouble> {
        self.store(store)?.delete(&key.into()).map(drop).map_err(|error| Trouble::from_js(&error))
    }

    /// Removes the keys that begin so, and their values.
    pub fn delete_all(&self, store: &str, beginning: &str) -> Result<(), Trouble> {
        self.store(store)?.delete(&range(beginning)?).map(drop).map_err(|error| Trouble::from_js(&error))
    }

    /// Waits until all of it is written.
    pub async fn commit(mut self) -> Result<(), Trouble> {
        self.committed = true;
        commit_now(&self.inner);
        let event = JsFuture::from(self.ended.clone()).await.unwrap_or_default();
        match event.dyn_ref::<Event>().map(Event::type_).as_deref() {
            Some("complete") => Ok(()),
            _ => Err(self.inner.error().map_or(Trouble::Full, |error| Trouble::from_js(&error))),
        }
    }

    fn store(&self, name: &str) -> Result<IdbObjectStore, Trouble> {
        self.inner.object_store(name).map_err(|error| Trouble::from_js(&error))
    }
}

fn range(beginning: &str) -> Result<JsValue, Trouble> {
    let range = IdbKeyRange::bound(&beginning.into(), &format!("{beginning}\u{ffff}").into());
    range.map(JsValue::from).map_err(|error| Trouble::from_js(&error))
}

async fn settled(request: Result<IdbRequest, JsValue>) -> Result<JsValue, Trouble> {
    settle(&request.map_err(|error| Trouble::from_js(&error))?).await
}

/// Waits for the answer to a request.
pub async fn settle(request: &IdbRequest) -> Result<JsValue, Trouble> {
    let waiting = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(waiting).await {
        Ok(_event) => request.result().map_err(|error| Trouble::from_js(&error)),
        Err(_event) => Err(request.error().ok().flatten().map_or(Trouble::Absent, |error| Trouble::from_js(&error))),
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
