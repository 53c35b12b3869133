//! Cancellations that are entered by hand, and what they take from the yearly limit.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::{Desk, Person, block_on};

const LIST: &str = "/providers/Prorata/ledgerEntries";
const ID: &str = "5f0c9d52-4c39-4d2a-9f2a-77a0a1d5c001";

fn body(date: &str, usd: &str, source: &str) -> Value {
    json!({ "properties": { "date": date, "usd": usd, "source": source } })
}

fn put(desk: &Desk, person: &Person, id: &str, body: &Value) -> (u16, Value) {
    let reply = desk.send_body(person, &format!("PUT {LIST}/{id}"), body);
    (reply.status, reply.body)
}

/// What the customer has used of the limit, by the list of customers.
fn used(desk: &Desk, person: &Person) -> Value {
    let reply = desk.ask(&desk.partner(), "GET /providers/Prorata/customerSummaries");
    let mut rows = reply.rows().iter();
    let row = rows.find(|row| row["customerId"] == person.tenant.as_str()).expect("a customer");
    row["limitUsedUsd"].clone()
}

#[test]
fn an_entry_by_hand_counts_against_the_limit_until_it_is_removed() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let before = used(&desk, &person);
    let leaves = |desk: &Desk| {
        let what = format!("POST {}/calculateRefund", item.order);
        let quote = desk.send_body(&person, &what, &item.refund_body(1)).body;
        let limit = &quote["properties"]["policyResult"]["properties"];
        limit["consumedRefundsTotal"]["amount"].to_string()
    };
    let consumed = leaves(&desk);
    let (status, entry) =
        put(&desk, &person, ID, &body("2026-11-01", "1234.50", " Credit note 77 "));
    assert_eq!(status, 201, "{entry}");
    assert_eq!(entry["properties"]["source"], "Credit note 77");
    assert_eq!(entry["properties"]["usd"], "1234.50");
    assert_ne!(used(&desk, &person), before);
    assert_ne!(leaves(&desk), consumed, "a quote counts it");
    let rows = desk.ask(&person, &format!("GET {LIST}")).rows().clone();
    assert_eq!(rows, vec![entry.clone()]);

    // Again the same changes nothing, and is not recorded.
    let recorded = desk.activities(&person).len();
    desk.wait(TimeDelta::seconds(1));
    assert_eq!(put(&desk, &person, ID, &body("2026-11-01", "1234.50", "Credit note 77")).1, entry);
    assert_eq!(desk.activities(&person).len(), recorded);

    let (status, changed) = put(&desk, &person, ID, &body("2026-11-02", "0.01", "Credit note 78"));
    assert_eq!(status, 200);
    assert_ne!(changed["etag"], entry["etag"]);
    let reply = desk.ask(&person, &format!("DELETE {LIST}/{ID}"));
    assert_eq!(reply.status, 200);
    assert_eq!(desk.ask(&person, &format!("DELETE {LIST}/{ID}")).status, 204);
    assert_eq!((used(&desk, &person), leaves(&desk)), (before, consumed));

    let activities = desk.activities(&person);
    let actions: Vec<&str> = activities.iter().filter_map(|it| it["action"].as_str()).collect();
    assert_eq!(
        actions[..3],
        [
            "Prorata/ledgerEntries/delete",
            "Prorata/ledgerEntries/write",
            "Prorata/ledgerEntries/write"
        ]
    );
    assert_eq!(
        activities[1]["changes"],
        json!([
            { "field": "date", "before": "2026-11-01", "after": "2026-11-02" },
            { "field": "usd", "before": "1234.50", "after": "0.01" },
            { "field": "source", "before": "Credit note 77", "after": "Credit note 78" },
        ])
    );
    assert_eq!(activities[0]["target"], format!("{LIST}/{ID}"));
}

/// 70.80 come back before the fee of 8.50, 19 instalments of 118.00 are cancelled, and a euro is 1.0843 USD.
#[test]
fn a_return_is_booked_with_what_it_counts_under_both_readings() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let quote =
        desk.post(&person, &format!("{}/calculateRefund", item.order), &item.refund_body(1));
    let body = item.return_body(1, &quote.body);
    assert_eq!(desk.post(&person, &format!("{}/return", item.order), &body).status, 202);
    let rows = transactions(&desk, &person);
    let row = rows.iter().find(|row| !row["properties"]["countsAs"].is_null());
    let row = row.expect("the return of today");
    assert_eq!(row["properties"]["amount"].to_string(), "-67.55");
    let expected = json!({ "refund": "67.55", "cancelledCommitment": "2507.77" });
    assert_eq!(row["properties"]["countsAs"], expected);
}

#[test]
fn an_entry_states_the_cancelled_commitment_where_somebody_knows_it() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let with = |commitment: Value| {
        let mut body = body("2026-11-01", "88", "Credit note 77");
        body["properties"]["commitmentUsd"] = commitment;
        put(&desk, &person, ID, &body)
    };
    let (status, entry) = with(json!("1200.00"));
    assert_eq!((status, &entry["properties"]["commitmentUsd"]), (201, &json!("1200.00")));
    let (status, changed) = with(Value::Null);
    assert_eq!((status, changed["properties"].get("commitmentUsd")), (200, None));
    let activities = desk.activities(&person);
    let change = json!([{ "field": "commitmentUsd", "before": "1200.00", "after": null }]);
    assert_eq!(activities[0]["changes"], change);
    for wrong in ["0", "-1", "1.234", "much"] {
        let (status, body) = with(json!(wrong));
        assert_eq!(status, 400, "{wrong}: {body}");
        assert!(body.to_string().contains("commitmentUsd"), "{wrong}: {body}");
    }
}

fn transactions(desk: &Desk, person: &Person) -> Vec<Value> {
    let account = desk.ask(&desk.partner(), "GET /providers/Prorata/account").body;
    let account = account["billingAccountId"].as_str().expect("an id").to_owned();
    let path = format!(
        "GET /providers/Microsoft.Billing/billingAccounts/{account}/customers/{}/providers/\
         Microsoft.Consumption/reservationTransactions",
        person.tenant
    );
    desk.ask(&desk.partner(), &path).rows().clone()
}

#[test]
fn an_entry_stands_beside_what_was_booked_and_only_there() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let transactions = || transactions(&desk, &person);
    let booked = transactions();
    put(&desk, &person, ID, &body("2026-10-05", "20", "Bill of October"));
    let of_it = |row: &&Value| row["name"] == ID;
    let all = transactions();
    assert_eq!(all.len(), booked.len() + 1);
    let row = all.iter().find(of_it).expect("the entry");
    assert_eq!(row["type"], "Prorata/ledgerEntries");
    assert_eq!(row["properties"]["amount"].to_string(), "-20.00");
    let others: Vec<&Value> = all.iter().filter(|row| row["name"] != ID).collect();
    assert_eq!(others, booked.iter().collect::<Vec<_>>());
    // What was booked is no entry, and cannot be changed as one.
    let name = booked.iter().find(|row| row["properties"]["eventType"] != "Purchase");
    if let Some(name) = name.and_then(|row| row["name"].as_str()) {
        assert_eq!(desk.ask(&person, &format!("DELETE {LIST}/{name}")).status, 204);
        assert_eq!(transactions().len(), all.len());
    }
    let other = desk.ask(&desk.customer("Fjällgren"), &format!("GET {LIST}"));
    assert!(other.rows().is_empty(), "it is one customer's");
}

#[test]
fn what_is_wrong_with_an_entry_is_named() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    for (field, body) in [
        ("properties.date", body("2026-11-22", "1", "tomorrow")),
        ("properties.date", body("22.11.2026", "1", "x")),
        ("properties.usd", body("2026-11-01", "0", "x")),
        ("properties.usd", body("2026-11-01", "-1", "x")),
        ("properties.usd", body("2026-11-01", "1.001", "x")),
        ("properties.usd", body("2026-11-01", "1e3", "x")),
        ("properties.source", body("2026-11-01", "1", " ")),
        ("properties.source", body("2026-11-01", "1", &"x".repeat(1_001))),
        ("properties.source", json!({ "properties": { "date": "2026-11-01", "usd": "1" } })),
    ] {
        let (status, answer) = put(&desk, &person, ID, &body);
        assert_eq!((status, &answer["error"]["target"]), (400, &json!(field)), "{answer}");
    }
    let (status, answer) = put(&desk, &person, "x", &body("2026-11-01", "1", "x"));
    assert_eq!((status, &answer["error"]["code"]), (400, &json!("InvalidLedgerEntryName")));
    assert!(desk.ask(&person, &format!("GET {LIST}")).rows().is_empty());
}

#[test]
fn an_entry_that_somebody_else_has_changed_is_not_overwritten() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let (_, seen) = put(&desk, &person, ID, &body("2026-11-01", "10", "x"));
    put(&desk, &person, ID, &body("2026-11-01", "11", "x"));
    let etag = seen["etag"].as_str().expect("an etag");
    for what in [format!("PUT {LIST}/{ID}"), format!("DELETE {LIST}/{ID}")] {
        let headers = [("if-match", etag)];
        let body = body("2026-11-01", "12", "x");
        let reply = block_on(desk.ask_with(&person, &what, &headers, &body));
        assert_eq!((reply.status, reply.code()), (412, "PreconditionFailed"), "{what}");
    }
    let rows = desk.ask(&person, &format!("GET {LIST}")).rows().clone();
    assert_eq!(rows[0]["properties"]["usd"], "11.00");
    let guest = person.with_role("Guest");
    assert_eq!(put(&desk, &guest, ID, &body("2026-11-01", "1", "x")).0, 403);
    assert_eq!(desk.ask(&guest, &format!("GET {LIST}")).status, 200);
}
