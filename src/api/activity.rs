//! The record of what was changed at a customer's reservations.

use super::client::{Api, Tenant};
use super::error::ApiError;
use azure::Timestamp;
use chrono::{DateTime, Utc};
use serde_json::Value;

/// One change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Activity {
    /// The whole entry as the service wrote it.
    pub entry: Value,
    /// When it was made; nothing when the entry does not say.
    pub at: Option<DateTime<Utc>>,
    /// Who made it.
    pub name: String,
    /// The role in which that person worked.
    pub role: String,
    /// What was done, as Azure names operations:
    /// `Microsoft.Capacity/reservationOrders/return/action`.
    pub action: String,
    /// The full id of what it was done to.
    pub target: String,
    /// What is different since then.
    pub changes: Vec<Change>,
    /// The quote that was carried out: `policy`, `on`, and `input` and `answer` in the shape of the
    /// calculator's JSON interface. Null when there was none.
    pub quote: Value,
}

/// One value that is different.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// The name of the field in the record.
    pub field: String,
    /// What it held; null when there was nothing.
    pub before: Value,
    /// What it holds; null when there is nothing any more.
    pub after: Value,
}

impl Activity {
    /// Reads an entry. What it does not say stays empty, since even half an entry is worth showing.
    #[must_use]
    pub fn of(entry: Value) -> Self {
        let text =
            |pointer| entry.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
        let changes = entry["changes"].as_array().into_iter().flatten().map(|change| Change {
            field: change["field"].as_str().unwrap_or_default().to_owned(),
            before: change["before"].clone(),
            after: change["after"].clone(),
        });
        Self {
            at: Timestamp::parse(&text("/at")).ok().and_then(|at| at.at()),
            name: text("/by/name"),
            role: text("/by/role"),
            action: text("/action"),
            target: text("/target"),
            changes: changes.collect(),
            quote: entry["quote"].clone(),
            entry,
        }
    }
}

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
