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

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(date: &str, cents: i128) -> LedgerEntry {
        LedgerEntry {
            date: date.parse().expect(date),
            usd: Money::from_minor(cents, Currency::USD),
        }
    }

    #[test]
    fn an_entry_counts_on_its_day_and_the_364_days_after_it() {
        let entries = vec![entry("2025-03-01", 200), entry("2024-02-29", 100)];
        let ledger = Ledger::new(entries).expect("valid entries");
        assert_eq!(ledger.entries()[0], entry("2024-02-29", 100));
        assert_eq!(ledger.entries()[0].free_again().to_string(), "2025-02-28");
        for (day, counting, cents) in [
            ("2024-02-28", 0, 0),
            ("2024-02-29", 1, 100),
            ("2025-02-27", 1, 100),
            ("2025-02-28", 0, 0),
            ("2025-03-01", 1, 200),
            ("2026-02-28", 1, 200),
            ("2026-03-01", 0, 0),
        ] {
            let day = day.parse().expect(day);
            assert_eq!(ledger.counting_on(day).len(), counting, "{day}");
            assert_eq!(ledger.used_on(day).minor(), cents, "{day}");
        }
        assert_eq!(ledger.used_on(NaiveDate::MIN).minor(), 0);
    }

    #[test]
    fn entries_are_in_dollars_and_not_negative() {
        let field = |entry| Ledger::new(vec![entry]).expect_err("refused").field;
        assert_eq!(field(entry("2025-03-01", -1)), "ledger[0].usd");
        let euros = Money::from_minor(1, Currency::parse("EUR").expect("known"));
        assert_eq!(field(LedgerEntry { usd: euros, ..entry("2025-03-01", 1) }), "ledger[0].usd");
        assert_eq!(field(entry("2014-12-31", 1)), "ledger[0].date");
        assert!(Ledger::new(vec![entry("2025-03-01", 0)]).is_ok());
    }
}
