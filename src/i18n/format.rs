//! Numbers, amounts and dates in the language in force. Inside a reactive closure they follow it.

use super::language::locale;
use crate::platform::intl;
use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;

/// `amount` (plain decimal notation, exact) in the ISO 4217 `currency`.
#[must_use]
pub fn money(amount: &str, currency: &str) -> String {
    intl::money(&locale(), amount, currency)
}

/// `value` with all its fraction digits.
#[must_use]
pub fn number(value: Decimal) -> String {
    intl::number(&locale(), value)
}

/// `items` as they stand in a sentence.
#[must_use]
pub fn list(items: &[String]) -> String {
    intl::list(&locale(), items)
}

/// A count.
#[must_use]
pub fn integer(value: u64) -> String {
    intl::integer(&locale(), value)
}

/// A size in bytes, in megabytes or gigabytes.
#[must_use]
pub fn bytes(bytes: u64) -> String {
    intl::bytes(&locale(), bytes)
}

/// `ratio` as a percentage: 0.125 is 12.5 %.
#[must_use]
pub fn percent(ratio: Decimal) -> String {
    intl::percent(&locale(), ratio)
}

/// `percent` of a hundred: 12.5 is 12.5 %.
#[must_use]
pub fn percent_of_hundred(percent: Decimal) -> String {
    let ratio = percent.checked_mul(Decimal::new(1, 2)).unwrap_or_default();
    self::percent(ratio.normalize())
}

/// A moment, to the minute and in UTC.
#[must_use]
pub fn moment(moment: DateTime<Utc>) -> String {
    intl::moment(&locale(), moment)
}

/// A calendar date.
#[must_use]
pub fn date(date: NaiveDate) -> String {
    intl::date(&locale(), date)
}

/// The day of the week, in few letters.
#[must_use]
pub fn weekday(date: NaiveDate) -> String {
    intl::weekday(&locale(), date)
}

/// A month and its year.
#[must_use]
pub fn month(date: NaiveDate) -> String {
    intl::month(&locale(), date)
}
