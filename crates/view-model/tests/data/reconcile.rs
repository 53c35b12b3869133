//! Returns by the record of changes, with what files say was booked for them.

use crate::records::record;
use portfolio::reconcile::{Note, ReturnKind, State};
use serde_json::{Value, json};
use std::sync::Arc;
use view_model::CustomerSummary;
use view_model::activity::Activity;
use view_model::quote::letter::agreed::Agreed;
use view_model::reconcile::{Booking, Compared, Filter, Row, arrange};

const ORDER: &str = "10000000-0000-4000-8000-00000000000A";

fn reservation_id(last: char) -> String {
    format!("/providers/microsoft.capacity/reservationOrders/{ORDER}/reservations/{last}")
}

fn reservation() -> Value {
    json!({
        "quantity": 4, "term": "P1Y", "billingPlan": "Upfront", "currencyCode": "EUR",
        "unitPrice": "365", "purchaseDate": "2026-03-10", "reservedResourceType": "VirtualMachines",
        "provisioningState": "Succeeded", "used": true,
    })
}

/// Two units given back on 2026-09-15 by the policy without a fee: 176 of 365 days are left.
fn refund() -> Activity {
    Activity::of(json!({
        "id": "1", "target": reservation_id('R'),
        "action": "Microsoft.Capacity/reservationOrders/return/action",
        "quote": {
            "policy": "azure-2026-08", "on": "2026-09-15",
            "input": { "kind": "refund", "policy": "azure-2026-08", "on": "2026-09-15",
                "reservation": reservation(), "returnQuantity": 2, "usdRate": "1.1", "ledger": [] },
            "answer": { "kind": "refund", "payable": "352.00" },
        },
    }))
}

fn exchange(status: &str) -> Activity {
    let line = |units: u32| json!({ "reservation": reservation(), "returnQuantity": units });
    Activity::of(json!({
        "id": "2", "target": reservation_id('R'),
        "changes": [{ "field": "status", "before": "Pending", "after": status }],
        "quote": {
            "input": { "kind": "exchange", "policy": "azure-2026-08", "on": "2026-09-15",
                "returns": [line(1), line(2)], "purchases": [{
                    "reservedResourceType": "VirtualMachines", "term": "P3Y", "quantity": 1,
                    "billingPlan": "Upfront", "currencyCode": "EUR", "unitPrice": "9000",
                }] },
            "answer": { "kind": "exchange", "returns": [{ "credit": "176.00" }, { "credit": "352.00" }] },
            "returned": [reservation_id('R'), reservation_id('S')],
        },
    }))
}

fn booking(id: &str, other: Value) -> Booking {
    let mut stated = json!({
        "source": { "file": "transactions.csv", "line": 7 }, "orderId": ORDER.to_lowercase(),
        "event": "Refund", "date": "2026-09-16", "amount": "352", "currencyCode": "EUR",
        "document": "Transactions",
    });
    let fields = stated.as_object_mut().unwrap();
    fields.extend(other.as_object().unwrap().clone());
    Booking::of(&json!({ "name": id, "properties": stated })).unwrap()
}

fn customer() -> Arc<CustomerSummary> {
    Arc::new(CustomerSummary {
        customer_id: "t".to_owned(),
        display_name: "Kiebitz".to_owned(),
        domain: String::new(),
        agreement_type: "CSP".to_owned(),
        reservation_count: 1,
        soonest_expiry: None,
        limit_used_usd: None,
        limit_usd: 50_000.into(),
        unreadable_documents: None,
        incomplete_reservations: None,
        returns: Some(1),
    })
}

fn compared(activities: &[Activity], bookings: Vec<Booking>) -> Compared {
    let mut known = record(r#""renew":false"#);
    known.id = azure::ReservationId::parse(&reservation_id('R')).ok();
    Compared::new(customer(), activities, bookings, &[known])
}

fn rows(compared: &Compared) -> Vec<Row> {
    compared.rows("2026-11-22".parse().unwrap(), compared.files_until())
}

#[test]
fn a_refund_is_compared_with_what_was_booked_for_its_order() {
    let purchase = json!({ "event": "Purchase", "date": "2026-10-31" });
    let all = compared(&[refund()], vec![booking("a", json!({})), booking("b", purchase)]);
    assert_eq!(all.files_until(), "2026-10-31".parse().ok());
    let rows = rows(&all);
    let [row] = &rows[..] else { panic!("{rows:?}") };
    assert_eq!(row.finding.state, State::Matched);
    assert_eq!((row.name.as_str(), row.lines.len()), ("Web", 1));
    let of = row.of.as_ref().unwrap();
    assert_eq!((of.customer.as_str(), of.reservation.as_str()), ("t", "r"));
    let returned = row.returned.as_ref().unwrap();
    assert_eq!((returned.kind, returned.case.units), (ReturnKind::Refund, 2));
}

#[test]
fn what_was_agreed_stands_at_the_return_that_it_was_agreed_about() {
    let agreed = |activity: &str| Agreed { activity: activity.to_owned(), ..Agreed::default() };
    let both = [refund(), exchange("Succeeded")];
    let found = rows(&compared(&both, vec![]).with_agreed(vec![agreed("9"), agreed("1")]));
    let about: Vec<_> = found
        .iter()
        .map(|row| {
            (row.returned.as_ref().unwrap().kind, row.agreed.as_ref().map(|it| &it.activity))
        })
        .map(|(kind, agreed)| (kind == ReturnKind::Refund, agreed.map(String::as_str)))
        .collect();
    assert_eq!(about, [(true, Some("1")), (false, None), (false, None)]);
}

#[test]
fn another_amount_is_explained_by_the_quote() {
    let fee = booking("a", json!({ "amount": "309.76" }));
    let rows = rows(&compared(&[refund()], vec![fee]));
    assert_eq!(rows[0].finding.state, State::OtherAmount);
    assert_eq!(rows[0].finding.difference.unwrap().to_string(), "-42.24");
    assert!(rows[0].finding.notes.iter().any(|note| matches!(note, Note::FeeCharged(_))));
}

#[test]
fn every_return_of_an_exchange_is_expected_unless_it_failed() {
    let found = rows(&compared(&[exchange("Succeeded")], vec![booking("a", json!({}))]));
    let states: Vec<_> = found.iter().map(|row| row.finding.state).collect();
    assert_eq!(states, [State::Missing, State::Matched]);
    let credits: Vec<_> =
        found.iter().map(|row| row.returned.as_ref().unwrap().expected.to_string()).collect();
    assert_eq!(credits, ["176.00", "352.00"]);
    let failed = rows(&compared(&[exchange("Failed")], vec![]));
    assert_eq!(failed, []);
}

#[test]
fn what_cannot_be_read_is_counted_and_what_was_not_recorded_is_named() {
    let mut damaged = refund();
    damaged.quote["input"]["reservation"]["unitPrice"] = json!("?");
    let elsewhere =
        json!({ "orderId": "10000000-0000-4000-8000-00000000000b", "description": "VM" });
    let all = compared(&[damaged], vec![booking("a", json!({})), booking("b", elsewhere)]);
    assert_eq!(all.unread, 1);
    let rows = rows(&all);
    let found: Vec<_> =
        rows.iter().map(|row| (row.finding.state, row.name.as_str(), row.of.is_some())).collect();
    assert_eq!(found, [(State::Unrecorded, "Web", true), (State::Unrecorded, "VM", false)]);
    assert_ne!(rows[0].key, rows[1].key);
}

#[test]
fn what_needs_somebody_comes_first() {
    let late = booking("b", json!({ "date": "2026-11-02", "amount": "1", "orderId": null }));
    let all = rows(&compared(&[refund()], vec![booking("a", json!({})), late]));
    let mut all: Vec<Arc<Row>> = all.into_iter().map(Arc::new).collect();
    arrange(&mut all);
    let filters: Vec<_> = all.iter().map(|row| Filter::of(row.finding.state)).collect();
    assert_eq!(filters, [Filter::Unrecorded, Filter::Matched]);
    for filter in Filter::ALL {
        assert_eq!(Filter::parse(filter.key()), Some(filter));
    }
    assert_eq!(Filter::parse(""), None);
}
