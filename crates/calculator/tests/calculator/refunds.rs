//! Refunds case by case: what one policy grants and another does not.

use calculator::json::RefundRequest;
use serde_json::{Value, json};

use crate::common::{answer, assert_contains, changed, dollar_a_day};

#[track_caller]
fn check(changes: Value, expected: Value) {
    assert_contains(&answer(&changed(dollar_a_day(), changes)), &expected);
}

#[test]
fn a_case_gives_its_request_again_without_what_goes_without_saying() {
    for (used, expected) in [(0, None), (1, Some(1)), (10, Some(10))] {
        let request = json!({ "reservation": { "exchangesUsed": used } });
        let request = RefundRequest::parse(&changed(dollar_a_day(), request).to_string());
        let case = request.and_then(|request| request.case()).expect("a valid request");
        let again = RefundRequest::from(&case).reservation.expect("a reservation");
        assert_eq!(again.exchanges_used, expected);
    }
}

/// The same return on one day under each policy: `(consumed, fee, payable)` in table order.
#[track_caller]
fn check_policies(changes: Value, expected: [(&str, &str, &str); 4]) {
    for (policy, (consumed, fee, payable)) in calculator::Policy::all().iter().zip(expected) {
        let changes = changed(changes.clone(), json!({ "policy": policy.id }));
        check(changes, json!({ "consumed": consumed, "fee": fee, "payable": payable }));
    }
}

#[test]
fn the_policies_differ_in_the_first_days_and_in_the_fee() {
    let day_five = json!({ "on": "2025-01-06" });
    let day_six = json!({ "on": "2025-01-07" });
    let unused = json!({ "reservation": { "used": false } });
    check_policies(
        day_five.clone(),
        [
            ("5.00", "43.20", "316.80"),
            ("5.00", "0.00", "360.00"),
            ("0.00", "0.00", "365.00"),
            ("0.00", "0.00", "365.00"),
        ],
    );
    check_policies(
        changed(day_five, unused.clone()),
        [
            ("5.00", "43.20", "316.80"),
            ("0.00", "0.00", "365.00"),
            ("0.00", "0.00", "365.00"),
            ("0.00", "0.00", "365.00"),
        ],
    );
    let after = [
        ("6.00", "43.08", "315.92"),
        ("6.00", "43.08", "315.92"),
        ("6.00", "0.00", "359.00"),
        ("6.00", "0.00", "359.00"),
    ];
    check_policies(day_six.clone(), after);
    check_policies(changed(day_six, unused), after);
}

#[test]
fn the_day_of_purchase_is_day_zero() {
    check(
        json!({ "on": "2025-01-01" }),
        json!({ "paid": "365.00", "consumed": "0.00", "credit": "365.00", "fee": "0.00" }),
    );
    check(
        json!({ "on": "2025-01-01", "policy": "partner-center-2018-05" }),
        json!({ "credit": "365.00", "fee": "43.80", "refund": "321.20", "warnings": ["FeeRateAssumed"] }),
    );
}

#[test]
fn a_given_fee_rate_is_used_and_flagged() {
    let fee_rate = json!({ "feeRate": "0.5" });
    check(
        fee_rate.clone(),
        json!({ "credit": "265.00", "fee": "132.50", "warnings": ["FeeRateOverridden"] }),
    );
    check(
        changed(fee_rate.clone(), json!({ "policy": "azure-2026-08" })),
        json!({ "fee": "132.50", "payable": "132.50", "warnings": ["FeeRateOverridden"] }),
    );
    // The 2018 article leaves the rate to the caller, so giving it is no what-if.
    check(
        changed(fee_rate.clone(), json!({ "policy": "partner-center-2018-05" })),
        json!({ "fee": "132.50", "warnings": [] }),
    );
    check(changed(fee_rate, json!({ "on": "2025-01-06" })), json!({ "fee": "0.00" }));
    check(json!({ "feeRate": "0" }), json!({ "fee": "0.00", "payable": "265.00" }));
    // A what-if says nothing about what the newest policy charges.
    check(json!({ "feeRate": "0.5" }), json!({ "newestPolicy": { "payable": "265.00" } }));
    check(
        json!({ "feeRate": "1" }),
        json!({ "fee": "265.00", "payable": "0.00", "decision": "allowed" }),
    );
}

#[test]
fn a_lower_current_price_is_the_base_since_2020() {
    let cheaper = json!({ "reservation": { "currentUnitPrice": "36.50" } });
    for (policy, paid) in [
        ("partner-center-2018-05", "365.00"),
        ("partner-center-2020-08", "36.50"),
        ("azure-2023-10", "36.50"),
        ("azure-2026-08", "36.50"),
    ] {
        check(changed(cheaper.clone(), json!({ "policy": policy })), json!({ "paid": paid }));
    }
    check(json!({ "reservation": { "currentUnitPrice": "365.01" } }), json!({ "paid": "365.00" }));
}

#[test]
fn monthly_plans_prorate_only_the_current_instalment() {
    let monthly = json!({ "reservation": { "billingPlan": "Monthly", "unitPrice": "1200.00" } });
    // Fourth cycle, from 1 April: 10 of 30 days.
    check(
        changed(monthly.clone(), json!({ "returnQuantity": 3 })),
        json!({
            "paid": "1200.00", "consumed": "1000.00", "credit": "200.00", "fee": "24.00",
            "refund": "176.00", "cancelledInstalments": "2400.00", "cancelledCommitment": "2600.00"
        }),
    );
    // A billed instalment replaces the equal part.
    let billed = changed(monthly.clone(), json!({ "reservation": { "instalment": "99.00" } }));
    check(
        billed.clone(),
        json!({ "paid": "396.00", "consumed": "330.00", "cancelledInstalments": "792.00" }),
    );
    let rounded_up = json!({ "reservation": { "instalment": "100.01" } });
    check(changed(monthly.clone(), rounded_up), json!({ "paid": "400.04" }));
    // A lower current price is the base of the instalments too, unless the billed one is lower.
    let lower = |price: &str| json!({ "reservation": { "currentUnitPrice": price } });
    check(changed(billed.clone(), lower("600.00")), json!({ "paid": "200.00" }));
    check(changed(billed, lower("1199.00")), json!({ "paid": "396.00" }));
    check(changed(monthly.clone(), lower("600.00")), json!({ "paid": "200.00" }));
    // The last day of the last cycle leaves nothing to cancel.
    check(
        changed(monthly, json!({ "on": "2025-12-31" })),
        json!({ "paid": "1200.00", "consumed": "1196.77", "credit": "3.23", "cancelledInstalments": "0.00" }),
    );
}

#[test]
fn a_term_of_one_month_has_one_instalment() {
    check(
        json!({ "on": "2025-01-16", "reservation": { "billingPlan": "Monthly", "term": "P1M", "unitPrice": "31.00" } }),
        json!({ "paid": "31.00", "consumed": "15.00", "cancelledInstalments": "0.00" }),
    );
}

#[test]
fn the_expiry_date_of_the_record_is_the_end_of_the_term() {
    check(
        json!({ "reservation": { "expiryDate": "2025-07-20" } }),
        json!({ "consumed": "182.50", "credit": "182.50" }),
    );
}

#[test]
fn instalments_that_never_fall_due_are_not_cancelled() {
    let expires = |day: &str| {
        json!({
            "policy": "azure-2026-08",
            "reservation": { "billingPlan": "Monthly", "unitPrice": "1200.00", "expiryDate": day }
        })
    };
    // The fourth of the instalments of 100.00 is prorated over 10 of 30 days; the others fall due on the first of a
    // month before the reservation expires.
    for (day, cancelled) in [
        ("2026-01-02", "800.00"),
        ("2026-01-01", "800.00"),
        ("2025-12-31", "800.00"),
        ("2025-12-02", "800.00"),
        ("2025-12-01", "700.00"),
        ("2025-11-30", "700.00"),
        ("2025-07-20", "300.00"),
        ("2025-05-02", "100.00"),
        ("2025-05-01", "0.00"),
    ] {
        let expected = json!({
            "paid": "400.00", "consumed": "333.33", "credit": "66.67", "cancelledInstalments": cancelled
        });
        check(expires(day), expected);
    }
    // The last cycle is as short as its days.
    check(
        expires("2025-04-21"),
        json!({ "consumed": "350.00", "credit": "50.00", "cancelledInstalments": "0.00" }),
    );
}

#[test]
fn a_price_below_the_minor_unit_is_rounded_once_per_total() {
    check(
        json!({ "returnQuantity": 3, "reservation": { "unitPrice": "0.005" } }),
        json!({ "paid": "0.02", "consumed": "0.00", "credit": "0.02" }),
    );
}

#[test]
fn the_limit_caps_until_2020_and_refuses_since_2023() {
    let large = json!({
        "returnQuantity": 2, "ledger": [{ "date": "2025-03-01", "usd": "10000.00" }],
        "reservation": { "unitPrice": "36500.00" }
    });
    check(
        large.clone(),
        json!({
            "decision": "capped", "refusal": null, "credit": "53000.00", "fee": "6360.00",
            "refund": "46640.00", "payable": "40000.00", "largestQuantity": 1,
            "firstDate": "2025-05-19",
            "usd": {
                "refund": "46640.00", "countsAgainstLimit": "46640.00", "limit": "50000.00",
                "usedBefore": "10000.00", "leftAfter": "0.00", "lostToLimit": "6640.00"
            },
            "newestPolicy": {
                "policy": "azure-2026-08", "decision": "refused",
                "refusal": "RefundLimitExceeded", "payable": "0.00"
            }
        }),
    );
    check(
        changed(large, json!({ "policy": "azure-2023-10" })),
        json!({
            "decision": "refused", "refusal": "RefundLimitExceeded", "payable": "0.00",
            "credit": "53000.00", "firstDate": "2025-06-15",
            "usd": {
                "countsAgainstLimit": "53000.00", "countsAsObserved": "53000.00",
                "leftAfter": "40000.00", "lostToLimit": "0.00"
            }
        }),
    );
}

#[test]
fn more_units_below_the_minor_unit_may_count_less() {
    // 0.00698 USD for three years, of which 606 of 1,095 days are over. One unit: 0.01 paid, 0.00 consumed. Two: 0.01
    // paid, 0.01 consumed. All seven: 0.05 paid, 0.03 consumed.
    let request = |used: &str| {
        json!({
            "policy": "azure-2026-08", "on": "2026-07-30",
            "reservation": {
                "quantity": 7, "term": "P3Y", "unitPrice": "0.00698", "purchaseDate": "2024-12-01"
            },
            "ledger": [{ "date": "2026-07-30", "usd": used }]
        })
    };
    check(request("50000.00"), json!({ "decision": "refused", "largestQuantity": 2 }));
    check(request("49999.99"), json!({ "decision": "allowed", "largestQuantity": 5 }));
    check(request("49999.98"), json!({ "largestQuantity": 7, "largestPayable": "0.02" }));
}

#[test]
fn a_refund_that_fills_the_limit_exactly_is_allowed() {
    let exact = json!({
        "policy": "azure-2023-10", "ledger": [{ "date": "2025-03-01", "usd": "49735.00" }]
    });
    check(exact.clone(), json!({ "decision": "allowed", "usd": { "leftAfter": "0.00" } }));
    check(
        changed(exact, json!({ "ledger": [{ "date": "2025-03-01", "usd": "49735.01" }] })),
        json!({ "decision": "refused", "usd": { "leftAfter": "264.99" } }),
    );
    // Once the ledger is over the limit, nothing is left, and nothing less than that.
    check(
        json!({ "ledger": [{ "date": "2025-03-01", "usd": "60000.00" }] }),
        json!({ "decision": "capped", "payable": "0.00", "usd": { "lostToLimit": "233.20", "leftAfter": "0.00" } }),
    );
}

#[test]
fn what_is_lost_is_the_fee_and_what_the_limit_does_not_pay() {
    check(json!({}), json!({ "lost": { "total": "31.80", "fee": "31.80", "overLimit": "0.00" } }));
    let almost_full = json!({ "ledger": [{ "date": "2025-03-01", "usd": "49900.00" }] });
    // Of 233.20 that are refunded 100.00 fit.
    check(
        almost_full.clone(),
        json!({ "payable": "100.00", "lost": { "total": "165.00", "fee": "31.80", "overLimit": "133.20" } }),
    );
    // Nothing is returned, so that nothing is lost.
    check(
        changed(almost_full, json!({ "policy": "azure-2023-10" })),
        json!({ "decision": "refused", "lost": null }),
    );
}

#[test]
fn ways_out_say_what_they_come_to() {
    // 500.00 are left; one unit comes to 233.20, and to 0.88 less with each day.
    let three =
        json!({ "returnQuantity": 3, "ledger": [{ "date": "2025-03-01", "usd": "49500.00" }] });
    check(
        three,
        json!({
            "decision": "capped", "largestQuantity": 2, "largestPayable": "466.40",
            "firstDate": "2025-06-26", "firstDatePayable": "498.96", "firstDateCharged": "0.00",
            "exchangeKeeps": "795.00"
        }),
    );
    let full = json!({ "ledger": [{ "date": "2025-03-01", "usd": "50000.00" }] });
    check(
        full,
        json!({
            "largestQuantity": 0, "largestPayable": null, "firstDate": null,
            "firstDatePayable": null, "firstDateCharged": null, "exchangeKeeps": "265.00"
        }),
    );
}

#[test]
fn cancellations_of_the_last_365_days_count() {
    let ledger = json!([
        { "date": "2024-04-11", "usd": "1.00" }, { "date": "2024-04-12", "usd": "2.00" },
        { "date": "2025-04-11", "usd": "4.00" }, { "date": "2025-04-12", "usd": "8.00" }
    ]);
    check(json!({ "ledger": ledger }), json!({ "usd": { "usedBefore": "6.00" } }));
    let one = |date| json!({ "ledger": [{ "date": date, "usd": "50000.00" }] });
    for date in ["2024-04-12", "2025-04-10", "2025-04-11"] {
        check(one(date), json!({ "decision": "capped", "payable": "0.00" }));
    }
    for date in ["2024-04-11", "2025-04-12", "2026-04-11"] {
        check(one(date), json!({ "decision": "allowed", "usd": { "leftAfter": "49766.80" } }));
    }
}

#[test]
fn the_first_date_is_before_a_later_cancellation_or_after_it_is_free_again() {
    // Three years at a dollar a day; what is used begins to count on 12 April, or is free on that day.
    let first = |on: &str, ledger: Value| {
        let reservation = json!({ "term": "P3Y", "unitPrice": "1096.00", "quantity": 1 });
        json!({ "on": on, "policy": "azure-2026-08", "reservation": reservation, "ledger": ledger })
    };
    let full = |date: &str| json!({ "date": date, "usd": "50000.00" });
    let until_then = json!([full("2024-04-12"), full("2025-04-12")]);
    check(first("2025-04-11", json!([full("2025-04-12")])), json!({ "firstDate": "2025-04-11" }));
    check(first("2025-04-11", until_then), json!({ "firstDate": "2026-04-12" }));
    let between = json!([full("2024-04-12"), full("2025-04-15")]);
    check(first("2025-04-11", between.clone()), json!({ "firstDate": "2025-04-12" }));
    check(first("2025-04-15", between), json!({ "firstDate": "2026-04-15" }));
}

#[test]
fn what_counts_since_2023_includes_cancelled_instalments() {
    check(
        json!({
            "policy": "azure-2023-10", "reservation": { "billingPlan": "Monthly", "unitPrice": "1200.00" }
        }),
        json!({ "usd": { "refund": "66.67", "countsAgainstLimit": "866.67", "countsAsObserved": "66.67" } }),
    );
}

#[test]
fn without_a_rate_the_limit_is_unknown_and_never_assumed() {
    let euros = json!({ "reservation": { "currencyCode": "EUR", "unitPrice": "365000.00" } });
    check(
        euros.clone(),
        json!({
            "decision": "allowed", "usd": null, "payable": "233200.00", "warnings": ["LimitUnknown"],
            "largestQuantity": 10, "firstDate": "2025-04-11"
        }),
    );
    check(
        changed(euros, json!({ "usdRate": "1.25" })),
        json!({
            "decision": "capped", "payable": "40000.00", "warnings": [],
            "usd": { "refund": "291500.00", "lostToLimit": "241500.00" }
        }),
    );
}

#[test]
fn what_is_left_is_converted_back_rounded_down() {
    check(
        json!({
            "usdRate": "0.0068", "ledger": [{ "date": "2025-03-01", "usd": "49999.99" }],
            "reservation": { "currencyCode": "JPY", "unitPrice": "365000" }
        }),
        json!({ "decision": "capped", "payable": "1", "usd": { "lostToLimit": "1585.75" } }),
    );
}

#[test]
fn a_rate_is_ignored_for_dollars() {
    check(json!({ "usdRate": "2" }), json!({ "usd": { "refund": "233.20" } }));
}

#[test]
fn warnings_mark_what_is_uncertain() {
    let azure = |on: &str| json!({ "policy": "azure-2026-08", "on": on });
    check(azure("2025-01-05"), json!({ "warnings": ["FirstDaysObserved"] }));
    check(azure("2025-01-06"), json!({ "warnings": ["FirstDaysObserved", "FirstDaysEdge"] }));
    check(azure("2025-01-07"), json!({ "warnings": ["FirstDaysEdge"] }));
    check(azure("2025-01-08"), json!({ "warnings": [] }));
    check(json!({ "on": "2025-01-06" }), json!({ "warnings": ["FirstDaysEdge"] }));
    check(
        json!({ "on": "2025-01-06", "policy": "partner-center-2018-05" }),
        json!({ "warnings": ["FeeRateAssumed"] }),
    );
}

#[test]
fn a_state_that_nobody_knows_is_told_beside_the_refusal() {
    let state = |name: &str| json!({ "reservation": { "provisioningState": name } });
    let refusal = "OperationCannotBePerformedInCurrentState";
    check(
        state("Hibernating"),
        json!({ "refusal": refusal, "payable": "0.00", "credit": "265.00", "warnings": ["StateUnknown"] }),
    );
    check(state("Cancelled"), json!({ "refusal": refusal, "warnings": [] }));
    check(state("succeeded"), json!({ "refusal": null, "warnings": [] }));
}

#[test]
fn disagreements_are_named_where_they_matter() {
    let named = |changes: Value, expected: &[&str]| {
        check(changes, json!({ "disagreements": expected }));
    };
    named(json!({}), &["FeeChargedOrNot", "FeeBase"]);
    named(json!({ "policy": "azure-2026-08" }), &["FeeChargedOrNot"]);
    named(json!({ "on": "2025-01-03" }), &[]);
    named(
        json!({ "on": "2025-01-03", "policy": "azure-2026-08" }),
        &["FirstDaysPromisedOrObserved"],
    );
    named(
        json!({ "policy": "azure-2026-08", "reservation": { "billingPlan": "Monthly" } }),
        &["FeeChargedOrNot", "LimitCountsRefundOrCommitment"],
    );
    named(json!({ "returnQuantity": 11 }), &[]);
}

#[test]
fn a_policy_may_be_left_out() {
    check(json!({ "policy": null }), json!({ "policy": "partner-center-2020-08" }));
}

#[test]
fn the_largest_amounts_are_exact() {
    check(
        json!({
            "returnQuantity": 1_000_000, "usdRate": "9999.999999999999",
            "reservation": { "quantity": 1_000_000, "unitPrice": "1000000000000", "currencyCode": "CLF" }
        }),
        json!({
            "paid": "1000000000000000000.0000", "consumed": "273972602739726027.3973",
            "credit": "726027397260273972.6027", "decision": "capped"
        }),
    );
}

#[test]
fn steps_lead_to_the_payable_amount() {
    let rules = |changes: Value| -> Vec<String> {
        let answer = answer(&changed(dollar_a_day(), changes));
        let steps = answer["steps"].as_array().expect("steps").clone();
        assert_eq!(steps.last().expect("a step")["result"], answer["payable"]);
        steps.iter().map(|step| step["rule"].as_str().expect("a rule").to_owned()).collect()
    };
    assert_eq!(
        rules(json!({})),
        [
            "elapsed-days",
            "term-days",
            "paid-upfront",
            "consumed-upfront",
            "credit",
            "fee",
            "refund",
            "limit-used",
            "limit-counts-refund",
            "limit-fits"
        ]
    );
    assert_eq!(
        rules(json!({
            "policy": "azure-2023-10", "usdRate": "1.1",
            "reservation": { "billingPlan": "Monthly", "currencyCode": "EUR", "currentUnitPrice": "300" }
        })),
        [
            "elapsed-days",
            "lowest-price",
            "equal-instalment",
            "billing-cycle",
            "paid-monthly",
            "consumed-monthly",
            "cancelled-instalments",
            "credit",
            "fee-not-charged",
            "refund",
            "cancelled-commitment",
            "limit-used",
            "usd-conversion",
            "limit-counts-commitment",
            "limit-counts-observed",
            "limit-fits"
        ]
    );
    assert_eq!(
        rules(json!({
            "on": "2025-01-02", "reservation": { "billingPlan": "Monthly", "instalment": "30.00", "used": false }
        })),
        [
            "elapsed-days",
            "billed-instalment",
            "billing-cycle",
            "paid-monthly",
            "cancelled-instalments",
            "first-days-unused",
            "credit",
            "fee-waived",
            "refund",
            "cancelled-commitment",
            "limit-used",
            "limit-counts-refund",
            "limit-fits"
        ]
    );
    assert_eq!(rules(json!({ "returnQuantity": 0 })), ["refused"]);
    assert!(
        rules(json!({ "policy": "azure-2023-10", "on": "2025-01-02" }))
            .contains(&"first-days-observed".to_owned())
    );
    assert!(rules(json!({ "feeRate": "0.1" })).contains(&"fee-given".to_owned()));
    assert!(
        rules(json!({ "policy": "partner-center-2018-05" })).contains(&"fee-assumed".to_owned())
    );
    assert!(
        rules(json!({ "reservation": { "currencyCode": "EUR" } }))
            .ends_with(&["limit-unknown".to_owned()])
    );
    let ledger = json!([{ "date": "2025-03-01", "usd": "49999.00" }]);
    assert!(rules(json!({ "ledger": ledger })).ends_with(&["limit-capped".to_owned()]));
    assert!(
        rules(json!({ "policy": "azure-2023-10", "ledger": ledger }))
            .ends_with(&["limit-refused".to_owned()])
    );
}

#[test]
fn a_step_says_what_went_in() {
    let answer = answer(&dollar_a_day());
    let consumed = &answer["steps"][3];
    assert_contains(
        consumed,
        &json!({
            "rule": "consumed-upfront", "formula": "1 × 365.00 × 100 ÷ 365", "result": "100.00",
            "inputs": { "paid": "365.00", "elapsedDays": "100", "daysInTerm": "365" }
        }),
    );
    let fee = &answer["steps"][5];
    assert_contains(
        fee,
        &json!({
            "formula": "265.00 × 0.12", "result": "31.80",
            "source": "Manage, cancel, exchange, or refund Microsoft Azure reservations for customers, 2020-08-06"
        }),
    );
}

#[test]
fn the_first_date_waits_for_the_ledger_where_the_value_falls_too_slowly() {
    // One unit at 36,500 USD over five years loses 20 USD a day: far too slow for 49,900 used.
    let slow = json!({
        "policy": "azure-2023-10", "returnQuantity": 1,
        "reservation": { "term": "P5Y", "unitPrice": "36500.00" },
        "ledger": [
            { "date": "2024-06-01", "usd": "20000.00" }, { "date": "2024-09-15", "usd": "29900.00" }
        ]
    });
    check(slow.clone(), json!({ "decision": "refused", "firstDate": "2025-09-15" }));
    // Two entries of one day are free again together, and count as two.
    let twice = json!({
        "ledger": [
            { "date": "2024-09-15", "usd": "20000.00" }, { "date": "2024-09-15", "usd": "29900.00" }
        ]
    });
    let answer = answer(&changed(dollar_a_day(), changed(slow, twice)));
    assert_contains(&answer, &json!({ "firstDate": "2025-09-15" }));
    let used =
        answer["steps"].as_array().expect("steps").iter().find(|step| step["rule"] == "limit-used");
    assert_contains(
        used.expect("the step"),
        &json!({ "inputs": { "entries": "2" }, "result": "100.00" }),
    );
}

#[test]
fn the_steps_of_a_monthly_plan_have_the_values_put_in() {
    let answer = answer(&changed(
        dollar_a_day(),
        json!({
            "policy": "azure-2023-10", "returnQuantity": 3,
            "reservation": { "billingPlan": "Monthly", "unitPrice": "1200.00" }
        }),
    ));
    let lines: Vec<_> = answer["steps"]
        .as_array()
        .expect("steps")
        .iter()
        .map(|step| {
            format!(
                "{} {} {}",
                step["formula"].as_str().expect("a formula"),
                step["relation"].as_str().expect("a sign"),
                step["result"].as_str().expect("a result")
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "2025-04-11 − 2025-01-01 = 100",
            "1200.00 ÷ 12 = 100.00",
            "2025-05-01 − 2025-04-01 = 30",
            "3 × 100.00 × 4 = 1200.00",
            "3 × 100.00 × (3 + 10 ÷ 30) = 1000.00",
            "8 × 100.00 × 3 = 2400.00",
            "1200.00 − 1000.00 = 200.00",
            "0.00 = 0.00",
            "200.00 − 0.00 = 200.00",
            "200.00 + 2400.00 = 2600.00",
            "50000.00 − 0.00 = 50000.00",
            "2600.00 = 2600.00",
            "200.00 = 200.00",
            "2600.00 ≤ 50000.00 ⇒ 200.00",
        ]
    );
}

#[test]
fn a_step_of_the_limit_says_how_it_compares() {
    let last_line = |changes: Value| -> String {
        let answer = answer(&changed(dollar_a_day(), changes));
        let step = answer["steps"].as_array().expect("steps").last().expect("a step").clone();
        ["formula", "relation", "result"].map(|part| step[part].as_str().expect(part)).join(" ")
    };
    let used = |usd: &str| json!({ "ledger": [{ "date": "2025-03-01", "usd": usd }] });
    let since_2023 = json!({ "policy": "azure-2023-10" });
    let euros = json!({ "reservation": { "currencyCode": "EUR" }, "usdRate": "1.1" });
    for (changes, line) in [
        (json!({}), "min(233.20, 50000.00) = 233.20"),
        (used("49999.00"), "min(233.20, 1.00) = 1.00"),
        (euros.clone(), "min(233.20, 50000.00 ÷ 1.1) = 233.20"),
        (changed(euros, used("49999.00")), "min(233.20, 1.00 ÷ 1.1) ≈ 0.90"),
        (since_2023.clone(), "265.00 ≤ 50000.00 ⇒ 265.00"),
        (changed(since_2023, used("49999.00")), "265.00 > 1.00 ⇒ 0.00"),
        (
            json!({ "reservation": { "provisioningState": "Cancelled" } }),
            "OperationCannotBePerformedInCurrentState ⇒ 0.00",
        ),
        (
            json!({ "on": "2025-01-04", "reservation": { "used": false } }),
            "min(365.00, 50000.00) = 365.00",
        ),
    ] {
        assert_eq!(last_line(changes), line);
    }
}

#[test]
fn without_a_rate_the_limit_is_not_checked_and_the_answer_says_so() {
    let euros = json!({ "reservation": { "currencyCode": "EUR" } });
    check(
        euros.clone(),
        json!({ "decision": "allowed", "limitChecked": false, "warnings": ["LimitUnknown"] }),
    );
    check(
        changed(euros, json!({ "usdRate": "1.1" })),
        json!({ "decision": "allowed", "limitChecked": true, "warnings": [] }),
    );
    check(json!({}), json!({ "limitChecked": true }));
}
