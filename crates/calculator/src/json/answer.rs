//! Answers as they are written.

use std::fmt::Display;

use serde::{Serialize, Serializer};

use crate::assessment::{Amounts, Assessment, Decision};
use crate::exchange::{
    ExchangeAssessment, ExchangeQuote, ExchangeWaysOut, PlanThatMeets, ReturnedLine,
};
use crate::formula::Formula;
use crate::json::request::RefundCase;
use crate::limit::LimitUse;
use crate::money::Money;
use crate::plan::{KeptUnits, Method, Plan, PlannedReturn};
use crate::policy::Policy;
use crate::refund::RefundQuote;
use crate::step::Step;

/// The answer to a refund request.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RefundAnswer<'a> {
    id: Option<&'a str>,
    kind: &'static str,
    policy: &'static str,
    decision: &'static str,
    refusal: Option<&'static str>,
    currency_code: String,
    #[serde(flatten)]
    amounts: AmountsAnswer,
    payable: Text<Money>,
    lost: Option<LostAnswer>,
    limit_checked: bool,
    usd: Option<UsdAnswer>,
    largest_quantity: u64,
    largest_payable: Option<Text<Money>>,
    first_date: Option<String>,
    first_date_payable: Option<Text<Money>>,
    /// Instalments of the units that are charged until then.
    first_date_charged: Option<Text<Money>>,
    exchange_keeps: Option<Text<Money>>,
    newest_policy: NewestAnswer,
    warnings: Vec<&'static str>,
    disagreements: Vec<&'static str>,
    steps: Vec<StepAnswer<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AmountsAnswer {
    paid: Option<Text<Money>>,
    consumed: Option<Text<Money>>,
    credit: Option<Text<Money>>,
    fee: Option<Text<Money>>,
    refund: Option<Text<Money>>,
    cancelled_instalments: Option<Text<Money>>,
    cancelled_commitment: Option<Text<Money>>,
}

/// What of the credit is not paid out.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LostAnswer {
    total: Text<Money>,
    fee: Text<Money>,
    over_limit: Text<Money>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UsdAnswer {
    refund: Option<Text<Money>>,
    counts_against_limit: Option<Text<Money>>,
    /// The second reading, where documentation and recorded answers disagree.
    #[serde(skip_serializing_if = "Option::is_none")]
    counts_as_observed: Option<Text<Money>>,
    limit: Text<Money>,
    used_before: Text<Money>,
    left_after: Text<Money>,
    lost_to_limit: Text<Money>,
}

#[derive(Serialize)]
struct NewestAnswer {
    policy: &'static str,
    decision: &'static str,
    refusal: Option<&'static str>,
    payable: Text<Money>,
}

#[derive(Serialize)]
struct StepAnswer<'a> {
    rule: &'static str,
    text: &'static str,
    source: String,
    inputs: serde_json::Map<String, serde_json::Value>,
    formula: Text<&'a Formula>,
    relation: &'static str,
    result: String,
}

/// The answer to an exchange request.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ExchangeAnswer<'a> {
    id: Option<&'a str>,
    kind: &'static str,
    policy: &'static str,
    decision: &'static str,
    refusal: Option<&'static str>,
    currency_code: String,
    returns: Vec<ReturnAnswer>,
    refunds_total: Option<Text<Money>>,
    purchases_total: Text<Money>,
    net_payable: Option<Text<Money>>,
    cash_today: Option<CashAnswer>,
    ways_out: WaysOutAnswer,
    first_date: Option<String>,
    newest: NewestExchangeAnswer,
    new_terms: Vec<TermAnswer>,
    savings_plan_terms: Vec<TermAnswer>,
    warnings: Vec<&'static str>,
    disagreements: Vec<&'static str>,
    steps: Vec<StepAnswer<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReturnAnswer {
    paid: Option<Text<Money>>,
    consumed: Option<Text<Money>>,
    credit: Option<Text<Money>>,
    cancelled_instalments: Option<Text<Money>>,
    returned_value: Option<Text<Money>>,
}

#[derive(Serialize)]
struct CashAnswer {
    due: Text<Money>,
    credited: Text<Money>,
    net: Text<Money>,
}

/// The lists are in the order of those of the request.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WaysOutAnswer {
    missing_commitment: Option<Text<Money>>,
    returns: Option<Vec<ReturnWayOut>>,
    purchases: Vec<PurchaseWayOut>,
    savings_plans: Vec<PlanWayOut>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReturnWayOut {
    return_quantity: u64,
}

#[derive(Serialize)]
struct PurchaseWayOut {
    quantity: Option<u32>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PlanWayOut {
    term: Option<String>,
    hourly_commitment: Option<Text<Money>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewestExchangeAnswer {
    policy: &'static str,
    decision: &'static str,
    refusal: Option<&'static str>,
    net_payable: Option<Text<Money>>,
}

#[derive(Serialize)]
struct TermAnswer {
    start: String,
    end: String,
}

/// The answer to a request for a plan.
#[derive(Serialize)]
pub struct PlanAnswer<'a> {
    id: Option<&'a str>,
    kind: &'static str,
    policy: &'static str,
    method: &'static str,
    bound: Text<Money>,
    schedule: Vec<PlannedAnswer>,
    kept: Vec<KeptAnswer>,
    usd: Text<Money>,
    today: TodayAnswer,
}

#[derive(Serialize)]
struct PlannedAnswer {
    item: usize,
    units: u64,
    on: String,
    payable: Text<Money>,
    instalments: Text<Money>,
    usd: Text<Money>,
}

#[derive(Serialize)]
struct KeptAnswer {
    item: usize,
    units: u64,
    instalments: Text<Money>,
    usd: Text<Money>,
}

#[derive(Serialize)]
struct TodayAnswer {
    usd: Text<Money>,
}

impl<'a> PlanAnswer<'a> {
    /// The answer that says what the plan says.
    pub fn new(id: Option<&'a str>, plan: &Plan) -> Self {
        let planned = |planned: &PlannedReturn| PlannedAnswer {
            item: planned.item,
            units: planned.units,
            on: planned.on.to_string(),
            payable: Text(planned.payable),
            instalments: Text(planned.instalments),
            usd: Text(planned.usd),
        };
        let kept = |kept: &KeptUnits| KeptAnswer {
            item: kept.item,
            units: kept.units,
            instalments: Text(kept.instalments),
            usd: Text(kept.usd),
        };
        Self {
            id,
            kind: "plan",
            policy: plan.policy.id,
            method: match plan.method {
                Method::Exact => "exact",
                Method::Bounded(_) => "bounded",
            },
            bound: Text(plan.method.bound()),
            schedule: plan.schedule.iter().map(planned).collect(),
            kept: plan.kept.iter().map(kept).collect(),
            usd: Text(plan.usd),
            today: TodayAnswer { usd: Text(plan.today) },
        }
    }
}

impl<'a> RefundAnswer<'a> {
    /// The answer that says what the quote says.
    pub fn new(id: Option<&'a str>, case: &RefundCase, quote: &'a RefundQuote) -> Self {
        let assessment = &quote.assessment;
        Self {
            id,
            kind: "refund",
            policy: quote.policy.id,
            decision: decision(assessment.decision),
            refusal: refusal(assessment.decision),
            currency_code: case.holding.currency().to_string(),
            amounts: AmountsAnswer::new(assessment.amounts.as_ref()),
            payable: Text(assessment.payable),
            lost: assessment.lost().map(|lost| LostAnswer {
                total: Text(lost.total),
                fee: Text(lost.fee),
                over_limit: Text(lost.over_limit),
            }),
            limit_checked: assessment.is_limit_checked(),
            usd: assessment.limit.as_ref().map(UsdAnswer::new),
            largest_quantity: quote.ways_out.largest_quantity,
            largest_payable: quote.ways_out.largest_payable.map(Text),
            first_date: quote.ways_out.first_date.map(|date| date.to_string()),
            first_date_payable: quote.ways_out.on_first_date.map(|later| Text(later.payable)),
            first_date_charged: quote.ways_out.on_first_date.map(|later| Text(later.charged)),
            exchange_keeps: quote.ways_out.exchange_keeps.map(Text),
            newest_policy: NewestAnswer::new(&quote.newest),
            warnings: quote.warnings.iter().map(|warning| warning.code()).collect(),
            disagreements: quote.disagreements.iter().map(|entry| entry.code()).collect(),
            steps: quote.steps.iter().map(StepAnswer::new).collect(),
        }
    }
}

impl<'a> ExchangeAnswer<'a> {
    /// The answer that says what the quote says.
    pub fn new(id: Option<&'a str>, quote: &'a ExchangeQuote) -> Self {
        let term = |(start, end): &(chrono::NaiveDate, chrono::NaiveDate)| TermAnswer {
            start: start.to_string(),
            end: end.to_string(),
        };
        Self {
            id,
            kind: "exchange",
            policy: quote.policy.id,
            decision: decision(quote.assessment.decision),
            refusal: refusal(quote.assessment.decision),
            currency_code: quote.assessment.purchases_total.currency().to_string(),
            returns: quote
                .assessment
                .returns
                .iter()
                .map(|line| ReturnAnswer::new(line.as_ref()))
                .collect(),
            refunds_total: quote.assessment.totals.map(|totals| Text(totals.refunds)),
            purchases_total: Text(quote.assessment.purchases_total),
            net_payable: quote.assessment.totals.map(|totals| Text(totals.net_payable)),
            cash_today: quote.assessment.totals.map(|totals| CashAnswer {
                due: Text(totals.cash.due),
                credited: Text(totals.cash.credited),
                net: Text(totals.cash.net),
            }),
            ways_out: WaysOutAnswer::new(&quote.ways_out),
            first_date: quote.ways_out.first_date.map(|date| date.to_string()),
            newest: NewestExchangeAnswer::new(&quote.newest),
            new_terms: quote.new_terms.iter().map(term).collect(),
            savings_plan_terms: quote.savings_plan_terms.iter().map(term).collect(),
            warnings: quote.warnings.iter().map(|warning| warning.code()).collect(),
            disagreements: quote.disagreements.iter().map(|entry| entry.code()).collect(),
            steps: quote.steps.iter().map(StepAnswer::new).collect(),
        }
    }
}

impl AmountsAnswer {
    fn new(amounts: Option<&Amounts>) -> Self {
        let amount = |field: fn(&Amounts) -> Money| amounts.map(field).map(Text);
        Self {
            paid: amount(|a| a.paid),
            consumed: amount(|a| a.consumed),
            credit: amount(|a| a.credit),
            fee: amount(|a| a.fee),
            refund: amount(|a| a.refund),
            cancelled_instalments: amount(|a| a.cancelled_instalments),
            cancelled_commitment: amount(|a| a.cancelled_commitment),
        }
    }
}

impl UsdAnswer {
    fn new(limit: &LimitUse) -> Self {
        let of_return = limit.of_return;
        Self {
            refund: of_return.map(|usd| Text(usd.refund)),
            counts_against_limit: of_return.map(|usd| Text(usd.counts)),
            counts_as_observed: of_return.and_then(|usd| usd.counts_as_observed).map(Text),
            limit: Text(limit.limit),
            used_before: Text(limit.used_before),
            left_after: Text(limit.left_after),
            lost_to_limit: Text(limit.lost_to_limit),
        }
    }
}

impl NewestAnswer {
    fn new(newest: &Assessment) -> Self {
        Self {
            policy: Policy::newest().id,
            decision: decision(newest.decision),
            refusal: refusal(newest.decision),
            payable: Text(newest.payable),
        }
    }
}

impl WaysOutAnswer {
    fn new(ways_out: &ExchangeWaysOut) -> Self {
        let plan = |plan: &PlanThatMeets| PlanWayOut {
            term: plan.term.map(|term| term.to_string()),
            hourly_commitment: plan.hourly_commitment.map(Text),
        };
        let units = |units: &u64| ReturnWayOut { return_quantity: *units };
        Self {
            missing_commitment: ways_out.missing.map(Text),
            returns: ways_out.units_left.as_ref().map(|left| left.iter().map(units).collect()),
            purchases: ways_out
                .quantities
                .iter()
                .map(|quantity| PurchaseWayOut { quantity: *quantity })
                .collect(),
            savings_plans: ways_out.savings_plans.iter().map(plan).collect(),
        }
    }
}

impl NewestExchangeAnswer {
    fn new(newest: &ExchangeAssessment) -> Self {
        Self {
            policy: Policy::newest().id,
            decision: decision(newest.decision),
            refusal: refusal(newest.decision),
            net_payable: newest.totals.map(|totals| Text(totals.net_payable)),
        }
    }
}

impl ReturnAnswer {
    fn new(line: Option<&ReturnedLine>) -> Self {
        let amount = |field: fn(&ReturnedLine) -> Money| line.map(field).map(Text);
        Self {
            paid: amount(|line| line.paid),
            consumed: amount(|line| line.consumed),
            credit: amount(|line| line.credit),
            cancelled_instalments: amount(|line| line.cancelled_instalments),
            returned_value: amount(|line| line.returned_value),
        }
    }
}

impl<'a> StepAnswer<'a> {
    fn new(step: &'a Step) -> Self {
        // To collect them would sort them first, by an algorithm of its own.
        let mut inputs = serde_json::Map::new();
        for (name, value) in &step.inputs {
            inputs.insert(name.code().to_owned(), serde_json::Value::String(value.to_string()));
        }
        Self {
            rule: step.rule.id(),
            text: step.rule.text(),
            source: step.source.to_string(),
            inputs,
            formula: Text(&step.formula),
            relation: step.relation.sign(),
            result: step.result.to_string(),
        }
    }
}

fn decision(decision: Decision) -> &'static str {
    match decision {
        Decision::Allowed => "allowed",
        Decision::Capped => "capped",
        Decision::Refused(_) => "refused",
    }
}

fn refusal(decision: Decision) -> Option<&'static str> {
    decision.refusal().map(|refusal| refusal.code())
}

/// A value written as a JSON string by its `Display`.
struct Text<T>(T);

impl<T: Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}
