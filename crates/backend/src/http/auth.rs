//! Who asks, and what they may do.

pub(crate) use azure::{Permission, Role};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::HeaderMap;
use http::header::AUTHORIZATION;
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
        source: "Partner Center article of 2020-08-06, \"appropriate roles\"; Azure documentation \
                 of 2026-01-15: a guest of the customer's tenant cannot refund or exchange",
    },
    Grant {
        permission: Permission::ExchangeReservations,
        roles: NAMED,
        source: "Partner Center article of 2020-08-06, \"appropriate roles\"; Azure documentation \
                 of 2026-01-15: a guest of the customer's tenant cannot refund or exchange",
    },
    Grant {
        permission: Permission::ChangeReservations,
        roles: NAMED,
        source: "Partner Center article of 2020-08-06, \"appropriate roles\", entry Configuration",
    },
    Grant {
        permission: Permission::ManageAccess,
        roles: NAMED,
        source: "Partner Center article of 2020-08-06, \"appropriate roles\", entry Access control \
                 (IAM)",
    },
    Grant {
        permission: Permission::CreateSupportRequests,
        roles: NAMED,
        source: "Partner Center article of 2020-08-06, \"appropriate roles\", entry New support \
                 request",
    },
    Grant {
        permission: Permission::ImportReservations,
        roles: NAMED,
        source: "Partner Center article of 2020-08-06, \"appropriate roles\"",
    },
    Grant {
        permission: Permission::ChangeSettings,
        roles: &[Role::AdminAgent, Role::GlobalAdmin],
        source: "the rules hold for every customer, so that only administrators choose them",
    },
    Grant {
        permission: Permission::ResetDemonstration,
        roles: NAMED,
        source: "Partner Center article of 2020-08-06, \"appropriate roles\"",
    },
];

/// Whether the table grants this to a role. Whoever has a role that nobody knows may do nothing.
pub(crate) fn is_granted(permission: Permission, role: Option<Role>) -> bool {
    let mut lines = GRANTS.iter().filter(|grant| grant.permission == permission);
    role.is_some_and(|role| lines.any(|grant| grant.roles.contains(&role)))
}

/// Whoever sent the request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Caller {
    /// The tenant that the token was issued for, in lower case: the customer's for its records,
    /// the partner's, or nothing, for the portfolio.
    pub(crate) tenant_id: String,
    /// `None` for a name that nobody knows.
    pub(crate) role: Option<Role>,
    /// For messages and the record of activities.
    pub(crate) name: String,
}

const TOKEN_BYTES_MAX: usize = 8_192;
/// The longest name of a person, which stands in every entry of the record of activities.
const NAME_BYTES_MAX: usize = 512;

impl Caller {
    /// Whether the token was issued for the home tenant of the person, without naming it.
    pub(crate) fn is_at_home(&self) -> bool {
        self.tenant_id.is_empty()
    }

    /// Reads `Authorization: Bearer demo.<claims>`.
    ///
    /// # Errors
    /// 401 without a token, or with one that cannot be read.
    pub(crate) fn from_headers(headers: &HeaderMap) -> Result<Self, Problem> {
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
        let expected =
            Caller {
                tenant_id: "abc".into(), role: Some(Role::SalesAgent), name: "Åsa 林".into()
            };
        assert_eq!(caller(&token(claims)), Ok(expected));
    }

    #[test]
    fn an_unknown_role_has_no_rights() {
        let caller = caller(&token(r#"{"tid":"a","role":"Emperor"}"#)).expect("a caller");
        assert_eq!(caller.role, None);
        assert!(!Permission::ALL.iter().any(|it| is_granted(*it, caller.role)));
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
