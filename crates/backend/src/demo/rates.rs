//! The exchange rates of the demonstration: USD for one unit of a billing currency.
//!
//! Invented, plausible and the same on every day, so that a quote can be repeated. Real rates are
//! those that Microsoft states on its invoices.

use calculator::{UsdRate, parse_decimal};

/// Billing currencies of the demonstration and their rates.
pub(crate) const USD_RATES: &[(&str, &str)] = &[
    ("USD", "1"),
    ("EUR", "1.0843"),
    ("GBP", "1.2671"),
    ("SEK", "0.0947"),
    ("CHF", "1.1294"),
    ("JPY", "0.006642"),
];

/// The rate of a currency, `None` for one that the demonstration does not know.
pub(crate) fn usd_rate(currency: &str) -> Option<UsdRate> {
    let (_, rate) = USD_RATES.iter().find(|(code, _)| code.eq_ignore_ascii_case(currency))?;
    UsdRate::from_decimal(parse_decimal(rate).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rate_of_the_table_can_be_calculated_with() {
        for (code, _) in USD_RATES {
            assert!(usd_rate(&code.to_lowercase()).is_some(), "{code}");
        }
        assert_eq!(usd_rate("USD").map(UsdRate::to_decimal), Some(1.into()));
        assert_eq!(usd_rate("NOK"), None);
    }
}
