//! How much of a reservation was used, day by day.
//!
//! Real usage comes from meters. Here a stored profile stands for them: every day's figure follows
//! from it, so the daily summaries, the aggregates and the question whether the reservation was
//! used at all can never contradict each other, and the past does not change from read to read.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use rust_decimal::Decimal;
use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize};

/// A share of the reserved hours in hundredths of a percent: 0 to 10,000.
pub(crate) type BasisPoints = u32;

/// All reserved hours.
pub(crate) const FULL: BasisPoints = 10_000;

/// The course that usage takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Course {
    /// Nothing ever ran.
    Unused,
    /// About the same every day.
    Steady,
    /// High on working days, low at weekends.
    Weekdays,
    /// From a third of the level to all of it over the first hundred days.
    Growing,
    /// Down by a percent of the level every four days, until nothing is left.
    Fading,
    /// At its level for the first sixty days, then nothing.
    Stopped,
    /// Something ran, and nobody knows when and how much.
    Used,
    /// Nobody knows whether anything ran.
    Unknown,
}

impl Course {
    /// Whether there is a figure for every day.
    pub(crate) const fn is_measured(self) -> bool {
        !matches!(self, Self::Used | Self::Unknown)
    }
}

/// What daily usage follows from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Usage {
    pub(crate) course: Course,
    /// The level around which days vary, in percent: 0 to 100. A document that says more is damaged.
    #[serde(deserialize_with = "level")]
    pub(crate) percent: u32,
    /// Makes two reservations with the same course differ.
    pub(crate) seed: u32,
}

fn level<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let percent = u32::deserialize(deserializer)?;
    if percent > 100 {
        let unexpected = Unexpected::Unsigned(percent.into());
        return Err(D::Error::invalid_value(unexpected, &"a level of at most 100 percent"));
    }
    Ok(percent)
}

/// The days on which a reservation gave its benefit: `first` up to but not including `end`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Run {
    pub(crate) first: NaiveDate,
    pub(crate) end: NaiveDate,
}

impl Run {
    /// The part of the run that lies before a day.
    pub(crate) fn before(self, day: NaiveDate) -> Self {
        Self { first: self.first, end: self.end.min(day) }
    }

    /// The part of the run that lies within `from..=to`.
    pub(crate) fn within(self, from: NaiveDate, to: NaiveDate) -> Self {
        let end = to.checked_add_days(Days::new(1)).unwrap_or(to);
        Self { first: self.first.max(from), end: self.end.min(end) }
    }

    /// Every day, the first one first.
    pub(crate) fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.first.iter_days().take_while(move |day| *day < self.end)
    }
}

impl Usage {
    /// What was used on a day of a run that began on `first`.
    pub(crate) fn on(self, day: NaiveDate, first: NaiveDate) -> BasisPoints {
        let level = self.percent * 100;
        let age = u32::try_from((day - first).num_days()).unwrap_or(0);
        let at_weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let course = match self.course {
            Course::Unused => 0,
            Course::Steady => level,
            Course::Weekdays if at_weekend => level / 8,
            Course::Weekdays => level,
            Course::Growing => level * (50 + age.min(100)) / 150,
            Course::Fading => level * 100_u32.saturating_sub(age / 4) / 100,
            Course::Stopped if age < 60 => level,
            Course::Stopped | Course::Used | Course::Unknown => 0,
        };
        if course == 0 || course >= FULL {
            return course.min(FULL);
        }
        let noise = self.noise(day) % 300;
        (course + noise).saturating_sub(150).clamp(1, FULL)
    }

    /// The mean over the days of a part of the run, rounded half up; zero for no days.
    pub(crate) fn mean(self, part: Run, first: NaiveDate) -> BasisPoints {
        let (sum, days) =
            part.days().fold((0, 0), |(sum, days), day| (sum + self.on(day, first), days + 1));
        if days == 0 { 0 } else { (2 * sum + days) / (2 * days) }
    }

    /// Whether anything was used on any day of a part of the run. What is not known counts as used, which
    /// never promises too much.
    pub(crate) fn any(self, part: Run, first: NaiveDate) -> bool {
        !self.course.is_measured() || part.days().any(|day| self.on(day, first) > 0)
    }

    /// Thirty-two bits that look random and depend on nothing but the profile and the day.
    fn noise(self, day: NaiveDate) -> u32 {
        let day = u64::from(day.num_days_from_ce().unsigned_abs());
        let mut bits = (u64::from(self.seed) << 32 | day).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        (bits >> 33) as u32
    }
}

/// A share as the API writes it: 87.25 for 8,725 basis points.
pub(crate) fn percentage(share: BasisPoints) -> Decimal {
    Decimal::new(i64::from(share), 2)
}

/// How usage moves: the last seven days against the seven before.
pub(crate) fn trend(last: BasisPoints, before: BasisPoints) -> &'static str {
    // Half a percentage point is what days vary by anyway.
    const NOTICEABLE: BasisPoints = 50;
    if last > before + NOTICEABLE {
        "UP"
    } else if before > last + NOTICEABLE {
        "DOWN"
    } else {
        "SAME"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COURSES: [Course; 6] = [
        Course::Unused,
        Course::Steady,
        Course::Weekdays,
        Course::Growing,
        Course::Fading,
        Course::Stopped,
    ];

    fn day(text: &str) -> NaiveDate {
        text.parse().expect(text)
    }

    #[test]
    fn a_level_of_more_than_everything_is_no_usage() {
        let stored = |percent: u32| {
            let text = format!(r#"{{"course":"growing","percent":{percent},"seed":1}}"#);
            serde_json::from_str::<Usage>(&text)
        };
        assert_eq!(stored(100).expect("usage").percent, 100);
        for percent in [101, u32::MAX] {
            let error = stored(percent).expect_err("damaged").to_string();
            assert!(error.contains("at most 100 percent"), "{error}");
        }
    }

    #[test]
    fn every_day_of_every_course_is_a_share() {
        let run = Run { first: day("2024-01-31"), end: day("2029-01-31") };
        for course in COURSES {
            for percent in [1, 37, 100] {
                let usage = Usage { course, percent, seed: 7 };
                assert!(run.days().all(|day| usage.on(day, run.first) <= FULL), "{usage:?}");
                assert_eq!(usage.any(run, run.first), course != Course::Unused, "{usage:?}");
            }
        }
    }

    #[test]
    fn the_mean_is_that_of_the_days() {
        let run = Run { first: day("2026-03-02"), end: day("2027-03-02") };
        let usage = Usage { course: Course::Weekdays, percent: 80, seed: 3 };
        let week = run.within(day("2026-04-06"), day("2026-04-12"));
        let days: Vec<_> = week.days().map(|day| usage.on(day, run.first)).collect();
        assert_eq!(days.len(), 7);
        let exact = Decimal::from(days.iter().sum::<u32>()) / Decimal::from(7);
        assert_eq!(Decimal::from(usage.mean(week, run.first)), exact.round());
        assert_eq!(usage.mean(run.before(run.first), run.first), 0);
        assert_eq!(percentage(8_725).to_string(), "87.25");
    }

    #[test]
    fn a_trend_needs_more_than_the_usual_variation() {
        assert_eq!(trend(5_000, 4_000), "UP");
        assert_eq!(trend(4_000, 5_000), "DOWN");
        assert_eq!(trend(4_000, 4_050), "SAME");
    }
}
