//! Reading reservations: of a tenant, of an order, and one.

use azure::DisplayedState;
use serde_json::Value;

use crate::http::{Answer, Call, Problem, page, sort};
use crate::records::{Document, Order, Records, Reservation, json, wire};
use crate::resources::reservations::body::View;
use crate::resources::reservations::filter::{Filter, OrderBy};
use crate::resources::unreadable_documents;

/// All reservations of the tenant: filtered, ordered, a page of them.
pub(crate) fn list(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let filter = call.query.get("$filter").map(Filter::parse).transpose()?;
    let order_by = call.query.get("$orderby").map(OrderBy::parse).transpose()?;
    let mut rows = rows_of(records, &call.caller.tenant_id, call);
    let summary = wants_summary(call).then(|| summary(&rows, COUNTED));
    retain(&mut rows, filter.as_ref(), call);
    if let Some(order_by) = order_by {
        sort(&mut rows, &|left, right| order_by.compare(left, right));
    }
    let mut body = page(&rows, call)?;
    if let Some(summary) = summary {
        body["summary"] = summary;
    }
    Ok(Answer::ok(&body))
}

/// Whether the list shall say how many reservations are in which state.
pub(crate) fn wants_summary(call: &Call<'_>) -> bool {
    call.query.get("refreshSummary").is_some_and(|flag| flag.eq_ignore_ascii_case("true"))
}

/// Leaves those that pass the filter and are in the state that is asked for.
pub(crate) fn retain(rows: &mut Vec<Value>, filter: Option<&Filter>, call: &Call<'_>) {
    rows.retain(|row| {
        let display = row["properties"]["displayProvisioningState"].as_str().unwrap_or_default();
        filter.is_none_or(|filter| filter.matches(row))
            && call.query.allows("selectedState", display)
    });
}

/// All reservations of a tenant.
pub(crate) fn rows_of(records: &Records, tenant_id: &str, call: &Call<'_>) -> Vec<Value> {
    let view = View { tenant_id, now: call.now, with_renewal: false };
    let mut rows = Vec::new();
    for id in records.ids_below(Reservation::KIND, "") {
        rows.push(row_of(records, id, &view));
    }
    rows
}

/// One row, also where the reservation or its order cannot be read: then it says so.
fn row_of(records: &Records, id: &str, view: &View<'_>) -> Value {
    let (order_id, id) = id.split_once('/').unwrap_or((id, ""));
    match Reservation::find(records, order_id, id) {
        Ok((order, reservation)) => reservation.to_wire(order_id, id, &order, view),
        Err(error) => unreadable_documents::row(&wire::reservation_id(order_id, id), id, &error),
    }
}

/// The states that the Capacity API counts; the Billing API knows two more.
const COUNTED: &[DisplayedState] = &[
    DisplayedState::Succeeded,
    DisplayedState::Failed,
    DisplayedState::Expiring,
    DisplayedState::Expired,
    DisplayedState::Pending,
    DisplayedState::Cancelled,
    DisplayedState::Processing,
];

/// How many reservations are in which displayed state.
pub(crate) fn summary(rows: &[Value], states: &[DisplayedState]) -> Value {
    let mut summary = json!({});
    for state in states {
        let state = state.as_str();
        let of_row = |row: &&Value| row["properties"]["displayProvisioningState"] == state;
        let (first, rest) = state.split_at(1);
        let field = format!("{}{rest}Count", first.to_lowercase());
        summary[field] = rows.iter().filter(of_row).count().into();
    }
    summary
}

pub(crate) fn list_of_order(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let order_id = call.param("order");
    let view = View { tenant_id: &call.caller.tenant_id, now: call.now, with_renewal: false };
    let ids = records.ids_below(Reservation::KIND, &Reservation::document_id(order_id, ""));
    if ids.is_empty() {
        Order::find(records, order_id)?;
    }
    let rows: Vec<Value> = ids.iter().map(|id| row_of(records, id, &view)).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

pub(crate) fn get(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let (order_id, id) = (call.param("order"), call.param("reservation"));
    let (order, reservation) = Reservation::find(records, order_id, id)?;
    // This one parameter is written without a dollar sign in the API.
    let expand = call.query.get("expand").or_else(|| call.query.get("$expand"));
    let with_renewal = expand.is_some_and(|what| what.eq_ignore_ascii_case("renewProperties"));
    let view = View { tenant_id: &call.caller.tenant_id, now: call.now, with_renewal };
    Ok(Answer::ok(&reservation.to_wire(order_id, id, &order, &view)))
}

/// What the reservation is and was, the newest state first.
pub(crate) fn revisions(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let (order_id, id) = (call.param("order"), call.param("reservation"));
    let (order, reservation) = Reservation::find(records, order_id, id)?;
    let mut all = Reservation::history(records, order_id, id);
    all.push(reservation);
    let to_wire = |revision: &Reservation| {
        // A revision is in the state in which it was made, whatever time has done to it since.
        let view = View {
            tenant_id: &call.caller.tenant_id,
            now: revision.updated_at,
            with_renewal: false,
        };
        let mut row = revision.to_wire(order_id, id, &order, &view);
        let number = revision.etag;
        row["id"] = format!("{}/revisions/{number}", wire::reservation_id(order_id, id)).into();
        row["name"] = format!("{order_id}/{id}/{number}").into();
        row["type"] = "microsoft.capacity/reservationOrders/reservations/revisions".into();
        if let Some(properties) = row["properties"].as_object_mut() {
            properties.remove("utilization");
        }
        row
    };
    let rows: Vec<Value> = all.iter().rev().map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}
