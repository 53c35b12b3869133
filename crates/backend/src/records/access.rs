//! Who has which role: principals of the customer's tenant, and what is assigned to them.

use azure::BuiltInRole;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::records::documents::Document;
use crate::records::json::json;
use crate::records::wire;

/// Someone, or a program, that roles are given to, stored under its GUID: `displayName`,
/// `userPrincipalName` or null, `principalType` as the Authorization API names it, and in
/// `memberOf` the group whose roles it has as well, or null.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Principal(pub(crate) Value);

impl Document for Principal {
    const KIND: &'static str = "principal";
}

/// A role given to a principal: `role`, `principal`, both GUIDs, `principalType`, `at` and, if there
/// is one, `description`. Stored under its scope and its GUID.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Assignment(pub(crate) Value);

impl Document for Assignment {
    const KIND: &'static str = "assignment";
}

impl Assignment {
    pub(crate) fn new(
        role: BuiltInRole,
        principal: &str,
        principal_type: &str,
        at: DateTime<Utc>,
    ) -> Self {
        Self(json!({
            "role": role.id,
            "principal": principal,
            "principalType": principal_type,
            "at": wire::timestamp(at),
        }))
    }

    /// The id of the document. Without an order, the scope is all reservations of the tenant.
    pub(crate) fn document_id(order: Option<&str>, id: &str) -> String {
        format!("{}/{id}", order.unwrap_or("tenant"))
    }
}
