//! What the numbers of a comparison speak for.

use crate::comparison::{Choice, ChoiceAmounts, ChoiceOutcome, ComparisonInput};
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
    /// Nobody knows what a reserved hour saves, and it decides whether enough is used.
    SavingUnknown,
    /// At least as much is used as keeping needs to be no worse than a return.
    UsedEnough,
    /// Not all units are needed, and returning only those that are not costs less than keeping them.
    SomeUnneeded,
    /// Too little is used, and a refund gives nothing up.
    NothingGivenUp,
    /// Too little is used, what a refund would give up counts in full toward something new, and of that
    /// enough would be used.
    WholeValueCounts,
    /// Too little is used, a refund is refused, and something new would waste less.
    RefundRefused,
    /// Too little is used, a refund is refused, and something new would waste no less.
    NothingBetter,
    /// Too little is used, and even after what it gives up a refund is worth more.
    Underused,
}

/// Weighs the outcomes. In this order: what is left, what is possible, what is used, what is given up;
/// of two ways to commit anew the smaller commitment, and of equal ones the exchange, since a savings
/// plan can never be cancelled. Whoever stays, stays with the units that are needed where that loses less.
pub(super) fn advise(input: &ComparisonInput<'_>, outcomes: &[ChoiceOutcome]) -> Advice {
    let amounts = |choice| {
        outcomes.iter().find(|outcome| outcome.choice == choice).and_then(|outcome| outcome.amounts)
    };
    let advise = |choice, reason| Advice { choice: Some(choice), reason };
    let none = |reason| Advice { choice: None, reason };
    let Some(keep) = amounts(Choice::Keep).filter(|keep| !keep.commitment_after.is_zero()) else {
        return advise(Choice::Keep, Reason::NothingLeft);
    };
    let (refund, some) = (amounts(Choice::Refund), amounts(Choice::RefundUnneeded));
    let mut anew: Vec<_> = [Choice::Exchange, Choice::TradeIn]
        .into_iter()
        .filter_map(|choice| Some((choice, amounts(choice)?)))
        .collect();
    anew.sort_by_key(|(_, amounts)| amounts.commitment_after.minor());
    if refund.is_none() && some.is_none() && anew.is_empty() {
        return advise(Choice::Keep, Reason::NothingElsePossible);
    }
    if keep.utilization.is_none() {
        return none(Reason::UtilizationUnknown);
    }
    let at_least = input.saving.unwrap_or(Share::NONE);
    let some = some.filter(|some| lost(some, at_least) < lost(&keep, at_least));
    let stay = some.unwrap_or(keep);
    let stays = |reason| match some {
        Some(_) => advise(Choice::RefundUnneeded, Reason::SomeUnneeded),
        None => advise(Choice::Keep, reason),
    };
    // Units of which nothing is left to pay waste nothing.
    let used = stay.utilization.unwrap_or(Share::WHOLE);
    // A used hour is worth at least what it costs reserved, and nothing is worth more than nothing: there
    // the saving does not matter.
    let decided =
        [Share::NONE, Share::WHOLE].contains(&used) || stay.saving_needed == Some(Share::NONE);
    let saving = match input.saving {
        Some(saving) => saving,
        None if decided => Share::NONE,
        None => return none(Reason::SavingUnknown),
    };
    if used >= stay.break_even.unwrap_or(saving.rest()) {
        return stays(Reason::UsedEnough);
    }
    let Some(refund) = refund else {
        let least = lost(&stay, saving);
        let better = anew.into_iter().find(|(_, amounts)| lost(amounts, saving) < least);
        return better.map_or_else(
            || stays(Reason::NothingBetter),
            |(choice, _)| advise(choice, Reason::RefundRefused),
        );
    };
    if refund.given_up.is_zero() {
        return advise(Choice::Refund, Reason::NothingGivenUp);
    }
    let used_enough = |amounts: &ChoiceAmounts| amounts.utilization >= amounts.break_even;
    match anew.into_iter().find(|(_, amounts)| used_enough(amounts)) {
        Some((choice, _)) => advise(choice, Reason::WholeValueCounts),
        None => advise(Choice::Refund, Reason::Underused),
    }
}

/// What is given up, and what is committed and brings nothing, in minor units.
fn lost(amounts: &ChoiceAmounts, saving: Share) -> i128 {
    amounts.given_up.minor() + wasted(amounts, saving)
}

/// What is committed and brings nothing: the commitment less what its use would cost at pay-as-you-go, in
/// minor units; below zero where it saves more than it wastes.
fn wasted(amounts: &ChoiceAmounts, saving: Share) -> i128 {
    let committed = amounts.commitment_after.minor();
    let used = amounts.utilization.unwrap_or(Share::NONE).hundredths();
    committed - committed * i128::from(used) / i128::from(saving.rest().hundredths().max(1))
}
