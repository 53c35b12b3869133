//! What the parts of the page share: the order, who is asking, and what has been read of it.

use crate::api::{Api, Assignment, Load, Permission, Principal, Tenant, load, use_api};
use crate::rights::{Rights, use_rights};
use crate::sending::Sending;
use crate::shell::{CurrentCustomer, agreement_refusal, use_current_customer};
use leptos::prelude::*;
use view_model::address::ReservationRef;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Access {
    pub(super) api: Api,
    pub(super) of: StoredValue<ReservationRef>,
    pub(super) rights: Rights,
    pub(super) current: CurrentCustomer,
    pub(super) assignments: Load<Vec<Assignment>>,
    pub(super) principals: Load<Vec<Principal>>,
}

impl Access {
    pub(super) fn new(of: ReservationRef) -> Self {
        let api = use_api();
        let (one, customer) = (of.clone(), of.customer.clone());
        let assignments = load(
            move || one.clone(),
            move |of: ReservationRef| async move { api.role_assignments(&of).await },
        );
        let principals = load(
            move || customer.clone(),
            move |customer: String| async move { api.principals(&customer).await },
        );
        let of = StoredValue::new(of);
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
    pub(super) fn no_change(self) -> Option<String> {
        let no_right = self.rights.may(Permission::ManageAccess).err();
        no_right.or_else(|| self.of.with_value(|of| agreement_refusal(self.current, &of.customer)))
    }

    /// A place that sends changes of what the customer has.
    pub(super) fn sending(self) -> Sending {
        Sending::new(Tenant::Customer(self.of.with_value(|of| of.customer.clone())))
    }

    /// The principal with this id, if the tenant knows it; followed in reactive closures.
    pub(super) fn principal(self, id: &str) -> Option<Principal> {
        let principals = self.principals.ready()?;
        principals.iter().find(|principal| principal.id.eq_ignore_ascii_case(id)).cloned()
    }

    /// What the principal with this id is called; its id where the tenant does not know it.
    pub(super) fn principal_name(self, id: &str) -> String {
        self.principal(id).map_or_else(|| id.to_owned(), |principal| principal.name)
    }
}
