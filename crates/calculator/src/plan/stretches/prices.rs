//! What a node brings at most, by prices for what is taken from the limit.

use std::ops::Range;

use super::units::takes;
use super::{
    FRACTION, Node, PRICE, PRICE_STEPS, RETURN_WORK, SCALE, Stretches, WINDOWS_MAX, partition_point,
};
use crate::plan::groups::{Group, Stretch};
use crate::plan::model::Model;
use crate::plan::search::{Found, Placed};
use crate::policy::OverLimit;

/// Steps without a much lower bound after which they become shorter, and the shortest, in 256ths.
const PATIENCE: usize = 4;
const LENGTH: (i128, i128) = (256, 5);

/// Days on which a dollar of the limit has one price: from the first one to that of the next span.
pub(super) struct Span {
    pub(super) first: usize,
    /// What a dollar that goes on them leaves of itself.
    weight: i64,
}

/// Days on which returns are held against the limit together: places of the first and the last.
#[derive(PartialEq, Eq)]
pub(super) struct Window {
    pub(super) first: usize,
    last: usize,
    left: i128,
}

impl Stretches {
    /// Searches prices whose bound is low; answers with the ways that the bounds have taken. `None` where
    /// the node holds no plan.
    pub(super) fn search_prices(
        &mut self,
        model: &Model,
        found: &Found,
        node: &mut Node,
    ) -> Option<Vec<Vec<usize>>> {
        let mut prices = std::mem::take(&mut node.prices);
        let mut lowest: Option<(i128, Vec<i64>, Vec<i64>)> = None;
        let of_groups = |node: &Node| node.groups.iter().map(|group| group.price).collect();
        let (mut length, mut waited) = (LENGTH.0, 0);
        let mut direction: Vec<i128> = Vec::new();
        let mut ways = Vec::new();
        for _ in 0..PRICE_STEPS {
            prices.resize(self.windows.len(), 0);
            let mut days = vec![0; self.items.len()];
            let total = self.evaluate(model, node, &prices, &mut days)?;
            let before = lowest.as_ref().map_or(i128::MAX, |lowest| lowest.0);
            let aim = found.value * SCALE;
            let is_much = before == i128::MAX || (before - total) * 50 > (before - aim).max(0);
            waited = if is_much { 0 } else { waited + 1 };
            if total < before {
                lowest = Some((total, prices.clone(), of_groups(node)));
            }
            if waited >= PATIENCE {
                (length, waited) = (length * 5 / 8, 0);
                if let Some((_, best, of_groups)) = &lowest {
                    for (group, price) in node.groups.iter_mut().zip(of_groups) {
                        group.price = *price;
                    }
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
            let way = ways.last().expect("it was pushed");
            let groups = &mut node.groups;
            if !self.move_prices(&taken, way, gap * length, &mut direction, &mut prices, groups) {
                break;
            }
        }
        let (most, best, of_groups) = lowest?;
        for (group, price) in node.groups.iter_mut().zip(of_groups) {
            group.price = price;
        }
        node.most = node.most.min(most);
        node.prices = best;
        Some(ways)
    }

    /// Takes a step towards lower prices of what is left and higher ones of what is taken too often.
    pub(super) fn move_prices(
        &self,
        taken: &[(usize, i128)],
        way: &[usize],
        length: i128,
        direction: &mut Vec<i128>,
        prices: &mut [i64],
        groups: &mut [Group],
    ) -> bool {
        direction.resize(groups.len() + self.windows.len(), 0);
        let (of_groups, of_windows) = direction.split_at_mut(groups.len());
        for (group, direction) in groups.iter().zip(&mut *of_groups) {
            let used =
                way.iter().enumerate().filter(|(unit, day)| group.holds(*unit) && **day < self.end);
            let used = used.map(|(unit, day)| i128::from(self.rows[self.items[unit]].most[*day]));
            *direction = group.left - used.sum::<i128>() / FRACTION + *direction / 2;
            if group.price == 0 && *direction > 0 {
                *direction = 0;
            }
        }
        for ((window, direction), price) in self.windows.iter().zip(of_windows).zip(&*prices) {
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
        let all = groups.iter_mut().map(|group| &mut group.price).chain(prices);
        for (price, left) in all.zip(direction) {
            let change = length * (*left / shrink) * i128::from(PRICE) / (squares * 256 * shrink);
            let change = change.clamp(-i128::from(4 * PRICE), i128::from(4 * PRICE)) as i64;
            *price = (*price - change).clamp(0, 4 * PRICE);
        }
        true
    }

    /// Gives windows a place for a price from which more is taken than they leave.
    pub(super) fn add_windows(&mut self, model: &Model, taken: &[(usize, i128)]) {
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
    pub(super) fn weigh(&mut self, model: &Model, prices: &[i64]) -> i128 {
        let priced = self.windows.iter().zip(prices).filter(|(_, price)| **price != 0);
        let of_window =
            |(window, price): (&Window, &i64)| window.left * i128::from(*price) * FRACTION;
        let of_windows = priced.clone().map(of_window).sum();
        let priced: Vec<_> =
            priced.map(|(window, price)| (window.first..window.last + 1, *price)).collect();
        let is_capped = model.planning.policy.limit.over == OverLimit::PayoutCapped;
        self.weigh_days(priced.into_iter(), is_capped);
        of_windows
    }

    /// The same by days that have a price.
    pub(super) fn weigh_days(
        &mut self,
        priced: impl Iterator<Item = (Range<usize>, i64)>,
        is_capped: bool,
    ) {
        let mut changes: Vec<(usize, i64)> = Vec::new();
        for (days, price) in priced {
            for change in [(days.start, price), (days.end, -price)] {
                let place = changes.partition_point(|known| known.0 <= change.0);
                changes.insert(place, change);
            }
        }
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
    }

    /// The parts of a stretch by spans, each with its weight; without the day of what is kept.
    pub(super) fn spans_of(
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
    pub(super) fn evaluate(
        &mut self,
        model: &Model,
        node: &Node,
        prices: &[i64],
        days: &mut [usize],
    ) -> Option<i128> {
        let of_windows = self.weigh(model, prices);
        self.dues.fill(0);
        let mut of_groups = 0;
        for group in node.groups.iter().filter(|group| group.price > 0) {
            of_groups += group.left * i128::from(group.price) * FRACTION;
            for (_, due) in self.dues.iter_mut().enumerate().filter(|it| group.holds(it.0)) {
                *due = (*due + group.price).min(4 * PRICE);
            }
        }
        let mut total = self.kept * SCALE + of_windows + of_groups;
        let mut work = self.spans.len() + self.items.len();
        for (item, row) in model.rows.iter().enumerate() {
            let units = self.firsts[item]..self.firsts[item + 1];
            let stretches = &node.stretches[units.clone()];
            if row.parts > 1 && stretches.iter().all(|(from, to)| from == to) {
                total += self.of_item(model, item, node)?;
                for (day, stretch) in days[units].iter_mut().zip(stretches) {
                    *day = stretch.0;
                }
                continue;
            }
            let mut known: Option<((Stretch, i64), (i64, usize))> = None;
            let dues = &self.dues[units.clone()];
            for ((day, stretch), due) in days[units].iter_mut().zip(stretches).zip(dues) {
                let best = match known {
                    Some((of, best)) if of == (*stretch, *due) => best,
                    _ => self.best(item, *stretch, *due, &mut work)?,
                };
                known = Some(((*stretch, *due), best));
                *day = best.1;
                total += i128::from(best.0);
            }
        }
        self.work_left = self.work_left.saturating_sub(work);
        Some(total)
    }

    /// The best day of a unit in a stretch, and what it brings then; `work` counts the days that are looked at.
    pub(super) fn best(
        &self,
        item: usize,
        stretch: Stretch,
        due: i64,
        work: &mut usize,
    ) -> Option<(i64, usize)> {
        let units = &self.rows[item];
        let mut best: Option<(i64, usize)> = None;
        for (days, weight) in self.spans_of(stretch) {
            let weight = weight - due;
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
    pub(super) fn brings(&self, unit: usize, day: usize) -> Option<i64> {
        if day == self.end {
            return Some(0);
        }
        self.rows[self.items[unit]].brings(day, self.weight(day) - self.dues[unit])
    }

    pub(super) fn weight(&self, day: usize) -> i64 {
        self.spans[self.spans.partition_point(|span| span.first <= day) - 1].weight
    }

    /// The part of a stretch outside of which nothing brings as much as is needed; `None` where nothing does.
    pub(super) fn narrowed(
        &self,
        unit: usize,
        (from, to): (usize, usize),
        needed: i128,
    ) -> Option<(usize, usize)> {
        let units = &self.rows[self.items[unit]];
        let due = self.dues[unit];
        let brings_enough = |day: usize, weight: i64| {
            units.brings(day, weight).is_some_and(|brings| i128::from(brings) >= needed)
        };
        // Of each span only the days that may bring enough, by what falls.
        let within = |(days, weight): (Range<usize>, i64)| {
            let weight = weight - due;
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

    /// What all units of an item bring at most under these prices, to the cent: by which of them go on one day. In
    /// [`SCALE`]ths of a cent; `None` where they cannot go.
    pub(super) fn of_item(&mut self, model: &Model, item: usize, node: &Node) -> Option<i128> {
        let row = &model.rows[item];
        let units = self.firsts[item]..self.firsts[item + 1];
        let (stretches, dues) = (&node.stretches[units.clone()], &self.dues[units]);
        let of_return = |day: usize, first: usize, count: usize| {
            let worth = row.worth(day, count, row.parts - first)?;
            let takes = takes(model, worth);
            let beyond = worth.refund - worth.charged - takes;
            let dues: i128 = dues[first..first + count].iter().map(|due| i128::from(*due)).sum();
            let dues = (takes * dues * FRACTION).div_euclid(count as i128);
            Some(takes * i128::from(self.weight(day)) * FRACTION + beyond * SCALE - dues)
        };
        // From each unit on, what they bring on the days that have been looked at, the last ones first.
        let mut best: Vec<Option<i128>> = (0..=row.parts)
            .map(|first| {
                let may_stay = stretches[first..].iter().all(|(_, to)| *to == self.end);
                may_stay.then(|| -row.kept[row.parts - first] * SCALE)
            })
            .collect();
        let days = stretches.iter().map(|(from, _)| *from).min()?..self.end;
        let mut work = 0;
        for day in days.rev() {
            let is_of = |unit: usize| (stretches[unit].0..=stretches[unit].1).contains(&day);
            // The first one goes on with what the later ones bring on later days.
            for first in (0..row.parts).filter(|unit| is_of(*unit)) {
                let counts = (1..=row.parts - first).take_while(|count| is_of(first + count - 1));
                for count in counts {
                    work += 1;
                    let Some(later) = best[first + count] else { continue };
                    let Some(now) = of_return(day, first, count) else { continue };
                    best[first] = best[first].max(Some(now + later));
                }
            }
        }
        self.work_left = self.work_left.saturating_sub(work);
        best[0].map(|best| best + row.kept[row.parts] * SCALE)
    }

    /// Leaves out the first and the last days of units on which nothing better than what is known can go.
    pub(super) fn leave_out(&mut self, model: &Model, found: &Found, node: &mut Node) -> bool {
        let mut days = vec![0; self.items.len()];
        let mut prices = node.prices.clone();
        prices.resize(self.windows.len(), 0);
        let Some(total) = self.evaluate(model, node, &prices, &mut days) else { return false };
        for (unit, day) in days.iter().enumerate() {
            let stretch = node.stretches[unit];
            let now = self.brings(unit, *day).filter(|_| stretch.0 < stretch.1);
            let Some(now) = now else { continue };
            let needed = (found.value + 1) * SCALE - total + i128::from(now);
            let narrowed = self.narrowed(unit, stretch, needed);
            if !narrowed.is_some_and(|part| self.narrow(&mut node.stretches, unit, part)) {
                return false;
            }
        }
        true
    }
}

impl Window {
    /// The days that count on the one at `last`.
    pub(super) fn until(model: &Model, last: usize) -> Self {
        let first = (0..=last).find(|day| model.counts_on(*day, last)).unwrap_or(last);
        Self { first, last, left: model.left[last] }
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
