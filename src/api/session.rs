//! Who asks: the role that the person works in, and the token that carries it.

use super::client::Tenant;
use crate::platform::storage;
use azure::Role;
use leptos::prelude::*;
use serde_json::json;
use view_model::encoding;

/// Where the role is remembered.
const KEY: &str = "role";

/// Who the demonstration says is sitting in front of the screen.
const PERSON: &str = "Robin Berg";

/// What holds for every request of this visit.
#[derive(Clone, Copy, Debug)]
pub struct Session {
    role: RwSignal<Role>,
}

impl Session {
    /// Continues with the role of the last visit.
    #[must_use]
    pub fn restore() -> Self {
        let role = storage::get(KEY).and_then(|name| Role::parse(&name)).unwrap_or_default();
        Self { role: RwSignal::new(role) }
    }

    /// The role in force; inside a reactive closure it is followed.
    #[must_use]
    pub fn role(self) -> Role {
        self.role.get()
    }

    /// Works in another role from now on.
    pub fn select_role(self, role: Role) {
        storage::set(KEY, role.name());
        self.role.set(role);
    }

    /// The bearer token for a request to `tenant`. The demonstration's token is not signed: whoever opened
    /// the page owns its records anyway.
    pub(super) fn token(self, tenant: &Tenant) -> String {
        let claims = json!({
            "tid": tenant.id(),
            "role": self.role.get_untracked().name(),
            "name": PERSON,
        });
        format!("demo.{}", encoding::base64_url(&claims.to_string()))
    }
}

/// The session of the running application.
#[must_use]
pub fn use_session() -> Session {
    expect_context::<Session>()
}
