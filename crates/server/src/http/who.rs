//! Who asks: the one place that decides it.
//!
//! Invariant: nobody names their own role or name. What a token of the demonstration says of them is not
//! believed; all that is taken from a request is whose records it is about.
//!
//! Where people sign in, `sign_in` knows who asks. Where nobody does, which is decided here, the server is reached
//! from its own machine only (`config.rs`), and whoever is there is the partner's administrator. A request must carry
//! a bearer token all the same, and name the server by an address of this machine: a page of another
//! website can make a browser send neither without asking first.

use axum::http::header::{AUTHORIZATION, HOST};
use axum::http::request::Parts;
use azure::Role;
use backend::Caller;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

/// Who the one person is called in the record of activities.
const PERSON: &str = "Administrator";
/// The longest token that is read.
const TOKEN_BYTES_MAX: usize = 16 * 1024;

/// Why it is not known who asks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unknown {
    /// There is no token.
    Anonymous,
    /// There is one that cannot be read.
    BadToken,
}

/// Who asks where nobody signs in.
pub(super) fn asks(request: &Parts) -> Result<Caller, Unknown> {
    let header = request.headers.get(AUTHORIZATION).ok_or(Unknown::Anonymous)?;
    let header = header.to_str().map_err(|_| Unknown::BadToken)?;
    let (scheme, token) = header.split_once(' ').ok_or(Unknown::BadToken)?;
    if !scheme.eq_ignore_ascii_case("bearer") || token.len() > TOKEN_BYTES_MAX {
        return Err(Unknown::BadToken);
    }
    let tenant_id = tenant_of(token.trim()).ok_or(Unknown::BadToken)?;
    Ok(Caller { tenant_id, role: Some(Role::AdminAgent), name: PERSON.to_owned(), person: None })
}

/// Whose records are asked for: the `tid` among the claims of a token, be it that of the page or a JSON Web Token
/// of another client. A token without claims is about the partner's own.
fn tenant_of(token: &str) -> Option<String> {
    let Some(claims) = token.split('.').nth(1) else { return Some(String::new()) };
    let claims = URL_SAFE_NO_PAD.decode(claims.trim_end_matches('=')).ok()?;
    let claims: Value = serde_json::from_slice(&claims).ok()?;
    match claims.get("tid") {
        None => Some(String::new()),
        Some(tenant_id) => tenant_id.as_str().map(str::to_ascii_lowercase),
    }
}

/// Whether a request names the server by an address that it has. A name that somebody else's website was given
/// for this machine is none.
pub(super) fn is_ours(request: &Parts, own: &[String]) -> bool {
    let host = request.uri.authority().map(|authority| authority.as_str());
    let header = request.headers.get(HOST).and_then(|host| host.to_str().ok());
    let Some(host) = host.or(header) else { return false };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    };
    let is_own = |own: &String| own.eq_ignore_ascii_case(name);
    ["localhost", "[::1]"].iter().any(|known| name.eq_ignore_ascii_case(known))
        || name.parse().is_ok_and(|address: std::net::Ipv4Addr| address.is_loopback())
        || own.iter().any(is_own)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(name: &str, value: &str) -> Parts {
        let request = axum::http::Request::builder().header(name, value).body(()).unwrap();
        request.into_parts().0
    }

    fn token(claims: &str) -> Parts {
        let claims = URL_SAFE_NO_PAD.encode(claims);
        parts("authorization", &format!("Bearer demo.{claims}"))
    }

    #[test]
    fn nobody_chooses_their_own_role_or_name() {
        let claims = r#"{"tid":"ABC","role":"Guest","name":"Somebody else"}"#;
        let caller = asks(&token(claims)).unwrap();
        assert_eq!(caller.tenant_id, "abc");
        assert_eq!((caller.role, &*caller.name), (Some(Role::AdminAgent), PERSON));
    }

    #[test]
    fn tokens_of_other_clients_say_whose_records_they_ask_for() {
        let claims = URL_SAFE_NO_PAD.encode(r#"{"tid":"T-1","roles":["x"]}"#);
        let jwt = format!("Bearer {}.{claims}.{}", URL_SAFE_NO_PAD.encode("{}"), "c2ln");
        assert_eq!(asks(&parts("authorization", &jwt)).unwrap().tenant_id, "t-1");
        assert_eq!(asks(&parts("authorization", "bearer opaque")).unwrap().tenant_id, "");
        assert_eq!(asks(&token("{}")).unwrap().tenant_id, "");
    }

    #[test]
    fn without_a_token_nobody_asks() {
        assert_eq!(asks(&parts("x", "y")), Err(Unknown::Anonymous));
        for wrong in ["", "Bearer", "Basic a.b", "Bearer demo.!", "Bearer demo.e30x"] {
            assert_eq!(asks(&parts("authorization", wrong)), Err(Unknown::BadToken), "{wrong}");
        }
        assert_eq!(asks(&token(r#"{"tid":5}"#)), Err(Unknown::BadToken));
        assert_eq!(
            asks(&token(&format!("{{\"tid\":\"{}\"}}", "a".repeat(20_000)))),
            Err(Unknown::BadToken)
        );
    }

    #[test]
    fn a_name_that_somebody_else_gave_this_machine_is_not_ours() {
        let own = ["desk.example".to_owned()];
        for host in ["127.0.0.1:8480", "127.9.9.9", "localhost:1", "[::1]:8480", "Desk.Example:443"]
        {
            assert!(is_ours(&parts("host", host), &own), "{host}");
        }
        for host in [
            "evil.example:8480",
            "",
            "127.0.0.1.evil.example",
            "localhost.evil.example",
            "192.168.0.1",
        ] {
            assert!(!is_ours(&parts("host", host), &own), "{host}");
        }
        assert!(!is_ours(&parts("x", "y"), &own));
    }
}
