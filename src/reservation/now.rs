//! Reservations as they are now, beside a change of which nobody knows whether it was made.

use super::configuration::outcome::unit_count;
use crate::api::{State, load, use_api};
use crate::i18n::catalogue::change as texts;
use crate::i18n::{names, t, t_with};
use crate::paths::{self, Entry};
use crate::ui::{Skeleton, live, live_text};
use azure::Reservation;
use leptos::prelude::*;
use view_model::address::ReservationRef;

/// Reads the reservations anew and shows what of them a change would show in.
pub(crate) fn as_they_are_now(all: Vec<ReservationRef>) -> AnyView {
    let api = use_api();
    let read = load(
        move || all.clone(),
        move |all: Vec<ReservationRef>| async move {
            let mut found = Vec::new();
            for of in all {
                let record = api.reservation(&of).await?;
                found.push((of, record));
            }
            Ok(found)
        },
    );
    let lines = live(move || match read.state() {
        State::Loading => view! { <Skeleton lines=1 /> }.into_any(),
        State::Failed(_) => view! { <p>{t(texts::NOW_UNREAD)}</p> }.into_any(),
        State::Ready(found) => {
            let lines = found.iter().map(|(of, record)| line(of, record));
            view! { <ul class="plain-list">{lines.collect_view()}</ul> }.into_any()
        }
    });
    view! {
        <section class="as-it-is-now" role="status">
            <h3>{t(texts::NOW)}</h3>
            {lines}
        </section>
    }
    .into_any()
}

fn line(of: &ReservationRef, record: &Reservation) -> AnyView {
    let properties = record.properties();
    let name = properties.display_name.clone().unwrap_or_else(|| of.reservation.clone());
    let units = properties.quantity.unwrap_or_default();
    let state = properties.provisioning_state.clone();
    let words = live_text(move || {
        let state = state.as_ref().map(|state| names::state(state).to_owned());
        let values = [
            ("name", name.clone()),
            ("units", unit_count(units)),
            ("state", state.unwrap_or_default()),
        ];
        t_with(texts::NOW_LINE, &values)
    });
    view! { <li><a href=paths::reservation(of, Entry::Overview)>{words}</a></li> }.into_any()
}
