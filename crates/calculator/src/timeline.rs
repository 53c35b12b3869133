//! A return on every day from the day of the quote to expiry: what the date chart shows.

use chrono::{Days, NaiveDate};

use crate::holding::BillingPlan;
use crate::money::Money;
use crate::policy::FirstDays;
use crate::proration::FIRST_DAYS;
use crate::refund::{Decision, RefundInput, assess};

/// What would come back on each day, and the days on which something changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Timeline {
    /// One point a day, from the day of the input (or the purchase) to the day before expiry.
    pub points: Vec<Point>,
    /// What changes on which day, in the order of the days.
    pub events: Vec<Event>,
    /// Whether the days were held against the yearly limit; without a USD rate they were not.
    pub is_limit_checked: bool,
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
    let points = start
        .iter_days()
        .take_while(|day| *day < holding.expiry_date())
        .map(|on| {
            let assessment = assess(&RefundInput { on, ..*input });
            Point { day: on, payable: assessment.payable, decision: assessment.decision }
        })
        .collect();
    let mut events = events(input);
    events.retain(|event| start < event.day && event.day < holding.expiry_date());
    events.sort_by_key(|event| event.day);
    Timeline { points, events, is_limit_checked: input.rate().is_some() }
}

fn events(input: &RefundInput<'_>) -> Vec<Event> {
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
    let entries = input.ledger.entries();
    events.extend(entries.chunk_by(|one, next| one.date == next.date).map(|same_day| {
        let freed = same_day.iter().map(|entry| entry.usd.minor()).sum();
        let freed = Money::from_minor(freed, same_day[0].usd.currency());
        Event { day: same_day[0].free_again(), kind: EventKind::LimitReplenished(freed) }
    }));
    events
}
