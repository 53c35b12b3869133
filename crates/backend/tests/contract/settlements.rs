//! What a partner has agreed with its customer about a return: kept with it, and told to the partner alone.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::{Desk, Item, Person, Reply};

fn path(person: &Person) -> String {
    format!("GET /providers/Prorata/customers/{}/settlements", person.tenant)
}

/// Returns units with what the body says of the settlement.
fn give_back(desk: &Desk, person: &Person, item: &Item, settlement: &Value) -> (Value, Reply) {
    let quote = desk.post(person, &format!("{}/calculateRefund", item.order), &item.refund_body(1));
    let mut body = item.return_body(1, &quote.body);
    body["properties"]["settlement"] = settlement.clone();
    let amount = quote.body["properties"]["billingRefundAmount"]["amount"].clone();
    (amount, desk.post(person, &format!("{}/return", item.order), &body))
}

#[test]
fn what_was_agreed_is_kept_with_the_return_and_told_to_the_partner_alone() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    assert!(desk.ask(&desk.partner(), &path(&person)).rows().is_empty());
    let agreed = json!({ "handlingFee": "10", "marginPercent": "5" });
    let (amount, reply) = give_back(&desk, &person, &item, &agreed);
    assert_eq!((amount.to_string().as_str(), reply.status), ("62.30", 202), "{}", reply.body);
    assert!(!reply.body.to_string().contains("settlement"), "{}", reply.body);

    let rows = desk.ask(&desk.partner(), &path(&person)).rows().clone();
    // 5 % of 62.30 are 3.115, half to even.
    let expected = json!({ "currencyCode": "EUR", "credited": "62.30", "handlingFee": "10.00",
        "marginPercent": "5", "margin": "3.12", "received": "49.18" });
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["properties"], expected);
    let recorded = desk.activities(&person);
    assert_eq!(rows[0]["name"], recorded[0]["id"], "the return that it was agreed about");

    // Nobody who asks for the customer's tenant finds any of it.
    assert_eq!(desk.ask(&person, &path(&person)).status, 403);
    desk.wait(TimeDelta::seconds(10));
    for what in [
        "/providers/Prorata/activities".to_owned(),
        "/providers/Prorata/bookings".to_owned(),
        item.id.clone(),
        item.order.clone(),
    ] {
        let told = desk.ask(&person, &format!("GET {what}")).body.to_string();
        for amount in ["49.18", "3.12", "handlingFee", "marginPercent"] {
            assert!(!told.contains(amount), "{amount} in {what}: {told}");
        }
    }
    assert_eq!(desk.ask(&desk.partner().with_role("Guest"), &path(&person)).status, 200);
}

#[test]
fn what_does_not_fit_returns_nothing() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    for (settlement, target) in [
        (json!({ "handlingFee": "62.31", "marginPercent": "0" }), "handlingFee"),
        (json!({ "handlingFee": "-1", "marginPercent": "0" }), "handlingFee"),
        (json!({ "handlingFee": "1", "marginPercent": "100" }), "marginPercent"),
        (json!({ "handlingFee": "1", "marginPercent": "101" }), "marginPercent"),
        (json!({ "handlingFee": "1" }), "marginPercent"),
        (json!({ "marginPercent": "1" }), "handlingFee"),
        (json!("5"), "handlingFee"),
    ] {
        let (_, reply) = give_back(&desk, &person, &item, &settlement);
        assert_eq!((reply.status, reply.code()), (400, "InvalidRequestContent"), "{settlement}");
        let told = reply.body["error"]["target"].as_str().unwrap_or_default();
        assert!(told.ends_with(target), "{told} of {settlement}");
    }
    assert!(desk.activities(&person).is_empty(), "nothing was returned");
    assert!(desk.ask(&desk.partner(), &path(&person)).rows().is_empty());
}

#[test]
fn a_return_without_it_is_as_it_was() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    assert_eq!(give_back(&desk, &person, &item, &Value::Null).1.status, 202);
    assert!(desk.ask(&desk.partner(), &path(&person)).rows().is_empty());
}
