//! Reservations from orders and purchases, where no file lists reservations.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use portfolio::intake::BookingDocument;
use portfolio::returns::{SameReturn, ToldReturn, same_returns};

use super::found::Found;
use crate::fact::{EventKind, ReservationFact, TransactionFact};
use crate::id::Id;
use crate::reservation::{Place, Reservation};

/// One reservation for each order, with what has to be assumed marked as guesses.
pub(super) fn from_orders_and_purchases(found: &Found) -> Vec<Reservation> {
    let by_order = found.by_order();
    let used = used(found);
    let mut derived = Vec::new();
    let mut done: HashSet<&Id> = HashSet::new();
    for id in &found.order_ids {
        let Some((place, order)) = found.orders.get(id) else { continue };
        done.insert(id);
        let transactions = by_order.get(id).map(Vec::as_slice).unwrap_or_default();
        let named = order.reservations.iter().chain(bought(transactions)).collect();
        let known = ReservationFact {
            id: only(&named),
            order: Some(id.clone()),
            display_name: order.display_name.clone(),
            quantity: order.quantity,
            state: order.state.clone(),
            ..ReservationFact::default()
        };
        let mut reservation = Reservation::new(*place, known);
        reservation.guess("quantity", "the units of the order; no file lists its reservations");
        less_what_was_returned(&mut reservation, transactions);
        derived.push(reservation);
    }
    let bought = named_by_order(&by_order);
    let mut done_of_order: HashSet<(&Id, Option<&Id>)> = HashSet::new();
    for (place, fact) in &found.transactions {
        let Some(order) = &fact.order else { continue };
        let is_bought = fact.event == EventKind::Purchase && fact.is_surely_reservation;
        if !is_bought || done.contains(order) {
            continue;
        }
        let named = bought.get(order).cloned().unwrap_or_default();
        // Where purchases name several reservations of an order, each is one of its own.
        let own = fact.reservation.as_ref().filter(|_| named.len() > 1);
        let is_of_several = own.is_none() && named.len() > 1;
        if is_of_several || !done_of_order.insert((order, own)) {
            continue;
        }
        let transactions = by_order.get(order).map(Vec::as_slice).unwrap_or_default();
        derived.push(match own {
            Some(own) => of_several(*place, order, own, transactions),
            None => {
                let used = used.get(order).into_iter().flatten().copied();
                let id = only(&named.into_iter().chain(used).collect());
                from_purchases(*place, order, id, transactions)
            }
        });
    }
    derived
}

fn named_by_order<'a>(
    by_order: &HashMap<&'a Id, Vec<&'a TransactionFact>>,
) -> HashMap<&'a Id, BTreeSet<&'a Id>> {
    by_order.iter().map(|(order, facts)| (*order, bought(facts).collect())).collect()
}

/// One of several reservations that the purchases of an order name. What was returned without saying of which may be
/// of any of them.
fn of_several(place: Place, order: &Id, own: &Id, all: &[&TransactionFact]) -> Reservation {
    let is_own = |fact: &&&TransactionFact| fact.reservation.as_ref() == Some(own);
    let transactions: Vec<&TransactionFact> = all.iter().filter(is_own).copied().collect();
    let mut reservation = from_purchases(place, order, Some(own.clone()), &transactions);
    if all.iter().any(|fact| is_return(fact) && fact.reservation.is_none()) {
        reservation.known.quantity = None;
        conclude(&mut reservation, LEFT_OPEN);
    }
    reservation
}

/// The reservations that purchases name. Those of FOCUS do, others name their order only.
fn bought<'a>(transactions: &[&'a TransactionFact]) -> impl Iterator<Item = &'a Id> {
    let purchases = transactions.iter().filter(|fact| fact.event == EventKind::Purchase);
    purchases.filter_map(|fact| fact.reservation.as_ref())
}

/// The reservations of each order that were used or not.
fn used(found: &Found) -> HashMap<&Id, BTreeSet<&Id>> {
    let mut used: HashMap<&Id, BTreeSet<&Id>> = HashMap::new();
    for (_, fact) in &found.usage {
        if let (Some(order), Some(reservation)) = (&fact.order, &fact.reservation) {
            used.entry(order).or_default().insert(reservation);
        }
    }
    used
}

/// The one that is named. Of several it may be any.
fn only(named: &BTreeSet<&Id>) -> Option<Id> {
    named.first().filter(|_| named.len() == 1).map(|id| (*id).clone())
}

fn from_purchases(
    place: Place,
    order: &Id,
    id: Option<Id>,
    transactions: &[&TransactionFact],
) -> Reservation {
    let purchases = || transactions.iter().filter(|fact| fact.event == EventKind::Purchase);
    let first = purchases().min_by_key(|fact| (fact.date.is_none(), fact.date));
    // An instalment of any month is a purchase as well, so that its day is none from which a term runs. A line of an
    // invoice has the day of the order.
    let is_instalment = |fact: &&&TransactionFact| {
        fact.billing_plan.as_deref() == Some("Monthly") && fact.document != BookingDocument::Invoice
    };
    let bought = first.filter(|first| !is_instalment(first));
    let known = ReservationFact {
        id,
        order: Some(order.clone()),
        quantity: first.and_then(|fact| fact.quantity),
        purchase_date: bought.and_then(|fact| fact.date),
        ..ReservationFact::default()
    };
    let mut reservation = Reservation::new(place, known);
    reservation.guess(
        "quantity",
        "the units that were bought; no file lists the reservations of the order",
    );
    if bought.is_some() {
        reservation.guess("purchaseDate", "the day of the first purchase");
    }
    less_what_was_returned(&mut reservation, transactions);
    if reservation.known.state.is_none() {
        reservation.known.state = Some("Succeeded".to_owned());
        reservation.guess("state", "it was bought, and nothing in the files says that it ended");
    }
    reservation
}

/// Units that were returned are not owned any more.
fn less_what_was_returned(reservation: &mut Reservation, transactions: &[&TransactionFact]) {
    let returns = transactions.iter().copied().filter(|fact| is_return(fact));
    let returns: Vec<&TransactionFact> = returns.collect();
    if returns.is_empty() {
        return;
    }
    let returned = Returned::of(&returns);
    let left = reservation.known.quantity.zip(returned.as_ref());
    let left = left.and_then(|(bought, returned)| bought.checked_sub(returned.units));
    let is_assumed = returned.is_some_and(|returned| returned.is_assumed);
    match left {
        Some(0) => {
            reservation.known.state = Some("Cancelled".to_owned());
            reservation.guess("state", if is_assumed { ALL_ONCE } else { ALL });
        }
        Some(left) => {
            reservation.known.quantity = Some(left);
            conclude(reservation, if is_assumed { LESS_ONCE } else { LESS });
        }
        None => {
            reservation.known.quantity = None;
            conclude(reservation, LEFT_OPEN);
        }
    }
}

const fn is_return(fact: &TransactionFact) -> bool {
    matches!(fact.event, EventKind::Cancel | EventKind::Refund)
}

const LEFT_OPEN: &str = "left open: units were returned, and the files do not say how many";
const ALL: &str = "as many units were returned as were bought";
const ALL_ONCE: &str = "as many units were returned as were bought; a return that two documents tell of on \
    different days counts once";
const LESS: &str = "the units that were bought less those that were returned";
const LESS_ONCE: &str = "the units that were bought less those that were returned; a return that two documents \
    tell of on different days counts once";

/// Gives the quantity its reason in the place of the one that it had until now.
fn conclude(reservation: &mut Reservation, reason: &str) {
    reservation.guesses.retain(|guess| guess.field != "quantity");
    reservation.guess("quantity", reason);
}

/// How many units of an order were returned.
struct Returned {
    units: u32,
    /// Whether returns of different days were taken for one.
    is_assumed: bool,
}

impl Returned {
    /// `None` where it cannot be told: a return has no units, or two documents tell of it in ways that do not fit.
    fn of(returns: &[&TransactionFact]) -> Option<Self> {
        // Two without a day may be one that two files tell of.
        if returns.len() > 1 && returns.iter().any(|fact| fact.date.is_none()) {
            return None;
        }
        let mut documents: BTreeMap<BookingDocument, Vec<&TransactionFact>> = BTreeMap::new();
        for fact in returns {
            documents.entry(fact.document).or_default().push(fact);
        }
        let are_several = documents.len() > 1;
        let mut counted: Vec<&TransactionFact> = Vec::new();
        for facts in documents.into_values() {
            // A return is a Cancel row and a Refund row, so the larger sum tells how many units went.
            let is_cancel = |fact: &&TransactionFact| fact.event == EventKind::Cancel;
            let (cancels, refunds): (Vec<_>, Vec<_>) = facts.into_iter().partition(is_cancel);
            let larger = if units(&cancels)? >= units(&refunds)? { cancels } else { refunds };
            counted.extend(larger);
        }
        if !are_several {
            return Some(Self { units: units(&counted)?, is_assumed: false });
        }
        let told: Option<Vec<ToldReturn<'_>>> = counted.iter().map(|fact| told(fact)).collect();
        let same = same_returns(&told?);
        let mut own = Vec::new();
        let mut is_assumed = false;
        for (fact, same) in counted.iter().zip(same) {
            let first = match same {
                None => {
                    own.push(*fact);
                    continue;
                }
                Some(SameReturn::Surely(first)) => first,
                Some(SameReturn::Maybe(first)) => {
                    is_assumed = true;
                    first
                }
            };
            let first = counted[first];
            if fact.currency == first.currency && fact.amount != first.amount {
                return None;
            }
        }
        Some(Self { units: units(&own)?, is_assumed })
    }
}

fn told(fact: &TransactionFact) -> Option<ToldReturn<'_>> {
    Some(ToldReturn {
        document: Some(fact.document),
        event: fact.event.of_return(),
        reservation: fact.reservation.as_ref().map(Id::as_str),
        names_order: true,
        day: fact.date?,
        quantity: fact.quantity,
        is_settled: false,
    })
}

fn units(facts: &[&TransactionFact]) -> Option<u32> {
    facts.iter().try_fold(0_u32, |sum, fact| sum.checked_add(fact.quantity?))
}
