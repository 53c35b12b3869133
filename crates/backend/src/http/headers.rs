//! The names of the headers that the service reads and writes.
//!
//! From a text, `http` compares each of its eighty names to make one, which is a fiftieth of the module. Those
//! that are here are made by the compiler.

use http::HeaderName;
use http::header::{
    ALLOW, AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_MATCH, IF_NONE_MATCH, LOCATION,
    RETRY_AFTER, WWW_AUTHENTICATE,
};

/// Names the build of the page in a request, and that of the service in an answer.
pub(crate) static BUILD: HeaderName = HeaderName::from_static("prorata-build");

/// Names the policy that a quote is made under, where it is not the one in force. Azure has one
/// policy at a time, and no such header.
pub(crate) static POLICY: HeaderName = HeaderName::from_static("prorata-policy");

/// The id that a client gives a change.
pub(crate) static CLIENT_REQUEST: HeaderName = HeaderName::from_static("x-ms-client-request-id");

/// The id by which a client finds a request and its answer in what it notes.
pub(crate) static CORRELATION: HeaderName = HeaderName::from_static("x-ms-correlation-request-id");

/// The headers of a request that the service looks at. What a host knows of others it may leave out.
pub static READ_HEADERS: [HeaderName; 7] = [
    AUTHORIZATION,
    IF_MATCH,
    IF_NONE_MATCH,
    HeaderName::from_static("prorata-build"),
    HeaderName::from_static("prorata-policy"),
    HeaderName::from_static("x-ms-client-request-id"),
    HeaderName::from_static("x-ms-correlation-request-id"),
];

static WRITTEN: [HeaderName; 9] = [
    ALLOW,
    HeaderName::from_static("azure-asyncoperation"),
    CACHE_CONTROL,
    CONTENT_TYPE,
    ETAG,
    LOCATION,
    RETRY_AFTER,
    WWW_AUTHENTICATE,
    HeaderName::from_static("x-ms-request-id"),
];

/// The name of a header that the service writes.
pub(crate) fn written(name: &str) -> HeaderName {
    let known = WRITTEN.iter().find(|known| known.as_str() == name);
    known.expect("every header that is written is in the list").clone()
}
