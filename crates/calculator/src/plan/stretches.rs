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
//! Units of one item are equal, so they go in an order: where one goes early, those before it do as well. What
//! rounding makes of several units together is bounded by the best per unit, until all of them have their day.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::ops::Range;

use crate::plan::model::{Model, Row};
use crate::plan::search::{Found, Placed};
use crate::policy::OverLimit;

/// The fractions of a cent in which units are bounded, and of a dollar in which prices are.
const FRACTION: i128 = 64;
const PRICE: i64 = 1 << 22;
const SCALE: i128 = FRACTION * PRICE as i128;
/// Amounts of one unit, in fractions, below which nothing here overflows.
const AMOUNT_MAX: i128 = 1 << 36;
/// Steps at most: days of units that are compared, and what making plans of ways comes to in them.
const WORK_MAX: usize = 100_000_000;
/// The same for so few units that they may be proven.
const WORK_OF_FEW: usize = 300_000_000;
const UNITS_FEW: usize = 32;
/// Steps that carrying one return out comes to.
const RETURN_WORK: usize = 4;
/// Steps of the search for prices in each node, and how often they are taken again before the first is cut.
const STEPS: usize = 10;
/// Of nodes at these depths a plan is made of the way of the bound.
const PLANNED_DEPTHS: usize = 4;
const ROUNDS_FIRST: usize = 12;
/// Steps without a much lower bound after which they become shorter, and the shortest, in 256ths.
const PATIENCE: usize = 4;
const LENGTH: (i128, i128) = (256, 5);
/// Windows that are given a price at most.
const WINDOWS_MAX: usize = 160;
/// Units that are looked at at most.
const UNITS_MAX: usize = 128;
/// Nodes that wait at most.
const OPEN_MAX: usize = 40_000;

/// What a unit of an item comes to at most on each day, in [`FRACTION`]s of a cent.
struct Units {
    /// What it takes from the limit at most and at least.
    most: Vec<i64>,
    least: Vec<i64>,
    /// What it brings beyond that at most; `None` where it cannot go.
    beyond: Vec<Option<i64>>,
    /// The most of that on any day.
    beyond_max: i64,
    /// Whether what it takes only falls from day to day.
    is_falling: bool,
}

/// Days on which a dollar of the limit has one price: from the first one to that of the next span.
struct Span {
    first: usize,
    /// What a dollar that goes on them leaves of itself.
    weight: i64,
}

/// Days on which returns are held against the limit together: places of the first and the last.
#[derive(PartialEq, Eq)]
struct Window {
    first: usize,
    last: usize,
    left: i128,
}

/// A part of all plans.
struct Node {
    /// What they bring at most, in [`SCALE`]ths of a cent.
    most: i128,
    depth: usize,
    /// By unit: the first and the last day.
    stretches: Vec<(usize, usize)>,
    prices: Vec<i64>,
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
    /// The number of days.
    end: usize,
}

impl Stretches {
    /// Begins; `None` where the model lacks days or units, has too many of them, or the amounts are too large.
    pub(super) fn new(model: &Model, found: &mut Found) -> Option<Self> {
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
        let mut search = Self {
            rows,
            firsts,
            windows: Vec::new(),
            open: BinaryHeap::new(),
            work_left: if units <= UNITS_FEW { WORK_OF_FEW } else { WORK_MAX },
            rounds_left: ROUNDS_FIRST,
            kept: -model.rows.iter().map(|row| row.kept[row.parts]).sum::<i128>(),
            most_unrounded: found.value,
            spans: Vec::new(),
            end: model.days.len(),
            items,
        };
        let last = model.days.len();
        let ends = (1..last).filter(|day| model.left[*day] > model.left[day - 1]).chain([last]);
        let windows: Vec<Window> = ends.map(|end| Window::until(model, end - 1)).collect();
        search.windows = windows;
        search.windows.truncate(WINDOWS_MAX / 2);
        let root = Node {
            most: i128::MAX,
            depth: 0,
            stretches: vec![(0, last); search.items.len()],
            prices: Vec::new(),
            cut: None,
        };
        search.open.push(root);
        Some(search)
    }

    /// Looks at the next node; `false` where nothing is left to look at.
    pub(super) fn step(&mut self, model: &Model, found: &mut Found) -> bool {
        let is_open = |node: &Node| node.most.div_euclid(SCALE) > found.value;
        if !self.open.peek().is_some_and(is_open) || self.work_left == 0 {
            return false;
        }
        if self.open.len() > OPEN_MAX {
            self.work_left = 0;
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
                let (most, prices) = (node.most, node.prices.clone());
                let child = Node { most, depth: node.depth + 1, stretches, prices, cut: None };
                self.take(model, found, child);
            }
        }
        true
    }

    /// The most that any plan brings, in cents, as far as it is known.
    pub(super) fn most(&self, found: &Found) -> i128 {
        let open = self.open.peek().map_or(i128::MIN, |node| node.most.div_euclid(SCALE));
        open.max(self.most_unrounded).max(found.value)
    }

    /// Lets a unit go in a part of its stretch only, and the others of its item in the order that follows.
    fn narrow(&self, stretches: &mut [(usize, usize)], unit: usize, part: (usize, usize)) -> bool {
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
    fn leave_room(&mut self, model: &Model, stretches: &mut [(usize, usize)]) -> bool {
        let is_capped = model.planning.policy.limit.over == OverLimit::PayoutCapped;
        if is_capped || !self.rows.iter().all(|units| units.is_falling) {
            return true;
        }
        let mut changes = true;
        while changes {
            changes = false;
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

    /// The day itself if what must go within any 365 days leaves room for a unit on it; else a later one before
    /// which there is none.
    fn next_with_room(
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

    /// Bounds a node, and keeps it if it may hold something better.
    fn take(&mut self, model: &Model, found: &mut Found, mut node: Node) {
        if !self.leave_room(model, &mut node.stretches) {
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
            && self.leave_room(model, &mut node.stretches)
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

    /// Searches prices whose bound is low; answers with the ways that the bounds have taken. `None` where
    /// the node holds no plan.
    fn search_prices(
        &mut self,
        model: &Model,
        found: &Found,
        node: &mut Node,
    ) -> Option<Vec<Vec<usize>>> {
        let mut prices = std::mem::take(&mut node.prices);
        let mut lowest: Option<(i128, Vec<i64>)> = None;
        let (mut length, mut waited) = (LENGTH.0, 0);
        let mut direction: Vec<i128> = Vec::new();
        let mut ways = Vec::new();
        for _ in 0..STEPS {
            prices.resize(self.windows.len(), 0);
            let mut days = vec![0; self.items.len()];
            let total = self.evaluate(model, node, &prices, &mut days)?;
            let before = lowest.as_ref().map_or(i128::MAX, |lowest| lowest.0);
            let aim = found.value * SCALE;
            let is_much = before == i128::MAX || (before - total) * 50 > (before - aim).max(0);
            waited = if is_much { 0 } else { waited + 1 };
            if total < before {
                lowest = Some((total, prices.clone()));
            }
            if waited >= PATIENCE {
                (length, waited) = (length * 5 / 8, 0);
                if let Some((_, best)) = &lowest {
                    prices.clone_from(best);
                    prices.resize(self.windows.len(), 0);
                }
                direction.clear();
            }
            let placed = self.placed(model, &days);
            ways.push(days);
            let is_beaten = lowest.as_ref().is_some_and(|it| it.0.div_euclid(SCALE) <= found.value);
            if is_beaten || length < LENGTH.1 {
                break;
            }
            let taken = taken(model, &placed);
            let work = (self.windows.len() + RETURN_WORK) * taken.len();
            self.work_left = self.work_left.saturating_sub(work);
            if self.work_left == 0 {
                break;
            }
            self.add_windows(model, &taken);
            prices.resize(self.windows.len(), 0);
            let gap = ((total - aim) / SCALE).max(1);
            if !self.move_prices(&taken, gap * length, &mut direction, &mut prices) {
                break;
            }
        }
        let (most, best) = lowest?;
        node.most = node.most.min(most);
        node.prices = best;
        Some(ways)
    }

    /// Takes a step towards lower prices of what is left and higher ones of what is taken too often.
    fn move_prices(
        &self,
        taken: &[(usize, i128)],
        length: i128,
        direction: &mut Vec<i128>,
        prices: &mut [i64],
    ) -> bool {
        direction.resize(self.windows.len(), 0);
        for ((window, direction), price) in self.windows.iter().zip(&mut *direction).zip(&*prices) {
            let used = taken.iter().filter(|(day, _)| (window.first..=window.last).contains(day));
            let left = window.left - used.map(|(_, cents)| cents).sum::<i128>();
            *direction = left + *direction / 2;
            if *price == 0 && *direction > 0 {
                *direction = 0;
            }
        }
        let largest = direction.iter().map(|left| left.abs()).max().unwrap_or(0);
        let shrink = (largest >> 24).max(1);
        let squares: i128 = direction.iter().map(|left| (left / shrink).pow(2)).sum();
        if squares == 0 {
            return false;
        }
        for (price, left) in prices.iter_mut().zip(direction) {
            let change = length * (*left / shrink) * i128::from(PRICE) / (squares * 256 * shrink);
            let change = change.clamp(-i128::from(4 * PRICE), i128::from(4 * PRICE)) as i64;
            *price = (*price - change).clamp(0, 4 * PRICE);
        }
        true
    }

    /// Gives windows a place for a price from which more is taken than they leave.
    fn add_windows(&mut self, model: &Model, taken: &[(usize, i128)]) {
        for (place, (day, _)) in taken.iter().enumerate() {
            let counting = taken[..=place].iter().rev();
            let counting = counting.take_while(|(earlier, _)| model.counts_on(*earlier, *day));
            let (mut used, mut oldest) = (0, *day);
            for (earlier, cents) in counting {
                used += cents;
                oldest = *earlier;
            }
            let is_last = taken.get(place + 1).is_none_or(|next| next.0 > *day);
            if used <= model.left[*day] || !is_last || self.windows.len() >= WINDOWS_MAX {
                continue;
            }
            let mut last = *day;
            while last + 1 < model.days.len()
                && model.left[last + 1] == model.left[*day]
                && model.counts_on(oldest, last + 1)
            {
                last += 1;
            }
            let window = Window::until(model, last);
            if !self.windows.contains(&window) {
                self.windows.push(window);
            }
        }
    }

    /// Tells days by what a dollar of the limit leaves of itself after its prices.
    fn weigh(&mut self, model: &Model, prices: &[i64]) -> i128 {
        let mut of_windows = 0;
        let mut changes: Vec<(usize, i64)> = Vec::new();
        for (window, price) in self.windows.iter().zip(prices).filter(|(_, price)| **price != 0) {
            of_windows += window.left * i128::from(*price) * FRACTION;
            for change in [(window.first, *price), (window.last + 1, -*price)] {
                let place = changes.partition_point(|known| known.0 <= change.0);
                changes.insert(place, change);
            }
        }
        let is_capped = model.planning.policy.limit.over == OverLimit::PayoutCapped;
        self.spans.clear();
        self.spans.push(Span { first: 0, weight: PRICE });
        let mut price = 0_i64;
        for (first, change) in changes.into_iter().filter(|(first, _)| *first < self.end) {
            price += change;
            let weight = PRICE - price.min(4 * PRICE);
            // What does not pay its price is not paid out under a cap: nothing forces it to fit.
            let weight = if is_capped { weight.max(0) } else { weight };
            match self.spans.last_mut() {
                Some(last) if last.first == first => last.weight = weight,
                _ => self.spans.push(Span { first, weight }),
            }
        }
        of_windows
    }

    /// The parts of a stretch by spans, each with its weight; without the day of what is kept.
    fn spans_of(
        &self,
        (from, to): (usize, usize),
    ) -> impl DoubleEndedIterator<Item = (Range<usize>, i64)> {
        let end = (to + 1).min(self.end);
        let first = self.spans.partition_point(|span| span.first <= from).saturating_sub(1);
        let last = self.spans.partition_point(|span| span.first < end);
        (first..last.max(first)).map(move |place| {
            let next = self.spans.get(place + 1).map_or(self.end, |next| next.first);
            let span = &self.spans[place];
            (span.first.max(from)..next.min(end), span.weight)
        })
    }

    /// The bound of a node under these prices, in [`SCALE`]ths of a cent, and the day of each unit in it.
    fn evaluate(
        &mut self,
        model: &Model,
        node: &Node,
        prices: &[i64],
        days: &mut [usize],
    ) -> Option<i128> {
        let of_windows = self.weigh(model, prices);
        let mut total = self.kept * SCALE + of_windows;
        let mut work = self.spans.len() + self.items.len();
        for (item, row) in model.rows.iter().enumerate() {
            let units = self.firsts[item]..self.firsts[item + 1];
            let stretches = &node.stretches[units.clone()];
            if row.parts > 1 && stretches.iter().all(|(from, to)| from == to) {
                total += self.of_fixed(model, row, stretches)?;
                for (day, stretch) in days[units].iter_mut().zip(stretches) {
                    *day = stretch.0;
                }
                continue;
            }
            let mut known: Option<((usize, usize), (i64, usize))> = None;
            for (day, stretch) in days[units].iter_mut().zip(stretches) {
                let best = match known {
                    Some((of, best)) if of == *stretch => best,
                    _ => self.best(item, *stretch, &mut work)?,
                };
                known = Some((*stretch, best));
                *day = best.1;
                total += i128::from(best.0);
            }
        }
        self.work_left = self.work_left.saturating_sub(work);
        Some(total)
    }

    /// The best day of a unit in a stretch, and what it brings then; `work` counts the days that are looked at.
    fn best(&self, item: usize, stretch: (usize, usize), work: &mut usize) -> Option<(i64, usize)> {
        let units = &self.rows[item];
        let mut best: Option<(i64, usize)> = None;
        for (days, weight) in self.spans_of(stretch) {
            *work += 1;
            let mut looks_at = |day: usize| {
                *work += 1;
                let known = best.map_or(i64::MIN, |best| best.0);
                match units.brings(day, weight) {
                    Some(brings) if brings > known => best = Some((brings, day)),
                    _ if units.is_falling && units.brings_at_most(day, weight) <= known => {
                        return false;
                    }
                    _ => {}
                }
                true
            };
            // What follows brings less, but for what rounding gives.
            if weight >= 0 {
                let _ = days.clone().all(&mut looks_at);
            } else {
                let _ = days.rev().all(&mut looks_at);
            }
        }
        if stretch.1 == self.end && best.is_none_or(|best| best.0 < 0) {
            best = Some((0, self.end));
        }
        best
    }

    /// What a unit brings on a day beyond being kept, less the price of what it takes.
    fn brings(&self, item: usize, day: usize) -> Option<i64> {
        if day == self.end {
            return Some(0);
        }
        self.rows[item].brings(day, self.weight(day))
    }

    fn weight(&self, day: usize) -> i64 {
        self.spans[self.spans.partition_point(|span| span.first <= day) - 1].weight
    }

    /// The part of a stretch outside of which nothing brings as much as is needed; `None` where nothing does.
    fn narrowed(
        &self,
        item: usize,
        (from, to): (usize, usize),
        needed: i128,
    ) -> Option<(usize, usize)> {
        let units = &self.rows[item];
        let brings_enough = |day: usize, weight: i64| {
            units.brings(day, weight).is_some_and(|brings| i128::from(brings) >= needed)
        };
        // Of each span only the days that may bring enough, by what falls.
        let within = |(days, weight): (Range<usize>, i64)| {
            if !units.is_falling {
                return (days, weight);
            }
            let may = |day: usize| i128::from(units.brings_at_most(day, weight)) >= needed;
            let edge = partition_point(&days, |day| may(day) == (weight >= 0));
            (if weight >= 0 { days.start..edge } else { edge..days.end }, weight)
        };
        let is_kept = to == self.end && needed <= 0;
        let mut spans = self.spans_of((from, to)).map(within);
        let first =
            spans.find_map(|(mut days, weight)| days.find(|day| brings_enough(*day, weight)));
        let Some(first) = first else { return is_kept.then_some((self.end, self.end)) };
        if is_kept {
            return Some((first, self.end));
        }
        let mut spans = self.spans_of((from, to)).map(within).rev();
        let last =
            spans.find_map(|(mut days, weight)| days.rfind(|day| brings_enough(*day, weight)));
        Some((first, last.unwrap_or(first)))
    }

    /// The same of all units of an item, each on its day: to the cent.
    fn of_fixed(&self, model: &Model, row: &Row, days: &[(usize, usize)]) -> Option<i128> {
        let mut remaining = row.parts;
        let mut total = row.kept[row.parts] * SCALE;
        for same in days.chunk_by(|one, next| one.0 == next.0) {
            let (day, count) = (same[0].0, same.len());
            if day == self.end {
                break;
            }
            let worth = row.worth(day, count, remaining)?;
            let takes = takes(model, worth);
            let beyond = worth.refund - worth.charged - takes;
            total += takes * i128::from(self.weight(day)) * FRACTION + beyond * SCALE;
            remaining -= count;
        }
        Some(total - row.kept[remaining] * SCALE)
    }

    /// Leaves out the first and the last days of units on which nothing better than what is known can go.
    fn leave_out(&mut self, model: &Model, found: &Found, node: &mut Node) -> bool {
        let mut days = vec![0; self.items.len()];
        let mut prices = node.prices.clone();
        prices.resize(self.windows.len(), 0);
        let Some(total) = self.evaluate(model, node, &prices, &mut days) else { return false };
        for (unit, day) in days.iter().enumerate() {
            let item = self.items[unit];
            let stretch = node.stretches[unit];
            let now = self.brings(item, *day).filter(|_| stretch.0 < stretch.1);
            let Some(now) = now else { continue };
            let needed = (found.value + 1) * SCALE - total + i128::from(now);
            let narrowed = self.narrowed(item, stretch, needed);
            if !narrowed.is_some_and(|part| self.narrow(&mut node.stretches, unit, part)) {
                return false;
            }
        }
        true
    }

    /// Where to cut: the unit about which the bounds agree least.
    fn cut(&self, model: &Model, node: &Node, ways: &[Vec<usize>]) -> Option<(usize, usize)> {
        let end = model.days.len();
        let ways = &ways[ways.len() / 3..];
        let mut best: Option<(i128, usize, usize)> = None;
        let mut offer = |score: i128, unit: usize, last: usize| {
            if score > best.map_or(0, |best| best.0) {
                best = Some((score, unit, last));
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
                offer(2 * size * less * 365, unit, end - 1);
            }
            // Days between which the price of a dollar changes are what a bound mixes.
            for span in self.spans.iter().filter(|span| from < span.first && span.first <= to) {
                let (early, late): (Vec<usize>, Vec<usize>) =
                    returned.iter().partition(|day| **day < span.first);
                if !early.is_empty() && !late.is_empty() {
                    let less = early.len().min(late.len()) as i128;
                    let mean = |days: &[usize]| days.iter().sum::<usize>() / days.len();
                    let apart = (mean(&late) - mean(&early)) as i128;
                    offer(2 * size * less * apart, unit, span.first - 1);
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
        best.map(|(_, unit, last)| (unit, last)).or_else(widest)
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

impl Window {
    /// The days that count on the one at `last`.
    fn until(model: &Model, last: usize) -> Self {
        let first = (0..=last).find(|day| model.counts_on(*day, last)).unwrap_or(last);
        Self { first, last, left: model.left[last] }
    }
}

impl Units {
    /// What a unit brings on a day, where a dollar leaves so much of itself.
    fn brings(&self, day: usize, weight: i64) -> Option<i64> {
        Some(self.takes(day, weight) * weight + self.beyond[day]? * PRICE)
    }

    /// What it brings at most on that day and on all that follow (before, if a dollar leaves less than nothing).
    fn brings_at_most(&self, day: usize, weight: i64) -> i64 {
        self.takes(day, weight) * weight + self.beyond_max * PRICE
    }

    fn takes(&self, day: usize, weight: i64) -> i64 {
        if weight >= 0 { self.most[day] } else { self.least[day] }
    }

    fn new(model: &Model, row: &Row) -> Option<Self> {
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

/// The first of days for which something does not hold, if it holds for those before.
fn partition_point(days: &Range<usize>, holds: impl Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (days.start, days.end);
    while from < to {
        let day = from + (to - from) / 2;
        if holds(day) { from = day + 1 } else { to = day }
    }
    from
}

/// What a return takes from the limit where there is enough of it.
fn takes(model: &Model, worth: crate::plan::model::Worth) -> i128 {
    match model.planning.policy.limit.over {
        OverLimit::Refused => worth.counts,
        OverLimit::PayoutCapped => worth.refund,
    }
}

/// What returns take from the limit if all of it is there, by day.
fn taken(model: &Model, placed: &[Placed]) -> Vec<(usize, i128)> {
    let mut remaining: Vec<usize> = model.rows.iter().map(|row| row.parts).collect();
    let taken = |placed: &Placed| {
        let left = &mut remaining[placed.item];
        let worth = model.rows[placed.item].worth(placed.day, placed.count, *left);
        *left -= placed.count;
        (placed.day, worth.map_or(0, |worth| takes(model, worth)))
    };
    placed.iter().map(taken).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Method, PlanItem, Planning, plan};
    use crate::{
        BillingPlan, Currency, Holding, HoldingInput, Ledger, LedgerEntry, Money, Policy,
        ProvisioningState, ResourceType, Term, UsdRate, parse_decimal,
    };
    use chrono::{Days, NaiveDate};
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    prop_compose! {
        fn items(on: NaiveDate)(
            units in 1_u64..4,
            cents in prop_oneof![50_000_i64..500_000, 500_000_i64..3_000_000],
            is_euro in any::<bool>(),
            is_monthly in any::<bool>(),
            is_long in any::<bool>(),
            age in 0_u64..360,
            divisible in any::<bool>(),
        ) -> PlanItem {
            let code = if is_euro { "EUR" } else { "USD" };
            let holding = Holding::new(HoldingInput {
                quantity: units as u32,
                unit_price: Decimal::new(cents, 2),
                currency: Currency::parse(code).expect("a currency"),
                billing_plan: if is_monthly { BillingPlan::Monthly } else { BillingPlan::Upfront },
                term: if is_long { Term::THREE_YEARS } else { Term::ONE_YEAR },
                purchase_date: on - Days::new(age),
                expiry_date: None,
                resource_type: ResourceType::VirtualMachines,
                state: ProvisioningState::Succeeded,
                used: true,
                instalment: None,
                current_unit_price: None,
                sku_name: None,
                exchanges_used: 0,
            });
            PlanItem { holding: holding.expect("valid"), units, divisible }
        }
    }

    fn planning() -> impl Strategy<Value = Planning> {
        let on = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let entry = (1_u64..364, 1_000_000_i128..4_800_000).prop_map(move |(days, cents)| {
            LedgerEntry { date: on - Days::new(days), usd: Money::from_minor(cents, Currency::USD) }
        });
        let entries = proptest::collection::vec(entry, 0..3);
        let of = proptest::collection::vec(items(on), 1..5);
        (of, 1_u64..30, entries, 0..Policy::all().len()).prop_map(
            move |(items, days, entries, policy)| {
                let rate = parse_decimal("1.0843").and_then(UsdRate::from_decimal);
                let euro = Currency::parse("EUR").expect("a currency");
                let ledger = Ledger::new(entries).expect("valid entries");
                let rates = [(euro, rate.expect("a rate"))];
                let until = on + Days::new(days);
                Planning::new(items, on, until, &Policy::all()[policy], ledger, &rates)
                    .expect("valid")
            },
        )
    }

    /// Two returns over more than a year, so that one can wait until the other is free again.
    fn years() -> impl Strategy<Value = Planning> {
        let on = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let entry = (1_u64..364, 1_000_000_i128..4_800_000).prop_map(move |(days, cents)| {
            LedgerEntry { date: on - Days::new(days), usd: Money::from_minor(cents, Currency::USD) }
        });
        let of = proptest::collection::vec(items(on), 2..3);
        (of, 366_u64..480, entry).prop_map(move |(mut items, days, entry)| {
            items.iter_mut().for_each(|item| item.divisible = false);
            let rate = parse_decimal("1.0843").and_then(UsdRate::from_decimal).expect("a rate");
            let rates = [(Currency::parse("EUR").expect("a currency"), rate)];
            let policy = Policy::by_id("azure-2026-08").expect("a policy");
            let ledger = Ledger::new(vec![entry]).expect("a valid entry");
            Planning::new(items, on, on + Days::new(days), policy, ledger, &rates).expect("valid")
        })
    }

    /// The most that two returns bring on whichever days.
    fn best_of_two(model: &Model) -> i128 {
        let end = model.days.len();
        let mut every = Found::nothing(model);
        for (one, other) in (0..=end).flat_map(|one| (0..=end).map(move |other| (one, other))) {
            let days = [(one, 0), (other, 1)];
            let going = days.into_iter().filter(|(day, _)| *day < end);
            let mut plan: Vec<_> =
                going.map(|(day, item)| Placed { day, item, count: 1 }).collect();
            plan.sort_unstable_by_key(|placed| (placed.day, placed.item));
            every.offer(model, &plan);
        }
        every.value
    }

    /// A quarter of the cases of other properties: each compares two whole searches.
    fn so_many() -> ProptestConfig {
        let asked = ProptestConfig::default();
        ProptestConfig { cases: asked.cases.div_ceil(4), ..asked }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: so_many().cases.div_ceil(4), ..so_many() })]

        /// No day is left out on which a best plan returns something.
        #[test]
        fn stretches_over_years_come_to_the_best_of_all_days(planning in years()) {
            let mut model = Model::new(planning);
            while model.add_row() {}
            let best = best_of_two(&model);
            let mut found = Found::nothing(&model);
            let mut search = Stretches::new(&model, &mut found).expect("few days and units");
            while search.step(&model, &mut found) {}
            let most = search.most(&found);
            prop_assert!(most >= best, "{most} is less than {best}");
            prop_assert!(found.value <= best);
            prop_assert!(most > found.value || found.value == best);
        }
    }

    proptest! {
        #![proptest_config(so_many())]

        /// Without what the other searches have found and proven it comes to the same.
        #[test]
        fn stretches_alone_come_to_what_every_choice_comes_to(planning in planning()) {
            let known = plan(&planning);
            let mut model = Model::new(planning);
            while model.add_row() {}
            let mut found = Found::nothing(&model);
            let Some(mut search) = Stretches::new(&model, &mut found) else { return Ok(()) };
            while search.step(&model, &mut found) {}
            let most = search.most(&found);
            let best = known.usd.minor();
            prop_assert!(most >= best, "{most} is less than {best}");
            prop_assert!(found.value <= best + known.method.bound().minor());
            if known.method == Method::Exact && most == found.value {
                prop_assert_eq!(found.value, best);
            }
        }
    }
}
