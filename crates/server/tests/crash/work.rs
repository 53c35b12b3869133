//! What clients do to the server while it is killed, and what they know of it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::client::{Answer, Client};

pub(crate) const VERSION: &str = "api-version=2022-11-01";
pub(crate) const RESERVATIONS: &str =
    "/providers/Microsoft.Capacity/reservations?api-version=2022-11-01";

/// Random enough, and the same from a seed.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn from(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len() as u64) as usize]
    }

    pub(crate) fn guid(&mut self) -> String {
        let hex = format!("{:016x}{:016x}", self.next(), self.next());
        [&hex[..8], &hex[8..12], "4000", "8000", &hex[20..]].join("-")
    }
}

/// A reservation as it was at first.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) quantity: u64,
}

/// A customer that is worked for.
#[derive(Clone, Debug)]
pub(crate) struct Customer {
    pub(crate) tenant: String,
    pub(crate) items: Vec<Item>,
}

/// Customers whose reservations do what they should.
pub(crate) fn customers(client: Client) -> Vec<Customer> {
    let rows = client.rows("", "/providers/Prorata/customerSummaries");
    let customers = rows.iter().filter_map(|row| {
        let tenant = row["customerId"].as_str()?.to_owned();
        let items = client.rows(&tenant, RESERVATIONS);
        let fails = |item: &Value| {
            item["properties"]["displayName"].as_str().is_some_and(|name| name.contains(" fails:"))
        };
        let item = |item: &Value| {
            let quantity = item["properties"]["quantity"].as_u64()?;
            Some(Item { id: item["id"].as_str()?.to_owned(), quantity })
        };
        let is_good = !items.iter().any(fails) && items.len() > 3;
        is_good.then(|| Customer { tenant, items: items.iter().filter_map(item).collect() })
    });
    customers.take(4).collect()
}

/// What somebody wants.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    /// To give a reservation this name.
    Rename { name: String },
    /// To enter a cancellation by hand.
    Enter { entry: String },
    /// To return one unit.
    Return { item: String },
}

/// What is known of a change at the end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Outcome {
    Made,
    NotMade,
}

/// A change that somebody wanted.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub(crate) client: usize,
    pub(crate) tenant: String,
    pub(crate) id: String,
    pub(crate) kind: Kind,
    pub(crate) what: String,
    pub(crate) body: Value,
    pub(crate) outcome: Outcome,
    /// The first answer that said that it was made, if one came.
    pub(crate) answer: Option<Answer>,
}

/// Works until it is told to stop, and counts what was made; what was wanted, in order.
pub(crate) fn work(
    number: usize,
    client: Client,
    customers: &[Customer],
    seed: u64,
    (stop, made): (&AtomicBool, &AtomicUsize),
) -> Vec<Change> {
    let mut random = Random::from(seed + 1_000 * number as u64);
    let mut wanted = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        let customer = random.one_of(customers);
        let Some((kind, what, body)) = prepare(client, customer, &mut random) else {
            thread::sleep(Duration::from_millis(10));
            continue;
        };
        let mut change = Change {
            client: number,
            tenant: customer.tenant.clone(),
            id: random.guid(),
            kind,
            what,
            body,
            outcome: Outcome::NotMade,
            answer: None,
        };
        carry_out(client, &mut change, &mut random);
        made.fetch_add(usize::from(change.outcome == Outcome::Made), Ordering::Relaxed);
        wanted.push(change);
    }
    wanted
}

fn prepare(
    client: Client,
    customer: &Customer,
    random: &mut Random,
) -> Option<(Kind, String, Value)> {
    let item = random.one_of(&customer.items).id.clone();
    Some(match random.below(10) {
        0..3 => {
            let name = format!("Name {}", random.guid());
            let body = json!({ "properties": { "name": name } });
            (Kind::Rename { name }, format!("PATCH {item}?{VERSION}"), body)
        }
        3..7 => {
            let entry = random.guid();
            // Years ago, so that it takes nothing of the limit.
            let body =
                json!({ "properties": { "date": "2020-01-05", "usd": "1.50", "source": "test" } });
            (
                Kind::Enter { entry: entry.clone() },
                format!("PUT /providers/Prorata/ledgerEntries/{entry}"),
                body,
            )
        }
        _ => {
            let order = item.split("/reservations/").next()?;
            let mut body = json!({ "id": order, "properties": {
                "scope": "Reservation",
                "reservationToReturn": { "reservationId": item, "quantity": 1 },
            } });
            let what = format!("POST {order}/calculateRefund?{VERSION}");
            let quote = client.send(&customer.tenant, &what, &[], &body)?;
            body["properties"]["sessionId"] = quote.body()["properties"]["sessionId"].clone();
            body["properties"]["returnReason"] = "test".into();
            (Kind::Return { item: item.clone() }, format!("POST {order}/return?{VERSION}"), body)
        }
    })
}

/// Sends a change until it is known what became of it.
fn carry_out(client: Client, change: &mut Change, random: &mut Random) {
    loop {
        match sent(client, change) {
            Some(answer) if answer.status < 300 => {
                change.outcome = Outcome::Made;
                change.answer = Some(answer);
                return;
            }
            Some(answer) if answer.code() != "OutcomeUnknown" => return,
            _ => {}
        }
        // At once: what a server that is gone has still begun to commit must not come after the answer.
        if was_made(client, change) {
            change.outcome = Outcome::Made;
            return;
        }
        // Some try again under the same id, and some leave it.
        if random.below(2) == 0 {
            return;
        }
    }
}

/// Sends a change under its id.
pub(crate) fn sent(client: Client, change: &Change) -> Option<Answer> {
    let headers = [("x-ms-client-request-id", change.id.as_str())];
    client.send(&change.tenant, &change.what, &headers, &change.body)
}

/// Asks what became of a change until somebody answers.
pub(crate) fn was_made(client: Client, change: &Change) -> bool {
    is_known(client, &change.tenant, &change.id)
}

/// Asks whether the change with an id was made until somebody answers.
pub(crate) fn is_known(client: Client, tenant: &str, id: &str) -> bool {
    loop {
        let what = format!("GET /providers/Prorata/requests/{id}");
        match client.send(tenant, &what, &[], &Value::Null) {
            Some(answer) if answer.status == 200 => return true,
            Some(answer) if answer.code() == "RequestNotFound" => return false,
            _ => thread::sleep(Duration::from_millis(20)),
        }
    }
}
