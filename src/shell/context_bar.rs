//! Whose reservations the page is about, and by which rules and in which role.

use super::choosers::{PolicyChooser, RoleChooser};
use super::policy_setting::WhatIf;
use super::session::{PersonSign, use_current_customer};
use crate::i18n::catalogue::shell;
use crate::i18n::t;
use crate::paths;
use crate::query::use_query;
use crate::ui::live;
use leptos::prelude::*;
use view_model::address::parameter;

/// The row under the header.
#[component]
pub(super) fn ContextBar() -> impl IntoView {
    view! {
        <div class="context-bar" role="group" aria-label=t(shell::CONTEXT)>
            <CustomerLink />
            <PolicyChooser />
            {who()}
            <WhatIf />
        </div>
    }
    .into_any()
}

/// Who has signed in; where nobody does, the role is chosen.
fn who() -> AnyView {
    match use_context::<PersonSign>() {
        Some(PersonSign(view)) => view(),
        None => view! { <RoleChooser /> }.into_any(),
    }
}

/// The customer of the page with a link to their reservations; nothing on pages about no customer.
#[component]
pub(super) fn CustomerLink() -> impl IntoView {
    let query = use_query();
    let customers = use_current_customer();
    let customer = Memo::new(move |_| {
        let id = query.get(parameter::CUSTOMER)?;
        let name = customers.name_of(&id)?;
        Some((id, name))
    });
    view! {
            {live(move || {
                customer.get().map(|(id, name)| {
                    view! {
                        <p class="current-customer">
                            <span class="label">{t(shell::CUSTOMER)}</span>
                            <a href=paths::customer(&id)>{name}</a>
                        </p>
                    }
                }).into_any()
    })}
        }
    .into_any()
}
