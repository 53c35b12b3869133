//! Requests to Microsoft's support: opening one, reading, changing and closing it, and what it can be
//! about.

use std::sync::Arc;

use azure::{OperationStatus, TicketStatus};
use serde_json::Value;

use crate::http::answer::etag;
use crate::http::{Answer, Call, Problem, page, sort};
use crate::records::json::Json;
use crate::records::operation::{Operation, Plan};
use crate::records::sentinel::Step;
use crate::records::ticket::{
    Classification, PATH, SERVICES, Service, Ticket, classification_id, knows_service, service_id,
};
use crate::records::{Customer, Document, RecordError, Records, Reservation, json, wire};
use crate::resources::activities::{self, Entry};
use crate::resources::operations;
use crate::resources::support::fields::{self, at};
use crate::resources::support::filter::conditions;

/// How long opening one takes here.
const SECONDS: i64 = 2;
/// Letters, digits, hyphens and underscores.
const NAME_BYTES_MAX: usize = 64;

/// Opens the ticket that an operation was started for.
///
/// # Errors
/// 409 when there is none to open.
pub(crate) fn open(records: &mut Records, ticket: Option<Arc<Ticket>>) -> Result<(), Problem> {
    let ticket = ticket.ok_or(RecordError::unreadable(Operation::KIND, "there is no ticket"))?;
    ticket.put(records);
    Ok(())
}

pub(crate) fn check_name(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let body = call.read_body()?;
    let name = body["name"].as_str().ok_or_else(|| Problem::invalid("name", "is required"))?;
    let (reason, message) = if !is_name(name) {
        ("Invalid", "A name has 1 to 64 letters, digits, hyphens and underscores.")
    } else if is_taken(records, name)? {
        ("AlreadyExists", "There is a support ticket with this name.")
    } else {
        ("", "")
    };
    let body = json!({ "nameAvailable": reason.is_empty(), "reason": reason, "message": message });
    Ok(Answer::ok(&body))
}

fn is_name(name: &str) -> bool {
    let is_known = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    (1..=NAME_BYTES_MAX).contains(&name.len()) && name.bytes().all(is_known)
}

/// Whether there is a ticket with this name, or will be.
fn is_taken(records: &Records, name: &str) -> Result<bool, Problem> {
    let is_planned = |operation: &Operation| {
        let Plan::OpenTicket(Some(ticket)) = &operation.plan else { return false };
        ticket.name().eq_ignore_ascii_case(name)
    };
    let exists = records.get::<Ticket>(&name.to_lowercase())?.is_some();
    Ok(exists || records.all().iter().any(|(_, operation)| is_planned(operation)))
}

pub(crate) fn create(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let body = call.read_body()?;
    let sent = &body["properties"];
    check_subject(records, call, sent)?;
    Customer::of(records)?.check_agreement()?;
    let name = call.param("ticket").to_owned();
    if !is_name(&name) {
        let message = "A name has 1 to 64 letters, digits, hyphens and underscores.";
        return Err(Problem::new(400, "InvalidParameter", message).of_field("supportTicketName"));
    }
    if is_taken(records, &name)? {
        let message = format!("There is a support ticket with the name '{name}'.");
        return Err(Problem::new(409, "Conflict", message));
    }
    call.check_match(None)?;
    let mut problems = fields::check_new(sent);
    let text = |field: &str| sent[field].as_str().unwrap_or_default();
    let problem = Classification::find(text("problemClassificationId"));
    let mut complain = |field: &str, why: &str| {
        problems.push((format!("properties.{field}"), why.to_owned()));
    };
    if !text("serviceId").is_empty() && !knows_service(text("serviceId")) {
        complain("serviceId", "is not the id of a service");
    }
    match &problem {
        None if text("problemClassificationId").is_empty() => {}
        Some(problem) if problem.service_id.eq_ignore_ascii_case(text("serviceId")) => {}
        _ => complain("problemClassificationId", "is not a problem type of the service"),
    }
    let (Some(problem), true) = (problem, problems.is_empty()) else {
        return Err(Problem::invalid_fields(problems));
    };

    let sent = fields::read(sent).map_err(Problem::invalid_fields)?;
    let number = (call.entropy)();
    let ticket = Ticket::new(&name, sent, &problem, call.now, number);
    let properties = &ticket.to_json()["properties"];
    let changes = ["title", "severity", "problemClassificationDisplayName", "supportTicketId"]
        .map(|field| (field, Value::Null, properties[field].clone()));
    let entry = Entry { target: format!("{PATH}/{name}"), changes: changes.to_vec(), quote: None };
    activities::record(records, call, entry);
    let stages = [(SECONDS, OperationStatus::Succeeded)];
    Ok(operations::start(records, call, Plan::OpenTicket(Some(Arc::new(ticket))), stages))
}

/// The reservation that a ticket is about, if it is about one, must be the customer's.
fn check_subject(records: &Records, call: &Call<'_>, sent: &Value) -> Result<(), Problem> {
    const FIELD: &str = "properties.technicalTicketDetails.resourceId";
    let id = &sent["technicalTicketDetails"]["resourceId"];
    if id.is_null() {
        return Ok(());
    }
    let (order, id) = id
        .as_str()
        .and_then(wire::parse_reservation_id)
        .ok_or_else(|| Problem::invalid(FIELD, "is not the full id of a reservation"))?;
    let (_, reservation) = Reservation::find(records, &order, &id)
        .map_err(|error| Problem::from(error).of_field(FIELD))?;
    call.check_sentinel(reservation.sentinel, Step::Change)
}

/// The ticket with this name in lower case.
///
/// # Errors
/// 404 when there is none.
fn find(records: &Records, name: &str) -> Result<Ticket, Problem> {
    records.get(name)?.ok_or_else(|| {
        let message = format!("The support ticket '{name}' was not found.");
        Problem::new(404, "ResourceNotFound", message)
    })
}

pub(crate) fn get(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    Ok(answer(&find(records, call.param("ticket"))?.to_json()))
}

/// The newest first.
pub(crate) fn list(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let conditions = conditions(call.query.get("$filter").unwrap_or_default())?;
    let holds = |ticket: &Ticket| conditions.iter().all(|it| it.holds(ticket.0.properties()));
    let mut rows: Vec<Value> = Vec::new();
    for (_, ticket) in records.all::<Ticket>() {
        if holds(&ticket) {
            rows.push(ticket.to_json());
        }
    }
    sort(&mut rows, &|left, right| created_date(right).cmp(&created_date(left)));
    Ok(Answer::ok(&page(&rows, call)?))
}

fn created_date(ticket: &Value) -> Option<&str> {
    ticket["properties"]["createdDate"].as_str()
}

pub(crate) fn change(records: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let body = call.read_body()?;
    let mut ticket = find(records, call.param("ticket"))?;
    let before = ticket.to_json();
    call.check_match(Some(&etag(&before)))?;
    check_subject(records, call, &before["properties"])?;
    Customer::of(records)?.check_agreement()?;
    // The API takes what changes with and without the wrapping that it answers with.
    let sent = if body["properties"].is_object() { &body["properties"] } else { &body };
    let problems = fields::check_change(sent);
    if !problems.is_empty() {
        return Err(Problem::invalid_fields(problems));
    }
    let kept = fields::read(sent).map_err(Problem::invalid_fields)?;
    let properties = ticket.0.properties_mut();
    replace(&mut properties.status, at(sent, "status").as_str().map(TicketStatus::parse));
    replace(&mut properties.severity, kept.severity);
    replace(&mut properties.contact_details, kept.contact_details);
    replace(&mut properties.advanced_diagnostic_consent, kept.advanced_diagnostic_consent);
    replace(&mut properties.secondary_consent, kept.secondary_consent);
    let mut after = ticket.to_json();
    let changes = activities::differences(&before, &after, fields::CHANGEABLE);
    if !changes.is_empty() {
        ticket.0.properties_mut().modified_date = Some(call.now.into());
        ticket.put(records);
        let target = ticket.0.id.clone().unwrap_or_default();
        activities::record(records, call, Entry { target, changes, quote: None });
        after = ticket.to_json();
    }
    Ok(answer(&after))
}

/// What is sent replaces what is there; what is not sent leaves it.
fn replace<T>(field: &mut Option<T>, sent: Option<T>) {
    if sent.is_some() {
        *field = sent;
    }
}

fn answer(ticket: &Value) -> Answer {
    Answer::ok(ticket).with_etag(&etag(ticket))
}

pub(crate) fn services(_: &mut Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let to_wire = |service: &Service| {
        json!({
            "id": service_id(service),
            "name": service.id,
            "type": "Microsoft.Support/services",
            "properties": { "displayName": service.name, "resourceTypes": [] },
        })
    };
    let rows: Vec<Value> = SERVICES.iter().map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}

pub(crate) fn problem_classifications(
    _: &mut Records,
    call: &mut Call<'_>,
) -> Result<Answer, Problem> {
    let id = call.param("service");
    let service = SERVICES.iter().find(|service| service.id == id).ok_or_else(|| {
        let message = format!("The service '{id}' was not found.");
        Problem::new(404, "ResourceNotFound", message)
    })?;
    let to_wire = |(id, name): &(&str, &str)| {
        json!({
            "id": classification_id(service, id),
            "name": id,
            "type": "Microsoft.Support/problemClassifications",
            "properties": { "displayName": name, "secondaryConsentEnabled": [] },
        })
    };
    let rows: Vec<Value> = service.classifications.iter().map(to_wire).collect();
    Ok(Answer::ok(&page(&rows, call)?))
}
