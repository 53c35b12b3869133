//! Splitting a reservation.

use azure::{Page, Reservation, from_slice};
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::{Desk, Item, Person, Reply};

fn split(desk: &Desk, person: &Person, item: &Item, quantities: &Value) -> Reply {
    let body = json!({ "properties": { "quantities": quantities, "reservationId": item.id } });
    desk.post(person, &format!("{}/split", item.order), &body)
}

fn state(desk: &Desk, person: &Person, id: &str) -> Value {
    desk.ask(person, &format!("GET {id}")).body["properties"]["provisioningState"].clone()
}

#[test]
fn one_becomes_two() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let accepted = split(&desk, &person, &item, &json!([4, 2]));
    assert_eq!((accepted.status, accepted.response.body().len()), (202, 0));
    assert_eq!(accepted.header("retry-after"), Some("1"));
    assert_eq!(accepted.header("azure-asyncoperation"), None);
    assert_eq!(state(&desk, &person, &item.id), "Pending");
    assert_eq!(state(&desk, &person, &item.order), "Pending");
    let pending = desk.follow(&person, &accepted);
    assert_eq!((pending.status, pending.header("retry-after")), (202, Some("1")));
    assert_eq!(pending.header("location"), accepted.header("location"));

    desk.wait(TimeDelta::seconds(3));
    let done = desk.follow(&person, &accepted);
    assert_eq!(done.status, 200);
    let page: Page<Reservation> = from_slice(done.response.body()).expect("a list");
    assert_eq!(page.value.len(), 3);
    let rows = done.body.as_array().expect("a bare list");
    let quantities: Vec<&Value> = rows.iter().map(|row| &row["properties"]["quantity"]).collect();
    assert_eq!(quantities, [4, 2, 6]);
    let [first, second, source] = [&rows[0], &rows[1], &rows[2]];
    assert_eq!(source["id"], item.id.as_str());
    let of_source = &source["properties"];
    assert_eq!(of_source["provisioningState"], "Split");
    assert_eq!(of_source["extendedStatusInfo"]["statusCode"], "Split");
    assert_eq!(
        of_source["splitProperties"]["splitDestinations"],
        json!([first["id"], second["id"]])
    );
    for part in [first, second] {
        let properties = &part["properties"];
        assert_eq!(properties["splitProperties"]["splitSource"], item.id.as_str());
        assert_eq!(properties["provisioningState"], "Succeeded");
        assert_eq!(properties["renew"], false, "a split ends the renewal");
        assert_eq!(properties["displayName"], "Fertigungsleitstand");
        assert_eq!(part["etag"], 1);
    }
    assert_eq!(state(&desk, &person, &item.order), "Succeeded");
    // The parts are reservations like others.
    let part = Item::of(first);
    let path = format!("{}/calculateRefund", part.order);
    assert_eq!(desk.post(&person, &path, &part.refund_body(4)).status, 200);
}

#[test]
fn quantities_must_make_sense() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    for quantities in [
        json!([6]),
        json!([2, 2, 2]),
        json!([6, 0]),
        json!([3, 4]),
        json!([-1, 7]),
        json!([1.5, 4.5]),
        json!([4_294_967_295_u32, 7]),
        json!("4,2"),
        Value::Null,
    ] {
        let reply = split(&desk, &person, &item, &quantities);
        assert_eq!((reply.status, reply.code()), (400, "InvalidRequestContent"), "{quantities}");
        assert_eq!(reply.body["error"]["target"], "properties.quantities");
    }
}

#[test]
fn only_what_runs_can_be_split() {
    let desk = Desk::open();
    let person = desk.customer("Fjällgren");
    let item = desk.reservation(&person, "Godsterminal");
    let reply = split(&desk, &person, &item, &json!([6, 6]));
    assert_eq!((reply.status, reply.code()), (409, "OperationCannotBePerformedInCurrentState"));

    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let quote =
        desk.post(&person, &format!("{}/calculateRefund", item.order), &item.refund_body(1));
    assert_eq!(split(&desk, &person, &item, &json!([4, 2])).status, 202);
    let again = split(&desk, &person, &item, &json!([4, 2]));
    assert_eq!((again.status, again.code()), (409, "OperationCannotBePerformedInCurrentState"));
    let body = item.return_body(1, &quote.body);
    let reply = desk.post(&person, &format!("{}/return", item.order), &body);
    assert_eq!((reply.status, reply.code()), (409, "OperationCannotBePerformedInCurrentState"));
}

#[test]
fn the_reservation_must_be_of_the_order() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let mut other = desk.reservation(&person, "ERP Datenbank");
    other.id.clone_from(&item.id);
    let reply = split(&desk, &person, &other, &json!([4, 2]));
    assert_eq!((reply.status, reply.code()), (404, "ReservationIdNotInReservationOrder"));
    other.id = "x".to_owned();
    let reply = split(&desk, &person, &other, &json!([4, 2]));
    assert_eq!(reply.body["error"]["target"], "properties.reservationId");
}

#[test]
fn an_operation_is_its_customers_and_not_kept_for_ever() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let accepted = split(&desk, &person, &item, &json!([4, 2]));
    assert_eq!(desk.follow(&desk.customer("Brisa"), &accepted).status, 404);
    desk.wait(TimeDelta::days(365));
    assert_eq!(desk.follow(&person, &accepted).status, 200);
    desk.wait(TimeDelta::days(367));
    assert_eq!(desk.follow(&person, &accepted).status, 200, "as long as nothing else changes");
    assert_eq!(desk.post(&person, &format!("{}/archive", item.id), &Value::Null).status, 200);
    assert_eq!(desk.follow(&person, &accepted).status, 404);
}

#[test]
fn a_plan_that_was_damaged_meanwhile_makes_no_units_and_loses_none() {
    for (parts, named) in [
        (json!([["a", 6], ["b", 0]]), true),
        (json!([["a", "4"], ["b", 2]]), true),
        (json!([["a", 4], ["b", 3]]), false),
    ] {
        let desk = Desk::open();
        let person = desk.customer("Kupferhain");
        let item = desk.reservation(&person, "Fertigungsleitstand");
        assert_eq!(split(&desk, &person, &item, &json!([4, 2])).status, 202);
        desk.tamper_with(&person, |documents| {
            let of_kind = |(key, _): &(&String, &mut String)| key.starts_with("operation/");
            let (_, text) = documents.iter_mut().find(of_kind).expect("the split");
            let mut operation: Value = serde_json::from_str(text).expect("JSON");
            operation["plan"]["parts"] = parts.clone();
            *text = operation.to_string();
        });
        desk.wait(TimeDelta::seconds(10));
        let row = desk.ask(&person, &format!("GET {}", item.id)).body;
        assert_eq!(row["properties"]["quantity"], 6, "{parts}");
        // What cannot be read is named, and waits; what cannot be done has failed.
        let list = desk.ask(&person, "GET /providers/Prorata/unreadableDocuments").rows().clone();
        assert_eq!(list.len(), usize::from(named), "{parts}");
        let state = &row["properties"]["provisioningState"];
        assert_eq!(state, if named { "Pending" } else { "Succeeded" }, "{parts}");
        let siblings = desk.ask(&person, &format!("GET {}/reservations", item.order));
        assert_eq!(siblings.rows().len(), 1, "{parts}");
    }
}
