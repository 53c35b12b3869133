use crate::answers::{Answers, open};
use crate::refund_records::{order, rates, reservation, today, transactions};
use crate::stage::{Act, Stage, click_in, leave_in_the_middle, pass, provide_frame, settle, stage};
use chrono::Days;
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::Role;
use prorata::i18n::{self, Language};
use prorata::quote::Refund;
use prorata::router::Router;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlElement, HtmlInputElement, PointerEvent};

const IDS: &str = "?customer=c&order=o&reservation=r";
const ACCOUNT: &str = r#"{"partnerName":"P","partnerTenantId":"p","billingAccountId":"ba",
    "billingAccountName":"B","demonstration":true}"#;
const UNITS: &str = ".refund-form input[type=number]";

fn page(role: Role) -> impl IntoView {
    provide_frame(role);
    view! {
        <Router>
            <Refund />
        </Router>
    }
}

/// The records, when past refunds count `used_usd`, and more answers before them.
fn answers(used_usd: u32, first: &[(&str, u16, &str)]) -> Answers {
    let (reservation, order) = (reservation().to_string(), order().to_string());
    let (booked, rates) = (transactions(used_usd).to_string(), rates().to_string());
    let records = [
        ("reservationSummaries", 200, r#"{"value":[]}"#),
        ("reservationTransactions", 200, booked.as_str()),
        ("exchangeRates", 200, rates.as_str()),
        ("Prorata/account", 200, ACCOUNT),
        ("/reservations/r", 200, reservation.as_str()),
        ("/reservationOrders/o", 200, order.as_str()),
    ];
    Answers::with(&[first, &records].concat())
}

async fn task(query: &str) -> Stage<impl Mountable + use<>> {
    i18n::select(Language::English);
    open(&format!("{IDS}{query}"));
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    page
}

#[wasm_bindgen_test]
async fn the_quote_follows_every_keystroke() {
    let _answers = answers(0, &[]);
    let page = task("").await;
    assert_eq!(page.text(".headline .payable"), "€638.91");
    assert_eq!(page.texts("h1").len(), 1);

    page.type_into(UNITS, "1").await;
    assert_eq!(page.text(".headline .payable"), "€319.45");
    assert!(page.maybe(".answer.stale").is_none());

    page.type_into(UNITS, "7").await;
    let errors = page.texts(".refund-form .field-error");
    assert!(errors.iter().any(|error| error.contains("from 1 to 2")), "{errors:?}");
    assert!(page.text(".answer.stale").contains("Not current"), "the old quote is marked");
    assert_eq!(page.text(".headline .payable"), "€319.45");
    assert_eq!(page.attribute(UNITS, "aria-invalid").as_deref(), Some("true"));
    let carry_out = page.attribute(".carry-out .button.danger", "aria-disabled");
    assert_eq!(carry_out.as_deref(), Some("true"));

    page.type_into(UNITS, "2").await;
    assert_eq!(page.text(".headline .payable"), "€638.91");
    assert!(page.maybe(".answer.stale").is_none());
}

/// The three numbers by their names, as they stand in the page.
fn numbers(page: &Stage<impl Mountable>) -> Vec<(String, String)> {
    let amounts = page.texts(".numbers data");
    page.texts(".numbers dt").into_iter().zip(amounts).collect()
}

/// Names and amounts as texts.
fn named<const N: usize>(all: [(&str, &str); N]) -> Vec<(String, String)> {
    all.map(|(name, amount)| (name.to_owned(), amount.to_owned())).into()
}

#[wasm_bindgen_test]
async fn a_refund_comes_to_three_numbers_each_with_its_reason() {
    let _answers = answers(0, &[]);
    let page = task("").await;
    let expected = [("You receive", "€638.91"), ("No longer owed", "€0.00"), ("Lost", "€87.12")];
    assert_eq!(numbers(&page), named(expected));
    let reasons = page.texts(".number-reason");
    assert!(reasons[0].contains("The refund is the credit minus"), "{reasons:?}");
    assert!(reasons[0].contains("726.03 − 87.12"), "{reasons:?}");
    assert!(reasons[1].contains("Paid upfront"), "{reasons:?}");
    assert!(reasons[2].starts_with("Early termination fee: €87.12"), "{reasons:?}");
    assert!(!reasons[2].contains("refund cap"), "the cap takes nothing: {reasons:?}");
}

#[wasm_bindgen_test]
async fn what_the_cap_takes_is_lost_beside_the_fee() {
    let _answers = answers(49_900, &[]);
    let page = task("").await;
    // 558.91 of the refund of 638.91 do not fit; with the fee of 87.12 that is 646.03.
    let expected = [("You receive", "€80.00"), ("No longer owed", "€0.00"), ("Lost", "€646.03")];
    assert_eq!(numbers(&page), named(expected));
    let reason = page.texts(".number-reason").remove(2);
    assert!(reason.contains("Early termination fee: €87.12"), "{reason}");
    assert!(reason.contains("Not paid because of the refund cap: €558.91"), "{reason}");
}

#[wasm_bindgen_test]
async fn a_monthly_plan_has_instalments_that_are_no_longer_owed() {
    let mut monthly = reservation();
    monthly["properties"]["billingPlan"] = "Monthly".into();
    let monthly = monthly.to_string();
    let _answers = answers(0, &[("/reservations/r", 200, monthly.as_str())]);
    let page = task("").await;
    let numbers = numbers(&page);
    assert_eq!(numbers[1].0, "No longer owed");
    let owed = page.text(".commitment .money");
    assert_eq!(numbers[1].1, owed, "as in the amounts");
    assert_ne!(owed, "€0.00");
    assert!(page.texts(".number-reason")[1].contains("no longer charged"));
}

#[wasm_bindgen_test]
async fn a_refused_return_says_so_in_the_place_of_the_numbers() {
    let _answers = answers(49_900, &[]);
    let page = task("&policy=azure-2023-10").await;
    assert!(page.maybe(".numbers").is_none());
    assert_eq!(page.text(".headline .payable"), "The return is refused; nothing is paid out.");
    assert_eq!(page.text(".headline .badge"), "Refused");
    assert!(page.text(".headline").contains("does not fit into what is left"));
    assert_eq!(page.text(".quote-action .action-amount"), "Refused");
    let button = page.attribute(".quote-action .button.danger", "aria-disabled");
    assert_eq!(button.as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn a_line_of_facts_stands_under_the_heading() {
    let _answers = answers(0, &[]);
    let page = task("").await;
    let names = page.texts(".fact-line dt");
    let expected =
        ["Size", "Region", "Purchase date", "Expiration date", "Billing plan", "Term", "Units"];
    assert_eq!(names, expected);
    let values = page.texts(".fact-line dd");
    assert_eq!((values[0].as_str(), values[1].as_str()), ("Standard_D2s_v5", "West Europe"));
    assert_eq!((values[5].as_str(), values[6].as_str()), ("1 year", "2"));
}

#[wasm_bindgen_test]
async fn the_action_stands_beside_the_amount_and_never_beside_an_old_one() {
    let _answers = answers(0, &[]);
    let page = task("").await;
    assert_eq!(page.text(".quote-action .action-amount"), "You receive €638.91");
    page.type_into(UNITS, "7").await;
    assert!(page.maybe(".quote-action .action-amount").is_none());
    assert!(page.text(".quote-action .reason").contains("Correct the marked fields"));
    page.type_into(UNITS, "1").await;
    assert_eq!(page.text(".quote-action .action-amount"), "You receive €319.45");
}

#[wasm_bindgen_test]
async fn a_link_opens_the_quote_that_it_was_made_of() {
    let _answers = answers(0, &[]);
    let page = task("&units=1&rate=none&fee=0&used=no").await;
    assert_eq!(page.text(".headline .payable"), "€363.01");
    assert!(page.text(".headline").contains("The refund cap was not checked"));
    assert!(page.maybe(".limit-bar").is_none());
    assert!(page.text(".notes").contains("What-if"));
}

const RATE: &str = ".refund-form input[inputmode=decimal]";

#[wasm_bindgen_test]
async fn without_a_rate_nothing_is_said_to_be_allowed() {
    let _answers = answers(0, &[]);
    let page = task("&rate=none").await;
    assert_eq!(page.text(".numbers dt"), "You receive at most");
    assert_eq!(page.text(".headline .badge"), "Refund cap not checked");
    assert!(page.text(".headline").contains("The refund cap was not checked"));
    assert!(!page.text(".answer").contains("whole refund"), "{}", page.text(".answer"));
    assert_eq!(page.text(".newest .badge"), "Refund cap not checked");
    assert_eq!(page.text(".amounts tr.total th"), "Paid out at most");
    page.type_into(RATE, "1.25").await;
    assert_eq!(page.text(".numbers dt"), "You receive");
    assert_eq!(page.text(".headline .badge"), "Allowed");
}

#[wasm_bindgen_test]
async fn only_the_services_rate_is_called_that_and_another_has_a_way_back() {
    let _answers = answers(0, &[]);
    let page = task("").await;
    let hints = || page.texts(".refund-form .hint").join(" ");
    assert!(hints().contains("Stored rate"), "{}", hints());
    assert!(page.maybe(".remarks .notice").is_none());
    page.type_into(RATE, "12.5").await;
    assert!(!hints().contains("Needed to check the refund cap"), "{}", hints());
    assert!(hints().contains("is 1.25."), "{}", hints());
    let questions = page.texts(".refund-form .field-question").concat();
    assert!(questions.contains("it is 900% higher"), "{questions}");
    assert!(page.text(".remarks").contains("was entered by hand"));

    let buttons = page.texts(".refund-form button");
    let back = buttons.iter().position(|text| text == "Use the stored rate").unwrap();
    page.all(".refund-form button")[back].unchecked_ref::<HtmlElement>().click();
    settle().await;
    assert_eq!(page.find(RATE).unchecked_into::<HtmlInputElement>().value(), "1.25");
    assert!(page.maybe(".remarks .notice").is_none());
    assert!(!page.texts(".refund-form button").contains(&"Use the stored rate".to_owned()));
}

#[wasm_bindgen_test]
async fn what_came_by_link_is_marked_to_the_confirmation() {
    let theirs = r#"{"properties":{"sessionId":"s","quantity":2,
        "billingRefundAmount":{"currencyCode":"EUR","amount":638.91},
        "pricingRefundAmount":{"currencyCode":"USD","amount":6388.14},
        "policyResult":{"properties":{
            "consumedRefundsTotal":{"currencyCode":"USD","amount":0},
            "maxRefundLimit":{"currencyCode":"USD","amount":50000}}}}}"#;
    // 638.91 x 9.9985 is 6,388.14.
    let _answers = answers(0, &[("calculateRefund", 200, theirs)]);
    let page = task("&rate=9.9985&used=no").await;
    let said = page.text(".remarks");
    assert!(said.contains("The USD rate 9.9985 came with the link"), "{said}");
    assert!(said.contains("“Unused” came with the link"), "{said}");
    assert!(page.texts(".refund-form .field-question").concat().contains("“Unused” came"));
    page.click(".carry-out .button.danger").await;
    settle().await;
    let confirmed = page.text("dialog[open]");
    assert!(confirmed.contains("The USD rate 9.9985 came with the link"), "{confirmed}");
    assert!(confirmed.contains("“Unused” came with the link"), "{confirmed}");
}

/// The service's own quote, that of `&rate=none`.
const THEIRS: &str = r#"{"properties":{"sessionId":"s","quantity":2,
    "billingRefundAmount":{"currencyCode":"EUR","amount":638.91}}}"#;

#[wasm_bindgen_test]
async fn a_cap_that_was_not_checked_is_said_where_it_is_confirmed() {
    let _answers = answers(0, &[("calculateRefund", 200, THEIRS)]);
    let page = task("&rate=none").await;
    page.click(".carry-out .button.danger").await;
    settle().await;
    assert!(page.text("dialog[open]").contains("The refund cap was not checked"));
}

#[wasm_bindgen_test]
async fn the_customer_is_named_where_a_return_is_confirmed() {
    let summaries = r#"{"value":[{"customerId":"c","displayName":"Tern & Co.",
        "domain":"tern.example","agreementType":"CSP","reservationCount":1,
        "soonestExpiry":null,"limitUsedUsd":"0","limitUsd":"50000"}]}"#;
    let first = [("calculateRefund", 200, THEIRS), ("customerSummaries", 200, summaries)];
    let _answers = answers(0, &first);
    let page = task("&rate=none").await;
    page.click(".carry-out .button.danger").await;
    settle().await;
    assert_eq!(page.text("dialog[open] .for-customer"), "Customer: Tern & Co.");
    for (language, word) in [
        (Language::German, "Kunde"),
        (Language::Swedish, "Kund"),
        (Language::Dutch, "Klant"),
        (Language::Chinese, "客户"),
    ] {
        i18n::select(language);
        settle().await;
        let named = page.text("dialog[open] .for-customer");
        assert!(named.starts_with(word) && named.ends_with("Tern & Co."), "{named}");
    }
    i18n::select(Language::English);
}

#[wasm_bindgen_test]
async fn a_customer_whose_name_did_not_come_is_named_by_the_tenant() {
    let _answers = answers(0, &[("calculateRefund", 200, THEIRS)]);
    let page = task("&rate=none").await;
    page.click(".carry-out .button.danger").await;
    settle().await;
    assert_eq!(page.text("dialog[open] .for-customer"), "Customer: c");
}

#[wasm_bindgen_test]
async fn where_there_is_no_quote_nothing_is_said_of_one() {
    let _answers = answers(0, &[]);
    let page = task("&units=99").await;
    let errors = page.texts(".refund-form .field-error").concat();
    assert!(errors.contains("from 1 to 2"), "{errors}");
    assert!(page.text(".answer").contains("Correct the marked fields"));
    for part in [".headline", ".date-chart", ".limit-parts", ".newest"] {
        assert!(page.maybe(part).is_none(), "{part}");
    }
    assert!(!page.text(".answer").contains("no day left"));
    assert!(!page.texts("button").iter().any(|text| text.starts_with("Copy")));
    page.type_into(UNITS, "2").await;
    assert_eq!(page.text(".headline .payable"), "€638.91");
    let copy = ".answer .button-row button[aria-label='Copy quote as text']";
    assert_eq!(page.attribute(copy, "aria-disabled"), None);
    page.type_into(UNITS, "99").await;
    assert_eq!(page.attribute(copy, "aria-disabled").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn a_policy_that_nobody_knows_is_named() {
    let _answers = answers(0, &[]);
    let page = task("&policy=house-rules").await;
    let said = page.text(".remarks");
    assert!(said.contains("“house-rules”") && said.contains("Partner Center"), "{said}");
}

#[wasm_bindgen_test]
async fn a_day_that_is_over_is_said_to_be() {
    let _answers = answers(49_900, &[]);
    let day = today() - Days::new(5);
    let page = task(&format!("&date={day}")).await;
    let questions = page.texts(".refund-form .field-question").concat();
    assert!(questions.contains("is in the past"), "{questions}");
    assert!(page.text(".remarks").contains("is in the past"));
    assert!(page.maybe(".ways-out").is_none(), "nothing can be changed about it");
}

#[wasm_bindgen_test]
async fn steps_are_unfolded_on_demand() {
    let _answers = answers(0, &[]);
    let page = task("").await;
    let rules = page.texts(".step-rule");
    assert!(rules.len() > 6, "{rules:?}");
    assert!(rules.iter().any(|rule| rule.contains("credit times the fee rate")));
    assert_eq!(page.text("[data-rule=consumed-upfront] strong"), "€273.97");
    assert_eq!(page.text("[data-rule=consumed-upfront] code"), "2 × 500.00 × 100 ÷ 365");
    let article = page.attribute("[data-rule=fee] a", "href").unwrap();
    assert!(article.starts_with("https://learn.microsoft.com/en-us/partner-center/"), "{article}");
}

#[wasm_bindgen_test]
async fn a_capped_return_says_what_is_lost_and_offers_ways_out() {
    let _answers = answers(49_900, &[]);
    let page = task("").await;
    // 100 USD are left, and 100 / 1.25 is 80.
    assert_eq!(page.text(".headline .payable"), "€80.00");
    assert_eq!(page.text(".headline .badge"), "Capped");
    assert!(page.text(".lost-words").starts_with("$698.64 of the refund is lost"));
    assert_eq!(page.attribute(".limit-bar .limit-used", "width").as_deref(), Some("998"));
    assert!(page.maybe(".limit-bar .limit-over").is_some());
    let free_again = today() - Days::new(10) + Days::new(365);
    let days = page.attribute(".limit-parts ~ details time", "datetime");
    assert_eq!(days, Some(free_again.to_string()));

    let ways = page.texts(".ways-out .button-row a, .ways-out .button-row button").join("; ");
    assert!(ways.contains("Return all of it on") && ways.contains(": €"), "{ways}");
    // What was paid and not consumed, without a fee.
    assert!(ways.ends_with("Exchange instead: keeps €726.03"), "{ways}");
    let promised = page.text(".ways-out button:not(.primary)");
    let (_, promised) = promised.rsplit_once(": ").unwrap();
    page.click(".ways-out button:not(.primary)").await;
    assert!(page.maybe(".ways-out").is_none(), "the way out was taken");
    assert_eq!(page.text(".headline .payable"), promised);
    assert_eq!(page.text(".headline .badge"), "Allowed");
}

#[wasm_bindgen_test]
async fn a_day_chosen_in_the_chart_becomes_the_day_of_the_return() {
    let _answers = answers(0, &[]);
    let page = task("").await;
    let cursor: HtmlInputElement = page.find(".date-chart input[type=range]").unchecked_into();
    let spoken = cursor.get_attribute("aria-valuetext").unwrap();
    assert!(spoken.contains("€638.91"), "{spoken}");
    // What the arrow key does to a range control, in the two events that the browser sends.
    cursor.set_value("1");
    for kind in ["input", "change"] {
        cursor.dispatch_event(&Event::new(kind).unwrap()).unwrap();
    }
    settle().await;
    let day: HtmlInputElement = page.find(".refund-form input[type=date]").unchecked_into();
    assert_eq!(day.value(), (today() + Days::new(1)).to_string());
    assert_ne!(page.text(".headline .payable"), "€638.91");
    assert!(page.text(".carry-out .reason").contains("can only be returned today"));
}

/// A pointer over the left edge of the chart's drawing.
fn point_at_the_chart(page: &Stage<impl Mountable>, kind: &str) {
    let drawing = page.find(".date-chart .canvas");
    drawing.dispatch_event(&PointerEvent::new(kind).unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn the_chart_says_which_day_is_the_best_and_what_is_under_the_pointer() {
    let _answers = answers(0, &[]);
    let page = task("").await;
    let best = page.text(".date-chart .best-day");
    assert!(best.starts_with("Waiting brings nothing. The best day is"), "{best}");
    assert!(best.ends_with("you get €638.91."), "{best}");
    let legend = page.texts(".date-chart .legend li");
    assert_eq!(legend, ["best day", "paid out on that day"], "as drawn, and nothing else");
    assert!(page.maybe(".date-chart .legend path.left").is_some(), "with the very line");

    assert!(page.maybe(".pointed").is_none());
    point_at_the_chart(&page, "pointermove");
    settle().await;
    let pointed = page.text(".pointed");
    assert!(pointed.contains("€638.91, the whole refund is paid out"), "{pointed}");
    point_at_the_chart(&page, "pointerleave");
    settle().await;
    assert!(page.maybe(".pointed").is_none());
}

#[wasm_bindgen_test]
async fn a_monthly_chart_counts_the_instalments_charged_while_waiting() {
    let mut monthly = reservation();
    monthly["properties"]["billingPlan"] = "Monthly".into();
    let monthly = monthly.to_string();
    let no_rates = r#"{"value":[]}"#;
    let first = [("/reservations/r", 200, monthly.as_str()), ("exchangeRates", 200, no_rates)];
    let _answers = answers(0, &first);
    let page = task("").await;
    let legend = page.texts(".date-chart .legend li");
    assert_eq!(
        legend[..2],
        ["paid out, less the instalments charged until then", "paid out on that day"]
    );
    assert!(page.maybe(".best-day").is_none(), "without a rate nobody knows which day is the best");
    let cursor: HtmlInputElement = page.find(".date-chart input[type=range]").unchecked_into();
    cursor.set_value(&cursor.max());
    cursor.dispatch_event(&Event::new("input").unwrap()).unwrap();
    settle().await;
    let last = page.text(".date-chart .readout");
    assert!(last.contains("the refund cap wasn't checked. After €"), "{last}");
    assert!(last.contains("charged until then: you pay €"), "{last}");
    let ticks = page.texts(".date-chart .axis-y li");
    assert!(ticks.last().unwrap().starts_with("you pay €"), "{ticks:?}");
    assert!(ticks.iter().any(|tick| tick == "€0.00"), "{ticks:?}");
}

#[wasm_bindgen_test]
async fn a_difference_is_shown_and_nothing_is_returned() {
    let theirs = r#"{"properties":{"sessionId":"s","quantity":2,
        "billingRefundAmount":{"currencyCode":"EUR","amount":638.90}}}"#;
    let _answers = answers(0, &[("calculateRefund", 200, theirs), ("/return", 500, "")]);
    let page = task("").await;
    page.click(".carry-out .button.danger").await;
    settle().await;
    let shown = page.text(".carry-out-progress");
    assert!(shown.contains("differs") && shown.contains("€638.91"), "{shown}");
    assert!(shown.contains("€638.90"), "{shown}");
    assert!(page.maybe("dialog[open]").is_none());
}

#[wasm_bindgen_test]
async fn a_refusal_inside_a_200_is_told_in_the_readers_language() {
    let refused = r#"{"properties":{"policyResult":{"properties":{"policyErrors":[
        {"code":"RefundLimitExceeded","message":"No."},{"code":"Moody","message":"Not today."}]}}}}"#;
    let _answers = answers(0, &[("calculateRefund", 200, refused)]);
    let page = task("").await;
    page.click(".carry-out .button.danger").await;
    settle().await;
    let shown = page.text(".carry-out-progress");
    assert!(shown.contains("does not fit into what is left"), "{shown}");
    assert!(shown.contains("Moody Not today."), "{shown}");
}

#[wasm_bindgen_test]
async fn how_long_to_wait_is_said_once() {
    let _answers = answers(0, &[("calculateRefund", 429, "")]);
    let page = task("").await;
    page.click(".carry-out .button.danger").await;
    settle().await;
    let notice = page.text(".carry-out-progress [role=alert]");
    assert!(notice.contains("Too many requests at once"), "{notice}");
    assert!(!notice.contains("seconds"), "the button counts them: {notice}");
    assert!(page.text(".carry-out-progress .hint").contains("seconds"));
    let again = page.attribute(".carry-out-progress .button-row button", "aria-disabled");
    assert_eq!(again.as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn who_may_not_act_sees_why() {
    let _answers = answers(0, &[]);
    i18n::select(Language::English);
    open(IDS);
    let page = stage(|| page(Role::Guest)).await;
    settle().await;
    let disabled = page.attribute(".carry-out .button.danger", "aria-disabled");
    assert_eq!(disabled.as_deref(), Some("true"));
    assert!(page.text(".carry-out .reason").contains("Your role can't do this"));
    assert_eq!(page.text(".headline .payable"), "€638.91", "but may calculate");
}

const OWN: &str = r#"{"partnerName":"P","partnerTenantId":"p","billingAccountId":"ba",
    "billingAccountName":"B","demonstration":false}"#;

#[wasm_bindgen_test]
async fn with_ones_own_records_nothing_is_said_of_microsoft_doing_it() {
    let theirs = r#"{"properties":{"sessionId":"s","quantity":2,
        "billingRefundAmount":{"currencyCode":"EUR","amount":638.91},
        "pricingRefundAmount":{"currencyCode":"USD","amount":6388.14},
        "policyResult":{"properties":{
            "consumedRefundsTotal":{"currencyCode":"USD","amount":0},
            "maxRefundLimit":{"currencyCode":"USD","amount":50000}}}}}"#;
    let _answers = answers(0, &[("Prorata/account", 200, OWN), ("calculateRefund", 200, theirs)]);
    let page = task("&rate=9.9985&used=no").await;
    assert!(
        page.text(".answer .carry-out .hint").contains("Nothing is sent to Microsoft from here.")
    );
    assert_eq!(page.text(".carry-out .button.danger"), "Record this return…");
    page.click(".carry-out .button.danger").await;
    settle().await;
    let asked = page.text("dialog[open]");
    assert!(asked.contains("Record this return?") && asked.contains("€638.91"), "{asked}");
    assert!(asked.contains("Record only what Microsoft has accepted"), "{asked}");
    assert!(!asked.contains("Microsoft pays you"), "{asked}");
    i18n::select(Language::Chinese);
    settle().await;
    assert!(page.text("dialog[open]").contains("记录此次退回？"));
    i18n::select(Language::English);
}

#[wasm_bindgen_test]
async fn the_demonstration_keeps_its_words_and_has_the_commands() {
    let _answers = answers(0, &[]);
    let page = task("").await;
    assert_eq!(page.text(".carry-out .button.danger"), "Return these units…");
    let commands = page.texts(".carry-out pre");
    assert_eq!(commands.len(), 2);
    assert!(commands[0].contains("/reservationOrders/o/calculateRefund"), "{commands:?}");
    assert!(commands[1].contains("\"quantity\":2"), "{commands:?}");
    page.type_into(UNITS, "1").await;
    assert!(page.texts(".carry-out pre")[1].contains("\"quantity\":1"));
    page.type_into(UNITS, "99").await;
    assert_eq!(page.texts(".carry-out pre"), ["", ""], "nothing that is not on screen");
}

#[wasm_bindgen_test]
async fn a_return_that_is_left_in_the_middle_asks_for_nothing_more() {
    let theirs = r#"{"properties":{"sessionId":"s","quantity":2,
        "billingRefundAmount":{"currencyCode":"EUR","amount":638.90}}}"#;
    let _answers = answers(0, &[("calculateRefund", 200, theirs)]);
    let ask: Act = |page| click_in(page, ".carry-out .button.danger");
    leave_in_the_middle(|| open(IDS), || view! { <Refund /> }.into_any(), &[ask]).await;
}

/// The browser's clock, so many milliseconds ahead until it is dropped.
pub(crate) struct ClockAhead;

impl ClockAhead {
    pub(crate) fn by(milliseconds: i64) -> Self {
        js_sys::eval(&format!(
            "window.realNow ??= Date.now; Date.now = () => window.realNow() + {milliseconds};"
        ))
        .unwrap();
        Self
    }
}

impl Drop for ClockAhead {
    fn drop(&mut self) {
        js_sys::eval("Date.now = window.realNow; delete window.realNow;").unwrap();
    }
}

pub(crate) const DAY_MS: i64 = 86_400_000;
const DAY: &str = ".refund-form input[type=date]";

/// Somebody looks at the page again.
pub(crate) async fn look_again() {
    js_sys::eval("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")
        .unwrap();
    settle().await;
}

#[wasm_bindgen_test]
async fn a_page_left_open_over_midnight_goes_with_the_day_and_says_so() {
    let _answers = answers(0, &[]);
    let page = task("").await;
    let (first, before) = (page.value(DAY), page.text(".headline .payable"));
    assert!(!page.text(".answer").contains("A new day has begun"));
    let _clock = ClockAhead::by(DAY_MS);
    look_again().await;
    let now = today();
    assert_ne!(page.value(DAY), first);
    assert_eq!(page.value(DAY), now.to_string());
    assert!(page.text(".refund-form").contains(&format!("Today in UTC: {}", i18n::date(now))));
    assert!(page.text(".answer").contains("A new day has begun in UTC"));
    assert_ne!(page.text(".headline .payable"), before, "the amount is that of the new day");
    assert!(page.maybe(".quote-action .reason").is_none(), "and can be carried out");

    page.type_into(DAY, &first).await;
    assert!(!page.text(".answer").contains("A new day has begun"));
    assert!(page.text(".remarks").contains("is in the past"));
}

#[wasm_bindgen_test]
async fn a_day_that_was_chosen_stays_over_midnight() {
    let _answers = answers(0, &[]);
    let chosen = (today() + Days::new(5)).to_string();
    let page = task("").await;
    page.type_into(DAY, &chosen).await;
    let before = page.text(".headline .payable");
    let _clock = ClockAhead::by(DAY_MS);
    look_again().await;
    assert_eq!((page.value(DAY), page.text(".headline .payable")), (chosen, before));
    assert!(!page.text(".answer").contains("A new day has begun"));
    assert!(page.text(".refund-form").contains(&format!("Today in UTC: {}", i18n::date(today()))));
}

#[wasm_bindgen_test]
async fn the_day_of_a_link_stays_over_midnight() {
    let _answers = answers(0, &[]);
    let day = today().to_string();
    let page = task(&format!("&date={day}")).await;
    let _clock = ClockAhead::by(DAY_MS);
    look_again().await;
    assert_eq!(page.value(DAY), day);
    assert!(page.text(".remarks").contains("is in the past"));
}

#[wasm_bindgen_test]
async fn midnight_is_noticed_by_itself() {
    let _answers = answers(0, &[]);
    // A moment before midnight, whatever time it is.
    let left = js_sys::eval("86400000 - Date.now() % 86400000").unwrap().as_f64().unwrap();
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds of a day")]
    let _clock = ClockAhead::by(left as i64 - 2_500);
    let page = task("").await;
    let first = page.value(DAY);
    pass(Duration::from_millis(2_800)).await;
    assert_ne!(page.value(DAY), first);
    assert_eq!(page.value(DAY), today().to_string());
}
