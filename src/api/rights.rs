//! The table of who may do what, as the service serves it.

use super::client::{Api, Tenant};
use super::error::ApiError;
use super::session::Role;
use view_model::shape;

/// What an operation needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Reading records, ledgers, rates and usage.
    ReadRecords,
    /// Asking for a refund quote and returning units.
    ReturnReservations,
    /// Asking for the quote of an exchange, and exchanging.
    ExchangeReservations,
    /// Changing, splitting, merging and archiving reservations.
    ChangeReservations,
    /// Giving roles on an order, and taking them away.
    ManageAccess,
    /// Asking Microsoft support for help.
    CreateSupportRequests,
    /// Choosing the rules by which returns are judged.
    ChangeSettings,
    /// Starting the demonstration over.
    ResetDemonstration,
}

impl Permission {
    /// All of them that this version knows.
    pub const ALL: [Self; 8] = [
        Self::ReadRecords,
        Self::ReturnReservations,
        Self::ExchangeReservations,
        Self::ChangeReservations,
        Self::ManageAccess,
        Self::CreateSupportRequests,
        Self::ChangeSettings,
        Self::ResetDemonstration,
    ];

    /// The name in the table.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ReadRecords => "ReadRecords",
            Self::ReturnReservations => "ReturnReservations",
            Self::ExchangeReservations => "ExchangeReservations",
            Self::ChangeReservations => "ChangeReservations",
            Self::ManageAccess => "ManageAccess",
            Self::CreateSupportRequests => "CreateSupportRequests",
            Self::ChangeSettings => "ChangeSettings",
            Self::ResetDemonstration => "ResetDemonstration",
        }
    }
}

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
