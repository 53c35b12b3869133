//! What the states of a reservation mean for the one who looks at it.

use calculator::ProvisioningState;

/// What a `provisioningState` means.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Phase {
    /// Azure is still working; the next read may show another state.
    Pending,
    /// The reservation gives its benefit and can be changed.
    Active,
    /// Nothing changes any more, and there is no benefit.
    Final,
    /// A state that this version does not know.
    Unknown,
}

impl Phase {
    /// What a state means.
    ///
    /// The values are those of the Capacity API 2022-11-01 (`ProvisioningState` of the
    /// specification) and `PendingCapacity`, `ConfirmedCapacity` and `Pending` of recorded answers.
    /// `Created` counts as active, since a purchase ends in `Created` or `Succeeded`; an order is
    /// `Pending` while a return is carried out and `Succeeded` again afterwards (recorded
    /// 2023-03-06).
    pub fn of(state: &ProvisioningState) -> Self {
        use ProvisioningState as S;
        match state {
            S::Creating
            | S::PendingResourceHold
            | S::ConfirmedResourceHold
            | S::PendingBilling
            | S::ConfirmedBilling
            | S::PendingCapacity
            | S::ConfirmedCapacity
            | S::Pending => Self::Pending,
            S::Created | S::Succeeded => Self::Active,
            S::Cancelled | S::Expired | S::BillingFailed | S::Failed | S::Split | S::Merged => {
                Self::Final
            }
            S::Other(_) => Self::Unknown,
        }
    }

    /// Whether the next read may show another state without anyone doing anything.
    pub const fn is_pending(self) -> bool {
        matches!(self, Self::Pending)
    }

    /// Whether the reservation gives its benefit.
    pub const fn is_active(self) -> bool {
        matches!(self, Self::Active)
    }

    /// Whether the record has ended for good.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Final)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_state_has_a_meaning() {
        for state in ProvisioningState::KNOWN {
            assert_ne!(Phase::of(state), Phase::Unknown, "{state}");
        }
        assert_eq!(Phase::of(&ProvisioningState::parse("Hibernating")), Phase::Unknown);
    }

    #[test]
    fn what_can_be_returned_is_active() {
        for state in ProvisioningState::KNOWN {
            assert!(!state.allows_return() || Phase::of(state).is_active(), "{state}");
        }
        assert!(Phase::of(&ProvisioningState::parse("cancelled")).is_final());
        assert!(Phase::of(&ProvisioningState::Pending).is_pending());
    }
}
