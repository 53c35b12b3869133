//! All reservations of all customers at once.

use super::client::{Api, Request, Tenant};
use super::error::ApiError;

impl Api {
    /// The blocks of all customers, one after the other; [`portfolio::columns`] reads them.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn portfolio(&self) -> Result<Vec<u8>, ApiError> {
        self.bytes(Request::get(Tenant::Partner, "/providers/Prorata/portfolio")).await
    }
}
