//! A reservation order as it is stored: the facts of one purchase.
//!
//! Everything that follows from the facts and the day is computed when it is read, so that nothing
//! stored can go stale: the payment schedule most of all.

use std::iter;

use azure::PaymentStatus;
use calculator::{BillingPlan, Currency, ProvisioningState, Term};
use chrono::{DateTime, Months, NaiveDate, NaiveTime, TimeDelta, Utc};
use portfolio::intake::Guess;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use crate::records::deserializer;
use crate::records::documents::{Document, Records};
use crate::records::error::RecordError;

/// The facts of one purchase.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Order {
    pub(crate) display_name: String,
    #[serde(deserialize_with = "deserializer::time")]
    pub(crate) purchased_at: DateTime<Utc>,
    pub(crate) term: Term,
    pub(crate) billing_plan: BillingPlan,
    /// Units bought; returns do not change it.
    pub(crate) original_quantity: u32,
    /// Billing currency, in which the price is.
    pub(crate) currency: Currency,
    /// What one unit costs over the whole term.
    // Only texts: the reader of any number would bring floating point along.
    #[serde(with = "rust_decimal::serde::str")]
    pub(crate) unit_price: Decimal,
    pub(crate) state: ProvisioningState,
    /// Units given back so far, which later instalments no longer charge.
    #[serde(default)]
    pub(crate) returned: Vec<Returned>,
    /// The first UTC day without it, where a file says another one than follows from the term.
    #[serde(
        default,
        deserialize_with = "deserializer::day_if",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) expires_on: Option<NaiveDate>,
    /// What of the facts an import only guesses; they are so for each of its reservations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) guesses: Vec<Guess>,
    pub(crate) etag: u32,
}

/// Units that were given back.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Returned {
    #[serde(deserialize_with = "deserializer::day")]
    pub(crate) on: NaiveDate,
    pub(crate) units: u32,
}

impl Document for Order {
    const KIND: &'static str = "order";
    const IS_KEPT: bool = true;

    fn flaw(&self) -> Option<&'static str> {
        (self.original_quantity == 0).then_some("no units were bought")
    }
}

/// One payment of the schedule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Payment {
    /// The UTC day on which it is charged.
    pub(crate) due: NaiveDate,
    /// For all units that are charged on that day.
    pub(crate) amount: Decimal,
    pub(crate) status: PaymentStatus,
}

impl Order {
    /// The order with this id.
    ///
    /// # Errors
    /// Fails when there is none.
    pub(crate) fn find(records: &Records, id: &str) -> Result<Self, RecordError> {
        records.get(id)?.ok_or_else(|| RecordError::NoOrder { order: id.to_owned() })
    }

    /// Says on the order that one of its reservations is being changed.
    pub(crate) fn put_pending(&mut self, records: &mut Records, id: &str) {
        self.state = ProvisioningState::Pending;
        self.etag += 1;
        records.put(id, self);
    }

    /// When the benefit begins: a little after the purchase, but on the day that the term counts
    /// from.
    pub(crate) fn benefit_start(&self) -> DateTime<Utc> {
        let start = self.purchased_at + TimeDelta::seconds(127);
        if start.date_naive() == self.purchase_date() { start } else { self.purchased_at }
    }

    /// When the term is over.
    pub(crate) fn expires_at(&self) -> DateTime<Utc> {
        match self.expires_on {
            Some(day) => day.and_time(NaiveTime::MIN).and_utc(),
            None => self.benefit_start() + Months::new(self.term.months()),
        }
    }

    /// The UTC day of the purchase.
    pub(crate) fn purchase_date(&self) -> NaiveDate {
        self.purchased_at.date_naive()
    }

    /// Whether the term is over at a time.
    pub(crate) fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.expires_at().date_naive() <= now.date_naive()
    }

    /// What is charged, and when: everything at once, or one instalment in every month. The day of
    /// the month stays clamped once a month was too short for it. One instalment of one unit is
    /// truncated to the minor unit, as 31.00 in twelve parts is billed as 2.58.
    pub(crate) fn payments(&self, today: NaiveDate) -> Vec<Payment> {
        let count = match self.billing_plan {
            BillingPlan::Upfront => 1,
            BillingPlan::Monthly => self.term.months(),
        };
        let digits = self.currency.minor_digits();
        let of_unit = (self.unit_price / Decimal::from(count))
            .round_dp_with_strategy(digits, RoundingStrategy::ToZero);
        let due_dates = iter::successors(Some(self.purchase_date()), |due| {
            due.checked_add_months(Months::new(1))
        });
        due_dates.take(count as usize).map(|due| self.payment(due, of_unit, today)).collect()
    }

    fn payment(&self, due: NaiveDate, of_unit: Decimal, today: NaiveDate) -> Payment {
        let gone: u32 =
            self.returned.iter().filter(|returned| returned.on < due).map(|r| r.units).sum();
        let units = self.original_quantity.saturating_sub(gone);
        let status = match due <= today {
            _ if units == 0 => PaymentStatus::Cancelled,
            true if self.state.phase().was_paid() => PaymentStatus::Succeeded,
            true if self.state == ProvisioningState::BillingFailed => PaymentStatus::Failed,
            _ => PaymentStatus::Scheduled,
        };
        // A cancelled payment still shows what it would have been.
        let units = if units == 0 { self.original_quantity } else { units };
        Payment { due, amount: of_unit * Decimal::from(units), status }
    }

    /// What the whole order costs over its term: the price of every unit that was bought.
    pub(crate) fn total(&self) -> Decimal {
        self.unit_price * Decimal::from(self.original_quantity)
    }
}
