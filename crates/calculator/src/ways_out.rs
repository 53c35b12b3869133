//! How more could be returned: the largest quantity that fits today, and the first day on which
//! the whole return fits.

use chrono::NaiveDate;

use crate::assessment::{Assessment, Decision, RefundInput, assess, refusal_before_limit};
use crate::exchange_right::right_refusal;
use crate::holding::BillingPlan;
use crate::ledger::LedgerEntry;
use crate::money::Money;
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

/// The most units whose return today is neither refused nor capped.
///
/// Found by halving: what counts against the limit never falls as units are added.
pub fn largest_quantity(input: &RefundInput<'_>) -> u64 {
    let fits = |units| assess(&RefundInput { units, ..*input }).decision == Decision::Allowed;
    let all = u64::from(input.holding.quantity());
    if fits(all) {
        return all;
    }
    let (mut fitting, mut too_many) = (0, all);
    while too_many - fitting > 1 {
        let middle = fitting.midpoint(too_many);
        if fits(middle) { fitting = middle } else { too_many = middle }
    }
    fitting
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

/// The days on which what counts may rise or what is left changes: an
/// instalment is billed, a past cancellation is free again. The end of the first days is none of them, since it
/// only lets the credit fall.
fn edges(input: &RefundInput<'_>) -> Vec<NaiveDate> {
    let holding = input.holding;
    let mut edges: Vec<NaiveDate> = Vec::new();
    if holding.billing_plan() == BillingPlan::Monthly {
        edges.extend(holding.cycles().further_starts());
    }
    if input.rate().is_some() {
        let ledger = input.ledger.entries();
        edges.extend(ledger.iter().map(LedgerEntry::free_again));
    }
    edges
}
