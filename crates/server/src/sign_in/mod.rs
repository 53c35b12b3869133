//! Who signs in, and how it is known: by the tokens of an issuer, or by accounts of this server.

mod fetch;
mod issuer;
mod jwt;
mod local;

use ::http::header::AUTHORIZATION;
use ::http::request::Parts;
use azure::Role;
use backend::Caller;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

pub(crate) use issuer::{Given, Issuer};
pub(crate) use jwt::Flaw;
pub(crate) use local::{Invited, Local, SESSION_SECONDS, Session, time};

use crate::audit;
use crate::config::SignInConfig;
use crate::store::{AnyStore, Partner};

/// Somebody who has signed in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Person {
    /// Who it is for as long as there is such a person, whatever the name.
    pub(crate) id: String,
    pub(crate) name: String,
    /// `None` for somebody without one of the product's, who may do nothing.
    pub(crate) role: Option<Role>,
    pub(crate) partner: Partner,
    /// When the token ends.
    pub(crate) until: Option<DateTime<Utc>>,
}

/// Why somebody is not let in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Refusal {
    /// There is no token.
    Anonymous,
    /// There is one that is not believed.
    Flawed(Flaw),
    /// The person is of a partner that is not here.
    UnknownPartner,
    /// The issuer, or the database, does not answer.
    Unavailable,
    /// The issuer gives no token for what the page was given.
    NotGiven,
    /// Name and password do not belong together.
    SignInFailed,
    /// There is no session that could go on.
    NotSignedIn,
    InvitationUnknown,
    NameTaken,
    WeakPassword,
    InvalidName,
    /// Nobody would be left who may let others in.
    LastAdministrator,
    NotFound,
}

impl From<Flaw> for Refusal {
    fn from(flaw: Flaw) -> Self {
        Self::Flawed(flaw)
    }
}

impl Refusal {
    /// The status, the code, and what it means.
    pub(crate) fn told(self) -> (u16, &'static str, &'static str) {
        match self {
            Self::Anonymous => {
                (401, "AuthenticationFailed", "The request has no 'Authorization' header.")
            }
            Self::Flawed(Flaw::Invalid) => {
                (401, "InvalidAuthenticationToken", "The access token is not one of this server's.")
            }
            Self::Flawed(Flaw::Expired) => {
                (401, "ExpiredAuthenticationToken", "The access token has expired.")
            }
            Self::UnknownPartner => {
                (403, "UnknownPartner", "You belong to no partner whose records are here.")
            }
            Self::Unavailable => (
                503,
                "SignInUnavailable",
                "Nobody can be signed in at the moment. Try again later.",
            ),
            Self::NotGiven => (400, "SignInRefused", "The sign-in was refused. Begin anew."),
            Self::SignInFailed => {
                (401, "SignInFailed", "Name and password do not belong together.")
            }
            Self::NotSignedIn => (401, "NotSignedIn", "There is no session. Sign in."),
            Self::InvitationUnknown => {
                (404, "InvitationUnknown", "The invitation was used, taken back, or is too old.")
            }
            Self::NameTaken => (409, "NameTaken", "Somebody else has this name."),
            Self::WeakPassword => (
                400,
                "WeakPassword",
                "A password has at least twelve characters, five of them different, and not the name in it.",
            ),
            Self::InvalidName => {
                (400, "InvalidName", "A name has from 1 to 60 characters that can be seen.")
            }
            Self::LastAdministrator => {
                (409, "LastAdministrator", "Nobody would be left who may let others in.")
            }
            Self::NotFound => (404, "NotFound", "There is none with this id."),
        }
    }
}

/// How it is known who asks.
pub(crate) enum SignIn {
    /// Whoever reaches this machine's own address is the administrator.
    Nobody,
    Issuer(Box<Issuer>),
    Local(Box<Local>),
}

impl SignIn {
    /// # Errors
    /// Which key is wrong, and why.
    pub(crate) fn of(
        config: &SignInConfig,
        store: &AnyStore,
        partners: &[Partner],
    ) -> Result<Self, String> {
        Ok(match config {
            SignInConfig::Nobody => Self::Nobody,
            SignInConfig::Issuer(config) => {
                Self::Issuer(Box::new(Issuer::new((**config).clone())?))
            }
            SignInConfig::Local => {
                Self::Local(Box::new(Local::new(store.of_partner(&Partner::server()), partners)))
            }
        })
    }

    /// What the page has to know, `signIn` of its `config.json`; null for nothing.
    pub(crate) async fn told(&self) -> Value {
        match self {
            Self::Nobody => Value::Null,
            Self::Issuer(issuer) => issuer.told().await,
            Self::Local(_) => {
                json!({ "kind": "local", "passwordCharactersMin": local::PASSWORD_CHARACTERS_MIN })
            }
        }
    }

    /// Who a token names.
    ///
    /// # Errors
    /// Why it is not believed.
    pub(crate) async fn person(&self, request: &Parts) -> Result<Person, Refusal> {
        match self {
            Self::Nobody => Err(Refusal::Anonymous),
            Self::Issuer(issuer) => issuer.person(bearer(request)?).await,
            Self::Local(local) => local.person(bearer(request)?).await,
        }
    }
}

/// The one token of a request.
pub(crate) fn bearer(request: &Parts) -> Result<&str, Refusal> {
    let mut all = request.headers.get_all(AUTHORIZATION).iter();
    let (Some(header), None) = (all.next(), all.next()) else {
        let several = request.headers.contains_key(AUTHORIZATION);
        return Err(if several { Flaw::Invalid.into() } else { Refusal::Anonymous });
    };
    let header = header.to_str().ok().and_then(|header| header.split_once(' '));
    let (_, token) =
        header.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")).ok_or(Flaw::Invalid)?;
    Ok(token.trim())
}

impl Person {
    /// The person as the service knows whoever asks, about the records of a tenant.
    pub(crate) fn caller(&self, tenant_id: String) -> Caller {
        let (name, person) = (self.name.clone(), Some(self.id.clone()));
        Caller { tenant_id, role: self.role, name, person }
    }

    /// The person in a line of the audit.
    pub(crate) fn by(&self) -> audit::By {
        let role = self.role.map(Role::name);
        audit::By { id: self.id.clone(), name: self.name.clone(), role }
    }

    /// Whether the person administers everything of the partner's.
    pub(crate) fn is_administrator(&self) -> bool {
        self.caller(String::new()).may().contains(&"ChangeSettings")
    }
}
