//! Sorting rows of any kind by the same code.
//!
//! The standard library's sort is compiled for each kind of rows, four kilobytes a time. Here it sorts
//! places, and only moving the rows to them is compiled for each kind.

use std::cmp::Ordering;
use std::mem;

/// Sorts `rows`; those that `compare` does not tell apart keep their order.
pub fn sort_by<T>(rows: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(rows.len(), &|left, right| compare(&rows[left], &rows[right]));
    let mut unsorted: Vec<_> = mem::take(rows).into_iter().map(Some).collect();
    rows.extend(order.into_iter().filter_map(|place| unsorted[place].take()));
}

/// Sorts `rows` by what `key` says of each.
pub fn sort_by_key<T, K: Ord>(rows: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(rows, |left, right| key(left).cmp(&key(right)));
}

/// The places from 0 to `count` in their order.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|left, right| compare(*left, *right));
    order
}
