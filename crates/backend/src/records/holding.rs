//! From the records of a reservation to what the calculation starts from.

use calculator::{
    BillingPlan, Currency, Holding, HoldingInput, ProvisioningState, ResourceType, Term,
};
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
    let unreadable = |problem: calculator::Problem| RecordError::unreadable(id, problem);
    Holding::new(HoldingInput {
        quantity: reservation.quantity,
        unit_price: order.unit_price,
        currency: Currency::parse(&order.currency).map_err(unreadable)?,
        billing_plan: BillingPlan::parse(&order.billing_plan).map_err(unreadable)?,
        term: Term::parse(&order.term).map_err(unreadable)?,
        purchase_date: order.purchase_date(),
        expiry_date: Some(order.expires_at().date_naive()),
        resource_type: ResourceType::parse(&reservation.resource_type),
        state: ProvisioningState::parse(reservation.state_at(order, now)),
        used: reservation.was_used_before(order, now.date_naive()),
        instalment: None,
        current_unit_price: None,
        sku_name: Some(reservation.sku_name.clone()),
        // Units that are exchanged leave their reservation, and what is received for them begins
        // on the day of the exchange, whatever its ancestors were. So no unit that is still held
        // has had its last exchange: its own purchase date says what right it has.
        exchanges_used: 0,
    })
    .map_err(|error| unreadable(error.problem))
}
