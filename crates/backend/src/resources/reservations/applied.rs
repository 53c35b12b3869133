//! Which orders have a reservation that is applied to a subscription.

use serde_json::Value;

use crate::http::{Answer, Call, Problem};
use crate::records::reservation::Scope;
use crate::records::{Customer, Document, Order, Records, Reservation, json, wire};

/// All in one answer: Microsoft's clients read the list within the object, and follow no link there.
pub(crate) fn get(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let customer = Customer::of(records)?;
    let subscription = call.param("subscription");
    customer.check_subscription(subscription)?;
    let mut orders: Vec<Value> = Vec::new();
    for id in records.ids_below(Order::KIND, "") {
        // One that cannot be read may be applied to it: better no list than one without it.
        let order = Order::find(records, id)?;
        for reservation in records.ids_below(Reservation::KIND, &Reservation::document_id(id, "")) {
            let Some(reservation) = records.get::<Reservation>(reservation)? else { continue };
            let gives_benefit = reservation.state_at(&order, call.now).phase().gives_benefit();
            if gives_benefit && reservation.scope.covers(subscription, &customer.tenant_id) {
                orders.push(wire::order_id(id).into());
                break;
            }
        }
    }
    let id =
        format!("/subscriptions/{subscription}/providers/microsoft.capacity/AppliedReservations");
    Ok(Answer::ok(&json!({
        "id": format!("{id}/default"),
        "name": "default",
        "type": "Microsoft.Capacity/AppliedReservations",
        "properties": { "reservationOrderIds": { "value": orders } },
    })))
}

impl Scope {
    /// Whether the benefit is known to reach a subscription of the tenant. Which subscriptions stand below a
    /// management group is not known here, but for the group of the tenant, which has its name and holds all.
    fn covers(&self, subscription: &str, tenant_id: &str) -> bool {
        match self {
            Self::Shared => true,
            Self::Single { subscription: own, .. } => own.eq_ignore_ascii_case(subscription),
            Self::ManagementGroup { group, .. } => group.eq_ignore_ascii_case(tenant_id),
            Self::Unknown => false,
        }
    }
}
