//! Exchanges that happen at once: no unit is exchanged twice, none is lost, and what was quoted is
//! what was bought.

use std::collections::BTreeMap;

use attack::{Random, Task, take_turns};
use chrono::TimeDelta;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::fixtures::exchange::{CALCULATE, EXCHANGE, draft, machines, subscription, with};
use crate::fixtures::{Desk, Item, PUBLIC_URL, Person, Reply};
use crate::{PEOPLE, TurnTaking, decimal, state};

const CUSTOMER: &str = "Ardèvol";
const POLICY: &str = "azure-2026-08";
const EXCHANGES_EACH: usize = 3;
/// Sizes with a place in which each has a price.
const SIZES: &[(&str, &str)] = &[
    ("Standard_D4s_v5", "westeurope"),
    ("Standard_E8s_v5", "uksouth"),
    ("Standard_D8as_v5", "japaneast"),
    // No longer sold, so that some quotes are refused.
    ("Standard_E4s_v3", "westeurope"),
];

/// Where the result of an accepted operation is.
fn place(reply: &Reply) -> String {
    let place = reply.header("location").and_then(|place| place.strip_prefix(PUBLIC_URL));
    let path = place.and_then(|rest| rest.split('?').next()).expect("a path of the service");
    format!("GET {path}")
}

fn random_draft(items: &[Item], payer: &str, random: &mut Random) -> Value {
    let mut items: Vec<&Item> = items.iter().collect();
    let mut returns = Vec::new();
    for _ in 0..=random.below(3) {
        let item = items.swap_remove(random.below(items.len()));
        returns.push((item, 1 + random.below(item.quantity as usize) as u64));
    }
    let purchase = |random: &mut Random| {
        let (sku, location) = SIZES[random.below(SIZES.len())];
        let term = ["P1Y", "P3Y"][random.below(2)];
        let plan = ["Upfront", "Monthly"][random.below(2)];
        let units = 1 + random.below(30) as u64;
        with(machines(payer, sku, location, term, units), "billingPlan", json!(plan))
    };
    let purchases: Vec<Value> = (0..=random.below(2)).map(|_| purchase(random)).collect();
    draft(&returns, &purchases, &[])
}

/// Quotes and exchanges some units, whatever comes of it; where the accepted ones can be followed.
async fn try_exchanges(
    desk: &Desk<TurnTaking>,
    person: Person,
    items: Vec<Item>,
    payer: String,
    mut random: Random,
) -> Vec<String> {
    let mut accepted = Vec::new();
    let headers = [("prorata-policy", POLICY)];
    for _ in 0..EXCHANGES_EACH {
        let body = random_draft(&items, &payer, &mut random);
        let reply = desk.ask_with(&person, &format!("POST {CALCULATE}"), &headers, &body).await;
        assert_eq!(reply.status, 202, "{}", reply.body);
        desk.wait(TimeDelta::seconds(1));
        let quote = desk.ask_with(&person, &place(&reply), &[], &Value::Null).await;
        let session = &quote.body["properties"]["sessionId"];
        if session.is_null() {
            continue;
        }
        let body = json!({ "properties": { "sessionId": session } });
        let reply = desk.ask_with(&person, &format!("POST {EXCHANGE}"), &[], &body).await;
        match reply.status {
            202 => accepted.push(place(&reply)),
            status => assert!([400, 409].contains(&status), "{}", reply.body),
        }
    }
    accepted
}

fn sum<'v>(items: impl Iterator<Item = &'v Value>) -> Decimal {
    items.map(decimal).sum()
}

/// How many exchanges were carried out.
fn run(seed: u64) -> usize {
    let desk = Desk::over(TurnTaking::default());
    desk.adopt(POLICY);
    let person = desk.customer(CUSTOMER);
    let payer = subscription(&desk, &person);
    let before = state(&desk, &person, CUSTOMER);
    let rows = |desk: &Desk<TurnTaking>| {
        let list = desk.ask(&person, "GET /providers/Microsoft.Capacity/reservations?take=100");
        list.rows().clone()
    };
    let is_machine = |row: &&Value| {
        let properties = &row["properties"];
        properties["reservedResourceType"] == "VirtualMachines"
            && properties["provisioningState"] == "Succeeded"
    };
    let items: Vec<Item> = rows(&desk).iter().filter(is_machine).map(Item::of).collect();

    let tasks = (0..PEOPLE)
        .map(|number| {
            let random = Random::of(seed.wrapping_mul(31).wrapping_add(number as u64));
            let task = try_exchanges(&desk, person.clone(), items.clone(), payer.clone(), random);
            Box::pin(task) as Task<'_, Vec<String>>
        })
        .collect();
    let accepted: Vec<String> = take_turns(tasks, seed).into_iter().flatten().collect();
    desk.wait(TimeDelta::seconds(10));

    let mut given = BTreeMap::<String, u64>::new();
    let mut bought = 0;
    for place in &accepted {
        let result = desk.ask(&person, place).body;
        assert_eq!(result["status"], "Succeeded", "{result}");
        let done = &result["properties"];
        let amount = |field: &str| decimal(&done[field]["amount"]);
        assert_eq!(amount("purchasesTotal"), amount("refundsTotal") + amount("netPayable"));
        assert!(amount("netPayable") >= Decimal::ZERO);
        let returns = done["reservationsToExchange"].as_array().expect("returns");
        let of_return =
            |field: &'static str| returns.iter().map(move |line| line.pointer(field).expect(field));
        let remaining = "/billingInformation/billingCurrencyRemainingCommitmentAmount/amount";
        assert_eq!(
            amount("refundsTotal"),
            sum(of_return("/billingRefundAmount/amount")) + sum(of_return(remaining))
        );
        for line in returns {
            let id = line["reservationId"].as_str().expect("an id");
            let order = id.split("/reservations/").next().unwrap_or_default().to_owned();
            *given.entry(order).or_default() += line["quantity"].as_u64().expect("units");
        }
        let purchases = done["reservationsToPurchase"].as_array().expect("purchases");
        let totals = purchases.iter().map(|line| &line["billingCurrencyTotal"]["amount"]);
        assert_eq!(amount("purchasesTotal"), sum(totals));
        for line in purchases {
            bought += 1;
            let id = line["reservationOrderId"].as_str().expect("an id");
            let order = desk.ask(&person, &format!("GET {id}?$expand=schedule")).body;
            let plan = &order["properties"]["planInformation"];
            assert_eq!(
                decimal(&plan["pricingCurrencyTotal"]["amount"]),
                decimal(&line["billingCurrencyTotal"]["amount"])
            );
        }
    }

    let after = state(&desk, &person, CUSTOMER);
    assert_eq!(after.used, before.used, "exchanges use none of the limit");
    assert_eq!(after.units.len(), before.units.len() + bought, "nothing else was bought");
    let mut exchanged = BTreeMap::<String, u64>::new();
    for row in rows(&desk) {
        let known_before = before.units.contains_key(&Item::of(&row).order);
        let ended = row["properties"]["extendedStatusInfo"]["statusCode"] == "Exchanged";
        let is_of_today = row["properties"]["lastUpdatedDateTime"]
            .as_str()
            .is_some_and(|time| time.starts_with("2026-11-21"));
        if known_before && ended && is_of_today {
            let item = Item::of(&row);
            *exchanged.entry(item.order).or_default() += item.quantity;
        }
    }
    assert_eq!(exchanged, given, "what was given back is what ended");
    for (order, units) in &before.units {
        assert_eq!(after.units.get(order), Some(units), "units end, they are not lost");
    }
    for activity in desk.activities(&person) {
        if !activity["quote"].is_null() {
            let again = calculator::json::answer(&activity["quote"]["input"].to_string(), 1);
            let again: Value = serde_json::from_str(&again.text).expect("an answer");
            assert_eq!(again, activity["quote"]["answer"]);
        }
    }
    accepted.len()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..Default::default() })]

    #[test]
    fn units_and_money_are_conserved(seed: u64) {
        run(seed);
    }
}

#[test]
fn exchanges_do_happen() {
    assert!((1..=6).map(run).sum::<usize>() > 6);
}

#[test]
fn of_two_exchanges_of_the_same_units_at_one_moment_one_is_refused() {
    for seed in 0..30 {
        let desk = Desk::over(TurnTaking::default());
        let person = desk.customer(CUSTOMER);
        let item = desk.reservation(&person, "Maquetació");
        let payer = subscription(&desk, &person);
        let request = machines(&payer, "Standard_D4s_v5", "westeurope", "P3Y", 12);
        let body = draft(&[(&item, 12)], &[request], &[]);
        let quotes = [(); 2].map(|()| desk.exchange_quote(&person, &body, "azure-2026-08"));
        let tasks = quotes
            .iter()
            .map(|quote| {
                let (desk, person) = (&desk, &person);
                let body = json!({ "properties": { "sessionId": quote["sessionId"] } });
                Box::pin(async move {
                    desk.ask_with(person, &format!("POST {EXCHANGE}"), &[], &body).await.status
                }) as Task<'_, u16>
            })
            .collect();
        let mut statuses = take_turns(tasks, seed);
        statuses.sort_unstable();
        assert_eq!(statuses, [202, 409], "seed {seed}");
    }
}
