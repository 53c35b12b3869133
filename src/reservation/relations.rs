//! Links to the reservations that this one came from, became, or was bought with.

use super::part::Part;
use crate::api::{Load, load, use_api};
use crate::i18n::catalogue::reservation as texts;
use crate::i18n::{Text, names};
use crate::paths::{self, Entry};
use crate::ui::{Badge, Property, PropertyList, live, live_text};
use azure::{Order, Reservation, ReservationId};
use leptos::prelude::*;
use std::sync::Arc;
use view_model::address::ReservationRef;
use view_model::record::{Relation, related, siblings};

/// Links to related reservations; nothing when there are none.
#[component]
pub(super) fn Relations(
    /// Its ids.
    of: ReservationRef,
    /// Its record.
    reservation: Arc<Reservation>,
    /// Its order, which knows what was bought together.
    order: Load<Order>,
) -> impl IntoView {
    live(move || {
        let mut all = related(&reservation);
        if let Some(order) = order.ready() {
            all.extend(siblings(&order, &of.reservation, &all));
        }
        let links: Vec<_> =
            all.into_iter().map(|(relation, id)| link(relation, &id, &of)).collect();
        if links.is_empty() {
            return ().into_any();
        }
        view! {
            <Part title=texts::RELATED>
                <PropertyList>{links}</PropertyList>
            </Part>
        }
        .into_any()
    })
}

/// A link with the name of the other reservation and its state. Until its record is there, and when it
/// does not come, the id stands for the name.
fn link(relation: Relation, id: &ReservationId, of: &ReservationRef) -> AnyView {
    let api = use_api();
    let other = ReservationRef::of(&of.customer, id);
    let address = paths::reservation(&other, Entry::Overview);
    let fallback = other.reservation.clone();
    let record = load(
        move || other.clone(),
        move |of: ReservationRef| async move { api.reservation(&of).await },
    );
    let name = live_text(move || {
        let name = record.ready().and_then(|record| record.properties().display_name.clone());
        name.unwrap_or_else(|| fallback.clone())
    });
    let state = live(move || {
        let record = record.ready();
        let state = record.and_then(|record| record.properties().provisioning_state.clone());
        let words = |state| live_text(move || names::state(&state).to_owned());
        state.map(|state| view! { <Badge>{words(state)}</Badge> }).into_any()
    });
    view! {
        <Property name=label(relation)>
            <span class="badges"><a href=address>{name}</a> {state}</span>
        </Property>
    }
    .into_any()
}

pub(super) const fn label(relation: Relation) -> Text {
    match relation {
        Relation::SplitFrom => texts::SPLIT_FROM,
        Relation::SplitInto => texts::SPLIT_INTO,
        Relation::MergedFrom => texts::MERGED_FROM,
        Relation::MergedInto => texts::MERGED_INTO,
        Relation::ExchangedFrom => texts::EXCHANGED_FROM,
        Relation::ExchangedFor => texts::EXCHANGED_FOR,
        Relation::RenewedFrom => texts::RENEWED_FROM,
        Relation::RenewedBy => texts::RENEWED_BY,
        Relation::SameOrder => texts::SAME_ORDER,
    }
}
