//! Merging reservations of one order into one.

use azure::OperationStatus;
use calculator::ProvisioningState;
use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::http::{Answer, Call, Problem};
use crate::records::operation::{Merge, Plan};
use crate::records::reservation::Links;
use crate::records::usage::{Course, Usage};
use crate::records::{RecordError, Records, json, wire};
use crate::resources::activities::{self, Entry};
use crate::resources::operations;
use crate::resources::reservations::named::NamedReservation;

/// How long it takes here.
const SECONDS: i64 = 3;
/// How many can be merged at once.
const SOURCES_MAX: usize = 100;
const FIELD: &str = "properties.sources";

pub(crate) fn merge(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let body = call.read_body()?;
    let sent = body["properties"]["sources"].as_array();
    let sent = sent.filter(|sent| (2..=SOURCES_MAX).contains(&sent.len())).ok_or_else(|| {
        Problem::invalid(FIELD, "must be the full ids of at least two reservations")
    })?;
    let mut sources: Vec<NamedReservation> = sent
        .iter()
        .map(|id| NamedReservation::of_field(records, call, FIELD, id))
        .collect::<Result<_, Problem>>()?;
    for source in &sources {
        source.check_change(records, call)?;
        source.check_runs(call)?;
    }
    check_alike(&sources)?;

    let id = call.new_guid();
    let full_ids: Vec<String> = sources.iter().map(NamedReservation::full_id).collect();
    let order_id = call.param("order").to_owned();
    let quantities: Vec<u32> = sources.iter().map(|source| source.reservation.quantity).collect();
    let sum: u64 = quantities.iter().copied().map(u64::from).sum();
    let renewed: Vec<bool> = sources.iter().map(|source| source.reservation.renew).collect();
    let entry = Entry {
        target: wire::reservation_id(&order_id, &id),
        changes: vec![
            ("quantity", json!(quantities), json!(sum)),
            ("mergeProperties.mergeSources", Value::Null, json!(full_ids)),
            ("renew", json!(renewed), json!(false)),
        ],
        quote: None,
    };
    activities::record(records, call, entry);
    for source in &mut sources {
        source.put_pending(records, call)?;
    }
    sources[0].order.put_pending(records, &order_id);
    let sources = sources.into_iter().map(|source| source.id).collect();
    let plan = Plan::Merge(Merge { order: order_id, sources, destination: id });
    Ok(operations::start(records, call, plan, [(SECONDS, OperationStatus::Succeeded)]))
}

/// Whether the reservations differ in nothing but quantity, name and the like.
fn check_alike(sources: &[NamedReservation]) -> Result<(), Problem> {
    let [first, others @ ..] = sources else { return Ok(()) };
    for (place, other) in others.iter().enumerate() {
        let (a, b) = (&first.reservation, &other.reservation);
        let is_again = sources[..=place].iter().any(|earlier| earlier.id == other.id);
        let why = if is_again {
            "names a reservation twice"
        } else if (&a.sku_name, &a.resource_type, &a.location)
            != (&b.sku_name, &b.resource_type, &b.location)
        {
            "names different products"
        } else if a.scope != b.scope {
            "names reservations with different scopes"
        } else if a.instance_flexibility != b.instance_flexibility {
            "names reservations with and without instance size flexibility"
        } else {
            continue;
        };
        return Err(Problem::invalid(FIELD, why));
    }
    let sum =
        sources.iter().try_fold(0_u32, |sum, source| sum.checked_add(source.reservation.quantity));
    match sum {
        Some(sum) if sum <= calculator::QUANTITY_MAX => Ok(()),
        _ => Err(Problem::invalid(FIELD, "have too many units together")),
    }
}

/// Makes the one reservation and ends those that it comes from. The ids of all are returned.
///
/// # Errors
/// 409 when what is stored cannot be read.
pub(crate) fn finish(
    records: &mut Records,
    plan: &Merge,
    at: DateTime<Utc>,
) -> Result<Value, Problem> {
    let Merge { order: order_id, sources, destination } = plan;
    let ids = sources.iter();
    let mut sources: Vec<NamedReservation> = ids
        .map(|id| NamedReservation::find(records, order_id, id))
        .collect::<Result<_, RecordError>>()?;
    let first =
        sources.first().ok_or_else(|| RecordError::unreadable(destination, "no sources"))?;
    let (mut order, first_id) = (first.order.clone(), first.id.clone());
    let mut merged = first.reservation.clone();
    merged.quantity = sources.iter().map(|source| source.reservation.quantity).sum();
    // Units that were used stay used: what a refund pays can depend on it.
    let rank = |usage: Usage| (usage.course != Course::Unused, usage.percent);
    if let Some(used) = sources.iter().max_by_key(|source| rank(source.reservation.usage)) {
        merged.usage = used.reservation.usage;
    }
    merged.state = ProvisioningState::Succeeded;
    merged.renew = false;
    merged.renewal = None;
    merged.origin = None;
    merged.etag = 0;
    merged.links = Links {
        merge_sources: sources.iter().map(NamedReservation::full_id).collect(),
        ..Links::default()
    };
    merged.save_part(records, order_id, (&first_id, destination), at)?;
    let mut all: Vec<String> = Vec::new();
    for source in &mut sources {
        let reservation = &mut source.reservation;
        reservation.links.merge_destination = Some(wire::reservation_id(order_id, destination));
        reservation.end(ProvisioningState::Merged, at.date_naive());
        reservation.save(records, order_id, &source.id, at)?;
        all.push(source.id.clone());
    }
    order.settle(records, order_id);
    all.push(destination.clone());
    Ok(json!(all))
}
