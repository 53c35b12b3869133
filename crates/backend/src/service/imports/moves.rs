//! Orders that go from one customer to another with an import, because somebody has decided whose they are.
//!
//! Invariant: an order goes as a whole, with all of its reservations and what files say was booked for it, or it
//! stays. It stays where something was done here for the customer who has it: then it is theirs.

use std::collections::{BTreeMap, BTreeSet};

use crate::records::booking::Booking;
use crate::records::import::StagedName;
use crate::records::incomplete::IncompleteReservation;
use crate::records::kinds::Activity;
use crate::records::reservation::Revision;
use crate::records::{Document, Order, Records, Reservation};

/// What goes, and where.
#[derive(Default)]
pub(super) struct Moves {
    /// The orders that leave, by the customer who has them.
    leaving: BTreeMap<String, BTreeSet<String>>,
    /// Who has the orders that come to a customer.
    coming: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
}

/// Whose reservations are, as somebody has decided: tenants by the GUID of the reservation.
pub(super) fn decided(names: &[StagedName]) -> BTreeMap<String, String> {
    let mut decided = BTreeMap::new();
    for name in names {
        for id in &name.decided {
            decided.insert(id.clone(), name.key.clone());
        }
    }
    decided
}

impl Moves {
    /// Adds what goes of the records of `owner`; `staged` are the reservations that the import has of it.
    pub(super) fn plan(
        &mut self,
        owner: &str,
        records: &Records,
        staged: &BTreeSet<String>,
        decided: &BTreeMap<String, String>,
    ) {
        let mut orders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (order, id) in reservations(records) {
            orders.entry(order).or_default().push(id);
        }
        for (order, ids) in orders {
            let to: BTreeSet<&String> = ids.iter().filter_map(|id| decided.get(*id)).collect();
            let (Some(to), 1) = (to.first(), to.len()) else { continue };
            let is_theirs = |id: &&str| staged.contains(*id) && !decided.contains_key(*id);
            if *to == owner || ids.iter().any(is_theirs) || is_used(records, order, &ids) {
                continue;
            }
            self.leaving.entry(owner.to_owned()).or_default().insert(order.to_owned());
            let from = self.coming.entry((*to).clone()).or_default();
            from.entry(owner.to_owned()).or_default().insert(order.to_owned());
        }
    }

    /// Those who have something that goes.
    pub(super) fn owners(&self) -> impl Iterator<Item = &String> {
        self.leaving.keys()
    }

    /// Takes away what leaves a customer.
    pub(super) fn take_away(&self, tenant: &str, records: &mut Records) {
        for order in self.leaving.get(tenant).into_iter().flatten() {
            for key in keys_of(records, order) {
                records.remove_key(&key);
            }
        }
    }

    /// Who has something that comes to a customer, and which orders.
    pub(super) fn coming_to(&self, tenant: &str) -> BTreeMap<String, BTreeSet<String>> {
        self.coming.get(tenant).cloned().unwrap_or_default()
    }
}

/// Puts the orders of another customer among the records. Their reservations are returned.
pub(super) fn bring(
    records: &mut Records,
    from: &Records,
    orders: &BTreeSet<String>,
) -> Vec<(String, String)> {
    let mut brought = Vec::new();
    for order in orders {
        for key in keys_of(from, order) {
            records.restore(&key, from.text(&key).map(str::to_owned));
        }
        let of_order = reservations(from).filter(|(of, _)| of == order);
        brought.extend(of_order.map(|(order, id)| (order.to_owned(), id.to_owned())));
    }
    brought
}

/// Order and reservation of everything that is kept of reservations.
fn reservations(records: &Records) -> impl Iterator<Item = (&str, &str)> {
    let kinds = [Reservation::KIND, IncompleteReservation::KIND].into_iter();
    kinds.flat_map(|kind| records.ids_below(kind, "")).filter_map(|id| id.split_once('/'))
}

/// The keys of everything that goes with an order.
fn keys_of(records: &Records, order: &str) -> Vec<String> {
    let kinds = [Reservation::KIND, IncompleteReservation::KIND, Revision::KIND];
    let mut keys = Vec::new();
    for kind in kinds {
        let ids = records.ids_below(kind, &format!("{order}/"));
        keys.extend(ids.into_iter().map(|id| format!("{kind}/{id}")));
    }
    keys.push(format!("{}/{order}", Order::KIND));
    keys.retain(|key| records.text(key).is_some());
    let own: BTreeSet<&str> =
        reservations(records).filter(|(of, _)| *of == order).map(|(_, id)| id).collect();
    for (id, booking) in records.all::<Booking>() {
        let stated = &booking.stated;
        let is_of = stated.order_id.as_deref() == Some(order)
            || stated.reservation_id.as_deref().is_some_and(|id| own.contains(id));
        if is_of {
            keys.push(format!("{}/{id}", Booking::KIND));
        }
    }
    keys
}

/// Whether something is known of an order beside what files say: somebody has worked with it here.
fn is_used(records: &Records, order: &str, ids: &[&str]) -> bool {
    let of_files = [
        Reservation::KIND,
        IncompleteReservation::KIND,
        Revision::KIND,
        Order::KIND,
        Booking::KIND,
        // That an import has made it is no work with it.
        Activity::KIND,
    ];
    let settles = records.all::<Booking>().into_iter().any(|(_, booking)| {
        booking.stated.order_id.as_deref() == Some(order) && booking.settles.is_some()
    });
    settles
        || records.texts().any(|(key, text)| {
            let kind = key.split('/').next().unwrap_or_default();
            let names = |id: &str| key.contains(id) || text.contains(id);
            !of_files.contains(&kind) && (names(order) || ids.iter().any(|id| names(id)))
        })
}
