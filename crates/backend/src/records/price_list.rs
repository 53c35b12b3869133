//! What one unit of a product costs over the whole term: as the partner imported it, else as the
//! market has it.
//!
//! Azure publishes list prices elsewhere and without the partner's own terms, so a price list is
//! imported. The trap in such files is that the price of a reservation is that of the whole term,
//! although its unit of measure says an hour; rows here are always for the whole term.

use azure::InstanceFlexibility;
use calculator::exchange::{Purchase, PurchaseInput};
use calculator::{BillingPlan, Currency, ResourceType, Term, UsdRate, parse_decimal};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::records::deserializer;
use crate::records::documents::{Document, Records};
use crate::records::error::RecordError;

/// What is sold, where and for how much, as far as nobody has imported it.
pub(crate) struct Market {
    /// The product with this name, if its facts are known; a price can be imported for any.
    pub(crate) product: fn(&str) -> Option<Product>,
    /// The title of the region with this location.
    pub(crate) region_title: fn(&str) -> Option<&'static str>,
    /// The prices in a currency, from its first day on.
    pub(crate) prices: fn(Currency) -> Vec<PriceRow>,
    /// Billing currencies with the USD for one unit.
    pub(crate) usd_rates: &'static [(&'static str, &'static str)],
}

/// What can be, or could once be, reserved.
pub(crate) struct Product {
    pub(crate) resource_type: ResourceType,
    pub(crate) sku: &'static str,
    pub(crate) title: &'static str,
    /// Whether instance size flexibility is usually on, for products that know it.
    pub(crate) flexibility: Option<InstanceFlexibility>,
    /// The products among which it is one size.
    pub(crate) series: &'static str,
    pub(crate) cores: Option<&'static str>,
}

impl Market {
    /// What is reserved, in words: product, region and term. What has no title is told by its name.
    pub(crate) fn sku_description(&self, sku_name: &str, location: &str, term: Term) -> String {
        let title = (self.product)(sku_name).map_or(sku_name, |product| product.title);
        sku_description(title, (self.region_title)(location).unwrap_or(location), term)
    }

    /// The rate of a currency, `None` for one that has none.
    pub(crate) fn usd_rate(&self, currency: Currency) -> Option<UsdRate> {
        let mut rates = self.usd_rates.iter();
        let (_, rate) = rates.find(|(code, _)| *code == currency.code())?;
        UsdRate::from_decimal(parse_decimal(rate).ok()?).ok()
    }
}

/// What was reserved, in words: product, region and term.
pub(crate) fn sku_description(title: &str, region: &str, term: Term) -> String {
    match (term.months(), term.months() / 12) {
        (1, _) => format!("{title}, {region}, 1 Month"),
        (_, 1) => format!("{title}, {region}, 1 Year"),
        (_, years) => format!("{title}, {region}, {years} Years"),
    }
}

/// The price of one unit of a product.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PriceRow {
    pub(crate) reserved_resource_type: ResourceType,
    pub(crate) sku_name: String,
    /// A region in lower case, or `global`.
    pub(crate) location: String,
    pub(crate) term: Term,
    /// For the whole term, with the digits that the calculator writes.
    // Only texts: the reader of any number would bring floating point along.
    #[serde(with = "rust_decimal::serde::str")]
    pub(crate) unit_price: Decimal,
    pub(crate) currency_code: Currency,
    pub(crate) source: Source,
    /// The first UTC day on which it holds.
    #[serde(deserialize_with = "deserializer::day")]
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
    pub(crate) imported: Vec<PriceRow>,
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
            resource_type: self.reserved_resource_type.clone(),
            sku_name: Some(self.sku_name.clone()),
            term: self.term,
            billing_plan,
            quantity,
            currency: self.currency_code,
            unit_price: self.unit_price,
        })
        .map_err(|error| error.problem)
    }

    /// What it is the price of.
    pub(crate) fn key(&self) -> String {
        key(&self.reserved_resource_type, &self.sku_name, &self.location, self.term)
    }
}

fn key(resource_type: &ResourceType, sku_name: &str, location: &str, term: Term) -> String {
    // Between the parts stands what no text holds that comes in.
    [resource_type.as_str(), sku_name, location, &term.to_string()].join("\u{1f}").to_lowercase()
}

/// The prices of one currency on one day.
#[derive(Clone, Default, Debug)]
pub(crate) struct Prices {
    /// All of them, the terms and places of a product together.
    pub(crate) rows: Vec<PriceRow>,
    /// For each key the place of its row. A map of JSON values, because the program has that one
    /// already; another would be a copy of its code.
    places: Map<String, Value>,
}

impl Prices {
    /// These and no others.
    pub(crate) fn of(rows: Vec<PriceRow>) -> Self {
        let mut prices = Self::default();
        rows.into_iter().for_each(|row| prices.put(row));
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
        let key = key(resource_type, sku_name, location, term);
        self.rows.get(self.place(&key)?)
    }
}

impl PriceList {
    /// The id of the one document.
    pub(crate) const ID: &'static str = "imported";

    /// What the partner imported.
    ///
    /// # Errors
    /// Fails when what is stored cannot be read.
    pub(crate) fn of(partner: &Records) -> Result<Self, RecordError> {
        Ok(partner.get(Self::ID)?.unwrap_or_default())
    }

    /// The prices that hold on a day.
    pub(crate) fn in_currency(&self, currency: Currency, on: NaiveDate, market: &Market) -> Prices {
        let mut prices = Prices::of((market.prices)(currency));
        for row in &self.imported {
            if row.currency_code == currency && row.effective_date <= on {
                prices.put(row.clone());
            }
        }
        prices
    }
}
