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
use crate::records::store::{Unit, map_of};
use crate::records::{Records, time};
use crate::resources::requests::times_told;
use crate::service::routes::{ALL, Handler};

/// An id is known for a day, and an hour for clocks that do not agree.
const KEPT: TimeDelta = TimeDelta::hours(25);
/// A longer body is read again instead of being kept: only a price list has one.
const BODY_BYTES_MAX: usize = 64 * 1024;
/// What an answer says in its headers.
const HEADERS: &[&str] = &["location", "azure-asyncoperation", "retry-after", "etag"];

/// The id that a client gives a change, while the service tries to make it.
pub(crate) struct ClientId {
    /// In lower case.
    id: String,
    /// How often it was told that the change was not made, before it was begun to be made.
    told_before: Option<u32>,
}

/// The client's id of a change.
///
/// # Errors
/// 400 for anything but a GUID, which would not be told apart from others with certainty.
pub(crate) fn id_of(call: &Call<'_>) -> Result<Option<ClientId>, Problem> {
    let Some(header) = call.headers.get(&headers::CLIENT_REQUEST).filter(|_| call.is_change())
    else {
        return Ok(None);
    };
    let id = header.to_str().ok().and_then(Unit::customer).ok_or_else(|| {
        let message = format!("{}: must be a GUID.", headers::CLIENT_REQUEST);
        Problem::new(400, "InvalidClientRequestId", message)
            .of_field(headers::CLIENT_REQUEST.as_str())
    })?;
    Ok(Some(ClientId { id: id.key().to_owned(), told_before: None }))
}

/// What was answered to this very request, if it was made before. To be called with the records of each attempt.
///
/// # Errors
/// 409 when the id was that of another request, or somebody was told since the first attempt that the request was
/// not made.
pub(crate) fn again(
    records: &Records,
    call: &mut Call<'_>,
    client_id: &mut ClientId,
) -> Result<Option<Answer>, Problem> {
    let ClientId { id, told_before } = client_id;
    let Some((_, known)): Option<(_, Answered)> = records.get_until(id)? else {
        let told = times_told(records, id)?;
        if told_before.replace(told).is_some_and(|before| before != told) {
            let message = format!(
                "It was told of the change '{id}' that it was not made. Nothing was changed."
            );
            return Err(Problem::new(409, "RequestWithdrawn", message));
        }
        return Ok(None);
    };
    let is_same = known.method == call.method.as_str()
        && known.path == path(call)
        && known.digest == digest(call.body);
    if !is_same {
        let message = format!("The client's request id '{id}' was that of another request.");
        return Err(Problem::new(409, "ClientRequestIdReused", message));
    }
    let body = match &known.body {
        Value::Null if known.is_long => read_again(records, call)?.body,
        Value::Null => Vec::new(),
        body => Answer::ok(body).body,
    };
    let status = StatusCode::from_u16(known.status);
    let status = status.map_err(|_| RecordError::unreadable(id, "it has no status"))?;
    let mut answer = Answer { status, body, ..Answer::no_content() };
    for name in HEADERS {
        if let Some(value) = known.headers.get(*name) {
            answer = answer.with_header(name, value);
        }
    }
    Ok(Some(answer))
}

/// What now stands at the place that was written to.
fn read_again(records: &Records, call: &mut Call<'_>) -> Result<Answer, Problem> {
    let path = call.uri.path();
    match route::for_method(route::matching(ALL, path)?, &Method::GET, path)?.0.handler {
        Handler::TenantRecords(handler) | Handler::PartnerRecords(handler) => {
            handler(&mut records.clone(), call)
        }
        _ => Ok(Answer::no_content()),
    }
}

/// Stores what is answered to a change, to be called within the commit that makes it.
pub(crate) fn keep(
    records: &mut Records,
    call: &Call<'_>,
    ClientId { id, .. }: &ClientId,
    answer: &Answer,
) {
    let headers = answer.headers.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    let headers = map_of(headers);
    let is_long = answer.body.len() > BODY_BYTES_MAX;
    let body = serde_json::from_slice(&answer.body).ok().filter(|_| !is_long);
    let known = Answered {
        method: call.method.to_string(),
        path: path(call),
        digest: digest(call.body),
        at: call.now.into(),
        status: answer.status.as_u16(),
        headers,
        is_long,
        body: body.unwrap_or_default(),
    };
    // By the time that does not run backwards: another tab's clock must not make it forgotten early.
    let until = time::recorded_at(records, call.now) + KEPT;
    records.put_until(id, until, &known);
}

/// All that is known of requests, as it is stored.
pub(crate) fn all(records: &Records) -> impl Iterator<Item = (String, String)> {
    let known = records.texts().filter(|(key, _)| key.starts_with("request/"));
    known.map(|(key, text)| (key.to_owned(), text.to_owned()))
}

fn path(call: &Call<'_>) -> String {
    call.uri.path_and_query().map(ToString::to_string).unwrap_or_default()
}
