//! How more could be returned: the largest quantity that fits today, and the first day on which
//! the whole return fits.

use chrono::NaiveDate;

use crate::assessment::{Decision, RefundInput, assess, refusal_before_limit};
use crate::holding::BillingPlan;
use crate::ledger::LedgerEntry;
use crate::stretches::{first_fitting, stretches};

/// Ways to a return that is neither refused nor capped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WaysOut {
    /// The most units whose return on the day of the quote is neither refused nor capped.
    pub largest_quantity: u64,
    /// The first day, not before the day of the quote, on which the asked units can be returned
    /// without being refused or capped; `None` if there is none before expiry.
    pub first_date: Option<NaiveDate>,
}

pub(crate) fn find(input: &RefundInput<'_>, decision: Decision) -> WaysOut {
    WaysOut {
        largest_quantity: largest_quantity(input),
        first_date: if decision == Decision::Allowed { Some(input.on) } else { first_date(input) },
    }
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
