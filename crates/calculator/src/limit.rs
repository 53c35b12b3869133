//! The yearly limit: what of a return counts, what is left, and what does not fit.

use chrono::NaiveDate;

use crate::currency::Currency;
use crate::ledger::Ledger;
use crate::money::{Money, UsdRate};
use crate::policy::{Counts, Limit, OverLimit};

/// How a return stands against the yearly limit, in USD.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LimitUse {
    /// The limit of the policy.
    pub limit: Money,
    /// What past cancellations have used on the day of the return.
    pub used_before: Money,
    /// What was left before the return.
    pub left_before: Money,
    /// What is left after it; unchanged by a return that is refused.
    pub left_after: Money,
    /// What of a refund is lost because it does not fit; always in words beside the amount.
    pub lost_to_limit: Money,
    /// The return itself, where it can be computed.
    pub of_return: Option<ReturnInUsd>,
}

/// A return in USD.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ReturnInUsd {
    /// The refund.
    pub refund: Money,
    /// What counts against the limit under the policy.
    pub counts: Money,
    /// What would count if the limit counted only the refund, as the recorded API did, where the
    /// policy's documentation says that it counts the cancelled commitment.
    pub counts_as_observed: Option<Money>,
}

/// The refund and the cancelled commitment of a return, in minor units of its currency.
#[derive(Clone, Copy)]
pub(crate) struct Counted {
    pub(crate) refund: i128,
    pub(crate) cancelled_commitment: i128,
}

/// What a return comes to under the limit.
pub(crate) enum Outcome {
    Fits,
    /// The part that fits, in minor units of the return's currency.
    Capped(i128),
    Refused,
}

const fn usd(cents: i128) -> Money {
    Money::from_minor(cents, Currency::USD)
}

impl LimitUse {
    /// Whether what counts of the return is more than what was left.
    pub fn is_over(&self) -> bool {
        self.of_return.is_some_and(|it| it.counts.minor() > self.left_before.minor())
    }

    /// The limit on a day, before any return.
    pub(crate) fn before(limit: &Limit, ledger: &Ledger, on: NaiveDate) -> Self {
        let used_before = ledger.used_on(on);
        let left = usd((limit.usd_cents - used_before.minor()).max(0));
        Self {
            limit: usd(limit.usd_cents),
            used_before,
            left_before: left,
            left_after: left,
            lost_to_limit: usd(0),
            of_return: None,
        }
    }

    /// Adds what a return would count, without carrying it out.
    pub(crate) fn with_return(self, of_return: ReturnInUsd) -> Self {
        Self { of_return: Some(of_return), ..self }
    }

    /// Carries a return out against the limit.
    pub(crate) fn carry_out(
        self,
        limit: &Limit,
        of_return: ReturnInUsd,
        rate: UsdRate,
        currency: Currency,
    ) -> (Self, Outcome) {
        let left = self.left_before.minor();
        let asked = self.with_return(of_return);
        let after = left - of_return.counts.minor();
        if after >= 0 {
            return (Self { left_after: usd(after), ..asked }, Outcome::Fits);
        }
        match limit.over {
            OverLimit::Refused => (asked, Outcome::Refused),
            OverLimit::PayoutCapped => (
                Self { left_after: usd(0), lost_to_limit: usd(-after), ..asked },
                Outcome::Capped(rate.back_from_usd_cents(left, currency)),
            ),
        }
    }
}

impl Counted {
    /// The return in USD at a rate.
    pub(crate) fn in_usd(self, limit: &Limit, rate: UsdRate, currency: Currency) -> ReturnInUsd {
        let refund = usd(rate.to_usd_cents(self.refund, currency));
        match limit.counts {
            Counts::Refund => ReturnInUsd { refund, counts: refund, counts_as_observed: None },
            Counts::CancelledCommitment => ReturnInUsd {
                refund,
                counts: usd(rate.to_usd_cents(self.cancelled_commitment, currency)),
                counts_as_observed: Some(refund),
            },
        }
    }
}
