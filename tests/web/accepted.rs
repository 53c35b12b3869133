//! Long-running operations whose acceptance does not say where they can be watched: a service may keep the
//! headers of its answers from a page of another origin.

use crate::answers::{ACCEPTED, Answers, note_requests, noted};
use crate::refund_records::reservation;
use azure::{CalculateExchangeRequest, Guid, Patch};
use leptos::prelude::*;
use prorata::api::{Api, ApiError, Attempt, Known, Session};
use view_model::address::ReservationRef;
use wasm_bindgen_test::wasm_bindgen_test;

const SETTLED: &str = r#"{"properties":{"provisioningState":"Succeeded"}}"#;
const POLICY: &str = "partner-center-2020-08";

fn of() -> ReservationRef {
    let [customer, order, reservation] = ["c", "o", "r"].map(ToOwned::to_owned);
    ReservationRef { customer, order, reservation }
}

fn attempt() -> Attempt {
    Attempt::new("test", "it", || ())
}

/// The client, as long as its owner lives.
fn client() -> (Owner, Api) {
    let owner = Owner::new();
    let api = owner.with(|| Api::new(Session::restore()));
    (owner, api)
}

#[wasm_bindgen_test]
async fn a_change_is_read_from_the_record_once_the_order_has_settled() {
    let record = reservation().to_string();
    let _answers = Answers::with(&[
        ("PATCH /reservations/r", ACCEPTED, ""),
        ("GET /reservations/r", 200, &record),
        ("/reservationOrders/o?", 200, SETTLED),
    ]);
    note_requests();
    let (_owner, api) = client();
    let changed = api.change(&of(), &Patch::default(), None, &attempt()).await.unwrap();
    assert_eq!(changed.properties().display_name.as_deref(), Some("Web shop"));
    let read = noted("GET");
    assert!(read.len() == 2 && read[0].contains("/reservationOrders/o?"), "{read:?}");
}

#[wasm_bindgen_test]
async fn the_end_of_a_return_is_told_by_the_order() {
    let _answers = Answers::with(&[
        ("POST /reservationOrders/o/return", ACCEPTED, "{}"),
        ("GET /reservationOrders/o?", 200, SETTLED),
    ]);
    let (_owner, api) = client();
    let accepted =
        api.return_units(&of(), Guid::from("s"), 1, ("", None), &attempt()).await.unwrap();
    assert_eq!((accepted.operation.as_deref(), accepted.retry_after), (None, None));
    assert!(api.settled_order(&of(), Some(&accepted)).await.is_ok());
}

/// Nothing else names the operation of an exchange, so that it is lost: the page has to say so.
#[wasm_bindgen_test]
async fn an_exchange_that_cannot_be_watched_is_an_answer_that_cannot_be_read() {
    let _answers = Answers::with(&[("POST xchange", ACCEPTED, "")]);
    let (_owner, api) = client();
    let asked = CalculateExchangeRequest::default();
    let quote = api.calculate_exchange("c", &asked, POLICY).await;
    assert!(matches!(quote, Err(ApiError::Malformed { .. })), "{quote:?}");
    let exchange = api.exchange("c", Guid::from("s"), &attempt()).await.unwrap_err();
    assert!(matches!(exchange.error, ApiError::Malformed { .. }), "{exchange:?}");
    assert_eq!(exchange.known, Known::NotAccepted, "the service was asked");
}
