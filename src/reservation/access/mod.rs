//! Access control: who has which role on the reservation order, giving and taking roles, and what somebody
//! may do in the end.

mod add;
mod check;
mod list;
mod remove;
mod roles;

use super::record::Record;
use crate::api::{Api, Assignment, Load, Permission, Principal, Tenant, load, use_api};
use crate::i18n::catalogue::access as texts;
use crate::i18n::t;
use crate::paths::{Entry, ReservationRef};
use crate::rights::{Rights, use_rights};
use crate::sending::Sending;
use crate::shell::{CurrentCustomer, agreement_refusal, use_current_customer};
use azure::Reservation;
use leptos::prelude::*;
use std::sync::Arc;

/// Who may read or manage the order.
#[component]
pub fn AccessControl() -> impl IntoView {
    view! { <Record entry=Entry::AccessControl content=access_control /> }.into_any()
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Access {
    api: Api,
    of: StoredValue<ReservationRef>,
    rights: Rights,
    current: CurrentCustomer,
    assignments: Load<Vec<Assignment>>,
    principals: Load<Vec<Principal>>,
}

impl Access {
    fn new(of: ReservationRef) -> Self {
        let api = use_api();
        let of = StoredValue::new(of);
        let assignments =
            load(|| (), move |()| async move { api.role_assignments(&of.get_value()).await });
        let principals =
            load(|| (), move |()| async move { api.principals(&of.get_value().customer).await });
        Self {
            api,
            of,
            rights: use_rights(),
            current: use_current_customer(),
            assignments,
            principals,
        }
    }

    /// Why nobody can be given or lose a role here, in the language of this moment; `None` when it can be
    /// done. Followed in reactive closures.
    fn no_change(self) -> Option<String> {
        let no_right = self.rights.may(Permission::ManageAccess).err();
        no_right.or_else(|| self.of.with_value(|of| agreement_refusal(self.current, &of.customer)))
    }

    /// A place that sends changes of what the customer has.
    fn sending(self) -> Sending {
        Sending::new(Tenant::Customer(self.of.with_value(|of| of.customer.clone())))
    }

    /// The principal with this id, if the tenant knows it; followed in reactive closures.
    fn principal(self, id: &str) -> Option<Principal> {
        let principals = self.principals.ready()?;
        principals.iter().find(|principal| principal.id.eq_ignore_ascii_case(id)).cloned()
    }

    /// What the principal with this id is called; its id where the tenant does not know it.
    fn principal_name(self, id: &str) -> String {
        self.principal(id).map_or_else(|| id.to_owned(), |principal| principal.name)
    }
}

fn access_control(of: ReservationRef, _: Arc<Reservation>) -> AnyView {
    let access = Access::new(of);
    view! {
        <p class="muted">{t(texts::PURPOSE)}</p>
        {list::list(access)}
        <div class="access-pair">{add::add(access)} {check::check(access)}</div>
        {roles::roles()}
        {roles::csp()}
    }
    .into_any()
}
