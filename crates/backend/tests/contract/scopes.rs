//! Where a benefit can be applied.

use serde_json::{Value, json};

use crate::fixtures::Desk;

#[test]
fn every_scope_that_a_reservation_has_is_among_the_choices_unless_it_is_gone() {
    /// Two of them apply to what is no longer there.
    const GONE: [&str; 2] = ["Linea di produzione B", "Core sample models"];
    let desk = Desk::open();
    let summaries = desk.ask(&desk.partner(), "GET /providers/Prorata/customerSummaries");
    let mut seen = 0;
    for summary in summaries.rows() {
        let person = crate::fixtures::Person::of(summary["customerId"].as_str().expect("an id"));
        let list = desk.ask(&person, "GET /providers/Microsoft.Capacity/reservations");
        for row in
            list.rows().iter().filter(|row| row["properties"]["appliedScopeProperties"].is_object())
        {
            let details = &row["properties"]["appliedScopeProperties"];
            let scope = ["resourceGroupId", "subscriptionId", "managementGroupId"]
                .into_iter()
                .find_map(|field| details[field].as_str())
                .expect("a scope");
            let id = row["id"].as_str().expect("an id");
            if row["properties"]["displayName"]
                .as_str()
                .is_some_and(|n| n.starts_with("Read fails"))
            {
                continue;
            }
            let body = json!({ "properties": { "scopes": [scope, "/subscriptions/none"] } });
            let reply = desk.post(&person, &format!("{id}/availableScopes"), &body);
            let scopes = &reply.body["properties"]["scopes"];
            let name = row["properties"]["displayName"].as_str().expect("a name");
            assert_eq!(scopes[0], json!({ "scope": scope, "valid": !GONE.contains(&name) }));
            assert_eq!(scopes[1]["valid"], false);
            seen += 1;
        }
    }
    assert!(seen > 40, "{seen}");
}

#[test]
fn the_choices_belong_to_the_customer() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let list = desk.ask(&person, "GET /subscriptions");
    let names: Vec<&Value> = list.rows().iter().map(|row| &row["displayName"]).collect();
    assert_eq!(names, ["Produktion", "Entwicklung", "Testumgebung"]);
    assert!(list.rows().iter().all(|row| row["tenantId"] == person.tenant.as_str()));
    let first = list.rows()[0]["subscriptionId"].as_str().expect("an id");
    let groups = desk.ask(&person, &format!("GET /subscriptions/{first}/resourcegroups"));
    let names: Vec<&Value> = groups.rows().iter().map(|row| &row["name"]).collect();
    assert_eq!(names, ["rg-network", "rg-workloads", "rg-webportal", "rg-erp"]);
    assert!(groups.rows().iter().all(|row| row["location"].is_string()));
    let other =
        desk.ask(&desk.customer("Brisa"), &format!("GET /subscriptions/{first}/resourcegroups"));
    assert_eq!((other.status, other.code()), (404, "SubscriptionNotFound"));
    let groups = desk.ask(&person, "GET /providers/Microsoft.Management/managementGroups");
    let titles: Vec<&Value> =
        groups.rows().iter().map(|row| &row["properties"]["displayName"]).collect();
    assert_eq!(titles, ["Tenant Root Group", "Werke"]);
}

#[test]
fn a_question_about_scopes_is_checked() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let path = format!("{}/availableScopes", item.id);
    for body in [
        json!({}),
        json!({ "properties": { "scopes": "x" } }),
        json!({ "properties": { "scopes": [1] } }),
    ] {
        let reply = desk.post(&person, &path, &body);
        assert_eq!((reply.status, reply.code()), (400, "InvalidRequestContent"), "{body}");
    }
}
