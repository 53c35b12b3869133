//! The start page: a quote that is calculated, the policy that is chosen, the tour, and what leads to it.

use crate::answers::{Answers, note_requests, noted, open, query};
use crate::stage::{Stage, document, provide_frame, settle, stage, until};
use crate::today;
use calculator::Policy;
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::Role;
use prorata::customers::Customers;
use prorata::i18n::{self, Language, calculations};
use prorata::quote::QuickQuote;
use prorata::router::Router;
use prorata::shell::PolicyChoice;
use prorata::start::Start;
use view_model::start::{Outcome, TourStep, differences, example};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{KeyboardEvent, KeyboardEventInit};

const GRANTS: (&str, u16, &str) = (
    "/providers/Prorata/permissions",
    200,
    r#"{"value":[{"permission":"ChangeSettings","roles":["AdminAgent"],"source":"a"}]}"#,
);
const SETTINGS: (&str, u16, &str) =
    ("/providers/Prorata/settings", 200, r#"{"refundPolicy":"partner-center-2020-08"}"#);
const CHANGED: (&str, u16, &str) =
    ("/providers/Prorata/settings", 200, r#"{"refundPolicy":"azure-2026-08"}"#);
const REFUSED: (&str, u16, &str) = ("PUT /providers/Prorata/settings", 403, "{}");
const DEMO: (&str, u16, &str) = (
    "Prorata/account",
    200,
    r#"{"partnerName":"P","partnerTenantId":"t","billingAccountId":"b","billingAccountName":"B",
        "demonstration":true}"#,
);
const CUSTOMERS: (&str, u16, &str) = (
    "customerSummaries",
    200,
    r#"{"value":[{"customerId":"c-1","displayName":"Contoso","domain":"c.example",
        "agreementType":"CSP","reservationCount":1,"soonestExpiry":null,"limitUsedUsd":"0.00",
        "limitUsd":"50000.00"}]}"#,
);
const RESERVATIONS: (&str, u16, &str) = (
    "Microsoft.Capacity/reservations",
    200,
    r#"{"value":[{"id":"/providers/Microsoft.Capacity/reservationOrders/o-2/reservations/r-3",
        "location":"westeurope","properties":{"provisioningState":"Succeeded","quantity":2}}]}"#,
);

async fn page(role: Role, address: &str) -> Stage<impl Mountable + use<>> {
    i18n::select(Language::English);
    open(address);
    stage(move || {
        provide_frame(role);
        provide_context(PolicyChoice::restore());
        view! {
            <Router>
                <Start />
            </Router>
        }
    })
    .await
}

/// What the example comes to, as the page words it.
fn expected(policy: &'static Policy) -> [String; 3] {
    let quotes = example(today()).quotes(policy, '.');
    let outcome = Outcome::of(quotes[0].as_ref().unwrap()).unwrap();
    [outcome.back, outcome.no_longer_owed, outcome.fee].map(calculations::money)
}

#[wasm_bindgen_test]
async fn the_example_is_calculated_and_opens_in_the_quick_quote_with_the_same_facts() {
    let _answers = Answers::with(&[SETTINGS, GRANTS, DEMO]);
    let page = page(Role::AdminAgent, "start").await;
    let expected = expected(Policy::default_policy());
    assert_eq!(page.texts(".start-amounts .money"), expected);
    let rules = page.texts(".start-amounts .hint");
    assert!(rules.iter().all(|rule| rule.ends_with('.')), "each has its rule: {rules:?}");
    assert!(!page.texts(".start-example .step").is_empty(), "and all its steps");
    let link = page.attribute(".start-example a.button", "href").unwrap();
    let (path, terms) = link.split_once('?').unwrap();
    assert_eq!(path, "/quick-quote");
    let terms = format!("?{terms}");
    drop(page);

    open(&terms);
    let page = stage(|| {
        provide_frame(Role::Guest);
        view! { <Router><QuickQuote /></Router> }
    })
    .await;
    assert_eq!(page.text(".headline .payable"), expected[0]);
    assert!(page.text(".exchange-purchase").contains(&expected[1]), "what is no longer owed");
}

#[wasm_bindgen_test]
async fn the_policies_are_told_apart_by_their_fields() {
    let _answers = Answers::with(&[SETTINGS, GRANTS, DEMO]);
    let page = page(Role::AdminAgent, "start").await;
    let (one, other) = (Policy::default_policy(), Policy::newest());
    let rows = page.all(".start-differences tbody tr");
    assert_eq!(rows.len(), differences(one, other).len() + 1, "and the example");
    let fee = page.texts(".start-differences tbody tr:first-child .cell-value");
    assert_eq!(fee[0], "12% of the credit");
    assert!(fee[1].contains("currently not charging"), "{fee:?}");
    let amounts = page.texts(".start-differences tbody tr:last-child .cell-value");
    assert_eq!(amounts, [expected(one)[0].clone(), expected(other)[0].clone()]);
    let names = page.texts(".start-differences thead th");
    assert!(names[1].ends_with("(in force)") && !names[2].ends_with("(in force)"), "{names:?}");
}

#[wasm_bindgen_test]
async fn the_chosen_policy_is_put_in_force_once_it_was_confirmed() {
    let answers = Answers::with(&[REFUSED, SETTINGS, GRANTS, DEMO]);
    note_requests();
    let page = page(Role::AdminAgent, "start").await;
    let apply = "[aria-labelledby=start-policy] .button.primary";
    let newest = "input[value=azure-2026-08]";
    assert_eq!(page.attribute(apply, "aria-disabled").as_deref(), Some("true"));
    let reason = page.text("[aria-labelledby=start-policy] .tip");
    assert_eq!(reason, "This policy is already in force.");
    page.click(newest).await;
    assert_eq!(page.texts(".start-amounts .money"), expected(Policy::default_policy()));
    page.click(apply).await;
    assert!(page.text("dialog[open]").contains("of all customers are carried out under Azure"));
    assert!(noted("PUT").is_empty(), "it is asked first");

    // What is refused leaves the choice as it is, and can be tried again.
    page.click("dialog[open] .button.danger").await;
    until(|| page.maybe("dialog[open] [role=alert]").is_some()).await;
    assert!(page.text("dialog[open]").contains("Nothing was changed."));
    assert_eq!(page.attributes(":checked", "value"), ["azure-2026-08"]);
    answers.change_to(&[CHANGED, GRANTS, DEMO]);
    note_requests();
    page.click("dialog[open] .notice-actions button").await;
    until(|| page.maybe("dialog[open]").is_none()).await;
    assert_eq!(noted("PUT").len(), 1, "{:?}", noted("PUT"));
    let status = page.text("[aria-labelledby=start-policy] [role=status]");
    assert!(status.starts_with("Returns are carried out under Azure"), "{status}");
    assert_eq!(page.texts(".start-amounts .money"), expected(Policy::newest()));
    assert_eq!(page.attribute(apply, "aria-disabled").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn who_may_not_choose_is_told_and_an_unknown_setting_can_be_asked_again() {
    let answers = Answers::with(&[GRANTS, DEMO, ("Prorata/settings", 500, "{}")]);
    let page = page(Role::Guest, "start").await;
    let policy = "[aria-labelledby=start-policy]";
    assert!(page.text(&format!("{policy} .tip")).contains("Your role can't do this."));
    assert!(page.maybe(&format!("{policy} [role=alert]")).is_some());
    assert!(page.attributes(":checked", "value").is_empty(), "nobody knows");
    answers.change_to(&[SETTINGS, GRANTS, DEMO]);
    page.click(&format!("{policy} .notice-actions button")).await;
    assert!(page.maybe(&format!("{policy} [role=alert]")).is_none());
    assert_eq!(page.attributes(":checked", "value"), ["partner-center-2020-08"]);
}

#[wasm_bindgen_test]
async fn the_ways_on_say_whose_the_records_are() {
    let answers = Answers::with(&[SETTINGS, GRANTS, DEMO]);
    let demo = page(Role::AdminAgent, "start").await;
    let links = demo.texts(".start-ways h3 a");
    assert_eq!(links, ["Try the demo", "Open your own files", "Quick quote"]);
    drop(demo);
    let own = DEMO.2.replace("true", "false");
    answers.change_to(&[SETTINGS, GRANTS, ("Prorata/account", 200, &own)]);
    let own = page(Role::AdminAgent, "start").await;
    assert_eq!(own.texts(".start-ways h3 a")[0], "Customers");
}

fn focused() -> String {
    document().active_element().unwrap().id()
}

#[wasm_bindgen_test]
async fn the_tour_takes_one_step_at_a_time_and_gives_the_focus_back() {
    let _answers = Answers::with(&[SETTINGS, GRANTS, DEMO, CUSTOMERS, RESERVATIONS]);
    let page = page(Role::AdminAgent, "start").await;
    assert!(page.maybe(".start-tour").is_none());
    page.click("#start-tour-open").await;
    let mut links = Vec::new();
    for step in TourStep::ALL {
        let title = page.text(".start-tour h3");
        assert!(title.starts_with(&format!("{} of 6: ", step.number())), "{title}");
        assert_eq!(query(), format!("?tour={}", step.number()));
        assert_eq!(focused(), "start-tour-step");
        links.push(page.maybe(".start-tour a").and_then(|link| link.get_attribute("href")));
        if step.next().is_some() {
            page.click(".start-tour .button.primary").await;
        }
    }
    let of = "?customer=c-1&order=o-2&reservation=r-3";
    let expected = [
        Some("/customers".to_owned()),
        Some(format!("/reservation{of}")),
        Some(format!("/reservation/refund{of}")),
        Some("/customer/cap?customer=c-1".to_owned()),
        Some("/portfolio".to_owned()),
        None,
    ];
    assert_eq!(links, expected);
    assert!(page.maybe(".start-tour .button.primary").is_none(), "it was the last one");
    page.click(".start-tour .tip-anchor:first-child .button").await;
    assert!(page.text(".start-tour h3").starts_with("5 of 6: "));

    let options = KeyboardEventInit::new();
    options.set_bubbles(true);
    options.set_cancelable(true);
    options.set_key("Escape");
    let escape = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).unwrap();
    page.find(".start-tour h3").dispatch_event(&escape).unwrap();
    settle().await;
    assert!(page.maybe(".start-tour").is_none());
    assert_eq!((query().as_str(), focused().as_str()), ("", "start-tour-open"));
}

#[wasm_bindgen_test]
async fn a_link_begins_the_tour_and_nothing_leads_to_records_that_are_not_there() {
    let none = ("customerSummaries", 200, r#"{"value":[]}"#);
    let answers = Answers::with(&[SETTINGS, GRANTS, DEMO, none]);
    let page = page(Role::AdminAgent, "start?tour=3").await;
    assert!(page.text(".start-tour h3").starts_with("3 of 6: Refund"));
    assert_eq!(focused(), "start-tour-step");
    assert!(page.maybe(".start-tour a").is_none());
    assert!(page.text(".start-tour").contains("there is none yet"));
    drop(page);

    let failed = ("customerSummaries", 500, "{}");
    answers.change_to(&[SETTINGS, GRANTS, DEMO, failed]);
    let page = self::page(Role::AdminAgent, "start?tour=2").await;
    assert!(page.maybe(".start-tour [role=alert]").is_some());
    answers.change_to(&[SETTINGS, GRANTS, DEMO, CUSTOMERS, RESERVATIONS]);
    page.click(".start-tour .notice-actions button").await;
    assert!(page.maybe(".start-tour a[href^='/reservation?']").is_some());
}

async fn customers(address: &str) -> Stage<impl Mountable + use<>> {
    i18n::select(Language::English);
    open(address);
    stage(|| {
        provide_frame(Role::AdminAgent);
        view! { <Router><Customers /></Router> }
    })
    .await
}

#[wasm_bindgen_test]
async fn a_first_visit_is_led_here_until_somebody_has_been_or_does_not_want_to() {
    let _answers = Answers::with(&[SETTINGS, GRANTS, DEMO, CUSTOMERS]);
    let list = customers("").await;
    assert_eq!(list.attribute(".welcome a", "href").as_deref(), Some("/start"));
    drop(list);
    let list = customers("customers").await;
    assert!(list.maybe(".welcome").is_none(), "only where a visit begins");
    drop(list);

    let list = customers("").await;
    list.click(".welcome button").await;
    assert!(list.maybe(".welcome").is_none());
    assert_eq!(document().active_element().unwrap(), list.find(".count"), "the focus stays");
    drop(list);
    assert!(customers("").await.maybe(".welcome").is_none(), "it is remembered");

    crate::answers::forget("prorata.welcomed");
    drop(page(Role::AdminAgent, "start").await);
    assert!(customers("").await.maybe(".welcome").is_none(), "somebody has been there");
}
