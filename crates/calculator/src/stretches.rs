//! Searching the first day of something that holds from a day on within each stretch of days.

use chrono::{Days, NaiveDate};

/// The first and the last day of each stretch from `start` until the day before `end`, where a new one
/// begins on each of the `edges`.
pub(crate) fn stretches(
    start: NaiveDate,
    end: NaiveDate,
    mut edges: Vec<NaiveDate>,
) -> impl Iterator<Item = (NaiveDate, NaiveDate)> {
    edges.retain(|day| start < *day && *day < end);
    edges.extend((start < end).then_some(end));
    edges.sort_unstable();
    edges.dedup();
    edges.into_iter().scan(start, |from, edge| {
        let first = std::mem::replace(from, edge);
        Some((first, edge - Days::new(1)))
    })
}

/// The first day for which `fits` holds, where within each stretch it holds from some day on.
///
/// The last day of a stretch tells whether it holds a fitting day, and halving finds the first.
pub(crate) fn first_fitting(
    mut stretches: impl Iterator<Item = (NaiveDate, NaiveDate)>,
    fits: impl Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    let (from, last) = stretches.find(|(_, last)| fits(*last))?;
    let (mut low, mut high) = (0, (last - from).num_days().unsigned_abs());
    while low < high {
        let middle = low.midpoint(high);
        if fits(from + Days::new(middle)) { high = middle } else { low = middle + 1 }
    }
    Some(from + Days::new(low))
}
