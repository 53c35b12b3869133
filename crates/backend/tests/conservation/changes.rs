//! Units under changes of every kind that happen at once.
//!
//! Several people split, merge, rename, return and archive reservations of one customer. Whatever
//! the order of events is, units only move, and both sides of every split and merge agree.

use std::collections::BTreeMap;

use attack::{Random, Task, take_turns};
use chrono::TimeDelta;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::TurnTaking;
use crate::fixtures::{Desk, Item, Person};

const PEOPLE: usize = 3;
const CHANGES_EACH: usize = 6;
/// Longer than any operation takes.
const A_WHILE: TimeDelta = TimeDelta::seconds(10);

type Rows = Vec<Value>;

fn rows(desk: &Desk<TurnTaking>, person: &Person) -> Rows {
    desk.ask(person, "GET /providers/Microsoft.Capacity/reservations").rows().clone()
}

/// One request that may or may not make sense, on a random reservation.
fn change(rows: &Rows, random: &mut Random) -> (String, Value) {
    let row = &rows[random.below(rows.len())];
    let item = Item::of(row);
    let id = row["id"].as_str().expect("an id");
    match random.below(5) {
        0 => {
            let part = random.below(item.quantity as usize + 1) as u64;
            let quantities = [part, item.quantity - part];
            let body = json!({ "properties": { "quantities": quantities, "reservationId": id } });
            (format!("POST {}/split", item.order), body)
        }
        1 => {
            let siblings = rows.iter().filter(|row| Item::of(row).order == item.order);
            let runs = siblings.filter(|row| row["properties"]["provisioningState"] == "Succeeded");
            let sources: Vec<&Value> = runs.map(|row| &row["id"]).take(2).collect();
            let body = json!({ "properties": { "sources": sources } });
            (format!("POST {}/merge", item.order), body)
        }
        2 => {
            let name = format!("Name {}", random.below(3));
            (format!("PATCH {id}"), json!({ "properties": { "name": name } }))
        }
        3 => (format!("POST {id}/archive"), Value::Null),
        _ => (format!("POST {}/calculateRefund", item.order), item.refund_body(1)),
    }
}

/// Makes some changes, whatever comes of them; how many were accepted and are to be recorded.
async fn make_changes(
    desk: &Desk<TurnTaking>,
    person: Person,
    rows: Rows,
    mut random: Random,
) -> usize {
    let mut accepted = 0;
    for _ in 0..CHANGES_EACH {
        let (what, body) = change(&rows, &mut random);
        let reply = desk.ask_with(&person, &what, &[], &body).await;
        assert_ne!(reply.status, 500, "{what}: {}", reply.body);
        let session = &reply.body["properties"]["sessionId"];
        if session.is_string() {
            let reservation = reply.body["id"].as_str().expect("an id");
            let order = reservation.split("/reservations/").next().unwrap_or_default();
            let body = json!({ "properties": {
                "sessionId": session,
                "reservationToReturn": { "reservationId": reservation, "quantity": 1 },
            } });
            let reply = desk.ask_with(&person, &format!("POST {order}/return"), &[], &body).await;
            accepted += usize::from(reply.status == 202);
        } else {
            // Archiving twice is accepted and changes nothing, so it is counted by its outcome.
            let counts = !what.ends_with("/archive") && !what.ends_with("/calculateRefund");
            accepted += usize::from(counts && reply.status < 300);
        }
    }
    accepted
}

fn units(rows: &Rows) -> BTreeMap<String, u64> {
    let mut units = BTreeMap::new();
    for row in rows {
        let state = row["properties"]["provisioningState"].as_str().unwrap_or_default();
        let item = Item::of(row);
        // What was split or merged holds the same units under another id.
        if !matches!(state, "Split" | "Merged") {
            *units.entry(item.order).or_default() += item.quantity;
        }
    }
    units
}

/// Both sides of every split and merge name each other, and hold the same units.
fn check_links(rows: &Rows) {
    let by_id = |id: &Value| rows.iter().find(|row| row["id"] == *id).expect("a record");
    for row in rows {
        let (id, properties) = (&row["id"], &row["properties"]);
        let units = properties["quantity"].as_u64().expect("a quantity");
        if properties["provisioningState"] == "Split" {
            let parts = properties["splitProperties"]["splitDestinations"].as_array();
            let parts: Vec<&Value> = parts.expect("parts").iter().map(by_id).collect();
            assert!(parts.iter().all(|p| p["properties"]["splitProperties"]["splitSource"] == *id));
            let of_parts = parts.iter().map(|part| part["properties"]["quantity"].as_u64());
            // Units that a part has returned since are with a sibling of it.
            assert!(of_parts.flatten().sum::<u64>() <= units, "{id}");
            assert!(properties["renew"] == false, "{id}");
        }
        let sources = properties["mergeProperties"]["mergeSources"].as_array();
        for source in sources.into_iter().flatten().map(by_id) {
            assert_eq!(source["properties"]["provisioningState"], "Merged");
            assert_eq!(source["properties"]["mergeProperties"]["mergeDestination"], *id);
        }
    }
}

fn run(customer: &str, seed: u64) {
    let desk = Desk::over(TurnTaking::default());
    let person = desk.customer(customer);
    let before = rows(&desk, &person);
    let mut accepted = 0;
    for round in 0..3_u64 {
        let now = rows(&desk, &person);
        let tasks = (0..PEOPLE as u64)
            .map(|number| {
                let random = Random::of(seed.wrapping_mul(31).wrapping_add(round * 7 + number));
                let task = make_changes(&desk, person.clone(), now.clone(), random);
                Box::pin(task) as Task<'_, usize>
            })
            .collect();
        accepted += take_turns(tasks, seed).into_iter().sum::<usize>();
        desk.wait(A_WHILE);
    }

    let after = rows(&desk, &person);
    assert_eq!(units(&after), units(&before), "units are moved, not lost or made");
    check_links(&after);
    for row in &after {
        assert_ne!(row["properties"]["provisioningState"], "Pending", "{}", row["id"]);
        let path = format!("GET {}/revisions", row["id"].as_str().expect("an id"));
        let revisions = desk.ask(&person, &path);
        let numbers: Vec<u64> =
            revisions.rows().iter().filter_map(|row| row["etag"].as_u64()).collect();
        assert!(numbers.windows(2).all(|pair| pair[0] == pair[1] + 1), "{numbers:?}");
        assert_eq!(numbers.first(), row["etag"].as_u64().as_ref());
    }
    let activities = desk.ask(&person, "GET /providers/Prorata/activities");
    let recorded = activities.rows().iter().filter(|entry| {
        entry["action"].as_str().is_some_and(|action| !action.ends_with("/archive/action"))
    });
    assert_eq!(recorded.count(), accepted, "every change is recorded, and nothing else");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..Default::default() })]

    #[test]
    fn units_are_neither_lost_nor_made(
        customer in prop::sample::select(vec!["Kupferhain", "Thistledown", "Fjällgren", "澜汀"]),
        seed: u64,
    ) {
        run(customer, seed);
    }
}
