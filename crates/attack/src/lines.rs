//! Lines of JSON for the calculator: requests at the edges of what is possible, and broken ones.

use calculator::Policy;
use calculator::json::answer;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::ask::shown;
use crate::broken::{break_value, broken_bytes};
use crate::figures::Figures;
use crate::random::Random;
use crate::rules::{Broken, Held, Rule, hold};
use crate::turns::caught;

/// Amounts, from the ordinary to what fits into nothing.
const AMOUNTS: &[&str] = &[
    "0",
    "0.01",
    "1",
    "1200.00",
    "999.99",
    "0.005",
    "4096",
    "50000",
    "1000000",
    "999999999.99",
    "1000000000000",
    "999999999999.99",
    "1000000000000.01",
    "79228162514264337593543950335",
    "-1",
    "0.0000000000000000000000000001",
    "-0",
    "1e3",
    "+5",
    "01",
    "1,5",
    "",
];
const QUANTITIES: &[u64] = &[
    0,
    1,
    2,
    3,
    10,
    99,
    1_000,
    999_999,
    1_000_000,
    1_000_001,
    4_294_967_295,
    4_294_967_296,
    u64::MAX,
];
const RATES: &[&str] = &[
    "1",
    "1.18",
    "1.18",
    "0.9",
    "0.1",
    "0.0067",
    "0",
    "1000000",
    "999999.999999",
    "0.000001",
    "0.12",
    "1e9",
    "100",
];
const DAYS: &[&str] = &[
    "2020-08-01",
    "2020-08-31",
    "2020-09-01",
    "2024-02-29",
    "2023-02-28",
    "2025-03-01",
    "1970-01-01",
    "1999-12-31",
    "2000-01-01",
    "2100-02-28",
    "2199-12-31",
    "2200-01-01",
    "9999-12-31",
    "0001-01-01",
    "2020-02-30",
    "2020-8-1",
    "-001-01-01",
    "99999-01-01",
];
const TERMS: &[&str] = &["P1Y", "P3Y", "P5Y", "P1M", "P12M", "P36M", "P0Y", "P100Y", "1", ""];
const PLANS: &[&str] = &["Upfront", "Monthly", "upfront", "Weekly"];
const CURRENCIES: &[&str] = &["EUR", "USD", "JPY", "KWD", "GBP", "eur", "XXX", "EURO", ""];
const RESOURCES: &[&str] = &[
    "VirtualMachines",
    "SqlDatabases",
    "SuseLinux",
    "RedHat",
    "Databricks",
    "SapHana",
    "SqlAzureHybridBenefit",
    "AVS",
    "BlockBlob",
    "NeverHeardOf",
    "",
];
const STATES: &[&str] = &[
    "Succeeded",
    "Cancelled",
    "Expired",
    "Pending",
    "Creating",
    "Failed",
    "Split",
    "Merged",
    "New",
    "",
];

/// Gives the calculator one line, and sees that its answer adds up.
pub(crate) fn attack(random: &mut Random, figures: &mut Figures) -> Held {
    let mut request = if random.in_hundred(65) { refund(random) } else { exchange(random) };
    for _ in 0..random.one_of(&[0, 0, 0, 1, 2]) {
        break_value(&mut request, "x", random);
    }
    let mut bytes = request.to_string().into_bytes();
    if random.in_hundred(8) {
        bytes = broken_bytes(bytes, random);
    }
    let line = String::from_utf8_lossy(&bytes).replace('\n', " ");
    figures.lines += 1;
    let say = |what: &str| format!("{what}: {}", shown(line.as_bytes()));
    let answered =
        caught(|| answer(&line, 7)).map_err(|panic| Broken::new(Rule::NoPanic, say(&panic)))?;
    hold(Rule::LineAnswered, !answered.text.contains('\n'), || say("a line break"))?;
    let body: Value = serde_json::from_str(&answered.text)
        .map_err(|_| Broken::new(Rule::LineAnswered, say(&answered.text)))?;
    let again = answer(&line, 7);
    hold(Rule::LineAnswered, again.text == answered.text, || say("another answer than before"))?;
    if !answered.answered {
        let error = &body["error"];
        let is_placed = error["field"].is_string() || body["line"] == 7;
        let is_said = error["message"].as_str().is_some_and(|text| !text.is_empty());
        return hold(Rule::LineAnswered, is_placed && is_said, || say(&answered.text));
    }
    figures.quotes += 1;
    let is_right = match body["kind"].as_str() {
        Some("refund") => refund_adds_up(&body),
        Some("exchange") => exchange_adds_up(&body),
        _ => None,
    };
    hold(Rule::QuoteAddsUp, is_right == Some(true), || say(&answered.text))
}

// Requests.

fn ordinary<'a>(random: &mut Random, usual: &[&'a str], all: &[&'a str]) -> &'a str {
    if random.in_hundred(98) { random.one_of(usual) } else { random.one_of(all) }
}

fn quantity(random: &mut Random) -> u64 {
    if random.in_hundred(97) { 1 + random.below(60) as u64 } else { random.one_of(QUANTITIES) }
}

fn amount(random: &mut Random) -> String {
    if random.in_hundred(96) {
        return format!("{}.{:02}", random.below(200_000), random.below(100));
    }
    random.one_of(AMOUNTS).to_owned()
}

fn day(random: &mut Random) -> String {
    if random.in_hundred(97) {
        let (year, month) = (random.between(2018, 2028), random.between(1, 12));
        return format!("{year}-{month:02}-{:02}", random.between(1, 28));
    }
    random.one_of(DAYS).to_owned()
}

fn policy(random: &mut Random) -> &'static str {
    if random.in_hundred(98) {
        random.pick(Policy::all()).map_or("", |policy| policy.id)
    } else {
        "none"
    }
}

fn reservation(random: &mut Random) -> Value {
    let mut reservation = json!({
        "quantity": quantity(random),
        "term": ordinary(random, &["P1Y", "P3Y"], TERMS),
        "billingPlan": ordinary(random, &["Upfront", "Monthly"], PLANS),
        "currencyCode": ordinary(random, &["EUR", "USD"], CURRENCIES),
        "unitPrice": amount(random),
        "purchaseDate": day(random),
        "reservedResourceType": ordinary(random, &["VirtualMachines"], RESOURCES),
        "provisioningState": ordinary(random, &["Succeeded"], STATES),
        "used": random.in_hundred(70),
    });
    let fields = &mut reservation;
    for (field, value) in [
        ("expiryDate", Value::from(day(random))),
        ("instalment", amount(random).into()),
        ("currentUnitPrice", amount(random).into()),
        ("skuName", "Standard_D4s_v5".into()),
        ("exchangesUsed", quantity(random).into()),
    ] {
        if random.in_hundred(12) {
            fields[field] = value;
        }
    }
    reservation
}

fn refund(random: &mut Random) -> Value {
    let mut request = json!({
        "id": "r1",
        "kind": "refund",
        "on": day(random),
        "reservation": reservation(random),
        "returnQuantity": quantity(random),
    });
    if random.in_hundred(70) {
        request["policy"] = policy(random).into();
    }
    if random.in_hundred(80) {
        request["usdRate"] = random.one_of(RATES).into();
    }
    if random.in_hundred(20) {
        request["feeRate"] = random.one_of(RATES).into();
    }
    let count =
        if random.below(2_000) == 0 { random.one_of(&[10_000, 10_001]) } else { random.below(5) };
    let entry = |_| json!({ "date": day(random), "usd": amount(random) });
    request["ledger"] = (0..count).map(entry).collect();
    request
}

fn exchange(random: &mut Random) -> Value {
    let returned = |random: &mut Random| {
        let units = quantity(random);
        json!({ "reservation": reservation(random), "returnQuantity": units })
    };
    let purchase = |random: &mut Random| {
        json!({
            "reservedResourceType": ordinary(random, &["VirtualMachines"], RESOURCES),
            "skuName": "Standard_D4s_v5",
            "term": ordinary(random, &["P1Y", "P3Y"], TERMS),
            "billingPlan": ordinary(random, &["Upfront", "Monthly"], PLANS),
            "quantity": quantity(random),
            "currencyCode": ordinary(random, &["EUR"], CURRENCIES),
            "unitPrice": amount(random),
        })
    };
    let plan = |random: &mut Random| {
        json!({
            "term": ordinary(random, &["P1Y", "P3Y"], TERMS),
            "hourlyCommitment": amount(random),
            "currencyCode": ordinary(random, &["EUR"], CURRENCIES),
        })
    };
    let mut request = json!({
        "id": "x1",
        "kind": "exchange",
        "on": day(random),
        "returns": (0..=random.below(3)).map(|_| returned(random)).collect::<Vec<_>>(),
        "purchases": (0..random.below(4)).map(|_| purchase(random)).collect::<Vec<_>>(),
    });
    if random.in_hundred(30) {
        request["savingsPlans"] = (0..random.below(3)).map(|_| plan(random)).collect();
    }
    if random.in_hundred(70) {
        request["policy"] = policy(random).into();
    }
    request
}

// Answers.

fn decimal(value: &Value) -> Option<Decimal> {
    value.as_str()?.parse().ok()
}

/// Whether a decision has the refusal that belongs to it.
fn is_decided(body: &Value) -> Option<bool> {
    let is_refused = match body["decision"].as_str()? {
        "refused" => true,
        "allowed" | "capped" => false,
        _ => return None,
    };
    Some(is_refused == body["refusal"].is_string())
}

fn refund_adds_up(body: &Value) -> Option<bool> {
    let payable = decimal(&body["payable"])?;
    let mut is_right = is_decided(body)? && payable >= Decimal::ZERO;
    let decision = body["decision"].as_str()?;
    is_right &= decision != "refused" || payable.is_zero();
    if body["paid"].is_null() {
        // What cannot be given back at all has no amounts.
        return Some(is_right && decision == "refused");
    }
    let [paid, consumed, credit, fee, refund] =
        ["paid", "consumed", "credit", "fee", "refund"].map(|field| decimal(&body[field]));
    let (paid, consumed, credit, fee, refund) = (paid?, consumed?, credit?, fee?, refund?);
    is_right &= paid == consumed + credit && credit == refund + fee;
    is_right &= payable <= refund && refund <= credit && credit <= paid;
    is_right &= consumed >= Decimal::ZERO && fee >= Decimal::ZERO && refund >= Decimal::ZERO;
    is_right &= decision != "allowed" || payable == refund;
    is_right &= decision != "capped" || payable < refund;
    for field in ["cancelledInstalments", "cancelledCommitment"] {
        is_right &= body[field].is_null() || decimal(&body[field])? >= Decimal::ZERO;
    }
    let usd = &body["usd"];
    for field in ["usedBefore", "leftAfter", "lostToLimit"] {
        is_right &= usd.is_null() || decimal(&usd[field])? >= Decimal::ZERO;
    }
    Some(is_right)
}

fn exchange_adds_up(body: &Value) -> Option<bool> {
    let mut is_right = is_decided(body)?;
    let purchases = decimal(&body["purchasesTotal"])?;
    is_right &= purchases >= Decimal::ZERO;
    for line in body["returns"].as_array()? {
        if line["paid"].is_null() {
            continue;
        }
        let [paid, consumed, credit] =
            ["paid", "consumed", "credit"].map(|field| decimal(&line[field]));
        let (paid, consumed, credit) = (paid?, consumed?, credit?);
        is_right &=
            paid == consumed + credit && credit >= Decimal::ZERO && consumed >= Decimal::ZERO;
        let cancelled = decimal(&line["cancelledInstalments"])?;
        is_right &= decimal(&line["returnedValue"])? == credit + cancelled;
    }
    if !body["refundsTotal"].is_null() {
        let (refunds, net) = (decimal(&body["refundsTotal"])?, decimal(&body["netPayable"])?);
        is_right &= purchases == refunds + net;
        is_right &= body["decision"] == "refused" || net >= Decimal::ZERO;
    }
    let cash = &body["cashToday"];
    if !cash.is_null() {
        let (due, credited) = (decimal(&cash["due"])?, decimal(&cash["credited"])?);
        is_right &= decimal(&cash["net"])? == due - credited;
    }
    Some(is_right)
}
