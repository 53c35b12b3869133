//! The present moment. The calculator has no clock, so the day enters the application here.

use chrono::{DateTime, NaiveDate, Utc};

/// Now, in UTC.
#[must_use]
pub fn now() -> DateTime<Utc> {
    // Milliseconds since 1970 are whole numbers far below 2^53, so nothing is lost in the conversion.
    #[expect(clippy::cast_possible_truncation, reason = "see above")]
    let milliseconds = js_sys::Date::now() as i64;
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
}

/// Today's calendar date in UTC, the day that every rule counts in.
#[must_use]
pub fn today() -> NaiveDate {
    now().date_naive()
}
