//! Reservation details and summaries: what was used, by day or month.

use crate::column::Column as C;
use crate::fact::{Fact, UsageFact};
use crate::row::{Reading, Rejection, Row};

pub(super) fn read(row: &Row<'_>) -> Result<Reading, Rejection> {
    let ids = row.ids(&[C::ReservationId], &[C::ReservationOrderId], &[])?;
    if ids.reservation.is_none() && ids.order.is_none() {
        return Err(
            "names no reservation: it has neither ReservationId nor ReservationOrderId".to_owned()
        );
    }
    let hours = row.number(&[C::UsedHours])?;
    let percent = row.number(&[C::AverageUtilization])?;
    let fact = UsageFact {
        order: ids.order,
        reservation: ids.reservation,
        customer: row.customer(&[C::CustomerTenantId, C::CustomerId], &[C::CustomerName]),
        date: row.date(&[C::UsageDate])?,
        used: hours.or(percent).map(|value| !value.is_zero()),
    };
    Ok(Reading::Fact(Fact::Usage(Box::new(fact))))
}
