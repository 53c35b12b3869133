use crate::answers::{Answers, NO_CONNECTION, note_requests, noted, open};
use crate::stage::{Stage, doubted, provide_frame, settle, stage};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::Role;
use prorata::i18n::{self, Language};
use prorata::import::ImportFiles;
use prorata::router::Router;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

const ACCOUNT: &str = r#"{"partnerName":"P","partnerTenantId":"t","billingAccountId":"b",
    "billingAccountName":"B","demonstration":false}"#;
const DEMONSTRATION: &str = r#"{"partnerName":"P","partnerTenantId":"t","billingAccountId":"b",
    "billingAccountName":"B","demonstration":true}"#;
const NOTHING: &str = r#"{"value":[]}"#;

const IMPORT: &str = r#"{"id":"i1","state":"Staged","startedAt":"2026-11-22T10:00:00Z","by":"R",
    "files":[{"name":"a.csv","kind":"portal-reservations","rows":2}],"startEmpty":false,"parts":1,
    "counts":{"customers":{"new":1,"changed":0,"unchanged":0},
      "reservations":{"new":1,"changed":1,"unchanged":3},
      "bookings":{"new":0,"changed":0,"unchanged":0},"incomplete":1,"kept":1,"withoutUsd":2},
    "canBeUndone":false}"#;
const UNCHANGED: &str = r#"{"id":"i1","state":"Staged","startedAt":"2026-11-22T10:00:00Z","by":"R",
    "files":[],"startEmpty":false,"parts":1,
    "counts":{"reservations":{"new":0,"changed":0,"unchanged":5}},"canBeUndone":false}"#;
const COMMITTED: &str = r#"{"value":[{"id":"i1","state":"Committed",
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
            "missing": [
                { "field": "customer", "without": 2, "guessed": 0 },
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
            "leftOut": [{ "file": "b.csv", "line": 7, "reason": "it has no date", "transactions": 3 }] } },
        "part": { "part": r#"{"customers":[{"name":"Contoso","reservations":[
            {"source":{"file":"a.csv","line":2},"displayName":"web"}]}]}"# },
        "forget": "done",
    })
}

/// Puts a worker into the browser that tells this; what is not in it makes it fail.
fn worker_that_tells(told: &Value) {
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
               else this.onerror?.({{ message: 'unreachable', preventDefault() {{}} }});
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

fn service(table: &[(&str, u16, &str)]) -> Answers {
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
async fn press(page: &Stage<impl Mountable>, words: &str) {
    let buttons = page.all("button");
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
    assert!(missing.contains("Use Contoso") && missing.contains("the only value in your files"));

    page.click("input[value=first]").await;
    assert!(asked().contains(r#""isDayFirst":true"#), "{}", asked());
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
        r#"{"settle":[{"field":"customer","by":"file","key":"a.csv","value":"Contoso"}]}"#
    ));
    assert_eq!(noted("PUT").len(), 1);
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
    let mut told = told();
    let read = told.as_object_mut().unwrap().remove("read").unwrap();
    worker_that_tells(&told);
    let _service = service(&[]);
    let page = page().await;
    paste(&page).await;
    let text = page.text(".import");
    assert!(
        text.contains("because the reader has stopped") && text.contains("unreachable"),
        "{text}"
    );
    assert!(text.contains("Pasted text") && text.contains("Not read"), "{text}");
    told["read"] = read;
    worker_that_tells(&told);
    press(&page, "Try again").await;
    assert!(page.text(".import-files").contains("Azure portal list"));
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
        last.contains("Contoso was changed since.") && last.contains("The import was not undone."),
        "{last}"
    );
}
