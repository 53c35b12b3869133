//! Finding plans: local search, and branch and bound.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BinaryHeap};

use crate::plan::bound::{self, Prices, SCALE};
use crate::plan::input::Move;
use crate::plan::model::{Model, Worth};

/// Returns that local search carries out at most.
const RETURNS_MAX: usize = 2_000_000;
/// Ways of bounds that are tried, for which half of that is.
pub(super) const WAYS_MAX: usize = 8;
/// Choices that branch and bound looks at at most, and so many of them among equal plans.
const CHOICES_MAX: usize = 250_000;
const DAYS_FEW: usize = 64;
const EQUAL_CHOICES_MAX: usize = 200_000;
/// Beginnings of plans that branch and bound remembers at most.
const BEGINNINGS_MAX: usize = 150_000;
/// Returns of one plan that branch and bound goes into.
const DEPTH_MAX: usize = 240;
/// Returns of which two are moved at most, and the days by which one waits.
const SHIFTED_MAX: usize = 10;
const SHIFTED_DAYS: usize = 40;
/// How far from the bound a plan is that is filled to the cent, and how often that is tried at most.
const CLOSE_CENTS: i128 = 20_000;
const FILLS_MAX: usize = 60;
/// What is left of the limit at most where it counts as filled.
const FILLED: i128 = 400;
/// How far from the bound a plan is in which four returns are moved at once, by how many days each at most, and
/// how many returns are carried out for it.
const NEAR_CENTS: i128 = 500;
const FOUR_DAYS: usize = 45;
const FOUR_RETURNS_MAX: usize = 400_000;
/// Returns of one plan of which four are moved at most.
const FOUR_MAX: usize = 14;
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
    /// How often a plan is still filled to the cent.
    fills_left: usize,
    /// Whether nothing is left to be gained by moving two returns of the plan.
    is_polished: bool,
    /// What the plan brought of which four returns were moved last, and what it lacked.
    filled: Option<(i128, i128)>,
}

impl Found {
    /// The plan that keeps everything.
    pub(super) fn nothing(model: &Model) -> Self {
        let kept: i128 = model.rows.iter().map(|row| row.kept[row.parts]).sum();
        Self {
            value: -kept,
            placed: Vec::new(),
            returns_left: 0,
            fills_left: FILLS_MAX,
            is_polished: false,
            filled: None,
        }
    }

    /// Local search from it, and from a return of everything on the first day.
    pub(super) fn start(&mut self, model: &Model) {
        let all_at_once = |(item, row): (usize, &crate::plan::model::Row)| Placed {
            day: 0,
            item,
            count: row.parts,
        };
        let first_day: Vec<Placed> = model.rows.iter().enumerate().map(all_at_once).collect();
        self.returns_left = RETURNS_MAX / 4;
        self.improve_from(model, Vec::new());
        self.returns_left = RETURNS_MAX / 4;
        self.try_from(model, &first_day);
    }

    /// Tries the ways that a bound takes, one of [`WAYS_MAX`].
    pub(super) fn try_ways(&mut self, model: &Model, ways: &[Placed]) {
        self.returns_left = RETURNS_MAX / 2 / WAYS_MAX;
        self.try_from(model, ways);
    }

    /// Keeps what of these returns can be carried out and improves that.
    fn try_from(&mut self, model: &Model, ways: &[Placed]) {
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

    /// Carries returns out as they are, and keeps them if that is better; answers with what they would have
    /// brought without rounding under the cap, in cents. `None` where one of them is refused.
    pub(super) fn offer(&mut self, model: &Model, plan: &[Placed]) -> Option<i128> {
        let mut scratch = Scratch::default();
        let value = scratch.value(model, plan)?;
        if value > self.value {
            (self.value, self.placed, self.is_polished) = (value, plan.to_vec(), false);
        }
        Some(value + scratch.rounded)
    }

    /// Makes a plan of the ways of a bound: each return on the first day on which it is not refused, the others
    /// after them, then all as early as they can be; and of a better one the best with two of them moved.
    ///
    /// `most` is what the bound says; where the plan comes close to it, what is left of the limit is filled to
    /// the cent. Answers how many returns were carried out for it.
    pub(super) fn repair(&mut self, model: &Model, ways: &[Placed], most: i128) -> usize {
        let mut scratch = Scratch::default();
        let mut plan: Vec<Placed> = Vec::with_capacity(ways.len());
        for Placed { day, item, count } in ways {
            let days = *day..model.days.len();
            if let Some(on) = scratch.first_day(model, &plan, (*item, *count), days) {
                plan = moved(&plan, *item, *count, None, Some(on));
            }
        }
        let Some(mut value) = scratch.value(model, &plan) else { return scratch.carried_out };
        scratch.shift(model, &mut plan, &mut value);
        if most - value <= CLOSE_CENTS && value < most && self.fills_left > 0 {
            self.fills_left -= 1;
            scratch.fill(model, &mut plan, &mut value);
        }
        if value > self.value {
            (self.value, self.placed, self.is_polished) = (value, plan, false);
        }
        scratch.carried_out
    }

    /// Moves two returns of the best plan, whichever are best; answers how many returns were carried out for it,
    /// and nothing where no two are left to be moved.
    pub(super) fn polish(&mut self, model: &Model) -> Option<usize> {
        if self.is_polished {
            return None;
        }
        let mut scratch = Scratch::default();
        let is_better = scratch.shift_two(model, &mut self.placed, &mut self.value)
            || scratch.fill(model, &mut self.placed, &mut self.value);
        self.is_polished = !is_better;
        Some(scratch.carried_out)
    }

    /// Moves four returns of a plan that is close to what the bound says, so that they bring what it lacks to the
    /// cent. Answers how many returns were carried out for it, and nothing where that was done before.
    pub(super) fn fill(&mut self, model: &Model, most: i128) -> Option<usize> {
        let lacks = most - self.value;
        // Again where it lacks much less than was looked for before.
        let was_tried = |(value, lacked)| value == self.value && lacks * 2 > lacked;
        let may_be = 0 < lacks && lacks <= NEAR_CENTS && self.placed.len() <= FOUR_MAX;
        if !may_be || self.filled.is_some_and(was_tried) {
            return None;
        }
        self.filled = Some((self.value, lacks));
        let mut scratch = Scratch::default();
        if let Some((value, plan)) = scratch.four_moved(model, &self.placed, self.value, lacks) {
            (self.value, self.placed, self.is_polished) = (value, plan, false);
        }
        Some(scratch.carried_out)
    }

    /// The returns with their days and units.
    pub(super) fn moves(&self, model: &Model) -> Vec<Move> {
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
    fn improve_from(&mut self, model: &Model, start: Vec<Placed>) {
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
fn sources(model: &Model, plan: &[Placed], item: usize) -> Vec<(Option<usize>, usize)> {
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
fn targets(model: &Model, from: Option<usize>) -> impl Iterator<Item = Option<usize>> {
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
    /// What the last plan lost because payouts are rounded down under the cap.
    rounded: i128,
    /// What of the last plan the cap did not let through.
    lost: i128,
    /// How many returns were carried out so far.
    carried_out: usize,
}

impl Scratch {
    /// What a plan brings; `None` where one of its returns is refused.
    fn value(&mut self, model: &Model, plan: &[Placed]) -> Option<i128> {
        self.remaining.clear();
        self.remaining.extend(model.rows.iter().map(|row| row.parts));
        self.taken.clear();
        (self.rounded, self.lost) = (0, 0);
        self.carried_out += plan.len() + 1;
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
            self.rounded += done.rounded;
            self.lost += worth.refund - worth.charged - done.net;
            in_window += done.taken;
            self.taken.push(done.taken);
        }
        let kept = self.remaining.iter().zip(&model.rows).map(|(left, row)| row.kept[*left]);
        Some(value - kept.sum::<i128>())
    }

    /// The first day on which more can be returned beside a plan: what can be on one day can be on the next.
    fn first_day(
        &mut self,
        model: &Model,
        plan: &[Placed],
        (item, count): (usize, usize),
        days: std::ops::Range<usize>,
    ) -> Option<usize> {
        let end = days.end.min(model.rows[item].end);
        let (mut from, mut to) = (days.start, end);
        while from < to {
            let day = from + (to - from) / 2;
            let with = moved(plan, item, count, None, Some(day));
            if self.value(model, &with).is_some() { to = day } else { from = day + 1 }
        }
        (from < end).then_some(from)
    }

    /// Moves returns, and what is kept, to the first day on which they can be, as long as nothing is lost.
    fn shift(&mut self, model: &Model, plan: &mut Vec<Placed>, value: &mut i128) {
        let mut is_better = true;
        while is_better {
            is_better = false;
            for item in 0..model.rows.len() {
                for (from, count) in sources(model, plan, item) {
                    let without = moved(plan, item, count, from, None);
                    let days = 0..from.unwrap_or(model.days.len());
                    let first = self.first_day(model, &without, (item, count), days);
                    let Some(first) = first else { continue };
                    let with = moved(&without, item, count, None, Some(first));
                    let Some(reached) = self.value(model, &with) else { continue };
                    if reached > *value || reached == *value && from.is_some() {
                        (*plan, *value) = (with, reached);
                        is_better = true;
                        break;
                    }
                }
            }
        }
    }

    /// Moves two returns so that they take a little more together, as far as what is left lets them; `false` where
    /// no two of them bring more.
    fn fill(&mut self, model: &Model, plan: &mut Vec<Placed>, value: &mut i128) -> bool {
        if self.value(model, plan).is_none() {
            return false;
        }
        let taken = self.taken.clone();
        let counts = |placed: &Placed, day: usize| {
            model.rows[placed.item].worth(day, placed.count, placed.count).map(|it| it.counts)
        };
        for (place, one) in plan.iter().enumerate() {
            for (next, other) in plan.iter().enumerate().skip(place + 1) {
                // What the return after which least is left leaves, of those that both are held against.
                let mut left = i128::MAX;
                for (last, placed) in plan.iter().enumerate().skip(next) {
                    if !model.counts_on(one.day, placed.day) {
                        break;
                    }
                    let counting = plan[..=last].iter().zip(&taken);
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
                    if first + second + FILLED < both {
                        continue;
                    }
                    let with = moved(&without, one.item, one.count, None, Some(day));
                    let with = moved(&with, other.item, other.count, None, Some(from));
                    let Some(reached) = self.value(model, &with) else { continue };
                    if reached > *value {
                        (*plan, *value) = (with, reached);
                        return true;
                    }
                }
            }
        }
        false
    }

    /// A plan that brings up to so many cents more, by other days of four of its returns: of what two of them bring
    /// together, and two others, on days near theirs, the pairs that add up to it.
    fn four_moved(
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
    fn shift_two(&mut self, model: &Model, plan: &mut Vec<Placed>, value: &mut i128) -> bool {
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

/// Branch and bound. Answers with the most that any plan can bring, in cents.
pub(super) fn prove(model: &Model, prices: &Prices, found: &mut Found) -> i128 {
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
