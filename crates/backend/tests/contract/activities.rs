//! The record of what was changed.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::{Desk, block_on};

#[test]
fn a_return_is_recorded_with_a_quote_that_can_be_repeated() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain").with_role("SalesAgent");
    assert_eq!(desk.activities(&person), Vec::<Value>::new());
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let policy = "azure-2026-08";
    desk.adopt(policy);
    let what = format!("POST {}/calculateRefund", item.order);
    let headers = [("prorata-policy", policy)];
    let quote = block_on(desk.ask_with(&person, &what, &headers, &item.refund_body(2)));
    assert_eq!(desk.activities(&person), Vec::<Value>::new(), "a quote changes nothing");
    let body = item.return_body(2, &quote.body);
    assert_eq!(desk.post(&person, &format!("{}/return", item.order), &body).status, 202);

    let all = desk.activities(&person);
    assert_eq!(all.len(), 1);
    assert_eq!(desk.summary("Kupferhain")["returns"], 1, "it can be compared with what is booked");
    let entry = &all[0];
    assert_eq!(entry["at"], "2026-11-21T09:30:00.0000000Z");
    assert_eq!(entry["by"], json!({ "name": "Robin Berg", "role": "SalesAgent" }));
    assert_eq!(entry["action"], "Microsoft.Capacity/reservationOrders/return/action");
    assert_eq!(entry["target"], item.id.as_str());
    assert_eq!(entry["changes"], json!([{ "field": "quantity", "before": 6, "after": 4 }]));
    let snapshot = &entry["quote"];
    assert_eq!((&snapshot["policy"], &snapshot["on"]), (&json!(policy), &json!("2026-11-21")));
    let again = calculator::json::answer(&snapshot["input"].to_string(), 1);
    let again: Value = serde_json::from_str(&again.text).expect("an answer");
    assert_eq!(again, snapshot["answer"]);
    let paid = &quote.body["properties"]["billingRefundAmount"]["amount"];
    assert_eq!(snapshot["answer"]["payable"], paid.to_string());
    assert!(!snapshot["answer"]["steps"].as_array().expect("steps").is_empty());
}

#[test]
fn every_change_is_recorded_and_the_newest_comes_first() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let ended = desk.reservation(&person, "Messrechner Halle 3");
    let principals = desk.ask(&person, "GET /providers/Prorata/principals");
    let finops = principals.rows().iter().find(|row| row["displayName"] == "FinOps").expect("it");
    let rename = json!({ "properties": { "name": "Leitstand", "appliedScopeType": "ManagementGroup",
        "appliedScopeProperties": { "managementGroupId":
            "/providers/Microsoft.Management/managementGroups/mg-werke" } } });
    let split = json!({ "properties": { "quantities": [1, 5], "reservationId": item.id } });
    let role = json!({ "properties": { "principalId": finops["id"], "roleDefinitionId":
        "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7" } });
    let assignment = format!(
        "{}/providers/Microsoft.Authorization/roleAssignments/9f2f8e4e-0a53-4a44-8c31-6d0f1e4bb001",
        item.order
    );
    for (what, body, status) in [
        (format!("PATCH {}", item.id), rename, 200),
        (format!("POST {}/archive", ended.id), Value::Null, 200),
        (format!("PUT {assignment}"), role, 201),
        (format!("DELETE {assignment}"), Value::Null, 200),
        (format!("POST {}/split", item.order), split, 202),
    ] {
        let reply = desk.send_body(&person, &what, &body);
        assert_eq!(reply.status, status, "{what}: {}", reply.body);
        desk.wait(TimeDelta::seconds(1));
    }
    let all = desk.activities(&person);
    let actions: Vec<&str> = all.iter().filter_map(|entry| entry["action"].as_str()).collect();
    assert_eq!(
        actions,
        [
            "Microsoft.Capacity/reservationOrders/split/action",
            "Microsoft.Authorization/roleAssignments/delete",
            "Microsoft.Authorization/roleAssignments/write",
            "Microsoft.Capacity/reservationOrders/reservations/archive/action",
            "Microsoft.Capacity/reservationOrders/reservations/write",
        ]
    );
    let fields: Vec<&Value> = all[4]["changes"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|change| &change["field"])
        .collect();
    assert_eq!(fields, ["displayName", "appliedScopeType", "appliedScopeProperties"]);
    assert_eq!(
        all[2]["changes"],
        json!([
            { "field": "role", "before": null, "after": "Reader" },
            { "field": "principal", "before": null, "after": "FinOps" },
        ])
    );
    assert!(all.iter().all(|entry| entry["quote"].is_null()));
}

#[test]
fn what_is_refused_is_not_recorded() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let same = json!({ "properties": { "name": "Fertigungsleitstand" } });
    assert_eq!(desk.send_body(&person, &format!("PATCH {}", item.id), &same).status, 400);
    let guest = person.with_role("Guest");
    assert_eq!(desk.send_body(&guest, &format!("PATCH {}", item.id), &same).status, 403);
    assert_eq!(desk.activities(&person), Vec::<Value>::new());
}

#[test]
fn the_record_is_read_in_pages() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    for name in ["a", "b", "c"] {
        let body = json!({ "properties": { "name": name } });
        assert_eq!(desk.send_body(&person, &format!("PATCH {}", item.id), &body).status, 200);
        desk.wait(TimeDelta::seconds(1));
    }
    let page = desk.ask(&person, "GET /providers/Prorata/activities?take=2");
    let names: Vec<&Value> =
        page.rows().iter().map(|entry| &entry["changes"][0]["after"]).collect();
    assert_eq!(names, ["c", "b"]);
    assert!(page.body["nextLink"].as_str().is_some_and(|link| link.contains("skiptoken=2")));
}
