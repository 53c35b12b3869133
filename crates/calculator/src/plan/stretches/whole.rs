//! What a node brings at most where a dollar of the limit costs the whole of itself or nothing.
//!
//! Where what is returned is worth what it takes from the limit, few prices are lower than these, and no search that
//! moves all of them a little comes to them soon.

use std::cmp::Ordering;
use std::ops::Range;

use super::prices::Window;
use super::{FRACTION, Node, PRICE, SCALE, Stretches};
use crate::plan::model::Model;
use crate::plan::search::Found;

/// How many times something is priced at most.
const PRICED_MAX: usize = 12;
/// How far a bound is from what is known where it is worked out to the cent.
const NEAR_CENTS: i128 = 50;

/// What is held against the limit together: a group, on whichever days, or all units on the days of a window.
struct Held {
    /// One bit for each unit.
    units: u32,
    days: Range<usize>,
    /// What is left of the limit for it, in cents.
    left: i128,
}

impl Held {
    fn holds(&self, unit: usize) -> bool {
        self.units & 1 << unit != 0
    }
}

/// Days of a unit on which a dollar leaves so many of itself.
struct Part {
    days: Range<usize>,
    dollars: i64,
}

impl Stretches {
    /// The bound by whole dollars in [`SCALE`]ths of a cent: one price after the other, as long as that bounds the node
    /// more and it may hold something better than what is known.
    pub(super) fn most_of_whole(&mut self, model: &Model, found: &Found, node: &Node) -> i128 {
        if !self.has_groups || !self.rows.iter().all(|units| units.is_falling) {
            return i128::MAX;
        }
        let held = self.held(model, node);
        let mut parts: Vec<Vec<Part>> =
            (0..self.items.len()).map(|unit| self.parts(node, &held, unit)).collect();
        let known = (found.value - self.kept) * SCALE;
        let mut total: i128 =
            (0..parts.len()).map(|unit| self.brings_by(node, unit, &parts[unit], &(0..0))).sum();
        let mut priced: Vec<&Held> = Vec::new();
        let mut work = parts.iter().map(Vec::len).sum::<usize>();
        while total > known && priced.len() < PRICED_MAX {
            let change = |held: &Held| -> i128 {
                let units = (0..parts.len()).filter(|unit| held.holds(*unit));
                let of_units = units.map(|unit| {
                    self.brings_by(node, unit, &parts[unit], &held.days)
                        - self.brings_by(node, unit, &parts[unit], &(0..0))
                });
                held.left * FRACTION * i128::from(PRICE) + of_units.sum::<i128>()
            };
            work += held.len() * parts.len();
            let changes = held.iter().map(|held| (change(held), held));
            let least = changes.min_by_key(|change| change.0).filter(|least| least.0 < 0);
            let Some((change, held)) = least else { break };
            total += change;
            priced.push(held);
            for (_, parts) in parts.iter_mut().enumerate().filter(|it| held.holds(it.0)) {
                for part in parts.iter_mut().filter(|part| held.days.contains(&part.days.start)) {
                    part.dollars -= 1;
                }
            }
        }
        self.work_left = self.work_left.saturating_sub(work);
        if total <= known || total - known > NEAR_CENTS * SCALE {
            return total + self.kept * SCALE;
        }
        self.price_whole(&priced);
        let of_items: Option<i128> =
            (0..self.rows.len()).map(|item| self.of_item(model, item, node)).sum();
        let of_held: i128 = priced.iter().map(|held| held.left).sum();
        let Some(of_items) = of_items else { return i128::MIN };
        total.min(of_held * SCALE + of_items) + self.kept * SCALE
    }

    /// What may be priced: groups, and windows that begin or end where a stretch does or where more is left.
    fn held(&self, model: &Model, node: &Node) -> Vec<Held> {
        let all = u32::MAX >> (u32::BITS as usize - self.items.len());
        let rises = (1..self.end).filter(|day| model.left[*day] > model.left[day - 1]);
        let mut lasts: Vec<usize> = rises.map(|day| day - 1).chain([self.end - 1]).collect();
        for (from, to) in node.stretches.iter().filter(|(from, _)| *from < self.end) {
            lasts.push((*to).min(self.end - 1));
            let held = (*from..self.end).rev().find(|last| model.counts_on(*from, *last));
            lasts.extend(held);
        }
        lasts.sort_unstable();
        lasts.dedup();
        let of_windows = lasts.into_iter().map(|last| {
            let window = Window::until(model, last);
            Held { units: all, days: window.first..last + 1, left: model.left[last] }
        });
        let of_groups = node.groups.iter().map(|group| Held {
            units: group.units,
            days: 0..self.end,
            left: group.left,
        });
        // What fits in any case bounds nothing.
        let may_exceed = |held: &Held| {
            let most = |(unit, (from, to)): (usize, &(usize, usize))| {
                let first = held.days.start.max(*from);
                let is_held = held.holds(unit) && first < held.days.end && first <= *to;
                if is_held { i128::from(self.rows[self.items[unit]].most[first]) } else { 0 }
            };
            node.stretches.iter().enumerate().map(most).sum::<i128>() > held.left * FRACTION
        };
        of_windows.filter(may_exceed).chain(of_groups).collect()
    }

    /// The days of a unit, cut where what is held begins or ends.
    fn parts(&self, node: &Node, held: &[Held], unit: usize) -> Vec<Part> {
        let (from, to) = node.stretches[unit];
        let end = (to + 1).min(self.end);
        let edges = held.iter().flat_map(|held| [held.days.start, held.days.end]);
        let mut edges: Vec<usize> =
            edges.filter(|day| (from + 1..end).contains(day)).chain([from, end]).collect();
        edges.sort_unstable();
        edges.dedup();
        edges.windows(2).map(|days| Part { days: days[0]..days[1], dollars: 1 }).collect()
    }

    /// What a unit brings at most where a dollar on some days costs one more.
    fn brings_by(&self, node: &Node, unit: usize, parts: &[Part], dearer: &Range<usize>) -> i128 {
        let units = &self.rows[self.items[unit]];
        let of_part = |part: &Part| {
            let dollars = part.dollars - i64::from(dearer.contains(&part.days.start));
            let takes = match dollars.cmp(&0) {
                Ordering::Greater => units.most[part.days.start],
                Ordering::Equal => 0,
                Ordering::Less => units.least[part.days.end - 1],
            };
            takes * dollars + units.beyond_max
        };
        let may_stay = node.stretches[unit].1 == self.end;
        let most = parts.iter().map(of_part).chain(may_stay.then_some(0)).max();
        i128::from(most.unwrap_or(0)) * i128::from(PRICE)
    }

    /// Sets the prices of days and units to these.
    fn price_whole(&mut self, priced: &[&Held]) {
        self.dues.fill(0);
        let is_window = |held: &&&Held| held.days != (0..self.end);
        for held in priced.iter().filter(|held| !is_window(held)) {
            for (_, due) in self.dues.iter_mut().enumerate().filter(|it| held.holds(it.0)) {
                *due += PRICE;
            }
        }
        let windows: Vec<Range<usize>> =
            priced.iter().filter(is_window).map(|held| held.days.clone()).collect();
        self.weigh_days(windows.into_iter().map(|days| (days, PRICE)), false);
    }
}
