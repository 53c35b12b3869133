//! Many who want the same at once: one does the work, and the others wait for it.

use std::collections::BTreeMap;
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Duration;

use azure::Role;
use backend::{
    Caller, Contents, MemoryStore, Moment, Service, Snapshot, Store, StoreError, Unit, UnitBlock,
    UnitChange, Version, Whole,
};
use chrono::{DateTime, TimeDelta, Utc};
use http::Request;

const CROWD: usize = 16;

/// A store that counts how often a customer's records were read, and takes its time for it.
#[derive(Default)]
struct Counting {
    store: MemoryStore,
    customers: AtomicUsize,
}

impl Store for Counting {
    async fn load(&self, unit: &Unit) -> Result<Snapshot, StoreError> {
        if matches!(unit, Unit::Customer(_)) {
            self.customers.fetch_add(1, Ordering::Relaxed);
            thread::sleep(Duration::from_millis(2));
        }
        self.store.load(unit).await
    }

    async fn load_all(&self) -> Result<Whole, StoreError> {
        self.store.load_all().await
    }

    async fn versions(&self) -> Result<BTreeMap<Unit, Version>, StoreError> {
        self.store.versions().await
    }

    async fn blocks(&self) -> Result<BTreeMap<Unit, UnitBlock>, StoreError> {
        self.store.blocks().await
    }

    async fn commit(&self, changes: &[UnitChange]) -> Result<(), StoreError> {
        self.store.commit(changes).await
    }

    async fn keep_blocks(&self, blocks: &BTreeMap<Unit, UnitBlock>) -> Result<(), StoreError> {
        self.store.keep_blocks(blocks).await
    }

    async fn replace_all(
        &self,
        expected: Option<Version>,
        contents: &BTreeMap<Unit, Contents>,
    ) -> Result<(), StoreError> {
        self.store.replace_all(expected, contents).await
    }
}

/// A thread that sleeps until it is called.
struct Sleeper(Thread);

impl Wake for Sleeper {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let waker = Waker::from(Arc::new(Sleeper(thread::current())));
    let (mut future, mut context) = (pin!(future), Context::from_waker(&waker));
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(value) => return value,
            Poll::Pending => thread::park(),
        }
    }
}

fn ask(service: &Service<Counting>, now: DateTime<Utc>, what: &str, body: &str) -> u16 {
    let (method, path) = what.split_once(' ').expect("a method and a path");
    let request = Request::builder().method(method).uri(path).body(body.as_bytes().to_vec());
    let mut request = request.expect("a request");
    let (role, name) = (Some(Role::AdminAgent), "Robin Berg".to_owned());
    request.extensions_mut().insert(Caller { tenant_id: String::new(), role, name, person: None });
    let mut next = 0;
    let mut entropy = move || {
        next += 1;
        next
    };
    let moment = Moment { now, entropy: &mut entropy };
    block_on(service.handle(request, moment)).status().as_u16()
}

/// Asks for the list as many at once, each a moment before or after the others, and says how many customers were read.
fn crowd(service: &Service<Counting>, now: DateTime<Utc>) -> usize {
    let before = service.store().customers.load(Ordering::Relaxed);
    let barrier = Barrier::new(CROWD);
    thread::scope(|scope| {
        for number in 0..CROWD {
            let barrier = &barrier;
            let now = now - TimeDelta::milliseconds(number as i64);
            scope.spawn(move || {
                barrier.wait();
                let list = "GET /providers/Prorata/customerSummaries";
                assert_eq!(ask(service, now, list, ""), 200);
            });
        }
    });
    service.store().customers.load(Ordering::Relaxed) - before
}

#[test]
fn of_many_who_list_all_customers_one_reads_their_records() {
    let service = Service::new(Counting::default(), "http://host");
    let now: DateTime<Utc> = "2026-11-21T09:30:00Z".parse().expect("a moment");
    // The first who asks for anything fills the store.
    assert_eq!(ask(&service, now, "GET /providers/Prorata/settings", ""), 200);
    let versions = block_on(service.store().versions()).expect("the store");
    let customers = versions.keys().filter(|unit| matches!(unit, Unit::Customer(_))).count();
    assert!(customers > 10);
    assert_eq!(crowd(&service, now), customers, "each is read once");
    assert_eq!(crowd(&service, now), 0, "nothing is left to read");
    let reset = "POST /providers/Prorata/reset";
    assert_eq!(ask(&service, now, reset, r#"{ "to": "demonstration" }"#), 204);
    assert_eq!(crowd(&service, now), customers, "everything was replaced");
}
