//! Buying: `calculatePrice` names a price and the id of an order, and that order can then be
//! bought at that price.

use azure::OperationStatus;
use calculator::{BillingPlan, Policy, ProvisioningState};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::http::{Answer, BodyField, Call, Problem};
use crate::records::json::text_of;
use crate::records::operation::Plan;
use crate::records::price_list::{PriceList, PriceRow, Prices};
use crate::records::{Customer, Document, Order, Records, Reservation, json, wire};
use crate::resources::activities::{self, Entry};
use crate::resources::operations;
use crate::resources::orders;
use crate::resources::purchase_request::PurchaseRequest;
use crate::resources::quotes::{self, Terms};

/// How long a purchase takes here.
const PURCHASE_SECONDS: i64 = 3;

/// The request that a price was named for, and the price.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Priced {
    request: Value,
    row: PriceRow,
}

impl Document for Priced {
    const KIND: &'static str = "pricedOrder";
}

pub(crate) fn calculate_price(
    records: &mut Records,
    terms: &mut Terms,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    let body: Value = call.read_body()?;
    let customer = Customer::of(records)?;
    let currency = customer.billing_currency(records)?;
    let prices = PriceList::of(&terms.partner)?.in_currency(currency, call.today(), call.market);
    let request = PurchaseRequest::read(&BodyField::root(&body), &customer, &prices, call.market)?;
    let PurchaseRequest { purchase, row, .. } = &request;
    if !purchase.is_sold(Policy::newest(), call.today()) {
        let message = format!("{} is no longer sold for {}.", row.sku_name, row.term);
        return Err(Problem::new(400, "CalculatePriceFailed", message).of_field("sku.name"));
    }
    let order_id = call.new_guid();
    let total = wire::money(purchase.lifetime_price());
    let mut properties = json!({
        "reservationOrderId": order_id,
        "skuTitle": request.sku_description,
        "skuDescription": row.sku_name,
        "billingCurrencyTotal": total,
        "pricingCurrencyTotal": total,
        "isTaxIncluded": false,
        // The partner bills the customer, at prices of its own.
        "isBillingPartnerManaged": true,
    });
    if purchase.billing_plan() == BillingPlan::Monthly {
        properties["paymentSchedule"] = payment_schedule(&request, call.now);
    }
    let priced = Priced { request: request.as_sent, row: request.row };
    quotes::keep(&mut terms.quotes, call, &order_id, &priced);
    Ok(Answer::ok(&json!({ "properties": properties })))
}

/// The instalments; in recorded answers only the first states its billing currency.
fn payment_schedule(request: &PurchaseRequest, now: DateTime<Utc>) -> Value {
    let payments = request.order(ProvisioningState::Creating, now).payments(now.date_naive());
    let of_place = |(place, payment): (usize, &crate::records::order::Payment)| {
        let amount = wire::price(payment.amount, request.row.currency_code);
        let mut entry = json!({
            "dueDate": payment.due,
            "pricingCurrencyTotal": amount,
            "status": payment.status.as_str(),
        });
        if place == 0 {
            entry["billingCurrencyTotal"] = amount;
        }
        entry
    };
    payments.iter().enumerate().map(of_place).collect()
}

pub(crate) fn buy(
    records: &mut Records,
    terms: &mut Terms,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    let body: Value = call.read_body()?;
    let customer = Customer::of(records)?;
    customer.check_agreement()?;
    let order_id = call.param("order").to_owned();
    let priced: Priced = quotes::find(records, &terms.quotes, call, &order_id)?;
    if !costs_like(&body, &priced.request) {
        let message = "Something else was priced under this id. Ask for its price first.";
        return Err(Problem::new(400, "ActivateQuoteFailed", message));
    }
    // The price is the one that was named, even if the price list is another one by now.
    let request = PurchaseRequest::read(
        &BodyField::root(&body),
        &customer,
        &Prices::of(vec![priced.row]),
        call.market,
    )?;
    quotes::use_up(records, call, &order_id);
    let id = call.new_guid();
    request.put(records, (&order_id, &id), (ProvisioningState::Creating, call.now), None)?;
    let entry = Entry {
        target: wire::order_id(&order_id),
        changes: vec![("reservations", Value::Null, request.in_words().into())],
        quote: None,
    };
    activities::record(records, call, entry);
    let order = Order::find(records, &order_id)?;
    let body = orders::to_wire(records, call, &order_id, &order, true);
    let stages = [(PURCHASE_SECONDS, OperationStatus::Succeeded)];
    let accepted = operations::start(records, call, Plan::Purchase((order_id, id)), stages);
    Ok(Answer { body: Answer::ok(&body).body, ..accepted })
}

/// Whether two requests are for the same product in the same quantity, paid in the same way.
fn costs_like(one: &Value, other: &Value) -> bool {
    let facts = |request: &Value| {
        [
            "/sku/name",
            "/location",
            "/properties/reservedResourceType",
            "/properties/term",
            "/properties/billingPlan",
            "/properties/quantity",
        ]
        .map(|fact| request.pointer(fact).map(|value| text_of(value).to_lowercase()))
    };
    facts(one) == facts(other)
}

/// Finishes the purchase that an operation was started for.
///
/// # Errors
/// 409 when what is stored cannot be read.
pub(crate) fn finish(
    records: &mut Records,
    order_id: &str,
    id: &str,
    at: DateTime<Utc>,
) -> Result<(), Problem> {
    let (mut order, mut reservation) = Reservation::find(records, order_id, id)?;
    reservation.state = ProvisioningState::Succeeded;
    reservation.save(records, order_id, id, at)?;
    order.settle(records, order_id);
    Ok(())
}
