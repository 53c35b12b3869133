//! A base request that each case changes a little, answered through the JSON interface.

use calculator::{BillingPlan, Currency, HoldingInput, ProvisioningState, ResourceType, Term};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Value, json};

/// One unit of a one-year upfront reservation at 365.00 USD: a dollar a day.
pub(crate) fn dollar_a_day() -> Value {
    json!({
        "id": "case", "kind": "refund", "policy": "partner-center-2020-08", "on": "2025-04-11",
        "reservation": {
            "quantity": 10, "term": "P1Y", "billingPlan": "Upfront", "currencyCode": "USD",
            "unitPrice": "365.00", "purchaseDate": "2025-01-01",
            "reservedResourceType": "VirtualMachines", "provisioningState": "Succeeded",
            "used": true
        },
        "returnQuantity": 1, "ledger": []
    })
}

/// `base` with `changes` laid over it, field by field; `null` removes a field.
pub(crate) fn changed(mut base: Value, changes: Value) -> Value {
    merge(&mut base, changes);
    base
}

fn merge(target: &mut Value, changes: Value) {
    match (target, changes) {
        (Value::Object(target), Value::Object(changes)) => {
            for (name, change) in changes {
                if change.is_null() {
                    target.remove(&name);
                } else {
                    merge(target.entry(name).or_insert(Value::Null), change);
                }
            }
        }
        (target, changes) => *target = changes,
    }
}

/// The answer to a request, as JSON.
pub(crate) fn answer(request: &Value) -> Value {
    let line = calculator::json::answer(&request.to_string(), 1);
    serde_json::from_str(&line.text).expect("an answer is JSON")
}

/// Asserts that every field of `expected` is in `actual` with exactly that value.
#[track_caller]
pub(crate) fn assert_contains(actual: &Value, expected: &Value) {
    let mut wrong = Vec::new();
    differences(expected, actual, "", &mut wrong);
    assert!(wrong.is_empty(), "\n{}\nin {actual:#}", wrong.join("\n"));
}

/// Collects where `actual` differs from `expected`; what `expected` does not name may be anything.
pub(crate) fn differences(expected: &Value, actual: &Value, path: &str, wrong: &mut Vec<String>) {
    match (expected, actual) {
        (Value::Object(fields), Value::Object(_)) => {
            for (name, expected) in fields {
                differences(expected, &actual[name], &format!("{path}.{name}"), wrong);
            }
        }
        (Value::Array(expected), Value::Array(actual)) if expected.len() == actual.len() => {
            for (place, (expected, actual)) in expected.iter().zip(actual).enumerate() {
                differences(expected, actual, &format!("{path}[{place}]"), wrong);
            }
        }
        _ if expected == actual => {}
        _ => wrong.push(format!("{path}: expected {expected}, got {actual}")),
    }
}

/// A date written `YYYY-MM-DD`.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect(text)
}

/// A plain decimal such as `365.00`.
pub(crate) fn dollars(text: &str) -> Decimal {
    calculator::parse_decimal(text).expect(text)
}

/// Units of virtual machines for one year, paid upfront in USD, that are used.
pub(crate) fn machines_for_a_year(quantity: u32, price: Decimal, bought: &str) -> HoldingInput {
    HoldingInput {
        quantity,
        unit_price: price,
        currency: Currency::USD,
        billing_plan: BillingPlan::Upfront,
        term: Term::ONE_YEAR,
        purchase_date: day(bought),
        expiry_date: None,
        resource_type: ResourceType::VirtualMachines,
        state: ProvisioningState::Succeeded,
        used: true,
        instalment: None,
        current_unit_price: None,
        sku_name: None,
        exchanges_used: 0,
    }
}
