//! The search over every page, with the service's answers from a table.

use crate::answers::{Answers, open};
use crate::stage::{provide_frame, settle, stage};
use leptos::prelude::*;
use prorata::api::Role;
use prorata::find::Find;
use prorata::i18n::{self, Language};
use prorata::router::Router;
use wasm_bindgen_test::wasm_bindgen_test;

const NOTHING: &str = r#"{"value":[]}"#;
const SUMMARIES: &str = r#"{"value":[
    {"customerId":"c-1","displayName":"Cedar","domain":"cedar.example","agreementType":"CSP",
     "reservationCount":1,"soonestExpiry":null,"limitUsedUsd":"0.00","limitUsd":"50000.00"},
    {"customerId":"a-1","displayName":"Ash","domain":"ash.example","agreementType":"CSP",
     "reservationCount":0,"soonestExpiry":null,"limitUsedUsd":"0.00","limitUsd":"50000.00"}]}"#;
const REQUESTS: &str = r#"{"value":[
    {"customerId":"a-1","name":"refund-7","title":"Where is the crédit?",
     "supportTicketId":"261120123456789","status":"Closed"},
    {"customerId":"c-1","name":"refund-8","title":"Where is the credit note?",
     "supportTicketId":"261121123456789","status":"Open"},
    {"customerId":"c-1","name":"refund-9","title":"Later answer",
     "supportTicketId":"261122123456789","status":"Open"},
    {"customerId":"c-1","name":"unnamed","title":"","supportTicketId":"","status":"Open"}]}"#;

#[wasm_bindgen_test]
async fn support_requests_of_all_customers_are_found_by_what_is_known_of_them() {
    i18n::select(Language::English);
    let _answers = Answers::with(&[
        ("Prorata/portfolio", 200, ""),
        ("exchangeRates", 200, NOTHING),
        ("customerSummaries", 200, SUMMARIES),
        ("supportRequests", 200, REQUESTS),
    ]);
    open("");
    let page = stage(|| {
        provide_frame(Role::AdminAgent);
        view! {
            <Router>
                <Find />
            </Router>
        }
    })
    .await;
    settle().await;
    let closed = "Where is the crédit? Ash · 261120123456789 · Closed";
    let open = "Where is the credit note? Cedar · 261121123456789";
    let later = "Later answer Cedar · 261122123456789";
    // What is worked on comes first, the newest before the others; accents and case do not matter,
    // and the customer is a word like any other.
    for (typed, expected) in [
        ("CREDIT", vec![open, closed]),
        ("credit ash", vec![closed]),
        ("261121123456789", vec![open]),
        ("2611", vec![later, open, closed]),
        ("unnamed", vec!["unnamed Cedar · unnamed"]),
    ] {
        page.type_into(".find input", typed).await;
        settle().await;
        let found = page.texts(".find-option");
        let requests: Vec<_> = found.iter().map(String::as_str).take(expected.len()).collect();
        assert_eq!(requests, expected, "{typed}");
    }
    let page_of_request = "https://prorata.example/support-request?customer=a-1&ticket=refund-7";
    for pasted in
        ["refund-7", "/providers/Microsoft.Support/supportTickets/refund-7", page_of_request]
    {
        page.type_into(".find input", pasted).await;
        settle().await;
        let address = page.attribute(".find-option", "href").expect("a link");
        assert!(address.ends_with("/support-request?customer=a-1&ticket=refund-7"), "{address}");
    }
}
