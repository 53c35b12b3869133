//! What a request costs the service, and that it costs no more after many quotes.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use backend::{MemoryStore, Moment, Service};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use divan::{Bencher, black_box};
use http::Request;
use serde_json::{Value, json};

fn main() {
    divan::main();
}

/// The service over the demonstration, and somebody who works for one customer.
struct Desk {
    service: Service<MemoryStore>,
    tenant: String,
    now: DateTime<Utc>,
}

impl Desk {
    fn open() -> Self {
        let service = Service::new(MemoryStore::default(), "https://host.example/api");
        let now = "2026-11-21T09:30:00Z".parse().expect("a time");
        let mut desk = Self { service, tenant: String::new(), now };
        let customers = desk.ask("GET /providers/Prorata/customerSummaries", &Value::Null);
        let is_it = |row: &&Value| {
            row["displayName"].as_str().is_some_and(|name| name.starts_with("Kupferhain"))
        };
        let rows = customers["value"].as_array().expect("a list");
        let row = rows.iter().find(is_it).expect("the customer");
        desk.tenant = row["customerId"].as_str().expect("an id").to_owned();
        desk
    }

    fn ask(&self, what: &str, body: &Value) -> Value {
        let (method, path) = what.split_once(' ').expect("a method and a path");
        let claims = json!({ "tid": self.tenant, "role": "AdminAgent", "name": "Robin Berg" });
        let token = format!("Bearer demo.{}", URL_SAFE_NO_PAD.encode(claims.to_string()));
        let request = Request::builder()
            .method(method)
            .uri(format!("{path}?api-version=2022-11-01"))
            .header("authorization", token)
            .body(if body.is_null() { Vec::new() } else { body.to_string().into_bytes() })
            .expect("a request");
        let mut last = 0_u128;
        let mut entropy = || {
            last += 1;
            last.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)
        };
        let moment = Moment { now: self.now, entropy: &mut entropy };
        let response = ready(self.service.handle(request, moment));
        assert!(response.status().is_success(), "{what}");
        serde_json::from_slice(response.body()).unwrap_or(Value::Null)
    }

    /// Asks for the quote of a refund over and over.
    fn after(quotes: usize) -> Self {
        let mut desk = Self::open();
        let list = desk.ask("GET /providers/Microsoft.Capacity/reservations", &Value::Null);
        let rows = list["value"].as_array().expect("a list");
        let runs = |row: &&Value| row["properties"]["provisioningState"] == "Succeeded";
        let id = rows.iter().find(runs).expect("one runs")["id"].as_str().expect("an id");
        let order = id.split("/reservations/").next().expect("an order").to_owned();
        let body = json!({ "properties": {
            "reservationToReturn": { "reservationId": id, "quantity": 1 },
        } });
        for _ in 0..quotes {
            desk.now += std::time::Duration::from_millis(500);
            desk.ask(&format!("POST {order}/calculateRefund"), &body);
        }
        desk
    }
}

/// Runs a future that never waits for anything outside.
fn ready<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
        unreachable!("memory is always there")
    };
    value
}

#[divan::bench(args = [0, 1_000])]
fn reading_subscriptions_after_quotes(bencher: Bencher<'_, '_>, quotes: usize) {
    let desk = Desk::after(quotes);
    bencher.bench_local(|| {
        desk.ask(black_box("GET /subscriptions"), &Value::Null);
    });
}

#[divan::bench(args = [0, 1_000])]
fn reading_reservations_after_quotes(bencher: Bencher<'_, '_>, quotes: usize) {
    let desk = Desk::after(quotes);
    bencher.bench_local(|| {
        desk.ask(black_box("GET /providers/Microsoft.Capacity/reservations"), &Value::Null);
    });
}

#[divan::bench]
fn reading_all_customers(bencher: Bencher<'_, '_>) {
    let mut desk = Desk::open();
    desk.tenant = String::new();
    let account = desk.ask("GET /providers/Prorata/account", &Value::Null);
    let account = account["billingAccountId"].as_str().expect("an account").to_owned();
    let what = format!("GET /providers/Microsoft.Billing/billingAccounts/{account}/customers");
    bencher.bench_local(|| {
        desk.ask(black_box(&what), &Value::Null);
    });
}
