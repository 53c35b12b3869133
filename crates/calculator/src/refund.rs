//! The refund: what a partner gets back for returning units of one reservation on a day.

use crate::assessment::{Assessment, RefundInput, assess, assess_with_basis};
use crate::disagreement::{Disagreement, disagreements};
use crate::explain;
use crate::holding::Holding;
use crate::policy::{Fee, FirstDays, Policy};
use crate::proration::{FIRST_DAYS, Proration};
use crate::resource::Phase;
use crate::step::Step;
use crate::ways_out::{self, WaysOut};

/// Something that the reader of a quote must know beside its amounts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Warning {
    /// No USD rate: whether the return fits the yearly limit is unknown.
    LimitUnknown,
    /// The source states no fee rate; 12 % is assumed.
    FeeRateAssumed,
    /// The fee rate was given by the caller instead of the policy.
    FeeRateOverridden,
    /// Everything back within five days was observed in recorded answers, not promised.
    FirstDaysObserved,
    /// The exact hour at which the five days end is unknown.
    FirstDaysEdge,
    /// The new commitment equals the remaining one, and one page says it must be greater.
    CommitmentEqual,
    /// The change of exchange rights begins on this very day.
    ExchangeRightBoundary,
    /// These units have one exchange left, and this is it.
    LastExchange,
    /// A savings plan can never be cancelled.
    SavingsPlanIsFinal,
    /// The same size with or without premium storage: no new term, no transaction, no charge.
    PremiumStorageTwin,
    /// Nobody here knows what the state of the reservation means, so that nothing can be returned in it.
    StateUnknown,
}

impl Warning {
    /// The code of the JSON interface.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LimitUnknown => "LimitUnknown",
            Self::FeeRateAssumed => "FeeRateAssumed",
            Self::FeeRateOverridden => "FeeRateOverridden",
            Self::FirstDaysObserved => "FirstDaysObserved",
            Self::FirstDaysEdge => "FirstDaysEdge",
            Self::CommitmentEqual => "CommitmentEqual",
            Self::ExchangeRightBoundary => "ExchangeRightBoundary",
            Self::LastExchange => "LastExchange",
            Self::SavingsPlanIsFinal => "SavingsPlanIsFinal",
            Self::PremiumStorageTwin => "PremiumStorageTwin",
            Self::StateUnknown => "StateUnknown",
        }
    }
}

/// A refund quote with its reasons.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RefundQuote {
    /// The policy it was made under.
    pub policy: &'static Policy,
    /// The amounts and the decision.
    pub assessment: Assessment,
    /// How more could be returned.
    pub ways_out: WaysOut,
    /// The same return under the newest policy, so that nobody is misled by an old rule.
    pub newest: Assessment,
    /// What must be known beside the amounts.
    pub warnings: Vec<Warning>,
    /// Where the sources disagree about this very return.
    pub disagreements: Vec<Disagreement>,
    /// How every amount came about.
    pub steps: Vec<Step>,
}

/// A refund with its reasons. Never fails: a return that is not possible is a refused quote.
pub fn refund(input: &RefundInput<'_>) -> RefundQuote {
    let (assessment, proration) = assess_with_basis(input);
    let newest = assess(&RefundInput { policy: Policy::newest(), fee_rate: None, ..*input });
    RefundQuote {
        policy: input.policy,
        assessment,
        ways_out: ways_out::find(input, &assessment),
        newest,
        warnings: warnings(input, &assessment, proration.as_ref()),
        disagreements: disagreements(input, &assessment, proration.as_ref()),
        steps: explain::refund(input, &assessment, proration.as_ref()),
    }
}

/// Whether the refusal of a return comes from a word that this version does not know.
pub(crate) fn is_state_unknown(holding: &Holding) -> bool {
    holding.state().phase() == Phase::Unknown
}

fn warnings(
    input: &RefundInput<'_>,
    assessment: &Assessment,
    proration: Option<&Proration>,
) -> Vec<Warning> {
    let stated = matches!(input.policy.fee, Fee::NotCharged | Fee::OfCredit { stated: true, .. });
    let observed = input.policy.first_days == FirstDays::FullObserved;
    let has_first_days = input.policy.first_days != FirstDays::NotStated;
    let elapsed = proration.map(|proration| proration.elapsed_days);
    [
        (assessment.limit.is_none(), Warning::LimitUnknown),
        (!stated && input.fee_rate.is_none(), Warning::FeeRateAssumed),
        (stated && input.fee_rate.is_some(), Warning::FeeRateOverridden),
        (
            observed && proration.is_some_and(Proration::within_first_days),
            Warning::FirstDaysObserved,
        ),
        (
            has_first_days
                && elapsed.is_some_and(|days| days == FIRST_DAYS || days == FIRST_DAYS + 1),
            Warning::FirstDaysEdge,
        ),
        (is_state_unknown(input.holding), Warning::StateUnknown),
    ]
    .into_iter()
    .filter_map(|(applies, warning)| applies.then_some(warning))
    .collect()
}
