//! What a second person has to confirm, and from which amount on.

use azure::Timestamp;
use calculator::{Currency, Money};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::records::documents::Document;
use crate::records::price_list::Market;

/// Somebody who has signed in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct PersonName {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// A return or an exchange that waits for a second person, stored under the session of its quote.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Confirmation {
    pub(crate) kind: String,
    pub(crate) customer_id: String,
    /// Full id of what is given back; of several the first.
    pub(crate) target: String,
    /// What is paid back, in its currency.
    pub(crate) amount: Decimal,
    pub(crate) currency_code: Currency,
    pub(crate) requested_by: PersonName,
    pub(crate) requested_at: Timestamp,
    pub(crate) confirmed_by: Option<PersonName>,
    pub(crate) confirmed_at: Option<Timestamp>,
}

impl Document for Confirmation {
    const KIND: &'static str = "confirmation";
}

/// An amount above which one person alone pays nothing back.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Threshold {
    pub(crate) amount: Decimal,
    pub(crate) currency_code: Currency,
}

impl Threshold {
    /// Whether an amount is above it. One in a currency without an exchange rate counts as above.
    pub(crate) fn is_below(&self, amount: Money, market: &Market) -> bool {
        if amount.currency() == self.currency_code {
            return amount.to_decimal() > self.amount;
        }
        let own = Money::from_decimal(self.amount, self.currency_code).ok();
        let of = |money: Money| Some(market.usd_rate(money.currency())?.to_usd(money).minor());
        match (of(amount), own.and_then(of)) {
            (Some(amount), Some(own)) => amount > own,
            _ => true,
        }
    }
}
