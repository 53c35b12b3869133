//! Why a return is refused: expected outcomes, not errors.

use std::fmt;

/// Reasons to refuse a return, in order: if several apply, the first is given.
///
/// The codes are the API's own where it has one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Refusal {
    /// No units, or more than are owned.
    InvalidRefundQuantity,
    /// Cancelled, expired, split, merged or pending; on or after expiry; before the purchase.
    OperationCannotBePerformedInCurrentState,
    /// The product can be neither refunded nor exchanged under this policy.
    SelfServiceRefundNotSupported,
    /// The units have had the only exchange they had left.
    ExchangeRightUsed,
    /// Bought too late to be exchanged at all.
    ExchangeRightEnded,
    /// The new reservation is of another product family.
    DissimilarProducts,
    /// The new reservation is of a series that is no longer sold.
    TargetNotSold,
    /// The new commitment is below what is left of the old one.
    CommitmentTooLow,
    /// The return does not fit into what is left of the yearly limit.
    RefundLimitExceeded,
}

impl Refusal {
    /// Every refusal, in order.
    pub const ALL: [Self; 9] = [
        Self::InvalidRefundQuantity,
        Self::OperationCannotBePerformedInCurrentState,
        Self::SelfServiceRefundNotSupported,
        Self::ExchangeRightUsed,
        Self::ExchangeRightEnded,
        Self::DissimilarProducts,
        Self::TargetNotSold,
        Self::CommitmentTooLow,
        Self::RefundLimitExceeded,
    ];

    /// The code of the JSON interface.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InvalidRefundQuantity => "InvalidRefundQuantity",
            Self::OperationCannotBePerformedInCurrentState => {
                "OperationCannotBePerformedInCurrentState"
            }
            Self::SelfServiceRefundNotSupported => "SelfServiceRefundNotSupported",
            Self::ExchangeRightUsed => "ExchangeRightUsed",
            Self::ExchangeRightEnded => "ExchangeRightEnded",
            Self::DissimilarProducts => "DissimilarProducts",
            Self::TargetNotSold => "TargetNotSold",
            Self::CommitmentTooLow => "CommitmentTooLow",
            Self::RefundLimitExceeded => "RefundLimitExceeded",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
