//! What happens by itself as time passes.
//!
//! Nothing runs in the background. What has become due is carried out when the records are next
//! looked at, from what is stored, so that an operation goes on after a reload or a restart.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::http::call::Call;
use crate::http::problem::Problem;
use crate::records::documents::{Document, Records};
use crate::records::order::Order;
use crate::records::reservation::Reservation;
use crate::records::time;
use crate::records::wire;
use crate::resources::operations::{self, Finished};
use crate::resources::requests::Answered;
use crate::resources::session::Used;

/// How long a return takes here. Azure takes minutes.
const RETURN_SECONDS: i64 = 4;

/// A return that was accepted and is not finished.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PendingReturn {
    accepted_at: DateTime<Utc>,
    completes_at: DateTime<Utc>,
    units: u32,
    /// The id of the record that will hold the returned units, if some are kept.
    sibling: String,
}

impl Document for PendingReturn {
    const KIND: &'static str = "pendingReturn";
}

impl PendingReturn {
    /// A return that begins now.
    pub(crate) fn begin(call: &mut Call<'_>, units: u32) -> Self {
        let completes_at = call.now + TimeDelta::seconds(RETURN_SECONDS);
        Self { accepted_at: call.now, completes_at, units, sibling: call.new_guid() }
    }

    /// Stores it; there can be only one for a reservation.
    pub(crate) fn put(&self, records: &mut Records, order: &str, reservation: &str) {
        records.put(&Reservation::document_id(order, reservation), self);
    }
}

/// Carries out what has become due when the clock says `clock`.
pub(crate) fn advance(records: &mut Records, clock: DateTime<Utc>) {
    for (id, pending) in records.all::<PendingReturn>() {
        if !time::is_due(pending.completes_at, pending.accepted_at, clock) {
            continue;
        }
        let before = records.clone();
        let is_in_the_way = |problem: Problem| problem.is_unreadable();
        if complete(records, &id, &pending).is_err_and(is_in_the_way) {
            // It waits until somebody has dealt with what cannot be read.
            *records = before;
        }
    }
    operations::advance(records, clock);
}

/// Forgets what is kept for a while, and the quotes that an older build kept among the records; to be
/// called within the commit of a change, so that reading need not write.
pub(crate) fn forget(records: &mut Records, now: DateTime<Utc>) {
    let now = time::recorded_at(records, now);
    for kind in [Answered::KIND, Used::KIND, Finished::KIND] {
        records.forget(kind, now, usize::MAX);
    }
    for kind in ["session", "pricedOrder", "exchangeSession"] {
        records.forget(kind, now, 0);
    }
}

fn complete(records: &mut Records, id: &str, pending: &PendingReturn) -> Result<(), Problem> {
    records.remove::<PendingReturn>(id);
    let (order, reservation) = id.split_once('/').unwrap_or((id, ""));
    let PendingReturn { accepted_at, completes_at, units, sibling } = pending;
    let on = accepted_at.date_naive();
    give_back(records, (order, reservation), *units, sibling, on, *completes_at).map(drop)
}

/// All units given back: the reservation is cancelled. Some: it keeps the rest, and a cancelled
/// sibling holds what was given back. The id of the cancelled one is returned.
///
/// # Errors
/// 409 when what is stored cannot be read.
pub(crate) fn give_back(
    records: &mut Records,
    (order_id, id): (&str, &str),
    units: u32,
    sibling: &str,
    on: NaiveDate,
    at: DateTime<Utc>,
) -> Result<String, Problem> {
    let (mut order, mut reservation) = Reservation::find(records, order_id, id)?;
    let mut cancelled = id;
    if units < reservation.quantity {
        let mut returned = reservation.part(&wire::reservation_id(order_id, id), units);
        returned.end("Cancelled", on);
        returned.save_part(records, order_id, (id, sibling), at)?;
        reservation.quantity -= units;
        reservation.state = "Succeeded".to_owned();
        cancelled = sibling;
    } else {
        reservation.end("Cancelled", on);
    }
    reservation.save(records, order_id, id, at)?;
    order.settle(records, order_id);
    Ok(cancelled.to_owned())
}

/// Carries out a return of which nothing can be read any more but what it is of. Its units were
/// paid for when it was accepted, so that they must not stay: the order knows how many.
///
/// # Errors
/// 409 when that cannot be told, or not be carried out.
pub(crate) fn complete_unread(
    records: &mut Records,
    call: &mut Call<'_>,
    id: &str,
) -> Result<(), Problem> {
    let (order_id, reservation) = id.split_once('/').unwrap_or((id, ""));
    let others = records.ids_below(PendingReturn::KIND, &format!("{order_id}/"));
    let order = Order::find(records, order_id)?;
    match order.returned.last() {
        Some(last) if others.is_empty() => {
            let sibling = call.new_guid();
            let ids = (order_id, reservation);
            give_back(records, ids, last.units, &sibling, last.on, call.now).map(drop)
        }
        _ => {
            let message = "Another return from the order is under way. Try again when it is over.";
            Err(Problem::wrong_state(message))
        }
    }
}
