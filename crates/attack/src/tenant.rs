//! What a client knows of one customer: what earlier answers gave.

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::ask::{Ask, Person, Reply};

/// The most that is kept of each kind; older ones are forgotten.
const KEPT_MAX: usize = 24;

/// A quote that can be carried out.
#[derive(Clone, Debug)]
pub(crate) struct Quoted {
    pub(crate) order: String,
    pub(crate) reservation: String,
    pub(crate) units: u64,
    pub(crate) session: String,
}

/// A customer, and what is known of it.
#[derive(Clone, Debug)]
pub(crate) struct Tenant {
    pub(crate) person: Person,
    /// Whether its records fail on purpose.
    pub(crate) is_lab: bool,
    /// Its reservations as they were last listed.
    pub(crate) rows: Vec<Value>,
    pub(crate) subscriptions: Vec<String>,
    pub(crate) groups: Vec<String>,
    pub(crate) principals: Vec<Value>,
    pub(crate) roles: Vec<String>,
    /// Ids of problem classifications, which begin with those of their service.
    pub(crate) problems: Vec<String>,
    pub(crate) tickets: Vec<String>,
    pub(crate) assignments: Vec<String>,
    pub(crate) savings_plans: Vec<String>,
    pub(crate) quotes: Vec<Quoted>,
    pub(crate) exchange_sessions: Vec<String>,
    /// Orders that have a price, with the request for it.
    pub(crate) priced: Vec<(String, Value)>,
    /// Paths of operations.
    pub(crate) operations: Vec<String>,
    /// Paths of things whose creation was acknowledged.
    pub(crate) made: Vec<String>,
    /// Changes that were made, with their answers and times, to be sent again.
    pub(crate) sent: Vec<(Ask, Reply, DateTime<Utc>)>,
}

impl Tenant {
    pub(crate) fn new(id: &str, is_lab: bool) -> Self {
        Self {
            person: Person::of(id),
            is_lab,
            rows: Vec::new(),
            subscriptions: Vec::new(),
            groups: Vec::new(),
            principals: Vec::new(),
            roles: Vec::new(),
            problems: Vec::new(),
            tickets: Vec::new(),
            assignments: Vec::new(),
            savings_plans: Vec::new(),
            quotes: Vec::new(),
            exchange_sessions: Vec::new(),
            priced: Vec::new(),
            operations: Vec::new(),
            made: Vec::new(),
            sent: Vec::new(),
        }
    }

    /// Looks around, with whatever asks the service.
    pub(crate) fn look_around(&mut self, mut get: impl FnMut(&str) -> Vec<Value>) {
        let ids = |rows: Vec<Value>| -> Vec<String> {
            rows.iter().filter_map(|row| row["id"].as_str().map(str::to_owned)).collect()
        };
        self.rows = get("/providers/Microsoft.Capacity/reservations?take=100");
        self.subscriptions = ids(get("/subscriptions"));
        self.groups = ids(get("/providers/Microsoft.Management/managementGroups"));
        self.principals = get("/providers/Prorata/principals");
        self.tickets = ids(get("/providers/Microsoft.Support/supportTickets"));
        self.savings_plans = ids(get("/providers/Microsoft.BillingBenefits/savingsPlanOrders"));
        for service in ids(get("/providers/Microsoft.Support/services")) {
            self.problems.extend(ids(get(&format!("{service}/problemClassifications"))));
        }
        if let Some(row) = self.rows.first() {
            let access = format!("{}/providers/Microsoft.Authorization", order_of(row));
            self.roles = ids(get(&format!("{access}/roleDefinitions")));
            self.assignments = ids(get(&format!("{access}/roleAssignments")));
        }
    }

    /// Remembers what an answer to this customer's people gave.
    pub(crate) fn learn(&mut self, ask: &Ask, reply: &Reply) {
        if !reply.is_done() || ask.is_question() {
            return;
        }
        let path = ask.path();
        let properties = &reply.body["properties"];
        if path.ends_with("/calculaterefund") {
            let reservation = reply.body["id"].as_str().unwrap_or_default().to_owned();
            let order = reservation.split("/reservations/").next().unwrap_or_default().to_owned();
            let units = properties["quantity"].as_u64().unwrap_or(1);
            if let Some(session) = properties["sessionId"].as_str() {
                let session = session.to_owned();
                keep(&mut self.quotes, Quoted { order, reservation, units, session });
            }
        }
        if let (true, Some(order)) =
            (path.ends_with("/calculateprice"), properties["reservationOrderId"].as_str())
        {
            let body = serde_json::from_slice(&ask.body).unwrap_or(Value::Null);
            keep(&mut self.priced, (order.to_owned(), body));
        }
        if let Some(place) = reply.place() {
            keep(&mut self.operations, place);
        }
        if ask.method == "PUT" {
            let path = ask.uri.split('?').next().unwrap_or_default().to_owned();
            keep(&mut self.made, path);
        }
    }

    /// Remembers what the result of an operation gave.
    pub(crate) fn learn_result(&mut self, body: &Value) {
        if let Some(session) = body["properties"]["sessionId"].as_str() {
            keep(&mut self.exchange_sessions, session.to_owned());
        }
    }

    /// Remembers a change that was made, to send it again.
    pub(crate) fn remember(&mut self, ask: Ask, reply: Reply, at: DateTime<Utc>) {
        keep(&mut self.sent, (ask, reply, at));
    }

    /// The reservations in a state.
    pub(crate) fn rows_in(&self, state: &str) -> Vec<&Value> {
        let is_in = |row: &&Value| row["properties"]["provisioningState"] == state;
        self.rows.iter().filter(is_in).collect()
    }
}

fn keep<T>(all: &mut Vec<T>, one: T) {
    if all.len() >= KEPT_MAX {
        all.remove(0);
    }
    all.push(one);
}

/// The id of a row.
pub(crate) fn id_of(row: &Value) -> &str {
    row["id"].as_str().unwrap_or_default()
}

/// The path of the order that a reservation belongs to.
pub(crate) fn order_of(row: &Value) -> String {
    id_of(row).split("/reservations/").next().unwrap_or_default().to_owned()
}

/// How many units a reservation has.
pub(crate) fn units_of(row: &Value) -> u64 {
    row["properties"]["quantity"].as_u64().unwrap_or(0)
}
