//! Who has which role: principals of the customer's tenant, and what is assigned to them.

use azure::{BuiltInRole, PrincipalType, Timestamp};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::records::documents::Document;

/// Someone, or a program, that roles are given to, stored under its GUID.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Principal {
    pub(crate) display_name: String,
    /// What a person signs in with.
    pub(crate) user_principal_name: Option<String>,
    pub(crate) principal_type: PrincipalType,
    /// The group whose roles it has as well.
    pub(crate) member_of: Option<String>,
}

impl Document for Principal {
    const KIND: &'static str = "principal";
}

/// A role given to a principal. Stored under its scope and its GUID.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Assignment {
    /// The GUID of the role.
    pub(crate) role: String,
    /// The GUID of who has it.
    pub(crate) principal: String,
    pub(crate) principal_type: PrincipalType,
    pub(crate) at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
}

impl Document for Assignment {
    const KIND: &'static str = "assignment";
}

impl Assignment {
    pub(crate) fn new(
        role: BuiltInRole,
        principal: &str,
        principal_type: PrincipalType,
        at: DateTime<Utc>,
    ) -> Self {
        let (role, principal) = (role.id.to_owned(), principal.to_owned());
        Self { role, principal, principal_type, at: at.into(), description: None }
    }

    /// The id of the document. Without an order, the scope is all reservations of the tenant.
    pub(crate) fn document_id(order: Option<&str>, id: &str) -> String {
        format!("{}/{id}", order.unwrap_or("tenant"))
    }
}
