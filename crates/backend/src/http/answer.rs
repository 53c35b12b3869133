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

/// A short name for the state of a record that has no number for it: a hash of its text (FNV-1a),
/// which differs where the text does, as far as anybody will live to see.
pub(crate) fn etag(record: &Value) -> String {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    format!("{:016x}", record.to_string().bytes().fold(0xcbf2_9ce4_8422_2325, step))
}

impl Answer {
    pub(crate) fn ok(body: &Value) -> Self {
        Self::json(StatusCode::OK, body)
    }

    pub(crate) fn no_content() -> Self {
        Self { status: StatusCode::NO_CONTENT, headers: Vec::new(), body: Vec::new(), delay: None }
    }

    /// A record that has a number for its state is answered with it as its etag.
    pub(crate) fn json(status: StatusCode, body: &Value) -> Self {
        let number = body["etag"].as_u64();
        let body = serde_json::to_vec(body).expect("answers have string keys and never fail");
        let answer = Self { status, headers: Vec::new(), body, delay: None };
        match number {
            Some(number) => answer.with_etag(&number.to_string()),
            None => answer,
        }
    }

    pub(crate) fn with_etag(self, etag: &str) -> Self {
        self.with_header("etag", format!("\"{etag}\""))
    }

    pub(crate) fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}
