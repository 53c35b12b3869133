//! What falls due is done although nobody asks, once, and whatever goes wrong beside it.

use std::collections::BTreeMap;

use backend::{
    Caller, Contents, Moment, Snapshot, StoreError, Unit, UnitBlock, UnitChange, Version, Whole,
};
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::*;
use crate::store::tests::{Folder, Postgres};
use crate::store::{AnyStore, Asked, Layout, Partner, Place};
use crate::{config, http};

type Desk = Arc<Service<AnyStore>>;

/// A service over a database, as a server of its own.
async fn desk(place: &Place) -> Desk {
    let store = AnyStore::open(place, Layout::Made).await.unwrap();
    Arc::new(Service::new(store, "http://host"))
}

fn run<T>(work: impl Future<Output = T>) -> T {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(4).enable_all().build();
    runtime.unwrap().block_on(work)
}

fn start() -> DateTime<Utc> {
    "2026-11-21T09:30:00Z".parse().unwrap()
}

/// What is answered when everything begins, if it is not refused.
async fn ask(desk: &Desk, tenant: &str, what: &str, body: &Value) -> Option<Value> {
    let (method, path) = what.split_once(' ').unwrap();
    let uri = format!("{path}?api-version=2022-11-01");
    let body = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
    let mut request = Request::builder().method(method).uri(uri).body(body).unwrap();
    let role = Some(azure::Role::AdminAgent);
    let (tenant_id, name) = (tenant.to_owned(), "Robin Berg".to_owned());
    request.extensions_mut().insert(Caller { tenant_id, role, name, person: None });
    let mut entropy = moment::random_bits;
    let moment = Moment { now: start(), entropy: &mut entropy };
    let response = desk.handle(request, moment).await;
    let is_good = response.status().is_success();
    is_good.then(|| serde_json::from_slice(response.body()).unwrap_or_default())
}

async fn rows(desk: &Desk, tenant: &str, path: &str) -> Vec<Value> {
    let list = ask(desk, tenant, &format!("GET {path}"), &Value::Null).await.unwrap();
    list["value"].as_array().unwrap().clone()
}

/// Begins the return of a unit at each of so many customers, and says whose they are.
async fn begin_returns(desk: &Desk, count: usize) -> Vec<Unit> {
    let mut begun = Vec::new();
    for customer in rows(desk, "", "/providers/Prorata/customerSummaries").await {
        let tenant = customer["customerId"].as_str().unwrap();
        if begun.len() < count && begin_return(desk, tenant).await {
            begun.push(Unit::customer(tenant).unwrap());
        }
    }
    assert_eq!(begun.len(), count, "returns that are under way");
    assert_eq!(under_way(desk, &begun).await, count);
    begun
}

async fn begin_return(desk: &Desk, tenant: &str) -> bool {
    for item in rows(desk, tenant, "/providers/Microsoft.Capacity/reservations").await {
        let id = item["id"].as_str().unwrap();
        let order = id.split("/reservations/").next().unwrap();
        let mut body = json!({ "id": order, "properties": { "scope": "Reservation",
            "reservationToReturn": { "reservationId": id, "quantity": 1 } } });
        let quote = ask(desk, tenant, &format!("POST {order}/calculateRefund"), &body).await;
        let session = quote.unwrap_or_default()["properties"]["sessionId"].clone();
        if session.is_string() {
            body["properties"]["sessionId"] = session;
            body["properties"]["returnReason"] = "NoLongerNeeded".into();
            if ask(desk, tenant, &format!("POST {order}/return"), &body).await.is_some() {
                return true;
            }
        }
    }
    false
}

async fn documents(desk: &Desk, unit: &Unit) -> BTreeMap<String, String> {
    desk.store().load(unit).await.unwrap().documents
}

/// How many returns are under way, as it is stored: no service looks at it.
async fn under_way(desk: &Desk, units: &[Unit]) -> usize {
    let mut count = 0;
    for unit in units {
        let documents = documents(desk, unit).await;
        count += documents.keys().filter(|key| key.starts_with("pendingReturn/")).count();
    }
    count
}

/// Whose records the scheduler has changed, as the audit says, in the order of their keys.
async fn noted(desk: &Desk) -> Vec<Unit> {
    let asked = Asked { after: (0, ""), before: i64::MAX, count: 10_000 };
    let mut changed = Vec::new();
    for line in desk.store().noted(&asked).await.unwrap() {
        let entry: Value = serde_json::from_str(&line.entry).unwrap();
        if entry["outcome"] == "due" && entry["path"] == "scheduler" {
            let units = entry["changed"].as_array().unwrap().iter();
            changed.extend(units.map(|unit| Unit::from_key(unit.as_str().unwrap())));
        }
    }
    changed.sort();
    changed
}

fn sorted(units: &[Unit]) -> Vec<Unit> {
    let mut units = units.to_vec();
    units.sort();
    units
}

fn an_hour_later() -> DateTime<Utc> {
    start() + TimeDelta::hours(1)
}

#[test]
fn what_falls_due_is_done_without_a_reader() {
    let folder = Folder::of("reader");
    let place = Place::Sqlite(folder.file());
    run(async {
        let begun = desk(&place).await;
        let units = begin_returns(&begun, 3).await;
        let mut watched = Watched::default();
        look_after(&begun, &mut watched, start()).await;
        assert_eq!(
            (under_way(&begun, &units).await, noted(&begun).await),
            (3, vec![]),
            "too early"
        );
        drop(begun);

        // By a server that was started since, and knows nothing.
        let later = desk(&place).await;
        let mut watched = Watched::default();
        for _ in 0..3 {
            look_after(&later, &mut watched, an_hour_later()).await;
            assert_eq!(under_way(&later, &units).await, 0);
            assert_eq!(noted(&later).await, sorted(&units), "each once");
        }
        for unit in &units {
            let done = documents(&later, unit).await;
            rows(&later, unit.key(), "/providers/Microsoft.Capacity/reservations").await;
            assert_eq!(documents(&later, unit).await, done, "a reader finds nothing left to do");
        }
    });
}

/// A store whose every answer is a panic.
struct Panics;

impl Store for Panics {
    async fn load(&self, _: &Unit) -> Result<Snapshot, StoreError> {
        panic!("load")
    }

    async fn load_all(&self) -> Result<Whole, StoreError> {
        panic!("load_all")
    }

    async fn versions(&self) -> Result<BTreeMap<Unit, Version>, StoreError> {
        panic!("versions")
    }

    async fn blocks(&self) -> Result<BTreeMap<Unit, UnitBlock>, StoreError> {
        panic!("blocks")
    }

    async fn commit(&self, _: &[UnitChange]) -> Result<(), StoreError> {
        panic!("commit")
    }

    async fn keep_blocks(&self, _: &BTreeMap<Unit, UnitBlock>) -> Result<(), StoreError> {
        panic!("keep_blocks")
    }

    async fn replace_all(
        &self,
        _: Option<Version>,
        _: &BTreeMap<Unit, Contents>,
    ) -> Result<(), StoreError> {
        panic!("replace_all")
    }
}

/// Changes a file behind the back of the server.
fn tamper(folder: &Folder, sql: &str) {
    rusqlite::Connection::open(folder.file()).unwrap().execute_batch(sql).unwrap();
}

#[test]
fn a_partner_whose_store_fails_keeps_no_other_from_its_turn() {
    let [broken, whole] = ["broken", "whole"].map(Folder::of);
    run(async {
        let panics = Arc::new(Service::new(Panics, "http://host"));
        let failing = desk(&Place::Sqlite(broken.file())).await;
        let good = desk(&Place::Sqlite(whole.file())).await;
        let of_failing = begin_returns(&failing, 1).await;
        let of_good = begin_returns(&good, 1).await;
        let [mut first, mut second, mut third] = [(); 3].map(|()| Watched::default());
        tamper(&broken, "ALTER TABLE documents RENAME TO gone");
        look_after(&panics, &mut first, an_hour_later()).await;
        look_after(&failing, &mut second, an_hour_later()).await;
        look_after(&good, &mut third, an_hour_later()).await;
        assert_eq!(noted(&failing).await, []);
        assert_eq!(noted(&good).await, of_good);

        tamper(&broken, "ALTER TABLE gone RENAME TO documents");
        look_after(&panics, &mut first, an_hour_later()).await;
        look_after(&failing, &mut second, an_hour_later()).await;
        assert_eq!(noted(&failing).await, of_failing, "it is done as soon as it can be");
    });
}

#[test]
fn a_customer_who_cannot_be_changed_keeps_no_other_from_its_turn() {
    let folder = Folder::of("customer");
    run(async {
        let desk = desk(&Place::Sqlite(folder.file())).await;
        let units = sorted(&begin_returns(&desk, 3).await);
        let stuck = units[0].key();
        let trigger = "CREATE TRIGGER stuck BEFORE DELETE ON documents";
        tamper(
            &folder,
            &format!("{trigger} WHEN OLD.unit = '{stuck}' BEGIN SELECT RAISE(ABORT, 'stuck'); END"),
        );
        let mut watched = Watched::default();
        for _ in 0..3 {
            look_after(&desk, &mut watched, an_hour_later()).await;
        }
        assert_eq!(noted(&desk).await, units[1..]);
        tamper(&folder, "DROP TRIGGER stuck");
        look_after(&desk, &mut watched, an_hour_later()).await;
        assert_eq!(noted(&desk).await, units);
    });
}

#[test]
fn whatever_the_clock_says_what_is_due_is_done_once() {
    let day = TimeDelta::days(1);
    // Far ahead and back again, corrected to before it was begun, and behind by so little that it is smoothed over.
    for (name, clocks) in [
        ("ahead", vec![start() + day * 3_650, start(), an_hour_later()]),
        ("back", vec![start() - day * 2, start(), an_hour_later()]),
        ("behind", vec![start() - TimeDelta::seconds(1), an_hour_later(), start() - day * 400]),
    ] {
        let folder = Folder::of(name);
        run(async {
            let desk = desk(&Place::Sqlite(folder.file())).await;
            let units = begin_returns(&desk, 2).await;
            let mut watched = Watched::default();
            for clock in clocks {
                look_after(&desk, &mut watched, clock).await;
            }
            assert_eq!(under_way(&desk, &units).await, 0, "{name}");
            assert_eq!(noted(&desk).await, sorted(&units), "{name}");
        });
    }
}

#[test]
fn several_servers_on_one_database_do_the_work_once() {
    let folder = Folder::of("several");
    let postgres = Postgres::start("due");
    let mut places = vec![Place::Sqlite(folder.file())];
    places.extend(postgres.as_ref().map(|it| Place::parse(&it.database("due")).unwrap()));
    for place in &places {
        run(async {
            let desks =
                [desk(place).await, desk(place).await, desk(place).await, desk(place).await];
            let units = begin_returns(&desks[0], 5).await;
            let mut servers = tokio::task::JoinSet::new();
            for desk in desks.clone() {
                servers.spawn(async move {
                    let mut watched = Watched::default();
                    // Whoever was slower at one customer goes on with the next look.
                    for _ in 0..3 {
                        look_after(&desk, &mut watched, an_hour_later()).await;
                    }
                });
            }
            servers.join_all().await;
            assert_eq!(under_way(&desks[0], &units).await, 0);
            assert_eq!(noted(&desks[0]).await, sorted(&units), "each once");
        });
    }
}

#[test]
fn whoever_asks_for_all_customers_right_after_a_start_waits_and_is_not_turned_away() {
    let folder = Folder::of("start");
    let file = folder.file().display().to_string();
    let settings = ["--demo", "--data", &file, "--limits-concurrent", "1"].map(str::to_owned);
    let config = config::read(&settings, std::iter::empty()).unwrap();
    run(async {
        let store = AnyStore::open(&config.data, Layout::Made).await.unwrap();
        let own = Partner::own();
        let service = Arc::new(Service::new(store.of_partner(&own), "http://host"));
        let opened = (store, BTreeMap::from([(own, service)]));
        let page = http::Page::of(None).unwrap();
        let desk = http::desk::Desk::new(opened, page, &config, "http://host").unwrap();
        let desk = Arc::new(desk);
        let ask = |path: &str| {
            let peer = http::desk::Peer("127.0.0.1".parse().unwrap());
            let request = Request::get(path).header("authorization", "Bearer x");
            let request = request.body(axum::body::Body::empty()).unwrap();
            api::answer(Arc::clone(&desk), peer, request)
        };
        let lists: Vec<_> = (0..8).map(|_| tokio::spawn(ask(CUSTOMERS))).collect();
        let other = ask("/providers/Prorata/settings").await;
        assert_eq!(other.status(), 200, "others are answered meanwhile");
        assert!(lists.iter().all(|list| !list.is_finished()), "they wait");
        let scheduler = tokio::spawn(super::run(Arc::clone(&desk)));
        for list in lists {
            assert_eq!(list.await.unwrap().status(), 200);
        }
        assert!(*desk.has_read.borrow());
        scheduler.abort();
    });
}
