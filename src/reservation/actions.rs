//! The tasks that can be started from a record.

use crate::api::Permission;
use crate::i18n::catalogue::{activity, names as state_names, reservation as texts};
use crate::i18n::{names, t, t_with};
use crate::paths::{self, Entry};
use crate::rights::{Rights, use_rights};
use crate::ui::{ButtonKind, LinkButton};
use azure::{Phase, ProvisioningState};
use leptos::prelude::*;
use view_model::address::ReservationRef;

/// The buttons beside the heading of a record.
#[component]
pub(super) fn Actions(
    /// The reservation.
    of: ReservationRef,
    /// The state of its record.
    state: Option<ProvisioningState>,
) -> impl IntoView {
    let rights = use_rights();
    let activity = Signal::stored(paths::activity(&of.customer, &of.order));
    let refund = Signal::stored(paths::reservation(&of, Entry::Refund));
    let exchange = Signal::stored(paths::exchange(std::slice::from_ref(&of)));
    let own_state = state.clone();
    let no_refund = MaybeProp::derive(move || no_refund(rights, state.as_ref()));
    let no_exchange = MaybeProp::derive(move || no_exchange(rights, own_state.as_ref()));
    view! {
        <LinkButton address=refund kind=ButtonKind::Primary disabled_reason=no_refund>
            {t(texts::REFUND)}
        </LinkButton>
        <LinkButton address=exchange disabled_reason=no_exchange>{t(texts::EXCHANGE)}</LinkButton>
        <LinkButton address=activity kind=ButtonKind::Quiet>{t(activity::TITLE)}</LinkButton>
    }
    .into_any()
}

/// Why a person with these rights cannot ask for a refund of a reservation in `state`, in the language of
/// this moment; `None` when they can. The backend decides in the end.
pub(crate) fn no_refund(rights: Rights, state: Option<&ProvisioningState>) -> Option<String> {
    let no_right = rights.may(Permission::ReturnReservations).err();
    no_right.or_else(|| no_return(state))
}

/// As [`no_refund`], of an exchange.
pub(crate) fn no_exchange(rights: Rights, state: Option<&ProvisioningState>) -> Option<String> {
    let no_right = rights.may(Permission::ExchangeReservations).err();
    no_right.or_else(|| no_return(state))
}

/// Why no units of a reservation in `state` can be given back, whoever asks for it.
pub(crate) fn no_return(state: Option<&ProvisioningState>) -> Option<String> {
    match state {
        Some(state) if state.allows_return() => None,
        Some(state) if state.phase() == Phase::Unknown => {
            Some(t_with(texts::REFUND_STATE_UNKNOWN, &[("state", state.to_string())]))
        }
        Some(state) => {
            let needed = state_names::STATUS_SUCCEEDED.get().to_owned();
            let values = [("needed", needed), ("state", names::state(state).to_owned())];
            Some(t_with(texts::REFUND_NEEDS_STATE, &values))
        }
        None => Some(texts::REFUND_NEEDS_KNOWN_STATE.get().to_owned()),
    }
}
