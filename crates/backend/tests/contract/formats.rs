//! Records that another build has written.

use backend::Unit;
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::{Desk, Person};

const RESERVATIONS: &str = "GET /providers/Microsoft.Capacity/reservations";

/// Changes every document of a customer.
fn rewrite(desk: &Desk, person: &Person, change: impl Fn(&str, &mut Value)) {
    desk.tamper_with(person, |documents| {
        for (key, document) in documents {
            let mut value: Value = serde_json::from_str(document).expect("JSON");
            change(key, &mut value);
            *document = value.to_string();
        }
    });
}

#[test]
fn every_document_has_a_format() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let split = json!({ "properties": { "quantities": [4, 2], "reservationId": item.id } });
    assert_eq!(desk.post(&person, &format!("{}/split", item.order), &split).status, 202);
    for (key, document) in desk.stored(&person) {
        let value: Value = serde_json::from_str(&document).expect("JSON");
        assert_eq!(value["format"], 1, "{key}");
    }
    // It is no part of what is answered.
    for path in [
        RESERVATIONS,
        "GET /providers/Prorata/activities",
        "GET /providers/Microsoft.Support/supportTickets",
    ] {
        for row in desk.ask(&person, path).rows() {
            assert_eq!(row["format"], Value::Null);
        }
    }
}

#[test]
fn records_without_a_format_are_read_and_changed() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let split = json!({ "properties": { "quantities": [4, 2], "reservationId": item.id } });
    let accepted = desk.post(&person, &format!("{}/split", item.order), &split);
    rewrite(&desk, &person, |_, document| {
        document.as_object_mut().expect("an object").remove("format");
    });
    desk.wait(TimeDelta::seconds(5));
    assert_eq!(desk.follow(&person, &accepted).status, 200);
    assert_eq!(desk.ask(&person, "GET /providers/Prorata/unreadableDocuments").rows().len(), 0);
}

#[test]
fn what_a_newer_build_has_written_is_read_and_not_changed() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let split = json!({ "properties": { "quantities": [4, 2], "reservationId": item.id } });
    assert_eq!(desk.post(&person, &format!("{}/split", item.order), &split).status, 202);
    let one = std::cell::Cell::new(false);
    rewrite(&desk, &person, |key, document| {
        if key.starts_with("order/") && !one.replace(true) {
            document["format"] = json!(2);
            document["novelty"] = json!({ "deep": [1] });
        }
    });
    let before = desk.stored(&person);
    desk.wait(TimeDelta::days(2));
    let reset = json!({ "to": "demonstration" });
    for reply in [
        desk.send_body(
            &person,
            &format!("PATCH {}", item.id),
            &json!({ "properties": { "name": "x" } }),
        ),
        desk.post(&person, &format!("{}/calculateRefund", item.order), &item.refund_body(1)),
        desk.post(&desk.partner(), "/providers/Prorata/reset", &reset),
    ] {
        assert_eq!((reply.status, reply.code()), (409, "NewerFormat"));
    }
    assert!(!desk.ask(&person, RESERVATIONS).rows().is_empty());
    desk.ask(&desk.partner(), "GET /providers/Prorata/customerSummaries").rows();
    assert_eq!(desk.stored(&person), before, "not even what has become due");
}

#[test]
fn fields_of_a_newer_release_survive_whatever_is_done() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    rewrite(&desk, &person, |key, document| {
        document["novelty"] = json!({ "key": key });
        if document["links"].is_object() {
            document["links"]["novelty"] = json!(true);
        }
    });
    let name = json!({ "properties": { "name": "Leitstand" } });
    assert_eq!(desk.send_body(&person, &format!("PATCH {}", item.id), &name).status, 200);
    let path = format!("{}/calculateRefund", item.order);
    let quote = desk.post(&person, &path, &item.refund_body(2));
    let path = format!("{}/return", item.order);
    assert_eq!(desk.post(&person, &path, &item.return_body(2, &quote.body)).status, 202);
    desk.wait(TimeDelta::seconds(5));
    let split = json!({ "properties": { "quantities": [3, 1], "reservationId": item.id } });
    assert_eq!(desk.post(&person, &format!("{}/split", item.order), &split).status, 202);
    desk.wait(TimeDelta::seconds(5));
    assert!(!desk.ask(&person, RESERVATIONS).rows().is_empty());
    let order = item.order.rsplit('/').next().expect("an id");
    let kinds = ["order", "reservation", "revision"];
    let mut found = 0;
    for (key, document) in desk.stored(&person) {
        let value: Value = serde_json::from_str(&document).expect("JSON");
        let kind = key.split('/').next().unwrap_or_default();
        if kinds.contains(&kind) && key.contains(order) {
            assert!(value["novelty"]["key"].is_string(), "{key}: {document}");
            assert!(kind == "order" || value["links"]["novelty"] == true, "{key}: {document}");
            found += 1;
        }
    }
    assert!(found > 8, "{found} documents");
}

#[test]
fn a_newer_partner_is_not_renewed() {
    let desk = Desk::open();
    let partner = desk.partner();
    let contents = |desk: &Desk| {
        let unit =
            crate::fixtures::block_on(backend::Store::load(desk.service.store(), &Unit::Partner));
        unit.expect("the store").documents
    };
    desk.tamper(&Unit::Partner, |documents| {
        for document in documents.values_mut() {
            *document = document.replace("\"format\":1", "\"format\":7");
        }
    });
    let before = contents(&desk);
    desk.wait(TimeDelta::days(3));
    assert_eq!(desk.ask(&partner, "GET /providers/Prorata/account").status, 200);
    assert_eq!(contents(&desk), before);
    let settings = json!({ "refundPolicy": "azure-2023-10" });
    let reply = desk.send_body(&partner, "PUT /providers/Prorata/settings", &settings);
    assert_eq!((reply.status, reply.code()), (409, "NewerFormat"));
}
