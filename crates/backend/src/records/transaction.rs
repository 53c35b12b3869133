//! What was booked for a customer's reservations; its refunds and cancellations, with those that
//! somebody has entered by hand, are the ledger against which the yearly limit is counted.

use calculator::{BillingPlan, Currency, Ledger, LedgerEntry, Money, Term};
use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::records::booking::Booking;
use crate::records::deserializer;
use crate::records::documents::{Document, Records};
use crate::records::error::RecordError;
use crate::records::store::map_of;

/// A refund or a cancellation. Purchases follow from the orders and are not stored.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Transaction {
    #[serde(deserialize_with = "deserializer::time")]
    pub(crate) at: DateTime<Utc>,
    pub(crate) event_type: EventType,
    pub(crate) order: String,
    pub(crate) order_name: String,
    pub(crate) description: String,
    pub(crate) sku_name: String,
    pub(crate) location: String,
    pub(crate) term: Term,
    pub(crate) billing_plan: BillingPlan,
    pub(crate) quantity: u32,
    /// What counted against the yearly limit, in USD; not negative.
    // Only texts: the reader of any number would bring floating point along.
    #[serde(with = "rust_decimal::serde::str")]
    pub(crate) usd: Decimal,
    /// What counts under each reading of the limit; not known of what was stored before it was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) readings: Option<Readings>,
}

/// What a cancellation counts, in USD: the sources disagree about which of these it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Readings {
    #[serde(with = "rust_decimal::serde::str")]
    pub(crate) refund: Decimal,
    #[serde(with = "rust_decimal::serde::str")]
    pub(crate) commitment: Decimal,
}

/// What was booked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) enum EventType {
    Refund,
    Cancel,
}

impl Document for Transaction {
    const KIND: &'static str = "transaction";

    fn flaw(&self) -> Option<&'static str> {
        let usd = Money::from_decimal(self.usd, Currency::USD);
        let counts = usd.is_ok_and(|usd| usd.minor() >= 0);
        (!counts).then_some("the amount cannot be counted against the yearly limit")
    }
}

/// A cancellation that no booking tells of, entered by hand with where it is known from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ManualEntry {
    /// The UTC day of the cancellation.
    #[serde(deserialize_with = "deserializer::day")]
    pub(crate) date: NaiveDate,
    /// What counted against the yearly limit, in USD; more than nothing.
    #[serde(with = "rust_decimal::serde::str")]
    pub(crate) usd: Decimal,
    /// The cancelled commitment, which counted under another reading of the limit; in USD, where it is known.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "rust_decimal::serde::str_option"
    )]
    pub(crate) commitment_usd: Option<Decimal>,
    /// Where it is known from, in somebody's own words.
    pub(crate) source: String,
    /// When it was entered or last changed.
    #[serde(deserialize_with = "deserializer::time")]
    pub(crate) entered_at: DateTime<Utc>,
}

impl Document for ManualEntry {
    const KIND: &'static str = "ledgerEntry";

    fn flaw(&self) -> Option<&'static str> {
        let is_amount =
            |usd| Money::from_decimal(usd, Currency::USD).is_ok_and(|usd| usd.minor() > 0);
        let counts = is_amount(self.usd) && self.commitment_usd.is_none_or(is_amount);
        (!counts).then_some("the amount cannot be counted against the yearly limit")
    }
}

/// What was recorded here and is not in a file with what it really came to.
///
/// # Errors
/// Fails when what is stored cannot be read.
pub(crate) fn booked_here(records: &Records) -> Result<Vec<(String, Transaction)>, RecordError> {
    let bookings = records.every::<Booking>()?.into_iter().map(|(_, booking)| booking);
    let known = bookings.filter(|it| it.stated.usd.is_some()).filter_map(|it| it.settles);
    let known = map_of(known.map(|id| (id, ())));
    let mut transactions = records.every::<Transaction>()?;
    transactions.retain(|(id, _)| !known.contains_key(id));
    Ok(transactions)
}

/// The ledger of a customer as it counts on a day.
///
/// # Errors
/// Those of [`cancellations`], and what is too much to be calculated with.
pub(crate) fn ledger(records: &Records, today: NaiveDate) -> Result<Ledger, RecordError> {
    let ledger = Ledger::of_booked(cancellations(records, today)?, today);
    ledger.map_err(|error| RecordError::unreadable("ledger", error))
}

/// What was recorded here, with the day that it bears: every cancellation where no file tells of any, and nobody has
/// entered one.
///
/// # Errors
/// Fails when a stored transaction cannot be read.
pub(crate) fn made_here(records: &Records) -> Result<Vec<LedgerEntry>, RecordError> {
    entries(&records.every::<Transaction>()?)
}

fn entries(transactions: &[(String, Transaction)]) -> Result<Vec<LedgerEntry>, RecordError> {
    let of = |(id, it): &(String, Transaction)| entry(id, it.at.date_naive(), it.usd);
    transactions.iter().map(of).collect()
}

fn entry(id: &str, day: NaiveDate, usd: Decimal) -> Result<LedgerEntry, RecordError> {
    LedgerEntry::booked(day, usd).map_err(|problem| RecordError::unreadable(id, problem))
}

/// Every cancellation of a customer with the day that it bears.
///
/// # Errors
/// Fails when a stored transaction cannot be read, or a booking still counts on a day of which nobody knows
/// how much: without it, there would seem to be more left of the limit than there is.
pub(crate) fn cancellations(
    records: &Records,
    today: NaiveDate,
) -> Result<Vec<LedgerEntry>, RecordError> {
    let mut entries = entries(&booked_here(records)?)?;
    for (id, manual) in records.every::<ManualEntry>()? {
        entries.push(entry(&id, manual.date, manual.usd)?);
    }
    for (id, booking) in records.every::<Booking>()?.into_iter().filter(|(_, it)| it.counts()) {
        if let Some(usd) = booking.usd() {
            entries.push(entry(&id, booking.day(), usd)?);
        } else if booking.is_without_usd()
            && entry(&id, booking.day(), Decimal::ZERO)?.free_again() > today
        {
            return Err(RecordError::LimitUnknown { booking: id });
        }
    }
    Ok(entries)
}
