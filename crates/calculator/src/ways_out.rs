//! How more could be returned: the largest quantity that fits today, and the first day on which
//! the whole return fits.

use chrono::{Days, NaiveDate};

use crate::holding::BillingPlan;
use crate::ledger::LedgerEntry;
use crate::refund::{Decision, RefundInput, assess, refusal_before_limit};

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
/// Between two neighbouring [`edges`] what counts never rises and what is left stays the same. So
/// the last day of such a stretch tells whether it holds a fitting day, and halving finds the first.
pub fn first_date(input: &RefundInput<'_>) -> Option<NaiveDate> {
    let holding = input.holding;
    let start = input.on.max(holding.purchase_date());
    if start >= holding.expiry_date()
        || refusal_before_limit(&RefundInput { on: start, ..*input }).is_some()
    {
        return None;
    }
    let fits = |on| assess(&RefundInput { on, ..*input }).decision == Decision::Allowed;
    let mut from = start;
    for edge in edges(input, start).into_iter().chain([holding.expiry_date()]) {
        let last = edge - Days::new(1);
        if fits(last) {
            return Some(first_that(from, last, fits));
        }
        from = edge;
    }
    None
}

/// The first day of `from..=last` for which `fits` holds, given that it holds for `last` and for
/// every day after the first.
fn first_that(from: NaiveDate, last: NaiveDate, fits: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    let (mut low, mut high) = (0, (last - from).num_days().unsigned_abs());
    while low < high {
        let middle = low.midpoint(high);
        if fits(from + Days::new(middle)) { high = middle } else { low = middle + 1 }
    }
    from + Days::new(low)
}

/// The days after `start` and before expiry on which what counts may rise or what is left changes: an
/// instalment is billed, a past cancellation is free again. The end of the first days is none of them, since it
/// only lets the credit fall.
fn edges(input: &RefundInput<'_>, start: NaiveDate) -> Vec<NaiveDate> {
    let holding = input.holding;
    let within = |day: &NaiveDate| start < *day && *day < holding.expiry_date();
    let mut edges: Vec<NaiveDate> = Vec::new();
    if holding.billing_plan() == BillingPlan::Monthly {
        edges.extend(holding.cycles().further_starts());
    }
    if input.rate().is_some() {
        let ledger = input.ledger.entries();
        edges.extend(ledger.iter().map(LedgerEntry::free_again));
    }
    edges.retain(within);
    edges.sort_unstable();
    edges.dedup();
    edges
}
