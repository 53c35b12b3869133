//! The change of exchange rights: from a day on units of some products can be exchanged once more, or not at all.

use chrono::NaiveDate;

use crate::holding::Holding;
use crate::policy::{ExchangeRightEnds, Policy};
use crate::refusal::Refusal;

/// The change, where it has begun and concerns the returned product.
pub(crate) fn right_that_ended(
    holding: &Holding,
    on: NaiveDate,
    policy: &Policy,
) -> Option<ExchangeRightEnds> {
    policy
        .exchange
        .right_ends
        .filter(|rule| on >= rule.from && rule.services.contains(holding.resource_type()))
}

/// Why the change keeps units from being exchanged on a day; `None` when it does not.
pub(crate) fn right_refusal(
    holding: &Holding,
    units: u64,
    on: NaiveDate,
    policy: &Policy,
) -> Option<Refusal> {
    let rule = right_that_ended(holding, on, policy)?;
    if holding.purchase_date() >= rule.from {
        Some(Refusal::ExchangeRightEnded)
    } else {
        let units_left = holding.units_with_exchange();
        (units > u64::from(units_left)).then_some(Refusal::ExchangeRightUsed)
    }
}
