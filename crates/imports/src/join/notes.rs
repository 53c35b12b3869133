//! What is to be known about several files together, in words.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use calculator::Phase;

use super::dates;
use super::found::Found;
use super::orders;
use crate::fact::EventKind;
use crate::id::Id;
use crate::reservation::Reservation;
use crate::state::state_of;

/// How many ids or words a note names.
const NAMED_MAX: usize = 10;

/// `open_orders` are those that rows name without a reservation and others tell of as well; so many rows were
/// `repeated`, and so many without an id are `similar` to those of another file.
pub(super) fn of(
    found: &Found,
    reservations: &[Reservation],
    open_orders: &BTreeSet<Id>,
    repeated: usize,
    similar: usize,
) -> Vec<String> {
    let known: HashSet<&Id> =
        reservations.iter().filter_map(|it| it.known.order.as_ref()).collect();
    let ids: HashSet<&Id> = reservations.iter().filter_map(|it| it.known.id.as_ref()).collect();
    let mut notes = Vec::new();
    let mut add = |count: usize, what: &str| {
        if count > 0 {
            notes.push(format!("{count} {what}"));
        }
    };
    let unlisted = unlisted_orders(found, &known);
    add(
        unlisted.len(),
        &naming("reservation orders are named, but no file lists their reservations", unlisted),
    );
    let alone = reservations.iter().filter(|it| orders::is_of_order(&it.known));
    let alone: HashSet<&Id> = alone.filter_map(|it| it.known.order.as_ref()).collect();
    let unlisted = unlisted_reservations(found, &ids, &known, &alone);
    add(unlisted.len(), &naming("reservations are named, but no file lists them", unlisted));
    let unsure = found.transactions.iter().filter(|(_, fact)| {
        !fact.is_surely_reservation
            && fact.order.as_ref().is_some_and(|order| !known.contains(order))
    });
    add(
        unsure.count(),
        "invoice lines have a reservation order that no other file knows, and a product that does not say \
         that it is an Azure reservation; they were not used",
    );
    let without = found.transactions.iter().filter(|(_, fact)| fact.order.is_none());
    add(without.count(), "transactions name no reservation order and could not be joined");
    let events = unknown_events(found);
    add(
        events.values().sum(),
        &naming(
            "transactions are neither a purchase nor a return, and were not used",
            events.into_keys().collect(),
        ),
    );
    add(found.repeated, "transactions stand in an earlier file as well; each counts once");
    add(
        repeated,
        "rows tell of reservations that other rows tell of as well; each reservation counts once",
    );
    add(
        similar,
        "rows without an id are like a row of another file in name, product and dates; each counts as a reservation \
         of its own",
    );
    add(open_orders.len(), &of_orders_alone(open_orders));
    let contradicted = reservations.iter().filter(|it| it.conflicts.iter().any(|it| !it.is_within));
    add(
        contradicted.count(),
        "reservations are described differently by several rows; what differs stands with each",
    );
    let of_other_terms = reservations.iter().filter(|reservation| dates::differ(reservation));
    add(
        of_other_terms.count(),
        "reservations end on another day than their purchase and term say; the day was used",
    );
    let states = unknown_states(reservations);
    add(
        states.values().sum(),
        &naming(
            "reservations have a state that is not known, so that their dates alone tell whether they run",
            states.into_keys().collect(),
        ),
    );
    notes
}

/// What is said of orders that rows name without a reservation.
pub(crate) fn of_orders_alone(orders: &BTreeSet<Id>) -> String {
    naming(
        "reservation orders stand in rows that name no reservation, and elsewhere as well; such a row counts as a \
         reservation of its own",
        orders.iter().map(Id::as_str).collect(),
    )
}

/// What is said, with the first of what it is said of.
fn naming(what: &str, named: BTreeSet<&str>) -> String {
    let first: Vec<&str> = named.iter().take(NAMED_MAX).copied().collect();
    let first = first.join(", ");
    match named.len().saturating_sub(NAMED_MAX) {
        0 => format!("{what}: {first}"),
        more => format!("{what}: {first} and {more} more"),
    }
}

/// Orders that something tells of, and of which no reservation is known.
fn unlisted_orders<'a>(found: &'a Found, known: &HashSet<&Id>) -> BTreeSet<&'a str> {
    let sure = found.transactions.iter().filter(|(_, fact)| fact.is_surely_reservation);
    let of_transactions = sure.filter_map(|(_, fact)| fact.order.as_ref());
    let of_usage = found.usage.iter().filter(|(_, fact)| fact.reservation.is_none());
    let of_usage = of_usage.filter_map(|(_, fact)| fact.order.as_ref());
    let named = found.order_ids.iter().chain(of_transactions).chain(of_usage);
    named.filter(|order| !known.contains(order)).map(Id::as_str).collect()
}

/// Reservations that usage or an order names and that are not known, nor may be one that only its order is known of.
fn unlisted_reservations<'a>(
    found: &'a Found,
    ids: &HashSet<&Id>,
    known: &HashSet<&Id>,
    alone: &HashSet<&Id>,
) -> BTreeSet<&'a str> {
    let usage = found.usage.iter().map(|(_, fact)| fact);
    let usage = usage.filter(|fact| !fact.order.as_ref().is_some_and(|it| alone.contains(it)));
    let used = usage.filter_map(|fact| fact.reservation.as_ref());
    // An order of which nothing is known is told as a whole.
    let orders = found.orders.values().map(|(_, fact)| fact);
    let orders = orders.filter(|fact| known.contains(&fact.id) && !alone.contains(&fact.id));
    let of_orders = orders.flat_map(|fact| &fact.reservations);
    used.chain(of_orders).filter(|id| !ids.contains(id)).map(Id::as_str).collect()
}

/// The words for events that nobody knows, and how many transactions have each. What may be about something else says
/// nothing of reservations.
fn unknown_events(found: &Found) -> BTreeMap<&str, usize> {
    let mut events = BTreeMap::new();
    for (_, fact) in found.transactions.iter().filter(|(_, fact)| fact.is_surely_reservation) {
        if let EventKind::Other(event) = &fact.event {
            *events.entry(event.as_str()).or_default() += 1;
        }
    }
    events
}

/// The words for states that nobody knows, and how many reservations have each.
fn unknown_states(reservations: &[Reservation]) -> BTreeMap<&str, usize> {
    let mut states = BTreeMap::new();
    for state in reservations.iter().filter_map(|it| it.known.state.as_deref()) {
        if state_of(state).phase() == Phase::Unknown {
            *states.entry(state).or_default() += 1;
        }
    }
    states
}
