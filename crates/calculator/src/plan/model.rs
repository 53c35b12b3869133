//! The days and amounts that a plan is searched in, in cents of a US dollar.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};

use crate::assessment::assess;
use crate::currency::Currency;
use crate::holding::BillingPlan;
use crate::ledger::{LIMIT_DAYS, Ledger, LedgerEntry};
use crate::money::UsdRate;
use crate::plan::bound;
use crate::plan::input::{PlanItem, Planning};
use crate::policy::OverLimit;
use crate::proration::FIRST_DAYS;
use crate::refusal::Refusal;

/// How many amounts are worked out at most, weighted by how often they are compared.
const CELLS_MAX: usize = 400_000;
/// Parts into which the units of an item are split at most, from the finest.
const PARTS_MAX: [u64; 5] = [64, 16, 8, 4, 2];
/// Days that are looked at at least, where they cannot all be.
const DAYS_MIN: usize = 4;

/// What a return of some units on a day comes to without the limit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Worth {
    pub(super) refund: i128,
    pub(super) counts: i128,
    pub(super) charged: i128,
}

/// What a return does under what is left of the limit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Done {
    /// What is paid out, less what was charged.
    pub(super) net: i128,
    /// What the payout loses because it is rounded down to the currency's minor unit.
    pub(super) rounded: i128,
    /// What it takes from the limit.
    pub(super) taken: i128,
}

/// One item: its units are `parts` times `chunk`, less what the last part lacks.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) parts: usize,
    chunk: u64,
    units: u64,
    rate: UsdRate,
    currency: Currency,
    /// By day, then by parts; where the parts are not equal, first those that are the last ones, then those
    /// after which some remain.
    cells: Vec<Option<Worth>>,
    /// The day after the last one on which it can be returned.
    pub(super) end: usize,
    /// What keeping so many parts costs.
    pub(super) kept: Vec<i128>,
    /// What rounding can gain for each return beyond what the amounts of all units say.
    pub(super) slack: i128,
}

/// Everything that a search asks for.
pub(super) struct Model {
    pub(super) planning: Planning,
    pub(super) rows: Vec<Row>,
    pub(super) days: Vec<NaiveDate>,
    /// Days on which something is free again, if nothing but the first day of the plan and such days are used.
    pub(super) events: Vec<NaiveDate>,
    /// What the given ledger leaves of the limit on each day.
    pub(super) left: Vec<i128>,
    /// Whether the best plan is among those that can be made of these days and parts.
    pub(super) is_complete: bool,
    /// Days on which units of one item can be returned at most in a best plan.
    pub(super) returns_max: u64,
    pub(super) end: NaiveDate,
    /// Parts into which the units of an item are split at most.
    parts_max: u64,
}

impl Model {
    /// The days; what items come to on them is added item by item ([`add_row`](Self::add_row)).
    pub(super) fn new(planning: Planning) -> Self {
        let expiries = planning.items.iter().map(|item| item.holding.expiry_date());
        let end = expiries.fold(planning.on, NaiveDate::max).min(planning.end());
        let events = events(&planning, end);
        let all_days = (end - planning.on).num_days().unsigned_abs();
        let is_capped = planning.policy.limit.over == OverLimit::PayoutCapped;
        let events_are_enough =
            is_capped && (0..planning.items.len()).all(|item| is_regular(&planning, item));
        let needed = if events_are_enough { events.len() as u64 } else { all_days };
        let (parts_max, days_max) = size(&planning, needed);
        let days: Vec<NaiveDate> = if needed <= days_max {
            if events_are_enough {
                events.clone()
            } else {
                planning.on.iter_days().take_while(|day| *day < end).collect()
            }
        } else {
            thinned(&planning, &events, all_days, days_max)
        };
        let splits_all =
            planning.items.iter().all(|item| !item.divisible || item.units <= parts_max);
        let is_complete = splits_all && days.len() as u64 == needed;
        let limit = planning.policy.limit.usd_cents;
        let left = |day: &NaiveDate| (limit - planning.ledger.used_on(*day).minor()).max(0);
        Self {
            rows: Vec::with_capacity(planning.items.len()),
            left: days.iter().map(left).collect(),
            days,
            events,
            is_complete,
            returns_max: needed,
            end,
            parts_max,
            planning,
        }
    }

    /// Works out what the next item comes to; `false` where every item has its row.
    pub(super) fn add_row(&mut self) -> bool {
        let item = self.rows.len();
        let is_missing = item < self.planning.items.len();
        if is_missing {
            let row =
                Row::new(&self.planning, item, self.parts_max, &self.days, &Ledger::default());
            self.rows.push(row);
        }
        is_missing
    }

    /// Carries a return out under what is left of the limit; `None` where it is refused.
    pub(super) fn done(&self, item: usize, worth: Worth, left: i128) -> Option<Done> {
        if worth.counts <= left {
            let net = worth.refund - worth.charged;
            return Some(Done { net, rounded: 0, taken: worth.counts });
        }
        match self.planning.policy.limit.over {
            OverLimit::Refused => None,
            OverLimit::PayoutCapped => {
                let row = &self.rows[item];
                let fits = row.rate.back_from_usd_cents(left, row.currency);
                let paid = row.rate.to_usd_cents(fits, row.currency).min(left);
                Some(Done { net: paid - worth.charged, rounded: left - paid, taken: left })
            }
        }
    }

    /// Whether a return on the later day is held against the limit together with one on the earlier.
    pub(super) fn counts_on(&self, earlier: usize, later: usize) -> bool {
        self.days[later].num_days_from_ce() - self.days[earlier].num_days_from_ce()
            < LIMIT_DAYS as i32
    }

    /// What a return comes to under the best of circumstances, where each dollar of the limit has a price
    /// (in [`bound::SCALE`]ths): net of the price, in the same fractions of a cent.
    pub(super) fn reduced(&self, worth: Worth, counts: i128, price: i128) -> i128 {
        let net = (worth.refund - worth.charged) * bound::SCALE;
        match self.planning.policy.limit.over {
            OverLimit::Refused => net - counts * price,
            // What does not pay its price is not paid out: nothing forces it to fit.
            OverLimit::PayoutCapped => net - worth.refund * price.min(bound::SCALE),
        }
    }

    /// Amounts of all units of an item on any day.
    pub(super) fn worth_of_all(&self, item: usize, on: NaiveDate) -> Option<Worth> {
        worth(&self.planning, item, self.rows[item].units, on, &Ledger::default())
    }
}

impl Row {
    fn new(
        planning: &Planning,
        item: usize,
        parts_max: u64,
        days: &[NaiveDate],
        empty: &Ledger,
    ) -> Self {
        let PlanItem { holding, units, divisible } = &planning.items[item];
        let (units, rate, currency) = (*units, planning.rates[item], holding.currency());
        let chunk = if *divisible { units.div_ceil(parts_max) } else { units };
        let parts = units.div_ceil(chunk) as usize;
        let mut row = Self {
            parts,
            chunk,
            units,
            rate,
            currency,
            cells: Vec::new(),
            end: 0,
            kept: Vec::new(),
            slack: rate.to_usd_cents(15, currency) + 10,
        };
        let variants: &[bool] = if row.divides() { &[true] } else { &[true, false] };
        row.cells.reserve_exact(days.len() * variants.len() * parts);
        for day in days {
            for are_last in variants {
                for count in 1..=parts {
                    let is_possible = *are_last || count < parts;
                    let units = row.units_of(count, *are_last);
                    let cell = is_possible.then(|| worth(planning, item, units, *day, empty));
                    row.cells.push(cell.flatten());
                }
            }
        }
        let per_day = variants.len() * parts;
        let last = row.cells.chunks(per_day).rposition(|cells| cells[parts - 1].is_some());
        row.end = last.map_or(0, |last| last + 1);
        let kept = |count: usize| {
            let units = if count == 0 { 0 } else { row.units_of(count, true) };
            rate.to_usd(planning.charged_if_kept(item, units)).minor()
        };
        row.kept = (0..=parts).map(kept).collect();
        row
    }

    /// The units of so many parts; the last ones lack what does not divide.
    fn units_of(&self, parts: usize, are_last: bool) -> u64 {
        let lacking = if are_last { self.chunk * self.parts as u64 - self.units } else { 0 };
        self.chunk * parts as u64 - lacking
    }

    /// The units of `count` parts where `remaining` are left.
    pub(super) fn units(&self, count: usize, remaining: usize) -> u64 {
        self.units_of(count, count == remaining)
    }

    /// What `count` parts come to on a day where `remaining` are left.
    pub(super) fn worth(&self, day: usize, count: usize, remaining: usize) -> Option<Worth> {
        let (variants, variant) =
            if self.divides() { (1, 0) } else { (2, usize::from(count < remaining)) };
        self.cells[(day * variants + variant) * self.parts + count - 1]
    }

    /// Whether the parts are equal.
    fn divides(&self) -> bool {
        self.chunk * self.parts as u64 == self.units
    }
}

/// What a return comes to without the limit; `None` where it is not possible.
fn worth(
    planning: &Planning,
    item: usize,
    units: u64,
    on: NaiveDate,
    empty: &Ledger,
) -> Option<Worth> {
    let assessment = assess(&planning.input(item, units, on, empty));
    match assessment.decision.refusal() {
        None | Some(Refusal::RefundLimitExceeded) => {}
        Some(_) => return None,
    }
    let of_return = assessment.limit?.of_return?;
    Some(Worth {
        refund: of_return.refund.minor(),
        counts: of_return.counts.minor(),
        charged: planning.rates[item].to_usd(planning.charged(item, units, on)).minor(),
    })
}

/// The days on which something is free again or can first be returned, and 365 days after each of them.
fn events(planning: &Planning, end: NaiveDate) -> Vec<NaiveDate> {
    let free = planning.ledger.counting_on(planning.on).iter().map(LedgerEntry::free_again);
    let bought = planning.items.iter().map(|item| item.holding.purchase_date());
    let mut days = BTreeSet::new();
    for first in free.chain(bought).chain([planning.on]).filter(|day| *day >= planning.on) {
        let mut day = first;
        while day < end && days.insert(day) {
            day = day + Days::new(LIMIT_DAYS);
        }
    }
    days.into_iter().collect()
}

/// Parts and days at most, so that the amounts stay within [`CELLS_MAX`].
fn size(planning: &Planning, days: u64) -> (u64, u64) {
    let weight = |parts_max: u64| -> u64 {
        let parts = |units: u64| units.div_ceil(units.div_ceil(parts_max));
        let of = |item: &PlanItem| if item.divisible { parts(item.units).pow(2) } else { 1 };
        planning.items.iter().map(of).sum()
    };
    let cells_max = CELLS_MAX as u64;
    let fits = |parts_max: &u64| weight(*parts_max).saturating_mul(days) <= cells_max;
    match PARTS_MAX.into_iter().find(fits) {
        Some(parts_max) => (parts_max, days),
        None => (4, (cells_max / weight(4)).max(DAYS_MIN as u64)),
    }
}

/// About so many days: the first events, purchases among them, and evenly spread others.
fn thinned(
    planning: &Planning,
    events: &[NaiveDate],
    all_days: u64,
    days_max: u64,
) -> Vec<NaiveDate> {
    let spread = (days_max / 2).max(1);
    let even = (0..spread).map(|place| planning.on + Days::new(place * all_days / spread));
    let step = events.len().div_ceil((days_max / 2).max(1) as usize).max(1);
    let days: BTreeSet<NaiveDate> = even.chain(events.iter().step_by(step).copied()).collect();
    days.into_iter().collect()
}

/// Whether moving units of an item to an earlier day, or together with others of it, never loses by
/// rounding: a day takes more of the value than all rounding can give.
fn is_regular(planning: &Planning, item: usize) -> bool {
    let PlanItem { holding, units, divisible } = &planning.items[item];
    let (rate, currency) = (planning.rates[item], holding.currency());
    let is_dollars = currency == Currency::USD;
    let is_one = !divisible || *units == 1;
    let is_upfront = holding.billing_plan() == BillingPlan::Upfront;
    if is_one && (is_upfront || is_dollars) {
        return true;
    }
    // The fee takes at most a fifth of what a day takes from the credit of one unit.
    let base = match holding.current_unit_price() {
        Some(current) if planning.policy.lowest_price => holding.unit_price().lower(current),
        _ => holding.unit_price(),
    };
    let (price, days) = match holding.billing_plan() {
        BillingPlan::Upfront => (base, holding.days_in_term()),
        // The last cycle may be longer than a month where the reservation has an expiry of its own.
        BillingPlan::Monthly => {
            let last = holding.expiry_date() - Days::new(1);
            let longest = holding.cycles().on(last).days().max(31);
            let part = base.instalment(holding.term().months());
            (holding.instalment().map_or(part, |billed| billed.lower(part)), longest)
        }
    };
    let daily = price.share(1, 4, 5 * days);
    let falls = rate.to_usd_cents((daily - 6).max(0), currency) >= 6;
    let first_days = planning.on <= holding.purchase_date() + Days::new(FIRST_DAYS.unsigned_abs());
    let adds_up = is_dollars && base.instalment(1) == base;
    falls && (is_one || holding.used() || !first_days || adds_up)
}
