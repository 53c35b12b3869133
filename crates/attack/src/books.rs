//! What a customer must have, kept apart from the service: units, promises and records.
//!
//! The books are opened on what the service says at the beginning. From then on they follow what was
//! acknowledged, and at an audit the service has to agree with them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::ask::{Ask, Intent, Reply};
use crate::rules::{Held, Rule, hold};
use crate::tenant::{id_of, order_of, units_of};

/// The yearly limit.
const LIMIT_USD: i64 = 50_000;
/// Days for which a cancellation counts.
const LIMIT_DAYS: u64 = 365;
/// How long a change that was accepted or made is remembered.
pub(crate) const RESULT_KEPT: TimeDelta = TimeDelta::hours(24);
/// How long a quote can be carried out.
const QUOTE_KEPT: TimeDelta = TimeDelta::minutes(10);

/// States in which a reservation stays for good, and those of one that runs.
const SETTLED: &[&str] =
    &["Succeeded", "Cancelled", "Expired", "Split", "Merged", "Failed", "BillingFailed"];

/// What the service says about a customer at one moment.
#[derive(Clone, Default, Debug)]
pub(crate) struct Findings {
    pub(crate) rows: Vec<Value>,
    pub(crate) transactions: Vec<Value>,
    pub(crate) activities: Vec<Value>,
    /// What counts against the limit today; nothing on a day that the records are ahead of, from
    /// where what has become free since seems to count with what has come since.
    pub(crate) used_usd: Option<Decimal>,
}

/// An operation that was accepted, and when.
#[derive(Clone, Debug)]
pub(crate) struct Accepted {
    pub(crate) path: String,
    pub(crate) at: DateTime<Utc>,
    /// How long its result can be asked for at least.
    pub(crate) kept: TimeDelta,
}

/// The books of one customer.
#[derive(Clone, Default, Debug)]
pub(crate) struct Books {
    /// Units by order, but for what was split or merged.
    units: BTreeMap<String, u64>,
    /// Units by order that were given back.
    given_back: BTreeMap<String, u64>,
    /// Reservations that were not settled from the beginning.
    unsettled: BTreeSet<String>,
    /// The most that counted against the limit in any year, from the beginning.
    most_usd: Decimal,
    bought: BTreeSet<String>,
    names: BTreeMap<String, String>,
    made: BTreeSet<String>,
    activities: BTreeSet<String>,
    pub(crate) accepted: Vec<Accepted>,
    /// What exchanges by their session give back.
    exchanges: BTreeMap<String, Vec<(String, u64)>>,
    /// Whether every change since the books were opened is known.
    pub(crate) is_complete: bool,
}

impl Books {
    /// Opens the books on what there is.
    pub(crate) fn open(found: &Findings) -> Self {
        let unsettled = found.rows.iter().filter(|row| !is_settled(row));
        Self {
            units: units(&found.rows),
            given_back: given_back(&found.rows),
            unsettled: unsettled.map(|row| id_of(row).to_lowercase()).collect(),
            most_usd: most_in_a_year(&found.transactions),
            is_complete: true,
            ..Self::default()
        }
    }

    /// Opens the books again where not everything is known; what is known to be recorded stays.
    pub(crate) fn reopen(&mut self, found: &Findings) {
        let activities = std::mem::take(&mut self.activities);
        let (unsettled, most_usd) = (std::mem::take(&mut self.unsettled), self.most_usd);
        *self = Self { activities, unsettled, most_usd, ..Self::open(found) };
    }

    /// Books the record of a change that the store has committed.
    pub(crate) fn recorded(&mut self, key: &str) {
        if let Some(id) = key.strip_prefix("activity/") {
            self.activities.insert(id.to_owned());
        }
    }

    /// Books what the quote of an exchange would give back.
    pub(crate) fn quoted(&mut self, result: &Value) {
        let properties = &result["properties"];
        let Some(session) = properties["sessionId"].as_str() else { return };
        let lines = properties["reservationsToExchange"].as_array().into_iter().flatten();
        let line = |line: &Value| {
            let id = line["reservationId"].as_str().unwrap_or_default().to_lowercase();
            let order = id.split("/reservations/").next().unwrap_or_default().to_owned();
            (order, line["quantity"].as_u64().unwrap_or(0))
        };
        self.exchanges.insert(session.to_owned(), lines.map(line).collect());
    }

    /// Books a change that was made, by its answer.
    pub(crate) fn done(&mut self, ask: &Ask, reply: &Reply, at: DateTime<Utc>) {
        let path = ask.path();
        let place = reply.place().filter(|_| reply.status == 202 && !path.ends_with("/return"));
        if let Some(path) = place {
            let is_quote = ask.path().ends_with("/calculateexchange");
            let kept = if is_quote { QUOTE_KEPT } else { RESULT_KEPT };
            self.accepted.push(Accepted { path, at, kept });
        }
        let body = &reply.body;
        if path.ends_with("/return") {
            let id = body["id"].as_str().unwrap_or_default().to_lowercase();
            let order = id.split("/reservations/").next().unwrap_or_default().to_owned();
            self.give_back(order, body["properties"]["quantity"].as_u64().unwrap_or(0));
        } else if path.ends_with("/exchange") {
            self.exchanged(&ask.body);
        } else if ask.method == "PATCH" && path.contains("/reservations/") {
            let name = body["properties"]["displayName"].as_str().unwrap_or_default();
            self.names.insert(id_of(body).to_lowercase(), name.to_owned());
        } else if ask.method == "DELETE" {
            self.made.remove(&path);
        } else if ask.method == "PUT" && !path.starts_with("/providers/prorata/") {
            if path.contains("/reservationorders/") && !path.contains("/roleassignments/") {
                self.bought.insert(id_of(body).to_lowercase());
            }
            self.made.insert(path);
        }
    }

    /// Books a change that was made although nobody got an answer, by what was meant.
    pub(crate) fn done_unseen(&mut self, ask: &Ask) {
        match (&ask.intent, ask.is_exact) {
            (Intent::Return { order, units }, true) => self.give_back(order.clone(), *units),
            (Intent::Exchange, true) => self.exchanged(&ask.body),
            (Intent::Buy { order }, true) => drop(self.bought.insert(order.clone())),
            (Intent::Rename { reservation, name }, true) => {
                self.names.insert(reservation.clone(), name.clone());
            }
            (Intent::Change, true) => {}
            _ => self.is_complete = false,
        }
        if ask.method == "DELETE" {
            self.made.remove(&ask.path());
        }
    }

    /// Forgets names that several people have given at once.
    pub(crate) fn forget_name(&mut self, reservation: &str) {
        self.names.remove(reservation);
    }

    fn give_back(&mut self, order: String, units: u64) {
        *self.given_back.entry(order).or_default() += units;
    }

    fn exchanged(&mut self, body: &[u8]) {
        let body: Value = serde_json::from_slice(body).unwrap_or(Value::Null);
        let session = body["properties"]["sessionId"].as_str().unwrap_or_default().to_lowercase();
        match self.exchanges.get(&session).cloned() {
            Some(lines) => {
                lines.into_iter().for_each(|(order, units)| self.give_back(order, units))
            }
            None => self.is_complete = false,
        }
    }

    /// What must be there when it is asked for.
    pub(crate) fn made(&self) -> impl Iterator<Item = &String> {
        self.made.iter()
    }

    /// Compares the books with what the service says once everything has had its time.
    pub(crate) fn audit(&self, found: &Findings, original: impl Fn(&str) -> Option<u64>) -> Held {
        for row in &found.rows {
            let id = id_of(row).to_lowercase();
            let say = || format!("{id} is {}", row["properties"]["provisioningState"]);
            hold(Rule::NothingPending, is_settled(row) || self.unsettled.contains(&id), say)?;
        }
        self.audit_units(&found.rows, original)?;
        self.audit_cap(found)?;
        check_links(&found.rows)?;
        let known: BTreeSet<&str> = found.activities.iter().map(id_of).collect();
        for id in &self.activities {
            let say = || format!("the activity {id} is not in the record");
            hold(Rule::Acknowledged, known.contains(id.as_str()), say)?;
        }
        if !self.is_complete {
            return Ok(());
        }
        for row in &found.rows {
            if let Some(name) = self.names.get(&id_of(row).to_lowercase()) {
                let found = &row["properties"]["displayName"];
                let say = || format!("{} is named {found}, not {name}", id_of(row));
                hold(Rule::Acknowledged, found == name, say)?;
            }
        }
        Ok(())
    }

    fn audit_units(&self, rows: &[Value], original: impl Fn(&str) -> Option<u64>) -> Held {
        let now = units(rows);
        for (order, units) in &self.units {
            let say = || format!("{order} has {:?} units instead of {units}", now.get(order));
            hold(Rule::Units, now.get(order) == Some(units), say)?;
        }
        for (order, units) in now.iter().filter(|(order, _)| !self.units.contains_key(*order)) {
            let bought = original(order);
            let say = || format!("{order} has {units} units, and {bought:?} were bought");
            hold(Rule::Units, bought == Some(*units), say)?;
        }
        if !self.is_complete {
            return Ok(());
        }
        for order in &self.bought {
            let say = || format!("{order} was bought and is not there");
            hold(Rule::Acknowledged, now.contains_key(order), say)?;
        }
        let given_back = given_back(rows);
        for order in now.keys() {
            let units = |all: &BTreeMap<String, u64>| all.get(order).copied().unwrap_or(0);
            let (found, booked) = (units(&given_back), units(&self.given_back));
            let say = || format!("of {order} {found} units are given back, and {booked} were");
            hold(Rule::Acknowledged, found == booked, say)?;
        }
        Ok(())
    }

    fn audit_cap(&self, found: &Findings) -> Held {
        let most = self.most_usd.max(LIMIT_USD.into());
        let used = most_in_a_year(&found.transactions);
        let used = found.used_usd.map_or(used, |stated| used.max(stated));
        hold(Rule::Cap, used <= most, || format!("{used} USD of {most} were paid out in a year"))
    }
}

fn state_of(row: &Value) -> &str {
    row["properties"]["provisioningState"].as_str().unwrap_or_default()
}

fn is_settled(row: &Value) -> bool {
    SETTLED.contains(&state_of(row))
}

fn sum_by_order<'r>(rows: impl Iterator<Item = &'r Value>) -> BTreeMap<String, u64> {
    let mut sums = BTreeMap::new();
    for row in rows {
        *sums.entry(order_of(row).to_lowercase()).or_default() += units_of(row);
    }
    sums
}

/// What was split or merged holds the same units under another id.
fn units(rows: &[Value]) -> BTreeMap<String, u64> {
    sum_by_order(rows.iter().filter(|row| !matches!(state_of(row), "Split" | "Merged")))
}

fn given_back(rows: &[Value]) -> BTreeMap<String, u64> {
    sum_by_order(rows.iter().filter(|row| state_of(row) == "Cancelled"))
}

/// The most that counts against the limit on any day.
fn most_in_a_year(transactions: &[Value]) -> Decimal {
    let entry = |row: &Value| -> Option<(NaiveDate, Decimal)> {
        let properties = &row["properties"];
        if !matches!(properties["eventType"].as_str()?, "Refund" | "Cancel") {
            return None;
        }
        let day = properties["eventDate"].as_str()?.get(..10)?.parse().ok()?;
        Some((day, -properties["amount"].to_string().parse::<Decimal>().ok()?))
    };
    let entries: Vec<(NaiveDate, Decimal)> = transactions.iter().filter_map(entry).collect();
    let on = |day: NaiveDate| -> Decimal {
        let first = day.checked_sub_days(Days::new(LIMIT_DAYS)).unwrap_or(NaiveDate::MIN);
        entries.iter().filter(|(at, _)| *at > first && *at <= day).map(|(_, usd)| *usd).sum()
    };
    entries.iter().map(|(day, _)| on(*day)).max().unwrap_or_default()
}

/// Both sides of every split and merge name each other, and hold the same units.
fn check_links(rows: &[Value]) -> Held {
    let by_id = |id: &Value| rows.iter().find(|row| row["id"] == *id);
    for row in rows {
        let (id, properties) = (&row["id"], &row["properties"]);
        let parts = properties["splitProperties"]["splitDestinations"].as_array();
        if let ("Split", Some(parts)) = (state_of(row), parts) {
            let parts: Vec<&Value> = parts.iter().filter_map(by_id).collect();
            let say = || format!("{id} and its parts do not agree");
            let of_parts: u64 = parts.iter().map(|part| units_of(part)).sum();
            // Units that a part has returned since are with a sibling of it.
            hold(Rule::Units, parts.len() == 2 && of_parts <= units_of(row), say)?;
            let names = |part: &&Value| part["properties"]["splitProperties"]["splitSource"] == *id;
            hold(Rule::Units, parts.iter().all(names), say)?;
        }
        let sources = properties["mergeProperties"]["mergeSources"].as_array();
        for source in sources.into_iter().flatten() {
            let found = by_id(source);
            let say = || format!("{id} was merged from {source}, which is {found:?}");
            let names = |row: &Value| {
                state_of(row) == "Merged"
                    && row["properties"]["mergeProperties"]["mergeDestination"] == *id
            };
            hold(Rule::Units, found.is_some_and(names), say)?;
        }
    }
    Ok(())
}
