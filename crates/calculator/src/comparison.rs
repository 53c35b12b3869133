//! What to do with reservations that may no longer be needed: keep them, return them for a refund,
//! exchange them, or trade them in for a savings plan.
//!
//! The four choices stand side by side for the same units on the same day, in the same amounts. The
//! advice follows from those numbers, from how much of the reservations is used and from what a
//! reserved hour saves. Where one of these is unknown and the answer depends on it, there is none.
//!
//! What is committed anew is weighed at the same use: as much a day as is used today, of what is then
//! committed a day.
//!
//! Where some of the units are not needed, returning only those is a fifth choice.

mod advice;
mod candidates;
mod unneeded;
mod used;

use chrono::NaiveDate;

pub use advice::{Advice, Reason};
pub use candidates::{Offered, candidates, cheapest, smallest_plan};
pub use used::{UsedUnits, utilization};

use used::PARTS;

use crate::assessment::{Assessment, Decision, RefundInput, assess};
use crate::currency::Currency;
use crate::error::InputError;
use crate::exchange::{
    CashToday, Exchange, LINES_MAX, Purchase, Return, ReturnedLine, SavingsPlan, assess_exchange,
    returned_lines,
};
use crate::ledger::{Ledger, LedgerEntry};
use crate::money::{AMOUNT_MAX, FeeRate, Money, UsdRate};
use crate::policy::Policy;
use crate::share::Share;

/// Everything that a comparison depends on.
#[derive(Clone, Copy, Debug)]
pub struct ComparisonInput<'a> {
    /// The units in question, all in one currency; at least one line.
    pub returns: &'a [Return],
    /// How much of the units of each line is used, in the order of the lines; empty where nobody knows.
    pub used: &'a [UsedUnits],
    /// Units of each line that are not needed, in the order of the lines; empty where nobody knows.
    pub unneeded: &'a [u64],
    /// What a reserved hour saves against pay-as-you-go. Without it a break-even counts a used hour as
    /// worth what it costs as a reservation, which is the least that it can be.
    pub saving: Option<Share>,
    /// The UTC day of the decision.
    pub on: NaiveDate,
    /// The version of the rules.
    pub policy: &'static Policy,
    /// Past cancellations of the customer.
    pub ledger: &'a Ledger,
    /// USD for one unit of the billing currency; not needed for USD.
    pub usd_rate: Option<UsdRate>,
    /// Overrides the fee rate of the policy, for a what-if.
    pub fee_rate: Option<FeeRate>,
    /// What would be bought in an exchange; empty when none is considered.
    pub purchases: &'a [Purchase],
    /// The savings plans of a trade-in; empty when none is considered.
    pub savings_plans: &'a [SavingsPlan],
}

/// One of the things that can be done.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Choice {
    /// Nothing is returned.
    Keep,
    /// The units are returned one line after the other on the same day.
    Refund,
    /// Only the units that are not needed are returned like that, and the others are kept.
    RefundUnneeded,
    /// The units are exchanged for reservations.
    Exchange,
    /// The units are traded in for savings plans.
    TradeIn,
}

/// What comes of one choice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ChoiceOutcome {
    /// Which choice.
    pub choice: Choice,
    /// Whether it is possible. A choice is refused as a whole when one of its lines is.
    pub decision: Decision,
    /// Its amounts; `None` where it is refused or cannot be computed.
    pub amounts: Option<ChoiceAmounts>,
}

/// The amounts of a choice, in the currency of the reservations unless they say otherwise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ChoiceAmounts {
    /// What moves on the day itself.
    pub cash: CashToday,
    /// The commitment that is left: what the time after the day has cost and will cost.
    pub commitment_after: Money,
    /// The early termination fee.
    pub fee: Money,
    /// What neither comes back nor counts toward anything new: fee, and what the limit takes.
    pub given_up: Money,
    /// What is used of the yearly limit, in USD; `None` when it is unknown because a rate is missing.
    pub limit_used: Option<Money>,
    /// The day on which the last commitment ends; the day itself when none is left.
    pub end: NaiveDate,
    /// How much of what is then committed must be used to be no worse off than with a refund; `None`
    /// where nothing is committed, and where a refund is refused.
    pub break_even: Option<Share>,
    /// How much of what is then committed is used if as much a day is used as today; `None` where nothing
    /// is committed, and where nobody knows how much is used.
    pub utilization: Option<Share>,
    /// The smallest saving with which that is no worse than a refund; `None` where one of both is unknown.
    pub saving_needed: Option<Share>,
}

/// The choices side by side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Comparison {
    /// The commitment that is left today: the returned value of the units, which is what the time
    /// after the day has cost and will cost. `None` where it cannot be computed.
    pub commitment_before: Option<Money>,
    /// Keep and refund, then what else is considered: a refund of what is not needed where that is only a part
    /// of the units, exchange, trade-in.
    pub outcomes: Vec<ChoiceOutcome>,
    /// What the numbers speak for.
    pub advice: Advice,
}

impl Comparison {
    /// The outcome of a choice, if it was considered.
    pub fn outcome(&self, choice: Choice) -> Option<&ChoiceOutcome> {
        self.outcomes.iter().find(|outcome| outcome.choice == choice)
    }
}

/// Compares what can be done with the same units on the same day.
///
/// # Errors
/// Names what cannot be calculated with: no line at all, several currencies, a date out of range, a
/// ledger that is full.
pub fn compare(input: &ComparisonInput<'_>) -> Result<Comparison, InputError> {
    let with = |purchases: &[Purchase], savings_plans: &[SavingsPlan]| {
        let (purchases, savings_plans) = (purchases.to_vec(), savings_plans.to_vec());
        Exchange::new(input.returns.to_vec(), purchases, savings_plans, input.on, input.policy)
    };
    let nothing_bought = with(&[], &[])?;
    let lines: Option<Vec<_>> = returned_lines(&nothing_bought).into_iter().collect();
    let value = lines.as_ref().map(|lines| returned_value(lines, nothing_bought.currency()));
    let utilization = utilization(&nothing_bought, input.used);
    let used = lines.map_or(0, |lines| used_a_day(&lines, &nothing_bought, input.used));
    let refund = refund_outcome(Choice::Refund, input, input.returns)?;
    let given_up = refund.amounts.map(|amounts| amounts.given_up);
    let keep = keep_outcome(input, value, given_up, utilization);
    let mut outcomes = vec![keep, refund];
    outcomes.extend(unneeded::outcome(input, given_up)?);
    let mut consider = |choice, exchange: &Exchange| {
        let utilization = utilization.map(|_| filled(daily_price(exchange), used));
        outcomes.push(exchange_outcome(choice, input, exchange, given_up, utilization));
    };
    if !input.purchases.is_empty() {
        consider(Choice::Exchange, &with(input.purchases, &[])?);
    }
    if !input.savings_plans.is_empty() {
        consider(Choice::TradeIn, &with(&[], input.savings_plans)?);
    }
    let advice = advice::advise(input, &outcomes);
    Ok(Comparison { commitment_before: value, outcomes, advice })
}

/// The returned value of all lines.
fn returned_value(lines: &[ReturnedLine], currency: Currency) -> Money {
    let minor = lines.iter().map(|line| line.returned_value.minor()).sum();
    Money::from_minor(minor, currency)
}

/// What is used a day of what the returned units still cost, in [`PARTS`] of minor units.
fn used_a_day(lines: &[ReturnedLine], exchange: &Exchange, used: &[UsedUnits]) -> i128 {
    let returns = exchange.returns().iter().zip(lines).zip(used);
    returns
        .map(|((line, value), used)| {
            let a_day = daily(value.returned_value, exchange.on(), line.holding.expiry_date());
            used.part_of(a_day, line.units)
        })
        .sum()
}

/// What is committed a day with what is bought, over its terms, in [`PARTS`] of minor units.
fn daily_price(exchange: &Exchange) -> i128 {
    let on = exchange.on();
    let bought = exchange.purchases().iter().map(|it| (it.lifetime_price(), it.term()));
    let plans = exchange.savings_plans().iter().map(|it| (it.lifetime_price(), it.term()));
    bought.chain(plans).map(|(price, term)| daily(price, on, term.end(on))).sum()
}

/// Invariant: what is weighed here fits its type, even where every line is the largest and ends tomorrow.
const _: () = {
    // Twice, since what is closest is sought in halves.
    let all = 2 * AMOUNT_MAX * (LINES_MAX + 1) as i128 * Share::WHOLE.hundredths() as i128;
    assert!(all.checked_mul(PARTS).is_some());
};

fn daily(amount: Money, from: NaiveDate, to: NaiveDate) -> i128 {
    amount.minor() * PARTS / i128::from((to - from).num_days().max(1))
}

/// How much of what is committed a day afterwards is used, if as much a day is as today; never more than the whole.
fn filled(a_day: i128, used: i128) -> Share {
    let hundredths = used * i128::from(Share::WHOLE.hundredths());
    Share::from_hundredths(hundredths.checked_div(a_day).unwrap_or(i128::MAX))
}

fn keep_outcome(
    input: &ComparisonInput<'_>,
    value: Option<Money>,
    given_up: Option<Money>,
    utilization: Option<Share>,
) -> ChoiceOutcome {
    let amounts = value.map(|value| {
        let nothing = Money::zero(value.currency());
        let reserved = given_up.and_then(|given_up| break_even(value, given_up));
        let expiries = input.returns.iter().map(|line| line.holding.expiry_date());
        ChoiceAmounts {
            cash: CashToday { due: nothing, credited: nothing, net: nothing },
            commitment_after: value,
            fee: nothing,
            given_up: nothing,
            limit_used: Some(Money::zero(Currency::USD)),
            end: expiries.max().unwrap_or(input.on),
            break_even: reserved.map(|share| with_saving(share, input.saving)),
            utilization,
            saving_needed: saving_needed(utilization, reserved),
        }
    });
    ChoiceOutcome { choice: Choice::Keep, decision: Decision::Allowed, amounts }
}

/// Returns one line after the other on the same day, so that each finds the limit as the ones before
/// it have left it.
fn refund_outcome(
    choice: Choice,
    input: &ComparisonInput<'_>,
    returns: &[Return],
) -> Result<ChoiceOutcome, InputError> {
    let mut ledger = input.ledger.clone();
    let mut lines = Vec::with_capacity(returns.len());
    for line in returns {
        let assessment = assess(&RefundInput {
            holding: &line.holding,
            units: line.units,
            on: input.on,
            policy: input.policy,
            ledger: &ledger,
            usd_rate: input.usd_rate,
            fee_rate: input.fee_rate,
        });
        ledger = ledger_after(ledger, input.on, &assessment)?;
        lines.push(assessment);
    }
    let refusal = lines.iter().filter_map(|line| line.decision.refusal()).min();
    let capped = lines.iter().any(|line| line.decision == Decision::Capped);
    let decision = match refusal {
        Some(refusal) => Decision::Refused(refusal),
        None if capped => Decision::Capped,
        None => Decision::Allowed,
    };
    let possible = refusal.is_none();
    let amounts = possible.then(|| refund_amounts(input, &lines)).flatten();
    Ok(ChoiceOutcome { choice, decision, amounts })
}

/// The ledger once a return that was assessed with it is booked on `on`, a UTC day; the same where it takes nothing of
/// the limit.
///
/// # Errors
/// A ledger that is full.
pub fn ledger_after(
    ledger: Ledger,
    on: NaiveDate,
    assessment: &Assessment,
) -> Result<Ledger, InputError> {
    match limit_used(assessment).filter(|usd| !usd.is_zero()) {
        Some(usd) => Ledger::new([ledger.entries(), &[LedgerEntry { date: on, usd }]].concat()),
        None => Ok(ledger),
    }
}

fn limit_used(assessment: &Assessment) -> Option<Money> {
    let used = |limit: crate::limit::LimitUse| limit.left_before.minor() - limit.left_after.minor();
    assessment.limit.map(|limit| Money::from_minor(used(limit), Currency::USD))
}

fn refund_amounts(input: &ComparisonInput<'_>, lines: &[Assessment]) -> Option<ChoiceAmounts> {
    let currency = input.returns.first()?.holding.currency();
    let money = |minor| Money::from_minor(minor, currency);
    let amounts: Vec<_> = lines.iter().map(|line| line.amounts).collect::<Option<_>>()?;
    let payable: i128 = lines.iter().map(|line| line.payable.minor()).sum();
    let credit: i128 = amounts.iter().map(|amounts| amounts.credit.minor()).sum();
    let limit_used: Option<Vec<_>> = lines.iter().map(limit_used).collect();
    Some(ChoiceAmounts {
        cash: CashToday { due: money(0), credited: money(payable), net: money(-payable) },
        commitment_after: money(0),
        fee: money(amounts.iter().map(|amounts| amounts.fee.minor()).sum()),
        given_up: money(credit - payable),
        limit_used: limit_used
            .map(|used| Money::from_minor(used.iter().map(|usd| usd.minor()).sum(), Currency::USD)),
        end: input.on,
        break_even: None,
        utilization: None,
        saving_needed: None,
    })
}

fn exchange_outcome(
    choice: Choice,
    input: &ComparisonInput<'_>,
    exchange: &Exchange,
    given_up: Option<Money>,
    utilization: Option<Share>,
) -> ChoiceOutcome {
    let assessment = assess_exchange(exchange);
    let totals = assessment.totals.filter(|_| assessment.decision == Decision::Allowed);
    let terms = exchange.purchases().iter().map(Purchase::term);
    let terms = terms.chain(exchange.savings_plans().iter().map(SavingsPlan::term));
    let amounts = totals.map(|totals| {
        let nothing = Money::zero(exchange.currency());
        let committed = assessment.purchases_total;
        let reserved = given_up.and_then(|given_up| break_even(committed, given_up));
        ChoiceAmounts {
            cash: totals.cash,
            commitment_after: committed,
            fee: nothing,
            given_up: nothing,
            limit_used: Some(Money::zero(Currency::USD)),
            end: terms.map(|term| term.end(input.on)).max().unwrap_or(input.on),
            break_even: reserved.map(|share| with_saving(share, input.saving)),
            utilization,
            saving_needed: saving_needed(utilization, reserved),
        }
    });
    ChoiceOutcome { choice, decision: assessment.decision, amounts }
}

/// The utilization from which a commitment is no worse than a refund, where a used hour is worth what it
/// costs reserved.
///
/// A refund frees everything but what it gives up. So the part of the commitment that is used must be
/// worth the commitment less what is given up. Rounded up.
fn break_even(committed: Money, given_up: Money) -> Option<Share> {
    let least = committed.minor() - given_up.minor();
    (!committed.is_zero()).then(|| Share::at_least(least, committed.minor()))
}

/// The same where a reserved hour saves something: a used one is worth its pay-as-you-go price, which is
/// the reserved one divided by what remains after the saving.
fn with_saving(break_even: Share, saving: Option<Share>) -> Share {
    saving.map_or(break_even, |saving| break_even.of(saving.rest()))
}

/// The smallest saving with which a utilization reaches a break-even at the reserved price.
fn saving_needed(utilization: Option<Share>, break_even: Option<Share>) -> Option<Share> {
    let (used, enough) = (utilization?.hundredths(), break_even?.hundredths());
    Some(Share::at_least(i128::from(enough) - i128::from(used), enough.into()))
}
