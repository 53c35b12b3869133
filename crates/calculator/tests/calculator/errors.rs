//! Bad input: an error with the field's name, never a panic and never a wrong number.

use calculator::json::answer as answer_line;
use serde_json::{Value, json};

use crate::common::{answer, assert_contains, changed, dollar_a_day};

#[track_caller]
fn check(changes: Value, field: &str, message: &str) {
    let answer = answer(&changed(dollar_a_day(), changes));
    assert_eq!(answer, json!({ "id": "case", "error": { "field": field, "message": message } }));
}

#[test]
fn every_required_field_is_asked_for_by_name() {
    for field in ["on", "reservation", "returnQuantity"] {
        check(json!({ field: null }), field, "is required");
    }
    for field in [
        "quantity",
        "term",
        "billingPlan",
        "currencyCode",
        "unitPrice",
        "purchaseDate",
        "reservedResourceType",
        "provisioningState",
        "used",
    ] {
        check(
            json!({ "reservation": { field: null } }),
            &format!("reservation.{field}"),
            "is required",
        );
    }
    check(json!({ "kind": null }), "kind", "is required");
    check(json!({ "ledger": [{ "usd": "1.00" }] }), "ledger[0].date", "is required");
    check(json!({ "ledger": [{ "date": "2025-01-01" }] }), "ledger[0].usd", "is required");
}

#[test]
fn every_value_is_checked_and_named() {
    let reservation = |field: &str, value: Value, message: &str| {
        check(json!({ "reservation": { field: value } }), &format!("reservation.{field}"), message);
    };
    let decimal = "must be a decimal such as 1234.50";
    let negative = "must not be negative";
    let currency = "must be a currency code of ISO 4217";
    let range = "must be between 2015-01-01 and 2100-12-31";
    let term = "must be a duration such as P1Y, P3Y, P5Y or P1M, at most five years";
    reservation("quantity", json!(0), "must be between 1 and 1000000");
    reservation("quantity", json!(1_000_001), "must be between 1 and 1000000");
    reservation("term", json!("P7Y"), term);
    reservation("billingPlan", json!("Yearly"), "must be Upfront or Monthly");
    reservation("currencyCode", json!("XYZ"), currency);
    reservation("unitPrice", json!("12,50"), decimal);
    reservation("unitPrice", json!("-1"), negative);
    reservation("unitPrice", json!("1000000000000.01"), "must be at most 1000000000000");
    reservation(
        "unitPrice",
        json!("0.00000000001"),
        "must have at most 10 digits after the decimal point",
    );
    reservation("instalment", json!("1e3"), decimal);
    reservation("currentUnitPrice", json!("-0.01"), negative);
    reservation("purchaseDate", json!("2025-13-01"), "must be a date written YYYY-MM-DD");
    for date in ["2025-1-01", "+2025-1-01", "2025-01-1 ", " 2025-1-01", "2025-001-1"] {
        reservation("purchaseDate", json!(date), "must be a date written YYYY-MM-DD");
    }
    reservation("purchaseDate", json!("2014-12-31"), range);
    reservation("expiryDate", json!("2101-01-01"), range);
    reservation("expiryDate", json!("2025-01-01"), "must be after the purchase date");
    reservation("expiryDate", json!("01.01.2026"), "must be a date written YYYY-MM-DD");
    reservation("exchangesUsed", json!(11), "must not be more than the reservation holds");
    check(json!({ "on": "2025-02-29" }), "on", "must be a date written YYYY-MM-DD");
    check(json!({ "on": "2101-01-01" }), "on", range);
    check(json!({ "policy": "azure-1999" }), "policy", "is not the id of a known policy");
    check(json!({ "usdRate": "0" }), "usdRate", "must be greater than zero");
    check(json!({ "usdRate": "-1" }), "usdRate", negative);
    check(json!({ "usdRate": "10000.1" }), "usdRate", "must be at most 10000");
    check(json!({ "feeRate": "1.01" }), "feeRate", "must be at most 1");
    check(json!({ "feeRate": "12%" }), "feeRate", decimal);
    check(json!({ "kind": "return" }), "kind", "must be refund, exchange or plan");
    let entry = |date: &str, usd: &str| {
        let good = json!({ "date": "2025-01-01", "usd": "1" });
        json!({ "ledger": [good, { "date": date, "usd": usd }] })
    };
    check(entry("2025-01-01", "-1"), "ledger[1].usd", negative);
    check(
        entry("2025-01-01", "0.001"),
        "ledger[1].usd",
        "must have at most 2 digits after the decimal point",
    );
    check(entry("2014-01-01", "1"), "ledger[1].date", range);
}

#[test]
fn wrong_types_and_unknown_fields_are_named() {
    let whole = "expected a whole number of zero or more";
    check(
        json!({ "returnQuantity": -1 }),
        "returnQuantity",
        &format!("invalid value: integer `-1`, {whole}"),
    );
    check(
        json!({ "reservation": { "quantity": "3" } }),
        "reservation.quantity",
        &format!("invalid type: string \"3\", {whole}"),
    );
    check(
        json!({ "reservation": { "unitPrice": 365 } }),
        "reservation.unitPrice",
        "invalid type: integer `365`, expected a string",
    );
    for (changes, field) in [
        (json!({ "extra": 1 }), "extra"),
        (json!({ "reservation": { "extra": 1 } }), "reservation.extra"),
        (
            json!({ "ledger": [{ "date": "2025-01-01", "usd": "1", "extra": 1 }] }),
            "ledger[0].extra",
        ),
    ] {
        let answer = answer(&changed(dollar_a_day(), changes));
        assert_contains(&answer, &json!({ "id": "case", "error": { "field": field } }));
        let message = answer["error"]["message"].as_str().expect("a message");
        assert!(message.starts_with("unknown field `extra`, expected "), "{message}");
    }
    check(json!({ "kind": 1 }), "kind", "must be a string");
    let numbered = answer(&changed(dollar_a_day(), json!({ "id": 7 })));
    assert_eq!(
        numbered,
        json!({ "id": null, "error": { "field": "id", "message": "must be a string" } })
    );
}

#[test]
fn too_long_a_ledger_is_refused() {
    let entries = |count: usize| vec![json!({ "date": "2025-01-01", "usd": "0.01" }); count];
    check(json!({ "ledger": entries(10_001) }), "ledger", "must have 0 to 10000 entries");
    let most = answer(&changed(dollar_a_day(), json!({ "ledger": entries(10_000) })));
    assert_contains(&most, &json!({ "usd": { "usedBefore": "100.00" } }));
}

#[test]
fn a_line_that_cannot_be_read_is_named_by_its_number() {
    for (line, message) in [
        ("[1]", "must be a JSON object"),
        ("null", "must be a JSON object"),
        ("{", "EOF while parsing an object at line 1 column 1"),
        ("nonsense", "expected ident at line 1 column 2"),
    ] {
        let answer = answer_line(line, 7);
        assert!(!answer.answered);
        let answer: Value = serde_json::from_str(&answer.text).expect("an answer is JSON");
        assert_eq!(
            answer,
            json!({ "id": null, "line": 7, "error": { "field": null, "message": message } })
        );
    }
}

#[test]
fn a_request_without_an_id_is_answered_without_one() {
    let answered = answer(&changed(dollar_a_day(), json!({ "id": null })));
    assert_contains(&answered, &json!({ "id": null, "decision": "allowed" }));
}
