//! What the person may do in the role in force, and the reason when they may not.
//!
//! The table is the service's own, read once. It says beforehand what the service would refuse; the
//! service decides in the end. So as long as the table is not there nothing is forbidden.

use crate::api::{Api, Grant, Load, Permission, Role, Session, load};
use crate::i18n::catalogue::shell;
use crate::i18n::{self, Text, t_with};
use leptos::prelude::*;

/// What the person may do in the role in force.
#[derive(Clone, Copy, Debug)]
pub struct Rights {
    session: Session,
    grants: Load<Vec<Grant>>,
}

/// How much of the table a role has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Every line of it.
    Everything,
    /// Some of what changes records.
    Some,
    /// Nothing that changes records.
    Reading,
}

impl Rights {
    /// Asks `api` for the table; call it once, while the application is made.
    #[must_use]
    pub fn new(api: Api, session: Session) -> Self {
        Self { session, grants: load(|| (), move |()| async move { api.grants().await }) }
    }

    /// The table and how far its request has come; followed in reactive closures.
    #[must_use]
    pub fn grants(self) -> Load<Vec<Grant>> {
        self.grants
    }

    /// The role in force; followed in reactive closures.
    #[must_use]
    pub fn role(self) -> Role {
        self.session.role()
    }

    /// Whether the table is there and grants it; followed in reactive closures. For what a page asks by itself:
    /// nobody is to be refused what they have not asked for.
    #[must_use]
    pub fn is_granted(self, permission: Permission) -> bool {
        self.grants.ready().is_some() && self.may(permission).is_ok()
    }

    /// Whether the role in force may do what needs `permission`; followed in reactive closures.
    ///
    /// ```ignore
    /// let reason = MaybeProp::derive(move || rights.may(Permission::ManageAccess).err());
    /// ```
    ///
    /// # Errors
    /// The reason why not, in the language of this moment, for the control that stays in its place.
    pub fn may(self, permission: Permission) -> Result<(), String> {
        let role = self.role();
        let grants = self.grants.ready();
        let grant = grants.iter().flat_map(|grants| grants.iter());
        match grant.into_iter().find(|grant| grant.permission == permission.name()) {
            Some(grant) if !grant.includes(role) => Err(reason(grant)),
            Some(_) | None => Ok(()),
        }
    }

    /// Why the role in force may not do what needs `permission`, for the rows of a list, which share the answer; call
    /// it while a component is made.
    #[must_use]
    pub fn obstacle(self, permission: Permission) -> Memo<Option<String>> {
        Memo::new(move |_| self.may(permission).err())
    }

    /// How much the role in force may do; `None` until the table is there. Followed in reactive closures.
    #[must_use]
    pub fn extent(self) -> Option<Extent> {
        const READING: &str = Permission::ReadRecords.name();
        let role = self.role();
        let grants = self.grants.ready()?;
        let mut changing = grants.iter().filter(|grant| grant.permission != READING);
        Some(if grants.iter().all(|grant| grant.includes(role)) {
            Extent::Everything
        } else if changing.any(|grant| grant.includes(role)) {
            Extent::Some
        } else {
            Extent::Reading
        })
    }
}

/// The rights in the running application; call it while a component is made.
#[must_use]
pub fn use_rights() -> Rights {
    expect_context::<Rights>()
}

/// What a role of the partner's organisation is called.
#[must_use]
pub const fn role_name(role: Role) -> Text {
    match role {
        Role::AdminAgent => shell::ROLE_ADMIN_AGENT,
        Role::GlobalAdmin => shell::ROLE_GLOBAL_ADMIN,
        Role::HelpdeskAgent => shell::ROLE_HELPDESK_AGENT,
        Role::SalesAgent => shell::ROLE_SALES_AGENT,
        Role::UserManagementAdmin => shell::ROLE_USER_MANAGEMENT_ADMIN,
        Role::Guest => shell::ROLE_GUEST,
    }
}

/// Why a role that is not in `grant` may not, with those that may.
fn reason(grant: &Grant) -> String {
    let roles = Role::ALL.iter().copied().filter(|role| grant.includes(*role));
    let roles: Vec<_> = roles.map(|role| role_name(role).get().to_owned()).collect();
    t_with(shell::NEEDS_ROLE, &[("roles", i18n::list(&roles))])
}
