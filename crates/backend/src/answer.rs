//! What a handler answers, before the service adds what every answer carries.

use std::time::Duration;

use http::StatusCode;
use serde_json::Value;

/// Status, headers and body of an answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
    pub(crate) delay: Option<Delay>,
}

/// How long the host shall wait before it gives the answer; found in the extensions of a response.
///
/// The service itself never waits: it has no clock. A host that ignores this is merely quicker.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Delay(pub Duration);

impl Answer {
    pub(crate) fn ok(body: &Value) -> Self {
        Self::json(StatusCode::OK, body)
    }

    pub(crate) fn no_content() -> Self {
        Self { status: StatusCode::NO_CONTENT, headers: Vec::new(), body: Vec::new(), delay: None }
    }

    pub(crate) fn json(status: StatusCode, body: &Value) -> Self {
        let body = serde_json::to_vec(body).expect("answers have string keys and never fail");
        Self { status, headers: Vec::new(), body, delay: None }
    }

    pub(crate) fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}
