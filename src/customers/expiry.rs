//! When reservations expire.

use chrono::NaiveDate;

/// A span of time in which reservations expire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// The term is over.
    Expired,
    /// Within 30 days.
    Days30,
    /// Within 60 days.
    Days60,
    /// Within 90 days.
    Days90,
    /// In more than 90 days.
    Later,
}

impl Window {
    /// All of them, from the past to the future.
    pub const ALL: [Self; 5] =
        [Self::Expired, Self::Days30, Self::Days60, Self::Days90, Self::Later];

    /// The form for an address.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Expired => "expired",
            Self::Days30 => "30",
            Self::Days60 => "60",
            Self::Days90 => "90",
            Self::Later => "later",
        }
    }

    /// Reads what [`Window::key`] wrote.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|window| window.key() == key)
    }

    /// Whether, seen from `today`, a reservation belongs here whose first UTC day without benefit is
    /// `expires_on`. The spans of 60 and 90 days hold what the shorter ones hold.
    #[must_use]
    pub fn holds(self, expires_on: NaiveDate, today: NaiveDate) -> bool {
        let days_left = (expires_on - today).num_days();
        match self {
            Self::Expired => days_left <= 0,
            Self::Days30 => (1..=30).contains(&days_left),
            Self::Days60 => (1..=60).contains(&days_left),
            Self::Days90 => (1..=90).contains(&days_left),
            Self::Later => days_left > 90,
        }
    }
}
