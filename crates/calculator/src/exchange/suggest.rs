//! Which units to return for how many of a target, so that as little as possible is bought beyond the
//! floor.
//!
//! Finding the sum that comes closest to a target is hard in general: every unit may stay or go. The
//! candidates are therefore split in two halves whose sums are all written down and sorted; one walk
//! through both then finds the closest pair. Where a half would grow beyond [`SUMS_MAX`] sums, which
//! two times 14 single reservations do not, the candidates of the highest value are taken first, and
//! the sums of the others fill what is left.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::error::InputError;
use crate::exchange::ways_out::smallest_quantity;
use crate::exchange::{Exchange, Purchase, Return, assess_exchange};
use crate::holding::{QUANTITY_MAX, in_range};
use crate::money::Money;
use crate::policy::Policy;
use crate::proration::prorate;
use crate::refusal::Refusal;

/// The most sums that are written down for one half of the candidates.
pub const SUMS_MAX: usize = 1 << 14;
/// The most quantities of the target that are tried, the largest ones.
pub const QUANTITIES_MAX: u32 = 256;

/// What a suggestion is searched among.
#[derive(Clone, Debug)]
pub struct SuggestInput<'a> {
    /// Reservations and the most units of each that may be returned. Lines that cannot be exchanged
    /// for the target are passed over.
    pub candidates: &'a [Return],
    /// What would be bought; its own quantity does not matter.
    pub target: &'a Purchase,
    /// How many units of the target may be bought, 1 to [`QUANTITY_MAX`].
    pub quantities: RangeInclusive<u32>,
    /// The UTC day of the exchange.
    pub on: NaiveDate,
    /// The version of the rules.
    pub policy: &'static Policy,
}

/// An exchange that meets the floor with a small excess.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suggestion {
    /// Units to return of each candidate, in the order of the candidates; 0 where it is kept.
    pub units: Vec<u64>,
    /// Units of the target to buy.
    pub quantity: u32,
    /// The returned value of those units.
    pub returned_value: Money,
    /// The lifetime price of the target minus the returned value: what is committed beyond the floor.
    pub excess: Money,
    /// Whether no other choice has a smaller excess. Where this is `false` another choice may have one,
    /// smaller by at most the excess itself.
    pub is_smallest: bool,
}

/// Searches the returns and the quantity that meet the floor with the smallest excess; of equal ones
/// those that return the most. `None` when nothing can be returned for the target.
///
/// # Errors
/// What [`Exchange::new`] says of the lines, and quantities that nobody can buy.
pub fn suggest(input: &SuggestInput<'_>) -> Result<Option<Suggestion>, InputError> {
    for quantity in [*input.quantities.start(), *input.quantities.end()] {
        in_range("quantities", quantity, 1, QUANTITY_MAX)?;
    }
    let for_target = |lines: Vec<Return>| {
        Exchange::new(lines, vec![input.target.clone()], Vec::new(), input.on, input.policy)
    };
    for_target(input.candidates.to_vec())?;
    let mut candidates = Vec::with_capacity(input.candidates.len());
    for (place, line) in input.candidates.iter().enumerate() {
        let units = returnable_units(line, &for_target)?;
        candidates.push(Candidate { place, units, line, input });
    }
    candidates.retain(|candidate| candidate.whole() > 0);
    Ok(search(input, candidates))
}

/// The most units of a line that can be exchanged for the target, whatever its quantity.
fn returnable_units(
    line: &Return,
    for_target: &impl Fn(Vec<Return>) -> Result<Exchange, InputError>,
) -> Result<u64, InputError> {
    let refusal = |units| -> Result<Option<Refusal>, InputError> {
        let exchange = for_target(vec![Return { units, ..line.clone() }])?;
        let refusal = assess_exchange(&exchange).decision.refusal();
        Ok(refusal.filter(|refusal| *refusal != Refusal::CommitmentTooLow))
    };
    let holding = &line.holding;
    let owned = line.units.min(holding.quantity().into());
    if refusal(owned)?.is_none() {
        return Ok(owned);
    }
    let with_a_right = owned.min(holding.units_with_exchange().into());
    Ok(if refusal(with_a_right)?.is_none() { with_a_right } else { 0 })
}

/// A reservation of which some units can be exchanged for the target.
struct Candidate<'a> {
    /// Its place among the candidates of the input.
    place: usize,
    units: u64,
    line: &'a Return,
    input: &'a SuggestInput<'a>,
}

impl Candidate<'_> {
    /// The returned value of a number of units, in minor units; never falls as units are added.
    fn value(&self, units: u64) -> i128 {
        if units == 0 {
            return 0;
        }
        let Self { line, input, .. } = self;
        prorate(&line.holding, units, input.on, input.policy).cancelled_commitment()
    }

    fn whole(&self) -> i128 {
        self.value(self.units)
    }

    /// The most units whose value is at most `limit`.
    fn most_within(&self, limit: i128) -> u64 {
        let (mut fitting, mut too_many) = (0, self.units + 1);
        while too_many - fitting > 1 {
            let middle = fitting.midpoint(too_many);
            if self.value(middle) <= limit { fitting = middle } else { too_many = middle }
        }
        fitting
    }
}

/// All sums of the values of some candidates.
#[derive(Default)]
struct Half<'a> {
    members: Vec<Candidate<'a>>,
    /// Each sum with the units that make it up, one digit for each member in the base of its units
    /// plus one, the last member in the lowest place. In the order of the sums.
    sums: Vec<(i128, u32)>,
}

impl<'a> Half<'a> {
    /// How many sums there are once a candidate has been added; `None` if too many.
    fn count_with(count: usize, candidate: &Candidate<'_>) -> Option<usize> {
        let choices = usize::try_from(candidate.units).ok()?.checked_add(1)?;
        count.checked_mul(choices).filter(|count| *count <= SUMS_MAX)
    }

    fn of(members: Vec<Candidate<'a>>) -> Self {
        let mut sums = vec![(0, 0)];
        for member in &members {
            let base = u32::try_from(member.units + 1).expect("counted before it was added");
            let values: Vec<_> = (0..base).map(|units| member.value(units.into())).collect();
            sums = (0..base)
                .zip(values)
                .flat_map(|(units, value)| {
                    sums.iter().map(move |(sum, digits)| (sum + value, digits * base + units))
                })
                .collect();
        }
        sums.sort_unstable();
        Self { members, sums }
    }

    /// Writes the units of a sum to the places of its members.
    fn write_units(&self, mut digits: u32, units: &mut [u64]) {
        for member in self.members.iter().rev() {
            let base = u32::try_from(member.units + 1).expect("counted before it was added");
            units[member.place] = (digits % base).into();
            digits /= base;
        }
    }
}

/// The largest sum of both halves that is at most `limit`, and where it stands in each.
fn closest(halves: &[Half<'_>; 2], limit: i128) -> Option<(i128, [u32; 2])> {
    let [first, second] = halves;
    let mut best = None;
    let mut seconds = second.sums.iter().rev().peekable();
    for (sum, digits) in &first.sums {
        while seconds.next_if(|(other, _)| sum + other > limit).is_some() {}
        let Some((other, other_digits)) = seconds.peek() else { break };
        let together = sum + other;
        if best.is_none_or(|(best, _)| together > best) {
            best = Some((together, [*digits, *other_digits]));
        }
    }
    best
}

fn search(input: &SuggestInput<'_>, mut candidates: Vec<Candidate<'_>>) -> Option<Suggestion> {
    let total: i128 = candidates.iter().map(Candidate::whole).sum();
    candidates.sort_by_key(Candidate::whole);
    let mut members = [Vec::new(), Vec::new()];
    let mut counts = [1, 1];
    let mut taken_first = Vec::new();
    for candidate in candidates {
        let smaller = usize::from(counts[1] < counts[0]);
        match Half::count_with(counts[smaller], &candidate) {
            Some(count) => {
                counts[smaller] = count;
                members[smaller].push(candidate);
            }
            None => taken_first.push(candidate),
        }
    }
    taken_first.reverse();
    let in_halves: i128 = members.iter().flatten().map(Candidate::whole).sum();
    let halves = members.map(Half::of);

    let (from, to) = (*input.quantities.start(), *input.quantities.end());
    let enough = smallest_quantity(input.target, total).unwrap_or(to);
    let largest = enough.clamp(from, to.max(from));
    let smallest = from.max(largest.saturating_sub(QUANTITIES_MAX - 1));
    let mut best: Option<Suggestion> = None;
    for quantity in (smallest..=largest).rev() {
        let price = input.target.lifetime_price_of(quantity).minor();
        let mut units = vec![0; input.candidates.len()];
        // Half of what the sums reach is left to them, since they lie closest in their middle.
        let mut taken = take(&taken_first, price - in_halves / 2, 0, &mut units);
        if price - taken > in_halves {
            taken = take(&taken_first, price, taken, &mut units);
        }
        let Some((sum, digits)) = closest(&halves, price - taken) else { continue };
        for (half, digits) in halves.iter().zip(digits) {
            half.write_units(digits, &mut units);
        }
        let returned = taken + sum;
        let excess = price - returned;
        if returned > 0 && best.as_ref().is_none_or(|best| excess < best.excess.minor()) {
            let money = |minor| Money::from_minor(minor, input.target.unit_price().currency());
            let is_smallest = excess == 0 || (taken_first.is_empty() && smallest == from);
            best = Some(Suggestion {
                units,
                quantity,
                returned_value: money(returned),
                excess: money(excess),
                is_smallest,
            });
            if excess == 0 {
                break;
            }
        }
    }
    best
}

/// Adds units of the candidates, the most valuable first, up to a sum of `limit`; gives the new sum.
fn take(candidates: &[Candidate<'_>], limit: i128, mut taken: i128, units: &mut [u64]) -> i128 {
    for candidate in candidates {
        let already = candidate.value(units[candidate.place]);
        let most = candidate.most_within(limit - taken + already);
        if most > units[candidate.place] {
            units[candidate.place] = most;
            taken += candidate.value(most) - already;
        }
    }
    taken
}
