//! Two rows about one reservation become one.

use super::found::fill;
use crate::fact::ReservationFact;
use crate::reservation::{Conflict, Reservation};

/// Adds what another row says of the same reservation. The newer row is right where they differ:
/// the one with the higher `etag`, else the one in which the reservation has ended, else the first.
pub(super) fn merge(known: &mut Reservation, mut other: Reservation) {
    let has_ended = |fact: &ReservationFact| fact.succession.is_some() || fact.has_ended_state();
    let is_newer = match (other.known.version, known.known.version) {
        (Some(new), Some(old)) if new != old => new > old,
        _ => has_ended(&other.known) && !has_ended(&known.known),
    };
    let place = other.place;
    if is_newer {
        std::mem::swap(&mut known.known, &mut other.known);
        std::mem::swap(&mut known.guesses, &mut other.guesses);
    }
    // What is filled from the other row is as sure as it was there.
    let is_open =
        |field: &str| known.fields().iter().any(|(name, value)| *name == field && value.is_none());
    let guesses = std::mem::take(&mut other.guesses).into_iter();
    let guesses: Vec<_> = guesses.filter(|guess| is_open(guess.field)).collect();
    known.guesses.extend(guesses);
    let named_at = if is_newer { std::mem::replace(&mut known.customer_at, place) } else { place };
    known.conflicts.append(&mut other.conflicts);
    let named = other.known.customer.take();
    let place = if is_newer { known.place } else { place };
    known.name_customer(named.as_ref(), named_at);
    for ((field, kept), (_, other)) in known.fields().into_iter().zip(other.fields()) {
        if let (Some(kept), Some(other)) = (kept, other)
            && !kept.eq_ignore_ascii_case(&other)
            && field != "used"
        {
            known.conflicts.push(Conflict { field, kept, other, place, is_within: false });
        }
    }
    let (known, other) = (&mut known.known, other.known);
    fill(&mut known.order, other.order);
    fill(&mut known.display_name, other.display_name);
    fill(&mut known.sku, other.sku);
    fill(&mut known.region, other.region);
    fill(&mut known.resource_type, other.resource_type);
    fill(&mut known.quantity, other.quantity);
    fill(&mut known.term, other.term);
    fill(&mut known.purchase_date, other.purchase_date);
    fill(&mut known.expiry_date, other.expiry_date);
    fill(&mut known.state, other.state);
    fill(&mut known.billing_plan, other.billing_plan);
    if known.unit_price.is_none() {
        (known.unit_price, known.is_price_added) = (other.unit_price, other.is_price_added);
    }
    fill(&mut known.instalment, other.instalment);
    fill(&mut known.currency, other.currency);
    fill(&mut known.succession, other.succession);
    known.used = match (known.used, other.used) {
        (Some(one), Some(other)) => Some(one || other),
        (one, other) => one.or(other),
    };
    for ancestor in other.ancestors {
        if !known.ancestors.contains(&ancestor) {
            known.ancestors.push(ancestor);
        }
    }
}
