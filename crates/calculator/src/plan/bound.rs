//! What no plan can exceed: each window of the limit has a price, and each item its best way.
//!
//! For any day, what a plan takes from the limit in the 365 days up to it is at most what the given ledger
//! leaves on that day. So a plan brings at most what all windows leave, at their prices, and for each item
//! the most that any of its ways brings net of the prices of what it takes. Prices are searched by
//! subgradient steps; every price from zero gives a true bound, so that rounding them does no harm.

use chrono::{Days, NaiveDate};

use crate::ledger::LIMIT_DAYS;
use crate::plan::model::Model;
use crate::plan::search::{Found, Placed, WAYS_MAX};

/// The fractions of a cent in which bounds are kept, and of a dollar in which prices are.
pub(super) const SCALE: i128 = 1 << 16;

/// Windows that are given a price at most.
const WINDOWS_MAX: usize = 32;
/// Steps of the search for prices: at most so many comparisons of amounts, and so many steps.
const COMPARISONS_MAX: usize = 12_000_000;
const STEPS: std::ops::RangeInclusive<usize> = 12..=400;
/// Steps without a lower bound after which the steps become shorter.
const PATIENCE: usize = 6;

/// The 365 days up to `last`.
struct Window {
    last: NaiveDate,
    left: i128,
    price: i128,
}

impl Window {
    fn holds(&self, day: NaiveDate) -> bool {
        day <= self.last && self.last < day + Days::new(LIMIT_DAYS)
    }
}

/// The prices, and what each item brings at most under them.
pub(super) struct Prices {
    windows: Vec<Window>,
    /// What a dollar of the limit costs on each day of the model.
    pub(super) of_day: Vec<i128>,
    /// By item, then by day and parts that remain: the most from this day on, in [`SCALE`]ths of a cent.
    best: Vec<Vec<i128>>,
    /// The bound, in [`SCALE`]ths of a cent.
    pub(super) total: i128,
}

impl Prices {
    fn new(model: &Model) -> Self {
        let limit = model.planning.policy.limit.usd_cents;
        let window = |last: NaiveDate| Window {
            last,
            left: (limit - model.planning.ledger.used_on(last).minor()).max(0),
            price: 0,
        };
        // Those that end before something is free again are the tightest.
        let ends = model.events.iter().skip(1).chain([&model.end]);
        let step = (model.events.len() / WINDOWS_MAX).max(1);
        let windows: Vec<Window> = ends
            .rev()
            .step_by(step)
            .filter(|end| **end > model.planning.on)
            .map(|end| window(*end - Days::new(1)))
            .collect();
        Self { windows, of_day: Vec::new(), best: Vec::new(), total: 0 }
    }

    /// The most that what remains of an item brings from a day on.
    pub(super) fn best(&self, model: &Model, item: usize, day: usize, parts: usize) -> i128 {
        self.best[item][day * (model.rows[item].parts + 1) + parts]
    }

    /// The bound in cents.
    pub(super) fn most(&self) -> i128 {
        self.total.div_euclid(SCALE)
    }

    fn evaluate(&mut self, model: &Model) {
        let price = |day: &NaiveDate| -> i128 {
            self.windows.iter().filter(|window| window.holds(*day)).map(|it| it.price).sum()
        };
        self.of_day = model.days.iter().map(price).collect();
        let of_day = &self.of_day;
        self.best = (0..model.rows.len()).map(|item| best_ways(model, item, of_day)).collect();
        let best = self.best.iter().zip(&model.rows).map(|(best, row)| best[row.parts]);
        self.total = best.sum::<i128>() + self.of_windows();
    }

    fn of_windows(&self) -> i128 {
        self.windows.iter().map(|window| window.left * window.price).sum()
    }

    /// Windows that follow on each other without a gap have one phase.
    fn phase(window: &Window, first: NaiveDate) -> i64 {
        (window.last - first).num_days() % LIMIT_DAYS as i64
    }

    fn set_phase(&mut self, of: i64, price: i128, first: NaiveDate) {
        for place in 0..self.windows.len() {
            let is_of = Self::phase(&self.windows[place], first) == of;
            self.windows[place].price = if is_of { price } else { 0 };
        }
    }

    fn prices(&self) -> Vec<i128> {
        self.windows.iter().map(|window| window.price).collect()
    }

    fn set(&mut self, prices: &[i128]) {
        for (window, price) in self.windows.iter_mut().zip(prices) {
            window.price = *price;
        }
    }

    /// The way that the bound takes, which may take too much.
    fn ways(&self, model: &Model) -> Vec<Placed> {
        let mut ways = Vec::new();
        for (item, row) in model.rows.iter().enumerate() {
            let mut remaining = row.parts;
            for day in 0..model.days.len() {
                let here = self.best(model, item, day, remaining);
                if remaining == 0 || here == self.best(model, item, day + 1, remaining) {
                    continue;
                }
                let is_best = |count: &usize| {
                    row.worth(day, *count, remaining).is_some_and(|worth| {
                        let rest = self.best(model, item, day + 1, remaining - count);
                        model.reduced(worth, worth.counts, self.of_day[day]) + rest == here
                    })
                };
                let count = (1..=remaining).find(is_best).expect("the best way is one of them");
                ways.push(Placed { day, item, count });
                remaining -= count;
            }
        }
        ways.sort_unstable_by_key(|placed| (placed.day, placed.item));
        ways
    }

    /// Takes a step towards lower prices of what is left and higher ones of what is taken too often;
    /// `false` where nothing is to be gained.
    fn step(&mut self, model: &Model, ways: &[Placed], aim: i128, length: i128) -> bool {
        let mut left: Vec<i128> = self.windows.iter().map(|window| window.left).collect();
        let mut remaining: Vec<usize> = model.rows.iter().map(|row| row.parts).collect();
        for Placed { day, item, count } in ways {
            let worth = model.rows[*item].worth(*day, *count, remaining[*item]);
            remaining[*item] -= count;
            let taken = worth.map_or(0, |worth| worth.counts);
            for (window, left) in self.windows.iter().zip(&mut left) {
                *left -= if window.holds(model.days[*day]) { taken } else { 0 };
            }
        }
        // Small enough to be multiplied: only the direction matters.
        let largest = left.iter().map(|left| left.abs()).max().unwrap_or(0);
        let shrink = (largest >> 24).max(1);
        let squares: i128 = left.iter().map(|left| (left / shrink).pow(2)).sum();
        let gap = ((self.total - aim) / SCALE / shrink).clamp(1, 1 << 40);
        if squares == 0 {
            return false;
        }
        for (window, left) in self.windows.iter_mut().zip(&left) {
            let change = gap * (left / shrink) * SCALE * length / (squares * 16);
            window.price = (window.price - change).clamp(0, 4 * SCALE);
        }
        true
    }

    /// The bound over every day and every split, where the model has not all of them.
    ///
    /// Each day of the model stands for those up to the next: the value only falls, so that it is the most
    /// on the first of them, and what is taken is the least on the last.
    fn coarse(&self, model: &Model) -> i128 {
        let stretch = |day: usize| {
            let next = model.days.get(day + 1).copied().unwrap_or(model.end);
            (model.days[day], next - Days::new(1))
        };
        let of_item = |(item, row): (usize, &crate::plan::model::Row)| {
            let planned = &model.planning.items[item];
            let (bought, expiry) = (planned.holding.purchase_date(), planned.holding.expiry_date());
            let kept = -row.kept[row.parts] * SCALE;
            let ways = (0..model.days.len()).filter_map(|day| {
                let (first, last) = stretch(day);
                let (first, last) = (first.max(bought), last.min(expiry - Days::new(1)));
                if last < first {
                    return None;
                }
                let counts = model.worth_of_all(item, last)?.counts;
                let holds = |window: &&Window| window.holds(first) && window.holds(last);
                let price = self.windows.iter().filter(holds).map(|window| window.price).sum();
                Some(model.reduced(model.worth_of_all(item, first)?, counts, price))
            });
            let best = ways.fold(kept, i128::max);
            let returns = if planned.divisible { planned.units.min(model.returns_max) } else { 1 };
            best + row.slack * i128::from(returns) * SCALE
        };
        let total: i128 = model.rows.iter().enumerate().map(of_item).sum();
        (total + self.of_windows()).div_euclid(SCALE)
    }
}

/// The most that every number of parts of an item brings from every day on.
fn best_ways(model: &Model, item: usize, of_day: &[i128]) -> Vec<i128> {
    let row = &model.rows[item];
    let width = row.parts + 1;
    let mut best = vec![0; (model.days.len() + 1) * width];
    for (parts, kept) in row.kept.iter().enumerate() {
        best[model.days.len() * width + parts] = -kept * SCALE;
    }
    for day in (0..model.days.len()).rev() {
        let (here, later) = best[day * width..(day + 2) * width].split_at_mut(width);
        here.copy_from_slice(later);
        for remaining in 1..=row.parts {
            for count in 1..=remaining {
                let Some(worth) = row.worth(day, count, remaining) else { continue };
                let way =
                    model.reduced(worth, worth.counts, of_day[day]) + later[remaining - count];
                here[remaining] = here[remaining].max(way);
            }
        }
    }
    best
}

/// A search of prices whose bound is low, which tries the ways that the bound takes.
pub(super) struct PriceSearch {
    prices: Prices,
    /// The phases and prices that are still to be tried as a beginning.
    beginnings: Vec<(i64, i128)>,
    lowest: (i128, Vec<i128>),
    steps_left: usize,
    length: i128,
    waited: usize,
    tried: usize,
}

impl PriceSearch {
    pub(super) fn new(model: &Model) -> Self {
        let mut prices = Prices::new(model);
        prices.evaluate(model);
        let first = model.planning.on;
        let phases: std::collections::BTreeSet<i64> =
            prices.windows.iter().map(|window| Prices::phase(window, first)).collect();
        let of = |phase: i64| [SCALE, SCALE * 7 / 8, SCALE / 2].map(|price| (phase, price));
        let work: usize = model.rows.iter().map(|row| row.parts * (row.parts + 1) / 2).sum();
        let steps_left = COMPARISONS_MAX / (work * model.days.len()).max(1);
        let lowest = (prices.total, prices.prices());
        Self {
            prices,
            beginnings: phases.into_iter().rev().flat_map(of).collect(),
            lowest,
            steps_left: steps_left.clamp(*STEPS.start(), *STEPS.end()),
            length: 24,
            waited: 0,
            tried: 1,
        }
    }

    /// Takes a step; `false` where it was the last one.
    pub(super) fn step(&mut self, model: &Model, found: &mut Found) -> bool {
        if let Some((phase, price)) = self.beginnings.pop() {
            self.prices.set_phase(phase, price, model.planning.on);
            self.prices.evaluate(model);
            self.keep_lowest();
            if self.beginnings.is_empty() {
                self.prices.set(&self.lowest.1);
                self.prices.evaluate(model);
            }
            return true;
        }
        if self.steps_left == 0
            || self.lowest.0.div_euclid(SCALE) <= found.value
            || self.length == 0
        {
            return false;
        }
        self.steps_left -= 1;
        let ways = self.prices.ways(model);
        if self.waited == 0 && self.tried < WAYS_MAX {
            found.try_ways(model, &ways);
            self.tried += 1;
        }
        if !self.prices.step(model, &ways, found.value * SCALE, self.length) {
            return false;
        }
        self.prices.evaluate(model);
        if self.keep_lowest() {
            self.waited = 0;
        } else {
            self.waited += 1;
            if self.waited == PATIENCE {
                (self.length, self.waited) = (self.length / 2, 0);
            }
        }
        true
    }

    fn keep_lowest(&mut self) -> bool {
        let is_lower = self.prices.total < self.lowest.0;
        if is_lower {
            self.lowest = (self.prices.total, self.prices.prices());
        }
        is_lower
    }

    /// The prices with the lowest bound, whose way is tried as well.
    pub(super) fn finish(mut self, model: &Model, found: &mut Found) -> Prices {
        self.prices.set(&self.lowest.1);
        self.prices.evaluate(model);
        let ways = self.prices.ways(model);
        found.try_ways(model, &ways);
        self.prices
    }
}

/// What no plan exceeds, whatever the model leaves out; in cents.
pub(super) fn most(model: &Model, prices: &Prices) -> i128 {
    if model.is_complete { prices.most() } else { prices.coarse(model) }
}
