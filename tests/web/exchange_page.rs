use crate::answers::{Answers, NO_CONNECTION, OPERATION, note_requests, noted, open, query};
use crate::refund_page::{ClockAhead, DAY_MS, look_again};
use crate::refund_records::{older_reservation, order, rates, reservation, today, transactions};
use crate::stage::{Act, Stage, click_in, leave_in_the_middle, pass, provide_frame, settle, stage};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::Role;
use prorata::i18n::{self, Language};
use prorata::platform::storage;
use prorata::quote::{Comparison, Exchange, ExchangeLetter};
use prorata::router::Router;
use serde_json::json;
use std::time::Duration;
use view_model::quote::carry_out::PendingExchange;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};

pub(crate) const IDS: &str = "?customer=c&reservation=o%2Fr";
const CATALOG: &str = r#"{"value":[
    {"resourceType":"virtualMachines","name":"Standard_D2s_v5","terms":["P1Y","P3Y"],
     "locations":["westeurope","eastus"],"billingPlans":{"P1Y":["Upfront","Monthly"],"P3Y":["Upfront"]}},
    {"resourceType":"virtualMachines","name":"Standard_D4s_v5","terms":["P1Y"],
     "locations":["westeurope"],"billingPlans":{"P1Y":["Upfront"]}}]}"#;
const ACCOUNT: &str = r#"{"partnerName":"P","partnerTenantId":"p","billingAccountId":"ba",
    "billingAccountName":"B","demonstration":true}"#;

/// Longer than the pause before an operation is asked about again.
const POLL: Duration = Duration::from_millis(600);

fn price_list() -> String {
    let row = |sku: &str, term: &str, price: &str| {
        json!({"reservedResourceType": "VirtualMachines", "skuName": sku, "location": "westeurope",
            "term": term, "unitPrice": price, "currencyCode": "EUR", "source": "demonstration",
            "effectiveDate": today()})
    };
    json!({"value": [row("Standard_D2s_v5", "P1Y", "300.00"), row("Standard_D2s_v5", "P3Y", "750.00"),
        row("Standard_D4s_v5", "P1Y", "600.00")]})
    .to_string()
}

/// Percent used over so many days, as a record states it.
fn over(days: u32, percent: u32) -> serde_json::Value {
    let (days_unit, percent_unit) = ("days", "percentage");
    json!({"grain": days, "grainUnit": days_unit, "value": percent, "valueUnit": percent_unit})
}

/// Answers with the records, and with more before them.
pub(crate) fn answers(first: &[(&str, u16, &str)]) -> Answers {
    with_records(first, Answers::with)
}

/// What `act` makes of the table of the records, and of more before them.
pub(crate) fn with_records<T>(
    first: &[(&str, u16, &str)],
    act: impl FnOnce(&[(&str, u16, &str)]) -> T,
) -> T {
    let mut one = reservation();
    one["properties"]["billingScopeId"] = json!("/subscriptions/s");
    one["properties"]["utilization"] = json!({"aggregates": [over(7, 40), over(30, 20)]});
    let list = json!({"value": [one]}).to_string();
    let (one, order) = (one.to_string(), order().to_string());
    let (prices, booked, rates) = (price_list(), transactions(0).to_string(), rates().to_string());
    let records = [
        ("reservationSummaries", 200, r#"{"value":[]}"#),
        ("reservationTransactions", 200, booked.as_str()),
        ("exchangeRates", 200, rates.as_str()),
        ("Prorata/account", 200, ACCOUNT),
        ("priceList", 200, prices.as_str()),
        ("/catalogs", 200, CATALOG),
        ("customerSummaries", 200, r#"{"value":[]}"#),
        ("/reservations/r", 200, one.as_str()),
        ("/reservationOrders/o", 200, order.as_str()),
        ("Microsoft.Capacity/reservations?", 200, list.as_str()),
    ];
    act(&[first, &records].concat())
}

fn page(role: Role) -> impl IntoView {
    provide_frame(role);
    view! {
        <Router>
            <Exchange />
        </Router>
    }
}

pub(crate) fn comparison() -> impl IntoView {
    provide_frame(Role::AdminAgent);
    view! {
        <Router>
            <Comparison />
        </Router>
    }
}

async fn task(query: &str) -> Stage<impl Mountable + use<>> {
    at(&format!("{IDS}{query}")).await
}

async fn at(address: &str) -> Stage<impl Mountable + use<>> {
    i18n::select(Language::English);
    open(address);
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    page
}

const CARRY_OUT: &str = ".carry-out .button.danger";
const QUANTITY: &str = ".exchange-purchase input[type=number]";

#[wasm_bindgen_test]
async fn the_quote_follows_what_is_returned_and_bought() {
    let _answers = answers(&[]);
    let page = task("").await;
    assert_eq!(page.texts("h1"), ["Exchange"]);
    assert_eq!(page.text(".headline .payable"), "€726.03", "the commitment to cover");
    page.click("section:nth-of-type(2) .button-row button").await;
    assert_eq!(page.chosen(".exchange-purchase .field:nth-of-type(3) select"), "Standard_D2s_v5");
    assert_eq!(page.text(".headline .badge"), "Refused");
    assert!(page.text(".ways-out").contains("€126.03 of commitment is missing"));
    let ways = page.texts(".ways-out button");
    assert!(ways.iter().any(|way| way == "Buy 3 × Standard_D2s_v5"), "{ways:?}");
    assert!(ways.iter().any(|way| way == "Standard_D2s_v5 for 3 years"), "{ways:?}");
    assert!(ways.iter().any(|way| way.starts_with("Exchange on ")), "{ways:?}");

    page.click(".ways-out button").await;
    assert!(page.maybe(".ways-out").is_none(), "the way out was taken");
    assert_eq!(page.text(".headline .payable"), "€173.97");
    // The rules by which it says that it was calculated, and no others.
    let rule =
        |of: &str| page.text(&format!("#{}", page.attribute(of, "aria-describedby").unwrap()));
    assert_eq!(
        rule(".headline h2 .explained"),
        "New purchases minus returned value: this must not be negative."
    );
    let bought = rule(".limit-parts .counts .explained");
    assert!(bought.starts_with("A new reservation counts with its price"), "{bought}");
    assert!(!bought.contains("savings plan"), "{bought}");
    assert!(rule(".cash-net .explained").starts_with("On the day of the exchange you pay: "));
    page.type_into(QUANTITY, "0").await;
    assert!(page.text(".exchange-answer.stale").contains("Not current"));
    assert_eq!(page.attribute(CARRY_OUT, "aria-disabled").as_deref(), Some("true"));
}

const SIZE: &str = ".exchange-purchase .field:nth-of-type(3) select";
const TERM: &str = ".exchange-purchase .field:nth-of-type(4) select";
const PLAN: &str = ".exchange-purchase .field:nth-of-type(5) select";

#[wasm_bindgen_test]
async fn another_size_changes_neither_term_nor_plan() {
    let _answers = answers(&[]);
    let page = task("&buy=VirtualMachines~Standard_D2s_v5~westeurope~P3Y~Upfront~1").await;
    assert_eq!(page.chosen(TERM), "P3Y");
    page.choose(SIZE, "Standard_D4s_v5").await;
    assert_eq!(
        (page.chosen(SIZE).as_str(), page.chosen(TERM).as_str()),
        ("Standard_D4s_v5", "P3Y")
    );
    let said = page.text(".exchange-purchase .notice");
    assert!(said.contains("Standard_D4s_v5 is not sold for this term (3 years)"), "{said}");
    assert_eq!(page.texts(".exchange-purchase .notice button"), ["1 year"]);
    assert_eq!(page.attribute(CARRY_OUT, "aria-disabled").as_deref(), Some("true"));
    page.choose(SIZE, "Standard_D2s_v5").await;
    assert_eq!(page.chosen(TERM), "P3Y", "what was chosen is as it was");
    assert!(page.maybe(".exchange-purchase .notice").is_none());

    page.choose(SIZE, "Standard_D4s_v5").await;
    page.click(".exchange-purchase .notice button").await;
    assert_eq!((page.chosen(TERM).as_str(), page.chosen(PLAN).as_str()), ("P1Y", "Upfront"));
    assert!(page.maybe(".exchange-purchase .notice").is_none());
}

#[wasm_bindgen_test]
async fn a_plan_is_not_replaced_where_a_term_is_not_sold_with_it() {
    let _answers = answers(&[]);
    let page = task("&buy=VirtualMachines~Standard_D2s_v5~westeurope~P1Y~Monthly~1").await;
    let ways = page.texts(".ways-out button");
    assert!(!ways.iter().any(|way| way.contains("3 years")), "that would be upfront: {ways:?}");
    page.choose(TERM, "P3Y").await;
    assert_eq!(page.chosen(PLAN), "Monthly");
    let said = page.text(".exchange-purchase .notice");
    assert!(said.contains("is not sold with this billing plan (Monthly)"), "{said}");
}

#[wasm_bindgen_test]
async fn prices_that_came_by_link_are_marked_and_questioned() {
    let _answers = answers(&[]);
    let day = today() - chrono::Days::new(1);
    let bought = "VirtualMachines~Standard_D2s_v5~westeurope~P1Y~Upfront~3~30";
    let page = task(&format!("&buy={bought}&policy=house-rules&date={day}")).await;
    let said = page.text(".remarks");
    for part in [
        "Standard_D2s_v5: the price €30.00 came with the link.",
        "The price list has €300.00. Check this value: it is 90% lower.",
        "“house-rules”",
        "is in the past",
    ] {
        assert!(said.contains(part), "no {part:?} in {said}");
    }
    assert!(page.text(".exchange-price").contains("Came with the link"));
    assert!(page.text(".exchange-price .field-question").contains("it is 90% lower"));
    assert!(page.text(".exchange-day .field-question").contains("is in the past"));
    page.type_into(".exchange-price input", "31").await;
    assert!(page.text(".remarks").contains("€31.00 was entered by hand"));
    page.type_into(QUANTITY, "0").await;
    let copy = "button[aria-label='Copy quote as text']";
    assert_eq!(page.attribute(copy, "aria-disabled").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn a_line_can_be_returned_as_far_as_it_is_unused() {
    let _answers = answers(&[]);
    let page = task("").await;
    assert!(
        page.text(".exchange-unused")
            .contains("40% used over 7 days; not needed for it: 1 of 2 units.")
    );
    page.click(".exchange-unused button").await;
    assert_eq!(page.text(".headline .payable"), "€363.01");
    assert!(page.text(".exchange-verdict").contains("Can be exchanged"));
}

#[wasm_bindgen_test]
async fn the_address_follows_and_a_link_brings_it_all_back() {
    let _answers = answers(&[]);
    let buy =
        "&buy=VirtualMachines~Standard_D4s_v5~westeurope~P1Y~Upfront~2~450.5&policy=azure-2023-10";
    let page = task(buy).await;
    assert_eq!(page.text(".headline .payable"), "€174.97");
    assert!(page.text(".headline").contains("Oct 16, 2023"));
    page.type_into(QUANTITY, "3").await;
    pass(Duration::from_millis(900)).await;
    assert!(query().contains("Upfront~3~450.5"), "{}", query());
    page.click(".exchange-price .button").await;
    assert_eq!(page.text(".headline .payable"), "€1,073.97", "the price of the list again");
}

/// The field for the units that have had their final exchange.
const EXCHANGES_USED: &str = ".exchange-line-units > .field input[type=number]";
const DAY: &str = ".exchange-day input[type=date]";

/// What stands in a field.
fn typed(page: &Stage<impl Mountable>, selector: &str) -> String {
    page.find(selector).unchecked_into::<HtmlInputElement>().value()
}

#[wasm_bindgen_test]
async fn units_that_had_their_final_exchange_are_asked_for_from_the_day_on() {
    let older = older_reservation().to_string();
    let _answers = answers(&[("/reservations/r?", 200, &older)]);
    let terms = "&date=2027-01-31&policy=azure-2026-08";
    let page = task(&format!("{BOUGHT}{terms}")).await;
    assert_eq!(page.text(".headline .badge"), "Allowed");
    assert!(page.maybe(EXCHANGES_USED).is_none(), "it does not count yet");

    page.type_into(DAY, "2027-02-01").await;
    assert!(page.text(".exchange-line-units > .field").contains("From Feb 1, 2027 on"));
    assert_eq!(typed(&page, EXCHANGES_USED), "0");
    assert_eq!(page.text(".headline .badge"), "Allowed");

    page.type_into(EXCHANGES_USED, "3").await;
    let error = page.text(".exchange-line-units > .field .field-error");
    assert!(error.contains("from 0 to 2"), "{error}");
    assert!(page.text(".exchange-answer.stale").contains("Not current"));

    page.type_into(EXCHANGES_USED, "1").await;
    assert_eq!(page.text(".headline .badge"), "Refused");
    assert!(page.text(".exchange-verdict").contains("ExchangeRightUsed"));
    pass(Duration::from_millis(900)).await;
    assert!(query().contains("reservation=o%2Fr%3A%3A%3A1"), "{}", query());

    assert_eq!(page.text(".ways-out button"), "Return only the other unit");
    page.click(".ways-out button").await;
    assert_eq!(page.text(".headline .badge"), "Allowed");
    assert_eq!(typed(&page, ".exchange-line-units .with-shortcut input"), "1");
    assert_eq!(typed(&page, EXCHANGES_USED), "1");

    page.type_into(DAY, "2027-01-31").await;
    assert!(page.maybe(EXCHANGES_USED).is_none());
}

#[wasm_bindgen_test]
async fn a_link_brings_back_the_units_that_had_their_final_exchange() {
    let older = older_reservation().to_string();
    let _answers = answers(&[("/reservations/r?", 200, &older)]);
    let address = format!("?customer=c&reservation=o%2Fr%3A%3A%3A2{BOUGHT}&date=2027-02-01");
    let page = at(&address).await;
    assert_eq!(typed(&page, EXCHANGES_USED), "2");
    assert_eq!(page.text(".headline .badge"), "Allowed", "older rules know no final exchange");
    assert!(page.text(".newest").contains("the only exchange they had left"));
}

#[wasm_bindgen_test]
async fn a_reservation_with_no_exchange_left_is_taken_off_by_the_way_out() {
    let older = older_reservation();
    let mut other = older.clone();
    other["id"] = json!("/providers/Microsoft.Capacity/reservationOrders/o/reservations/other");
    other["properties"]["displayName"] = json!("Mail");
    other["properties"]["quantity"] = json!(1);
    let (older, other) = (older.to_string(), other.to_string());
    let _answers =
        answers(&[("/reservations/r?", 200, &older), ("/reservations/other?", 200, &other)]);
    let lines = "?customer=c&reservation=o%2Fr%3A%3A%3A2&reservation=o%2Fother";
    let page = at(&format!("{lines}{BOUGHT}&date=2027-02-01&policy=azure-2026-08")).await;
    assert!(page.text(".headline").contains("Refused"));
    assert_eq!(page.text(".ways-out button"), "Return only the other unit");
    page.click(".ways-out button").await;
    assert_eq!(page.texts(".exchange-line h3"), ["Mail"]);
    assert_eq!(page.text(".headline .badge"), "Allowed");
}

#[wasm_bindgen_test]
async fn a_suggestion_leaves_units_that_had_their_final_exchange() {
    let mut older = older_reservation();
    older["properties"]["utilization"] = json!({"aggregates": [over(7, 0)]});
    let list = json!({"value": [older]}).to_string();
    let older = older.to_string();
    let _answers = answers(&[
        ("/reservations/r?", 200, &older),
        ("Microsoft.Capacity/reservations?", 200, &list),
    ]);
    let terms = "&date=2027-02-01&policy=azure-2026-08";
    let page = at(&format!("?customer=c&reservation=o%2Fr%3A%3A%3A1{BOUGHT}{terms}")).await;
    page.click(".exchange-purchase details .button-row button").await;
    pass(POLL).await;
    let suggested = page.text(".exchange-suggestion");
    assert!(suggested.contains("Return 1 of 2 units of Web shop"), "{suggested}");
    page.click(".exchange-suggestion button").await;
    assert_eq!(typed(&page, EXCHANGES_USED), "1", "what was said stays");
    assert_eq!(page.text(".headline .badge"), "Allowed");
}

#[wasm_bindgen_test]
async fn a_suggestion_names_how_many_reservations_it_does_not_know() {
    let mut lost = older_reservation();
    lost["id"] = json!("/providers/Microsoft.Capacity/reservationOrders/lost/reservations/lost");
    let list = json!({"value": [older_reservation(), lost]}).to_string();
    let older = older_reservation().to_string();
    let _answers = answers(&[
        ("/reservations/lost?", 500, "{}"),
        ("/reservations/r?", 200, &older),
        ("Microsoft.Capacity/reservations?", 200, &list),
    ]);
    let page = task(BOUGHT).await;
    page.click(".exchange-purchase details input[type=checkbox]").await;
    page.click(".exchange-purchase details .button-row button").await;
    pass(POLL).await;
    let suggested = page.text(".exchange-suggestion");
    assert!(suggested.contains("could not be read and are left out: 1."), "{suggested}");
}

#[wasm_bindgen_test]
async fn a_product_that_cannot_be_traded_in_says_so() {
    let mut blob = reservation();
    blob["properties"]["reservedResourceType"] = json!("BlockBlob");
    let blob = blob.to_string();
    let _answers = answers(&[("/reservations/r?", 200, &blob)]);
    let page = task("&plan=P1Y~0.5").await;
    let trade_in = ".button-row .tip-anchor:nth-of-type(2) button";
    assert_eq!(page.attribute(trade_in, "aria-disabled").as_deref(), Some("true"));
    assert!(page.text(".headline").contains("another product family"));
}

#[wasm_bindgen_test]
async fn databases_are_offered_a_database_plan_of_one_year() {
    let mut database = reservation();
    database["properties"]["reservedResourceType"] = json!("SqlDatabases");
    let database = database.to_string();
    let _answers = answers(&[("/reservations/r?", 200, &database)]);
    let page = task("&policy=azure-2026-08&plan=P1Y~0.5").await;
    assert_eq!(page.text(".exchange-purchase legend"), "Database savings plan");
    assert_eq!(page.text(".exchange-purchase select"), "1 year");
    let trade_in = ".button-row .tip-anchor:nth-of-type(2) button";
    assert_eq!(page.attribute(trade_in, "aria-disabled"), None);
    assert!(page.text(".steps").contains("Self-service trade-in for savings plans"));

    let page = task("&policy=azure-2023-10&plan=P1Y~0.5").await;
    assert_eq!(page.attribute(trade_in, "aria-disabled").as_deref(), Some("true"));
    assert!(page.text(".headline").contains("another product family"));

    let page = task("&policy=azure-2026-08&plan=P3Y~0.5").await;
    assert!(page.text(".exchange-purchase").contains("is sold for one year only"));
}

pub(crate) const BOUGHT: &str = "&buy=VirtualMachines~Standard_D4s_v5~westeurope~P1Y~Upfront~2";

fn quote(net: &str) -> String {
    let price = |text: &str| {
        let amount: serde_json::Value = serde_json::from_str(text).unwrap();
        json!({"currencyCode": "EUR", "amount": amount})
    };
    json!({"status": "Succeeded", "properties": {
        "sessionId": "7a1c7a42-0000-4000-8000-000000000001", "netPayable": price(net),
        "refundsTotal": price("726.03"), "purchasesTotal": price("1200.00"),
        "reservationsToExchange": [{"quantity": 2, "billingRefundAmount": price("726.03"),
            "reservationId": "/providers/Microsoft.Capacity/reservationOrders/o/reservations/r"}]}})
    .to_string()
}

#[wasm_bindgen_test]
async fn a_difference_is_shown_and_nothing_is_exchanged() {
    let theirs = quote("473.96");
    let _answers = answers(&[("calculateExchange", 202, ""), (OPERATION, 200, &theirs)]);
    note_requests();
    let page = task(BOUGHT).await;
    page.click(CARRY_OUT).await;
    pass(POLL).await;
    let shown = page.text(".carry-out .carry-out-progress");
    assert!(shown.contains("€473.97") && shown.contains("€473.96"), "{shown}");
    assert!(page.maybe("dialog[open]").is_none());
    assert!(noted("POST").iter().all(|request| !request.contains("/exchange?")));
}

#[wasm_bindgen_test]
async fn an_exchange_that_agrees_is_confirmed_sent_and_watched_to_its_end() {
    let theirs = quote("473.97");
    let answers = answers(&[("calculateExchange", 202, ""), (OPERATION, 200, &theirs)]);
    let page = task(BOUGHT).await;
    page.click(CARRY_OUT).await;
    pass(POLL).await;
    assert!(page.text("dialog[open]").contains("2 × Standard_D4s_v5"));
    let half = json!({"status": "Failed", "error": {"code": "PurchaseError", "message": "Sold out."},
        "properties": {"reservationsToExchange": [{"quantity": 2, "status": "Succeeded",
            "reservationId": "/providers/Microsoft.Capacity/reservationOrders/o/reservations/r"}],
        "reservationsToPurchase": [{"status": "Failed", "properties": {"sku": {"name": "Standard_D4s_v5"},
            "properties": {"quantity": 2}}}]}})
    .to_string();
    answers.change_to(&[("/exchange?", 202, ""), (OPERATION, 200, &half)]);
    page.click("dialog[open] .button.danger").await;
    pass(POLL).await;
    let shown = page.text(".carry-out .carry-out-progress");
    assert!(shown.contains("Half done") && shown.contains("PurchaseError Sold out."), "{shown}");
    assert!(shown.contains("Web shop") && shown.contains("2 × Standard_D4s_v5"), "{shown}");
    assert_eq!(storage::get("exchange.o.r"), None, "it is over and forgotten");
}

#[wasm_bindgen_test]
async fn an_exchange_that_is_not_confirmed_is_not_sent() {
    let theirs = quote("473.97");
    let _answers = answers(&[("calculateExchange", 202, ""), (OPERATION, 200, &theirs)]);
    note_requests();
    let page = task(BOUGHT).await;
    page.click(CARRY_OUT).await;
    pass(POLL).await;
    let asked = page.text("dialog[open]");
    assert!(asked.contains("€473.97") && asked.contains("2 × Standard_D4s_v5"), "{asked}");
    page.click("dialog[open] .button:not(.danger)").await;
    assert!(page.maybe("dialog[open]").is_none());
    assert!(noted("POST").iter().all(|request| !request.contains("/exchange?")));
    assert_ne!(
        page.attribute(CARRY_OUT, "aria-disabled").as_deref(),
        Some("true"),
        "it can be asked again"
    );
}

#[wasm_bindgen_test]
async fn an_exchange_under_way_is_watched_again_after_a_reload() {
    let pending = PendingExchange { operation: OPERATION.into(), wait: Some(0) };
    storage::set("exchange.o.r", &azure::to_string(&pending));
    let pending = r#"{"status":"PendingPurchases"}"#;
    let _answers = answers(&[(OPERATION, 200, pending)]);
    let page = task(BOUGHT).await;
    pass(POLL).await;
    assert!(page.text(".under-way + .exchange-task").contains("What is bought"), "at the top");
    assert!(page.text(".under-way").contains("Step 2 of 2"));
    assert_eq!(page.text(".carry-out .carry-out-progress"), "", "and nowhere else");
    assert_eq!(page.attribute(CARRY_OUT, "aria-disabled").as_deref(), Some("true"));
    storage::remove("exchange.o.r");
}

#[wasm_bindgen_test]
async fn what_is_under_way_is_in_sight_although_the_page_was_further_down() {
    let pending = PendingExchange { operation: OPERATION.into(), wait: Some(0) };
    storage::set("exchange.o.r", &azure::to_string(&pending));
    let _answers = answers(&[(OPERATION, 200, r#"{"status":"PendingPurchases"}"#)]);
    let window = web_sys::window().unwrap();
    let history = window.history().unwrap();
    i18n::select(Language::English);
    open(&format!("{IDS}{BOUGHT}"));
    history.replace_state(&JsValue::from_f64(300.0), "").unwrap();
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    pass(POLL).await;
    let top = page.find(".under-way").get_bounding_client_rect().top();
    // Scrolling is in whole pixels.
    assert!((-1.0..300.0).contains(&top), "at {top}, and the page at {:?}", window.scroll_y());
    storage::remove("exchange.o.r");
    history.replace_state(&JsValue::NULL, "").unwrap();
    window.scroll_to_with_x_and_y(0.0, 0.0);
}

#[wasm_bindgen_test]
async fn an_exchange_whose_answer_is_lost_is_found_by_its_id() {
    let theirs = quote("473.97");
    let answers = answers(&[("calculateExchange", 202, ""), (OPERATION, 200, &theirs)]);
    let page = task(BOUGHT).await;
    page.click(CARRY_OUT).await;
    pass(POLL).await;
    let told = json!({"id": "x", "method": "POST", "path": "/", "at": "2026-01-01T00:00:00Z",
        "status": 202, "operation": OPERATION})
    .to_string();
    let pending = r#"{"status":"PendingRefunds"}"#;
    answers.change_to(&[
        ("/exchange?", NO_CONNECTION, ""),
        ("/providers/Prorata/requests/", 200, &told),
        (OPERATION, 200, pending),
    ]);
    page.click("dialog[open] .button.danger").await;
    let shown = page.text(".carry-out .carry-out-progress");
    assert!(shown.contains("We don't know yet whether it was accepted"), "{shown}");
    pass(Duration::from_millis(700)).await;
    let shown = page.text(".carry-out .carry-out-progress");
    assert!(shown.contains("The exchange was accepted"), "{shown}");
    let reason = page.text(".carry-out .reason");
    assert_eq!(reason, "An exchange is in progress.");
    storage::remove("exchange.o.r");
}

#[wasm_bindgen_test]
async fn units_that_are_gone_are_not_exchanged() {
    let answers = answers(&[]);
    let page = task(BOUGHT).await;
    let mut left = reservation();
    left["properties"]["quantity"] = 1.into();
    let left = left.to_string();
    answers.change_to(&[("/reservations/r?", 200, &left), ("calculateExchange", 202, "")]);
    note_requests();
    page.click(CARRY_OUT).await;
    settle().await;
    let shown = page.text(".carry-out .carry-out-progress");
    assert!(shown.contains("Web shop: Only 1 unit is left"), "{shown}");
    assert!(noted("POST").is_empty());
}

#[wasm_bindgen_test]
async fn who_may_not_exchange_sees_why() {
    let _answers = answers(&[]);
    i18n::select(Language::English);
    open(&format!("{IDS}{BOUGHT}"));
    let page = stage(|| page(Role::Guest)).await;
    settle().await;
    assert_eq!(page.attribute(CARRY_OUT, "aria-disabled").as_deref(), Some("true"));
    assert_eq!(page.text(".headline .payable"), "€473.97", "but may calculate");
}

#[wasm_bindgen_test]
async fn a_reservation_that_cannot_be_read_offers_to_try_again() {
    let error = r#"{"error":{"code":"InternalServerError","message":"Broken."}}"#;
    let answers = answers(&[("/reservations/r?", 500, error)]);
    let page = task("").await;
    assert!(page.text(".exchange-line").contains("InternalServerError"));
    with_records(&[], |table| answers.change_to(table));
    page.click(".exchange-line .notice-actions button").await;
    assert_eq!(page.text(".headline .payable"), "€726.03");
}

#[wasm_bindgen_test]
async fn the_options_stand_side_by_side_with_a_reason() {
    let _answers = answers(&[]);
    i18n::select(Language::English);
    let three_years = "&buy=VirtualMachines~Standard_D2s_v5~westeurope~P3Y~Upfront~1";
    open(&format!("{IDS}{three_years}&policy=partner-center-2020-08"));
    let page = stage(comparison).await;
    settle().await;
    let options = page.texts(".comparison tbody th");
    let unneeded = "Return only what isn't needed";
    assert_eq!(options, ["Keep", "Refund", unneeded, "Exchange", "Trade-in"]);
    let explained = page.texts(".comparison thead .explained");
    assert_eq!(explained.len(), 6, "below the table stands what the break-even is: {explained:?}");
    let fee = page.attributes(".comparison thead .explained", "aria-describedby").swap_remove(2);
    let fee = page.text(&format!("#{fee}"));
    assert!(fee.starts_with("The early termination fee is the credit times the fee rate"), "{fee}");
    // 20 % are used, and keeping needs 88 % unless a used hour is worth more than it costs reserved.
    assert_eq!(page.text(".comparison-choice"), "No recommendation");
    let either_way = page.texts(".either-way li");
    assert_eq!(
        either_way[..3],
        [
            "Keep: no worse than a refund if a reserved hour saves at least 77.28%.",
            "Refund: better if it saves less.",
            "Return only what isn't needed: no worse than a refund if a reserved hour saves at least 54.56%.",
        ]
    );
    assert!(either_way[3].starts_with("Exchange: no worse than a refund if"), "{either_way:?}");
    let saving = ".comparison-assumptions input";
    page.type_into(saving, "5").await;
    assert_eq!(page.text(".comparison-choice"), "Refund");
    // The refund's fee of 87.12 would count toward the exchange, of which enough would be used.
    page.type_into(saving, "50").await;
    assert_eq!(page.text(".comparison-choice"), "Exchange");
    assert_eq!(page.text("tr.advised th"), "Exchange");
    let anew = page.text(".comparison-advice");
    assert!(anew.contains("€750.00 is then committed until"), "{anew}");
    assert!(anew.contains("At least 44.2% of it must be used"), "{anew}");
    let refund = page.text(".comparison tbody tr:nth-of-type(2)");
    assert!(refund.contains("€87.12") && refund.contains("you get €638.91"), "{refund}");

    page.type_into("details .comparison-assumptions input", "100").await;
    assert_eq!(page.text(".comparison-choice"), "Keep");
    assert!(page.text(OF_UNNEEDED).contains("All units are needed."));
    page.type_into("details .comparison-assumptions input", "-1").await;
    assert!(page.text(".comparison").contains("Utilization of these units: "));
}

/// The row of what is not needed.
const OF_UNNEEDED: &str = ".comparison tbody tr:nth-of-type(3)";

/// The comparison of a reservation, and nothing else in the address.
pub(crate) async fn compared() -> Stage<impl Mountable + use<>> {
    compared_with("").await
}

/// The same with more in the address.
async fn compared_with(more: &str) -> Stage<impl Mountable + use<>> {
    i18n::select(Language::English);
    open(&format!("{IDS}&policy=partner-center-2020-08{more}"));
    let page = stage(comparison).await;
    settle().await;
    // The catalogue is asked for once the records have come.
    settle().await;
    page
}

#[wasm_bindgen_test]
async fn a_comparison_is_whole_with_nothing_chosen() {
    let _answers = answers(&[]);
    let page = compared().await;
    assert!(page.text("h2").contains("One question first"));
    let row = |place: u32| page.text(&format!(".comparison tbody tr:nth-of-type({place})"));
    let link = |place: u32| {
        let link = format!(".comparison tbody tr:nth-of-type({place}) a");
        page.attribute(&link, "href").unwrap_or_default()
    };
    assert!(link(2).contains("/reservation/refund?") && link(2).contains("units=2"), "{}", link(2));
    // 20 % of two units are used: one of them is enough.
    assert!(row(3).contains("1 of 2 units: not needed for the average utilization"), "{}", row(3));
    assert!(link(3).contains("units=1") && row(3).contains("you get €319."), "{}", row(3));
    // 726.03 are left: one for three years is 750.00, three for one year are 900.00.
    assert!(row(4).contains("1 × Standard_D2s_v5") && row(4).contains("3 years"), "{}", row(4));
    assert!(
        row(4).contains("Assumed: the cheapest") && row(4).contains("price list"),
        "{}",
        row(4)
    );
    assert!(
        link(4).contains("/exchange?") && link(4).contains("buy=") && !link(4).contains("plan=")
    );
    assert!(row(5).contains("€0.03 an hour") && row(5).contains("€788.40"), "{}", row(5));
    assert!(link(5).contains("plan=P3Y~0.03") && !link(5).contains("buy="), "{}", link(5));

    page.click(".comparison tbody tr:nth-of-type(4) button").await;
    assert_eq!(typed(&page, QUANTITY), "1");
    page.type_into(QUANTITY, "2").await;
    assert!(row(4).contains("2 × Standard_D2s_v5") && !row(4).contains("Assumed"), "{}", row(4));
    assert!(row(4).contains("€1,500.00"), "{}", row(4));
}

#[wasm_bindgen_test]
async fn where_nothing_was_measured_it_is_asked_how_many_units_are_needed() {
    let plain = reservation().to_string();
    let _answers = answers(&[("/reservations/r", 200, &plain)]);
    let page = compared().await;
    assert!(page.text(".comparison-assumptions").contains("Units still needed"));
    assert!(page.text(OF_UNNEEDED).contains("It isn't known how many units are needed."));
    assert_eq!(page.text(".comparison-choice"), "No recommendation");
    page.type_into(".comparison-assumptions input", "1").await;
    let row = page.text(OF_UNNEEDED);
    assert!(row.contains("1 of 2 units: not needed according to your assumption"), "{row}");
    assert_eq!(page.text(".comparison-choice"), "Return only what isn't needed");
    pass(Duration::from_millis(900)).await;
    assert!(query().contains("needed=1"), "{}", query());
    page.type_into(".comparison-assumptions input", "3").await;
    assert!(page.text(".comparison").contains("Units still needed: "));
}

/// The field of the first question.
const FIRST: &str = ".comparison-assumptions input";

#[wasm_bindgen_test]
async fn how_many_units_are_needed_can_be_corrected_when_fewer_are_returned() {
    let plain = reservation().to_string();
    let _answers = answers(&[("/reservations/r", 200, &plain)]);
    let page = compared().await;
    page.type_into(FIRST, "2").await;
    assert!(page.text(OF_UNNEEDED).contains("All units are needed."));
    page.type_into(".exchange-line input[type=number]", "1").await;
    assert!(page.text(".comparison").contains("Units still needed: "), "two of one");
    assert!(page.text(".comparison-assumptions").contains("Units still needed"));
    assert_eq!(typed(&page, FIRST), "2");
    page.type_into(FIRST, "0").await;
    assert!(page.text(OF_UNNEEDED).contains("None of the units"), "{}", page.text(OF_UNNEEDED));
}

#[wasm_bindgen_test]
async fn how_many_units_are_needed_by_a_link_stands_in_its_field() {
    let _answers = answers(&[]);
    let page = compared_with("&needed=1").await;
    assert_eq!(typed(&page, FIRST), "1");
    let said = || page.text(".comparison");
    assert!(said().contains("Empty: by the utilization of 20% measured"), "{}", said());
    assert!(said().contains("the units still needed count as fully used"), "{}", said());
    assert!(!said().contains("Empty: 20%"), "{}", said());
    assert!(page.text(OF_UNNEEDED).contains("according to your assumption"));
    page.type_into(FIRST, "").await;
    assert!(page.text(".comparison-assumptions").contains("Units still needed"), "it stays");
    assert!(said().contains("Empty: 20%"), "{}", said());
    assert!(page.text(OF_UNNEEDED).contains("average utilization"), "{}", page.text(OF_UNNEEDED));
}

pub(crate) fn letter() -> impl IntoView {
    provide_frame(Role::AdminAgent);
    view! {
        <Router>
            <ExchangeLetter />
        </Router>
    }
}

#[wasm_bindgen_test]
async fn an_exchange_has_a_letter_in_any_language() {
    let head = r#"{"name":"Larkfield Cloud","address":[],"contact":"","etag":"e1"}"#;
    let _answers = answers(&[("GET Prorata/letterhead", 200, head)]);
    i18n::select(Language::English);
    let three = "&buy=VirtualMachines~Standard_D2s_v5~westeurope~P1Y~Upfront~3";
    open(&format!("{IDS}{three}&language=de&ids=yes"));
    let page = stage(letter).await;
    settle().await;
    settle().await;
    assert_eq!(page.attribute(".letter", "lang").as_deref(), Some("de"));
    let said = page.text(".letter");
    for part in [
        "Larkfield Cloud",
        "Umtausch Ihrer Azure-Reservierungen",
        "Web shop",
        "726,03",
        "Standard_D2s_v5",
    ] {
        assert!(said.contains(part), "no {part:?} in {said}");
    }
    // 900.00 are due and 726.03 credited.
    assert!(page.text(".letter-amounts .total").contains("173,97"));
    assert_eq!(page.texts("h1"), ["Letter to the customer"], "the page is in its own language");
    assert!(
        page.maybe("form[aria-label='What the letter says'] input[inputmode=decimal]").is_none()
    );

    drop(page);
    open(&format!("{IDS}&buy=VirtualMachines~Standard_D2s_v5~westeurope~P1Y~Upfront~1"));
    let refused = stage(letter).await;
    settle().await;
    settle().await;
    assert!(refused.text(".letter-task").contains("because the exchange is refused"));
    assert!(refused.maybe(".letter").is_none());
}

#[wasm_bindgen_test]
async fn a_day_that_a_way_out_names_is_chosen() {
    let _answers = answers(&[]);
    let page = task("&buy=VirtualMachines~Standard_D2s_v5~westeurope~P1Y~Upfront~2").await;
    let _clock = ClockAhead::by(DAY_MS);
    look_again().await;
    assert!(page.text(".exchange-form").contains("A new day has begun"));
    let ways = page.all(".ways-out button");
    let later = ways
        .into_iter()
        .find(|way| way.text_content().is_some_and(|words| words.starts_with("Exchange on ")));
    later.unwrap().unchecked_into::<HtmlElement>().click();
    settle().await;
    assert!(page.value(DAY) > today().to_string(), "{}", page.value(DAY));
    assert!(!page.text(".exchange-form").contains("A new day has begun"));
}

#[wasm_bindgen_test]
async fn a_task_without_a_reservation_is_called_by_its_own_name() {
    let _answers = answers(&[]);
    i18n::select(Language::English);
    for address in ["", "?customer=c"] {
        let exchange = at(address).await;
        assert_eq!(exchange.text("h1"), "Exchange", "{address}");
        let page = stage(comparison).await;
        assert_eq!(page.text("h1"), "Comparison", "{address}");
        assert!(page.text(".notice").contains("names no reservation"), "{address}");
    }
}

#[wasm_bindgen_test]
async fn a_reservation_bought_today_offers_no_unused_units() {
    let mut new = reservation();
    new["properties"]["purchaseDate"] = json!(today());
    new["properties"]["utilization"] = json!({"aggregates": [over(7, 0), over(30, 0)]});
    let new = new.to_string();
    let _answers = answers(&[("/reservations/r?", 200, &new)]);
    let page = task("").await;
    assert!(page.maybe(".exchange-unused").is_none());
    assert!(page.text(".exchange-line").contains("there is no whole day of use yet"));
}

#[wasm_bindgen_test]
async fn an_exchange_that_is_left_in_the_middle_asks_for_nothing_more() {
    let theirs = quote("473.97");
    let _answers = answers(&[("calculateExchange", 202, ""), (OPERATION, 200, &theirs)]);
    let acts: [Act; 2] = [
        |page| click_in(page, CARRY_OUT),
        |page| click_in(page, ".exchange-purchase details .button-row button"),
    ];
    let address = || open(&format!("{IDS}{BOUGHT}"));
    leave_in_the_middle(address, || view! { <Exchange /> }.into_any(), &acts).await;
    leave_in_the_middle(address, || view! { <Comparison /> }.into_any(), &[]).await;
}
