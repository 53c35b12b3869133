//! Reading reservation orders.

use azure::{PaymentStatus, StatusCode};
use chrono::{NaiveDate, TimeDelta};
use serde_json::Value;

use crate::http::{Answer, Call, Problem, page};
use crate::records::customer::billing_account_id;
use crate::records::{Customer, Document, Order, Records, Reservation, json, state, wire};
use crate::resources::unreadable_documents;

pub(crate) fn list(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let mut rows = Vec::new();
    for id in records.ids_below(Order::KIND, "") {
        rows.push(match Order::find(records, id) {
            Ok(order) => to_wire(records, call, id, &order, false),
            Err(error) => unreadable_documents::row(&wire::order_id(id), id, &error),
        });
    }
    Ok(Answer::ok(&page(&rows, call)?))
}

pub(crate) fn get(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let id = call.param("order");
    let order = Order::find(records, id)?;
    let expand = call.query.get("$expand").or_else(|| call.query.get("expand"));
    let with_schedule = expand.is_some_and(|what| what.eq_ignore_ascii_case("schedule"));
    Ok(Answer::ok(&to_wire(records, call, id, &order, with_schedule)))
}

/// The order as the API writes it.
pub(crate) fn to_wire(
    records: &Records,
    call: &Call<'_>,
    id: &str,
    order: &Order,
    with_schedule: bool,
) -> Value {
    let prefix = Reservation::document_id(id, "");
    let reservations = records.ids_below(Reservation::KIND, &prefix);
    let reservations: Vec<Value> = reservations
        .iter()
        .map(|found| json!({ "id": wire::reservation_id(id, &found[prefix.len()..]) }))
        .collect();
    let customer = Customer::known(records, &call.caller.tenant_id);
    let account = billing_account_id(&customer.billing_account);
    let mut body = json!({
        "id": wire::order_id(id),
        "name": id,
        "type": "microsoft.capacity/reservationOrders",
        "etag": order.etag,
        "properties": {
            "displayName": order.display_name,
            "requestDateTime": wire::timestamp(order.purchased_at - TimeDelta::seconds(95)),
            "createdDateTime": wire::timestamp(order.benefit_start() + TimeDelta::seconds(1)),
            "benefitStartTime": wire::timestamp(order.benefit_start()),
            "expiryDate": order.expires_at().date_naive(),
            "expiryDateTime": wire::timestamp(order.expires_at()),
            "term": order.term,
            "billingPlan": order.billing_plan,
            "provisioningState": state::at(&order.state, order.is_over(call.now)),
            "originalQuantity": order.original_quantity,
            "reservations": reservations,
            "billingAccountId": account,
            "billingProfileId": format!("{account}/billingProfiles/{}", customer.billing_profile),
        },
    });
    if with_schedule {
        let today = call.now.date_naive();
        body["properties"]["planInformation"] = plan_information(order, &account, today);
    }
    body
}

fn plan_information(order: &Order, billing_account: &str, today: NaiveDate) -> Value {
    let payments = order.payments(today);
    let next_due = payments.iter().find(|payment| payment.status == PaymentStatus::Scheduled);
    let transactions: Vec<Value> = payments
        .iter()
        .enumerate()
        .map(|(place, payment)| {
            let amount = wire::price(payment.amount, order.currency);
            let mut transaction = json!({
                "dueDate": payment.due,
                "pricingCurrencyTotal": amount,
                "billingAccount": billing_account,
                "status": payment.status.as_str(),
            });
            if payment.status == PaymentStatus::Succeeded {
                transaction["paymentDate"] = json!(payment.due);
            }
            if payment.status == PaymentStatus::Failed {
                transaction["extendedStatusInfo"] = json!({
                    "statusCode": StatusCode::PaymentInstrumentError.as_str(),
                    "message": "The payment could not be collected.",
                });
            }
            // In recorded answers only the first payment states its billing currency.
            if place == 0 {
                transaction["billingCurrencyTotal"] = amount;
            }
            transaction
        })
        .collect();
    let mut plan = json!({
        "pricingCurrencyTotal": wire::price(order.total(), order.currency),
        "startDate": order.purchase_date(),
        "transactions": transactions,
    });
    if let Some(payment) = next_due {
        plan["nextPaymentDueDate"] = json!(payment.due);
    }
    plan
}
