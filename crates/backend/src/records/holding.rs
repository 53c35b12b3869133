//! From the records of a reservation to what the calculation starts from.

use calculator::{Holding, HoldingInput};
use chrono::{DateTime, Utc};

use crate::records::error::RecordError;
use crate::records::order::Order;
use crate::records::reservation::Reservation;

/// The facts of a reservation at a time. `id` is its full id, for messages.
///
/// # Errors
/// Fails when what is stored cannot be calculated with.
pub(crate) fn holding(
    id: &str,
    order: &Order,
    reservation: &Reservation,
    now: DateTime<Utc>,
) -> Result<Holding, RecordError> {
    Holding::new(HoldingInput {
        quantity: reservation.quantity,
        unit_price: order.unit_price,
        currency: order.currency,
        billing_plan: order.billing_plan,
        term: order.term,
        purchase_date: order.purchase_date(),
        expiry_date: Some(order.expires_at().date_naive()),
        resource_type: reservation.resource_type.clone(),
        state: reservation.state_at(order, now).clone(),
        used: reservation.was_used_before(order, now.date_naive()),
        instalment: None,
        current_unit_price: None,
        sku_name: Some(reservation.sku_name.clone()),
        // Units that are exchanged leave their reservation, and what is received for them begins
        // on the day of the exchange, whatever its ancestors were. So no unit that is still held
        // has had its last exchange: its own purchase date says what right it has.
        exchanges_used: 0,
    })
    .map_err(|error| RecordError::unreadable(id, error.problem))
}
