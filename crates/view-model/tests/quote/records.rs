//! Records for tests of quotes: two units at 500 EUR, bought a hundred days ago for a year.

use azure::Wire;
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use std::sync::Arc;
use view_model::ExchangeRate;
use view_model::quote::Facts;

/// Days since the purchase.
pub(crate) const AGE: u64 = 100;

pub(crate) fn today() -> NaiveDate {
    crate::today()
}

pub(crate) fn bought_on() -> NaiveDate {
    today() - Days::new(AGE)
}

pub(crate) fn reservation() -> Value {
    // A term of exactly 365 days, whether or not a leap day lies in it.
    let expiry = bought_on() + Days::new(365);
    json!({"id": "/providers/Microsoft.Capacity/reservationOrders/o/reservations/r",
        "location": "westeurope", "sku": {"name": "Standard_D2s_v5"}, "properties": {
        "displayName": "Web shop", "provisioningState": "Succeeded", "term": "P1Y",
        "billingPlan": "Upfront", "purchaseDate": bought_on(), "expiryDate": expiry,
        "quantity": 2, "reservedResourceType": "VirtualMachines"}})
}

pub(crate) fn order() -> Value {
    json!({"properties": {"originalQuantity": 2, "provisioningState": "Succeeded",
        "planInformation": {"transactions": [{"dueDate": bought_on(), "status": "Succeeded",
        "billingCurrencyTotal": {"amount": 1000, "currencyCode": "EUR"}}]}}})
}

/// One refund that counts `usd`, made ten days ago.
pub(crate) fn transactions(usd: u32) -> Value {
    let date = today() - Days::new(10);
    json!({"value": [{"properties": {"eventType": "Refund", "eventDate": format!("{date}T09:00:00Z"),
        "amount": -i64::from(usd), "currency": "USD"}},
        {"properties": {"eventType": "Purchase", "eventDate": format!("{date}T09:00:00Z"),
        "amount": 1000, "currency": "EUR"}}]})
}

/// The same, read.
pub(crate) fn bookings(usd: u32) -> Vec<azure::Transaction> {
    let list = transactions(usd).to_string();
    azure::from_slice::<azure::Page<azure::Transaction>>(list.as_bytes()).unwrap().value
}

pub(crate) fn rates() -> Value {
    json!({"value": [{"currencyCode": "EUR", "usdRate": "1.25", "date": today()}]})
}

/// The reservation bought before the change of exchange rights, on whatever day the tests run.
pub(crate) fn older_reservation() -> Value {
    let mut record = reservation();
    record["properties"]["purchaseDate"] = json!("2026-06-01");
    record["properties"]["expiryDate"] = json!("2027-06-01");
    record
}

/// The facts of these records when past refunds count `used_usd`.
pub(crate) fn facts(used_usd: u32) -> Facts {
    facts_of(reservation(), used_usd)
}

/// As [`facts`], of another reservation.
pub(crate) fn facts_of(reservation: Value, used_usd: u32) -> Facts {
    let read = |value: Value| value.to_string().into_bytes();
    let rates: Vec<ExchangeRate> = Wire::read(rates()["value"].clone()).unwrap();
    Facts::new(
        Arc::new(azure::from_slice(&read(reservation)).unwrap()),
        Arc::new(azure::from_slice(&read(order())).unwrap()),
        &bookings(used_usd),
        Some(&rates),
        None,
        today(),
    )
    .unwrap()
}
