//! Time within the records of one unit, which does not run backwards.
//!
//! The clock of a computer is set back now and then: by a little, or because it was far ahead. A
//! little is smoothed over: up to a day, it stays the time of the last change. Further back, the
//! clock was corrected, and what is done now gets its real date; only the record of activities
//! still goes on from where it was. Entries of the ledger that are dated ahead count all the same,
//! and what is under way is finished, however long that takes by the clock.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::records::documents::{Document, Records};

/// The time of the last change, in milliseconds.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Latest {
    /// By which it was judged.
    now: i64,
    /// Under which it is recorded.
    at: i64,
}

impl Document for Latest {
    const KIND: &'static str = "latest";
}

/// The id of the one document.
const ID: &str = "change";
/// Up to this, a clock that is behind was not corrected.
const SMOOTHED: TimeDelta = TimeDelta::days(1);
/// Further ahead than this, the time of the last change cannot have been true.
const BELIEVED: TimeDelta = TimeDelta::days(400);

/// The time by which a request is judged, when the clock says `clock`.
pub(crate) fn now(records: &Records, clock: DateTime<Utc>) -> DateTime<Utc> {
    not_before(latest(records), clock)
}

/// The same, where `latest` is the time of the last change.
pub(crate) fn not_before(latest: Option<DateTime<Utc>>, clock: DateTime<Utc>) -> DateTime<Utc> {
    latest.filter(|latest| is_within(*latest, clock, SMOOTHED)).unwrap_or(clock)
}

/// The time of the last change by which it was judged.
pub(crate) fn latest(records: &Records) -> Option<DateTime<Utc>> {
    noted(records, |latest| latest.now)
}

/// The time under which a change is recorded: after what was recorded last.
pub(crate) fn recorded_at(records: &Records, now: DateTime<Utc>) -> DateTime<Utc> {
    noted(records, |latest| latest.at)
        .filter(|last| is_within(*last, now, BELIEVED))
        .map_or(now, |last| last + TimeDelta::milliseconds(1))
}

/// Remembers the time of a change.
pub(crate) fn note(records: &mut Records, now: DateTime<Utc>) {
    let at = recorded_at(records, now);
    records.put(ID, &Latest { now: now.timestamp_millis(), at: at.timestamp_millis() });
}

/// Whether something has become due that was begun at a time. Where the clock is before that, it
/// was set back, and nobody knows how long it has been; whoever asks has waited.
pub(crate) fn is_due(at: DateTime<Utc>, begun: DateTime<Utc>, clock: DateTime<Utc>) -> bool {
    at <= clock || clock < begun
}

/// A time of the last change.
fn noted(records: &Records, which: fn(&Latest) -> i64) -> Option<DateTime<Utc>> {
    // One that cannot be read is named, and the clock is believed.
    let latest: Latest = records.get(ID).ok()??;
    DateTime::from_timestamp_millis(which(&latest))
}

/// Whether a time of the last change is not before another one, and ahead of it by so much at most.
fn is_within(last: DateTime<Utc>, time: DateTime<Utc>, most: TimeDelta) -> bool {
    last >= time && last - time <= most
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect(text)
    }

    #[test]
    fn a_clock_that_is_set_back_a_little_is_smoothed_over() {
        let mut records = Records::default();
        let last = at("2026-11-21T00:00:00.300Z");
        assert_eq!(now(&records, last), last);
        note(&mut records, last);
        for (clock, expected) in [
            ("2026-11-20T23:59:59.700Z", "2026-11-21T00:00:00.300Z"),
            ("2026-11-20T00:00:00.300Z", "2026-11-21T00:00:00.300Z"),
            ("2026-11-20T00:00:00.299Z", "2026-11-20T00:00:00.299Z"),
            ("2026-11-21T00:00:00.400Z", "2026-11-21T00:00:00.400Z"),
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
            ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(now(&records, at(clock)), at(expected), "{clock}");
        }
    }

    #[test]
    fn a_clock_that_was_corrected_is_believed_and_the_record_goes_on() {
        let mut records = Records::default();
        let ahead = at("2026-12-31T00:00:00Z");
        note(&mut records, ahead);
        let corrected = at("2026-11-21T12:00:00Z");
        assert_eq!(now(&records, corrected), corrected);
        let after = |milliseconds| ahead + TimeDelta::milliseconds(milliseconds);
        assert_eq!(recorded_at(&records, corrected), after(1));
        note(&mut records, corrected);
        assert_eq!(recorded_at(&records, corrected), after(2));
        assert_eq!(now(&records, at("2026-11-21T11:59:59Z")), corrected, "smoothed again");

        note(&mut records, at("9999-12-31T23:59:59Z"));
        assert_eq!(recorded_at(&records, corrected), corrected, "nobody believes that");
    }
}
