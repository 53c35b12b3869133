use crate::answers::{Answers, note_requests, noted, open, query};
use crate::stage::{Stage, document, pass, provide_frame, stage, until};
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
    page_of(Role::Guest, address).await
}

async fn page_of(role: Role, address: &str) -> Stage<impl Mountable + use<>> {
    i18n::select(Language::English);
    open(address);
    stage(move || {
        provide_frame(role);
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
    assert_eq!(needed, "No quote yet. Still needed: Purchase date and One unit, whole term.");
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
async fn each_wrong_value_is_said_at_its_own_field() {
    let _answers = Answers::with(&[]);
    let page = page(LINK).await;
    let wrong = ".exchange-purchase [aria-invalid=true]";
    assert!(page.maybe(wrong).is_none());
    for (place, typed, right) in
        [(5, "0", "2"), (5, "1.5", "2"), (6, "1.2.3", "500"), (6, "-1", "500"), (7, "EURO", "EUR")]
    {
        page.type_into(&field(place), typed).await;
        assert_eq!(
            page.attribute(&field(place), "aria-invalid").as_deref(),
            Some("true"),
            "{typed}"
        );
        assert_eq!(page.all(wrong).len(), 1, "{typed} is wrong in one field");
        let label = page.text(&format!("{FIRST} .field:nth-child({place}) label"));
        let needed = page.text(".exchange-purchase [role=group]");
        assert!(needed.contains(label.trim()), "{label} in {needed}");
        page.type_into(&field(place), right).await;
    }
    assert!(page.maybe(wrong).is_none());
    assert_eq!(page.text(".headline .payable"), "€638.91");
}

const MAY_IMPORT: (&str, u16, &str) = (
    "/providers/Prorata/permissions",
    200,
    r#"{"value":[{"permission":"ImportReservations","roles":["AdminAgent"],"source":"a"}]}"#,
);
const OWN: (&str, u16, &str) = (
    "Prorata/account",
    200,
    r#"{"partnerName":"P","partnerTenantId":"t","billingAccountId":"b","billingAccountName":"B"}"#,
);
const STARTED: (&str, u16, &str) = (
    "Prorata/imports",
    201,
    r#"{"id":"i-1","state":"Staged","startedAt":"2026-11-22T00:00:00Z","by":"P","files":[],
        "startEmpty":false,"parts":0,"canBeUndone":false}"#,
);

#[wasm_bindgen_test]
async fn a_quote_is_kept_as_the_record_of_a_customer() {
    let staged = r#"{"part":0,"reservations":1,"bookings":0,"rejected":[]}"#;
    let summaries = r#"{"value":[{"customerId":"c-1","displayName":"Contoso","domain":"c.example",
        "agreementType":"CSP","reservationCount":1,"soonestExpiry":null,"limitUsedUsd":"0.00",
        "limitUsd":"50000.00"}]}"#;
    let _answers = Answers::with(&[
        MAY_IMPORT,
        OWN,
        ("/parts/0", 200, staged),
        ("/commit", 200, "{}"),
        ("customerSummaries", 200, summaries),
        STARTED,
    ]);
    note_requests();
    let page = page_of(Role::AdminAgent, LINK).await;
    let keep = "details .button.primary";
    assert_eq!(page.attribute(keep, "aria-disabled").as_deref(), Some("true"), "no customer yet");
    page.type_into("details .control", "Contoso ").await;
    page.click(keep).await;
    until(|| page.maybe("details .notice").is_some()).await;
    assert!(
        page.text("details .notice").contains("They are among the customer's reservations now.")
    );
    let link = page.attribute("details .notice ~ div a", "href").unwrap();
    assert!(link.contains("customer=c-1"), "{link}");
    assert_eq!(noted("PUT").len(), 1, "{:?}", noted("PUT"));
    assert!(noted("POST").iter().any(|it| it.contains("i-1/commit")), "{:?}", noted("POST"));
}

#[wasm_bindgen_test]
async fn what_the_service_does_not_keep_is_named_and_nothing_is_committed() {
    let staged = r#"{"part":0,"reservations":0,"bookings":0,"rejected":[
        {"customer":0,"field":"customers[0].reservations[0].unitPrice","reason":"negative"}]}"#;
    let _answers = Answers::with(&[MAY_IMPORT, OWN, ("/parts/0", 200, staged), STARTED]);
    note_requests();
    let page = page_of(Role::AdminAgent, LINK).await;
    page.type_into("details .control", "Contoso").await;
    page.click("details .button.primary").await;
    until(|| page.maybe("details [role=alert]").is_some()).await;
    assert!(page.text("details [role=alert]").contains("customers[0].reservations[0].unitPrice"));
    assert!(noted("POST").iter().all(|it| !it.contains("/commit")), "{:?}", noted("POST"));
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
