//! An issuer of tokens, as OpenID Connect has it: where it is, which keys it signs with, and what its tokens say.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use ::http::header::{ACCEPT, CONTENT_TYPE, ORIGIN};
use ::http::{HeaderValue, Request};
use chrono::{DateTime, Utc};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::Mutex;

use super::fetch::Fetcher;
use super::jwt::{Expected, Flaw, Key, Token};
use super::{Person, Refusal};
use crate::config::IssuerConfig;
use crate::log::{self, Level};
use crate::moment;

/// How long keys are used that are older than they should be, while the issuer does not answer.
const PATIENCE: Duration = Duration::from_secs(3600);
/// The least time between two questions for keys that nobody knows: whoever sends nonsense does not make us ask.
const BREATH: Duration = Duration::from_secs(10);

/// What an issuer says of itself. [OpenID Connect Discovery 1.0]
#[derive(Clone, Debug, Deserialize)]
struct Discovered {
    issuer: String,
    jwks_uri: String,
    authorization_endpoint: String,
    token_endpoint: String,
    #[serde(default)]
    end_session_endpoint: Option<String>,
}

/// What is known of the issuer, and since when.
struct Known {
    discovered: Discovered,
    keys: Vec<Key>,
    at: Instant,
}

/// An issuer whose tokens are believed.
pub(crate) struct Issuer {
    config: IssuerConfig,
    fetcher: Fetcher,
    known: RwLock<Option<Arc<Known>>>,
    /// When it was last asked; whoever holds it asks.
    asking: Mutex<Option<Instant>>,
}

/// What a page has been given, to ask for a token with.
pub(crate) enum Given<'a> {
    Code { code: &'a str, verifier: &'a str, redirect: &'a str, nonce: &'a str },
    Refresh(&'a str),
}

impl Issuer {
    /// # Errors
    /// Which key names authorities that cannot be read, and why.
    pub(super) fn new(config: IssuerConfig) -> Result<Self, String> {
        let fetcher =
            Fetcher::new(&config.authorities).map_err(|why| format!("sign_in.ca: {why}"))?;
        let (known, asking) = (RwLock::default(), Mutex::default());
        Ok(Self { config, fetcher, known, asking })
    }

    fn known(&self) -> Option<Arc<Known>> {
        self.known.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What is known of the issuer, asked anew where it is too old, or where nobody knows a key of this name.
    async fn current(&self, kid: Option<&str>) -> Result<Arc<Known>, Refusal> {
        let breath = BREATH.min(self.config.keys_kept);
        let is_good = |known: &Known| {
            let names =
                kid.is_none_or(|kid| known.keys.iter().any(|key| key.kid.as_deref() == Some(kid)));
            known.at.elapsed() < self.config.keys_kept && (names || known.at.elapsed() < breath)
        };
        if let Some(known) = self.known().filter(|known| is_good(known)) {
            return Ok(known);
        }
        let mut asked = self.asking.lock().await;
        // Somebody else may have asked meanwhile.
        if let Some(known) = self.known().filter(|known| is_good(known)) {
            return Ok(known);
        }
        let may_ask = asked.is_none_or(|at| at.elapsed() >= breath);
        if may_ask {
            *asked = Some(Instant::now());
            match self.ask().await {
                Ok(known) => {
                    let known = Arc::new(known);
                    let mut place = self.known.write().unwrap_or_else(PoisonError::into_inner);
                    *place = Some(Arc::clone(&known));
                    return Ok(known);
                }
                Err(why) => log::line(Level::Error, "issuer", [("why", why.into())]),
            }
        }
        let known =
            self.known().filter(|known| known.at.elapsed() < self.config.keys_kept + PATIENCE);
        known.ok_or(Refusal::Unavailable)
    }

    async fn ask(&self) -> Result<Known, String> {
        let place = format!("{}/.well-known/openid-configuration", self.config.issuer);
        let discovered: Discovered = self.json(&place).await?;
        if discovered.issuer != self.config.issuer && !discovered.issuer.contains("{tenantid}") {
            return Err(format!("sign_in.issuer: it calls itself {}", discovered.issuer));
        }
        #[derive(Deserialize)]
        struct Keys {
            keys: Vec<Value>,
        }
        let Keys { keys } = self.json(&discovered.jwks_uri).await?;
        // A key of a kind that is not known here is nobody's.
        let keys = keys.into_iter().filter_map(|key| serde_json::from_value(key).ok()).collect();
        Ok(Known { discovered, keys, at: Instant::now() })
    }

    async fn json<T: serde::de::DeserializeOwned>(&self, place: &str) -> Result<T, String> {
        let request = Request::builder().uri(place).header(ACCEPT, "application/json");
        let request = request.body(String::new()).map_err(|error| format!("{place}: {error}"))?;
        let (status, body) = self.fetcher.ask(request).await?;
        if !status.is_success() {
            return Err(format!("{place}: {status}"));
        }
        serde_json::from_slice(&body).map_err(|error| format!("{place}: {error}"))
    }

    /// What the page has to know, `signIn` of its `config.json`.
    pub(crate) async fn told(&self) -> Value {
        let known = self.current(None).await.ok();
        let place = |of: fn(&Discovered) -> Option<&String>| {
            known.as_ref().and_then(|known| of(&known.discovered))
        };
        json!({
            "kind": "openIdConnect",
            "issuer": self.config.issuer,
            "clientId": self.config.client_id,
            "scope": self.config.scope,
            "authorizationEndpoint": place(|it| Some(&it.authorization_endpoint)),
            "endSessionEndpoint": place(|it| it.end_session_endpoint.as_ref()),
        })
    }

    /// Who a token names.
    ///
    /// # Errors
    /// Why it is not believed.
    pub(crate) async fn person(&self, token: &str) -> Result<Person, Refusal> {
        let claims = self.claims(token, &self.config.audiences).await?;
        self.person_of(&claims)
    }

    async fn claims(&self, text: &str, audiences: &[String]) -> Result<Value, Refusal> {
        let token = Token::read(text)?;
        let known = self.current(token.kid.as_deref()).await?;
        // Where an issuer serves many tenants, it calls itself by that of the token.
        let tenant =
            token.unproven("tid").filter(|tenant| azure::is_guid(tenant)).unwrap_or_default();
        let issuer = known.discovered.issuer.replace("{tenantid}", tenant);
        let now = moment::now().timestamp();
        let expected = Expected { issuer: &issuer, audiences, now };
        Ok(token.proven(&known.keys, &expected)?)
    }

    fn person_of(&self, claims: &Value) -> Result<Person, Refusal> {
        let text = |name: &str| claims[name].as_str().filter(|text| !text.is_empty());
        // Entra's `sub` is another one for each application.
        let id = text("oid").or_else(|| text("sub")).ok_or(Refusal::Flawed(Flaw::Invalid))?;
        let name = text("name").or_else(|| text("preferred_username")).unwrap_or(id);
        let of_partner = match &claims[&self.config.partner_claim] {
            Value::String(text) => text.to_ascii_lowercase(),
            _ => String::new(),
        };
        let partners = &self.config.partners;
        let partner = match partners.is_empty() {
            true => crate::store::Partner::own(),
            false => {
                let mut named = partners.iter().filter(|(_, value)| *value == of_partner);
                named.next().ok_or(Refusal::UnknownPartner)?.0.clone()
            }
        };
        let named: Vec<&str> = match &claims[&self.config.roles_claim] {
            Value::String(role) => vec![role],
            Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        // Of several the first in the settings, which are written in the order of what they may do.
        let mut roles = self.config.roles.iter();
        let role = roles.find(|(name, _)| named.contains(&name.as_str())).map(|(_, role)| *role);
        let until =
            claims["exp"].as_i64().and_then(|until| DateTime::<Utc>::from_timestamp(until, 0));
        let name = name.chars().filter(|it| !it.is_control()).take(100).collect();
        Ok(Person { id: id.to_ascii_lowercase(), name, role, partner, until })
    }

    /// Has the issuer give a token for what the page was given, and looks whether it is good.
    ///
    /// # Errors
    /// Why there is none.
    pub(crate) async fn token(
        &self,
        given: Given<'_>,
        origin: Option<&HeaderValue>,
    ) -> Result<(Value, Person), Refusal> {
        let known = self.current(None).await?;
        let mut fields = vec![("client_id", &*self.config.client_id)];
        if let Some(secret) = &self.config.client_secret {
            fields.push(("client_secret", &secret.0));
        }
        match &given {
            Given::Code { code, verifier, redirect, .. } => fields.extend([
                ("grant_type", "authorization_code"),
                ("code", code),
                ("code_verifier", verifier),
                ("redirect_uri", redirect),
            ]),
            Given::Refresh(token) => {
                fields.extend([("grant_type", "refresh_token"), ("refresh_token", token)]);
            }
        }
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let pairs = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let mut request = Request::builder()
            .method("POST")
            .uri(&known.discovered.token_endpoint)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(ACCEPT, "application/json");
        // Entra gives tokens of a single-page application to none that does not say where its page is from.
        if let Some(origin) = origin {
            request = request.header(ORIGIN, origin);
        }
        let request = request.body(body).map_err(|_| Refusal::Unavailable)?;
        let (status, body) = self.fetcher.ask(request).await.map_err(|why| {
            log::line(Level::Error, "issuer", [("why", why.into())]);
            Refusal::Unavailable
        })?;
        if status.is_server_error() {
            return Err(Refusal::Unavailable);
        }
        let answered: Value = serde_json::from_slice(&body).unwrap_or_default();
        if !status.is_success() {
            let error = answered["error"].as_str().unwrap_or_default();
            let error: String = error.chars().filter(char::is_ascii_graphic).take(60).collect();
            log::line(Level::Info, "signInRefused", [("error", error.into())]);
            return Err(Refusal::NotGiven);
        }
        let text = |name: &str| answered[name].as_str();
        if let Given::Code { nonce, .. } = given {
            // The answer to this very question, and to none that somebody else has asked. It is for the page.
            let page = std::slice::from_ref(&self.config.client_id);
            let claims = self.claims(text("id_token").ok_or(Refusal::NotGiven)?, page).await?;
            if claims["nonce"] != nonce || nonce.is_empty() {
                return Err(Refusal::NotGiven);
            }
        }
        // What is meant for this server. Where tokens are for the page, one that says who it is only will do: an issuer
        // that knows no resources gives no other.
        let mut refusal = None;
        for name in ["access_token", "id_token"] {
            let Some(token) = text(name) else { continue };
            let person = match self.person(token).await {
                Ok(person) => person,
                Err(why) => {
                    refusal.get_or_insert(why);
                    continue;
                }
            };
            let seconds = person.until.map(|until| (until - moment::now()).num_seconds().max(0));
            let body = json!({
                "token": token,
                "expiresIn": seconds,
                "refreshToken": text("refresh_token"),
                "idToken": text("id_token"),
            });
            return Ok((body, person));
        }
        // Why the first one is none is what can be told.
        Err(refusal.unwrap_or(Refusal::NotGiven))
    }
}
