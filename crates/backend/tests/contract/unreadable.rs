//! Stored documents that cannot be read.

use backend::Unit;
use chrono::TimeDelta;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::fixtures::exchange::{CALCULATE, draft, machines, subscription};
use crate::fixtures::{Desk, Item, Person, Reply};

const LIST: &str = "GET /providers/Prorata/unreadableDocuments";
const RESERVATIONS: &str = "GET /providers/Microsoft.Capacity/reservations";
const CUSTOMERS: usize = 18;
const SUMMARIES: &str = "GET /providers/Prorata/customerSummaries";

/// Breaks every document of a kind; how many there were.
fn spoil(desk: &Desk, person: &Person, kind: &str, with: &str) -> usize {
    let mut count = 0;
    desk.tamper_with(person, |documents| {
        let of_kind = |key: &&mut String| key.starts_with(&format!("{kind}/"));
        let mut keys: Vec<String> = documents.keys().cloned().collect();
        for key in keys.iter_mut().filter(of_kind) {
            documents.insert(key.clone(), with.to_owned());
            count += 1;
        }
    });
    count
}

/// The row of the customer in the list of customers.
fn row_of(desk: &Desk, person: &Person) -> Value {
    let account = desk.ask(&desk.partner(), "GET /providers/Prorata/account").body;
    let account = account["billingAccountId"].as_str().expect("an account").to_owned();
    let path = format!("GET /providers/Microsoft.Billing/billingAccounts/{account}/customers");
    let list = desk.ask(&desk.partner(), &path);
    let is_it = |row: &&Value| row["name"] == person.tenant.as_str();
    list.rows().iter().find(is_it).expect("the customer").clone()
}

/// The row of the page's own list.
fn summary_of(desk: &Desk, person: &Person) -> Value {
    let list = desk.ask(&desk.partner(), SUMMARIES);
    let is_it = |row: &&Value| row["customerId"] == person.tenant.as_str();
    list.rows().iter().find(is_it).expect("the customer").clone()
}

fn quote(desk: &Desk, person: &Person, item: &Item) -> Reply {
    desk.post(person, &format!("{}/calculateRefund", item.order), &item.refund_body(1))
}

#[test]
fn each_kind_is_set_aside_and_can_be_removed() {
    for kind in [
        "reservation",
        "order",
        "transaction",
        "customer",
        "principal",
        "assignment",
        "ticket",
        "operation",
        "pendingReturn",
        "exchange",
        "activity",
        "latest",
        "revision",
    ] {
        for with in ["", "[]", r#"{"number":1e999999}"#] {
            let desk = Desk::open();
            let person = desk.customer("Kupferhain");
            let count = desk.ask(&person, RESERVATIONS).rows().len();
            let item = desk.reservation(&person, "Fertigungsleitstand");
            let other = desk.reservation(&person, "ERP Datenbank");
            begin_everything(&desk, &person, &item, &other);
            let spoiled = spoil(&desk, &person, kind, with);
            assert!(spoiled > 0, "there is a {kind}");

            // Everything else works.
            desk.wait(TimeDelta::seconds(10));
            let rows = desk.ask(&person, RESERVATIONS).rows().clone();
            assert!(rows.len() >= count, "{kind}");
            let told = rows
                .iter()
                .filter(|row| {
                    row["properties"]["extendedStatusInfo"]["statusCode"] == "UnreadableDocument"
                })
                .count();
            let expected = match kind {
                "reservation" => spoiled,
                "order" => rows.len(),
                _ => 0,
            };
            assert_eq!(told, expected, "{kind}");
            for path in [
                "/providers/Microsoft.Capacity/reservationOrders",
                "/providers/Prorata/activities",
                "/providers/Microsoft.Support/supportTickets",
                "/subscriptions",
                "/providers/Microsoft.Management/managementGroups",
            ] {
                desk.ask(&person, &format!("GET {path}")).rows();
            }
            assert_eq!(desk.ask(&desk.partner(), SUMMARIES).rows().len(), CUSTOMERS, "{kind}");
            let row = row_of(&desk, &person);
            assert_eq!(row["properties"]["unreadableDocuments"], spoiled, "{kind} {with}");
            let summary = summary_of(&desk, &person);
            assert_eq!(summary["unreadableDocuments"], spoiled, "{kind} {with}");
            if kind == "customer" {
                assert_eq!(row["properties"]["displayName"], person.tenant.as_str());
            }

            // They are told, and removed one by one.
            let list = desk.ask(&person, LIST).rows().clone();
            assert_eq!(list.len(), spoiled, "{kind}");
            for document in &list {
                assert_eq!(
                    (&document["kind"], &document["document"]),
                    (&json!(kind), &json!(with))
                );
                let reason = document["reason"].as_str().expect("a reason");
                assert!(reason.contains("cannot be read"), "{reason}");
                let name = document["name"].as_str().expect("a name");
                let what = format!("DELETE /providers/Prorata/unreadableDocuments/{name}");
                let guest = person.with_role("Guest");
                assert_eq!(desk.ask(&guest, &what).status, 403);
                assert_eq!(desk.ask(&person, &what).status, 204, "{what}");
                assert_eq!(desk.ask(&person, &what).code(), "DocumentNotFound");
                let entry = &desk.activities(&person)[0];
                assert_eq!(entry["changes"][0]["before"], with);
            }
            assert!(desk.ask(&person, LIST).rows().is_empty());
            assert_eq!(row_of(&desk, &person)["properties"]["unreadableDocuments"], Value::Null);
            assert_eq!(summary_of(&desk, &person)["unreadableDocuments"], Value::Null);
            // What waited for one of them waits no longer.
            desk.wait(TimeDelta::seconds(10));
            for row in desk.ask(&person, RESERVATIONS).rows() {
                assert_ne!(row["properties"]["provisioningState"], "Pending", "{kind}");
            }
        }
    }
}

/// A split, a return and an exchange under way, and a change that is over.
fn begin_everything(desk: &Desk, person: &Person, item: &Item, other: &Item) {
    let payer = subscription(desk, person);
    let third = desk.reservation(person, "Messrechner Halle 4");
    let purchase = machines(&payer, "Standard_D8s_v5", "westeurope", "P3Y", 9);
    let draft = draft(&[(&third, 1)], &[purchase], &[]);
    let exchange = desk.exchange_quote(person, &draft, "azure-2026-08");
    let quote = quote(desk, person, other);
    let name = json!({ "properties": { "name": "Leitstand" } });
    assert_eq!(desk.send_body(person, &format!("PATCH {}", item.id), &name).status, 200);
    let split = json!({ "properties": { "quantities": [4, 2], "reservationId": item.id } });
    assert_eq!(desk.post(person, &format!("{}/split", item.order), &split).status, 202);
    let body = other.return_body(1, &quote.body);
    assert_eq!(desk.post(person, &format!("{}/return", other.order), &body).status, 202);
    let reply = desk.exchange(person, &exchange);
    assert_eq!(reply.status, 202, "{}", reply.body);
}

/// A term that nobody knows was a year, and a currency that nobody knows had two digits.
#[test]
fn a_damaged_fact_is_named_and_never_taken_for_another_one() {
    for (field, value) in [
        ("term", "P9Y"),
        ("billingPlan", "Weekly"),
        ("currency", "XXX"),
        ("unitPrice", "cheap"),
        ("state", "7"),
    ] {
        let desk = Desk::open();
        let person = desk.customer("Kupferhain");
        let item = desk.reservation(&person, "Fertigungsleitstand");
        let order = item.order.rsplit('/').next().expect("an id");
        desk.tamper_with(&person, |documents| {
            let order = documents.get_mut(&format!("order/{order}")).expect("the order");
            let mut facts: Value = serde_json::from_str(order).expect("JSON");
            facts[field] = value.parse::<u32>().map_or(json!(value), |number| json!(number));
            *order = facts.to_string();
        });
        let reply = quote(&desk, &person, &item);
        assert_eq!((reply.status, reply.code()), (409, "UnreadableDocument"), "{field}");
        let list = desk.ask(&person, LIST).rows().clone();
        assert_eq!(list.len(), 1, "{field}");
        assert_eq!(list[0]["kind"], "order");
    }
}

#[test]
fn a_limit_that_is_not_known_is_not_told() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let before = quote(&desk, &person, &item);
    let first = desk.stored(&person).into_keys().find(|key| key.starts_with("transaction/"));
    let key = first.expect("a transaction");
    for spoiled in ["{", r#"{"usd":"1.00"}"#] {
        desk.tamper_with(&person, |documents| {
            documents.insert(key.clone(), spoiled.to_owned());
        });
        assert_eq!(desk.summary("Kupferhain")["limitUsedUsd"], Value::Null);
        let path = format!("{}/return", item.order);
        let committed = desk.post(&person, &path, &item.return_body(1, &before.body));
        let account = desk.ask(&desk.partner(), "GET /providers/Prorata/account").body;
        let account = account["billingAccountId"].as_str().expect("an account").to_owned();
        let ledger = format!(
            "GET /providers/Microsoft.Billing/billingAccounts/{account}/customers/{}/providers/\
             Microsoft.Consumption/reservationTransactions",
            person.tenant
        );
        for reply in [quote(&desk, &person, &item), committed, desk.ask(&desk.partner(), &ledger)] {
            assert_eq!((reply.status, reply.code()), (409, "UnreadableDocument"));
            assert!(
                reply.body["error"]["message"].as_str().is_some_and(|text| text.contains(&key))
            );
        }
    }
    // Negative amounts would make room.
    desk.tamper_with(&person, |documents| {
        let other = documents.iter().find(|(k, _)| k.starts_with("transaction/") && **k != key);
        let mut document: Value = serde_json::from_str(other.expect("another").1).expect("JSON");
        document["usd"] = json!("-100.00");
        documents.insert(key.clone(), document.to_string());
    });
    assert_eq!(quote(&desk, &person, &item).code(), "UnreadableDocument");
    let name = desk.ask(&person, LIST).rows()[0]["name"].as_str().expect("a name").to_owned();
    let what = format!("DELETE /providers/Prorata/unreadableDocuments/{name}");
    assert_eq!(desk.ask(&person, &what).status, 204);
    assert_eq!(quote(&desk, &person, &item).status, 200);
    assert!(desk.summary("Kupferhain")["limitUsedUsd"].is_string());
}

#[test]
fn ten_thousand_cancellations_are_counted() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    desk.tamper_with(&person, |documents| {
        let known = documents.iter().find(|(key, _)| key.starts_with("transaction/"));
        let mut document: Value = serde_json::from_str(known.expect("one").1).expect("JSON");
        document["usd"] = json!("0.01");
        for number in 0..10_100 {
            documents.insert(format!("transaction/{number:05}"), document.to_string());
        }
    });
    assert_eq!(quote(&desk, &person, &item).status, 200);
    assert!(desk.summary("Kupferhain")["limitUsedUsd"].is_string());
}

#[test]
fn what_belongs_to_the_partner_is_set_aside_as_well() {
    let desk = Desk::open();
    let partner = desk.partner();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let rows = desk.ask(&partner, "GET /providers/Prorata/priceList?currencyCode=EUR").rows()[..2]
        .to_vec();
    let list = json!({ "value": rows });
    assert_eq!(desk.send_body(&partner, "PUT /providers/Prorata/priceList", &list).status, 200);
    let keys: Vec<String> = {
        let mut keys = Vec::new();
        desk.tamper(&Unit::Partner, |documents| {
            for (key, document) in documents.iter_mut() {
                if key.starts_with("account/") || key.starts_with("priceList/") {
                    "{".clone_into(document);
                    keys.push(key.clone());
                }
            }
        });
        keys
    };
    assert_eq!(keys.len(), 2);
    // The customers can be worked with, and no price is told that may be another one.
    assert_eq!(desk.ask(&person, RESERVATIONS).status, 200);
    assert_eq!(desk.ask(&partner, SUMMARIES).rows().len(), CUSTOMERS);
    assert_eq!(quote(&desk, &person, &item).status, 200);
    assert_eq!(desk.ask(&partner, "GET /providers/Prorata/account").status, 200);
    let payer = subscription(&desk, &person);
    let purchase = machines(&payer, "Standard_D8s_v5", "westeurope", "P3Y", 9);
    let draft = draft(&[(&item, 1)], std::slice::from_ref(&purchase), &[]);
    for reply in [
        desk.post(&person, CALCULATE, &draft),
        desk.post(&person, "/providers/Microsoft.Capacity/calculatePrice", &purchase),
        desk.ask(&partner, "GET /providers/Prorata/priceList"),
        desk.send_body(&partner, "PUT /providers/Prorata/priceList", &list),
    ] {
        assert_eq!((reply.status, reply.code()), (409, "UnreadableDocument"));
    }
    for document in desk.ask(&partner, LIST).rows() {
        let name = document["name"].as_str().expect("a name");
        let what = format!("DELETE /providers/Prorata/unreadableDocuments/{name}");
        if document["kind"] == "priceList" {
            assert_eq!(desk.ask(&partner, &what).status, 204);
        }
    }
    assert_eq!(desk.send_body(&partner, "PUT /providers/Prorata/priceList", &list).status, 200);
}

#[test]
fn a_unit_without_its_customer_is_a_customer_without_a_name() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    desk.tamper_with(&person, |documents| documents.retain(|key, _| !key.starts_with("customer/")));
    assert_eq!(row_of(&desk, &person)["properties"]["displayName"], person.tenant.as_str());
    assert!(desk.ask(&person, RESERVATIONS).rows().len() > 5);
    assert_eq!(desk.ask(&desk.partner(), SUMMARIES).rows().len(), CUSTOMERS);
    let name = json!({ "properties": { "name": "Leitstand" } });
    assert_eq!(desk.send_body(&person, &format!("PATCH {}", item.id), &name).status, 404);
}

/// Replaces a part of a document.
fn damage(text: &str, place: usize, with: &str) -> String {
    let mut value: Value = serde_json::from_str(text).expect("JSON");
    let mut all = Vec::new();
    places(&value, String::new(), &mut all);
    let place = &all[place % all.len()];
    *value.pointer_mut(place).expect("a place") = serde_json::from_str(with).expect("JSON");
    value.to_string()
}

fn places(value: &Value, here: String, all: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| places(value, format!("{here}/{name}"), all));
        }
        Value::Array(values) => {
            let numbered = values.iter().enumerate();
            numbered.for_each(|(place, value)| places(value, format!("{here}/{place}"), all));
        }
        _ => {}
    }
    all.push(here);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        max_shrink_iters: 64,
        ..Default::default()
    })]

    /// Whatever a document is damaged to, nothing panics and no list fails; and money is told by what
    /// can be read, or not at all.
    #[test]
    fn no_damage_spreads(
        damages in prop::collection::vec((
            any::<prop::sample::Index>(),
            any::<usize>(),
            prop::sample::select(vec![
                "null", "true", "-1", "1e400", "\"\"", "\"x\"", "[]", "[[]]", "{}",
                "99999999999999999999", "\"9999-12-31T23:59:59Z\"", "\"-1.00\"", r#"{"x":[]}"#,
            ]),
        ), 1..6),
    ) {
        let desk = Desk::open();
        let person = desk.customer("Kupferhain");
        let item = desk.reservation(&person, "Fertigungsleitstand");
        let other = desk.reservation(&person, "ERP Datenbank");
        begin_everything(&desk, &person, &item, &other);
        desk.tamper_with(&person, |documents| {
            for (which, place, with) in &damages {
                let keys: Vec<&String> = documents.keys().collect();
                let key = (*which.get(&keys)).clone();
                let damaged = damage(&documents[&key], *place, with);
                documents.insert(key, damaged);
            }
        });
        for _ in 0..2 {
            desk.wait(TimeDelta::seconds(10));
            for path in [RESERVATIONS, LIST, "GET /providers/Prorata/activities",
                "GET /providers/Microsoft.Capacity/reservationOrders",
                "GET /providers/Microsoft.Support/supportTickets"] {
                let reply = desk.ask(&person, path);
                prop_assert_eq!(reply.status, 200, "{}: {}", path, reply.body);
            }
            prop_assert_eq!(desk.ask(&desk.partner(), SUMMARIES).rows().len(), CUSTOMERS);
            prop_assert!(row_of(&desk, &person).is_object());
            let reply = quote(&desk, &person, &item);
            prop_assert!(reply.status < 500, "{}", reply.body);
            let what = format!("PATCH {}", item.id);
            let reply = desk.send_body(&person, &what, &json!({ "properties": { "name": "x" } }));
            prop_assert!(reply.status < 500, "{}", reply.body);
        }
    }
}
