//! Reading reservation orders.

use serde_json::Value;

use crate::http::answer::Answer;
use crate::http::call::Call;
use crate::http::paging::page;
use crate::http::problem::Problem;
use crate::records::customer::{Customer, billing_account_id};
use crate::records::documents::{Document, Records};
use crate::records::order::{Context, Order};
use crate::records::reservation::Reservation;
use crate::records::wire;
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
    let reservations: Vec<&str> = reservations.iter().map(|id| &id[prefix.len()..]).collect();
    let customer = Customer::known(records, &call.caller.tenant_id);
    let context = Context {
        reservations: &reservations,
        billing_account_id: &billing_account_id(&customer.billing_account),
        billing_profile: &customer.billing_profile,
        now: call.now,
        with_schedule,
    };
    order.to_wire(id, &context)
}
