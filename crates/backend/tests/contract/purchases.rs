//! Prices of purchases, and purchases at those prices.

use azure::{CalculatedPrice, Order, from_slice};
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::exchange::{machines, subscription, with};
use crate::fixtures::{Desk, Person, Reply};

const PRICE: &str = "/providers/Microsoft.Capacity/calculatePrice";

fn price(desk: &Desk, person: &Person, request: &Value) -> Reply {
    desk.post(person, PRICE, request)
}

/// The path of the order that a price was named for.
fn order_of(reply: &Reply) -> String {
    assert_eq!(reply.status, 200, "{}", reply.body);
    let id = reply.body["properties"]["reservationOrderId"].as_str().expect("an id");
    format!("/providers/Microsoft.Capacity/reservationOrders/{id}")
}

fn buy(desk: &Desk, person: &Person, order: &str, request: &Value) -> Reply {
    desk.send_body(person, &format!("PUT {order}"), request)
}

#[test]
fn only_the_first_instalment_states_its_billing_currency() {
    let desk = Desk::open();
    let person = desk.customer("Thistledown");
    let payer = subscription(&desk, &person);
    let upfront = machines(&payer, "Standard_D4s_v5", "uksouth", "P3Y", 2);
    let monthly = with(upfront.clone(), "billingPlan", json!("Monthly"));
    let reply = price(&desk, &person, &monthly);
    let body: CalculatedPrice = from_slice(reply.body.to_string().as_bytes()).expect("a price");
    assert!(body.properties().rest.is_empty(), "{:?}", body.properties().rest);
    let properties = &reply.body["properties"];
    assert_eq!(properties["billingCurrencyTotal"]["amount"].to_string(), "3342.00");
    assert_eq!(properties["skuTitle"], "Reserved VM Instance, Standard_D4s_v5, UK South, 3 Years");
    assert_eq!(properties["isBillingPartnerManaged"], true);
    let schedule = properties["paymentSchedule"].as_array().expect("instalments");
    assert_eq!(schedule.len(), 36);
    // 1,671.00 in 36 parts is 46.41 for each of two units, truncated.
    let amount = json!({ "currencyCode": "GBP", "amount": number("92.82") });
    for (place, entry) in schedule.iter().enumerate() {
        assert_eq!(entry["pricingCurrencyTotal"], amount);
        assert_eq!(entry["status"], "Scheduled");
        let stated = if place == 0 { amount.clone() } else { Value::Null };
        assert_eq!(entry["billingCurrencyTotal"], stated);
    }
    assert_eq!(
        (&schedule[0]["dueDate"], &schedule[1]["dueDate"]),
        (&json!("2026-11-21"), &json!("2026-12-21"))
    );
    let upfront = price(&desk, &person, &upfront);
    assert_eq!(upfront.body["properties"]["paymentSchedule"], Value::Null);
}

fn number(text: &str) -> Value {
    serde_json::from_str(text).expect("a number")
}

#[test]
fn what_has_no_price_cannot_be_bought() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let payer = subscription(&desk, &person);
    for (sku, location, term) in [
        ("Standard_Nothing", "westeurope", "P1Y"),
        ("Standard_D4s_v5", "atlantis", "P1Y"),
        ("Standard_D4s_v5", "westeurope", "P5Y"),
        // Has a price, and is no longer sold.
        ("Standard_D4s_v3", "westeurope", "P1Y"),
    ] {
        let reply = price(&desk, &person, &machines(&payer, sku, location, term, 1));
        assert_eq!((reply.status, reply.code()), (400, "CalculatePriceFailed"), "{sku}");
        assert_eq!(reply.body["error"]["target"], "sku.name");
    }
}

#[test]
fn a_bad_field_is_named() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let payer = subscription(&desk, &person);
    let base = machines(&payer, "Standard_D4s_v5", "westeurope", "P1Y", 1);
    for (field, value) in [
        ("quantity", json!(0)),
        ("quantity", json!(1_000_001)),
        ("quantity", json!("2")),
        ("billingPlan", json!("Weekly")),
        ("term", Value::Null),
        ("displayName", json!("x\ny")),
        ("renew", json!("no")),
        ("reviewDateTime", json!("soon")),
        ("appliedScopeType", json!("Everything")),
        ("billingScopeId", json!("/subscriptions/00000000-0000-4000-8000-000000000000")),
    ] {
        let reply = price(&desk, &person, &with(base.clone(), field, value));
        assert_eq!(reply.status, 400, "{field}: {}", reply.body);
        assert_eq!(reply.body["error"]["target"], format!("properties.{field}"));
    }
    let single = with(base, "appliedScopeType", json!("Single"));
    assert_eq!(price(&desk, &person, &single).code(), "MissingAppliedScopesForSingle");
    assert_eq!(price(&desk, &person, &json!([])).status, 400);
}

#[test]
fn a_priced_order_is_bought_once_and_then_runs() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let payer = subscription(&desk, &person);
    let request = machines(&payer, "Standard_D4s_v5", "westeurope", "P1Y", 2);
    let request = with(request, "billingPlan", json!("Monthly"));
    let order = order_of(&price(&desk, &person, &request));
    assert_eq!(desk.ask(&person, &format!("GET {order}")).status, 404, "not bought yet");

    let reply = buy(&desk, &person, &order, &request);
    assert_eq!(reply.status, 202, "{}", reply.body);
    let bought: Order = from_slice(reply.body.to_string().as_bytes()).expect("an order");
    assert!(bought.properties().rest.is_empty(), "{:?}", bought.properties().rest);
    assert_eq!(reply.body["properties"]["provisioningState"], "Creating");
    assert_eq!(buy(&desk, &person, &order, &request).code(), "ActivateQuoteFailed", "once");

    desk.wait(TimeDelta::seconds(4));
    assert_eq!(desk.follow(&person, &reply).body["status"], "Succeeded");
    let body = desk.ask(&person, &format!("GET {order}?$expand=schedule")).body;
    assert_eq!(body["properties"]["provisioningState"], "Succeeded");
    let plan = &body["properties"]["planInformation"];
    assert_eq!(plan["pricingCurrencyTotal"]["amount"].to_string(), "2234.00");
    assert_eq!(plan["transactions"][0]["status"], "Succeeded");
    assert_eq!(plan["transactions"][11]["dueDate"], "2027-10-21");
    let row = desk.ask(&person, &format!("GET {order}/reservations")).rows()[0].clone();
    let properties = &row["properties"];
    assert_eq!(
        (&properties["quantity"], &properties["displayName"]),
        (&json!(2), &json!("New Standard_D4s_v5"))
    );
    assert_eq!(properties["capabilities"], "ApiReturnEnabled, ApiExchangeEnabled");
    assert_eq!(properties["instanceFlexibility"], "On");

    let activity = &desk.activities(&person)[0];
    assert_eq!(activity["action"], "Microsoft.Capacity/reservationOrders/write");
    let words = "2 × Standard_D4s_v5, westeurope, P1Y, Monthly";
    let change = json!({ "field": "reservations", "before": null, "after": words });
    assert_eq!(activity["changes"], json!([change]));
}

#[test]
fn only_what_was_priced_is_bought_and_not_for_long() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let payer = subscription(&desk, &person);
    let request = machines(&payer, "Standard_D4s_v5", "westeurope", "P1Y", 2);
    let order = order_of(&price(&desk, &person, &request));
    for other in [
        with(request.clone(), "quantity", json!(3)),
        with(request.clone(), "term", json!("P3Y")),
        with(request.clone(), "billingPlan", json!("Monthly")),
        machines(&payer, "Standard_D2s_v5", "westeurope", "P1Y", 2),
        machines(&payer, "Standard_D4s_v5", "northeurope", "P1Y", 2),
    ] {
        assert_eq!(buy(&desk, &person, &order, &other).code(), "ActivateQuoteFailed");
    }
    let unpriced =
        "/providers/Microsoft.Capacity/reservationOrders/0f0e0d0c-1111-4222-8333-444455556666";
    assert_eq!(buy(&desk, &person, unpriced, &request).code(), "ActivateQuoteFailed");
    assert_eq!(buy(&desk, &desk.customer("Brisa"), &order, &request).status, 400);
    desk.wait(TimeDelta::minutes(10));
    assert_eq!(buy(&desk, &person, &order, &request).code(), "ActivateQuoteFailed");
    assert_eq!(desk.ask(&person, &format!("GET {order}")).status, 404);
}

#[test]
fn buying_needs_the_programme_and_a_role() {
    let desk = Desk::open();
    let council = desk.customer("Tern Harbour");
    let payer = subscription(&desk, &council);
    let request = machines(&payer, "Standard_D4s_v5", "uksouth", "P1Y", 1);
    let order = order_of(&price(&desk, &council, &request));
    assert_eq!(buy(&desk, &council, &order, &request).code(), "Forbidden");
    let guest = council.with_role("Guest");
    assert_eq!(price(&desk, &guest, &request).code(), "AuthorizationFailed");
    assert_eq!(buy(&desk, &guest, &order, &request).code(), "AuthorizationFailed");
}
