//! The host in a real browser, over a real IndexedDB that does not always do what it should.

use backend::{Store, Unit, Version};
use js_sys::{JSON, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use crate::Backend;
use crate::store::IndexedDbStore;

#[path = "../../backend/tests/conformance/mod.rs"]
mod conformance;

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

    async fn ask_with(&self, method: &str, path: &str, body: &str, more: &str) -> (u16, String) {
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
        let text = JsFuture::from(text).await.expect("a text").as_string().unwrap_or_default();
        let code = JSON::parse(&text)
            .and_then(|body| Reflect::get(&body, &"error".into()))
            .and_then(|error| Reflect::get(&error, &"code".into()));
        (answer.status(), code.ok().and_then(|code| code.as_string()).unwrap_or_default())
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

fn ok() -> (u16, String) {
    (200, String::new())
}

fn refused(status: u16, code: &str) -> (u16, String) {
    (status, code.to_owned())
}

#[wasm_bindgen_test]
async fn it_does_what_a_store_does() {
    let open = |name: &str| IndexedDbStore::for_url(&format!("conformance {name}"));
    conformance::holds(open, |name, _| open(name)).await;
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
