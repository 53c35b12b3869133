//! A day at the desk, which is answered alike whatever the store is.

use backend::{Caller, Moment, Service, Store};
use chrono::{DateTime, TimeDelta, Utc};
use http::Request;
use serde_json::{Value, json};

pub(crate) const SUMMARIES: &str = "GET /providers/Prorata/customerSummaries?$top=5";

/// A service with a clock and chance that are the same each time.
pub(crate) struct Told<S> {
    pub(crate) service: Service<S>,
    now: DateTime<Utc>,
    next: u128,
}

impl<S: Store> Told<S> {
    pub(crate) fn over(store: S) -> Self {
        let now = "2026-11-21T09:30:00Z".parse().expect("a moment");
        Self { service: Service::new(store, "http://host"), now, next: 1 }
    }

    pub(crate) async fn ask(&mut self, tenant: &str, what: &str, body: &Value) -> (u16, Value) {
        self.ask_under(None, tenant, what, body).await
    }

    pub(crate) async fn ask_under(
        &mut self,
        id: Option<&str>,
        tenant: &str,
        what: &str,
        body: &Value,
    ) -> (u16, Value) {
        self.now += TimeDelta::seconds(7);
        let (method, path) = what.split_once(' ').expect("a method and a path");
        let body = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
        let mut request = Request::builder().method(method).uri(path);
        if let Some(id) = id {
            request = request.header("x-ms-client-request-id", id);
        }
        let mut request = request.body(body).expect("a request");
        let role = Some(azure::Role::AdminAgent);
        let (tenant_id, name) = (tenant.to_owned(), "Robin Berg".to_owned());
        request.extensions_mut().insert(Caller { tenant_id, role, name, person: None });
        let mut entropy = || {
            self.next += 1;
            self.next
        };
        let moment = Moment { now: self.now, entropy: &mut entropy };
        let response = self.service.handle(request, moment).await;
        let status = response.status().as_u16();
        (status, serde_json::from_slice(response.body()).unwrap_or_default())
    }

    /// A day at the desk; everything that was answered.
    pub(crate) async fn story(mut self) -> Vec<(u16, Value)> {
        let mut told = Vec::new();
        told.push(self.ask("", SUMMARIES, &Value::Null).await);
        let rows = told[0].1["value"].as_array().expect("customers").clone();
        for row in rows.iter().take(3) {
            let tenant = row["customerId"].as_str().expect("a tenant");
            let list = "GET /providers/Microsoft.Capacity/reservations?api-version=2022-11-01";
            let (status, list) = self.ask(tenant, list, &Value::Null).await;
            let items = list["value"].as_array().expect("reservations").clone();
            told.push((status, list));
            for item in items.iter().take(4) {
                let id = item["id"].as_str().expect("an id");
                let order = id.split("/reservations/").next().expect("an order");
                let patch = json!({ "properties": { "name": "Renamed" } });
                let version = "api-version=2022-11-01";
                told.push(self.ask(tenant, &format!("PATCH {id}?{version}"), &patch).await);
                let wanted = json!({ "id": order, "properties": {
                    "scope": "Reservation",
                    "reservationToReturn": { "reservationId": id, "quantity": 1 },
                } });
                let what = format!("POST {order}/calculateRefund?{version}");
                let quote = self.ask(tenant, &what, &wanted).await;
                let mut body = wanted.clone();
                body["properties"]["sessionId"] = quote.1["properties"]["sessionId"].clone();
                body["properties"]["returnReason"] = "NoLongerNeeded".into();
                told.push(quote);
                told.push(self.ask(tenant, &format!("POST {order}/return?{version}"), &body).await);
            }
            let activities = "GET /providers/Prorata/activities";
            told.push(self.ask(tenant, activities, &Value::Null).await);
        }
        told.push(self.ask("", SUMMARIES, &Value::Null).await);
        let done = told.iter().filter(|(status, _)| *status < 300).count();
        assert!(done > 15, "most of it is done: {done} of {}", told.len());
        told
    }
}
