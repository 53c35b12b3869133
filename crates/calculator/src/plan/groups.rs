//! Units that are held against the limit together, wherever their days are.
//!
//! Units whose stretches all lie within 365 days of each other take at most what is left of the limit on the last day
//! of them. A price for what such a group takes bounds it better than one for certain days does, which its units
//! evade by other days. Those that go before the ledger frees more of it are groups of their own, for which less is
//! left.

use crate::ledger::LIMIT_DAYS;
use crate::plan::model::Model;
use crate::policy::OverLimit;

/// Units of which groups are made at most: one bit for each.
const UNITS_MAX: usize = 32;
/// How many days a return is held against the limit, as places of days that follow on each other.
const HELD: usize = LIMIT_DAYS as usize;

/// The first and the last day of a unit; being kept is the day after the last.
pub(super) type Stretch = (usize, usize);

/// Units that go within 365 days of each other, as far as they are returned.
#[derive(Clone)]
pub(super) struct Group {
    /// By unit, one bit.
    pub(super) units: u32,
    /// What is left of the limit for them at most, in cents.
    pub(super) left: i128,
    /// What a dollar that they take costs.
    pub(super) price: i64,
}

impl Group {
    pub(super) fn holds(&self, unit: usize) -> bool {
        self.units & 1 << unit != 0
    }
}

/// Whether groups say something: where what is over the limit is refused, days follow on each other, and what the
/// ledger leaves never falls from one to the next.
pub(super) fn are_known(model: &Model, units: usize) -> bool {
    model.planning.policy.limit.over == OverLimit::Refused
        && units <= UNITS_MAX
        && model.days.windows(2).all(|days| days[0].succ_opt() == Some(days[1]))
        && model.left.is_sorted()
}

/// Groups of as many units as there are to each unit, first from those before it and first from those after it. Each
/// takes over the price of one of those before that it holds.
pub(super) fn groups(model: &Model, stretches: &[Stretch], before: &[Group]) -> Vec<Group> {
    let last_day = model.days.len() - 1;
    let last = |unit: usize| stretches[unit].1.min(last_day);
    let mut order: Vec<usize> =
        (0..stretches.len()).filter(|unit| stretches[*unit].0 <= last_day).collect();
    order.sort_by_key(|unit| (stretches[*unit].0 + last(*unit), *unit));
    // By unit, those that go within 365 days of it.
    let near = |one: usize| {
        let is_near = |other: usize| {
            last(one).max(last(other)) < stretches[one].0.min(stretches[other].0) + HELD
        };
        order.iter().filter(|other| is_near(**other)).fold(0_u32, |near, other| near | 1 << other)
    };
    let near: Vec<u32> = (0..stretches.len()).map(near).collect();
    let mut sets: Vec<u32> = Vec::new();
    let mut grow = |seed: usize, others: &mut dyn Iterator<Item = usize>| {
        let mut units = 1_u32 << seed;
        for other in others {
            if units & !near[other] == 0 {
                units |= 1 << other;
            }
        }
        if units.count_ones() > 1 && !sets.contains(&units) {
            sets.push(units);
        }
    };
    let ends = (0..last_day).filter(|day| model.left[*day] < model.left[day + 1]).chain([last_day]);
    for end in ends {
        let order: Vec<usize> = order.iter().copied().filter(|unit| last(*unit) <= end).collect();
        for (place, seed) in order.iter().enumerate() {
            let earlier = order[..place].iter().rev().copied();
            let later = order[place + 1..].iter().copied();
            grow(*seed, &mut earlier.clone().chain(later.clone()));
            grow(*seed, &mut later.chain(earlier));
        }
    }
    let mut prices: Vec<(u32, i64)> =
        before.iter().map(|group| (group.units, group.price)).collect();
    let group = |units: u32| {
        let lasts = order.iter().filter(|unit| units & 1 << **unit != 0).map(|unit| last(*unit));
        let known = prices.iter().position(|(held, _)| held & !units == 0);
        let price = known.map_or(0, |place| prices.swap_remove(place).1);
        Group { units, left: model.left[lasts.max().unwrap_or(0)], price }
    };
    sets.into_iter().map(group).collect()
}
