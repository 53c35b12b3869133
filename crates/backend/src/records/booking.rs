//! What files say was booked. Returns among it count against the yearly limit, as far as it is known what they
//! come to in USD; purchases are kept to be compared with.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use portfolio::intake::{BookingEvent, BookingIntake};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::records::documents::Document;

/// A row of a file. Its id follows from what it says, and from how many rows say the same.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Booking {
    pub(crate) stated: BookingIntake,
    /// The id of the transaction that was recorded here when the return was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) settles: Option<String>,
    /// The id of the booking of another document that surely tells of the same return, and counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) same_as: Option<String>,
    /// The id of a booking of another document that may tell of the same return. Both count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) maybe_same_as: Option<String>,
}

impl Document for Booking {
    const KIND: &'static str = "booking";
    const IS_KEPT: bool = true;

    fn flaw(&self) -> Option<&'static str> {
        let is_usd =
            |usd: &String| calculator::parse_decimal(usd).is_ok_and(|usd| usd >= Decimal::ZERO);
        match self.stated.usd.as_ref() {
            _ if azure::parse_day(&self.stated.date).is_none() => Some("its day cannot be read"),
            Some(usd) if !is_usd(usd) => {
                Some("the amount cannot be counted against the yearly limit")
            }
            _ if calculator::parse_decimal(&self.stated.amount).is_err() => {
                Some("its amount cannot be read")
            }
            _ => None,
        }
    }
}

impl Booking {
    /// The UTC day.
    pub(crate) fn day(&self) -> NaiveDate {
        azure::parse_day(&self.stated.date).unwrap_or_default()
    }

    /// The beginning of the day.
    pub(crate) fn at(&self) -> DateTime<Utc> {
        self.day().and_time(NaiveTime::MIN).and_utc()
    }

    /// Whether units were returned, which counts against the yearly limit.
    pub(crate) fn is_return(&self) -> bool {
        match self.stated.event {
            BookingEvent::Purchase => false,
            BookingEvent::Cancel | BookingEvent::Refund => true,
        }
    }

    /// What it comes to in USD, if somebody says so.
    pub(crate) fn usd(&self) -> Option<Decimal> {
        calculator::parse_decimal(self.stated.usd.as_deref()?).ok()
    }

    /// Whether it counts against the yearly limit: units were returned, and no other booking tells of the same.
    pub(crate) fn counts(&self) -> bool {
        self.is_return() && self.same_as.is_none()
    }

    /// Whether it counts, and nobody knows how much.
    pub(crate) fn is_without_usd(&self) -> bool {
        self.counts() && self.stated.usd.is_none() && self.settles.is_none()
    }
}
