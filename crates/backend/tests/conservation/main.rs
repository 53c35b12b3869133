//! The yearly limit under returns that happen at once, and units and money under exchanges.
//!
//! Several people quote, return and exchange units of one customer. Every access to the store is a
//! point at which somebody else may go on, and a seed decides who does, so that each order of
//! events can be repeated.

#[path = "../fixtures/mod.rs"]
mod fixtures;

mod changes;
mod exchanges;

use attack::{Random, Task, my_turn, take_turns};
use backend::{
    Contents, MemoryStore, Snapshot, Store, StoreError, Unit, UnitBlock, UnitChange, Version, Whole,
};
use chrono::TimeDelta;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::BTreeMap;

use fixtures::{Desk, Item, Person};

const LIMIT_USD: i64 = 50_000;
const PEOPLE: usize = 4;
const RETURNS_EACH: usize = 3;

/// A store at which everybody has to wait for their turn.
#[derive(Default)]
struct TurnTaking(MemoryStore);

impl Store for TurnTaking {
    async fn load(&self, unit: &Unit) -> Result<Snapshot, StoreError> {
        my_turn().await;
        self.0.load(unit).await
    }

    async fn load_all(&self) -> Result<Whole, StoreError> {
        my_turn().await;
        self.0.load_all().await
    }

    async fn versions(&self) -> Result<BTreeMap<Unit, Version>, StoreError> {
        my_turn().await;
        self.0.versions().await
    }

    async fn blocks(&self) -> Result<BTreeMap<Unit, UnitBlock>, StoreError> {
        my_turn().await;
        self.0.blocks().await
    }

    async fn commit(&self, changes: &[UnitChange]) -> Result<(), StoreError> {
        my_turn().await;
        self.0.commit(changes).await
    }

    async fn keep_blocks(&self, blocks: &BTreeMap<Unit, UnitBlock>) -> Result<(), StoreError> {
        my_turn().await;
        self.0.keep_blocks(blocks).await
    }

    async fn replace_all(
        &self,
        expected: Option<Version>,
        contents: &BTreeMap<Unit, Contents>,
    ) -> Result<(), StoreError> {
        my_turn().await;
        self.0.replace_all(expected, contents).await
    }
}

/// Quotes and returns some units, whatever comes of it; the USD that were paid out.
async fn try_returns(
    desk: &Desk<TurnTaking>,
    person: Person,
    items: Vec<Item>,
    policy: &str,
    mut random: Random,
) -> Vec<Decimal> {
    let mut paid = Vec::new();
    for _ in 0..RETURNS_EACH {
        let item = &items[random.below(items.len())];
        let units = 1 + random.below(usize::try_from(item.quantity).unwrap_or(1)) as u64;
        let what = format!("POST {}/calculateRefund", item.order);
        let headers = [("prorata-policy", policy)];
        let quote = desk.ask_with(&person, &what, &headers, &item.refund_body(units)).await;
        if quote.body["properties"]["sessionId"].is_null() {
            continue;
        }
        let what = format!("POST {}/return", item.order);
        let body = item.return_body(units, &quote.body);
        let reply = desk.ask_with(&person, &what, &[], &body).await;
        if reply.status == 202 {
            paid.push(decimal(&reply.body["properties"]["pricingRefundAmount"]["amount"]));
        }
    }
    paid
}

fn decimal(value: &Value) -> Decimal {
    value.to_string().parse().expect("a number")
}

struct State {
    used: Decimal,
    /// Units by order.
    units: BTreeMap<String, u64>,
}

fn state(desk: &Desk<TurnTaking>, person: &Person, customer: &str) -> State {
    let used = desk.summary(customer)["limitUsedUsd"].as_str().expect("a text").parse();
    let list = desk.ask(person, "GET /providers/Microsoft.Capacity/reservations");
    let mut units = BTreeMap::new();
    for row in list.rows() {
        let item = Item::of(row);
        *units.entry(item.order).or_default() += item.quantity;
    }
    State { used: used.expect("an amount"), units }
}

fn run(customer: &str, policy: &str, seed: u64) {
    let desk = Desk::over(TurnTaking::default());
    desk.adopt(policy);
    let person = desk.customer(customer);
    let before = state(&desk, &person, customer);
    let list = desk.ask(&person, "GET /providers/Microsoft.Capacity/reservations");
    let items: Vec<Item> = list.rows().iter().map(Item::of).collect();

    let tasks = (0..PEOPLE)
        .map(|number| {
            let random = Random::of(seed.wrapping_mul(31).wrapping_add(number as u64));
            let task = try_returns(&desk, person.clone(), items.clone(), policy, random);
            Box::pin(task) as Task<'_, Vec<Decimal>>
        })
        .collect();
    let paid: Vec<Decimal> = take_turns(tasks, seed).into_iter().flatten().collect();
    desk.wait(TimeDelta::seconds(10));

    let after = state(&desk, &person, customer);
    let limit = Decimal::from(LIMIT_USD);
    assert!(after.used <= limit.max(before.used), "{} of {limit} USD used", after.used);
    let counted = after.used - before.used;
    let paid_out: Decimal = paid.iter().sum();
    if policy.starts_with("partner-center") {
        assert_eq!(counted, paid_out, "what counts is what was paid out");
    } else {
        assert!(counted >= paid_out, "cancelled instalments count as well");
    }
    assert_eq!(after.units, before.units, "units are cancelled, not lost");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_limit_holds_and_nothing_is_lost(
        customer in prop::sample::select(vec!["Thistledown", "Old Quarry", "Sablier", "霞ヶ瀬"]),
        policy in prop::sample::select(vec![
            "partner-center-2018-05", "partner-center-2020-08", "azure-2023-10", "azure-2026-08",
        ]),
        seed: u64,
    ) {
        run(customer, policy, seed);
    }
}

#[test]
fn of_two_returns_at_one_moment_one_is_told_to_ask_again() {
    let desk = Desk::over(TurnTaking::default());
    let person = desk.customer("Sablier");
    let names = ["SAP HANA for the whole group", "Private cloud, five years"];
    let items = names.map(|name| desk.reservation(&person, name));
    // Both quotes are made before either return, and both together do not fit.
    for seed in 0..50 {
        let desk = Desk::over(TurnTaking::default());
        let quotes = items.clone().map(|item| {
            let path = format!("{}/calculateRefund", item.order);
            desk.post(&person, &path, &item.refund_body(item.quantity))
        });
        let tasks = items
            .iter()
            .zip(&quotes)
            .map(|(item, quote)| {
                let (desk, person) = (&desk, &person);
                Box::pin(async move {
                    let what = format!("POST {}/return", item.order);
                    let body = item.return_body(item.quantity, &quote.body);
                    desk.ask_with(person, &what, &[], &body).await.status
                }) as Task<'_, u16>
            })
            .collect();
        let mut statuses = take_turns(tasks, seed);
        statuses.sort_unstable();
        assert_eq!(statuses, [202, 409], "seed {seed}");
        let used = state(&desk, &person, "Sablier").used;
        assert!(
            used > Decimal::from(4_000) && used <= Decimal::from(LIMIT_USD),
            "seed {seed}: {used}"
        );
    }
}

#[test]
fn two_first_requests_at_once_fill_the_store_once() {
    for seed in 0..20 {
        let desk = Desk::over(TurnTaking::default());
        let at_home = Person::of("");
        let tasks = (0..3)
            .map(|_| {
                let (desk, at_home) = (&desk, &at_home);
                Box::pin(async move {
                    let path = "GET /providers/Prorata/account";
                    desk.ask_with(at_home, path, &[], &Value::Null).await.status
                }) as Task<'_, u16>
            })
            .collect();
        assert_eq!(take_turns(tasks, seed), [200; 3]);
        let whole = fixtures::block_on(desk.service.store().load_all()).expect("the store");
        assert_eq!(whole.version, Version(1), "seed {seed}");
    }
}

#[test]
fn an_untouched_demonstration_is_renewed_on_another_day_and_a_used_one_is_kept() {
    let desk = Desk::over(TurnTaking::default());
    let partner = desk.partner();
    let started = || desk.ask(&partner, "GET /providers/Prorata/account").body["startedOn"].clone();
    assert_eq!(started(), "2026-11-21");
    desk.wait(TimeDelta::days(1));
    assert_eq!(started(), "2026-11-22");

    let person = desk.customer("Sablier");
    let item = desk.reservation(&person, "Survey flights");
    let path = format!("{}/calculateRefund", item.order);
    assert_eq!(desk.post(&person, &path, &item.refund_body(1)).status, 200);
    desk.wait(TimeDelta::days(30));
    assert_eq!(started(), "2026-11-22");
}
