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
    /// [`ApiError`]; also where a row cannot be read, about which nothing would seem to be agreed.
    pub async fn settlements(&self, customer: &str) -> Result<Vec<Agreed>, ApiError> {
        let path = format!("/providers/Prorata/customers/{}/settlements", path_segment(customer));
        let rows: Vec<Value> = self.list(Tenant::Partner, &path).await?;
        let read = |row: &Value| {
            let path = path.clone();
            let malformed =
                || ApiError::Malformed { path, reason: row.to_string(), request_id: None };
            Agreed::of(row).ok_or_else(malformed)
        };
        rows.iter().map(read).collect()
    }
}
