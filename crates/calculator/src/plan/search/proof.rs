//! Branch and bound over days, items and units.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use super::{Found, Placed, Scratch};
use crate::plan::bound::{self, Prices, SCALE};
use crate::plan::model::{Model, Worth};

/// Choices that branch and bound looks at at most, and so many of them among equal plans.
const CHOICES_MAX: usize = 250_000;
const DAYS_FEW: usize = 64;
const EQUAL_CHOICES_MAX: usize = 200_000;
/// Beginnings of plans that branch and bound remembers at most.
const BEGINNINGS_MAX: usize = 150_000;
/// Returns of one plan that branch and bound goes into.
const DEPTH_MAX: usize = 240;

/// Branch and bound. Answers with the most that any plan can bring, in cents.
pub(crate) fn prove(model: &Model, prices: &Prices, found: &mut Found) -> i128 {
    let most = bound::most(model, prices);
    let remembers = model.days.len() <= DAYS_FEW;
    let mut search = Search {
        model,
        prices,
        remaining: model.rows.iter().map(|row| row.parts).collect(),
        path: Vec::new(),
        taken: Vec::new(),
        value: -model.rows.iter().map(|row| row.kept[row.parts]).sum::<i128>(),
        rounded: 0,
        lost: 0,
        choices: 0,
        beginnings: BTreeMap::new(),
        remembered: 0,
        remembers,
        choices_max: CHOICES_MAX,
        is_cut_short: false,
        most_unrounded: found.value,
        order: {
            let mut scratch = Scratch::default();
            scratch.value(model, &found.placed);
            Order::of(model, &found.placed, scratch.lost)
        },
        found,
    };
    search.descend(0, prices.total);
    let proven = search.most_unrounded.max(search.found.value);
    if search.is_cut_short || !model.is_complete { most.max(search.found.value) } else { proven }
}

/// What the returns before a day have brought, and what they take from the limit of the days to come.
struct Beginning {
    value: i128,
    rounded: i128,
    /// The days of returns that still count, the newest first, each with what was taken since it began.
    taken: Vec<(usize, i128)>,
    order: Order,
}

impl Beginning {
    /// Whether there is as much left of the limit on every day to come as after the other.
    fn leaves_as_much_as(&self, other: &Self) -> bool {
        let mut theirs = other.taken.iter().peekable();
        let mut their_sum = 0;
        self.taken.iter().all(|(day, sum)| {
            while let Some((_, taken)) = theirs.next_if(|(their_day, _)| their_day >= day) {
                their_sum = *taken;
            }
            *sum <= their_sum
        })
    }
}

struct Search<'s> {
    model: &'s Model,
    prices: &'s Prices,
    found: &'s mut Found,
    /// That of the best plan so far.
    order: Order,
    remaining: Vec<usize>,
    path: Vec<Placed>,
    taken: Vec<i128>,
    /// What the path brings if everything else is kept.
    value: i128,
    /// What rounding to minor units under the cap has cost on the path.
    rounded: i128,
    /// What the cap has not let through on the path.
    lost: i128,
    choices: usize,
    /// Beginnings of plans, by the day on which they go on and what they have left of each item.
    beginnings: BTreeMap<(usize, Vec<usize>), Vec<Beginning>>,
    remembered: usize,
    /// Whether days are few enough that the same beginnings come again.
    remembers: bool,
    choices_max: usize,
    is_cut_short: bool,
    /// The most that a plan would have brought without that rounding: it bounds other days and orders.
    most_unrounded: i128,
}

impl Search<'_> {
    /// Looks at every plan that begins with the path and goes on at `from`, a place in days times items;
    /// `most` is what those bring at most.
    fn descend(&mut self, from: usize, mut most: i128) {
        self.offer();
        let items = self.model.rows.len();
        for place in from..items * self.model.days.len() {
            self.choices += 1;
            if self.choices > self.choices_max || self.path.len() > DEPTH_MAX {
                self.is_cut_short = true;
                return;
            }
            let (day, item) = (place / items, place % items);
            // Once for each way to begin: on the first day after its last return.
            let begins = item == 0 && place < from + items && self.remembers;
            if begins && self.is_outdone(day) {
                return;
            }
            let remaining = self.remaining[item];
            if remaining == 0 {
                continue;
            }
            let best = |day, parts| self.prices.best(self.model, item, day, parts);
            let (here, later) = (best(day, remaining), best(day + 1, remaining));
            for count in (1..=remaining).rev() {
                let Some(worth) = self.model.rows[item].worth(day, count, remaining) else {
                    continue;
                };
                let rest =
                    most - here + self.prices.best(self.model, item, day + 1, remaining - count);
                self.branch(Placed { day, item, count }, worth, place, rest);
                if self.is_cut_short {
                    return;
                }
            }
            most += later - here;
            if self.is_worse(most) {
                return;
            }
        }
    }

    /// Returns some parts and goes on; `rest` is what everything else brings at most.
    fn branch(&mut self, placed: Placed, worth: Worth, place: usize, rest: i128) {
        let Placed { day, item, count } = placed;
        let price = self.prices.of_day[day];
        if self.is_worse(rest + self.model.reduced(worth, worth.counts, price)) {
            return;
        }
        let Some(done) = self.model.done(item, worth, self.left(day)) else { return };
        let most = rest + (done.net + done.rounded) * SCALE - done.taken * price;
        if self.is_worse(most) {
            return;
        }
        let row = &self.model.rows[item];
        let remaining = self.remaining[item];
        let gained = done.net + row.kept[remaining] - row.kept[remaining - count];
        self.remaining[item] -= count;
        self.path.push(placed);
        self.taken.push(done.taken);
        self.value += gained;
        let lost = worth.refund - worth.charged - done.net;
        self.rounded += done.rounded;
        self.lost += lost;
        self.descend(place + 1, most);
        self.lost -= lost;
        self.rounded -= done.rounded;
        self.value -= gained;
        self.taken.pop();
        self.path.pop();
        self.remaining[item] += count;
    }

    /// Whether another way to return the same units before this day brought as much and leaves as much of the
    /// limit: whatever can follow brings as much after that one. (What a cap lets through of a sequence of
    /// returns only grows with what is left at its beginning, in sum.)
    fn is_outdone(&mut self, day: usize) -> bool {
        if self.path.is_empty() {
            return false;
        }
        let mut taken: Vec<(usize, i128)> = Vec::new();
        let mut sum = 0;
        for (placed, cents) in self.path.iter().zip(&self.taken).rev() {
            if !self.model.counts_on(placed.day, day) {
                break;
            }
            sum += cents;
            match taken.last_mut() {
                Some((last, total)) if *last == placed.day => *total = sum,
                _ => taken.push((placed.day, sum)),
            }
        }
        let (value, rounded) = (self.value, self.rounded);
        let mine = Beginning { value, rounded, taken, order: self.order_of_path() };
        let known = self.beginnings.entry((day, self.remaining.clone())).or_default();
        for other in known.iter() {
            self.choices += 1;
            let is_equal = other.value == value && other.rounded == rounded;
            let brings_as_much =
                other.value >= value && other.value + other.rounded >= value + rounded;
            if brings_as_much
                && other.leaves_as_much_as(&mine)
                && !(is_equal && mine.order.is_before(&other.order))
            {
                return true;
            }
        }
        if self.remembered < BEGINNINGS_MAX {
            self.remembered += 1;
            known.push(mine);
        }
        false
    }

    /// What is left of the limit after the path.
    fn left(&self, day: usize) -> i128 {
        let counting = self.path.iter().zip(&self.taken).rev();
        let counting = counting.take_while(|(placed, _)| self.model.counts_on(placed.day, day));
        let taken: i128 = counting.map(|(_, taken)| taken).sum();
        (self.model.left[day] - taken).max(0)
    }

    /// Whether nothing that brings at most this can be the answer; equal plans are looked at for a while.
    fn is_worse(&self, most: i128) -> bool {
        let most = most.div_euclid(SCALE);
        most < self.found.value || most == self.found.value && self.choices > EQUAL_CHOICES_MAX
    }

    fn order_of_path(&self) -> Order {
        Order::of(self.model, &self.path, self.lost)
    }

    /// Takes the path if it is better than the best plan so far.
    fn offer(&mut self) {
        self.most_unrounded = self.most_unrounded.max(self.value + self.rounded);
        if self.value < self.found.value {
            return;
        }
        let order = self.order_of_path();
        if self.value > self.found.value || order.is_before(&self.order) {
            self.found.value = self.value;
            self.found.placed.clone_from(&self.path);
            self.order = order;
        }
    }
}

/// What tells which of plans that bring the same goes first: the one whose units go on earlier days, one by
/// one, that has fewer returns for that, that loses less to the cap, or whose units are of earlier items. What
/// one returns and the other keeps is left out.
///
/// By the unit, since a return that is split does not become an earlier one. What is not lost stays with what
/// is kept.
struct Order {
    /// How many units go on each day.
    units: Vec<(usize, u64)>,
    lost: i128,
    /// In the order of days and items.
    placed: Vec<Placed>,
}

impl Order {
    fn of(model: &Model, plan: &[Placed], lost: i128) -> Self {
        let mut remaining: Vec<usize> = model.rows.iter().map(|row| row.parts).collect();
        let mut days: Vec<(usize, u64)> = Vec::new();
        for placed in plan {
            let left = &mut remaining[placed.item];
            let units = model.rows[placed.item].units(placed.count, *left);
            *left -= placed.count;
            match days.last_mut() {
                Some((day, sum)) if *day == placed.day => *sum += units,
                _ => days.push((placed.day, units)),
            }
        }
        Self { units: days, lost, placed: plan.to_vec() }
    }

    fn is_before(&self, other: &Self) -> bool {
        let (mine, theirs) = (&self.units, &other.units);
        let Some(at) = mine.iter().zip(theirs).position(|(mine, theirs)| mine != theirs) else {
            // Of the same item more units are as earlier items.
            let parts = |placed: &Placed| (placed.item, Reverse(placed.count));
            return (mine.len(), self.placed.len(), self.lost)
                .cmp(&(theirs.len(), other.placed.len(), other.lost))
                .then_with(|| self.placed.iter().map(parts).cmp(other.placed.iter().map(parts)))
                .is_lt();
        };
        let ((my_day, my_units), (their_day, their_units)) = (mine[at], theirs[at]);
        match my_day.cmp(&their_day) {
            Ordering::Less => true,
            Ordering::Greater => false,
            // Whoever has fewer units on this day either goes on later, or keeps what the other returns.
            Ordering::Equal if my_units < their_units => mine.len() == at + 1,
            Ordering::Equal => theirs.len() > at + 1,
        }
    }
}
