//! Rows that name an order and no reservation, beside rows of the reservations of that order.
//!
//! Such a row joins the one reservation that it can be about. Where it may be about several it stays a reservation of
//! its own, and that is told: nothing is lost, and nothing is put together that may be two.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::found::Found;
use super::merge::merge;
use crate::fact::ReservationFact;
use crate::id::Id;
use crate::reservation::{Place, Reservation};

/// The reservations that each file names, which only matters where a row names none.
pub(super) fn named(rows: &[(Place, ReservationFact)]) -> HashSet<(usize, Id)> {
    if !rows.iter().any(|(_, fact)| is_of_order(fact)) {
        return HashSet::new();
    }
    let ids = rows.iter().filter_map(|(place, fact)| Some((place.file, fact.id.clone()?)));
    ids.collect()
}

pub(crate) fn is_of_order(fact: &ReservationFact) -> bool {
    fact.id.is_none() && fact.order.is_some()
}

/// What is known of the reservations of an order.
#[derive(Default)]
struct OfOrder {
    /// Those that rows are about.
    listed: Vec<Id>,
    /// Those that may hold units, whoever names them.
    holders: BTreeSet<Id>,
    /// Those of the listed ones whose state says that they have ended.
    ended: HashSet<Id>,
    /// The file of each row that names the order only.
    alone: Vec<usize>,
}

impl OfOrder {
    /// The reservation that a row can only be about. A file with another row about the order tells the two apart, and
    /// what runs and what has ended may be the parts of a return or of a split.
    fn only(&self, row: &Reservation, named: &HashSet<(usize, Id)>) -> Option<&Id> {
        let file = row.place.file;
        let of_file = self.alone.iter().filter(|other| **other == file).count();
        let is_told_apart =
            of_file > 1 || self.listed.iter().any(|id| named.contains(&(file, id.clone())));
        let only = self.holders.first().filter(|_| self.holders.len() == 1 && !is_told_apart)?;
        let has_ended = row.known.has_ended_state() || row.known.succession.is_some();
        if self.listed.contains(only) && self.ended.contains(only) != has_ended {
            return None;
        }
        // Two rows of a reservation that no row names may be of two.
        (self.listed.contains(only) || self.alone.len() == 1).then_some(only)
    }

    fn is_told_of_by_others(&self) -> bool {
        self.alone.len() > 1 || !self.listed.is_empty() || !self.holders.is_empty()
    }
}

/// Puts rows that name only an order to its reservation. The orders of those that stay are returned, if anything else
/// tells of them as well.
pub(super) fn join(
    reservations: &mut Vec<Reservation>,
    named: &HashSet<(usize, Id)>,
    found: &Found,
) -> BTreeSet<Id> {
    let of_orders = of_orders(reservations, found);
    let mut open = BTreeSet::new();
    let mut joining = Vec::new();
    for mut reservation in std::mem::take(reservations) {
        let order = reservation.known.order.as_ref().filter(|_| is_of_order(&reservation.known));
        if let Some((order, of_order)) = order.and_then(|order| of_orders.get_key_value(order)) {
            if let Some(only) = of_order.only(&reservation, named) {
                reservation.known.id = Some(only.clone());
                joining.push(reservation);
                continue;
            }
            if of_order.is_told_of_by_others() {
                open.insert(order.clone());
            }
        }
        reservations.push(reservation);
    }
    let by_id = |(place, it): (usize, &Reservation)| Some((it.known.id.clone()?, place));
    let places: HashMap<Id, usize> = reservations.iter().enumerate().filter_map(by_id).collect();
    for reservation in joining {
        let id = reservation.known.id.as_ref();
        match id.and_then(|id| places.get(id)) {
            Some(known) => merge(&mut reservations[*known], reservation),
            None => reservations.push(reservation),
        }
    }
    open
}

fn of_orders(reservations: &[Reservation], found: &Found) -> HashMap<Id, OfOrder> {
    let mut of_orders: HashMap<Id, OfOrder> = HashMap::new();
    for Reservation { known, place, .. } in reservations.iter().filter(|it| is_of_order(&it.known))
    {
        let Some(order) = &known.order else { continue };
        of_orders.entry(order.clone()).or_default().alone.push(place.file);
    }
    if of_orders.is_empty() {
        return of_orders;
    }
    let mut gone = HashSet::new();
    for Reservation { known, .. } in reservations {
        let (Some(id), Some(order)) = (&known.id, &known.order) else { continue };
        let Some(of_order) = of_orders.get_mut(order) else { continue };
        of_order.listed.push(id.clone());
        if known.succession.is_some() {
            gone.insert(id);
        } else {
            of_order.holders.insert(id.clone());
        }
        if known.has_ended_state() {
            of_order.ended.insert(id.clone());
        }
    }
    let of_order_rows = found.orders.values().map(|(_, fact)| fact);
    let of_order_rows = of_order_rows
        .flat_map(|fact| fact.reservations.iter().map(move |reservation| (&fact.id, reservation)));
    let of_usage = found.usage.iter();
    let of_usage =
        of_usage.filter_map(|(_, fact)| fact.order.as_ref().zip(fact.reservation.as_ref()));
    for (order, id) in of_order_rows.chain(of_usage).filter(|(_, id)| !gone.contains(id)) {
        if let Some(of_order) = of_orders.get_mut(order) {
            of_order.holders.insert(id.clone());
        }
    }
    of_orders
}
