//! How an exchange ended: done, failed, or half done, shown as what it is.

use crate::i18n::catalogue::{exchange as texts, names as state_names};
use crate::i18n::{Text, t};
use crate::paths::{self, Entry, ReservationRef};
use crate::quote::exchange::desk::Desk;
use crate::ui::{Badge, Notice, Tone};
use azure::{Exchange, ExchangeResult, OperationStatus, ReservationId};
use leptos::prelude::*;
use view_model::quote::exchange::request::{Extent, extent};

/// The end with every item, linked with its record.
pub(super) fn ending(desk: Desk, result: &ExchangeResult) -> AnyView {
    let (tone, title) = match extent(result) {
        Extent::Done => (Tone::Success, texts::DONE),
        Extent::Half => (Tone::Danger, texts::HALF_DONE),
        Extent::Nothing => (Tone::Danger, texts::NOT_DONE),
    };
    let why = (extent(result) == Extent::Half).then(|| view! { <p>{t(texts::HALF_DONE_WHY)}</p> });
    let said = result.error.as_ref().map(|error| {
        let code = error.code.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default();
        let said = format!("{code} {}", error.message.clone().unwrap_or_default());
        // The service speaks English, whatever the language of the page.
        view! { <p lang="en">{said.trim().to_owned()}</p> }
    });
    let items = result.properties.as_ref().map(|exchange| items(desk, exchange));
    view! {
        <Notice tone title=title>
            {why}
            {said}
        </Notice>
        {items}
        <div class="button-row">
            <a href=paths::customer(&desk.customer.get_value())>
                {t(crate::i18n::catalogue::reservation::TO_RESERVATIONS)}
            </a>
        </div>
    }
    .into_any()
}

fn items(desk: Desk, exchange: &Exchange) -> AnyView {
    let returned = exchange.reservations_to_exchange.iter().flatten().map(|item| {
        let name = item.reservation_id.as_ref().map(|id| name(desk, id)).unwrap_or_default();
        entry(desk, item.reservation_id.as_ref(), name, item.status.as_ref())
    });
    let bought = exchange.reservations_to_purchase.iter().flatten().map(|item| {
        let request = item.properties();
        let size = request.sku.as_ref().and_then(|sku| sku.name.clone()).unwrap_or_default();
        let units = request.properties().quantity.unwrap_or_default();
        let name = format!("{units} × {size}");
        entry(desk, item.reservation_id.as_ref(), name, item.status.as_ref())
    });
    let plans = exchange.savings_plans_to_purchase.iter().flatten().map(|item| {
        let id = item.savings_plan_id.clone().unwrap_or_default();
        let name = texts::SAVINGS_PLAN.get().to_owned();
        let name = format!("{name} {}", id.rsplit('/').next().unwrap_or_default());
        entry(desk, None, name.trim_end().to_owned(), item.status.as_ref())
    });
    view! {
        <div class="exchange-ending">
            {list(texts::RETURNED, returned.collect())}
            {list(texts::BOUGHT, bought.chain(plans).collect())}
        </div>
    }
    .into_any()
}

fn list(title: Text, entries: Vec<AnyView>) -> AnyView {
    view! {
        <section>
            <h3>{t(title)}</h3>
            <ul>{entries}</ul>
        </section>
    }
    .into_any()
}

fn entry(
    desk: Desk,
    id: Option<&ReservationId>,
    name: String,
    status: Option<&OperationStatus>,
) -> AnyView {
    let what = match id {
        Some(id) => {
            let of = reference(desk, id);
            let address = paths::reservation(&of, Entry::Overview);
            view! { <a href=address>{name}</a> }.into_any()
        }
        None => view! { <span>{name}</span> }.into_any(),
    };
    let badge = status.map(|status| {
        let (tone, text) = match status {
            OperationStatus::Succeeded => (Tone::Success, state_names::STATUS_SUCCEEDED),
            OperationStatus::Failed => (Tone::Danger, state_names::STATUS_FAILED),
            OperationStatus::Cancelled => (Tone::Danger, state_names::STATUS_CANCELLED),
            _ => (Tone::Neutral, state_names::STATUS_PENDING),
        };
        view! { <Badge tone>{t(text)}</Badge> }
    });
    view! { <li>{what} " " {badge}</li> }.into_any()
}

fn reference(desk: Desk, id: &ReservationId) -> ReservationRef {
    ReservationRef {
        customer: desk.customer.get_value(),
        order: id.order_name().to_owned(),
        reservation: id.name().to_owned(),
    }
}

/// What a reservation is called, or else its id.
fn name(desk: Desk, id: &ReservationId) -> String {
    let facts = untrack(|| desk.records.ready(&reference(desk, id)));
    facts.map_or_else(|| id.name().to_owned(), |facts| facts.name().to_owned())
}
