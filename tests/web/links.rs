//! Whatever an address or an answer holds: requests go where they were meant to go.

use crate::answers::{Answers, note, noted};
use leptos::prelude::*;
use prorata::api::{Api, ApiError, Request, Session, Tenant};
use prorata::platform::document;
use serde_json::{Value, json};
use view_model::address::ReservationRef;
use wasm_bindgen_test::wasm_bindgen_test;

/// Ids as somebody may write them into an address.
const IDS: [&str; 9] = [
    "../../x?y#z",
    "..",
    ".",
    "%2e%2e",
    "a/b",
    "a\\..\\b",
    "//elsewhere.example/x",
    "a?api-version=1&b",
    "Zoë 中\u{202e}\n#",
];

/// What the browser made of each address, escaped as it is sent.
fn note_addresses() {
    note("request.method + ' ' + request.url");
}

fn api() -> (Owner, Api) {
    let owner = Owner::new();
    let api = owner.with(|| Api::new(Session::restore()));
    (owner, api)
}

/// The path of the only request since the last look, below that of the service and without its query.
fn asked_path(answers: &Answers) -> String {
    let all = noted("");
    note_addresses();
    let [only] = &all[..] else { panic!("one request, not {all:?}") };
    let address = only.split_once(' ').unwrap().1;
    let path = address.strip_prefix(&format!("{}/providers/", answers.service())).unwrap();
    path.split('?').next().unwrap().to_owned()
}

#[wasm_bindgen_test]
async fn no_id_leads_to_another_path() {
    let answers = Answers::with(&[("/", 200, "{}")]);
    note_addresses();
    let (_owner, api) = api();
    for id in IDS {
        let of = ReservationRef {
            customer: "c".to_owned(),
            order: id.to_owned(),
            reservation: id.to_owned(),
        };
        // What the service answers is of no account here.
        let _ = api.reservation(&of).await;
        let path = asked_path(&answers);
        let steps: Vec<_> = path.split('/').collect();
        let [capacity, "reservationOrders", order, "reservations", reservation] = steps[..] else {
            panic!("{id} leads to {path}");
        };
        assert_eq!((capacity, order), ("Microsoft.Capacity", reservation), "{path}");

        let _ = api.order(&of).await;
        assert_eq!(asked_path(&answers), format!("Microsoft.Capacity/reservationOrders/{order}"));
        let _ = api.support_ticket("c", id).await;
        assert_eq!(asked_path(&answers), format!("Microsoft.Support/supportTickets/{order}"));
        let _ = api.reservation_transactions(id, id).await;
        let expected = format!(
            "Microsoft.Billing/billingAccounts/{order}/customers/{order}\
             /providers/Microsoft.Consumption/reservationTransactions"
        );
        assert_eq!(asked_path(&answers), expected);
        let _ = api.price_list(id).await;
        assert_eq!(asked_path(&answers), "Prorata/priceList");
    }
}

#[wasm_bindgen_test]
async fn a_plain_id_stays_as_it_is() {
    let answers = Answers::with(&[("/", 200, "{}")]);
    note_addresses();
    let (_owner, api) = api();
    let id = "0f9d-4c1e_A.b";
    let _ = api.support_ticket("c", id).await;
    assert_eq!(asked_path(&answers), format!("Microsoft.Support/supportTickets/{id}"));
    let _ = api.problem_classifications("c", "/providers/Some.Where/things/a b?c").await;
    assert_eq!(asked_path(&answers), "Some.Where/things/a%20b%3Fc/problemClassifications");
}

/// Addresses that an answer may name and that are not below the service.
fn elsewhere(service: &str) -> Vec<String> {
    vec![
        "https://elsewhere.example/api/providers/x".to_owned(),
        "HTTPS://elsewhere.example/api/providers/x".to_owned(),
        "https://elsewhere.example:443@elsewhere.example/api/x".to_owned(),
        service.replace("://", "://user@"),
        format!("{service}x/providers"),
        format!("{service}/../x"),
        format!("{service}/%2e%2E/x"),
        document::absolute_url("x"),
        "/../x".to_owned(),
        "\\..\\x".to_owned(),
    ]
}

#[wasm_bindgen_test]
async fn an_address_outside_the_service_is_not_followed_and_said_to_be() {
    let answers = Answers::with(&[("/", 200, r#"{"status":"Succeeded"}"#)]);
    note_addresses();
    let (_owner, api) = api();
    for address in elsewhere(&answers.service()) {
        let answer = api.send(Request::get(Tenant::Partner, address.as_str())).await;
        let error = answer.expect_err(&address);
        let said = error.to_string();
        let expected = format!("unreadable answer at {address}: it leads out of the service");
        assert_eq!(said, expected);
    }
    let watched = api.exchange_result("c", "https://elsewhere.example/x", None, &|_| ()).await;
    assert!(matches!(watched, Err(ApiError::Malformed { .. })), "{watched:?}");
    assert!(noted("").is_empty(), "nobody else is asked, and gets the token");
}

#[wasm_bindgen_test]
async fn the_next_page_is_asked_for_within_the_service() {
    let answers = Answers::with(&[]);
    let service = answers.service();
    let (_owner, api) = api();
    let path = service.split_once("://").unwrap().1.split_once('/').unwrap().1;
    let first = |next: &str| json!({ "value": [1], "nextLink": next }).to_string();
    for next in [format!("{service}/second?page=2"), format!("/{path}/second"), "/second".into()] {
        let first = first(&next);
        answers.change_to(&[("/second", 200, r#"{"value":[2]}"#), ("/", 200, &first)]);
        let rows: Vec<Value> = api.list(Tenant::Partner, "/first").await.unwrap();
        assert_eq!(rows, [json!(1), json!(2)], "{next}");
    }
    for next in elsewhere(&service) {
        let first = first(&next);
        answers.change_to(&[("/", 200, &first)]);
        note_addresses();
        let rows = api.list::<Value>(Tenant::Partner, "/first").await;
        assert!(matches!(rows, Err(ApiError::Malformed { .. })), "{next}: {rows:?}");
        assert_eq!(noted("").len(), 1, "{next}: only the first page is asked for");
    }
}
