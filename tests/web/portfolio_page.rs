//! The portfolio, with blocks as the service sends them.

use crate::answers::{Answers, hand_over, hold_back, note_requests, noted, open, query};
use crate::stage::{
    Act, Stage, click_in, leave_in_the_middle, pass, provide_frame, settle, stage, until,
};
use crate::today;
use calculator::{
    BillingPlan, Currency, LedgerEntry, Money, Policy, ProvisioningState, ResourceType, Term,
};
use chrono::Days;
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use portfolio::columns::{Block, Origin, Row, Standing, join_blocks};
use prorata::api::{Elsewhere, Role};
use prorata::export::Data;
use prorata::i18n::{self, Language, calculations};
use prorata::platform::timer;
use prorata::portfolio::Portfolio;
use prorata::radar::BeforeRightsEnd;
use prorata::router::Router;
use prorata::shell::PolicyChoice;
use rust_decimal::Decimal;
use std::time::Duration;
use view_model::quote::Number;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, window};

const RATES: &str = r#"{"value":[{"currencyCode":"EUR","usdRate":"1.10","date":"2026-01-01"}]}"#;
const BROKEN: &str = r#"{"error":{"code":"InternalServerError","message":"It broke."}}"#;
const STYLE: &str = include_str!("../../style/grid.css");

/// Bought sixty-five days ago for a year, paid at once, and never used: three hundred of its days are left.
fn row(name: &str, price: i64) -> Row {
    Row {
        standing: Standing::Record,
        reservation_id: format!("r-{name}"),
        order_id: format!("o-{name}"),
        name: name.to_owned(),
        sku: "Standard_D2s_v5".to_owned(),
        region: "westeurope".to_owned(),
        resource_type: Some(ResourceType::VirtualMachines),
        quantity: Some(1),
        original_quantity: Some(1),
        term: Some(Term::ONE_YEAR),
        billing_plan: Some(BillingPlan::Upfront),
        currency: Some(Currency::USD),
        unit_price: Some(Decimal::from(price)),
        instalment: None,
        current_unit_price: None,
        purchase_date: Some(today() - Days::new(65)),
        expiry_date: Some(today() + Days::new(300)),
        state: Some(ProvisioningState::Succeeded),
        used: Some(true),
        received_in_exchange: false,
    }
}

fn block(name: &str, spent_usd: i128, rows: Vec<Row>) -> Vec<u8> {
    let usd = Money::from_minor(spent_usd * 100, Currency::USD);
    let entry = LedgerEntry { date: today() - Days::new(30), usd };
    let ledger = if spent_usd == 0 { Vec::new() } else { vec![entry] };
    let block = Block {
        tenant_id: name.to_lowercase(),
        name: name.to_owned(),
        origin: Origin::Own,
        ledger: Some(ledger),
        rows,
        unreadable: Vec::new(),
    };
    block.encode()
}

/// What the service sends.
fn sent(blocks: &[Vec<u8>]) -> String {
    let joined = join_blocks(blocks.iter().map(Vec::as_slice));
    let letters: String = joined.into_iter().map(char::from).collect();
    format!("base64:{}", window().unwrap().btoa(&letters).unwrap())
}

/// Its term is over this week.
fn closing() -> Row {
    Row {
        purchase_date: Some(today() - Days::new(360)),
        expiry_date: Some(today() + Days::new(5)),
        ..row("Closing", 365)
    }
}

/// Two customers: all returns of one fit its cap, those of the other do not. One reservation has ended, one lacks
/// its price, and the term of one is over this week.
fn two_customers() -> String {
    let mut ended = row("Ended", 100);
    ended.state = Some(ProvisioningState::Cancelled);
    let mut without_price = row("Unpriced", 1);
    without_price.unit_price = None;
    let free = vec![row("Web", 3_650), closing(), ended, without_price];
    let capped = vec![row("Small", 730), row("Large", 1_460), row("Middle", 1_095)];
    sent(&[block("Free", 0, free), block("Capped", 48_680, capped)])
}

async fn page() -> Stage<impl Mountable> {
    i18n::select(Language::English);
    let page = stage(|| {
        provide_frame(Role::AdminAgent);
        view! {
            <style>{STYLE}</style>
            <Router>
                <Portfolio />
            </Router>
        }
    })
    .await;
    settle().await;
    page
}

fn names<S: Mountable>(page: &Stage<S>) -> Vec<String> {
    page.texts(".grid-body [role=rowheader]")
}

/// The cell of a row in the column with this heading.
fn cell<S: Mountable>(page: &Stage<S>, name: &str, heading: &str) -> String {
    let headings = page.texts(".grid-head [role=columnheader]");
    let column = headings.iter().position(|it| it.starts_with(heading)).expect(heading);
    let rows = page.all(".grid-body [role=row]");
    let of_name = |row: &&web_sys::Element| {
        let header = row.query_selector("[role=rowheader]").unwrap();
        header.and_then(|header| header.text_content()).as_deref() == Some(name)
    };
    let row = rows.iter().find(of_name).expect(name);
    row.children().item(column as u32).and_then(|cell| cell.text_content()).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn every_row_says_what_comes_back_and_what_is_no_longer_owed() {
    let monthly = Row { billing_plan: Some(BillingPlan::Monthly), ..row("Monthly", 1_200) };
    let blocks = sent(&[block("Free", 0, vec![row("Web", 3_650), monthly])]);
    let _answers =
        Answers::with(&[("Prorata/portfolio", 200, &blocks), ("exchangeRates", 200, RATES)]);
    open("");
    let page = page().await;
    assert_eq!(names(&page).len(), 2);
    assert_eq!(page.attribute("[role=grid]", "aria-rowcount").as_deref(), Some("3"));
    // 3,650 over 365 days, of which 300 are left, without the fee of 12 % of the policy that applies at first.
    assert_eq!(cell(&page, "Web", "Comes back today"), "$2,640.00");
    assert_eq!(cell(&page, "Web", "No longer owed"), "$0.00");
    // Two instalments of 100 were paid at the purchase and after a month, and a third one after two.
    assert_eq!(cell(&page, "Monthly", "No longer owed"), "$900.00");
    assert_eq!(cell(&page, "Web", "Customer"), "Free");
}

#[wasm_bindgen_test]
async fn rows_follow_the_policy_at_once() {
    let blocks = two_customers();
    let _answers =
        Answers::with(&[("Prorata/portfolio", 200, &blocks), ("exchangeRates", 200, RATES)]);
    open("");
    i18n::select(Language::English);
    let policy = PolicyChoice::default();
    let page = stage(move || {
        provide_frame(Role::AdminAgent);
        provide_context(policy);
        view! {
            <Router>
                <Portfolio />
            </Router>
        }
    })
    .await;
    settle().await;
    let mut said = Vec::new();
    for policy_now in Policy::all() {
        policy.select(policy_now);
        settle().await;
        said.push((policy_now.id, cell(&page, "Large", "Comes back today")));
    }
    // One caps what comes back, another one refuses what is over the cap, and one takes a fee.
    said.dedup_by(|one, other| one.1 == other.1);
    assert!(said.len() > 1, "{said:?}");
}

#[wasm_bindgen_test]
async fn ended_ones_are_hidden_at_first_and_counted() {
    let blocks = two_customers();
    let _answers =
        Answers::with(&[("Prorata/portfolio", 200, &blocks), ("exchangeRates", 200, RATES)]);
    open("");
    let page = page().await;
    assert_eq!(page.text(".count"), "6 of 7 reservations");
    assert!(!names(&page).contains(&"Ended".to_owned()));
    let switch = page.text(".portfolio-filters");
    assert!(switch.contains("Show ended (1)"), "{switch}");
    page.click(".portfolio-filters [role=switch]").await;
    assert_eq!(query(), "?ended=1");
    assert_eq!(page.text(".count"), "7 of 7 reservations");
    assert!(names(&page).contains(&"Ended".to_owned()));
}

#[wasm_bindgen_test]
async fn each_card_leads_to_as_many_rows_as_it_says() {
    let free = block("Free", 0, vec![row("Web", 3_650), closing()]);
    let blocks = sent(&[free, block("Over", 49_900, vec![row("Huge", 3_650)])]);
    let _answers =
        Answers::with(&[("Prorata/portfolio", 200, &blocks), ("exchangeRates", 200, RATES)]);
    open("");
    let page = page().await;
    let cards = page.texts(".portfolio-card");
    assert_eq!(cards.len(), 4);
    let mut counted = Vec::new();
    for (place, card) in cards.iter().enumerate() {
        page.click(&format!(".portfolio-cards li:nth-child({}) a", place + 1)).await;
        let rows = page.all(".grid-body [role=row]").len();
        let said = card.strip_suffix(" reservations").or(card.strip_suffix(" reservation"));
        let digits = said.expect(card).chars().rev().take_while(char::is_ascii_digit).count();
        let said = said.map(|said| &said[said.len() - digits..]).expect(card);
        assert_eq!(rows.to_string(), said, "{card}: {}", query());
        counted.push(rows);
        page.click(".toolbar > .tip-anchor .button").await;
        assert_eq!(page.text(".count"), "3 of 3 reservations", "all are shown again");
    }
    assert!(counted.iter().all(|count| *count > 0), "{cards:?}");
}

#[wasm_bindgen_test]
async fn totals_cards_and_headings_say_by_which_rules_they_come_about() {
    let blocks = two_customers();
    let _answers =
        Answers::with(&[("Prorata/portfolio", 200, &blocks), ("exchangeRates", 200, RATES)]);
    open("");
    let page = page().await;
    let told = |selector: &str| {
        let ids = page.attributes(selector, "aria-describedby");
        ids.iter().map(|id| page.text(&format!("#{id}"))).collect::<Vec<_>>()
    };
    let policy = Policy::default_policy();
    let behind = |number| calculations::behind(number, policy);
    let [back, owed] = [Number::ComesBack, Number::NoLongerOwed].map(behind);
    let left = behind(Number::CapLeft);
    let totals = ["Comes back today", "No longer owed", "Commitment left", "Refund cap left"];
    assert_eq!(page.texts(".portfolio-totals .explained"), totals);
    let commitment = behind(Number::CommitmentLeft);
    assert_eq!(
        told(".portfolio-totals .explained"),
        [back.clone(), owed.clone(), commitment, left.clone()]
    );
    assert_eq!(told(".portfolio-card"), [back.clone(), left]);
    assert_eq!(told(".grid-head .sort"), [back, owed]);
}

#[wasm_bindgen_test]
async fn search_shows_rows_at_once_and_counts_choices_soon_after() {
    let blocks = two_customers();
    let _answers =
        Answers::with(&[("Prorata/portfolio", 200, &blocks), ("exchangeRates", 200, RATES)]);
    open("");
    let page = page().await;
    page.type_into("input[type=search]", "CAPPED").await;
    assert_eq!(page.text(".count"), "3 of 7 reservations");
    let mut shown = names(&page);
    shown.sort();
    assert_eq!(shown, ["Large", "Middle", "Small"]);
    until(|| page.text(".toolbar").contains("Virtual machines (3)")).await;
    assert!(page.text(".toolbar").contains("Virtual machines (3)"), "{}", page.text(".toolbar"));
    page.type_into("input[type=search]", "nobody").await;
    assert!(page.maybe("[role=grid]").is_none());
}

#[wasm_bindgen_test]
async fn several_are_refunded_together_under_the_cap_of_each_customer() {
    let blocks = two_customers();
    let _answers =
        Answers::with(&[("Prorata/portfolio", 200, &blocks), ("exchangeRates", 200, RATES)]);
    open("?return=back&sort=name");
    let page = page().await;
    // What does not fit alone is there as well: some of it comes back.
    assert_eq!(names(&page), ["Closing", "Large", "Middle", "Small", "Web"]);
    page.click(".grid-head input[type=checkbox]").await;
    assert!(page.text(".selection-count").contains("5 selected"));
    page.click(".selection .button.primary").await;
    let names_of = || page.texts(".portfolio-requests-customer > h3");
    until(|| names_of().len() == 2).await;
    assert_eq!(names_of(), ["Free", "Capped"]);
    // One list of all requests, each with its customer.
    let row = |place: usize, cells: &str| {
        page.text(&format!(".portfolio-requests tbody tr:nth-child({place}) {cells}"))
    };
    let requested =
        |place: usize| (row(place, "td:nth-of-type(1)"), row(place, "td:nth-of-type(2)"));
    let requested: Vec<_> = (1..=4).map(requested).collect();
    // Of 528, 792 and 1,056 any two fill what is left of the cap, which are 1,320; those that fit lose nothing to
    // it. The third one is named all the same.
    let expected =
        [("Free", "Web"), ("Free", "Closing"), ("Capped", "Small"), ("Capped", "Middle")];
    let labelled = |(customer, name): (&str, &str)| {
        (format!("Customer{customer}"), format!("Azure reservation{name}"))
    };
    assert_eq!(requested, expected.map(labelled));
    let capped = page.text(".portfolio-requests-customer:nth-of-type(2)");
    assert!(capped.contains("Large"), "{capped}");
    assert!(capped.contains("$1,320.00 is left today. Today's returns take $1,320.00"), "{capped}");
    assert!(capped.contains("Proven"), "{capped}");
    let sum = page.text(".portfolio-requests-sum");
    assert!(sum.starts_with("4 requests"), "{sum}");
    assert!(sum.contains("$3,964.40"), "2,640 and 4.40 and 1,320: {sum}");
}

/// Forty of each customer that do not fit together, charged month by month: a search of many slices.
#[wasm_bindgen_test]
async fn a_search_over_later_days_can_be_stopped_and_continued() {
    let many = |seed: i64| {
        let row = |place: i64| {
            let price = 3_001 + (place * 977 + seed * 131) % 4_999;
            Row {
                billing_plan: Some(BillingPlan::Monthly),
                ..row(&format!("{seed}-{place}"), price)
            }
        };
        (0..40).map(row).collect::<Vec<_>>()
    };
    let blocks = sent(&[block("One", 30_000, many(1)), block("Two", 30_000, many(2))]);
    let _answers =
        Answers::with(&[("Prorata/portfolio", 200, &blocks), ("exchangeRates", 200, RATES)]);
    open("");
    let policy = PolicyChoice::default();
    i18n::select(Language::English);
    let page = stage(move || {
        provide_frame(Role::AdminAgent);
        provide_context(policy);
        view! {
            <Router>
                <Portfolio />
            </Router>
        }
    })
    .await;
    settle().await;
    policy.select(Policy::newest());
    settle().await;
    page.click(".grid-head input[type=checkbox]").await;
    page.click(".selection .button.primary").await;
    page.click(".portfolio-requests [role=switch]").await;
    let stop = ".portfolio-requests > .button-row button";
    until(|| page.maybe(stop).is_some()).await;
    page.click(stop).await;
    let notice = ".portfolio-requests .notice";
    until(|| page.maybe(notice).is_some()).await;
    assert!(page.text(notice).contains("planned yet"), "{}", page.text(notice));
    page.click(&format!("{notice} button")).await;
    until(|| page.maybe(stop).is_some()).await;
    assert!(page.maybe(notice).is_none(), "it goes on");
    assert!(page.text(".portfolio-requests [role=status]").contains("of 2 customers"));
}

#[wasm_bindgen_test]
async fn names_are_sorted_as_readers_of_the_language_do() {
    let names_in = |language: Language| async move {
        let rows =
            ["Zebra", "Ärla", "Apfel", "apfel", "Host 10", "Host 9", "Öl", "Straße", "Strasze"];
        let blocks = sent(&[block("Free", 0, rows.map(|name| row(name, 365)).to_vec())]);
        let _answers =
            Answers::with(&[("Prorata/portfolio", 200, &blocks), ("exchangeRates", 200, RATES)]);
        open("?sort=name");
        let page = page().await;
        i18n::select(language);
        settle().await;
        let names = names(&page);
        i18n::select(Language::English);
        names
    };
    assert_eq!(
        names_in(Language::German).await,
        ["apfel", "Apfel", "Ärla", "Host 9", "Host 10", "Öl", "Straße", "Strasze", "Zebra"]
    );
    assert_eq!(
        names_in(Language::Swedish).await,
        ["apfel", "Apfel", "Host 9", "Host 10", "Straße", "Strasze", "Zebra", "Ärla", "Öl"]
    );
}

#[wasm_bindgen_test]
async fn a_view_is_kept_under_a_name_and_shown_again() {
    let blocks = two_customers();
    let _answers =
        Answers::with(&[("Prorata/portfolio", 200, &blocks), ("exchangeRates", 200, RATES)]);
    open("?search=capped&sort=-name");
    let page = page().await;
    page.type_into(".menu-panel input[type=text]", "Over").await;
    page.click(".menu-panel .field ~ .tip-anchor .button").await;
    assert_eq!(page.texts(".portfolio-views a"), ["Over"]);
    let address = page.attribute(".portfolio-views a", "href").unwrap();
    assert!(address.ends_with("?search=capped&sort=-name"), "{address}");
    page.click(".portfolio-views .button").await;
    assert!(page.maybe(".portfolio-views").is_none());
}

/// The months ahead are quoted in short steps, between any two of which somebody may go to another page.
#[wasm_bindgen_test]
async fn a_page_that_is_left_while_it_looks_ahead_asks_for_nothing_more() {
    const STEPS: u64 = 30;
    let blocks = two_customers();
    let _answers =
        Answers::with(&[("Prorata/portfolio", 200, &blocks), ("exchangeRates", 200, RATES)]);
    open("");
    i18n::select(Language::English);
    let is_there = RwSignal::new(false);
    let page = stage(move || {
        provide_frame(Role::AdminAgent);
        view! { <Router>{move || is_there.get().then(|| view! { <Portfolio /> })}</Router> }
    })
    .await;
    for step in 0..STEPS {
        is_there.set(true);
        while page.maybe(".portfolio-card").is_none() {
            timer::sleep(Duration::ZERO).await;
        }
        timer::sleep(Duration::from_millis(step * 3)).await;
        is_there.set(false);
    }
    pass(Duration::from_millis(200)).await;
    is_there.set(true);
    settle().await;
    assert_eq!(names(&page).len(), 6);
}

#[wasm_bindgen_test]
async fn a_failure_is_said_and_tried_again_and_nothing_leads_to_the_import() {
    let answers = Answers::with(&[("Prorata/portfolio", 500, BROKEN)]);
    open("");
    let page = page().await;
    assert!(page.text("[role=alert]").contains("It broke."));
    let empty = sent(&[]);
    answers.change_to(&[("Prorata/portfolio", 200, &empty), ("exchangeRates", 200, RATES)]);
    page.click("[role=alert] button").await;
    settle().await;
    let title = page.text(".notice-title");
    assert!(title.ends_with("There are no reservations yet"), "{title}");
    let address = page.attribute(".notice .button.primary", "href").unwrap();
    assert!(address.ends_with("/import"), "{address}");
}

/// The record and the order of a row, as far as a comparison asks for them.
fn record(price: u32) -> (String, String) {
    let (bought, ends) = (today() - Days::new(65), today() + Days::new(300));
    let record = format!(
        r#"{{"id":"/providers/Microsoft.Capacity/reservationOrders/o/reservations/r",
        "location":"westeurope","sku":{{"name":"Standard_D2s_v5"}},"properties":{{"quantity":1,
        "provisioningState":"Succeeded","term":"P1Y","billingPlan":"Upfront",
        "reservedResourceType":"VirtualMachines","purchaseDate":"{bought}","expiryDate":"{ends}",
        "utilization":{{"aggregates":[{{"grain":30,"grainUnit":"days","value":0,
        "valueUnit":"percentage"}}]}}}}}}"#
    );
    let paid = format!(r#"{{"currencyCode":"USD","amount":{price}}}"#);
    let order = format!(
        r#"{{"properties":{{"term":"P1Y","billingPlan":"Upfront","requestDateTime":"{bought}",
        "originalQuantity":1,"planInformation":{{"transactions":[{{"dueDate":"{bought}",
        "paymentDate":"{bought}","status":"Succeeded","pricingCurrencyTotal":{paid},
        "billingCurrencyTotal":{paid}}}]}}}}}}"#
    );
    (record, order)
}

async fn before_rights_end() -> Stage<impl Mountable> {
    i18n::select(Language::English);
    open("");
    let page = stage(|| {
        provide_frame(Role::AdminAgent);
        view! {
            <Router>
                <BeforeRightsEnd />
            </Router>
        }
    })
    .await;
    settle().await;
    page
}

fn focused() -> Element {
    window().unwrap().document().unwrap().active_element().unwrap()
}

/// Clicks as a pointer or a key does: what is clicked has the focus then.
async fn press_as_a_person(page: &Stage<impl Mountable>, selector: &str) {
    page.find(selector).unchecked_into::<HtmlElement>().focus().unwrap();
    page.click(selector).await;
}

#[wasm_bindgen_test]
async fn before_rights_end_the_most_money_comes_first_with_what_is_best() {
    let late =
        |name, price| Row { expiry_date: Some(today() + Days::new(300)), ..row(name, price) };
    let blocks = sent(&[block("Free", 0, vec![late("Small", 730), late("Large", 3_650)])]);
    let (record, order) = record(3_650);
    let _answers = Answers::with(&[
        ("Prorata/portfolio", 200, &blocks),
        ("exchangeRates", 200, RATES),
        ("reservations/r-Small", 500, BROKEN),
        ("reservations/r-Large", 200, &record),
        ("reservationOrders/o-", 200, &order),
    ]);
    let page = before_rights_end().await;
    until(|| page.texts(".rights-end tbody").concat().contains("Something went wrong")).await;
    assert_eq!(page.texts("tbody th"), ["Large", "Small"]);
    let of_row = |place: u32, column: u32| {
        page.text(&format!("tbody tr:nth-child({place}) td:nth-child({column})"))
    };
    // Of 3,650 for a year 300 days are left.
    assert!(of_row(1, 3).contains("$3,000.00"), "{}", of_row(1, 3));
    assert!(of_row(1, 4).contains("Refund"), "none of it is used: {}", of_row(1, 4));
    let compare = page.attribute("tbody tr:nth-child(1) .actions a", "href").unwrap();
    assert!(compare.contains("/comparison?customer=free") && compare.contains("buy="), "{compare}");
    // One record that cannot be read holds up no other, and its pages can be opened all the same.
    assert!(of_row(2, 4).contains("Something went wrong"), "{}", of_row(2, 4));
    let compare = page.attribute("tbody tr:nth-child(2) .actions a", "href").unwrap();
    assert!(compare.contains("/comparison?customer=free"), "{compare}");
}

#[wasm_bindgen_test]
async fn before_rights_end_nothing_is_said_of_what_savings_plans_do_not_cover() {
    let other = Row { resource_type: Some(ResourceType::parse("SuseLinux")), ..row("Other", 10) };
    let blocks = sent(&[block("Free", 0, vec![other])]);
    let _answers =
        Answers::with(&[("Prorata/portfolio", 200, &blocks), ("exchangeRates", 200, RATES)]);
    let page = before_rights_end().await;
    assert!(page.text(".notice").contains("No reservation has an exchange right"));
}

#[wasm_bindgen_test]
async fn everything_is_written_in_each_form_by_the_page_itself() {
    let blocks = two_customers();
    let _answers =
        Answers::with(&[("Prorata/portfolio", 200, &blocks), ("exchangeRates", 200, RATES)]);
    i18n::select(Language::English);
    open("");
    let page = stage(|| {
        provide_frame(Role::AdminAgent);
        view! {
            <Router>
                <Data />
            </Router>
        }
    })
    .await;
    settle().await;
    const PART: &str = "section[aria-label=Export]";
    let labels = page.texts(&format!("{PART} .button-row button"));
    assert_eq!(labels[0], "Download as Excel workbook");
    for place in 1..=labels.len() {
        let button = format!("{PART} .button-row > :nth-child({place}) button");
        page.click(&button).await;
        let status = || page.text(&format!("{PART} [role=status]"));
        until(|| status().contains("The file is among your downloads.")).await;
        assert!(status().contains("The file is among your downloads."), "{place}: {}", status());
        assert!(page.maybe(".export-progress").is_none(), "{place}");
    }
}

#[wasm_bindgen_test]
async fn a_portfolio_that_is_left_in_the_middle_asks_for_nothing_more() {
    let blocks = two_customers();
    let _answers =
        Answers::with(&[("Prorata/portfolio", 200, &blocks), ("exchangeRates", 200, RATES)]);
    let requests: [Act; 3] = [
        |page| click_in(page, ".grid-head input[type=checkbox]"),
        |page| click_in(page, ".selection .button.primary"),
        |page| click_in(page, ".portfolio-requests [role=switch]"),
    ];
    let portfolio = || view! { <Portfolio /> }.into_any();
    leave_in_the_middle(|| open("?return=back"), portfolio, &requests).await;
    let export: Act = |page| click_in(page, "section[aria-label=Export] .button-row button");
    leave_in_the_middle(|| open(""), || view! { <Data /> }.into_any(), &[export]).await;
}

#[wasm_bindgen_test]
async fn before_rights_end_a_page_that_is_left_in_the_middle_asks_for_nothing_more() {
    let late = Row { expiry_date: Some(today() + Days::new(300)), ..row("Large", 3_650) };
    let blocks = sent(&[block("Free", 0, vec![late])]);
    let (record, order) = record(3_650);
    let _answers = Answers::with(&[
        ("Prorata/portfolio", 200, &blocks),
        ("exchangeRates", 200, RATES),
        ("reservations/r-Large", 200, &record),
        ("reservationOrders/o-", 200, &order),
    ]);
    leave_in_the_middle(|| open(""), || view! { <BeforeRightsEnd /> }.into_any(), &[]).await;
}

/// What is weighed comes late; somebody may be on a link of the row by then, or have its menu open.
#[wasm_bindgen_test]
async fn before_rights_end_a_row_keeps_the_focus_and_its_menu_when_its_record_comes() {
    let late = Row { expiry_date: Some(today() + Days::new(300)), ..row("Large", 3_650) };
    let blocks = sent(&[block("Free", 0, vec![late])]);
    let (record, order) = record(3_650);
    let _answers = Answers::with(&[
        ("Prorata/portfolio", 200, &blocks),
        ("exchangeRates", 200, RATES),
        ("reservations/r-Large", 200, &record),
        ("reservationOrders/o-", 200, &order),
    ]);
    // The permissions, the blocks and the rates come before the record, which is held back.
    hold_back(3);
    let page = before_rights_end().await;
    assert!(page.text(".rights-end tbody").contains("Loading"), "{}", page.text(".rights-end"));
    assert!(
        !page.text(".rights-end .menu-panel").contains("Trade-in"),
        "{}",
        page.text(".rights-end .menu-panel")
    );
    let compare: HtmlElement = page.find(".rights-end .actions a").unchecked_into();
    assert!(!compare.get_attribute("href").unwrap().contains("buy="));
    compare.focus().unwrap();
    page.click(".rights-end .menu > button").await;
    compare.focus().unwrap();
    assert!(page.find(".rights-end .menu-panel").matches(":popover-open").unwrap());
    assert!(hand_over());
    settle().await;
    assert_eq!(focused(), *compare, "the same element has the focus");
    assert!(compare.get_attribute("href").unwrap().contains("buy="), "and leads to more");
    let panel = page.find(".rights-end .menu-panel");
    assert!(panel.matches(":popover-open").unwrap(), "the menu stays open");
    let exchange =
        page.attribute(".rights-end .menu-panel a[aria-label^=Exchange]", "href").unwrap();
    assert!(exchange.contains("buy="), "{exchange}");
}

#[wasm_bindgen_test]
async fn before_rights_end_the_best_choice_is_there_as_commands_and_the_list_as_a_file() {
    let late = Row { expiry_date: Some(today() + Days::new(300)), ..row("Large", 3_650) };
    let blocks = sent(&[block("Free", 0, vec![late])]);
    let (record, order) = record(3_650);
    let _answers = Answers::with(&[
        ("Prorata/portfolio", 200, &blocks),
        ("exchangeRates", 200, RATES),
        ("reservations/r-Large", 200, &record),
        ("reservationOrders/o-", 200, &order),
    ]);
    let page = before_rights_end().await;
    press_as_a_person(&page, ".rights-end .menu > button").await;
    press_as_a_person(&page, ".rights-end .menu-panel button").await;
    let dialog = page.text("dialog[open]");
    assert!(dialog.contains("Large: Refund"), "{dialog}");
    let steps = page.texts("dialog[open] pre");
    assert!(steps[0].contains("az login --tenant 'free'"), "{steps:?}");
    assert!(steps[0].contains("/reservationOrders/o-Large/calculateRefund"), "{steps:?}");
    assert!(steps[1].contains("/reservationOrders/o-Large/return"), "{steps:?}");
    page.choose("dialog[open] select", "powershell").await;
    assert!(page.text("dialog[open] pre").contains("Connect-AzAccount -Tenant 'free'"));
    press_as_a_person(&page, "dialog[open] .dialog-actions button").await;
    assert_eq!(focused(), page.find(".rights-end .menu > button"), "the focus goes back");

    page.click(".stack > .button-row .menu > button").await;
    page.click(".stack > .button-row .menu-panel button").await;
    assert!(page.maybe(".export-progress").is_none(), "the file is written");
}

/// What other tabs change comes into the list that is there: who reads it, is on one of its links or has a menu open
/// notices it in nothing but what has changed.
#[wasm_bindgen_test]
async fn before_rights_end_what_another_tab_changes_leaves_the_other_rows_as_they_are() {
    let late =
        |name, price| Row { expiry_date: Some(today() + Days::new(300)), ..row(name, price) };
    let two = sent(&[block("Free", 0, vec![late("Small", 730), late("Large", 3_650)])]);
    let (record, order) = record(3_650);
    let table = |blocks| {
        [
            ("Prorata/portfolio", 200, blocks),
            ("exchangeRates", 200, RATES),
            ("reservations/r-", 200, &record),
            ("reservationOrders/o-", 200, &order),
        ]
    };
    let answers = Answers::with(&table(two.as_str()));
    let elsewhere = Elsewhere::default();
    i18n::select(Language::English);
    open("");
    let page = stage(move || {
        provide_context(elsewhere);
        provide_frame(Role::AdminAgent);
        view! { <Router><BeforeRightsEnd /></Router> }
    })
    .await;
    settle().await;
    assert_eq!(page.texts("tbody th"), ["Large", "Small"]);
    let rows = page.all("tbody tr");
    press_as_a_person(&page, "tbody tr:nth-child(1) .menu > button").await;
    let link = page.find("tbody tr:nth-child(1) .menu-panel [aria-label^=Exchange]");
    link.unchecked_ref::<HtmlElement>().focus().unwrap();
    assert_eq!(focused(), link);

    // One more comes, and another one is worth more than it was, so that both stand above the row with the focus.
    let three = [late("Small", 7_300), late("Huge", 73_000), late("Large", 3_650)];
    let three = sent(&[block("Free", 0, three.to_vec())]);
    answers.change_to(&table(three.as_str()));
    // The permissions, the blocks and the rates come, and the first record that is asked for again does not.
    hold_back(3);
    elsewhere.happen();
    settle().await;
    assert_eq!(page.texts("tbody th"), ["Huge", "Small", "Large"]);
    let now = page.all("tbody tr");
    assert_eq!((&now[2], &now[1]), (&rows[0], &rows[1]), "the same elements");
    assert!(page.text("tbody tr:nth-child(2) td:nth-child(3)").contains("$6,000.00"));
    let best = page.text("tbody tr:nth-child(3) td:nth-child(4)");
    assert!(best.contains("Refund") && !best.contains("Loading"), "{best}");
    assert_eq!(focused(), link, "the focus is where it was");
    assert!(page.find("tbody tr:nth-child(3) .menu-panel").matches(":popover-open").unwrap());
    assert!(link.get_attribute("href").unwrap().contains("buy="));
    assert!(hand_over());
    settle().await;
    assert_eq!(focused(), link, "and stays there");
    assert!(page.text("tbody tr:nth-child(1) td:nth-child(4)").contains("Refund"));

    // What is not there any more takes its own row along only.
    answers.change_to(&table(two.as_str()));
    elsewhere.happen();
    settle().await;
    assert_eq!(page.texts("tbody th"), ["Large", "Small"]);
    assert_eq!((&page.all("tbody tr")[0], focused()), (&rows[0], link));
}

#[wasm_bindgen_test]
async fn before_rights_end_a_record_that_did_not_come_is_asked_for_again_alone() {
    let late =
        |name, price| Row { expiry_date: Some(today() + Days::new(300)), ..row(name, price) };
    let blocks = sent(&[block("Free", 0, vec![late("Small", 730), late("Large", 3_650)])]);
    let (record, order) = record(3_650);
    let table = |status, small| {
        [
            ("Prorata/portfolio", 200, blocks.as_str()),
            ("exchangeRates", 200, RATES),
            ("reservations/r-Small", status, small),
            ("reservations/r-Large", 200, record.as_str()),
            ("reservationOrders/o-", 200, order.as_str()),
        ]
    };
    let answers = Answers::with(&table(404, BROKEN));
    let page = before_rights_end().await;
    const RETRY: &str = "tbody tr:nth-child(2) td:nth-child(4) button";
    assert_eq!(page.attribute(RETRY, "aria-label").unwrap(), "Try again: Small");
    assert!(page.maybe("tbody tr:nth-child(1) td:nth-child(4) button").is_none());
    note_requests();
    press_as_a_person(&page, RETRY).await;
    assert!(page.maybe(RETRY).is_some(), "it has failed again, and can be tried once more");
    assert_eq!(focused(), page.find(RETRY), "the button has stayed in its place");
    answers.change_to(&table(200, &record));
    note_requests();
    press_as_a_person(&page, RETRY).await;
    let asked = noted("GET");
    assert!(asked.len() == 2 && asked.iter().all(|it| it.contains("Small")), "{asked:?}");
    assert!(page.text("tbody tr:nth-child(2) td:nth-child(4)").contains("Refund"));
    assert!(page.maybe(RETRY).is_none());
    assert_eq!(focused(), page.find("tbody tr:nth-child(2) th a"), "the focus is in the row");
}
