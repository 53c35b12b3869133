//! Whether what is stored is what was acknowledged: all of it, in order, once, none of it half.

use std::collections::{BTreeMap, BTreeSet};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::client::Client;
use crate::work::{Change, Customer, Item, Kind, Outcome, RESERVATIONS, sent, was_made};

/// How long a return may be on its way.
const SETTLED: Duration = Duration::from_secs(60);
/// Every so many of the changes that were made are sent again.
const SENT_AGAIN: usize = 5;

/// What is wrong; nothing, if all is as it should be.
pub(crate) fn wrong(client: Client, customers: &[Customer], changes: &[Change]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (place, change) in changes.iter().enumerate() {
        let is_known = was_made(client, change);
        if is_known != (change.outcome == Outcome::Made) {
            wrong.push(format!("{:?}, though known is {is_known}: {change:?}", change.outcome));
        } else if let Some(first) = change.answer.as_ref().filter(|_| place % SENT_AGAIN == 0) {
            let again = sent(client, change).expect("the server answers");
            if (again.status, &again.text) != (first.status, &first.text) {
                wrong.push(format!("sent again: {} instead of {}", again.text, first.text));
            }
        }
    }
    for customer in customers {
        let of_customer: Vec<&Change> =
            changes.iter().filter(|change| change.tenant == customer.tenant).collect();
        wrong.extend(wrong_of_customer(client, customer, &of_customer));
    }
    for row in client.rows("", "/providers/Prorata/customerSummaries") {
        let number = |field: &str| row[field].as_str().and_then(|it| it.parse::<f64>().ok());
        let (used, limit) = (number("limitUsedUsd"), number("limitUsd"));
        if used.zip(limit).is_none_or(|(used, limit)| used > limit) {
            wrong.push(format!("{}: {used:?} of {limit:?} USD", row["displayName"]));
        }
    }
    wrong
}

fn wrong_of_customer(client: Client, customer: &Customer, changes: &[&Change]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut activities = client.rows(&customer.tenant, "/providers/Prorata/activities");
    activities.reverse();

    // Once each, and in the order in which each client was told.
    let mut last: BTreeMap<usize, usize> = BTreeMap::new();
    for change in changes {
        let places: Vec<usize> = activities
            .iter()
            .enumerate()
            .filter(|(_, entry)| is_of(entry, &change.kind))
            .map(|(place, _)| place)
            .collect();
        let expected = match (&change.kind, change.outcome) {
            (Kind::Return { .. }, _) => continue,
            (_, Outcome::Made) => 1,
            (_, Outcome::NotMade) => 0,
        };
        if places.len() != expected {
            wrong.push(format!("{} times in the record: {change:?}", places.len()));
        }
        if let Some(place) = places.first() {
            if last.get(&change.client).is_some_and(|last| last >= place) {
                wrong.push(format!("before what came before it: {change:?}"));
            }
            last.insert(change.client, *place);
        }
    }

    // The record of activities and the records themselves say the same.
    let entries = client.rows(&customer.tenant, "/providers/Prorata/ledgerEntries");
    let entries: BTreeSet<String> =
        entries.iter().filter_map(|entry| entry["name"].as_str().map(str::to_owned)).collect();
    let entered = changes.iter().filter(|change| change.outcome == Outcome::Made);
    let entered: BTreeSet<String> = entered
        .filter_map(|change| match &change.kind {
            Kind::Enter { entry } => Some(entry.clone()),
            _ => None,
        })
        .collect();
    if entries != entered {
        wrong.push(format!("entries are {entries:?} instead of {entered:?}"));
    }
    let present = settled(client, customer);
    for item in &customer.items {
        wrong.extend(wrong_of_item(item, &present, &activities, changes));
    }
    wrong
}

/// The reservations of a customer once nothing is under way any more.
fn settled(client: Client, customer: &Customer) -> BTreeMap<String, Value> {
    let until = Instant::now() + SETTLED;
    loop {
        let rows = client.rows(&customer.tenant, RESERVATIONS);
        let is_pending = |row: &Value| row["properties"]["provisioningState"] == "Pending";
        if !rows.iter().any(is_pending) || Instant::now() > until {
            let id = |row: &Value| row["id"].as_str().unwrap_or_default().to_ascii_lowercase();
            return rows.iter().map(|row| (id(row), row["properties"].clone())).collect();
        }
        thread::sleep(Duration::from_millis(200));
    }
}

fn wrong_of_item(
    item: &Item,
    present: &BTreeMap<String, Value>,
    activities: &[Value],
    changes: &[&Change],
) -> Vec<String> {
    let mut wrong = Vec::new();
    let id = item.id.to_ascii_lowercase();
    let is_here = |entry: &&Value| {
        entry["target"].as_str().is_some_and(|target| target.eq_ignore_ascii_case(&id))
    };
    let of_item: Vec<&Value> = activities.iter().filter(is_here).collect();
    let is_return = |entry: &&&Value| {
        entry["action"].as_str().is_some_and(|action| action.ends_with("/return/action"))
    };
    let mut quantity = item.quantity;
    let mut returns = 0;
    for entry in of_item.iter().filter(is_return) {
        let change = &entry["changes"][0];
        let (before, after) = (change["before"].as_u64(), change["after"].as_u64());
        if (before, after) != (Some(quantity), quantity.checked_sub(1)) {
            wrong.push(format!("a return from {before:?} to {after:?} of {quantity}: {id}"));
        }
        quantity = after.unwrap_or_default();
        returns += 1;
    }
    let made = changes.iter().filter(|change| {
        let is_it = matches!(&change.kind, Kind::Return { item } if item.eq_ignore_ascii_case(&id));
        is_it && change.outcome == Outcome::Made
    });
    let made = made.count();
    if made != returns {
        wrong.push(format!("{returns} returns are recorded and {made} were acknowledged: {id}"));
    }
    let now = present.get(&id).cloned().unwrap_or_default();
    // A reservation of which nothing is left keeps the number that it had.
    if now["quantity"].as_u64() != Some(quantity) && quantity > 0 {
        wrong.push(format!("the quantity is {} instead of {quantity}: {id}", now["quantity"]));
    }
    let name = |entry: &&Value| {
        let changes = entry["changes"].as_array().cloned().unwrap_or_default();
        let renamed = |change: Value| {
            let name = change["after"].as_str()?;
            name.starts_with("Name ").then(|| name.to_owned())
        };
        changes.into_iter().find_map(renamed)
    };
    let named = of_item.iter().filter_map(name).next_back();
    if named.is_some_and(|named| now["displayName"] != named) {
        wrong.push(format!("the name is {}: {id}", now["displayName"]));
    }
    wrong
}

fn is_of(entry: &Value, kind: &Kind) -> bool {
    match kind {
        Kind::Rename { name } => {
            let changes = entry["changes"].as_array();
            changes.is_some_and(|changes| changes.iter().any(|it| it["after"] == name.as_str()))
        }
        Kind::Enter { entry: id } => {
            entry["target"].as_str().is_some_and(|target| target.ends_with(id.as_str()))
        }
        Kind::Return { .. } => false,
    }
}
