//! Timestamps and dates as Azure writes them.
//!
//! Recorded answers carry zero to seven fraction digits, with `Z` and without it, and
//! `0001-01-01T00:00:00` where there is no value. Everything is UTC. The text is kept, so that a
//! record is written back as it was read.

use std::fmt;

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike, Utc};
use serde_json::Value;

use crate::wire::{Wire, WireError, serde_by_wire};

/// A point in time; a date alone is its first moment in UTC.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Timestamp {
    text: Box<str>,
    at: DateTime<Utc>,
}

impl Timestamp {
    /// Reads an RFC 3339 timestamp; without an offset it is UTC.
    ///
    /// # Errors
    /// [`WireError`] for anything that is neither a timestamp nor a date.
    pub fn parse(text: &str) -> Result<Self, WireError> {
        let at =
            parse_time(text).ok_or(WireError::expected("a timestamp such as 2026-01-31T12:00:00Z"));
        Ok(Self { text: text.into(), at: at? })
    }

    /// The moment; nothing for the sentinel `0001-01-01T00:00:00`.
    pub fn at(&self) -> Option<DateTime<Utc>> {
        (self.at.date_naive() != NO_DATE).then_some(self.at)
    }

    /// The UTC day; nothing for the sentinel.
    pub fn date(&self) -> Option<NaiveDate> {
        self.at().map(|at| at.date_naive())
    }

    /// The text as it was read.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl From<DateTime<Utc>> for Timestamp {
    /// Written with seven fraction digits, as Azure does. What is later than the year 9999 becomes its end, since
    /// nobody could read it.
    fn from(at: DateTime<Utc>) -> Self {
        let at = at.min(LAST);
        let date = at.date_naive();
        let (hour, minute, second) = (at.hour(), at.minute(), at.second());
        // A leap second has nanoseconds beyond one second; it is written as the second before it.
        let ticks = at.nanosecond().min(999_999_999) / 100;
        let text = format!("{}T{hour:02}:{minute:02}:{second:02}.{ticks:07}Z", date_text(date));
        Self { text: text.into(), at }
    }
}

/// A UTC calendar date.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Date {
    text: Box<str>,
    day: NaiveDate,
}

impl Date {
    /// Reads `YYYY-MM-DD`; of a timestamp, its UTC day.
    ///
    /// # Errors
    /// [`WireError`] for anything that is neither a date nor a timestamp.
    pub fn parse(text: &str) -> Result<Self, WireError> {
        let at = parse_time(text).ok_or(WireError::expected("a date such as 2026-01-31"))?;
        Ok(Self { text: text.into(), day: at.date_naive() })
    }

    /// The day; nothing for the sentinel `0001-01-01`.
    pub fn day(&self) -> Option<NaiveDate> {
        (self.day != NO_DATE).then_some(self.day)
    }

    /// The text as it was read.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl From<NaiveDate> for Date {
    fn from(day: NaiveDate) -> Self {
        Self { text: date_text(day).into(), day }
    }
}

/// Reads `YYYY-MM-DD` and nothing else, such as the value of a date field.
///
/// In place of chrono's own reader, which knows every format there is.
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let mut rest = Cursor(text);
    rest.day().filter(|_| rest.is_at_end())
}

/// The last moment of the years that are written with four digits.
const LAST: DateTime<Utc> =
    DateTime::from_timestamp(253_402_300_799, 999_999_999).expect("9999-12-31 is a day");

/// What Azure writes where there is no date.
const NO_DATE: NaiveDate = NaiveDate::from_ymd_opt(1, 1, 1).expect("a calendar date");

fn date_text(date: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// Reads a date, or a timestamp with an optional fraction and offset.
///
/// By hand, because chrono's own reader insists on an offset and weighs more than this.
pub fn parse_time(text: &str) -> Option<DateTime<Utc>> {
    let mut rest = Cursor(text);
    let date = rest.day()?;
    if rest.is_at_end() {
        return Some(date.and_hms_opt(0, 0, 0)?.and_utc());
    }
    rest.sign("Tt ")?;
    let hour = rest.digits(2)?;
    rest.sign(":")?;
    let minute = rest.digits(2)?;
    rest.sign(":")?;
    let second = rest.digits(2)?;
    let nanos = rest.fraction()?;
    let offset = rest.offset()?;
    let local = date.and_hms_nano_opt(hour, minute, second, nanos)?;
    local.checked_sub_signed(offset).filter(|_| rest.is_at_end()).map(|at| at.and_utc())
}

/// What is left of a timestamp while it is read.
struct Cursor<'a>(&'a str);

impl Cursor<'_> {
    fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }

    /// A calendar date.
    fn day(&mut self) -> Option<NaiveDate> {
        let year = self.digits(4)?;
        self.sign("-")?;
        let month = self.digits(2)?;
        self.sign("-")?;
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, self.digits(2)?)
    }

    /// A number of exactly `width` digits.
    fn digits(&mut self, width: usize) -> Option<u32> {
        let (digits, rest) = self.0.split_at_checked(width)?;
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        self.0 = rest;
        digits.parse().ok()
    }

    /// One of the given characters.
    fn sign(&mut self, allowed: &str) -> Option<char> {
        let sign = self.0.chars().next().filter(|sign| allowed.contains(*sign))?;
        self.0 = &self.0[sign.len_utf8()..];
        Some(sign)
    }

    /// An optional fraction of a second, up to nine digits, in nanoseconds.
    fn fraction(&mut self) -> Option<u32> {
        if self.sign(".").is_none() {
            return Some(0);
        }
        let width = self.0.bytes().take_while(u8::is_ascii_digit).count();
        let missing = u32::try_from(9_usize.checked_sub(width)?).ok()?;
        Some(self.digits(width)? * 10_u32.pow(missing))
    }

    /// An optional `Z` or `+hh:mm`.
    fn offset(&mut self) -> Option<TimeDelta> {
        let direction = match self.sign("Zz+-") {
            None | Some('Z' | 'z') => return Some(TimeDelta::zero()),
            Some('-') => -1,
            Some(_) => 1,
        };
        let hours = self.digits(2)?;
        self.sign(":")?;
        let minutes = self.digits(2)?;
        let valid = hours < 24 && minutes < 60;
        valid.then(|| TimeDelta::minutes(direction * i64::from(hours * 60 + minutes)))
    }
}

impl Wire for Timestamp {
    fn read(value: Value) -> Result<Self, WireError> {
        Self::parse(&String::read(value)?)
    }

    fn write(&self) -> Value {
        self.as_str().into()
    }
}

impl Wire for Date {
    fn read(value: Value) -> Result<Self, WireError> {
        Self::parse(&String::read(value)?)
    }

    fn write(&self) -> Value {
        self.as_str().into()
    }
}

serde_by_wire!(Timestamp);
serde_by_wire!(Date);

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> String {
        Timestamp::from(Timestamp::parse(text).unwrap().at().unwrap()).text.into()
    }

    #[test]
    fn timestamps_are_read_in_every_form_seen() {
        assert_eq!(at("2017-09-22T22:46:32.7632798Z"), "2017-09-22T22:46:32.7632798Z");
        assert_eq!(at("2017-09-22T22:46:32.76Z"), "2017-09-22T22:46:32.7600000Z");
        assert_eq!(at("2017-09-22T22:46:32"), "2017-09-22T22:46:32.0000000Z");
        assert_eq!(at("2017-09-22 22:46:32z"), "2017-09-22T22:46:32.0000000Z");
        assert_eq!(at("2017-09-22T00:30:00+02:00"), "2017-09-21T22:30:00.0000000Z");
        assert_eq!(at("2017-09-22T23:30:00.5-01:30"), "2017-09-23T01:00:00.5000000Z");
        assert_eq!(at("2017-09-22"), "2017-09-22T00:00:00.0000000Z");
    }

    #[test]
    fn a_leap_second_has_seven_digits_as_any_other() {
        let leap = NaiveDate::from_ymd_opt(2016, 12, 31).unwrap();
        let leap = leap.and_hms_nano_opt(23, 59, 59, 1_500_000_000).unwrap().and_utc();
        assert_eq!(Timestamp::from(leap).as_str(), "2016-12-31T23:59:59.9999999Z");
    }

    #[test]
    fn whatever_is_written_can_be_read() {
        for later in [0, 1, 86_400, 400 * 366 * 86_400] {
            let beyond = LAST + TimeDelta::seconds(later);
            let written = Timestamp::from(beyond);
            assert_eq!(written.as_str(), "9999-12-31T23:59:59.9999999Z");
            assert!(Timestamp::parse(written.as_str()).is_ok());
        }
    }

    #[test]
    fn the_sentinel_is_no_value() {
        for text in ["0001-01-01T00:00:00", "0001-01-01T00:00:00.0000000", "0001-01-01T00:00:00Z"] {
            let timestamp = Timestamp::parse(text).unwrap();
            assert_eq!((timestamp.at(), timestamp.date()), (None, None));
            assert_eq!(timestamp.as_str(), text);
        }
        assert_eq!(Date::parse("0001-01-01").unwrap().day(), None);
    }

    #[test]
    fn dates_are_read_alone_and_from_timestamps() {
        let day = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap();
        assert_eq!(Date::parse("2024-02-29").unwrap().day(), Some(day));
        assert_eq!(Date::parse("2024-02-29T23:59:59.9999999Z").unwrap().day(), Some(day));
        assert_eq!(Date::from(day).as_str(), "2024-02-29");
    }

    #[test]
    fn a_day_is_a_date_and_nothing_else() {
        assert_eq!(parse_day("2024-02-29"), NaiveDate::from_ymd_opt(2024, 2, 29));
        for text in
            ["", "2023-02-29", "2024-2-29", "2024-02-29T00:00:00Z", " 2024-02-29", "+2024-02-29"]
        {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "2024",
            "2023-02-29",
            "24-01-01",
            "2024-1-01",
            "2024-01-01T",
            "2024-01-01T24:00:00Z",
            "2024-01-01T10:00Z",
            "2024-01-01T10:00:00.1234567890Z",
            "2024-01-01T10:00:00.Z",
            "2024-01-01T10:00:00ZZ",
            "2024-01-01T10:00:00+24:00",
            "2024-01-01T10:00:00+0200",
            "2024-01-01x",
            "+024-01-01",
            "２０２４-01-01",
        ] {
            assert!(Timestamp::parse(text).is_err(), "{text}");
            assert!(Date::parse(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_moment_survives(
            seconds in -30_000_000_000_i64..100_000_000_000,
            ticks in 0_u32..10_000_000,
        ) {
            let moment = DateTime::from_timestamp(seconds, ticks * 100).unwrap();
            let written = Timestamp::from(moment);
            prop_assert_eq!(&Timestamp::parse(written.as_str()).unwrap(), &written);
            prop_assert_eq!(written.at(), Some(moment));
        }

        #[test]
        fn fraction_digits_and_the_z_do_not_matter(digits in 0_usize..=7, z in any::<bool>()) {
            let fraction = if digits == 0 { String::new() } else { format!(".{:0digits$}", 0) };
            let text = format!("2026-01-31T10:20:30{fraction}{}", if z { "Z" } else { "" });
            prop_assert_eq!(at(&text), "2026-01-31T10:20:30.0000000Z");
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "\\PC*") {
            let _ = Timestamp::parse(&text);
        }

        #[test]
        fn no_near_miss_makes_the_reader_panic(text in "[0-9T:.Z+-]{0,40}") {
            let _ = Timestamp::parse(&text);
        }
    }
}
