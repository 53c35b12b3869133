//! Where things lie in the chart of a cap: pure geometry, from which no amount is read back.

use calculator::{Currency, Ledger, Limit, Money};
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;
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
    /// The line of what is left.
    pub left: String,
    /// The line of what is used under the other reading; empty where nobody asks for it.
    pub other: String,
    /// Where the limit lies.
    pub limit: i128,
    /// Where a day lies that is looked at.
    pub today: i64,
    /// The amounts of the axis, the topmost first.
    pub ticks: Vec<Money>,
    /// The days of the axis.
    pub marks: Vec<NaiveDate>,
    /// Every day on which something changes.
    pub rows: Vec<Standing>,
}

/// How the limit stands from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The day.
    pub day: NaiveDate,
    /// What is used.
    pub used: Money,
    /// What is left.
    pub left: Money,
    /// The same under the other reading, where there is one.
    pub other: Option<(Money, Money)>,
}

impl Chart {
    /// How the limit stands on a day, counted from the first.
    #[must_use]
    pub fn on(&self, place: usize) -> (NaiveDate, Option<Standing>) {
        let day = self.days.0 + Days::new(place as u64);
        let row = self.rows.iter().rev().find(|row| row.day <= day);
        (day, row.copied())
    }
}

/// The chart of a ledger under a limit, over these days; `other` is the ledger as the other reading counts it, `today`
/// lies among the days.
#[must_use]
pub fn chart(
    ledger: &Ledger,
    other: Option<&Ledger>,
    limit: &Limit,
    (first, last): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Chart {
    let rows = standings(ledger, other, limit, (first, last));
    let amounts = |row: &Standing| [Some(row.used), row.other.map(|it| it.0)];
    let most = rows.iter().flat_map(amounts).flatten().map(Money::minor);
    let most = most.fold(limit.usd_cents, i128::max).max(TICKS);
    let height = |amount: Money| HEIGHT - amount.minor() * HEIGHT / most;
    let width = (last - first).num_days().max(1);
    let steps = |start: &str, of: &dyn Fn(&Standing) -> Option<Money>| {
        let mut path = String::new();
        for row in &rows {
            let Some(amount) = of(row) else { return path };
            let (at, height) = ((row.day - first).num_days(), height(amount));
            // Writing into a text cannot fail.
            let _ = match path.is_empty() {
                true => write!(path, "{start}{height}"),
                false => write!(path, "H{at}V{height}"),
            };
        }
        let _ = write!(path, "H{width}");
        path
    };
    let mut used = steps(&format!("M0 {HEIGHT}V"), &|row| Some(row.used));
    let _ = write!(used, "V{HEIGHT}z");
    let left = steps("M0 ", &|row| Some(row.left));
    let other = steps("M0 ", &|row| row.other.map(|it| it.0));
    let tick = |part: i128| Money::from_minor(most * part / TICKS, Currency::USD);
    let mark = |part: u64| first + Days::new(part * width.unsigned_abs() / 4);
    Chart {
        days: (first, last),
        width,
        used,
        left,
        other,
        limit: height(limit.amount()),
        today: (today - first).num_days().clamp(0, width),
        ticks: (0..=TICKS).rev().map(tick).collect(),
        marks: (0..=4).map(mark).collect(),
        rows,
    }
}

/// The days on which what is used changes, under either reading.
fn standings(
    ledger: &Ledger,
    other: Option<&Ledger>,
    limit: &Limit,
    (first, last): (NaiveDate, NaiveDate),
) -> Vec<Standing> {
    let own = ledger.course(first, last);
    let others = other.map(|other| other.course(first, last)).unwrap_or_default();
    let on = |course: &[(NaiveDate, Money)], day: NaiveDate| {
        course.iter().rev().find(|(from, _)| *from <= day).map(|(_, used)| *used)
    };
    let days: BTreeSet<NaiveDate> = own.iter().chain(&others).map(|(day, _)| *day).collect();
    let standing = |day: NaiveDate| {
        let used = on(&own, day)?;
        let other = on(&others, day).map(|used| (used, limit.left(used)));
        Some(Standing { day, used, left: limit.left(used), other })
    };
    days.into_iter().filter_map(standing).collect()
}
