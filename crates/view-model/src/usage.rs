//! Utilization day by day, and where its bars lie in the chart.

use azure::{Timestamp, UsageSummary};
use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;

/// Days in the chart.
pub const DAYS: u64 = 30;
/// Width of one day in the drawing's own units.
const DAY_WIDTH: u32 = 10;
/// Height of full utilization in the drawing's own units: a hundredth of a percent each.
pub const HEIGHT: u32 = 10_000;
/// Space between two bars, and twice the space before the first.
const GAP: u32 = 2;
/// Height of a bar for nothing at all, so that it differs from a day without data.
const HEIGHT_MIN: u32 = 100;

/// One day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsageDay {
    /// The UTC day.
    pub day: NaiveDate,
    /// What is known of it; nothing where the answer leaves the day out.
    pub usage: Option<Usage>,
}

/// What was used on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// 0 to 100.
    pub percent: Decimal,
    /// Hours that were used.
    pub used_hours: Option<Decimal>,
    /// Hours that were paid for.
    pub reserved_hours: Option<Decimal>,
}

/// A bar of the chart, in the drawing's own units from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The left edge.
    pub x: u32,
    /// The upper edge.
    pub y: u32,
    /// From edge to edge.
    pub width: u32,
    /// From the upper edge to the axis.
    pub height: u32,
}

/// The lowest and the highest day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extremes {
    /// The first day with the lowest percentage.
    pub lowest: (NaiveDate, Decimal),
    /// The first day with the highest percentage.
    pub highest: (NaiveDate, Decimal),
}

/// The days of the chart: up to yesterday, since today is not over.
#[must_use]
pub fn window(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    (today - Days::new(DAYS), today - Days::new(1))
}

/// Every day from `first` to `last` with what `summaries` say about it.
///
/// Several summaries of one day can only be revisions; the last one counts.
#[must_use]
pub fn days(summaries: &[UsageSummary], first: NaiveDate, last: NaiveDate) -> Vec<UsageDay> {
    let known: Vec<_> = summaries.iter().filter_map(usage).collect();
    let of = |day| known.iter().rev().find(|(known, _)| *known == day);
    let days = first.iter_days().take_while(|day| *day <= last);
    days.map(|day| UsageDay { day, usage: of(day).map(|(_, usage)| usage.clone()) }).collect()
}

fn usage(summary: &UsageSummary) -> Option<(NaiveDate, Usage)> {
    let properties = summary.properties();
    let day = properties.usage_date.as_ref().and_then(Timestamp::date)?;
    let percent = properties.avg_utilization_percentage.or(properties.utilized_percentage)?;
    let used_hours = properties.used_hours;
    Some((day, Usage { percent, used_hours, reserved_hours: properties.reserved_hours }))
}

/// The bars of the days that have data.
#[must_use]
pub fn bars(days: &[UsageDay]) -> Vec<Bar> {
    (0..)
        .step_by(DAY_WIDTH as usize)
        .zip(days)
        .filter_map(|(left, day)| {
            let height = height(day.usage.as_ref()?.percent);
            let x = left + GAP / 2;
            Some(Bar { x, y: HEIGHT - height, width: DAY_WIDTH - GAP, height })
        })
        .collect()
}

/// The width of a drawing of so many days.
#[must_use]
pub fn width(days: usize) -> u32 {
    u32::try_from(days).unwrap_or(u32::MAX).saturating_mul(DAY_WIDTH)
}

fn height(percent: Decimal) -> u32 {
    let share = (percent * Decimal::ONE_HUNDRED).round();
    // Outside 0 to 100 the answer is wrong; the bar stays in its frame and the table shows the number.
    u32::try_from(share)
        .unwrap_or(if share.is_sign_negative() { 0 } else { HEIGHT })
        .clamp(HEIGHT_MIN, HEIGHT)
}

/// The lowest and the highest day; `None` without data.
#[must_use]
pub fn extremes(days: &[UsageDay]) -> Option<Extremes> {
    let mut known = days.iter().filter_map(|day| Some((day.day, day.usage.as_ref()?.percent)));
    let first = known.next()?;
    let both = Extremes { lowest: first, highest: first };
    Some(known.fold(both, |mut so_far, day| {
        if day.1 < so_far.lowest.1 {
            so_far.lowest = day;
        }
        if day.1 > so_far.highest.1 {
            so_far.highest = day;
        }
        so_far
    }))
}
