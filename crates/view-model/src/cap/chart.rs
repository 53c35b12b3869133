//! Where things lie in the chart of a cap: pure geometry, from which no amount is read back.

use calculator::{Currency, Ledger, Limit, Money};
use chrono::{Days, NaiveDate};
use std::fmt::Write as _;

/// Height of a chart in its own units; horizontally one unit is one day.
pub const HEIGHT: i128 = 10_000;
/// Lines of the grid below the topmost tick.
const TICKS: i128 = 4;

/// What is used of a limit from day to day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The first and the last day.
    pub days: (NaiveDate, NaiveDate),
    /// Days from the first to the last.
    pub width: i64,
    /// The area of what is used.
    pub used: String,
    /// Where the limit lies.
    pub limit: i128,
    /// Where a day lies that is looked at.
    pub today: i64,
    /// The amounts of the axis, the topmost first.
    pub ticks: Vec<Money>,
    /// The days of the axis.
    pub marks: Vec<NaiveDate>,
    /// Every day on which something changes: what is used from then on, and what is left.
    pub rows: Vec<(NaiveDate, Money, Money)>,
}

/// The chart of a ledger under a limit, over these days; `today` lies among them.
#[must_use]
pub fn chart(
    ledger: &Ledger,
    limit: &Limit,
    (first, last): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Chart {
    let course = ledger.course(first, last);
    let most = course.iter().map(|(_, used)| used.minor()).fold(limit.usd_cents, i128::max);
    let most = most.max(TICKS);
    let height = |minor: i128| HEIGHT - minor * HEIGHT / most;
    let width = (last - first).num_days().max(1);
    let mut used = format!("M0 {HEIGHT}");
    for (day, amount) in &course {
        // Writing into a text cannot fail.
        let _ = write!(used, "H{}V{}", (*day - first).num_days(), height(amount.minor()));
    }
    let _ = write!(used, "H{width}V{HEIGHT}z");
    let tick = |part: i128| Money::from_minor(most * part / TICKS, Currency::USD);
    let mark = |part: u64| first + Days::new(part * width.unsigned_abs() / 4);
    Chart {
        days: (first, last),
        width,
        used,
        limit: height(limit.usd_cents),
        today: (today - first).num_days().clamp(0, width),
        ticks: (0..=TICKS).rev().map(tick).collect(),
        marks: (0..=4).map(mark).collect(),
        rows: course.into_iter().map(|(day, used)| (day, used, limit.left(used))).collect(),
    }
}
