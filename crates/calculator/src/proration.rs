//! The return of units, before any fee: what was paid for them, and the part that is consumed.
//!
//! - Upfront: `paid = units x price`, `consumed = paid x elapsed days / days in the term`.
//! - Monthly: earlier instalments are consumed in full, the current one is prorated over the days
//!   of its cycle, later ones are cancelled. [Azure documentation; recorded answers]
//! - The consumed part is rounded once, half to even, on the total of the returned units, and
//!   `credit = paid - consumed`, so that `paid = consumed + credit` always holds exactly: the only
//!   rule that fits every recorded answer.

use chrono::NaiveDate;

use crate::holding::{BillingPlan, Holding};
use crate::money::Price;
use crate::policy::{FirstDays, Policy};
use crate::term::Cycle;

/// Days after the purchase that the first-days rule covers, in calendar days.
///
/// Our choice: recorded answers leave open where between 2.83 and 5.95 elapsed days it ends.
pub const FIRST_DAYS: i64 = 5;

/// What returning units gives, in minor units of the holding's currency, and how it came about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Proration {
    /// Charged so far for the returned units.
    pub(crate) paid: i128,
    /// The part of it that is kept for used days.
    pub(crate) consumed: i128,
    /// Future payments that will no longer be charged.
    pub(crate) cancelled_instalments: i128,
    /// Days since the purchase.
    pub(crate) elapsed_days: i64,
    /// Whether the first-days rule gave everything back.
    pub(crate) given_back_whole: bool,
    /// The price that was the base.
    pub(crate) base: Price,
    /// How the base was split over time.
    pub(crate) basis: Basis,
}

/// How the base price was split over time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Basis {
    /// Over the days of the whole term.
    Upfront {
        /// Days from purchase to expiry.
        days_in_term: i64,
    },
    /// Over instalments, and the days of the current cycle.
    Monthly {
        /// One instalment of one unit.
        instalment: Price,
        /// The cycle in which the day falls.
        cycle: Cycle,
        /// Days of the cycle that have passed.
        elapsed_in_cycle: i64,
        /// Instalments that are not due yet.
        unpaid: u32,
    },
}

impl Proration {
    pub(crate) const fn credit(&self) -> i128 {
        self.paid - self.consumed
    }

    pub(crate) const fn cancelled_commitment(&self) -> i128 {
        self.credit() + self.cancelled_instalments
    }

    /// Whether the day lies within the first days, by the calendar.
    pub(crate) const fn within_first_days(&self) -> bool {
        self.elapsed_days <= FIRST_DAYS
    }
}

/// Prorates a return of `units` on a day.
///
/// Invariant: the holding runs on that day and owns the units; the caller has refused all else.
pub(crate) fn prorate(holding: &Holding, units: u64, on: NaiveDate, policy: &Policy) -> Proration {
    let elapsed_days = (on - holding.purchase_date()).num_days();
    let base = base_price(holding, policy);
    let given_back_whole = elapsed_days <= FIRST_DAYS
        && match policy.first_days {
            FirstDays::NotStated => false,
            FirstDays::FullIfUnused => !holding.used(),
            FirstDays::FullObserved => true,
        };
    let (paid, consumed, cancelled_instalments, basis) = match holding.billing_plan() {
        BillingPlan::Upfront => {
            let days_in_term = holding.days_in_term();
            let paid = base.share(units, 1, 1);
            let consumed = base.share(units, elapsed_days, days_in_term);
            (paid, consumed, 0, Basis::Upfront { days_in_term })
        }
        BillingPlan::Monthly => {
            let instalment = instalment(holding, base);
            let cycles = holding.cycles();
            let cycle = cycles.on(on);
            let (index, days) = (i64::from(cycle.index), cycle.days());
            let elapsed_in_cycle = (on - cycle.start).num_days();
            let unpaid = cycles.count() - cycle.index - 1;
            let paid = instalment.share(units, index + 1, 1);
            let consumed = instalment.share(units, index * days + elapsed_in_cycle, days);
            let cancelled = instalment.share(units, i64::from(unpaid), 1);
            (
                paid,
                consumed,
                cancelled,
                Basis::Monthly { instalment, cycle, elapsed_in_cycle, unpaid },
            )
        }
    };
    let consumed = if given_back_whole { 0 } else { consumed };
    Proration { paid, consumed, cancelled_instalments, elapsed_days, given_back_whole, base, basis }
}

/// The purchase price, or the current one where it is lower and the policy says so.
fn base_price(holding: &Holding, policy: &Policy) -> Price {
    match holding.current_unit_price() {
        Some(current) if policy.lowest_price => holding.unit_price().lower(current),
        _ => holding.unit_price(),
    }
}

/// One instalment of one unit: the billed one when it is known, else the truncated equal part.
///
/// A lower current price is the base of the instalments too, so the smaller of the two counts.
fn instalment(holding: &Holding, base: Price) -> Price {
    let equal_part = base.instalment(holding.term().months());
    match holding.instalment() {
        Some(billed) if base == holding.unit_price() => billed,
        Some(billed) => billed.lower(equal_part),
        None => equal_part,
    }
}
