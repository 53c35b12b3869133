//! Sending one request.

use super::answer::Answer;
use super::error::ApiError;
use super::session::Session;
use crate::platform::abort::AbortOnDrop;
use crate::platform::file::UnreadFile;
use crate::platform::{document, keeping, random, timer};
use gloo_net::http::{Headers, Method, RequestBuilder, Response};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// How long we wait for an answer. Azure's own gateway gives up after 60 s; nobody watches a page so long.
const ANSWER_WAIT: Duration = Duration::from_secs(20);

/// How long we wait where all records are sent: a browser lets its worker work for five minutes at most.
const LONG_WAIT: Duration = Duration::from_secs(4 * 60);

/// The status of an answer to a token that is not good.
const UNAUTHORIZED: u16 = 401;

/// The base URL of the backend when the page does not name another.
const DEFAULT_BASE: &str = "api/";

/// Whose records a request is about; the token is issued for this tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tenant {
    /// The partner's own: billing and the portfolio.
    Partner,
    /// A customer's, by its GUID: reservations and everything attached to them.
    Customer(String),
}

impl Tenant {
    /// The GUID for the token; empty for the partner's own tenant, which the service knows.
    pub(super) fn id(&self) -> &str {
        match self {
            Self::Partner => "",
            Self::Customer(id) => id,
        }
    }
}

/// One request, before it is sent.
#[derive(Clone, Debug)]
pub struct Request {
    method: Method,
    target: String,
    tenant: Tenant,
    policy: Option<&'static str>,
    etag: Option<String>,
    id: Option<String>,
    body: Option<Body>,
    wait: Duration,
    token: Token,
}

/// In whose name a request is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    /// In that of the session; refused because the token has ended, it is sent again with the next one.
    Renewed,
    /// In that of the session; a refusal is the answer.
    AsItIs,
    /// In nobody's.
    None,
}

/// What is sent.
#[derive(Clone, Debug)]
enum Body {
    Text(String),
    File(UnreadFile),
}

impl Request {
    /// Reads `target`: a path with its query as the Azure APIs write it, or a complete URL that an answer
    /// gave us, which is followed within the service only.
    #[must_use]
    pub fn get(tenant: Tenant, target: impl Into<String>) -> Self {
        Self {
            method: Method::GET,
            target: target.into(),
            tenant,
            policy: None,
            etag: None,
            id: None,
            body: None,
            wait: ANSWER_WAIT,
            token: Token::Renewed,
        }
    }

    /// Posts `body`, a JSON text, to `target`.
    #[must_use]
    pub fn post(tenant: Tenant, target: impl Into<String>, body: String) -> Self {
        Self { method: Method::POST, body: Some(Body::Text(body)), ..Self::get(tenant, target) }
    }

    /// Creates or replaces what `target` names by `body`, a JSON text.
    #[must_use]
    pub fn put(tenant: Tenant, target: impl Into<String>, body: String) -> Self {
        Self { method: Method::PUT, ..Self::post(tenant, target, body) }
    }

    /// Changes what `target` names by `body`, a JSON text.
    #[must_use]
    pub fn patch(tenant: Tenant, target: impl Into<String>, body: String) -> Self {
        Self { method: Method::PATCH, ..Self::post(tenant, target, body) }
    }

    /// Removes what `target` names.
    #[must_use]
    pub fn delete(tenant: Tenant, target: impl Into<String>) -> Self {
        Self { method: Method::DELETE, ..Self::get(tenant, target) }
    }

    /// Sends a file instead of a text.
    pub(super) fn with_file(self, file: UnreadFile) -> Self {
        Self { body: Some(Body::File(file)), ..self }
    }

    /// Waits for as long as everything that there is may take.
    pub(super) fn patiently(self) -> Self {
        Self { wait: LONG_WAIT, ..self }
    }

    /// Sends no token, for what somebody asks who has none.
    pub(super) fn anonymously(self) -> Self {
        Self { token: Token::None, ..self }
    }

    /// Takes it for the answer that the request is not allowed (401), for what is about a password itself.
    pub(super) fn once(self) -> Self {
        Self { token: Token::AsItIs, ..self }
    }

    /// Asks the service to judge by the policy with this id.
    #[must_use]
    pub fn under_policy(self, policy: &'static str) -> Self {
        Self { policy: Some(policy), ..self }
    }

    /// Names the change that the request is for: sent again under the same id, it is carried out once.
    #[must_use]
    pub(super) fn under_id(self, id: &str) -> Self {
        Self { id: Some(id.to_owned()), ..self }
    }

    /// Whose records it is about.
    pub(super) const fn tenant(&self) -> &Tenant {
        &self.tenant
    }

    /// Asks the service to do it only while the record has this etag; without one, in any case.
    #[must_use]
    pub fn if_match(self, etag: Option<impl ToString>) -> Self {
        Self { etag: etag.map(|etag| etag.to_string()), ..self }
    }
}

/// The way to the records.
#[derive(Clone, Copy, Debug)]
pub struct Api {
    base: StoredValue<String>,
    build: StoredValue<Option<String>>,
    session: Session,
}

impl Api {
    /// The backend that the page names (`<meta name="prorata-api">`, from `config.json`), asked in the name
    /// of `session`. Every request says of which build the page is (`<meta name="prorata-build">`), so that
    /// a backend of another build changes nothing.
    #[must_use]
    pub fn new(session: Session) -> Self {
        let named = document::meta("prorata-api");
        let base = document::absolute_url(named.as_deref().unwrap_or(DEFAULT_BASE));
        Self {
            base: StoredValue::new(base.trim_end_matches('/').to_owned()),
            build: StoredValue::new(document::meta("prorata-build")),
            session,
        }
    }

    /// Whether the records are in this browser and nowhere else.
    #[must_use]
    pub fn is_in_browser(&self) -> bool {
        let of_browser = document::absolute_url(DEFAULT_BASE);
        self.base.with_value(|base| base == of_browser.trim_end_matches('/'))
    }

    /// Asks the browser to keep the records, where they are in it, also when the device runs out of room. Call it when
    /// somebody's own records have come: some browsers ask the person, who knows then what it is about.
    pub fn have_kept(&self) {
        if self.is_in_browser() {
            spawn_local(async {
                keeping::ask().await;
            });
        }
    }

    /// Sends `request` and waits for the answer.
    ///
    /// # Errors
    /// [`ApiError`], whatever went wrong on the way; an answer with a failing status is a
    /// [`ApiError::Problem`].
    ///
    /// What happens on the way is behind a pointer, or it would be part of each caller's own code.
    pub fn send(
        &self,
        request: Request,
    ) -> Pin<Box<dyn Future<Output = Result<Answer, ApiError>>>> {
        let api = *self;
        Box::pin(async move {
            // Late work is dropped, which has the browser give the request up.
            let wait = request.wait;
            let answer = timer::within(wait, api.round_trip(request)).await;
            answer.unwrap_or(Err(ApiError::Timeout))
        })
    }

    /// As [`Api::send`], for an answer that is handed on as a file.
    pub(super) async fn send_for_file(&self, request: Request) -> Result<UnreadFile, ApiError> {
        let api = *self;
        let wait = request.wait;
        let round_trip = async move {
            let (response, _abort) = api.reply(request).await?;
            match response.ok() {
                true => UnreadFile::of_answer(&response.into()).await.ok_or(ApiError::Network),
                false => Err(api.answer(response).await.err().unwrap_or(ApiError::Network)),
            }
        };
        timer::within(wait, round_trip).await.unwrap_or(Err(ApiError::Timeout))
    }

    /// Sends `request` and waits for an answer that is no text.
    ///
    /// # Errors
    /// As [`Api::send`].
    pub async fn bytes(&self, request: Request) -> Result<Vec<u8>, ApiError> {
        let api = *self;
        let wait = request.wait;
        let round_trip = async move {
            let (response, _abort) = api.reply(request).await?;
            match response.ok() {
                true => response.binary().await.map_err(|_| ApiError::Network),
                false => Err(api.answer(response).await.err().unwrap_or(ApiError::Network)),
            }
        };
        timer::within(wait, round_trip).await.unwrap_or(Err(ApiError::Timeout))
    }

    async fn round_trip(self, request: Request) -> Result<Answer, ApiError> {
        let (response, _abort) = self.reply(request).await?;
        self.answer(response).await
    }

    /// The answer before its body has come; the request is given up when the second part is dropped. What is refused
    /// because its token has ended was not looked at, and is sent once more with another one.
    async fn reply(self, request: Request) -> Result<(Response, AbortOnDrop), ApiError> {
        let may_renew = self.session.sign_in().is_some() && request.token == Token::Renewed;
        let again = may_renew.then(|| (request.clone(), self.session.round()));
        let reply = self.ask(request).await?;
        match again {
            Some((request, round))
                if reply.0.status() == UNAUTHORIZED && self.session.renewed(round).await =>
            {
                self.ask(request).await
            }
            _ => Ok(reply),
        }
    }

    async fn ask(self, request: Request) -> Result<(Response, AbortOnDrop), ApiError> {
        // First of all: whoever else an answer names does not get the token.
        let url = self.url(&request.target)?;
        let abort = AbortOnDrop::default();
        let mut builder = RequestBuilder::new(&url)
            .method(request.method.clone())
            .abort_signal(abort.signal().as_ref());
        let token = self.session.token(&request.tenant);
        if let Some(token) = token.filter(|_| request.token != Token::None) {
            builder = builder.header("Authorization", &format!("Bearer {token}"));
        }
        if self.session.sign_in().is_some() && !request.tenant.id().is_empty() {
            builder = builder.header("prorata-tenant", request.tenant.id());
        }
        if let Some(build) = self.build.get_value() {
            builder = builder.header("prorata-build", &build);
        }
        if request.method != Method::GET {
            let id = request.id.unwrap_or_else(random::guid);
            builder = builder.header("x-ms-client-request-id", &id);
        }
        if let Some(policy) = request.policy {
            builder = builder.header("prorata-policy", policy);
        }
        if let Some(etag) = &request.etag {
            builder = builder.header("If-Match", &format!("\"{etag}\""));
        }
        let prepared = match request.body {
            Some(Body::Text(body)) => builder.header("Content-Type", "application/json").body(body),
            Some(Body::File(file)) => builder.body(file.as_body()),
            None => builder.build(),
        };
        let response =
            prepared.map_err(|_| ApiError::Network)?.send().await.map_err(|_| ApiError::Network)?;
        Ok((response, abort))
    }

    async fn answer(self, response: Response) -> Result<Answer, ApiError> {
        let headers = response.headers();
        let request_id = headers.get("x-ms-request-id");
        let retry_after = retry_after(&headers);
        let status = response.status();
        // The connection may still break while the body arrives.
        let body = response.text().await.map_err(|_| ApiError::Network)?;
        if !response.ok() {
            return Err(ApiError::from_answer(status, &body, request_id, retry_after));
        }
        let location = headers.get("location");
        let operation = headers.get("azure-asyncoperation").or_else(|| location.clone());
        Ok(Answer { status, location, operation, retry_after, request_id, body })
    }

    /// Where `target` is: below the base URL, like everything that is asked for.
    fn url(&self, target: &str) -> Result<String, ApiError> {
        // The application may be gone, as after a test: then nobody is asked any more.
        let url = self.base.try_with_value(|base| {
            let url = if target.starts_with("https://") || target.starts_with("http://") {
                target.to_owned()
            } else {
                // A host may write its links with the whole path but without its own name.
                let rest = target.strip_prefix(path_of(base)).filter(|rest| rest.starts_with('/'));
                format!("{base}{}", rest.unwrap_or(target))
            };
            let url = document::absolute_url(&url);
            url.strip_prefix(base.as_str()).is_some_and(|it| it.starts_with('/')).then_some(url)
        });
        url.ok_or(ApiError::Network)?.ok_or_else(|| ApiError::Malformed {
            path: target.to_owned(),
            reason: "it leads out of the service".to_owned(),
            request_id: None,
        })
    }
}

/// The path of an absolute URL.
fn path_of(url: &str) -> &str {
    let after_scheme = url.find("://").map_or(0, |at| at + 3);
    url[after_scheme..].find('/').map_or("/", |at| &url[after_scheme + at..])
}

/// `Retry-After` in seconds. Its other form, a date, is not one that Azure uses.
fn retry_after(headers: &Headers) -> Option<Duration> {
    headers.get("retry-after")?.trim().parse().ok().map(Duration::from_secs)
}

/// The client of the running application.
#[must_use]
pub fn use_api() -> Api {
    expect_context::<Api>()
}
