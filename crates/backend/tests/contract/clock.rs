//! The yearly limit and whatever is under way, by clocks that are wrong.

use chrono::TimeDelta;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::fixtures::{Desk, Item, Person};

/// Quotes and returns all units of a reservation; the USD that are paid out.
fn try_return(desk: &Desk, person: &Person, item: &Item) -> Option<Decimal> {
    let path = format!("{}/calculateRefund", item.order);
    let quote = desk.post(person, &path, &item.refund_body(item.quantity));
    let body = item.return_body(item.quantity, &quote.body);
    let reply = desk.post(person, &format!("{}/return", item.order), &body);
    let paid = reply.body["properties"]["pricingRefundAmount"]["amount"].to_string();
    (reply.status == 202).then(|| paid.parse().expect("an amount"))
}

fn used(desk: &Desk, name: &str) -> Decimal {
    desk.summary(name)["limitUsedUsd"].as_str().expect("a text").parse().expect("an amount")
}

const LIMIT: Decimal = Decimal::from_parts(50_000, 0, 0, false, 0);
const LARGE: [&str; 2] = ["SAP HANA for the whole group", "Private cloud, five years"];

#[test]
fn a_clock_that_is_set_back_does_not_empty_the_ledger() {
    for (first, second) in [
        ("2026-11-22T00:00:00.300Z", "2026-11-21T23:59:59.700Z"),
        ("2026-11-23T12:00:00Z", "2026-11-21T12:00:00Z"),
        ("2026-12-31T12:00:00Z", "2026-11-21T12:00:00Z"),
    ] {
        let desk = Desk::open();
        let person = desk.customer("Sablier");
        // A change keeps the demonstration from being renewed with the day.
        let item = desk.reservation(&person, "Survey flights");
        let name = json!({ "properties": { "name": "Flights" } });
        assert_eq!(desk.send_body(&person, &format!("PATCH {}", item.id), &name).status, 200);
        let before = used(&desk, "Sablier");
        desk.set_clock(first);
        let items = LARGE.map(|name| desk.reservation(&person, name));
        let one = try_return(&desk, &person, &items[0]).expect("the first fits");
        desk.set_clock(second);
        assert!(used(&desk, "Sablier") >= before + one, "what is dated ahead counts");
        let other = try_return(&desk, &person, &items[1]).unwrap_or_default();
        let paid = before + one + other;
        assert!(paid <= LIMIT, "{paid} USD of {LIMIT} after {first} and {second}");
        assert!(used(&desk, "Sablier") <= LIMIT);
    }
}

/// Returns of two years are more than the limit of one, and by a clock that is far back all are yet to come.
#[test]
fn a_clock_that_is_far_back_uses_no_more_than_the_limit() {
    let desk = Desk::open();
    let person = desk.customer("Sablier");
    let item = desk.reservation(&person, "Survey flights");
    let name = json!({ "properties": { "name": "Flights" } });
    assert_eq!(desk.send_body(&person, &format!("PATCH {}", item.id), &name).status, 200);
    let first = try_return(&desk, &person, &desk.reservation(&person, LARGE[0])).expect("it fits");
    desk.set_clock("2027-12-01T12:00:00Z");
    let second =
        try_return(&desk, &person, &desk.reservation(&person, LARGE[1])).expect("so does this");
    assert!(first + second > LIMIT, "{first} and {second}");
    assert_eq!(used(&desk, "Sablier"), second);
    for back in ["2026-11-22T12:00:00Z", "2020-02-29T12:00:00Z", "1970-01-01T00:00:00Z"] {
        desk.set_clock(back);
        assert_eq!(used(&desk, "Sablier"), LIMIT, "{back}");
        let paid = try_return(&desk, &person, &item).unwrap_or_default();
        assert_eq!(paid, Decimal::ZERO, "{back}: nothing is left");
    }
    desk.set_clock("2027-12-01T12:00:01Z");
    assert_eq!(used(&desk, "Sablier"), second, "as if nothing had been");
}

#[test]
fn nothing_is_pending_longer_because_the_clock_was_ahead() {
    for corrected in ["2026-11-21T09:30:00Z", "2026-12-30T09:00:00Z", "2026-12-31T09:29:59.500Z"] {
        let desk = Desk::open();
        let person = desk.customer("Kupferhain");
        let item = desk.reservation(&person, "Fertigungsleitstand");
        let other = desk.reservation(&person, "ERP Datenbank");
        let name = json!({ "properties": { "name": "Other" } });
        assert_eq!(desk.send_body(&person, &format!("PATCH {}", other.id), &name).status, 200);
        desk.set_clock("2026-12-31T09:30:00Z");
        let body = json!({ "properties": { "quantities": [4, 2], "reservationId": item.id } });
        let split = desk.post(&person, &format!("{}/split", item.order), &body);
        assert_eq!(split.status, 202);
        assert!(try_return(&desk, &person, &other).is_some());
        desk.set_clock(corrected);
        desk.wait(TimeDelta::seconds(6));
        let list = desk.ask(&person, "GET /providers/Microsoft.Capacity/reservations");
        for row in list.rows() {
            assert_ne!(row["properties"]["provisioningState"], "Pending", "{corrected}: {row}");
        }
        assert_eq!(desk.follow(&person, &split).status, 200);
        // What is done now has its real date, and the record of activities goes on.
        let name = json!({ "properties": { "name": "Leitstand" } });
        let part = &desk.follow(&person, &split).body[0]["id"];
        let what = format!("PATCH {}", part.as_str().expect("an id"));
        assert_eq!(desk.send_body(&person, &what, &name).status, 200);
        let activities = desk.activities(&person);
        assert_eq!(activities[0]["changes"][0]["after"], "Leitstand");
        let at = |place: usize| activities[place]["at"].as_str().expect("a time");
        assert!(at(0) > at(1) && at(1) >= at(2), "{} {} {}", at(0), at(1), at(2));
    }
}

/// Something that somebody does, whatever comes of it.
fn act(desk: &Desk, person: &Person, items: &[Item], which: usize, with: usize) {
    let item = &items[with % items.len()];
    match which {
        0 => drop(try_return(desk, person, item)),
        1 => {
            let body = json!({ "properties": { "name": format!("Name {with}") } });
            desk.send_body(person, &format!("PATCH {}", item.id), &body);
        }
        2 => {
            let first = item.quantity / 2;
            let quantities = [first, item.quantity - first];
            let body =
                json!({ "properties": { "quantities": quantities, "reservationId": item.id } });
            desk.post(person, &format!("{}/split", item.order), &body);
        }
        _ => {
            let path = format!("{}/calculateRefund", item.order);
            let quote = desk.post(person, &path, &item.refund_body(1));
            let body = item.return_body(1, &quote.body);
            desk.post(person, &format!("{}/return", item.order), &body);
        }
    }
}

/// Moments of the years 1970 to 9999, those near the demonstration more often.
fn moments() -> impl Strategy<Value = String> {
    let year = prop_oneof![Just(2026_i32), Just(2027), 1970..10_000_i32];
    let day = (1..13_u32, 1..29_u32);
    (year, day, 0..24_u32).prop_map(|(year, (month, day), hour)| {
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:59:59.999Z")
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        max_shrink_iters: 64,
        ..Default::default()
    })]

    #[test]
    fn no_clock_breaks_anything(
        steps in prop::collection::vec((moments(), 0..4_usize, 0..20_usize), 1..8),
    ) {
        let desk = Desk::open();
        let person = desk.customer("Kupferhain");
        let list = "GET /providers/Microsoft.Capacity/reservations";
        let items: Vec<Item> = desk.ask(&person, list).rows().iter().map(Item::of).collect();
        for (moment, which, with) in steps {
            desk.set_clock(&moment);
            act(&desk, &person, &items, which, with);
            prop_assert_eq!(desk.ask(&person, list).status, 200, "{}", moment);
            let summaries = desk.ask(&desk.partner(), "GET /providers/Prorata/customerSummaries");
            prop_assert_eq!(summaries.status, 200, "{}", moment);
            for row in summaries.rows() {
                prop_assert!(row["limitUsedUsd"].is_string(), "{}: {}", moment, row);
            }
            let unread = desk.ask(&person, "GET /providers/Prorata/unreadableDocuments");
            prop_assert_eq!(unread.rows().len(), 0, "{}: {}", moment, unread.body);
        }
        desk.set_clock("2026-11-21T12:00:00Z");
        desk.wait(TimeDelta::seconds(10));
        for row in desk.ask(&person, list).rows() {
            let state: &Value = &row["properties"]["provisioningState"];
            prop_assert!(state != "Pending" && state != "Creating", "{}", row);
        }
        let activities = desk.activities(&person);
        let numbers: std::collections::BTreeSet<&str> =
            activities.iter().filter_map(|entry| entry["id"].as_str()).collect();
        prop_assert_eq!(numbers.len(), activities.len());
    }
}

#[test]
fn changes_within_a_millisecond_stay_in_their_order() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let names: Vec<String> = (0..20).map(|number| format!("Leitstand {number}")).collect();
    for (number, name) in names.iter().enumerate() {
        desk.set_clock(&format!("2026-11-21T09:30:00.0001{number:02}Z"));
        let body = json!({ "properties": { "name": name } });
        assert_eq!(desk.send_body(&person, &format!("PATCH {}", item.id), &body).status, 200);
    }
    let activities = desk.activities(&person);
    let recorded = activities.iter().rev().map(|entry| entry["changes"][0]["after"].clone());
    assert_eq!(recorded.collect::<Vec<_>>(), names);
}
