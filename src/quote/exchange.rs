//! The exchange task: its address exists, and says what this version does instead.

use crate::i18n::catalogue::{quote as texts, reservation};
use crate::i18n::t;
use crate::paths::{Entry, ReservationRef};
use crate::reservation::Record;
use crate::ui::Notice;
use azure::Reservation;
use leptos::prelude::*;
use std::sync::Arc;

/// The exchange task of a reservation.
#[component]
pub fn Exchange() -> impl IntoView {
    view! { <Record entry=Entry::Exchange content=task /> }.into_any()
}

fn task(_: ReservationRef, _: Arc<Reservation>) -> AnyView {
    view! {
        <Notice title=reservation::EXCHANGE_NOT_OFFERED>
            <p>{t(texts::EXCHANGE_WHY)}</p>
        </Notice>
    }
    .into_any()
}
