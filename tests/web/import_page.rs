use crate::answers::{Answers, NO_CONNECTION, SILENCE, note_requests, noted, open};
use crate::stage::{Act, Stage, doubted, leave_in_the_middle, provide_frame, settle, stage, until};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::Role;
use prorata::i18n::{self, Language};
use prorata::import::ImportFiles;
use prorata::router::Router;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

pub(crate) const ACCOUNT: &str = r#"{"partnerName":"P","partnerTenantId":"t","billingAccountId":"b",
    "billingAccountName":"B","demonstration":false}"#;
const DEMONSTRATION: &str = r#"{"partnerName":"P","partnerTenantId":"t","billingAccountId":"b",
    "billingAccountName":"B","demonstration":true}"#;
pub(crate) const NOTHING: &str = r#"{"value":[]}"#;

pub(crate) const IMPORT: &str = r#"{"id":"i1","state":"Staged","startedAt":"2026-11-22T10:00:00Z","by":"R",
    "files":[{"name":"a.csv","kind":"portal-reservations","rows":2}],"startEmpty":false,"parts":1,
    "counts":{"customers":{"new":1,"changed":0,"unchanged":0},
      "reservations":{"new":1,"changed":1,"unchanged":3},
      "bookings":{"new":0,"changed":0,"unchanged":0},"incomplete":1,"kept":1,"withoutUsd":2},
    "canBeUndone":false}"#;
const UNCHANGED: &str = r#"{"id":"i1","state":"Staged","startedAt":"2026-11-22T10:00:00Z","by":"R",
    "files":[],"startEmpty":false,"parts":1,
    "counts":{"reservations":{"new":0,"changed":0,"unchanged":5}},"canBeUndone":false}"#;
pub(crate) const COMMITTED: &str = r#"{"value":[{"id":"i1","state":"Committed",
    "startedAt":"2026-11-22T10:00:00Z","committedAt":"2026-11-22T10:05:00Z","by":"R",
    "files":[{"name":"a.csv","kind":"portal-reservations","rows":2}],"startEmpty":false,"parts":1,
    "canBeUndone":true}]}"#;
const CHANGES: &str = r#"{"value":[
    {"id":"1","customerId":"t","customerName":"Contoso","subject":"Reservation","name":"web",
     "isNew":false,"fields":[
       {"field":"quantity","before":"2","after":"4"},
       {"field":"unitPrice","before":"10","after":"12.5","kept":"Stated"}],
     "missing":["billingPlan"],"source":{"file":"a.csv","line":2}}]}"#;
const STAGED: &str = r#"{"part":0,"reservations":2,"bookings":0,"rejected":[
    {"customer":0,"reservation":0,"field":"term","reason":"is no duration"}]}"#;

/// What the worker tells, by what it is asked for.
fn told() -> Value {
    json!({
        "read": { "read": [{
            "file": "a.csv", "part": null, "kind": "portal-reservations", "refused": null,
            "rows": 5, "facts": 2, "rejected": 2,
            "ignored": [{ "reason": "a row of totals", "rows": 1, "line": 6 }],
            "notes": [], "unread": ["Colour"],
            "questions": [{ "isAboutDates": true, "line": 2, "column": "Purchase date",
                "text": "03/04/2026", "readings": ["2026-04-03", "2026-03-04"], "values": 2 }],
        }] },
        "rejected": { "rejected": [
            { "part": null, "line": 4, "reason": "quantity: \"many\" is not a whole number of units" },
            { "part": null, "line": 5, "reason": "has no EventType" },
        ] },
        "join": { "joined": {
            "reservations": 2, "customers": 1, "transactions": 0, "conflicts": 1, "notes": [],
            "disputes": 0, "recorded": [],
            "missing": [
                { "field": "customer", "without": 2, "guessed": 0, "transactions": 3 },
                { "field": "unitPrice", "without": 1, "guessed": 1 },
            ],
            "guesses": [{ "field": "unitPrice", "reason": "the retail price of today, which is not what was paid", "reservations": 1 }],
            "customerNames": ["Contoso"],
        } },
        "conflicts": { "conflicts": [{ "reservation": "web", "field": "quantity", "kept": "4",
            "other": "5", "file": "b.csv", "line": 3 }] },
        "groups": { "groups": [[{ "key": "a.csv", "without": 2, "guessed": 0,
            "suggestion": { "value": "Contoso", "why": "onlyOneInFiles" } }], 1] },
        "settle": { "settled": { "parts": 1, "customers": 1, "reservations": 2, "bookings": 0,
            "missing": [{ "field": "unitPrice", "without": 1, "guessed": 0 }],
            "leftOut": [{ "file": "b.csv", "line": 7, "reason": "it has no date", "transactions": 3 }],
            "assumed": [] } },
        "part": { "part": r#"{"customers":[{"name":"Contoso","reservations":[
            {"source":{"file":"a.csv","line":2},"displayName":"web"}]}]}"# },
        "forget": "done",
        "records": "done",
    })
}

/// How a browser tells of a worker that fails at a question.
const UNREACHABLE: &str = "new ErrorEvent('error', { message: 'unreachable', cancelable: true })";

/// How it tells of one whose script does not come: without a word.
const NO_SCRIPT: &str = "new Event('error', { cancelable: true })";

/// Puts a worker into the browser that tells this; what is not in it makes it fail.
fn worker_that_tells(told: &Value) {
    worker_that_tells_or_fails(told, UNREACHABLE);
}

/// Puts a worker into the browser that tells this, and of what is not in it by this event.
fn worker_that_tells_or_fails(told: &Value, event: &str) {
    js_sys::eval(&format!(
        "window.asked = [];
         window.Worker = class {{
           postMessage([asked]) {{
             const question = JSON.parse(asked);
             window.asked.push(asked);
             const kind = typeof question === 'string' ? question : Object.keys(question)[0];
             const answer = {told}[kind];
             setTimeout(() => {{
               if (answer) this.onmessage?.({{ data: JSON.stringify(answer) }});
               else this.onerror?.({event});
             }});
           }}
           terminate() {{ window.asked.push('ended'); }}
         }};"
    ))
    .unwrap();
}

/// What the worker was asked.
fn asked() -> String {
    let asked = js_sys::eval("window.asked.join('\\n')").unwrap();
    asked.as_string().unwrap()
}

pub(crate) fn service(table: &[(&str, u16, &str)]) -> Answers {
    let usual = [
        ("POST /imports", 201, IMPORT),
        ("/parts/", 200, STAGED),
        ("/changes", 200, CHANGES),
        ("/imports/i1", 200, IMPORT),
        ("/imports", 200, NOTHING),
        ("/account", 200, ACCOUNT),
    ];
    Answers::with(&[table, &usual].concat())
}

async fn page() -> Stage<impl Mountable> {
    i18n::select(Language::English);
    open("");
    let page = stage(|| {
        provide_frame(Role::AdminAgent);
        view! { <Router><ImportFiles /></Router> }
    })
    .await;
    settle().await;
    page
}

/// Pastes a text and has it read.
async fn paste(page: &Stage<impl Mountable>) {
    let area = page.find("#import-paste");
    js_sys::Reflect::set(&area, &"value".into(), &"Name\n1".into()).unwrap();
    area.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
    settle().await;
    press(page, "Read the text").await;
}

/// Presses the button with these words.
pub(crate) async fn press(page: &Stage<impl Mountable>, words: &str) {
    press_one(page, "button", words).await;
}

async fn press_one(page: &Stage<impl Mountable>, element: &str, words: &str) {
    let buttons = page.all(element);
    let found = buttons.iter().find(|it| it.text_content().unwrap_or_default().trim() == words);
    let button = found.unwrap_or_else(|| panic!("no {words} in {}", page.text(".import")));
    wasm_bindgen::JsCast::unchecked_ref::<web_sys::HtmlElement>(button).click();
    settle().await;
}

#[wasm_bindgen_test]
async fn what_a_file_says_and_leaves_open_is_shown() {
    worker_that_tells(&told());
    let _service = service(&[]);
    let page = page().await;
    assert!(!asked().contains("read"), "nothing is loaded before there is a file");
    paste(&page).await;
    let file = page.text(".import-files");
    assert!(file.contains("Pasted text") && file.contains("Azure portal list"), "{file}");
    assert!(file.contains("5 rows · 2 used · 2 rejected · 1 ignored"), "{file}");
    assert!(file.contains("What does “03/04/2026” mean (line 2, column Purchase date)?"), "{file}");
    assert!(file.contains("“many”") || file.contains("\"many\""), "{file}");
    assert!(file.contains("Colour"), "{file}");
    let found = page.text("[aria-labelledby=import-found]");
    assert!(found.contains("2 reservations · 1 customer with a tenant"), "{found}");
    assert!(found.contains("1 contradiction between rows"), "{found}");
    assert!(found.contains("b.csv, line 3"), "{found}");
    let missing = page.text("[aria-labelledby=import-missing]");
    assert!(missing.contains("1 reservation without a value · 1 with a guess"), "{missing}");
    assert!(missing.contains("2 reservations without a value · 3 transactions without a customer"));
    assert!(missing.contains("Use Contoso") && missing.contains("the only value in your files"));

    page.click("input[value=first]").await;
    assert!(asked().contains(r#""isDayFirst":true"#), "{}", asked());
}

#[wasm_bindgen_test]
async fn customers_that_contradict_each_other_are_decided_before_anything_is_sent() {
    let mut told = told();
    let joined = &mut told["join"]["joined"];
    joined["disputes"] = json!(1);
    joined["recorded"] = json!([{ "field": "billingPlan", "reservations": 12 }]);
    told["disputes"] = json!({ "disputes": [[{
        "key": "~contoso\nt2", "reservations": 12, "transactions": 1, "first": "web",
        "claims": [
            { "key": "~contoso", "name": "Contoso", "tenant": null, "isRecorded": true,
              "source": { "file": "a.csv", "line": 4 } },
            { "key": "t2", "name": "Fabrikam", "tenant": "t2", "isRecorded": false,
              "source": { "file": "b.csv", "line": 9 } },
        ],
    }], 1] });
    told["settle"]["settled"]["undecided"] = json!(13);
    worker_that_tells(&told);
    let _service = service(&[("GET /portfolio", 200, "")]);
    let page = page().await;
    paste(&page).await;
    assert!(asked().contains("records"), "what the records know is told before files are joined");
    let found = page.text("[aria-labelledby=import-found]");
    assert!(found.contains("Billing plan: 12 reservations"), "{found}");
    let disputes = page.text("section[aria-labelledby=import-disputes]");
    assert!(
        disputes.contains("12 reservations, the first of them web · 1 transaction"),
        "{disputes}"
    );
    assert!(disputes.contains("Contoso: a.csv, line 4 · your records"), "{disputes}");
    assert!(disputes.contains("Fabrikam (t2): b.csv, line 9"), "{disputes}");
    note_requests();
    press(&page, "Show what would change").await;
    assert_eq!(noted("POST"), Vec::<String>::new());
    let alert = page.text("section[aria-labelledby=import-disputes] [role=alert]");
    assert!(alert.contains("Choose a customer for each group."), "{alert}");

    told["settle"]["settled"]["undecided"] = json!(0);
    worker_that_tells(&told);
    page.click("input[value=t2]").await;
    assert!(page.maybe("section[aria-labelledby=import-disputes] [role=alert]").is_none());
    press(&page, "Show what would change").await;
    let decision = r#"[{"dispute":"~contoso\nt2","claim":"t2"}]"#;
    assert!(asked().contains(decision), "{}", asked());
}

#[wasm_bindgen_test]
async fn an_import_is_seen_before_it_is_made() {
    worker_that_tells(&told());
    let service = service(&[]);
    let page = page().await;
    paste(&page).await;
    press(&page, "Use Contoso").await;
    note_requests();
    press(&page, "Show what would change").await;
    assert!(asked().contains(
        r#"{"settle":[[{"field":"customer","by":"file","key":"a.csv","value":"Contoso"}],[]]}"#
    ));
    assert_eq!(noted("PUT").len(), 1);
    press_one(&page, "summary", "Record by record").await;
    let preview = page.text("[aria-labelledby=import-result]");
    assert!(preview.contains("1 reservation stays incomplete"), "{preview}");
    assert!(preview.contains("2 returns have no known value in USD"), "{preview}");
    assert!(
        preview.contains("The date is missing") && preview.contains("b.csv, line 7"),
        "{preview}"
    );
    assert!(preview.contains("is no duration") && preview.contains("a.csv, line 2"), "{preview}");
    assert!(preview.contains("Quantity: 2 → 4"), "{preview}");
    assert!(preview.contains("stays 10, because that stands in a file"), "{preview}");
    assert!(preview.contains("Still missing:"), "{preview}");

    service.change_to(&[
        ("/commit", 200, IMPORT),
        ("/imports/i1", 200, IMPORT),
        ("/imports", 200, COMMITTED),
    ]);
    note_requests();
    press(&page, "Import").await;
    assert!(
        noted("POST").iter().any(|it| it.ends_with("/imports/i1/commit")),
        "{:?}",
        noted("POST")
    );
    assert!(page.text(".import").contains("Imported"));
    assert!(page.find("a.button.primary").get_attribute("href").unwrap().ends_with("/customers"));

    service.change_to(&[("/undo", 200, IMPORT), ("/imports", 200, NOTHING)]);
    note_requests();
    press(&page, "Undo this import").await;
    assert!(noted("POST").iter().any(|it| it.ends_with("/imports/i1/undo")));
    assert!(page.text(".import").contains("The import was undone."));
}

#[wasm_bindgen_test]
async fn a_commit_says_how_far_it_is_and_can_be_stopped() {
    worker_that_tells(&told());
    let service = service(&[]);
    let page = page().await;
    paste(&page).await;
    press(&page, "Show what would change").await;
    service.change_to(&[
        ("/progress", 200, r#"{"stage":"Merging","done":1200,"total":5000}"#),
        ("/cancel", 204, ""),
        ("/commit", SILENCE, ""),
    ]);
    press(&page, "Import").await;
    let preview = || page.text("[aria-labelledby=import-result]");
    until(|| preview().contains("Preparing: 1,200 of 5,000 customers")).await;
    assert_eq!(page.find("progress").get_attribute("value").as_deref(), Some("1200"));
    note_requests();
    press(&page, "Stop the import").await;
    assert!(noted("POST").iter().any(|it| it.ends_with("/imports/i1/cancel")));
    service.change_to(&[("/progress", 200, r#"{"stage":"Writing","done":0,"total":5000}"#)]);
    until(|| preview().contains("Saving everything in one step…")).await;
    let stop = page.find(".import-progress button");
    assert_eq!(stop.get_attribute("aria-disabled").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn a_commit_that_was_stopped_has_changed_nothing() {
    worker_that_tells(&told());
    let service = service(&[]);
    let page = page().await;
    paste(&page).await;
    press(&page, "Show what would change").await;
    service.change_to(&[(
        "/commit",
        409,
        r#"{"error":{"code":"ImportCancelled","message":"The import was cancelled."}}"#,
    )]);
    press(&page, "Import").await;
    let preview = page.text("[aria-labelledby=import-result]");
    assert!(preview.contains("The import was stopped."), "{preview}");
    assert!(preview.contains("Your records are as they were."), "{preview}");
}

#[wasm_bindgen_test]
async fn a_lost_answer_to_the_commit_is_asked_for() {
    worker_that_tells(&told());
    let service = service(&[]);
    let page = page().await;
    paste(&page).await;
    press(&page, "Show what would change").await;
    const ACCEPTED: &str = r#"{"status":200,"body":{}}"#;
    service.change_to(&[
        ("/commit", NO_CONNECTION, ""),
        ("/requests/", 200, ACCEPTED),
        ("/imports", 200, COMMITTED),
    ]);
    press(&page, "Import").await;
    doubted().await;
    assert!(page.text(".import").contains("Imported"), "{}", page.text(".import"));
}

#[wasm_bindgen_test]
async fn a_part_that_cannot_be_sent_is_sent_again() {
    worker_that_tells(&told());
    let service = service(&[("/parts/", NO_CONNECTION, "")]);
    let page = page().await;
    paste(&page).await;
    press(&page, "Use Contoso").await;
    press(&page, "Show what would change").await;
    let text = page.text(".import");
    assert!(text.contains("Your records are as they were."), "{text}");
    assert!(text.contains("a.csv"), "nothing is lost");
    service.change_to(&[
        ("/parts/", 200, STAGED),
        ("/changes", 200, CHANGES),
        ("/imports/i1", 200, IMPORT),
        ("/imports", 200, NOTHING),
        ("/account", 200, ACCOUNT),
    ]);
    note_requests();
    press(&page, "Try again").await;
    assert_eq!(noted("POST"), Vec::<String>::new(), "it goes on with the same import");
    assert_eq!(noted("PUT").len(), 1);
    assert!(page.maybe("[aria-labelledby=import-result]").is_some());
}

#[wasm_bindgen_test]
async fn the_same_again_changes_nothing() {
    worker_that_tells(&told());
    let _service =
        service(&[("GET /imports/i1/changes", 200, NOTHING), ("GET /imports/i1", 200, UNCHANGED)]);
    let page = page().await;
    paste(&page).await;
    press(&page, "Show what would change").await;
    let preview = page.text("[aria-labelledby=import-result]");
    assert!(preview.contains("Nothing would change"), "{preview}");
    let import = page.find("[aria-labelledby=import-result] .button.primary");
    assert_eq!(import.get_attribute("aria-disabled").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn own_records_take_the_place_of_the_demonstration_only_when_asked_for() {
    worker_that_tells(&told());
    let _service = service(&[("/account", 200, DEMONSTRATION)]);
    let page = page().await;
    paste(&page).await;
    note_requests();
    press(&page, "Show what would change").await;
    assert_eq!(noted("POST"), Vec::<String>::new());
    page.click("input[role=switch]").await;
    press(&page, "Show what would change").await;
    assert_eq!(noted("POST").len(), 1);
}

#[wasm_bindgen_test]
async fn a_reader_that_fails_loses_nothing() {
    a_reader_fails(UNREACHABLE, "unreachable").await;
}

#[wasm_bindgen_test]
async fn a_reader_that_does_not_come_loses_nothing() {
    a_reader_fails(NO_SCRIPT, "it cannot be loaded").await;
}

/// A reader that fails with this event: why is said, and the files stay until it reads them.
async fn a_reader_fails(event: &str, why: &str) {
    let mut told = told();
    let read = told.as_object_mut().unwrap().remove("read").unwrap();
    worker_that_tells_or_fails(&told, event);
    let _service = service(&[]);
    let page = page().await;
    paste(&page).await;
    let text = page.text(".import");
    assert!(text.contains("because reading stopped unexpectedly") && text.contains(why), "{text}");
    assert!(text.contains("Pasted text") && text.contains("Not read"), "{text}");
    told["read"] = read;
    worker_that_tells(&told);
    press(&page, "Try again").await;
    assert!(page.text(".import-files").contains("Azure portal list"));
}

#[wasm_bindgen_test]
async fn an_import_under_way_goes_on_without_the_page_and_that_is_said() {
    worker_that_tells(&told());
    let _service = service(&[("GET /portfolio", 200, ""), ("/commit", SILENCE, "")]);
    let there = RwSignal::new(true);
    i18n::select(Language::English);
    open("");
    let page = stage(move || {
        provide_frame(Role::AdminAgent);
        let import = move || there.get().then(|| view! { <ImportFiles /> });
        view! { <Router><a id="away" href="/elsewhere">"Away"</a>{import}</Router> }
    })
    .await;
    settle().await;
    paste(&page).await;
    press(&page, "Use Contoso").await;
    press(&page, "Show what would change").await;
    page.click("#away").await;
    let question = page.text("dialog[open]");
    assert!(question.contains("were read but not imported"), "{question}");
    press(&page, "Stay here").await;
    note_requests();
    press(&page, "Import").await;
    page.click("#away").await;
    let question = page.text("dialog[open]");
    assert!(question.contains("continues when you leave"), "{question}");
    assert!(!question.contains("not imported"), "{question}");
    press(&page, "Leave").await;
    there.set(false);
    settle().await;
    assert_eq!(noted("DELETE"), Vec::<String>::new(), "nothing of it is discarded");
    there.set(true);
    settle().await;
    assert_eq!(noted("DELETE"), Vec::<String>::new(), "not by coming back either");
}

#[wasm_bindgen_test]
async fn the_last_import_can_be_taken_back() {
    let _service = service(&[
        ("GET /imports", 200, COMMITTED),
        (
            "/undo",
            409,
            r#"{"error":{"code":"CustomersChanged","message":"Contoso was changed since."}}"#,
        ),
    ]);
    let page = page().await;
    let last = page.text("[aria-labelledby=import-last]");
    assert!(last.contains("a.csv") && last.contains("Nov 22, 2026"), "{last}");
    press(&page, "Undo this import").await;
    let last = page.text("[aria-labelledby=import-last]");
    assert!(
        last.contains("Contoso was changed since.") && last.contains("The import wasn't undone."),
        "{last}"
    );
}

#[wasm_bindgen_test]
async fn an_import_that_is_left_in_the_middle_asks_for_nothing_more() {
    fn press_in(page: &web_sys::HtmlElement, words: &str) {
        let buttons = page.query_selector_all("button").unwrap();
        let mut all = (0..buttons.length()).filter_map(|place| buttons.get(place));
        let found = all.find(|it| it.text_content().unwrap_or_default().trim() == words);
        if let Some(button) = found {
            wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(button).click();
        }
    }
    worker_that_tells(&told());
    let _service = service(&[("GET /portfolio", 200, ""), ("/commit", 200, IMPORT)]);
    let acts: [Act; 5] = [
        |page| {
            let area = page.query_selector("#import-paste").unwrap().unwrap();
            js_sys::Reflect::set(&area, &"value".into(), &"Name\n1".into()).unwrap();
            area.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
        },
        |page| press_in(page, "Read the text"),
        |page| press_in(page, "Use Contoso"),
        |page| press_in(page, "Show what would change"),
        |page| press_in(page, "Import"),
    ];
    let page = || view! { <ImportFiles /> }.into_any();
    // Each of its acts begins work that may be left.
    for count in [2, 4, 5] {
        leave_in_the_middle(|| open(""), page, &acts[..count]).await;
    }
}
