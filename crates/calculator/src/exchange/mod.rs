//! The exchange: reservations returned for other reservations or for savings plans.
//!
//! The returned value of each line is its credit plus its cancelled instalments, without fee and
//! without limit; the new lifetime commitment must be at least as large. [Azure documentation]

mod explain;
mod family;
mod input;
mod series;
mod suggest;
mod ways_out;

use chrono::NaiveDate;

pub use crate::savings_plan::SavingsPlanType;
pub use family::is_one_family;
pub use input::{Exchange, LINES_MAX, Purchase, PurchaseInput, Return, SavingsPlan, TRADED_IN_MAX};
pub use suggest::{QUANTITIES_MAX, SUMS_MAX, SuggestInput, Suggestion, suggest};
pub use ways_out::{ExchangeWaysOut, PlanThatMeets, first_allowed};
pub(crate) use ways_out::{smallest_hourly, smallest_quantity};

use crate::assessment::{Decision, RefundInput, refusal_before_limit};
use crate::currency::Currency;
use crate::disagreement::Disagreement;
use crate::exchange_right::{right_refusal, right_that_ended};
use crate::flow::Flow;
use crate::ledger::Ledger;
use crate::money::Money;
use crate::policy::{NotSold, Policy};
use crate::proration::{Proration, prorate};
use crate::refund::{Warning, is_state_unknown};
use crate::refusal::Refusal;
use crate::resource::ResourceType;
use crate::step::Step;
use crate::term::Term;

/// The value of the units returned by one line, in the currency of the exchange.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ReturnedLine {
    /// Already charged for the returned units.
    pub paid: Money,
    /// The part of it that is kept for used days.
    pub consumed: Money,
    /// `paid - consumed`.
    pub credit: Money,
    /// Future payments that will no longer be charged.
    pub cancelled_instalments: Money,
    /// `credit + cancelled_instalments`: what counts toward the new commitment.
    pub returned_value: Money,
}

/// The totals of an exchange whose lines can all be computed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Totals {
    /// The returned values of all lines.
    pub refunds: Money,
    /// What is bought minus what is returned, over the whole lifetime; negative when too low.
    pub net_payable: Money,
    /// What moves today.
    pub cash: CashToday,
}

impl Totals {
    /// Whether what is bought is worth at least what is returned.
    pub const fn meets_minimum(&self) -> bool {
        self.net_payable.minor() >= 0
    }
}

/// The cash effect on the day of the exchange.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CashToday {
    /// Upfront prices and first instalments due now.
    pub due: Money,
    /// Credits received now.
    pub credited: Money,
    /// `due - credited`; negative when more comes back than is due.
    pub net: Money,
}

impl CashToday {
    /// Which way money goes on the day itself.
    #[must_use]
    pub const fn flow(&self) -> Flow {
        Flow::of(self.net)
    }
}

/// The amounts and the decision of an exchange, without reasons.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExchangeAssessment {
    /// Allowed or refused; an exchange is never capped.
    pub decision: Decision,
    /// The value of each return, `None` where it cannot be computed.
    pub returns: Vec<Option<ReturnedLine>>,
    /// The lifetime price of each purchase.
    pub purchases: Vec<Money>,
    /// The lifetime price of each savings plan.
    pub savings_plans: Vec<Money>,
    /// The lifetime price of everything that is bought.
    pub purchases_total: Money,
    /// The totals, where every return can be computed.
    pub totals: Option<Totals>,
}

/// An exchange quote with its reasons.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExchangeQuote {
    /// The policy it was made under.
    pub policy: &'static Policy,
    /// The amounts and the decision.
    pub assessment: ExchangeAssessment,
    /// What would make it possible.
    pub ways_out: ExchangeWaysOut,
    /// The same exchange under the newest policy, so that nobody is misled by an old rule.
    pub newest: ExchangeAssessment,
    /// First day and expiry of each new reservation.
    pub new_terms: Vec<(NaiveDate, NaiveDate)>,
    /// First day and expiry of each savings plan.
    pub savings_plan_terms: Vec<(NaiveDate, NaiveDate)>,
    /// What must be known beside the amounts.
    pub warnings: Vec<Warning>,
    /// Where the sources disagree about this very exchange.
    pub disagreements: Vec<Disagreement>,
    /// How every amount came about.
    pub steps: Vec<Step>,
}

/// An exchange with its reasons. One that is not possible is a refused quote.
pub fn exchange(input: &Exchange) -> ExchangeQuote {
    let (assessment, prorations) = assess_with_basis(input);
    let equal = assessment.totals.is_some_and(|totals| totals.net_payable.is_zero());
    let ends = |term: Term| (input.on(), term.end(input.on()));
    ExchangeQuote {
        policy: input.policy(),
        ways_out: ways_out::find(input, &assessment),
        newest: assess_exchange(&input.under(Policy::newest())),
        new_terms: input.purchases().iter().map(|bought| ends(bought.term())).collect(),
        savings_plan_terms: input.savings_plans().iter().map(|plan| ends(plan.term())).collect(),
        warnings: warnings(input, &assessment),
        disagreements: if equal {
            vec![Disagreement::CommitmentEqualOrGreater]
        } else {
            Vec::new()
        },
        steps: explain::exchange(input, &assessment, &prorations),
        assessment,
    }
}

/// The amounts and the decision of an exchange, without reasons.
pub fn assess_exchange(input: &Exchange) -> ExchangeAssessment {
    assess_with_basis(input).0
}

fn assess_with_basis(input: &Exchange) -> (ExchangeAssessment, Vec<Option<Proration>>) {
    let currency = input.currency();
    let money = |minor| Money::from_minor(minor, currency);
    let sum = |amounts: &[Money]| amounts.iter().map(|amount| amount.minor()).sum::<i128>();
    let prorations = prorations(input);
    let returns = lines(&prorations, currency);
    let purchases: Vec<_> = input.purchases().iter().map(Purchase::lifetime_price).collect();
    let savings_plans: Vec<_> =
        input.savings_plans().iter().map(SavingsPlan::lifetime_price).collect();
    let bought = sum(&purchases) + sum(&savings_plans);
    let due = input.purchases().iter().map(|purchase| purchase.due_now().minor()).sum::<i128>()
        + input.savings_plans().iter().map(|plan| plan.due_now().minor()).sum::<i128>();
    let computed: Option<Vec<_>> = returns.iter().copied().collect();
    let totals = computed.map(|lines| {
        let refunds = lines.iter().map(|line| line.returned_value.minor()).sum::<i128>();
        let credited = lines.iter().map(|line| line.credit.minor()).sum::<i128>();
        Totals {
            refunds: money(refunds),
            net_payable: money(bought - refunds),
            cash: CashToday {
                due: money(due),
                credited: money(credited),
                net: money(due - credited),
            },
        }
    });
    let decision = refusal(input, totals.as_ref()).map_or(Decision::Allowed, Decision::Refused);
    let purchases_total = money(bought);
    let assessment =
        ExchangeAssessment { decision, returns, purchases, savings_plans, purchases_total, totals };
    (assessment, prorations)
}

/// The value of each return, `None` where it cannot be computed, whatever is bought.
pub(crate) fn returned_lines(input: &Exchange) -> Vec<Option<ReturnedLine>> {
    lines(&prorations(input), input.currency())
}

fn prorations(input: &Exchange) -> Vec<Option<Proration>> {
    let no_ledger = Ledger::default();
    input.returns().iter().map(|line| proration_of(line, input, &no_ledger)).collect()
}

fn lines(prorations: &[Option<Proration>], currency: Currency) -> Vec<Option<ReturnedLine>> {
    prorations.iter().map(|proration| Some(line(proration.as_ref()?, currency))).collect()
}

fn line(proration: &Proration, currency: Currency) -> ReturnedLine {
    let money = |minor| Money::from_minor(minor, currency);
    ReturnedLine {
        paid: money(proration.paid),
        consumed: money(proration.consumed),
        credit: money(proration.credit()),
        cancelled_instalments: money(proration.cancelled_instalments),
        returned_value: money(proration.cancelled_commitment()),
    }
}

fn proration_of(line: &Return, input: &Exchange, no_ledger: &Ledger) -> Option<Proration> {
    let computable = as_refund(line, input.on(), input.policy(), no_ledger).is_computable();
    computable.then(|| prorate(&line.holding, line.units, input.on(), input.policy()))
}

/// Looks at a line as if it were a refund; an exchange needs neither a ledger nor a rate.
fn as_refund<'a>(
    line: &'a Return,
    on: NaiveDate,
    policy: &'static Policy,
    ledger: &'a Ledger,
) -> RefundInput<'a> {
    RefundInput {
        holding: &line.holding,
        units: line.units,
        on,
        policy,
        ledger,
        usd_rate: None,
        fee_rate: None,
    }
}

/// The first refusal in the order of [`Refusal`] that applies to any line.
fn refusal(input: &Exchange, totals: Option<&Totals>) -> Option<Refusal> {
    let too_low = totals.is_some_and(|totals| !totals.meets_minimum());
    [refusal_but_commitment(input), too_low.then_some(Refusal::CommitmentTooLow)]
        .into_iter()
        .flatten()
        .min()
}

/// The first refusal that no price changes.
fn refusal_but_commitment(input: &Exchange) -> Option<Refusal> {
    let of_return = if input.is_trade_in() { trade_in_refusal } else { return_refusal };
    let of_returns = input.returns().iter().map(|line| of_return(line, input.on(), input.policy()));
    let dissimilar = family::dissimilar(input).then_some(Refusal::DissimilarProducts);
    let all_sold =
        input.purchases().iter().all(|bought| bought.is_sold(input.policy(), input.on()));
    let not_sold = (!all_sold).then_some(Refusal::TargetNotSold);
    of_returns.chain([dissimilar, not_sold]).flatten().min()
}

/// Why the units of a line cannot be exchanged for other reservations on a UTC day; `None` when they can.
pub fn return_refusal(line: &Return, on: NaiveDate, policy: &'static Policy) -> Option<Refusal> {
    let of_right = right_refusal(&line.holding, line.units, on, policy);
    [trade_in_refusal(line, on, policy), of_right].into_iter().flatten().min()
}

/// Why the units of a line cannot be returned for savings plans on a UTC day, whatever their product; `None` when they
/// can. The right to exchange may have ended: "you can always trade in the reservation for a savings plan" (Changes to
/// the Azure reservation exchange policy, 2026-08-27).
pub fn trade_in_refusal(line: &Return, on: NaiveDate, policy: &'static Policy) -> Option<Refusal> {
    let no_ledger = Ledger::default();
    refusal_before_limit(&as_refund(line, on, policy, &no_ledger))
}

impl Purchase {
    /// Whether this is on sale on a day: series that are retired are not, where the policy knows
    /// them.
    pub fn is_sold(&self, policy: &Policy, on: NaiveDate) -> bool {
        let rule = policy.exchange.not_sold.filter(|rule| on >= rule.from);
        !rule.is_some_and(|rule| is_not_sold(&rule, self))
    }
}

fn is_not_sold(rule: &NotSold, purchase: &Purchase) -> bool {
    let series = purchase
        .sku_name()
        .filter(|_| *purchase.resource_type() == ResourceType::VirtualMachines)
        .and_then(series::series);
    series.is_some_and(|series| {
        let listed = |names: &[&str]| names.iter().any(|name| series.eq_ignore_ascii_case(name));
        match purchase.term() {
            Term::ONE_YEAR => listed(rule.one_year) || listed(rule.one_and_three_years),
            Term::THREE_YEARS => listed(rule.one_and_three_years),
            _ => false,
        }
    })
}

fn warnings(input: &Exchange, assessment: &ExchangeAssessment) -> Vec<Warning> {
    let any_return = |holds: &dyn Fn(&Return) -> bool| input.returns().iter().any(holds);
    let needs_right = !input.is_trade_in();
    let on_the_boundary = |line: &Return| {
        input.policy().exchange.right_ends.is_some_and(|rule| {
            rule.services.contains(line.holding.resource_type())
                && (input.on() == rule.from || line.holding.purchase_date() == rule.from)
        })
    };
    let last_exchange = |line: &Return| {
        let (holding, on, policy) = (&line.holding, input.on(), input.policy());
        right_that_ended(holding, on, policy).is_some()
            && right_refusal(holding, line.units, on, policy).is_none()
    };
    let twin = |line: &Return| {
        let sold = line.holding.sku_name();
        input.purchases().iter().any(|bought| {
            sold.zip(bought.sku_name()).is_some_and(|(old, new)| series::are_twins(old, new))
        })
    };
    let equal = assessment.totals.is_some_and(|totals| totals.net_payable.is_zero());
    [
        (equal, Warning::CommitmentEqual),
        (needs_right && any_return(&on_the_boundary), Warning::ExchangeRightBoundary),
        (needs_right && any_return(&last_exchange), Warning::LastExchange),
        (!input.savings_plans().is_empty(), Warning::SavingsPlanIsFinal),
        (any_return(&twin), Warning::PremiumStorageTwin),
        (any_return(&|line| is_state_unknown(&line.holding)), Warning::StateUnknown),
    ]
    .into_iter()
    .filter_map(|(applies, warning)| applies.then_some(warning))
    .collect()
}
