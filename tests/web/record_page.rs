use crate::answers::{Answers, note_requests, noted, open};
use crate::stage::{document, pass, provide_frame, settle, stage};
use leptos::prelude::*;
use prorata::api::{Role, Session};
use prorata::i18n;
use prorata::reservation::Overview;
use prorata::router::Router;
use prorata::ui::RouteAnnouncer;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

const RECORD: &str = r#"{"id":"/providers/Microsoft.Capacity/reservationOrders/o/reservations/r",
    "location":"westeurope","sku":{"name":"Standard_D2s_v5"},"properties":{
    "displayName":"Web shop","provisioningState":"Succeeded","term":"P1Y","billingPlan":"Upfront",
    "purchaseDate":"2026-01-31","expiryDate":"2027-01-31","quantity":2,
    "reservedResourceType":"VirtualMachines","appliedScopeType":"Shared",
    "utilization":{"trend":"UP","aggregates":[{"grain":7,"value":62.5}]}}}"#;

const ORDER: &str = r#"{"properties":{"originalQuantity":2,"planInformation":{
    "pricingCurrencyTotal":{"amount":1000,"currencyCode":"EUR"},
    "transactions":[{"dueDate":"2026-01-31","paymentDate":"2026-01-31","status":"Succeeded",
    "billingCurrencyTotal":{"amount":1000,"currencyCode":"EUR"}}]}}}"#;

const DAILY: &str = r#"{"value":[{"properties":{"usageDate":"2026-01-31T00:00:00Z",
    "avgUtilizationPercentage":50}}]}"#;

const BROKEN: &str = r#"{"error":{"code":"InternalServerError","message":"It broke."}}"#;

/// After this the page looks again at a record in motion, when the service names no time.
const PAUSE: Duration = Duration::from_millis(5_200);

fn page(role: Role) -> impl IntoView {
    provide_frame(role);
    view! {
        <RouteAnnouncer />
        <Router>
            <Overview />
        </Router>
    }
}

const IDS: &str = "?customer=c&order=o&reservation=r";

#[wasm_bindgen_test]
async fn the_overview_shows_what_the_records_say() {
    i18n::select(i18n::Language::English);
    let _answers = Answers::with(&[
        ("reservationSummaries", 200, DAILY),
        ("/reservations/r", 200, RECORD),
        ("/reservationOrders/o", 200, ORDER),
    ]);
    open(IDS);
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    assert_eq!(page.text("h1"), "Web shop");
    assert_eq!(document().title(), "Web shop · Prorata");
    let parts = page.texts("h2");
    let expected = ["Details", "Support requests", "Utilization", "Price", "Payment schedule"];
    assert_eq!(parts, expected);
    assert_eq!(page.texts(".side-nav a").len(), 5);
    assert_eq!(page.text(".side-nav [aria-current=page]"), "Overview");
    assert_eq!(page.text(".averages dd"), "62.5%");
    assert_eq!(page.texts(".money")[0], "€500.00");
    assert_eq!(page.texts(".table tbody tr").len(), 1);
    assert!(page.attribute(".heading-actions a", "href").unwrap().contains("/refund?customer=c"));
    assert!(page.maybe("[role=alert]").is_none());
}

#[wasm_bindgen_test]
async fn a_chart_that_does_not_come_leaves_the_record_alone() {
    i18n::select(i18n::Language::English);
    let answers = Answers::with(&[
        ("reservationSummaries", 500, BROKEN),
        ("/reservations/r", 200, RECORD),
        ("/reservationOrders/o", 200, ORDER),
    ]);
    open(IDS);
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    assert_eq!(page.text("h1"), "Web shop");
    assert_eq!(page.texts("[role=alert]").len(), 1);
    assert!(page.text("[role=alert]").contains("It broke."));
    assert_eq!(page.texts(".money")[0], "€500.00");

    answers.change_to(&[("reservationSummaries", 200, r#"{"value":[]}"#)]);
    page.click("[role=alert] .notice-actions button").await;
    settle().await;
    assert!(page.maybe("[role=alert]").is_none(), "asking again helped");
}

/// Requests about the reservation and about others, open and not.
const TICKETS: &str = r#"{"value":[
    {"name":"a","properties":{"title":"Refund missing","status":"Open","technicalTicketDetails":
        {"resourceId":"/providers/Microsoft.Capacity/reservationOrders/O/reservations/R"}}},
    {"name":"b","properties":{"title":"Long ago","status":"Closed","technicalTicketDetails":
        {"resourceId":"/providers/Microsoft.Capacity/reservationOrders/o/reservations/r"}}},
    {"name":"c","properties":{"title":"Another one","status":"Open","technicalTicketDetails":
        {"resourceId":"/providers/Microsoft.Capacity/reservationOrders/o/reservations/other"}}},
    {"name":"d","properties":{"title":"On its way","status":"Updating","technicalTicketDetails":
        {"resourceId":"/providers/Microsoft.Capacity/reservationOrders/o/reservations/r"}}}]}"#;

#[wasm_bindgen_test]
async fn open_requests_to_support_are_counted_and_linked() {
    i18n::select(i18n::Language::English);
    let _answers =
        Answers::with(&[("supportTickets", 200, TICKETS), ("/reservations/r", 200, RECORD)]);
    open(IDS);
    note_requests();
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    assert_eq!(page.text(".open-requests p"), "2 open requests");
    assert_eq!(page.texts(".open-requests a"), ["Refund missing", "On its way"]);
    let address = page.attribute(".open-requests a", "href").unwrap();
    assert!(address.contains("customer=c") && address.contains("ticket=a"), "{address}");
    let asked = noted("GET");
    let asked = asked.iter().filter(|request| request.contains("supportTickets"));
    assert_eq!(asked.count(), 1);
}

#[wasm_bindgen_test]
async fn requests_that_do_not_come_leave_the_record_alone_and_can_be_asked_for_again() {
    i18n::select(i18n::Language::English);
    let broken = [("supportTickets", 500, BROKEN), ("/reservations/r", 200, RECORD)];
    let answers = Answers::with(&broken);
    open(IDS);
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    assert!(page.text(".open-requests").contains("couldn't be read"));
    assert!(page.maybe(".open-requests [role=alert]").is_none(), "quietly");
    let none = [("supportTickets", 200, r#"{"value":[]}"#), ("/reservations/r", 200, RECORD)];
    answers.change_to(&none);
    page.click(".open-requests button").await;
    settle().await;
    assert_eq!(page.text(".open-requests"), "No open requests");
}

#[wasm_bindgen_test]
async fn without_rights_the_refund_keeps_its_place_and_says_why() {
    i18n::select(i18n::Language::English);
    let _answers = Answers::with(&[("/reservations/r", 200, RECORD)]);
    open(IDS);
    let page = stage(|| page(Role::Guest)).await;
    settle().await;
    assert_eq!(page.texts(".heading-actions a"), ["Refund", "Exchange", "Activity"]);
    assert_eq!(page.attribute(".heading-actions a", "aria-disabled").as_deref(), Some("true"));
    assert_eq!(page.attribute(".heading-actions a", "href"), None);
    assert!(page.text(".heading-actions .tip").starts_with("Your role can't do this"));
    Session::restore().select_role(Role::AdminAgent);
}

#[wasm_bindgen_test]
async fn a_reservation_that_does_not_exist_is_not_an_error_of_the_page() {
    i18n::select(i18n::Language::English);
    let _answers = Answers::with(&[]);
    open(IDS);
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    assert_eq!(page.text("h1"), "Reservation not found");
    assert!(page.maybe("[role=alert]").is_none());
    assert!(page.attribute("main a, .stack a", "href").unwrap().ends_with("customer?customer=c"));

    open("");
    drop(page);
    let page = stage(|| self::page(Role::AdminAgent)).await;
    assert_eq!(page.text("h1"), "Reservation not found");
}

#[wasm_bindgen_test]
async fn a_policy_error_inside_a_200_is_no_record() {
    i18n::select(i18n::Language::English);
    let body = r#"{"properties":{"policyResult":{"properties":{"policyErrors":[
        {"code":"NotNow","message":"Not today."}]}}}}"#;
    let _answers = Answers::with(&[("/reservations/r", 200, body)]);
    open(IDS);
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    assert_eq!(page.text("h1"), "Azure reservation");
    assert!(page.text("[role=alert]").contains("Not today."));
    assert!(page.maybe(".part").is_none());
}

#[wasm_bindgen_test]
async fn the_record_of_a_customer_outside_csp_says_so_on_every_entry() {
    i18n::select(i18n::Language::English);
    let summaries = r#"{"value":[{"customerId":"c","displayName":"Tern","domain":"tern.example",
        "agreementType":"EA","reservationCount":1,"soonestExpiry":null,"limitUsedUsd":"0",
        "limitUsd":"50000"}]}"#;
    let _answers =
        Answers::with(&[("customerSummaries", 200, summaries), ("/reservations/r", 200, RECORD)]);
    open(IDS);
    let page = stage(|| page(Role::AdminAgent)).await;
    assert!(page.text(".notice").contains("bought under another agreement (Enterprise Agreement)"));
    assert_eq!(page.texts(".notice .article").len(), 1);
    assert!(page.attribute(".heading-actions a", "href").is_some(), "a quote is possible");
}

#[wasm_bindgen_test]
async fn a_record_in_motion_is_followed_until_it_rests() {
    i18n::select(i18n::Language::English);
    let pending = RECORD.replace("Succeeded", "Pending");
    let answers = Answers::with(&[("/reservations/r", 200, &pending)]);
    open(IDS);
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    let state = ".details .badge";
    assert_eq!(page.text(state), "Pending");
    assert_eq!(page.attribute(".heading-actions a", "aria-disabled").as_deref(), Some("true"));
    let link = page.find(".side-nav a:not([aria-current])");
    link.clone().unchecked_into::<HtmlElement>().focus().unwrap();

    answers.change_to(&[("/reservations/r", 200, RECORD)]);
    note_requests();
    pass(PAUSE).await;
    assert_eq!(page.text(state), "Succeeded");
    assert!(page.attribute(".heading-actions a", "href").is_some(), "what is possible follows");
    let said = page.text("[role=status][aria-atomic]");
    assert_eq!(said, "Web shop has changed. State: Succeeded");
    assert!(document().active_element() == Some(link), "the focus stays where it was");
    assert_eq!(reads().len(), 1);

    pass(PAUSE).await;
    assert_eq!(reads().len(), 1, "what rests is left alone");
}

#[wasm_bindgen_test]
async fn a_record_in_motion_is_not_followed_from_elsewhere() {
    i18n::select(i18n::Language::English);
    let pending = RECORD.replace("Succeeded", "Pending");
    let _answers = Answers::with(&[("/reservations/r", 200, &pending)]);
    open(IDS);
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    assert_eq!(page.text(".details .badge"), "Pending");
    drop(page);
    note_requests();
    pass(PAUSE).await;
    assert_eq!(reads(), Vec::<String>::new());
}

/// How often the record was read since requests are noted.
fn reads() -> Vec<String> {
    noted("GET").into_iter().filter(|it| it.contains("/reservations/r?")).collect()
}

#[wasm_bindgen_test]
async fn a_reservation_bought_today_has_no_whole_day_of_use_instead_of_none() {
    i18n::select(i18n::Language::English);
    let new = RECORD
        .replace("2026-01-31", &prorata::platform::clock::today().to_string())
        .replace("62.5", "0");
    let _answers = Answers::with(&[("/reservations/r", 200, &new)]);
    open(IDS);
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    let words = page.text(".record-content");
    assert!(words.contains("Bought today: there is no whole day of use yet."), "{words}");
    assert!(page.maybe(".averages").is_none());
}
