//! What the numbers of a comparison speak for.

use crate::comparison::{Choice, ChoiceOutcome, ComparisonInput};
use crate::money::Money;
use crate::share::Share;

/// The choice that the numbers speak for, and why. Never shown without the numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Advice {
    /// The choice; `None` when the numbers do not decide.
    pub choice: Option<Choice>,
    /// Why.
    pub reason: Reason,
}

/// Why a choice is advised, or none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Reason {
    /// Nothing of the commitment is left, so that nothing can come back.
    NothingLeft,
    /// Every other choice is refused.
    NothingElsePossible,
    /// Nobody knows how much is used.
    UtilizationUnknown,
    /// At least as much is used as keeping needs to be no worse than a return.
    UsedEnough,
    /// Too little is used, and a refund gives nothing up.
    NothingGivenUp,
    /// Too little is used, and what a refund would give up counts in full toward something new.
    WholeValueCounts,
    /// Too little is used, and a refund is refused.
    RefundRefused,
    /// Too little is used, and even after what it gives up a refund is worth more.
    Underused,
}

/// Weighs the outcomes. In this order: what is left, what is possible, what is used, what is given up;
/// of two ways to commit anew the smaller commitment, and of equal ones the exchange, since a savings
/// plan can never be cancelled.
pub(super) fn advise(
    input: &ComparisonInput<'_>,
    value: Option<Money>,
    outcomes: &[ChoiceOutcome],
) -> Advice {
    let amounts = |choice| {
        outcomes.iter().find(|outcome| outcome.choice == choice).and_then(|outcome| outcome.amounts)
    };
    let keep = |reason| Advice { choice: Some(Choice::Keep), reason };
    let advise = |choice, reason| Advice { choice: Some(choice), reason };
    if value.is_none_or(Money::is_zero) {
        return keep(Reason::NothingLeft);
    }
    let refund = amounts(Choice::Refund);
    let anew = [Choice::Exchange, Choice::TradeIn]
        .into_iter()
        .filter_map(|choice| Some((choice, amounts(choice)?.commitment_after.minor())))
        .min_by_key(|(_, commitment)| *commitment)
        .map(|(choice, _)| choice);
    if refund.is_none() && anew.is_none() {
        return keep(Reason::NothingElsePossible);
    }
    let Some(utilization) = input.utilization else {
        return Advice { choice: None, reason: Reason::UtilizationUnknown };
    };
    let enough = amounts(Choice::Keep)
        .and_then(|keep| keep.break_even)
        .unwrap_or_else(|| input.saving.map_or(Share::WHOLE, Share::rest));
    if utilization >= enough {
        return keep(Reason::UsedEnough);
    }
    match (refund, anew) {
        (Some(refund), _) if refund.given_up.is_zero() => {
            advise(Choice::Refund, Reason::NothingGivenUp)
        }
        (Some(_), Some(anew)) => advise(anew, Reason::WholeValueCounts),
        (None, Some(anew)) => advise(anew, Reason::RefundRefused),
        (_, None) => advise(Choice::Refund, Reason::Underused),
    }
}
