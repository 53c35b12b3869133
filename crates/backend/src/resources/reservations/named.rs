//! A reservation that a request names, and what every change asks of it first.

use calculator::ProvisioningState;
use serde_json::Value;

use crate::http::{Call, Problem};
use crate::records::sentinel::Step;
use crate::records::{Customer, Order, RecordError, Records, Reservation, wire};
use crate::resources::reservations::body::View;

/// One reservation that a request names, with its order.
pub(crate) struct NamedReservation {
    pub(crate) order_id: String,
    pub(crate) id: String,
    pub(crate) order: Order,
    pub(crate) reservation: Reservation,
}

impl NamedReservation {
    /// The reservation that the path names.
    ///
    /// # Errors
    /// 404 when there is none.
    pub(crate) fn of_path(records: &Records, call: &Call<'_>) -> Result<Self, RecordError> {
        Self::find(records, call.param("order"), call.param("reservation"))
    }

    /// The reservation with this id in this order.
    ///
    /// # Errors
    /// 404 when there is none.
    pub(crate) fn find(records: &Records, order: &str, id: &str) -> Result<Self, RecordError> {
        let (found, reservation) = Reservation::find(records, order, id)?;
        Ok(Self { order_id: order.to_owned(), id: id.to_owned(), order: found, reservation })
    }

    /// The reservation that a field of the body names, in the order that the path names.
    ///
    /// # Errors
    /// 400 for what is not the full id of a reservation, 404 when the order has no such.
    pub(crate) fn of_field(
        records: &Records,
        call: &Call<'_>,
        field: &str,
        full_id: &Value,
    ) -> Result<Self, Problem> {
        let order = call.param("order");
        let (of_order, id) = full_id
            .as_str()
            .and_then(wire::parse_reservation_id)
            .ok_or_else(|| Problem::invalid(field, "is not the full id of a reservation"))?;
        if of_order != order {
            let missing = RecordError::NoReservation { order: order.to_owned(), reservation: id };
            return Err(Problem::from(missing).of_field(field));
        }
        Ok(Self::find(records, order, &id)?)
    }

    /// The full id.
    pub(crate) fn full_id(&self) -> String {
        wire::reservation_id(&self.order_id, &self.id)
    }

    /// What must hold for any change: the record does not fail on purpose, the partner manages the
    /// customer, and nobody has changed the record since the caller has read it.
    ///
    /// # Errors
    /// 403, 412, or any failure of a sentinel.
    pub(crate) fn check_change(&self, records: &Records, call: &Call<'_>) -> Result<(), Problem> {
        call.check_sentinel(self.reservation.sentinel, Step::Change)?;
        Customer::of(records)?.check_agreement()?;
        call.check_match(Some(&self.reservation.etag.to_string()))
    }

    /// Only a reservation that runs can be changed.
    ///
    /// # Errors
    /// 409 in any other state.
    pub(crate) fn check_runs(&self, call: &Call<'_>) -> Result<(), Problem> {
        match self.reservation.state_at(&self.order, call.now) {
            state if state.allows_return() => Ok(()),
            state => {
                let message = format!("A reservation in the state '{state}' cannot be changed.");
                Err(Problem::wrong_state(message))
            }
        }
    }

    /// Says on the records that a change has begun, which keeps others from beginning.
    ///
    /// # Errors
    /// 409 when what is stored cannot be read.
    pub(crate) fn put_pending(
        &mut self,
        records: &mut Records,
        call: &Call<'_>,
    ) -> Result<(), RecordError> {
        self.reservation.state = ProvisioningState::Pending;
        self.reservation.save(records, &self.order_id, &self.id, call.now)
    }

    /// The reservation as the API writes it.
    pub(crate) fn to_wire(&self, call: &Call<'_>) -> Value {
        let view = View { tenant_id: &call.caller.tenant_id, now: call.now, with_renewal: false };
        self.reservation.to_wire(&self.order_id, &self.id, &self.order, &view)
    }
}
