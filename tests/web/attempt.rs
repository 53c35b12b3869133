//! Changes whose answer is lost: what the client finds out by itself.

use crate::answers::{Answers, NO_CONNECTION, note_requests, noted};
use leptos::prelude::*;
use prorata::api::{Api, Attempt, Known, Records, Session};
use std::cell::Cell;
use std::rc::Rc;
use view_model::address::ReservationRef;
use wasm_bindgen_test::wasm_bindgen_test;

const BROKEN: &str = r#"{"error":{"code":"InternalServerError","message":"It broke."}}"#;
const ASKED: &str = "GET /providers/Prorata/requests/";
const TOLD: &str = r#"{"id":"x","method":"POST","path":"/","at":"2026-01-01T00:00:00Z","status":202,
    "location":"/operations/7"}"#;

fn of() -> ReservationRef {
    let [customer, order, reservation] = ["c", "o", "r"].map(ToOwned::to_owned);
    ReservationRef { customer, order, reservation }
}

/// The client, as long as its owner lives.
fn client() -> (Owner, Api) {
    let owner = Owner::new();
    let api = owner.with(|| Api::new(Session::restore()));
    (owner, api)
}

/// An attempt, and how often it was told that its answer is lost.
fn attempt(subject: &str, what: &str) -> (Attempt, Rc<Cell<u32>>) {
    let doubts = Rc::new(Cell::new(0));
    let counted = Rc::clone(&doubts);
    (Attempt::new(subject, what, move || counted.set(counted.get() + 1)), doubts)
}

/// What was asked about changes.
fn questions() -> Vec<String> {
    noted("GET").into_iter().filter(|it| it.contains("/providers/Prorata/requests/")).collect()
}

fn ids() -> Vec<String> {
    let sent = noted("ID ").into_iter();
    sent.map(|it| it.rsplit(' ').next().unwrap_or_default().to_owned()).collect()
}

#[wasm_bindgen_test]
async fn the_same_change_has_one_id_until_it_is_known_what_became_of_it() {
    let answers = Answers::with(&[("/split", NO_CONNECTION, ""), (ASKED, NO_CONNECTION, "")]);
    note_requests();
    let (_owner, api) = client();
    let first = attempt("split.o.r", "1 and 1").0;
    let unknown = api.split(&of(), [1, 1], &first).await.unwrap_err();
    assert_eq!(unknown.known, Known::Nothing);

    // As after a reload of the page: nothing but the subject is known.
    let left = Attempt::left_open("split.O.R", || ()).unwrap();
    assert_eq!(left.id(), first.id());
    assert_eq!(attempt("split.o.r", "1 and 1").0.id(), first.id());
    assert_ne!(attempt("split.o.r", "2 and 3").0.id(), first.id(), "another change");
    assert_ne!(attempt("split.o.s", "1 and 1").0.id(), first.id(), "of something else");
    let sent = ids();
    assert_eq!(sent[0], first.id());
    assert!(sent[1..].iter().all(|id| id == "null"), "reading changes nothing: {sent:?}");

    answers.change_to(&[("/split", 202, "")]);
    assert!(api.split(&of(), [1, 1], &first).await.is_ok());
    assert!(Attempt::left_open("split.o.r", || ()).is_none());
    assert_ne!(attempt("split.o.r", "1 and 1").0.id(), first.id(), "asked for once more");
}

#[wasm_bindgen_test]
async fn an_answer_that_was_lost_is_had_by_the_id() {
    for lost in [NO_CONNECTION, 408, 500, 503, 504] {
        let _answers = Answers::with(&[("POST /split", lost, BROKEN), (ASKED, 200, TOLD)]);
        note_requests();
        let (_owner, api) = client();
        let (attempt, doubts) = attempt("split.o.r", "it");
        let answer = api.split(&of(), [1, 1], &attempt).await.unwrap();
        assert_eq!((answer.status, answer.operation.as_deref()), (202, Some("/operations/7")));
        assert_eq!(doubts.get(), 1, "the page is told first");
        let asked = questions();
        assert!(asked.len() == 1 && asked[0].ends_with(attempt.id()), "{asked:?}");
        assert!(Attempt::left_open("split.o.r", || ()).is_none());
    }
}

#[wasm_bindgen_test]
async fn an_answer_that_cannot_be_read_is_had_by_the_id() {
    let told = r#"{"id":"x","method":"POST","path":"/","at":"2026-01-01T00:00:00Z","status":200,
        "body":[{"id":"/providers/Microsoft.Capacity/reservationOrders/o/reservations/p"}]}"#;
    let _answers = Answers::with(&[("POST /split", 200, r#"[{"id":"#), (ASKED, 200, told)]);
    let (_owner, api) = client();
    let (attempt, doubts) = attempt("split.o.r", "it");
    let answer = api.split(&of(), [1, 1], &attempt).await.unwrap();
    assert_eq!(prorata::api::regrouped(&answer).unwrap().len(), 1);
    assert_eq!(doubts.get(), 1);
}

#[wasm_bindgen_test]
async fn nothing_is_certain_before_the_service_has_said_so_several_times() {
    let _answers = Answers::with(&[("POST /providers/Prorata/reset", 500, BROKEN)]);
    note_requests();
    let (_owner, api) = client();
    let (attempt, _) = attempt("reset", "it");
    let not_done = api.start_over(Records::Empty, &attempt).await.unwrap_err();
    assert_eq!((not_done.known, not_done.error.status()), (Known::NotAccepted, Some(500)));
    assert_eq!(questions().len(), 3, "a request that broke off may still be on its way");
}

#[wasm_bindgen_test]
async fn a_refusal_is_certain_at_once() {
    for status in [400, 401, 403, 404, 409, 412, 429] {
        let _answers = Answers::with(&[("/archive", status, BROKEN)]);
        note_requests();
        let (_owner, api) = client();
        let (attempt, doubts) = attempt("archive.o.r", "it");
        let not_done = api.archive(&of(), true, &attempt).await.unwrap_err();
        assert_eq!(not_done.known, Known::Refused, "{status}");
        assert_eq!((doubts.get(), questions().len()), (0, 0));
        assert!(Attempt::left_open("archive.o.r", || ()).is_none());
    }
}

/// A service that knows nothing of ids answers with a 404 of its own, which says nothing about the change.
#[wasm_bindgen_test]
async fn only_the_services_own_no_is_a_no() {
    let unknown = r#"{"error":{"code":"ResourceNotFound","message":"No such path."}}"#;
    let _answers = Answers::with(&[("/archive", 500, BROKEN), (ASKED, 404, unknown)]);
    let (_owner, api) = client();
    let (attempt, _) = attempt("archive.o.r", "it");
    let not_done = api.archive(&of(), true, &attempt).await.unwrap_err();
    assert_eq!(not_done.known, Known::Nothing);
}
