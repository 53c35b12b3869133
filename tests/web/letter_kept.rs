//! What is typed in a letter is kept with the return, whichever way leads back to the quote.

use crate::answers::{Answers, note, noted, open, query};
use crate::refund_records::{order, rates, reservation, transactions};
use crate::stage::{Stage, pass, provide_frame, settle, stage};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::Role;
use prorata::i18n::{self, Language};
use prorata::quote::{Refund, RefundLetter};
use prorata::router::Router;
use std::time::Duration;
use wasm_bindgen_test::wasm_bindgen_test;

const ACCOUNT: &str = r#"{"partnerName":"P","partnerTenantId":"p","billingAccountId":"ba",
    "billingAccountName":"B","demonstration":true}"#;
/// Without a rate both quotes have one figure to agree in.
const ADDRESS: &str = "?customer=c&order=o&reservation=r&rate=none";
const THEIRS: &str = r#"{"properties":{"sessionId":"11111111-1111-1111-1111-111111111111",
    "quantity":2,"billingRefundAmount":{"currencyCode":"EUR","amount":638.91}}}"#;
const RETURNED: &str = r#"{"properties":{"quantity":2,
    "billingRefundAmount":{"currencyCode":"EUR","amount":638.91}}}"#;
const FEE: &str = "form[aria-label='What the letter says'] input[inputmode=decimal]";
const MARGIN: &str =
    "form[aria-label='What the letter says'] .field:nth-of-type(3) input[inputmode=decimal]";
/// What is kept, beside the button that carries the return out.
const AGREED: &str = ".quote-action section[aria-label='Agreed with the customer']";

fn answers() -> Answers {
    let (reservation, order) = (reservation().to_string(), order().to_string());
    let (booked, rates) = (transactions(0).to_string(), rates().to_string());
    Answers::with(&[
        ("calculateRefund", 200, THEIRS),
        ("/return", 202, RETURNED),
        ("reservationSummaries", 200, r#"{"value":[]}"#),
        ("reservationTransactions", 200, booked.as_str()),
        ("exchangeRates", 200, rates.as_str()),
        ("Prorata/account", 200, ACCOUNT),
        ("Prorata/letterhead", 200, r#"{"name":"L","address":[],"contact":"","etag":"e"}"#),
        ("/reservations/r", 200, reservation.as_str()),
        ("/reservationOrders/o?", 200, order.as_str()),
    ])
}

async fn at(address: &str, page: fn() -> AnyView) -> Stage<impl Mountable + use<>> {
    i18n::select(Language::English);
    open(address);
    let page = stage(move || {
        provide_frame(Role::AdminAgent);
        view! { <Router>{page()}</Router> }
    })
    .await;
    settle().await;
    settle().await;
    page
}

async fn refund(address: &str) -> Stage<impl Mountable + use<>> {
    at(address, || view! { <Refund /> }.into_any()).await
}

/// Types into the letter at an address, and leaves it once its own address has it.
async fn write(address: &str, fee: &str, margin: &str) {
    let page = at(address, || view! { <RefundLetter /> }.into_any()).await;
    page.type_into(FEE, fee).await;
    page.type_into(MARGIN, margin).await;
    pass(Duration::from_millis(900)).await;
    assert_eq!(query().contains("handling="), !fee.is_empty(), "{}", query());
}

#[wasm_bindgen_test]
async fn what_a_letter_says_is_kept_after_a_step_back_and_goes_with_the_return() {
    let _answers = answers();
    write(ADDRESS, "50", "5").await;
    // Back leads to the address that the quote had before.
    let page = refund(ADDRESS).await;
    assert!(page.text(AGREED).contains("€50.00"), "{}", page.text(AGREED));
    assert!(page.text(AGREED).contains("€556.96"), "638.91 - 50 - 31.95");
    page.click(".carry-out > .button-row .button.danger").await;
    settle().await;
    assert!(page.text("dialog[open]").contains("€556.96"));
    page.choose("dialog[open] select", "mistake").await;
    note("(request.clone().text().then((text) => window.noted.push('BODY ' + text)), '')");
    page.click("dialog[open] .button.danger").await;
    pass(Duration::from_millis(1_200)).await;
    let sent = noted("BODY").concat();
    assert!(sent.contains(r#""handlingFee":"50""#), "{sent}");
    assert!(sent.contains(r#""marginPercent":"5""#), "{sent}");
    let progress = page.text(".carry-out-progress");
    assert!(progress.contains("Done: 2 units were returned"), "{progress}");
    drop(page);

    // The next return of the same reservation is another agreement, whatever an address still says.
    for address in [ADDRESS.to_owned(), format!("{ADDRESS}&handling=50&margin=5")] {
        let page = refund(&address).await;
        assert!(page.maybe(AGREED).is_none(), "{address}");
    }
}

#[wasm_bindgen_test]
async fn the_last_letter_counts_and_only_for_its_reservation() {
    let _answers = answers();
    let earlier = format!("{ADDRESS}&handling=50");
    let page = refund(&earlier).await;
    assert!(page.text(AGREED).contains("€50.00"), "no letter was seen, so the address counts");
    drop(page);
    write(&earlier, "60", "").await;
    let page = refund(&earlier).await;
    assert!(page.text(AGREED).contains("€60.00"), "{}", page.text(AGREED));
    drop(page);
    let other = refund("?customer=c&order=o&reservation=r2&rate=none").await;
    assert!(other.maybe(".quote-action").is_some());
    assert!(other.maybe(AGREED).is_none(), "another reservation");
    drop(other);

    // A letter whose address has nothing goes on with it.
    let page = at(ADDRESS, || view! { <RefundLetter /> }.into_any()).await;
    assert_eq!(page.value(FEE), "60");
    drop(page);
    write(&earlier, "", "").await;
    let page = refund(&earlier).await;
    assert!(page.maybe(AGREED).is_none(), "the last letter keeps nothing");
}
