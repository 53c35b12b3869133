//! The final exchange of a unit: from a day on some services keep one for each, and no record tells which
//! units have had it.

use crate::quote::Facts;
use crate::quote::typed::Fault;
use calculator::{ExchangeRightEnds, Policy, Problem};
use chrono::NaiveDate;

/// The change of exchange rights that concerns the service of a reservation, where the policy knows it.
#[must_use]
pub fn right_ends(facts: &Facts, policy: &'static Policy) -> Option<ExchangeRightEnds> {
    let right = policy.exchange.right_ends;
    right.filter(|rule| rule.services.contains(facts.resource_type()))
}

/// Since when it matters how many units have had their final exchange; `None` when it does not on this UTC
/// day.
///
/// It is asked under older rules as well, because what the newest would say stands beside every quote. What
/// was bought since then has no exchange at all, whatever its units had.
#[must_use]
pub fn counts_since(
    facts: &Facts,
    on: Option<NaiveDate>,
    policy: &'static Policy,
) -> Option<NaiveDate> {
    let days = [policy, Policy::newest()].map(|policy| Some(right_ends(facts, policy)?.from));
    let first = days.into_iter().flatten().min()?;
    (facts.days().0 < first && first <= on?).then_some(first)
}

/// The units in the field, from none to those owned.
///
/// # Errors
/// It is no such number.
pub(super) fn units(text: &str, owned: u32) -> Result<u32, Fault> {
    let units = text.trim().parse().ok().filter(|units| *units <= owned);
    units.ok_or(Fault::Value(Problem::OutOfRange { min: 0, max: owned }))
}
