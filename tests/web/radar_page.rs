//! The pages of the radar, with the service's answers from a table.

use crate::answers::{Answers, SILENCE, open, query};
use crate::stage::{leave_in_the_middle, pass, provide_frame, stage};
use chrono::{Days, NaiveDate};
use leptos::prelude::*;
use prorata::api::Role;
use prorata::i18n::{self, Language};
use prorata::platform::clock;
use prorata::radar::{CustomerRadar, Radar};
use prorata::router::Router;
use serde_json::{Value, json};
use std::time::Duration;
use wasm_bindgen_test::wasm_bindgen_test;

const SUMMARIES: &str = r#"{"value":[
    {"customerId":"c","displayName":"Cedar","domain":"cedar.example","agreementType":"CSP",
     "reservationCount":2,"soonestExpiry":null,"limitUsedUsd":"0.00","limitUsd":"50000.00"},
    {"customerId":"a","displayName":"Ash","domain":"ash.example","agreementType":"MCA",
     "reservationCount":2,"soonestExpiry":null,"limitUsedUsd":"0.00","limitUsd":"50000.00"}]}"#;

const ACCOUNT: &str = r#"{"partnerName":"P","partnerTenantId":"t","billingAccountId":"b",
    "billingAccountName":"B"}"#;

const NOTHING: &str = r#"{"value":[]}"#;

const BROKEN: &str = r#"{"error":{"code":"InternalServerError","message":"It broke."}}"#;

fn in_days(days: u64) -> NaiveDate {
    clock::today() + Days::new(days)
}

/// A reservation for a year that ends in so many days.
fn reservation(name: &str, days_left: u64) -> Value {
    let id =
        format!("/providers/Microsoft.Capacity/reservationOrders/o-{name}/reservations/{name}");
    let expiry = in_days(days_left);
    let purchase = expiry - Days::new(365);
    json!({ "id": id, "location": "westeurope", "properties": {
        "displayName": name, "provisioningState": "Succeeded", "expiryDate": expiry,
        "purchaseDate": purchase, "quantity": 1, "term": "P1Y", "billingPlan": "Upfront",
        "reservedResourceType": "BlockBlob" } })
}

fn reservations() -> String {
    json!({ "value": [reservation("small", 73), reservation("large", 73), reservation("far", 200)] })
        .to_string()
}

fn order(price: &str) -> String {
    let amount: Value = serde_json::from_str(price).unwrap();
    json!({ "properties": { "originalQuantity": 1, "planInformation": { "transactions": [
        { "dueDate": "2026-01-01", "status": "Succeeded",
          "billingCurrencyTotal": { "currencyCode": "EUR", "amount": amount } }] } } })
    .to_string()
}

fn rates() -> String {
    json!({ "value": [{ "currencyCode": "EUR", "usdRate": "1.10", "date": clock::today() }] })
        .to_string()
}

/// The answers to everything; the first that fits counts, so `more` goes before the others.
fn table<'a>(
    more: &[(&'a str, u16, &'a str)],
    texts: &'a [String; 4],
) -> Vec<(&'a str, u16, &'a str)> {
    let [reservations, small, large, rates] = texts;
    let usual = [
        ("customerSummaries", 200, SUMMARIES),
        ("Prorata/account", 200, ACCOUNT),
        ("exchangeRates", 200, rates.as_str()),
        ("reservationTransactions", 200, NOTHING),
        ("reservationOrders/o-small", 200, small.as_str()),
        ("reservationOrders/o-large", 200, large.as_str()),
        ("Microsoft.Capacity/reservations", 200, reservations.as_str()),
    ];
    [more, &usual].concat()
}

fn texts() -> [String; 4] {
    [reservations(), order("365"), order("3650"), rates()]
}

fn of_customer() -> impl IntoView {
    i18n::select(Language::English);
    provide_frame(Role::AdminAgent);
    view! {
        <Router>
            <CustomerRadar />
        </Router>
    }
}

fn of_all() -> impl IntoView {
    i18n::select(Language::English);
    provide_frame(Role::AdminAgent);
    view! {
        <Router>
            <Radar />
        </Router>
    }
}

/// Longer than the pause in which answers are collected.
async fn rest() {
    pass(Duration::from_millis(400)).await;
}

#[wasm_bindgen_test]
async fn dates_are_listed_with_the_money_at_stake_and_what_to_do() {
    let texts = texts();
    let _answers = Answers::with(&table(&[], &texts));
    open("?customer=c&sort=-stake");
    let page = stage(of_customer).await;
    rest().await;
    assert_eq!(page.text("h1"), "Radar");
    assert_eq!(page.texts("tbody th"), ["large", "small"], "the most money first; far is not due");
    assert_eq!(page.text(".count"), "2 of 2 dates");
    // 73 of 365 days are left: 730.00, of which the fee of 12 % is 87.60.
    let row = page.text("tbody tr:first-child");
    assert!(row.contains("€642.40") && row.contains("≈ $706.64"), "{row}");
    assert!(row.contains("73 days left") && row.contains("Source: Partner Center"), "{row}");
    let link = |place: u32| format!("tbody tr:first-child .actions > :nth-child({place}) a");
    let refund = page.attribute(&link(1), "href").unwrap();
    assert!(refund.ends_with("/reservation/refund?customer=c&order=o-large&reservation=large"));
    let exchange = page.attribute(&link(2), "href").unwrap();
    assert!(exchange.ends_with("/exchange?customer=c&reservation=o-large%2Flarge"), "{exchange}");
    assert!(page.maybe("progress").is_none(), "nothing is under way");
}

#[wasm_bindgen_test]
async fn what_has_come_is_shown_when_the_rest_takes_long() {
    let texts = texts();
    let silent = table(&[("reservationOrders/o-large", SILENCE, "")], &texts);
    let _answers = Answers::with(&silent);
    open("?customer=c&sort=-stake");
    let page = stage(of_customer).await;
    rest().await;
    assert!(page.texts("tbody th").is_empty(), "rows stay where they are once they are shown");
    pass(Duration::from_secs(3)).await;
    assert_eq!(page.texts("tbody th"), ["small", "large"], "without an amount it is last");
    assert!(page.text("tbody tr:nth-child(2)").contains("Loading"));
    assert_eq!(page.attribute("progress", "value").as_deref(), Some("1"));
    assert_eq!(page.attribute("progress", "aria-label").as_deref(), Some("1 of 2 orders read"));
}

#[wasm_bindgen_test]
async fn a_customer_who_fails_holds_up_nobody_and_can_be_tried_again() {
    let texts = texts();
    let failing = table(&[("customers/a/providers", 500, BROKEN)], &texts);
    let answers = Answers::with(&failing);
    open("?sort=-stake");
    let page = stage(of_all).await;
    rest().await;
    assert_eq!(page.texts("tbody th"), ["large", "small"]);
    let missing = page.text(".radar-failures");
    assert!(missing.contains("Ash is missing.") && missing.contains("Something went wrong"));
    assert!(page.maybe(".notice-actions").is_none(), "one line has one button");
    assert_eq!(
        page.attribute(".radar-failures button", "aria-label").as_deref(),
        Some("Try again: Ash")
    );
    let usual = table(&[], &texts);
    answers.change_to(&usual);
    page.click(".radar-failures button").await;
    rest().await;
    assert!(page.maybe(".radar-failures").is_none());
    assert_eq!(page.texts("tbody tr").len(), 4);
}

#[wasm_bindgen_test]
async fn all_that_fail_can_be_tried_again_together() {
    let texts = texts();
    let answers = Answers::with(&table(&[("reservationTransactions", 500, BROKEN)], &texts));
    open("");
    let page = stage(of_all).await;
    rest().await;
    assert_eq!(page.texts(".radar-failures li").len(), 2);
    assert_eq!(page.text(".count"), "0 of 0 dates");
    answers.change_to(&table(&[], &texts));
    page.click(".notice-actions button").await;
    rest().await;
    assert!(page.maybe(".radar-failures").is_none());
    assert_eq!(page.texts("tbody tr").len(), 4);
}

#[wasm_bindgen_test]
async fn an_order_that_fails_leaves_its_row_without_an_amount() {
    let texts = texts();
    let failing = table(&[("reservationOrders/o-large", 500, BROKEN)], &texts);
    let answers = Answers::with(&failing);
    open("?customer=c&sort=-stake");
    let page = stage(of_customer).await;
    rest().await;
    assert_eq!(page.texts("tbody th"), ["small", "large"]);
    assert!(page.text("tbody tr:nth-child(2)").contains("price can't be read"));
    assert!(page.text(".radar-failures").contains("Cedar: amounts are missing"));
    answers.change_to(&table(&[], &texts));
    page.click(".radar-failures button").await;
    rest().await;
    assert_eq!(page.texts("tbody th"), ["large", "small"]);
}

#[wasm_bindgen_test]
async fn without_rates_amounts_stay_in_their_currency() {
    let texts = texts();
    let _answers = Answers::with(&table(&[("exchangeRates", 500, BROKEN)], &texts));
    open("?customer=c");
    let page = stage(of_customer).await;
    rest().await;
    assert!(page.text("tbody tr").contains("no rate to USD"));
    assert!(page.text(".stack").contains("The rates to USD couldn't be read"));
}

#[wasm_bindgen_test]
async fn kinds_and_order_stand_in_the_address() {
    let texts = texts();
    let _answers = Answers::with(&table(&[], &texts));
    open("?customer=c&kind=30");
    let page = stage(of_customer).await;
    rest().await;
    assert!(page.maybe("tbody tr").is_none());
    assert_eq!(page.text(".count"), "0 of 2 dates");
    assert_eq!(page.attribute(".heading-actions button", "aria-disabled").as_deref(), Some("true"));
    page.choose("select", "90").await;
    assert_eq!(page.text(".count"), "2 of 2 dates");
    assert_eq!(query(), "?customer=c&kind=90");
    page.click("th:nth-child(4) button").await;
    assert_eq!(page.texts("tbody th"), ["small", "large"]);
    assert_eq!(query(), "?customer=c&kind=90&sort=stake");
    page.click("th:nth-child(3) button").await;
    assert_eq!(query(), "?customer=c&kind=90", "the first order is not written");
}

#[wasm_bindgen_test]
async fn spans_tell_what_they_come_to_and_leave_their_dates() {
    let texts = [
        json!({ "value": [reservation("small", 5), reservation("large", 73)] }).to_string(),
        order("365"),
        order("3650"),
        rates(),
    ];
    let _answers = Answers::with(&table(&[], &texts));
    open("?customer=c");
    let page = stage(of_customer).await;
    rest().await;
    assert_eq!(page.texts("tbody th"), ["small", "large"], "this week first");
    let spans = page.texts(".radar-span");
    // 5 of 365 days are left: 5.00, of which the fee of 12 % is 0.60.
    assert!(spans[0].contains("Within a week") && spans[0].contains("≈ $4.84"), "{spans:?}");
    assert!(spans[0].contains("1 date"), "{spans:?}");
    assert!(spans[2].contains("Later") && spans[2].contains("≈ $706.64"), "{spans:?}");
    assert!(spans[3].contains("Already the case") && spans[3].contains("0 dates"), "{spans:?}");

    page.click("li:nth-child(3) > .radar-span").await;
    assert_eq!(query(), "?customer=c&when=later");
    assert_eq!(page.texts("tbody th"), ["large"]);
    assert_eq!(page.text(".count"), "1 of 2 dates");
    let pressed = |place: u32| {
        page.attribute(&format!("li:nth-child({place}) > .radar-span"), "aria-pressed").unwrap()
    };
    assert_eq!([pressed(1), pressed(3)], ["false", "true"]);
    page.click("li:nth-child(3) > .radar-span").await;
    assert_eq!(query(), "?customer=c");
    assert_eq!(page.texts("tbody th").len(), 2);
}

#[wasm_bindgen_test]
async fn nobody_to_watch_is_said() {
    let texts = texts();
    let _answers = Answers::with(&table(&[], &texts));
    open("?customer=nobody");
    let page = stage(of_customer).await;
    rest().await;
    assert_eq!(page.text("h1"), "Customer not found");
}

#[wasm_bindgen_test]
async fn a_radar_that_is_left_in_the_middle_asks_for_nothing_more() {
    let texts = texts();
    let _answers = Answers::with(&table(&[], &texts));
    leave_in_the_middle(|| open(""), || view! { <Radar /> }.into_any(), &[]).await;
}
