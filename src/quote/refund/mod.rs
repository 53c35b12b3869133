//! The refund task: what comes back if units of a reservation are returned on a day, and returning them.
//!
//! What it is made of is in `view_model::quote`; here are the parts of the page that show it, [`take_along`],
//! and `carry_out`, which has the service do it.

mod amounts;
mod answer;
mod carry_out;
mod desk;
mod fields;
mod limit;
mod newest;
mod notes;
mod steps;
pub mod take_along;
mod ways_out;

use crate::api::{Load, State, load, use_api};
use crate::i18n::catalogue::quote as texts;
use crate::i18n::t_with;
use crate::paths::{Entry, ReservationRef};
use crate::platform::clock;
use crate::problem::Problem;
use crate::quote::words;
use crate::reservation::Record;
use crate::ui::{Notice, Skeleton, Tone, live, live_text};
use azure::Reservation;
use calculator::InputError;
use chrono::Days;
use leptos::prelude::*;
use std::sync::Arc;
use view_model::quote::Facts;

pub(in crate::quote) use answer::{UNCHECKED, verdict};
pub use desk::Desk;
pub(in crate::quote) use notes::{disagreement_list, warning_notices};
pub(in crate::quote) use steps::step_list;

/// Days of utilization that are looked at to guess whether the reservation was used.
pub(in crate::quote) const USAGE_DAYS: u64 = 30;

/// The refund task of a reservation.
#[component]
pub fn Refund() -> impl IntoView {
    view! { <Record entry=Entry::Refund content=task /> }.into_any()
}

fn task(of: ReservationRef, reservation: Arc<Reservation>) -> AnyView {
    let api = use_api();
    let (first, yesterday) =
        (clock::today() - Days::new(USAGE_DAYS), clock::today() - Days::new(1));
    let key = {
        let of = of.clone();
        move || of.clone()
    };
    let order = load(key.clone(), move |of: ReservationRef| async move { api.order(&of).await });
    let booked = load(key.clone(), move |of: ReservationRef| async move {
        let account = api.account().await?;
        api.reservation_transactions(&account.billing_account_id, &of.customer).await
    });
    let rates = load(|| (), move |()| async move { api.exchange_rates().await });
    let usage = load(key, move |of: ReservationRef| async move {
        api.daily_utilization(&of, first, yesterday).await
    });
    let retry = Callback::new(move |()| {
        again(order);
        again(booked);
    });
    live(move || {
        let (order, booked) = match (order.state(), booked.state()) {
            (State::Failed(error), _) | (_, State::Failed(error)) => {
                return view! { <Problem error on_retry=retry /> }.into_any();
            }
            (State::Ready(order), State::Ready(booked)) => (order, booked),
            (State::Loading, _) | (_, State::Loading) => return waiting(),
        };
        // A quote can do without these two, but its form starts with them.
        if is_loading(rates) || is_loading(usage) {
            return waiting();
        }
        let (rates, usage) = (rates.ready(), usage.ready());
        let facts = Facts::new(
            Arc::clone(&reservation),
            order,
            &booked,
            rates.as_ref().map(|rates| rates.as_slice()),
            usage.as_ref().map(|usage| usage.as_slice()),
            clock::today(),
        );
        match facts {
            Ok(facts) => view! { <Desk of=of.clone() facts=Arc::new(facts) /> }.into_any(),
            Err(error) => unusable(error),
        }
    })
}

fn is_loading<T: Send + Sync + 'static>(records: Load<T>) -> bool {
    matches!(records.state(), State::Loading)
}

fn waiting() -> AnyView {
    view! { <Skeleton lines=8 /> }.into_any()
}

fn again<T: Send + Sync + 'static>(records: Load<T>) {
    if matches!(untrack(|| records.state()), State::Failed(_)) {
        records.reload();
    }
}

/// What keeps a record from being calculated with.
pub(in crate::quote) fn unusable(error: InputError) -> AnyView {
    let why = move || {
        let field = error.field.clone().into_owned();
        let values = [("field", field), ("problem", words::problem(&error.problem))];
        t_with(texts::UNUSABLE_FIELD, &values)
    };
    view! {
        <Notice tone=Tone::Danger title=texts::UNUSABLE>
            <p>{live_text(why)}</p>
        </Notice>
    }
    .into_any()
}
