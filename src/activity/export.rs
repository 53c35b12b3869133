//! The record of changes as files for other programs. Their names and values are those of the service, in
//! every language of the page, so that a program reads them anywhere.

use super::words::plain;
use crate::api::{Activity, Change};
use serde_json::Value;
use view_model::csv::csv;

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
