//! Changes whose answer was lost.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use backend::{MemoryStore, Store, StoreError};
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::exchange::{EXCHANGE, draft, machines, subscription};
use crate::fixtures::failing::{Commit, Failing};
use crate::fixtures::{Desk, Item, Person, Reply, block_on};

const ID: &str = "0B8B1E02-6A3F-4D7B-9A41-6E5B7C1D2F30";
const HEADER: &str = "x-ms-client-request-id";

fn send<S: Store>(desk: &Desk<S>, person: &Person, what: &str, body: &Value, id: &str) -> Reply {
    block_on(desk.ask_with(person, what, &[(HEADER, id)], body))
}

/// What became of a change.
fn asked<S: Store>(desk: &Desk<S>, person: &Person, id: &str) -> Reply {
    desk.ask(person, &format!("GET /providers/Prorata/requests/{id}"))
}

fn quoted_return<S: Store>(desk: &Desk<S>, person: &Person, item: &Item) -> (String, Value) {
    let quote = desk.post(person, &format!("{}/calculateRefund", item.order), &item.refund_body(1));
    (format!("POST {}/return", item.order), item.return_body(1, &quote.body))
}

fn quoted_exchange(desk: &Desk, person: &Person, item: &Item) -> (String, Value) {
    let payer = subscription(desk, person);
    let purchase = machines(&payer, "Standard_D8s_v5", "westeurope", "P3Y", 1);
    let quote =
        desk.exchange_quote(person, &draft(&[(item, 1)], &[purchase], &[]), "azure-2026-08");
    let body = json!({ "properties": { "sessionId": quote["sessionId"] } });
    (format!("POST {EXCHANGE}"), body)
}

fn quoted_purchase(desk: &Desk, person: &Person, _: &Item) -> (String, Value) {
    let payer = subscription(desk, person);
    let request = machines(&payer, "Standard_D8s_v5", "westeurope", "P3Y", 1);
    let price = desk.post(person, "/providers/Microsoft.Capacity/calculatePrice", &request).body;
    let order = price["properties"]["reservationOrderId"].as_str().expect("an id");
    (format!("PUT /providers/Microsoft.Capacity/reservationOrders/{order}"), request)
}

fn renaming(_: &Desk, _: &Person, item: &Item) -> (String, Value) {
    (format!("PATCH {}", item.id), json!({ "properties": { "name": "Leitstand" } }))
}

fn splitting(_: &Desk, _: &Person, item: &Item) -> (String, Value) {
    let body = json!({ "properties": { "quantities": [4, 2], "reservationId": item.id } });
    (format!("POST {}/split", item.order), body)
}

/// Prepares a change: what is to be sent.
type Ready = fn(&Desk, &Person, &Item) -> (String, Value);

const HEADERS: [&str; 4] = ["location", "azure-asyncoperation", "retry-after", "etag"];

#[test]
fn the_same_change_is_made_once_and_answered_alike() {
    let changes: [Ready; 5] =
        [quoted_return::<MemoryStore>, quoted_exchange, quoted_purchase, renaming, splitting];
    for change in changes {
        let desk = Desk::open();
        let person = desk.customer("Kupferhain");
        let item = desk.reservation(&person, "Fertigungsleitstand");
        let (what, body) = change(&desk, &person, &item);
        assert_eq!(asked(&desk, &person, ID).code(), "RequestNotFound");
        let first = send(&desk, &person, &what, &body, ID);
        assert!(first.status < 300, "{what}: {}", first.body);
        for wait in [0, 10, 86_000] {
            desk.wait(TimeDelta::seconds(wait));
            let before = desk.stored(&person);
            let again = send(&desk, &person, &what, &body, &ID.to_lowercase());
            assert_eq!((again.status, &again.body), (first.status, &first.body), "{what}");
            for name in HEADERS {
                assert_eq!(again.header(name), first.header(name), "{what}: {name}");
            }
            assert_eq!(desk.stored(&person).keys().count(), before.keys().count(), "{what}");
            let known = asked(&desk, &person, ID).body;
            assert_eq!(known["status"], first.status);
            assert_eq!(known["location"].as_str(), first.header("location"));
            assert_eq!(known["operation"].as_str(), first.header("azure-asyncoperation"));
            assert_eq!(known["body"], first.body);
            let (method, path) = what.split_once(' ').expect("a method");
            assert_eq!(known["method"], method);
            assert!(known["path"].as_str().is_some_and(|known| known.starts_with(path)));
        }
        // The id of one request is none of another.
        let mut other = body.clone();
        other["x"] = json!(1);
        for (what, body) in [(&what, &other), (&format!("{what}?x=1"), &body)] {
            let reply = send(&desk, &person, what, body, ID);
            assert_eq!((reply.status, reply.code()), (409, "ClientRequestIdReused"));
        }
        // Of another customer it is another id.
        assert_eq!(asked(&desk, &desk.customer("Brisa"), ID).status, 404);
    }
}

#[test]
fn a_refused_change_is_not_known_and_can_be_made_later() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let (what, body) = renaming(&desk, &person, &item);
    let guest = person.with_role("Guest");
    assert_eq!(send(&desk, &guest, &what, &body, ID).status, 403);
    let wrong = json!({ "properties": { "name": "" } });
    assert_eq!(send(&desk, &person, &what, &wrong, ID).status, 400);
    assert_eq!(asked(&desk, &person, ID).status, 404);
    assert_eq!(send(&desk, &person, &what, &body, ID).status, 200);
    for id in ["", "x", "not a guid", "0B8B1E02-6A3F-4D7B-9A41-6E5B7C1D2F3"] {
        let reply = send(&desk, &person, &what, &body, id);
        assert_eq!((reply.status, reply.code()), (400, "InvalidClientRequestId"), "{id}");
        let list = "GET /providers/Microsoft.Capacity/reservations";
        assert_eq!(send(&desk, &person, list, &Value::Null, id).status, 200, "reading is free");
    }
}

#[test]
fn an_id_is_forgotten_after_a_day_with_the_next_change() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let (what, body) = renaming(&desk, &person, &item);
    assert_eq!(send(&desk, &person, &what, &body, ID).status, 200);
    desk.wait(TimeDelta::hours(26));
    let other = json!({ "properties": { "name": "Other" } });
    let id = ID.replace('0', "1");
    assert_eq!(send(&desk, &person, &what, &other, &id).status, 200);
    assert_eq!(asked(&desk, &person, ID).status, 404);
    assert_eq!(asked(&desk, &person, &id).status, 200);
    let kept = desk.stored(&person).into_keys().filter(|key| key.starts_with("request/")).count();
    assert_eq!(kept, 1);
}

#[test]
fn what_belongs_to_the_partner_is_changed_once_as_well() {
    let desk = Desk::open();
    let partner = desk.partner();
    let path = "/providers/Prorata/priceList";
    let rows = desk.ask(&partner, &format!("GET {path}?currencyCode=EUR")).rows().clone();
    // Hundreds of rows are more than what is kept of an answer.
    let (long, short) = (json!({ "value": rows }), json!({ "value": rows[..2] }));
    for list in [&long, &short] {
        let id = if list == &long { ID.to_owned() } else { ID.replace('0', "1") };
        let first = send(&desk, &partner, &format!("PUT {path}"), list, &id);
        assert_eq!(first.status, 200, "{}", first.body);
        let again = send(&desk, &partner, &format!("PUT {path}"), list, &id);
        assert_eq!((again.status, &again.body), (200, &first.body));
    }
    // An old answer that comes again does not bring the old list back.
    assert_eq!(send(&desk, &partner, &format!("PUT {path}"), &long, ID).status, 200);
    assert_eq!(desk.ask(&partner, &format!("GET {path}")).rows().len(), 2);

    let reset = ("POST /providers/Prorata/reset", json!({ "to": "demonstration" }));
    let id = ID.replace('0', "2");
    assert_eq!(send(&desk, &partner, reset.0, &reset.1, &id).status, 204);
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let (what, body) = renaming(&desk, &person, &item);
    assert_eq!(send(&desk, &person, &what, &body, ID).status, 200);
    assert_eq!(send(&desk, &partner, reset.0, &reset.1, &id).status, 204);
    assert_eq!(desk.activities(&person).len(), 1, "what was done since is still there");
    assert_eq!(asked(&desk, &partner, &id).body["status"], 204);
    let other = ID.replace('0', "3");
    assert_eq!(send(&desk, &partner, reset.0, &reset.1, &other).status, 204);
    assert_eq!(desk.activities(&person).len(), 0);
    assert_eq!(send(&desk, &person, &what, &body, ID).status, 200);
    assert_eq!(desk.activities(&person).len(), 0, "it was made before, and not again");
}

#[test]
fn an_outcome_that_is_not_known_is_told_as_such_and_can_be_asked_for() {
    for commit in [Commit::Made, Commit::Dropped] {
        let desk = Desk::over(Failing::default());
        let person = desk.customer("Kupferhain");
        let item = desk.reservation(&person, "Fertigungsleitstand");
        let (what, body) = quoted_return(&desk, &person, &item);
        desk.service.store().fail_next(commit, StoreError::Unknown);
        let lost = send(&desk, &person, &what, &body, ID);
        assert_eq!((lost.status, lost.code()), (503, "OutcomeUnknown"));
        let message = lost.body["error"]["message"].as_str().expect("words");
        assert!(!message.contains("Nothing was changed"), "{message}");
        let known = asked(&desk, &person, ID);
        assert_eq!(known.status, if commit == Commit::Made { 200 } else { 404 });
        let again = send(&desk, &person, &what, &body, ID);
        assert_eq!(again.status, 202, "{}", again.body);
        desk.wait(TimeDelta::seconds(10));
        let left =
            desk.ask(&person, &format!("GET {}", item.id)).body["properties"]["quantity"].clone();
        assert_eq!(left, item.quantity - 1, "one unit was returned, not two");
    }
}

#[test]
fn what_was_told_not_to_be_made_is_not_made_by_what_is_still_under_way() {
    let desk = Desk::over(Failing::default());
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let (what, body) = quoted_return(&desk, &person, &item);
    let mut waker = Context::from_waker(Waker::noop());
    // Twice, since what was told before the change was begun does not matter.
    for _ in 0..2 {
        let headers = [(HEADER, ID)];
        desk.service.store().pause_next();
        let mut slow = pin!(desk.ask_with(&person, &what, &headers, &body));
        assert!(slow.as_mut().poll(&mut waker).is_pending());
        assert_eq!(asked(&desk, &person, ID).code(), "RequestNotFound");
        let Poll::Ready(reply) = slow.poll(&mut waker) else { panic!("it is not paused twice") };
        assert_eq!((reply.status, reply.code()), (409, "RequestWithdrawn"));
        assert_eq!(asked(&desk, &person, ID).code(), "RequestNotFound");
    }
    assert_eq!(desk.activities(&person).len(), 0);
    let later = send(&desk, &person, &what, &body, ID);
    assert_eq!(later.status, 202, "{}", later.body);
    assert_eq!(asked(&desk, &person, ID).status, 200);

    // What cannot be made certain is not told.
    desk.service.store().fail_next(Commit::Dropped, StoreError::Busy);
    assert_eq!(asked(&desk, &person, &ID.replace('0', "1")).status, 503);
    // Nobody is made a customer by asking.

    let nobody = Person::of("ffffffff-0000-4000-8000-00000000000f");
    assert_eq!(asked(&desk, &nobody, ID).code(), "RequestNotFound");
    assert!(desk.stored(&nobody).is_empty());
}
