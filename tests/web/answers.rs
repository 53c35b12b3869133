//! Stands in for the service: answers requests from a table.
//!
//! Each test has a service of its own, with an address of its own. What an earlier test has left running goes
//! on asking that of its own, which answers nothing more and is noted by nobody.

use js_sys::{Function, Reflect};
use prorata::platform::document;
use serde_json::json;
use std::cell::Cell;
use wasm_bindgen::JsValue;
use web_sys::Element;

thread_local! {
    /// How many services there have been.
    static SERVICES: Cell<u32> = const { Cell::new(0) };
}

/// Where every operation that was accepted (202) can be watched.
pub(crate) const OPERATION: &str = "/operations/1";

/// Instead of a status: the request is never answered, and noted when it is given up.
pub(crate) const SILENCE: u16 = 0;

/// Instead of a status: accepted (202) without a header, as a page of another origin may see it.
pub(crate) const ACCEPTED: u16 = 1;

/// How long every answer that there are too many requests (429) asks to wait.
pub(crate) const WAIT_SECONDS: u32 = 70;

/// Who may do what, unless a table says otherwise: every page asks for it.
const GRANTS: (&str, u16, &str) = (
    "/providers/Prorata/permissions",
    200,
    r#"{"value":[
        {"permission":"ReadRecords","roles":["AdminAgent","SalesAgent","Guest"],"source":"a"},
        {"permission":"ReturnReservations","roles":["AdminAgent","SalesAgent"],"source":"b"},
        {"permission":"ExchangeReservations","roles":["AdminAgent","SalesAgent"],"source":"b"},
        {"permission":"ChangeReservations","roles":["AdminAgent","SalesAgent"],"source":"c"},
        {"permission":"ManageAccess","roles":["AdminAgent"],"source":"d"},
        {"permission":"CreateSupportRequests","roles":["AdminAgent","SalesAgent"],"source":"e"}]}"#,
);

/// What became of a change, unless a table says otherwise: it was not accepted.
const REQUESTS: (&str, u16, &str) = (
    "/providers/Prorata/requests/",
    404,
    r#"{"error":{"code":"RequestNotFound","message":"No."}}"#,
);

/// Instead of a status: the connection breaks before there is an answer.
pub(crate) const NO_CONNECTION: u16 = 2;

/// Answers every request with the first line whose part its address holds. Dropped at the end of a test, it
/// puts the browser's own `fetch` back and forgets what the test has kept.
pub(crate) struct Answers {
    before: JsValue,
    /// Tells the page where the service is.
    meta: Element,
}

impl Answers {
    /// Each line: a part of the address, the status, the body. A part that begins with a method and a space
    /// is for requests by that method; a body that begins with `base64:` is these bytes.
    pub(crate) fn with(table: &[(&str, u16, &str)]) -> Self {
        let before = Reflect::get(&window(), &"fetch".into()).unwrap();
        let number = SERVICES.replace(SERVICES.get() + 1);
        let name = format!("api-{number}");
        js_sys::eval(&format!(
            "window.noted = [];
             window.underWay = {{ count: 0 }};
             // A test that failed has put nothing back.
             document.querySelector('meta[name=prorata-api]')?.remove();
             window.isOfAnotherTest = (request) => {{
               const [, name = '{name}'] = /\\/(api-\\d+)\\//.exec(request.url ?? request) ?? [];
               return name !== '{name}';
             }};"
        ))
        .unwrap();
        let document = window().document().unwrap();
        let meta = document.create_element("meta").unwrap();
        meta.set_attribute("name", "prorata-api").unwrap();
        meta.set_attribute("content", &name).unwrap();
        document.head().unwrap().append_child(&meta).unwrap();
        install(table);
        forget("prorata.(draft|soon|attempt)");
        Self { before, meta }
    }

    /// The address of the service, without a slash at its end.
    pub(crate) fn service(&self) -> String {
        document::absolute_url(&self.meta.get_attribute("content").unwrap())
    }

    /// Answers by another table from now on.
    pub(crate) fn change_to(&self, table: &[(&str, u16, &str)]) {
        install(table);
    }
}

impl Drop for Answers {
    fn drop(&mut self) {
        Reflect::set(&window(), &"fetch".into(), &self.before).unwrap();
        self.meta.remove();
        // What nobody has read by now is nothing that the next test could wait for.
        js_sys::eval("window.underWay = { count: 0 };").unwrap();
        forget("prorata.");
    }
}

fn install(table: &[(&str, u16, &str)]) {
    let table = [table, &[GRANTS, REQUESTS]].concat();
    let body = format!(
        "if (window.isOfAnotherTest(request)) {{
           return Promise.reject(new TypeError('its test is over'));
         }}
         const address = decodeURIComponent(request.url ?? request);
         const found = {}.find(([line]) => {{
           const [, method, part] = /^(GET|POST|PUT|PATCH|DELETE) (.*)/.exec(line) ?? ['', '', line];
           return address.includes(part) && (!method || method === request.method);
         }}) ?? ['', 404, ''];
         if (found[1] === {SILENCE}) return new Promise((_, reject) => {{
           request.signal?.addEventListener('abort', () => {{
             if (!window.isOfAnotherTest(request)) window.noted.push('ABORTED ' + address);
             reject(request.signal.reason);
           }});
         }});
         if (found[1] === {NO_CONNECTION}) return Promise.reject(new TypeError('broken'));
         if (found[1] === {ACCEPTED}) {{
           return Promise.resolve(new Response(found[2], {{ status: 202 }}));
         }}
         const {{ underWay }} = window;
         const hasBody = found[1] !== 204;
         const headers = {{
           202: {{ 'Azure-AsyncOperation': '{OPERATION}', 'Retry-After': '0' }},
           429: {{ 'Retry-After': '{WAIT_SECONDS}' }},
         }}[found[1]] ?? {{}};
         const init = {{ status: found[1], headers }};
         const [, base64] = /^base64:(.*)/.exec(found[2]) ?? [];
         const body = base64 === undefined ? found[2]
           : Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
         const response = new Response(hasBody ? body : null, init);
         // The browser hands a body over in its own time, which on a busy machine is not soon.
         for (const way of ['text', 'arrayBuffer', 'blob']) {{
           const read = response[way].bind(response);
           response[way] = () => read().finally(() => {{ underWay.count -= 1; }});
         }}
         underWay.count += 1;
         return Promise.resolve(response);",
        json!(table)
    );
    let answer = Function::new_with_args("request", &body);
    Reflect::set(&window(), &"fetch".into(), &answer).unwrap();
}

fn window() -> web_sys::Window {
    web_sys::window().unwrap()
}

/// Forgets what a test has typed, chosen or left open: what is kept under keys that begin so.
pub(crate) fn forget(key: &str) {
    js_sys::eval(&format!(
        "for (const area of [localStorage, sessionStorage]) {{
           for (const key of Object.keys(area)) {{
             if (/^{key}/.test(key)) area.removeItem(key);
           }}
         }}"
    ))
    .unwrap();
}

/// Goes to an address without loading it: `query` begins with a question mark or is empty.
pub(crate) fn open(query: &str) {
    let history = window().history().unwrap();
    history.push_state_with_url(&JsValue::NULL, "", Some(&format!("/{query}"))).unwrap();
}

/// The query of the address.
pub(crate) fn query() -> String {
    window().location().search().unwrap()
}

/// Notes every request from now on, as its method and its address.
pub(crate) fn note_requests() {
    note(
        "request.method + ' ' + decodeURIComponent(request.url),
         'ID ' + request.method + ' ' + request.headers.get('x-ms-client-request-id')",
    );
}

/// Notes every request from now on as what this script makes of it, separated by commas, and forgets those
/// before.
pub(crate) fn note(script: &str) {
    js_sys::eval(&format!(
        "{{
           const answer = window.fetch.answer ?? window.fetch;
           window.noted = [];
           window.fetch = (request) => {{
             if (!window.isOfAnotherTest(request)) window.noted.push({script});
             return answer(request);
           }};
           window.fetch.answer = answer;
         }}"
    ))
    .unwrap();
}

/// Whether a request was answered and its answer has not been read yet.
pub(crate) fn is_answering() -> bool {
    let count = js_sys::eval("window.underWay?.count ?? 0").unwrap();
    count.as_f64().is_some_and(|count| count > 0.0)
}

/// The requests noted so far by this method.
pub(crate) fn noted(method: &str) -> Vec<String> {
    let noted = js_sys::Array::from(&Reflect::get(&window(), &"noted".into()).unwrap());
    let noted: Vec<String> = noted.iter().filter_map(|it| it.as_string()).collect();
    noted.into_iter().filter(|it| it.starts_with(method)).collect()
}

/// Holds one answer back, that to the request after so many others from now on, until [`hand_over`].
pub(crate) fn hold_back(after: u32) {
    js_sys::eval(&format!(
        "{{
           const answer = window.fetch.answer ?? window.fetch;
           let left = {after};
           window.handOver = undefined;
           window.fetch = (request) => {{
             if (window.isOfAnotherTest(request) || left-- !== 0) return answer(request);
             return new Promise((resolve) => {{ window.handOver = () => resolve(answer(request)); }});
           }};
           window.fetch.answer = answer;
         }}"
    ))
    .unwrap();
}

/// Gives the answer that is held back; `false` where the request for it has not come.
pub(crate) fn hand_over() -> bool {
    let given = js_sys::eval("window.handOver ? (window.handOver(), true) : false").unwrap();
    given.is_truthy()
}
