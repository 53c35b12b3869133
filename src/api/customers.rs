//! The partner's customers.

use super::client::{Api, Tenant};
use super::error::ApiError;
use view_model::customers::CustomerSummary;

impl Api {
    /// Every customer of the partner.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn customer_summaries(&self) -> Result<Vec<CustomerSummary>, ApiError> {
        self.list(Tenant::Partner, "/providers/Prorata/customerSummaries").await
    }

    /// The customer with this tenant GUID, if the partner has it.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn customer_summary(&self, id: &str) -> Result<Option<CustomerSummary>, ApiError> {
        let customers = self.customer_summaries().await?;
        Ok(customers.into_iter().find(|customer| customer.customer_id.eq_ignore_ascii_case(id)))
    }
}
