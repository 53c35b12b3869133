//! The host in a real browser, over a real IndexedDB that does not always do what it should.

use backend::{Change, MemoryStore, Snapshot, Store, Unit, UnitChange, Version};
use js_sys::{JSON, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use crate::Backend;
use crate::store::IndexedDbStore;

#[path = "../../backend/tests/conformance/mod.rs"]
mod conformance;

use conformance::day::Told;

wasm_bindgen_test_configure!(run_in_browser);

const PERSON: &str = "eyJ0aWQiOiIiLCJyb2xlIjoiQWRtaW5BZ2VudCIsIm5hbWUiOiJSb2JpbiBCZXJnIn0";
const SETTINGS: &str = "/providers/Prorata/settings";

/// A deployment of its own, so that tests do not see each other's records.
struct Place {
    url: String,
    backend: Backend,
}

impl Place {
    fn of(name: &str) -> Self {
        let url = format!("https://host.example/{name}/api");
        let backend = Backend::new(&url, 0, "b1");
        Self { url, backend }
    }

    /// The database of the place.
    fn database(&self) -> String {
        format!("prorata {}", self.url)
    }

    /// Status and error code of an answer; no code where there is no error.
    async fn ask(&self, method: &str, path: &str, body: &str) -> (u16, String) {
        self.ask_with(method, path, body, "{}").await
    }

    /// An answer with its body.
    async fn text(&self, method: &str, path: &str, more: &str) -> (web_sys::Response, String) {
        self.send(method, path, "", more).await
    }

    async fn ask_with(&self, method: &str, path: &str, body: &str, more: &str) -> (u16, String) {
        let (answer, text) = self.send(method, path, body, more).await;
        let code = JSON::parse(&text)
            .and_then(|body| Reflect::get(&body, &"error".into()))
            .and_then(|error| Reflect::get(&error, &"code".into()));
        (answer.status(), code.ok().and_then(|code| code.as_string()).unwrap_or_default())
    }

    async fn send(
        &self,
        method: &str,
        path: &str,
        body: &str,
        more: &str,
    ) -> (web_sys::Response, String) {
        let url = &self.url;
        let body = if body.is_empty() { "undefined".to_owned() } else { format!("'{body}'") };
        let request = js_sys::eval(&format!(
            "new Request('{url}{path}', {{ method: '{method}', body: {body},
                headers: {{ authorization: 'Bearer demo.{PERSON}', ...{more} }} }})"
        ));
        let answer = self.backend.respond(request.expect("a request").unchecked_into()).await;
        let answer = answer.expect("an answer");
        assert_eq!(answer.headers().get("prorata-build"), Ok(Some("b1".to_owned())));
        let text: Promise = js_sys::eval("(answer) => answer.text()")
            .expect("a function")
            .unchecked_into::<js_sys::Function>()
            .call1(&JsValue::UNDEFINED, &answer)
            .expect("a body")
            .unchecked_into();
        (answer, JsFuture::from(text).await.expect("a text").as_string().unwrap_or_default())
    }

    async fn choose(&self, policy: &str) -> (u16, String) {
        self.ask("PUT", SETTINGS, &format!(r#"{{"refundPolicy":"{policy}"}}"#)).await
    }

    async fn read(&self) -> (u16, String) {
        self.ask("GET", SETTINGS, "").await
    }
}

/// Runs a script that may wait.
async fn run(script: &str) -> JsValue {
    let script = format!("(async () => {{ {script} }})()");
    let promise: Promise = js_sys::eval(&script).expect("a script").unchecked_into();
    JsFuture::from(promise).await.expect("a script that succeeds")
}

/// Time flies: what would take seconds takes a fiftieth of them.
async fn hurry() {
    run("if (!self.realTimeout) { self.realTimeout = self.setTimeout;
         self.setTimeout = (work, ms) => self.realTimeout.call(self, work, ms / 50); }")
    .await;
}

/// Time passes as it does, for what really takes some.
async fn take_time() {
    run("if (self.realTimeout) { self.setTimeout = self.realTimeout; self.realTimeout = undefined; }")
        .await;
}

fn ok() -> (u16, String) {
    (200, String::new())
}

fn refused(status: u16, code: &str) -> (u16, String) {
    (status, code.to_owned())
}

#[wasm_bindgen_test]
async fn it_does_what_a_store_does() {
    take_time().await;
    let open = |name: &str| IndexedDbStore::for_url(&format!("conformance {name}"));
    conformance::holds(open, |name, _| open(name)).await;
}

#[wasm_bindgen_test]
async fn a_day_at_the_desk_is_answered_as_over_every_store() {
    take_time().await;
    let expected = Told::over(MemoryStore::default()).story().await;
    let told = Told::over(IndexedDbStore::for_url("story")).story().await;
    assert_eq!(told, expected);
}

/// What a release wrote that knew no blocks, in two object stores.
const OF_THE_FIRST_LAYOUT: &str = r#"
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => {
      for (const it of ['units', 'documents']) opening.result.createObjectStore(it); };
    await new Promise((resolve, reject) => { opening.onsuccess = resolve; opening.onerror = reject; });
    const database = opening.result;
    const writing = database.transaction(['units', 'documents'], 'readwrite');
    const [units, documents] = ['units', 'documents'].map((it) => writing.objectStore(it));
    units.put(3, ''); units.put(3, 'partner'); units.put(2, 'ae8a75d2-ed1d-408e-b2cc-cbc0c21f422e');
    documents.put('{"format":1,"a":1}', 'partner/x/1');
    documents.put('{"format":1,"b":2}', 'ae8a75d2-ed1d-408e-b2cc-cbc0c21f422e/y/1');
    documents.put('', 'ae8a75d2-ed1d-408e-b2cc-cbc0c21f422e/y/2');
    await new Promise((resolve, reject) => { writing.oncomplete = resolve; writing.onabort = reject; });
"#;

#[wasm_bindgen_test]
async fn what_an_older_release_wrote_is_there() {
    let place = Place::of("older");
    // The tab of the older release is still open, and lets go when it is asked to.
    let name = place.database();
    run(&format!(
        "const name = '{name}'; {OF_THE_FIRST_LAYOUT} database.onversionchange = () => database.close();"
    ))
    .await;
    let store = IndexedDbStore::for_url(&place.url);
    let whole = store.load_all().await.expect("the store");
    let (partner, other) = (Unit::Partner, Unit::from_key("ae8a75d2-ed1d-408e-b2cc-cbc0c21f422e"));
    assert_eq!(whole.version, Version(3));
    assert_eq!(whole.units.keys().collect::<Vec<_>>(), [&partner, &other]);
    let texts = |unit| whole.units[unit].documents.values().cloned().collect::<Vec<_>>();
    assert_eq!(texts(&partner), [r#"{"format":1,"a":1}"#]);
    assert_eq!(texts(&other), [r#"{"format":1,"b":2}"#, ""]);
    assert_eq!(whole.units[&other].version, Version(2));
    assert!(store.blocks().await.expect("the store").values().all(|unit| unit.block.is_none()));
    // The older release is refused from now on: it knows nothing of blocks, and would leave old ones.
    let opened = run(&format!(
        "return await new Promise((resolve) => {{
           const opening = indexedDB.open('{name}', 1);
           opening.onsuccess = () => resolve('opened');
           opening.onerror = () => resolve(opening.error.name); }})"
    ))
    .await;
    assert_eq!(opened.as_string().as_deref(), Some("VersionError"));
}

/// Runs a script on the object store of the documents, as `documents`, and gives what it returns.
async fn with_documents(name: &str, script: &str) -> JsValue {
    run(&format!(
        "const opening = indexedDB.open('{name}');
         await new Promise((resolve, reject) => {{ opening.onsuccess = resolve; opening.onerror = reject; }});
         const writing = opening.result.transaction(['documents'], 'readwrite');
         const documents = writing.objectStore('documents');
         const asked = (request) => new Promise((resolve, reject) => {{
           request.onsuccess = () => resolve(request.result); request.onerror = reject; }});
         const answer = await (async () => {{ {script} }})();
         opening.result.close();
         return answer;"
    ))
    .await
}

fn customer(number: usize) -> Unit {
    Unit::customer(&format!("{number:08x}-0000-4000-8000-000000000000")).expect("a GUID")
}

fn put(key: &str, document: &str) -> Change {
    Change::Put { key: key.to_owned(), document: document.to_owned() }
}

/// Commits to a unit at its present version.
async fn commit(store: &IndexedDbStore, unit: &Unit, changes: Vec<Change>) -> Snapshot {
    let Snapshot { version: expected, .. } = store.load(unit).await.expect("the store");
    let change = UnitChange { unit: unit.clone(), expected, changes, block: None };
    store.commit(&[change]).await.expect("the store");
    store.load(unit).await.expect("the store")
}

#[wasm_bindgen_test]
async fn a_large_commit_takes_few_values_and_a_later_change_one() {
    take_time().await;
    let place = Place::of("packs");
    let (store, unit) = (IndexedDbStore::for_url(&place.url), customer(1));
    let text = |number: usize| format!("{{\"number\":{number},\"text\":\"{}\"}}", "x".repeat(300));
    let changes = (0..3_000).map(|number| put(&format!("x/{number:04}"), &text(number))).collect();
    let before = commit(&store, &unit, changes).await;
    assert_eq!(before.documents.len(), 3_000);
    let count = "return await asked(documents.count());";
    let packs = with_documents(&place.database(), count).await.as_f64().unwrap_or_default();
    assert!((10.0..30.0).contains(&packs), "{packs} values");

    run("self.puts = 0; self.realPut ??= IDBObjectStore.prototype.put;
         IDBObjectStore.prototype.put = function (value, key) {
           if (value !== 0) self.puts += JSON.stringify(value)?.length ?? 0;
           return self.realPut.call(this, value, key); }")
    .await;
    for number in 0..100 {
        let change = match number % 2 {
            0 => put(&format!("x/{number:04}"), "{}"),
            _ => Change::Remove { key: format!("x/{number:04}") },
        };
        commit(&store, &unit, vec![change]).await;
    }
    let written = run("IDBObjectStore.prototype.put = self.realPut; return self.puts").await;
    assert!(written.as_f64().unwrap_or(f64::MAX) < 10_000.0, "{written:?} bytes");
    let after = with_documents(&place.database(), count).await.as_f64().unwrap_or_default();
    assert!((after - packs - 100.0).abs() < 1.0, "{after} values after {packs}");
    // Once much has changed the unit is packed anew.
    let changes = (0..700).map(|number| put(&format!("x/{number:04}"), "{}")).collect();
    let all = commit(&store, &unit, changes).await;
    assert_eq!(all.documents.len(), 3_000);
    let anew = with_documents(&place.database(), count).await.as_f64().unwrap_or_default();
    assert!(anew <= packs, "{anew} values after {packs}");
}

#[wasm_bindgen_test]
async fn what_is_damaged_in_a_pack_is_named_and_the_rest_is_there() {
    let place = Place::of("damaged");
    let (store, unit) = (IndexedDbStore::for_url(&place.url), customer(1));
    let all = ["a/1", "b/1", "b/2"].map(|key| put(key, "{\"format\":1,\"n\":12345}"));
    let before = commit(&store, &unit, all.to_vec()).await;
    let damage = |at: &str| {
        format!(
            "for (const key of await asked(documents.getAllKeys())) {{
               const value = await asked(documents.get(key));
               if (!(value instanceof Uint8Array)) continue;
               value[{at}] ^= 1;
               await asked(documents.put(value, key)); }}"
        )
    };
    // The last digit of the last document: it would be another number, and nobody would notice.
    with_documents(&place.database(), &damage("value.length - 2")).await;
    let found = store.load(&unit).await.expect("the store").documents;
    assert_eq!(found.len(), 3);
    assert_eq!(found["a/1"], before.documents["a/1"]);
    assert_eq!(found["b/1"], before.documents["b/1"]);
    assert!(found["b/2"].starts_with("damaged: "), "{}", found["b/2"]);
    // It stays as it is until somebody removes it, however much is changed meanwhile.
    let more: Vec<Change> = (0..200).map(|number| put(&format!("c/{number}"), "{}")).collect();
    let found = commit(&store, &unit, more).await.documents;
    assert_eq!(found.len(), 203);
    assert!(found["b/2"].starts_with("damaged: "));
    let removed = vec![Change::Remove { key: "b/2".to_owned() }];
    let found = commit(&store, &unit, removed).await.documents;
    assert_eq!(found.len(), 202);
    assert_eq!(store.load_all().await.expect("the store").units[&unit].documents, found);

    // Not even the keys can be read.
    with_documents(&place.database(), &damage("5")).await;
    let found = store.load(&unit).await.expect("the store").documents;
    assert_eq!(found.len(), 201);
    assert!(found["pack/000001"].starts_with("damaged: "));
    let removed = vec![Change::Remove { key: "pack/000001".to_owned() }];
    assert_eq!(commit(&store, &unit, removed).await.documents.len(), 200);
}

#[wasm_bindgen_test]
async fn a_damaged_pack_is_an_obstacle_and_never_nothing() {
    let place = Place::of("obstacle");
    assert_eq!(place.read().await, ok());
    with_documents(
        &place.database(),
        "for (const key of await asked(documents.getAllKeys())) {
           const value = await asked(documents.get(key));
           if (!(value instanceof Uint8Array) || key.startsWith('partner')) continue;
           value.fill(0);
           await asked(documents.put(value, key)); }",
    )
    .await;
    let list =
        "const answer = await self.answered; const list = JSON.parse(answer).value;
         return list.filter((it) => it.unreadableDocuments > 0 && it.limitUsedUsd === null).length === list.length
           && list.length > 10;";
    // Blocks made before say what they said; they are made anew with the next change.
    let store = IndexedDbStore::for_url(&place.url);
    let mut blocks = store.blocks().await.expect("the store");
    blocks.values_mut().for_each(|unit| unit.block = None);
    store.keep_blocks(&blocks).await.expect("the store");
    let text = place.text("GET", "/providers/Prorata/customerSummaries", "{}").await.1;
    Reflect::set(&js_sys::global(), &"answered".into(), &text.into()).expect("a global");
    assert_eq!(run(list).await.as_bool(), Some(true));
    let unit = blocks.keys().find(|unit| matches!(unit, Unit::Customer(_))).expect("a customer");
    let billing =
        "b6894b98-4d03-4478-831c-cc1ceb5ae6c8:ea4d53b0-3127-4008-9b21-5e57c837ec7e_2019-05-31";
    let path = format!(
        "/providers/Microsoft.Billing/billingAccounts/{billing}/customers/{}/providers/\
         Microsoft.Consumption/reservationTransactions?api-version=2022-11-01",
        unit.key()
    );
    assert_eq!(place.ask("GET", &path, "").await, refused(409, "UnreadableDocument"));
}

#[wasm_bindgen_test]
async fn all_blocks_come_as_bytes_and_once() {
    let place = Place::of("blocks");
    let path = "/providers/Prorata/portfolio";
    let (response, text) = place.text("GET", path, "{}").await;
    assert_eq!(response.status(), 200);
    let kind = response.headers().get("content-type");
    assert_eq!(kind, Ok(Some("application/octet-stream".to_owned())));
    assert!(text.matches("PRB").count() > 10);
    let etag = response.headers().get("etag").ok().flatten().expect("an etag");
    let known = format!("{{ 'if-none-match': '{etag}' }}");
    let (response, text) = place.text("GET", path, &known).await;
    assert_eq!((response.status(), text.len()), (304, 0));
    assert_eq!(response.headers().get("etag"), Ok(Some(etag)));
}

/// So many milliseconds since the page began.
async fn milliseconds() -> f64 {
    run("return performance.now()").await.as_f64().unwrap_or_default()
}

/// What 100,000 reservations of 5,000 customers take, for whoever wants to know: `-- --include-ignored`
/// shows it, best in a release build.
#[wasm_bindgen_test]
#[ignore = "takes a while, and measures"]
async fn a_hundred_thousand_reservations_in_one_commit() {
    take_time().await;
    let place = Place::of("large");
    let store = IndexedDbStore::for_url(&place.url);
    let changes: Vec<UnitChange> = (0..5_000)
        .map(|customer_number| {
            let unit = customer(customer_number);
            let mut changes = vec![put("customer/facts", &"c".repeat(500))];
            for number in 0..20 {
                changes.push(put(&format!("order/{number:036}"), &"o".repeat(400)));
                let key = format!("reservation/{number:036}/{number:036}");
                changes.push(put(&key, &"r".repeat(900)));
            }
            let block = Some(vec![7; 2_500]);
            UnitChange { unit, expected: Version(0), changes, block }
        })
        .collect();
    let mut told = String::new();
    let mut at = milliseconds().await;
    let mut lap = async |what: &str| {
        let now = milliseconds().await;
        told += &format!("{what}: {:.0} ms\n", now - at);
        at = now;
    };
    store.commit(&changes).await.expect("the store");
    lap("commit of 100,000 reservations").await;
    assert_eq!(store.blocks().await.expect("the store").len(), 5_000);
    lap("all blocks").await;
    assert_eq!(store.versions().await.expect("the store").len(), 5_000);
    lap("all versions").await;
    commit(&store, &customer(7), vec![put("order/x", "{}")]).await;
    lap("one change, and reading the customer twice").await;
    for number in 0..200 {
        assert_eq!(
            store.load(&customer(number + 1_000)).await.expect("the store").documents.len(),
            41
        );
    }
    lap("200 customers, one by one").await;
    assert_eq!(store.load_all().await.expect("the store").units[&customer(9)].documents.len(), 41);
    lap("all documents").await;
    wasm_bindgen_test::console_log!("{told}");
    // The same commit again is one that somebody else has made already.
    assert_eq!(store.commit(&changes).await, Err(backend::StoreError::Conflict));
}

#[wasm_bindgen_test]
async fn a_database_of_a_newer_layout_is_left_alone() {
    let place = Place::of("newer");
    let name = place.database();
    run(&format!(
        "await new Promise((resolve, reject) => {{
           const opening = indexedDB.open('{name}', 99);
           opening.onupgradeneeded = () => opening.result.createObjectStore('later');
           opening.onsuccess = () => {{ opening.result.close(); resolve(); }};
           opening.onerror = reject; }})"
    ))
    .await;
    assert_eq!(place.read().await, refused(409, "NewerFormat"));
    assert_eq!(place.choose("azure-2026-08").await, refused(409, "NewerFormat"));
    let found = run(&format!(
        "return await new Promise((resolve, reject) => {{
           const opening = indexedDB.open('{name}');
           opening.onsuccess = () => resolve(`${{opening.result.version}} ${{[...opening.result.objectStoreNames]}}`);
           opening.onerror = reject; }})"
    ))
    .await;
    assert_eq!(found.as_string().as_deref(), Some("99 later"));
}

#[wasm_bindgen_test]
async fn a_database_that_another_tab_deletes_begins_anew() {
    let place = Place::of("deleted");
    assert_eq!(place.read().await, ok());
    run(&format!(
        "await new Promise((resolve, reject) => {{
           const deleting = indexedDB.deleteDatabase('{}');
           deleting.onsuccess = resolve; deleting.onerror = deleting.onblocked = reject; }})",
        place.database()
    ))
    .await;
    assert_eq!(place.read().await, ok());
    assert_eq!(place.choose("azure-2026-08").await, ok());
}

#[wasm_bindgen_test]
async fn opening_that_hangs_ends() {
    hurry().await;
    let place = Place::of("blocked");
    let name = place.database();
    // Somebody does not let go of the database, and somebody else waits for that.
    run(&format!(
        "await new Promise((resolve, reject) => {{
           const opening = indexedDB.open('{name}', 1);
           opening.onupgradeneeded = () => ['units', 'documents'].forEach((it) => opening.result.createObjectStore(it));
           opening.onsuccess = () => {{ self.holder = opening.result; resolve(); }};
           opening.onerror = reject; }});
         await new Promise((resolve) => {{
           const deleting = indexedDB.deleteDatabase('{name}');
           deleting.onblocked = resolve; }})"
    ))
    .await;
    assert_eq!(place.read().await, refused(503, "ServiceUnavailable"));
    run("self.holder.close()").await;
    assert_eq!(place.read().await, ok());
}

#[wasm_bindgen_test]
async fn a_database_that_somebody_holds_is_busy_and_then_not() {
    hurry().await;
    let place = Place::of("held");
    assert_eq!(place.read().await, ok());
    run(&format!(
        "await new Promise((resolve, reject) => {{
           const opening = indexedDB.open('{}');
           opening.onsuccess = () => {{
             const holding = opening.result.transaction(['units', 'documents'], 'readwrite');
             const units = holding.objectStore('units');
             const goOn = () => {{ if (!self.letGo) units.get('').onsuccess = goOn; else opening.result.close(); }};
             goOn(); resolve(); }};
           opening.onerror = reject; }})",
        place.database()
    ))
    .await;
    assert_eq!(place.choose("azure-2026-08").await, refused(503, "ServiceUnavailable"));
    run("self.letGo = true").await;
    assert_eq!(place.choose("azure-2026-08").await, ok());
}

/// Runs a script in which transactions that write do something else than they should.
async fn with_writers(script: &str) {
    run(&format!(
        "const begin = self.realBegin ??= IDBDatabase.prototype.transaction;
         IDBDatabase.prototype.transaction = function (...given) {{
           const transaction = begin.apply(this, given);
           if (given[1] === 'readwrite') {{ {script} }}
           return transaction; }}"
    ))
    .await;
}

async fn with_good_writers() {
    run("IDBDatabase.prototype.transaction = self.realBegin").await;
}

#[wasm_bindgen_test]
async fn a_commit_of_which_nothing_is_heard_is_not_known() {
    hurry().await;
    let place = Place::of("silent");
    assert_eq!(place.read().await, ok());
    with_writers(
        "Object.defineProperty(transaction, 'oncomplete', { set() {} });
         Object.defineProperty(transaction, 'onabort', { set() {} });",
    )
    .await;
    assert_eq!(place.choose("azure-2026-08").await, refused(503, "OutcomeUnknown"));
    with_good_writers().await;
    // The connection on which nothing was heard is not used again.
    assert_eq!(place.choose("azure-2023-10").await, ok());
}

#[wasm_bindgen_test]
async fn a_commit_that_the_browser_aborts_is_not_known() {
    let place = Place::of("aborted");
    assert_eq!(place.read().await, ok());
    with_writers(
        "const objectStore = transaction.objectStore;
         transaction.objectStore = function (name) {
           const store = objectStore.call(this, name);
           const put = store.put;
           store.put = function (...given) {
             queueMicrotask(() => { try { transaction.abort(); } catch {} });
             return put.apply(this, given); };
           return store; };",
    )
    .await;
    assert_eq!(place.choose("azure-2026-08").await, refused(503, "OutcomeUnknown"));
    with_good_writers().await;
    assert_eq!(place.choose("azure-2026-08").await, ok());
}

#[wasm_bindgen_test]
async fn a_commit_for_which_there_is_no_room_changes_nothing() {
    let place = Place::of("full");
    assert_eq!(place.choose("azure-2023-10").await, ok());
    let store = IndexedDbStore::for_url(&place.url);
    let before = store.load_all().await;
    with_writers(
        "const objectStore = transaction.objectStore;
         let puts = 0;
         transaction.objectStore = function (name) {
           const store = objectStore.call(this, name);
           const put = store.put;
           store.put = function (...given) {
             if (++puts === 3) throw new DOMException('no room', 'QuotaExceededError');
             return put.apply(this, given); };
           return store; };",
    )
    .await;
    assert_eq!(place.choose("azure-2026-08").await, refused(507, "InsufficientStorage"));
    with_writers(
        "Object.defineProperty(transaction, 'error', {
           get() { return new DOMException('no room', 'QuotaExceededError'); } });
         const objectStore = transaction.objectStore;
         transaction.objectStore = function (name) {
           const store = objectStore.call(this, name);
           const put = store.put;
           store.put = function (...given) {
             queueMicrotask(() => { try { transaction.abort(); } catch {} });
             return put.apply(this, given); };
           return store; };",
    )
    .await;
    assert_eq!(place.choose("azure-2026-08").await, refused(507, "InsufficientStorage"));
    with_good_writers().await;
    assert_eq!(store.load_all().await, before);
    assert_eq!(place.choose("azure-2026-08").await, ok());
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_is_not_taken_for_something_else() {
    let place = Place::of("unreadable");
    let long = format!("{SETTINGS}?x={}", "x".repeat(70_000));
    assert_eq!(place.ask("GET", &long, "").await, refused(400, "InvalidRequestUri"));
    // A letter that a header may hold, though it is not ASCII: the condition must not disappear.
    let list = "/providers/Prorata/priceList";
    let condition = "{ 'if-match': '\\u00e9' }";
    let answer = place.ask_with("PUT", list, r#"{"value":[]}"#, condition).await;
    assert_eq!(answer, refused(412, "PreconditionFailed"));
    assert_eq!(place.ask("PUT", list, r#"{"value":[]}"#).await, ok());
}
