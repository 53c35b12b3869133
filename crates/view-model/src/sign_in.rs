//! Signing in: the way to an OpenID provider and back (authorization code with PKCE), and who came back.
//!
//! The page trusts nothing that stands in an address: what comes back counts only with the `state` and the secret
//! that this tab went away with, and only once. Whether a token is good is for the server to say, which has the
//! keys; the page makes sure that it is an answer to what it asked itself. Times are not looked at here, since the
//! clock of a person's machine proves nothing.

use crate::address::{Parameters, value};
use crate::encoding::{base64_url_bytes, from_base64_url, query_component};
use crate::shape;
use azure::{Role, Wire};
use serde_json::{Value, json};

/// How people sign in, as the page is configured for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// With an OpenID provider.
    Issuer(Issuer),
    /// With an account of the server itself; its passwords have so many characters at least.
    Local(u32),
}

shape! {
    /// An OpenID provider.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Issuer {
        /// Its name, which is an address.
        pub issuer: String = "issuer",
        /// What it knows the page as.
        pub client_id: String = "clientId",
        /// What the page asks for.
        pub scope: String = "scope",
        /// Where people go to sign in; nothing while the server cannot reach the issuer.
        pub authorization: Option<String> = "authorizationEndpoint",
        /// Where people go to sign out; some issuers have no such place.
        pub end_session: Option<String> = "endSessionEndpoint",
    }

    /// What a tab remembers while a person is with the issuer. Whoever knows it can do nothing without the code.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Departure {
        /// Comes back in the address, so that nobody else's code is taken.
        pub state: String = "state",
        /// Comes back in the identity token, so that nobody else's token is taken.
        pub nonce: String = "nonce",
        /// Proves to the issuer that who brings the code is who asked for it.
        pub verifier: String = "verifier",
        /// The path and the query that the person left.
        pub back: String = "back",
        /// Whether the issuer was asked to show nothing.
        pub is_silent: bool = "silent",
    }
}

/// What the address says with which a person comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Return {
    /// They have signed in.
    Code {
        /// What tokens are given for, once.
        code: String,
        /// See [`Departure::state`].
        state: String,
        /// Who says so, where the issuer adds it (RFC 9207).
        issuer: Option<String>,
    },
    /// They have not.
    Refused {
        /// The issuer's word for the reason.
        error: String,
        /// See [`Departure::state`].
        state: String,
    },
}

/// Why somebody is not signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The issuer would have to ask the person something, and was asked not to.
    NeedsPerson,
    /// The issuer says no; its own word for the reason.
    Refused(String),
    /// What came back belongs to no departure of this tab, or to one that was answered already.
    NotAsked,
    /// Another issuer answers than the one that is configured.
    OtherIssuer,
    /// The token is for somebody else, or for another departure.
    OtherToken,
    /// Something cannot be read; what.
    Unreadable(&'static str),
}

/// Who has signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What the server knows them by.
    pub id: String,
    /// What they are called.
    pub name: String,
    /// `None` for somebody without a role that this version knows, who may nothing.
    pub role: Option<Role>,
    /// What their partner is called.
    pub partner: String,
    /// The names of what they may do.
    pub may: Vec<String>,
}

/// What the server gives to whoever signs in.
#[derive(Clone, PartialEq, Eq)]
pub struct Admission {
    /// What every request carries.
    pub token: String,
    /// For how many seconds from now it is good, if that is known.
    pub seconds: Option<u64>,
    /// What the next token is given for; none where there is another way to it.
    pub refresh: Option<String>,
    /// What the issuer says of the person.
    pub identity: Option<String>,
    /// Whose it is.
    pub person: Person,
}

/// Nobody reads a token in a log.
impl std::fmt::Debug for Admission {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Admission of {:?} for {:?} seconds", self.person, self.seconds)
    }
}

impl SignIn {
    /// Reads the part of the page's configuration that says how people sign in.
    ///
    /// # Errors
    /// It says something that this version does not know.
    pub fn read(configured: &str) -> Result<Self, Flaw> {
        const CONFIGURATION: Flaw = Flaw::Unreadable("configuration");
        let value: Value = azure::from_slice(configured.as_bytes()).map_err(|_| CONFIGURATION)?;
        match value["kind"].as_str() {
            Some("openIdConnect") => {
                let issuer = Issuer::read(value).map_err(|_| CONFIGURATION)?;
                let is_safe = |place: &Option<String>| place.as_deref().is_none_or(is_safe);
                let may_be_used = is_safe(&issuer.authorization) && is_safe(&issuer.end_session);
                may_be_used.then_some(Self::Issuer(issuer)).ok_or(CONFIGURATION)
            }
            Some("local") => {
                let least = value["passwordCharactersMin"].as_u64();
                let least = least.and_then(|least| u32::try_from(least).ok());
                least.map(Self::Local).ok_or(CONFIGURATION)
            }
            _ => Err(CONFIGURATION),
        }
    }
}

impl Issuer {
    /// Where a person goes to sign in; `None` while nobody knows the place. `challenge` is the SHA-256 of the
    /// departure's verifier.
    #[must_use]
    pub fn way_in(
        &self,
        departure: &Departure,
        challenge: &[u8],
        return_url: &str,
    ) -> Option<String> {
        let query = form(&[
            ("response_type", "code"),
            ("client_id", &self.client_id),
            ("redirect_uri", return_url),
            ("scope", &self.scope),
            ("state", &departure.state),
            ("nonce", &departure.nonce),
            ("code_challenge", &base64_url_bytes(challenge)),
            ("code_challenge_method", "S256"),
            ("prompt", if departure.is_silent { "none" } else { "" }),
        ]);
        self.authorization.as_deref().map(|place| with_form(place, &query))
    }

    /// Where a person goes to sign out, and comes back from; `None` where the issuer has no such place. With what
    /// it said of the person, the issuer need not ask whom it is about.
    #[must_use]
    pub fn way_out(&self, identity: Option<&str>, return_url: &str) -> Option<String> {
        let query = form(&[
            ("client_id", &self.client_id),
            ("post_logout_redirect_uri", return_url),
            ("id_token_hint", identity.unwrap_or_default()),
        ]);
        self.end_session.as_deref().map(|place| with_form(place, &query))
    }

    /// Whether an identity token is for this page and for this departure. The server has checked its signature, its
    /// times and its issuer, who may call himself by the tenant of the person.
    ///
    /// # Errors
    /// [`Flaw`]
    pub fn check(&self, identity: &str, departure: &Departure) -> Result<(), Flaw> {
        const TOKEN: Flaw = Flaw::Unreadable("identity token");
        let claims = identity.split('.').nth(1).and_then(from_base64_url).ok_or(TOKEN)?;
        let claims: Value = azure::from_slice(&claims).map_err(|_| TOKEN)?;
        let is_for = |audience: &Value| audience.as_str() == Some(&self.client_id);
        let audience = &claims["aud"];
        let is_for_page =
            is_for(audience) || audience.as_array().is_some_and(|all| all.iter().any(is_for));
        let is_for_departure = claims["nonce"].as_str() == Some(&departure.nonce);
        (is_for_page && is_for_departure).then_some(()).ok_or(Flaw::OtherToken)
    }
}

impl Departure {
    /// A departure from `back` with three secrets of 32 random bytes each.
    #[must_use]
    pub fn new(secrets: [[u8; 32]; 3], back: String, is_silent: bool) -> Self {
        let [state, nonce, verifier] = secrets.map(|bytes| base64_url_bytes(&bytes));
        Self { state, nonce, verifier, back, is_silent }
    }

    /// The code that came back, if it is for this departure.
    ///
    /// # Errors
    /// [`Flaw`]
    pub fn accept(&self, came: Return, by: &Issuer) -> Result<String, Flaw> {
        let (Return::Code { state, .. } | Return::Refused { state, .. }) = &came;
        if *state != self.state {
            return Err(Flaw::NotAsked);
        }
        match came {
            Return::Refused { error, .. } => Err(refused(error)),
            Return::Code { issuer: Some(other), .. } if other != by.issuer => {
                Err(Flaw::OtherIssuer)
            }
            Return::Code { code, .. } => Ok(code),
        }
    }

    /// What the server is given for a token.
    #[must_use]
    pub fn exchange(&self, code: &str, return_url: &str) -> Value {
        json!({
            "code": code,
            "codeVerifier": self.verifier,
            "redirectUri": return_url,
            "nonce": self.nonce,
        })
    }
}

impl Return {
    /// Reads the query with which a person comes back; `None` if it is another one.
    #[must_use]
    pub fn read(query: &Parameters) -> Option<Self> {
        let state = value(query, "state")?;
        match (value(query, "error"), value(query, "code")) {
            (Some(error), _) => Some(Self::Refused { error, state }),
            (None, Some(code)) => Some(Self::Code { code, state, issuer: value(query, "iss") }),
            (None, None) => None,
        }
    }
}

impl Person {
    /// Whether they may do what has this name.
    #[must_use]
    pub fn may(&self, permission: &str) -> bool {
        self.may.iter().any(|name| name == permission)
    }
}

impl Wire for Person {
    fn read(value: Value) -> Result<Self, azure::WireError> {
        let mut fields = shape::fields(value)?;
        let role: Option<String> = shape::read(&mut fields, "role")?;
        let mut partner = shape::fields(fields.remove("partner").unwrap_or_default())?;
        Ok(Self {
            id: shape::read(&mut fields, "id")?,
            name: shape::read(&mut fields, "name")?,
            role: role.as_deref().and_then(Role::parse),
            partner: shape::read(&mut partner, "name")?,
            may: shape::read(&mut fields, "may")?,
        })
    }

    fn write(&self) -> Value {
        json!({
            "id": self.id,
            "name": self.name,
            "role": self.role.map(Role::name),
            "partner": { "name": self.partner },
            "may": self.may,
        })
    }
}

impl Wire for Admission {
    fn read(value: Value) -> Result<Self, azure::WireError> {
        let mut fields = shape::fields(value)?;
        Ok(Self {
            person: Person::read(fields.remove("me").unwrap_or_default())?,
            token: shape::read(&mut fields, "token")?,
            seconds: shape::read(&mut fields, "expiresIn")?,
            refresh: shape::read(&mut fields, "refreshToken")?,
            identity: shape::read(&mut fields, "idToken")?,
        })
    }

    fn write(&self) -> Value {
        json!({
            "token": self.token,
            "expiresIn": self.seconds,
            "refreshToken": self.refresh,
            "idToken": self.identity,
            "me": self.person.write(),
        })
    }
}

/// After how many seconds a token is renewed that is good for so many: a minute before it ends, and not before
/// half of its time.
#[must_use]
pub const fn renewal_after(seconds: u64) -> u64 {
    let late = seconds.saturating_sub(60);
    if late > seconds / 2 { late } else { seconds / 2 }
}

/// The code of an invitation in the part of an address behind `#`.
#[must_use]
pub fn invitation(fragment: &str) -> Option<&str> {
    let code = fragment.trim_start_matches('#').strip_prefix("invitation=")?;
    (!code.is_empty()).then_some(code)
}

fn refused(error: String) -> Flaw {
    match error.as_str() {
        "login_required"
        | "interaction_required"
        | "consent_required"
        | "account_selection_required" => Flaw::NeedsPerson,
        _ => Flaw::Refused(error),
    }
}

/// Whether a person may be sent to an address: over TLS, or within this machine.
fn is_safe(url: &str) -> bool {
    let local = ["127.0.0.1", "localhost", "[::1]"];
    let is_local = |rest: &str| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        local.iter().any(|name| {
            host.strip_prefix(name).is_some_and(|port| {
                port.is_empty()
                    || port
                        .strip_prefix(':')
                        .is_some_and(|port| port.bytes().all(|digit| digit.is_ascii_digit()))
            })
        })
    };
    url.starts_with("https://") || url.strip_prefix("http://").is_some_and(is_local)
}

/// Names and values as a form sends them; empty ones are left out.
fn form(fields: &[(&str, &str)]) -> String {
    let fields = fields.iter().filter(|(_, value)| !value.is_empty());
    let fields = fields.map(|(name, value)| format!("{name}={}", query_component(value)));
    fields.collect::<Vec<_>>().join("&")
}

/// An address that may have a query of its own, with more of it.
fn with_form(address: &str, query: &str) -> String {
    let separator = if address.contains('?') { '&' } else { '?' };
    format!("{address}{separator}{query}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::parameters;
    use crate::encoding::base64_url;

    fn issuer() -> Issuer {
        Issuer {
            issuer: "https://login.example/t".to_owned(),
            client_id: "page".to_owned(),
            scope: "openid api".to_owned(),
            authorization: Some("https://login.example/auth?x=1".to_owned()),
            end_session: Some("https://login.example/out".to_owned()),
        }
    }

    fn departure() -> Departure {
        Departure::new([[1; 32], [2; 32], [3; 32]], "/customers?search=a b".to_owned(), false)
    }

    fn came(query: &str) -> Option<Return> {
        Return::read(&parameters(query))
    }

    fn configured(authorization: &Value) -> String {
        json!({
            "kind": "openIdConnect",
            "issuer": "https://login.example/t",
            "clientId": "page",
            "scope": "openid api",
            "authorizationEndpoint": authorization,
            "endSessionEndpoint": "https://login.example/out",
        })
        .to_string()
    }

    #[test]
    fn a_configuration_says_how_people_sign_in() {
        let local = r#"{"kind":"local","passwordCharactersMin":12}"#;
        assert_eq!(SignIn::read(local), Ok(SignIn::Local(12)));
        let read = SignIn::read(&configured(&json!("https://login.example/auth?x=1")));
        assert_eq!(read, Ok(SignIn::Issuer(issuer())));
        let unreached = Issuer { authorization: None, ..issuer() };
        assert_eq!(unreached.way_in(&departure(), &[7; 32], "https://desk/sign-in"), None);
        assert_eq!(SignIn::read(&configured(&Value::Null)), Ok(SignIn::Issuer(unreached)));
        for wrong in [
            "",
            "{",
            "[]",
            r#"{"kind":"magic"}"#,
            r#"{"kind":"openIdConnect"}"#,
            r#"{"kind":"local"}"#,
        ] {
            assert!(SignIn::read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn nobody_is_sent_to_a_place_that_others_can_listen_to() {
        for safe in [
            "https://a.example/x",
            "http://127.0.0.1:5/x",
            "http://localhost/x",
            "http://[::1]:80/",
        ] {
            assert!(SignIn::read(&configured(&json!(safe))).is_ok(), "{safe}");
        }
        for open in [
            "http://login.example/auth",
            "http://localhost.evil.example/",
            "http://127.0.0.1@evil.example/",
            "http://localhost:80@evil.example/",
            "javascript:alert(1)",
            "/auth",
            "",
        ] {
            assert!(SignIn::read(&configured(&json!(open))).is_err(), "{open}");
        }
    }

    #[test]
    fn the_way_to_the_issuer_carries_the_challenge_and_never_the_verifier() {
        let departure = departure();
        let url = issuer().way_in(&departure, &[7; 32], "https://desk/sign-in").unwrap();
        assert!(url.starts_with("https://login.example/auth?x=1&response_type=code&"), "{url}");
        let query = parameters(url.split_once('?').unwrap().1);
        let value = |name| value(&query, name);
        assert_eq!(value("code_challenge"), Some(base64_url_bytes(&[7; 32])));
        assert_eq!(value("code_challenge_method").as_deref(), Some("S256"));
        assert_eq!(value("redirect_uri").as_deref(), Some("https://desk/sign-in"));
        assert_eq!(value("state").as_ref(), Some(&departure.state));
        assert_eq!(value("nonce").as_ref(), Some(&departure.nonce));
        assert_eq!(value("scope").as_deref(), Some("openid api"));
        assert_eq!(value("prompt"), None);
        assert!(!url.contains(&departure.verifier) && departure.verifier.len() == 43);
        let silent = Departure { is_silent: true, ..departure };
        let url = issuer().way_in(&silent, &[7; 32], "https://desk/sign-in").unwrap();
        assert!(url.ends_with("&prompt=none"), "{url}");
    }

    #[test]
    fn the_way_out_says_who_goes_and_leads_back() {
        let out = issuer().way_out(Some("a.b.c"), "https://desk/sign-in").unwrap();
        let back = "post_logout_redirect_uri=https%3A%2F%2Fdesk%2Fsign-in&id_token_hint=a.b.c";
        assert_eq!(out, format!("https://login.example/out?client_id=page&{back}"));
        let without = Issuer { end_session: None, ..issuer() };
        assert_eq!(without.way_out(None, "https://desk/sign-in"), None);
    }

    #[test]
    fn only_an_answer_to_this_departure_is_taken() {
        let own = departure();
        let state = &own.state;
        let accept = |query: &str| own.accept(came(query).unwrap(), &issuer());
        assert_eq!(accept(&format!("code=c&state={state}")), Ok("c".to_owned()));
        let named = format!("code=c&state={state}&iss=https%3A%2F%2Flogin.example%2Ft");
        assert_eq!(accept(&named), Ok("c".to_owned()));
        let other = format!("code=c&state={state}&iss=https%3A%2F%2Fevil.example");
        assert_eq!(accept(&other), Err(Flaw::OtherIssuer));
        assert_eq!(accept("code=c&state=other"), Err(Flaw::NotAsked));
        assert_eq!(accept("error=login_required&state=other"), Err(Flaw::NotAsked));
        let silent = format!("error=login_required&state={state}");
        assert_eq!(accept(&silent), Err(Flaw::NeedsPerson));
        let denied = format!("error=access_denied&code=c&state={state}");
        assert_eq!(accept(&denied), Err(Flaw::Refused("access_denied".to_owned())));
        for nothing in ["", "code=c", "state=s", "customer=x"] {
            assert_eq!(came(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn what_a_tab_remembers_is_read_back_as_it_was() {
        let departure = departure();
        let kept = azure::to_string(&departure);
        assert_eq!(azure::from_slice::<Departure>(kept.as_bytes()).unwrap(), departure);
    }

    #[test]
    fn an_identity_is_for_this_page_and_this_departure() {
        let own = departure();
        let claims = json!({ "aud": "page", "nonce": own.nonce });
        let with = |name: &str, value: Value| {
            let mut claims = claims.clone();
            claims[name] = value;
            let token = format!("h.{}.s", base64_url(&claims.to_string()));
            issuer().check(&token, &own)
        };
        assert_eq!(with("aud", json!("page")), Ok(()));
        assert_eq!(with("aud", json!(["other", "page"])), Ok(()));
        // The clock of the person's machine proves nothing; the server looks at the times.
        assert_eq!(with("exp", json!(1)), Ok(()));
        assert_eq!(with("aud", json!("other")), Err(Flaw::OtherToken));
        assert_eq!(with("nonce", json!("n")), Err(Flaw::OtherToken));
        assert_eq!(with("nonce", Value::Null), Err(Flaw::OtherToken));
        for unreadable in ["", "a", "a.b", "a.!.c"] {
            assert!(issuer().check(unreadable, &own).is_err(), "{unreadable}");
        }
    }

    #[test]
    fn an_admission_says_who_it_is_for_and_shows_its_token_to_nobody() {
        let answer = r#"{"token":"secret","expiresIn":3599,"refreshToken":null,"idToken":null,
            "me":{"id":"1","name":"Robin Berg","role":"SalesAgent","partner":{"id":"c","name":"Contoso"},
            "may":["ReadRecords"],"until":null,"signIn":"local"}}"#;
        let admission: Admission = azure::from_slice(answer.as_bytes()).unwrap();
        assert_eq!(admission.person.role, Some(Role::SalesAgent));
        assert!(admission.person.may("ReadRecords") && !admission.person.may("ManageAccounts"));
        assert!(!format!("{admission:?}").contains("secret"));
        let again = azure::to_string(&admission);
        assert_eq!(azure::from_slice::<Admission>(again.as_bytes()).unwrap(), admission);
        for role in ["null", "\"Emperor\""] {
            let answer = answer.replace("\"SalesAgent\"", role);
            let admission: Admission = azure::from_slice(answer.as_bytes()).unwrap();
            assert_eq!(admission.person.role, None, "{role}");
        }
    }

    #[test]
    fn an_invitation_is_behind_the_hash() {
        assert_eq!(invitation("#invitation=a-b"), Some("a-b"));
        for none in ["", "#", "#main", "#invitation=", "#x&invitation=a"] {
            assert_eq!(invitation(none), None, "{none}");
        }
    }

    #[test]
    fn tokens_are_renewed_in_time() {
        for (seconds, after) in [(3_600, 3_540), (300, 240), (90, 45), (10, 5), (1, 0), (0, 0)] {
            assert_eq!(renewal_after(seconds), after);
        }
    }
}
