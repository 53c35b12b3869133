//! What can be bought: the products that the price list has a price for.

use calculator::{BillingPlan, Policy, Term};
use serde_json::{Map, Value};

use crate::http::{Answer, Call, Problem, page};
use crate::records::price_list::{PriceList, PriceRow, Product};
use crate::records::{Customer, Records, json, wire};
use crate::resources::quotes::Terms;

/// The reason that the API gives for what is not sold to a subscription.
const NOT_SOLD: &str = "NotAvailableForSubscription";

/// One item for each product, with all its places. List prices differ between places, so that they
/// are only stated where the query names one.
pub(crate) fn list(
    records: &mut Records,
    terms: &mut Terms,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    let customer = Customer::of(records)?;
    customer.check_subscription(call.param("subscription"))?;
    let currency = customer.billing_currency(records)?;
    let prices = PriceList::of(&terms.partner)?.in_currency(currency, call.today(), call.market);
    // One list of rows for each product, whose rows need not stand together.
    let mut products: Vec<Vec<&PriceRow>> = Vec::new();
    for row in &prices.rows {
        let of_type =
            call.query.allows("reservedResourceType", row.reserved_resource_type.as_str());
        if !(of_type && call.query.allows("location", &row.location)) {
            continue;
        }
        match products.iter_mut().find(|rows| is_same_product(rows[0], row)) {
            Some(rows) => rows.push(row),
            None => products.push(vec![row]),
        }
    }
    let in_one_place = call.query.get("location").is_some();
    let items: Vec<Value> = products.iter().map(|rows| item(rows, in_one_place, call)).collect();
    Ok(Answer::ok(&page(&items, call)?))
}

fn is_same_product(one: &PriceRow, other: &PriceRow) -> bool {
    one.sku_name.eq_ignore_ascii_case(&other.sku_name)
        && one.reserved_resource_type == other.reserved_resource_type
}

/// The item of one product. There is at least one row.
fn item(rows: &[&PriceRow], in_one_place: bool, call: &Call<'_>) -> Value {
    let (resource_type, name) = (&rows[0].reserved_resource_type, &rows[0].sku_name);
    let (mut terms, mut locations, mut sold) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        add(&mut terms, row.term);
        add(&mut locations, row.location.as_str());
        let purchase = row.purchase(BillingPlan::Upfront, 1);
        if purchase.is_ok_and(|purchase| purchase.is_sold(Policy::newest(), call.today())) {
            add(&mut sold, row.term);
        }
    }
    let mut plans = Map::new();
    let mut restrictions = Vec::new();
    for term in &terms {
        let all = json!([BillingPlan::Upfront, BillingPlan::Monthly]);
        plans.insert(term.to_string(), all);
        if !sold.contains(term) {
            let restricted = json!({ "type": "Term", "values": [term], "reasonCode": NOT_SOLD });
            restrictions.push(restricted);
        }
    }
    let mut item = json!({
        "resourceType": resource_type,
        "name": name,
        "terms": terms,
        "billingPlans": plans,
        "locations": locations,
        "skuProperties": properties((call.market.product)(name)),
        "restrictions": restrictions,
    });
    if in_one_place {
        let mut msrp = Map::new();
        for row in rows {
            if let Some(field) = msrp_field(row.term) {
                msrp.insert(field, wire::price(row.unit_price, row.currency_code));
            }
        }
        item["msrp"] = msrp.into();
    }
    item
}

/// Adds what is not in a list yet.
fn add<T: PartialEq>(values: &mut Vec<T>, value: T) {
    if !values.contains(&value) {
        values.push(value);
    }
}

/// The API states list prices for whole years only.
fn msrp_field(term: Term) -> Option<String> {
    let months = term.months();
    months.is_multiple_of(12).then(|| format!("p{}Y", months / 12))
}

fn properties(product: Option<Product>) -> Value {
    let Some(product) = product else { return json!([]) };
    let mut properties = vec![
        json!({ "name": "ProductTitle", "value": product.title }),
        json!({ "name": "ProductShortName", "value": product.series }),
    ];
    if let Some(cores) = product.cores {
        properties.insert(0, json!({ "name": "Cores", "value": cores }));
    }
    properties.into()
}
