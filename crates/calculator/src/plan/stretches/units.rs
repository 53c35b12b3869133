//! What a unit of an item comes to on each day, whatever else is returned.

use crate::plan::model::{Model, Row, Worth};
use crate::policy::OverLimit;

use super::{FRACTION, PRICE};

/// Amounts of one unit, in fractions, below which nothing here overflows.
const AMOUNT_MAX: i128 = 1 << 36;

/// What a unit of an item comes to at most on each day, in [`FRACTION`]s of a cent.
pub(super) struct Units {
    /// What it takes from the limit at most and at least.
    pub(super) most: Vec<i64>,
    pub(super) least: Vec<i64>,
    /// What it brings beyond that at most; `None` where it cannot go.
    pub(super) beyond: Vec<Option<i64>>,
    /// The most of that on any day.
    pub(super) beyond_max: i64,
    /// Whether what it takes only falls from day to day.
    pub(super) is_falling: bool,
}

impl Units {
    /// What a unit brings on a day, where a dollar leaves so much of itself.
    pub(super) fn brings(&self, day: usize, weight: i64) -> Option<i64> {
        Some(self.takes(day, weight) * weight + self.beyond[day]? * PRICE)
    }

    /// What it brings at most on that day and on all that follow (before, if a dollar leaves less than nothing).
    pub(super) fn brings_at_most(&self, day: usize, weight: i64) -> i64 {
        self.takes(day, weight) * weight + self.beyond_max * PRICE
    }

    fn takes(&self, day: usize, weight: i64) -> i64 {
        if weight >= 0 { self.most[day] } else { self.least[day] }
    }

    pub(super) fn new(model: &Model, row: &Row) -> Option<Self> {
        let of = |amount: i128, units: usize| -> Option<(i64, i64)> {
            let (amount, units) = (amount * FRACTION, units as i128);
            let down = amount.div_euclid(units);
            let up = down + i128::from(amount.rem_euclid(units) > 0);
            (up.abs() < AMOUNT_MAX && down.abs() < AMOUNT_MAX)
                .then_some((i64::try_from(down).ok()?, i64::try_from(up).ok()?))
        };
        let mut not_kept = i64::MIN;
        for kept in 0..row.parts {
            let (_, up) = of(row.kept[row.parts] - row.kept[kept], row.parts - kept)?;
            not_kept = not_kept.max(up);
        }
        let days = model.days.len();
        let mut units = Self {
            most: Vec::with_capacity(days),
            least: Vec::with_capacity(days),
            beyond: Vec::with_capacity(days),
            beyond_max: i64::MIN,
            is_falling: true,
        };
        for day in 0..days {
            let (mut most, mut least, mut beyond) = (0, i64::MAX, None);
            for count in 1..=row.parts {
                let Some(worth) = row.worth(day, count, row.parts) else { continue };
                let takes = takes(model, worth);
                let (down, up) = of(takes, count)?;
                (most, least) = (most.max(up), least.min(down));
                let (_, up) = of(worth.refund - worth.charged - takes, count)?;
                beyond = Some(beyond.unwrap_or(i64::MIN).max(up));
            }
            units.most.push(most);
            units.least.push(least.min(most));
            units.beyond.push(beyond.map(|beyond| beyond + not_kept));
        }
        units.beyond_max = units.beyond.iter().flatten().copied().max().unwrap_or(0);
        // Before the first day on which it can go nothing falls either.
        let first = units.beyond.iter().position(Option::is_some).unwrap_or(0);
        for of in [&mut units.most, &mut units.least] {
            let then = of.get(first).copied().unwrap_or(0);
            of[..first].fill(then);
        }
        let falls = |of: &[i64]| of.is_sorted_by(|day, next| day >= next);
        units.is_falling = falls(&units.most) && falls(&units.least);
        Some(units)
    }
}

/// What a return takes from the limit where there is enough of it.
pub(super) fn takes(model: &Model, worth: Worth) -> i128 {
    match model.planning.policy.limit.over {
        OverLimit::Refused => worth.counts,
        OverLimit::PayoutCapped => worth.refund,
    }
}
