//! A connection to one database of IndexedDB: opened when it is needed, and given up when another
//! version of the application asks for it.

use std::cell::RefCell;
use std::time::Duration;

use backend::StoreError;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbRequest, IdbRequestReadyState,
    IdbTransaction, IdbTransactionMode,
};

use crate::moment::{global, timer};

/// The version of the database's layout: raised when object stores are added.
const LAYOUT: u32 = 1;
/// How long a tab may take to let go of an older layout.
const OPEN_PATIENCE: Duration = Duration::from_secs(10);
/// Versions of units by their key, and under an empty key the number of the last commit.
pub(crate) const UNITS: &str = "units";
/// Documents by the key of their unit, a slash, and their own key.
pub(crate) const DOCUMENTS: &str = "documents";

#[wasm_bindgen]
extern "C" {
    /// `IDBDatabase` with the options of `transaction`, which web-sys has behind an unstable flag.
    #[wasm_bindgen(extends = IdbDatabase)]
    type DurableDatabase;

    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &DurableDatabase,
        stores: &Array,
        mode: IdbTransactionMode,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

/// One database, connected or not.
pub(crate) struct Connection {
    name: String,
    open: RefCell<Option<IdbDatabase>>,
}

impl Connection {
    /// No connection yet.
    pub(crate) fn to(name: String) -> Self {
        Self { name, open: RefCell::new(None) }
    }

    /// Begins a transaction over both object stores.
    ///
    /// # Errors
    /// `Busy` while another version of the application holds the database, `Failed` otherwise.
    pub(crate) async fn transaction(
        &self,
        mode: IdbTransactionMode,
    ) -> Result<IdbTransaction, StoreError> {
        let known = self.open.borrow().clone();
        if let Some(database) = known
            && let Ok(transaction) = begin(&database, mode)
        {
            return Ok(transaction);
        }
        // Not opened yet, or closed in the meantime: by another tab, or because the browser
        // cleared the storage of the site.
        let database = open(&self.name).await?;
        *self.open.borrow_mut() = Some(database.clone());
        begin(&database, mode).map_err(|error| failure(&error))
    }
}

fn begin(database: &IdbDatabase, mode: IdbTransactionMode) -> Result<IdbTransaction, JsValue> {
    let options = Object::new();
    // "strict" reports a commit after it has reached the disk, not just the operating system.
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let stores = Array::of2(&UNITS.into(), &DOCUMENTS.into());
    database.unchecked_ref::<DurableDatabase>().transaction(&stores, mode, &options)
}

async fn open(name: &str) -> Result<IdbDatabase, StoreError> {
    let factory: IdbFactory = global("indexedDB")
        .dyn_into()
        .map_err(|_| StoreError::Failed("this browser has no IndexedDB here".to_owned()))?;
    let request = factory.open_with_u32(name, LAYOUT).map_err(|error| failure(&error))?;
    let upgrade = Closure::<dyn FnMut()>::once({
        let request = request.clone();
        move || add_object_stores(&request)
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let opened = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    let opened = Promise::race(&Array::of2(&opened, &timer(OPEN_PATIENCE)));
    match JsFuture::from(opened).await {
        Ok(_) if request.ready_state() == IdbRequestReadyState::Done => {}
        Ok(_) => {
            abandon(request, upgrade);
            return Err(StoreError::Busy);
        }
        Err(_) => return Err(error_of(&request)),
    }
    let database: IdbDatabase = request.result().map_err(|error| failure(&error))?.unchecked_into();
    close_when_asked(&database);
    Ok(database)
}

/// Lets a connection that opens too late go at once, or it would stand in the way of others.
fn abandon(request: IdbOpenDbRequest, upgrade: Closure<dyn FnMut()>) {
    let close = Closure::once_into_js({
        let request = request.clone();
        move || {
            if let Ok(database) = request.result() {
                database.unchecked_into::<IdbDatabase>().close();
            }
        }
    });
    request.set_onsuccess(Some(close.unchecked_ref()));
    upgrade.forget();
}

fn add_object_stores(request: &IdbOpenDbRequest) {
    let Ok(database) = request.result() else { return };
    let database: IdbDatabase = database.unchecked_into();
    for name in [UNITS, DOCUMENTS] {
        // Fails only where the store exists, and then nothing is to be done.
        let _ = database.create_object_store(name);
    }
}

/// A newer version of the application must not wait for this connection.
fn close_when_asked(database: &IdbDatabase) {
    let closing = Closure::<dyn FnMut()>::new({
        let database = database.clone();
        move || database.close()
    });
    database.set_onversionchange(Some(closing.as_ref().unchecked_ref::<Function>()));
    // One for each connection, of which there is seldom a second.
    closing.forget();
}

/// What a request of a finished transaction found.
///
/// # Errors
/// `Failed` when the request failed.
pub(crate) fn found(request: &IdbRequest) -> Result<JsValue, StoreError> {
    request.result().map_err(|error| failure(&error))
}

/// Waits for one request within a transaction, which stays open until nothing is asked of it.
///
/// # Errors
/// `Failed` when the request failed.
pub(crate) async fn succeeded(request: &IdbRequest) -> Result<JsValue, StoreError> {
    let done = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(done).await {
        Ok(_) => found(request),
        Err(_) => Err(error_of(request)),
    }
}

fn error_of(request: &IdbRequest) -> StoreError {
    match request.error() {
        Ok(Some(error)) => failure(&error),
        _ => StoreError::Failed("a request was refused".to_owned()),
    }
}

/// Waits until a transaction is complete, which is when its changes are durable.
///
/// # Errors
/// `Full` when there is no room, `Failed` otherwise; nothing was changed in either case.
pub(crate) async fn completed(transaction: &IdbTransaction) -> Result<(), StoreError> {
    let done = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    match JsFuture::from(done).await {
        Ok(_) => Ok(()),
        Err(_) => Err(match transaction.error() {
            Some(error) => failure(&error),
            None => StoreError::Failed("the transaction was aborted".to_owned()),
        }),
    }
}

/// An exception of IndexedDB as the service knows it.
pub(crate) fn failure(error: &JsValue) -> StoreError {
    match error.dyn_ref::<DomException>() {
        Some(error) if error.name() == "QuotaExceededError" => StoreError::Full,
        Some(error) => StoreError::Failed(format!("{}: {}", error.name(), error.message())),
        None => StoreError::Failed("unknown reason".to_owned()),
    }
}
