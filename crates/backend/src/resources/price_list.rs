//! What one unit of a product costs over the whole term: as the partner imported it, else as the
//! demonstration invented it.
//!
//! Azure publishes list prices elsewhere and without the partner's own terms, so a price list is
//! imported. The trap in such files is that the price of a reservation is that of the whole term,
//! although its unit of measure says an hour; rows here are always for the whole term.

use calculator::exchange::{Purchase, PurchaseInput};
use calculator::{BillingPlan, Currency, Price, ResourceType, Term, parse_decimal};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::demo::rates;
use crate::demo::table::{self, GLOBAL, Product};
use crate::http::answer::{Answer, etag};
use crate::http::call::Call;
use crate::http::field::Field;
use crate::http::problem::Problem;
use crate::records::documents::{Document, Records};
use crate::records::json::json;
use crate::records::wire;
use crate::resources::activities::{self, Entry};

pub(crate) const PATH: &str = "/providers/Prorata/priceList";

/// The most rows that can be imported: a price sheet has several hundred for a region.
const ROWS_MAX: usize = 3_000;
/// Digits of an invented price that are not zero.
const DIGITS: u32 = 4;
/// The day from which the invented prices hold.
const INVENTED_ON: NaiveDate =
    NaiveDate::from_ymd_opt(2026, 7, 1).expect("the first of July is a day");

/// The price of one unit of a product.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PriceRow {
    pub(crate) reserved_resource_type: String,
    pub(crate) sku_name: String,
    /// A region in lower case, or `global`.
    pub(crate) location: String,
    /// ISO 8601 duration.
    pub(crate) term: String,
    /// For the whole term, a decimal as the calculator writes it.
    pub(crate) unit_price: String,
    pub(crate) currency_code: String,
    pub(crate) source: Source,
    /// The first UTC day on which it holds.
    pub(crate) effective_date: NaiveDate,
}

/// Where a price comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Source {
    Demonstration,
    Imported,
}

/// The rows that the partner imported, of every currency.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
pub(crate) struct PriceList {
    imported: Vec<PriceRow>,
}

impl Document for PriceList {
    const KIND: &'static str = "priceList";
}

impl PriceRow {
    /// The purchase of some units, as the calculator sees it.
    ///
    /// # Errors
    /// What it cannot calculate with; of rows that were read it is the quantity.
    pub(crate) fn purchase(
        &self,
        billing_plan: BillingPlan,
        quantity: u32,
    ) -> Result<Purchase, calculator::Problem> {
        Purchase::new(PurchaseInput {
            resource_type: ResourceType::parse(&self.reserved_resource_type),
            sku_name: Some(self.sku_name.clone()),
            term: Term::parse(&self.term)?,
            billing_plan,
            quantity,
            currency: Currency::parse(&self.currency_code)?,
            unit_price: parse_decimal(&self.unit_price)?,
        })
        .map_err(|error| error.problem)
    }

    /// What it is the price of.
    fn key(&self) -> String {
        key(&self.reserved_resource_type, &self.sku_name, &self.location, &self.term)
    }
}

fn key(resource_type: &str, sku_name: &str, location: &str, term: &str) -> String {
    // Between the parts stands what no text holds that comes in.
    [resource_type, sku_name, location, term].join("\u{1f}").to_lowercase()
}

/// The prices of one currency on one day.
#[derive(Clone, Default, Debug)]
pub(crate) struct Prices {
    rows: Vec<PriceRow>,
    /// For each key the place of its row. A map of JSON values, because the program has that one
    /// already; another would be a copy of its code.
    places: Map<String, Value>,
}

impl Prices {
    /// These and no others.
    pub(crate) fn of(rows: &[PriceRow]) -> Self {
        let mut prices = Self::default();
        rows.iter().for_each(|row| prices.put(row.clone()));
        prices
    }

    /// Adds a price. The newest imported one goes before older ones, and any imported one before
    /// an invented one.
    fn put(&mut self, row: PriceRow) {
        let key = row.key();
        match self.place(&key) {
            Some(place) => {
                let known = &mut self.rows[place];
                let is_older = known.effective_date <= row.effective_date;
                if known.source == Source::Demonstration || is_older {
                    *known = row;
                }
            }
            None => {
                self.places.insert(key, self.rows.len().into());
                self.rows.push(row);
            }
        }
    }

    fn place(&self, key: &str) -> Option<usize> {
        usize::try_from(self.places.get(key)?.as_u64()?).ok()
    }

    /// The price of a product, if it has one.
    pub(crate) fn find(
        &self,
        resource_type: &ResourceType,
        sku_name: &str,
        location: &str,
        term: Term,
    ) -> Option<&PriceRow> {
        let key = key(resource_type.as_str(), sku_name, location, &term.to_string());
        self.rows.get(self.place(&key)?)
    }

    /// All of them, the terms and places of a product together.
    pub(crate) fn rows(&self) -> &[PriceRow] {
        &self.rows
    }
}

impl PriceList {
    /// The id of the one document.
    const ID: &'static str = "imported";

    /// What the partner imported.
    ///
    /// # Errors
    /// 409 when what is stored cannot be read.
    pub(crate) fn of(partner: &Records) -> Result<Self, Problem> {
        Ok(partner.get(Self::ID)?.unwrap_or_default())
    }

    /// Names the state of what was imported, which is what can be changed.
    fn etag(&self) -> String {
        etag(&json!(self.imported))
    }

    fn answer(&self) -> Answer {
        Answer::ok(&json!({ "value": self.imported })).with_etag(&self.etag())
    }

    /// The prices that hold on a day.
    pub(crate) fn in_currency(&self, currency: Currency, on: NaiveDate) -> Prices {
        let mut prices = Prices::default();
        add_invented(&mut prices, currency);
        for row in &self.imported {
            if row.currency_code == currency.code() && row.effective_date <= on {
                prices.put(row.clone());
            }
        }
        prices
    }
}

/// Adds the prices of the demonstration in one of its currencies; in another it has none.
fn add_invented(prices: &mut Prices, currency: Currency) {
    let Some(rate) = rates::usd_rate(currency.code()) else { return };
    let regions = table::regions();
    for (_, product) in table::products() {
        for (location, region) in &regions {
            if (*location == GLOBAL) != product.is_global {
                continue;
            }
            for (term, usd) in &product.prices {
                if let Some(price) = price_in(usd, region.percent, rate.to_decimal(), currency) {
                    prices.put(invented_row(&product, location, term, price));
                }
            }
        }
    }
}

fn invented_row(product: &Product, location: &str, term: &str, price: Price) -> PriceRow {
    PriceRow {
        reserved_resource_type: product.resource_type.to_owned(),
        sku_name: product.sku.to_owned(),
        location: location.to_owned(),
        term: term.to_owned(),
        unit_price: price.to_string(),
        currency_code: price.currency().code().to_owned(),
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

/// The prices of one currency on this day; without one, what was imported, of every currency and
/// for every day.
pub(crate) fn get(partner: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let list = PriceList::of(partner)?;
    let Some(code) = call.query.get("currencyCode") else {
        return Ok(list.answer());
    };
    let currency =
        Currency::parse(code).map_err(|problem| Problem::invalid("currencyCode", problem))?;
    let is = |name: &str, own: &str| {
        call.query.get(name).is_none_or(|value| value.eq_ignore_ascii_case(own))
    };
    let mut rows = Vec::new();
    for row in list.in_currency(currency, call.today()).rows {
        if is("reservedResourceType", &row.reserved_resource_type) && is("location", &row.location)
        {
            rows.push(row);
        }
    }
    // Not in pages: whoever chooses among products needs all of them.
    Ok(Answer::ok(&json!({ "value": rows })).with_etag(&list.etag()))
}

/// Replaces what was imported by other rows.
pub(crate) fn replace(partner: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let body: Value = call.read_body()?;
    let list = Field::root(&body).at("value");
    if !list.value().is_array() {
        return Err(list.invalid("must be a list"));
    }
    let rows = list.items()?;
    if rows.len() > ROWS_MAX {
        return Err(list.invalid(format!("must have at most {ROWS_MAX} rows")));
    }
    let mut known = Map::new();
    let mut imported = Vec::new();
    for field in rows {
        let row = read_row(&field, call.today())?;
        let key = format!("{}\u{1f}{}{}", row.key(), row.currency_code, row.effective_date);
        if known.insert(key, Value::Null).is_some() {
            let why = "is about the same product, place, term, currency and day as a row before it";
            return Err(field.invalid(why));
        }
        imported.push(row);
    }
    let before = PriceList::of(partner)?;
    call.check_match(Some(&before.etag()))?;
    let list = PriceList { imported };
    if list != before {
        partner.put(PriceList::ID, &list);
        let (before, after) = (before.imported.len(), list.imported.len());
        let changes = vec![("rows", before.into(), after.into())];
        activities::record(
            partner,
            call,
            Entry { target: PATH.to_owned(), changes, ..Entry::default() },
        );
    }
    Ok(list.answer())
}

fn read_row(row: &Field<'_>, today: NaiveDate) -> Result<PriceRow, Problem> {
    let currency = row.at("currencyCode").read(Currency::parse)?;
    let price = row.at("unitPrice");
    let unit_price = Price::from_decimal(price.decimal()?, currency)
        .map_err(|problem| price.invalid(problem))?;
    let date = row.at("effectiveDate");
    let effective_date = match date.optional_text()? {
        Some(text) => {
            wire::parse_date(text).ok_or_else(|| date.invalid(calculator::Problem::NotADate))?
        }
        None => today,
    };
    let text = |name: &str| row.at(name).text().map(|text| text.trim().to_owned());
    Ok(PriceRow {
        reserved_resource_type: ResourceType::parse(&text("reservedResourceType")?).to_string(),
        sku_name: text("skuName")?,
        location: text("location")?.to_lowercase(),
        term: row.at("term").read(Term::parse)?.to_string(),
        unit_price: unit_price.to_string(),
        currency_code: currency.code().to_owned(),
        source: Source::Imported,
        effective_date,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn currency(code: &str) -> Currency {
        Currency::parse(code).expect(code)
    }

    fn invented(code: &str) -> Vec<PriceRow> {
        PriceList::default().in_currency(currency(code), INVENTED_ON).rows
    }

    fn price(code: &str, location: &str) -> String {
        let prices = PriceList::default().in_currency(currency(code), INVENTED_ON);
        let d4s = "standard_d4s_v5";
        let found = prices.find(&ResourceType::VirtualMachines, d4s, location, Term::ONE_YEAR);
        let row = found.expect(location);
        assert_eq!(row.sku_name, "Standard_D4s_v5");
        row.unit_price.clone()
    }

    #[test]
    fn invented_prices_are_round_in_every_currency() {
        assert_eq!(price("USD", "eastus"), "1026.00");
        // 1,026 USD, 18 % more, at 1.0843 USD for a euro.
        assert_eq!(price("EUR", "WestEurope"), "1117.00");
        assert_eq!(price("JPY", "japaneast"), "166800");
        assert!(invented("NOK").is_empty());
    }

    #[test]
    fn every_line_of_the_table_has_prices_that_can_be_read() {
        for (code, _) in rates::USD_RATES {
            let rows = invented(code);
            let lines: usize = table::products()
                .iter()
                .map(|(_, product)| {
                    let places = if product.is_global { 1 } else { table::regions().len() - 1 };
                    product.prices.len() * places
                })
                .sum();
            assert_eq!(rows.len(), lines, "{code}");
            for row in rows {
                assert!(Term::parse(&row.term).is_ok(), "{row:?}");
                assert!(parse_decimal(&row.unit_price).expect("a price") > Decimal::ZERO);
            }
        }
    }

    #[test]
    fn the_newest_imported_price_that_holds_goes_before_the_others() {
        let row = |day: u32, price: &str| PriceRow {
            unit_price: price.to_owned(),
            effective_date: NaiveDate::from_ymd_opt(2026, 11, day).expect("a day"),
            source: Source::Imported,
            ..invented("USD").remove(0)
        };
        let list = PriceList { imported: vec![row(20, "2.00"), row(10, "1.00"), row(22, "3.00")] };
        let on = |day| {
            let day = NaiveDate::from_ymd_opt(2026, 11, day).expect("a day");
            let prices = list.in_currency(Currency::USD, day);
            prices.rows[0].unit_price.clone()
        };
        assert_eq!([on(9), on(10), on(21), on(22)], ["508.00", "1.00", "2.00", "3.00"]);
    }
}
