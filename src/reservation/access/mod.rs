//! Access control: who has which role on the reservation order, giving and taking roles, and what somebody
//! may do in the end.

mod add;
mod check;
mod list;
mod remove;
mod roles;
mod shared;

use super::record::Record;
use crate::i18n::catalogue::access as texts;
use crate::i18n::t;
use crate::paths::Entry;
use azure::Reservation;
use leptos::prelude::*;
use shared::Access;
use std::sync::Arc;
use view_model::address::ReservationRef;

/// Who may read or manage the order.
#[component]
pub fn AccessControl() -> impl IntoView {
    view! { <Record entry=Entry::AccessControl content=access_control /> }.into_any()
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
