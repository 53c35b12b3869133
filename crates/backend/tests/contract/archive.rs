//! Putting ended reservations away.

use serde_json::{Value, json};

use crate::fixtures::{Desk, Item, Person, Reply};

fn post(desk: &Desk, person: &Person, item: &Item, what: &str) -> Reply {
    desk.post(person, &format!("{}/{what}", item.id), &Value::Null)
}

fn is_archived(desk: &Desk, person: &Person, item: &Item) -> Value {
    desk.ask(person, &format!("GET {}", item.id)).body["properties"]["archived"].clone()
}

#[test]
fn what_has_ended_can_be_put_away_and_taken_out() {
    let desk = Desk::open();
    for (customer, name) in [
        ("Kupferhain", "Messrechner Halle 3"),
        ("Thistledown", "Expired: FIX gateway"),
        ("Thistledown", "Payment declined"),
        ("Meridian", "Never completed"),
        ("Fjällgren", "Godsterminal"),
        ("澜汀", "开发环境甲"),
    ] {
        let person = desk.customer(customer);
        let item = desk.reservation(&person, name);
        for (what, expected) in
            [("archive", true), ("archive", true), ("unarchive", false), ("unarchive", false)]
        {
            let reply = post(&desk, &person, &item, what);
            assert_eq!((reply.status, reply.response.body().len()), (200, 0), "{what} {name}");
            assert_eq!(is_archived(&desk, &person, &item), expected, "{what} {name}");
        }
        let written = desk.activities(&person);
        let of_item = written.iter().filter(|entry| entry["target"] == item.id.as_str());
        assert_eq!(of_item.count(), 2, "only what changes something is recorded");
    }
}

#[test]
fn what_runs_or_is_under_way_cannot() {
    let desk = Desk::open();
    for (customer, name) in [
        ("Kupferhain", "Fertigungsleitstand"),
        ("Sablier", "Return under way elsewhere"),
        ("霞ヶ瀬", "処理中の購入"),
    ] {
        let person = desk.customer(customer);
        let item = desk.reservation(&person, name);
        let reply = post(&desk, &person, &item, "archive");
        let code = "OperationCannotBePerformedInCurrentState";
        assert_eq!((reply.status, reply.code()), (409, code), "{name}");
    }
}

#[test]
fn what_is_put_away_can_be_filtered() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Messrechner Halle 3");
    let list = "GET /providers/Microsoft.Capacity/reservations?$filter=properties/archived eq true";
    assert_eq!(desk.ask(&person, list).rows().len(), 0);
    post(&desk, &person, &item, "archive");
    let found: Vec<Value> =
        desk.ask(&person, list).rows().iter().map(|row| row["id"].clone()).collect();
    assert_eq!(found, [json!(item.id)]);
}
