//! Bookings: each once, however many files have it, and what was recorded here for a return is not counted
//! beside what was booked for it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use portfolio::guid::hash;
use portfolio::import::{RecordChange, Subject};
use portfolio::intake::BookingIntake;

use super::{Merge, changed};
use crate::records::RecordError;
use crate::records::booking::Booking;
use crate::records::transaction::Transaction;

/// So long after a return it is booked at most.
pub(super) const BOOKED_AFTER: TimeDelta = TimeDelta::days(62);
/// So much may days differ that are told in other time zones.
const BOOKED_BEFORE: TimeDelta = TimeDelta::days(1);

impl Merge<'_> {
    pub(super) fn bookings(&mut self, rows: Vec<BookingIntake>) -> Result<(), RecordError> {
        let rows = self.identify_bookings(rows)?;
        let ids: Vec<String> = rows.iter().map(|(id, _)| id.clone()).collect();
        for (id, row) in rows {
            self.booking(&id, row)?;
        }
        self.find_same_returns()?;
        self.settle_bookings()?;
        for id in ids {
            let Some(booking) = self.records.get::<Booking>(&id)? else { continue };
            let is_without = booking.is_without_usd();
            self.merged.counts.same_returns += u32::from(booking.same_as.is_some());
            self.merged.counts.maybe_same += u32::from(booking.maybe_same_as.is_some());
            self.merged.counts.without_usd += u32::from(is_without);
        }
        Ok(())
    }

    fn booking(&mut self, id: &str, row: BookingIntake) -> Result<(), RecordError> {
        let known: Option<Booking> = self.records.get(id)?;
        let is_new = known.is_none();
        let mut booking = known.unwrap_or_else(|| Booking {
            stated: row.clone(),
            settles: None,
            same_as: None,
            maybe_same_as: None,
        });
        let mut fields = Vec::new();
        let stated = &mut booking.stated;
        for (field, before, after) in [
            ("usd", &mut stated.usd, &row.usd),
            ("reservationId", &mut stated.reservation_id, &row.reservation_id),
            ("description", &mut stated.description, &row.description),
        ] {
            let is_filled = field == "usd" || before.is_none();
            if after.is_some() && before != after && is_filled {
                fields.push(changed(field, before.as_deref(), after.as_deref()));
                before.clone_from(after);
            }
        }
        // What an older import did not keep says nothing new of the booking.
        stated.document = stated.document.or(row.document);
        stated.invoice = stated.invoice.take().or(row.invoice);
        self.records.put(id, &booking);
        let name = row.description.as_deref().or(row.order_id.as_deref()).unwrap_or(&row.date);
        let base = self.row(Subject::Booking, id, name);
        self.merged.add(RecordChange { is_new, fields, source: row.source, ..base });
        Ok(())
    }

    /// Finds for every return that is booked the one that was recorded here.
    fn settle_bookings(&mut self) -> Result<(), RecordError> {
        let mut bookings = self.records.every::<Booking>()?;
        let mut recorded = self.records.every::<Transaction>()?;
        recorded.retain(|(id, _)| !bookings.iter().any(|(_, it)| it.settles.as_ref() == Some(id)));
        let open = |booking: &Booking| booking.counts() && booking.settles.is_none();
        for (id, booking) in bookings.iter_mut().filter(|(_, booking)| open(booking)) {
            let is_it = |transaction: &Transaction| {
                let after = booking.day() - transaction.at.date_naive();
                booking.stated.order_id.as_ref() == Some(&transaction.order)
                    && booking.stated.quantity.is_none_or(|units| units == transaction.quantity)
                    && (-BOOKED_BEFORE..=BOOKED_AFTER).contains(&after)
            };
            let Some(place) = recorded.iter().position(|(_, it)| is_it(it)) else { continue };
            booking.settles = Some(recorded.remove(place).0);
            self.records.put(id, booking);
        }
        Ok(())
    }

    /// Gives every booking its id. No file has one, so that it follows from what the row says; of equal
    /// rows from how many there are, since two of them in one file are two. The booking of another reservation is not
    /// it.
    fn identify_bookings(
        &self,
        rows: Vec<BookingIntake>,
    ) -> Result<Vec<(String, BookingIntake)>, RecordError> {
        let mut taken = BTreeSet::new();
        // The number that equal rows of one reservation go on with.
        let mut next: BTreeMap<(String, Option<String>), u32> = BTreeMap::new();
        let mut identified = Vec::with_capacity(rows.len());
        for row in rows {
            let content = content(&row);
            let number = next.entry((content.clone(), row.reservation_id.clone())).or_default();
            loop {
                *number += 1;
                let id = format!("{content}-{number:04}");
                if !taken.contains(&id) && !self.is_of_another(&id, &row)? {
                    taken.insert(id.clone());
                    identified.push((id, row));
                    break;
                }
            }
        }
        Ok(identified)
    }

    fn is_of_another(&self, id: &str, row: &BookingIntake) -> Result<bool, RecordError> {
        let Some(own) = &row.reservation_id else { return Ok(false) };
        let known: Option<Booking> = self.records.get(id)?;
        let known = known.and_then(|it| it.stated.reservation_id);
        Ok(known.is_some_and(|known| known != *own))
    }
}

/// What a booking is told apart by.
fn content(row: &BookingIntake) -> String {
    let content = format!(
        "{:?}/{}/{}/{}/{}",
        row.event,
        row.order_id.as_deref().or(row.reservation_id.as_deref()).unwrap_or_default(),
        row.amount,
        row.currency_code,
        row.quantity.unwrap_or_default(),
    );
    format!("{}-{:032x}", row.date, hash(&content))
}
