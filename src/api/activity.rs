//! The record of what was changed at a customer's reservations.

use super::client::{Api, Tenant};
use super::error::ApiError;
use serde_json::Value;
use view_model::activity::Activity;

impl Api {
    /// What was changed in the tenant of the customer with this GUID, the newest first.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn activities(&self, customer: &str) -> Result<Vec<Activity>, ApiError> {
        let tenant = Tenant::Customer(customer.to_owned());
        let entries: Vec<Value> = self.list(tenant, "/providers/Prorata/activities").await?;
        Ok(entries.into_iter().map(Activity::of).collect())
    }
}
