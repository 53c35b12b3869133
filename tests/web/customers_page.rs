//! The customer list and a customer's page, with the service's answers from a table.

use crate::answers::{Answers, SILENCE, note_requests, noted, open, query};
use crate::stage::{pass, provide_frame, settle, stage};
use leptos::prelude::*;
use prorata::api::{Elsewhere, Role, hold_while};
use prorata::customers::{Customer, Customers};
use prorata::i18n::{self, Language};
use prorata::router::Router;
use serde_json::json;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlSelectElement};

const SUMMARIES: &str = r#"{"value":[
    {"customerId":"c","displayName":"Cedar","domain":"cedar.example","agreementType":"CSP",
     "reservationCount":3,"soonestExpiry":"2030-01-31","limitUsedUsd":"12345.00","limitUsd":"50000.00"},
    {"customerId":"a","displayName":"Ash","domain":"ash.example","agreementType":"MCA",
     "reservationCount":0,"soonestExpiry":null,"limitUsedUsd":"0.00","limitUsd":"50000.00"}]}"#;

const NOTHING: &str = r#"{"value":[]}"#;

const BROKEN: &str = r#"{"error":{"code":"InternalServerError","message":"It broke."}}"#;

fn reservation(name: &str, state: &str, expiry: &str) -> serde_json::Value {
    let id = format!("/providers/Microsoft.Capacity/reservationOrders/o/reservations/{name}");
    json!({ "id": id, "location": "westeurope", "properties": {
        "displayName": name, "provisioningState": state, "expiryDate": expiry, "quantity": 2 } })
}

fn reservations() -> String {
    let value = [
        reservation("Web", "Succeeded", "2031-01-31"),
        reservation("Old", "Expired", "2020-01-31"),
        reservation("Api", "Succeeded", "2030-01-31"),
    ];
    json!({ "value": value }).to_string()
}

fn provide(role: Role) {
    i18n::select(Language::English);
    provide_frame(role);
}

fn list() -> impl IntoView {
    provide(Role::AdminAgent);
    view! {
        <Router>
            <Customers />
        </Router>
    }
}

fn page(role: Role) -> impl IntoView {
    provide(role);
    view! {
        <Router>
            <Customer />
        </Router>
    }
}

/// Longer than the pause after which a search is written into the address.
async fn pause() {
    pass(Duration::from_millis(400)).await;
}

#[wasm_bindgen_test]
async fn the_customers_are_listed_with_what_matters_about_them() {
    let _answers = Answers::with(&[("customerSummaries", 200, SUMMARIES)]);
    open("");
    let page = stage(list).await;
    settle().await;
    assert_eq!(page.texts("tbody th a"), ["Ash", "Cedar"]);
    assert_eq!(page.text(".count"), "2 of 2 customers");
    let ash = page.text("tbody tr:nth-child(1)");
    assert!(ash.contains("Not in CSP") && ash.contains("Microsoft Customer Agreement"), "{ash}");
    assert!(ash.contains("None running"), "{ash}");
    let meter = page.attribute("tbody tr:nth-child(2) [role=meter]", "aria-valuetext").unwrap();
    assert!(meter.contains("12,345.00") && meter.contains("50,000.00"), "{meter}");
    let address = page.attribute("tbody tr:nth-child(2) a", "href").unwrap();
    assert!(address.ends_with("/customer?customer=c"), "{address}");
}

#[wasm_bindgen_test]
async fn search_and_order_take_effect_at_once_and_stand_in_the_address() {
    let _answers = Answers::with(&[("customerSummaries", 200, SUMMARIES)]);
    open("?sort=-name");
    let page = stage(list).await;
    settle().await;
    assert_eq!(page.texts("tbody th a"), ["Cedar", "Ash"]);
    assert_eq!(page.attribute("th:nth-child(1)", "aria-sort").as_deref(), Some("descending"));

    page.type_into("input[type=search]", "CEDAR exa").await;
    assert_eq!(page.texts("tbody th a"), ["Cedar"]);
    assert_eq!(page.text(".count"), "1 of 2 customers");
    pause().await;
    assert_eq!(query(), "?sort=-name&search=CEDAR%20exa");

    page.type_into("input[type=search]", "nobody").await;
    assert!(page.maybe("table").is_none());
    assert_eq!(page.text(".count"), "0 of 2 customers");
    page.click(".notice button").await;
    assert_eq!(page.texts("tbody th a"), ["Cedar", "Ash"]);
    pause().await;
    assert_eq!(query(), "?sort=-name");
}

#[wasm_bindgen_test]
async fn a_failure_can_be_tried_again_and_keeps_the_search() {
    let answers = Answers::with(&[("customerSummaries", 500, BROKEN)]);
    open("?search=ash");
    let page = stage(list).await;
    settle().await;
    assert!(page.text("[role=alert]").contains("Something went wrong"));
    assert!(page.text("[role=alert]").contains("It broke."));
    answers.change_to(&[("customerSummaries", 200, SUMMARIES)]);
    page.click(".notice-actions button").await;
    settle().await;
    assert_eq!(page.texts("tbody th a"), ["Ash"]);
}

#[wasm_bindgen_test]
async fn who_has_no_customers_can_load_the_demonstration() {
    let answers = Answers::with(&[("customerSummaries", 200, NOTHING), ("reset", 403, "{}")]);
    open("");
    let page = stage(list).await;
    settle().await;
    assert_eq!(page.text(".nothing-yet h2"), "There are no customers yet");
    page.click(".nothing-yet button").await;
    settle().await;
    assert!(page.text("[role=alert]").contains("Your role has no access to this"));
    answers.change_to(&[("customerSummaries", 200, SUMMARIES), ("reset", 204, "")]);
    page.click(".nothing-yet button").await;
    settle().await;
    assert_eq!(page.texts("tbody th a"), ["Ash", "Cedar"]);
}

#[wasm_bindgen_test]
async fn a_customer_shows_their_reservations_and_what_can_be_done() {
    let reservations = reservations();
    let _answers = Answers::with(&[
        ("customerSummaries", 200, SUMMARIES),
        ("Microsoft.Capacity/reservations", 200, &reservations),
    ]);
    open("?customer=c&sort=expiry&ended=1");
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    assert_eq!(page.text("h1"), "Cedar");
    assert_eq!(page.text("dd code"), "c");
    assert_eq!(page.texts("tbody th"), ["Old", "Api", "Web"]);
    assert_eq!(page.attribute("th:nth-child(6)", "aria-sort").as_deref(), Some("ascending"));

    let link = |row: u32, place: u32| {
        format!("tbody tr:nth-child({row}) .actions > :nth-child({place}) a")
    };
    assert_eq!(page.attribute(&link(2, 1), "aria-label").as_deref(), Some("Manage: Api"));
    let refund = page.attribute(&link(2, 2), "href").unwrap();
    assert!(refund.ends_with("/reservation/refund?customer=c&order=o&reservation=Api"), "{refund}");
    assert_eq!(page.attribute(&link(1, 2), "aria-disabled").as_deref(), Some("true"));
    assert_eq!(page.attribute(&link(1, 2), "href"), None);
    let reason = page.attribute(&link(1, 2), "aria-describedby").unwrap();
    assert!(page.text(&format!("#{reason}")).contains("Expired"));
    assert_eq!(page.attribute(&link(1, 3), "aria-disabled").as_deref(), Some("true"));
    let exchange = page.attribute(&link(2, 3), "href").unwrap();
    assert!(exchange.ends_with("/exchange?customer=c&reservation=o%2FApi"), "{exchange}");
}

#[wasm_bindgen_test]
async fn the_headings_of_amounts_say_the_rule_behind_them() {
    let reservations = reservations();
    let _answers = Answers::with(&[
        ("customerSummaries", 200, SUMMARIES),
        ("Microsoft.Capacity/reservations", 200, &reservations),
    ]);
    open("?customer=c");
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    let headings = page.texts("thead .explained");
    assert_eq!(headings, ["Comes back today", "No longer owed"]);
    let rules = page.attributes("thead .explained", "aria-describedby");
    let rules = rules.iter().map(|id| page.text(&format!("#{id}"))).collect::<Vec<_>>();
    assert_eq!(
        rules,
        [
            "The credit is what was paid minus what is consumed.\n\
             The refund is the credit minus the early termination fee.\n\
             Anything above the remaining cap is lost. The rest is paid out, rounded down.",
            "Instalments that are not due yet are no longer charged."
        ]
    );
}

#[wasm_bindgen_test]
async fn the_whole_row_opens_the_record_but_not_what_stands_in_it() {
    let reservations = reservations();
    let _answers = Answers::with(&[
        ("customerSummaries", 200, SUMMARIES),
        ("Microsoft.Capacity/reservations", 200, &reservations),
    ]);
    open("?customer=c");
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    page.click("tbody tr:first-child .select input").await;
    page.click("tbody tr:first-child .select").await;
    assert_eq!(query(), "?customer=c", "beside the check box nothing is opened by mistake");
    page.click("tbody tr:first-child td:nth-child(7)").await;
    assert_eq!(query(), "?customer=c&order=o&reservation=Api");
}

#[wasm_bindgen_test]
async fn what_has_ended_is_hidden_and_shown_on_request() {
    let old = json!({ "value": [reservation("Old", "Expired", "2020-01-31")] }).to_string();
    let _answers = Answers::with(&[
        ("customerSummaries", 200, SUMMARIES),
        ("Microsoft.Capacity/reservations", 200, &old),
    ]);
    open("?customer=c");
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    assert!(page.maybe("tbody tr").is_none());
    assert_eq!(page.texts(".notice button"), ["Show ended (1)"], "and nothing to clear");
    page.click(".notice button").await;
    settle().await;
    assert_eq!(page.texts("tbody th"), ["Old"]);
    assert_eq!(query(), "?customer=c&ended=1");
    page.click(".switch input").await;
    assert!(page.maybe("tbody tr").is_none());
    assert_eq!(query(), "?customer=c");
}

#[wasm_bindgen_test]
async fn filters_leave_rows_out_and_can_be_cleared() {
    let reservations = reservations();
    let _answers = Answers::with(&[
        ("customerSummaries", 200, SUMMARIES),
        ("Microsoft.Capacity/reservations", 200, &reservations),
    ]);
    open("?customer=c");
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    assert_eq!(
        page.texts("select:first-of-type option")[..4],
        ["All", "Active (2)", "Succeeded (2)", "Expired (1)"]
    );
    let select: HtmlSelectElement = page.find("select").unchecked_into();
    select.set_value("active");
    select.dispatch_event(&Event::new("change").unwrap()).unwrap();
    settle().await;
    assert_eq!(page.texts("tbody th"), ["Api", "Web"]);
    assert_eq!(page.text(".count"), "2 of 3 reservations");
    assert_eq!(query(), "?customer=c&state=active");

    page.click(".toolbar .button").await;
    assert_eq!(page.texts("tbody th"), ["Api", "Web"]);
    assert_eq!(page.text(".count"), "2 of 3 reservations");
    assert_eq!(query(), "?customer=c");
    assert_eq!(page.find("select").unchecked_into::<HtmlSelectElement>().value(), "");
}

#[wasm_bindgen_test]
async fn a_refund_needs_the_right_role() {
    let reservations = reservations();
    let _answers = Answers::with(&[
        ("customerSummaries", 200, SUMMARIES),
        ("Microsoft.Capacity/reservations", 200, &reservations),
    ]);
    const REFUND: &str = "tbody tr:first-child .actions > :nth-child(2) a";
    open("?customer=c");
    let page = stage(|| page(Role::Guest)).await;
    settle().await;
    let id = page.attribute(REFUND, "aria-describedby").unwrap();
    let words = page.text(&format!("#{id}"));
    assert!(words.contains("Your role can't do this"), "{words}");
    drop(page);

    // Under another agreement a quote is possible; the notice says what is not.
    open("?customer=a");
    let page = stage(|| self::page(Role::AdminAgent)).await;
    settle().await;
    assert!(page.attribute(REFUND, "href").unwrap().contains("/refund?customer=a"));
    assert!(page.text(".notice").contains("isn't in the Cloud Solution Provider program"));
}

#[wasm_bindgen_test]
async fn a_list_is_followed_page_after_page_and_tells_how_far_it_is() {
    let first: Vec<_> =
        (0..100).map(|n| reservation(&format!("R{n}"), "Succeeded", "2030-01-31")).collect();
    let first = json!({ "value": first, "nextLink": "/second" });
    let (first, second) = (first.to_string(), reservations());
    let rest = ("Microsoft.Capacity/reservations", 200, first.as_str());
    let silent = [("customerSummaries", 200, SUMMARIES), ("second", SILENCE, ""), rest];
    {
        let _answers = Answers::with(&silent);
        open("?customer=c");
        let page = stage(|| page(Role::AdminAgent)).await;
        settle().await;
        let progress = page.text(".reservations");
        assert!(progress.contains("100 reservations read so far"), "{progress}");
        assert!(page.maybe("tbody tr").is_none());
    }
    open("?customer=c&ended=1");
    let _answers =
        Answers::with(&[("customerSummaries", 200, SUMMARIES), ("second", 200, &second), rest]);
    let page = stage(|| page(Role::AdminAgent)).await;
    pause().await;
    assert_eq!(page.text(".count"), "103 of 103 reservations");
    // Long lists are drawn step by step.
    assert_eq!(page.texts("tbody tr").len(), 100);
    assert_eq!(page.text(".more button"), "Show 3 more");
    page.click(".more button").await;
    assert_eq!(page.texts("tbody tr").len(), 103);
    assert!(page.maybe(".more button").is_none());
}

#[wasm_bindgen_test]
async fn a_customer_that_does_not_exist_is_said_to_be_missing() {
    let _answers = Answers::with(&[("customerSummaries", 200, SUMMARIES)]);
    for query in ["", "?customer=nobody"] {
        open(query);
        let page = stage(|| page(Role::AdminAgent)).await;
        settle().await;
        assert_eq!(page.text("h1"), "Customer not found");
        assert!(page.maybe("table").is_none());
    }
}

const UNREADABLE: &str = r#"{"value":[{"name":"reservation o/r","kind":"reservation",
    "reason":"expected a number at quantity","document":"{\"quantity\":\"x\"}"}]}"#;

#[wasm_bindgen_test]
async fn documents_that_cannot_be_read_are_listed_and_can_be_removed() {
    let summaries = SUMMARIES.replacen(
        r#""limitUsd":"50000.00""#,
        r#""limitUsd":"50000.00","unreadableDocuments":2"#,
        1,
    );
    let mut unreadable = reservation("Broken", "Succeeded", "2030-01-31");
    unreadable["properties"] = json!({ "extendedStatusInfo": {
        "statusCode": "UnreadableDocument", "message": "expected a number at quantity" } });
    let rows = json!({ "value": [unreadable] }).to_string();
    let table = |documents| {
        [
            ("customerSummaries", 200, summaries.as_str()),
            // The customer's own tenant is not told what all of them say.
            ("Prorata/customers/c/unreadableDocuments", 200, documents),
            ("unreadableDocuments/", 204, ""),
            ("Microsoft.Capacity/reservations", 200, rows.as_str()),
        ]
    };
    let answers = Answers::with(&table(UNREADABLE));
    open("");
    let list = stage(list).await;
    settle().await;
    assert!(list.text("tbody").contains("2 documents can't be read"), "{}", list.text("tbody"));
    drop(list);

    open("?customer=c");
    let page = stage(|| page(Role::AdminAgent)).await;
    settle().await;
    let notice = page.text(".notice:has(.unreadable)");
    assert!(notice.contains("1 document can't be read"), "{notice}");
    assert!(notice.contains("expected a number at quantity"), "{notice}");
    let row = page.text("table tbody");
    assert!(row.contains("Can't be read") && row.contains("expected a number"), "{row}");

    note_requests();
    page.click(".unreadable .button-row > :last-child .button").await;
    assert!(page.text("dialog[open]").contains("lost for good"));
    assert!(noted("DELETE").is_empty(), "it is asked first");
    answers.change_to(&table(NOTHING));
    note_requests();
    page.click("dialog[open] .button.danger").await;
    settle().await;
    let removed = noted("DELETE");
    assert!(removed.len() == 1 && removed[0].ends_with("/reservation o/r"), "{removed:?}");
    assert!(page.maybe(".unreadable").is_none() && page.maybe("dialog[open]").is_none());
}

/// The channel by which the tabs tell each other, as another tab would use it.
fn another_tab_changes(tenant: &str) {
    let base = prorata::platform::document::base();
    js_sys::eval(&format!("new BroadcastChannel('prorata {base}').postMessage('{tenant}')"))
        .unwrap();
}

#[wasm_bindgen_test]
async fn what_another_tab_changes_is_read_again_unless_the_page_is_held() {
    let rows = reservations();
    let table = [
        ("customerSummaries", 200, SUMMARIES),
        ("Microsoft.Capacity/reservations", 200, rows.as_str()),
    ];
    let _answers = Answers::with(&table);
    note_requests();
    open("?customer=c");
    let is_busy = RwSignal::new(false);
    let page = stage(move || {
        provide_context(Elsewhere::listening(|tenant| tenant == "c"));
        page(Role::AdminAgent)
    })
    .await;
    settle().await;
    let read = || {
        let asked = noted("GET").into_iter().filter(|it| it.contains("Capacity/reservations"));
        asked.count()
    };
    let before = read();
    another_tab_changes("somebody else");
    settle().await;
    assert_eq!(read(), before, "of another customer");
    another_tab_changes("c");
    settle().await;
    assert_eq!(read(), before + 1);
    drop(page);

    // Somebody types, or waits for an answer.
    let held = stage(move || {
        provide_context(Elsewhere::listening(|tenant| tenant == "c"));
        hold_while(move || is_busy.get());
        self::page(Role::AdminAgent)
    })
    .await;
    settle().await;
    is_busy.set(true);
    settle().await;
    let before = read();
    another_tab_changes("c");
    settle().await;
    assert_eq!(read(), before, "left alone");
    is_busy.set(false);
    settle().await;
    assert_eq!(read(), before + 1, "and made up for");
    drop(held);
}
