//! A refund of only the units that are not needed: the others are kept, with what they are still committed to.

use crate::comparison::{
    Choice, ChoiceAmounts, ChoiceOutcome, ComparisonInput, UsedUnits, break_even, refund_outcome,
    returned_value, saving_needed, utilization, with_saving,
};
use crate::error::InputError;
use crate::exchange::{Exchange, Return, returned_lines};
use crate::money::Money;

/// What comes of it; `None` where nothing or everything is needed, and where nobody knows. `given_up` is what a
/// refund of all units gives up.
pub(super) fn outcome(
    input: &ComparisonInput<'_>,
    given_up: Option<Money>,
) -> Result<Option<ChoiceOutcome>, InputError> {
    let (returned, kept, used) = split(input);
    if returned.is_empty() || kept.is_empty() {
        return Ok(None);
    }
    let of_refund = refund_outcome(Choice::RefundUnneeded, input, &returned)?;
    let kept = Exchange::new(kept, Vec::new(), Vec::new(), input.on, input.policy)?;
    let lines: Option<Vec<_>> = returned_lines(&kept).into_iter().collect();
    let amounts = of_refund.amounts.zip(lines).map(|(amounts, lines)| {
        let committed = returned_value(&lines, kept.currency());
        let utilization = utilization(&kept, &used);
        // What a refund of the others would give up beside it.
        let reserved = given_up.and_then(|all| {
            let others = all.minor() - amounts.given_up.minor();
            break_even(committed, Money::from_minor(others, committed.currency()))
        });
        let expiries = kept.returns().iter().map(|line| line.holding.expiry_date());
        ChoiceAmounts {
            commitment_after: committed,
            end: expiries.max().unwrap_or(input.on),
            break_even: reserved.map(|share| with_saving(share, input.saving)),
            utilization,
            saving_needed: saving_needed(utilization, reserved),
            ..amounts
        }
    });
    Ok(Some(ChoiceOutcome { amounts, ..of_refund }))
}

/// The lines with the units that are returned, those with the units that are kept, and what is used of these: it
/// fills them first.
fn split(input: &ComparisonInput<'_>) -> (Vec<Return>, Vec<Return>, Vec<UsedUnits>) {
    let (mut returned, mut kept, mut used) = (Vec::new(), Vec::new(), Vec::new());
    for (place, line) in input.returns.iter().enumerate() {
        let units = input.unneeded.get(place).copied().unwrap_or(0).min(line.units);
        let with = |units| Return { units, ..line.clone() };
        returned.extend((units > 0).then(|| with(units)));
        if units < line.units {
            kept.push(with(line.units - units));
            used.extend(input.used.get(place));
        }
    }
    (returned, kept, used)
}
