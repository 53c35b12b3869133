//! Prices of what can be bought: the list that the service has, in which rows that were imported come before
//! those of the demonstration, and the file to import: the JSON that the Azure Retail Prices API answers with.
//!
//! The trap: for a reservation the price is the TOTAL for the term, although `unitOfMeasure` says
//! "1 Hour". So nothing is multiplied, and what the unit says is not read. [Azure documentation]

use super::PurchaseText;
use crate::PriceRow;
use calculator::{Currency, Price, Problem, parse_decimal};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::BTreeSet;

/// The price list in the currency of the exchange.
#[derive(Clone, Debug, Default)]
pub struct PriceBook {
    rows: Vec<PriceRow>,
}

impl PriceBook {
    /// The rows as the service gives them.
    #[must_use]
    pub fn new(rows: Vec<PriceRow>) -> Self {
        Self { rows }
    }

    /// What the list sells of a kind of product in a region, each size and term once.
    #[must_use]
    pub fn offers(&self, resource_type: &str, region: &str) -> Vec<(&str, &str)> {
        let is_it = |row: &&PriceRow| {
            row.reserved_resource_type.eq_ignore_ascii_case(resource_type)
                && row.location.eq_ignore_ascii_case(region)
        };
        let mut known = BTreeSet::new();
        let offers = self.rows.iter().filter(is_it);
        let offers = offers.map(|row| (row.sku_name.as_str(), row.term.as_str()));
        offers.filter(|(sku, term)| known.insert((sku.to_ascii_lowercase(), *term))).collect()
    }

    /// The price of a purchase, if the list has one.
    #[must_use]
    pub fn find(&self, purchase: &PurchaseText) -> Option<&PriceRow> {
        let is_it = |row: &&PriceRow| {
            row.reserved_resource_type.eq_ignore_ascii_case(&purchase.resource_type)
                && row.sku_name.eq_ignore_ascii_case(&purchase.sku)
                && row.location.eq_ignore_ascii_case(&purchase.region)
                && row.term.eq_ignore_ascii_case(&purchase.term)
        };
        let mut found = self.rows.iter().filter(is_it);
        let first = found.next()?;
        if first.is_imported() {
            return Some(first);
        }
        Some(found.find(|row| row.is_imported()).unwrap_or(first))
    }
}

/// The most items of one file. A page of the API has at most 1,000; a file may hold several.
const ITEMS_MAX: usize = 50_000;

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriceFile {
    /// Prices of reservations.
    pub rows: Vec<PriceRow>,
    /// Items that are no prices of reservations, or of products that this version does not know.
    pub passed_over: usize,
    /// Whether the API has more pages than this one.
    pub is_one_of_several: bool,
}

/// What is wrong with a file: where, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceFileError {
    /// Row and field, such as `Items[3].retailPrice`; empty for the whole.
    pub place: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// Names that the Retail Prices API has for services, and the kind of product that a reservation of
/// them is.
const SERVICES: [(&str, &str); 16] = [
    ("Virtual Machines", "VirtualMachines"),
    ("Azure Dedicated Host", "DedicatedHost"),
    ("Azure VMware Solution", "AVS"),
    ("SQL Database", "SqlDatabases"),
    ("SQL Managed Instance", "SqlDatabases"),
    ("Azure Cosmos DB", "CosmosDb"),
    ("Azure App Service", "AppService"),
    ("Azure Database for MySQL", "MySql"),
    ("Azure Database for MariaDB", "MariaDb"),
    ("Azure Database for PostgreSQL", "PostgreSql"),
    ("Redis Cache", "RedisCache"),
    ("Azure Data Explorer", "AzureDataExplorer"),
    ("Azure Synapse Analytics", "SqlDataWarehouse"),
    ("Azure NetApp Files", "NetAppStorage"),
    ("SAP HANA on Azure Large Instances", "SapHana"),
    ("Data Factory", "DataFactory"),
];

impl PriceFile {
    /// Reads a file.
    ///
    /// # Errors
    /// The first row and field that cannot be read. Then nothing of the file is of use.
    pub fn read(text: &str) -> Result<Self, PriceFileError> {
        let whole = |problem| PriceFileError { place: String::new(), problem };
        let file: Value = serde_json::from_slice(text.trim_start_matches('\u{feff}').as_bytes())
            .map_err(|error| whole(Problem::Json(error.to_string())))?;
        let items = file.get("Items").and_then(Value::as_array).ok_or_else(|| PriceFileError {
            place: "Items".to_owned(),
            problem: Problem::Missing,
        })?;
        if items.len() > ITEMS_MAX {
            let problem = Problem::WrongLength { min: 1, max: ITEMS_MAX };
            return Err(PriceFileError { place: "Items".to_owned(), problem });
        }
        let mut read = PriceFile {
            is_one_of_several: file.get("NextPageLink").is_some_and(|link| !link.is_null()),
            ..PriceFile::default()
        };
        for (place, item) in items.iter().enumerate() {
            let row = row(item).map_err(|(field, problem)| PriceFileError {
                place: format!("Items[{place}].{field}"),
                problem,
            })?;
            match row {
                Some(row) => read.rows.push(row),
                None => read.passed_over += 1,
            }
        }
        if read.rows.is_empty() {
            let problem = Problem::WrongLength { min: 1, max: ITEMS_MAX };
            return Err(PriceFileError { place: "Items".to_owned(), problem });
        }
        Ok(read)
    }
}

type FieldProblem = (&'static str, Problem);

/// One item; `None` when it is no price of a reservation that this version knows.
fn row(item: &Value) -> Result<Option<PriceRow>, FieldProblem> {
    if text(item, "type")? != "Reservation" {
        return Ok(None);
    }
    let service = text(item, "serviceName")?;
    let known = SERVICES.iter().find(|(name, _)| name.eq_ignore_ascii_case(service));
    let Some((_, resource_type)) = known else { return Ok(None) };
    let term = match text(item, "reservationTerm")? {
        "1 Year" => "P1Y",
        "3 Years" => "P3Y",
        "5 Years" => "P5Y",
        _ => return Err(("reservationTerm", Problem::UnknownTerm)),
    };
    let currency = text(item, "currencyCode")?;
    let currency = Currency::parse(currency).map_err(|problem| ("currencyCode", problem))?;
    let unit_price = price(item, currency)?;
    Ok(Some(PriceRow {
        reserved_resource_type: (*resource_type).to_owned(),
        sku_name: text(item, "armSkuName")?.to_owned(),
        location: text(item, "armRegionName")?.to_owned(),
        term: term.to_owned(),
        unit_price,
        currency_code: currency.code().to_owned(),
        source: PriceRow::IMPORTED.to_owned(),
        effective_date: day(item)?,
    }))
}

fn text<'a>(item: &'a Value, field: &'static str) -> Result<&'a str, FieldProblem> {
    match item.get(field) {
        None | Some(Value::Null) => Err((field, Problem::Missing)),
        Some(Value::String(text)) if text.trim().is_empty() => Err((field, Problem::Missing)),
        Some(Value::String(text)) => Ok(text.trim()),
        Some(_) => Err((field, Problem::Json("must be a text".to_owned()))),
    }
}

/// The total for the term; exact, because the digits of the file are read and no floating point.
fn price(item: &Value, currency: Currency) -> Result<Decimal, FieldProblem> {
    let field = "retailPrice";
    let number = match item.get(field) {
        None | Some(Value::Null) => return Err((field, Problem::Missing)),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::String(text)) => text.clone(),
        Some(_) => return Err((field, Problem::NotADecimal)),
    };
    let price = parse_decimal(&number).map_err(|problem| (field, problem))?;
    if price.is_zero() {
        return Err((field, Problem::Zero));
    }
    Price::from_decimal(price, currency).map_err(|problem| (field, problem))?;
    Ok(price)
}

fn day(item: &Value) -> Result<NaiveDate, FieldProblem> {
    let field = "effectiveStartDate";
    let text = text(item, field)?;
    let day = text.get(..10).and_then(azure::parse_day);
    day.ok_or((field, Problem::NotADate))
}
