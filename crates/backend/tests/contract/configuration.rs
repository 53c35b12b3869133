//! Changing a reservation: scope, name, flexibility, renewal.

use serde_json::{Value, json};

use crate::fixtures::{Desk, Item, Person, Reply, block_on};

const SAME: &str = "PatchValuesSameAsExisting";
const STATE: &str = "OperationCannotBePerformedInCurrentState";
const INVALID: &str = "InvalidRequestContent";

fn patch(desk: &Desk, person: &Person, item: &Item, properties: &Value) -> Reply {
    let body = json!({ "properties": properties });
    desk.send_body(person, &format!("PATCH {}", item.id), &body)
}

fn read(desk: &Desk, person: &Person, item: &Item) -> Value {
    desk.ask(person, &format!("GET {}", item.id)).body
}

/// The full id of a subscription by its name.
fn subscription(desk: &Desk, person: &Person, name: &str) -> String {
    let list = desk.ask(person, "GET /subscriptions");
    let named = |row: &&Value| row["displayName"] == name;
    list.rows().iter().find(named).expect(name)["id"].as_str().expect("an id").to_owned()
}

#[test]
fn only_what_is_sent_changes() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let before = read(&desk, &person, &item);
    let reply = patch(&desk, &person, &item, &json!({ "name": " Leitstand 2 ", "renew": false }));
    assert_eq!(reply.status, 200, "{}", reply.body);
    assert_eq!(reply.body, read(&desk, &person, &item));

    let mut expected = before.clone();
    let properties = &mut expected["properties"];
    properties["displayName"] = "Leitstand 2".into();
    properties["renew"] = false.into();
    properties["userFriendlyRenewState"] = "Off".into();
    for field in ["lastUpdatedDateTime", "effectiveDateTime"] {
        properties[field] = "2026-11-21T09:30:00.0000000Z".into();
    }
    expected["etag"] = (before["etag"].as_u64().expect("a number") + 1).into();
    assert_eq!(reply.body, expected);
}

#[test]
fn the_scope_goes_everywhere_it_can() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let production = subscription(&desk, &person, "Produktion");
    let group = format!("{production}/resourceGroups/rg-erp");
    let works = "/providers/Microsoft.Management/managementGroups/mg-werke";
    for (sent, kind, field, expected) in [
        (
            json!({ "appliedScopeType": "Single", "appliedScopes": [production.to_uppercase()] }),
            "Single",
            "subscriptionId",
            production.as_str(),
        ),
        (
            json!({ "appliedScopes": [group.to_lowercase()] }),
            "Single",
            "resourceGroupId",
            group.as_str(),
        ),
        (
            json!({
                "appliedScopeType": "ManagementGroup",
                "appliedScopeProperties": { "managementGroupId": works },
            }),
            "ManagementGroup",
            "managementGroupId",
            works,
        ),
        (
            json!({
                "appliedScopeType": "Single",
                "appliedScopeProperties": { "subscriptionId": production },
            }),
            "Single",
            "subscriptionId",
            production.as_str(),
        ),
    ] {
        let reply = patch(&desk, &person, &item, &sent);
        assert_eq!(reply.status, 200, "{sent}: {}", reply.body);
        let properties = &reply.body["properties"];
        assert_eq!(properties["appliedScopeType"], kind, "{sent}");
        assert_eq!(properties["appliedScopeProperties"][field], expected, "{sent}");
        assert_eq!(properties["appliedScopes"].is_array(), kind == "Single", "{sent}");
    }
    let shared = patch(&desk, &person, &item, &json!({ "appliedScopeType": "Shared" }));
    assert_eq!(shared.body["properties"]["appliedScopes"], Value::Null);
    assert_eq!(shared.body["properties"]["appliedScopeProperties"], Value::Null);
}

#[test]
fn scopes_that_make_no_sense_are_refused() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "ERP Datenbank");
    let own = subscription(&desk, &person, "Produktion");
    let test = subscription(&desk, &person, "Testumgebung");
    let foreign = subscription(&desk, &desk.customer("Brisa"), "Produção");
    let not_theirs = "AppliedScopesNotAssociatedWithCommerceAccount";
    for (sent, code) in [
        (json!({ "appliedScopeType": "Single" }), "MissingAppliedScopesForSingle"),
        (
            json!({ "appliedScopeType": "Single", "appliedScopes": [] }),
            "MissingAppliedScopesForSingle",
        ),
        (
            json!({ "appliedScopeType": "Single", "appliedScopes": [own, test] }),
            "InvalidSingleAppliedScopesCount",
        ),
        (json!({ "appliedScopes": [foreign] }), not_theirs),
        (json!({ "appliedScopes": [format!("{own}/resourceGroups/nowhere")] }), not_theirs),
        (json!({ "appliedScopes": ["somewhere"] }), not_theirs),
        (json!({ "appliedScopes": [own] }), "AppliedScopesSameAsExisting"),
        (json!({ "appliedScopeType": "Shared", "appliedScopes": [own] }), INVALID),
        (json!({ "appliedScopes": [7] }), INVALID),
        (json!({ "appliedScopeType": "Everywhere" }), INVALID),
        (json!({ "appliedScopeType": "ManagementGroup" }), INVALID),
        (
            json!({
                "appliedScopeType": "ManagementGroup",
                "appliedScopeProperties": {
                    "managementGroupId": "/providers/Microsoft.Management/managementGroups/mg-producao",
                },
            }),
            not_theirs,
        ),
        (
            json!({
                "appliedScopeType": "Single",
                "appliedScopeProperties": { "tenantId": "another", "subscriptionId": test },
            }),
            not_theirs,
        ),
    ] {
        let reply = patch(&desk, &person, &item, &sent);
        assert_eq!((reply.status, reply.code()), (400, code), "{sent}");
        let target = reply.body["error"]["target"].as_str().unwrap_or_default();
        assert!(target.starts_with("properties.appliedScope"), "{target}");
    }
}

#[test]
fn values_are_checked_one_by_one() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    for (field, value, code) in [
        ("name", json!("Fertigungsleitstand"), SAME),
        ("name", json!("  "), INVALID),
        ("name", json!("a\u{7}b"), INVALID),
        ("name", json!("x".repeat(129)), INVALID),
        ("name", json!(7), INVALID),
        ("renew", json!(true), SAME),
        ("renew", json!("true"), INVALID),
        ("instanceFlexibility", json!("On"), SAME),
        ("instanceFlexibility", json!("Perhaps"), INVALID),
        ("reviewDateTime", json!("tomorrow"), INVALID),
        ("quantity", json!(7), INVALID),
        ("renewProperties", json!({ "purchaseProperties": { "sku": { "name": "x" } } }), INVALID),
    ] {
        let reply = patch(&desk, &person, &item, &json!({ field: value }));
        assert_eq!((reply.status, reply.code()), (400, code), "{field}: {value}");
        let target = reply.body["error"]["target"].as_str().unwrap_or_default();
        assert!(target.starts_with(&format!("properties.{field}")), "{target}");
    }
    // Without a value nothing is to be changed.
    for sent in [json!({}), json!({ "name": null })] {
        assert_eq!(patch(&desk, &person, &item, &sent).code(), SAME, "{sent}");
    }
    let no_properties = desk.send_body(&person, &format!("PATCH {}", item.id), &json!({}));
    assert_eq!((no_properties.status, no_properties.code()), (400, INVALID));
    let product = desk.reservation(&person, "Archivspeicher");
    let reply = patch(&desk, &person, &product, &json!({ "instanceFlexibility": "Off" }));
    assert_eq!((reply.status, reply.code()), (400, INVALID), "the product knows no sizes");
}

#[test]
fn a_renewal_can_buy_another_quantity() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Messrechner Halle 4");
    let purchase =
        |units: u64| json!({ "purchaseProperties": { "properties": { "quantity": units } } });
    let off = patch(&desk, &person, &item, &json!({ "renewProperties": purchase(6) }));
    assert_eq!((off.status, off.code()), (400, INVALID), "the renewal is off");
    let reply =
        patch(&desk, &person, &item, &json!({ "renew": true, "renewProperties": purchase(6) }));
    assert_eq!(reply.status, 200, "{}", reply.body);
    let body = desk.ask(&person, &format!("GET {}?expand=renewProperties", item.id)).body;
    let renewal = &body["properties"]["renewProperties"];
    assert_eq!(renewal["purchaseProperties"]["properties"]["quantity"], 6);
    // Six times 1,112.00.
    assert_eq!(renewal["pricingCurrencyTotal"]["amount"].to_string(), "6672.00");
    let again = patch(&desk, &person, &item, &json!({ "renewProperties": purchase(6) }));
    assert_eq!((again.status, again.code()), (400, SAME));
    assert_eq!(patch(&desk, &person, &item, &json!({ "renew": false })).status, 200);
}

#[test]
fn a_moved_etag_is_a_conflict_that_shows() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let etag = read(&desk, &person, &item)["etag"].to_string();
    let what = format!("PATCH {}", item.id);
    let send = |etag: &str, name: &str| {
        let body = json!({ "properties": { "name": name } });
        block_on(desk.ask_with(&person, &what, &[("if-match", etag)], &body))
    };
    assert_eq!(send(&format!("\"{etag}\""), "first").status, 200);
    let late = send(&format!("\"{etag}\""), "second");
    assert_eq!((late.status, late.code()), (412, "PreconditionFailed"));
    assert_eq!(read(&desk, &person, &item)["properties"]["displayName"], "first");
    assert_eq!(send("*", "third").status, 200);
}

#[test]
fn what_has_ended_or_is_under_way_cannot_be_changed() {
    let desk = Desk::open();
    for (customer, name) in [
        ("Kupferhain", "Messrechner Halle 3"),
        ("Thistledown", "Expired: FIX gateway"),
        ("Fjällgren", "Godsterminal"),
        ("Sablier", "Return under way elsewhere"),
    ] {
        let person = desk.customer(customer);
        let item = desk.reservation(&person, name);
        let reply = patch(&desk, &person, &item, &json!({ "name": "other" }));
        assert_eq!((reply.status, reply.code()), (409, STATE), "{name}");
    }
}

#[test]
fn a_change_needs_the_right_and_the_agreement() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let sent = json!({ "name": "other" });
    let reply = patch(&desk, &person.with_role("Guest"), &item, &sent);
    assert_eq!((reply.status, reply.code()), (403, "AuthorizationFailed"));
    assert_eq!(patch(&desk, &person.with_role("HelpdeskAgent"), &item, &sent).status, 200);
    let council = desk.customer("Tern Harbour");
    let item = desk.reservation(&council, "Council tax portal");
    let reply = patch(&desk, &council, &item, &sent);
    assert_eq!((reply.status, reply.code()), (403, "Forbidden"));
    let foreign = desk.customer("Brisa");
    let reply = patch(&desk, &foreign, &item, &sent);
    assert_eq!((reply.status, reply.code()), (404, "ReservationOrderNotFound"));
}
