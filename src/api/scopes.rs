//! What a reservation can be applied to: the subscriptions, resource groups and management groups of a
//! customer (Azure Resource Manager).

use super::client::{Api, Tenant};
use super::error::ApiError;
use azure::{KnownSubscription, SubscriptionId};
use serde_json::Value;
use view_model::encoding;
use view_model::settings::Named;

/// States in which Azure Resource Manager lists a subscription that cannot be used.
const OUT_OF_USE: [&str; 2] = ["Disabled", "Deleted"];

impl Api {
    /// The subscriptions of the customer with this tenant GUID.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn subscriptions(&self, customer: &str) -> Result<Vec<Named>, ApiError> {
        let path = "/subscriptions?api-version=2022-12-01";
        self.named(customer, path, "/displayName").await
    }

    /// The same, with whether each is in use; without resource groups.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn known_subscriptions(
        &self,
        customer: &str,
    ) -> Result<Vec<KnownSubscription>, ApiError> {
        let path = "/subscriptions?api-version=2022-12-01";
        let rows: Vec<Value> = self.list(Tenant::Customer(customer.to_owned()), path).await?;
        let known = rows.iter().filter_map(|row| {
            let id = SubscriptionId::parse(row["id"].as_str()?).ok()?;
            // A state that is not stated, or is one of use with a warning, is no reason to worry.
            let is_out_of_use =
                row["state"].as_str().is_some_and(|state| OUT_OF_USE.contains(&state));
            Some(KnownSubscription { id, is_enabled: !is_out_of_use, resource_groups: None })
        });
        Ok(known.collect())
    }

    /// The management groups of the customer with this tenant GUID.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn management_groups(&self, customer: &str) -> Result<Vec<Named>, ApiError> {
        let path = "/providers/Microsoft.Management/managementGroups?api-version=2020-05-01";
        self.named(customer, path, "/properties/displayName").await
    }

    /// The resource groups of a subscription of the customer with this tenant GUID.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn resource_groups(
        &self,
        customer: &str,
        subscription: &SubscriptionId,
    ) -> Result<Vec<Named>, ApiError> {
        let subscription = encoding::path(&subscription.path());
        let path = format!("{subscription}/resourcegroups?api-version=2021-04-01");
        self.named(customer, &path, "/name").await
    }

    /// The rows of a list that have an id, with the name that stands at `name` in them.
    async fn named(&self, customer: &str, path: &str, name: &str) -> Result<Vec<Named>, ApiError> {
        let rows: Vec<Value> = self.list(Tenant::Customer(customer.to_owned()), path).await?;
        let text = |row: &Value, pointer| {
            row.pointer(pointer).and_then(Value::as_str).map(ToOwned::to_owned)
        };
        let named = rows.iter().filter_map(|row| {
            let id = text(row, "/id")?;
            let name = text(row, name).unwrap_or_else(|| id.clone());
            Some(Named { id, name })
        });
        Ok(named.collect())
    }
}
