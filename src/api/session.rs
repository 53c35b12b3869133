//! Who asks: the role that the person works in, and the token that carries it.
//!
//! Where nobody signs in, as in the demonstration, a person chooses their role. Where people do, whoever stands at
//! the door (`src/sign_in`) says who came in and with which token, which is kept in memory and nowhere else.

use super::client::Tenant;
use crate::platform::lasting::Lasting;
use crate::platform::{document, storage};
use azure::Role;
use leptos::prelude::*;
use serde_json::json;
use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use view_model::encoding;

/// Where the role is remembered.
const KEY: &str = "role";

/// Who the demonstration says is sitting in front of the screen.
const PERSON: &str = "Robin Berg";

/// Gets another token; says whether there is one.
pub type Renew = Rc<dyn Fn() -> Pin<Box<dyn Future<Output = bool>>>>;

thread_local! {
    /// How another token is got.
    static RENEW: RefCell<Option<Renew>> = const { RefCell::new(None) };
}

/// What holds for every request of this visit.
#[derive(Clone, Copy, Debug)]
pub struct Session {
    role: Lasting<Role>,
    /// How people sign in, as the page is configured for it; nothing where they do not.
    sign_in: StoredValue<Option<String>>,
    token: StoredValue<Option<String>>,
    /// Counts the tokens.
    round: StoredValue<u32>,
    is_over: Lasting<bool>,
}

impl Session {
    /// Continues with the role of the last visit.
    #[must_use]
    pub fn restore() -> Self {
        let role = storage::get(KEY).and_then(|name| Role::parse(&name)).unwrap_or_default();
        Self {
            role: Lasting::new(role),
            sign_in: StoredValue::new(document::meta("prorata-sign-in")),
            token: StoredValue::new(None),
            round: StoredValue::new(0),
            is_over: Lasting::new(false),
        }
    }

    /// The role in force; inside a reactive closure it is followed.
    #[must_use]
    pub fn role(self) -> Role {
        self.role.get()
    }

    /// Works in another role from now on.
    pub fn select_role(self, role: Role) {
        storage::set(KEY, role.name());
        self.role.try_set(role);
    }

    /// How people sign in, as the page is configured for it (`<meta name="prorata-sign-in">`, from `config.json`);
    /// `None` where they do not.
    #[must_use]
    pub fn sign_in(self) -> Option<String> {
        self.sign_in.try_get_value().flatten()
    }

    /// Whether the token is no longer good and there is no other; inside a reactive closure it is followed.
    #[must_use]
    pub fn is_over(self) -> bool {
        self.is_over.get()
    }

    /// As [`Session::is_over`], not followed.
    #[must_use]
    pub fn is_over_untracked(self) -> bool {
        self.is_over.try_get_untracked().unwrap_or_default()
    }

    /// How many tokens there have been.
    #[must_use]
    pub fn round(self) -> u32 {
        self.round.try_get_value().unwrap_or_default()
    }

    /// Somebody with `role` has come in, or has another token; `renew` gets the one after it.
    pub fn enter(self, token: String, role: Role, renew: Renew) {
        self.token.set_value(Some(token));
        self.round.update_value(|round| *round = round.wrapping_add(1));
        RENEW.set(Some(renew));
        self.role.try_set(role);
        self.is_over.try_set(false);
    }

    /// The token is no longer good, and there is no other.
    pub fn end(self) {
        self.is_over.try_set(true);
    }

    /// Forgets who has signed in.
    pub fn forget(self) {
        self.token.set_value(None);
        RENEW.set(None);
    }

    /// Has another token than that of `round`, after it was refused.
    pub(super) async fn renewed(self, round: u32) -> bool {
        if self.round() != round {
            return true;
        }
        let renew = RENEW.with_borrow(Clone::clone);
        match renew {
            Some(renew) => renew().await,
            None => false,
        }
    }

    /// The bearer token for a request to `tenant`; none while nobody has signed in. The demonstration's token is not
    /// signed: whoever opened the page owns its records anyway.
    pub(super) fn token(self, tenant: &Tenant) -> Option<String> {
        if self.sign_in().is_some() {
            return self.token.try_get_value().flatten();
        }
        let claims = json!({
            "tid": tenant.id(),
            "role": self.role.try_get_untracked()?.name(),
            "name": PERSON,
        });
        Some(format!("demo.{}", encoding::base64_url(&claims.to_string())))
    }
}

/// The session of the running application.
#[must_use]
pub fn use_session() -> Session {
    expect_context::<Session>()
}
