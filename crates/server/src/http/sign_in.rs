//! Signing in and out, accounts, and the audit: `docs/sign-in.md` says what is asked and answered.
//!
//! Whatever is sent here is JSON and says so, which another website's form cannot; and but for going on with a
//! session, no cookie counts for anything.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use ::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, COOKIE, ORIGIN, RETRY_AFTER, SET_COOKIE,
};
use ::http::request::Parts;
use ::http::{HeaderValue, Request, Response, StatusCode};
use axum::body::Body;
use azure::Role;
use chrono::{DateTime, NaiveDate, Utc};
use http_body_util::{BodyExt, Limited};
use serde_json::{Value, json};
use tokio::time::timeout;

use super::api::{self, Refused, problem};
use super::desk::{Desk, Peer};
use super::who;
use crate::audit::{self, Outcome};
use crate::sign_in::{
    Given, Invited, Local, Person, Refusal, SESSION_SECONDS, Session, SignIn, bearer, time,
};
use crate::store::{AnyStore, Asked, Partner};

/// With what every path here begins.
const FOLDER: &str = "/sign-in/";
/// A body has two or three texts.
const BODY_BYTES_MAX: usize = 16 * 1024;
const BODY_TIME: Duration = Duration::from_secs(10);
/// The prefix has browsers keep it to this very host, and to TLS.
const COOKIE_NAME: &str = "__Host-prorata";
/// So many lines of the audit are told at once.
const LINES_MAX: usize = 50_000;

/// Whether a path is one of these. The page has a route of the same name, and nothing below it.
pub(super) fn is_below(path: &str) -> bool {
    path.starts_with(FOLDER)
}

/// Answers a request.
pub(super) async fn answer(desk: Arc<Desk>, peer: Peer, request: Request<Body>) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let address = api::address_of(&parts, peer, desk.behind_proxy);
    let mut response = match respond(&desk, address, &parts, body).await {
        Ok(response) => response,
        Err(refused) => *refused,
    };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

type Reply = Result<Response<Body>, Refused>;

/// A request that is about signing in, and what is needed to answer it.
struct Call<'a> {
    desk: &'a Desk,
    address: IpAddr,
    parts: &'a Parts,
    body: Value,
    asked: audit::Request,
}

fn refused(refusal: Refusal) -> Refused {
    api::refused(refusal)
}

fn ok(status: StatusCode, body: &Value) -> Response<Body> {
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    let kind = HeaderValue::from_static("application/json; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}

fn nothing() -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    response
}

async fn respond(desk: &Arc<Desk>, address: IpAddr, parts: &Parts, body: Body) -> Reply {
    desk.rates.count(address, Instant::now()).map_err(too_many)?;
    let path = parts.uri.path().strip_prefix(FOLDER).unwrap_or_default();
    let body = read(parts, body).await?;
    let mut asked = audit::Request::of(parts, Some(address), None);
    asked.unit = None;
    let call = Call { desk, address, parts, body, asked };
    let segments: Vec<&str> = path.split('/').collect();
    let method = parts.method.as_str();
    match (method, &*segments) {
        ("GET", ["me"]) => {
            let person = call.person().await?;
            Ok(ok(StatusCode::OK, &me(desk, &person)))
        }
        ("POST", ["out"]) => call.sign_out().await,
        ("GET", ["audit"]) => call.audit().await,
        ("POST", ["token"]) => call.token().await,
        _ => match &desk.sign_in {
            SignIn::Local(local) => call.local(local, method, &segments).await,
            _ => Err(unknown_path()),
        },
    }
}

fn unknown_path() -> Refused {
    Box::new(problem(StatusCode::NOT_FOUND, "NotFound", "There is nothing under this address."))
}

fn too_many(after: Duration) -> Refused {
    let message = "There were too many attempts.";
    let mut response = problem(StatusCode::TOO_MANY_REQUESTS, "TooManyAttempts", message);
    response.headers_mut().insert(RETRY_AFTER, after.as_secs().saturating_add(1).into());
    Box::new(response)
}

/// The body of what is sent; null for none.
async fn read(parts: &Parts, body: Body) -> Result<Value, Refused> {
    let wrong = |message: &str| {
        Box::new(problem(StatusCode::BAD_REQUEST, "InvalidRequestContent", message))
    };
    let body = timeout(BODY_TIME, Limited::new(body, BODY_BYTES_MAX).collect()).await;
    let body =
        body.ok().and_then(Result::ok).ok_or_else(|| wrong("The body has not come whole."))?;
    let bytes = body.to_bytes();
    if bytes.is_empty() {
        return Ok(Value::Null);
    }
    let kind = parts.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if !kind.is_some_and(|kind| {
        kind.split(';')
            .next()
            .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
    }) {
        return Err(wrong("The body has to be application/json."));
    }
    serde_json::from_slice(&bytes).map_err(|_| wrong("The body is no JSON."))
}

/// Who somebody is, as the page is told.
fn me(desk: &Desk, person: &Person) -> Value {
    let caller = person.caller(String::new());
    let mut may = caller.may();
    let kind = match &desk.sign_in {
        SignIn::Nobody => "none",
        SignIn::Issuer(_) => "openIdConnect",
        SignIn::Local(_) => "local",
    };
    if person.is_administrator() {
        may.push("ReadAudit");
        if kind == "local" {
            may.push("ManageAccounts");
        }
    }
    json!({
        "id": person.id,
        "name": person.name,
        "role": person.role.map(Role::name),
        "partner": partner(&person.partner),
        "may": may,
        "until": person.until.map(|until| time(until.timestamp())),
        "signIn": kind,
    })
}

fn partner(partner: &Partner) -> Value {
    json!({ "id": partner.key(), "name": partner.key() })
}

impl Call<'_> {
    async fn person(&self) -> Result<Person, Refused> {
        match &self.desk.sign_in {
            SignIn::Nobody => {
                let caller = who::asks(self.parts).map_err(api::unauthenticated)?;
                let (id, partner) = (String::new(), Partner::own());
                Ok(Person { id, name: caller.name, role: caller.role, partner, until: None })
            }
            sign_in => sign_in.person(self.parts).await.map_err(refused),
        }
    }

    /// Somebody who administers everything.
    async fn administrator(&self) -> Result<Person, Refused> {
        let person = self.person().await?;
        if person.is_administrator() {
            return Ok(person);
        }
        let message = format!("'{}' is no administrator.", person.name);
        Err(Box::new(problem(StatusCode::FORBIDDEN, "AuthorizationFailed", &message)))
    }

    fn text(&self, name: &str) -> Result<&str, Refused> {
        self.body[name].as_str().filter(|text| !text.is_empty()).ok_or_else(|| {
            let message = format!("{name}: is required");
            Box::new(problem(StatusCode::BAD_REQUEST, "InvalidRequestContent", &message))
        })
    }

    fn role(&self) -> Result<Role, Refused> {
        let role = self.text("role")?;
        Role::parse(role).ok_or_else(|| {
            let message = format!("role: '{}' is not known", role.escape_debug());
            Box::new(problem(StatusCode::BAD_REQUEST, "InvalidRequestContent", &message))
        })
    }

    /// The request as the audit knows it, now that it is known who asks.
    fn named(&self, person: &Person) -> Arc<audit::Request> {
        let mut asked = self.asked.clone();
        asked.by = Some(person.by());
        asked.partner = Some(person.partner.key().to_owned());
        Arc::new(asked)
    }

    async fn token(&self) -> Reply {
        let SignIn::Issuer(issuer) = &self.desk.sign_in else { return Err(unknown_path()) };
        let given = match self.body["refreshToken"].as_str() {
            Some(token) => Given::Refresh(token),
            None => Given::Code {
                code: self.text("code")?,
                verifier: self.text("codeVerifier")?,
                redirect: self.text("redirectUri")?,
                nonce: self.text("nonce")?,
            },
        };
        let is_new = matches!(given, Given::Code { .. });
        let origin = self.parts.headers.get(ORIGIN);
        let (mut answer, person) = issuer.token(given, origin).await.map_err(refused)?;
        if is_new {
            let line = self.named(&person).line(Outcome::Done, Some(200), vec!["session"]);
            let store = self.desk.store(&person.partner);
            store.note(line).await.map_err(|_| refused(Refusal::Unavailable))?;
        }
        answer["me"] = me(self.desk, &person);
        Ok(ok(StatusCode::OK, &answer))
    }

    async fn sign_out(&self) -> Reply {
        let mut response = nothing();
        if let SignIn::Local(local) = &self.desk.sign_in {
            if let (Ok(token), Ok(person)) = (bearer(self.parts), self.person().await) {
                audit::in_name_of(self.named(&person), local.sign_out(token))
                    .await
                    .map_err(refused)?;
            } else if let Some(secret) = self.cookie()
                && let Ok(session) = local.renew(secret).await
            {
                let named = self.named(&session.person);
                audit::in_name_of(named, local.sign_out(&session.token)).await.map_err(refused)?;
            }
            let gone =
                format!("{COOKIE_NAME}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
            let gone = HeaderValue::from_str(&gone).expect("letters and digits");
            response.headers_mut().insert(SET_COOKIE, gone);
        }
        Ok(response)
    }

    /// The secret of the session that the browser has kept.
    fn cookie(&self) -> Option<&str> {
        let all = self.parts.headers.get_all(COOKIE).iter().filter_map(|all| all.to_str().ok());
        let mut pairs =
            all.flat_map(|all| all.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.find(|(name, _)| *name == COOKIE_NAME).map(|(_, secret)| secret)
    }

    fn session(&self, status: StatusCode, session: &Session) -> Response<Body> {
        let Session { secret, token, person } = session;
        let left = person.until.map_or(0, |until| (until - crate::moment::now()).num_seconds());
        let left = left.clamp(0, SESSION_SECONDS);
        let body = json!({ "token": token, "expiresIn": left, "me": me(self.desk, person) });
        let mut response = ok(status, &body);
        let cookie = format!(
            "{COOKIE_NAME}={secret}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={left}"
        );
        let cookie = HeaderValue::from_str(&cookie).expect("letters and digits");
        response.headers_mut().insert(SET_COOKIE, cookie);
        response
    }

    /// Counts an attempt to say a password, for the name and for the address.
    fn attempt(&self, name: &str) -> Result<(), Refused> {
        let now = Instant::now();
        let attempts = &self.desk.attempts;
        attempts.of_addresses.count(self.address, now).map_err(too_many)?;
        attempts.of_names.count(name.trim().to_lowercase(), now).map_err(too_many)
    }

    async fn local(&self, local: &Local, method: &str, segments: &[&str]) -> Reply {
        match (method, segments) {
            ("POST", ["password"]) => {
                let (name, password) = (self.text("name")?, self.text("password")?);
                self.attempt(name)?;
                let asked = Arc::new(self.asked.clone());
                let session = audit::in_name_of(asked, local.sign_in(name, password)).await;
                let session = session.map_err(refused)?;
                Ok(self.session(StatusCode::OK, &session))
            }
            ("POST", ["renew"]) => {
                let site = self.parts.headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
                let secret =
                    self.cookie().filter(|_| site.is_none_or(|site| site == b"same-origin"));
                let secret = secret.ok_or_else(|| refused(Refusal::NotSignedIn))?;
                let session = local.renew(secret).await.map_err(refused)?;
                Ok(self.session(StatusCode::OK, &session))
            }
            ("POST", ["password", "change"]) => {
                let person = self.person().await?;
                self.attempt(&person.name)?;
                let passwords = (self.text("old")?, self.text("new")?);
                let changed = local.change_password(&person, passwords);
                let session =
                    audit::in_name_of(self.named(&person), changed).await.map_err(refused)?;
                Ok(self.session(StatusCode::OK, &session))
            }
            ("POST", ["invitation"]) => {
                let (role, of, until) =
                    local.invitation(self.text("invitation")?).await.map_err(refused)?;
                let body =
                    json!({ "role": role.name(), "partner": partner(&of), "until": time(until) });
                Ok(ok(StatusCode::OK, &body))
            }
            ("POST", ["invitation", "accept"]) => {
                let code = self.text("invitation")?;
                self.desk
                    .attempts
                    .of_addresses
                    .count(self.address, Instant::now())
                    .map_err(too_many)?;
                let (_, of, _) = local.invitation(code).await.map_err(refused)?;
                let mut asked = self.asked.clone();
                asked.partner = Some(of.key().to_owned());
                let accepted = local.accept(code, self.text("name")?, self.text("password")?);
                let session =
                    audit::in_name_of(Arc::new(asked), accepted).await.map_err(refused)?;
                Ok(self.session(StatusCode::CREATED, &session))
            }
            (_, ["accounts" | "invitations", ..]) => self.people(local, method, segments).await,
            _ => Err(unknown_path()),
        }
    }

    /// What administrators do about the people of their own partner.
    async fn people(&self, local: &Local, method: &str, segments: &[&str]) -> Reply {
        let person = self.administrator().await?;
        let (of, named) = (&person.partner, self.named(&person));
        let done = |value: Value| ok(StatusCode::OK, &value);
        let work = async {
            Ok::<_, Refusal>(match (method, segments) {
                ("GET", ["accounts"]) => done(json!({ "value": local.accounts(of).await? })),
                ("GET", ["invitations"]) => done(json!({ "value": local.invitations(of).await? })),
                ("DELETE", ["accounts", id]) => {
                    local.remove_account(of, id).await?;
                    nothing()
                }
                ("DELETE", ["invitations", id]) => {
                    local.uninvite(of, id).await?;
                    nothing()
                }
                _ => return Err(Refusal::NotFound),
            })
        };
        match (method, segments) {
            ("PATCH", ["accounts", id]) => {
                let changed = local.change_role(of, id, self.role()?);
                audit::in_name_of(named, changed).await.map(done).map_err(refused)
            }
            ("POST", ["invitations"]) => {
                let invited = local.invite(of, self.role()?, Some(&person));
                let invited = audit::in_name_of(named, invited).await.map_err(refused)?;
                let body = json!({
                    "id": invited.id,
                    "role": invited.role.name(),
                    "until": time(invited.until),
                    "url": self.desk.invitation_url(&invited),
                });
                Ok(ok(StatusCode::CREATED, &body))
            }
            _ => audit::in_name_of(named, work).await.map_err(refused),
        }
    }

    /// The lines of the audit between two moments.
    async fn audit(&self) -> Reply {
        let person = self.administrator().await?;
        let query = self.parts.uri.query().unwrap_or_default();
        let value = |name: &str| {
            let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            let text = pairs.find(|(known, _)| *known == name).map(|(_, value)| value);
            text.map(|text| {
                percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
            })
        };
        let moment = |name: &str, default: i64| {
            let Some(text) = value(name) else { return Ok(default) };
            let day = text.parse::<NaiveDate>().ok().and_then(|day| day.and_hms_opt(0, 0, 0));
            let moment =
                day.map(|day| day.and_utc()).or_else(|| text.parse::<DateTime<Utc>>().ok());
            moment.map(|moment| moment.timestamp_millis()).ok_or_else(|| {
                let message =
                    format!("{name}: must be a day or a moment, such as 2026-11-21T09:30:00Z");
                Box::new(problem(StatusCode::BAD_REQUEST, "InvalidQueryParameter", &message))
            })
        };
        let (from, to) = (moment("from", 0)?, moment("to", i64::MAX)?);
        let format = value("format").unwrap_or_else(|| "jsonl".to_owned());
        let write = match &*format {
            "jsonl" => json_lines,
            "csv" => csv,
            _ => {
                let message = "format: must be jsonl or csv";
                return Err(Box::new(problem(
                    StatusCode::BAD_REQUEST,
                    "InvalidQueryParameter",
                    message,
                )));
            }
        };
        let mut lines = told(&self.desk.store(&person.partner), from, to).await?;
        // What belongs to accounts stands with them.
        let of_server = told(&self.desk.store(&Partner::server()), from, to).await?;
        let own = |entry: &Value| entry["partner"] == person.partner.key();
        lines.extend(of_server.into_iter().filter(|(_, entry)| own(entry)));
        lines.sort_by(|(left, _), (right, _)| left.cmp(right));
        let is_more = lines.len() > LINES_MAX;
        lines.truncate(LINES_MAX);
        let mut response = Response::new(Body::from(write(&lines)));
        let kind = if format == "csv" {
            "text/csv; charset=utf-8"
        } else {
            "application/jsonl; charset=utf-8"
        };
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
        let name = format!("attachment; filename=\"audit.{format}\"");
        headers.insert(CONTENT_DISPOSITION, HeaderValue::from_str(&name).expect("two known words"));
        if let (true, Some(((at, _), _))) = (is_more, lines.last())
            && let Some(next) = DateTime::from_timestamp_millis(*at)
        {
            // From the moment of the last line on, which is told again.
            let next = next.to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
            headers
                .insert("prorata-next", HeaderValue::from_str(&next).expect("digits and hyphens"));
        }
        Ok(response)
    }
}

/// Where a line stands, and what it says.
type Told = ((i64, String), Value);

async fn told(store: &AnyStore, from: i64, to: i64) -> Result<Vec<Told>, Refused> {
    let asked = Asked { after: (from.saturating_sub(1), "~"), before: to, count: LINES_MAX + 1 };
    let lines = store.noted(&asked).await.map_err(|_| refused(Refusal::Unavailable))?;
    let read = |line: audit::Line| {
        let entry = serde_json::from_str(&line.entry).unwrap_or_default();
        ((line.at, line.id), entry)
    };
    Ok(lines.into_iter().map(read).collect())
}

fn json_lines(lines: &[Told]) -> String {
    lines.iter().map(|(_, entry)| format!("{entry}\n")).collect()
}

/// The columns of a table of the audit, and where each value stands in an entry.
const COLUMNS: &[(&str, &str)] = &[
    ("at", "/at"),
    ("outcome", "/outcome"),
    ("status", "/status"),
    ("person", "/by/id"),
    ("name", "/by/name"),
    ("role", "/by/role"),
    ("address", "/address"),
    ("method", "/method"),
    ("path", "/path"),
    ("tenant", "/unit"),
    ("quote", "/quote"),
    ("changed", "/changed"),
    ("requestId", "/requestId"),
    ("clientRequestId", "/clientRequestId"),
    ("id", "/id"),
];

fn csv(lines: &[Told]) -> String {
    let names: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).collect();
    let mut text = names.join(",") + "\r\n";
    for (_, entry) in lines {
        let cells = COLUMNS.iter().map(|(_, place)| match entry.pointer(place) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => cell(text),
            Some(Value::Array(all)) => {
                let all: Vec<&str> = all.iter().filter_map(Value::as_str).collect();
                cell(&all.join(" "))
            }
            Some(value) => value.to_string(),
        });
        text += &cells.collect::<Vec<_>>().join(",");
        text += "\r\n";
    }
    text
}

/// A text that no program for tables takes for a formula.
fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

impl Desk {
    /// Where an invitation leads: what stands behind the hash is told to no server.
    pub(crate) fn invitation_url(&self, invited: &Invited) -> String {
        format!("{}{}sign-in#invitation={}", self.public_url, self.page_base(), invited.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        assert_eq!(cell("=1+1"), "\"'=1+1\"");
        assert_eq!(cell("a \"b\", c"), "\"a \"\"b\"\", c\"");
        let entry =
            json!({ "at": "x", "status": 202, "by": { "name": "@me" }, "changed": ["a", "b"] });
        let table = csv(&[((0, String::new()), entry)]);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines[0].split(',').count(), COLUMNS.len());
        assert_eq!(lines[1], "\"x\",,202,,\"'@me\",,,,,,,\"a b\",,,");
    }
}
