//! What one unit cost, from the money that was charged.

use calculator::{PRICE_DIGITS_MAX, Term};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::fact::{EventKind, TransactionFact};
use crate::reservation::Reservation;

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
    let per_unit = |fact: &TransactionFact| {
        let units = fact.quantity.filter(|units| *units > 0).or(bought)?;
        let amount = fact.amount.filter(|amount| !amount.is_zero())?;
        Some(round(amount.checked_div(units.into())?))
    };
    let mut purchases: Vec<(&TransactionFact, Decimal, &String)> = transactions
        .iter()
        .filter(|fact| fact.event == EventKind::Purchase)
        .filter_map(|fact| Some((*fact, per_unit(fact)?, fact.currency.as_ref()?)))
        .collect();
    purchases.sort_by_key(|(fact, ..)| (fact.date.is_none(), fact.date));
    let Some((first, charged, currency)) = purchases.first().copied() else { return };
    if reservation.known.currency.as_ref().is_some_and(|known| known != currency) {
        return;
    }
    // Without the plan an amount may be the price of the term or of a month.
    let (unit_price, instalment) = match reservation.known.billing_plan.as_deref() {
        Some("Upfront") => (charged, None),
        Some("Monthly") => {
            let term = reservation.known.term.as_deref().and_then(|term| Term::parse(term).ok());
            let Some(price) = term.and_then(|term| charged.checked_mul(term.months().into()))
            else {
                return;
            };
            (price, Some(charged))
        }
        _ => return,
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
    if purchases.iter().any(|(_, other, _)| *other != charged) {
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
