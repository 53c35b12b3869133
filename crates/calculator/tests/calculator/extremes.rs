//! The largest and the strangest that the interfaces accept: no panic, no overflow, and no amount below
//! zero where none can be.

use calculator::comparison::{ComparisonInput, UsedUnits, compare};
use calculator::exchange::{
    Exchange, LINES_MAX, Purchase, Return, SavingsPlan, SavingsPlanType, SuggestInput,
    TRADED_IN_MAX, exchange, suggest,
};
use calculator::json::{ExchangeRequest, RefundRequest};
use calculator::{
    Currency, Ledger, LedgerEntry, Money, Policy, QUANTITY_MAX, RefundInput, Share, USD_RATE_MAX,
    UsdRate, refund, timeline,
};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::common::{answer, changed, day, dollar_a_day, dollars};

const PRICE_MAX: &str = "1000000000000";
const RATE_MAX: &str = "9999.999999999999";
/// Of each number of minor digits.
const CURRENCIES: [&str; 4] = ["JPY", "USD", "KWD", "CLF"];
const PLANS: [&str; 2] = ["Upfront", "Monthly"];

/// Every field at its largest.
fn largest(currency: &str, plan: &str, policy: &str, on: &str) -> Value {
    let entry = json!({ "date": "2099-12-31", "usd": "1000000000000.00" });
    changed(
        dollar_a_day(),
        json!({
            "policy": policy, "on": on, "usdRate": RATE_MAX, "feeRate": "0.999999999999",
            "returnQuantity": QUANTITY_MAX,
            "reservation": {
                "quantity": QUANTITY_MAX, "term": "P5Y", "billingPlan": plan,
                "currencyCode": currency, "unitPrice": PRICE_MAX, "instalment": PRICE_MAX,
                "currentUnitPrice": PRICE_MAX,
                "purchaseDate": "2015-01-01", "expiryDate": "2100-12-31",
                "exchangesUsed": QUANTITY_MAX,
            },
            "ledger": vec![entry; 3],
        }),
    )
}

const DAYS: [&str; 5] = ["2015-01-01", "2015-01-06", "2019-12-31", "2050-06-15", "2100-12-30"];

/// How many cases [`nth_largest`] has: each policy, currency and plan on each day.
fn count() -> usize {
    Policy::all().len() * CURRENCIES.len() * PLANS.len() * DAYS.len()
}

fn nth_largest(number: usize) -> Value {
    let (number, on) = (number / DAYS.len(), DAYS[number % DAYS.len()]);
    let (number, plan) = (number / PLANS.len(), PLANS[number % PLANS.len()]);
    let (policy, currency) = (number / CURRENCIES.len(), CURRENCIES[number % CURRENCIES.len()]);
    largest(currency, plan, Policy::all()[policy].id, on)
}

fn all_largest() -> impl Iterator<Item = Value> {
    (0..count()).map(nth_largest)
}

/// The amounts of a quote that may fall below zero: what is still to pay, and what moves in the end.
const SIGNED: [&str; 2] = ["netPayable", "net"];

/// Asserts that no amount in an answer is negative, the signed ones left out.
fn assert_not_negative(answer: &Value, path: &str) {
    match answer {
        Value::Object(fields) => {
            for (name, value) in fields {
                let signed =
                    SIGNED.contains(&name.as_str()) || name == "formula" || name == "steps";
                if !signed {
                    assert_not_negative(value, &format!("{path}.{name}"));
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| assert_not_negative(value, path)),
        Value::String(text) => {
            let number = text.parse::<Decimal>().unwrap_or_default();
            assert!(number >= Decimal::ZERO, "{path}: {text}");
        }
        _ => {}
    }
}

/// Asserts that an answer is a quote in order, or an error with a field.
fn assert_in_order(request: &Value, answer: &Value) {
    if let Some(error) = answer.get("error") {
        assert!(error["field"].is_string(), "{request}\n{answer}");
        return;
    }
    assert_not_negative(answer, "");
    let amount = |name: &str| Some(dollars(answer.get(name)?.as_str()?));
    if let (Some(paid), Some(credit), Some(refund), Some(payable)) =
        (amount("paid"), amount("credit"), amount("refund"), amount("payable"))
    {
        assert!(payable <= refund && refund <= credit && credit <= paid, "{request}\n{answer}");
        assert_eq!(amount("consumed").map(|consumed| consumed + credit), Some(paid));
    }
}

#[test]
fn the_largest_of_every_field_together_is_quoted() {
    for request in all_largest() {
        let answer = answer(&request);
        assert_eq!(answer.get("error"), None, "{request}\n{answer}");
        assert_in_order(&request, &answer);
    }
    // 10^12 a month for 10^6 units: 60 of them, in USD at a rate just below 10^4.
    let request = largest("KWD", "Monthly", "azure-2026-08", "2015-01-01");
    assert_eq!(answer(&request)["usd"]["countsAgainstLimit"], "599999999999999940000000.00");
    let request = largest("CLF", "Monthly", "azure-2026-08", "2015-01-01");
    assert_eq!(answer(&request)["usd"]["countsAgainstLimit"], "599999999999999940000000.00");
}

#[test]
fn the_largest_returns_have_a_course_and_ways_out() {
    for request in all_largest() {
        let request = changed(request, json!({ "reservation": { "expiryDate": null } }));
        let case = RefundRequest::parse(&request.to_string()).and_then(|it| it.case());
        let case = case.expect("accepted");
        let line = timeline(&case.input());
        assert!(line.points.iter().all(|point| point.payable.minor() >= 0), "{request}");
        let quote = refund(&case.input());
        assert!(quote.ways_out.largest_quantity <= QUANTITY_MAX.into(), "{request}");
    }
}

/// As many of the largest lines as one exchange may have.
fn largest_exchange(currency: &str, plan: &str) -> Exchange {
    let returned = &largest(currency, plan, "azure-2023-10", "2015-01-01")["reservation"];
    let line = json!({ "reservation": returned, "returnQuantity": QUANTITY_MAX });
    let bought = json!({
        "reservedResourceType": "VirtualMachines", "term": "P5Y", "billingPlan": plan,
        "quantity": QUANTITY_MAX, "currencyCode": currency, "unitPrice": PRICE_MAX,
    });
    let savings = json!({
        "term": "P3Y", "hourlyCommitment": PRICE_MAX, "currencyCode": currency,
    });
    let request = json!({
        "id": "x", "kind": "exchange", "policy": "azure-2023-10", "on": "2015-01-01",
        "returns": vec![line; TRADED_IN_MAX], "purchases": vec![bought; LINES_MAX],
        "savingsPlans": vec![savings; LINES_MAX],
    });
    let request = ExchangeRequest::parse(&request.to_string()).expect("a request");
    request.case().expect("accepted")
}

#[test]
fn the_largest_exchanges_and_comparisons_are_computed() {
    let rate = UsdRate::from_decimal(Decimal::from_i128_with_scale(USD_RATE_MAX, 0)).expect("most");
    for (currency, plan) in CURRENCIES.into_iter().flat_map(|it| PLANS.map(|plan| (it, plan))) {
        let case = largest_exchange(currency, plan);
        let quote = exchange(&case);
        let totals = quote.assessment.totals.expect("computable");
        assert!(totals.refunds.minor() > 0 && totals.cash.due.minor() > 0, "{currency} {plan}");
        assert!(!quote.assessment.purchases_total.to_string().starts_with('-'));
        assert!(quote.ways_out.missing.is_some());
        let used = vec![UsedUnits::whole(u64::MAX); case.returns().len()];
        for policy in Policy::all() {
            let compared = compare(&ComparisonInput {
                returns: case.returns(),
                used: &used,
                unneeded: &[],
                saving: Some(Share::WHOLE),
                on: case.on(),
                policy,
                ledger: &Ledger::default(),
                usd_rate: Some(rate),
                fee_rate: None,
                purchases: case.purchases(),
                savings_plans: case.savings_plans(),
            });
            let compared = compared.expect("computed");
            let amounts = compared.outcomes.iter().filter_map(|outcome| outcome.amounts);
            for amounts in amounts {
                for amount in [amounts.commitment_after, amounts.fee, amounts.given_up] {
                    assert!(amount.minor() >= 0, "{currency} {plan} {}", policy.id);
                }
            }
        }
    }
}

#[test]
fn the_largest_suggestion_is_found() {
    let case = largest_exchange("CLF", "Monthly");
    let target = &case.purchases()[0];
    let among = |quantities| {
        suggest(&SuggestInput {
            candidates: &case.returns()[..20],
            target,
            quantities,
            on: case.on(),
            policy: case.policy(),
        })
    };
    let found = among(1..=QUANTITY_MAX).expect("accepted").expect("something fits");
    assert!(found.excess.minor() >= 0 && found.returned_value.minor() > 0);
    for quantities in [0..=1, 1..=QUANTITY_MAX + 1, u32::MAX..=u32::MAX] {
        assert_eq!(among(quantities).expect_err("refused").field, "quantities");
    }
}

#[test]
fn a_ledger_takes_no_amount_that_no_door_accepts() {
    let entry = |minor| LedgerEntry {
        date: day("2025-01-01"),
        usd: Money::from_minor(minor, Currency::USD),
    };
    let most = entry(100_000_000_000_000);
    let ledger = Ledger::new(vec![most; 20_000]).expect("as many as there are");
    assert_eq!(ledger.used_on(day("2025-01-01")).to_string(), "20000000000000000.00");
    for minor in [100_000_000_000_001, i128::MAX, i128::MIN, -1] {
        let error = Ledger::new(vec![most, entry(minor)]).expect_err("refused");
        assert_eq!(error.field, "ledger[1].usd", "{minor}");
    }
}

#[test]
fn any_day_of_the_typed_interface_is_quoted() {
    let request = largest("CLF", "Monthly", "azure-2026-08", "2050-01-01");
    let case = RefundRequest::parse(&request.to_string()).and_then(|it| it.case());
    let case = case.expect("accepted");
    for on in [chrono::NaiveDate::MIN, chrono::NaiveDate::MAX] {
        for units in [0, 1, u64::MAX] {
            let input = RefundInput { on, units, ..case.input() };
            assert!(refund(&input).assessment.decision.refusal().is_some());
            timeline(&input);
        }
    }
}

/// The fields of a refund request, by their paths.
const FIELDS: [&str; 18] = [
    "/on",
    "/policy",
    "/usdRate",
    "/feeRate",
    "/returnQuantity",
    "/ledger/0/usd",
    "/ledger/0/date",
    "/reservation/quantity",
    "/reservation/term",
    "/reservation/billingPlan",
    "/reservation/currencyCode",
    "/reservation/unitPrice",
    "/reservation/purchaseDate",
    "/reservation/expiryDate",
    "/reservation/instalment",
    "/reservation/currentUnitPrice",
    "/reservation/exchangesUsed",
    "/reservation/used",
];

/// Values at and just beyond the edges of what some field accepts, and what no field does.
fn edges() -> impl Strategy<Value = Value> {
    let decimals = prop::sample::select(vec![
        "0",
        "-0",
        "0.0000000001",
        "0.000000000001",
        "0.00000000001",
        "0.01",
        "1",
        "-1",
        PRICE_MAX,
        "1000000000000.0000000001",
        "999999999999.9999999999",
        "1000000000001",
        RATE_MAX,
        "10000",
        "10000.1",
        "79228162514264337593543950335",
        "-79228162514264337593543950335",
        "0.9999999999999999999999999999",
        "1e12",
        "NaN",
        "١٢",
        "",
        " 1",
    ]);
    let dates = prop::sample::select(vec![
        "2015-01-01",
        "2014-12-31",
        "2016-02-29",
        "2100-02-28",
        "2100-12-31",
        "2101-01-01",
        "9999-12-31",
        "0000-01-01",
        "2025-02-30",
        "2025-1-1",
        "+262142-12-31",
    ]);
    let words = prop::sample::select(vec![
        "P1M",
        "P5Y",
        "P60M",
        "P61M",
        "P0Y",
        "P99999999999Y",
        "Monthly",
        "upfront",
        "CLF",
        "KWD",
        "JPY",
        "USD",
        "IDR",
        "azure-2026-08",
        "partner-center-2018-05",
        "VirtualMachines",
    ]);
    let counts = prop_oneof![
        Just(0_u64),
        Just(1),
        Just(999_999),
        Just(1_000_000),
        Just(1_000_001),
        Just(u32::MAX.into()),
        Just(u64::MAX),
        any::<u64>(),
    ];
    prop_oneof![
        6 => decimals.prop_map(Value::from),
        4 => dates.prop_map(Value::from),
        3 => words.prop_map(Value::from),
        3 => counts.prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => "\\PC{0,12}".prop_map(Value::from),
        1 => Just(Value::Null),
        1 => Just(json!([])),
        1 => Just(json!([[[{}]]])),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn mutated_requests_give_a_quote_in_order_or_name_a_field(
        place in any::<prop::sample::Index>(),
        mutations in prop::collection::vec((0..FIELDS.len(), edges()), 0..5),
    ) {
        let mut request = match place.index(count() + 20) {
            number if number < count() => nth_largest(number),
            _ => dollar_a_day(),
        };
        for (field, value) in mutations {
            match request.pointer_mut(FIELDS[field]) {
                Some(place) => *place = value,
                None => continue,
            }
        }
        assert_in_order(&request, &answer(&request));
        let reservation = request["reservation"].clone();
        let line = json!({
            "reservation": reservation, "returnQuantity": request["returnQuantity"],
        });
        let bought = json!({
            "reservedResourceType": "VirtualMachines", "term": reservation["term"],
            "billingPlan": reservation["billingPlan"], "quantity": reservation["quantity"],
            "currencyCode": reservation["currencyCode"], "unitPrice": reservation["instalment"],
        });
        let savings = json!({
            "term": reservation["term"], "hourlyCommitment": reservation["unitPrice"],
            "currencyCode": reservation["currencyCode"],
        });
        let traded = json!({
            "id": "x", "kind": "exchange", "policy": request["policy"], "on": request["on"],
            "returns": [line, line], "purchases": [bought], "savingsPlans": [savings],
        });
        assert_in_order(&traded, &answer(&traded));
    }

    #[test]
    fn broken_lines_are_told_and_never_panic(
        place in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        depth in 0_usize..400,
    ) {
        let mut bytes = nth_largest(place.index(count())).to_string().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        for line in [
            String::from_utf8_lossy(&bytes).into_owned(),
            String::from_utf8_lossy(&bytes[..at]).into_owned(),
            ["[".repeat(depth), "]".repeat(depth)].concat(),
            ["{\"id\":".repeat(depth), "1".to_owned(), "}".repeat(depth)].concat(),
        ] {
            let line = calculator::json::answer(&line, 7);
            let told: Value = serde_json::from_str(&line.text).expect("an answer is JSON");
            prop_assert_eq!(line.answered, told.get("error").is_none());
        }
    }
}

/// The types that a purchase and a savings plan are made of refuse what the JSON refuses.
#[test]
fn prices_beyond_the_largest_are_named() {
    let beyond = dollars("1000000000000.01");
    let error = SavingsPlan::new(
        SavingsPlanType::Compute,
        calculator::Term::ONE_YEAR,
        beyond,
        Currency::USD,
    );
    assert_eq!(error.expect_err("refused").field, "hourlyCommitment");
    let case = largest_exchange("USD", "Upfront");
    let most: &Purchase = &case.purchases()[0];
    assert_eq!(most.lifetime_price().to_string(), "1000000000000000000.00");
    let line: &Return = &case.returns()[0];
    assert_eq!(line.units, u64::from(QUANTITY_MAX));
}
