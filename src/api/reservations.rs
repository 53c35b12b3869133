//! Reservations and their orders (Microsoft.Capacity).

use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use azure::{Order, Reservation};
use std::time::Duration;
use view_model::address::ReservationRef;
use view_model::encoding::path_segment;

/// The version of Microsoft.Capacity that we speak.
pub(super) const API_VERSION: &str = "api-version=2022-11-01";

impl Api {
    /// Every reservation in the tenant of the customer with this GUID.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn reservations(&self, customer: &str) -> Result<Vec<Reservation>, ApiError> {
        self.reservations_counting(customer, |_| ()).await
    }

    /// As [`Api::reservations`]; `on_page` is told after each page how many there are so far.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn reservations_counting(
        &self,
        customer: &str,
        on_page: impl Fn(usize),
    ) -> Result<Vec<Reservation>, ApiError> {
        let path = format!("/providers/Microsoft.Capacity/reservations?{API_VERSION}");
        self.list_counting(Tenant::Customer(customer.to_owned()), &path, on_page).await
    }

    /// One reservation.
    ///
    /// # Errors
    /// [`ApiError`]; 404 when the order does not hold it.
    pub async fn reservation(&self, of: &ReservationRef) -> Result<Reservation, ApiError> {
        self.reservation_and_wait(of).await.map(|(reservation, _)| reservation)
    }

    /// As [`Api::reservation`], with how long the service asks us to wait before we read it again.
    ///
    /// # Errors
    /// As [`Api::reservation`].
    pub async fn reservation_and_wait(
        &self,
        of: &ReservationRef,
    ) -> Result<(Reservation, Option<Duration>), ApiError> {
        let path = format!("{}?{API_VERSION}", reservation_path(of));
        let request = Request::get(Tenant::Customer(of.customer.clone()), path);
        let answer = self.send(request).await?;
        // Every field of a record may be missing, and so anything can be read as one. Without an id it is
        // something else that came with a 200, such as a policy error.
        let reservation: Reservation = answer.records()?;
        match reservation.id {
            Some(_) => Ok((reservation, answer.retry_after)),
            None => Err(answer.without_record()),
        }
    }

    /// The order of a reservation with the schedule of its payments.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn order(&self, of: &ReservationRef) -> Result<Order, ApiError> {
        let path = format!("{}?{API_VERSION}&$expand=schedule", order_path(of));
        self.send(Request::get(Tenant::Customer(of.customer.clone()), path)).await?.records()
    }
}

/// The path of an order below the base URL.
pub(super) fn order_path(of: &ReservationRef) -> String {
    format!("/providers/Microsoft.Capacity/reservationOrders/{}", path_segment(&of.order))
}

/// The path of a reservation below the base URL.
pub(super) fn reservation_path(of: &ReservationRef) -> String {
    format!("{}/reservations/{}", order_path(of), path_segment(&of.reservation))
}
