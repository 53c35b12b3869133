//! Moving two or four returns of a plan at once, so that they fill what is left of the limit.

use std::collections::BinaryHeap;

use super::{Placed, Scratch, moved};
use crate::plan::model::Model;
use crate::policy::OverLimit;

/// Returns of which two are moved at most, and the days by which one waits.
const SHIFTED_MAX: usize = 10;
const SHIFTED_DAYS: usize = 40;
/// What is left of the limit at most where it counts as filled.
const FILLED: i128 = 400;
/// By how many days each of four returns is moved at most, and how many returns are carried out for it.
const FOUR_DAYS: usize = 45;
const FOUR_RETURNS_MAX: usize = 400_000;

impl Scratch {
    /// Moves two returns so that they take a little more together, as far as what is left lets them; `false` where
    /// no two of them bring more.
    pub(super) fn fill_by_two(
        &mut self,
        model: &Model,
        plan: &mut Vec<Placed>,
        value: &mut i128,
    ) -> bool {
        if self.value(model, plan).is_none() {
            return false;
        }
        let taken = self.taken.clone();
        let filled = self.two_moved(model, plan, &taken, None, |_| true, *value);
        let is_better = filled.is_some();
        if let Some((reached, with)) = filled {
            (*plan, *value) = (with, reached);
        }
        is_better
    }

    /// A plan that brings more, in which one return is on a day on which rounding gives more of what it takes, and two
    /// others are moved so that they fill what that leaves. Only where what is over the limit is refused.
    pub(super) fn on_better_day(
        &mut self,
        model: &Model,
        plan: &[Placed],
        value: i128,
    ) -> Option<(i128, Vec<Placed>)> {
        if model.planning.policy.limit.over != OverLimit::Refused {
            return None;
        }
        let worth =
            |placed: &Placed| model.rows[placed.item].worth(placed.day, placed.count, placed.count);
        let net = |placed: &Placed| worth(placed).map_or(0, |it| it.refund - it.charged);
        let counts = |placed: &Placed| worth(placed).map_or(0, |it| it.counts);
        for one in plan {
            let beyond = net(one) - counts(one);
            for day in 0..model.rows[one.item].end {
                let other = Placed { day, ..*one };
                let is_taken = plan.iter().any(|it| (it.item, it.day) == (one.item, day));
                if is_taken || worth(&other).is_none() || net(&other) - counts(&other) <= beyond {
                    continue;
                }
                let with = moved(plan, one.item, one.count, Some(one.day), Some(day));
                let taken: Vec<i128> = with.iter().map(counts).collect();
                let gain = net(&other) - net(one);
                let now =
                    |placed: &Placed, day: usize| net(&Placed { day, ..*placed }) - net(placed);
                let is_enough = |two: [(&Placed, usize); 2]| {
                    gain + two.iter().map(|(placed, day)| now(placed, *day)).sum::<i128>() > 0
                };
                let filled = self.two_moved(model, &with, &taken, Some(other), is_enough, value);
                if filled.is_some() {
                    return filled;
                }
            }
        }
        None
    }

    /// A plan that brings more than `value`, by other days of two returns, without the one that stays.
    ///
    /// `taken` is what each takes; `may_be_enough` tells whether two returns on other days can bring more at all.
    fn two_moved(
        &mut self,
        model: &Model,
        plan: &[Placed],
        taken: &[i128],
        stays: Option<Placed>,
        may_be_enough: impl Fn([(&Placed, usize); 2]) -> bool,
        value: i128,
    ) -> Option<(i128, Vec<Placed>)> {
        let counts = |placed: &Placed, day: usize| {
            model.rows[placed.item].worth(day, placed.count, placed.count).map(|it| it.counts)
        };
        for (place, one) in plan.iter().enumerate().filter(|(_, it)| Some(**it) != stays) {
            let others = plan.iter().enumerate().skip(place + 1);
            for (next, other) in others.filter(|(_, it)| Some(**it) != stays) {
                // What the return after which least is left leaves, of those that both are held against.
                let mut left = i128::MAX;
                for (last, placed) in plan.iter().enumerate().skip(next) {
                    if !model.counts_on(one.day, placed.day) {
                        break;
                    }
                    let counting = plan[..=last].iter().zip(taken);
                    let counting = counting.filter(|(it, _)| model.counts_on(it.day, placed.day));
                    let used: i128 = counting.map(|(_, cents)| cents).sum();
                    left = left.min(model.left[placed.day] - used);
                }
                if left == i128::MAX {
                    continue;
                }
                let both = left + taken[place] + taken[next];
                let without = moved(plan, one.item, one.count, Some(one.day), None);
                let without = moved(&without, other.item, other.count, Some(other.day), None);
                for day in 0..model.rows[one.item].end {
                    let Some(first) = counts(one, day) else { continue };
                    let (mut from, mut to) = (0, model.rows[other.item].end);
                    while from < to {
                        let on = from + (to - from) / 2;
                        let fits = counts(other, on).is_some_and(|cents| first + cents <= both);
                        if fits { to = on } else { from = on + 1 }
                    }
                    if from == model.rows[other.item].end {
                        continue;
                    }
                    // Only what fills what is left is worth a closer look.
                    let second = counts(other, from).unwrap_or(0);
                    let fills = first + second + FILLED >= both;
                    if !fills || !may_be_enough([(one, day), (other, from)]) {
                        continue;
                    }
                    let with = moved(&without, one.item, one.count, None, Some(day));
                    let with = moved(&with, other.item, other.count, None, Some(from));
                    let Some(reached) = self.value(model, &with) else { continue };
                    if reached > value {
                        return Some((reached, with));
                    }
                }
            }
        }
        None
    }

    /// A plan that brings up to so many cents more, by other days of four of its returns: of what two of them bring
    /// together, and two others, on days near theirs, the pairs that add up to it.
    pub(super) fn four_moved(
        &mut self,
        model: &Model,
        plan: &[Placed],
        value: i128,
        lacks: i128,
    ) -> Option<(i128, Vec<Placed>)> {
        let pairs = Pair::all(model, plan);
        let lacks = i64::try_from(lacks).ok()?;
        // The most first, since nothing is better than that.
        let ranges = [(lacks, lacks), (lacks * 3 / 4, lacks - 1), (1, lacks * 3 / 4 - 1)];
        let ranges = ranges.map(|(from, to)| (from.max(1), to)).into_iter();
        for (from, to) in ranges.filter(|(from, to)| from <= to) {
            for (at, one) in pairs.iter().enumerate() {
                for other in pairs[at + 1..].iter().filter(|other| other.is_apart(one)) {
                    let mut next = other.sums.len();
                    for (gain, days) in &one.sums {
                        // Both are in the order of what they bring: the one goes up, the other down.
                        while next > 0 && other.sums[next - 1].0 + gain > to {
                            next -= 1;
                        }
                        let enough = |sum: &&(i64, [u16; 2])| sum.0 + gain >= from;
                        for (_, other_days) in other.sums[..next].iter().rev().take_while(enough) {
                            let with = on_other_days(plan, &[(one, days), (other, other_days)]);
                            let reached = self.value(model, &with).filter(|it| *it > value);
                            if let Some(reached) = reached {
                                return Some((reached, with));
                            }
                            if self.carried_out > FOUR_RETURNS_MAX {
                                return None;
                            }
                        }
                    }
                }
            }
        }
        None
    }

    /// Lets one return wait so that another can be earlier, whichever two are best; `false` where none are.
    pub(super) fn shift_two(
        &mut self,
        model: &Model,
        plan: &mut Vec<Placed>,
        value: &mut i128,
    ) -> bool {
        let mut best: Option<(i128, Vec<Placed>)> = None;
        for one in plan.iter().take(SHIFTED_MAX) {
            for other in plan.iter().take(SHIFTED_MAX).filter(|other| *other != one) {
                let without = moved(plan, other.item, other.count, Some(other.day), None);
                let last = (one.day + SHIFTED_DAYS).min(model.days.len() - 1);
                for day in one.day + 1..=last {
                    let waits = moved(&without, one.item, one.count, Some(one.day), Some(day));
                    let days = other.day.saturating_sub(2 * SHIFTED_DAYS)..other.day;
                    let first = self.first_day(model, &waits, (other.item, other.count), days);
                    let Some(first) = first else { continue };
                    let with = moved(&waits, other.item, other.count, None, Some(first));
                    let Some(reached) = self.value(model, &with) else { continue };
                    if reached > best.as_ref().map_or(*value, |best| best.0) {
                        best = Some((reached, with));
                    }
                }
            }
        }
        let Some((reached, with)) = best else { return false };
        (*plan, *value) = (with, reached);
        true
    }
}

/// Two returns of a plan, by their places, on other days.
struct Pair {
    places: [usize; 2],
    /// What they bring beyond what they bring now, in its order, and the days for it.
    sums: Vec<(i64, [u16; 2])>,
}

impl Pair {
    fn all(model: &Model, plan: &[Placed]) -> Vec<Self> {
        let gains = |placed: &Placed| -> Vec<(i64, u16)> {
            let row = &model.rows[placed.item];
            let net = |day: usize| {
                let worth = row.worth(day, placed.count, placed.count)?;
                Some(worth.refund - worth.charged)
            };
            let now = net(placed.day).unwrap_or(0);
            let last = (placed.day + FOUR_DAYS + 1).min(row.end);
            let days = placed.day.saturating_sub(FOUR_DAYS)..last;
            let gain = |day: usize| i64::try_from(net(day)? - now).ok();
            days.filter_map(|day| Some((gain(day)?, u16::try_from(day).ok()?))).collect()
        };
        let gains: Vec<_> = plan.iter().map(gains).collect();
        let mut pairs = Vec::new();
        for one in 0..plan.len() {
            for other in one + 1..plan.len() {
                let mut sums = Vec::with_capacity(gains[one].len() * gains[other].len());
                for (gain, day) in &gains[one] {
                    sums.extend(gains[other].iter().map(|(more, on)| (gain + more, [*day, *on])));
                }
                // A heap sorts them with far less to download than what sorts quicker.
                let sums = BinaryHeap::from(sums).into_sorted_vec();
                pairs.push(Self { places: [one, other], sums });
            }
        }
        pairs
    }

    fn is_apart(&self, other: &Self) -> bool {
        self.places.iter().all(|place| !other.places.contains(place))
    }
}

/// The plan with the returns of some pairs on other days.
fn on_other_days(plan: &[Placed], pairs: &[(&Pair, &[u16; 2])]) -> Vec<Placed> {
    let mut with = plan.to_vec();
    for (pair, days) in pairs {
        for (place, day) in pair.places.iter().zip(*days) {
            let Placed { day: from, item, count } = plan[*place];
            with = moved(&with, item, count, Some(from), Some(usize::from(*day)));
        }
    }
    with
}
