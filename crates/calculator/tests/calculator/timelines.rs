//! What a chart marks: the days on which something other than the passing of a day changes.

use calculator::json::{RefundCase, RefundRequest};
use calculator::{EventKind, timeline};
use serde_json::{Value, json};

use crate::common::{changed, dollar_a_day};

fn case(changes: Value) -> RefundCase {
    let request = changed(changed(dollar_a_day(), json!({ "on": "2025-01-01" })), changes);
    let request = RefundRequest::parse(&request.to_string()).expect("a request");
    request.case().expect("a valid request")
}

/// The events as text: day, kind and amount.
fn events(changes: Value) -> Vec<String> {
    let in_words = |kind| match kind {
        EventKind::FirstDaysOver => "first days over".to_owned(),
        EventKind::InstalmentDue => "instalment".to_owned(),
        EventKind::LimitReplenished(usd) => format!("{usd} free"),
    };
    let events = timeline(&case(changes).input()).events;
    events.into_iter().map(|event| format!("{} {}", event.day, in_words(event.kind))).collect()
}

#[test]
fn the_first_days_end_on_the_sixth_day_where_the_policy_has_them() {
    assert_eq!(events(json!({})), ["2025-01-07 first days over"]);
    assert_eq!(events(json!({ "policy": "azure-2026-08" })), ["2025-01-07 first days over"]);
    assert!(events(json!({ "policy": "partner-center-2018-05" })).is_empty());
}

#[test]
fn without_a_rate_no_day_was_held_against_the_limit() {
    let euros = json!({ "reservation": { "currencyCode": "EUR" } });
    assert!(!timeline(&case(euros.clone()).input()).is_limit_checked);
    let rate = changed(euros, json!({ "usdRate": "1.25" }));
    assert!(timeline(&case(rate).input()).is_limit_checked);
    assert!(timeline(&case(json!({})).input()).is_limit_checked, "dollars need no rate");
}

#[test]
fn every_instalment_but_the_first_is_still_due() {
    let monthly = json!({
        "policy": "partner-center-2018-05", "on": "2025-09-15",
        "reservation": { "billingPlan": "Monthly" }
    });
    assert_eq!(
        events(monthly),
        ["2025-10-01 instalment", "2025-11-01 instalment", "2025-12-01 instalment"]
    );
}

#[test]
fn cancellations_of_one_day_are_free_again_together() {
    let ledger = json!([
        { "date": "2024-06-01", "usd": "50.00" }, { "date": "2024-03-10", "usd": "100.00" },
        { "date": "2024-03-10", "usd": "200.00" }, { "date": "2023-12-01", "usd": "7.00" }
    ]);
    assert_eq!(
        events(json!({ "policy": "partner-center-2018-05", "ledger": ledger })),
        ["2025-03-10 300.00 free", "2025-06-01 50.00 free"]
    );
}

#[test]
fn only_what_changes_between_the_first_day_and_the_end_is_marked() {
    let entry = |date: &str| json!({ "date": date, "usd": "1.00" });
    let ledger = ["2024-01-02", "2024-01-03", "2024-12-31", "2025-01-01"].map(entry);
    assert_eq!(
        events(json!({ "policy": "partner-center-2018-05", "ledger": ledger })),
        ["2025-01-02 1.00 free", "2025-12-31 1.00 free"]
    );
}

#[test]
fn a_monthly_return_counts_what_is_charged_while_one_waits() {
    // 36.50 a month; on the first of February the second instalment is charged.
    let changes = json!({
        "policy": "azure-2026-08", "on": "2025-01-16", "returnQuantity": 2,
        "reservation": { "billingPlan": "Monthly", "unitPrice": "438.00" }
    });
    let line = timeline(&case(changes).input());
    let on = |date: &str| {
        let day = crate::common::day(date);
        let point = line.points.iter().find(|point| point.day == day).expect(date);
        [point.payable, point.charged, point.left].map(|amount| amount.to_string())
    };
    assert_eq!(on("2025-01-16"), ["37.68", "0.00", "37.68"]);
    assert_eq!(on("2025-01-31"), ["2.35", "0.00", "2.35"]);
    assert_eq!(on("2025-02-01"), ["73.00", "73.00", "0.00"], "it only looks as if waiting paid");
    assert_eq!(on("2025-12-31"), ["2.35", "803.00", "-800.65"]);
    assert_eq!((line.best, line.has_charges), (Some(0), true));
    let last = line.points.last().expect("a day");
    assert_eq!(last.flow().amount().to_string(), "800.65");

    let upfront = timeline(&case(json!({})).input());
    assert!(upfront.points.iter().all(|point| point.left == point.payable));
    assert!(!upfront.has_charges);
}

#[test]
fn the_best_day_may_lie_ahead_of_the_first() {
    let used_up = json!([{ "date": "2024-06-01", "usd": "50000.00" }]);
    let line = timeline(&case(json!({ "ledger": used_up, "on": "2025-05-20" })).input());
    assert_eq!(line.points[line.best.expect("possible")].day.to_string(), "2025-06-01");
    let cancelled = json!({ "reservation": { "provisioningState": "Cancelled" } });
    assert_eq!(timeline(&case(cancelled).input()).best, None);
}
