//! Merging reservations of one order.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::{Desk, Item, Person, Reply};

const INVALID: &str = "InvalidRequestContent";

fn merge(desk: &Desk, person: &Person, order: &str, sources: &[&Item]) -> Reply {
    let ids: Vec<&str> = sources.iter().map(|item| item.id.as_str()).collect();
    let body = json!({ "properties": { "sources": ids } });
    desk.post(person, &format!("{order}/merge"), &body)
}

/// Two reservations that came out of a split.
fn halves(desk: &Desk, person: &Person, name: &str, quantities: [u64; 2]) -> [Item; 2] {
    let item = desk.reservation(person, name);
    let body = json!({ "properties": { "quantities": quantities, "reservationId": item.id } });
    let accepted = desk.post(person, &format!("{}/split", item.order), &body);
    assert_eq!(accepted.status, 202, "{}", accepted.body);
    desk.wait(TimeDelta::seconds(5));
    let rows = desk.follow(person, &accepted).body;
    [Item::of(&rows[0]), Item::of(&rows[1])]
}

#[test]
fn two_become_one() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let [first, second] = halves(&desk, &person, "Fertigungsleitstand", [4, 2]);
    let accepted = merge(&desk, &person, &first.order, &[&first, &second]);
    assert_eq!(accepted.status, 202, "{}", accepted.body);
    assert_eq!(desk.follow(&person, &accepted).status, 202);
    desk.wait(TimeDelta::seconds(3));
    let done = desk.follow(&person, &accepted);
    let rows = done.body.as_array().expect("a bare list");
    let states: Vec<&Value> =
        rows.iter().map(|row| &row["properties"]["provisioningState"]).collect();
    assert_eq!(states, ["Merged", "Merged", "Succeeded"]);
    let merged = &rows[2];
    assert_eq!(merged["properties"]["quantity"], 6);
    assert_eq!(merged["properties"]["renew"], false);
    assert_eq!(
        merged["properties"]["mergeProperties"]["mergeSources"],
        json!([first.id, second.id])
    );
    for source in &rows[..2] {
        assert_eq!(source["properties"]["mergeProperties"]["mergeDestination"], merged["id"]);
        assert!(source["properties"]["splitProperties"]["splitSource"].is_string());
    }
}

#[test]
fn the_demonstration_has_two_that_can_be_merged() {
    let desk = Desk::open();
    let person = desk.customer("Żółta");
    let [first, second] =
        ["Serwery testowe A", "Serwery testowe B"].map(|name| desk.reservation(&person, name));
    assert_eq!(merge(&desk, &person, &first.order, &[&first, &second]).status, 202);
}

#[test]
fn what_differs_cannot_be_merged() {
    let desk = Desk::open();
    let person = desk.customer("Fjällgren");
    // Both came from one split and are applied to different subscriptions since.
    let (east, west) = (
        desk.reservation(&person, "Godsterminal Öst"),
        desk.reservation(&person, "Godsterminal Väst"),
    );
    let scopes = merge(&desk, &person, &east.order, &[&east, &west]);
    assert_eq!((scopes.status, scopes.code()), (400, INVALID));
    let ended = desk.reservation(&person, "Godsterminal");
    let state = merge(&desk, &person, &east.order, &[&east, &ended]);
    assert_eq!((state.status, state.code()), (409, "OperationCannotBePerformedInCurrentState"));
    let twice = merge(&desk, &person, &east.order, &[&east, &east]);
    assert_eq!((twice.status, twice.code()), (400, INVALID));
    let alone = merge(&desk, &person, &east.order, &[&east]);
    assert_eq!((alone.status, alone.code()), (400, INVALID));
    let other = desk.reservation(&person, "Ruttoptimering");
    let orders = merge(&desk, &person, &east.order, &[&east, &other]);
    assert_eq!((orders.status, orders.code()), (404, "ReservationIdNotInReservationOrder"));
    for reply in [scopes, twice, alone] {
        assert_eq!(reply.body["error"]["target"], "properties.sources");
    }
}

#[test]
fn units_that_were_used_stay_used() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Webportal");
    let quote = |item: &Item, units: u64| {
        let path = format!("{}/calculateRefund", item.order);
        let reply = desk.post(&person, &path, &item.refund_body(units));
        reply.body["properties"]["billingRefundAmount"]["amount"].to_string()
    };
    let before = quote(&item, 3);
    let [first, second] = halves(&desk, &person, "Webportal", [1, 2]);
    let accepted = merge(&desk, &person, &first.order, &[&first, &second]);
    desk.wait(TimeDelta::seconds(5));
    let merged = Item::of(&desk.follow(&person, &accepted).body[2]);
    assert_eq!(quote(&merged, 3), before);
}
