use crate::answers::{ACCEPTED, Answers, OPERATION, note_requests, noted, open};
use crate::refund_records::reservation;
use crate::stage::{Stage, document, doubted, pass, provide_frame, settle, stage};
use crate::support::{about, complete};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use prorata::api::Role;
use prorata::i18n::{self, Language};
use prorata::platform::clock;
use prorata::router::Router;
use prorata::support::kept;
use prorata::support::{CustomerRequests, SupportRequest, Ticket};
use serde_json::{Value, json};
use std::time::Duration;
use view_model::address::ReservationRef;
use view_model::support::{Draft, RequestField};
use wasm_bindgen_test::wasm_bindgen_test;

const SERVICE: &str = "/providers/Microsoft.Support/services/s";
const NEXT: &str = ".wizard > .button-row .button.primary";

fn services() -> String {
    let service = |id: &str, name: &str| json!({"id": id, "properties": {"displayName": name}});
    json!({"value": [service(SERVICE, "Billing"), service("/other", "Quotas")]}).to_string()
}

fn problems() -> String {
    let problem = |id: &str, name: &str| {
        json!({"id": format!("{SERVICE}/problemClassifications/{id}"),
            "properties": {"displayName": name}})
    };
    json!({"value": [
        problem("p", "Reservation Management / Exchanges and Refunds"),
        problem("i", "Reservation Management / Request Invoices"),
        problem("o", "Other General Billing Questions"),
    ]})
    .to_string()
}

fn ticket(name: &str, status: &str, about: &str) -> Value {
    let subject = format!("/providers/microsoft.capacity/reservationorders/O/reservations/{about}");
    json!({"id": format!("/providers/Microsoft.Support/supportTickets/{name}"), "name": name,
        "properties": {"supportTicketId": "261121", "title": format!("About {about}"),
        "description": "Line one\nLine two", "severity": "minimal", "status": status,
        "serviceDisplayName": "Billing", "createdDate": "2026-11-21T15:30:00Z",
        "problemClassificationDisplayName": "Reservation Management / Exchanges and Refunds",
        "serviceLevelAgreement": {"expirationTime": "2026-11-21T23:30:00Z", "slaMinutes": 480},
        "contactDetails": {"firstName": "Robin", "lastName": "Berg", "country": "swe",
            "preferredContactMethod": "email", "preferredSupportLanguage": "de-de"},
        "technicalTicketDetails": {"resourceId": subject}}})
}

fn answers(first: &[(&str, u16, &str)]) -> Answers {
    let (services, problems) = (services(), problems());
    let reservation = reservation().to_string();
    let records = [
        ("/problemClassifications", 200, problems.as_str()),
        ("Support/services?", 200, services.as_str()),
        ("Support/supportTickets?", 200, r#"{"value":[]}"#),
        ("customerSummaries", 200, r#"{"value":[]}"#),
        ("/reservations/", 200, reservation.as_str()),
    ];
    let answers = Answers::with(&[first, &records].concat());
    note_requests();
    answers
}

async fn at(step: &str, of: &ReservationRef, role: Role) -> Stage<impl Mountable> {
    i18n::select(Language::English);
    let ids = format!("customer={}&order={}&reservation={}", of.customer, of.order, of.reservation);
    open(&format!("reservation/support-request{step}?{ids}"));
    let page = stage(move || {
        provide_frame(role);
        view! {
            <Router>
                <SupportRequest />
            </Router>
        }
    })
    .await;
    settle().await;
    page
}

fn focused() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}

fn path() -> String {
    web_sys::window().unwrap().location().pathname().unwrap()
}

#[wasm_bindgen_test]
async fn the_steps_follow_each_other_and_point_out_what_is_missing() {
    let of = about("steps");
    kept::forget(&of);
    let _answers = answers(&[]);
    let page = at("", &of, Role::AdminAgent).await;
    page.click(".record-content .button.primary").await;
    assert!(path().ends_with("/support-request/basics"), "{}", path());
    page.click(NEXT).await;
    assert_eq!(page.attribute("#support-service", "aria-invalid").as_deref(), Some("true"));
    assert_eq!(focused(), "support-faults", "the list takes the focus");
    page.click(".faults a").await;
    assert_eq!(focused(), "support-service");
    page.choose("#support-service", SERVICE).await;
    assert!(page.maybe(".faults").is_none(), "nothing is missing any more");
    page.click(NEXT).await;

    assert!(path().ends_with("/support-request/problem"), "{}", path());
    assert_eq!(page.texts("h1").len(), 1);
    assert!(page.text(".wizard h2").contains("Step 2 of 3"));
    assert!(page.maybe("#support-problem").is_none(), "a category needs its type");
    page.choose("#support-problem-type", "Other General Billing Questions").await;
    assert!(page.maybe("#support-problem").is_none(), "a type without categories");
    page.choose("#support-problem-type", "Reservation Management").await;
    page.choose("#support-problem", &format!("{SERVICE}/problemClassifications/i")).await;
    page.type_into("#support-title", "Where is the invoice?").await;
    page.type_into("#support-description", "It is missing.").await;
    page.click(NEXT).await;
    assert!(path().ends_with("/support-request/contact"), "{}", path());
    assert!(page.text(".review").contains("Where is the invoice?"));

    page.click(".wizard > .button-row .button:not(.primary)").await;
    assert!(path().ends_with("/support-request/problem"), "back: {}", path());
    let found = kept::recall(&of).unwrap();
    assert_eq!(found.get(RequestField::Title), "Where is the invoice?");
    kept::forget(&of);
}

#[wasm_bindgen_test]
async fn each_step_names_the_document() {
    let _answers = answers(&[]);
    let of = about("titles");
    kept::remember(&complete(), &of);
    for (step, title) in [
        ("", "Web shop · New support request · Prorata"),
        ("/basics", "Step 1 of 3: Basics · Web shop · New support request · Prorata"),
        ("/problem", "Step 2 of 3: Problem · Web shop · New support request · Prorata"),
        ("/contact", "Step 3 of 3: Contact information · Web shop · New support request · Prorata"),
    ] {
        let page = at(step, &of, Role::AdminAgent).await;
        assert_eq!(document().title(), title);
        assert_eq!(page.text("h1"), "Web shop · New support request");
    }
    let page = at("/basics", &of, Role::AdminAgent).await;
    page.click(NEXT).await;
    assert!(document().title().starts_with("Step 2 of 3: Problem"), "{}", document().title());
    i18n::select(Language::German);
    settle().await;
    assert!(document().title().starts_with("Schritt 2 von 3: Problem"), "{}", document().title());
    i18n::select(Language::English);
}

#[wasm_bindgen_test]
async fn a_step_without_those_before_it_leads_to_the_first_that_is_open() {
    let of = about("skipped");
    kept::forget(&of);
    let _answers = answers(&[]);
    let _page = at("/contact", &of, Role::AdminAgent).await;
    assert!(path().ends_with("/support-request/basics"), "{}", path());
}

#[wasm_bindgen_test]
async fn choices_that_do_not_come_are_asked_for_again() {
    let of = about("choices");
    let mut form = complete();
    form.set(RequestField::ProblemType, "");
    form.set(RequestField::Problem, "");
    kept::remember(&form, &of);
    let failed = r#"{"error":{"code":"InternalServerError","message":"No."}}"#;
    let answers = answers(&[("/problemClassifications", 500, failed)]);
    let page = at("/problem", &of, Role::AdminAgent).await;
    assert!(page.text("[role=alert]").contains("Something went wrong"));
    page.type_into("#support-title", "Typed meanwhile").await;
    let problems = problems();
    answers.change_to(&[("/problemClassifications", 200, problems.as_str())]);
    page.click("[role=alert] .button").await;
    page.choose("#support-problem-type", "Reservation Management").await;
    assert_eq!(page.texts("#support-problem option").len(), 3);
    assert_eq!(kept::recall(&of).unwrap().get(RequestField::Title), "Typed meanwhile");
    kept::forget(&of);
}

#[wasm_bindgen_test]
async fn what_was_typed_is_there_after_a_reload() {
    let of = about("reloaded");
    kept::remember(&complete(), &of);
    let _answers = answers(&[]);
    let page = at("/contact", &of, Role::AdminAgent).await;
    let chosen = page.chosen("#support-country");
    assert_eq!(chosen, "SWE");
    page.type_into("#support-first-name", "Kim").await;
    drop(page);
    let page = at("/contact", &of, Role::AdminAgent).await;
    page.click(NEXT).await;
    // Nobody answers the request, and nothing is lost.
    assert!(page.text(".wizard").contains("was not created"), "{}", page.text(".wizard"));
    assert_eq!(kept::recall(&of).unwrap().get(RequestField::FirstName), "Kim");
    kept::forget(&of);
}

#[wasm_bindgen_test]
async fn a_request_of_a_quote_arrives_with_two_steps_chosen() {
    let of = about("arrived");
    let words =
        || Draft { title: i18n::current().tag().to_owned(), description: "o arrived".to_owned() };
    i18n::select(Language::English);
    prorata::support::start(&of, words).await;
    let _answers = answers(&[]);
    let page = at("/problem", &of, Role::AdminAgent).await;
    let problem = page.chosen("#support-problem");
    assert!(problem.ends_with("/problemClassifications/p"), "{problem}");
    let form = || kept::recall(&of).unwrap();
    assert_eq!(form().get(RequestField::Service), SERVICE);
    page.choose(".wizard-fields:not(.two) select", "de").await;
    assert_eq!(form().get(RequestField::Title), "de", "another language at once");

    page.type_into("#support-title", "Mine").await;
    page.choose(".wizard-fields:not(.two) select", "sv").await;
    assert_eq!(form().get(RequestField::Title), "Mine", "changed words are not replaced unasked");
    page.click(".wizard .notice .button").await;
    assert_eq!(form().get(RequestField::Title), "sv");
    kept::forget(&of);
}

#[wasm_bindgen_test]
async fn a_request_is_created_once_however_often_it_is_sent() {
    let of = about("repeated");
    let failed = r#"{"error":{"code":"InternalServerError","message":"No."}}"#;
    kept::remember(&complete(), &of);
    let answers = answers(&[("PUT /providers/Microsoft.Support/supportTickets", 500, failed)]);
    let page = at("/contact", &of, Role::AdminAgent).await;
    page.click(NEXT).await;
    assert!(page.text(".wizard").contains("We don't know yet whether it was accepted"));
    doubted().await;
    assert!(page.text(".wizard").contains("Everything you typed is still here"));
    let name = kept::recall(&of).unwrap().ticket;
    let sent = noted("PUT");
    assert!(sent.len() == 1 && sent[0].contains(&name), "{sent:?}");

    // Sent again it is the same request, so that the service makes one ticket of both.
    let id = noted("ID PUT").pop().unwrap();
    let found = ticket(&name, "Open", "repeated").to_string();
    answers.change_to(&[
        ("PUT /providers/Microsoft.Support/supportTickets", 202, ""),
        (OPERATION, 200, r#"{"status":"Succeeded"}"#),
        ("GET /providers/Microsoft.Support/supportTickets/", 200, found.as_str()),
    ]);
    note_requests();
    page.click(".consequence + .button-row button").await;
    pass(Duration::from_millis(700)).await;
    assert_eq!(noted("ID PUT"), [id]);
    assert!(noted("PUT")[0].contains(&name));
    assert!(path().ends_with("/support-request"), "{}", path());
    assert_eq!(kept::recall(&of), None);
}

#[wasm_bindgen_test]
async fn a_creation_that_nobody_can_watch_is_over_when_there_is_a_ticket() {
    let of = about("unwatched");
    kept::remember(&complete(), &of);
    let found = ticket("any", "Open", "unwatched").to_string();
    let _answers = answers(&[
        ("PUT /providers/Microsoft.Support/supportTickets", ACCEPTED, ""),
        ("GET /providers/Microsoft.Support/supportTickets/", 200, &found),
    ]);
    let page = at("/contact", &of, Role::AdminAgent).await;
    page.click(NEXT).await;
    settle().await;
    assert!(path().ends_with("/support-request"), "{}", path());
    assert_eq!(kept::recall(&of), None);
}

#[wasm_bindgen_test]
async fn a_creation_is_watched_after_a_reload() {
    let of = about("watched");
    let mut form = complete();
    form.name_ticket(&of, clock::now());
    form.operation = "/providers/Microsoft.Support/operationsStatus/1".to_owned();
    kept::remember(&form, &of);
    let failed = r#"{"status":"Failed","error":{"code":"Broken","message":"Not today."}}"#;
    let _answers = answers(&[("operationsStatus/1", 200, failed)]);
    let page = at("/contact", &of, Role::AdminAgent).await;
    assert!(page.text(".wizard").contains("was accepted and is being created"));
    pass(Duration::from_millis(5_500)).await;
    let shown = page.text(".wizard");
    assert!(shown.contains("Not today.") && shown.contains("was not created"), "{shown}");
    assert_eq!(kept::recall(&of).unwrap().operation, "", "it may be sent again");
    kept::forget(&of);
}

#[wasm_bindgen_test]
async fn a_ticket_is_found_although_its_operation_is_forgotten() {
    let of = about("forgotten");
    let mut form = complete();
    form.name_ticket(&of, clock::now());
    form.operation = "/providers/Microsoft.Support/operationsStatus/2".to_owned();
    kept::remember(&form, &of);
    let found = ticket(&form.ticket, "Open", "forgotten").to_string();
    let gone = r#"{"error":{"code":"ResourceNotFound","message":"Gone."}}"#;
    let _answers = answers(&[
        ("operationsStatus/2", 404, gone),
        ("GET /providers/Microsoft.Support/supportTickets/", 200, found.as_str()),
    ]);
    let _page = at("", &of, Role::AdminAgent).await;
    pass(Duration::from_millis(5_500)).await;
    assert_eq!(kept::recall(&of), None, "the request is created");
    assert!(path().ends_with("/support-request"), "who looks at the list stays there");
}

#[wasm_bindgen_test]
async fn who_may_not_ask_sees_why() {
    let of = about("forbidden");
    kept::forget(&of);
    let _answers = answers(&[]);
    let page = at("", &of, Role::Guest).await;
    let disabled = page.attribute(".record-content .button.primary", "aria-disabled");
    assert_eq!(disabled.as_deref(), Some("true"));
    assert!(page.text(".record-content .reason").contains("Admin agent"));
}

#[wasm_bindgen_test]
async fn lists_hold_the_requests_of_a_reservation_and_of_a_customer() {
    let of = about("listed");
    kept::forget(&of);
    let list = json!({"value": [ticket("t1", "Open", "LISTED"), ticket("t2", "Closed", "other")]});
    let list = list.to_string();
    let _answers = answers(&[("Support/supportTickets?", 200, list.as_str())]);
    let page = at("", &of, Role::AdminAgent).await;
    assert_eq!(page.texts("tbody th"), ["About LISTED"], "ids are compared without case");
    drop(page);

    open("customer/support-requests?customer=c");
    let page = stage(|| {
        provide_frame(Role::Guest);
        view! {
            <Router>
                <CustomerRequests />
            </Router>
        }
    })
    .await;
    settle().await;
    assert_eq!(page.texts("tbody th"), ["About LISTED", "About other"]);
    assert_eq!(page.texts("tbody .badge"), ["Open", "Closed"]);
    let address = page.attribute("tbody a", "href").unwrap();
    assert!(address.ends_with("/support-request?customer=c&ticket=t1"), "{address}");
}

async fn ticket_page(role: Role) -> Stage<impl Mountable> {
    i18n::select(Language::English);
    open("support-request?customer=c&ticket=t1");
    let page = stage(move || {
        provide_frame(role);
        view! {
            <Router>
                <Ticket />
            </Router>
        }
    })
    .await;
    settle().await;
    page
}

#[wasm_bindgen_test]
async fn a_request_is_shown_closed_and_reopened() {
    let (now, then) =
        (ticket("t1", "Open", "r").to_string(), ticket("t1", "Closed", "r").to_string());
    let answers = answers(&[
        ("PATCH /providers/Microsoft.Support/supportTickets/t1", 200, then.as_str()),
        ("supportTickets/t1", 200, now.as_str()),
    ]);
    let page = ticket_page(Role::AdminAgent).await;
    assert_eq!(page.text("h1"), "About r");
    let shown = page.text(".stack");
    for part in ["within 8 hours", "Sweden", "Robin Berg", "Exchanges and refunds", "Line two"] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    let reservation = page.attribute(".stack a.button", "href").unwrap();
    assert!(reservation.contains("order=O&reservation=r"), "{reservation}");
    assert_eq!(page.attribute(".ticket-changes .button", "aria-disabled").as_deref(), Some("true"));

    page.click(".ticket-changes .tip-anchor:last-child .button").await;
    assert!(page.maybe("dialog[open]").is_some(), "closing is asked twice");
    answers.change_to(&[("supportTickets/t1", 200, then.as_str())]);
    page.click("dialog .button.danger").await;
    assert_eq!(page.text(".heading .badge"), "Closed");
    assert!(page.text(".ticket-changes").contains("Reopen request"));

    // Reopening fails, and the page stays as it is.
    let refused = r#"{"error":{"code":"Conflict","message":"Support has left."}}"#;
    answers.change_to(&[("PATCH ", 409, refused)]);
    page.click(".ticket-changes .tip-anchor:last-child .button").await;
    assert!(page.text("[role=alert]").contains("Support has left."));
    assert_eq!(page.text(".heading .badge"), "Closed");
}
