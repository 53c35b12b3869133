//! Reservations that are not any more what a quote was made of.
//!
//! A quote for four units must not be carried out when one of them was returned meanwhile, in another tab or by
//! a request whose answer was lost: it would return what nobody asked for.

use crate::api::{Api, ApiError};
use crate::i18n::catalogue::change as texts;
use crate::i18n::{Text, names, t, t_count, t_with};
use crate::paths::ReservationRef;
use crate::ui::{Button, Notice, Tone, live_text};
use azure::{ProvisioningState, Reservation};
use leptos::prelude::*;

/// A reservation as it was when it was quoted.
#[derive(Clone, Debug)]
pub(super) struct Quoted {
    /// Which it is.
    pub(super) of: ReservationRef,
    /// What it is called, where the quote is about several.
    pub(super) name: Option<String>,
    /// Units that were owned.
    pub(super) units: u32,
}

/// A reservation that has changed since.
#[derive(Clone, Debug)]
pub(super) struct Moved {
    name: Option<String>,
    now: Now,
}

/// What has changed.
#[derive(Clone, Debug)]
enum Now {
    /// Fewer units are owned.
    Left(u32),
    /// More units are owned.
    Units(u32),
    /// It runs no longer, or something is under way.
    State(ProvisioningState),
}

/// Those that have changed. What cannot be read now is left to the service, which decides in the end.
pub(super) async fn moved(api: Api, quoted: &[Quoted]) -> Vec<Moved> {
    let mut moved = Vec::new();
    for quoted in quoted {
        if let Ok(record) = api.reservation(&quoted.of).await {
            let now = now(&record, quoted.units);
            moved.extend(now.map(|now| Moved { name: quoted.name.clone(), now }));
        }
    }
    moved
}

/// Whether a refusal may come from records that have changed.
pub(super) fn may_have_moved(error: &ApiError) -> bool {
    matches!(error.status(), Some(400 | 404 | 409 | 412 | 422))
}

fn now(record: &Reservation, quoted: u32) -> Option<Now> {
    let properties = record.properties();
    let state = properties.provisioning_state.clone();
    if let Some(state) = state.filter(|state| !state.allows_return()) {
        return Some(Now::State(state));
    }
    match properties.quantity? {
        units if units < quoted => Some(Now::Left(units)),
        units if units > quoted => Some(Now::Units(units)),
        _ => None,
    }
}

/// What has changed, in words, `why` nothing was done, and the way to the records as they are.
pub(super) fn notices(all: Vec<Moved>, why: Text, load_again: Callback<()>) -> AnyView {
    let mut all = all.into_iter();
    let first = all.next();
    let title = move || first.as_ref().map(in_words).unwrap_or_default();
    let others = all.map(|moved| view! { <p>{live_text(move || in_words(&moved))}</p> }.into_any());
    view! {
        <Notice tone=Tone::Warning title=title>
            {others.collect_view()}
            <p>{t(why)}</p>
        </Notice>
        <div class="button-row">
            <Button on_click=Callback::new(move |_| load_again.run(()))>{t(texts::LOAD_AGAIN)}</Button>
        </div>
    }
    .into_any()
}

fn in_words(Moved { name, now }: &Moved) -> String {
    let what = match now {
        Now::Left(units) => t_count(texts::UNITS_LEFT, (*units).into(), &[]),
        Now::Units(units) => t_count(texts::UNITS_NOW, (*units).into(), &[]),
        Now::State(state) => t_with(texts::STATE_NOW, &[("state", names::state(state).to_owned())]),
    };
    match name {
        Some(name) => t_with(texts::OF_RESERVATION, &[("name", name.clone()), ("what", what)]),
        None => what,
    }
}
