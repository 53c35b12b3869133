//! Imports while the store fails, tabs go and two of them commit at once: all customers of an import have it, or none
//! has, and what is taken back is what was there before.

use std::collections::BTreeMap;

use backend::Unit;
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::ask::{Ask, CLIENT_REQUEST_ID, Intent, Reply};
use crate::random::Random;
use crate::rules::{Broken, Held, Rule, hold};
use crate::world::{Ended, World};

const IMPORTS: &str = "/providers/Prorata/imports";
/// Customers of an import; the last one is in two parts.
const CUSTOMERS: usize = 3;
/// Reservations of each customer that every import has. Each import brings one more.
const RESERVATIONS: usize = 4;
/// Imports after the first.
const ROUNDS: usize = 4;
/// What the service notes for itself.
const NOTED: &[&str] = &["activity/", "latest/", "request/", "requestNotMade/"];

/// The documents of every customer.
type Texts = Vec<BTreeMap<String, String>>;

/// Puts records in the place of the demonstration, and imports and takes back while things go wrong. Nothing that was
/// known of the world is so afterwards.
pub(crate) fn attack(world: &mut World<'_>, random: &mut Random) -> Held {
    // What is staged is forgotten after some days, by any clock.
    world.set_ahead(TimeDelta::zero());
    let import = staged(world, random, 0, true)?;
    let committed = quietly(world, random, &format!("POST {import}/commit"), &Value::Null)?;
    hold(Rule::Import, committed.is_done(), || format!("the first: {}", committed.text()))?;
    hold_all_of(&texts(world), 0)?;
    for round in 1..=ROUNDS {
        let import = staged(world, random, round, false)?;
        let before = texts(world);
        let is_committed = in_trouble(world, random, &format!("POST {import}/commit"))?;
        let after = texts(world);
        if !is_committed {
            hold(Rule::Import, after == before, || format!("some of {round} is there"))?;
            continue;
        }
        hold_all_of(&after, round)?;
        if random.in_hundred(30) {
            world.restart();
            hold(Rule::Acknowledged, texts(world) == after, || format!("{round} is gone"))?;
        }
        let is_undone = in_trouble(world, random, &format!("POST {import}/undo"))?;
        let expected = if is_undone { &before } else { &after };
        let say = || format!("{round} was taken back ({is_undone}), and something else is there");
        hold(Rule::Import, texts(world) == *expected, say)?;
    }
    world.figures.imports += 1;
    Ok(())
}

fn tenant(number: usize) -> String {
    format!("3000000{number}-0000-4000-8000-000000000000")
}

fn texts(world: &World<'_>) -> Texts {
    let of = |number: usize| {
        let mut documents = world.store.documents(&Unit::Customer(tenant(number)));
        documents.retain(|key, _| !NOTED.iter().any(|noted| key.starts_with(noted)));
        documents.into_iter().collect()
    };
    (0..CUSTOMERS).map(of).collect()
}

/// Every customer has all of an import.
fn hold_all_of(texts: &Texts, round: usize) -> Held {
    for (number, documents) in texts.iter().enumerate() {
        let name = format!("\"Round {round}, ");
        let is_of = |(key, text): &(&String, &String)| {
            key.starts_with("reservation/") && text.contains(&name)
        };
        let count = documents.iter().filter(is_of).count();
        hold(Rule::Import, count == RESERVATIONS + 1, || {
            format!("{count} reservations of customer {number} are of {round}")
        })?;
    }
    Ok(())
}

/// Reservations of a customer, all of which say of which import they are.
fn reservations(customer: usize, round: usize) -> Vec<Value> {
    let one = |number: usize| {
        json!({
            "source": { "file": "list.csv", "line": number + 2 },
            "id": format!("2000000{customer}-0000-4000-8000-{number:012}"),
            "orderId": format!("1000000{customer}-0000-4000-8000-{number:012}"),
            "displayName": format!("Round {round}, web {number}"),
            "reservedResourceType": "VirtualMachines",
            "quantity": 10,
            "term": "P3Y",
            "purchaseDate": "2026-03-01",
            "state": "Succeeded",
            "billingPlan": "Upfront",
            "unitPrice": "1200",
            "currencyCode": "EUR",
        })
    };
    (0..RESERVATIONS).chain([1_000 + round]).map(one).collect()
}

fn customer(number: usize, reservations: &[Value]) -> Value {
    json!({
        "tenantId": tenant(number),
        "name": format!("Customer {number}"),
        "reservations": reservations,
    })
}

/// Starts an import and stages its parts, while nothing goes wrong; its path.
fn staged(
    world: &mut World<'_>,
    random: &mut Random,
    round: usize,
    start_empty: bool,
) -> Held<String> {
    let start = json!({ "files": [], "startEmpty": start_empty });
    let started = quietly(world, random, &format!("POST {IMPORTS}"), &start)?;
    let id = started.body["id"].as_str().ok_or_else(|| {
        Broken::new(Rule::Import, format!("no import is started: {}", started.text()))
    })?;
    let import = format!("{IMPORTS}/{id}");
    let last = reservations(CUSTOMERS - 1, round);
    let (one, other) = last.split_at(RESERVATIONS / 2);
    let whole = (0..CUSTOMERS - 1).map(|number| customer(number, &reservations(number, round)));
    let parts: [Vec<Value>; 2] = [
        whole.chain([customer(CUSTOMERS - 1, one)]).collect(),
        vec![customer(CUSTOMERS - 1, other)],
    ];
    for (number, customers) in parts.into_iter().enumerate() {
        let part = json!({ "customers": customers });
        let reply = quietly(world, random, &format!("PUT {import}/parts/{number}"), &part)?;
        let is_whole = reply.is_done() && reply.body["rejected"] == json!([]);
        hold(Rule::Import, is_whole, || format!("part {number}: {}", reply.text()))?;
    }
    Ok(import)
}

fn change(world: &World<'_>, random: &mut Random, what: &str, body: &Value) -> Ask {
    let hex = format!("{:032x}", random.entropy());
    let id = [&hex[..8], &hex[8..12], "4000", "8000", &hex[20..]].join("-");
    Ask::new(&world.partner, what, body, Intent::Loose).with_header(CLIENT_REQUEST_ID, &id)
}

/// Sends a change while nothing goes wrong.
fn quietly(world: &mut World<'_>, random: &mut Random, what: &str, body: &Value) -> Held<Reply> {
    let ask = change(world, random, what, body);
    let reply = world.send(vec![(0, ask)], 0)?.pop().and_then(|ended| ended.reply);
    reply.ok_or_else(|| Broken::new(Rule::Envelope, format!("no answer to {what}")))
}

/// Sends a change while things go wrong, sometimes from both tabs, and tells whether it was made.
fn in_trouble(world: &mut World<'_>, random: &mut Random, what: &str) -> Held<bool> {
    let tabs = if random.in_hundred(40) { 2 } else { 1 };
    let asks = (0..tabs).map(|tab| (tab, change(world, random, what, &Value::Null))).collect();
    if random.in_hundred(40) {
        world.store.begin_faults(random.one_of(&[10, 30]), Random::of(random.bits()));
    }
    let drops = random.one_of(&[0, 0, 3, 10]);
    let ended = world.send(asks, drops)?;
    let mut made = 0;
    for Ended { ask, reply, .. } in &ended {
        made += usize::from(match reply.as_ref().filter(|reply| reply.status < 500) {
            Some(reply) => reply.is_done(),
            None => {
                let id = ask.header(CLIENT_REQUEST_ID).unwrap_or_default();
                let path = format!("/providers/Prorata/requests/{id}");
                world.look(&ask.person.clone(), &path)?.status == 200
            }
        });
    }
    hold(Rule::Once, made < 2, || format!("{what} was made {made} times"))?;
    Ok(made == 1)
}
