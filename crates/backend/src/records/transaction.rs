//! What was booked for a customer's reservations; its refunds and cancellations are the ledger
//! against which the yearly limit is counted.

use calculator::{BillingPlan, Currency, Ledger, LedgerEntry, Money, Term};
use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::records::customer::billing_account_id;
use crate::records::documents::{Document, Records};
use crate::records::error::RecordError;
use crate::records::json::json;
use crate::records::order::Order;
use crate::records::reservation::Reservation;
use crate::records::wire;

/// A refund or a cancellation. Purchases follow from the orders and are not stored.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Transaction {
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

/// The ledger of a customer as it counts on a day.
///
/// # Errors
/// Fails when a stored transaction cannot be read: without it, there would seem to be more left of the
/// limit than there is.
pub(crate) fn ledger(records: &Records, today: NaiveDate) -> Result<Ledger, RecordError> {
    let entries = records
        .every::<Transaction>()?
        .into_iter()
        .map(|(id, transaction)| {
            let usd = Money::from_decimal(transaction.usd, Currency::USD)
                .map_err(|problem| RecordError::unreadable(&id, problem))?;
            Ok(LedgerEntry { date: transaction.at.date_naive(), usd })
        })
        .collect::<Result<_, RecordError>>()?;
    Ledger::of_booked(entries, today).map_err(|error| RecordError::unreadable("ledger", error))
}

impl Transaction {
    /// The transaction as Microsoft.Consumption writes it. Refunds are negative there: money that
    /// comes back.
    pub(crate) fn to_wire(&self, id: &str, billing: &Billing<'_>) -> Value {
        json!({
            "id": format!("{}/providers/Microsoft.Consumption/reservationTransactions/{id}", billing.scope()),
            "name": id,
            "type": "Microsoft.Consumption/reservationTransactions",
            "properties": {
                "eventDate": wire::timestamp(self.at),
                "reservationOrderId": self.order,
                "reservationOrderName": self.order_name,
                "description": self.description,
                "eventType": self.event_type,
                "quantity": self.quantity,
                "amount": wire::number(-self.usd),
                "currency": Currency::USD,
                "armSkuName": self.sku_name,
                "region": self.location,
                "term": self.term,
                "billingFrequency": frequency(self.billing_plan),
                "billingProfileId": billing.profile_id(),
                "billingProfileName": billing.account_name,
            },
        })
    }
}

/// The purchase of an order as Microsoft.Consumption writes it: its first payment.
pub(crate) fn purchase_to_wire(
    id: &str,
    order: &Order,
    first: &Reservation,
    billing: &Billing<'_>,
) -> Option<Value> {
    let payment = order.payments(order.purchase_date()).into_iter().next()?;
    Some(json!({
        "id": format!("{}/providers/Microsoft.Consumption/reservationTransactions/{id}", billing.scope()),
        "name": id,
        "type": "Microsoft.Consumption/reservationTransactions",
        "properties": {
            "eventDate": wire::timestamp(order.purchased_at),
            "reservationOrderId": id,
            "reservationOrderName": order.display_name,
            "description": first.sku_description,
            "eventType": "Purchase",
            "quantity": order.original_quantity,
            "amount": wire::number(payment.amount),
            "currency": order.currency,
            "armSkuName": first.sku_name,
            "region": first.location,
            "term": order.term,
            "billingFrequency": frequency(order.billing_plan),
            "billingProfileId": billing.profile_id(),
            "billingProfileName": billing.account_name,
        },
    }))
}

fn frequency(billing_plan: BillingPlan) -> &'static str {
    match billing_plan {
        BillingPlan::Monthly => "Recurring",
        BillingPlan::Upfront => "OneTime",
    }
}

/// Where transactions are booked.
pub(crate) struct Billing<'a> {
    pub(crate) account: &'a str,
    pub(crate) account_name: &'a str,
    pub(crate) profile: &'a str,
    pub(crate) customer: &'a str,
}

impl Billing<'_> {
    fn scope(&self) -> String {
        format!("{}/customers/{}", billing_account_id(self.account), self.customer)
    }

    fn profile_id(&self) -> String {
        format!("{}/billingProfiles/{}", billing_account_id(self.account), self.profile)
    }
}
