//! The entries after the overview. What they are for is said here in the product's words; what they do
//! comes with the version that can change records.

use super::details::Ids;
use super::part::Part;
use super::record::{Record, label};
use crate::i18n::catalogue::reservation as texts;
use crate::i18n::{Text, t};
use crate::paths::{Entry, ReservationRef};
use crate::ui::Badge;
use azure::Reservation;
use leptos::prelude::*;
use std::sync::Arc;

/// Everything that is known of the reservation.
#[component]
pub fn Properties() -> impl IntoView {
    view! { <Record entry=Entry::Properties content=properties /> }.into_any()
}

fn properties(of: ReservationRef, _: Arc<Reservation>) -> AnyView {
    let holds = [texts::PROPERTIES_ALL, texts::PROPERTIES_HISTORY];
    let ids = view! { <Ids of /> }.into_any();
    entry(Entry::Properties, texts::PROPERTIES_PURPOSE, &holds, ids)
}

/// What an entry is for, what of it works already, and what belongs to it besides.
fn entry(entry: Entry, purpose: Text, holds: &[Text], works: AnyView) -> AnyView {
    let holds = holds.iter().map(|text| view! { <li>{t(*text)}</li> }).collect_view();
    view! {
        <Part title=label(entry)>
            <p>{t(purpose)}</p>
            {works}
            <h3>{t(texts::WILL_HOLD)}</h3>
            <ul class="holds">{holds}</ul>
            <div><Badge>{t(texts::NOT_YET)}</Badge></div>
        </Part>
    }
    .into_any()
}
