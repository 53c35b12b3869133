//! What to return when, where the yearly limit does not let everything go at once.
//!
//! Maximised is what all returns pay out, less the instalments that are charged until then, less the
//! remaining instalments of what is kept; in USD. The value of a return falls from day to day, so the
//! limit is the only reason to wait.
//!
//! - **Days.** Where what does not fit is lost ([`OverLimit::PayoutCapped`]), waiting only pays until
//!   something is free again: the day of the plan, days on which past cancellations stop counting, and
//!   365 days after each of these. Moving a return back to the last such day gains at least what it takes
//!   from later ones. This holds to the cent where a day takes more than rounding does (`Row::is_regular`).
//!   Where a return is refused as a whole, a day's fall may just make it fit, so that every day matters.
//! - **Upper bound.** Each window of 365 days has a price for a dollar of its limit; every item then has a
//!   best way of its own, and the sum is never below the best plan, whatever the prices
//!   (Lagrangian relaxation). [`bound`] searches low prices.
//! - **Search.** Local search finds a plan; branch and bound over days, items and units, cut by the same
//!   bound, improves it and proves it ([`Method::Exact`]). Where days are few it remembers how it got to a day:
//!   of two ways to return the same units before it, the one that has brought less and leaves less of the limit
//!   is not gone on with.
//! - **Limits.** Work is counted in steps, never in time. Where the steps run out, or where there are too
//!   many days and units to look at each, the answer is the best plan found and the bound
//!   ([`Method::Bounded`]). Under a cap ten reservations of one or two units each are
//!   proven, while thirty units that may all be split may stay bounded; where returns are refused over the limit,
//!   several reservations that do not fit together usually are, since filling the limit to the cent by
//!   choosing days is a knapsack with as many weights as days.
//! - **Equal plans.** The earlier days, one unit after the other, then the fewer returns, among those that the
//!   search looks at before its steps for equal plans run out. Returns of one day are in the order of the items,
//!   which in other currencies than USD may be worth the cent that an exact plan is then bounded by.

mod bound;
mod input;
mod model;
mod search;

use crate::assessment::assess;
use crate::currency::Currency;
use crate::ledger::{Ledger, LedgerEntry};
use crate::limit::LimitUse;
use crate::money::Money;
use crate::policy::Policy;
use chrono::NaiveDate;

use input::Move;
pub use input::{Effort, PlanItem, Planning};
use model::Model;

/// Which units to return when, what is kept, and how good that is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Plan {
    /// The policy it was made under.
    pub policy: &'static Policy,
    /// Whether a better plan may exist.
    pub method: Method,
    /// The returns in the order in which they are carried out.
    pub schedule: Vec<PlannedReturn>,
    /// What is never returned.
    pub kept: Vec<KeptUnits>,
    /// What the returns bring and what is kept costs, in USD; below zero where more is charged than comes
    /// back.
    pub usd: Money,
    /// The same of the best way to return on the first day alone.
    pub today: Money,
}

impl Plan {
    /// How much more it brings than returning on the first day alone; never below zero.
    pub fn gain(&self) -> Money {
        Money::from_minor(self.usd.minor() - self.today.minor(), Currency::USD)
    }
}

/// How far a plan can be from the best one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Method {
    /// There is no better plan.
    Exact,
    /// The best plan is at most so many USD better.
    Bounded(Money),
}

impl Method {
    /// The most by which a plan can be better, in USD.
    pub const fn bound(self) -> Money {
        match self {
            Self::Exact => Money::zero(Currency::USD),
            Self::Bounded(bound) => bound,
        }
    }
}

/// One return of a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PlannedReturn {
    /// The place of the item.
    pub item: usize,
    /// How many units.
    pub units: u64,
    /// The UTC day.
    pub on: NaiveDate,
    /// What is paid out, in the currency of the reservation.
    pub payable: Money,
    /// Instalments of these units that are charged after the first day of the plan, up to this one.
    pub instalments: Money,
    /// The payout less the instalments, each in USD.
    pub usd: Money,
    /// What it takes from the limit, in USD.
    pub counts: Money,
}

/// Units that a plan does not return.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KeptUnits {
    /// The place of the item.
    pub item: usize,
    /// How many units.
    pub units: u64,
    /// Their instalments after the first day of the plan.
    pub instalments: Money,
    /// The instalments in USD, below zero.
    pub usd: Money,
}

/// The best plan that is found, and how far from the best one it can be.
pub fn plan(planning: &Planning) -> Plan {
    let (moves, mut most) = Model::new(planning).solve();
    let mut plan = carried_out(planning, &moves);
    let (moves_today, _) = Model::new(&planning.today()).solve();
    let today = carried_out(planning, &moves_today);
    plan.today = today.usd;
    if today.usd.minor() > plan.usd.minor() {
        plan = Plan { today: today.usd, ..today };
    }
    most = most.max(plan.usd.minor());
    let gap = Money::from_minor(most - plan.usd.minor(), Currency::USD);
    plan.method = if gap.is_zero() { Method::Exact } else { Method::Bounded(gap) };
    plan
}

/// Carries the returns out one after the other, each against the ledger that has grown by those before.
fn carried_out(planning: &Planning, moves: &[Move]) -> Plan {
    let mut entries = planning.ledger.entries().to_vec();
    let mut left: Vec<u64> = planning.items.iter().map(|item| item.units).collect();
    let mut schedule = Vec::with_capacity(moves.len());
    let mut total = 0;
    for &Move { item, units, on } in moves {
        let ledger = Ledger::new(entries.clone()).expect("what a limit leaves is a valid entry");
        let assessment = assess(&planning.input(item, units, on, &ledger));
        let rate = planning.rates[item];
        let instalments = planning.charged(item, units, on);
        let usd = rate.to_usd(assessment.payable).minor() - rate.to_usd(instalments).minor();
        let counted = |limit: LimitUse| limit.left_before.minor() - limit.left_after.minor();
        let counts = Money::from_minor(assessment.limit.map_or(0, counted), Currency::USD);
        entries.push(LedgerEntry { date: on, usd: counts });
        left[item] -= units;
        total += usd;
        let usd = Money::from_minor(usd, Currency::USD);
        let payable = assessment.payable;
        schedule.push(PlannedReturn { item, units, on, payable, instalments, usd, counts });
    }
    let is_kept = left.iter().enumerate().filter(|(_, units)| **units > 0);
    let kept: Vec<KeptUnits> = is_kept
        .map(|(item, &units)| {
            let instalments = planning.charged_if_kept(item, units);
            let cents = planning.rates[item].to_usd(instalments).minor();
            KeptUnits { item, units, instalments, usd: Money::from_minor(-cents, Currency::USD) }
        })
        .collect();
    total += kept.iter().map(|kept| kept.usd.minor()).sum::<i128>();
    let usd = Money::from_minor(total, Currency::USD);
    Plan { policy: planning.policy, method: Method::Exact, schedule, kept, usd, today: usd }
}
