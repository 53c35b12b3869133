//! Amounts of a record as they are written, for `Intl` to format.

use azure::Price;
use calculator::Money;

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
