//! A connection to one database of IndexedDB: opened when it is needed, and given up when another
//! version of the application asks for it.
//!
//! Invariant: whatever is waited for comes to an end. A browser may lose a connection without a word,
//! and another tab may hold the database for as long as it likes.

use std::cell::RefCell;
use std::time::Duration;

use backend::StoreError;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use crate::moment::{global, timer};

/// The version of the database's layout: raised when object stores are added, or hold what an older build
/// would take for something else. 1: documents one by one. 2: blocks. 3: packs among the documents.
const LAYOUT: u32 = 3;
/// How long the browser may take for anything, which is usually a matter of milliseconds: another tab
/// may have to let go of the database first.
const PATIENCE: Duration = Duration::from_secs(8);
/// How much of a large commit a slow disk takes in a millisecond.
const BYTES_EACH_MILLISECOND: usize = 1_000;
/// How long it may then take to say what became of a transaction that is taken back.
const GRACE: Duration = Duration::from_secs(2);
/// Versions of units by their key, and under an empty key the number of the last commit.
pub(crate) const UNITS: &str = "units";
/// Documents and packs by the key of their unit, a slash, and their own key. A document is a text, a pack
/// is bytes, and `null` stands for a document that a pack holds and that was removed since.
pub(crate) const DOCUMENTS: &str = "documents";
/// Blocks by the key of their unit, at whose version they were made.
pub(crate) const BLOCKS: &str = "blocks";
/// Every object store. The first two are as old as the first release.
const ALL: [&str; 3] = [UNITS, DOCUMENTS, BLOCKS];

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

    /// Begins a transaction over all object stores.
    ///
    /// # Errors
    /// `Busy` while another tab holds the database, `Newer` when a newer version of the application
    /// has changed its layout, `Closed` when the browser does not open it, `Failed` otherwise.
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
        // Not opened yet, or closed in the meantime: for another tab that deletes or renews the
        // database, because the browser cleared the storage of the site, or by `ended`.
        let database = open(&self.name).await?;
        *self.open.borrow_mut() = Some(database.clone());
        begin(&database, mode).map_err(|error| failure(&error))
    }
}

fn begin(database: &IdbDatabase, mode: IdbTransactionMode) -> Result<IdbTransaction, JsValue> {
    let options = Object::new();
    // "strict" reports a commit after it has reached the disk, not just the operating system.
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let stores: Array = ALL.into_iter().map(JsValue::from).collect();
    database.unchecked_ref::<DurableDatabase>().transaction(&stores, mode, &options)
}

async fn open(name: &str) -> Result<IdbDatabase, StoreError> {
    let factory: IdbFactory = global("indexedDB")
        .dyn_into()
        .map_err(|_| StoreError::Closed("this browser has no IndexedDB here".to_owned()))?;
    let request = factory.open_with_u32(name, LAYOUT).map_err(|error| closed(failure(&error)))?;
    let upgrade = Closure::<dyn FnMut()>::once({
        let request = request.clone();
        move || add_object_stores(&request)
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let opened = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match ending(&opened, PATIENCE).await {
        Ending::Done => {}
        Ending::Failed => return Err(closed(error_of(&request))),
        Ending::Late => {
            abandon(request, upgrade);
            return Err(StoreError::Busy);
        }
    }
    let database: IdbDatabase = request.result().map_err(|error| failure(&error))?.unchecked_into();
    close_when_asked(&database);
    Ok(database)
}

/// What keeps a database from being opened: nothing else will be done with it either.
fn closed(error: StoreError) -> StoreError {
    match error {
        StoreError::Failed(why) => StoreError::Closed(why),
        known => known,
    }
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
    for name in ALL {
        // Fails only where the store exists, as those of an older layout do: what is in it stays.
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

/// How something ended that the browser was asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Done,
    Failed,
    /// It did not, as far as anybody wants to wait.
    Late,
}

/// Waits for a promise that is kept with an event.
async fn ending(of: &Promise, patience: Duration) -> Ending {
    match JsFuture::from(Promise::race(&Array::of2(of, &timer(patience)))).await {
        // A timer has nothing to tell.
        Ok(event) if event.is_undefined() => Ending::Late,
        Ok(_) => Ending::Done,
        Err(_) => Ending::Failed,
    }
}

/// Waits for one request within a transaction, which stays open until nothing is asked of it. Nothing
/// has been written in it yet.
///
/// # Errors
/// `Busy` when there is no answer, `Failed` when the request failed.
pub(crate) async fn succeeded(
    transaction: &IdbTransaction,
    request: &IdbRequest,
) -> Result<JsValue, StoreError> {
    let done = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match ending(&done, PATIENCE).await {
        Ending::Done => found(request),
        Ending::Failed => Err(error_of(request)),
        Ending::Late => {
            take_back(transaction);
            Err(StoreError::Busy)
        }
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
/// `Full` when there is no room, `Busy` when it was taken back since it took too long: nothing was
/// changed. `Unknown` when the browser does not say whether it was committed, which is also so when it
/// aborts it on its own: it does when the connection is lost, perhaps after the commit. What only
/// reads cannot be unknown; it has failed. `bytes` is how much there is to write, which takes its time.
pub(crate) async fn completed(
    transaction: &IdbTransaction,
    bytes: usize,
) -> Result<(), StoreError> {
    let patience = PATIENCE + Duration::from_millis((bytes / BYTES_EACH_MILLISECOND) as u64);
    let done = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    let only_reads = transaction.mode() == Ok(IdbTransactionMode::Readonly);
    let first = ending(&done, patience).await;
    let last = match first {
        // What has not begun to be committed is taken back; what has says so soon.
        Ending::Late => {
            take_back(transaction);
            ending(&done, GRACE).await
        }
        _ => first,
    };
    let why = transaction.error().map(|error| failure(&error));
    match last {
        Ending::Done => Ok(()),
        Ending::Failed if first == Ending::Late => Err(StoreError::Busy),
        Ending::Late if only_reads => Err(StoreError::Busy),
        Ending::Failed if only_reads => Err(why.unwrap_or(StoreError::Busy)),
        Ending::Failed if why == Some(StoreError::Full) => Err(StoreError::Full),
        Ending::Failed | Ending::Late => Err(StoreError::Unknown),
    }
}

/// Gives a transaction up, and the connection on which it did not end: the next one may be better.
fn take_back(transaction: &IdbTransaction) {
    // Fails only for a transaction that is being committed, or has ended.
    let _ = transaction.abort();
    transaction.db().close();
}

/// An exception of IndexedDB as the service knows it.
pub(crate) fn failure(error: &JsValue) -> StoreError {
    let Some(error) = error.dyn_ref::<DomException>() else {
        return StoreError::Failed("unknown reason".to_owned());
    };
    match error.name().as_str() {
        "QuotaExceededError" => StoreError::Full,
        "VersionError" => StoreError::Newer,
        name => StoreError::Failed(format!("{name}: {}", error.message())),
    }
}
