//! Branch and bound over stretches of days, for plans where a day more or less matters.
//!
//! A node says for each unit in which stretch of days it goes; being kept is the day after the last. It is cut
//! in two where the bound cannot decide, on a day on which the price of a dollar changes, since days of one price
//! are what it does not mix. Days on which what must go leaves no room for a unit are left out first. So ten
//! reservations over years need some thousand nodes and not every combination of days.
//!
//! The bound of a node is that of [`bound`](super::bound), with prices of its own that begin with those of the node
//! it was cut from. Windows get a price once a way of the bound takes more from them than they leave.
//!
//! Where what does not fit is refused, [`groups`](super::groups) of units whose stretches lie within 365 days have
//! prices as well, and [`whole`] bounds a node by windows and groups that cost a whole dollar before prices are
//! searched.
//!
//! Units of one item are equal, so they go in an order: where one goes early, those before it do as well. What
//! rounding makes of several units together is bounded by the best per unit, until all of them have their day.

mod prices;
mod room;
mod units;
mod whole;

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::ops::Range;

use crate::plan::groups::{self, Group, Stretch};
use crate::plan::model::Model;
use crate::plan::search::{Found, Placed};
use prices::{Span, Window};
use units::Units;

/// The fractions of a cent in which units are bounded, and of a dollar in which prices are.
const FRACTION: i128 = 64;
const PRICE: i64 = 1 << 22;
const SCALE: i128 = FRACTION * PRICE as i128;
/// So few units that they may be proven.
const UNITS_FEW: usize = 32;
/// Steps at most, of many units and of few: days of units that are compared, and what making plans of ways comes to
/// in them.
const WORK: (usize, usize) = (100_000_000, 1_200_000_000);
/// Steps of the search for prices in each node.
const PRICE_STEPS: usize = 10;
/// Steps that carrying one return out comes to.
const RETURN_WORK: usize = 4;
/// Of nodes at these depths a plan is made of the way of the bound.
const PLANNED_DEPTHS: usize = 4;
/// How often prices are searched again before the first node is cut.
const ROUNDS_FIRST: usize = 12;
/// Windows that are given a price at most.
const WINDOWS_MAX: usize = 160;
/// Units that are looked at at most.
const UNITS_MAX: usize = 128;
/// Nodes that wait at most.
const OPEN_MAX: usize = 40_000;

/// A part of all plans.
struct Node {
    /// What they bring at most, in [`SCALE`]ths of a cent.
    most: i128,
    depth: usize,
    /// By unit: the first and the last day.
    stretches: Vec<Stretch>,
    prices: Vec<i64>,
    /// Those that can take more than is left for them.
    groups: Vec<Group>,
    /// The unit whose stretch is cut, and the last day of its first part; `None` where every unit has its day.
    cut: Option<(usize, usize)>,
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Node {}

impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Node {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.most, self.depth).cmp(&(other.most, other.depth))
    }
}

impl Node {
    fn child(&self, stretches: Vec<(usize, usize)>) -> Self {
        Self {
            most: self.most,
            depth: self.depth + 1,
            stretches,
            prices: self.prices.clone(),
            groups: self.groups.clone(),
            cut: None,
        }
    }
}

/// The search, as far as it has come.
pub(super) struct Stretches {
    rows: Vec<Units>,
    /// The item of each unit.
    items: Vec<usize>,
    /// By item, the place of its first unit; and the number of all.
    firsts: Vec<usize>,
    windows: Vec<Window>,
    open: BinaryHeap<Node>,
    work_left: usize,
    /// How often prices for all plans are still to be searched.
    rounds_left: usize,
    /// What all plans bring at least: that of keeping everything, in cents.
    kept: i128,
    /// The most that a plan with every unit on its day would have brought without rounding under the cap.
    most_unrounded: i128,
    /// The days by their prices; scratch.
    spans: Vec<Span>,
    /// By unit, what a dollar that it takes costs on whichever day; scratch.
    dues: Vec<i64>,
    /// Whether units that are held against the limit together have prices of their own.
    has_groups: bool,
    /// The number of days.
    end: usize,
}

impl Stretches {
    /// Begins; `None` where the model lacks days or units, has too many of them, or the amounts are too large.
    pub(super) fn new(model: &Model, found: &Found) -> Option<Self> {
        let units: usize = model.rows.iter().map(|row| row.parts).sum();
        if !model.is_complete || model.days.is_empty() || units > UNITS_MAX {
            return None;
        }
        let rows: Vec<Units> =
            model.rows.iter().map(|row| Units::new(model, row)).collect::<Option<_>>()?;
        let of_items = model.rows.iter().enumerate();
        let items: Vec<usize> =
            of_items.flat_map(|(item, row)| std::iter::repeat_n(item, row.parts)).collect();
        let mut firsts = vec![0];
        for row in &model.rows {
            firsts.push(firsts[firsts.len() - 1] + row.parts);
        }
        let last = model.days.len();
        let ends = (1..last).filter(|day| model.left[*day] > model.left[day - 1]).chain([last]);
        let windows = ends.map(|end| Window::until(model, end - 1)).take(WINDOWS_MAX / 2);
        let all = Node {
            most: i128::MAX,
            depth: 0,
            stretches: vec![(0, last); items.len()],
            prices: Vec::new(),
            groups: Vec::new(),
            cut: None,
        };
        Some(Self {
            rows,
            firsts,
            windows: windows.collect(),
            open: BinaryHeap::from([all]),
            work_left: if units <= UNITS_FEW { WORK.1 } else { WORK.0 },
            rounds_left: ROUNDS_FIRST,
            kept: -model.rows.iter().map(|row| row.kept[row.parts]).sum::<i128>(),
            most_unrounded: found.value,
            spans: Vec::new(),
            dues: vec![0; items.len()],
            has_groups: groups::are_known(model, units),
            end: model.days.len(),
            items,
        })
    }

    /// Looks at the next node; `false` where nothing is left to look at.
    pub(super) fn step(&mut self, model: &Model, found: &mut Found) -> bool {
        if self.work_left == 0 || self.open.len() > OPEN_MAX || self.most_open() <= found.value {
            return false;
        }
        if let Some(returns) = found.polish(model) {
            self.work_left = self.work_left.saturating_sub(RETURN_WORK * returns);
            return true;
        }
        let most = self.most(found);
        if let Some(returns) = found.fill_by_four(model, most) {
            self.work_left = self.work_left.saturating_sub(RETURN_WORK * returns);
            return true;
        }
        let Some(node) = self.open.pop() else { return false };
        if self.rounds_left > 0 {
            self.rounds_left -= 1;
            self.take(model, found, node);
            return true;
        }
        let Some((unit, last)) = node.cut else { return true };
        let (from, to) = node.stretches[unit];
        let end = model.days.len();
        let mut parts = vec![(from, last)];
        if last + 1 < end && to == end {
            // Going later and being kept are apart.
            parts.extend([(last + 1, end - 1), (end, end)]);
        } else {
            parts.push((last + 1, to));
        }
        for part in parts {
            let mut stretches = node.stretches.clone();
            if self.narrow(&mut stretches, unit, part) {
                self.take(model, found, node.child(stretches));
            }
        }
        true
    }

    /// The most that any plan brings, in cents, as far as it is known.
    pub(super) fn most(&self, found: &Found) -> i128 {
        self.most_open().max(self.most_unrounded).max(found.value)
    }

    /// The most that the plans bring that are still to be looked at.
    fn most_open(&self) -> i128 {
        self.open.peek().map_or(i128::MIN, |node| node.most.div_euclid(SCALE))
    }

    /// Bounds a node, and keeps it if it may hold something better.
    fn take(&mut self, model: &Model, found: &mut Found, mut node: Node) {
        if !self.leave_room(model, &mut node) {
            return;
        }
        node.most = node.most.min(self.most_of_whole(model, found, &node));
        if node.most.div_euclid(SCALE) <= found.value {
            return;
        }
        let Some(ways) = self.search_prices(model, found, &mut node) else { return };
        let may_be_better = |node: &Node, found: &Found| node.most.div_euclid(SCALE) > found.value;
        let Some(last) = ways.last() else { return };
        if may_be_better(&node, found) && node.depth.is_multiple_of(PLANNED_DEPTHS) {
            let placed = self.placed(model, last);
            let returns = found.repair(model, &placed, node.most.div_euclid(SCALE));
            self.work_left = self.work_left.saturating_sub(RETURN_WORK * returns);
        }
        if may_be_better(&node, found)
            && self.leave_out(model, found, &mut node)
            && self.leave_room(model, &mut node)
        {
            node.cut = self.cut(model, &node, &ways);
            if node.cut.is_none() {
                return self.take_plan(model, found, &node);
            }
            self.open.push(node);
        }
    }

    /// A node in which every unit has its day is one plan.
    fn take_plan(&mut self, model: &Model, found: &mut Found, node: &Node) {
        let days: Vec<usize> = node.stretches.iter().map(|stretch| stretch.0).collect();
        let placed = self.placed(model, &days);
        if let Some(unrounded) = found.offer(model, &placed) {
            self.most_unrounded = self.most_unrounded.max(unrounded);
        }
    }

    /// Returns as they follow from the day of each unit.
    fn placed(&self, model: &Model, days: &[usize]) -> Vec<Placed> {
        let mut placed: Vec<Placed> = Vec::new();
        for (item, day) in self.items.iter().zip(days).filter(|(_, day)| **day < model.days.len()) {
            match placed.last_mut() {
                Some(last) if (last.item, last.day) == (*item, *day) => last.count += 1,
                _ => placed.push(Placed { day: *day, item: *item, count: 1 }),
            }
        }
        placed.sort_unstable_by_key(|placed| (placed.day, placed.item));
        placed
    }

    /// Where to cut: the unit about which the bounds agree least.
    fn cut(&self, model: &Model, node: &Node, ways: &[Vec<usize>]) -> Option<(usize, usize)> {
        let end = model.days.len();
        let ways = &ways[ways.len() / 3..];
        let mut best: Option<(i128, (usize, usize))> = None;
        let mut offer = |score: i128, cut: (usize, usize)| {
            if score > best.map_or(0, |best| best.0) {
                best = Some((score, cut));
            }
        };
        for unit in self.middles(node) {
            let (from, to) = node.stretches[unit];
            let units = &self.rows[self.items[unit]];
            let size = i128::from(units.most.get(from).copied().unwrap_or(0)) + 1;
            let within = ways.iter().map(|days| days[unit]).filter(|day| (from..=to).contains(day));
            let (kept, returned): (Vec<usize>, Vec<usize>) = within.partition(|day| *day == end);
            if !kept.is_empty() && !returned.is_empty() {
                let less = kept.len().min(returned.len()) as i128;
                offer(2 * size * less * 365, (unit, end - 1));
            }
            // Days between which the price of a dollar changes are what a bound mixes.
            for span in self.spans.iter().filter(|span| from < span.first && span.first <= to) {
                let (early, late): (Vec<usize>, Vec<usize>) =
                    returned.iter().partition(|day| **day < span.first);
                if !early.is_empty() && !late.is_empty() {
                    let less = early.len().min(late.len()) as i128;
                    let mean = |days: &[usize]| days.iter().sum::<usize>() / days.len();
                    let apart = (mean(&late) - mean(&early)) as i128;
                    offer(2 * size * less * apart, (unit, span.first - 1));
                }
            }
        }
        let widest = || {
            let all = self.middles(node).max_by_key(|unit| {
                let (from, to) = node.stretches[*unit];
                let units = &self.rows[self.items[*unit]];
                let of = |day: usize| units.most.get(day).copied().unwrap_or(0);
                (of(from) - of(to), to - from)
            });
            all.map(|unit| {
                let (from, to) = node.stretches[unit];
                (unit, if to == end && from < end { end - 1 } else { (from + to) / 2 })
            })
        };
        best.map(|(_, cut)| cut).or_else(widest)
    }

    /// The middle one of each row of units with the same stretch of more than a day.
    fn middles<'n>(&'n self, node: &'n Node) -> impl Iterator<Item = usize> + 'n {
        let units: Vec<usize> = (0..self.items.len()).collect();
        let of = |unit: usize| (self.items[unit], node.stretches[unit]);
        let groups = units.chunk_by(|one, next| of(*one) == of(*next));
        let middles: Vec<usize> = groups.map(|same| same[(same.len() - 1) / 2]).collect();
        middles.into_iter().filter(|unit| node.stretches[*unit].0 < node.stretches[*unit].1)
    }
}

/// The first of days for which something does not hold, if it holds for those before.
fn partition_point(days: &Range<usize>, holds: impl Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (days.start, days.end);
    while from < to {
        let day = from + (to - from) / 2;
        if holds(day) { from = day + 1 } else { to = day }
    }
    from
}

#[cfg(test)]
mod tests;
