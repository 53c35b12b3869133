//! The term of a reservation and the billing cycles of a monthly plan.
//!
//! All days are UTC calendar dates. [Azure documentation, 2025-07; recorded answers]

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::error::Problem;

/// The length of a term in whole months: 12, 36 and 60 for the years on sale, 1 for a month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Term {
    months: u32,
}

/// The longest term in months: five years.
pub const TERM_MONTHS_MAX: u32 = 60;

impl Term {
    /// One month, the term of provisioned throughput.
    pub const ONE_MONTH: Self = Self { months: 1 };
    /// One year.
    pub const ONE_YEAR: Self = Self { months: 12 };
    /// Three years.
    pub const THREE_YEARS: Self = Self { months: 36 };
    /// Five years.
    pub const FIVE_YEARS: Self = Self { months: 60 };

    /// Reads an ISO 8601 duration of whole months or years, such as `P1Y` or `P1M`.
    ///
    /// # Errors
    /// [`Problem::UnknownTerm`] for anything else, and beyond [`TERM_MONTHS_MAX`].
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let months = || -> Option<u32> {
            let duration = text.strip_prefix(['P', 'p'])?;
            let (count, months_each) = if let Some(count) = duration.strip_suffix(['Y', 'y']) {
                (count, 12)
            } else {
                (duration.strip_suffix(['M', 'm'])?, 1)
            };
            let digits = !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit());
            digits.then_some(count)?.parse::<u32>().ok()?.checked_mul(months_each)
        };
        Self::of_months(months().unwrap_or(0))
    }

    /// A term of so many months, 1 to [`TERM_MONTHS_MAX`].
    ///
    /// # Errors
    /// [`Problem::UnknownTerm`] for any other number.
    pub const fn of_months(months: u32) -> Result<Self, Problem> {
        match months {
            1..=TERM_MONTHS_MAX => Ok(Self { months }),
            _ => Err(Problem::UnknownTerm),
        }
    }

    /// The term in months; the number of instalments of a monthly plan.
    pub const fn months(self) -> u32 {
        self.months
    }

    /// The first day after a term that starts on `start`: the same day of the month, or the last
    /// day of a month that is too short.
    pub fn end(self, start: NaiveDate) -> NaiveDate {
        start + Months::new(self.months)
    }
}

impl fmt::Display for Term {
    /// The ISO 8601 duration, in years where it is whole years.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.months.is_multiple_of(12) {
            write!(f, "P{}Y", self.months / 12)
        } else {
            write!(f, "P{}M", self.months)
        }
    }
}

/// One billing cycle of a monthly plan: its days are `start` up to but not including `end`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cycle {
    /// Cycles before this one; 0 for the first.
    pub index: u32,
    /// The day on which the instalment of this cycle is billed.
    pub start: NaiveDate,
    /// The first day of the next cycle, or the expiry date.
    pub end: NaiveDate,
}

impl Cycle {
    /// The 28 to 31 days of the cycle; the last one may be longer or shorter.
    pub fn days(self) -> i64 {
        (self.end - self.start).num_days()
    }
}

/// The billing cycles of a monthly plan.
///
/// Cycles start on the anniversary of the purchase day. When a month is too short the day is
/// clamped and stays clamped: 30 December, 30 January, 28 February, 28 March. The last cycle ends
/// at expiry. [Azure documentation] So no cycle begins on the day of expiry or later, even where the
/// record expires before its term is over: such an instalment never falls due, and none can be cancelled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Cycles {
    purchase: NaiveDate,
    expiry: NaiveDate,
    /// At least 1.
    count: u32,
}

impl Cycles {
    /// The cycles of a term of so many months that begin before `expiry`.
    ///
    /// Invariant: `purchase < expiry`, and at least one month.
    pub(crate) fn new(purchase: NaiveDate, expiry: NaiveDate, months: u32) -> Self {
        let of_term = Self { purchase, expiry, count: months };
        Self { count: of_term.on(expiry - Days::new(1)).index + 1, ..of_term }
    }

    /// How many there are, which is the number of instalments.
    pub(crate) const fn count(self) -> u32 {
        self.count
    }

    /// The cycle in which `day` falls.
    ///
    /// Invariant: `purchase <= day < expiry`, which the caller has checked.
    pub(crate) fn on(self, day: NaiveDate) -> Cycle {
        debug_assert!(self.purchase <= day && day < self.expiry);
        let months = (day.year() - self.purchase.year()) * 12 + day.month() as i32
            - self.purchase.month() as i32;
        let months = u32::try_from(months).expect("the day is not before the purchase");
        let last = self.count - 1;
        // The start within the month of `day` is either not after it, or the month before counts.
        let index = match months.min(last) {
            0 => 0,
            index if self.start(index) > day => index - 1,
            index => index,
        };
        Cycle { index, start: self.start(index), end: self.end(index) }
    }

    /// The first day of the cycle with this index.
    pub(crate) fn start(self, index: u32) -> NaiveDate {
        let (year, month) = self.month(index);
        let first = NaiveDate::from_ymd_opt(year, month, 1).expect("a month within 2015 to 2165");
        first.with_day(self.day_in(index)).expect("the day was clamped to this month")
    }

    /// The days on which a further instalment is billed: the first days of all cycles but the first.
    pub(crate) fn further_starts(self) -> impl Iterator<Item = NaiveDate> {
        (1..self.count).map(move |index| self.start(index))
    }

    fn end(self, index: u32) -> NaiveDate {
        if index + 1 >= self.count { self.expiry } else { self.start(index + 1).min(self.expiry) }
    }

    /// Year and month that lie `index` months after the purchase.
    fn month(self, index: u32) -> (i32, u32) {
        let months = self.purchase.month0() + index;
        (self.purchase.year() + (months / 12) as i32, months % 12 + 1)
    }

    /// The day of the month on which this cycle starts, clamped by every month on the way to it.
    fn day_in(self, index: u32) -> u32 {
        let day = self.purchase.day();
        if day <= 28 {
            return day;
        }
        (1..=index)
            .map(|passed| self.month(passed))
            .fold(day, |day, (year, month)| day.min(days_in_month(year, month)))
    }
}

fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        // Of the years that any term reaches, 2015 to 2165, only 2100 is a century.
        2 if year % 4 == 0 && year % 100 != 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect(text)
    }

    fn monthly(purchase: &str, term: Term) -> Cycles {
        let purchase = date(purchase);
        Cycles::new(purchase, term.end(purchase), term.months())
    }

    #[test]
    fn terms_are_whole_months_up_to_five_years() {
        for (text, months, written) in [
            ("P1Y", 12, "P1Y"),
            ("p3y", 36, "P3Y"),
            ("P5Y", 60, "P5Y"),
            ("P1M", 1, "P1M"),
            ("P12M", 12, "P1Y"),
            ("P18M", 18, "P18M"),
        ] {
            let term = Term::parse(text).expect(text);
            assert_eq!((term.months(), term.to_string().as_str()), (months, written));
        }
        for text in [
            "",
            "P",
            "PY",
            "1Y",
            "P0Y",
            "P6Y",
            "P61M",
            "P1D",
            "P1Y6M",
            "P+1Y",
            "P-1Y",
            "P1.5Y",
            "P99999999999Y",
            "P400000000Y",
        ] {
            assert_eq!(Term::parse(text), Err(Problem::UnknownTerm), "{text:?}");
        }
    }

    #[test]
    fn a_term_ends_on_the_same_day_or_the_last_of_a_short_month() {
        for (start, term, end) in [
            ("2024-07-10", Term::ONE_YEAR, "2025-07-10"),
            ("2020-02-29", Term::ONE_YEAR, "2021-02-28"),
            ("2020-02-29", Term::FIVE_YEARS, "2025-02-28"),
            ("2025-01-31", Term::ONE_MONTH, "2025-02-28"),
            ("2023-02-28", Term::THREE_YEARS, "2026-02-28"),
        ] {
            assert_eq!(term.end(date(start)), date(end), "{start} {term}");
        }
    }

    #[test]
    fn a_clamped_day_stays_clamped() {
        let starts = |purchase: &str, term: Term, count: u32| -> Vec<String> {
            let cycles = monthly(purchase, term);
            (0..count).map(|index| cycles.start(index).to_string()).collect()
        };
        assert_eq!(
            starts("2024-12-30", Term::ONE_YEAR, 4),
            ["2024-12-30", "2025-01-30", "2025-02-28", "2025-03-28"]
        );
        assert_eq!(
            starts("2023-12-31", Term::THREE_YEARS, 16)[1..],
            [
                "2024-01-31",
                "2024-02-29",
                "2024-03-29",
                "2024-04-29",
                "2024-05-29",
                "2024-06-29",
                "2024-07-29",
                "2024-08-29",
                "2024-09-29",
                "2024-10-29",
                "2024-11-29",
                "2024-12-29",
                "2025-01-29",
                "2025-02-28",
                "2025-03-28"
            ]
        );
        assert_eq!(
            starts("2025-05-31", Term::ONE_YEAR, 3),
            ["2025-05-31", "2025-06-30", "2025-07-30"]
        );
    }

    #[test]
    fn every_day_of_a_term_lies_in_exactly_one_cycle() {
        for purchase in
            ["2023-01-01", "2023-01-29", "2023-12-30", "2023-12-31", "2024-02-29", "2099-08-31"]
        {
            for term in [Term::ONE_MONTH, Term::ONE_YEAR, Term::THREE_YEARS, Term::FIVE_YEARS] {
                let cycles = monthly(purchase, term);
                let mut expected = Cycle { index: 0, start: cycles.purchase, end: cycles.end(0) };
                let mut day = cycles.purchase;
                while day < cycles.expiry {
                    if day == expected.end {
                        let index = expected.index + 1;
                        expected = Cycle { index, start: day, end: cycles.end(index) };
                        assert!((28..=31).contains(&expected.days()) || index + 1 == cycles.count);
                    }
                    assert_eq!(cycles.on(day), expected, "{purchase} {term} {day}");
                    day = day.succ_opt().expect("before 2200");
                }
                assert_eq!((expected.index + 1, expected.end), (cycles.count, cycles.expiry));
            }
        }
    }

    #[test]
    fn an_expiry_of_its_own_ends_the_last_cycle() {
        let purchase = date("2025-01-15");
        let late = Cycles::new(purchase, date("2025-04-20"), 3);
        let last = Cycle { index: 2, start: date("2025-03-15"), end: date("2025-04-20") };
        assert_eq!(late.on(date("2025-04-19")), last);
        let early = Cycles::new(purchase, date("2025-02-01"), 3);
        let first = Cycle { index: 0, start: purchase, end: date("2025-02-01") };
        assert_eq!(early.on(date("2025-01-31")), first);
        assert_eq!((late.count(), early.count()), (3, 1));
        // A clamped day is the one that counts: the third cycle begins on 28 February.
        let clamped = |expiry| Cycles::new(date("2024-12-30"), date(expiry), 12).count();
        assert_eq!(
            (clamped("2025-02-28"), clamped("2025-03-01"), clamped("2025-03-28")),
            (2, 3, 3)
        );
    }
}
