//! What stands at the head of letters: kept once for the partner, and never overwritten unseen.

use serde_json::{Value, json};

use crate::fixtures::{Desk, block_on};

const LETTERHEAD: &str = "/providers/Prorata/letterhead";

fn own() -> Value {
    json!({ "name": "Larkfield Cloud Ltd", "address": ["1 Mill Lane", "Leeds"],
        "contact": "desk@larkfield.example" })
}

fn read(desk: &Desk) -> Value {
    desk.ask(&desk.partner(), &format!("GET {LETTERHEAD}")).body
}

fn without_etag(mut body: Value) -> Value {
    body.as_object_mut().expect("an object").remove("etag");
    body
}

#[test]
fn it_is_empty_until_somebody_writes_it_and_stays_then() {
    let desk = Desk::open();
    assert_eq!(without_etag(read(&desk)), json!({ "name": "", "address": [], "contact": "" }));
    let write = format!("PUT {LETTERHEAD}");
    let reply = desk.send_body(&desk.partner(), &write, &own());
    assert_eq!((reply.status, without_etag(reply.body)), (200, own()));
    assert_eq!(without_etag(read(&desk)), own());
    // The same again changes nothing, and is not recorded.
    assert_eq!(desk.send_body(&desk.partner(), &write, &own()).status, 200);
    let recorded = desk.activities(&desk.partner());
    assert_eq!(recorded.len(), 1, "{recorded:?}");
    assert_eq!(recorded[0]["action"], "Prorata/letterhead/write");
    let fields = ["name", "address", "contact"].map(|field| json!(field));
    for (change, field) in recorded[0]["changes"].as_array().unwrap().iter().zip(fields) {
        assert_eq!(change["field"], field);
        assert_eq!(change["after"], own()[field.as_str().unwrap()]);
    }
}

#[test]
fn what_somebody_else_has_written_is_not_overwritten() {
    let desk = Desk::open();
    let write = format!("PUT {LETTERHEAD}");
    let seen = read(&desk)["etag"].as_str().unwrap().to_owned();
    assert_eq!(desk.send_body(&desk.partner(), &write, &own()).status, 200);
    let mut other = own();
    other["name"] = json!("Another");
    let stale = [("if-match", seen.as_str())];
    let reply = block_on(desk.ask_with(&desk.partner(), &write, &stale, &other));
    assert_eq!((reply.status, reply.code()), (412, "PreconditionFailed"));
    assert_eq!(without_etag(read(&desk)), own());
    let etag = read(&desk)["etag"].as_str().unwrap().to_owned();
    let current = [("if-match", etag.as_str())];
    assert_eq!(block_on(desk.ask_with(&desk.partner(), &write, &current, &other)).status, 200);
    assert_eq!(without_etag(read(&desk)), other);
}

#[test]
fn a_field_that_does_not_fit_is_named() {
    let desk = Desk::open();
    let long = "x".repeat(201);
    let wrong = [
        ("name", json!("  "), "name"),
        ("name", Value::Null, "name"),
        ("name", json!(long), "name"),
        ("address", json!("1 Mill Lane"), "address"),
        ("address", json!(["", 7]), "address[1]"),
        ("address", json!([long]), "address[0]"),
        ("address", json!(vec!["x"; 9]), "address"),
        ("contact", json!("a\nb"), "contact"),
        ("contact", json!({}), "contact"),
    ];
    for (field, value, target) in wrong {
        let mut body = own();
        body[field] = value;
        let reply = desk.send_body(&desk.partner(), &format!("PUT {LETTERHEAD}"), &body);
        assert_eq!((reply.status, reply.code()), (400, "InvalidRequestContent"), "{body}");
        assert_eq!(reply.body["error"]["target"], target, "{body}");
    }
    assert_eq!(without_etag(read(&desk))["name"], "");
}

#[test]
fn only_those_who_may_change_settings_write_it() {
    let desk = Desk::open();
    for role in ["HelpdeskAgent", "SalesAgent", "UserManagementAdmin", "Guest"] {
        let person = desk.partner().with_role(role);
        let reply = desk.send_body(&person, &format!("PUT {LETTERHEAD}"), &own());
        assert_eq!((reply.status, reply.code()), (403, "AuthorizationFailed"), "{role}");
        assert_eq!(desk.ask(&person, &format!("GET {LETTERHEAD}")).status, 200, "{role}");
    }
    let customer = desk.customer("Kupferhain");
    assert_ne!(desk.send_body(&customer, &format!("PUT {LETTERHEAD}"), &own()).status, 200);
    assert_eq!(without_etag(read(&desk))["name"], "");
}
