//! The first entry: what the reservation is, what it costs, and how it is used.

use super::details::Details;
use super::open_requests::open_requests;
use super::part::{Part, loaded};
use super::payments::payments;
use super::price::price;
use super::record::Record;
use super::refresh::refresh_while_pending;
use super::relations::Relations;
use super::utilization::Utilization;
use crate::api::{load, use_api};
use crate::i18n::catalogue::reservation as texts;
use crate::paths::Entry;
use azure::Reservation;
use leptos::prelude::*;
use std::sync::Arc;
use view_model::address::ReservationRef;

/// The overview of a reservation.
#[component]
pub fn Overview() -> impl IntoView {
    view! { <Record entry=Entry::Overview content=overview /> }.into_any()
}

fn overview(of: ReservationRef, reservation: Arc<Reservation>) -> AnyView {
    refresh_while_pending(of.clone(), Arc::clone(&reservation), expect_context());
    let api = use_api();
    let key = of.clone();
    let order =
        load(move || key.clone(), move |of: ReservationRef| async move { api.order(&of).await });
    let priced = Arc::clone(&reservation);
    view! {
        <Details of=of.clone() reservation=Arc::clone(&reservation) />
        {open_requests(of.clone())}
        <Utilization of=of.clone() reservation=Arc::clone(&reservation) />
        <Part title=texts::PRICE>{loaded(order, 3, move |order| price(&priced, &order))}</Part>
        <Part title=texts::SCHEDULE>{loaded(order, 6, |order| payments(&order))}</Part>
        <Relations of reservation order />
    }
    .into_any()
}
