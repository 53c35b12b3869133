//! What one unit cost, from the money that was charged.

use calculator::{PRICE_DIGITS_MAX, Term};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::fact::{EventKind, TransactionFact};
use crate::reservation::Reservation;

pub(super) const UPFRONT: &str = "Upfront";
pub(super) const MONTHLY: &str = "Monthly";

/// Gives a reservation the price that the purchases of its order tell, if it has none.
///
/// `bought` is how many units the order was for, where a purchase does not say it.
pub(super) fn complete(
    reservation: &mut Reservation,
    transactions: &[&TransactionFact],
    bought: Option<u32>,
) {
    if reservation.known.unit_price.is_some() {
        return;
    }
    let per_unit = |fact: &TransactionFact, times: u32| {
        let units = fact.quantity.filter(|units| *units > 0).or(bought)?;
        let amount = fact.amount.filter(|amount| !amount.is_zero())?;
        Some(round(amount.checked_mul(times.into())?.checked_div(units.into())?))
    };
    let mut purchases: Vec<(&TransactionFact, Decimal, &String)> = transactions
        .iter()
        .filter(|fact| fact.event == EventKind::Purchase)
        .filter_map(|fact| Some((*fact, per_unit(fact, 1)?, fact.currency.as_ref()?)))
        .collect();
    // Of the reservations of an order each has what was paid for itself, where that is said.
    let own = reservation.known.id.as_ref();
    let is_own = |fact: &TransactionFact| own.is_some() && fact.reservation.as_ref() == own;
    if purchases.iter().any(|(fact, ..)| is_own(fact)) {
        purchases.retain(|(fact, ..)| is_own(fact));
    }
    purchases.sort_by_key(|(fact, ..)| (fact.date.is_none(), fact.date));
    let Some((first, charged, currency)) = purchases.first().copied() else { return };
    if reservation.known.currency.as_ref().is_some_and(|known| known != currency) {
        return;
    }
    // Without the plan an amount may be the price of the term or of a month. What the purchase says of itself goes
    // before what a list says of the reservation.
    let is_plan = |plan: &&str| matches!(*plan, UPFRONT | MONTHLY);
    let of_purchase = first.billing_plan.as_deref().filter(is_plan);
    let (unit_price, instalment) =
        match of_purchase.or(reservation.known.billing_plan.as_deref().filter(is_plan)) {
            Some(UPFRONT) => (charged, None),
            Some(_) => {
                let term = reservation.known.term.as_deref();
                let term = term.and_then(|term| Term::parse(term).ok());
                // Rounded once: of so many months of what an instalment of all units comes to.
                let Some(price) = term.and_then(|term| per_unit(first, term.months())) else {
                    return;
                };
                (price, Some(charged))
            }
            None => return,
        };
    reservation.known.unit_price = Some(unit_price);
    reservation.known.instalment = instalment;
    reservation.known.currency = Some(currency.clone());
    if let Some(how) = first.calculated {
        reservation.guess("unitPrice", format!("calculated from {how}"));
    }
    if !first.is_surely_reservation {
        let product = first.description.as_deref().unwrap_or("unknown");
        let reason = format!(
            "from an invoice line with the same reservation order, whose product is \"{product}\""
        );
        reservation.guess("unitPrice", reason);
    }
    if purchases.iter().any(|(_, other, of)| *other != charged || *of != currency) {
        let reason = format!(
            "of the {} purchases of the order with different prices, the first",
            purchases.len()
        );
        reservation.guess("unitPrice", reason);
    }
}

/// As exact as a price can be.
fn round(price: Decimal) -> Decimal {
    price
        .round_dp_with_strategy(PRICE_DIGITS_MAX, RoundingStrategy::MidpointNearestEven)
        .normalize()
}
