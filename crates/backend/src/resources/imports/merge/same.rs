//! Returns that several documents or rows tell of count once, as [`portfolio::returns`] finds them.

use std::collections::BTreeMap;

use calculator::parse_decimal;
use portfolio::intake::Source;
use portfolio::returns::{SameReturn, ToldReturn, same_returns};

use super::Merge;
use crate::records::booking::Booking;
use crate::records::incomplete::IncompleteReservation;
use crate::records::{Document, RecordError, Reservation};

/// Order, amount and currency.
type What = (String, String, String);

/// The bookings of returns that are one, and those that may be.
#[derive(Default)]
pub(super) struct Same {
    sure: BTreeMap<String, String>,
    maybe: BTreeMap<String, String>,
}

impl Merge<'_> {
    /// Finds the returns that several documents or rows tell of. It follows from the bookings alone, so that it is the
    /// same in whichever order they came.
    pub(super) fn find_same_returns(&mut self) -> Result<(), RecordError> {
        let bookings = self.records.every::<Booking>()?;
        let mut orders: BTreeMap<&str, &str> = BTreeMap::new();
        let kinds = [Reservation::KIND, IncompleteReservation::KIND];
        let known = kinds.into_iter().flat_map(|kind| self.records.ids_below(kind, ""));
        for (order, id) in known.filter_map(|id| id.split_once('/')) {
            orders.insert(id, order);
        }
        let mut groups: BTreeMap<What, Vec<&(String, Booking)>> = BTreeMap::new();
        for entry in bookings.iter().filter(|(_, booking)| booking.is_return()) {
            let stated = &entry.1.stated;
            let of_reservation = || orders.get(stated.reservation_id.as_deref()?).copied();
            let Some(order) = stated.order_id.as_deref().or_else(of_reservation) else { continue };
            let amount = parse_decimal(&stated.amount).map(|it| it.normalize().to_string());
            let amount = amount.unwrap_or_else(|_| stated.amount.clone());
            let what = (order.to_owned(), amount, stated.currency_code.clone());
            groups.entry(what).or_default().push(entry);
        }
        let mut same = Same::default();
        for mut group in groups.into_values().filter(|group| group.len() > 1) {
            // What was made here says most, then what is known in USD.
            group.sort_by_key(|(id, it)| {
                (it.settles.is_none(), it.stated.usd.is_none(), id.clone())
            });
            let told: Vec<ToldReturn<'_>> =
                group.iter().map(|(_, booking)| told(booking)).collect();
            for ((id, _), found) in group.iter().zip(same_returns(&told)) {
                let (of, first) = match found {
                    Some(SameReturn::Surely(first)) => (&mut same.sure, first),
                    Some(SameReturn::Maybe(first)) => (&mut same.maybe, first),
                    None => continue,
                };
                of.insert(id.clone(), group[first].0.clone());
            }
        }
        for (id, booking) in &bookings {
            let found = (same.sure.get(id).cloned(), same.maybe.get(id).cloned());
            if (&booking.same_as, &booking.maybe_same_as) == (&found.0, &found.1) {
                continue;
            }
            let (same_as, maybe_same_as) = found;
            let booking = Booking { same_as, maybe_same_as, ..booking.clone() };
            self.records.put(id, &booking);
        }
        let place = |id: &String| {
            let found = bookings.iter().find(|(known, _)| known == id);
            found.map(|(_, booking)| booking.stated.source.clone()).unwrap_or_default()
        };
        self.tell_same(&same, &place);
        Ok(())
    }

    /// Says of the bookings of the import with which others they are one, or may be.
    fn tell_same(&mut self, same: &Same, place: &dyn Fn(&String) -> Source) {
        for (found, field) in [(&same.sure, "sameAs"), (&same.maybe, "maybeSameAs")] {
            for (id, other) in found {
                let own = format!("{}/{id}", self.tenant_id);
                let Source { file, line } = place(other);
                let at = format!("{file}:{line}");
                let rows = self.merged.rows.iter_mut();
                if let Some(row) = rows.into_iter().find(|row| row.id == own) {
                    row.fields.push(super::changed(field, None, Some(&at)));
                }
            }
        }
    }
}

fn told(booking: &Booking) -> ToldReturn<'_> {
    ToldReturn {
        document: booking.stated.document,
        event: booking.stated.event,
        reservation: booking.stated.reservation_id.as_deref(),
        names_order: booking.stated.order_id.is_some(),
        day: booking.day(),
        quantity: booking.stated.quantity,
        is_settled: booking.settles.is_some(),
    }
}
