//! Every refusal, and that the first of several is given.

use serde_json::{Value, json};

use crate::common::{answer, assert_contains, changed, dollar_a_day};

/// Requests that are refused for exactly one reason each, in the order of the reasons.
fn refused_refunds() -> Vec<(&'static str, Value)> {
    vec![
        ("InvalidRefundQuantity", json!({ "returnQuantity": 11 })),
        (
            "OperationCannotBePerformedInCurrentState",
            json!({ "reservation": { "provisioningState": "Cancelled" } }),
        ),
        (
            "SelfServiceRefundNotSupported",
            json!({ "reservation": { "reservedResourceType": "SuseLinux" } }),
        ),
        ("RefundLimitExceeded", json!({ "ledger": [{ "date": "2025-03-01", "usd": "49999.00" }] })),
    ]
}

fn newest() -> Value {
    changed(dollar_a_day(), json!({ "policy": "azure-2026-08" }))
}

#[test]
fn each_refusal_is_given_for_its_reason() {
    for (code, changes) in refused_refunds() {
        let expected = json!({ "decision": "refused", "refusal": code, "payable": "0.00" });
        assert_contains(&answer(&changed(newest(), changes)), &expected);
    }
}

#[test]
fn the_first_of_several_reasons_is_given() {
    let cases = refused_refunds();
    for (place, (code, changes)) in cases.iter().enumerate() {
        let all_after = cases[place..]
            .iter()
            .fold(newest(), |request, (_, changes)| changed(request, changes.clone()));
        let request = changed(all_after, changes.clone());
        assert_contains(&answer(&request), &json!({ "refusal": code }));
    }
}

#[test]
fn quantities_outside_what_is_owned_are_refused_without_amounts() {
    for quantity in [0_u64, 11, 1_000_001, u64::MAX] {
        let request = changed(dollar_a_day(), json!({ "returnQuantity": quantity }));
        let expected = json!({
            "refusal": "InvalidRefundQuantity", "paid": null, "consumed": null, "credit": null,
            "fee": null, "refund": null, "cancelledInstalments": null, "cancelledCommitment": null,
            "largestQuantity": 10, "firstDate": null,
            "usd": { "refund": null, "countsAgainstLimit": null, "usedBefore": "0.00", "leftAfter": "50000.00" }
        });
        assert_contains(&answer(&request), &expected);
    }
}

#[test]
fn only_a_running_reservation_can_be_returned() {
    for state in [
        "Creating",
        "PendingResourceHold",
        "ConfirmedResourceHold",
        "PendingBilling",
        "ConfirmedBilling",
        "Created",
        "Cancelled",
        "Expired",
        "BillingFailed",
        "Failed",
        "Split",
        "Merged",
        "PendingCapacity",
        "ConfirmedCapacity",
        "Pending",
        "NeverSeenBefore",
    ] {
        let request =
            changed(dollar_a_day(), json!({ "reservation": { "provisioningState": state } }));
        let expected = json!({
            "refusal": "OperationCannotBePerformedInCurrentState", "payable": "0.00",
            "credit": "265.00", "largestQuantity": 0, "firstDate": null
        });
        assert_contains(&answer(&request), &expected);
    }
}

#[test]
fn a_day_outside_the_term_is_refused_without_amounts() {
    for (on, first_date) in [
        ("2024-12-31", json!("2025-01-01")),
        ("2026-01-01", Value::Null),
        ("2030-01-01", Value::Null),
    ] {
        let request = changed(dollar_a_day(), json!({ "on": on }));
        let expected = json!({
            "refusal": "OperationCannotBePerformedInCurrentState", "paid": null,
            "largestQuantity": 0, "firstDate": first_date
        });
        assert_contains(&answer(&request), &expected);
    }
    for on in ["2025-01-01", "2025-12-31"] {
        let request = changed(dollar_a_day(), json!({ "on": on }));
        assert_contains(&answer(&request), &json!({ "decision": "allowed", "firstDate": on }));
    }
}

#[test]
fn each_policy_has_its_own_list_of_products() {
    let lists = [
        ("partner-center-2018-05", vec![]),
        ("partner-center-2020-08", vec![]),
        (
            "azure-2023-10",
            vec!["SuseLinux", "RedHat", "VMwareCloudSimple", "RedHatOsa", "Databricks"],
        ),
        ("azure-2026-08", vec!["SuseLinux", "RedHat", "RedHatOsa", "Databricks"]),
    ];
    for (policy, expected) in lists {
        let refused: Vec<_> = calculator::ResourceType::KNOWN
            .iter()
            .filter(|product| {
                let request = changed(
                    dollar_a_day(),
                    json!({ "policy": policy, "reservation": { "reservedResourceType": product.as_str() } }),
                );
                answer(&request)["refusal"] == "SelfServiceRefundNotSupported"
            })
            .map(|product| product.as_str())
            .collect();
        assert_eq!(refused, expected, "{policy}");
    }
}

#[test]
fn the_codes_are_in_the_order_in_which_they_are_given() {
    assert!(calculator::Refusal::ALL.is_sorted());
    let codes: Vec<_> =
        calculator::Refusal::ALL.iter().map(|refusal| refusal.to_string()).collect();
    assert_eq!(
        codes,
        [
            "InvalidRefundQuantity",
            "OperationCannotBePerformedInCurrentState",
            "SelfServiceRefundNotSupported",
            "ExchangeRightUsed",
            "ExchangeRightEnded",
            "DissimilarProducts",
            "TargetNotSold",
            "CommitmentTooLow",
            "RefundLimitExceeded"
        ]
    );
}
