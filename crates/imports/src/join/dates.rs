//! What the dates of a reservation tell of its term: which one it is, or that another one is named.

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

/// By how many days the dates of a term may lie beside it.
const TERM_DAYS_MAX: i64 = 3;

/// Concludes the term of a reservation of which only the dates are known, where they are so many years apart.
pub(super) fn complete_term(reservation: &mut Reservation) {
    let known = &reservation.known;
    let (None, Some(bought), Some(ends)) = (&known.term, known.purchase_date, known.expiry_date)
    else {
        return;
    };
    let is_of = |months: u32| {
        let by_term = bought.checked_add_months(chrono::Months::new(months));
        by_term.is_some_and(|day| (ends - day).num_days().abs() <= TERM_DAYS_MAX)
    };
    let terms = [(12, "P1Y"), (36, "P3Y"), (60, "P5Y")];
    if let Some((_, term)) = terms.into_iter().find(|(months, _)| is_of(*months)) {
        reservation.known.term = Some(term.to_owned());
        reservation.guess("term", "from its purchase date and expiration date");
    }
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
