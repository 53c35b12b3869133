//! Reservations from orders and purchases, where no file lists reservations.

use std::collections::HashSet;

use super::{Found, Place, Reservation};
use crate::fact::{EventKind, ReservationFact, TransactionFact};
use crate::id::Id;

/// One reservation for each order, with what has to be assumed marked as guesses.
pub(super) fn from_orders_and_purchases(found: &Found) -> Vec<Reservation> {
    let by_order = found.by_order();
    let mut derived = Vec::new();
    let mut done: HashSet<&Id> = HashSet::new();
    for id in &found.order_ids {
        let Some((place, order)) = found.orders.get(id) else { continue };
        done.insert(id);
        let known = ReservationFact {
            id: match order.reservations.as_slice() {
                [only] => Some(only.clone()),
                _ => None,
            },
            order: Some(id.clone()),
            display_name: order.display_name.clone(),
            quantity: order.quantity,
            state: order.state.clone(),
            ..ReservationFact::default()
        };
        let mut reservation = Reservation::new(*place, known);
        let transactions = by_order.get(id).map(Vec::as_slice).unwrap_or_default();
        reservation.guess("quantity", "the units of the order; no file lists its reservations");
        less_what_was_returned(&mut reservation, transactions);
        derived.push(reservation);
    }
    for (place, fact) in &found.transactions {
        let Some(order) = &fact.order else { continue };
        if fact.event != EventKind::Purchase || !fact.is_surely_reservation || !done.insert(order) {
            continue;
        }
        let transactions = by_order.get(order).map(Vec::as_slice).unwrap_or_default();
        derived.push(from_purchases(*place, order, transactions));
    }
    derived
}

fn from_purchases(place: Place, order: &Id, transactions: &[&TransactionFact]) -> Reservation {
    let purchases = || transactions.iter().filter(|fact| fact.event == EventKind::Purchase);
    let first = purchases().min_by_key(|fact| (fact.date.is_none(), fact.date));
    let known = ReservationFact {
        order: Some(order.clone()),
        quantity: first.and_then(|fact| fact.quantity),
        purchase_date: first.and_then(|fact| fact.date),
        ..ReservationFact::default()
    };
    let mut reservation = Reservation::new(place, known);
    reservation.guess(
        "quantity",
        "the units that were bought; no file lists the reservations of the order",
    );
    reservation.guess("purchaseDate", "the day of the first purchase");
    less_what_was_returned(&mut reservation, transactions);
    if reservation.known.state.is_none() {
        reservation.known.state = Some("Succeeded".to_owned());
        reservation.guess("state", "it was bought, and nothing in the files says that it ended");
    }
    reservation
}

/// Units that were returned are not owned any more.
fn less_what_was_returned(reservation: &mut Reservation, transactions: &[&TransactionFact]) {
    let is_return =
        |fact: &&&TransactionFact| matches!(fact.event, EventKind::Cancel | EventKind::Refund);
    let returns: Vec<_> = transactions.iter().filter(is_return).collect();
    if returns.is_empty() {
        return;
    }
    // A return is a Cancel row and a Refund row, so the larger sum tells how many units went.
    let units = |event: EventKind| {
        let of_event = returns.iter().filter(|fact| fact.event == event);
        of_event.map(|fact| fact.quantity).try_fold(0_u32, |sum, units| sum.checked_add(units?))
    };
    let returned = units(EventKind::Cancel).max(units(EventKind::Refund));
    let all_told = returns.iter().all(|fact| fact.quantity.is_some());
    let left = reservation.known.quantity.zip(returned.filter(|_| all_told));
    match left.and_then(|(bought, returned)| bought.checked_sub(returned)) {
        Some(0) => {
            reservation.known.state = Some("Cancelled".to_owned());
            reservation.guess("state", "as many units were returned as were bought");
        }
        Some(left) => {
            reservation.known.quantity = Some(left);
            reservation
                .guess("quantity", "the units that were bought less those that were returned");
        }
        None => {
            reservation.known.quantity = None;
            reservation.guess(
                "quantity",
                "left open: units were returned, and the files do not say how many",
            );
        }
    }
}
