//! Which reservation is meant.

/// Which reservation is meant, and by whom it is owned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReservationRef {
    /// GUID of the customer's tenant.
    pub customer: String,
    /// GUID of the reservation order.
    pub order: String,
    /// GUID of the reservation.
    pub reservation: String,
}
