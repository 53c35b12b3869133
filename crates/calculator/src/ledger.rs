//! The cancellations of one customer that may still count against the yearly limit.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::currency::Currency;
use crate::error::{InputError, Problem};
use crate::holding::{YEARS, in_years};
use crate::money::{Money, PRICE_MAX};

/// Days for which a cancellation counts, its own day included. [Azure documentation]
pub const LIMIT_DAYS: u64 = 365;

/// The largest accepted entry: no sum of as many as fit into memory leaves its type.
const USD_CENTS_MAX: i128 = PRICE_MAX * 100;

/// One past cancellation: the USD that counted on a UTC day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LedgerEntry {
    /// The UTC day of the cancellation.
    pub date: NaiveDate,
    /// What counted against the limit, in USD.
    pub usd: Money,
}

impl LedgerEntry {
    /// What was booked on a UTC day for a cancellation, in USD. Nobody says which sign it has, so that the
    /// absolute value counts; a fraction of a cent is rounded half to even.
    ///
    /// # Errors
    /// [`Problem::TooLarge`] for more than can be calculated with.
    pub fn booked(date: NaiveDate, usd: Decimal) -> Result<Self, Problem> {
        let cents = usd.abs().round_dp_with_strategy(2, RoundingStrategy::MidpointNearestEven);
        Ok(Self { date, usd: Money::from_decimal(cents, Currency::USD)? })
    }

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
            if entry.usd.minor() > USD_CENTS_MAX {
                return wrong("usd", Problem::TooLarge { max: "1000000000000" });
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

    /// The cancellations that were booked for a customer up to now, on any day, for quotes of `today` or
    /// later.
    ///
    /// What was booked has happened, even where the clock was ahead: an entry of tomorrow is one of
    /// today, so that it is free again a year from now. Days before the years that are calculated with
    /// become the first of them.
    ///
    /// # Errors
    /// Those of [`new`](Self::new).
    pub fn of_booked(mut entries: Vec<LedgerEntry>, today: NaiveDate) -> Result<Self, InputError> {
        let (first, last) = (in_year(*YEARS.start(), 1, 1), in_year(*YEARS.end(), 12, 31));
        for entry in &mut entries {
            entry.date = entry.date.min(today).clamp(first, last);
        }
        Self::new(entries)
    }

    /// What is told as used on `today` of these cancellations, up to a limit that none was accepted beyond.
    ///
    /// Where the clock is far behind the last of them, those of several years count at once, since nobody can
    /// tell by which clock they were booked. No more than all of the limit is used by them then, or what is most
    /// in a year by their own dates. There is nothing left either way.
    ///
    /// # Errors
    /// Those of [`new`](Self::new).
    pub fn told_used(
        entries: Vec<LedgerEntry>,
        today: NaiveDate,
        limit: Money,
    ) -> Result<Money, InputError> {
        let last = entries.iter().map(|entry| entry.date).chain([today]).max().unwrap_or(today);
        let in_a_year = Self::of_booked(entries.clone(), last)?.most_in_a_year();
        // Before the years that are calculated with, everything bears the first of their days.
        let day = today.max(in_year(*YEARS.start(), 1, 1));
        let counting = Self::of_booked(entries, today)?.used_on(day).minor();
        Ok(Money::from_minor(counting.min(in_a_year.max(limit.minor())), Currency::USD))
    }

    /// The entries that count on a day: of that day and of the 364 days before it.
    ///
    /// What was cancelled after a day did not count on it. What was booked by a clock that was ahead has happened
    /// all the same, and counts: [`of_booked`](Self::of_booked) gives it a day that has come.
    pub fn counting_on(&self, day: NaiveDate) -> &[LedgerEntry] {
        &self.entries[self.first_counting(day)..self.made_until(day)]
    }

    /// The days after one day on which cancellations are free again, and the USD that come back on each: of those
    /// that count on it, and of those that are dated later.
    pub fn replenishments(&self, day: NaiveDate) -> impl Iterator<Item = (NaiveDate, Money)> {
        let days =
            self.entries[self.first_counting(day)..].chunk_by(|one, next| one.date == next.date);
        days.map(|same_day| {
            let cents = same_day.iter().map(|entry| entry.usd.minor()).sum();
            (same_day[0].free_again(), Money::from_minor(cents, Currency::USD))
        })
    }

    /// The USD that count, from `first` to `last`: on `first`, and on each later day on which that changes.
    pub fn course(&self, first: NaiveDate, last: NaiveDate) -> Vec<(NaiveDate, Money)> {
        let changes = self.entries.iter().flat_map(|entry| [entry.date, entry.free_again()]);
        let changes = changes.filter(|day| first < *day && *day <= last);
        let days: BTreeSet<NaiveDate> = changes.chain([first]).collect();
        days.into_iter().map(|day| (day, self.used_on(day))).collect()
    }

    /// The USD that count on a day.
    pub fn used_on(&self, day: NaiveDate) -> Money {
        let cents = self.totals[self.made_until(day)] - self.totals[self.first_counting(day)];
        Money::from_minor(cents, Currency::USD)
    }

    /// The most cents that were ever cancelled within the days that an entry counts.
    fn most_in_a_year(&self) -> i128 {
        let until = self.totals[1..].iter().zip(&self.dates);
        let used = until.map(|(total, day)| total - self.totals[self.first_counting(*day)]);
        used.max().unwrap_or_default()
    }

    /// The place of the first entry that is dated after a day.
    fn made_until(&self, day: NaiveDate) -> usize {
        self.dates.partition_point(|date| *date <= day)
    }

    /// The place of the first entry that counts on a day, or will count later.
    fn first_counting(&self, day: NaiveDate) -> usize {
        let newest_free = day.checked_sub_days(Days::new(LIMIT_DAYS)).unwrap_or(NaiveDate::MIN);
        self.dates.partition_point(|date| *date <= newest_free)
    }
}

/// A day that exists in every year.
fn in_year(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("the first and last days of years exist")
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
    fn no_more_is_told_as_used_than_can_be() {
        let entry = |date: &str, dollars: i64| LedgerEntry {
            date: date.parse().expect(date),
            usd: Money::from_minor(i128::from(dollars) * 100, Currency::USD),
        };
        let limit = Money::from_minor(5_000_000, Currency::USD);
        let check = |entries: &[(&str, i64)], today: &str, expected: i64| {
            let entries = entries.iter().map(|(date, usd)| entry(date, *usd)).collect();
            let told = Ledger::told_used(entries, today.parse().expect(today), limit);
            assert_eq!(told.expect("a ledger").minor(), i128::from(expected) * 100, "{today}");
        };
        let years = [("2024-06-01", 40_000), ("2025-07-01", 30_000), ("2026-07-02", 45_000)];
        check(&years, "2026-11-21", 45_000);
        check(&years, "2026-06-30", 50_000);
        check(&years, "2024-01-01", 50_000);
        check(&years, "1970-01-01", 50_000);
        check(&years, "9999-12-31", 0);
        // What files say may be more than the limit.
        let more = [("2026-03-01", 40_000), ("2026-07-02", 45_000)];
        check(&more, "2026-11-21", 85_000);
        check(&more, "1970-01-01", 85_000);
        // Dated ahead by a clock that was corrected: it was booked all the same.
        check(&[("2025-12-01", 10_000), ("2026-12-31", 20_000)], "2026-11-21", 30_000);
        check(&[], "2026-11-21", 0);
    }

    #[test]
    fn an_entry_counts_until_364_days_after_its_day() {
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
        assert_eq!(ledger.used_on(NaiveDate::MAX).minor(), 0);
    }

    #[test]
    fn any_number_of_cancellations_can_be_booked() {
        let first: NaiveDate = "2025-01-01".parse().expect("a day");
        let day = |number: u64| first + Days::new(number % 700);
        let many: Vec<LedgerEntry> = (0..13_000)
            .map(|number| LedgerEntry { date: day(number), ..entry("2025-01-01", number.into()) })
            .collect();
        let ledger = Ledger::of_booked(many.clone(), day(699)).expect("any number");
        for later in [0, 100, 364, 365] {
            let on = day(699) + Days::new(later);
            let counts = |entry: &&LedgerEntry| entry.date <= on && on < entry.free_again();
            let sum: i128 = many.iter().filter(counts).map(|entry| entry.usd.minor()).sum();
            assert_eq!(ledger.used_on(on).minor(), sum, "{on}");
        }
    }

    #[test]
    fn what_was_booked_counts_whatever_the_clock_said() {
        let today = "2026-11-21".parse().expect("a day");
        let dates = ["1969-07-20", "2025-11-21", "2025-11-22", "2026-11-22", "9999-12-31"];
        let booked = dates.iter().zip(1..).map(|(date, cents)| entry(date, cents)).collect();
        let ledger = Ledger::of_booked(booked, today).expect("any day");
        assert_eq!(ledger.used_on(today).minor(), 3 + 4 + 5, "of tomorrow and later as well");
        assert_eq!(ledger.used_on(today + Days::new(LIMIT_DAYS)).minor(), 0);

        let long_ago = "1970-01-01".parse().expect("a day");
        let ledger = Ledger::of_booked(vec![entry("1969-07-20", 1)], long_ago).expect("any day");
        assert_eq!(ledger.entries()[0].date.to_string(), "2015-01-01");
    }

    #[test]
    fn the_limit_comes_back_day_by_day() {
        let ledger = Ledger::new(vec![
            entry("2025-11-20", 1),
            entry("2025-11-22", 100),
            entry("2026-03-01", 200),
            entry("2026-03-01", 300),
        ]);
        let back: Vec<_> = ledger
            .expect("valid entries")
            .replenishments("2026-11-21".parse().expect("a day"))
            .map(|(day, usd)| (day.to_string(), usd.to_string()))
            .collect();
        let expected = [("2026-11-22", "1.00"), ("2027-03-01", "5.00")];
        assert_eq!(back, expected.map(|(day, usd)| (day.to_owned(), usd.to_owned())));
    }

    #[test]
    fn the_course_of_what_counts_goes_up_with_each_entry_and_down_a_year_later() {
        let ledger = Ledger::new(vec![
            entry("2024-01-01", 1),
            entry("2025-06-01", 100),
            entry("2026-03-01", 200),
            entry("2026-03-01", 300),
        ]);
        let day = |text: &str| text.parse::<NaiveDate>().expect(text);
        let ledger = ledger.expect("valid entries");
        let course: Vec<_> = ledger
            .course(day("2025-01-01"), day("2027-12-31"))
            .into_iter()
            .map(|(day, usd)| (day.to_string(), usd.to_string()))
            .collect();
        let expected = [
            ("2025-01-01", "0.00"),
            ("2025-06-01", "1.00"),
            ("2026-03-01", "6.00"),
            ("2026-06-01", "5.00"),
            ("2027-03-01", "0.00"),
        ];
        assert_eq!(course, expected.map(|(day, usd)| (day.to_owned(), usd.to_owned())));
        assert_eq!(ledger.course(day("2026-04-01"), day("2026-04-01")).len(), 1);
    }

    #[test]
    fn entries_are_in_dollars_and_not_negative() {
        let field = |entry| Ledger::new(vec![entry]).expect_err("refused").field;
        assert_eq!(field(entry("2025-03-01", -1)), "ledger[0].usd");
        let euros = Money::from_minor(1, Currency::parse("EUR").expect("known"));
        assert_eq!(field(LedgerEntry { usd: euros, ..entry("2025-03-01", 1) }), "ledger[0].usd");
        assert_eq!(field(entry("2014-12-31", 1)), "ledger[0].date");
        assert_eq!(field(entry("2025-03-01", USD_CENTS_MAX + 1)), "ledger[0].usd");
        for cents in [0, USD_CENTS_MAX] {
            assert!(Ledger::new(vec![entry("2025-03-01", cents)]).is_ok());
        }
    }
}
