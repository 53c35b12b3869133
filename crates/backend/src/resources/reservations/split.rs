//! Splitting a reservation into two of the same order.

use azure::OperationStatus;
use calculator::ProvisioningState;
use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::http::{Answer, Call, Problem};
use crate::records::operation::{Plan, Split};
use crate::records::{Records, json, wire};
use crate::resources::activities::{self, Entry};
use crate::resources::operations;
use crate::resources::reservations::named::NamedReservation;

/// How long it takes here.
const SECONDS: i64 = 3;

pub(crate) fn split(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let body = call.read_body()?;
    let sent = &body["properties"];
    let field = "properties.reservationId";
    let mut source = NamedReservation::of_field(records, call, field, &sent["reservationId"])?;
    source.check_change(records, call)?;
    source.check_runs(call)?;
    let quantities = quantities(&sent["quantities"], source.reservation.quantity)?;

    let ids = [call.new_guid(), call.new_guid()];
    let full_ids = ids.each_ref().map(|id| wire::reservation_id(&source.order_id, id));
    let changes = vec![
        ("quantity", json!(source.reservation.quantity), json!(quantities)),
        ("splitProperties.splitDestinations", Value::Null, json!(full_ids)),
        ("renew", json!(source.reservation.renew), json!(false)),
    ];
    let entry = Entry { target: source.full_id(), changes, quote: None };
    activities::record(records, call, entry);
    source.put_pending(records, call)?;
    source.order.put_pending(records, &source.order_id);
    let parts = ids.into_iter().zip(quantities).collect();
    let plan = Plan::Split(Split { order: source.order_id, source: source.id, parts });
    Ok(operations::start(records, call, plan, [(SECONDS, OperationStatus::Succeeded)]))
}

/// Two quantities above zero that are the whole together.
fn quantities(sent: &Value, whole: u32) -> Result<[u32; 2], Problem> {
    let wrong = |why: String| Problem::invalid("properties.quantities", why);
    let all: Option<Vec<u32>> = sent
        .as_array()
        .and_then(|sent| sent.iter().map(|units| u32::try_from(units.as_u64()?).ok()).collect());
    let all: Option<[u32; 2]> = all.and_then(|all| all.try_into().ok());
    let [first, second] = all.ok_or_else(|| wrong("must be two whole numbers".to_owned()))?;
    if first == 0 || second == 0 {
        return Err(wrong("must both be at least 1".to_owned()));
    }
    if first.checked_add(second) != Some(whole) {
        return Err(wrong(format!("must add up to {whole}, the quantity of the reservation")));
    }
    Ok([first, second])
}

/// Makes the reservations and ends the one that they come from. The ids of all are returned.
///
/// # Errors
/// 409 when what is stored cannot be read, or the parts are not the whole.
pub(crate) fn finish(
    records: &mut Records,
    plan: &Split,
    at: DateTime<Utc>,
) -> Result<Value, Problem> {
    let mut source = NamedReservation::find(records, &plan.order, &plan.source)?;
    let units = plan.parts.iter().map(|(_, units)| u64::from(*units));
    if units.sum::<u64>() != u64::from(source.reservation.quantity) {
        return Err(Problem::wrong_state("The parts are not the whole reservation any more."));
    }
    let mut all = Vec::new();
    for (id, quantity) in &plan.parts {
        let mut reservation = source.reservation.part(&source.full_id(), *quantity);
        reservation.state = ProvisioningState::Succeeded;
        reservation.save_part(records, &source.order_id, (&source.id, id), at)?;
        let destination = wire::reservation_id(&source.order_id, id);
        source.reservation.links.split_destinations.push(destination);
        all.push(id);
    }
    source.reservation.end(ProvisioningState::Split, at.date_naive());
    source.reservation.save(records, &source.order_id, &source.id, at)?;
    source.order.settle(records, &source.order_id);
    all.push(&plan.source);
    Ok(json!(all))
}
