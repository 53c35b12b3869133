use crate::answers::{Answers, open};
use crate::stage::{Stage, provide_frame, settle, stage};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::Role;
use prorata::i18n::{self, Language};
use prorata::reservation::Properties;
use prorata::reservation::properties::fields::{OF_ORDER, OF_RESERVATION, field_at, others};
use prorata::reservation::properties::values::{as_text, in_words};
use prorata::router::Router;
use serde_json::{Value, json};
use view_model::difference::leaves;
use wasm_bindgen_test::wasm_bindgen_test;

const IDS: &str = "?customer=c&order=o&reservation=r";

fn id(reservation: &str) -> String {
    format!("/providers/Microsoft.Capacity/reservationOrders/o/reservations/{reservation}")
}

fn record() -> Value {
    json!({"id": id("r"), "etag": 3, "location": "westeurope", "sku": {"name": "Standard_D2s_v5"},
        "futureField": {"x": [1.5, 2]}, "properties": {"displayName": "Web shop", "quantity": 2,
        "provisioningState": "Succeeded", "term": "P1Y", "purchaseDate": "2026-01-31",
        "benefitStartTime": "2026-01-31T09:30:00Z", "lastUpdatedDateTime": "0001-01-01T00:00:00",
        "appliedScopes": ["/subscriptions/s-1"], "billingScopeId": "/subscriptions/s-9",
        "renew": false, "archived": false, "skuDescription": null, "capabilities": "",
        "splitProperties": {"splitSource": id("before")},
        "utilization": {"trend": "UP", "aggregates": [{"grain": 7, "value": 62.5}]}}})
}

fn order() -> Value {
    json!({"id": "/providers/Microsoft.Capacity/reservationOrders/o", "properties": {
        "originalQuantity": 5, "planInformation": {
        "pricingCurrencyTotal": {"amount": 1000, "currencyCode": "EUR"},
        "transactions": [{"dueDate": "2026-01-31", "status": "Succeeded",
        "billingCurrencyTotal": {"amount": 1000, "currencyCode": "EUR"}}]}}})
}

fn revisions() -> Value {
    let mut first = record();
    first["etag"] = json!(1);
    first["properties"]["displayName"] = json!("Old name");
    first["properties"]["provisioningState"] = json!("Creating");
    json!({"value": [first, record()]})
}

async fn desk() -> (Answers, Stage<impl Mountable>) {
    i18n::select(Language::English);
    let source = json!({"id": id("before"), "properties": {"displayName": "Whole shop", "quantity": 5,
        "provisioningState": "Split"}});
    let (record, order, revisions) =
        (record().to_string(), order().to_string(), revisions().to_string());
    let source = source.to_string();
    let answers = Answers::with(&[
        ("/revisions", 200, &revisions),
        ("/reservations/r", 200, &record),
        ("/reservations/before", 200, &source),
        ("/reservationOrders/o", 200, &order),
    ]);
    open(IDS);
    let page = stage(|| {
        provide_frame(Role::Guest);
        view! { <Router><Properties /></Router> }
    })
    .await;
    settle().await;
    (answers, page)
}

#[wasm_bindgen_test]
async fn every_property_has_a_name_and_what_is_empty_is_marked() {
    let (_answers, page) = desk().await;
    assert_eq!(
        page.texts("h2"),
        ["Properties", "All properties", "Payment schedule", "History", "Raw data"]
    );
    let rows = page.texts(".property-groups .property");
    let row = |name: &str| {
        rows.iter().find_map(|row| row.strip_prefix(name)).unwrap_or_else(|| panic!("no {name}"))
    };
    assert_eq!(row("Term"), "1 year");
    assert_eq!(row("Purchase date"), "Jan 31, 2026");
    assert!(row("Benefit since").starts_with("Jan 31, 2026, 9:30"));
    assert_eq!(row("Last changed by"), "Not stated");
    assert_eq!(row("Product"), "Not stated", "null is nothing");
    assert_eq!(row("Capabilities"), "Not stated", "and so is an empty text");
    assert_eq!(row("Averages"), "Last 7 days: 62.5%");
    assert_eq!(row("futureField / x"), "1.5\n2", "what has no name is listed by its path");
    assert_eq!(row("Units bought"), "5");
    assert_eq!(row("Price of the order"), "€1,000.00");
    assert!(page.maybe("[role=alert]").is_none());
}

#[wasm_bindgen_test]
async fn the_four_ids_can_be_copied() {
    let (_answers, page) = desk().await;
    assert_eq!(page.texts(".copyable code"), ["r", "o", &id("r"), "/subscriptions/s-9"]);
    let names: Vec<_> = page
        .all(".copyable button")
        .into_iter()
        .filter_map(|button| button.get_attribute("aria-label"))
        .collect();
    assert_eq!(
        names,
        [
            "Copy Reservation ID",
            "Copy Reservation order ID",
            "Copy Resource ID",
            "Copy Billing scope"
        ]
    );
}

#[wasm_bindgen_test]
async fn the_history_says_what_changed_and_leads_to_where_it_came_from() {
    let (_answers, page) = desk().await;
    let chain = page.texts(".chain li");
    assert!(chain[0].contains("Split from") && chain[0].contains("Whole shop"), "{chain:?}");
    assert!(chain[0].contains("5 units") && chain[1].contains("This reservation"), "{chain:?}");
    let leads_to = page.attribute(".chain a", "href").unwrap();
    assert!(leads_to.contains("/reservation/properties?customer=c&order=o&reservation=before"));
    let versions = page.texts(".revisions > li");
    assert!(versions[0].starts_with("Version 3"), "the newest first: {versions:?}");
    assert!(versions[0].contains("Old name") && versions[0].contains("Being created"));
    assert!(versions[1].contains("first version that is known"));
    assert_eq!(page.texts(".revisions dt"), ["Display name", "State"]);
}

#[wasm_bindgen_test]
async fn the_raw_records_are_those_of_the_service() {
    let (_answers, page) = desk().await;
    let shown = page.texts(".json");
    assert_eq!(serde_json::from_str::<Value>(&shown[0]).unwrap(), record());
    assert_eq!(serde_json::from_str::<Value>(&shown[1]).unwrap(), order());
}

#[wasm_bindgen_test]
async fn a_history_that_does_not_come_leaves_the_rest_alone() {
    i18n::select(Language::English);
    let (record, order) = (record().to_string(), order().to_string());
    let _answers = Answers::with(&[
        ("/revisions", 500, r#"{"error":{"code":"InternalServerError","message":"It broke."}}"#),
        ("/reservations/r", 200, &record),
        ("/reservations/before", 404, ""),
        ("/reservationOrders/o", 200, &order),
    ]);
    open(IDS);
    let page = stage(|| {
        provide_frame(Role::AdminAgent);
        view! { <Router><Properties /></Router> }
    })
    .await;
    settle().await;
    assert_eq!(page.texts("[role=alert]").len(), 1);
    assert!(page.text(".chain").contains("before"), "an id stands for a record that is gone");
    assert_eq!(page.texts(".json").len(), 2);
}

#[wasm_bindgen_test]
fn no_value_of_a_record_is_left_out() {
    let record = record();
    let named =
        leaves(&record).iter().filter(|(path, _)| field_at(OF_RESERVATION, path).is_some()).count();
    let others: Vec<_> =
        others(OF_RESERVATION, &record).into_iter().map(|(path, _)| path).collect();
    assert_eq!(others, ["/futureField/x"]);
    assert_eq!(named + others.len(), leaves(&record).len());
    for groups in [OF_RESERVATION, OF_ORDER] {
        let mut paths: Vec<_> =
            groups.iter().flat_map(|group| group.fields).map(|field| field.path).collect();
        paths.sort_unstable();
        assert!(paths.windows(2).all(|pair| pair[0] != pair[1]), "each place has one name");
    }
}

#[wasm_bindgen_test]
fn everything_can_be_said_as_text() {
    i18n::select(Language::English);
    let text = as_text(OF_RESERVATION, &record());
    for line in [
        "Display name: Web shop",
        "Term: 1 year",
        "Product type: Not stated",
        "/futureField/x: 1.5, 2",
    ] {
        assert!(text.lines().any(|known| known == line), "no {line:?} in {text}");
    }
    use prorata::reservation::properties::fields::Kind;
    assert_eq!(in_words(&json!("0001-01-01T00:00:00"), Kind::Moment), None);
    assert_eq!(in_words(&json!("soon"), Kind::Moment).as_deref(), Some("soon"));
    assert_eq!(in_words(&json!([]), Kind::Code), None);
    assert_eq!(in_words(&json!("NotApplicable"), Kind::Switch).as_deref(), Some("NotApplicable"));
}
