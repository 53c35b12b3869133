//! What the service says about the states of its own records. What states mean stands with the calculator, see
//! [`ProvisioningState::phase`].

use azure::{DisplayedState, StatusCode};
use calculator::{Phase, ProvisioningState};

/// The state of an order or reservation whose term may be over, since a term ends without anybody writing it
/// down.
pub(crate) fn at(state: &ProvisioningState, is_over: bool) -> &ProvisioningState {
    if is_over && state.phase().gives_benefit() { &ProvisioningState::Expired } else { state }
}

/// The state in the words of the portal's list.
pub(crate) fn displayed(state: &ProvisioningState, expires_soon: bool) -> DisplayedState {
    match DisplayedState::of(state) {
        DisplayedState::Succeeded if expires_soon => DisplayedState::Expiring,
        displayed => displayed,
    }
}

/// `extendedStatusInfo` of a state: its code and a sentence; nothing of one that needs none, or that is not known.
pub(crate) fn status(state: &ProvisioningState) -> Option<(StatusCode, &'static str)> {
    use ProvisioningState as S;
    Some(match state {
        S::Split => (StatusCode::Split, "This reservation was split into others."),
        S::Merged => (StatusCode::Merged, "This reservation was merged into another one."),
        S::BillingFailed => {
            (StatusCode::PaymentInstrumentError, "The payment could not be collected.")
        }
        S::Creating => (StatusCode::Pending, "The purchase is being processed."),
        _ => match state.phase() {
            Phase::Active | Phase::Unknown => return None,
            Phase::Expired => (StatusCode::Expired, "The term of this reservation is over."),
            Phase::Ended => (StatusCode::None, "This reservation was cancelled."),
            Phase::Failed => (StatusCode::PurchaseError, "The purchase was not completed."),
            Phase::Purchasing | Phase::Changing => {
                (StatusCode::Pending, "A change of this reservation is under way.")
            }
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_said_of_a_state_that_is_not_known() {
        let said = |name: &str| status(&ProvisioningState::parse(name)).map(|(code, _)| code);
        assert_eq!(said("Hibernating"), None);
        assert_eq!(said("Succeeded"), None);
        assert_eq!(said("ConfirmedBilling"), Some(StatusCode::Pending));
        assert_eq!(said("Cancelled"), Some(StatusCode::None));
    }
}
