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
    // What only asks is answered, whatever its method.
    let scopes = json!({ "properties": { "scopes": ["/subscriptions/s"] } });
    let name = json!({ "name": "refund-1", "type": "Microsoft.Support/supportTickets" });
    for (path, body) in [
        (format!("{}/availableScopes", item.id), scopes),
        ("/providers/Microsoft.Support/checkNameAvailability".to_owned(), name),
    ] {
        assert_eq!(desk.post(&person, &path, &body).status, 200, "{path}");
    }
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

/// What the release before wrote of a ticket, a change and the answer to it, which were stored as they
/// came; with a field that it did not know either.
const OF_THE_RELEASE_BEFORE: [(&str, &str); 3] = [
    (
        "ticket/refund-7",
        r#"{"format":1,"id":"/providers/Microsoft.Support/supportTickets/Refund-7","name":"Refund-7",
        "novelty":{"a":1},"properties":{"advancedDiagnosticConsent":"No","contactDetails":{"country":"DEU",
        "firstName":"Robin","lastName":"Berg","novelty":true,"preferredContactMethod":"email",
        "preferredSupportLanguage":"en-US","preferredTimeZone":"W. Europe Standard Time",
        "primaryEmailAddress":"robin.berg@lumenfjord.example"},"createdDate":"2026-11-19T13:38:30.0168696Z",
        "description":"Zeile\n第三行","enrollmentId":"7","isTemporaryTicket":"No",
        "modifiedDate":"2026-11-19T13:38:30.0168696Z","novelty":[2],"problemClassificationDisplayName":
        "Reservation Management / Exchanges and Refunds","problemClassificationId":
        "/providers/Microsoft.Support/services/6d3a1f52-90be-4c0e-8a57-2b1c94e07d11/problemClassifications/0e5c7b94-3a6d-4f21-9c1e-7b7f0f3a5a01",
        "problemScopingQuestions":null,"problemStartTime":"2026-11-19T12:00:00Z","require24X7Response":false,
        "secondaryConsent":[{"type":"Someone","userConsent":"No"}],"serviceDisplayName":"Billing","serviceId":
        "/providers/Microsoft.Support/services/6d3a1f52-90be-4c0e-8a57-2b1c94e07d11","serviceLevelAgreement":
        {"expirationTime":"2026-11-19T17:38:30.0168696Z","slaMinutes":240,"startTime":
        "2026-11-19T13:38:30.0168696Z"},"severity":"moderate","status":"Open","supportEngineer":
        {"emailAddress":null},"supportPlanDisplayName":"Cloud Solution Provider","supportPlanType":"Partner",
        "supportTicketId":"261119991865848","title":"Umtausch"},"type":"Microsoft.Support/supportTickets"}"#,
    ),
    (
        "activity/001795253400001-70a3df0a-6051-4aa9-9116-5342bedfea9a",
        r#"{"format":1,"action":"Microsoft.Capacity/reservationOrders/return/action","at":
        "2026-11-21T09:30:00.0010000Z","by":{"name":"Robin Berg","role":null},"changes":[{"after":5,"before":6,
        "field":"quantity"},{"after":null,"before":"x","field":"name"}],"id":
        "001795253400001-70a3df0a-6051-4aa9-9116-5342bedfea9a","quote":{"answer":{"kind":"refund","paid":
        "2006.00","steps":[]},"input":{"kind":"refund","units":1},"on":"2026-11-21","policy":
        "partner-center-2020-08"},"target":"/providers/microsoft.capacity/reservationOrders/o/reservations/r"}"#,
    ),
    (
        "request/001795343400001/0b8b1e02-6a3f-4d7b-9a41-6e5b7c1d2f30",
        r#"{"format":1,"at":"2026-11-21T09:30:00.0000000Z","body":null,"digest":"dd0f94c3521e3125","headers":
        {"location":"https://desk.example/x","retry-after":"1"},"isLong":false,"method":"POST","path":
        "/providers/microsoft.capacity/x?api-version=2022-11-01","status":202}"#,
    ),
];

#[test]
fn what_the_release_before_has_stored_is_read_as_it_was() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    desk.tamper_with(&person, |documents| {
        let texts = OF_THE_RELEASE_BEFORE.map(|(key, text)| (key.to_owned(), text.to_owned()));
        documents.extend(texts);
    });
    let known = |place: usize| -> Value {
        let mut known: Value = serde_json::from_str(OF_THE_RELEASE_BEFORE[place].1).expect("JSON");
        known.as_object_mut().expect("an object").remove("format");
        known
    };
    assert!(desk.ask(&person, "GET /providers/Prorata/unreadableDocuments").rows().is_empty());
    let ticket = "/providers/Microsoft.Support/supportTickets/refund-7";
    assert_eq!(desk.ask(&person, &format!("GET {ticket}")).body, known(0));
    assert_eq!(desk.activities(&person), [known(1)]);
    let answered =
        desk.ask(&person, "GET /providers/Prorata/requests/0B8B1E02-6A3F-4D7B-9A41-6E5B7C1D2F30");
    assert_eq!(answered.body["location"], "https://desk.example/x");
    assert_eq!((&answered.body["status"], &answered.body["body"]), (&json!(202), &Value::Null));

    // What is changed of it keeps what nobody knows.
    let close = json!({ "status": "closed" });
    assert_eq!(desk.send_body(&person, &format!("PATCH {ticket}"), &close).status, 200);
    let text = &desk.stored(&person)["ticket/refund-7"];
    let stored: Value = serde_json::from_str(text).expect("JSON");
    let mut expected = known(0);
    expected["format"] = json!(1);
    expected["properties"]["status"] = json!("Closed");
    expected["properties"]["modifiedDate"] = stored["properties"]["modifiedDate"].clone();
    assert_eq!(stored, expected);
}

#[test]
fn what_is_none_of_its_kind_is_named_and_not_told() {
    for (place, field, value) in [
        (0, "name", Value::Null),
        (0, "properties", json!([])),
        (0, "properties", json!({ "status": "Open" })),
        (1, "changes", json!("none")),
        (1, "changes", json!([{ "before": 6, "after": 5 }])),
        (1, "at", json!("yesterday")),
        (1, "by", Value::Null),
        (1, "quote", json!({ "policy": "azure-2026-08" })),
        (2, "status", json!(99)),
        (2, "status", json!("202")),
        (2, "headers", json!({ "location": 7 })),
    ] {
        let desk = Desk::open();
        let person = desk.customer("Kupferhain");
        let (key, text) = OF_THE_RELEASE_BEFORE[place];
        let mut damaged: Value = serde_json::from_str(text).expect("JSON");
        damaged[field] = value;
        desk.tamper_with(&person, |documents| {
            documents.insert(key.to_owned(), damaged.to_string());
        });
        let named = desk.ask(&person, "GET /providers/Prorata/unreadableDocuments").rows().clone();
        assert_eq!(named.len(), 1, "{damaged}");
        assert_eq!(named[0]["kind"], *key.split('/').next().expect("a kind"));
        assert!(desk.activities(&person).is_empty());
        let tickets = desk.ask(&person, "GET /providers/Microsoft.Support/supportTickets");
        assert!(tickets.rows().iter().all(|row| row["name"] != "Refund-7"));
    }
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
