//! What a reservation is: state, dates, scope, product, ids.

use super::part::Part;
use crate::i18n::catalogue::{common, reservation as texts};
use crate::i18n::{self, names, t, t_with};
use crate::platform::clock;
use crate::ui::{Badge, CopyButton, DateText, Property, PropertyList, live_text};
use azure::{DisplayedState, Reservation, ReservationProperties, StatedPlan};
use calculator::BillingPlan;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;
use view_model::Tone;
use view_model::address::ReservationRef;
use view_model::record::{self, DaysLeft, days_left, place};

/// What a reservation is.
#[component]
pub(super) fn Details(
    /// Its ids.
    of: ReservationRef,
    /// Its record.
    reservation: Arc<Reservation>,
) -> impl IntoView {
    let properties = reservation.properties();
    let state = state_in_words(properties);
    let expiration = expiration(properties);
    let purchase_date = day(properties.purchased_on());
    let term = or_not_stated(properties.term.clone(), |term| names::term(term).to_owned());
    let scope = scope(&reservation);
    let quantity = or_not_stated(properties.quantity, |quantity| i18n::integer((*quantity).into()));
    let product = product(&reservation);
    let region =
        or_not_stated(reservation.location.clone(), |location| names::region(location).to_owned());
    let billing_plan = or_not_stated(properties.billing_plan.clone(), billing_plan);
    view! {
        <Part title=texts::DETAILS>
            <div class="details">
                <PropertyList>
                    <Property name=texts::STATE>{state}</Property>
                    <Property name=texts::EXPIRATION_DATE>{expiration}</Property>
                    <Property name=texts::PURCHASE_DATE>{purchase_date}</Property>
                    <Property name=texts::TERM>{term}</Property>
                    <Property name=texts::SCOPE>{scope}</Property>
                    <Property name=texts::QUANTITY>{quantity}</Property>
                    <Property name=texts::PRODUCT>{product}</Property>
                    <Property name=texts::REGION>{region}</Property>
                    <Property name=texts::BILLING_PLAN>{billing_plan}</Property>
                </PropertyList>
            </div>
            <Ids of />
        </Part>
    }
    .into_any()
}

/// The two ids that support asks for, to copy.
#[component]
pub(super) fn Ids(
    /// The reservation.
    of: ReservationRef,
) -> impl IntoView {
    let id = |name, id: String| {
        view! {
            <Property name>
                <span class="copyable">
                    <code>{id.clone()}</code>
                    <CopyButton what=name text=Signal::stored(id) />
                </span>
            </Property>
        }
    };
    view! {
        <PropertyList>
            {id(texts::RESERVATION_ID, of.reservation)}
            {id(texts::RESERVATION_ORDER_ID, of.order)}
        </PropertyList>
    }
    .into_any()
}

/// The state, what it means, and what Azure adds to it in its own words.
fn state_in_words(properties: &ReservationProperties) -> AnyView {
    let Some(provisioning) = properties.provisioning_state.clone() else { return not_stated() };
    let tone = record::tone(&provisioning);
    let meaning = names::state_meaning(&provisioning);
    // The portal's word says more than the state only while the reservation runs: that it ends soon, or
    // that nothing is covered by it.
    let displayed = properties.display_provisioning_state.clone().filter(|displayed| {
        provisioning.phase().is_active() && *displayed != DisplayedState::Succeeded
    });
    let message = properties.extended_status_info.as_ref().and_then(|info| info.message.clone());
    let message = message.filter(|_| !record::says_everything(&provisioning));
    view! {
        <span class="badges">
            <Badge tone>{live_text(move || names::state(&provisioning).to_owned())}</Badge>
            {displayed
                .map(|displayed| {
                    view! {
                        <Badge tone=Tone::Warning>
                            {live_text(move || names::displayed_state(&displayed).to_owned())}
                        </Badge>
                    }
                })}
        </span>
        <p class="hint">{t(meaning)}</p>
        // The service speaks English, whatever the language of the page.
        {message.map(|message| view! { <p class="hint" lang="en">{message}</p> })}
    }
    .into_any()
}

fn expiration(properties: &ReservationProperties) -> AnyView {
    let Some(expiry) = properties.expires_on() else { return not_stated() };
    let runs =
        properties.provisioning_state.as_ref().is_none_or(|state| state.phase().runs_to_expiry());
    let left = runs.then(|| days_left(expiry, clock::today()));
    view! {
        <DateText date=expiry />
        {left.map(|left| view! { <p class="hint">{live_text(move || days_left_in_words(left))}</p> })}
    }
    .into_any()
}

/// How long a reservation still runs, in the language of this moment.
pub(crate) fn days_left_in_words(left: DaysLeft) -> String {
    let counted = |text, count| t_with(text, &[("count", i18n::integer(count))]);
    match left {
        DaysLeft::Days(days) => counted(common::DAYS_LEFT, days),
        DaysLeft::LastDay => common::LAST_DAY.get().to_owned(),
        DaysLeft::EndedToday => common::ENDED_TODAY.get().to_owned(),
        DaysLeft::Ended(1) => common::ENDED_YESTERDAY.get().to_owned(),
        DaysLeft::Ended(days) => counted(common::ENDED_DAYS_AGO, days),
    }
}

fn scope(reservation: &Arc<Reservation>) -> AnyView {
    let place = place(reservation.properties());
    let is_stated = reservation.properties().applied_scope_type.is_some();
    if !is_stated && place.is_none() {
        return not_stated();
    }
    let record = Arc::clone(reservation);
    view! {
        <span>{live_text(move || names::scope(record.properties()).map(ToOwned::to_owned).unwrap_or_default())}</span>
        {place
            .map(|place| {
                view! {
                    <p class="hint">{place.name}</p>
                    {place.detail.map(|detail| view! { <p class="hint">{detail}</p> })}
                }
            })}
    }
    .into_any()
}

fn product(reservation: &Reservation) -> AnyView {
    let properties = reservation.properties();
    let sku = reservation.sku.as_ref().and_then(|sku| sku.name.clone());
    let description = properties.sku_description.clone().or_else(|| sku.clone());
    let resource_type = properties.reserved_resource_type.clone();
    if description.is_none() && resource_type.is_none() {
        return not_stated();
    }
    view! {
        <span>{description}</span>
        {resource_type
            .map(|resource_type| {
                view! {
                    <p class="hint">{live_text(move || names::resource_type(&resource_type).to_owned())}</p>
                }
            })}
        {sku
            .map(|sku| {
                view! { <p class="hint"><code>{sku}</code></p> }
            })}
    }
    .into_any()
}

pub(super) fn billing_plan(plan: &StatedPlan) -> String {
    match plan.known() {
        Some(BillingPlan::Upfront) => texts::PLAN_UPFRONT.get().to_owned(),
        Some(BillingPlan::Monthly) => texts::PLAN_MONTHLY.get().to_owned(),
        None => plan.as_str().to_owned(),
    }
}

fn day(day: Option<NaiveDate>) -> AnyView {
    day.map_or_else(not_stated, |day| view! { <DateText date=day /> }.into_any())
}

/// A value in words that follow the language; its absence in words as well.
fn or_not_stated<T: Send + 'static>(
    value: Option<T>,
    in_words: impl Fn(&T) -> String + Send + 'static,
) -> AnyView {
    value.map_or_else(not_stated, |value| {
        view! { <span>{live_text(move || in_words(&value))}</span> }.into_any()
    })
}

pub(super) fn not_stated() -> AnyView {
    view! { <span class="muted">{t(common::NOT_STATED)}</span> }.into_any()
}
