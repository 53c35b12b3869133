//! Changing what a reservation is applied to, its name, its renewal and its flexibility.
//!
//! Only what is sent is changed, and what is sent must differ from what there is: so it is with
//! the API that this imitates.

use azure::{AppliedScopeType, InstanceFlexibility};
use calculator::BillingPlan;
use http::StatusCode;
use serde_json::{Map, Value};

use crate::http::{Answer, Call, Problem};
use crate::records::reservation::{Renewal, Scope};
use crate::records::{Customer, Records, Reservation, json, wire};
use crate::resources::activities::{self, Entry};
use crate::resources::reservations::named::NamedReservation;

/// Counted in characters; the longest names of real records have about a hundred.
pub(crate) const NAME_CHARS_MAX: usize = 128;

/// What the record of activities says about a change.
const RECORDED: &[&str] = &[
    "displayName",
    "appliedScopeType",
    "appliedScopes",
    "appliedScopeProperties",
    "instanceFlexibility",
    "renew",
    "reviewDateTime",
];

pub(crate) fn patch(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let body = call.read_body()?;
    let mut named = NamedReservation::of_path(records, call)?;
    named.check_change(records, call)?;
    named.check_runs(call)?;
    let sent = body["properties"].as_object();
    let mut sent = sent.ok_or_else(|| Problem::invalid("properties", "is required"))?.clone();
    // Clients of other languages write what they do not set as null.
    sent.retain(|_, value| !value.is_null());
    if sent.is_empty() {
        return Err(same("properties"));
    }

    let before = named.to_wire(call);
    let renewal_before = renewal_to_wire(&named.reservation);
    for (field, value) in &sent {
        set(&mut named.reservation, field, value)?;
    }
    if sent.keys().any(|field| field.starts_with("appliedScope")) {
        let scope = scope(&sent, &named.reservation.scope, &Customer::of(records)?)?;
        if scope == named.reservation.scope {
            let message = "The scope is the one that the reservation is applied to already.";
            return Err(Problem::new(400, "AppliedScopesSameAsExisting", message)
                .of_field("properties.appliedScopes"));
        }
        named.reservation.scope = scope;
    }
    if let Some(properties) = sent.get("renewProperties") {
        named.reservation.renewal = Some(renewal(&named, properties)?);
    }
    named.reservation.save(records, &named.order_id, &named.id, call.now)?;

    let after = named.to_wire(call);
    let mut changes = activities::differences(&before, &after, RECORDED);
    let renewal_after = renewal_to_wire(&named.reservation);
    if renewal_before != renewal_after {
        changes.push(("renewProperties", renewal_before, renewal_after));
    }
    let entry = Entry { target: named.full_id(), changes, quote: None };
    activities::record(records, call, entry);
    Ok(Answer::ok(&after))
}

/// Sets one field that stands for itself.
fn set(reservation: &mut Reservation, field: &str, value: &Value) -> Result<(), Problem> {
    let path = format!("properties.{field}");
    let wrong = |why: &str| Problem::invalid(path.as_str(), why);
    let is_same = match field {
        "name" => {
            let name = value.as_str().map(str::trim).unwrap_or_default();
            if !(1..=NAME_CHARS_MAX).contains(&name.chars().count()) {
                let why = format!("must have 1 to {NAME_CHARS_MAX} characters");
                return Err(wrong(&why));
            }
            std::mem::replace(&mut reservation.display_name, name.to_owned()) == name
        }
        "instanceFlexibility" => {
            let wanted = value.as_str().map(InstanceFlexibility::parse);
            let wanted = wanted.filter(|it| InstanceFlexibility::KNOWN.contains(it));
            let wanted = wanted.ok_or_else(|| wrong("must be On or Off"))?;
            let existing = reservation.instance_flexibility.replace(wanted.clone());
            let existing = existing.ok_or_else(|| wrong("does not exist for this product"))?;
            existing == wanted
        }
        "renew" => {
            let renew = value.as_bool().ok_or_else(|| wrong("must be true or false"))?;
            if !renew {
                reservation.renewal = None;
            }
            std::mem::replace(&mut reservation.renew, renew) == renew
        }
        "reviewDateTime" => {
            let time = value.as_str().and_then(wire::parse_time);
            let time = time.ok_or_else(|| wrong("must be a time such as 2026-01-31T00:00:00Z"))?;
            reservation.review_at.replace(time) == Some(time)
        }
        "appliedScopeType" | "appliedScopes" | "appliedScopeProperties" | "renewProperties" => {
            false
        }
        _ => return Err(wrong("cannot be changed")),
    };
    if is_same { Err(same(&path)) } else { Ok(()) }
}

fn same(field: &str) -> Problem {
    let message = format!("{field}: is the same as before. Send only what changes.");
    Problem::new(400, "PatchValuesSameAsExisting", message).of_field(field)
}

/// The scope that three fields describe together. A type that is not sent stays as it is.
///
/// # Errors
/// 400 that names the field at fault.
pub(crate) fn scope(
    sent: &Map<String, Value>,
    now: &Scope,
    customer: &Customer,
) -> Result<Scope, Problem> {
    const SCOPES: &str = "properties.appliedScopes";
    let wanted = match sent.get("appliedScopeType") {
        None => now.kind(),
        Some(kind) => AppliedScopeType::parse(kind.as_str().unwrap_or_default()),
    };
    let scopes = sent.get("appliedScopes").map(|scopes| {
        let all: Option<Vec<&str>> = scopes.as_array()?.iter().map(Value::as_str).collect();
        all
    });
    let scopes = scopes.unwrap_or(Some(Vec::new()));
    let scopes = scopes.ok_or_else(|| Problem::invalid(SCOPES, "must be an array of ids"))?;
    let property = |name: &str| sent.get("appliedScopeProperties")?[name].as_str();
    if wanted != AppliedScopeType::Single && !scopes.is_empty() {
        return Err(Problem::invalid(SCOPES, "belongs to a single scope only"));
    }
    if property("tenantId").is_some_and(|id| !id.eq_ignore_ascii_case(&customer.tenant_id)) {
        return Err(not_of_the_customer("properties.appliedScopeProperties.tenantId"));
    }
    match wanted {
        AppliedScopeType::Shared => Ok(Scope::Shared),
        AppliedScopeType::Single => {
            let described = property("resourceGroupId").or_else(|| property("subscriptionId"));
            let id = match scopes[..] {
                [only] => only,
                [] => described.ok_or_else(|| {
                    let message = "A single scope needs the id of what it is.";
                    Problem::new(400, "MissingAppliedScopesForSingle", message).of_field(SCOPES)
                })?,
                _ => {
                    let message = "A single scope has exactly one id.";
                    return Err(Problem::new(400, "InvalidSingleAppliedScopesCount", message)
                        .of_field(SCOPES));
                }
            };
            customer.single_scope(id).ok_or_else(|| not_of_the_customer(SCOPES))
        }
        AppliedScopeType::ManagementGroup => {
            const FIELD: &str = "properties.appliedScopeProperties.managementGroupId";
            let id = property("managementGroupId")
                .ok_or_else(|| Problem::invalid(FIELD, "is required for a management group"))?;
            customer.management_scope(id).ok_or_else(|| not_of_the_customer(FIELD))
        }
        AppliedScopeType::Other(_) => {
            let why = "must be Shared, Single or ManagementGroup";
            Err(Problem::invalid("properties.appliedScopeType", why))
        }
    }
}

fn not_of_the_customer(field: &str) -> Problem {
    let message = format!("{field}: is not a scope of the customer.");
    Problem::new(400, "AppliedScopesNotAssociatedWithCommerceAccount", message).of_field(field)
}

/// Reads what a renewal shall buy. Another product, region or term would have a price that nobody
/// has agreed to yet.
fn renewal(named: &NamedReservation, properties: &Value) -> Result<Renewal, Problem> {
    let NamedReservation { order, reservation, .. } = named;
    let at = |name: &str| format!("properties.renewProperties.purchaseProperties.{name}");
    if !reservation.renew {
        let why = "belongs to a renewal, which is off";
        return Err(Problem::invalid("properties.renewProperties", why));
    }
    let purchase = &properties["purchaseProperties"];
    let details = &purchase["properties"];
    for (field, found, expected) in [
        ("sku.name", &purchase["sku"]["name"], reservation.sku_name.as_str()),
        ("location", &purchase["location"], reservation.location.as_str()),
        (
            "properties.reservedResourceType",
            &details["reservedResourceType"],
            reservation.resource_type.as_str(),
        ),
        ("properties.term", &details["term"], &order.term.to_string()),
    ] {
        let is_same = |text: &str| text.eq_ignore_ascii_case(expected);
        if !(found.is_null() || found.as_str().is_some_and(is_same)) {
            return Err(Problem::invalid(at(field), format!("must stay '{expected}'")));
        }
    }
    let quantity = match &details["quantity"] {
        Value::Null => Some(reservation.quantity),
        quantity => quantity.as_u64().and_then(|units| u32::try_from(units).ok()),
    };
    let quantity = quantity
        .filter(|quantity| (1..=calculator::QUANTITY_MAX).contains(quantity))
        .ok_or_else(|| Problem::invalid(at("properties.quantity"), "must be at least 1"))?;
    let billing_plan = match &details["billingPlan"] {
        Value::Null => Some(order.billing_plan),
        wanted => wanted.as_str().and_then(|plan| BillingPlan::parse(plan).ok()),
    };
    let billing_plan = billing_plan.ok_or_else(|| {
        Problem::invalid(at("properties.billingPlan"), "must be Upfront or Monthly")
    })?;
    let renewal = Renewal { quantity, billing_plan };
    if reservation.renewal.as_ref() == Some(&renewal) {
        return Err(same("properties.renewProperties"));
    }
    Ok(renewal)
}

fn renewal_to_wire(reservation: &Reservation) -> Value {
    serde_json::to_value(&reservation.renewal).unwrap_or_default()
}

pub(crate) fn archive(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    put(records, call, true)
}

pub(crate) fn unarchive(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    put(records, call, false)
}

/// Puts an ended reservation away, or takes it out again.
///
/// Which states allow it is not documented. Here it is those in which nothing can happen to the
/// reservation any more, so that nothing that costs or gives money can be hidden.
fn put(records: &mut Records, call: &mut Call<'_>, archived: bool) -> Result<Answer, Problem> {
    let mut named = NamedReservation::of_path(records, call)?;
    named.check_change(records, call)?;
    let state = named.reservation.state_at(&named.order, call.now);
    if archived && !state.phase().is_final() {
        let message = format!("A reservation in the state '{state}' cannot be archived.");
        return Err(Problem::wrong_state(message));
    }
    // Asking twice is no mistake, and changes nothing.
    if named.reservation.archived != archived {
        named.reservation.archived = archived;
        named.reservation.save(records, &named.order_id, &named.id, call.now)?;
        let changes = vec![("archived", json!(!archived), json!(archived))];
        let entry = Entry { target: named.full_id(), changes, quote: None };
        activities::record(records, call, entry);
    }
    Ok(Answer { status: StatusCode::OK, ..Answer::no_content() })
}
