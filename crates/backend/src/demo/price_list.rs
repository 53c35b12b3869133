//! The price list of the demonstration, and its exchange rates. All of it is invented.

use calculator::{Currency, Price, Term, parse_decimal};
use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::demo::table::{self, GLOBAL};
use crate::records::price_list::{Market, PriceRow, Product, Source};

/// Digits of an invented price that are not zero.
const DIGITS: u32 = 4;
/// The day from which the invented prices hold.
const INVENTED_ON: NaiveDate =
    NaiveDate::from_ymd_opt(2026, 7, 1).expect("the first of July is a day");

/// What the demonstration sells.
pub(crate) const MARKET: Market = Market {
    product: |sku_name| {
        let mut products = table::products().into_iter().map(|(_, row)| row.product);
        products.find(|product| product.sku.eq_ignore_ascii_case(sku_name))
    },
    region_title: |location| {
        let mut regions = table::regions().into_iter();
        regions.find(|(name, _)| *name == location).map(|(_, region)| region.title)
    },
    prices: invented,
    usd_rates: USD_RATES,
};

/// Billing currencies of the demonstration and their rates: USD for one unit. Invented, plausible and
/// the same on every day, so that a quote can be repeated. Real rates are those that Microsoft states
/// on its invoices.
const USD_RATES: &[(&str, &str)] = &[
    ("USD", "1"),
    ("EUR", "1.0843"),
    ("GBP", "1.2671"),
    ("SEK", "0.0947"),
    ("CHF", "1.1294"),
    ("JPY", "0.006642"),
];

/// The prices of the demonstration in one of its currencies; in another it has none.
fn invented(currency: Currency) -> Vec<PriceRow> {
    let mut rows = Vec::new();
    let Some(rate) = MARKET.usd_rate(currency) else { return rows };
    let regions = table::regions();
    for (_, row) in table::products() {
        for (location, region) in &regions {
            if (*location == GLOBAL) != row.is_global {
                continue;
            }
            for (term, usd) in &row.prices {
                if let Some(price) = price_in(usd, region.percent, rate.to_decimal(), currency) {
                    rows.push(invented_row(&row.product, location, *term, price));
                }
            }
        }
    }
    rows
}

fn invented_row(product: &Product, location: &str, term: Term, price: Price) -> PriceRow {
    PriceRow {
        reserved_resource_type: product.resource_type.clone(),
        sku_name: product.sku.to_owned(),
        location: location.to_owned(),
        term,
        unit_price: price.to_decimal(),
        currency_code: price.currency(),
        source: Source::Demonstration,
        effective_date: INVENTED_ON,
    }
}

/// An invented price in a region and a currency, rounded as list prices are.
fn price_in(usd: &str, percent: u32, rate: Decimal, currency: Currency) -> Option<Price> {
    let usd = parse_decimal(usd).ok()?;
    let amount = (usd * Decimal::new(percent.into(), 2)).checked_div(rate)?.round_sf(DIGITS)?;
    Price::from_decimal(amount.round_dp(currency.minor_digits()), currency).ok()
}

#[cfg(test)]
mod tests {
    use calculator::{ResourceType, UsdRate};

    use super::*;
    use crate::records::price_list::{PriceList, Prices};

    fn currency(code: &str) -> Currency {
        Currency::parse(code).expect(code)
    }

    fn price(code: &str, location: &str) -> String {
        let prices = Prices::of(invented(currency(code)));
        let d4s = "standard_d4s_v5";
        let found = prices.find(&ResourceType::VirtualMachines, d4s, location, Term::ONE_YEAR);
        let row = found.expect(location);
        assert_eq!(row.sku_name, "Standard_D4s_v5");
        row.unit_price.to_string()
    }

    #[test]
    fn invented_prices_are_round_in_every_currency() {
        assert_eq!(price("USD", "eastus"), "1026.00");
        // 1,026 USD, 18 % more, at 1.0843 USD for a euro.
        assert_eq!(price("EUR", "WestEurope"), "1117.00");
        assert_eq!(price("JPY", "japaneast"), "166800");
        assert!(invented(currency("NOK")).is_empty());
    }

    #[test]
    fn every_line_of_the_table_has_prices_that_can_be_read() {
        for (code, _) in USD_RATES {
            let rows = invented(currency(code));
            let lines: usize = table::products()
                .iter()
                .map(|(_, row)| {
                    let places = if row.is_global { 1 } else { table::regions().len() - 1 };
                    row.prices.len() * places
                })
                .sum();
            assert_eq!(rows.len(), lines, "{code}");
            for row in rows {
                assert!(row.unit_price > Decimal::ZERO, "{row:?}");
            }
        }
    }

    #[test]
    fn the_newest_imported_price_that_holds_goes_before_the_others() {
        let row = |day: u32, price: &str| PriceRow {
            unit_price: parse_decimal(price).expect(price),
            effective_date: NaiveDate::from_ymd_opt(2026, 11, day).expect("a day"),
            source: Source::Imported,
            ..invented(Currency::USD).remove(0)
        };
        let list = PriceList { imported: vec![row(20, "2.00"), row(10, "1.00"), row(22, "3.00")] };
        let on = |day| {
            let day = NaiveDate::from_ymd_opt(2026, 11, day).expect("a day");
            let prices = list.in_currency(Currency::USD, day, &MARKET);
            prices.rows[0].unit_price.to_string()
        };
        assert_eq!([on(9), on(10), on(21), on(22)], ["508.00", "1.00", "2.00", "3.00"]);
    }

    #[test]
    fn every_rate_of_the_table_can_be_calculated_with() {
        for (code, _) in USD_RATES {
            assert!(MARKET.usd_rate(currency(code)).is_some(), "{code}");
        }
        assert_eq!(MARKET.usd_rate(Currency::USD).map(UsdRate::to_decimal), Some(1.into()));
        assert_eq!(MARKET.usd_rate(currency("NOK")), None);
    }
}
