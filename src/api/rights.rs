//! The table of who may do what, as the service serves it.

use super::client::{Api, Tenant};
use super::error::ApiError;
use azure::Role;
use view_model::shape;

shape! {
    /// One line of the table.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Grant {
        /// The name of the permission; this version may not know it.
        pub permission: String = "permission",
        /// The names of the roles that have it.
        pub roles: Vec<String> = "roles",
        /// Who says so, in English.
        pub source: String = "source",
    }
}

impl Grant {
    /// Whether the line gives the permission to `role`.
    #[must_use]
    pub fn includes(&self, role: Role) -> bool {
        self.roles.iter().any(|name| name == role.name())
    }
}

impl Api {
    /// Who may do what: the table by which the service itself decides.
    ///
    /// # Errors
    /// [`ApiError`]
    pub async fn grants(&self) -> Result<Vec<Grant>, ApiError> {
        self.list(Tenant::Partner, "/providers/Prorata/permissions").await
    }
}
