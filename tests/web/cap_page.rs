//! The pages of the refund cap and of the planner, with the service's answers from a table.

use crate::answers::{Answers, open, query};
use crate::stage::{Stage, leave_in_the_middle, provide_frame, settle, stage, until};
use calculator::Policy;
use chrono::{Datelike, Days, NaiveDate};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::Role;
use prorata::cap::{CustomerCap, CustomerPlan};
use prorata::i18n::{self, Language, calculations};
use prorata::platform::clock;
use prorata::router::Router;
use serde_json::json;
use view_model::quote::Number;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, KeyboardEvent, KeyboardEventInit};

const SUMMARIES: &str = r#"{"value":[
    {"customerId":"c","displayName":"Cedar","domain":"cedar.example","agreementType":"CSP",
     "reservationCount":1,"soonestExpiry":null,"limitUsedUsd":"49900.00","limitUsd":"50000.00"}]}"#;
const ACCOUNT: &str = r#"{"partnerName":"P","partnerTenantId":"t","billingAccountId":"b",
    "billingAccountName":"B"}"#;
const NOTHING: &str = r#"{"value":[]}"#;
const BROKEN: &str = r#"{"error":{"code":"InternalServerError","message":"It broke."}}"#;
const ORDER: &str = r#"{"properties":{"originalQuantity":1,"planInformation":{"transactions":[
    {"dueDate":"2026-01-01","status":"Succeeded",
     "billingCurrencyTotal":{"currencyCode":"USD","amount":3650}}]}}}"#;

fn before(days: u64) -> NaiveDate {
    clock::today() - Days::new(days)
}

/// Of 3,650.00 a day takes 10.00, and 73 days are left. All but 100.00 of the cap is used for 25 more days.
fn texts() -> [String; 2] {
    let id = "/providers/Microsoft.Capacity/reservationOrders/o-large/reservations/large";
    let reservation = json!({ "id": id, "location": "westeurope", "properties": {
        "displayName": "large", "provisioningState": "Succeeded", "expiryDate": before(292) + Days::new(365),
        "purchaseDate": before(292), "quantity": 1, "term": "P1Y", "billingPlan": "Upfront",
        "reservedResourceType": "BlockBlob" } });
    let entry = json!({ "name": "m-1", "etag": "1", "properties": {
        "date": before(340), "usd": "49900.00", "source": "credit note" } });
    [json!({ "value": [reservation] }).to_string(), json!({ "value": [entry] }).to_string()]
}

fn table<'a>(
    more: &[(&'a str, u16, &'a str)],
    texts: &'a [String; 2],
) -> Vec<(&'a str, u16, &'a str)> {
    let [reservations, entries] = texts;
    let usual = [
        ("customerSummaries", 200, SUMMARIES),
        ("Prorata/account", 200, ACCOUNT),
        ("exchangeRates", 200, NOTHING),
        ("reservationTransactions", 200, NOTHING),
        ("ledgerEntries", 200, entries.as_str()),
        ("reservationOrders/o-large", 200, ORDER),
        ("Microsoft.Capacity/reservations", 200, reservations.as_str()),
    ];
    [more, &usual].concat()
}

async fn page<V: IntoView + 'static>(
    address: &str,
    content: fn() -> V,
) -> Stage<impl Mountable + use<V>> {
    i18n::select(Language::English);
    open(address);
    let page = stage(move || {
        provide_frame(Role::AdminAgent);
        view! { <Router>{content()}</Router> }
    })
    .await;
    settle().await;
    page
}

#[wasm_bindgen_test]
async fn the_cap_says_what_is_used_and_left_and_when_it_is_free_again() {
    let texts = texts();
    let _answers = Answers::with(&table(&[], &texts));
    let page = page("?customer=c", || view! { <CustomerCap /> }).await;
    let (names, facts) = (page.texts(".property .explained"), page.texts(".property dd"));
    assert_eq!(names, ["Used today", "Left today", "Cap for 365 days", "Next free again"]);
    assert_eq!(facts[..3], ["$49,900.00", "$100.00", "$50,000.00"]);
    assert!(facts[3].contains("$49,900.00"), "{}", facts[3]);
    assert!(page.find(".cap-chart svg path.used").get_attribute("d").unwrap().starts_with('M'));
    assert!(page.find(".cap-chart svg path.left").get_attribute("d").unwrap().starts_with('M'));
    let changes = page.texts(".cap-chart tbody tr");
    let other = "Used, if the cancelled commitment counts";
    let first = format!("Used$49,900.00Left$100.00{other}$49,900.00");
    assert!(changes.iter().any(|row| row.contains(&first)), "{changes:?}");
    assert!(changes.last().unwrap().contains("Used$0.00Left$50,000.00"), "{changes:?}");
    let entry = page.texts("table tbody tr").into_iter().find(|row| row.contains("credit note"));
    assert!(entry.unwrap().contains("Edit"), "what was entered by hand can be changed");
}

/// The rules are those of the policy that quotes follow, in its words.
#[wasm_bindgen_test]
async fn the_numbers_of_the_cap_say_by_which_rules_they_come_about() {
    let texts = texts();
    let _answers = Answers::with(&table(&[], &texts));
    let page = page("?customer=c", || view! { <CustomerCap /> }).await;
    let policy = Policy::default_policy();
    let numbers = [Number::CapUsed, Number::CapLeft, Number::Cap, Number::CapFree];
    let told = page.attributes(".property .explained", "aria-describedby");
    let told: Vec<_> = told.iter().map(|id| page.text(&format!("#{id}"))).collect();
    assert_eq!(told, numbers.map(|number| calculations::behind(number, policy)));
    assert_eq!(
        told[3],
        "A past cancellation counts against the refund cap for 365 days from its own date."
    );
    page.find(".property .explained").unchecked_into::<HtmlElement>().focus().unwrap();
    settle().await;
    let tip = page.find(&format!("#{}", page.attribute(".explained", "aria-describedby").unwrap()));
    assert!(tip.matches(":popover-open").unwrap(), "it is shown to the keyboard");
    press_escape();
    assert!(!tip.matches(":popover-open").unwrap());
}

fn press_escape() {
    let options = KeyboardEventInit::new();
    options.set_key("Escape");
    options.set_bubbles(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).unwrap();
    web_sys::window().unwrap().dispatch_event(&event).unwrap();
}

#[wasm_bindgen_test]
async fn both_readings_of_the_cap_are_shown_as_far_as_they_are_known() {
    let [reservations, entries] = texts();
    let known = entries.replace(r#""source""#, r#""commitmentUsd":"60000.00","source""#);
    let unknown = json!({ "value": [{ "name": "t-1", "properties": {
        "eventType": "Refund", "eventDate": before(10), "amount": -25, "currency": "USD" } }] })
    .to_string();
    let texts = [reservations, known];
    let _answers = Answers::with(&table(&[("reservationTransactions", 200, &unknown)], &texts));
    let page = page("?customer=c", || view! { <CustomerCap /> }).await;
    let readings = page.texts(".part table tbody tr");
    let reading =
        |words: &str| readings.iter().find(|row| row.starts_with(words)).cloned().expect(words);
    assert!(reading("The refund").contains("Used$49,925.00Left$75.00"), "{readings:?}");
    assert!(reading("The cancelled").contains("Used$60,025.00Left$0.00"), "{readings:?}");
    assert!(!page.attribute(".cap-chart svg path.other", "d").unwrap().is_empty());
    let notes = page.texts(".hint").concat();
    assert!(notes.contains("1 entry doesn't state its cancelled commitment"), "{notes}");
    assert!(page.texts("table").concat().contains("Cancelled commitment: $60,000.00"));

    // A day is looked at with the keys of a native range, which says it in words.
    let range = ".cap-chart input[type=range]";
    let said = page.attribute(range, "aria-valuetext").unwrap();
    assert!(said.contains("$49,925.00 used, $75.00 left."), "{said}");
    assert!(said.contains("Used, if the cancelled commitment counts: $60,025.00."), "{said}");
    page.type_into(range, "730").await;
    let said = page.attribute(range, "aria-valuetext").unwrap();
    assert!(said.contains("$0.00 used, $50,000.00 left."), "{said}");
    assert_eq!(page.text(".cap-chart .readout"), said);
}

#[wasm_bindgen_test]
async fn what_is_wrong_with_an_entry_by_hand_is_said_at_its_field() {
    let texts = texts();
    let _answers = Answers::with(&table(&[], &texts));
    let page = page("?customer=c", || view! { <CustomerCap /> }).await;
    page.click("#ledger ~ .cap-actions button").await;
    let field = |place: u32| format!("dialog[open] .stack > .field:nth-child({place})");
    let control = |place: u32| format!("{} .control", field(place));
    page.type_into(&control(3), "0").await;
    page.click("dialog[open] .button.primary").await;
    for (place, words) in [
        (1, "Enter a day up to today."),
        (2, "This is required."),
        (3, "This must be greater than zero."),
        (4, "Say where it is known from."),
    ] {
        let said = page.text(&field(place));
        assert!(said.contains(words), "{words}: {said}");
        assert_eq!(page.attribute(&control(place), "aria-invalid").as_deref(), Some("true"));
    }
    page.type_into(&control(3), "").await;
    page.click("dialog[open] .button.primary").await;
    assert_ne!(
        page.attribute(&control(3), "aria-invalid").as_deref(),
        Some("true"),
        "it may stay empty"
    );
    page.type_into(&control(2), "1.2.3").await;
    assert_eq!(page.attribute(&control(2), "aria-invalid").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn a_cap_that_cannot_be_read_is_not_told() {
    let texts = texts();
    let answers = Answers::with(&table(&[("ledgerEntries", 500, BROKEN)], &texts));
    let page = page("?customer=c", || view! { <CustomerCap /> }).await;
    assert!(!page.texts(".property").concat().contains("Left today"));
    assert!(page.maybe(".cap-chart").is_none());
    assert!(page.text(".notice").contains("Try again"), "{}", page.text(".notice"));
    answers.change_to(&table(&[], &texts));
    page.click(".notice button").await;
    assert_eq!(page.texts(".property dd")[1], "$100.00");
}

#[wasm_bindgen_test]
async fn a_plan_waits_until_the_cap_is_free_and_says_what_today_would_bring() {
    let texts = texts();
    let _answers = Answers::with(&table(&[], &texts));
    let address = "?customer=c&reservation=o-large%2Flarge";
    let page = page(address, || view! { <CustomerPlan /> }).await;
    until(|| page.maybe(".plan-sum").is_some()).await;
    // 48 days are left then: 480.00, of which the fee of 12 % is 57.60.
    assert_eq!(page.text(".plan-sum"), "$422.40");
    let facts = page.texts(".property");
    assert!(facts.contains(&"Everything today$100.00".to_owned()), "{facts:?}");
    assert!(facts.contains(&"More than today$322.40".to_owned()), "{facts:?}");
    assert!(facts.concat().contains("Proven"), "{facts:?}");
    let day = clock::today() + Days::new(25);
    let refund_day = |links: &str| {
        let mut all = page.attributes(links, "href").into_iter();
        all.find(|it| it.contains("/refund")).expect(links).contains(&day.to_string())
    };
    // A calendar first: the month of the return with the day on which the cap is free again.
    assert_eq!(page.texts(".plan-month h3"), [i18n::month(day)]);
    assert_eq!(page.texts(".plan-days td.has-return .plan-day"), [day.day().to_string()]);
    let marked = page.text(".plan-days td.has-return");
    assert!(marked.contains("Return") && marked.contains("Cap free again"), "{marked}");
    let said = page.texts(".plan-entries li");
    assert!(said[0].contains("$49,900.00 of the refund cap is free again"), "{said:?}");
    assert!(said[1].contains("return 1 unit of large for $422.40"), "{said:?}");
    assert!(refund_day(".plan-entries a"), "the page of the return has its day");
    assert!(page.text(".plan-month").contains("at the end of the month: $49,577.60"));

    // What is planned for a day is there as commands.
    let commands = page.texts("details pre");
    assert!(commands[0].contains("/reservationOrders/o-large/calculateRefund"), "{commands:?}");
    assert!(commands[1].contains("/reservationOrders/o-large/return"), "{commands:?}");
    assert_eq!(page.chosen("details select"), day.to_string());

    page.click(".choices input[value=list]").await;
    assert!(page.maybe(".plan-month").is_none());
    assert!(query().contains("shown=list"), "{}", query());
    assert!(refund_day("table a"), "and so it has in the list");
    let changes = page.texts(".cap-chart tbody tr");
    assert!(changes.iter().any(|row| row.contains("Used$422.40Left$49,577.60")), "{changes:?}");
}

#[wasm_bindgen_test]
async fn a_plan_of_nothing_asks_for_reservations_and_one_without_a_price_names_it() {
    let texts = texts();
    let answers = Answers::with(&table(&[], &texts));
    let page = page("?customer=c", || view! { <CustomerPlan /> }).await;
    assert!(page.text(".notice").contains("Select reservations"), "{}", page.text(".notice"));
    answers.change_to(&table(&[("reservationOrders/o-large", 404, BROKEN)], &texts));
    page.click(".plan-choices input").await;
    until(|| page.texts(".notice").concat().contains("large")).await;
    let said = page.texts(".notice").concat();
    assert!(said.contains("large: its order can't be read"), "{said}");
    assert!(page.maybe(".plan-sum").is_none());
}

#[wasm_bindgen_test]
async fn a_cap_and_a_plan_that_are_left_in_the_middle_ask_for_nothing_more() {
    let texts = texts();
    let _answers = Answers::with(&table(&[], &texts));
    let cap = || view! { <CustomerCap /> }.into_any();
    leave_in_the_middle(|| open("?customer=c"), cap, &[]).await;
    let plan = || view! { <CustomerPlan /> }.into_any();
    let address = || open("?customer=c&reservation=o-large%2Flarge");
    leave_in_the_middle(address, plan, &[]).await;
}
