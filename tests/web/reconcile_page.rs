//! The page that compares returns with what was booked, with the service's answers from a table.

use crate::answers::{Answers, open, query};
use crate::stage::{Stage, leave_in_the_middle, provide_frame, settle, stage, until};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::Role;
use prorata::i18n::{self, Language};
use prorata::reconcile::Reconciliation;
use prorata::router::Router;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const NOTHING: &str = r#"{"value":[]}"#;
const BROKEN: &str = r#"{"error":{"code":"InternalServerError","message":"It broke."}}"#;
const ORDER: &str = "10000000-0000-4000-8000-00000000000a";

/// One customer with something to compare, and one without.
const SUMMARIES: &str = r#"{"value":[
    {"customerId":"c","displayName":"Cedar","domain":"c.example","agreementType":"CSP",
     "reservationCount":1,"soonestExpiry":null,"limitUsedUsd":"0","limitUsd":"50000","returns":3},
    {"customerId":"a","displayName":"Ash","domain":"a.example","agreementType":"CSP",
     "reservationCount":1,"soonestExpiry":null,"limitUsedUsd":"0","limitUsd":"50000","returns":0}]}"#;

fn id() -> String {
    format!("/providers/microsoft.capacity/reservationOrders/{ORDER}/reservations/r")
}

/// Two units given back without a fee: 352.00 of 730.00 come back.
fn activities() -> String {
    let reservation = json!({
        "quantity": 4, "term": "P1Y", "billingPlan": "Upfront", "currencyCode": "EUR",
        "unitPrice": "365", "purchaseDate": "2026-03-10", "reservedResourceType": "VirtualMachines",
        "provisioningState": "Succeeded", "used": true,
    });
    json!({ "value": [{ "id": "1", "target": id(), "quote": {
        "input": { "kind": "refund", "policy": "azure-2026-08", "on": "2026-09-15",
            "reservation": reservation, "returnQuantity": 2, "usdRate": "1.1", "ledger": [] },
        "answer": { "kind": "refund", "payable": "352.00" },
    } }] })
    .to_string()
}

fn reservations() -> String {
    json!({ "value": [{ "id": id(), "properties": { "displayName": "Web shop" } }] }).to_string()
}

fn booking(name: &str, order: &str, amount: &str) -> serde_json::Value {
    json!({ "name": name, "properties": {
        "source": { "file": "transactions.csv", "line": 7 }, "orderId": order, "event": "Refund",
        "date": "2026-09-16", "amount": amount, "currencyCode": "EUR", "document": "Transactions",
        "description": "A booking",
    } })
}

fn bookings() -> String {
    let elsewhere = "10000000-0000-4000-8000-00000000000b";
    json!({ "value": [booking("a", ORDER, "309.76"), booking("b", elsewhere, "5")] }).to_string()
}

async fn page(address: &str) -> Stage<impl Mountable> {
    page_of(Role::SalesAgent, address).await
}

async fn page_of(role: Role, address: &str) -> Stage<impl Mountable> {
    i18n::select(Language::English);
    open(address);
    let page = stage(move || {
        provide_frame(role);
        view! { <Router><Reconciliation /></Router> }
    })
    .await;
    settle().await;
    page
}

#[wasm_bindgen_test]
async fn a_difference_is_told_with_what_explains_it() {
    let (activities, bookings, reservations) = (activities(), bookings(), reservations());
    let _answers = Answers::with(&[
        ("/settlements", 200, NOTHING),
        ("customerSummaries", 200, SUMMARIES),
        ("/activities", 200, activities.as_str()),
        ("/bookings", 200, bookings.as_str()),
        ("Capacity/reservations", 200, reservations.as_str()),
    ]);
    let page = page("").await;
    until(|| page.maybe(".activity").is_some()).await;
    assert_eq!(page.texts(".activity h2"), ["Web shop", "A booking"]);
    assert_eq!(page.texts(".activity .badge"), ["Other amount", "Not recorded here"]);
    let facts = page.texts(".activity dd");
    assert_eq!(facts[..4], ["2 units on Sep 15, 2026", "€352.00", "€309.76", "−€42.24"]);
    assert_eq!(facts[4], "transactions.csv, line 7, Sep 16, 2026");
    let why = page.texts(".changes li").join(" ");
    assert!(why.contains("An early termination fee of 12% gives exactly this amount."), "{why}");
    assert_eq!(
        page.texts(".activity .button").first().map(String::as_str),
        Some("Request from support")
    );

    page.choose("select", "unrecorded").await;
    assert_eq!(page.texts(".activity h2"), ["A booking"]);
    assert!(query().contains("state=unrecorded"), "{}", query());
}

/// A return about which something was agreed must not seem to be one about which nothing was; whoever only reads is
/// told as well.
#[wasm_bindgen_test]
async fn what_was_agreed_is_missed_where_it_does_not_come() {
    let (activities, bookings, reservations) = (activities(), bookings(), reservations());
    let table = |status, settlements| {
        [
            ("/settlements", status, settlements),
            ("customerSummaries", 200, SUMMARIES),
            ("/activities", 200, activities.as_str()),
            ("/bookings", 200, bookings.as_str()),
            ("Capacity/reservations", 200, reservations.as_str()),
        ]
    };
    let agreed = r#"{"value":[{"name":"1","properties":{"currencyCode":"EUR","credited":"352.00",
        "handlingFee":"10.00","marginPercent":"5","margin":"17.60","received":"324.40"}}]}"#;
    let answers = Answers::with(&table(409, BROKEN));
    let page = page_of(Role::Guest, "").await;
    until(|| page.maybe(".activity").is_some()).await;
    let titles = ["Web shop", "A booking"];
    assert_eq!(page.texts(".activity h2"), titles, "what was booked is compared all the same");
    let notice = page.text(".notice");
    let missing = "Cedar: what you agreed with the customer is missing.";
    assert!(notice.contains(missing), "{notice}");
    answers.change_to(&table(200, agreed));
    page.click(".notice button").await;
    until(|| page.text(".activity dl").contains("324.40")).await;
    assert!(page.text(".activity dl").contains("The customer receives"));
    assert_eq!(page.texts(".activity h2"), titles, "and stands there once");
    assert!(page.maybe(".notice").is_none());
}

#[wasm_bindgen_test]
async fn an_empty_page_says_which_files_to_bring() {
    let _answers = Answers::with(&[("customerSummaries", 200, NOTHING)]);
    let page = page("").await;
    until(|| page.maybe(".notice").is_some()).await;
    let notice = page.text(".notice");
    assert!(notice.contains("Nothing to compare yet"), "{notice}");
    assert!(notice.contains("invoice reconciliation file"), "{notice}");
    let link = page.attribute(".notice a", "href").unwrap();
    assert!(link.ends_with("/import"), "{link}");
}

#[wasm_bindgen_test]
async fn a_customer_that_cannot_be_read_is_named() {
    let _answers = Answers::with(&[
        ("customerSummaries", 200, SUMMARIES),
        ("/activities", 200, NOTHING),
        ("/bookings", 500, BROKEN),
    ]);
    let page = page("?customer=c").await;
    until(|| page.maybe(".notice").is_some()).await;
    let notice = page.text(".notice");
    assert!(notice.contains("Cedar is missing."), "{notice}");
}

#[wasm_bindgen_test]
async fn a_page_that_is_left_in_the_middle_asks_for_nothing_more() {
    let (activities, bookings, reservations) = (activities(), bookings(), reservations());
    let _answers = Answers::with(&[
        ("customerSummaries", 200, SUMMARIES),
        ("settlements", 200, NOTHING),
        ("activities", 200, &activities),
        ("bookings", 200, &bookings),
        ("Microsoft.Capacity/reservations", 200, &reservations),
    ]);
    leave_in_the_middle(|| open(""), || view! { <Reconciliation /> }.into_any(), &[]).await;
}
