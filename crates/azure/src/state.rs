//! The words for how far something is, each once, and what they mean.
//!
//! What the states of a reservation mean stands with the calculator, see
//! [`ProvisioningState::phase`](calculator::ProvisioningState::phase).

use calculator::{Phase, ProvisioningState};

use crate::open_enum::open_enum;

open_enum! {
    /// The state as the portal's list words it (`displayProvisioningState`).
    ///
    /// The API documents no values. The counts of its summaries name nine, in this order.
    pub enum DisplayedState {
        Succeeded,
        Expiring,
        Warning,
        NoBenefit,
        Processing,
        Pending,
        Failed,
        Expired,
        Cancelled,
    }

    /// `statusCode` of the Capacity API 2022-11-01, then of the Billing API 2024-04-01, and one of our own.
    pub enum StatusCode {
        None,
        Pending,
        Processing,
        Active,
        PurchaseError,
        PaymentInstrumentError,
        Split,
        Merged,
        Expired,
        Succeeded,
        CapacityError,
        CapacityRestricted,
        Exchanged,
        UnknownError,
        RiskCheckFailed,
        CreditLineCheckFailed,
        Warning,
        NoBenefit,
        NoBenefitDueToSubscriptionTransfer,
        NoBenefitDueToSubscriptionDeletion,
        /// The service cannot read its own document of the record: a code of Prorata's.
        UnreadableDocument,
    }

    /// How far an operation, or one item of it, is.
    pub enum OperationStatus {
        Pending,
        /// The returned reservations are being refunded.
        PendingRefunds,
        /// The new reservations are being bought.
        PendingPurchases,
        Succeeded,
        Failed,
        Cancelled,
    }

    /// What became of a payment.
    pub enum PaymentStatus {
        Succeeded,
        /// An attempt that was refused; a later payment repeats it.
        Failed,
        Scheduled,
        Cancelled,
    }

    /// Whether a customer can be billed.
    pub enum CustomerStatus {
        Active,
        Pending,
        Disabled,
        Warned,
        Deleted,
        UnderReview,
    }

    /// Whether a ticket is being worked on.
    pub enum TicketStatus {
        Open,
        Updating,
        Closed,
    }
}

impl DisplayedState {
    /// The word for a state, for records that do not bring their own, in the groups of the summary counts.
    /// Whether a running reservation expires soon, or covers nothing, is for others to say.
    pub fn of(state: &ProvisioningState) -> Self {
        match state.phase() {
            Phase::Active => Self::Succeeded,
            Phase::Purchasing if *state == ProvisioningState::Creating => Self::Processing,
            Phase::Purchasing | Phase::Changing => Self::Pending,
            Phase::Failed => Self::Failed,
            Phase::Expired => Self::Expired,
            Phase::Ended => Self::Cancelled,
            Phase::Unknown => Self::parse(state.as_str()),
        }
    }
}

impl OperationStatus {
    /// Whether polling can stop. An unknown status may be one more step on the way, so it cannot.
    pub const fn is_final(&self) -> bool {
        matches!(self, Self::Succeeded | Self::Failed | Self::Cancelled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_three_statuses_are_final() {
        let finals = OperationStatus::KNOWN.iter().filter(|status| status.is_final()).count();
        assert_eq!(finals, 3);
        assert!(!OperationStatus::parse("Running").is_final());
    }

    #[test]
    fn every_state_is_shown_in_a_word_of_the_summaries() {
        for state in ProvisioningState::KNOWN {
            let shown = DisplayedState::of(state);
            assert!(DisplayedState::KNOWN.contains(&shown), "{state}");
            let is_running = shown == DisplayedState::Succeeded;
            assert_eq!(is_running, state.phase().is_active(), "{state}");
        }
        // A purchase ends in either; Partner Center's own example stays `Created` for a year.
        assert_eq!(DisplayedState::of(&ProvisioningState::Created), DisplayedState::Succeeded);
        let unknown = DisplayedState::of(&ProvisioningState::parse("Hibernating"));
        assert_eq!(unknown.as_str(), "Hibernating");
    }
}
