//! From the records of a reservation to what the calculation starts from.

use azure::{HoldingFacts, PaymentStatus, ScheduledPayment};
use calculator::Holding;
use chrono::{DateTime, Utc};

use crate::records::error::RecordError;
use crate::records::order::Order;
use crate::records::reservation::Reservation;

/// The facts of a reservation at a time, by the same step and from the same payments as those take it who
/// read its record. `id` is its full id, for messages.
///
/// # Errors
/// Fails when what is stored cannot be calculated with.
pub(crate) fn holding(
    id: &str,
    order: &Order,
    reservation: &Reservation,
    now: DateTime<Utc>,
) -> Result<Holding, RecordError> {
    let today = now.date_naive();
    let payments = order.payments(today).into_iter().enumerate();
    let payments = payments.map(|(place, payment)| ScheduledPayment {
        due: Some(payment.due),
        failed: payment.status == PaymentStatus::Failed,
        // The record states no more of them, see `Order::to_wire`.
        amount: (place == 0).then_some(payment.amount),
    });
    let facts = HoldingFacts {
        quantity: reservation.quantity,
        original_quantity: order.original_quantity,
        payments: payments.collect(),
        currency: order.currency,
        billing_plan: order.billing_plan,
        term: order.term,
        purchase_date: order.purchase_date(),
        expiry_date: Some(order.expires_at().date_naive()),
        resource_type: reservation.resource_type.clone(),
        state: reservation.state_at(order, now).clone(),
        sku_name: Some(reservation.sku_name.clone()),
    };
    let used = reservation.was_used_before(order, today);
    facts.holding(used, None).map_err(|error| RecordError::unreadable(id, error.problem))
}
