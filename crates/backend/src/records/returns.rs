//! Units that are given back: at once, and after the while that a return takes.

use calculator::ProvisioningState;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::records::documents::{Document, Records};
use crate::records::error::RecordError;
use crate::records::reservation::Reservation;
use crate::records::{time, wire};

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
    pub(crate) fn begin(accepted_at: DateTime<Utc>, units: u32, sibling: String) -> Self {
        let completes_at = accepted_at + TimeDelta::seconds(RETURN_SECONDS);
        Self { accepted_at, completes_at, units, sibling }
    }

    /// Stores it; there can be only one for a reservation.
    pub(crate) fn put(&self, records: &mut Records, order: &str, reservation: &str) {
        records.put(&Reservation::document_id(order, reservation), self);
    }

    /// Whether it is over when the clock says `clock`.
    pub(crate) fn is_due(&self, clock: DateTime<Utc>) -> bool {
        time::is_due(self.completes_at, self.accepted_at, clock)
    }

    /// Carries it out. `id` is the one that it is stored under.
    ///
    /// # Errors
    /// Fails when what is stored cannot be read.
    pub(crate) fn complete(&self, records: &mut Records, id: &str) -> Result<(), RecordError> {
        records.remove::<Self>(id);
        let ids = id.split_once('/').unwrap_or((id, ""));
        let Self { accepted_at, completes_at, units, sibling } = self;
        let on = accepted_at.date_naive();
        give_back(records, ids, *units, sibling, on, *completes_at)
    }
}

/// All units given back: the reservation is cancelled. Some: it keeps the rest, and a cancelled
/// sibling holds what was given back.
///
/// # Errors
/// Fails when what is stored cannot be read.
pub(crate) fn give_back(
    records: &mut Records,
    (order_id, id): (&str, &str),
    units: u32,
    sibling: &str,
    on: NaiveDate,
    at: DateTime<Utc>,
) -> Result<(), RecordError> {
    let (mut order, mut reservation) = Reservation::find(records, order_id, id)?;
    if units < reservation.quantity {
        let mut returned = reservation.part(&wire::reservation_id(order_id, id), units);
        returned.end(ProvisioningState::Cancelled, on);
        returned.save_part(records, order_id, (id, sibling), at)?;
        reservation.quantity -= units;
        reservation.state = ProvisioningState::Succeeded;
    } else {
        reservation.end(ProvisioningState::Cancelled, on);
    }
    reservation.save(records, order_id, id, at)?;
    order.settle(records, order_id);
    Ok(())
}
