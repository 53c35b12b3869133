//! What happens by itself as time passes.
//!
//! Nothing runs in the background. What has become due is carried out when the records are next
//! looked at, from what is stored, so that an operation goes on after a reload or a restart.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::exchange;
use crate::operation;
use crate::problem::Problem;
use crate::purchase;
use crate::records::{Document, Records};
use crate::refund;
use crate::reservation::Reservation;
use crate::wire;

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

/// Carries out what has become due.
///
/// # Errors
/// 500 when what is stored cannot be read.
pub(crate) fn advance(records: &mut Records, now: DateTime<Utc>) -> Result<(), Problem> {
    for (id, pending) in records.all::<PendingReturn>()? {
        if pending.completes_at <= now {
            complete(records, &id, &pending)?;
        }
    }
    operation::advance(records, now)?;
    for kind in [refund::Session::KIND, purchase::Priced::KIND, exchange::Session::KIND] {
        records.forget_expired(kind, now)?;
    }
    Ok(())
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
/// 500 when what is stored cannot be read.
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
        returned.save(records, order_id, sibling, at)?;
        reservation.quantity -= units;
        reservation.state = "Succeeded".to_owned();
        cancelled = sibling;
    } else {
        reservation.end("Cancelled", on);
    }
    reservation.save(records, order_id, id, at)?;
    order.settle(records, order_id)?;
    Ok(cancelled.to_owned())
}
