//! Selecting reservations in the list of a customer, and what speaks against exchanging them together.

use crate::answers::{Answers, open};
use crate::stage::{Stage, provide_frame, settle, stage};
use leptos::prelude::*;
use prorata::api::Role;
use prorata::customers::Customer;
use prorata::i18n::{self, Language};
use prorata::router::Router;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

const SUMMARIES: &str = r#"{"value":[
    {"customerId":"c","displayName":"Cedar","domain":"cedar.example","agreementType":"CSP",
     "reservationCount":3,"soonestExpiry":null,"limitUsedUsd":"0.00","limitUsd":"50000.00"}]}"#;

const ALL: &str = "thead input";

fn reservation(name: &str, order: &str) -> Value {
    let id = format!("/providers/Microsoft.Capacity/reservationOrders/{order}/reservations/{name}");
    json!({ "id": id, "properties": { "displayName": name, "provisioningState": "Succeeded",
        "expiryDate": "2030-01-31", "quantity": 2, "reservedResourceType": "BlockBlob" } })
}

fn order(currency: &str) -> String {
    json!({ "properties": { "originalQuantity": 2, "planInformation": { "transactions": [
        { "billingCurrencyTotal": { "currencyCode": currency, "amount": 1 } }] } } })
    .to_string()
}

fn page() -> impl IntoView {
    i18n::select(Language::English);
    provide_frame(Role::AdminAgent);
    view! {
        <Router>
            <Customer />
        </Router>
    }
}

fn is_mixed<S: leptos::tachys::view::Mountable>(page: &Stage<S>) -> bool {
    page.find(ALL).unchecked_into::<HtmlInputElement>().indeterminate()
}

fn is_checked<S: leptos::tachys::view::Mountable>(page: &Stage<S>) -> bool {
    page.find(ALL).unchecked_into::<HtmlInputElement>().checked()
}

#[wasm_bindgen_test]
async fn rows_are_selected_one_by_one_or_all_that_are_shown() {
    let reservations = json!({ "value": [
        reservation("Api", "one"), reservation("Bank", "two"), reservation("Web", "two"),
    ] })
    .to_string();
    let (euros, dollars) = (order("EUR"), order("USD"));
    let _answers = Answers::with(&[
        ("customerSummaries", 200, SUMMARIES),
        ("reservationOrders/one", 200, &euros),
        ("reservationOrders/two", 200, &dollars),
        ("Microsoft.Capacity/reservations", 200, &reservations),
    ]);
    open("?customer=c");
    let page = stage(page).await;
    settle().await;
    const EXCHANGE: &str = ".selection a";
    let reason = |page: &Stage<_>| {
        let id = page.attribute(EXCHANGE, "aria-describedby").unwrap();
        page.text(&format!("#{id}"))
    };
    assert_eq!(page.text(".selection-count"), "0 selected");
    assert_eq!(reason(&page), "Select at least one reservation first.");
    assert!(!is_mixed(&page) && !is_checked(&page));

    page.click("tbody tr:nth-child(2) input").await;
    assert_eq!(page.text(".selection-count"), "1 selected");
    assert!(is_mixed(&page));
    let address = page.attribute(EXCHANGE, "href").unwrap();
    assert!(address.ends_with("/exchange?customer=c&reservation=two%2FBank"), "{address}");

    page.click("tbody tr:nth-child(3) input").await;
    let address = page.attribute(EXCHANGE, "href").unwrap();
    assert!(address.ends_with("?customer=c&reservation=two%2FBank&reservation=two%2FWeb"));

    // Another order, which is paid in another currency.
    page.click(ALL).await;
    assert_eq!(page.text(".selection-count"), "3 selected");
    assert!(is_checked(&page) && !is_mixed(&page));
    assert_eq!(reason(&page), "The selected reservations are paid in different currencies.");

    page.type_into("input[type=search]", "web").await;
    assert_eq!(page.text(".selection-count"), "3 selected, 2 of them not shown");
    assert!(is_checked(&page), "everything that is shown");
    page.click(ALL).await;
    assert_eq!(page.text(".selection-count"), "2 selected, 2 of them not shown");
    page.type_into("input[type=search]", "").await;
    assert!(is_mixed(&page));
    page.click(".selection > .tip-anchor:last-child button").await;
    assert_eq!(page.text(".selection-count"), "0 selected");
    assert_eq!(reason(&page), "Select at least one reservation first.");
}
