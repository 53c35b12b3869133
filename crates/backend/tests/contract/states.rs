//! Nobody changes a record that somebody else has changed since they read it.

use serde_json::{Value, json};

use crate::fixtures::{Desk, Person, Reply, block_on};

const PRICES: &str = "/providers/Prorata/priceList";

fn send(desk: &Desk, person: &Person, what: &str, etag: Option<&str>, body: &Value) -> Reply {
    let headers: Vec<(&str, &str)> = etag.map(|etag| ("if-match", etag)).into_iter().collect();
    block_on(desk.ask_with(person, what, &headers, body))
}

fn etag_of(reply: &Reply) -> String {
    let etag = reply.header("etag").expect("an etag").to_owned();
    assert!(etag.len() > 2 && etag.starts_with('"') && etag.ends_with('"'), "{etag}");
    etag
}

#[track_caller]
fn is_late(reply: &Reply) {
    assert_eq!((reply.status, reply.code()), (412, "PreconditionFailed"));
}

#[test]
fn a_reservation_is_answered_with_its_etag() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let read = || desk.ask(&person, &format!("GET {}", item.id));
    let first = read();
    assert_eq!(etag_of(&first), format!("\"{}\"", first.body["etag"]));
    assert_eq!(etag_of(&read()), etag_of(&first), "reading changes nothing");
    let what = format!("PATCH {}", item.id);
    let rename = |name: &str| json!({ "properties": { "name": name } });
    let changed = send(&desk, &person, &what, Some(&etag_of(&first)), &rename("A"));
    assert_eq!(changed.status, 200);
    assert_ne!(etag_of(&changed), etag_of(&first));
    assert_eq!(etag_of(&changed), etag_of(&read()));
    is_late(&send(&desk, &person, &what, Some(&etag_of(&first)), &rename("B")));
    let either = format!("{}, {}", etag_of(&first), etag_of(&changed));
    assert_eq!(send(&desk, &person, &what, Some(&either), &rename("C")).status, 200);
    assert_eq!(send(&desk, &person, &what, Some("*"), &rename("D")).status, 200);
    for nonsense in ["", "\"\"", "x", "é"] {
        is_late(&send(&desk, &person, &what, Some(nonsense), &rename("E")));
    }
}

#[test]
fn a_return_is_for_the_reservation_that_was_read() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let etag = etag_of(&desk.ask(&person, &format!("GET {}", item.id)));
    let quote =
        desk.post(&person, &format!("{}/calculateRefund", item.order), &item.refund_body(1));
    let rename = json!({ "properties": { "name": "A" } });
    let renamed = desk.send_body(&person, &format!("PATCH {}", item.id), &rename);
    let what = format!("POST {}/return", item.order);
    let body = item.return_body(1, &quote.body);
    is_late(&send(&desk, &person, &what, Some(&etag), &body));
    let row = desk.ask(&person, &format!("GET {}", item.id));
    assert_eq!(row.body["properties"]["provisioningState"], "Succeeded", "nothing was returned");
    assert_eq!(send(&desk, &person, &what, Some(&etag_of(&renamed)), &body).status, 202);
}

#[test]
fn a_ticket_is_changed_as_it_was_read() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let tickets = "/providers/Microsoft.Support/supportTickets";
    let ticket = desk.ask(&person, &format!("GET {tickets}")).rows()[0].clone();
    let path = ticket["id"].as_str().expect("an id");
    let read = || desk.ask(&person, &format!("GET {path}"));
    let etag = etag_of(&read());
    let what = format!("PATCH {path}");
    let severity = |severity: &str| json!({ "severity": severity });
    // Twice within one moment: the two states are told apart all the same.
    let changed = send(&desk, &person, &what, Some(&etag), &severity("critical"));
    assert_eq!(changed.status, 200, "{}", changed.body);
    assert_eq!(etag_of(&changed), etag_of(&read()));
    is_late(&send(&desk, &person, &what, Some(&etag), &severity("minimal")));
    let again = send(&desk, &person, &what, Some(&etag_of(&changed)), &severity("minimal"));
    assert_ne!(etag_of(&again), etag_of(&changed));
    // What is opened anew was not read before.
    for etag in ["*", &etag_of(&again)] {
        is_late(&send(&desk, &person, &format!("PUT {tickets}/new"), Some(etag), &ticket));
    }
}

#[test]
fn a_price_list_is_replaced_as_it_was_read() {
    let desk = Desk::open();
    let partner = desk.partner();
    let row = |price: &str| {
        json!({ "value": [{
            "reservedResourceType": "VirtualMachines", "skuName": "Standard_D4s_v5", "term": "P1Y",
            "location": "westeurope", "unitPrice": price, "currencyCode": "EUR",
        }] })
    };
    let what = format!("PUT {PRICES}");
    let etag = etag_of(&desk.ask(&partner, &format!("GET {PRICES}")));
    let first = send(&desk, &partner, &what, Some(&etag), &row("1.00"));
    assert_eq!(first.status, 200);
    is_late(&send(&desk, &partner, &what, Some(&etag), &row("2.00")));
    for query in ["", "?currencyCode=EUR", "?currencyCode=NOK"] {
        let read = desk.ask(&partner, &format!("GET {PRICES}{query}"));
        assert_eq!(etag_of(&read), etag_of(&first), "{query}");
    }
    assert_eq!(send(&desk, &partner, &what, Some(&etag_of(&first)), &row("2.00")).status, 200);
}
