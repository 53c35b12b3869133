//! The price list: what things cost, and importing other prices.

use calculator::{Currency, Price, ResourceType, Term};
use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::http::answer::etag;
use crate::http::{Answer, BodyField, Call, Problem};
use crate::records::price_list::{PriceList, PriceRow, Source};
use crate::records::{Records, json};
use crate::resources::activities::{self, Entry};

pub(crate) const PATH: &str = "/providers/Prorata/priceList";

/// The largest accepted price list.
pub(crate) const BYTES_MAX: usize = 768 * 1024;

/// The most rows that can be imported: a price sheet has several hundred for a region.
const ROWS_MAX: usize = 3_000;

/// Names the state of what was imported, which is what can be changed.
fn etag_of(list: &PriceList) -> String {
    etag(&json!(list.imported))
}

fn answer(list: &PriceList) -> Answer {
    Answer::ok(&json!({ "value": list.imported })).with_etag(&etag_of(list))
}

/// The prices of one currency on this day; without one, what was imported, of every currency and
/// for every day.
pub(crate) fn get(partner: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let list = PriceList::of(partner)?;
    let Some(code) = call.query.get("currencyCode") else {
        return Ok(answer(&list));
    };
    let currency =
        Currency::parse(code).map_err(|problem| Problem::invalid("currencyCode", problem))?;
    let mut rows = Vec::new();
    for row in list.in_currency(currency, call.today(), call.market).rows {
        if call.query.allows("reservedResourceType", row.reserved_resource_type.as_str())
            && call.query.allows("location", &row.location)
        {
            rows.push(row);
        }
    }
    // Not in pages: whoever chooses among products needs all of them.
    Ok(Answer::ok(&json!({ "value": rows })).with_etag(&etag_of(&list)))
}

/// Replaces what was imported by other rows.
pub(crate) fn replace(partner: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let body: Value = call.read_body()?;
    let list = BodyField::root(&body).at("value");
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
    call.check_match(Some(&etag_of(&before)))?;
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
    Ok(answer(&list))
}

fn read_row(row: &BodyField<'_>, today: NaiveDate) -> Result<PriceRow, Problem> {
    let currency = row.at("currencyCode").read(Currency::parse)?;
    let price = row.at("unitPrice");
    let unit_price = Price::from_decimal(price.decimal()?, currency)
        .map_err(|problem| price.invalid(problem))?;
    let date = row.at("effectiveDate");
    let effective_date = match date.optional_text()? {
        Some(text) => {
            azure::parse_day(text).ok_or_else(|| date.invalid(calculator::Problem::NotADate))?
        }
        None => today,
    };
    let text = |name: &str| row.at(name).text().map(|text| text.trim().to_owned());
    Ok(PriceRow {
        reserved_resource_type: ResourceType::parse(&text("reservedResourceType")?),
        sku_name: text("skuName")?,
        location: text("location")?.to_lowercase(),
        term: row.at("term").read(Term::parse)?,
        unit_price: unit_price.to_decimal(),
        currency_code: currency,
        source: Source::Imported,
        effective_date,
    })
}
