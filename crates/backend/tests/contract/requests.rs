//! What is true of every request.

use http::Request;

use crate::support::{Desk, PUBLIC_URL, Person, block_on};

#[test]
fn an_unknown_path_is_404_and_a_wrong_method_405() {
    let desk = Desk::open();
    let partner = desk.partner();
    for path in ["/", "/providers", "/providers/Microsoft.Compute/x", "/providers/Prorata/nothing"]
    {
        let reply = desk.ask(&partner, &format!("GET {path}"));
        assert_eq!((reply.status, reply.code()), (404, "InvalidResourceType"), "{path}");
    }
    let reply = desk.ask(&partner, "DELETE /providers/Prorata/account");
    assert_eq!((reply.status, reply.code()), (405, "HttpMethodNotSupported"));
    assert_eq!(reply.header("allow"), Some("GET"));
}

#[test]
fn the_api_version_is_required() {
    let desk = Desk::open();
    let partner = desk.partner();
    let send = |uri: &str| {
        let request = Request::get(uri).header("authorization", partner.token());
        let response = block_on(desk.send(request.body(Vec::new()).expect("a request")));
        let body: serde_json::Value = serde_json::from_slice(response.body()).expect("JSON");
        (response.status().as_u16(), body["error"]["code"].as_str().unwrap_or("").to_owned())
    };
    assert_eq!(send("/providers/Prorata/account").0, 200, "not Azure's");
    let path = "/providers/Microsoft.Capacity/reservations";
    assert_eq!(send(path), (400, "MissingApiVersionParameter".to_owned()));
    for version in ["", "latest", "2022", "2022-13-01"] {
        let (status, code) = send(&format!("{path}?api-version={version}"));
        assert_eq!((status, code.as_str()), (400, "InvalidApiVersionParameter"), "{version}");
    }
    for version in ["2022-11-01", "2024-04-01", "2023-01-01-preview"] {
        assert_eq!(send(&format!("{path}?API-VERSION={version}")).0, 200, "{version}");
    }
}

#[test]
fn paths_and_ids_are_compared_without_case() {
    let desk = Desk::open();
    let customer = desk.customer("Kupferhain");
    let item = desk.reservation(&customer, "Fertigungsleitstand");
    for path in [item.id.to_uppercase(), item.id.to_lowercase(), format!("{}/", item.id)] {
        let reply = desk.ask(&customer, &format!("GET {path}"));
        assert_eq!(reply.body["id"], item.id.as_str(), "{path}");
    }
    let upper = Person::of(&customer.tenant.to_uppercase());
    assert_eq!(desk.ask(&upper, &format!("GET {}", item.id)).status, 200);
}

#[test]
fn every_answer_can_be_traced() {
    let desk = Desk::open();
    let first = desk.ask(&desk.partner(), "GET /providers/Prorata/account");
    let second = desk.ask(&desk.partner(), "GET /nothing");
    let id = |reply: &crate::support::Reply| reply.header("x-ms-request-id").map(str::to_owned);
    assert!(id(&first).is_some_and(|id| id.len() == 36));
    assert_ne!(id(&first), id(&second));
    assert_eq!(first.header("cache-control"), Some("no-store"));
    assert_eq!(first.header("content-type"), Some("application/json; charset=utf-8"));
}

#[test]
fn a_malformed_body_names_the_field() {
    let desk = Desk::open();
    let customer = desk.customer("Kupferhain");
    let item = desk.reservation(&customer, "Fertigungsleitstand");
    let path = format!("POST {}/calculateRefund", item.order);
    for (body, field) in [
        ("", "body"),
        ("{", "body"),
        ("{} x", "body"),
        ("[]", "properties.reservationToReturn.quantity"),
        ("{}", "properties.reservationToReturn.quantity"),
        (r#"{"properties":7}"#, "properties.reservationToReturn.quantity"),
        (
            r#"{"properties":{"reservationToReturn":{"reservationId":"x","quantity":"3"}}}"#,
            "properties.reservationToReturn.quantity",
        ),
        (
            r#"{"properties":{"reservationToReturn":{"reservationId":"x","quantity":-1}}}"#,
            "properties.reservationToReturn.quantity",
        ),
        (
            r#"{"properties":{"reservationToReturn":{"reservationId":"x","quantity":1}}}"#,
            "properties.reservationToReturn.reservationId",
        ),
    ] {
        let uri = format!("{}?api-version=2022-11-01", path.trim_start_matches("POST "));
        let request = Request::post(uri).header("authorization", customer.token());
        let request = request.body(body.as_bytes().to_vec()).expect("a request");
        let response = block_on(desk.send(request));
        let answer: serde_json::Value = serde_json::from_slice(response.body()).expect("JSON");
        assert_eq!(response.status().as_u16(), 400, "{body}");
        assert_eq!(answer["error"]["code"], "InvalidRequestContent", "{body}");
        assert_eq!(answer["error"]["target"], field, "{body}: {answer}");
    }
}

#[test]
fn a_body_beyond_all_measure_is_refused() {
    let desk = Desk::open();
    let request = Request::post("/providers/Prorata/reset?api-version=2022-11-01")
        .header("authorization", desk.partner().token())
        .body(vec![b' '; 1_000_000])
        .expect("a request");
    assert_eq!(block_on(desk.send(request)).status().as_u16(), 413);
}

#[test]
fn links_begin_with_the_public_url() {
    let desk = Desk::open();
    let lab = desk.customer("Breakwater");
    let reply = desk.ask(&lab, "GET /providers/Microsoft.Capacity/reservations?take=5");
    let next = reply.body["nextLink"].as_str().expect("a next page");
    assert!(next.starts_with(PUBLIC_URL), "{next}");
}
