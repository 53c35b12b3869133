//! One request to the service, and its answer.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::header::{HeaderName, HeaderValue};
use http::{Method, Request, Response};
use serde_json::{Value, json};

/// Where the service is reached from outside.
pub(crate) const PUBLIC_URL: &str = "https://host.example/prorata/api";
/// The header that names one change of one person.
pub(crate) const CLIENT_REQUEST_ID: &str = "x-ms-client-request-id";
/// How much of a body is shown.
const SHOWN_BYTES: usize = 700;

/// Who asks: the tenant and the role of the token.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Person {
    pub(crate) tenant: String,
    pub(crate) role: &'static str,
}

impl Person {
    pub(crate) fn of(tenant: &str) -> Self {
        Self { tenant: tenant.to_owned(), role: "AdminAgent" }
    }

    fn token(&self) -> String {
        let claims = json!({ "tid": self.tenant, "role": self.role, "name": "Robin Berg" });
        format!("Bearer demo.{}", URL_SAFE_NO_PAD.encode(claims.to_string()))
    }
}

/// What a request is meant to change, as far as the books have to know.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Intent {
    /// A question.
    Nothing,
    /// Something that is recorded, and that moves no units out of an order.
    Change,
    /// Something that leaves no record when there is nothing to do, or a quote.
    Loose,
    /// Units of an order are returned.
    Return { order: String, units: u64 },
    /// Units are exchanged.
    Exchange,
    /// An order is bought.
    Buy { order: String },
    /// A name is given to a reservation.
    Rename { reservation: String, name: String },
    /// Everything begins anew.
    StartOver,
}

impl Intent {
    /// Whether a request that means this leaves a record when it is done.
    pub(crate) fn is_recorded(&self) -> bool {
        match self {
            Self::Change
            | Self::Return { .. }
            | Self::Exchange
            | Self::Buy { .. }
            | Self::Rename { .. } => true,
            Self::Nothing | Self::Loose | Self::StartOver => false,
        }
    }
}

/// A request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Ask {
    pub(crate) person: Person,
    pub(crate) method: String,
    /// With its query, encoded.
    pub(crate) uri: String,
    /// In the order in which they are sent.
    pub(crate) headers: Vec<(String, Vec<u8>)>,
    pub(crate) body: Vec<u8>,
    pub(crate) intent: Intent,
    /// Whether it is as it was meant; one that was broken may mean something else.
    pub(crate) is_exact: bool,
}

impl Ask {
    /// `METHOD path`, with the version of the API added.
    pub(crate) fn new(person: &Person, what: &str, body: &Value, intent: Intent) -> Self {
        let (method, path) = what.split_once(' ').unwrap_or(("GET", what));
        let separator = if path.contains('?') { '&' } else { '?' };
        let uri = format!("{path}{separator}api-version=2022-11-01").replace(' ', "%20");
        let body = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
        let headers = vec![("authorization".to_owned(), person.token().into_bytes())];
        let method = method.to_owned();
        Self { person: person.clone(), method, uri, headers, body, intent, is_exact: true }
    }

    /// A question.
    pub(crate) fn get(person: &Person, path: &str) -> Self {
        Self::new(person, &format!("GET {path}"), &Value::Null, Intent::Nothing)
    }

    pub(crate) fn with_header(mut self, name: &str, value: &str) -> Self {
        self.set_header(name, value.as_bytes().to_vec());
        self
    }

    pub(crate) fn set_header(&mut self, name: &str, value: Vec<u8>) {
        self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self.headers.push((name.to_owned(), value));
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        std::str::from_utf8(&found.1).ok()
    }

    /// The same request by somebody else.
    pub(crate) fn by(mut self, person: Person) -> Self {
        self.set_header("authorization", person.token().into_bytes());
        self.person = person;
        self
    }

    /// Whether it is one of those that never change anything.
    pub(crate) fn is_question(&self) -> bool {
        matches!(self.method.as_str(), "GET" | "HEAD" | "OPTIONS")
    }

    /// The path in lower case, without the query and without slashes that mean nothing.
    pub(crate) fn path(&self) -> String {
        let path = self.uri.split('?').next().unwrap_or_default().to_ascii_lowercase();
        path.split('/').filter(|part| !part.is_empty()).map(|part| format!("/{part}")).collect()
    }

    /// As the service takes it; `None` for what no program that speaks HTTP can send.
    pub(crate) fn request(&self) -> Option<Request<Vec<u8>>> {
        let method = Method::from_bytes(self.method.as_bytes()).ok()?;
        let mut request = Request::new(self.body.clone());
        *request.uri_mut() = self.uri.parse().ok()?;
        *request.method_mut() = method;
        for (name, value) in &self.headers {
            let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
            request.headers_mut().append(name, HeaderValue::from_bytes(value).ok()?);
        }
        Some(request)
    }
}

impl fmt::Display for Ask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Person { tenant, role } = &self.person;
        write!(f, "{} {} [{role} of {tenant}", self.method, shown(self.uri.as_bytes()))?;
        for (name, value) in self.headers.iter().filter(|(name, _)| name != "authorization") {
            write!(f, ", {name}: {}", shown(value))?;
        }
        f.write_str("]")?;
        if !self.body.is_empty() {
            write!(f, " {}", shown(&self.body))?;
        }
        Ok(())
    }
}

/// An answer with its body read.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    /// Null where there is none, or none that can be read.
    pub(crate) body: Value,
    pub(crate) raw: Vec<u8>,
    headers: http::HeaderMap,
}

impl Reply {
    pub(crate) fn of(response: Response<Vec<u8>>) -> Self {
        let (head, raw) = response.into_parts();
        let body = serde_json::from_slice(&raw).unwrap_or(Value::Null);
        Self { status: head.status.as_u16(), body, raw, headers: head.headers }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Whether it says that nobody knows what was done.
    pub(crate) fn is_unknown(&self) -> bool {
        self.status == 503 && self.body["error"]["code"] == "OutcomeUnknown"
    }

    /// Whether something was done.
    pub(crate) fn is_done(&self) -> bool {
        (200..300).contains(&self.status)
    }

    pub(crate) fn rows(&self) -> Vec<Value> {
        self.body["value"].as_array().cloned().unwrap_or_default()
    }

    /// The path of an address of the service, without its query.
    pub(crate) fn place(&self) -> Option<String> {
        let path = self.header("location")?.strip_prefix(PUBLIC_URL)?;
        Some(path.split('?').next().unwrap_or_default().to_owned())
    }

    pub(crate) fn text(&self) -> String {
        shown(&self.raw)
    }
}

/// Bytes as a person can read them, the middle of long ones left out.
pub(crate) fn shown(bytes: &[u8]) -> String {
    if bytes.len() <= SHOWN_BYTES {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let start = String::from_utf8_lossy(&bytes[..SHOWN_BYTES]);
    format!("{start}... ({} bytes)", bytes.len())
}
