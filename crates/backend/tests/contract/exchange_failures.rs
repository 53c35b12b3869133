//! Exchanges that are refused, and exchanges that fail.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::exchange::{CALCULATE, EXCHANGE, draft, machines, subscription, with};
use crate::fixtures::{Desk, Item, Person, block_on};

const NEWEST: &str = "azure-2026-08";

fn d4s(payer: &str, units: u64) -> Value {
    machines(payer, "Standard_D4s_v5", "westeurope", "P3Y", units)
}

/// The code of the policy error in a quote that cannot be carried out.
fn refusal(desk: &Desk, person: &Person, body: &Value) -> String {
    let quote = desk.exchange_quote(person, body, NEWEST);
    assert_eq!(quote["sessionId"], Value::Null);
    let error = &quote["policyResult"]["policyErrors"][0];
    assert!(error["message"].as_str().is_some_and(|message| !message.is_empty()));
    error["code"].as_str().expect("a code").to_owned()
}

#[test]
fn every_refusal_is_a_policy_error_in_a_200() {
    let desk = Desk::open();
    for (customer, name, units, sku, expected) in [
        ("Ardèvol", "Maquetació", 13, "Standard_D4s_v5", "InvalidRefundQuantity"),
        ("Ardèvol", "Maquetació", 0, "Standard_D4s_v5", "InvalidRefundQuantity"),
        (
            "Ardèvol",
            "Arxiu d'imatges (2025)",
            3,
            "Standard_D4s_v5",
            "OperationCannotBePerformedInCurrentState",
        ),
        (
            "Thistledown",
            "Expired: FIX gateway",
            1,
            "Standard_D4s_v5",
            "OperationCannotBePerformedInCurrentState",
        ),
        (
            "Gemeenschappelijke",
            "Kantooromgeving",
            1,
            "Standard_D4s_v5",
            "SelfServiceRefundNotSupported",
        ),
        ("Ardèvol", "Comandes", 1, "Standard_D4s_v5", "DissimilarProducts"),
        ("Ardèvol", "Maquetació", 1, "Standard_D4s_v3", "TargetNotSold"),
        ("Ardèvol", "Núvol privat", 1, "Standard_D4s_v5", "CommitmentTooLow"),
    ] {
        let person = desk.customer(customer);
        let item = desk.reservation(&person, name);
        let payer = subscription(&desk, &person);
        let body = draft(&[(&item, units)], &[machines(&payer, sku, "westeurope", "P3Y", 2)], &[]);
        assert_eq!(refusal(&desk, &person, &body), expected, "{name}");
    }
}

#[test]
fn from_february_2027_what_is_new_cannot_be_exchanged() {
    let desk = Desk::open();
    // The demonstration then begins with that day.
    desk.wait(TimeDelta::days(100));
    let person = desk.customer("Brisa");
    let payer = subscription(&desk, &person);
    let exchange = |name: &str| {
        let item = desk.reservation(&person, name);
        draft(&[(&item, 1)], &[machines(&payer, "Standard_E16s_v5", "northeurope", "P3Y", 1)], &[])
    };
    assert_eq!(refusal(&desk, &person, &exchange("Análise sazonal")), "ExchangeRightEnded");
    let older = desk.customer("Ardèvol");
    let payer = subscription(&desk, &older);
    let item = desk.reservation(&older, "Maquetació");
    let body = draft(&[(&item, 1)], &[d4s(&payer, 2)], &[]);
    let quote = desk.exchange_quote(&older, &body, NEWEST);
    assert_eq!(quote["policyResult"]["policyErrors"], Value::Null);
    let accepted = desk.exchange(&older, &quote);
    desk.wait(TimeDelta::seconds(6));
    assert_eq!(desk.follow(&older, &accepted).body["status"], "Succeeded");
    // What was received is new.
    let received = desk.reservation(&older, "New Standard_D4s_v5");
    let body = draft(&[(&received, 1)], &[d4s(&payer, 9)], &[]);
    assert_eq!(refusal(&desk, &older, &body), "ExchangeRightEnded");
}

#[test]
fn a_bad_field_is_named() {
    let desk = Desk::open();
    let person = desk.customer("Ardèvol");
    let item = desk.reservation(&person, "Maquetació");
    let other = desk.reservation(&desk.customer("Kupferhain"), "Fertigungsleitstand");
    let payer = subscription(&desk, &person);
    let check = |body: &Value, target: &str| {
        let reply = desk.calculate(&person, body, NEWEST);
        assert_eq!(reply.status, 400, "{}", reply.body);
        assert_eq!(reply.body["error"]["target"], target, "{}", reply.body);
    };
    let list = "properties.reservationsToExchange";
    check(&json!({}), list);
    check(&json!({ "properties": { "reservationsToExchange": {} } }), list);
    check(&draft(&[(&item, 1)], &[], &[]), "properties.reservationsToPurchase");
    check(
        &draft(&[(&item, 1), (&item, 1)], &[d4s(&payer, 1)], &[]),
        &format!("{list}[1].reservationId"),
    );
    let mut body = draft(&[(&item, 1)], &[d4s(&payer, 1)], &[]);
    body["properties"]["reservationsToExchange"][0]["quantity"] = json!(-1);
    check(&body, &format!("{list}[0].quantity"));
    body["properties"]["reservationsToExchange"][0]["reservationId"] = json!("x");
    check(&body, &format!("{list}[0].reservationId"));
    let mut wrong = vec![d4s(&payer, 1), with(d4s(&payer, 1), "appliedScopeType", json!("All"))];
    let purchase = "properties.reservationsToPurchase[1]";
    check(&draft(&[(&item, 1)], &wrong, &[]), &format!("{purchase}.properties.appliedScopeType"));
    wrong[1] = with(d4s(&payer, 1), "quantity", json!(0));
    check(&draft(&[(&item, 1)], &wrong, &[]), &format!("{purchase}.properties.quantity"));
    wrong[1] = machines(&payer, "Standard_Z", "westeurope", "P1Y", 1);
    check(&draft(&[(&item, 1)], &wrong, &[]), &format!("{purchase}.sku.name"));

    let reply = desk.calculate(&person, &draft(&[(&other, 1)], &[d4s(&payer, 1)], &[]), NEWEST);
    assert_eq!((reply.status, reply.code()), (404, "ReservationOrderNotFound"));
    let reply = desk.calculate(&person, &body, "2099");
    assert_eq!(reply.status, 400);
}

#[test]
fn a_session_is_used_once_and_not_for_long() {
    let desk = Desk::open();
    let person = desk.customer("Ardèvol");
    let item = desk.reservation(&person, "Maquetació");
    let payer = subscription(&desk, &person);
    let body = draft(&[(&item, 1)], &[d4s(&payer, 1)], &[]);
    let quote = desk.exchange_quote(&person, &body, NEWEST);
    assert_eq!(desk.exchange(&desk.customer("Brisa"), &quote).code(), "ActivateQuoteFailed");
    desk.wait(TimeDelta::minutes(10));
    assert_eq!(desk.exchange(&person, &quote).code(), "ActivateQuoteFailed", "too late");
    let quote = desk.exchange_quote(&person, &body, NEWEST);
    assert_eq!(desk.exchange(&person, &quote).status, 202);
    assert_eq!(desk.exchange(&person, &quote).code(), "ActivateQuoteFailed", "used");
    assert_eq!(desk.exchange(&person, &json!({})).status, 400);
    assert_eq!(desk.exchange(&person, &json!({ "sessionId": "x" })).code(), "ActivateQuoteFailed");
}

#[test]
fn a_return_in_between_makes_the_quote_worthless() {
    let desk = Desk::open();
    let person = desk.customer("Ardèvol");
    let item = desk.reservation(&person, "Catàleg en línia");
    let payer = subscription(&desk, &person);
    let quote = desk.exchange_quote(&person, &draft(&[(&item, 1)], &[d4s(&payer, 1)], &[]), NEWEST);
    let path = format!("{}/calculateRefund", item.order);
    let refund = desk.post(&person, &path, &item.refund_body(1));
    let path = format!("{}/return", item.order);
    assert_eq!(desk.post(&person, &path, &item.return_body(1, &refund.body)).status, 202);
    let reply = desk.exchange(&person, &quote);
    assert_eq!((reply.status, reply.code()), (409, "OperationCannotBePerformedInCurrentState"));
    desk.wait(TimeDelta::seconds(5));
    let reply = desk.exchange(&person, &quote);
    assert_eq!((reply.status, reply.code()), (409, "ActivateQuoteFailed"));
}

#[test]
fn units_are_exchanged_once_and_cannot_be_returned_meanwhile() {
    let desk = Desk::open();
    let person = desk.customer("Ardèvol");
    let item = desk.reservation(&person, "Maquetació");
    let payer = subscription(&desk, &person);
    let body = draft(&[(&item, 12)], &[d4s(&payer, 12)], &[]);
    let quotes = [(); 2].map(|()| desk.exchange_quote(&person, &body, NEWEST));
    assert_eq!(desk.exchange(&person, &quotes[0]).status, 202);
    let second = desk.exchange(&person, &quotes[1]);
    assert_eq!((second.status, second.code()), (409, "OperationCannotBePerformedInCurrentState"));
    let path = format!("{}/calculateRefund", item.order);
    assert_eq!(desk.post(&person, &path, &item.refund_body(1)).status, 409);
    desk.wait(TimeDelta::seconds(6));
    assert_eq!(desk.exchange(&person, &quotes[1]).status, 409);
}

/// The quote of an exchange of a sentinel's two units in the lab.
fn lab(desk: &Desk, name: &str) -> (Person, Item, Value) {
    let lab = desk.customer("Breakwater");
    let item = desk.reservation(&lab, name);
    let payer = subscription(desk, &lab);
    let body = draft(&[(&item, 2)], &[d4s(&payer, 1)], &[]);
    (lab, item, body)
}

#[test]
fn a_failed_purchase_leaves_the_units_returned_and_says_so() {
    let desk = Desk::open();
    let (lab, item, body) = lab(&desk, "Exchange fails: purchases after the refunds");
    let quote = desk.exchange_quote(&lab, &body, NEWEST);
    let before = desk.ask(&lab, "GET /providers/Microsoft.Capacity/reservations").rows().len();
    let accepted = desk.exchange(&lab, &quote);
    desk.wait(TimeDelta::seconds(4));
    assert_eq!(desk.follow(&lab, &accepted).body["status"], "PendingPurchases");
    desk.wait(TimeDelta::seconds(2));
    let reply = desk.follow(&lab, &accepted);
    assert_eq!((reply.status, &reply.body["status"]), (200, &json!("Failed")));
    assert_eq!(reply.body["error"]["code"], "PurchaseError");
    let of = |list: &str| reply.body["properties"][list][0]["status"].clone();
    assert_eq!(
        [of("reservationsToExchange"), of("reservationsToPurchase")],
        ["Succeeded", "Failed"]
    );
    let row = desk.ask(&lab, &format!("GET {}", item.id)).body["properties"].clone();
    assert_eq!(row["provisioningState"], "Cancelled");
    assert_eq!(row["extendedStatusInfo"]["statusCode"], "PurchaseError");
    assert_eq!(row["swapProperties"], Value::Null);
    let after = desk.ask(&lab, "GET /providers/Microsoft.Capacity/reservations").rows().len();
    assert_eq!(after, before, "nothing was bought");
    let changes = desk.activities(&lab)[0]["changes"].clone();
    assert_eq!(changes[2], json!({ "field": "status", "before": "Pending", "after": "Failed" }));
}

#[test]
fn failed_refunds_leave_everything_as_it_was() {
    let desk = Desk::open();
    let (lab, item, body) = lab(&desk, "Exchange fails: refunds");
    let quote = desk.exchange_quote(&lab, &body, NEWEST);
    let accepted = desk.exchange(&lab, &quote);
    desk.wait(TimeDelta::seconds(2));
    assert_eq!(desk.follow(&lab, &accepted).body["status"], "PendingRefunds");
    desk.wait(TimeDelta::seconds(2));
    let body = desk.follow(&lab, &accepted).body;
    assert_eq!(
        (&body["status"], &body["error"]["code"]),
        (&json!("Failed"), &json!("OperationFailed"))
    );
    let of = |list: &str| body["properties"][list][0]["status"].clone();
    assert_eq!(
        [of("reservationsToExchange"), of("reservationsToPurchase")],
        ["Failed", "Cancelled"]
    );
    let row = desk.ask(&lab, &format!("GET {}", item.id)).body["properties"].clone();
    assert_eq!((&row["provisioningState"], &row["quantity"]), (&json!("Succeeded"), &json!(2)));
    desk.wait(TimeDelta::seconds(9));
    assert_eq!(desk.follow(&lab, &accepted).body, body, "it is over");
}

#[test]
fn each_failure_of_a_return_is_one_of_an_exchange_as_well() {
    let desk = Desk::open();
    for (name, status, fails_at_once) in [
        ("401 unauthorized", 401, true),
        ("403 forbidden", 403, true),
        ("404 not found", 404, true),
        ("409 conflict", 409, false),
        ("412 precondition", 412, false),
        ("429 throttled", 429, true),
        ("500 server error", 500, true),
        ("timeout", 504, true),
        ("malformed body", 200, true),
        ("expired session", 400, false),
    ] {
        let (lab, _, body) = lab(&desk, &format!("Refund fails: {name}"));
        let reply = if fails_at_once {
            desk.calculate(&lab, &body, NEWEST)
        } else {
            desk.exchange(&lab, &desk.exchange_quote(&lab, &body, NEWEST))
        };
        assert_eq!(reply.status, status, "{name}: {}", reply.body);
    }
    let (lab, _, body) = lab(&desk, "Refund fails: policy error in a 200");
    assert_eq!(refusal(&desk, &lab, &body), "RefundLimitExceeded");
}

#[test]
fn exchanging_needs_the_programme_and_a_role() {
    let desk = Desk::open();
    let council = desk.customer("Tern Harbour");
    let item = desk.reservation(&council, "Council tax portal");
    let payer = subscription(&desk, &council);
    let mut request = d4s(&payer, 1);
    request["sku"]["name"] = json!("AppService_P3v3");
    let request = with(request, "reservedResourceType", json!("AppService"));
    let body = draft(&[(&item, 1)], &[request], &[]);
    let quote = desk.exchange_quote(&council, &body, NEWEST);
    assert_eq!(desk.exchange(&council, &quote).code(), "Forbidden");
    let guest = council.with_role("Guest");
    for path in [CALCULATE, EXCHANGE] {
        let reply = block_on(desk.ask_with(&guest, &format!("POST {path}"), &[], &body));
        assert_eq!((reply.status, reply.code()), (403, "AuthorizationFailed"));
    }
}
