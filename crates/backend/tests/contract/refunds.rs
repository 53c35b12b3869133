//! Quoting and carrying out refunds.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::fixtures::{Desk, Item, Person, Reply, block_on};

const NEWEST: &str = "azure-2026-08";

fn quote(desk: &Desk, person: &Person, item: &Item, units: u64) -> Reply {
    desk.post(person, &format!("{}/calculateRefund", item.order), &item.refund_body(units))
}

fn quote_under(desk: &Desk, person: &Person, item: &Item, units: u64, policy: &str) -> Reply {
    let what = format!("POST {}/calculateRefund", item.order);
    let body = item.refund_body(units);
    block_on(desk.ask_with(person, &what, &[("prorata-policy", policy)], &body))
}

fn give_back(desk: &Desk, person: &Person, item: &Item, units: u64, quote: &Reply) -> Reply {
    let body = item.return_body(units, &quote.body);
    desk.post(person, &format!("{}/return", item.order), &body)
}

fn read(desk: &Desk, person: &Person, item: &Item) -> Value {
    desk.ask(person, &format!("GET {}", item.id)).body["properties"].clone()
}

fn order_state(desk: &Desk, person: &Person, item: &Item) -> Value {
    let order = desk.ask(person, &format!("GET {}", item.order)).body;
    order["properties"]["provisioningState"].clone()
}

/// The numbers of a quote: refund, in USD, paid, kept, remaining, instalments so far.
fn amounts(reply: &Reply) -> Vec<String> {
    assert_eq!(reply.status, 200, "{}", reply.body);
    let properties = &reply.body["properties"];
    let billing = &properties["billingInformation"];
    [
        &properties["billingRefundAmount"]["amount"],
        &properties["pricingRefundAmount"]["amount"],
        &billing["billingCurrencyTotalPaidAmount"]["amount"],
        &billing["billingCurrencyProratedAmount"]["amount"],
        &billing["billingCurrencyRemainingCommitmentAmount"]["amount"],
        &billing["completedTransactions"],
    ]
    .map(Value::to_string)
    .to_vec()
}

#[test]
fn a_monthly_quote_by_hand() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    // 118.00 a month and unit; day 12 of the cycle of 9 November, which has 30. The credit is
    // 118.00 - 47.20 = 70.80, the fee 12 % of it, 8.50.
    let of_one = quote(&desk, &person, &item, 1);
    assert_eq!(amounts(&of_one), ["62.30", "67.55", "12036.00", "11973.70", "2242.00", "17"]);
    let policy = &of_one.body["properties"]["policyResult"]["properties"];
    assert_eq!(policy["policyErrors"], json!([]));
    assert_eq!(policy["consumedRefundsTotal"]["amount"].to_string(), "7404.60");
    assert_eq!(policy["maxRefundLimit"]["currencyCode"], "USD");
    // The newest policy charges no fee.
    let newest = quote_under(&desk, &person, &item, 1, NEWEST);
    assert_eq!(amounts(&newest), ["70.80", "76.77", "12036.00", "11965.20", "2242.00", "17"]);
}

#[test]
fn the_first_five_days_depend_on_use_and_policy() {
    let desk = Desk::open();
    let person = desk.customer("Θαλασσινή");
    let unused = desk.reservation(&person, "Δοκιμές καιρού");
    // Five days old and never used: all of 1,404.00 for each of three units.
    assert_eq!(amounts(&quote(&desk, &person, &unused, 3))[0], "4212.00");
    let person = desk.customer("Kupferhain");
    let used = desk.reservation(&person, "Webportal");
    // Five days old and used: 75.41 a month, 25 of 30 days left, no fee.
    assert_eq!(amounts(&quote(&desk, &person, &used, 1))[0], "62.84");
    assert_eq!(amounts(&quote_under(&desk, &person, &used, 1, NEWEST))[0], "75.41");
    let person = desk.customer("Brisa");
    let day_6 = desk.reservation(&person, "Análise sazonal");
    // Day six: 551.30 less 6 of 365 days, less the fee, used or not.
    assert_eq!(amounts(&quote(&desk, &person, &day_6, 1))[0], "477.17");
}

#[test]
fn a_full_return_goes_through_pending_to_cancelled() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Testumgebung, nie genutzt");
    let quoted = quote(&desk, &person, &item, 10);
    let reply = give_back(&desk, &person, &item, 10, &quoted);
    assert_eq!(reply.status, 202, "{}", reply.body);
    assert_eq!(reply.body["properties"], quoted.body["properties"], "the very same quote");
    assert_eq!(reply.header("retry-after"), Some("2"));
    let location = reply.header("location").expect("where to look");
    assert!(location.contains(&item.order), "{location}");

    assert_eq!(order_state(&desk, &person, &item), "Pending");
    assert_eq!(read(&desk, &person, &item)["provisioningState"], "Pending");
    desk.wait(TimeDelta::seconds(10));
    assert_eq!(order_state(&desk, &person, &item), "Cancelled");
    let row = read(&desk, &person, &item);
    assert_eq!(row["provisioningState"], "Cancelled");
    assert_eq!(row["quantity"], 10);
    assert_eq!(row["capabilities"], Value::Null);
    assert_eq!(row["utilization"]["aggregates"], json!([]));
    let order = desk.ask(&person, &format!("GET {}?$expand=schedule", item.order)).body;
    let payments = order["properties"]["planInformation"]["transactions"].as_array().expect("all");
    assert_eq!(payments.iter().filter(|p| p["status"] == "Cancelled").count(), 11);
}

#[test]
fn a_partial_return_keeps_the_rest_and_shows_what_went() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let before = desk.summary("Kupferhain");
    let quoted = quote(&desk, &person, &item, 2);
    assert_eq!(give_back(&desk, &person, &item, 2, &quoted).status, 202);
    desk.wait(TimeDelta::seconds(10));

    let row = read(&desk, &person, &item);
    assert_eq!((&row["quantity"], &row["provisioningState"]), (&4.into(), &"Succeeded".into()));
    assert_eq!(order_state(&desk, &person, &item), "Succeeded");
    let of_order = desk.ask(&person, &format!("GET {}/reservations", item.order));
    let sibling = of_order.rows().iter().find(|row| row["id"] != item.id.as_str()).expect("it");
    assert_eq!(sibling["properties"]["quantity"], 2);
    assert_eq!(sibling["properties"]["provisioningState"], "Cancelled");
    assert_eq!(sibling["properties"]["splitProperties"]["splitSource"], item.id.as_str());

    // 141.60 EUR less the fee of 16.99, at 1.0843.
    assert_eq!(before["limitUsedUsd"], "7404.60");
    assert_eq!(desk.summary("Kupferhain")["limitUsedUsd"], "7539.71");
    let order = desk.ask(&person, &format!("GET {}?$expand=schedule", item.order)).body;
    let payments = order["properties"]["planInformation"]["transactions"].as_array().expect("all");
    let amount = |place: usize| payments[place]["pricingCurrencyTotal"]["amount"].to_string();
    assert_eq!((amount(16), amount(17)), ("708.00".into(), "472.00".into()));
    // What is left can be quoted as before.
    assert_eq!(amounts(&quote(&desk, &person, &item, 1))[0], "62.30");
}

#[test]
fn a_session_is_used_once_and_not_for_long() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let other = desk.reservation(&person, "ERP Datenbank");
    let quoted = quote(&desk, &person, &item, 1);
    for (item, units, why) in [(&other, 1, "another record"), (&item, 2, "another quantity")] {
        let reply = give_back(&desk, &person, item, units, &quoted);
        assert_eq!((reply.status, reply.code()), (400, "ActivateQuoteFailed"), "{why}");
    }
    assert_eq!(give_back(&desk, &person, &item, 1, &quoted).status, 202, "still good");
    desk.wait(TimeDelta::seconds(10));
    let again = give_back(&desk, &person, &item, 1, &quoted);
    assert_eq!((again.status, again.code()), (400, "ActivateQuoteFailed"), "used");

    let quoted = quote(&desk, &person, &item, 1);
    desk.wait(TimeDelta::minutes(10));
    let late = give_back(&desk, &person, &item, 1, &quoted);
    assert_eq!((late.status, late.code()), (400, "ActivateQuoteFailed"), "too late");
}

#[test]
fn a_quote_of_yesterday_is_not_carried_out_today() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    desk.wait(TimeDelta::hours(14) + TimeDelta::minutes(25));
    let quoted = quote(&desk, &person, &item, 1);
    desk.wait(TimeDelta::minutes(6));
    let reply = give_back(&desk, &person, &item, 1, &quoted);
    assert_eq!((reply.status, reply.code()), (409, "ActivateQuoteFailed"));
    assert_eq!(read(&desk, &person, &item)["provisioningState"], "Succeeded");
}

#[test]
fn a_return_under_way_blocks_another_one() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let (first, second) = (quote(&desk, &person, &item, 1), quote(&desk, &person, &item, 1));
    assert_eq!(give_back(&desk, &person, &item, 1, &first).status, 202);
    let reply = give_back(&desk, &person, &item, 1, &second);
    assert_eq!((reply.status, reply.code()), (409, "OperationCannotBePerformedInCurrentState"));
}

#[test]
fn over_the_limit_the_payout_is_capped_or_the_return_refused() {
    let desk = Desk::open();
    let person = desk.customer("Vantaggio");
    let item = desk.reservation(&person, "Sequenziamento");
    let capped = quote(&desk, &person, &item, 1);
    assert_eq!(amounts(&capped)[..2], ["0.00", "0.00"], "nothing is left of the limit");
    assert!(capped.body["properties"]["sessionId"].is_string());
    let refused = quote_under(&desk, &person, &item, 1, NEWEST);
    assert_eq!(refused.status, 200);
    let errors = &refused.body["properties"]["policyResult"]["properties"]["policyErrors"];
    assert_eq!(errors[0]["code"], "RefundLimitExceeded");
    assert!(refused.body["properties"]["sessionId"].is_null());

    let person = desk.customer("Sablier");
    let item = desk.reservation(&person, "SAP HANA for the whole group");
    let capped = quote(&desk, &person, &item, 1);
    assert_eq!(amounts(&capped)[0], "46000.00", "50,000 less the 4,000 that are used");
    assert_eq!(give_back(&desk, &person, &item, 1, &capped).status, 202);
    assert_eq!(desk.summary("Sablier")["limitUsedUsd"], "50000.00");
}

#[test]
fn near_the_limit_the_two_readings_differ() {
    let desk = Desk::open();
    let person = desk.customer("Old Quarry");
    let item = desk.reservation(&person, "Patient records");
    assert!(quote(&desk, &person, &item, 12).body["properties"]["sessionId"].is_string());
    let newest = quote_under(&desk, &person, &item, 12, NEWEST);
    assert!(newest.body["properties"]["sessionId"].is_null(), "the commitment counts");
}

#[test]
fn refusals_have_their_codes() {
    let desk = Desk::open();
    for (customer, name, units, policy, status, code) in [
        ("Kupferhain", "Fertigungsleitstand", 0, NEWEST, 400, "InvalidRefundQuantity"),
        ("Kupferhain", "Fertigungsleitstand", 7, NEWEST, 400, "InvalidRefundQuantity"),
        ("Kupferhain", "Messrechner Halle 3", 1, NEWEST, 409, STATE),
        ("Thistledown", "Expired: FIX gateway", 1, NEWEST, 409, STATE),
        ("Fjällgren", "Godsterminal", 1, NEWEST, 409, STATE),
        ("澜汀", "开发环境甲", 1, NEWEST, 409, STATE),
        ("霞ヶ瀬", "処理中の購入", 1, NEWEST, 409, STATE),
        ("Gemeenschappelijke", "Kantooromgeving", 1, NEWEST, 400, "SelfServiceRefundNotSupported"),
        ("Meridian", "Typesetting, Linux", 1, NEWEST, 400, "SelfServiceRefundNotSupported"),
        (
            "Sablier",
            "Retired VMware nodes",
            1,
            "azure-2023-10",
            400,
            "SelfServiceRefundNotSupported",
        ),
        ("Kupferhain", "Fertigungsleitstand", 1, "azure-2099", 400, "BadRequest"),
    ] {
        let person = desk.customer(customer);
        let item = desk.reservation(&person, name);
        let reply = quote_under(&desk, &person, &item, units, policy);
        assert_eq!((reply.status, reply.code()), (status, code), "{name}");
    }
}

const STATE: &str = "OperationCannotBePerformedInCurrentState";

#[test]
fn a_reservation_of_another_order_is_not_returned_here() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let other = desk.reservation(&person, "ERP Datenbank");
    let path = format!("{}/calculateRefund", other.order);
    let reply = desk.post(&person, &path, &item.refund_body(1));
    assert_eq!((reply.status, reply.code()), (404, "ReservationIdNotInReservationOrder"));
}

#[test]
fn another_return_of_the_customer_does_not_spoil_a_quote() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let first = desk.reservation(&person, "Fertigungsleitstand");
    let second = desk.reservation(&person, "ERP Datenbank");
    let (of_first, of_second) =
        (quote(&desk, &person, &first, 1), quote(&desk, &person, &second, 1));
    assert_eq!(give_back(&desk, &person, &first, 1, &of_first).status, 202);
    assert_eq!(give_back(&desk, &person, &second, 1, &of_second).status, 202);
}

#[test]
fn a_thousand_quotes_of_one_customer_are_good_at_once() {
    let desk = Desk::open();
    let person = desk.customer("Kupferhain");
    let item = desk.reservation(&person, "Fertigungsleitstand");
    let first = quote(&desk, &person, &item, 1);
    for _ in 0..1_000 {
        desk.wait(TimeDelta::milliseconds(100));
        assert_eq!(quote(&desk, &person, &item, 1).status, 200);
    }
    assert_eq!(give_back(&desk, &person, &item, 1, &first).status, 202);
}
