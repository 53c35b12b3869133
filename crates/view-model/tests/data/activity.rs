//! The record of changes: as files, and what each change was made to.

use crate::records::ACTIVITIES;
use azure::{Reservation, Wire};
use serde_json::Value;
use view_model::ReservationRef;
use view_model::activity::{Activity, TargetPlace, as_csv, as_json, target};

fn read(entries: &str) -> Vec<Activity> {
    let page: Value = serde_json::from_str(entries).unwrap();
    page["value"].as_array().unwrap().iter().cloned().map(Activity::of).collect()
}

#[test]
fn the_json_file_holds_the_entries_as_they_came() {
    let written: Value = serde_json::from_str(&as_json(&read(ACTIVITIES))).unwrap();
    let came: Value = serde_json::from_str(ACTIVITIES).unwrap();
    assert_eq!(written, came["value"]);
}

#[test]
fn the_table_has_a_row_for_each_change_with_the_amounts_of_its_quote() {
    let table = as_csv(&read(ACTIVITIES));
    let lines: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 4);
    let cells = |line: usize| -> Vec<&str> {
        let inner = lines[line].strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        inner.expect("quoted cells").split("\",\"").collect()
    };
    assert_eq!(cells(0)[..7], ["id", "at", "name", "role", "action", "target", "changes"]);
    assert_eq!(cells(1)[..4], ["2", "2026-11-20T09:30:00Z", "Robin Berg", "SalesAgent"]);
    assert_eq!(
        cells(1)[6..],
        [
            "quantity: 3 -> 1",
            "partner-center-2020-08",
            "2026-11-20",
            "refund",
            "allowed",
            "EUR",
            "2400.00",
            "1000.00",
            "880.00"
        ]
    );
    assert_eq!(cells(3)[..6], ["0", "", "", "", "Other/thing/write", "elsewhere"]);
    for (place, line) in lines.iter().enumerate().take(3) {
        assert_eq!(cells(place).len(), 15, "{line}");
    }
}

#[test]
fn an_exchange_states_what_is_paid_on_balance() {
    let entries = r#"{"value":[{"id":"x","quote":{"answer":{"kind":"exchange",
        "currencyCode":"EUR","netPayable":"12.00"}}}]}"#;
    assert!(as_csv(&read(entries)).ends_with(",\"exchange\",\"\",\"EUR\",\"\",\"\",\"12.00\"\r\n"));
}

#[test]
fn what_people_wrote_cannot_become_a_formula() {
    let entries = r#"{"value":[{"id":"x","by":{"name":"=cmd()"}}]}"#;
    assert!(as_csv(&read(entries)).contains(",\"'=cmd()\","));
}

#[test]
fn a_change_is_made_to_something_that_can_be_seen() {
    let record = serde_json::json!({
        "id": "/providers/microsoft.capacity/reservationOrders/O/reservations/R",
        "properties": { "displayName": "Web shop" },
    });
    let records = [Reservation::read(record).unwrap()];
    let place = |order: &str, reservation: &str| {
        let [customer, order, reservation] = ["c", order, reservation].map(ToOwned::to_owned);
        Some(TargetPlace::Reservation(ReservationRef { customer, order, reservation }))
    };
    let order = "/providers/Microsoft.Capacity/reservationOrders/";
    let ticket = Some(TargetPlace::SupportRequest("t-1".to_owned()));
    for (id, name, expected) in [
        (format!("{order}o/reservations/r"), "Web shop", place("o", "r")),
        (format!("{order}o/reservations/other"), "other", place("o", "other")),
        // Both ids are as the record writes them.
        (format!("{order}o"), "Web shop", place("O", "R")),
        (format!("{order}o/providers/x/roleAssignments/a"), "Web shop", place("O", "R")),
        (format!("{order}unknown"), "unknown", None),
        ("/providers/Microsoft.Support/supportTickets/t-1".to_owned(), "t-1", ticket),
        ("elsewhere".to_owned(), "elsewhere", None),
    ] {
        let found = target(&id, "c", &records);
        assert_eq!((found.name.as_str(), found.place), (name, expected), "{id}");
    }
}
