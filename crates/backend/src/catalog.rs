//! What can be bought: the products that the price list has a price for.

use std::collections::BTreeMap;

use calculator::{BillingPlan, Policy, Term, parse_decimal};
use chrono::NaiveDate;
use http::Method;
use serde_json::{Map, Value, json};

use crate::answer::Answer;
use crate::auth::Permission;
use crate::call::Call;
use crate::customers::Customer;
use crate::page::page;
use crate::price_list::{PriceList, PriceRow};
use crate::problem::Problem;
use crate::records::Records;
use crate::route::{Handler, Route};
use crate::seed::table::{self, Product};

pub(crate) const ROUTES: &[Route] = &[Route {
    method: Method::GET,
    path: "/subscriptions/{subscription}/providers/Microsoft.Capacity/catalogs",
    action: "Microsoft.Capacity/catalogs/read",
    permission: Permission::ReadRecords,
    handler: Handler::OwnRecordsAtPrices(list),
}];

/// The reason that the API gives for what is not sold to a subscription.
const NOT_SOLD: &str = "NotAvailableForSubscription";

/// What was reserved, in words: product, region and term.
pub(crate) fn sku_description(title: &str, region: &str, term: Term) -> String {
    match (term.months(), term.months() / 12) {
        (1, _) => format!("{title}, {region}, 1 Month"),
        (_, 1) => format!("{title}, {region}, 1 Year"),
        (_, years) => format!("{title}, {region}, {years} Years"),
    }
}

/// The product with this name, if its facts are known; a price can be imported for any.
pub(crate) fn product(sku_name: &str) -> Option<Product> {
    let named = |product: &Product| product.sku.eq_ignore_ascii_case(sku_name);
    table::products().into_iter().map(|(_, product)| product).find(named)
}

/// The title of a region; its own name, where no other is known.
pub(crate) fn region_title(location: &str) -> &str {
    let regions = table::regions().into_iter();
    let found =
        regions.map(|(name, region)| (name, region.title)).find(|(name, _)| *name == location);
    found.map_or(location, |(_, title)| title)
}

/// One item for each product, with all its places. List prices differ between places, so that they
/// are only stated where the query names one.
fn list(records: &mut Records, prices: &PriceList, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let customer = Customer::of(records)?;
    let subscription = call.param("subscription");
    if !customer.subscriptions.iter().any(|own| own.id == subscription) {
        let message = format!("The subscription '{subscription}' could not be found.");
        return Err(Problem::new(404, "SubscriptionNotFound", message));
    }
    let wanted = |name: &str, own: &str| {
        call.query.get(name).is_none_or(|value| value.eq_ignore_ascii_case(own))
    };
    let prices = prices.in_currency(customer.billing_currency(), call.today());
    let mut items: BTreeMap<[&str; 2], Vec<&PriceRow>> = BTreeMap::new();
    for row in prices.rows() {
        let of_type = wanted("reservedResourceType", &row.reserved_resource_type);
        if of_type && wanted("location", &row.location) {
            let key = [row.reserved_resource_type.as_str(), row.sku_name.as_str()];
            items.entry(key).or_default().push(row);
        }
    }
    let in_one_place = call.query.get("location").is_some();
    let items: Vec<Value> =
        items.values().map(|rows| item(rows, in_one_place, call.today())).collect();
    Ok(Answer::ok(&page(&items, call)?))
}

/// The item of one product. There is at least one row.
fn item(rows: &[&PriceRow], in_one_place: bool, today: NaiveDate) -> Value {
    let (resource_type, name) = (&rows[0].reserved_resource_type, &rows[0].sku_name);
    let distinct = |of: fn(&PriceRow) -> &str| {
        let mut values: Vec<&str> = rows.iter().map(|row| of(row)).collect();
        values.sort_unstable();
        values.dedup();
        values
    };
    let terms = distinct(|row| &row.term);
    let plans: Map<String, Value> =
        terms.iter().map(|term| ((*term).to_owned(), json!(["Upfront", "Monthly"]))).collect();
    let is_sold = |row: &&&PriceRow| {
        let purchase = row.purchase(BillingPlan::Upfront, 1);
        purchase.is_ok_and(|purchase| purchase.is_sold(Policy::newest(), today))
    };
    let sold: Vec<&str> = rows.iter().filter(is_sold).map(|row| row.term.as_str()).collect();
    let restrictions: Vec<Value> = terms
        .iter()
        .filter(|term| !sold.contains(term))
        .map(|term| json!({ "type": "Term", "values": [term], "reasonCode": NOT_SOLD }))
        .collect();
    let mut item = json!({
        "resourceType": resource_type,
        "name": name,
        "terms": terms,
        "billingPlans": plans,
        "locations": distinct(|row| &row.location),
        "skuProperties": properties(name),
        "restrictions": restrictions,
    });
    if in_one_place {
        let msrp: Map<String, Value> =
            rows.iter().filter_map(|row| Some((msrp_field(&row.term)?, price(row)?))).collect();
        item["msrp"] = msrp.into();
    }
    item
}

/// The API states list prices for whole years only.
fn msrp_field(term: &str) -> Option<String> {
    let years = term.strip_prefix('P')?.strip_suffix('Y')?;
    Some(format!("p{years}Y"))
}

fn price(row: &PriceRow) -> Option<Value> {
    let amount = parse_decimal(&row.unit_price).ok()?;
    Some(crate::wire::price(amount, &row.currency_code))
}

fn properties(sku_name: &str) -> Value {
    let Some(product) = product(sku_name) else { return json!([]) };
    let mut properties = vec![
        json!({ "name": "ProductTitle", "value": product.title }),
        json!({ "name": "ProductShortName", "value": product.series }),
    ];
    if let Some(cores) = product.cores {
        properties.insert(0, json!({ "name": "Cores", "value": cores }));
    }
    properties.into()
}
