//! Everything that answers has at hand, and which address is answered by what.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use ::http::header::{
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use ::http::{HeaderName, HeaderValue, Request, Response, StatusCode};
use axum::body::Body;
use axum::extract::State;
use axum::middleware::{self, Next};
use axum::routing::get;
use axum::{Extension, Router};
use backend::{Service, Store, Unit};
use serde_json::json;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::sync::{Semaphore, watch};
use tower_http::set_header::SetResponseHeaderLayer;

use super::limits::{Attempts, Rates};
use super::metrics::Metrics;
use super::{Page, api, page, sign_in, who};
use crate::config::{Config, Limits};
use crate::log::{self, Level};
use crate::moment;
use crate::sign_in::SignIn;
use crate::store::{AnyStore, Partner};

/// What the page may load, as a release says of itself; only a header can say who may show it in a frame.
const POLICY: &str = concat!(
    include_str!("../../../../xtask/src/content-security-policy.txt"),
    "; frame-ancestors 'none'"
);
/// Requests with large bodies are in memory as a whole: so many at once.
const LARGE_AT_ONCE: usize = 2;
/// What looks at the records of all customers holds much of them: so many at once.
const WHOLE_AT_ONCE: usize = 2;
/// Customers who share a turn wait for each other without need, which is rare among so many.
const TURNS: usize = 256;
/// So many kilobytes of large answers are held at once, until they have been taken.
pub(super) const SENDING_MAX: usize = 128 * 1024;

/// The address of whoever holds the connection.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Peer(pub(crate) IpAddr);

/// The threads that look at the records of all customers, always the same ones: the allocator keeps for each thread
/// what it has once needed, which would be as much as that for each of the others.
struct Readers(Option<Runtime>);

impl Readers {
    fn new() -> io::Result<Self> {
        let threads = Builder::new_current_thread().max_blocking_threads(WHOLE_AT_ONCE).build()?;
        Ok(Self(Some(threads)))
    }
}

impl Drop for Readers {
    fn drop(&mut self) {
        // A runtime that is dropped waits for its threads, which is not for those that answer.
        if let Some(threads) = self.0.take() {
            threads.shutdown_background();
        }
    }
}

/// What everything that answers has at hand.
pub(crate) struct Desk {
    services: BTreeMap<Partner, Arc<Service<AnyStore>>>,
    store: AnyStore,
    pub(crate) sign_in: SignIn,
    pub(super) attempts: Attempts,
    pub(super) public_url: String,
    pub(super) demo: bool,
    pub(super) limits: Limits,
    pub(super) rates: Rates,
    pub(super) working: Arc<Semaphore>,
    pub(super) large: Arc<Semaphore>,
    pub(super) whole: Arc<Semaphore>,
    readers: Readers,
    turns: Vec<Arc<Semaphore>>,
    /// A permit for each kilobyte of large answers that may be held.
    pub(super) sending: Arc<Semaphore>,
    /// Whether what lists of all customers tell has been read since the start.
    pub(crate) has_read: watch::Sender<bool>,
    pub(super) metrics: Metrics,
    pub(super) behind_proxy: bool,
    page: Page,
    own_names: Vec<String>,
    is_secure: bool,
}

impl Desk {
    /// A desk for what was set up. `public_url` is where it is reached.
    pub(crate) fn new(
        (store, services): (AnyStore, BTreeMap<Partner, Arc<Service<AnyStore>>>),
        page: Page,
        config: &Config,
        public_url: &str,
    ) -> Result<Self, String> {
        let Limits { concurrent, per_second, burst, .. } = config.limits;
        let name = public_url.split("://").nth(1).and_then(|rest| rest.split(['/', ':']).next());
        let sign_in = SignIn::of(&config.sign_in, &store, &config.partners)?;
        Ok(Self {
            services,
            store,
            sign_in,
            attempts: Attempts::new(),
            public_url: public_url.to_owned(),
            demo: config.demo,
            rates: Rates::new(per_second.get(), burst.get()),
            working: Arc::new(Semaphore::new(concurrent.get() as usize)),
            large: Arc::new(Semaphore::new(LARGE_AT_ONCE)),
            whole: Arc::new(Semaphore::new(WHOLE_AT_ONCE)),
            readers: Readers::new().map_err(|error| format!("no thread to read with: {error}"))?,
            turns: (0..TURNS).map(|_| Arc::new(Semaphore::new(1))).collect(),
            sending: Arc::new(Semaphore::new(SENDING_MAX)),
            limits: config.limits.clone(),
            has_read: watch::Sender::new(false),
            metrics: Metrics::default(),
            behind_proxy: config.behind_proxy,
            page,
            own_names: name.into_iter().map(str::to_owned).collect(),
            // Not for the name of this machine, which would hold for everything else on it as well.
            is_secure: config.public_url.is_some() && public_url.starts_with("https://"),
        })
    }

    /// Where a request is worked on; what looks at everything has threads of its own.
    pub(super) fn threads(&self, is_whole: bool) -> Handle {
        let readers = self.readers.0.as_ref().filter(|_| is_whole);
        readers.map_or_else(Handle::current, |readers| readers.handle().clone())
    }

    /// The service of a partner. Whoever signs in is of one that is here.
    pub(super) fn service(&self, partner: &Partner) -> Option<&Arc<Service<AnyStore>>> {
        self.services.get(partner)
    }

    /// The services of all partners.
    pub(crate) fn services(&self) -> impl Iterator<Item = &Arc<Service<AnyStore>>> {
        self.services.values()
    }

    /// Waits until the customers have been read since the start, and nobody is reading what has changed of them.
    pub(super) async fn customers_read(&self, service: &Service<AnyStore>) {
        // The desk stays, and so does what is sent from it.
        let _ = self.has_read.subscribe().wait_for(|has_read| *has_read).await;
        service.has_read_customers().await;
    }

    /// What a change of a customer's records holds while it is made.
    pub(super) fn turn(&self, partner: &Partner, tenant: &str) -> &Arc<Semaphore> {
        let mut hasher = DefaultHasher::new();
        (partner, tenant.to_ascii_lowercase()).hash(&mut hasher);
        let place = hasher.finish() % TURNS as u64;
        &self.turns[place as usize]
    }

    /// What a partner has in the store.
    pub(super) fn store(&self, partner: &Partner) -> AnyStore {
        self.store.of_partner(partner)
    }

    /// The path that the page was built for.
    pub(super) fn page_base(&self) -> &str {
        &self.page.base
    }

    /// One connection more, or one less.
    pub(crate) fn connected(&self, is_open: bool) {
        let connections = &self.metrics.connections;
        if is_open {
            connections.fetch_add(1, Ordering::Relaxed);
        } else {
            connections.fetch_sub(1, Ordering::Relaxed);
        }
    }
}

/// What is answered under which address.
pub(crate) fn router(desk: &Arc<Desk>) -> Router {
    let router = Router::new()
        .route("/healthz", get(|| async { page::plain(StatusCode::OK, "ok\n") }))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .fallback(other)
        .layer(middleware::from_fn_with_state(Arc::clone(desk), observed));
    let mut headers = vec![
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        (REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    if desk.is_secure {
        headers.push((STRICT_TRANSPORT_SECURITY, "max-age=31536000"));
    }
    let with_header = |router: Router<_>, (name, value)| {
        router.layer(SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value)))
    };
    headers.into_iter().fold(router, with_header).with_state(Arc::clone(desk))
}

/// Where the API is, for the page: at the root of this address, wherever the page is.
async fn config(desk: &Desk) -> Response<Body> {
    let mut config = json!({ "api": "/" });
    let sign_in = desk.sign_in.told().await;
    if !sign_in.is_null() {
        config["signIn"] = sign_in;
    }
    let mut response = Response::new(Body::from(config.to_string()));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(::http::header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

async fn metrics(State(desk): State<Arc<Desk>>) -> Response<Body> {
    let mut response = Response::new(Body::from(desk.metrics.text()));
    let kind = HeaderValue::from_static("text/plain; version=0.0.4");
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}

/// Whether what is stored can be read, and what lists of all customers tell has been.
async fn ready(State(desk): State<Arc<Desk>>) -> Response<Body> {
    if !*desk.has_read.borrow() {
        return page::plain(StatusCode::SERVICE_UNAVAILABLE, "the records are being read\n");
    }
    let looked = tokio::task::spawn_blocking(move || {
        let runtime = tokio::runtime::Handle::current();
        runtime.block_on(desk.store.load(&Unit::Partner)).is_ok()
    });
    match tokio::time::timeout(std::time::Duration::from_secs(5), looked).await {
        Ok(Ok(true)) => page::plain(StatusCode::OK, "ready\n"),
        _ => page::plain(StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}

async fn other(
    State(desk): State<Arc<Desk>>,
    Extension(peer): Extension<Peer>,
    request: Request<Body>,
) -> Response<Body> {
    if api::is_below(request.uri().path()) {
        return api::answer(desk, peer, request).await;
    }
    if sign_in::is_below(request.uri().path()) {
        return sign_in::answer(desk, peer, request).await;
    }
    let (parts, _) = request.into_parts();
    if parts.uri.path().strip_prefix(&desk.page.base) == Some("config.json") {
        return config(&desk).await;
    }
    let read = move || desk.page.answer(&parts);
    let failed = |_| page::plain(StatusCode::INTERNAL_SERVER_ERROR, "The page cannot be read.\n");
    tokio::task::spawn_blocking(read).await.unwrap_or_else(failed)
}

/// Gives every answer an id, and notes what was asked and answered.
async fn observed(
    State(desk): State<Arc<Desk>>,
    Extension(peer): Extension<Peer>,
    request: Request<Body>,
    next: Next,
) -> Response<Body> {
    let began = Instant::now();
    let (parts, body) = request.into_parts();
    let (method, path) = (parts.method.clone(), parts.uri.path().to_owned());
    let mut response = if who::is_ours(&parts, &desk.own_names) {
        next.run(Request::from_parts(parts, body)).await
    } else {
        let host = parts.headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
        let message = format!("'{}' is not the name of this server.", host.escape_debug());
        api::problem(StatusCode::MISDIRECTED_REQUEST, "MisdirectedRequest", &message)
    };
    let name = HeaderName::from_static("x-ms-request-id");
    let id = match response.headers().get(&name).and_then(|id| id.to_str().ok()) {
        Some(id) => id.to_owned(),
        None => {
            let id = moment::request_id();
            response
                .headers_mut()
                .insert(name, HeaderValue::from_str(&id).expect("hexadecimal digits"));
            id
        }
    };
    let text = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok());
    let took = began.elapsed();
    let status = response.status();
    desk.metrics.answered(status.as_u16(), took);
    let level = if status.is_server_error() { Level::Error } else { Level::Info };
    log::line(
        level,
        "request",
        [
            ("requestId", id.as_str().into()),
            ("correlationId", text("x-ms-correlation-request-id").into()),
            ("method", method.as_str().into()),
            ("path", path.into()),
            ("status", status.as_u16().into()),
            ("milliseconds", u64::try_from(took.as_millis()).unwrap_or(u64::MAX).into()),
            ("peer", peer.0.to_string().into()),
        ],
    );
    response
}
