//! A return whose answer is lost, and one of units that are not there any more.

use crate::answers::{Answers, NO_CONNECTION, forget, note_requests, noted, open};
use crate::refund_records::{order, rates, reservation, transactions};
use crate::stage::{Stage, doubted, pass, provide_frame, settle, stage};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::Role;
use prorata::i18n::{self, Language};
use prorata::platform::storage;
use prorata::quote::Refund;
use prorata::router::Router;
use prorata::ui::ToastRegion;
use serde_json::Value;
use std::time::Duration;
use wasm_bindgen_test::wasm_bindgen_test;

const ACCOUNT: &str = r#"{"partnerName":"P","partnerTenantId":"p","billingAccountId":"ba",
    "billingAccountName":"B","demonstration":true}"#;
/// Without a rate both quotes have one figure to agree in.
const ADDRESS: &str = "?customer=c&order=o&reservation=r&rate=none";
const THEIRS: &str = r#"{"properties":{"sessionId":"11111111-1111-1111-1111-111111111111",
    "quantity":2,"billingRefundAmount":{"currencyCode":"EUR","amount":638.91}}}"#;
const ASKED: &str = "GET /providers/Prorata/requests/";
const ACCEPTED: &str = r#"{"id":"x","method":"POST","path":"/","at":"2026-01-01T00:00:00Z",
    "status":202}"#;
const BEGIN: &str = ".carry-out > .button-row .button.danger";
const PROGRESS: &str = ".carry-out-progress";
const OUTCOME: &str = ".carry-out-progress .return-outcome";
const NEXT: &str = ".carry-out-progress > .button-row button";

/// The records with a reservation of so many units, and more answers before them.
fn table(
    units: u32,
    first: &[(&'static str, u16, &'static str)],
) -> Vec<(&'static str, u16, String)> {
    let mut reservation: Value = reservation();
    reservation["properties"]["quantity"] = units.into();
    let records = [
        ("calculateRefund", 200, THEIRS.to_owned()),
        ("reservationSummaries", 200, r#"{"value":[]}"#.to_owned()),
        ("reservationTransactions", 200, transactions(0).to_string()),
        ("exchangeRates", 200, rates().to_string()),
        ("Prorata/account", 200, ACCOUNT.to_owned()),
        ("/reservations/r", 200, reservation.to_string()),
        ("/reservationOrders/o?", 200, order().to_string()),
    ];
    first
        .iter()
        .map(|(part, status, body)| (*part, *status, (*body).to_owned()))
        .chain(records)
        .collect()
}

fn borrowed<'a>(table: &'a [(&'static str, u16, String)]) -> Vec<(&'a str, u16, &'a str)> {
    table.iter().map(|(part, status, body)| (*part, *status, body.as_str())).collect()
}

fn answers(units: u32, first: &[(&'static str, u16, &'static str)]) -> Answers {
    storage::remove("return.o.r");
    Answers::with(&borrowed(&table(units, first)))
}

async fn task() -> Stage<impl Mountable> {
    i18n::select(Language::English);
    open(ADDRESS);
    task_at_the_address().await
}

/// The task at the address in the bar, as the browser loads it again.
async fn task_at_the_address() -> Stage<impl Mountable> {
    let page = stage(|| {
        provide_frame(Role::AdminAgent);
        view! {
            <Router>
                <Refund />
            </Router>
        }
    })
    .await;
    settle().await;
    page
}

/// Confirms the return that both quotes agree about.
async fn return_units(page: &Stage<impl Mountable>) {
    page.click(BEGIN).await;
    settle().await;
    page.choose("dialog[open] select", "mistake").await;
    page.click("dialog[open] .button.danger").await;
}

#[wasm_bindgen_test]
async fn a_return_whose_answer_is_lost_goes_on_as_soon_as_the_service_tells() {
    let _answers = answers(2, &[("/return", NO_CONNECTION, ""), (ASKED, 200, ACCEPTED)]);
    let page = task().await;
    return_units(&page).await;
    let shown = page.text(PROGRESS);
    assert!(shown.contains("We don't know yet whether it was accepted"), "{shown}");
    assert!(!shown.contains("Nothing was returned"), "{shown}");
    pass(Duration::from_millis(700)).await;
    assert!(page.text(PROGRESS).contains("The return was accepted"), "{}", page.text(PROGRESS));
    pass(Duration::from_millis(5_200)).await;
    assert!(page.text(PROGRESS).contains("Done: 2 units were returned"), "{}", page.text(PROGRESS));
    assert_eq!(page.text(OUTCOME), "€638.91 credited, 2 units left", "as the record says");
}

/// The answer that accepts a return.
const RETURNED: &str = r#"{"properties":{"quantity":2,
    "billingRefundAmount":{"currencyCode":"EUR","amount":638.90}}}"#;

#[wasm_bindgen_test]
async fn a_return_says_what_was_credited_and_what_is_left_as_the_service_has_it() {
    let answers = answers(2, &[("/return", 202, RETURNED)]);
    let page = task().await;
    page.click(BEGIN).await;
    settle().await;
    page.choose("dialog[open] select", "mistake").await;
    let after = table(1, &[("/return", 202, RETURNED)]);
    answers.change_to(&borrowed(&after));
    page.click("dialog[open] .button.danger").await;
    pass(Duration::from_millis(1_200)).await;
    assert_eq!(page.text(OUTCOME), "€638.90 credited, 1 unit left");
    let notice = page.find(&format!("{PROGRESS} .notice.tone-success"));
    assert_eq!(notice.get_attribute("role").as_deref(), Some("status"), "told politely");
}

const PENDING_ORDER: &str = r#"{"properties":{"provisioningState":"Pending"}}"#;

#[wasm_bindgen_test]
async fn a_return_that_ends_after_its_page_was_left_is_told_wherever_one_is() {
    let answers = answers(2, &[("/return", 202, RETURNED)]);
    i18n::select(Language::English);
    open(ADDRESS);
    let is_there = RwSignal::new(true);
    let page = stage(move || {
        provide_frame(Role::AdminAgent);
        view! {
            <ToastRegion />
            {move || is_there.get().then(|| view! { <Router><Refund /></Router> })}
        }
    })
    .await;
    settle().await;
    page.click(BEGIN).await;
    settle().await;
    page.choose("dialog[open] select", "mistake").await;
    let under_way =
        table(2, &[("/return", 202, RETURNED), ("/reservationOrders/o?", 200, PENDING_ORDER)]);
    answers.change_to(&borrowed(&under_way));
    page.click("dialog[open] .button.danger").await;
    is_there.set(false);
    settle().await;
    assert!(page.maybe(".toast").is_none(), "it is under way");
    answers.change_to(&borrowed(&table(1, &[])));
    pass(Duration::from_millis(1_500)).await;
    assert_eq!(page.text(".toasts .toast span"), "€638.90 credited, 1 unit left");
}

#[wasm_bindgen_test]
async fn a_return_that_was_not_accepted_is_sent_again_under_its_id() {
    let answers = answers(2, &[("/return", 503, "")]);
    note_requests();
    let page = task().await;
    return_units(&page).await;
    doubted().await;
    let shown = page.text(PROGRESS);
    assert!(shown.contains("It was not accepted"), "{shown}");
    assert!(shown.contains("Nothing was returned."), "{shown}");
    let first = noted("ID POST").pop().unwrap();

    answers.change_to(&borrowed(&table(2, &[("/return", 202, "")])));
    note_requests();
    page.click(NEXT).await;
    assert_eq!(noted("ID POST"), [first], "the same change");
    assert!(page.text(PROGRESS).contains("The return was accepted"), "{}", page.text(PROGRESS));
}

#[wasm_bindgen_test]
async fn what_nobody_knows_is_told_as_unknown_beside_the_records_as_they_are() {
    let answers = answers(2, &[("/return", 500, ""), (ASKED, NO_CONNECTION, "")]);
    let page = task().await;
    return_units(&page).await;
    doubted().await;
    let shown = page.text(PROGRESS);
    assert!(shown.contains("We don't know whether it was accepted"), "{shown}");
    assert!(!shown.contains("Nothing was returned"), "{shown}");
    let now = page.text(".as-it-is-now");
    assert!(now.contains("Web shop: 2 units, Succeeded"), "{now}");
    assert_eq!(page.texts(NEXT), ["Look again"]);
    drop(page);

    // After a reload the page looks by itself.
    answers.change_to(&borrowed(&table(2, &[(ASKED, 200, ACCEPTED)])));
    let page = task().await;
    pass(Duration::from_millis(700)).await;
    assert!(page.text(PROGRESS).contains("The return was accepted"), "{}", page.text(PROGRESS));
    storage::remove("return.o.r");
}

#[wasm_bindgen_test]
async fn asking_again_compares_the_units_that_are_left_with_those_quoted() {
    let answers = answers(2, &[]);
    note_requests();
    let page = task().await;
    answers.change_to(&borrowed(&table(1, &[])));
    note_requests();
    page.click(BEGIN).await;
    settle().await;
    let shown = page.text(PROGRESS);
    assert!(shown.contains("Only 1 unit is left"), "{shown}");
    assert!(noted("POST").is_empty(), "no quote of units that are not there");
    assert_eq!(page.attribute(BEGIN, "aria-disabled").as_deref(), Some("true"));

    page.click(NEXT).await;
    settle().await;
    let units: Vec<_> = page.attributes(".refund-form input[type=number]", "max");
    assert_eq!(units, ["1"], "the record was read again");
}

#[wasm_bindgen_test]
async fn a_refusal_because_units_are_gone_is_told_in_words() {
    let answers = answers(2, &[]);
    let page = task().await;
    page.click(BEGIN).await;
    settle().await;
    page.choose("dialog[open] select", "mistake").await;
    let refused = r#"{"error":{"code":"BadRequest","message":"quantity"}}"#;
    answers.change_to(&borrowed(&table(1, &[("/return", 400, refused)])));
    page.click("dialog[open] .button.danger").await;
    settle().await;
    let shown = page.text(PROGRESS);
    assert!(shown.contains("Only 1 unit is left"), "{shown}");
    assert!(!shown.contains("The request was refused"), "{shown}");
}

#[wasm_bindgen_test]
async fn what_is_typed_outlives_a_reload_in_the_very_moment() {
    let _answers = answers(2, &[]);
    let page = task().await;
    page.type_into(".refund-form input[type=number]", "1").await;
    assert!(!crate::answers::query().contains("units=1"), "the address waits for a pause");
    drop(page);
    // The address in the bar is the one from before, as it is when the browser loads the page again.
    let page = task_at_the_address().await;
    assert!(crate::answers::query().contains("units=1"));
    assert_eq!(page.text(".headline .payable"), "€319.45");
}

#[wasm_bindgen_test]
async fn what_is_typed_is_not_the_links_after_a_reload() {
    let _answers = answers(2, &[]);
    let page = task().await;
    let rate = ".refund-form .field input[inputmode=decimal]";
    page.type_into(rate, "1.3").await;
    assert!(page.text(".remarks").contains("was entered by hand"));
    drop(page);
    // First before the address has followed, then after.
    for _ in 0..2 {
        let page = task_at_the_address().await;
        assert!(crate::answers::query().contains("rate=1.3"));
        let said = page.text(".remarks");
        assert!(said.contains("was entered by hand"), "{said}");
        page.type_into(".refund-form input[type=number]", "1").await;
        pass(Duration::from_millis(900)).await;
    }

    // The same address from somebody else is a link.
    let address = crate::answers::query();
    forget("prorata.written");
    open(&address);
    let page = task_at_the_address().await;
    assert!(page.text(".remarks").contains("came with the link"));
}
