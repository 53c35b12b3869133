//! Days on which what must go leaves no room for a unit.

use super::{FRACTION, Node, Stretches, partition_point};
use crate::plan::groups::{Stretch, groups};
use crate::plan::model::Model;
use crate::policy::OverLimit;

impl Stretches {
    /// Lets a unit go in a part of its stretch only, and the others of its item in the order that follows.
    pub(super) fn narrow(
        &self,
        stretches: &mut [(usize, usize)],
        unit: usize,
        part: (usize, usize),
    ) -> bool {
        let item = self.items[unit];
        for (other, stretch) in stretches.iter_mut().enumerate().take(self.firsts[item + 1]) {
            if other < self.firsts[item] {
                continue;
            }
            if other <= unit {
                stretch.1 = stretch.1.min(part.1);
            }
            if other >= unit {
                stretch.0 = stretch.0.max(part.0);
            }
        }
        stretches.iter().all(|(from, to)| from <= to)
    }

    /// Lets each unit begin no sooner than what must go beside it leaves room for it, where what does not fit is
    /// refused; `false` where something has no room at all.
    pub(super) fn leave_room(&mut self, model: &Model, node: &mut Node) -> bool {
        let is_capped = model.planning.policy.limit.over == OverLimit::PayoutCapped;
        if is_capped || !self.rows.iter().all(|units| units.is_falling) {
            return true;
        }
        let mut changes = true;
        while changes {
            changes = false;
            if self.has_groups {
                node.groups = groups(model, &node.stretches, &node.groups);
                // What fits in any case bounds nothing.
                let most = |(unit, (from, _)): (usize, &Stretch)| {
                    self.rows[self.items[unit]].most.get(*from).map_or(0, |most| i128::from(*most))
                };
                node.groups.retain(|group| {
                    let of_group = node.stretches.iter().enumerate().filter(|it| group.holds(it.0));
                    of_group.map(most).sum::<i128>() > group.left * FRACTION
                });
                let work = node.groups.len() * self.items.len();
                self.work_left = self.work_left.saturating_sub(work);
            }
            match self.leave_room_in_groups(node) {
                Some(is_narrower) => changes |= is_narrower,
                None => return false,
            }
            let stretches = &mut node.stretches;
            for unit in 0..stretches.len() {
                let (from, to) = stretches[unit];
                let mut first = from;
                while first <= to && first < self.end {
                    self.work_left = self.work_left.saturating_sub(stretches.len());
                    let next = self.next_with_room(model, stretches, unit, first);
                    if next == first {
                        break;
                    }
                    first = next;
                }
                if first > to || first > from && !self.narrow(stretches, unit, (first, to)) {
                    return false;
                }
                changes |= first > from;
            }
        }
        true
    }

    /// The same by what must go of each group, whenever; `None` where something has no room at all, else whether
    /// a stretch is narrower.
    pub(super) fn leave_room_in_groups(&self, node: &mut Node) -> Option<bool> {
        let mut changes = false;
        let least = |unit: usize, day: usize| i128::from(self.rows[self.items[unit]].least[day]);
        for group in &node.groups {
            for unit in (0..self.items.len()).filter(|unit| group.holds(*unit)) {
                let others = node.stretches.iter().enumerate();
                let others = others.filter(|(other, _)| *other != unit && group.holds(*other));
                let must = others.filter(|(_, (_, to))| *to < self.end);
                let must: i128 = must.map(|(other, (_, to))| least(other, *to)).sum();
                let room = group.left * FRACTION - must;
                let (from, to) = node.stretches[unit];
                let days = from..(to + 1).min(self.end);
                let first = partition_point(&days, |day| least(unit, day) > room);
                if first > to || !self.narrow(&mut node.stretches, unit, (first, to)) {
                    return None;
                }
                changes |= first > from;
            }
        }
        Some(changes)
    }

    /// The day itself if what must go within any 365 days leaves room for a unit on it; else a later one before
    /// which there is none.
    pub(super) fn next_with_room(
        &self,
        model: &Model,
        stretches: &[(usize, usize)],
        unit: usize,
        day: usize,
    ) -> usize {
        let least = |unit: usize, day: usize| i128::from(self.rows[self.items[unit]].least[day]);
        let others = || stretches.iter().enumerate().filter(|(other, _)| *other != unit);
        let ends =
            others().map(|(_, stretch)| stretch.1).filter(|last| (day..self.end).contains(last));
        for last in ends.chain([day]).filter(|last| model.counts_on(day, *last)) {
            let must =
                others().filter(|(_, (from, to))| *to <= last && model.counts_on(*from, last));
            let must: i128 = must.map(|(other, (_, to))| least(other, *to)).sum();
            let room = model.left[last] * FRACTION - must;
            if least(unit, day) > room {
                // Up to the last of these days it is held against the limit together with them.
                return partition_point(&(day + 1..last + 1), |day| least(unit, day) > room);
            }
        }
        day
    }
}
