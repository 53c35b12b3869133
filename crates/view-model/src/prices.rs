//! What things cost, as the service tells it: prices of what can be bought, and of currencies in USD.

use crate::shape;
use calculator::{Currency, UsdRate};
use chrono::NaiveDate;
use rust_decimal::Decimal;

shape! {
    /// What one unit of a product costs for a whole term.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PriceRow {
        /// `reservedResourceType`, as the Capacity API writes it.
        pub reserved_resource_type: String = "reservedResourceType",
        /// The size.
        pub sku_name: String = "skuName",
        /// The region.
        pub location: String = "location",
        /// The term, ISO 8601.
        pub term: String = "term",
        /// The TOTAL for the term of one unit, exact.
        pub unit_price: Decimal = "unitPrice",
        /// ISO 4217 code.
        pub currency_code: String = "currencyCode",
        /// Where the price comes from: `demonstration` or `imported`.
        pub source: String = "source",
        /// The UTC day from which the price holds.
        pub effective_date: NaiveDate = "effectiveDate",
    }

    /// What one unit of a currency is worth in USD.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ExchangeRate {
        /// ISO 4217 code.
        pub currency_code: String = "currencyCode",
        /// USD for one unit, exact.
        pub usd_rate: Decimal = "usdRate",
        /// The UTC day of the rate.
        pub date: NaiveDate = "date",
    }
}

impl ExchangeRate {
    /// The rate of a currency, by its ISO 4217 code in any case of letters.
    #[must_use]
    pub fn of<'r>(rates: &'r [Self], code: &str) -> Option<&'r Self> {
        rates.iter().find(|rate| rate.currency_code.eq_ignore_ascii_case(code))
    }
}

/// The rates that the calculator can use. What is not one is as good as none: the limit is then not checked.
#[must_use]
pub fn usd_rates(rates: &[ExchangeRate]) -> Vec<(Currency, UsdRate)> {
    let read = |rate: &ExchangeRate| {
        let currency = Currency::parse(&rate.currency_code).ok()?;
        Some((currency, UsdRate::from_decimal(rate.usd_rate).ok()?))
    };
    rates.iter().filter_map(read).collect()
}

impl PriceRow {
    /// The source of rows that somebody imported.
    pub const IMPORTED: &str = "imported";

    /// Whether somebody imported the row.
    #[must_use]
    pub fn is_imported(&self) -> bool {
        self.source == Self::IMPORTED
    }
}
