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
//!   bound, improves it and proves it ([`Method::Exact`]) where days are few. It remembers how it got to a day:
//!   of two ways to return the same units before it, the one that has brought less and leaves less of the limit
//!   is not gone on with. Where days are many, or that does not come to an end, [`stretches`] cuts days into
//!   stretches instead, each part with prices of its own.
//! - **Limits.** Work is counted in steps, never in time. Where the steps run out, or where there are too
//!   many days and units to look at each, the answer is the best plan found and the bound
//!   ([`Method::Bounded`]). Where payouts are capped, ten reservations are proven, split or not, in one currency
//!   or in two. Where returns are refused over the limit, filling it to the cent by choosing days is a knapsack: four
//!   returns are moved at once so that they bring what a plan lacks, and [`groups`] of returns that are held against
//!   the limit together have prices of their own. Nearly all plans for ten reservations are proven then; of a few,
//!   and of more that are split into some thirty returns, which trade many days against each other over years,
//!   something stays open (`docs/figures.md`).
//! - **Equal plans.** The earlier days, one unit after the other, then the fewer returns, then what loses less to the
//!   cap (the rest stays with what is kept), then the earlier items; among those that the search looks at before its
//!   steps for equal plans run out. Returns of one day are in the order of the items, except where another order
//!   wins back what rounding takes from payouts in other currencies ([`rounding`]).

mod bound;
mod groups;
mod input;
mod model;
mod rounding;
mod search;
mod solve;
mod stretches;

use crate::assessment::assess;
use crate::currency::Currency;
use crate::ledger::{Ledger, LedgerEntry};
use crate::limit::LimitUse;
use crate::money::Money;
use crate::policy::Policy;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

use input::Move;
pub use input::{PlanItem, Planning};
pub use solve::PlanSearch;

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

/// An instalment of units that a plan has not returned before it falls due.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PlannedCharge {
    /// The place of the item.
    pub item: usize,
    /// How many units are still there.
    pub units: u64,
    /// The UTC day on which it falls due.
    pub on: NaiveDate,
    /// What is charged for these units, in the currency of the reservation.
    pub amount: Money,
}

/// The best plan that is found, and how far from the best one it can be.
pub fn plan(planning: &Planning) -> Plan {
    let mut search = PlanSearch::new(planning.clone());
    while search.step() {}
    search.plan()
}

impl Planning {
    /// The instalments that fall due while a plan of this is carried out, and afterwards for what it keeps, in the
    /// order of their days. They add up to the instalments of its returns and of what is kept.
    pub fn charges(&self, plan: &Plan) -> Vec<PlannedCharge> {
        let returned = plan.schedule.iter().map(|it| (it.item, it.units, it.on));
        let kept = plan.kept.iter().filter(|kept| !kept.instalments.is_zero());
        let kept = kept.map(|kept| {
            let expiry = self.items[kept.item].holding.expiry_date();
            (kept.item, kept.units, expiry - Days::new(1))
        });
        let mut charges: BTreeMap<(NaiveDate, usize), (u64, i128)> = BTreeMap::new();
        for (item, units, last) in returned.chain(kept) {
            let mut before = 0;
            let starts = self.items[item].holding.cycles().further_starts();
            for on in starts.filter(|on| self.on < *on && *on <= last) {
                let until = self.charged(item, units, on).minor();
                let charge = charges.entry((on, item)).or_default();
                *charge = (charge.0 + units, charge.1 + until - before);
                before = until;
            }
        }
        charges.retain(|_, (_, minor)| *minor > 0);
        let charge = |((on, item), (units, minor)): ((NaiveDate, usize), (u64, i128))| {
            let amount = Money::from_minor(minor, self.items[item].holding.currency());
            PlannedCharge { item, units, on, amount }
        };
        charges.into_iter().map(charge).collect()
    }
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
