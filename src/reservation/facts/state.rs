//! What a provisioning state means, in words and in colour.

use crate::i18n::Text;
use crate::i18n::catalogue::reservation as texts;
use crate::ui::Tone;
use azure::{Phase, ProvisioningState};

/// What the state means for the one who looks at the record.
///
/// The values are those of the Capacity API 2022-11-01 and of recorded answers.
#[must_use]
pub const fn meaning(state: &ProvisioningState) -> Text {
    match state {
        ProvisioningState::Creating => texts::MEANS_CREATING,
        ProvisioningState::PendingResourceHold => texts::MEANS_PENDING_RESOURCE_HOLD,
        ProvisioningState::ConfirmedResourceHold => texts::MEANS_CONFIRMED_RESOURCE_HOLD,
        ProvisioningState::PendingCapacity => texts::MEANS_PENDING_CAPACITY,
        ProvisioningState::ConfirmedCapacity => texts::MEANS_CONFIRMED_CAPACITY,
        ProvisioningState::PendingBilling => texts::MEANS_PENDING_BILLING,
        ProvisioningState::ConfirmedBilling => texts::MEANS_CONFIRMED_BILLING,
        ProvisioningState::Created => texts::MEANS_CREATED,
        ProvisioningState::Succeeded => texts::MEANS_SUCCEEDED,
        ProvisioningState::Pending => texts::MEANS_PENDING,
        ProvisioningState::Cancelled => texts::MEANS_CANCELLED,
        ProvisioningState::Expired => texts::MEANS_EXPIRED,
        ProvisioningState::BillingFailed => texts::MEANS_BILLING_FAILED,
        ProvisioningState::Failed => texts::MEANS_FAILED,
        ProvisioningState::Split => texts::MEANS_SPLIT,
        ProvisioningState::Merged => texts::MEANS_MERGED,
        ProvisioningState::Other(_) => texts::MEANS_UNKNOWN,
    }
}

/// The colour of the state.
#[must_use]
pub fn tone(state: &ProvisioningState) -> Tone {
    match state.phase() {
        Phase::Active => Tone::Success,
        Phase::Purchasing | Phase::Changing => Tone::Info,
        Phase::Expired | Phase::Ended => Tone::Neutral,
        Phase::Failed => Tone::Danger,
        Phase::Unknown => Tone::Warning,
    }
}

/// Whether the state says everything, so that the service's own sentence about it adds nothing.
#[must_use]
pub fn says_everything(state: &ProvisioningState) -> bool {
    matches!(state.phase(), Phase::Expired | Phase::Ended)
}
