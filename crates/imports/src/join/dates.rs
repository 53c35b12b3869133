//! Reservations whose dates are those of another term than the one that is named.

use calculator::Term;
use chrono::NaiveDate;

use crate::reservation::{Conflict, Reservation};

/// By how many days the end may lie beside that of the term: a term begins when the units are there, which may be some
/// days after they were bought.
const DAYS_MAX: i64 = 31;

/// The day on which the term would end, if that is another one than the reservation has.
fn end_by_term(reservation: &Reservation) -> Option<NaiveDate> {
    let known = &reservation.known;
    let term = Term::parse(known.term.as_deref()?).ok()?;
    let by_term = known.purchase_date?.checked_add_months(chrono::Months::new(term.months()))?;
    ((known.expiry_date? - by_term).num_days().abs() > DAYS_MAX).then_some(by_term)
}

/// Whether its dates contradict its term.
pub(super) fn differ(reservation: &Reservation) -> bool {
    end_by_term(reservation).is_some()
}

/// Notes that a reservation ends on another day than its term tells. The day is what everything is calculated with.
pub(super) fn contradict(reservation: &mut Reservation) {
    let (Some(by_term), Some(kept)) = (end_by_term(reservation), reservation.known.expiry_date)
    else {
        return;
    };
    reservation.conflicts.push(Conflict {
        field: "expiryDate",
        kept: kept.to_string(),
        other: by_term.to_string(),
        place: reservation.place,
        is_within: true,
    });
}
