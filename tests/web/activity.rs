use crate::answers::{Answers, open, query};
use crate::records::ACTIVITIES;
use crate::stage::{Stage, pass, provide_frame, settle, stage};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::activity::CustomerActivity;
use prorata::api::Role;
use prorata::i18n::{self, Language};
use prorata::router::Router;
use serde_json::{Value, json};
use std::time::Duration;
use wasm_bindgen_test::wasm_bindgen_test;

const RESERVATIONS: &str = r#"{"value":[
    {"id":"/providers/microsoft.capacity/reservationOrders/O/reservations/R",
     "properties":{"displayName":"Web shop"}}]}"#;

const SUMMARIES: &str = r#"{"value":[{"customerId":"c","displayName":"Kiebitz","domain":"k.example",
    "agreementType":"CSP","reservationCount":1,"soonestExpiry":null,"limitUsedUsd":"0",
    "limitUsd":"50000"}]}"#;

async fn page(address: &str) -> Stage<impl Mountable> {
    i18n::select(Language::English);
    open(address);
    let page = stage(|| {
        provide_frame(Role::Guest);
        view! { <Router><CustomerActivity /></Router> }
    })
    .await;
    settle().await;
    page
}

/// What was agreed about the first of the changes.
const AGREED: &str = r#"{"value":[{"name":"2","properties":{"currencyCode":"EUR","credited":"880.00",
    "handlingFee":"10.00","marginPercent":"5","margin":"44.00","received":"826.00"}}]}"#;

const UNREADABLE: &str =
    r#"{"error":{"code":"UnreadableDocument","message":"It cannot be read."}}"#;

fn answers() -> Answers {
    Answers::with(&[
        ("/settlements", 200, AGREED),
        ("/activities", 200, ACTIVITIES),
        ("customerSummaries", 200, SUMMARIES),
        ("Capacity/reservations", 200, RESERVATIONS),
    ])
}

#[wasm_bindgen_test]
async fn changes_are_told_in_words_with_the_quote_behind_them() {
    let _answers = answers();
    let page = page("?customer=c").await;
    let titles = page.texts("h2");
    assert_eq!(titles, ["Units returned", "Role assignment removed", "Other/thing/write"]);
    assert_eq!(page.texts(".breadcrumbs li"), ["Customers", "Kiebitz", "Activity"]);
    assert_eq!(page.text(".activity-head .muted"), "Nov 20, 2026, 9:30 AM UTC");
    assert_eq!(page.text(".activity a"), "Web shop");
    let address = page.attribute(".activity a", "href").unwrap();
    assert!(address.ends_with("/reservation?customer=c&order=o&reservation=r"), "{address}");
    assert_eq!(page.texts(".activity .hint")[0], "Robin Berg · Sales agent");
    let changes = page.texts(".changes li");
    assert_eq!(changes[0], "Quantity: 3 → 1");
    assert_eq!(changes[1], "Role: Reader (removed)");
    assert_eq!(changes[2], "mergeProperties.mergeSources: a and b");
    assert_eq!(changes[3], "appliedScopeProperties: displayName: Web, shared: Yes");

    let quote = page.text(".activity .disclosure-body");
    for part in
        ["Partner Center, Aug 6, 2020", "Paid out to you€880.00", "Fee", "€120.00", "Units2"]
    {
        assert!(quote.to_lowercase().contains(&part.to_lowercase()), "no {part} in {quote}");
    }
    assert!(!quote.contains("Counts against"), "what the quote does not say is left out");
    assert_eq!(page.texts(".activity .disclosure").len(), 1);
}

/// As it is told to every role of the partner, to those who only read as well.
#[wasm_bindgen_test]
async fn what_was_agreed_stands_at_its_change_and_is_missed_where_it_does_not_come() {
    let table = |status, settlements| {
        [
            ("/settlements", status, settlements),
            ("/activities", 200, ACTIVITIES),
            ("customerSummaries", 200, SUMMARIES),
            ("Capacity/reservations", 200, RESERVATIONS),
        ]
    };
    let half = r#"{"value":[{"name":"2","properties":{"currencyCode":"EUR"}}]}"#;
    for (status, settlements) in [(409, UNREADABLE), (200, half)] {
        let answers = Answers::with(&table(status, settlements));
        let page = page("?customer=c").await;
        assert_eq!(page.texts("h2").len(), 3, "the changes are there");
        assert!(page.maybe(".activity section").is_none());
        let notice = page.text(".notice");
        let missing = "What you agreed with the customer about returns is missing";
        assert!(notice.contains(missing), "{notice}");
        answers.change_to(&table(200, AGREED));
        page.click(".notice-actions button").await;
        assert!(page.maybe(".notice").is_none());
        let agreed = page.texts(".activity section dd");
        assert_eq!(agreed, ["€880.00", "€10.00", "€44.00", "€826.00"]);
    }
    // Where nothing was returned nothing can be missing.
    let nothing_returned = r#"{"value":[{"id":"1","action":"a","target":"b","quote":null}]}"#;
    let _answers =
        Answers::with(&[("/settlements", 409, UNREADABLE), ("/activities", 200, nothing_returned)]);
    let page = page("?customer=c").await;
    assert_eq!(page.texts("h2").len(), 1);
    assert!(page.maybe(".notice").is_none());
}

#[wasm_bindgen_test]
async fn a_search_narrows_the_list_and_stands_in_the_address() {
    let _answers = answers();
    let page = page("?customer=c&search=reservationOrders/o/").await;
    assert_eq!(page.text(".count"), "2 of 3 changes", "as a link from a record asks for");
    page.type_into("input[type=search]", "ADA reader").await;
    assert_eq!(page.texts("h2"), ["Role assignment removed"]);
    assert_eq!(page.text(".count"), "1 of 3 changes");
    pass(Duration::from_millis(300)).await;
    assert_eq!(query(), "?customer=c&search=ADA%20reader");
    page.type_into("input[type=search]", "nothing like it").await;
    assert!(page.text(".notice").contains("Nothing matches your search."));
}

#[wasm_bindgen_test]
async fn without_changes_and_without_an_answer_the_page_says_so() {
    let answers = Answers::with(&[("/activities", 500, "")]);
    let page = page("?customer=c").await;
    assert!(page.text("[role=alert]").contains("Something went wrong"));
    let disabled = page.texts(".toolbar [aria-disabled=true]").len();
    assert_eq!(disabled, 2, "there is nothing to take along");
    answers.change_to(&[("/activities", 200, r#"{"value":[]}"#)]);
    page.click("[role=alert] .notice-actions button").await;
    assert!(page.text(".notice").contains("Nothing has been changed here yet."));
    assert_eq!(page.text(".count"), "");
    drop(page);

    answers.change_to(&[("customerSummaries", 200, SUMMARIES)]);
    for address in ["", "?customer=nobody"] {
        let page = self::page(address).await;
        assert_eq!(page.text("h1"), "Customer not found");
    }
}

#[wasm_bindgen_test]
async fn a_long_list_is_drawn_in_steps() {
    let entries: Vec<Value> = (0..101).map(|n| json!({"id": n, "action": "a"})).collect();
    let body = json!({ "value": entries }).to_string();
    let _answers = Answers::with(&[("/activities", 200, &body)]);
    let page = page("?customer=c").await;
    assert_eq!(page.texts("h2").len(), 100);
    page.click(".activities + div button").await;
    assert_eq!(page.texts("h2").len(), 101);
}

#[wasm_bindgen_test]
async fn a_change_leads_to_what_was_changed() {
    let body = r#"{"value":[
        {"target":"/providers/Microsoft.Support/supportTickets/t-1"},
        {"target":"/providers/Microsoft.Capacity/reservationOrders/o"},
        {"target":"/providers/Microsoft.Capacity/reservationOrders/unknown"}]}"#;
    let _answers =
        Answers::with(&[("/activities", 200, body), ("Capacity/reservations", 200, RESERVATIONS)]);
    let page = page("?customer=c").await;
    let links = page.attributes(".activity a", "href");
    assert_eq!(links.len(), 2, "an order that is not the customer's leads nowhere");
    assert!(links[0].ends_with("/support-request?customer=c&ticket=t-1"), "{}", links[0]);
    // Both ids are as the record writes them.
    assert!(links[1].ends_with("/reservation?customer=c&order=O&reservation=R"), "{}", links[1]);
}
