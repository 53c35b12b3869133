//! The payment schedule of an order, row by row, and amounts as they are written, for `Intl` to format.

use crate::listing::sort_by_key;
use azure::{Date, PaymentDetail, PaymentStatus, PlanInformation, Price};
use calculator::Money;
use chrono::NaiveDate;

/// An amount in plain decimal notation with its currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The amount, exact.
    pub amount: String,
    /// The ISO 4217 code; empty when the record has none.
    pub currency: String,
}

/// The amount of a record: with all the minor digits of its currency, and never with fewer digits than
/// the record has. `None` when the record has no amount.
#[must_use]
pub fn written(price: &Price) -> Option<Amount> {
    let amount = price.amount?;
    let exact = price.currency().and_then(|currency| Money::from_decimal(amount, currency).ok());
    // What does not fit a currency (an unknown code, a credit, a price finer than a cent) stays as it is.
    let amount = exact.map_or_else(|| amount.to_string(), |money| money.to_string());
    Some(Amount { amount, currency: price.currency_code.clone().unwrap_or_default() })
}

/// One payment for all units of the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentRow {
    /// The UTC day on which it is charged.
    pub due: Option<NaiveDate>,
    /// The UTC day on which it was paid.
    pub paid: Option<NaiveDate>,
    /// What is charged, tax excluded.
    pub amount: Option<Amount>,
    /// Whether the amount is in pricing currency because the record has none in billing currency.
    pub is_in_pricing_currency: bool,
    /// What became of it.
    pub status: Option<PaymentStatus>,
    /// Why it failed, in the service's own words.
    pub reason: Option<String>,
}

impl PaymentRow {
    /// Whether the attempt was refused.
    #[must_use]
    pub fn is_failed(&self) -> bool {
        self.status == Some(PaymentStatus::Failed)
    }
}

/// How far a schedule has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Payments that were made.
    pub paid: u64,
    /// Payments made and to be made; refused attempts and cancelled payments do not count.
    pub total: u64,
}

/// The payments of a schedule by due date; those without one come last.
#[must_use]
pub fn rows(plan: &PlanInformation) -> Vec<PaymentRow> {
    let mut rows: Vec<_> = plan.transactions.iter().flatten().map(row).collect();
    // Stable, because a refused attempt stands before the payment of the same day that repeats it.
    sort_by_key(&mut rows, |row| (row.due.is_none(), row.due));
    rows
}

fn row(payment: &PaymentDetail) -> PaymentRow {
    let billed = payment.billing_currency_total.as_ref().and_then(written);
    let priced = || payment.pricing_currency_total.as_ref().and_then(written);
    let is_in_pricing_currency = billed.is_none();
    let amount = billed.or_else(priced);
    PaymentRow {
        due: payment.due_date.as_ref().and_then(Date::day),
        paid: payment.payment_date.as_ref().and_then(Date::day),
        is_in_pricing_currency: is_in_pricing_currency && amount.is_some(),
        amount,
        status: payment.status.clone(),
        reason: payment.extended_status_info.as_ref().and_then(|status| status.message.clone()),
    }
}

/// How far a schedule has come.
#[must_use]
pub fn progress(rows: &[PaymentRow]) -> Progress {
    rows.iter().fold(Progress::default(), |so_far, row| match row.status {
        Some(PaymentStatus::Succeeded) => {
            Progress { paid: so_far.paid + 1, total: so_far.total + 1 }
        }
        Some(PaymentStatus::Failed | PaymentStatus::Cancelled) => so_far,
        _ => Progress { total: so_far.total + 1, ..so_far },
    })
}

/// The next payment to be made.
#[must_use]
pub fn next(rows: &[PaymentRow]) -> Option<&PaymentRow> {
    rows.iter().find(|row| row.status == Some(PaymentStatus::Scheduled))
}
