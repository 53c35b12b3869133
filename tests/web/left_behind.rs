//! What pages leave behind in the memory of the program once they are left.

use crate::answers::{Answers, open};
use crate::stage::{provide_frame, settle, stage};
use js_sys::{ArrayBuffer, WebAssembly};
use leptos::prelude::*;
use prorata::api::{Permission, Role, use_session};
use prorata::customers::{Customer, Customers};
use prorata::i18n::{self, Language};
use prorata::rights::use_rights;
use prorata::router::Router;
use prorata::shell::use_policy;
use serde_json::json;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

/// Rows of each list: so many that what one of them leaves is seen.
const ROWS: usize = 40;
/// Visits until everything has the memory that it keeps.
const VISITS_FIRST: u32 = 8;
/// Visits by which nothing grows.
const VISITS: u32 = 24;
/// Less than a tenth of what the words of so many rows would leave; memory comes in pieces of some size.
const GROWTH_MAX: u32 = 512 * 1024;

fn memory() -> u32 {
    let memory: WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    memory.buffer().unchecked_into::<ArrayBuffer>().byte_length()
}

/// By how much the memory has grown with visits to a page.
async fn growth(page: fn() -> AnyView) -> u32 {
    let is_there = RwSignal::new(false);
    let stage = stage(move || {
        provide_frame(Role::AdminAgent);
        view! { <Router>{move || is_there.get().then(page)}</Router> }
    })
    .await;
    let visit = async || {
        is_there.set(true);
        settle().await;
        assert_eq!(stage.texts("tbody tr").len(), ROWS);
        is_there.set(false);
        settle().await;
        assert!(stage.maybe("tbody tr").is_none());
    };
    for _ in 0..VISITS_FIRST {
        visit().await;
    }
    let before = memory();
    for _ in 0..VISITS {
        visit().await;
    }
    memory() - before
}

#[wasm_bindgen_test]
async fn lists_that_were_left_leave_nothing() {
    i18n::select(Language::English);
    let customer = |number: usize| {
        json!({
            "customerId": format!("c{number}"), "displayName": format!("Customer {number}"),
            "domain": "example.com", "agreementType": "CSP", "reservationCount": ROWS,
            "soonestExpiry": "2030-01-31", "limitUsedUsd": "12345.00", "limitUsd": "50000.00",
        })
    };
    let reservation = |number: usize| {
        let id =
            format!("/providers/Microsoft.Capacity/reservationOrders/o/reservations/r{number}");
        json!({ "id": id, "location": "westeurope", "properties": {
            "displayName": format!("Reservation {number}"), "provisioningState": "Succeeded",
            "expiryDate": "2031-01-31", "quantity": 2, "term": "P1Y" } })
    };
    let customers = json!({ "value": (0..ROWS).map(customer).collect::<Vec<_>>() }).to_string();
    let reservations =
        json!({ "value": (0..ROWS).map(reservation).collect::<Vec<_>>() }).to_string();
    let _answers = Answers::with(&[
        ("customerSummaries", 200, &customers),
        ("Microsoft.Capacity/reservations", 200, &reservations),
    ]);
    open("?customer=c1");
    let of_customers = growth(|| view! { <Customers /> }.into_any()).await;
    assert!(of_customers <= GROWTH_MAX, "{of_customers} bytes of the customers");
    let of_reservations = growth(|| view! { <Customer /> }.into_any()).await;
    assert!(of_reservations <= GROWTH_MAX, "{of_reservations} bytes of the reservations");
}

#[wasm_bindgen_test]
async fn what_followed_rights_role_and_policy_leaves_nothing() {
    const FOLLOWERS: usize = 4;
    let rows = || {
        let (rights, policy, session) = (use_rights(), use_policy(), use_session());
        let cell = move || {
            let may = move || rights.may(Permission::ReturnReservations).is_ok();
            let choice = move || policy.get().id;
            let role = move || session.role().name();
            view! { <td>{may} {choice} {role}</td> }
        };
        let row = move |_| view! { <tr>{(0..FOLLOWERS).map(|_| cell()).collect_view()}</tr> };
        view! { <table><tbody>{(0..ROWS).map(row).collect_view()}</tbody></table> }.into_any()
    };
    let grown = growth(rows).await;
    assert!(grown <= GROWTH_MAX, "{grown} bytes");
}
