//! What the Capacity API can do, as resource providers tell it: `GET {provider}/operations`.

use serde_json::Value;

use crate::http::{Answer, Call, Problem, page};
use crate::records::{Records, json};

const RESERVATIONS: &str = "Reservations";
const ORDERS: &str = "Reservation orders";

/// Name of the action, what it is done with, and what is done.
pub(crate) const CAPACITY: &[(&str, &str, &str)] = &[
    ("Microsoft.Capacity/appliedReservations/read", ORDERS, "List those applied to a subscription"),
    ("Microsoft.Capacity/calculateExchange/action", RESERVATIONS, "Quote an exchange"),
    ("Microsoft.Capacity/calculatePrice/action", ORDERS, "Quote a purchase"),
    ("Microsoft.Capacity/catalogs/read", "Catalog", "List what can be reserved"),
    ("Microsoft.Capacity/exchange/action", RESERVATIONS, "Exchange"),
    ("Microsoft.Capacity/operations/read", "Operations", "Read operations and their results"),
    ("Microsoft.Capacity/reservationOrders/calculateRefund/action", ORDERS, "Quote a return"),
    ("Microsoft.Capacity/reservationOrders/merge/action", ORDERS, "Merge reservations"),
    ("Microsoft.Capacity/reservationOrders/read", ORDERS, "Read"),
    ("Microsoft.Capacity/reservationOrders/reservations/archive/action", RESERVATIONS, "Archive"),
    (
        "Microsoft.Capacity/reservationOrders/reservations/availablescopes/action",
        RESERVATIONS,
        "Check scopes",
    ),
    ("Microsoft.Capacity/reservationOrders/reservations/read", RESERVATIONS, "Read"),
    (
        "Microsoft.Capacity/reservationOrders/reservations/revisions/read",
        RESERVATIONS,
        "Read revisions",
    ),
    (
        "Microsoft.Capacity/reservationOrders/reservations/unarchive/action",
        RESERVATIONS,
        "Take out of the archive",
    ),
    ("Microsoft.Capacity/reservationOrders/reservations/write", RESERVATIONS, "Update"),
    ("Microsoft.Capacity/reservationOrders/return/action", ORDERS, "Return reservations"),
    ("Microsoft.Capacity/reservationOrders/split/action", ORDERS, "Split a reservation"),
    ("Microsoft.Capacity/reservationOrders/write", ORDERS, "Purchase"),
    ("Microsoft.Capacity/reservations/read", RESERVATIONS, "Read those of a tenant"),
];

pub(crate) fn list(_: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let to_wire = |(name, resource, operation): &(&str, &str, &str)| {
        json!({
            "name": name,
            "isDataAction": false,
            "display": {
                "provider": "Microsoft Capacity",
                "resource": resource,
                "operation": operation,
                "description": format!("{resource}: {operation}"),
            },
        })
    };
    let rows: Vec<Value> = CAPACITY.iter().map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}
