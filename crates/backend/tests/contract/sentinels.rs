//! Records that fail on purpose.

use backend::Delay;
use serde_json::{Value, json};

use crate::fixtures::{Desk, Reply};

/// Name of the sentinel, status and code when read, and when refunded, and at which step.
const TABLE: &[(&str, u16, &str, u16, &str, Step)] = &[
    ("401 unauthorized", 401, TOKEN, 401, TOKEN, Step::Quote),
    ("403 forbidden", 403, "AuthorizationFailed", 403, "AuthorizationFailed", Step::Quote),
    ("404 not found", 404, MISSING, 404, MISSING, Step::Quote),
    ("409 conflict", 409, STATE, 409, STATE, Step::Return),
    ("412 precondition", 412, "PreconditionFailed", 412, "PreconditionFailed", Step::Return),
    ("429 throttled", 429, "TooManyRequests", 429, "TooManyRequests", Step::Quote),
    ("500 server error", 500, "InternalServerError", 500, "InternalServerError", Step::Quote),
    ("timeout", 504, "GatewayTimeout", 504, "GatewayTimeout", Step::Quote),
    (
        "expired session",
        401,
        "ExpiredAuthenticationToken",
        400,
        "ActivateQuoteFailed",
        Step::Return,
    ),
];

const TOKEN: &str = "InvalidAuthenticationToken";
const MISSING: &str = "ReservationIdNotInReservationOrder";
const STATE: &str = "OperationCannotBePerformedInCurrentState";

#[derive(Clone, Copy, PartialEq)]
enum Step {
    Quote,
    Return,
}

fn read(desk: &Desk, name: &str) -> Reply {
    let lab = desk.customer("Breakwater");
    let item = desk.reservation(&lab, &format!("Read fails: {name}"));
    desk.ask(&lab, &format!("GET {}", item.id))
}

/// The answer to the first step that fails, and which one that is.
fn refund(desk: &Desk, name: &str) -> (Step, Reply) {
    let lab = desk.customer("Breakwater");
    let item = desk.reservation(&lab, &format!("Refund fails: {name}"));
    assert_eq!(desk.ask(&lab, &format!("GET {}", item.id)).status, 200, "{name} can be read");
    let path = format!("{}/calculateRefund", item.order);
    let quote = desk.post(&lab, &path, &item.refund_body(1));
    if quote.body["properties"]["sessionId"].is_null() {
        return (Step::Quote, quote);
    }
    let path = format!("{}/return", item.order);
    (Step::Return, desk.post(&lab, &path, &item.return_body(1, &quote.body)))
}

#[test]
fn each_fails_as_its_name_says() {
    let desk = Desk::open();
    for (name, read_status, read_code, refund_status, refund_code, step) in TABLE {
        let reply = read(&desk, name);
        assert_eq!((reply.status, reply.code()), (*read_status, *read_code), "read {name}");
        let (failed_at, reply) = refund(&desk, name);
        assert_eq!((reply.status, reply.code()), (*refund_status, *refund_code), "refund {name}");
        assert!(failed_at == *step, "{name} fails at another step");
    }
}

#[test]
fn a_throttled_request_says_when_to_come_back() {
    let desk = Desk::open();
    assert_eq!(read(&desk, "429 throttled").header("retry-after"), Some("3"));
}

#[test]
fn a_timeout_is_an_answer_that_the_host_holds_back() {
    let desk = Desk::open();
    for reply in [read(&desk, "timeout"), refund(&desk, "timeout").1] {
        let delay = reply.response.extensions().get::<Delay>().expect("a delay");
        assert_eq!(delay.0.as_secs(), 60);
    }
}

#[test]
fn a_malformed_body_is_not_json() {
    let desk = Desk::open();
    for reply in [read(&desk, "malformed body"), refund(&desk, "malformed body").1] {
        assert_eq!(reply.status, 200);
        assert!(serde_json::from_slice::<Value>(reply.response.body()).is_err());
    }
}

#[test]
fn a_policy_error_comes_in_a_200() {
    let desk = Desk::open();
    let name = "policy error in a 200";
    for reply in [read(&desk, name), refund(&desk, name).1] {
        let errors = &reply.body["properties"]["policyResult"]["properties"]["policyErrors"];
        assert_eq!((reply.status, errors[0]["code"].as_str()), (200, Some("RefundLimitExceeded")));
    }
}

#[test]
fn a_failure_changes_nothing() {
    let desk = Desk::open();
    let before = desk.summary("Breakwater");
    for (name, ..) in TABLE {
        read(&desk, name);
        refund(&desk, name);
    }
    assert_eq!(desk.summary("Breakwater"), before);
}

/// Every kind of change of a sentinel, or of something that belongs to it.
fn writes(desk: &Desk, name: &str) -> Vec<(String, Reply)> {
    let lab = desk.customer("Breakwater");
    let title = format!("Refund fails: {name}");
    let item = desk.reservation(&lab, &title);
    let of_order = desk.ask(
        &lab,
        &format!("GET {}/providers/Microsoft.Authorization/roleAssignments", item.order),
    );
    let mut assignments = of_order.rows().iter().filter_map(|row| row["id"].as_str());
    let own = assignments.find(|id| id.starts_with(&item.order)).expect("one").to_owned();
    let tickets = desk.ask(&lab, "GET /providers/Microsoft.Support/supportTickets");
    let about = |row: &&Value| row["properties"]["title"] == title.as_str();
    let ticket =
        tickets.rows().iter().find(about).expect("a ticket")["id"].as_str().expect("an id");
    let about_it = json!({
        "properties": { "technicalTicketDetails": { "resourceId": item.id } },
    });
    let split = json!({ "properties": { "quantities": [1, 1], "reservationId": item.id } });
    let merge = json!({ "properties": { "sources": [item.id, item.id] } });
    [
        (format!("PATCH {}", item.id), json!({ "properties": { "name": "other" } })),
        (format!("POST {}/archive", item.id), Value::Null),
        (format!("POST {}/unarchive", item.id), Value::Null),
        (format!("POST {}/split", item.order), split),
        (format!("POST {}/merge", item.order), merge),
        (format!("PUT {own}"), json!({})),
        (format!("DELETE {own}"), Value::Null),
        ("PUT /providers/Microsoft.Support/supportTickets/x".to_owned(), about_it),
        (format!("PATCH {ticket}"), json!({ "status": "closed" })),
    ]
    .map(|(what, body)| {
        let reply = desk.send_body(&lab, &what, &body);
        (what, reply)
    })
    .to_vec()
}

#[test]
fn every_change_fails_in_every_way() {
    let desk = Desk::open();
    for (name, _, _, status, code, _) in TABLE {
        for (what, reply) in writes(&desk, name) {
            let expected = match *name {
                "expired session" => (401, "ExpiredAuthenticationToken"),
                _ => (*status, *code),
            };
            assert_eq!((reply.status, reply.code()), expected, "{name}: {what}");
            let retry_after = (*name == "429 throttled").then_some("3");
            assert_eq!(reply.header("retry-after"), retry_after, "{name}: {what}");
            let delayed = reply.response.extensions().get::<Delay>().is_some();
            assert_eq!(delayed, *name == "timeout", "{name}: {what}");
        }
    }
    for (what, reply) in writes(&desk, "malformed body") {
        assert_eq!(reply.status, 200, "{what}");
        assert!(serde_json::from_slice::<Value>(reply.response.body()).is_err(), "{what}");
    }
    assert_eq!(desk.activities(&desk.customer("Breakwater")), Vec::<Value>::new());
}
