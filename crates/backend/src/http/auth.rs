//! Who asks, and what they may do.

pub(crate) use azure::{Permission, Role};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::header::AUTHORIZATION;
use http::{HeaderMap, Request};
use serde::Serialize;
use serde_json::Value;

use crate::http::invisible;
use crate::http::problem::Problem;

/// One line of the table: what may be done, by whom, and who says so.
#[derive(Debug, Serialize)]
pub(crate) struct Grant {
    pub(crate) permission: Permission,
    pub(crate) roles: &'static [Role],
    pub(crate) source: &'static str,
}

/// The five roles that the product's source names.
const NAMED: &[Role] = &[
    Role::AdminAgent,
    Role::GlobalAdmin,
    Role::HelpdeskAgent,
    Role::SalesAgent,
    Role::UserManagementAdmin,
];

const READERS: &[Role] = &[
    Role::AdminAgent,
    Role::GlobalAdmin,
    Role::HelpdeskAgent,
    Role::SalesAgent,
    Role::UserManagementAdmin,
    Role::Guest,
];

const ADMINISTRATORS: &[Role] = &[Role::AdminAgent, Role::GlobalAdmin];

/// Who may do what: the only place that decides it.
pub(crate) const GRANTS: &[Grant] = &[
    Grant {
        permission: Permission::ReadRecords,
        roles: READERS,
        source: "Azure documentation of 2026-01-15: a guest of the customer's tenant sees \
                 reservations",
    },
    Grant {
        permission: Permission::ReturnReservations,
        roles: NAMED,
        source: "Partner Center article of 2020-08-06, “appropriate roles”; Azure documentation \
                 of 2026-01-15: a guest of the customer's tenant cannot refund or exchange",
    },
    Grant {
        permission: Permission::ExchangeReservations,
        roles: NAMED,
        source: "Partner Center article of 2020-08-06, “appropriate roles”; Azure documentation \
                 of 2026-01-15: a guest of the customer's tenant cannot refund or exchange",
    },
    Grant {
        permission: Permission::ChangeReservations,
        roles: NAMED,
        source: "Partner Center article of 2020-08-06, “appropriate roles”, entry Configuration",
    },
    Grant {
        permission: Permission::ManageAccess,
        roles: NAMED,
        source: "Partner Center article of 2020-08-06, “appropriate roles”, entry Access control \
                 (IAM)",
    },
    Grant {
        permission: Permission::CreateSupportRequests,
        roles: NAMED,
        source: "Partner Center article of 2020-08-06, “appropriate roles”, entry New support \
                 request",
    },
    Grant {
        permission: Permission::ImportReservations,
        roles: NAMED,
        source: "Partner Center article of 2020-08-06, “appropriate roles”",
    },
    Grant {
        permission: Permission::ChangeSettings,
        roles: ADMINISTRATORS,
        source: "the refund policy applies to every customer, so only administrators choose it",
    },
    Grant {
        permission: Permission::ResetDemonstration,
        roles: NAMED,
        source: "Partner Center article of 2020-08-06, “appropriate roles”",
    },
];

/// Whether the table grants this to whoever asks. Whoever has a role that nobody knows may do nothing.
pub(crate) fn is_granted(permission: Permission, caller: &Caller) -> bool {
    let mut lines = GRANTS.iter().filter(|grant| grant.permission == permission);
    caller.role.is_some_and(|role| lines.any(|grant| grant.roles_for(caller).contains(&role)))
}

impl Grant {
    /// Who may do it where the caller is: on a server nobody but administrators replaces what everybody works with.
    pub(crate) fn roles_for(&self, caller: &Caller) -> &'static [Role] {
        match (self.permission, &caller.person) {
            (Permission::ResetDemonstration, Some(_)) => ADMINISTRATORS,
            _ => self.roles,
        }
    }
}

/// Whoever sent the request.
///
/// A host that knows who asks says so with this as an extension of the request, and then no header is
/// believed. Without it the token of the demonstration says it, as in a browser, where whoever opened
/// the page owns the records.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Caller {
    /// The tenant that is asked about, in lower case: the customer's for its records, the partner's,
    /// or nothing, for the portfolio.
    pub tenant_id: String,
    /// `None` for a name that nobody knows.
    pub role: Option<Role>,
    /// For messages and the record of activities.
    pub name: String,
    /// Who it is among all that sign in, whatever the name; `None` where nobody does. What somebody was quoted is
    /// theirs, and nobody is a second person to themselves.
    pub person: Option<String>,
}

const TOKEN_BYTES_MAX: usize = 8_192;
/// The longest name of a person, which stands in every entry of the record of activities.
const NAME_BYTES_MAX: usize = 512;

impl Caller {
    /// Whether the token was issued for the home tenant of the person, without naming it.
    pub(crate) fn is_at_home(&self) -> bool {
        self.tenant_id.is_empty()
    }

    /// The names of everything that the table grants.
    pub fn may(&self) -> Vec<&'static str> {
        let granted = Permission::ALL.iter().filter(|permission| is_granted(**permission, self));
        granted.map(|permission| permission.name()).collect()
    }

    /// Who asks: as the host says, else as the token of the demonstration says.
    ///
    /// # Errors
    /// 401 where neither can be read.
    pub(crate) fn of(request: &Request<Vec<u8>>) -> Result<Self, Problem> {
        let named = request.extensions().get::<Self>().cloned();
        named.map_or_else(|| Self::from_headers(request.headers()), Ok)
    }

    /// Reads `Authorization: Bearer demo.<claims>`.
    ///
    /// # Errors
    /// 401 without a token, or with one that cannot be read.
    fn from_headers(headers: &HeaderMap) -> Result<Self, Problem> {
        let Some(header) = headers.get(AUTHORIZATION) else {
            let message = "The request has no 'Authorization' header.";
            return Err(Problem::unauthenticated("AuthenticationFailed", message));
        };
        header.to_str().ok().and_then(Self::of_header).ok_or_else(|| {
            let message = "The access token cannot be read.";
            Problem::unauthenticated("InvalidAuthenticationToken", message)
        })
    }

    /// The token of the demonstration is not signed: whoever opened the page owns the records anyway.
    fn of_header(header: &str) -> Option<Self> {
        let (scheme, token) = header.split_once(' ')?;
        if !scheme.eq_ignore_ascii_case("bearer") || token.len() > TOKEN_BYTES_MAX {
            return None;
        }
        let payload = token.trim().strip_prefix("demo.")?.trim_end_matches('=');
        let claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).ok()?).ok()?;
        Some(Self {
            tenant_id: claims["tid"].as_str()?.to_ascii_lowercase(),
            role: Role::parse(claims["role"].as_str()?),
            name: Some(claims["name"].as_str().unwrap_or_default())
                .filter(|name| name.len() <= NAME_BYTES_MAX && invisible::is_visible(name))?
                .to_owned(),
            person: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caller(header: &str) -> Result<Caller, Problem> {
        let mut headers = HeaderMap::new();
        headers.insert(AUTHORIZATION, header.parse().expect("a header value"));
        Caller::from_headers(&headers)
    }

    fn token(claims: &str) -> String {
        format!("Bearer demo.{}", URL_SAFE_NO_PAD.encode(claims))
    }

    #[test]
    fn a_token_names_tenant_role_and_person() {
        let claims = r#"{"tid":"ABC","role":"SalesAgent","name":"Åsa 林"}"#;
        let (role, name) = (Some(Role::SalesAgent), "Åsa 林".into());
        let expected = Caller { tenant_id: "abc".into(), role, name, person: None };
        assert_eq!(caller(&token(claims)), Ok(expected));
    }

    #[test]
    fn an_unknown_role_has_no_rights() {
        let caller = caller(&token(r#"{"tid":"a","role":"Emperor"}"#)).expect("a caller");
        assert_eq!(caller.role, None);
        assert!(caller.may().is_empty());
    }

    #[test]
    fn whatever_is_not_a_token_is_refused() {
        for header in
            ["", "Bearer", "Bearer demo.", "Basic demo.e30", "Bearer demo.e30", "demo.e30"]
        {
            assert!(caller(header).is_err(), "{header:?}");
        }
        assert!(Caller::from_headers(&HeaderMap::new()).is_err());
    }

    #[test]
    fn the_table_has_one_line_for_each_permission() {
        for permission in Permission::ALL {
            let lines = GRANTS.iter().filter(|grant| grant.permission == *permission).count();
            assert_eq!(lines, 1, "{permission:?}");
        }
    }
}
