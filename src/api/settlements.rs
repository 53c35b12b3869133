//! What was agreed with customers about returns that were carried out.

use super::client::{Api, Tenant};
use super::error::ApiError;
use serde_json::Value;
use view_model::encoding::path_segment;
use view_model::quote::letter::agreed::Agreed;

impl Api {
    /// What was agreed with the customer with this GUID. The partner asks, since the customer is not told.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn settlements(&self, customer: &str) -> Result<Vec<Agreed>, ApiError> {
        let path = format!("/providers/Prorata/customers/{}/settlements", path_segment(customer));
        let rows: Vec<Value> = self.list(Tenant::Partner, &path).await?;
        Ok(rows.iter().filter_map(Agreed::of).collect())
    }
}
