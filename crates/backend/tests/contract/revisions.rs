//! The history of a reservation.

use azure::{Page, Reservation, from_slice};
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::Desk;

#[test]
fn every_change_makes_a_revision() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let path = format!("GET {}/revisions", item.id);
    let before = desk.ask(&person, &path).rows().clone();
    assert_eq!(before.len(), 1, "there is what there is");

    let rename = json!({ "properties": { "name": "Leitstand" } });
    desk.wait(TimeDelta::hours(1));
    assert_eq!(desk.send_body(&person, &format!("PATCH {}", item.id), &rename).status, 200);
    let quote =
        desk.post(&person, &format!("{}/calculateRefund", item.order), &item.refund_body(2));
    let body = item.return_body(2, &quote.body);
    assert_eq!(desk.post(&person, &format!("{}/return", item.order), &body).status, 202);
    desk.wait(TimeDelta::hours(1));

    let reply = desk.ask(&person, &path);
    let rows = reply.rows();
    let seen: Vec<[&Value; 3]> = rows
        .iter()
        .map(|row| &row["properties"])
        .map(|row| [&row["displayName"], &row["provisioningState"], &row["quantity"]])
        .collect();
    assert_eq!(
        json!(seen),
        json!([
            ["Leitstand", "Succeeded", 4],
            ["Leitstand", "Pending", 6],
            ["Leitstand", "Succeeded", 6],
            ["Fertigungsleitstand", "Succeeded", 6],
        ])
    );
    let first = before[0]["etag"].as_u64().expect("a number");
    for (age, row) in rows.iter().rev().enumerate() {
        let number = first + age as u64;
        assert_eq!(row["etag"], number);
        assert_eq!(row["id"], format!("{}/revisions/{number}", item.id));
    }
    let page: Page<Reservation> = from_slice(reply.response.body()).expect("reservations");
    assert!(page.value.iter().all(|row| row.id.as_ref().is_some_and(|id| id.revision().is_some())));
}

#[test]
fn revisions_stay_in_the_state_in_which_they_were_made() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Testumgebung, nie genutzt");
    let rename = json!({ "properties": { "name": "Testumgebung" } });
    assert_eq!(desk.send_body(&person, &format!("PATCH {}", item.id), &rename).status, 200);
    desk.wait(TimeDelta::days(400));
    let rows = desk.ask(&person, &format!("GET {}/revisions", item.id)).rows().clone();
    let states: Vec<&Value> =
        rows.iter().map(|row| &row["properties"]["provisioningState"]).collect();
    assert_eq!(states, ["Succeeded", "Succeeded"]);
    let now = desk.ask(&person, &format!("GET {}", item.id)).body;
    assert_eq!(now["properties"]["provisioningState"], "Expired");
}
