//! The refund policy in force, and what it decides.

use calculator::Policy;
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::exchange::{draft, machines, subscription};
use crate::fixtures::{Desk, Item, Person, Reply, block_on};

const SETTINGS: &str = "/providers/Prorata/settings";
const NEWEST: &str = "azure-2026-08";

fn in_force(desk: &Desk) -> Value {
    desk.ask(&desk.partner(), &format!("GET {SETTINGS}")).body
}

fn choose(desk: &Desk, person: &Person, policy: &Value) -> Reply {
    desk.send_body(person, &format!("PUT {SETTINGS}"), &json!({ "refundPolicy": policy }))
}

fn quote(desk: &Desk, person: &Person, item: &Item, policy: Option<&str>) -> Value {
    let headers: Vec<(&str, &str)> = policy.map(|id| ("prorata-policy", id)).into_iter().collect();
    let what = format!("POST {}/calculateRefund", item.order);
    let reply = block_on(desk.ask_with(person, &what, &headers, &item.refund_body(1)));
    assert_eq!(reply.status, 200, "{}", reply.body);
    reply.body
}

#[test]
fn the_policy_in_force_is_the_default_until_one_is_chosen() {
    let desk = Desk::open();
    assert_eq!(in_force(&desk), json!({ "refundPolicy": Policy::default_policy().id }));
    let partner = desk.partner();
    let reply = choose(&desk, &partner, &json!(NEWEST));
    assert_eq!((reply.status, &reply.body), (200, &json!({ "refundPolicy": NEWEST })));
    assert_eq!(in_force(&desk), json!({ "refundPolicy": NEWEST }));
    // Choosing it again changes nothing, and is not recorded.
    assert_eq!(choose(&desk, &partner, &json!(NEWEST)).status, 200);
    for wrong in [json!("azure-2019"), json!(7), Value::Null, json!("")] {
        let reply = choose(&desk, &partner, &wrong);
        assert_eq!((reply.status, reply.code()), (400, "InvalidRequestContent"), "{wrong}");
        assert_eq!(reply.body["error"]["target"], "refundPolicy");
    }
    let recorded = desk.activities(&partner);
    assert_eq!(recorded.len(), 1, "{recorded:?}");
    assert_eq!(recorded[0]["action"], "Prorata/settings/write");
    assert_eq!(recorded[0]["by"]["name"], "Robin Berg");
    let before = Policy::default_policy().id;
    assert_eq!(
        recorded[0]["changes"],
        json!([{ "field": "refundPolicy", "before": before, "after": NEWEST }])
    );
    assert_eq!(desk.activities(&Person::of("")), recorded, "the partner's at home as well");
    assert!(desk.activities(&desk.customer("Kupferhain")).is_empty(), "not the customer's");
}

#[test]
fn only_those_who_administer_everything_choose_the_policy() {
    let desk = Desk::open();
    for role in ["HelpdeskAgent", "SalesAgent", "UserManagementAdmin", "Guest", "Emperor"] {
        let reply = choose(&desk, &desk.partner().with_role(role), &json!(NEWEST));
        assert_eq!((reply.status, reply.code()), (403, "AuthorizationFailed"), "{role}");
    }
    assert_eq!(in_force(&desk), json!({ "refundPolicy": Policy::default_policy().id }));
    for role in ["GlobalAdmin", "AdminAgent"] {
        assert_eq!(choose(&desk, &desk.partner().with_role(role), &json!(NEWEST)).status, 200);
    }
}

#[test]
fn a_quote_under_another_policy_is_a_question_and_has_no_session() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let refund = |quote: &Value| quote["properties"]["billingRefundAmount"]["amount"].to_string();
    let has_session = |quote: &Value| quote["properties"]["sessionId"].is_string();
    let default = Policy::default_policy().id;
    for policy in [None, Some(default)] {
        let quote = quote(&desk, &person, &item, policy);
        assert_eq!((refund(&quote), has_session(&quote)), ("62.30".to_owned(), true));
    }
    let what_if = quote(&desk, &person, &item, Some(NEWEST));
    assert_eq!((refund(&what_if), has_session(&what_if)), ("70.80".to_owned(), false));
    desk.adopt(NEWEST);
    for policy in [None, Some(NEWEST)] {
        let quote = quote(&desk, &person, &item, policy);
        assert_eq!((refund(&quote), has_session(&quote)), ("70.80".to_owned(), true));
    }
    let what_if = quote(&desk, &person, &item, Some(default));
    assert_eq!((refund(&what_if), has_session(&what_if)), ("62.30".to_owned(), false));
}

#[test]
fn a_return_under_a_policy_that_was_replaced_is_refused() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let old = quote(&desk, &person, &item, None);
    let used = desk.summary("Kupferhain")["limitUsedUsd"].clone();
    desk.adopt(NEWEST);
    let give_back = |quote: &Value| {
        desk.post(&person, &format!("{}/return", item.order), &item.return_body(1, quote))
    };
    let reply = give_back(&old);
    assert_eq!((reply.status, reply.code()), (409, "ActivateQuoteFailed"));
    assert_eq!(desk.summary("Kupferhain")["limitUsedUsd"], used, "nothing was counted");
    // The header of the caller counts for nothing here.
    let headers = [("prorata-policy", Policy::default_policy().id)];
    let what = format!("POST {}/return", item.order);
    let body = item.return_body(1, &old);
    assert_eq!(block_on(desk.ask_with(&person, &what, &headers, &body)).status, 409);
    assert_eq!(give_back(&quote(&desk, &person, &item, None)).status, 202);
}

#[test]
fn an_exchange_is_judged_by_the_policy_in_force_too() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let payer = subscription(&desk, &person);
    let purchase = machines(&payer, "Standard_D8s_v5", "westeurope", "P3Y", 2);
    let body = draft(&[(&item, 1)], &[purchase], &[]);
    let old = desk.exchange_quote(&person, &body, NEWEST);
    assert!(old["sessionId"].is_string(), "{old}");
    let other = Policy::default_policy().id;
    let accepted = desk.calculate(&person, &body, other);
    desk.wait(TimeDelta::seconds(2));
    let what_if = desk.follow(&person, &accepted).body;
    assert_eq!(what_if["status"], "Succeeded");
    assert_eq!(what_if["properties"]["sessionId"], Value::Null);
    desk.adopt(other);
    let reply = desk.exchange(&person, &old);
    assert_eq!((reply.status, reply.code()), (409, "ActivateQuoteFailed"));
    desk.adopt(NEWEST);
    assert_eq!(desk.exchange(&person, &old).status, 202);
}
