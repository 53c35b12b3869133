//! The records that are measured with, and what is asked of them.

use std::sync::atomic::{AtomicU64, Ordering};

use backend::{Caller, Moment, Service, Store};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::Utc;
use http::Request;
use serde_json::{Value, json};

/// How many customers there are, and how many reservations each of them has.
pub(crate) const CUSTOMERS: u64 = 5_000;
pub(crate) const OF_EACH: u64 = 20;
/// The customers of a part of the import.
const IN_PART: u64 = 50;
const VERSION: &str = "api-version=2022-11-01";

/// One that has many more, of which more is asked for at once than the limit allows: so many unless somebody wants
/// fewer, for what all of them cost together.
pub(crate) const RICH: u64 = 0;
pub(crate) const OF_RICH: u64 = 1_000;
const COST_OF_RICH: u64 = 300_000;

/// A request.
#[derive(Clone, Debug)]
pub(crate) struct Shot {
    /// The tenant of a customer; empty for the partner's own.
    pub(crate) tenant: String,
    pub(crate) method: &'static str,
    pub(crate) path: String,
    /// The id of a change.
    pub(crate) id: Option<String>,
    pub(crate) body: Vec<u8>,
}

impl Shot {
    pub(crate) fn get(tenant: &str, path: &str) -> Self {
        let (tenant, path) = (tenant.to_owned(), path.to_owned());
        Self { tenant, method: "GET", path, id: None, body: Vec::new() }
    }

    pub(crate) fn with(tenant: &str, method: &'static str, path: String, body: &Value) -> Self {
        let body = body.to_string().into_bytes();
        Self { tenant: tenant.to_owned(), method, path, id: None, body }
    }

    pub(crate) fn under_new_id(mut self) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        self.id = Some(guid(7, NEXT.fetch_add(1, Ordering::Relaxed)));
        self
    }

    /// As it goes over the network.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let token = URL_SAFE_NO_PAD.encode(json!({ "tid": self.tenant }).to_string());
        let mut head = format!(
            "{} {} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer demo.{token}\r\nContent-Length: {}\r\n",
            self.method,
            self.path,
            self.body.len()
        );
        if let Some(id) = &self.id {
            head += &format!("x-ms-client-request-id: {id}\r\n");
        }
        [head.as_bytes(), b"\r\n", &self.body].concat()
    }

    /// Asks the service itself.
    pub(crate) async fn ask<S: Store>(&self, service: &Service<S>) -> (u16, Vec<u8>) {
        let mut request = Request::builder().method(self.method).uri(&*self.path);
        if let Some(id) = &self.id {
            request = request.header("x-ms-client-request-id", id);
        }
        let mut request = request.body(self.body.clone()).expect("a request");
        let role = Some(azure::Role::AdminAgent);
        let (tenant_id, name) = (self.tenant.clone(), "Measurement".to_owned());
        request.extensions_mut().insert(Caller { tenant_id, role, name, person: None });
        let mut entropy = random_bits;
        let moment = Moment { now: Utc::now(), entropy: &mut entropy };
        let response = service.handle(request, moment).await;
        (response.status().as_u16(), response.into_body())
    }
}

fn random_bits() -> u128 {
    let mut bits = [0; 16];
    getrandom::fill(&mut bits).expect("random bits");
    u128::from_le_bytes(bits)
}

fn guid(kind: u64, number: u64) -> String {
    format!("{kind}0000000-0000-4000-8000-{number:012}")
}

pub(crate) fn tenant(customer: u64) -> String {
    guid(4, customer)
}

/// The number of a reservation among all.
fn number_of(customer: u64, of: u64) -> u64 {
    if customer == RICH { CUSTOMERS * OF_EACH + of } else { customer * OF_EACH + of }
}

fn reservation(customer: u64, of: u64, of_rich: u64) -> Value {
    let is_rich = customer == RICH;
    let number = number_of(customer, of);
    json!({
        "source": { "file": "list.csv", "line": number + 1 },
        "id": guid(2, number),
        "orderId": guid(1, number),
        "displayName": format!("Servers {number}"),
        "sku": "Standard_D2s_v5",
        "region": "westeurope",
        "reservedResourceType": "VirtualMachines",
        // So many that they do not run out.
        "quantity": if is_rich { 1 } else { 90 },
        "term": "P3Y",
        "purchaseDate": "2025-03-01",
        "state": "Succeeded",
        "billingPlan": "Upfront",
        "unitPrice": if is_rich { (COST_OF_RICH / of_rich).to_string() } else { "12".to_owned() },
        "currencyCode": "USD",
    })
}

/// Fills a store that was never used with the first so many customers, in the way of the page: part by part, and then
/// at once.
pub(crate) async fn fill<S: Store>(service: &Service<S>, customers: u64, of_rich: u64) {
    let ask = async |shot: Shot| {
        let (status, body) = shot.ask(service).await;
        let body: Value = serde_json::from_slice(&body).unwrap_or_default();
        assert!(status < 300, "{} {}: {body}", shot.method, shot.path);
        body
    };
    const IMPORTS: &str = "/providers/Prorata/imports";
    let files = json!([{ "name": "list.csv", "kind": "Portal", "rows": customers * OF_EACH }]);
    let begun = json!({ "files": files, "startEmpty": true });
    let import = ask(Shot::with("", "POST", IMPORTS.to_owned(), &begun)).await;
    let import = format!("{IMPORTS}/{}", import["id"].as_str().expect("an id"));
    for part in 0..customers.div_ceil(IN_PART) {
        let of_customer = |customer: u64| {
            let count = if customer == RICH { of_rich } else { OF_EACH };
            let reservations: Vec<Value> =
                (0..count).map(|of| reservation(customer, of, of_rich)).collect();
            json!({ "tenantId": tenant(customer), "name": format!("Customer {customer}"),
                "reservations": reservations, "bookings": [] })
        };
        let of_part = part * IN_PART..customers.min((part + 1) * IN_PART);
        let body = json!({ "customers": of_part.map(of_customer).collect::<Vec<Value>>() });
        let told = ask(Shot::with("", "PUT", format!("{import}/parts/{part}"), &body)).await;
        assert_eq!(told["rejected"], json!([]));
    }
    ask(Shot::with("", "POST", format!("{import}/commit"), &Value::Null)).await;
}

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// The first customers.
    Customers,
    /// The reservations of a customer.
    Reservations,
    /// The quote of a return, which is kept so that it can be carried out.
    Quote,
    /// A return of one unit.
    Return,
}

/// All of them, with what they are called.
pub(crate) const KINDS: [(Kind, &str); 4] = [
    (Kind::Customers, "list of 50 customers"),
    (Kind::Reservations, "list of a customer's 20 reservations"),
    (Kind::Quote, "quote of a return"),
    (Kind::Return, "return"),
];

/// The number-th of many that are spread over customers and reservations; never that of [`RICH`].
fn spread(number: u64) -> (u64, u64) {
    let mixed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20;
    (1 + mixed % (CUSTOMERS - 1), mixed / CUSTOMERS % OF_EACH)
}

/// The number-th of returns: no reservation twice before all of them had their turn, since one that is being returned
/// cannot be returned.
fn returned(number: u64) -> (u64, u64) {
    const CUSTOMERS_SPREAD: u64 = CUSTOMERS - 1;
    const ALL: u64 = CUSTOMERS_SPREAD * OF_EACH;
    // It has no divisor in common with them.
    let mixed = number % ALL * 61_803 % ALL;
    (1 + mixed % CUSTOMERS_SPREAD, mixed / CUSTOMERS_SPREAD)
}

fn of_order(customer: u64, of: u64) -> (String, String) {
    let number = number_of(customer, of);
    let order = format!("/providers/Microsoft.Capacity/reservationOrders/{}", guid(1, number));
    let item = format!("{order}/reservations/{}", guid(2, number));
    (order, item)
}

/// What is asked as the number-th for reading.
pub(crate) fn reading(kind: Kind, number: u64) -> Shot {
    match kind {
        Kind::Customers => {
            Shot::get("", &format!("/providers/Prorata/customerSummaries?$top=50&{VERSION}"))
        }
        Kind::Reservations => {
            let (customer, _) = spread(number);
            let path = format!("/providers/Microsoft.Capacity/reservations?{VERSION}");
            Shot::get(&tenant(customer), &path)
        }
        Kind::Quote => {
            let (customer, of) = spread(number);
            quote(customer, of)
        }
        Kind::Return => {
            let (customer, of) = returned(number);
            quote(customer, of)
        }
    }
}

pub(crate) fn quote(customer: u64, of: u64) -> Shot {
    let (order, item) = of_order(customer, of);
    let body = json!({ "id": order, "properties": { "scope": "Reservation",
        "reservationToReturn": { "reservationId": item, "quantity": 1 } } });
    Shot::with(&tenant(customer), "POST", format!("{order}/calculateRefund?{VERSION}"), &body)
}

/// The return of what a quote is of.
pub(crate) fn returning(quote: &Shot, answer: &Value) -> Shot {
    let mut body: Value = serde_json::from_slice(&quote.body).expect("the quote is JSON");
    body["properties"]["sessionId"] = answer["properties"]["sessionId"].clone();
    body["properties"]["returnReason"] = "NoLongerNeeded".into();
    let path = quote.path.replace("/calculateRefund?", "/return?");
    Shot::with(&quote.tenant, "POST", path, &body).under_new_id()
}

/// A cancellation that is entered by hand, years ago so that it takes nothing of the limit.
pub(crate) fn entering(customer: u64, number: u64) -> (String, Shot) {
    let entry = guid(6, number);
    let body = json!({ "properties": { "date": "2020-01-05", "usd": "1.50", "source": "load" } });
    let path = format!("/providers/Prorata/ledgerEntries/{entry}?{VERSION}");
    (entry, Shot::with(&tenant(customer), "PUT", path, &body).under_new_id())
}

pub(crate) fn entries(customer: u64) -> Shot {
    Shot::get(&tenant(customer), &format!("/providers/Prorata/ledgerEntries?{VERSION}"))
}
