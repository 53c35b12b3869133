//! What comes of a return, without its reasons: whether it is possible, and the amounts.

use chrono::NaiveDate;

use crate::currency::Currency;
use crate::holding::Holding;
use crate::ledger::Ledger;
use crate::limit::{Counted, LimitUse, Outcome};
use crate::money::{FeeRate, Money, UsdRate};
use crate::policy::{Fee, FirstDays, Policy};
use crate::proration::{Proration, prorate};
use crate::refusal::Refusal;

/// Everything a refund depends on. The day and the rates are arguments: nothing is looked up.
#[derive(Clone, Copy, Debug)]
pub struct RefundInput<'a> {
    /// The reservation.
    pub holding: &'a Holding,
    /// Units to return. Any number may be asked for; 0 and more than owned are refused.
    pub units: u64,
    /// The UTC day of the return.
    pub on: NaiveDate,
    /// The version of the rules.
    pub policy: &'static Policy,
    /// Past cancellations of the customer.
    pub ledger: &'a Ledger,
    /// USD for one unit of the billing currency; not needed for USD. Without it the limit is
    /// unknown, never assumed 1.
    pub usd_rate: Option<UsdRate>,
    /// Overrides the fee rate of the policy, for a what-if.
    pub fee_rate: Option<FeeRate>,
}

/// What comes of a return.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Decision {
    /// Nothing that was checked stands against the return: the whole refund is paid out, provided that
    /// [the limit was checked](Assessment::is_limit_checked).
    Allowed,
    /// Less than the refund is paid out, because of the yearly limit.
    Capped,
    /// Nothing is returned, for this reason.
    Refused(Refusal),
}

impl Decision {
    /// The reason, where the return is refused.
    pub const fn refusal(self) -> Option<Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Allowed | Self::Capped => None,
        }
    }
}

/// The amounts of a return, all in the currency of the reservation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Amounts {
    /// Already charged for the returned units.
    pub paid: Money,
    /// The part of it that is kept for used days.
    pub consumed: Money,
    /// `paid - consumed`.
    pub credit: Money,
    /// The early termination fee.
    pub fee: Money,
    /// `credit - fee`.
    pub refund: Money,
    /// Future payments that will no longer be charged.
    pub cancelled_instalments: Money,
    /// `credit + cancelled_instalments`.
    pub cancelled_commitment: Money,
}

/// What of the credit is not paid out, in the currency of the reservation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lost {
    /// `fee + over_limit`, which is `credit - payable`.
    pub total: Money,
    /// The early termination fee.
    pub fee: Money,
    /// What of the refund does not fit into the yearly limit; as far as is known where the limit was not checked.
    pub over_limit: Money,
}

/// The amounts and the decision, without reasons: what charts and lists need thousands of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Assessment {
    /// Whether the return is possible.
    pub decision: Decision,
    /// What is really paid out after the cap; zero when refused.
    pub payable: Money,
    /// The amounts, where they can be computed: not for a day outside the term, nor for units that
    /// are not owned.
    pub amounts: Option<Amounts>,
    /// The yearly limit; `None` when it is unknown because a USD rate is missing.
    pub limit: Option<LimitUse>,
}

impl Assessment {
    /// Whether the return was held against the yearly limit. Without a USD rate it was not, and then
    /// [`Decision::Allowed`] says nothing of how much is paid out.
    pub const fn is_limit_checked(&self) -> bool {
        self.limit.is_some()
    }

    /// What of the credit is lost by the return: the fee, and what the limit does not pay. `None` where nothing is
    /// returned, so that nothing is lost either. The consumed part is none of it: it was used.
    pub const fn lost(&self) -> Option<Lost> {
        let (Some(amounts), None) = (self.amounts, self.decision.refusal()) else { return None };
        let (currency, payable) = (self.payable.currency(), self.payable.minor());
        Some(Lost {
            total: Money::from_minor(amounts.credit.minor() - payable, currency),
            fee: amounts.fee,
            over_limit: Money::from_minor(amounts.refund.minor() - payable, currency),
        })
    }
}

/// The amounts and the decision of a refund, without reasons.
pub fn assess(input: &RefundInput<'_>) -> Assessment {
    assess_with_basis(input).0
}

/// An assessment with the proration that it comes from, where there is one.
pub(crate) fn assess_with_basis(input: &RefundInput<'_>) -> (Assessment, Option<Proration>) {
    let holding = input.holding;
    let currency = holding.currency();
    let limit_rules = &input.policy.limit;
    let rate = input.rate();
    let before = rate.map(|_| LimitUse::before(limit_rules, input.ledger, input.on));
    let refused = |refusal, amounts, limit| Assessment {
        decision: Decision::Refused(refusal),
        payable: Money::zero(currency),
        amounts,
        limit,
    };
    let refusal = refusal_before_limit(input);
    if !input.is_computable() {
        let refusal = refusal.expect("no units, or a day outside the term, is always refused");
        return (refused(refusal, None, before), None);
    }
    let proration = prorate(holding, input.units, input.on, input.policy);
    let credit = proration.credit();
    let fee = fee_rate(input, &proration).map_or(0, |rate| rate.of(credit));
    let counted =
        Counted { refund: credit - fee, cancelled_commitment: proration.cancelled_commitment() };
    let money = |minor| Money::from_minor(minor, currency);
    let amounts = Some(Amounts {
        paid: money(proration.paid),
        consumed: money(proration.consumed),
        credit: money(credit),
        fee: money(fee),
        refund: money(counted.refund),
        cancelled_instalments: money(proration.cancelled_instalments),
        cancelled_commitment: money(counted.cancelled_commitment),
    });
    let in_usd = rate
        .zip(before)
        .map(|(rate, before)| (rate, before, counted.in_usd(limit_rules, rate, currency)));
    let assessment = match (refusal, in_usd) {
        (Some(refusal), in_usd) => {
            let limit = in_usd.map(|(_, before, of_return)| before.with_return(of_return));
            refused(refusal, amounts, limit)
        }
        (None, None) => Assessment {
            decision: Decision::Allowed,
            payable: money(counted.refund),
            amounts,
            limit: None,
        },
        (None, Some((rate, before, of_return))) => {
            let (limit, outcome) = before.carry_out(limit_rules, of_return, rate, currency);
            let (decision, payable) = match outcome {
                Outcome::Fits => (Decision::Allowed, counted.refund),
                Outcome::Capped(fits) => (Decision::Capped, fits.min(counted.refund)),
                Outcome::Refused => (Decision::Refused(Refusal::RefundLimitExceeded), 0),
            };
            Assessment { decision, payable: money(payable), amounts, limit: Some(limit) }
        }
    };
    (assessment, Some(proration))
}

impl RefundInput<'_> {
    /// The rate that the limit is compared at; USD needs none.
    pub(crate) fn rate(&self) -> Option<UsdRate> {
        if self.holding.currency() == Currency::USD { Some(UsdRate::ONE) } else { self.usd_rate }
    }

    /// An amount of the reservation in USD; `None` where the rate is not known.
    pub fn in_usd(&self, amount: Money) -> Option<Money> {
        self.rate().map(|rate| rate.to_usd(amount))
    }

    /// Whether amounts exist at all: the units are owned, and the day lies within the term.
    pub(crate) fn is_computable(&self) -> bool {
        self.owns_units() && self.holding.runs_on(self.on)
    }

    pub(crate) fn owns_units(&self) -> bool {
        (1..=u64::from(self.holding.quantity())).contains(&self.units)
    }
}

/// The first refusal that does not depend on the limit.
pub(crate) fn refusal_before_limit(input: &RefundInput<'_>) -> Option<Refusal> {
    let holding = input.holding;
    if !input.owns_units() {
        Some(Refusal::InvalidRefundQuantity)
    } else if !holding.state().allows_return() || !holding.runs_on(input.on) {
        Some(Refusal::OperationCannotBePerformedInCurrentState)
    } else if input.policy.not_returnable.contains(holding.resource_type()) {
        Some(Refusal::SelfServiceRefundNotSupported)
    } else {
        None
    }
}

/// The rate of the fee on this return, `None` when nothing is charged.
///
/// The rule of the first days waives the fee, a what-if rate included.
pub(crate) fn fee_rate(input: &RefundInput<'_>, proration: &Proration) -> Option<FeeRate> {
    let waived = proration.within_first_days() && input.policy.first_days != FirstDays::NotStated;
    let rate = match (input.fee_rate, input.policy.fee) {
        (Some(rate), _) => Some(rate),
        (None, Fee::OfCredit { rate, .. }) => Some(rate),
        (None, Fee::NotCharged) => None,
    };
    rate.filter(|_| !waived)
}
