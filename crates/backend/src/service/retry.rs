//! What was answered to changes, so that a change whose answer was lost is not made twice.
//!
//! A client gives each change an id of its own, `x-ms-client-request-id`, and the same one when it
//! sends the same change again. What was answered is stored in the very commit of the change: the
//! id is known if and only if the change was made.

use chrono::TimeDelta;
use http::{Method, StatusCode};
use serde_json::Value;

use crate::http::answer::digest;
use crate::http::{Answer, Call, Problem, headers, route};
use crate::records::error::RecordError;
use crate::records::kinds::Answered;
use crate::records::store::Unit;
use crate::records::{Records, json, time, wire};
use crate::service::routes::{Handler, ROUTES};

/// An id is known for a day, and an hour for clocks that do not agree.
const KEPT: TimeDelta = TimeDelta::hours(25);
/// A longer body is read again instead of being kept: only a price list has one.
const BODY_BYTES_MAX: usize = 64 * 1024;
/// What an answer says in its headers.
const HEADERS: &[&str] = &["location", "azure-asyncoperation", "retry-after", "etag"];

/// The client's id of a change, in lower case.
///
/// # Errors
/// 400 for anything but a GUID, which would not be told apart from others with certainty.
pub(crate) fn id_of(call: &Call<'_>) -> Result<Option<String>, Problem> {
    let Some(header) = call.headers.get(&headers::CLIENT_REQUEST).filter(|_| call.is_change())
    else {
        return Ok(None);
    };
    let id = header.to_str().ok().and_then(Unit::customer).ok_or_else(|| {
        let message = format!("{}: must be a GUID.", headers::CLIENT_REQUEST);
        Problem::new(400, "InvalidClientRequestId", message)
            .of_field(headers::CLIENT_REQUEST.as_str())
    })?;
    Ok(Some(id.key().to_owned()))
}

/// What was answered to this very request, if it was made before.
///
/// # Errors
/// 409 when the id was that of another request.
pub(crate) fn again(
    records: &Records,
    call: &mut Call<'_>,
    id: &str,
) -> Result<Option<Answer>, Problem> {
    let Some((_, Answered(known))) = records.get_until(id)? else { return Ok(None) };
    let same =
        [("method", call.method.as_str()), ("path", &path(call)), ("digest", &digest(call.body))];
    if same.into_iter().any(|(field, now)| known[field] != now) {
        let message = format!("The client's request id '{id}' was that of another request.");
        return Err(Problem::new(409, "ClientRequestIdReused", message));
    }
    let body = match &known["body"] {
        Value::Null if known["isLong"] == true => read_again(records, call)?.body,
        Value::Null => Vec::new(),
        body => Answer::ok(body).body,
    };
    let status = known["status"].as_u64().and_then(|status| u16::try_from(status).ok());
    let status = status.and_then(|status| StatusCode::from_u16(status).ok());
    let status = status.ok_or_else(|| RecordError::unreadable(id, "it has no status"))?;
    let mut answer = Answer { status, body, ..Answer::no_content() };
    for name in HEADERS {
        if let Some(value) = known["headers"][name].as_str() {
            answer = answer.with_header(name, value);
        }
    }
    Ok(Some(answer))
}

/// What now stands at the place that was written to.
fn read_again(records: &Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let path = call.uri.path();
    match route::for_method(route::matching(ROUTES, path)?, &Method::GET, path)?.0.handler {
        Handler::TenantRecords(handler) | Handler::PartnerRecords(handler) => {
            handler(&mut records.clone(), call)
        }
        _ => Ok(Answer::no_content()),
    }
}

/// Stores what is answered to a change, to be called within the commit that makes it.
pub(crate) fn keep(records: &mut Records, call: &Call<'_>, id: &str, answer: &Answer) {
    let mut headers = json!({});
    for (name, value) in &answer.headers {
        headers[*name] = value.as_str().into();
    }
    let is_long = answer.body.len() > BODY_BYTES_MAX;
    let body: Option<Value> =
        serde_json::from_slice(&answer.body).ok().filter(|_: &Value| !is_long);
    let known = json!({
        "method": call.method.as_str(),
        "path": path(call),
        "digest": digest(call.body),
        "at": wire::timestamp(call.now),
        "status": answer.status.as_u16(),
        "headers": headers,
        "isLong": is_long,
        "body": body,
    });
    // By the time that does not run backwards: another tab's clock must not make it forgotten early.
    let until = time::recorded_at(records, call.now) + KEPT;
    records.put_until(id, until, &Answered(known));
}

/// All that is known of requests, as it is stored.
pub(crate) fn all(records: &Records) -> impl Iterator<Item = (String, String)> {
    let known = records.texts().filter(|(key, _)| key.starts_with("request/"));
    known.map(|(key, text)| (key.to_owned(), text.to_owned()))
}

fn path(call: &Call<'_>) -> String {
    call.uri.path_and_query().map(ToString::to_string).unwrap_or_default()
}
