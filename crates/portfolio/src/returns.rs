//! One return in several documents: the transactions, an invoice and actual cost all tell of it, in words and on days
//! of their own, and the transactions in two rows, a Cancel and a Refund. It counts once against the limit where that
//! is certain; where it only may be one, both count, and that is said.

use chrono::{NaiveDate, TimeDelta};

use crate::intake::{BookingDocument, BookingEvent};

/// So far apart are the days at most on which two documents tell of one return.
const DAYS_APART: TimeDelta = TimeDelta::days(62);

/// A return as a document tells of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ToldReturn<'a> {
    /// Which kind of document it is.
    pub document: Option<BookingDocument>,
    /// What the row calls it.
    pub event: BookingEvent,
    /// The reservation, if the row names it.
    pub reservation: Option<&'a str>,
    /// Whether the row names the order.
    pub names_order: bool,
    /// The UTC day.
    pub day: NaiveDate,
    /// Units, if the row says how many.
    pub quantity: Option<u32>,
    /// Whether it is known which recorded return was booked with it.
    pub is_settled: bool,
}

/// That a return is one with an earlier one of its group.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SameReturn {
    /// It surely is the one at this place, which counts.
    Surely(usize),
    /// It may be the one at this place. Both count.
    Maybe(usize),
}

/// Which of the returns of one order, amount and currency are one, each with the place of the first of them; those
/// that say most come first.
///
/// In each document two equal rows are two returns, so that there are as many as in the one that tells of the most.
/// A Cancel and a Refund are not equal.
pub fn same_returns(group: &[ToldReturn<'_>]) -> Vec<Option<SameReturn>> {
    let mut found = vec![None; group.len()];
    pair(group, &mut found, true);
    pair(group, &mut found, false);
    found
}

/// What tells of returns in a way of its own.
type Teller = (Option<BookingDocument>, BookingEvent, bool);

fn pair(group: &[ToldReturn<'_>], found: &mut [Option<SameReturn>], is_sure: bool) {
    let teller =
        |told: &ToldReturn<'_>| -> Teller { (told.document, told.event, told.names_order) };
    // Who else tells of the return at a place.
    let mut partners: Vec<Vec<Teller>> = vec![Vec::new(); group.len()];
    for (told, same) in group.iter().zip(found.iter()) {
        if let Some(SameReturn::Surely(first) | SameReturn::Maybe(first)) = same {
            partners[*first].push(teller(told));
        }
    }
    for (place, told) in group.iter().enumerate() {
        if found[place].is_some() || !partners[place].is_empty() {
            continue;
        }
        let own = teller(told);
        let is_it = |first: &usize| {
            let other = &group[*first];
            found[*first].is_none()
                && teller(other) != own
                && !partners[*first].contains(&own)
                && !(other.is_settled && told.is_settled)
                && may_be_one(told, other, is_sure)
        };
        if let Some(first) = (0..place).find(is_it) {
            let same = if is_sure { SameReturn::Surely } else { SameReturn::Maybe };
            found[place] = Some(same(first));
            partners[first].push(own);
        }
    }
}

/// Whether two of one order and amount are one return: surely on one day and of the same units.
fn may_be_one(one: &ToldReturn<'_>, other: &ToldReturn<'_>, is_sure: bool) -> bool {
    if one.reservation.zip(other.reservation).is_some_and(|(one, other)| one != other) {
        return false;
    }
    // Only the transactions tell of one return in two rows: each line of an invoice is money of its own.
    let is_told_in_two =
        one.document == Some(BookingDocument::Transactions) && one.reservation == other.reservation;
    let are_two_events = one.document == other.document && one.event != other.event;
    if is_sure && are_two_events && !is_told_in_two {
        return false;
    }
    match (one.quantity, other.quantity) {
        (Some(one), Some(other)) if one != other => return false,
        (Some(_), Some(_)) => {}
        _ if is_sure => return false,
        _ => {}
    }
    let apart = (one.day - other.day).abs();
    if is_sure { apart.is_zero() } else { apart <= DAYS_APART }
}

#[cfg(test)]
mod tests {
    use super::*;
    use BookingDocument::{Cost, Invoice, Transactions};
    use BookingEvent::{Cancel, Refund};

    fn told(document: BookingDocument, day: &str, quantity: Option<u32>) -> ToldReturn<'static> {
        ToldReturn {
            document: Some(document),
            event: Refund,
            reservation: None,
            names_order: true,
            day: day.parse().unwrap(),
            quantity,
            is_settled: false,
        }
    }

    #[test]
    fn a_cancel_and_a_refund_of_the_transactions_are_one_return() {
        let refund = told(Transactions, "2026-06-30", Some(2));
        let cancel = ToldReturn { event: Cancel, ..refund };
        let check = |group: &[ToldReturn<'_>], expect: &[Option<SameReturn>]| {
            assert_eq!(same_returns(group), expect, "{group:?}");
        };
        let (sure, maybe) = (Some(SameReturn::Surely(0)), Some(SameReturn::Maybe(0)));
        check(&[cancel, refund], &[None, sure]);
        check(&[refund, cancel], &[None, sure]);
        // Two of one kind are two returns, whichever comes first.
        check(&[cancel, cancel, refund], &[None, None, sure]);
        check(&[refund, cancel, cancel], &[None, sure, None]);
        check(&[cancel, cancel, refund, refund], &[None, None, sure, Some(SameReturn::Surely(1))]);
        // What is not sure counts, and is told.
        check(&[cancel, told(Transactions, "2026-07-02", Some(2))], &[None, maybe]);
        check(&[cancel, told(Transactions, "2026-06-30", None)], &[None, maybe]);
        check(&[cancel, ToldReturn { reservation: Some("a"), ..refund }], &[None, maybe]);
        for document in [Some(Invoice), Some(Cost), None] {
            let [cancel, refund] = [cancel, refund].map(|told| ToldReturn { document, ..told });
            check(&[cancel, refund], &[None, maybe]);
        }
        // Another reservation of the order is another return.
        let [one, other] = [(cancel, "a"), (refund, "b")]
            .map(|(told, id)| ToldReturn { reservation: Some(id), ..told });
        check(&[one, other], &[None, None]);
        // An invoice and actual cost tell of the same one.
        let (invoice, cost) =
            (told(Invoice, "2026-06-30", Some(2)), told(Cost, "2026-06-30", Some(2)));
        check(&[cancel, refund, invoice, cost], &[None, sure, sure, sure]);
    }

    #[test]
    fn one_day_and_as_many_units_are_one_return() {
        let first = told(Transactions, "2026-06-30", Some(2));
        let check = |other, expect| assert_eq!(same_returns(&[first, other]), [None, expect]);
        check(told(Invoice, "2026-06-30", Some(2)), Some(SameReturn::Surely(0)));
        check(told(Invoice, "2026-07-15", Some(2)), Some(SameReturn::Maybe(0)));
        check(told(Invoice, "2026-06-30", None), Some(SameReturn::Maybe(0)));
        check(told(Invoice, "2026-06-30", Some(3)), None);
        check(told(Invoice, "2026-10-30", Some(2)), None);
        // Two rows of one document are two returns.
        check(first, None);
    }

    #[test]
    fn there_are_as_many_returns_as_in_the_document_that_tells_of_the_most() {
        let day = "2026-06-30";
        let group = [Transactions, Transactions, Invoice, Cost, Invoice, Invoice]
            .map(|document| told(document, day, Some(1)));
        let same = [Some(0), Some(0), Some(1)].map(|first| first.map(SameReturn::Surely));
        assert_eq!(same_returns(&group), [None, None, same[0], same[1], same[2], None]);
    }
}
