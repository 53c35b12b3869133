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

/// Amounts that are possible, from nothing to the most.
const AMOUNTS: &[&str] =
    &["0", "0.01", "50000", "999999999999.99", "999999999999.9999999999", "1000000000000"];
const ODD_AMOUNTS: &[&str] = &[
    "0.005",
    "1000000000000.01",
    "79228162514264337593543950335",
    "-1",
    "-0",
    "1e3",
    "+5",
    "01",
    "0.0000000000000000000000000001",
    "1,5",
    "",
];
const QUANTITIES: &[u64] = &[1, 999_999, 1_000_000, 1_000_000];
const ODD_QUANTITIES: &[u64] = &[0, 1_000_001, 4_294_967_295, 4_294_967_296, u64::MAX];
const RATES: &[&str] =
    &["0.0067", "0.000000000001", "1", "0.999999999999", "9999.999999999999", "10000"];
const ODD_RATES: &[&str] = &["0", "-1", "1e9", "10001", "79228162514264337593543950335", ""];
const DAYS: &[&str] = &[
    "2015-01-01",
    "2020-08-31",
    "2024-02-29",
    "2050-06-15",
    "2099-12-31",
    "2100-12-31",
    "9999-12-31",
];
const ODD_DAYS: &[&str] =
    &["0001-01-01", "2020-02-30", "2020-8-1", "-001-01-01", "99999-01-01", "2100-02-29", ""];
const TERMS: &[&str] = &["P5Y", "P5Y", "P3Y", "P36M", "P1M"];
const ODD_TERMS: &[&str] = &["P0Y", "P100Y", "P999999999999Y", "1", ""];
const PLANS: &[&str] = &["Upfront", "Monthly"];
const ODD_PLANS: &[&str] = &["upfront", "Weekly", ""];
/// Of each number of minor digits.
const CURRENCIES: &[&str] = &["JPY", "USD", "KWD", "CLF"];
const ODD_CURRENCIES: &[&str] = &["eur", "XXX", "EURO", ""];
const RESOURCES: &[&str] = &[
    "VirtualMachines",
    "SqlDatabases",
    "SuseLinux",
    "RedHat",
    "Databricks",
    "SapHana",
    "AVS",
    "BlockBlob",
    "NeverHeardOf",
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
];

/// Writes requests: ordinary ones, at the edges of what is possible, or beyond.
struct Writer<'r> {
    random: &'r mut Random,
    /// How many values in a hundred are at the edge.
    at_edge: usize,
    /// How many are beyond.
    odd: usize,
}

/// Gives the calculator one line, and sees that its answer adds up.
pub(crate) fn attack(random: &mut Random, figures: &mut Figures) -> Held {
    let mut writer = Writer::new(random);
    // A plan costs as much as many thousands of refunds.
    let mut request = match writer.random.below(10_000) {
        0..2 => writer.plan_of_returns(),
        2..6_500 => writer.refund(),
        _ => writer.exchange(),
    };
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
        Some("plan") => plan_adds_up(&body),
        _ => None,
    };
    hold(Rule::QuoteAddsUp, is_right == Some(true), || say(&answered.text))
}

impl<'r> Writer<'r> {
    fn new(random: &'r mut Random) -> Self {
        let (at_edge, odd) = random.one_of(&[(0, 0), (0, 0), (5, 0), (40, 0), (90, 0), (10, 4)]);
        Self { random, at_edge, odd }
    }

    /// An ordinary value, one at the edge, or one beyond.
    fn choose<T: Copy>(&mut self, usual: T, edges: &[T], beyond: &[T]) -> T {
        if self.random.in_hundred(self.odd) {
            return self.random.one_of(beyond);
        }
        if self.random.in_hundred(self.at_edge) { self.random.one_of(edges) } else { usual }
    }

    fn text(
        &mut self,
        usual: &[&'static str],
        edges: &[&'static str],
        beyond: &[&'static str],
    ) -> &'static str {
        let usual = self.random.one_of(usual);
        self.choose(usual, edges, beyond)
    }

    fn quantity(&mut self) -> u64 {
        let usual = 1 + self.random.below(60) as u64;
        self.choose(usual, QUANTITIES, ODD_QUANTITIES)
    }

    fn amount(&mut self) -> String {
        let usual = format!("{}.{:02}", self.random.below(200_000), self.random.below(100));
        let found = self.choose("", AMOUNTS, ODD_AMOUNTS);
        if found.is_empty() { usual } else { found.to_owned() }
    }

    fn rate(&mut self) -> &'static str {
        self.choose("1.18", RATES, ODD_RATES)
    }

    fn day(&mut self) -> String {
        let (year, month) = (self.random.between(2018, 2028), self.random.between(1, 12));
        let usual = format!("{year}-{month:02}-{:02}", self.random.between(1, 28));
        let found = self.choose("", DAYS, ODD_DAYS);
        if found.is_empty() { usual } else { found.to_owned() }
    }

    fn term(&mut self) -> &'static str {
        self.text(&["P1Y", "P3Y"], TERMS, ODD_TERMS)
    }

    fn plan(&mut self) -> &'static str {
        self.text(PLANS, PLANS, ODD_PLANS)
    }

    fn policy(&mut self) -> &'static str {
        let usual = self.random.pick(Policy::all()).map_or("", |policy| policy.id);
        self.choose(usual, &[usual], &["none", ""])
    }

    fn reservation(&mut self) -> Value {
        let mut reservation = json!({
            "quantity": self.quantity(),
            "term": self.term(),
            "billingPlan": self.plan(),
            "currencyCode": self.text(&["EUR", "USD"], CURRENCIES, ODD_CURRENCIES),
            "unitPrice": self.amount(),
            "purchaseDate": self.day(),
            "reservedResourceType": self.text(&["VirtualMachines"], RESOURCES, &[""]),
            "provisioningState": self.text(&["Succeeded"], STATES, &[""]),
            "used": self.random.in_hundred(70),
        });
        let optional = [
            ("expiryDate", Value::from(self.day())),
            ("instalment", self.amount().into()),
            ("currentUnitPrice", self.amount().into()),
            ("skuName", "Standard_D4s_v5".into()),
            ("exchangesUsed", self.quantity().into()),
        ];
        for (field, value) in optional {
            if self.random.in_hundred(25) {
                reservation[field] = value;
            }
        }
        reservation
    }

    /// A reservation with every number at its largest.
    fn largest(&mut self) -> Value {
        json!({
            "quantity": 1_000_000,
            "term": "P5Y",
            "billingPlan": self.random.one_of(PLANS),
            "currencyCode": self.random.one_of(CURRENCIES),
            "unitPrice": "1000000000000",
            "instalment": "1000000000000",
            "currentUnitPrice": "1000000000000",
            "purchaseDate": self.random.one_of(&["2015-01-01", "2019-12-31", "2020-08-01"]),
            "expiryDate": "2100-12-31",
            "reservedResourceType": "VirtualMachines",
            "provisioningState": "Succeeded",
            "used": true,
        })
    }

    fn refund(&mut self) -> Value {
        if self.random.in_hundred(5) {
            return json!({
                "id": "r2",
                "kind": "refund",
                "policy": self.policy(),
                "on": self.random.one_of(&["2020-08-03", "2023-05-06", "2050-06-15", "2099-12-31"]),
                "reservation": self.largest(),
                "returnQuantity": self.random.one_of(&[1, 1_000_000]),
                "usdRate": self.random.one_of(&["9999.999999999999", "10000", "1"]),
                "feeRate": self.random.one_of(&["0.12", "0.999999999999"]),
                "ledger": [],
            });
        }
        let mut request = json!({
            "id": "r1",
            "kind": "refund",
            "on": self.day(),
            "reservation": self.reservation(),
            "returnQuantity": self.quantity(),
        });
        if self.random.in_hundred(30) {
            request["returnQuantity"] = request["reservation"]["quantity"].clone();
        }
        for (field, often) in [("policy", 70), ("usdRate", 80), ("feeRate", 15)] {
            let value = if field == "policy" { self.policy() } else { self.rate() };
            if self.random.in_hundred(often) {
                request[field] = value.into();
            }
        }
        let many = self.random.below(2_000) == 0;
        let count = if many { 10_001 } else { self.random.below(5) };
        let entry = |_| json!({ "date": self.day(), "usd": self.amount() });
        request["ledger"] = (0..count).map(entry).collect();
        request
    }

    fn exchange(&mut self) -> Value {
        let (returns, purchases) = (1 + self.random.below(3), self.random.below(4));
        let plans = self.random.one_of(&[0, 0, 1, 2]);
        let mut request = json!({
            "id": "x1",
            "kind": "exchange",
            "on": self.day(),
            "returns": (0..returns).map(|_| self.returned()).collect::<Value>(),
            "purchases": (0..purchases).map(|_| self.purchase()).collect::<Value>(),
        });
        if plans > 0 {
            request["savingsPlans"] = (0..plans).map(|_| self.savings_plan()).collect();
        }
        if self.random.in_hundred(70) {
            request["policy"] = self.policy().into();
        }
        request
    }

    fn plan_of_returns(&mut self) -> Value {
        let items = 1 + self.random.below(6);
        let item = |writer: &mut Self| {
            let mut item = writer.returned();
            item["divisible"] = writer.random.in_hundred(50).into();
            item
        };
        let items: Value = (0..items).map(|_| item(self)).collect();
        let entry = |writer: &mut Self| json!({ "date": writer.day(), "usd": writer.amount() });
        let ledger: Value = (0..self.random.below(5)).map(|_| entry(self)).collect();
        let mut days = [self.day(), self.day()];
        days.sort_unstable();
        let rates = CURRENCIES.iter().chain(&["EUR"]).map(|code| ((*code).to_owned(), self.rate()));
        let rates: std::collections::BTreeMap<String, &str> = rates.collect();
        let [on, until] = days;
        json!({
            "id": "p1", "kind": "plan", "policy": self.policy(), "on": on, "until": until,
            "usdRates": rates, "ledger": ledger, "items": items,
        })
    }

    fn returned(&mut self) -> Value {
        let is_largest = self.random.in_hundred(5);
        let mut reservation = if is_largest { self.largest() } else { self.reservation() };
        // Several currencies are refused before anything is calculated.
        if self.odd == 0 {
            reservation["currencyCode"] = "EUR".into();
        }
        let units = match self.random.in_hundred(50) {
            true => reservation["quantity"].clone(),
            false => self.quantity().into(),
        };
        json!({ "reservation": reservation, "returnQuantity": units })
    }

    fn purchase(&mut self) -> Value {
        json!({
            "reservedResourceType": self.text(&["VirtualMachines"], RESOURCES, &[""]),
            "skuName": "Standard_D4s_v5",
            "term": self.term(),
            "billingPlan": self.plan(),
            "quantity": self.quantity(),
            "currencyCode": self.choose("EUR", &["EUR"], ODD_CURRENCIES),
            "unitPrice": self.amount(),
        })
    }

    fn savings_plan(&mut self) -> Value {
        json!({
            "type": self.text(&["Compute", "Database"], &["compute", "Storage"], &[""]),
            "term": self.term(),
            "hourlyCommitment": self.amount(),
            "currencyCode": self.choose("EUR", &["EUR"], ODD_CURRENCIES),
        })
    }
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

fn plan_adds_up(body: &Value) -> Option<bool> {
    let (usd, bound) = (decimal(&body["usd"])?, decimal(&body["bound"])?);
    let mut is_right = bound >= Decimal::ZERO && decimal(&body["today"]["usd"])? <= usd;
    is_right &= (body["method"] == "exact") == bound.is_zero();
    let mut brought = Decimal::ZERO;
    for planned in body["schedule"].as_array()? {
        is_right &= decimal(&planned["payable"])? >= Decimal::ZERO;
        is_right &= decimal(&planned["instalments"])? >= Decimal::ZERO;
        is_right &= planned["units"].as_u64()? > 0;
        brought += decimal(&planned["usd"])?;
    }
    let keeps_none = body["kept"].as_array()?.is_empty();
    // What is kept only costs.
    Some(is_right && usd <= brought && (!keeps_none || usd == brought))
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
        let missing = decimal(&body["waysOut"]["missingCommitment"])?;
        is_right &= missing == (-net).max(Decimal::ZERO);
    }
    let cash = &body["cashToday"];
    if !cash.is_null() {
        let (due, credited) = (decimal(&cash["due"])?, decimal(&cash["credited"])?);
        is_right &= decimal(&cash["net"])? == due - credited;
    }
    Some(is_right)
}
