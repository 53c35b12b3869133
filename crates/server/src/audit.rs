//! Who has changed what, from where, and what became of it.
//!
//! Invariant: a change and its line are in one commit, so that there is never one without the other. A line is
//! never changed and never removed. What was refused is noted after it was answered.

use std::net::IpAddr;
use std::sync::Arc;

use ::http::request::Parts;
use backend::{Unit, UnitChange};
use serde::Serialize;
use serde_json::Value;

use crate::moment;

/// A line, as it is stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Line {
    /// Milliseconds since 1970.
    pub(crate) at: i64,
    pub(crate) id: String,
    /// An [`Entry`] as JSON.
    pub(crate) entry: String,
}

/// What is known of a request before it is answered.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Request {
    /// Who asks; null for the server itself.
    pub(crate) by: Option<By>,
    /// The address that it came from.
    pub(crate) address: Option<String>,
    pub(crate) request_id: String,
    pub(crate) client_request_id: Option<String>,
    pub(crate) method: String,
    pub(crate) path: String,
    /// The tenant whose records it is about; null for the partner's own.
    pub(crate) unit: Option<String>,
    /// The session of the quote that is to be carried out.
    pub(crate) quote: Option<String>,
    /// Whose accounts it is about, where it is about accounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) partner: Option<String>,
    /// What the id of the request is made of.
    #[serde(skip)]
    pub(crate) bits: u128,
}

/// A person.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub(crate) struct By {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) role: Option<&'static str>,
}

/// What became of a request.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Outcome {
    /// It was carried out.
    Done,
    /// Time has passed, and what was due is done; nobody has asked for it.
    Due,
    /// Nothing was changed.
    Refused,
    /// Nobody knows.
    Unknown,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'a> {
    at: String,
    id: &'a str,
    outcome: Outcome,
    /// What was answered, where that is known.
    status: Option<u16>,
    #[serde(flatten)]
    request: &'a Request,
    /// What was changed, by the keys of units.
    changed: Vec<&'a str>,
}

tokio::task_local! {
    static ASKED: Arc<Request>;
}

impl Request {
    /// Something that the server does by itself; without a method, what is due.
    pub(crate) fn of_server(method: &str, what: &str) -> Self {
        let bits = moment::request_bits();
        Self {
            by: None,
            address: None,
            request_id: moment::name_of(bits),
            client_request_id: None,
            method: method.to_owned(),
            path: what.to_owned(),
            unit: None,
            quote: None,
            partner: None,
            bits,
        }
    }

    /// What is known of a request that has come.
    pub(crate) fn of(parts: &Parts, address: Option<IpAddr>, by: Option<By>) -> Self {
        let text = |name: &str| parts.headers.get(name).and_then(|it| it.to_str().ok());
        let text = |name: &str| text(name).filter(|it| it.len() <= 100).map(str::to_owned);
        Self {
            by,
            address: address.map(|address| address.to_string()),
            client_request_id: text("x-ms-client-request-id").or_else(|| text("idempotency-key")),
            // A path can be as long as a header.
            path: parts.uri.path().chars().take(1_000).collect(),
            ..Self::of_server(parts.method.as_str(), "")
        }
    }

    /// Notes the quote that a body names.
    pub(crate) fn note_quote(&mut self, body: &[u8]) {
        const BYTES_MAX: usize = 64 * 1024;
        let body = Some(body).filter(|body| body.len() <= BYTES_MAX);
        let body: Option<Value> = body.and_then(|body| serde_json::from_slice(body).ok());
        let session = body.as_ref().and_then(|body| body["properties"]["sessionId"].as_str());
        self.quote = session.filter(|session| session.len() <= 100).map(str::to_owned);
    }

    fn is_question(&self) -> bool {
        matches!(self.method.as_str(), "" | "GET" | "HEAD" | "OPTIONS")
    }

    /// The line about it.
    pub(crate) fn line(&self, outcome: Outcome, status: Option<u16>, changed: Vec<&str>) -> Line {
        let (now, id) = (moment::now(), moment::request_id());
        let at = now.to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
        let entry = Entry { at, id: &id, outcome, status, request: self, changed };
        let entry = serde_json::to_string(&entry).expect("texts and numbers are JSON");
        Line { at: now.timestamp_millis(), id, entry }
    }
}

/// Does something in the name of a request: whatever is committed meanwhile is noted as its change.
pub(crate) async fn in_name_of<T>(request: Arc<Request>, work: impl Future<Output = T>) -> T {
    ASKED.scope(request, work).await
}

fn asked() -> Arc<Request> {
    let unnamed = || Arc::new(Request::of_server("POST", "prorata-server"));
    ASKED.try_with(Arc::clone).unwrap_or_else(|_| unnamed())
}

/// The line about a commit, to be stored within it; `None` for what was only quoted.
pub(crate) fn of_commit(changes: &[UnitChange]) -> Option<Line> {
    let mut changed = changes.iter().map(|change| &change.unit);
    changed.any(|unit| !matches!(unit, Unit::Quotes(_))).then(|| {
        let changed = changes.iter().map(|change| change.unit.key()).collect();
        line_about(changed)
    })
}

/// The line about everything being replaced, to be stored within the commit.
pub(crate) fn of_replacing() -> Line {
    line_about(vec!["*"])
}

fn line_about(changed: Vec<&str>) -> Line {
    let request = asked();
    let outcome = if request.is_question() { Outcome::Due } else { Outcome::Done };
    request.line(outcome, None, changed)
}
