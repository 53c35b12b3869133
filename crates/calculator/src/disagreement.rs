//! Where the sources disagree about a return: shown to the reader, never silently resolved.

use crate::assessment::{Assessment, RefundInput};
use crate::policy::{Fee, FirstDays, Policy};
use crate::proration::Proration;

/// A question on which the sources disagree and that matters for one quote.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Disagreement {
    /// Whether an early termination fee is charged: 12 % or nothing.
    FeeChargedOrNot,
    /// Whether the full credit of the first five days is promised or only observed.
    FirstDaysPromisedOrObserved,
    /// Whether the limit counts the refund or the cancelled commitment.
    LimitCountsRefundOrCommitment,
    /// Whether the fee is taken of the prorated balance or of the original price.
    FeeBase,
    /// Whether the new commitment of an exchange may equal the remaining one or must be greater.
    CommitmentEqualOrGreater,
}

impl Disagreement {
    /// Every disagreement.
    pub const ALL: [Self; 5] = [
        Self::FeeChargedOrNot,
        Self::FirstDaysPromisedOrObserved,
        Self::LimitCountsRefundOrCommitment,
        Self::FeeBase,
        Self::CommitmentEqualOrGreater,
    ];

    /// The code of the JSON interface.
    pub const fn code(self) -> &'static str {
        match self {
            Self::FeeChargedOrNot => "FeeChargedOrNot",
            Self::FirstDaysPromisedOrObserved => "FirstDaysPromisedOrObserved",
            Self::LimitCountsRefundOrCommitment => "LimitCountsRefundOrCommitment",
            Self::FeeBase => "FeeBase",
            Self::CommitmentEqualOrGreater => "CommitmentEqualOrGreater",
        }
    }
}

/// The disagreements that change something about this return.
pub(crate) fn disagreements(
    input: &RefundInput<'_>,
    assessment: &Assessment,
    proration: Option<&Proration>,
) -> Vec<Disagreement> {
    let (Some(amounts), Some(proration)) = (&assessment.amounts, proration) else {
        return Vec::new();
    };
    let policies_differ = |field: fn(&Policy) -> bool| {
        Policy::all().iter().any(field) && !Policy::all().iter().all(field)
    };
    let fee_differs = policies_differ(|policy| policy.fee == Fee::NotCharged);
    let counts_differ = assessment
        .limit
        .and_then(|limit| limit.of_return)
        .is_some_and(|usd| usd.counts_as_observed.is_some_and(|observed| observed != usd.counts));
    let first_days = proration.within_first_days();
    let observed = input.policy.first_days == FirstDays::FullObserved;
    let has_credit = !amounts.credit.is_zero();
    [
        (has_credit && !first_days && fee_differs, Disagreement::FeeChargedOrNot),
        (first_days && observed, Disagreement::FirstDaysPromisedOrObserved),
        (counts_differ, Disagreement::LimitCountsRefundOrCommitment),
        (!amounts.fee.is_zero(), Disagreement::FeeBase),
    ]
    .into_iter()
    .filter_map(|(matters, disagreement)| matters.then_some(disagreement))
    .collect()
}
