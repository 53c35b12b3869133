//! Records of orders, with what they cost where they were asked for with their schedule.

use azure::Wire;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::column::Column as C;
use crate::fact::{Fact, OrderFact};
use crate::id::{Id, Ids};
use crate::row::{Reading, Rejection, Row};

pub(super) fn read(row: &Row<'_>, id: Option<Id>) -> Result<Reading, Rejection> {
    let bare = || row.first(&[C::Name, C::Id]).and_then(|(_, text)| Id::bare(text));
    let Some(id) = id.or_else(bare) else {
        return Err("names no order: it has no id".to_owned());
    };
    let listed = row.object().map(|object| object.get("properties").unwrap_or(object));
    let listed = listed.and_then(|object| object.get("reservations")?.as_array());
    let reservation = |entry: &Value| {
        Ids::of_path(entry.get("id").and_then(Value::as_str).or_else(|| entry.as_str())?)
            .reservation
    };
    let fact = OrderFact {
        id,
        customer: row.customer(&[C::CustomerId, C::CustomerTenantId], &[C::CustomerName]),
        display_name: row.owned(&[C::DisplayName]),
        quantity: row.quantity(&[C::OriginalQuantity, C::Quantity])?,
        term: row.term(&[C::Term]),
        purchase_date: row.date(&[C::PurchaseDate, C::RequestDateTime, C::CreatedDateTime])?,
        expiry_date: row.date(&[C::ExpiryDate, C::ExpiryDateTime])?,
        state: row.owned(&[C::ProvisioningState]),
        billing_plan: row.billing_plan(&[C::BillingPlan]),
        reservations: listed.into_iter().flatten().filter_map(reservation).collect(),
        price: price(row),
    };
    Ok(Reading::Fact(Fact::Order(Box::new(fact))))
}

/// What one unit cost, by the payment schedule. The rules for reading it stand in `azure`, which
/// makes a holding of a reservation and its order; a stand-in asks it for the price.
fn price(row: &Row<'_>) -> Option<(Decimal, Option<Decimal>, String)> {
    let object = row.object()?;
    let properties = object.get("properties").unwrap_or(object);
    properties.get("planInformation")?;
    let order = azure::Order::read(json!({ "properties": properties })).ok()?;
    let text = |name: &str| properties.get(name).and_then(Value::as_str);
    let reservation = json!({"properties": {
        "quantity": 1,
        "purchaseDate": row.date(&[C::PurchaseDate, C::RequestDateTime, C::CreatedDateTime]).ok()??.to_string(),
        "term": text("term"), "billingPlan": text("billingPlan"),
        "reservedResourceType": "VirtualMachines", "provisioningState": "Succeeded",
    }});
    let reservation = azure::Reservation::read(reservation).ok()?;
    let holding = azure::holding(&reservation, &order, true, None).ok()?;
    let decimal =
        |price: calculator::Price| Some(price.to_string().parse::<Decimal>().ok()?.normalize());
    let unit_price = decimal(holding.unit_price())?;
    let instalment = holding.instalment().and_then(decimal);
    Some((unit_price, instalment, holding.currency().to_string()))
}
