//! Writes the steps of a refund: the same numbers once more, each with its rule and its inputs.
//!
//! Invariant: every value here was calculated elsewhere; this module only arranges them.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::assessment::{Amounts, Assessment, Decision, RefundInput, fee_rate};
use crate::currency::Currency;
use crate::formula::{Formula, formula};
use crate::limit::{LimitUse, ReturnInUsd};
use crate::money::{Money, Price, UsdRate};
use crate::policy::{Fee, FirstDays, OverLimit, Policy, Source};
use crate::proration::{Basis, FIRST_DAYS, Proration};
use crate::rule::Rule;
use crate::step::{Citation, Input, Relation, Step, Value};

pub(crate) fn refund(
    input: &RefundInput<'_>,
    assessment: &Assessment,
    proration: Option<&Proration>,
) -> Vec<Step> {
    // A refund has at most this many steps; growing in between costs more than the space.
    let mut steps = Vec::with_capacity(18);
    if let (Some(amounts), Some(proration)) = (&assessment.amounts, proration) {
        returned_units(&mut steps, input, amounts, proration);
        steps.push(fee(input, amounts, proration));
        steps.push(refund_after_fee(amounts));
        if proration.cancelled_instalments > 0 {
            steps.push(cancelled_commitment(input.policy, amounts));
        }
        match &assessment.limit {
            Some(limit) => limit_steps(&mut steps, input, assessment, amounts, limit),
            None => steps.push(limit_unknown(assessment)),
        }
    }
    let refused_before_limit =
        assessment.decision.refusal() != Some(crate::Refusal::RefundLimitExceeded);
    if let (Decision::Refused(refusal), true) = (assessment.decision, refused_before_limit) {
        steps.push(Step {
            rule: Rule::Refused,
            source: Citation::Policy(input.policy.edition()),
            inputs: vec![
                (Input::Units, Value::Count(i64::try_from(input.units).unwrap_or(i64::MAX))),
                (Input::Day, input.on.into()),
            ],
            formula: formula!((refusal)),
            relation: Relation::Implies,
            result: assessment.payable.into(),
        });
    }
    steps
}

/// The steps from the price to the credit, which a refund and an exchange have in common.
pub(crate) fn returned_units(
    steps: &mut Vec<Step>,
    input: &RefundInput<'_>,
    amounts: &Amounts,
    proration: &Proration,
) {
    steps.push(elapsed_days(input, proration));
    if let Some(current) = input.holding.current_unit_price().filter(|_| input.policy.lowest_price)
    {
        steps.push(lowest_price(input, proration, current));
    }
    match proration.basis {
        Basis::Upfront { days_in_term } => {
            upfront(steps, input, amounts, proration, days_in_term);
        }
        Basis::Monthly { .. } => monthly(steps, input, amounts, proration),
    }
    if proration.given_back_whole {
        steps.push(first_days(input.policy, amounts, proration));
    }
    steps.push(Step {
        rule: Rule::Credit,
        source: Citation::Recorded,
        inputs: vec![
            (Input::Paid, amounts.paid.into()),
            (Input::Consumed, amounts.consumed.into()),
        ],
        formula: formula!((amounts.paid) Minus (amounts.consumed)),
        relation: Relation::Equals,
        result: amounts.credit.into(),
    });
}

/// The documentation of what holds for every policy: day counting, cycles, the rolling window.
const DOCUMENTATION: Source = Source {
    title: "Self-service exchanges and refunds for Azure Reservations",
    date: chrono::NaiveDate::from_ymd_opt(2025, 7, 1).expect("a date"),
    path: "azure/cost-management-billing/reservations/exchange-and-refund-azure-reservations",
};

pub(crate) const fn documentation() -> Citation {
    Citation::Documentation(DOCUMENTATION)
}

/// Equal where both products are the same, else rounded.
pub(crate) fn relation<const N: usize, const M: usize>(
    formula: [Decimal; N],
    result: [Decimal; M],
) -> Relation {
    Relation::rounded(compare(&formula, &result) == Some(Ordering::Equal))
}

/// Compares two exact products; `None` where one is beyond what is counted with.
///
/// Of whole numbers, because decimals of different scales take ten times as long.
fn compare(one: &[Decimal], other: &[Decimal]) -> Option<Ordering> {
    fn product(factors: &[Decimal]) -> Option<(i128, u32)> {
        factors.iter().try_fold((1_i128, 0), |(product, digits), factor| {
            Some((product.checked_mul(factor.mantissa())?, digits + factor.scale()))
        })
    }
    let ((one, digits), (other, other_digits)) = (product(one)?, product(other)?);
    let finest = digits.max(other_digits);
    let at_finest =
        |product: i128, digits| product.checked_mul(10_i128.checked_pow(finest - digits)?);
    Some(at_finest(one, digits)?.cmp(&at_finest(other, other_digits)?))
}

fn count(units: u64) -> Value {
    Value::Count(i64::try_from(units).expect("owned units fit"))
}

fn elapsed_days(input: &RefundInput<'_>, proration: &Proration) -> Step {
    let purchase = input.holding.purchase_date();
    Step {
        rule: Rule::ElapsedDays,
        source: documentation(),
        inputs: vec![(Input::PurchaseDate, purchase.into()), (Input::Day, input.on.into())],
        formula: formula!((input.on) Minus (purchase)),
        relation: Relation::Equals,
        result: proration.elapsed_days.into(),
    }
}

fn lowest_price(input: &RefundInput<'_>, proration: &Proration, current: Price) -> Step {
    let bought = input.holding.unit_price();
    Step {
        rule: Rule::LowestPrice,
        source: Citation::Policy(input.policy.edition()),
        inputs: vec![(Input::UnitPrice, bought.into()), (Input::CurrentUnitPrice, current.into())],
        formula: formula!(MinOf (bought) Comma (current) Close),
        relation: Relation::Equals,
        result: proration.base.into(),
    }
}

fn upfront(
    steps: &mut Vec<Step>,
    input: &RefundInput<'_>,
    amounts: &Amounts,
    proration: &Proration,
    days: i64,
) {
    let (units, base, elapsed) = (input.units, proration.base, proration.elapsed_days);
    let (purchase, expiry) = (input.holding.purchase_date(), input.holding.expiry_date());
    steps.push(Step {
        rule: Rule::TermDays,
        source: if input.holding.expiry_is_given() { Citation::Given } else { documentation() },
        inputs: vec![(Input::PurchaseDate, purchase.into()), (Input::ExpiryDate, expiry.into())],
        formula: formula!((expiry) Minus (purchase)),
        relation: Relation::Equals,
        result: days.into(),
    });
    steps.push(Step {
        rule: Rule::PaidUpfront,
        source: Citation::Policy(input.policy.edition()),
        inputs: vec![(Input::Units, count(units)), (Input::BasePrice, base.into())],
        formula: formula!((count(units)) Times (base)),
        relation: relation([units.into(), base.to_decimal()], [amounts.paid.to_decimal()]),
        result: amounts.paid.into(),
    });
    if !proration.given_back_whole {
        steps.push(Step {
            rule: Rule::ConsumedUpfront,
            source: Citation::Recorded,
            inputs: vec![
                (Input::Paid, amounts.paid.into()),
                (Input::ElapsedDays, elapsed.into()),
                (Input::DaysInTerm, days.into()),
            ],
            formula: formula!((count(units)) Times (base) Times (elapsed) Over (days)),
            relation: relation(
                [units.into(), base.to_decimal(), elapsed.into()],
                [amounts.consumed.to_decimal(), days.into()],
            ),
            result: amounts.consumed.into(),
        });
    }
}

fn monthly(
    steps: &mut Vec<Step>,
    input: &RefundInput<'_>,
    amounts: &Amounts,
    proration: &Proration,
) {
    let Basis::Monthly { instalment, cycle, elapsed_in_cycle, unpaid } = proration.basis else {
        return;
    };
    let (units, base) = (input.units, proration.base);
    let (parts, due, days) = (input.holding.term().months(), cycle.index + 1, cycle.days());
    let billed = input.holding.instalment() == Some(instalment);
    steps.push(Step {
        rule: if billed { Rule::BilledInstalment } else { Rule::EqualInstalment },
        source: if billed { Citation::Given } else { Citation::Recorded },
        inputs: vec![(Input::BasePrice, base.into()), (Input::Instalments, parts.into())],
        formula: if billed { formula!((instalment)) } else { formula!((base) Over (parts)) },
        relation: if billed {
            Relation::Equals
        } else {
            relation([base.to_decimal()], [instalment.to_decimal(), parts.into()])
        },
        result: instalment.into(),
    });
    steps.push(Step {
        rule: Rule::BillingCycle,
        source: documentation(),
        inputs: vec![
            (Input::CycleStart, cycle.start.into()),
            (Input::CycleEnd, cycle.end.into()),
            (Input::ElapsedInCycle, elapsed_in_cycle.into()),
        ],
        formula: formula!((cycle.end) Minus (cycle.start)),
        relation: Relation::Equals,
        result: days.into(),
    });
    steps.push(Step {
        rule: Rule::PaidMonthly,
        source: Citation::Recorded,
        inputs: vec![
            (Input::Units, count(units)),
            (Input::Instalment, instalment.into()),
            (Input::InstalmentsDue, due.into()),
        ],
        formula: formula!((count(units)) Times (instalment) Times (due)),
        relation: relation(
            [units.into(), instalment.to_decimal(), due.into()],
            [amounts.paid.to_decimal()],
        ),
        result: amounts.paid.into(),
    });
    if !proration.given_back_whole {
        let earlier = cycle.index;
        steps.push(Step {
            rule: Rule::ConsumedMonthly,
            source: Citation::Recorded,
            inputs: vec![
                (Input::Units, count(units)),
                (Input::Instalment, instalment.into()),
                (Input::ElapsedInCycle, elapsed_in_cycle.into()),
                (Input::DaysInCycle, days.into()),
            ],
            formula: formula!(
                (count(units)) Times (instalment) Times
                Open (earlier) Plus (elapsed_in_cycle) Over (days) Close
            ),
            relation: relation(
                [
                    units.into(),
                    instalment.to_decimal(),
                    (i64::from(earlier) * days + elapsed_in_cycle).into(),
                ],
                [amounts.consumed.to_decimal(), days.into()],
            ),
            result: amounts.consumed.into(),
        });
    }
    steps.push(Step {
        rule: Rule::CancelledInstalments,
        source: Citation::Recorded,
        inputs: vec![
            (Input::Units, count(units)),
            (Input::Instalment, instalment.into()),
            (Input::InstalmentsUnpaid, unpaid.into()),
        ],
        formula: formula!((unpaid) Times (instalment) Times (count(units))),
        relation: relation(
            [unpaid.into(), instalment.to_decimal(), units.into()],
            [amounts.cancelled_instalments.to_decimal()],
        ),
        result: amounts.cancelled_instalments.into(),
    });
}

fn first_days(policy: &Policy, amounts: &Amounts, proration: &Proration) -> Step {
    let (rule, source) = match policy.first_days {
        FirstDays::FullObserved => (Rule::FirstDaysObserved, Citation::Recorded),
        FirstDays::FullIfUnused | FirstDays::NotStated => {
            (Rule::FirstDaysUnused, Citation::Policy(policy.edition()))
        }
    };
    Step {
        rule,
        source,
        inputs: vec![(Input::ElapsedDays, proration.elapsed_days.into())],
        formula: formula!((proration.elapsed_days) AtMost (FIRST_DAYS)),
        relation: Relation::Implies,
        result: amounts.consumed.into(),
    }
}

fn fee(input: &RefundInput<'_>, amounts: &Amounts, proration: &Proration) -> Step {
    let policy = Citation::Policy(input.policy.edition());
    let Some(rate) = fee_rate(input, proration) else {
        let waived = input.fee_rate.is_some() || input.policy.fee != Fee::NotCharged;
        return Step {
            rule: if waived { Rule::FeeWaived } else { Rule::FeeNotCharged },
            source: policy,
            inputs: vec![(Input::ElapsedDays, proration.elapsed_days.into())],
            formula: formula!((amounts.fee)),
            relation: Relation::Equals,
            result: amounts.fee.into(),
        };
    };
    let (rule, source) = match (input.fee_rate, input.policy.fee) {
        (Some(_), _) => (Rule::FeeGiven, Citation::Given),
        (None, Fee::OfCredit { stated: false, .. }) => (Rule::FeeAssumed, Citation::Choice),
        (None, _) => (Rule::Fee, policy),
    };
    let share = rate.to_decimal();
    Step {
        rule,
        source,
        formula: formula!((amounts.credit) Times (rate)),
        inputs: vec![(Input::Credit, amounts.credit.into()), (Input::FeeRate, rate.into())],
        relation: relation([amounts.credit.to_decimal(), share], [amounts.fee.to_decimal()]),
        result: amounts.fee.into(),
    }
}

fn refund_after_fee(amounts: &Amounts) -> Step {
    Step {
        rule: Rule::Refund,
        source: Citation::Choice,
        inputs: vec![(Input::Credit, amounts.credit.into()), (Input::Fee, amounts.fee.into())],
        formula: formula!((amounts.credit) Minus (amounts.fee)),
        relation: Relation::Equals,
        result: amounts.refund.into(),
    }
}

fn cancelled_commitment(policy: &Policy, amounts: &Amounts) -> Step {
    let (credit, cancelled) = (amounts.credit, amounts.cancelled_instalments);
    Step {
        rule: Rule::CancelledCommitment,
        source: Citation::Policy(policy.edition()),
        inputs: vec![
            (Input::Credit, credit.into()),
            (Input::CancelledInstalments, cancelled.into()),
        ],
        formula: formula!((credit) Plus (cancelled)),
        relation: Relation::Equals,
        result: amounts.cancelled_commitment.into(),
    }
}

fn limit_unknown(assessment: &Assessment) -> Step {
    Step {
        rule: Rule::LimitUnknown,
        source: Citation::Choice,
        inputs: Vec::new(),
        formula: formula!((assessment.payable)),
        relation: Relation::Equals,
        result: assessment.payable.into(),
    }
}

fn limit_steps(
    steps: &mut Vec<Step>,
    input: &RefundInput<'_>,
    assessment: &Assessment,
    amounts: &Amounts,
    limit: &LimitUse,
) {
    let Some(of_return) = limit.of_return else { return };
    let policy = Citation::Policy(input.policy.edition());
    let (counts_rule, counted) = match of_return.counts_as_observed {
        None => (Rule::LimitCountsRefund, amounts.refund),
        Some(_) => (Rule::LimitCountsCommitment, amounts.cancelled_commitment),
    };
    let entries = input.ledger.counting_on(input.on).len();
    let (most, used) = (limit.limit, limit.used_before);
    steps.push(Step {
        rule: Rule::LimitUsed,
        source: documentation(),
        inputs: vec![(Input::Day, input.on.into()), (Input::Entries, Value::Count(entries as i64))],
        formula: if used.minor() > most.minor() {
            formula!(MaxOf (0_i64) Comma (most) Minus (used) Close)
        } else {
            formula!((most) Minus (used))
        },
        relation: Relation::Equals,
        result: limit.left_before.into(),
    });
    let rate = input.usd_rate.filter(|_| input.holding.currency() != Currency::USD);
    steps.extend(rate.map(|rate| usd_conversion(rate, counted, of_return)));
    steps.push(Step {
        rule: counts_rule,
        source: policy,
        inputs: vec![(Input::CountsUsd, of_return.counts.into())],
        formula: formula!((of_return.counts)),
        relation: Relation::Equals,
        result: of_return.counts.into(),
    });
    if let Some(observed) = of_return.counts_as_observed {
        steps.push(Step {
            rule: Rule::LimitCountsObserved,
            source: Citation::Recorded,
            inputs: vec![(Input::Refund, amounts.refund.into())],
            formula: formula!((observed)),
            relation: Relation::Equals,
            result: observed.into(),
        });
    }
    let rule = match assessment.decision {
        Decision::Allowed => Rule::LimitFits,
        Decision::Capped => Rule::LimitCapped,
        Decision::Refused(crate::Refusal::RefundLimitExceeded) => Rule::LimitRefused,
        Decision::Refused(_) => return,
    };
    let (counts, left) = (of_return.counts, limit.left_before);
    let by_cap = match input.policy.limit.over {
        OverLimit::PayoutCapped => smaller(amounts.refund, left, rate, assessment.payable),
        OverLimit::Refused => None,
    };
    let (formula, relation) = by_cap.unwrap_or_else(|| {
        let formula = match rule {
            Rule::LimitFits => formula!((counts) AtMost (left)),
            _ => formula!((counts) MoreThan (left)),
        };
        (formula, Relation::Implies)
    });
    steps.push(Step {
        rule,
        source: policy,
        inputs: vec![(Input::CountsUsd, counts.into()), (Input::LeftUsd, left.into())],
        formula,
        relation,
        result: assessment.payable.into(),
    });
}

/// The refund or what is left of the limit, whichever is smaller; what is left is converted back at the
/// rate where there is one. `None` for a refund that fits only because cents are rounded.
fn smaller(
    refund: Money,
    left: Money,
    rate: Option<UsdRate>,
    payable: Money,
) -> Option<(Formula, Relation)> {
    let Some(usd_rate) = rate else {
        return Some((formula!(MinOf (refund) Comma (left) Close), Relation::Equals));
    };
    let rate = usd_rate.to_decimal();
    let usd = compare(&[refund.to_decimal(), rate], &[left.to_decimal()]);
    let relation = match usd.is_some_and(Ordering::is_le) {
        true => Relation::Equals,
        false if payable == refund => return None,
        false => relation([left.to_decimal()], [payable.to_decimal(), rate]),
    };
    Some((formula!(MinOf (refund) Comma (left) Over (usd_rate) Close), relation))
}

fn usd_conversion(rate: UsdRate, counted: Money, of_return: ReturnInUsd) -> Step {
    let (usd, counts) = (rate.to_decimal(), of_return.counts);
    Step {
        rule: Rule::UsdConversion,
        source: Citation::Recorded,
        formula: formula!((counted) Times (rate)),
        inputs: vec![(Input::Refund, counted.into()), (Input::UsdRate, rate.into())],
        relation: relation([counted.to_decimal(), usd], [counts.to_decimal()]),
        result: counts.into(),
    }
}
