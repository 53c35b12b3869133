//! Finding plans: local search, and branch and bound.

mod moving;
mod proof;

use crate::plan::input::Move;
use crate::plan::model::Model;

pub(super) use proof::prove;

/// Returns that local search carries out at most.
const RETURNS_MAX: usize = 2_000_000;
/// Ways of bounds that are tried, for which half of that is.
pub(super) const WAYS_MAX: usize = 8;
/// How far from the bound a plan is that is filled to the cent, and how often that is tried at most.
const CLOSE_CENTS: i128 = 20_000;
const FILLS_MAX: usize = 60;
/// How far from the bound a plan is in which four returns are moved at once, and of how many at most.
const NEAR_CENTS: i128 = 500;
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
#[derive(Clone)]
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
            scratch.fill_by_two(model, &mut plan, &mut value);
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
            || scratch.fill_by_two(model, &mut self.placed, &mut self.value);
        self.is_polished = !is_better;
        Some(scratch.carried_out)
    }

    /// Moves four returns of a plan that is close to what the bound says, so that they bring what it lacks to the
    /// cent. Answers how many returns were carried out for it, and nothing where that was done before.
    pub(super) fn fill_by_four(&mut self, model: &Model, most: i128) -> Option<usize> {
        let lacks = most - self.value;
        // Again where it lacks much less than was looked for before.
        let was_tried = |(value, lacked)| value == self.value && lacks * 2 > lacked;
        let may_be = 0 < lacks && lacks <= NEAR_CENTS && self.placed.len() <= FOUR_MAX;
        if !may_be || self.filled.is_some_and(was_tried) {
            return None;
        }
        self.filled = Some((self.value, lacks));
        let mut scratch = Scratch::default();
        let better = scratch
            .four_moved(model, &self.placed, self.value, lacks)
            .or_else(|| scratch.on_better_day(model, &self.placed, self.value));
        if let Some((value, plan)) = better {
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
}
