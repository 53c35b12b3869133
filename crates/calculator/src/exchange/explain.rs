//! Writes the steps of an exchange.

use crate::assessment::{Amounts, Decision};
use crate::exchange::input::{Exchange, TRADED_IN_MAX};
use crate::exchange::{ExchangeAssessment, ReturnedLine, Totals, as_refund};
use crate::explain::{documentation, relation, returned_units};
use crate::flow::Flow;
use crate::formula::{Formula, Part, Sign, formula};
use crate::ledger::Ledger;
use crate::money::Money;
use crate::proration::Proration;
use crate::rule::Rule;
use crate::savings_plan::SavingsPlanType;
use crate::step::{Citation, Input, Relation, Step, Value};

pub(super) fn exchange(
    input: &Exchange,
    assessment: &ExchangeAssessment,
    prorations: &[Option<Proration>],
) -> Vec<Step> {
    let mut steps = Vec::new();
    let no_ledger = Ledger::default();
    for ((line, returned), proration) in
        input.returns().iter().zip(&assessment.returns).zip(prorations)
    {
        if let (Some(returned), Some(proration)) = (returned, proration) {
            let refund = as_refund(line, input.on(), input.policy(), &no_ledger);
            returned_units(&mut steps, &refund, &amounts(returned), proration);
            steps.push(returned_value(returned));
        }
    }
    if let Some(totals) = &assessment.totals {
        let values = assessment.returns.iter().flatten().map(|line| line.returned_value);
        steps.push(total(Rule::RefundsTotal, values, totals.refunds));
    }
    purchases(&mut steps, input, assessment);
    if let Some(totals) = &assessment.totals {
        steps.push(net_payable(assessment, totals));
        steps.push(cash_today(totals));
    }
    new_terms(&mut steps, input);
    if let Decision::Refused(refusal) = assessment.decision {
        steps.push(Step {
            rule: Rule::Refused,
            source: Citation::Policy(input.policy().edition()),
            inputs: vec![(Input::Day, input.on().into())],
            formula: formula!((refusal)),
            relation: Relation::Equals,
            result: refusal.into(),
        });
    }
    steps
}

/// The amounts of a return within an exchange, where neither fee nor refund exists.
fn amounts(line: &ReturnedLine) -> Amounts {
    Amounts {
        paid: line.paid,
        consumed: line.consumed,
        credit: line.credit,
        fee: Money::zero(line.credit.currency()),
        refund: line.credit,
        cancelled_instalments: line.cancelled_instalments,
        cancelled_commitment: line.returned_value,
    }
}

fn returned_value(line: &ReturnedLine) -> Step {
    let (credit, cancelled) = (line.credit, line.cancelled_instalments);
    Step {
        rule: Rule::ReturnedValue,
        source: Citation::Recorded,
        inputs: vec![
            (Input::Credit, credit.into()),
            (Input::CancelledInstalments, cancelled.into()),
        ],
        formula: formula!((credit) Plus (cancelled)),
        relation: Relation::Equals,
        result: line.returned_value.into(),
    }
}

fn total(rule: Rule, amounts: impl Iterator<Item = Money>, sum: Money) -> Step {
    let mut parts = Vec::new();
    for amount in amounts {
        parts.extend((!parts.is_empty()).then_some(Part::Sign(Sign::Plus)));
        parts.push(Part::Value(amount.into()));
    }
    let lines = parts.len().div_ceil(2);
    Step {
        rule,
        source: Citation::Recorded,
        inputs: vec![(Input::Lines, Value::Count(lines as i64))],
        formula: if parts.is_empty() { formula!((sum)) } else { Formula::from(parts) },
        relation: Relation::Equals,
        result: sum.into(),
    }
}

fn purchases(steps: &mut Vec<Step>, input: &Exchange, assessment: &ExchangeAssessment) {
    for (purchase, price) in input.purchases().iter().zip(&assessment.purchases) {
        let (units, unit_price) = (purchase.quantity(), purchase.unit_price());
        steps.push(Step {
            rule: Rule::PurchasePrice,
            source: Citation::Recorded,
            inputs: vec![(Input::Units, units.into()), (Input::UnitPrice, unit_price.into())],
            formula: formula!((units) Times (unit_price)),
            relation: relation([units.into(), unit_price.to_decimal()], [price.to_decimal()]),
            result: (*price).into(),
        });
    }
    for (plan, price) in input.savings_plans().iter().zip(&assessment.savings_plans) {
        let (hourly, hours) = (plan.hourly_commitment(), plan.hours());
        steps.push(Step {
            rule: Rule::SavingsPlanPrice,
            source: documentation(),
            inputs: vec![(Input::HourlyCommitment, hourly.into()), (Input::Hours, hours.into())],
            formula: formula!((hourly) Times (hours)),
            relation: relation([hourly.to_decimal(), hours.into()], [price.to_decimal()]),
            result: (*price).into(),
        });
        steps.extend(input.policy().exchange.trade_in(plan.kind()).map(|it| {
            let returns = Value::Count(input.returns().len() as i64);
            Step {
                rule: match it.plan {
                    SavingsPlanType::Compute => Rule::TradeInCompute,
                    SavingsPlanType::Database => Rule::TradeInDatabase,
                },
                source: Citation::Documentation(it.source),
                inputs: vec![(Input::Lines, returns.clone())],
                formula: formula!((returns) AtMost (TRADED_IN_MAX as i64)),
                relation: Relation::Implies,
                result: (*price).into(),
            }
        }));
    }
    let prices = assessment.purchases.iter().chain(&assessment.savings_plans).copied();
    steps.push(total(Rule::PurchasesTotal, prices, assessment.purchases_total));
}

fn net_payable(assessment: &ExchangeAssessment, totals: &Totals) -> Step {
    let (bought, returned) = (assessment.purchases_total, totals.refunds);
    Step {
        rule: Rule::NetPayable,
        source: Citation::Recorded,
        inputs: vec![
            (Input::PurchasesTotal, bought.into()),
            (Input::RefundsTotal, returned.into()),
        ],
        formula: formula!((bought) Minus (returned)),
        relation: Relation::Equals,
        result: totals.net_payable.into(),
    }
}

/// What is paid or comes back today: always the larger amount minus the smaller.
fn cash_today(totals: &Totals) -> Step {
    let (due, credited) = (totals.cash.due, totals.cash.credited);
    let flow = totals.cash.flow();
    let (rule, from, less) = match flow {
        Flow::Pay(_) | Flow::Nothing(_) => (Rule::CashToday, due, credited),
        Flow::Get(_) => (Rule::CashBackToday, credited, due),
    };
    Step {
        rule,
        source: Citation::Choice,
        inputs: vec![(Input::Due, due.into()), (Input::Credited, credited.into())],
        formula: formula!((from) Minus (less)),
        relation: Relation::Equals,
        result: flow.amount().into(),
    }
}

fn new_terms(steps: &mut Vec<Step>, input: &Exchange) {
    for purchase in input.purchases() {
        let term = purchase.term();
        steps.push(Step {
            rule: Rule::NewTerm,
            source: documentation(),
            inputs: vec![(Input::Day, input.on().into())],
            formula: formula!((input.on()) Plus (term)),
            relation: Relation::Equals,
            result: term.end(input.on()).into(),
        });
    }
}
