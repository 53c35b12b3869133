//! The cancellations of one customer that may still count against the yearly limit.

use chrono::{Days, NaiveDate};

use crate::currency::Currency;
use crate::error::{InputError, Problem};
use crate::holding::in_years;
use crate::money::Money;

/// Days for which a cancellation counts, its own day included. [Azure documentation]
pub const LIMIT_DAYS: u64 = 365;
/// The largest accepted number of past cancellations of one customer.
pub const ENTRIES_MAX: usize = 10_000;

/// One past cancellation: the USD that counted on a UTC day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LedgerEntry {
    /// The UTC day of the cancellation.
    pub date: NaiveDate,
    /// What counted against the limit, in USD.
    pub usd: Money,
}

impl LedgerEntry {
    /// The first day on which the entry no longer counts: 2025-03-01 is free again on 2026-03-01.
    pub fn free_again(&self) -> NaiveDate {
        self.date + Days::new(LIMIT_DAYS)
    }
}

/// The past cancellations of one customer, in the order of their dates.
///
/// Invariant: `entries` is sorted by date, every amount is in USD and not negative, `dates` are
/// those of the entries (apart, because searching them is most of the work of a limit), and
/// `totals[i]` is the sum of the first `i` entries in cents, so that any window is one subtraction.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ledger {
    entries: Vec<LedgerEntry>,
    dates: Vec<NaiveDate>,
    totals: Vec<i128>,
}

impl Default for Ledger {
    fn default() -> Self {
        Self { entries: Vec::new(), dates: Vec::new(), totals: vec![0] }
    }
}

impl Ledger {
    /// A ledger of entries in any order.
    ///
    /// # Errors
    /// Names the entry by its place in the list, for instance `ledger[3].usd`.
    pub fn new(mut entries: Vec<LedgerEntry>) -> Result<Self, InputError> {
        if entries.len() > ENTRIES_MAX {
            let problem = Problem::WrongLength { min: 0, max: ENTRIES_MAX };
            return Err(InputError::new("ledger", problem));
        }
        for (place, entry) in entries.iter().enumerate() {
            let wrong = |field: &str, problem| {
                Err(InputError::new(format!("ledger[{place}].{field}"), problem))
            };
            if let Err(error) = in_years("date", entry.date) {
                return wrong("date", error.problem);
            }
            if entry.usd.currency() != Currency::USD {
                return wrong("usd", Problem::CurrencyMismatch);
            }
            if entry.usd.minor() < 0 {
                return wrong("usd", Problem::Negative);
            }
        }
        entries.sort_by_key(|entry| entry.date);
        let mut totals = Vec::with_capacity(entries.len() + 1);
        totals.push(0);
        let mut total = 0;
        for entry in &entries {
            total += entry.usd.minor();
            totals.push(total);
        }
        let dates = entries.iter().map(|entry| entry.date).collect();
        Ok(Self { entries, dates, totals })
    }

    /// The entries in the order of their dates.
    pub fn entries(&self) -> &[LedgerEntry] {
        &self.entries
    }

    /// The entries that count on a day: of that day and the 364 days before it.
    pub fn counting_on(&self, day: NaiveDate) -> &[LedgerEntry] {
        let (from, to) = self.window(day);
        &self.entries[from..to]
    }

    /// The USD that count on a day.
    pub fn used_on(&self, day: NaiveDate) -> Money {
        let (from, to) = self.window(day);
        Money::from_minor(self.totals[to] - self.totals[from], Currency::USD)
    }

    fn window(&self, day: NaiveDate) -> (usize, usize) {
        let newest_free = day.checked_sub_days(Days::new(LIMIT_DAYS)).unwrap_or(NaiveDate::MIN);
        let from = self.dates.partition_point(|date| *date <= newest_free);
        let to = self.dates.partition_point(|date| *date <= day);
        (from, to)
    }
}
