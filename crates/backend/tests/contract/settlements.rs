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

/// What is damaged is named to everybody who may read the records, and shown to the partner alone.
#[test]
fn what_cannot_be_read_of_it_is_shown_to_the_partner_alone() {
    /// No text of anything else has it.
    const SECRET: &str = "10.07";
    const OPEN: &str = "/providers/Prorata/unreadableDocuments";
    let agreed = json!({ "format": 1, "currencyCode": "EUR", "credited": "62.30",
        "handlingFee": SECRET, "marginPercent": "5", "margin": "3.12", "received": "49.11" });
    let with = |field: &str, value: Value| {
        let mut damaged = agreed.clone();
        damaged[field] = value;
        damaged.to_string()
    };
    let left = format!("damaged: {agreed}");
    for (key, text) in [
        ("settlement/x", with("received", json!("49.12"))),
        // What is wrong with it would be told with the value.
        ("settlement/x", with("handlingFee", json!(10.07))),
        ("settlement/x", with("handlingFee", json!("10.07 EUR"))),
        ("settlement/x", agreed.to_string()[..agreed.to_string().len() - 3].to_owned()),
        ("settlement/x", left.clone()),
        // Of a pack that lacks bytes documents are what stood behind them.
        ("activity/x", left),
    ] {
        let desk = Desk::open();
        let person = desk.customer("Kupferhain");
        desk.tamper_with(&person, |documents| {
            documents.insert(key.to_owned(), text.clone());
        });
        let of_customer =
            format!("GET /providers/Prorata/customers/{}/unreadableDocuments", person.tenant);
        for role in ["AdminAgent", "Guest"] {
            let rows = desk.ask(&desk.partner().with_role(role), &of_customer).rows().clone();
            assert_eq!(rows.len(), 1, "{key}");
            assert_eq!(rows[0]["document"], text.as_str(), "{key}");
            let person = person.with_role(role);
            assert_eq!(desk.ask(&person, &of_customer).status, 403);
            let told = desk.ask(&person, &format!("GET {OPEN}"));
            assert_eq!(told.rows()[0]["name"], key.replace('/', ":"));
            assert_eq!(told.rows()[0]["kind"], key.split('/').next().unwrap_or_default());
            assert!(told.rows()[0]["reason"].as_str().is_some_and(|why| why.contains(key)));
            assert!(!told.body.to_string().contains(SECRET), "{key}: {}", told.body);
            assert!(!told.body.to_string().contains("received"), "{key}: {}", told.body);
        }
        if key.starts_with("settlement/") {
            let list = desk.ask(&desk.partner(), &path(&person));
            assert_eq!((list.status, list.code()), (409, "UnreadableDocument"), "{key}");
        }

        // It can be removed, and the entry about that does not say what it was.
        let removed = desk.ask(&person, &format!("DELETE {OPEN}/{}", key.replace('/', ":")));
        assert_eq!(removed.status, 204, "{}", removed.body);
        assert!(desk.ask(&desk.partner(), &of_customer).rows().is_empty());
        let entry = desk.activities(&person)[0].clone();
        assert_eq!(entry["target"], format!("{OPEN}/{}", key.replace('/', ":")));
        assert_eq!(entry["changes"], json!([]));
        let kept = desk.stored(&person);
        assert!(kept.values().all(|text| !text.contains(SECRET)), "{key}");
        assert!(desk.ask(&desk.partner(), &path(&person)).rows().is_empty());
    }
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
