//! The entry with everything that is known of a reservation: its properties, its ids to copy, its payments,
//! its history, and the records themselves.

mod ancestry;
pub mod fields;
mod history;
mod list;
mod raw;
pub mod values;

use super::part::{Part, loaded};
use super::payments::payments;
use super::record::Record;
use crate::api::{load, use_api};
use crate::i18n::catalogue::{properties as texts, reservation};
use crate::i18n::{Text, t};
use crate::paths::Entry;
use crate::ui::{CopyButton, Property, PropertyList, live};
use azure::{Order, Reservation, Wire};
use fields::{OF_ORDER, OF_RESERVATION};
use history::history_part;
use leptos::prelude::*;
use list::properties;
use raw::raw_part;
use serde_json::Value;
use std::sync::Arc;
use values::as_text;
use view_model::address::ReservationRef;

/// Everything that is known of a reservation.
#[component]
pub fn Properties() -> impl IntoView {
    view! { <Record entry=Entry::Properties content=content /> }.into_any()
}

fn content(of: ReservationRef, record: Arc<Reservation>) -> AnyView {
    let api = use_api();
    let key = of.clone();
    let whole =
        load(move || key.clone(), move |of| async move { api.whole_reservation(&of).await });
    let key = of.clone();
    let order = load(move || key.clone(), move |of| async move { api.order(&of).await });
    let reservation_json = Signal::derive(move || whole.ready().map(|record| record.write()));
    let order_json = Signal::derive(move || order.ready().map(|order| order.write()));
    // What was read first stands for what is still on its way.
    let first = Arc::clone(&record);
    let text = Signal::derive(move || {
        let reservation = reservation_json.get().unwrap_or_else(|| first.write());
        everything(&reservation, order_json.get().as_ref())
    });
    let ids = ids(&of, &record);
    view! {
        <Part title=reservation::PROPERTIES>
            <p class="hint">{t(reservation::PROPERTIES_PURPOSE)}</p>
            <div class="ids"><PropertyList>{ids}</PropertyList></div>
            <div><CopyButton what=texts::ALL_AS_TEXT text has_words=true /></div>
        </Part>
        <Part title=texts::EVERYTHING>
            {live(loaded(whole, 8, |record: Arc<Reservation>| properties(OF_RESERVATION, &record.write())))}
            {live(loaded(order, 4, |order: Arc<Order>| properties(OF_ORDER, &order.write())))}
        </Part>
        <Part title=reservation::SCHEDULE>{live(loaded(order, 6, |order| payments(&order)))}</Part>
        {history_part(&of, &record)}
        {raw_part(reservation_json, order_json)}
    }
    .into_any()
}

/// The ids that support and other tools ask for, each with a button that copies it.
fn ids(of: &ReservationRef, record: &Reservation) -> AnyView {
    let full = record.id.as_ref().map(|id| id.as_str().to_owned());
    let billing = record.properties().billing_scope_id.as_ref().map(|it| it.as_str().to_owned());
    let ids = [
        (reservation::RESERVATION_ID, Some(of.reservation.clone())),
        (reservation::RESERVATION_ORDER_ID, Some(of.order.clone())),
        (texts::RESOURCE_ID, full),
        (texts::BILLING_SCOPE, billing),
    ];
    ids.into_iter().map(|(name, id)| copyable(name, id)).collect_view().into_any()
}

fn copyable(name: Text, id: Option<String>) -> AnyView {
    let Some(id) = id else { return view! { <Property name /> }.into_any() };
    view! {
        <Property name>
            <span class="copyable">
                <code>{id.clone()}</code>
                <CopyButton what=name text=Signal::stored(id) />
            </span>
        </Property>
    }
    .into_any()
}

/// Both records as plain text, in the language of this moment.
fn everything(reservation: &Value, order: Option<&Value>) -> String {
    let reservation = as_text(OF_RESERVATION, reservation);
    match order {
        Some(order) => {
            format!("{reservation}\n{}\n{}", texts::ORDER.get(), as_text(OF_ORDER, order))
        }
        None => reservation,
    }
}
