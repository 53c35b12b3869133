//! Who the partner's people are, and what each may do: the words for it. Which role may do what is the service's to
//! say.

use crate::open_enum::closed_enum;

closed_enum! {
    /// A role in the partner's organisation, as Partner Center names them.
    #[derive(Default)]
    pub enum Role {
        #[default]
        AdminAgent,
        GlobalAdmin,
        HelpdeskAgent,
        SalesAgent,
        UserManagementAdmin,
        /// Somebody who is known and is none of these: may read, and not act.
        Guest,
    }

    /// What an operation needs.
    pub enum Permission {
        /// Reading records, ledgers, rates and usage.
        ReadRecords,
        /// Asking for a refund quote and returning units.
        ReturnReservations,
        /// Exchanging units, and buying new ones.
        ExchangeReservations,
        /// Changing scope, name and renewal; splitting, merging, archiving.
        ChangeReservations,
        /// Giving and taking roles on an order.
        ManageAccess,
        /// Asking Microsoft's support for help, and closing what was asked.
        CreateSupportRequests,
        /// Bringing in reservations out of files or typed by hand, and taking that back.
        ImportReservations,
        /// Choosing the policy by which returns are judged.
        ChangeSettings,
        /// Starting over with other records, which no real service offers.
        ResetDemonstration,
    }
}

/// Whether the partner may act for a customer under this agreement. Under any other one it can only look.
pub fn is_managed_by_partner(agreement: &str) -> bool {
    agreement.eq_ignore_ascii_case("CSP")
}
