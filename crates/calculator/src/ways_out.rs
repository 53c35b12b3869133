//! How more could be returned: the largest quantity that fits today, and the first day on which
//! the whole return fits.

use chrono::NaiveDate;

use crate::assessment::{
    Assessment, Decision, RefundInput, assess, fee_rate, refusal_before_limit,
};
use crate::exchange_right::right_refusal;
use crate::holding::BillingPlan;
use crate::limit::{Counted, LimitUse};
use crate::money::Money;
use crate::proration::prorate;
use crate::stretches::{first_fitting, stretches};
use crate::timeline::Charges;

/// Ways to a return that is neither refused nor capped, with what each of them comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WaysOut {
    /// The most units whose return on the day of the quote is neither refused nor capped.
    pub largest_quantity: u64,
    /// What is paid out for these units; `None` where there are none.
    pub largest_payable: Option<Money>,
    /// The first day, not before the day of the quote, on which the asked units can be returned
    /// without being refused or capped; `None` if there is none before expiry.
    pub first_date: Option<NaiveDate>,
    /// What the return comes to on that day.
    pub on_first_date: Option<LaterReturn>,
    /// What an exchange on the day of the quote keeps of the asked units, which is what has to be bought at
    /// least; `None` where they cannot be exchanged for anything.
    pub exchange_keeps: Option<Money>,
}

/// What waiting with a return comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LaterReturn {
    /// What is paid out on the later day.
    pub payable: Money,
    /// Instalments of the units that are charged until then.
    pub charged: Money,
}

pub(crate) fn find(input: &RefundInput<'_>, assessment: &Assessment) -> WaysOut {
    let largest_quantity = largest_quantity(input);
    let payable = |input: &RefundInput<'_>| assess(input).payable;
    let first_date = match assessment.decision {
        Decision::Allowed => Some(input.on),
        Decision::Capped | Decision::Refused(_) => first_date(input),
    };
    WaysOut {
        largest_quantity,
        largest_payable: (largest_quantity > 0)
            .then(|| payable(&RefundInput { units: largest_quantity, ..*input })),
        first_date,
        on_first_date: first_date.map(|on| LaterReturn {
            payable: payable(&RefundInput { on, ..*input }),
            charged: charged_until(input, on),
        }),
        exchange_keeps: exchange_keeps(input, assessment),
    }
}

/// Instalments of the units that are charged after the day of the quote, or of the purchase, up to `on`.
fn charged_until(input: &RefundInput<'_>, on: NaiveDate) -> Money {
    let start = input.on.max(input.holding.purchase_date());
    let charges = Charges::of(input, start);
    let minor = charges.map_or(0, |charges| charges.until(on));
    Money::from_minor(minor, input.holding.currency())
}

/// The value of the units in an exchange: what was paid and not consumed, and what is no longer owed, without a fee.
fn exchange_keeps(input: &RefundInput<'_>, assessment: &Assessment) -> Option<Money> {
    let refused = refusal_before_limit(input)
        .or_else(|| right_refusal(input.holding, input.units, input.on, input.policy));
    let amounts = assessment.amounts.filter(|_| refused.is_none())?;
    Some(amounts.cancelled_commitment)
}

/// More units are never worth less by more than this, in minor units: what is paid, consumed and cancelled is each
/// rounded by half a minor unit at most, for the fewer units and for the more.
const ROUNDED_MAX: i128 = 3;

/// The most units whose return today is neither refused nor capped.
///
/// What a return is worth grows with each unit before it is rounded. Where a unit is worth less than the minor unit,
/// more units may round to less, so that a quantity which does not fit says nothing of larger ones unless it is too
/// much by more than rounding can take: halving finds where that begins, and below it each quantity is looked at.
pub fn largest_quantity(input: &RefundInput<'_>) -> u64 {
    let of = |units| RefundInput { units, ..*input };
    let fits = |units| assess(&of(units)).decision == Decision::Allowed;
    let all = u64::from(input.holding.quantity());
    if fits(all) {
        return all;
    }
    let Some(rate) = input.rate().filter(|_| refusal_before_limit(&of(all)).is_none()) else {
        return 0;
    };
    let (limit, currency) = (&input.policy.limit, input.holding.currency());
    let left = LimitUse::before(limit, input.ledger, input.on).left_before.minor();
    let basis = |units| prorate(input.holding, units, input.on, input.policy);
    let may_fit = |units| {
        let basis = basis(units);
        let credit = (basis.credit() - ROUNDED_MAX).max(0);
        let fee = fee_rate(input, &basis).map_or(0, |rate| rate.of(credit));
        let cancelled_commitment = (basis.cancelled_commitment() - ROUNDED_MAX).max(0);
        let least = Counted { refund: credit - fee, cancelled_commitment };
        least.in_usd(limit, rate, currency).counts.minor() <= left
    };
    let charged = |units| {
        let basis = basis(units);
        basis.paid + basis.cancelled_instalments
    };
    let mut units = if may_fit(all) { all } else { last_before(all, may_fit) };
    while units > 0 && !fits(units) {
        // Of the quantities that are charged the same, the largest consumes the most and counts the least.
        let too_much = charged(units);
        units = last_before(units, |fewer| charged(fewer) < too_much);
    }
    units
}

/// A number below `high` for which something holds that does not hold for the next one; 0 where it holds for none.
fn last_before(mut high: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let mut low = 0;
    while high - low > 1 {
        let middle = low.midpoint(high);
        if holds(middle) { low = middle } else { high = middle }
    }
    low
}

/// The first day, not before the input's day, on which the return is neither refused nor capped.
///
/// Between two neighbouring [`edges`] what counts never rises and what is left stays the same.
pub fn first_date(input: &RefundInput<'_>) -> Option<NaiveDate> {
    let holding = input.holding;
    let start = input.on.max(holding.purchase_date());
    if start >= holding.expiry_date()
        || refusal_before_limit(&RefundInput { on: start, ..*input }).is_some()
    {
        return None;
    }
    let fits = |on| assess(&RefundInput { on, ..*input }).decision == Decision::Allowed;
    first_fitting(stretches(start, holding.expiry_date(), edges(input)), fits)
}

/// The days on which what counts may rise or what is left changes: an instalment is billed, a past cancellation is
/// free again, one that is dated later begins to count. The end of the first days is none of them, since it only
/// lets the credit fall.
fn edges(input: &RefundInput<'_>) -> Vec<NaiveDate> {
    let holding = input.holding;
    let mut edges: Vec<NaiveDate> = Vec::new();
    if holding.billing_plan() == BillingPlan::Monthly {
        edges.extend(holding.cycles().further_starts());
    }
    if input.rate().is_some() {
        let ledger = input.ledger.entries();
        edges.extend(ledger.iter().flat_map(|entry| [entry.date, entry.free_again()]));
    }
    edges
}
