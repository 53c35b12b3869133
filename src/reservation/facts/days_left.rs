//! How long a reservation still runs.

use chrono::NaiveDate;

/// How long a reservation still runs, in whole UTC days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DaysLeft {
    /// More than one day, today included.
    Days(u64),
    /// Today is the last day.
    LastDay,
    /// Today is the first day without it.
    EndedToday,
    /// It ended this many days ago.
    Ended(u64),
}

/// How long a reservation still runs that expires on `expiry`, its first UTC day without benefit.
#[must_use]
pub fn days_left(expiry: NaiveDate, today: NaiveDate) -> DaysLeft {
    let days = (expiry - today).num_days();
    match days {
        0 => DaysLeft::EndedToday,
        1 => DaysLeft::LastDay,
        2.. => DaysLeft::Days(days.unsigned_abs()),
        _ => DaysLeft::Ended(days.unsigned_abs()),
    }
}
