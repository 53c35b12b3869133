//! All reservations of all customers at once.

use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use view_model::encoding::query_component;

const PORTFOLIO: &str = "/providers/Prorata/portfolio";

impl Api {
    /// The blocks of all customers, one after the other; [`portfolio::columns`] reads them.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn portfolio(&self) -> Result<Vec<u8>, ApiError> {
        self.bytes(Request::get(Tenant::Partner, PORTFOLIO)).await
    }

    /// The block of the customer with this tenant GUID, in the same form.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn portfolio_of(&self, customer: &str) -> Result<Vec<u8>, ApiError> {
        let path = format!("{PORTFOLIO}?customer={}", query_component(customer));
        self.bytes(Request::get(Tenant::Partner, path)).await
    }
}
