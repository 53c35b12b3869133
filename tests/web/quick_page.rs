use crate::answers::{Answers, open, query};
use crate::stage::{Stage, document, pass, provide_frame, stage};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::Role;
use prorata::i18n::{self, Language};
use prorata::quote::QuickQuote;
use prorata::router::Router;
use std::time::Duration;
use wasm_bindgen_test::wasm_bindgen_test;

/// 100 days of a year are over, of a reservation of two units for 500.00 each.
const LINK: &str = "?date=2026-11-20&policy=partner-center-2020-08\
    &line=VirtualMachines~2026-08-12~P1Y~Upfront~2~500~EUR~used";
const FIRST: &str = ".exchange-purchase:first-child";

async fn page(address: &str) -> Stage<impl Mountable + use<>> {
    i18n::select(Language::English);
    open(address);
    stage(|| {
        provide_frame(Role::Guest);
        view! {
            <Router>
                <QuickQuote />
            </Router>
        }
    })
    .await
}

/// A field of the first reservation, by its place.
fn field(place: u32) -> String {
    format!("{FIRST} .field:nth-child({place}) .control")
}

#[wasm_bindgen_test]
async fn a_quote_needs_no_record_and_names_what_is_missing() {
    let _answers = Answers::with(&[]);
    let page = page("").await;
    let needed = page.text(".exchange-purchase [role=group]");
    assert_eq!(needed, "No quote yet. Still needed: Purchase date, One unit, whole term.");
    assert!(page.text(".headline").contains("There is no quote yet."));
    assert!(page.texts(".field-error").concat().is_empty(), "nothing is wrong yet");

    page.type_into(&field(2), "2026-13-01").await;
    page.type_into(&field(5), "0").await;
    let wrong = page.texts(".exchange-purchase .field-error").concat();
    assert!(wrong.contains("1,000,000"), "{wrong}");
    let needed = page.text(".exchange-purchase [role=group]");
    assert!(needed.contains("Units to return"), "{needed}");
}

#[wasm_bindgen_test]
async fn a_link_brings_a_quote_with_its_steps_and_without_a_word_of_the_cap() {
    let _answers = Answers::with(&[]);
    let page = page(LINK).await;
    assert_eq!(page.text(".headline .payable"), "€638.91");
    let said = page.text(".exchange-purchase [role=group]");
    assert!(said.contains("Refund before the refund cap: €638.91"), "{said}");
    let rules = page.attributes(".step", "data-rule");
    assert!(rules.contains(&"fee".to_owned()) && rules.contains(&"refund".to_owned()));
    assert!(rules.iter().all(|rule| !rule.starts_with("limit")), "{rules:?}");
    assert!(page.text(".headline").contains("The refund cap may leave less."));
}

#[wasm_bindgen_test]
async fn several_lines_have_a_total_for_each_currency_and_stand_in_the_address() {
    let _answers = Answers::with(&[]);
    let page = page(LINK).await;
    assert!(page.maybe(".exchange-remove").is_none(), "the only one stays");
    page.click(".exchange-cart + .button-row button").await;
    assert_eq!(page.texts(".exchange-purchase > legend").len(), 2);
    assert_eq!(document().active_element().unwrap().id(), "quick-line-1");
    assert!(page.text(".headline").contains("1 reservation without a quote"));

    let second = ".exchange-purchase:last-child .field";
    page.type_into(&format!("{second}:nth-child(6) .control"), "500").await;
    assert_eq!(page.texts(".headline .payable"), ["€1,277.82"]);
    page.type_into(&format!("{second}:nth-child(7) .control"), "USD").await;
    assert_eq!(page.texts(".headline .payable"), ["€638.91", "$638.91"]);
    pass(Duration::from_millis(900)).await;
    assert_eq!(query().matches("line=").count(), 2, "{}", query());

    // A reload shows the same.
    let address = query();
    drop(page);
    let page = self::page(&address).await;
    assert_eq!(page.texts(".headline .payable"), ["€638.91", "$638.91"]);
    page.click(&format!("{FIRST} .exchange-remove button")).await;
    assert_eq!(page.texts(".headline .payable"), ["$638.91"]);
    assert_eq!(document().active_element().unwrap().id(), "quick-lines");
}

#[wasm_bindgen_test]
async fn a_decimal_is_spelled_as_the_reader_writes_it() {
    let _answers = Answers::with(&[]);
    let page = page(&LINK.replace("~500~", "~500.5~")).await;
    i18n::select(Language::German);
    crate::stage::settle().await;
    assert_eq!(page.value(&field(6)), "500,5");
    assert_eq!(page.text("h1"), "Schnellberechnung");
    i18n::select(Language::English);
}

#[wasm_bindgen_test]
async fn what_a_link_does_not_say_right_is_pointed_out() {
    let _answers = Answers::with(&[]);
    let odd = "?date=x&policy=azure-2099-01&line=Newest~2026-08-12~P9Y~Weekly~2~5~EURO~used";
    let page = page(odd).await;
    assert!(page.text(".remarks").contains("azure-2099-01"));
    let wrong = page.texts(".field-error").concat();
    for said in ["not a currency", "term is not known", "billing plan is not known"] {
        assert!(wrong.contains(said), "{said} in {wrong}");
    }
    assert_eq!(page.chosen(&field(1)), "Newest", "nothing else is chosen in its place");
}
