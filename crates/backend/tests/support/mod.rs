//! A desk at which people of the partner ask the service, with a clock that is set by hand.

#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::cell::Cell;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use backend::{Change, Documents, MemoryStore, Moment, Service, Store, Unit};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use http::{Request, Response};
use serde_json::{Value, json};

pub(crate) mod exchange;
pub(crate) mod failing;

pub(crate) const PUBLIC_URL: &str = "https://host.example/prorata/api";
/// A Saturday morning on which nothing special happens.
pub(crate) const START: &str = "2026-11-21T09:30:00Z";

/// The service, its clock, and who is asking.
pub(crate) struct Desk<S = MemoryStore> {
    pub(crate) service: Service<S>,
    now: Cell<DateTime<Utc>>,
    next_id: Cell<u128>,
}

/// Who asks: the tenant and the role of the token.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) tenant: String,
    pub(crate) role: &'static str,
}

impl Person {
    pub(crate) fn of(tenant: &str) -> Self {
        Self { tenant: tenant.to_owned(), role: "AdminAgent" }
    }

    pub(crate) fn with_role(&self, role: &'static str) -> Self {
        Self { role, ..self.clone() }
    }

    pub(crate) fn token(&self) -> String {
        let claims = json!({ "tid": self.tenant, "role": self.role, "name": "Robin Berg" });
        format!("Bearer demo.{}", URL_SAFE_NO_PAD.encode(claims.to_string()))
    }
}

/// An answer with its body read.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: Value,
    pub(crate) response: Response<Vec<u8>>,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.response.headers().get(name).and_then(|value| value.to_str().ok())
    }

    /// The rows of a list.
    #[track_caller]
    pub(crate) fn rows(&self) -> &Vec<Value> {
        assert_eq!(self.status, 200, "{}", self.body);
        self.body["value"].as_array().expect("a list")
    }

    /// The code of the error envelope.
    #[track_caller]
    pub(crate) fn code(&self) -> &str {
        let message = self.body["error"]["message"].as_str().unwrap_or_default();
        assert!(!message.is_empty(), "an error says what is wrong: {}", self.body);
        self.body["error"]["code"].as_str().unwrap_or_default()
    }
}

impl Desk {
    pub(crate) fn open() -> Self {
        Self::over(MemoryStore::default())
    }
}

impl<S: Store> Desk<S> {
    pub(crate) fn over(store: S) -> Self {
        Self::of(Service::new(store, PUBLIC_URL))
    }

    pub(crate) fn of(service: Service<S>) -> Self {
        let now = Cell::new(START.parse().expect("a time"));
        Self { service, now, next_id: Cell::new(1) }
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.now.get()
    }

    pub(crate) fn wait(&self, duration: TimeDelta) {
        self.now.set(self.now.get() + duration);
    }

    /// Sets the clock, forwards or back.
    pub(crate) fn set_clock(&self, now: &str) {
        self.now.set(now.parse().expect("a time"));
    }

    /// The documents of a customer as they are stored.
    pub(crate) fn stored(&self, person: &Person) -> Documents {
        let unit = Unit::customer(&person.tenant).expect("a customer");
        block_on(self.service.store().load(&unit)).expect("the store").documents
    }

    /// Changes the documents of a unit behind the back of the service.
    pub(crate) fn tamper(&self, unit: &Unit, change: impl FnOnce(&mut Documents)) {
        let store = self.service.store();
        let snapshot = block_on(store.load(unit)).expect("the store");
        let mut documents = snapshot.documents.clone();
        change(&mut documents);
        let gone = snapshot.documents.into_keys().filter(|key| !documents.contains_key(key));
        let mut changes: Vec<Change> = gone.map(|key| Change::Remove { key }).collect();
        let put = |(key, document): (&String, &String)| Change::Put {
            key: key.clone(),
            document: document.clone(),
        };
        changes.extend(documents.iter().map(put));
        block_on(store.commit(unit, snapshot.version, &changes)).expect("the store");
    }

    /// Changes the documents of a customer behind the back of the service.
    pub(crate) fn tamper_with(&self, person: &Person, change: impl FnOnce(&mut Documents)) {
        self.tamper(&Unit::customer(&person.tenant).expect("a customer"), change);
    }

    /// Sends a request as it is.
    pub(crate) async fn send(&self, request: Request<Vec<u8>>) -> Response<Vec<u8>> {
        let mut next_id = self.next_id.get() * 1_000;
        self.next_id.set(self.next_id.get() + 1);
        let mut entropy = move || {
            next_id += 1;
            // Spread over all digits, so that the version bits of a GUID do not hide it.
            next_id.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)
        };
        self.service.handle(request, Moment { now: self.now.get(), entropy: &mut entropy }).await
    }

    /// Sends `METHOD path`, with the version of the API added.
    pub(crate) async fn ask_with(
        &self,
        person: &Person,
        what: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> Reply {
        let (method, path) = what.split_once(' ').expect("a method and a path");
        let separator = if path.contains('?') { '&' } else { '?' };
        let uri = format!("{path}{separator}api-version=2022-11-01").replace(' ', "%20");
        let mut request = Request::builder().method(method).uri(uri);
        request = request.header("authorization", person.token());
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
        let response = self.send(request.body(body).expect("a request")).await;
        let body = serde_json::from_slice(response.body()).unwrap_or(Value::Null);
        Reply { status: response.status().as_u16(), body, response }
    }

    pub(crate) fn ask(&self, person: &Person, what: &str) -> Reply {
        block_on(self.ask_with(person, what, &[], &Value::Null))
    }

    pub(crate) fn post(&self, person: &Person, path: &str, body: &Value) -> Reply {
        block_on(self.ask_with(person, &format!("POST {path}"), &[], body))
    }

    /// Sends `METHOD path` with a body.
    pub(crate) fn send_body(&self, person: &Person, what: &str, body: &Value) -> Reply {
        block_on(self.ask_with(person, what, &[], body))
    }

    /// Asks for the result of an operation, at the place that the answer names.
    pub(crate) fn follow(&self, person: &Person, reply: &Reply) -> Reply {
        let place = reply.header("location").expect("where to look");
        let path = place.strip_prefix(PUBLIC_URL).and_then(|rest| rest.split('?').next());
        self.ask(person, &format!("GET {}", path.expect("a path of the service")))
    }

    /// The activities of a customer, the newest first.
    pub(crate) fn activities(&self, person: &Person) -> Vec<Value> {
        self.ask(person, "GET /providers/Prorata/activities").rows().clone()
    }

    /// Somebody in the partner's own tenant.
    pub(crate) fn partner(&self) -> Person {
        let account = self.ask(&Person::of(""), "GET /providers/Prorata/account");
        Person::of(account.body["partnerTenantId"].as_str().expect("a partner"))
    }

    /// The partner's person in the tenant of the customer whose name begins so.
    pub(crate) fn customer(&self, name: &str) -> Person {
        let summary = self.summary(name);
        Person::of(summary["customerId"].as_str().expect("a customer"))
    }

    /// Puts a refund policy into force for all customers of the partner.
    #[track_caller]
    pub(crate) fn adopt(&self, policy: &str) {
        let settings = json!({ "refundPolicy": policy });
        let reply = self.send_body(&Person::of(""), "PUT /providers/Prorata/settings", &settings);
        assert_eq!((reply.status, &reply.body), (200, &settings));
    }

    /// The line of the customer list.
    pub(crate) fn summary(&self, name: &str) -> Value {
        let reply = self.ask(&self.partner(), "GET /providers/Prorata/customerSummaries");
        let named = |row: &&Value| row["displayName"].as_str().is_some_and(|n| n.starts_with(name));
        reply.rows().iter().find(named).expect(name).clone()
    }

    /// The reservation of a tenant with this display name.
    pub(crate) fn reservation(&self, person: &Person, name: &str) -> Item {
        let reply = self.ask(person, "GET /providers/Microsoft.Capacity/reservations");
        let named = |row: &&Value| row["properties"]["displayName"] == name;
        Item::of(reply.rows().iter().find(named).expect(name))
    }
}

/// The ids of one reservation.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) order: String,
    pub(crate) quantity: u64,
}

impl Item {
    pub(crate) fn of(row: &Value) -> Self {
        let id = row["id"].as_str().expect("an id").to_owned();
        let order = id.split("/reservations/").next().unwrap_or_default().to_owned();
        let quantity = row["properties"]["quantity"].as_u64().expect("a quantity");
        Self { id, order, quantity }
    }

    /// The body of `calculateRefund`.
    pub(crate) fn refund_body(&self, units: u64) -> Value {
        json!({
            "id": self.order,
            "properties": {
                "scope": "Reservation",
                "reservationToReturn": { "reservationId": self.id, "quantity": units },
            },
        })
    }

    /// The body of `return` for the quote of an answer.
    pub(crate) fn return_body(&self, units: u64, quote: &Value) -> Value {
        json!({
            "properties": {
                "sessionId": quote["properties"]["sessionId"],
                "scope": "Reservation",
                "reservationToReturn": { "reservationId": self.id, "quantity": units },
                "returnReason": "No longer needed",
            },
        })
    }
}

/// Runs a future that never waits for anything outside.
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}
