//! Units that are given back: at once, and after the while that a return takes.

use azure::OperationStatus;
use calculator::ProvisioningState;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::records::deserializer;
use crate::records::documents::{Document, Records};
use crate::records::error::RecordError;
use crate::records::operation::{Operation, Plan};
use crate::records::reservation::Reservation;
use crate::records::wire;

/// How long a return takes here. Azure takes minutes.
const RETURN_SECONDS: i64 = 4;

/// Units of a reservation that are being given back.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Return {
    pub(crate) order: String,
    pub(crate) reservation: String,
    pub(crate) units: u32,
    /// The id of the record that will hold the returned units, if some are kept.
    pub(crate) sibling: String,
}

/// A return that was accepted and is not finished, as it is stored: under the reservation that it is of,
/// which can be told even where the document cannot be read. There can be only one for a reservation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PendingReturn {
    #[serde(deserialize_with = "deserializer::time")]
    accepted_at: DateTime<Utc>,
    #[serde(deserialize_with = "deserializer::time")]
    completes_at: DateTime<Utc>,
    units: u32,
    sibling: String,
}

impl Document for PendingReturn {
    const KIND: &'static str = "pendingReturn";

    fn flaw(&self) -> Option<&'static str> {
        (self.units == 0).then_some("no units are returned")
    }
}

impl PendingReturn {
    pub(super) fn of(
        plan: &Return,
        accepted_at: DateTime<Utc>,
        completes_at: DateTime<Utc>,
    ) -> Self {
        Self { accepted_at, completes_at, units: plan.units, sibling: plan.sibling.clone() }
    }

    pub(super) fn put(&self, records: &mut Records, plan: &Return) {
        records.put(&Reservation::document_id(&plan.order, &plan.reservation), self);
    }

    /// The operation that it stands for. `id` is the one that it is stored under.
    pub(super) fn operation(self, id: &str) -> Operation {
        let Self { accepted_at, completes_at, units, sibling } = self;
        let (order, reservation) = id.split_once('/').unwrap_or((id, ""));
        let (order, reservation) = (order.to_owned(), reservation.to_owned());
        let plan = Plan::Return(Return { order, reservation, units, sibling });
        let mut operation = Operation::begin(plan, accepted_at, []);
        operation.end_at(completes_at);
        operation
    }
}

impl Return {
    /// Stores a return that begins now.
    pub(crate) fn begin(self, records: &mut Records, now: DateTime<Utc>) {
        let stages = [(RETURN_SECONDS, OperationStatus::Succeeded)];
        Operation::begin(Plan::Return(self), now, stages).put(records, "");
    }

    /// Gives the units back that were accepted on a day.
    ///
    /// # Errors
    /// Fails when what is stored cannot be read.
    pub(crate) fn complete(
        &self,
        records: &mut Records,
        on: NaiveDate,
        at: DateTime<Utc>,
    ) -> Result<(), RecordError> {
        let ids = (self.order.as_str(), self.reservation.as_str());
        give_back(records, ids, self.units, &self.sibling, on, at)
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
