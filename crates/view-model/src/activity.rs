//! The record of what was changed at a customer's reservations, what each change was made to, and all of it as files
//! for other programs.
//!
//! The names and values in the files are those of the service, in every language of the page, so that a program
//! reads them anywhere.

use crate::address::ReservationRef;
use crate::csv::csv;
use crate::record;
use azure::{Reservation, ReservationId, Scope, Timestamp};
use chrono::{DateTime, Utc};
use serde_json::Value;

/// One change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Activity {
    /// The whole entry as the service wrote it.
    pub entry: Value,
    /// When it was made; nothing when the entry does not say.
    pub at: Option<DateTime<Utc>>,
    /// Who made it.
    pub name: String,
    /// The role in which that person worked.
    pub role: String,
    /// What was done, as Azure names operations:
    /// `Microsoft.Capacity/reservationOrders/return/action`.
    pub action: String,
    /// The full id of what it was done to.
    pub target: String,
    /// What is different since then.
    pub changes: Vec<Change>,
    /// The quote that was carried out: `policy`, `on`, and `input` and `answer` in the shape of the
    /// calculator's JSON interface. Null when there was none.
    pub quote: Value,
}

/// One value that is different.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// The name of the field in the record.
    pub field: String,
    /// What it held; null when there was nothing.
    pub before: Value,
    /// What it holds; null when there is nothing any more.
    pub after: Value,
}

impl Activity {
    /// Reads an entry. What it does not say stays empty, since even half an entry is worth showing.
    #[must_use]
    pub fn of(entry: Value) -> Self {
        let text =
            |pointer| entry.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
        let changes = entry["changes"].as_array().into_iter().flatten().map(|change| Change {
            field: change["field"].as_str().unwrap_or_default().to_owned(),
            before: change["before"].clone(),
            after: change["after"].clone(),
        });
        Self {
            at: Timestamp::parse(&text("/at")).ok().and_then(|at| at.at()),
            name: text("/by/name"),
            role: text("/by/role"),
            action: text("/action"),
            target: text("/target"),
            changes: changes.collect(),
            quote: entry["quote"].clone(),
            entry,
        }
    }
}

/// What was changed, and where it can be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What it is called; its id where nobody knows a name.
    pub name: String,
    /// Where it can be seen.
    pub place: Option<TargetPlace>,
}

/// Where something that was changed can be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetPlace {
    /// The record of a reservation.
    Reservation(ReservationRef),
    /// The support request with this name.
    SupportRequest(String),
    /// The customer's refund cap.
    Cap,
}

/// What the full id `target` stands for: a reservation, by its name where it is known; for an order, one of its
/// reservations. `reservations` are those of the customer, which know their names.
#[must_use]
pub fn target(target: &str, customer: &str, reservations: &[Reservation]) -> Target {
    if let Ok(id) = ReservationId::parse(target) {
        let found = reservations.iter().find(|it| it.id.as_ref() == Some(&id));
        return Target {
            name: name_or(found, id.name()),
            place: Some(TargetPlace::Reservation(ReservationRef::of(customer, &id))),
        };
    }
    if let Some((_, ticket)) = target.split_once("/supportTickets/") {
        let place = TargetPlace::SupportRequest(ticket.to_owned());
        return Target { name: ticket.to_owned(), place: Some(place) };
    }
    if let Some((_, entry)) = target.split_once("/ledgerEntries/") {
        return Target { name: entry.to_owned(), place: Some(TargetPlace::Cap) };
    }
    let Some(order) = Scope::from(target).reservation_order() else {
        return Target { name: target.to_owned(), place: None };
    };
    let within = |it: &&Reservation| it.id.as_ref().is_some_and(|it| it.order() == order);
    let found = reservations.iter().find(within);
    Target {
        name: name_or(found, order.name()),
        place: found
            .and_then(|found| found.id.as_ref())
            .map(|id| TargetPlace::Reservation(ReservationRef::of(customer, id))),
    }
}

fn name_or(record: Option<&Reservation>, id: &str) -> String {
    record.and_then(record::display_name).unwrap_or(id).to_owned()
}

/// A value without quotation marks, as programs read it; nothing for null.
#[must_use]
pub fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join(" + "),
        other => other.to_string(),
    }
}

/// The columns of the table, in their order.
const COLUMNS: [&str; 15] = [
    "id",
    "at",
    "name",
    "role",
    "action",
    "target",
    "changes",
    "policy",
    "on",
    "kind",
    "decision",
    "currencyCode",
    "paid",
    "credit",
    "payable",
];

/// The entries as the service wrote them.
#[must_use]
pub fn as_json(activities: &[Activity]) -> String {
    let entries: Value = activities.iter().map(|activity| activity.entry.clone()).collect();
    format!("{entries:#}\n")
}

/// One row for each entry: who, when, what, and the amounts of its quote.
#[must_use]
pub fn as_csv(activities: &[Activity]) -> String {
    let head = COLUMNS.map(ToOwned::to_owned).to_vec();
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(activities.iter().map(row)).collect();
    csv(&rows)
}

fn row(activity: &Activity) -> Vec<String> {
    let Activity { entry, name, role, action, target, changes, quote, .. } = activity;
    let answer = &quote["answer"];
    let changes: Vec<String> = changes.iter().map(change).collect();
    // What is paid out in the end: to the partner, or for an exchange by the partner.
    let payable = [&answer["payable"], &answer["netPayable"]];
    let payable = payable.into_iter().find(|amount| !amount.is_null()).unwrap_or(&Value::Null);
    vec![
        plain(&entry["id"]),
        plain(&entry["at"]),
        name.clone(),
        role.clone(),
        action.clone(),
        target.clone(),
        changes.join("; "),
        plain(&quote["policy"]),
        plain(&quote["on"]),
        plain(&answer["kind"]),
        plain(&answer["decision"]),
        plain(&answer["currencyCode"]),
        plain(&answer["paid"]),
        plain(&answer["credit"]),
        plain(payable),
    ]
}

fn change(Change { field, before, after }: &Change) -> String {
    format!("{field}: {} -> {}", plain(before), plain(after))
}
