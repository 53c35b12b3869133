//! What a handler answers, before the service adds what every answer carries.

use std::time::Duration;

use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderValue, Method, Request, Response, StatusCode};
use percent_encoding::{CONTROLS, utf8_percent_encode};
use serde_json::Value;

use super::headers;
use crate::records::json::text_of;
use crate::records::pack::checksum;

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

/// A short name for the state of a record that has no number for it.
pub(crate) fn etag(record: &Value) -> String {
    digest(text_of(record).as_bytes())
}

/// The [`checksum`] of a text in digits.
pub(crate) fn digest(text: &[u8]) -> String {
    format!("{:016x}", checksum(text))
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
        let body = text_of(body).into_bytes();
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
    /// The response to a request, with what every answer carries.
    pub(crate) fn into_response(
        self,
        request_id: &str,
        request: &Request<Vec<u8>>,
    ) -> Response<Vec<u8>> {
        let Self { status, headers, body, delay } = self;
        let mut response = Response::new(body);
        *response.status_mut() = status;
        let given = response.headers_mut();
        let id = HeaderValue::from_str(request_id).expect("a GUID is ASCII");
        let correlation = request.headers().get(&headers::CORRELATION);
        let correlation = correlation.filter(|given| is_id(given.as_bytes())).unwrap_or(&id);
        given.insert(&headers::CORRELATION, correlation.clone());
        given.insert(headers::written("x-ms-request-id"), id);
        given.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if !response.body().is_empty() {
            let json = HeaderValue::from_static("application/json; charset=utf-8");
            response.headers_mut().insert(CONTENT_TYPE, json);
        }
        for (name, value) in headers {
            response.headers_mut().insert(headers::written(name), header_value(&value));
        }
        if request.method() == Method::HEAD {
            response.body_mut().clear();
        }
        if let Some(delay) = delay {
            response.extensions_mut().insert(delay);
        }
        response
    }
}

/// The longest id of a caller's own that is repeated: twice that of a GUID.
const ID_BYTES_MAX: usize = 72;

/// Whether this is an id such as a caller gives its requests, and nothing else.
fn is_id(value: &[u8]) -> bool {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
    (1..=ID_BYTES_MAX).contains(&value.len()) && value.iter().all(is_part)
}

/// A text as the value of a header. What everybody reads differently there, or not at all, is encoded
/// as in a URL: an answer that lacks the place of its result would be worse than one that writes it in
/// another way.
pub(crate) fn header_value(text: &str) -> HeaderValue {
    let encoded = utf8_percent_encode(text, CONTROLS).to_string();
    HeaderValue::from_str(&encoded).expect("control characters and foreign letters are encoded")
}
