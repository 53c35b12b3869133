//! Finding plans: local search, and branch and bound.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::plan::bound::{self, Prices, SCALE};
use crate::plan::input::Move;
use crate::plan::model::{Model, Worth};

/// Returns that local search carries out at most.
const RETURNS_MAX: usize = 2_000_000;
/// Ways of bounds that are tried, for which half of that is.
pub(super) const WAYS_MAX: usize = 8;
/// Choices that branch and bound looks at at most: for so few items where the days are few, and for each of more
/// items as much less; for any number where every day matters. And so many of them among equal plans.
const CHOICES_MAX: usize = 80_000_000;
const CHOICES_OF_DAYS_MAX: usize = 2_000_000;
const ITEMS_FEW: usize = 10;
const DAYS_FEW: usize = 64;
const EQUAL_CHOICES_MAX: usize = 200_000;
/// Beginnings of plans that branch and bound remembers at most.
const BEGINNINGS_MAX: usize = 150_000;
/// Returns of one plan that branch and bound goes into.
const DEPTH_MAX: usize = 240;
/// Days that local search tries at most.
const TRIED_DAYS: usize = 40;

/// Parts of an item on a day, both by their places.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Placed {
    pub(super) day: usize,
    pub(super) item: usize,
    pub(super) count: usize,
}

/// The best plan so far.
pub(super) struct Found {
    pub(super) value: i128,
    /// In the order of days and items.
    placed: Vec<Placed>,
    /// What is left of the work for the plan that is being improved.
    returns_left: usize,
}

impl Found {
    /// A plan that local search finds.
    pub(super) fn start(model: &Model<'_>) -> Self {
        let kept: i128 = model.rows.iter().map(|row| row.kept[row.parts]).sum();
        let mut found = Self { value: -kept, placed: Vec::new(), returns_left: 0 };
        if model.days.is_empty() {
            return found;
        }
        let all_at_once = |(item, row): (usize, &crate::plan::model::Row)| Placed {
            day: 0,
            item,
            count: row.parts,
        };
        let first_day: Vec<Placed> = model.rows.iter().enumerate().map(all_at_once).collect();
        found.returns_left = model.planning.effort.of(RETURNS_MAX) / 4;
        found.improve_from(model, Vec::new());
        found.returns_left = model.planning.effort.of(RETURNS_MAX) / 4;
        found.try_from(model, &first_day);
        found
    }

    /// Tries the ways that a bound takes, one of [`WAYS_MAX`].
    pub(super) fn try_ways(&mut self, model: &Model<'_>, ways: &[Placed]) {
        self.returns_left = model.planning.effort.of(RETURNS_MAX) / 2 / WAYS_MAX;
        self.try_from(model, ways);
    }

    /// Keeps what of these returns can be carried out and improves that.
    fn try_from(&mut self, model: &Model<'_>, ways: &[Placed]) {
        let mut feasible = Vec::with_capacity(ways.len());
        let mut scratch = Scratch::default();
        for placed in ways {
            feasible.push(*placed);
            if scratch.value(model, &feasible).is_none() {
                feasible.pop();
            }
        }
        self.improve_from(model, feasible);
    }

    /// The returns with their days and units.
    pub(super) fn moves(&self, model: &Model<'_>) -> Vec<Move> {
        let mut remaining: Vec<usize> = model.rows.iter().map(|row| row.parts).collect();
        let units = |placed: &Placed| {
            let left = &mut remaining[placed.item];
            let units = model.rows[placed.item].units(placed.count, *left);
            *left -= placed.count;
            Move { item: placed.item, units, on: model.days[placed.day] }
        };
        self.placed.iter().map(units).collect()
    }

    /// Moves one item, or a part of it, to another day or out of the plan, as long as that is better.
    fn improve_from(&mut self, model: &Model<'_>, start: Vec<Placed>) {
        let mut scratch = Scratch::default();
        let Some(mut value) = scratch.value(model, &start) else { return };
        let mut plan = start;
        let mut is_better = true;
        while is_better {
            is_better = false;
            for item in 0..model.rows.len() {
                let mut best: Option<(i128, Vec<Placed>)> = None;
                for (from, count) in sources(model, &plan, item) {
                    for to in targets(model, from) {
                        self.returns_left = self.returns_left.saturating_sub(plan.len() + 4);
                        let moved = moved(&plan, item, count, from, to);
                        let Some(reached) = scratch.value(model, &moved) else { continue };
                        if reached > best.as_ref().map_or(value, |best| best.0) {
                            best = Some((reached, moved));
                        }
                    }
                }
                if let Some(better) = best {
                    (value, plan) = better;
                    is_better = true;
                }
                if self.returns_left == 0 {
                    is_better = false;
                    break;
                }
            }
        }
        if value > self.value {
            (self.value, self.placed) = (value, plan);
        }
    }
}

/// Where parts of an item are (`None`: they are kept), and how many to move: all and one.
fn sources(model: &Model<'_>, plan: &[Placed], item: usize) -> Vec<(Option<usize>, usize)> {
    let mine = plan.iter().filter(|placed| placed.item == item);
    let mut sources: Vec<_> = mine.map(|placed| (Some(placed.day), placed.count)).collect();
    let returned: usize = sources.iter().map(|(_, count)| count).sum();
    sources.push((None, model.rows[item].parts - returned));
    let ones: Vec<_> = sources.iter().filter(|it| it.1 > 1).map(|(from, _)| (*from, 1)).collect();
    sources.extend(ones);
    sources.retain(|(_, count)| *count > 0);
    sources
}

/// The days to try, and none at all: all where they are few, else some evenly and those nearby.
fn targets(model: &Model<'_>, from: Option<usize>) -> impl Iterator<Item = Option<usize>> {
    let days = model.days.len();
    let step = days.div_ceil(TRIED_DAYS);
    let near = move |from: usize| {
        let later = (0..10).map(move |power| from + (1 << power));
        let earlier = (0..10).filter_map(move |power| from.checked_sub(1 << power));
        later.chain(earlier).filter(move |day| step > 1 && *day < days)
    };
    let near = from.into_iter().flat_map(near);
    let tried = (0..days).step_by(step).chain(near).map(Some).chain([None]);
    tried.filter(move |to| *to != from)
}

/// The plan with some parts of an item moved.
fn moved(
    plan: &[Placed],
    item: usize,
    count: usize,
    from: Option<usize>,
    to: Option<usize>,
) -> Vec<Placed> {
    let mut plan = plan.to_vec();
    let place = |plan: &[Placed], day| {
        plan.binary_search_by_key(&(day, item), |placed| (placed.day, placed.item))
    };
    if let Some(place) = from.and_then(|day| place(&plan, day).ok()) {
        plan[place].count -= count;
        if plan[place].count == 0 {
            plan.remove(place);
        }
    }
    if let Some(day) = to {
        match place(&plan, day) {
            Ok(place) => plan[place].count += count,
            Err(place) => plan.insert(place, Placed { day, item, count }),
        }
    }
    plan
}

/// Memory for carrying plans out.
#[derive(Default)]
struct Scratch {
    remaining: Vec<usize>,
    taken: Vec<i128>,
}

impl Scratch {
    /// What a plan brings; `None` where one of its returns is refused.
    fn value(&mut self, model: &Model<'_>, plan: &[Placed]) -> Option<i128> {
        self.remaining.clear();
        self.remaining.extend(model.rows.iter().map(|row| row.parts));
        self.taken.clear();
        let (mut value, mut in_window, mut oldest) = (0, 0, 0);
        for placed in plan {
            while oldest < self.taken.len() && !model.counts_on(plan[oldest].day, placed.day) {
                in_window -= self.taken[oldest];
                oldest += 1;
            }
            let left = (model.left[placed.day] - in_window).max(0);
            let remaining = &mut self.remaining[placed.item];
            let worth = model.rows[placed.item].worth(placed.day, placed.count, *remaining)?;
            let done = model.done(placed.item, worth, left)?;
            *remaining -= placed.count;
            value += done.net;
            in_window += done.taken;
            self.taken.push(done.taken);
        }
        let kept = self.remaining.iter().zip(&model.rows).map(|(left, row)| row.kept[*left]);
        Some(value - kept.sum::<i128>())
    }
}

/// Branch and bound. Answers with the most that any plan can bring, in cents.
pub(super) fn prove(model: &Model<'_>, prices: &Prices, found: &mut Found) -> i128 {
    let most = bound::most(model, prices);
    let remembers = model.days.len() <= DAYS_FEW;
    let items = model.rows.len().max(ITEMS_FEW);
    let choices_max = if remembers { CHOICES_MAX / items } else { CHOICES_OF_DAYS_MAX };
    let mut search = Search {
        model,
        prices,
        remaining: model.rows.iter().map(|row| row.parts).collect(),
        path: Vec::new(),
        taken: Vec::new(),
        value: -model.rows.iter().map(|row| row.kept[row.parts]).sum::<i128>(),
        rounded: 0,
        choices: 0,
        beginnings: BTreeMap::new(),
        remembered: 0,
        remembers,
        choices_max: model.planning.effort.of(choices_max),
        is_cut_short: false,
        most_unrounded: found.value,
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
    model: &'s Model<'s>,
    prices: &'s Prices,
    found: &'s mut Found,
    remaining: Vec<usize>,
    path: Vec<Placed>,
    taken: Vec<i128>,
    /// What the path brings if everything else is kept.
    value: i128,
    /// What rounding to minor units under the cap has cost on the path.
    rounded: i128,
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
        self.rounded += done.rounded;
        self.descend(place + 1, most);
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
        let mine = Beginning { value, rounded, taken, order: Order::of(self.model, &self.path) };
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

    /// Takes the path if it is better than the best plan so far.
    fn offer(&mut self) {
        self.most_unrounded = self.most_unrounded.max(self.value + self.rounded);
        let is_better = self.value > self.found.value
            || self.value == self.found.value
                && Order::of(self.model, &self.path)
                    .is_before(&Order::of(self.model, &self.found.placed));
        if is_better {
            self.found.value = self.value;
            self.found.placed.clone_from(&self.path);
        }
    }
}

/// What tells which of plans that bring the same goes first: the one whose units go on earlier days, one by
/// one, or that has fewer returns for that. What one returns and the other keeps is left out.
///
/// By the unit, since a return that is split does not become an earlier one.
struct Order {
    /// How many units go on each day.
    units: Vec<(usize, u64)>,
    returns: usize,
}

impl Order {
    fn of(model: &Model<'_>, plan: &[Placed]) -> Self {
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
        Self { units: days, returns: plan.len() }
    }

    fn is_before(&self, other: &Self) -> bool {
        let (mine, theirs) = (&self.units, &other.units);
        let Some(at) = mine.iter().zip(theirs).position(|(mine, theirs)| mine != theirs) else {
            return (mine.len(), self.returns) < (theirs.len(), other.returns);
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
