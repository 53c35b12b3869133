//! A return on every day from the day of the quote to expiry: what the date chart shows.
//!
//! What is paid out under a monthly plan rises on every day on which an instalment is billed, which
//! looks as if waiting paid. It does not: the instalment was paid first. So each day also says what was
//! charged until then, and what is left of the payout after it.

use chrono::{Days, NaiveDate};

use crate::assessment::{Decision, RefundInput, assess};
use crate::flow::Flow;
use crate::holding::BillingPlan;
use crate::money::{Money, Price};
use crate::policy::FirstDays;
use crate::proration::FIRST_DAYS;
use crate::term::Cycles;

/// What would come back on each day, and the days on which something changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Timeline {
    /// One point a day, from the day of the input (or the purchase) to the day before expiry.
    pub points: Vec<Point>,
    /// What changes on which day, in the order of the days.
    pub events: Vec<Event>,
    /// The place of the point on which the return leaves the most, the first of equal ones; `None` where
    /// it is possible on no day, and where the limit was not checked, for which waiting may be worth it.
    pub best: Option<usize>,
    /// Whether the returns were held against the yearly limit: without a USD rate they were not.
    pub is_limit_checked: bool,
    /// Whether anything is charged while one waits.
    pub has_charges: bool,
}

/// What comes of the return on one day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Point {
    /// The UTC day.
    pub day: NaiveDate,
    /// What would be paid out.
    pub payable: Money,
    /// Whether the return is possible.
    pub decision: Decision,
    /// Instalments of these units that are charged after the first day, up to this one.
    pub charged: Money,
    /// What is left of both: the payout less what was charged until then; below zero when more was
    /// charged than is paid out.
    pub left: Money,
}

impl Point {
    /// What is left, by which way it went.
    #[must_use]
    pub const fn flow(&self) -> Flow {
        Flow::of(Money::from_minor(-self.left.minor(), self.left.currency()))
    }
}

/// A day on which something other than the passing of a day changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Event {
    /// The UTC day from which the change holds.
    pub day: NaiveDate,
    /// What changes.
    pub kind: EventKind,
}

/// What changes on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EventKind {
    /// The first day after the rule of the first days.
    FirstDaysOver,
    /// A further instalment is billed.
    InstalmentDue,
    /// Past cancellations stop counting, so this much of the limit (USD) is free again.
    LimitReplenished(Money),
}

/// What the return would give on every day that is left.
pub fn timeline(input: &RefundInput<'_>) -> Timeline {
    let holding = input.holding;
    let start = input.on.max(holding.purchase_date());
    let charges = Charges::of(input, start);
    let points: Vec<_> = start
        .iter_days()
        .take_while(|day| *day < holding.expiry_date())
        .map(|on| {
            let assessment = assess(&RefundInput { on, ..*input });
            let payable = assessment.payable;
            let charged = charges.as_ref().map_or(0, |charges| charges.until(on));
            let money = |minor| Money::from_minor(minor, payable.currency());
            Point {
                day: on,
                payable,
                decision: assessment.decision,
                charged: money(charged),
                left: money(payable.minor() - charged),
            }
        })
        .collect();
    let is_limit_checked = input.rate().is_some();
    let is_known = |point: &Point| is_limit_checked && point.decision.refusal().is_none();
    let possible = points.iter().enumerate().filter(|(_, point)| is_known(point));
    let best = possible.min_by_key(|(_, point)| -point.left.minor()).map(|(place, _)| place);
    let mut events = events(input, start);
    events.retain(|event| start < event.day && event.day < holding.expiry_date());
    events.sort_by_key(|event| event.day);
    let has_charges = points.last().is_some_and(|point| !point.charged.is_zero());
    Timeline { points, events, best, is_limit_checked, has_charges }
}

/// What is charged for units after a day.
pub(crate) struct Charges {
    instalment: Price,
    units: u64,
    cycles: Cycles,
    /// The cycle of the day, whose instalment is charged already.
    from: u32,
}

impl Charges {
    /// `None` where nothing is charged later: all was paid at purchase, or the units are not owned.
    pub(crate) fn of(input: &RefundInput<'_>, start: NaiveDate) -> Option<Self> {
        let holding = input.holding;
        let is_charged = holding.billing_plan() == BillingPlan::Monthly && input.owns_units();
        (is_charged && holding.runs_on(start)).then(|| Self {
            instalment: holding.billed_instalment(),
            units: input.units,
            cycles: holding.cycles(),
            from: holding.cycles().on(start).index,
        })
    }

    pub(crate) fn until(&self, day: NaiveDate) -> i128 {
        let instalments = self.cycles.on(day).index - self.from;
        self.instalment.share(self.units, instalments.into(), 1)
    }
}

fn events(input: &RefundInput<'_>, start: NaiveDate) -> Vec<Event> {
    let holding = input.holding;
    let mut events = Vec::new();
    if input.policy.first_days != FirstDays::NotStated {
        let day = holding.purchase_date() + Days::new(FIRST_DAYS.unsigned_abs() + 1);
        events.push(Event { day, kind: EventKind::FirstDaysOver });
    }
    if holding.billing_plan() == BillingPlan::Monthly {
        let due = |day| Event { day, kind: EventKind::InstalmentDue };
        events.extend(holding.cycles().further_starts().map(due));
    }
    let freed = |(day, usd)| Event { day, kind: EventKind::LimitReplenished(usd) };
    events.extend(input.ledger.replenishments(start).map(freed));
    events
}
