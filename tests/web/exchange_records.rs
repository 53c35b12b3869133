//! What an exchange, its comparison and its letter say when records do not come, or change meanwhile.

use crate::answers::open;
use crate::exchange_page::{BOUGHT, IDS, answers, compared, comparison, letter, with_records};
use crate::refund_records::reservation;
use crate::stage::{Stage, settle, stage};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::Elsewhere;
use prorata::i18n::{self, Language};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

/// A request that fails in the service.
const BROKEN: &str = r#"{"error":{"code":"InternalServerError","message":"Broken."}}"#;
/// The button that asks again for what a comparison is made of.
const RETRY: &str = ".comparison > .notice .notice-actions button";
/// What is returned and bought, which is folded in a comparison.
const FOLDED: &str = ".comparison form > details";

#[wasm_bindgen_test]
async fn a_market_that_cannot_be_read_is_not_taken_for_an_empty_one() {
    for lost in ["priceList", "/catalogs"] {
        let answers = answers(&[(lost, 500, BROKEN)]);
        let page = compared().await;
        assert!(page.maybe(".comparison table").is_none(), "{lost}: no advice without it");
        assert!(page.text(".comparison > .notice").contains("InternalServerError"), "{lost}");
        with_records(&[], |table| answers.change_to(table));
        page.click(RETRY).await;
        settle().await;
        let row = page.text(".comparison tbody tr:nth-of-type(4)");
        assert!(row.contains("Assumed: the cheapest"), "{lost}: {row}");
        assert!(page.maybe(".comparison > .notice").is_none(), "{lost}");
    }
}

#[wasm_bindgen_test]
async fn what_is_bought_at_a_price_of_ones_own_needs_no_list() {
    let _answers = answers(&[("priceList", 500, BROKEN), ("/catalogs", 500, BROKEN)]);
    i18n::select(Language::English);
    open(&format!("{IDS}&buy=VirtualMachines~Standard_D4s_v5~westeurope~P1Y~Upfront~2~450.5"));
    let page = stage(comparison).await;
    settle().await;
    settle().await;
    let row = page.text(".comparison tbody tr:nth-of-type(4)");
    assert!(row.contains("2 × Standard_D4s_v5") && row.contains("€901.00"), "{row}");
}

/// Two reservations, of which the second is `/reservations/gone`.
const TWO: &str = "?customer=c&reservation=o%2Fr&reservation=o%2Fgone";

#[wasm_bindgen_test]
async fn a_comparison_with_a_reservation_that_cannot_be_read_says_so() {
    let answers = answers(&[("/reservations/gone?", 404, BROKEN)]);
    i18n::select(Language::English);
    open(TWO);
    let page = stage(comparison).await;
    settle().await;
    settle().await;
    assert!(page.text(".comparison > .notice").contains("InternalServerError"));
    assert!(page.maybe(".comparison > .skeleton, .comparison-assumptions").is_none());
    assert!(page.attribute(FOLDED, "open").is_some(), "it can be left out there");

    let mut other = reservation();
    other["id"] = json!("/providers/Microsoft.Capacity/reservationOrders/o/reservations/gone");
    other["properties"]["displayName"] = json!("Mail");
    let other = other.to_string();
    with_records(&[("/reservations/gone?", 200, &other)], |table| answers.change_to(table));
    page.click(RETRY).await;
    settle().await;
    assert_eq!(page.texts(".comparison tbody th").len(), 5);
    assert!(page.text(".comparison-assumptions").contains("tilization"), "and the question");
}

#[wasm_bindgen_test]
async fn wrong_fields_of_a_link_are_in_sight_and_stay_while_they_are_mended() {
    let _answers = answers(&[]);
    i18n::select(Language::English);
    open(&format!("{IDS}%3A9"));
    let page = stage(comparison).await;
    settle().await;
    assert!(page.attribute(FOLDED, "open").is_some());
    assert!(page.text(&format!("{FOLDED} .field-error")).contains("from 1 to 2"));
    assert!(page.maybe(".comparison .skeleton").is_none(), "nothing is on its way");
    let units = format!("{FOLDED} .exchange-line-units input");
    page.type_into(&units, "1").await;
    settle().await;
    assert_eq!(page.texts(".comparison tbody th").len(), 5);
    drop(page);

    // Whoever has opened the fields and types does not lose the one under the fingers.
    let page = compared().await;
    assert!(page.attribute(FOLDED, "open").is_none());
    page.click(&format!("{FOLDED} > summary")).await;
    let field = page.find(&units);
    page.type_into(&units, "7").await;
    assert!(page.text(".comparison").contains("from 1 to 2"));
    assert!(field.is_connected(), "the field is the same");
}

/// The letter at an address, once everything that it needs has come or failed.
async fn letter_at(address: &str) -> Stage<impl Mountable + use<>> {
    i18n::select(Language::English);
    open(address);
    let page = stage(letter).await;
    settle().await;
    settle().await;
    page
}

#[wasm_bindgen_test]
async fn what_keeps_a_letter_from_being_written_is_said_and_asked_for_again() {
    let again = ".letter-task .notice .notice-actions button";
    for lost in ["/reservations/r?", "/reservationOrders/o?", "priceList"] {
        let answers = answers(&[(lost, 500, BROKEN)]);
        let page = letter_at(&format!("{IDS}{BOUGHT}")).await;
        assert!(page.maybe(".letter-task .skeleton").is_none(), "{lost}");
        assert!(page.text(".letter-task .notice").contains("InternalServerError"), "{lost}");
        with_records(&[], |table| answers.change_to(table));
        page.click(again).await;
        settle().await;
        assert!(page.text(".letter").contains("Standard_D4s_v5"), "{lost}");
    }
    let mut unusable = reservation();
    unusable["properties"]["quantity"] = json!(0);
    let unusable = unusable.to_string();
    let _answers = answers(&[("/reservations/r?", 200, &unusable)]);
    let page = letter_at(&format!("{IDS}{BOUGHT}")).await;
    assert!(page.text(".letter-task .notice").contains("can't calculate a quote"));
}

#[wasm_bindgen_test]
async fn a_letter_stays_as_it_is_when_the_page_speaks_another_language() {
    let _answers = answers(&[]);
    let page = letter_at(&format!("{IDS}&plan=P3Y~0.192&language=en")).await;
    let before = page.text(".letter-amounts");
    assert!(before.contains("€5,045.76"), "0.192 for each hour of three years: {before}");
    i18n::select(Language::German);
    settle().await;
    assert_eq!(page.text(".letter-amounts"), before);
    assert!(page.maybe(".letter-task .notice.tone-warning").is_none());
    i18n::select(Language::English);
}

#[wasm_bindgen_test]
async fn a_letter_is_of_the_units_that_another_tab_has_left() {
    let answers = answers(&[]);
    i18n::select(Language::English);
    open(&format!("{IDS}{BOUGHT}"));
    let elsewhere = Elsewhere::default();
    let page = stage(move || {
        provide_context(elsewhere);
        letter()
    })
    .await;
    settle().await;
    settle().await;
    assert!(page.text(".letter-amounts").contains("€726.03"), "{}", page.text(".letter"));
    let mut left = reservation();
    left["properties"]["quantity"] = json!(1);
    let left = left.to_string();
    with_records(&[("/reservations/r?", 200, &left)], |table| answers.change_to(table));
    elsewhere.happen();
    settle().await;
    let amounts = page.text(".letter-amounts");
    assert!(amounts.contains("€363.0") && !amounts.contains("€726.03"), "{amounts}");
}
