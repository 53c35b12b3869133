//! The API: from a request of the network to one of the service, and back.
//!
//! The service works on threads of its own, so many at a time, so that whoever waits, sends slowly or goes away
//! keeps nobody from being answered. A request that was begun is brought to its end, whether somebody still
//! listens or not.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use ::http::header::{AUTHORIZATION, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use ::http::request::Parts;
use ::http::{HeaderName, HeaderValue, Method, Request, Response, StatusCode, Uri};
use axum::body::{Body, Bytes};
use backend::{Caller, Delay, Moment, READ_HEADERS, Service, Store};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde_json::json;
use tokio::runtime::Handle;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};

use super::desk::{Desk, Peer, SENDING_MAX};
use super::who::{self, Unknown};
use crate::audit::{self, Outcome};
use crate::log::{self, Level};
use crate::moment;
use crate::sign_in::{Flaw, Person, Refusal, SignIn};
use crate::store::{AnyStore, Partner};

/// With which folder the paths of the API begin, whatever the case of the letters.
const FOLDERS: [&str; 3] = ["providers", "subscriptions", "tenants"];
/// A larger body is not held beside many others.
const LARGE_BYTES: usize = 1024 * 1024;
/// A larger answer is counted among those that are held.
const LARGE_ANSWER: usize = 128 * 1024;
/// How much longer what has a large body may take than other requests.
const LARGE_TIMES: u32 = 10;
/// How long a request waits until others are done.
const QUEUE: Duration = Duration::from_secs(2);

/// The id that a client gives a change: Azure's name for it, and the one of other services.
const CLIENT_REQUEST: HeaderName = HeaderName::from_static("x-ms-client-request-id");
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// Names the customer whose records are asked for.
const TENANT: HeaderName = HeaderName::from_static("prorata-tenant");
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Whether a path is one of the API.
pub(super) fn is_below(path: &str) -> bool {
    let folder = path.split('/').find(|part| !part.is_empty()).unwrap_or_default();
    FOLDERS.iter().any(|known| known.eq_ignore_ascii_case(folder))
}

/// An answer that says what went wrong, in Azure's envelope.
pub(super) fn problem(status: StatusCode, code: &str, message: &str) -> Response<Body> {
    let body = json!({ "error": { "code": code, "message": message } });
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    let kind = HeaderValue::from_static("application/json; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}

fn later(status: StatusCode, code: &str, message: &str, after: Duration) -> Response<Body> {
    let mut response = problem(status, code, message);
    let seconds = after.as_secs() + u64::from(after.subsec_nanos() > 0);
    response.headers_mut().insert(RETRY_AFTER, seconds.max(1).into());
    response
}

/// Answers a request of the API.
pub(crate) async fn answer(desk: Arc<Desk>, peer: Peer, request: Request<Body>) -> Response<Body> {
    respond(desk, peer, request).await.unwrap_or_else(|refusal| *refusal)
}

pub(super) type Refused = Box<Response<Body>>;

async fn respond(
    desk: Arc<Desk>,
    peer: Peer,
    request: Request<Body>,
) -> Result<Response<Body>, Refused> {
    let (parts, body) = request.into_parts();
    let address = address_of(&parts, peer, desk.behind_proxy);
    if let Err(after) = desk.rates.count(address, Instant::now()) {
        desk.metrics.throttled.fetch_add(1, Ordering::Relaxed);
        let message = "There were too many requests. Nothing was changed.";
        return Err(Box::new(later(
            StatusCode::TOO_MANY_REQUESTS,
            "TooManyRequests",
            message,
            after,
        )));
    }
    let person = match &desk.sign_in {
        SignIn::Nobody => None,
        _ if parts.method == Method::OPTIONS => None,
        sign_in => Some(sign_in.person(&parts).await.map_err(refused)?),
    };
    let request = converted(&parts, person.as_ref())?;
    let partner = person.as_ref().map_or_else(Partner::own, |person| person.partner.clone());
    let service = desk.service(&partner);
    let service = Arc::clone(service.ok_or_else(|| refused(Refusal::UnknownPartner))?);
    let caller = request.extensions().get::<Caller>();
    let mut asked = audit::Request::of(&parts, Some(address), caller.map(by));
    asked.unit = caller.map(|it| it.tenant_id.clone()).filter(|tenant| !tenant.is_empty());
    let bytes_max = Service::<AnyStore>::bytes_max(&parts.method, parts.uri.path());
    let is_large = bytes_max > LARGE_BYTES && is_change(&parts.method);
    let time = desk.limits.time * if is_large { LARGE_TIMES } else { 1 };
    let busy = || {
        desk.metrics.overloaded.fetch_add(1, Ordering::Relaxed);
        let message = "Others are being worked on. Nothing was changed.";
        let after = Duration::from_secs(1);
        Box::new(later(StatusCode::SERVICE_UNAVAILABLE, "ServerBusy", message, after))
    };
    let large = match is_large {
        true => Some(permits(&desk.large, 1).await.ok_or_else(busy)?),
        false => None,
    };
    let body = read(body, bytes_max, time).await?;
    let whole = match Service::<AnyStore>::reads_everything(&parts.method, parts.uri.path()) {
        true => Some(permits(&desk.whole, 1).await.ok_or_else(busy)?),
        false => None,
    };
    // Whoever asks for all customers waits for the one who reads them, and keeps nobody else waiting by it.
    if Service::<AnyStore>::lists_customers(&parts.method, parts.uri.path()) {
        timeout(time, desk.customers_read(&service)).await.map_err(|_| busy())?;
    }
    // Of several changes of one customer at once only one can win: they wait here, before they hold up others.
    let turn = match asked.unit.as_deref().filter(|_| is_change(&parts.method)) {
        Some(tenant) => Some(permits(desk.turn(&partner, tenant), 1).await.ok_or_else(busy)?),
        None => None,
    };
    let working = permits(&desk.working, 1).await.ok_or_else(busy)?;
    let request = request.map(|()| body);

    asked.note_quote(request.body());
    let asked = Arc::new(asked);
    let is_noted = person.is_some() && is_change(&parts.method);
    let of_work = Arc::clone(&desk);
    // The readers have no clock and no network of their own.
    let runtime = Handle::current();
    let work = desk.threads(whole.is_some()).spawn_blocking(move || {
        of_work.metrics.working.fetch_add(1, Ordering::Relaxed);
        let answer = runtime.block_on(handled(&service, request, &asked));
        let status = answer.status();
        if is_noted && !status.is_success() {
            let is_unknown = status == StatusCode::SERVICE_UNAVAILABLE;
            let outcome = if is_unknown { Outcome::Unknown } else { Outcome::Refused };
            let line = asked.line(outcome, Some(status.as_u16()), Vec::new());
            if let Err(why) = runtime.block_on(service.store().note(line)) {
                log::line(Level::Error, "audit", [("why", why.to_string().into())]);
            }
        }
        of_work.metrics.working.fetch_sub(1, Ordering::Relaxed);
        (answer, (working, large, whole, turn))
    });
    match timeout(time, work).await {
        Ok(Ok((response, held))) => {
            let slot = match sending_of(&desk, &parts.method, response.body()).await {
                Ok(slot) => slot,
                Err(()) => return Err(busy()),
            };
            drop(held);
            if let Some(Delay(delay)) = response.extensions().get().filter(|_| desk.demo) {
                sleep(*delay).await;
            }
            Ok(response.map(|bytes| Body::from(Bytes::from_owner(Sent { bytes, _slot: slot }))))
        }
        Ok(Err(stopped)) => {
            log::line(Level::Error, "stopped", [("why", stopped.to_string().into())]);
            Err(Box::new(unknown(&parts.method, StatusCode::INTERNAL_SERVER_ERROR)))
        }
        Err(_) => {
            desk.metrics.late.fetch_add(1, Ordering::Relaxed);
            Err(Box::new(unknown(&parts.method, StatusCode::GATEWAY_TIMEOUT)))
        }
    }
}

/// An answer that is held until it has been taken.
struct Sent {
    bytes: Vec<u8>,
    _slot: Option<OwnedSemaphorePermit>,
}

impl AsRef<[u8]> for Sent {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

/// So many permits, if others are done with them in time.
async fn permits(of: &Arc<Semaphore>, count: u32) -> Option<OwnedSemaphorePermit> {
    timeout(QUEUE, Arc::clone(of).acquire_many_owned(count)).await.ok()?.ok()
}

/// Room for a large answer among those that are held until they have been taken. What was changed is answered in any
/// case.
async fn sending_of(
    desk: &Desk,
    method: &Method,
    answer: &[u8],
) -> Result<Option<OwnedSemaphorePermit>, ()> {
    if answer.len() <= LARGE_ANSWER || is_change(method) {
        return Ok(None);
    }
    let kilobytes = u32::try_from(answer.len().div_ceil(1024).min(SENDING_MAX)).unwrap_or(u32::MAX);
    permits(&desk.sending, kilobytes).await.map(Some).ok_or(())
}

/// Has the service answer a request now.
pub(crate) async fn handled<S: Store>(
    service: &Service<S>,
    request: Request<Vec<u8>>,
    asked: &Arc<audit::Request>,
) -> Response<Vec<u8>> {
    // The first that the service makes is the id of the request.
    let mut first = Some(asked.bits);
    let mut entropy = move || first.take().unwrap_or_else(moment::random_bits);
    let moment = Moment { now: moment::now(), entropy: &mut entropy };
    audit::in_name_of(Arc::clone(asked), service.handle(request, moment)).await
}

/// Who asks, as the audit names them.
fn by(caller: &Caller) -> audit::By {
    let id = caller.person.clone().unwrap_or_default();
    audit::By { id, name: caller.name.clone(), role: caller.role.map(azure::Role::name) }
}

/// What is said where no answer came of it.
fn unknown(method: &Method, status: StatusCode) -> Response<Body> {
    if is_change(method) {
        let message = "It is not known whether the change was made. Ask for it by its id.";
        return problem(StatusCode::SERVICE_UNAVAILABLE, "OutcomeUnknown", message);
    }
    problem(status, "GatewayTimeout", "There was no answer in time.")
}

fn is_change(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Who sends: the connection, or whom the proxy on this machine has it from.
pub(super) fn address_of(parts: &Parts, peer: Peer, behind_proxy: bool) -> IpAddr {
    let forwarded = parts.headers.get_all(&FORWARDED_FOR).iter().next_back();
    let forwarded =
        forwarded.and_then(|all| all.to_str().ok()).and_then(|all| all.rsplit(',').next());
    let forwarded = forwarded.and_then(|last| last.trim().parse().ok());
    forwarded.filter(|_| behind_proxy && peer.0.is_loopback()).unwrap_or(peer.0)
}

/// The request without its body, as the service knows it: with who asks, and with the headers that it looks at.
fn converted(parts: &Parts, person: Option<&Person>) -> Result<Request<()>, Refused> {
    let mut request = Request::new(());
    *request.method_mut() = parts.method.clone();
    let path = parts.uri.path_and_query().cloned();
    *request.uri_mut() = path.map(Uri::from).unwrap_or_default();
    // What the service is told of who asks comes from `who` and from nowhere else.
    for name in READ_HEADERS.iter().filter(|name| **name != AUTHORIZATION) {
        for value in parts.headers.get_all(name) {
            request.headers_mut().append(name, value.clone());
        }
    }
    if let Some(id) = client_id(parts)? {
        request.headers_mut().insert(CLIENT_REQUEST, id);
    }
    if parts.method != Method::OPTIONS {
        let named = tenant(parts)?;
        let caller = match person {
            Some(person) => person.caller(named.unwrap_or_default()),
            None => {
                let caller = who::asks(parts).map_err(unauthenticated)?;
                Caller { tenant_id: named.unwrap_or(caller.tenant_id), ..caller }
            }
        };
        request.extensions_mut().insert(caller);
    }
    Ok(request)
}

/// The customer whose records are asked for; `None` where no header names one.
fn tenant(parts: &Parts) -> Result<Option<String>, Refused> {
    let mut all = parts.headers.get_all(&TENANT).iter();
    let Some(first) = all.next() else { return Ok(None) };
    let named = first.to_str().ok().filter(|named| azure::is_guid(named));
    match (named, all.next()) {
        (Some(named), None) => Ok(Some(named.to_ascii_lowercase())),
        _ => {
            let message = format!("{TENANT}: must be one GUID.");
            Err(Box::new(problem(StatusCode::BAD_REQUEST, "InvalidTenant", &message)))
        }
    }
}

pub(super) fn unauthenticated(unknown: Unknown) -> Refused {
    refused(match unknown {
        Unknown::Anonymous => Refusal::Anonymous,
        Unknown::BadToken => Flaw::Invalid.into(),
    })
}

/// What is answered to somebody who is not let in.
pub(super) fn refused(refusal: Refusal) -> Refused {
    let (status, code, message) = refusal.told();
    let status = StatusCode::from_u16(status).expect("statuses are written out");
    let mut response = problem(status, code, message);
    let headers = response.headers_mut();
    match status {
        StatusCode::UNAUTHORIZED => {
            let challenge = HeaderValue::from_static("Bearer error=\"invalid_token\"");
            headers.insert(WWW_AUTHENTICATE, challenge);
        }
        StatusCode::SERVICE_UNAVAILABLE => drop(headers.insert(RETRY_AFTER, 5.into())),
        _ => {}
    }
    Box::new(response)
}

/// The id of a change that stands under the name that other services have for it.
fn client_id(parts: &Parts) -> Result<Option<HeaderValue>, Refused> {
    let Some(key) = parts.headers.get(&IDEMPOTENCY_KEY) else { return Ok(None) };
    let refused = |why: &str| {
        let message = format!("{IDEMPOTENCY_KEY}: {why}");
        Box::new(problem(StatusCode::BAD_REQUEST, "InvalidClientRequestId", &message))
    };
    // As a text of a structured header it is in quotes.
    let id = key.to_str().unwrap_or_default().trim().trim_matches('"');
    if !azure::is_guid(id) {
        return Err(refused("must be a GUID."));
    }
    match parts.headers.get(&CLIENT_REQUEST).map(|own| own.to_str().unwrap_or_default()) {
        Some(own) if !own.eq_ignore_ascii_case(id) => {
            Err(refused("is another id than that of x-ms-client-request-id."))
        }
        _ => Ok(HeaderValue::from_str(id).ok()),
    }
}

/// The body, if it comes in time and is not too large.
async fn read(body: Body, bytes_max: usize, time: Duration) -> Result<Vec<u8>, Refused> {
    let refused = |status, code, message: &str| Err(Box::new(problem(status, code, message)));
    match timeout(time, Limited::new(body, bytes_max).collect()).await {
        Ok(Ok(body)) => Ok(body.to_bytes().into()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => {
            let message = format!("The body is larger than {bytes_max} bytes.");
            refused(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLarge", &message)
        }
        Ok(Err(_)) => {
            let message = "The body has not come whole. Nothing was changed.";
            refused(StatusCode::BAD_REQUEST, "InvalidRequestContent", message)
        }
        Err(_) => {
            let message = "The body has not come in time. Nothing was changed.";
            refused(StatusCode::REQUEST_TIMEOUT, "RequestTimeout", message)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0b8b1e02-6a3f-4d7b-9a41-6e5b7c1d2f30";
    const OTHER: &str = "1b8b1e02-6a3f-4d7b-9a41-6e5b7c1d2f30";

    fn parts(headers: &[(&str, &str)]) -> Parts {
        let mut request = Request::builder().method("POST").uri("http://host/providers/x?a=b");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(()).unwrap().into_parts().0
    }

    #[test]
    fn paths_of_azure_are_the_api_and_others_the_page() {
        for path in [
            "/providers/Microsoft.Capacity/reservations",
            "/Subscriptions",
            "//providers",
            "/tenants",
        ] {
            assert!(is_below(path), "{path}");
        }
        for path in ["/", "/customers", "/provider", "/reservation/providers", "/config.json"] {
            assert!(!is_below(path), "{path}");
        }
    }

    #[test]
    fn the_service_hears_of_who_asks_from_nobody_else() {
        let token = "Bearer demo.eyJyb2xlIjoiR3Vlc3QifQ";
        let sent = parts(&[
            ("authorization", token),
            ("if-match", "\"1\""),
            ("if-match", "\"2\""),
            ("x-role", "y"),
        ]);
        let request = converted(&sent, None).unwrap();
        assert_eq!(request.uri(), "/providers/x?a=b");
        assert_eq!(request.headers().len(), 2);
        assert_eq!(request.headers().get_all("if-match").iter().count(), 2);
        let caller = request.extensions().get::<backend::Caller>().unwrap();
        assert_eq!(caller.role, Some(azure::Role::AdminAgent));
        assert_eq!(converted(&parts(&[]), None).unwrap_err().status(), StatusCode::UNAUTHORIZED);
    }

    #[test]
    fn a_change_has_one_id_whatever_it_is_called() {
        let of = |headers: &[(&str, &str)]| {
            let mut all = vec![("authorization", "Bearer x")];
            all.extend(headers);
            let request = converted(&parts(&all), None).map_err(|refused| refused.status())?;
            let ids: Vec<_> = request.headers().get_all(CLIENT_REQUEST).iter().cloned().collect();
            Ok::<_, StatusCode>(ids)
        };
        assert_eq!(of(&[]).unwrap(), [""; 0]);
        assert_eq!(of(&[("x-ms-client-request-id", ID)]).unwrap(), [ID]);
        assert_eq!(of(&[("idempotency-key", &format!("\"{ID}\""))]).unwrap(), [ID]);
        assert_eq!(of(&[("idempotency-key", ID), ("x-ms-client-request-id", ID)]).unwrap(), [ID]);
        for wrong in [
            &[("idempotency-key", "17")][..],
            &[("idempotency-key", ID), ("x-ms-client-request-id", OTHER)],
        ] {
            assert_eq!(of(wrong), Err(StatusCode::BAD_REQUEST), "{wrong:?}");
        }
    }

    #[test]
    fn only_a_proxy_on_this_machine_is_believed_from_whom_it_has_a_request() {
        let sent = parts(&[
            ("x-forwarded-for", "203.0.113.9"),
            ("x-forwarded-for", "1.1.1.1, 203.0.113.7"),
        ]);
        let near = Peer("127.0.0.1".parse().unwrap());
        let far = Peer("203.0.113.200".parse().unwrap());
        assert_eq!(address_of(&sent, near, true).to_string(), "203.0.113.7");
        assert_eq!(address_of(&sent, near, false), near.0);
        assert_eq!(address_of(&sent, far, true), far.0);
        assert_eq!(address_of(&parts(&[("x-forwarded-for", "?")]), near, true), near.0);
    }
}
