use crate::answers::{Answers, SILENCE, note, note_requests, noted};
use leptos::prelude::*;
use prorata::api::{Api, ApiError, PollPlan, Request, Session, Tenant};
use prorata::platform::timer;
use std::time::Duration;
use wasm_bindgen_test::wasm_bindgen_test;

fn problem(status: u16) -> ApiError {
    ApiError::Problem {
        status,
        code: "Code".to_owned(),
        message: "Message".to_owned(),
        request_id: Some("id-1".to_owned()),
        retry_after: None,
    }
}

#[wasm_bindgen_test]
fn only_what_may_pass_by_itself_is_worth_another_attempt() {
    for status in [408, 409, 412, 429, 500, 503] {
        assert!(problem(status).is_retryable(), "{status}");
    }
    for status in [400, 401, 403, 404] {
        assert!(!problem(status).is_retryable(), "{status}");
    }
    assert!(ApiError::Network.is_retryable());
    assert!(ApiError::Timeout.is_retryable());
}

#[wasm_bindgen_test]
fn without_an_answer_that_can_be_read_it_is_open_what_was_done() {
    let unreadable =
        ApiError::Malformed { path: String::new(), reason: String::new(), request_id: None };
    for error in [ApiError::Network, ApiError::Timeout, unreadable] {
        assert!(error.leaves_open(), "{error:?}");
    }
    // A service that failed may have failed after it had carried the change out.
    for status in [408, 500, 502, 503, 504] {
        assert!(problem(status).leaves_open(), "{status}");
    }
    for status in [400, 401, 403, 404, 409, 412, 429] {
        assert!(!problem(status).leaves_open(), "{status}");
    }
}

#[wasm_bindgen_test]
fn a_problem_carries_what_support_asks_for() {
    assert_eq!(problem(500).to_string(), "500 Code: Message (x-ms-request-id id-1)");
    assert_eq!(problem(500).request_id(), Some("id-1"));
    assert_eq!(ApiError::Timeout.request_id(), None);
}

#[wasm_bindgen_test]
fn polling_honours_retry_after_and_ends() {
    let mut plan = PollPlan::default();
    assert_eq!(plan.next_wait(Some(Duration::from_secs(2))), Some(Duration::from_secs(2)));
    assert_eq!(plan.next_wait(None), Some(Duration::from_secs(5)));

    let mut plan = PollPlan::default();
    let waits: Vec<_> = std::iter::from_fn(|| plan.next_wait(None)).collect();
    assert_eq!(waits[..6], [Duration::from_secs(5); 6]);
    assert_eq!(waits[6..14], [Duration::from_secs(15); 8]);
    assert!(waits[14..].iter().all(|wait| *wait == Duration::from_secs(60)));
    let total: Duration = waits.iter().sum();
    assert!((1_800..=1_860).contains(&total.as_secs()), "{total:?}");

    let mut plan = PollPlan::default();
    assert!(plan.next_wait(Some(Duration::ZERO)) > Some(Duration::ZERO));
}

#[wasm_bindgen_test]
async fn a_request_that_nobody_waits_for_is_given_up() {
    let _answers = Answers::with(&[("/silent", SILENCE, ""), ("/quick", 200, "{}")]);
    note_requests();
    let owner = Owner::new();
    let api = owner.with(|| Api::new(Session::restore()));
    let asked = |path| api.send(Request::get(Tenant::Partner, path));
    // As the client itself does after twenty seconds.
    let within = |path| timer::within(Duration::from_millis(50), asked(path));
    assert!(within("/silent").await.is_none());
    let given_up = noted("ABORTED");
    assert!(matches!(&given_up[..], [only] if only.ends_with("/silent")), "{given_up:?}");

    assert!(within("/quick").await.is_some_and(|answer| answer.is_ok()));
    assert_eq!(noted("ABORTED").len(), 1, "nothing is given up after its answer");
}

#[wasm_bindgen_test]
async fn every_request_says_of_which_build_the_page_is() {
    let _answers = Answers::with(&[("/records", 200, "{}")]);
    note("request.method + ' ' + request.headers.get('prorata-build')");
    let document = web_sys::window().unwrap().document().unwrap();
    let element = document.create_element("meta").unwrap();
    element.set_attribute("name", "prorata-build").unwrap();
    element.set_attribute("content", "01ab").unwrap();
    document.query_selector("head").unwrap().unwrap().append_child(&element).unwrap();
    let owner = Owner::new();
    let api = owner.with(|| Api::new(Session::restore()));
    element.remove();

    let asked = [
        Request::get(Tenant::Partner, "/records"),
        Request::post(Tenant::Partner, "/records", "{}".to_owned()),
    ];
    for request in asked {
        assert!(api.send(request).await.is_ok());
    }
    assert_eq!(noted(""), ["GET 01ab", "POST 01ab"]);
}
