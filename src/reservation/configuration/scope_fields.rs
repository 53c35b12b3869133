//! What the benefit applies to: choices from the service, each checked for this reservation.

use super::editor::Editor;
use crate::api::{Api, ApiError, Load, State, load};
use crate::i18n::catalogue::{configuration as texts, names};
use crate::i18n::{Text, t_with};
use crate::platform::effect::effect;
use crate::problem::Problem;
use crate::ui::{Choice, SelectField, Skeleton, live};
use azure::{Scope, SubscriptionId};
use leptos::prelude::*;
use view_model::address::ReservationRef;
use view_model::settings::Named;
use view_model::settings::{ScopeKind, Setting};

/// Something to choose, and whether the reservation can be applied to it.
type Place = (Named, bool);

/// The subscriptions and the management groups of the customer.
struct Places {
    subscriptions: Vec<Place>,
    management_groups: Vec<Place>,
}

/// The fields that belong to the chosen kind of scope.
pub(super) fn scope_fields(editor: Editor) -> AnyView {
    let api = editor.api;
    let of = editor.of.get_value();
    let places = load(move || of.clone(), move |of| places(api, of));
    let groups = load(
        move || (editor.of.get_value(), editor.subscription.get()),
        move |(of, subscription)| groups(api, of, subscription),
    );
    learn(editor, places, groups);
    live(move || match ScopeKind::of(&editor.kind.get()) {
        Some(ScopeKind::Subscription) => with(places, move |places| subscription(editor, places)),
        Some(ScopeKind::ResourceGroup) => {
            let group = live(move || with(groups, move |groups| group(editor, groups)));
            let chosen = with(places, move |places| subscription(editor, places));
            view! { {chosen} {group} }.into_any()
        }
        Some(ScopeKind::ManagementGroup) => {
            with(places, move |places| management_group(editor, places))
        }
        Some(ScopeKind::Shared) | None => ().into_any(),
    })
}

async fn places(api: Api, of: ReservationRef) -> Result<Places, ApiError> {
    let subscriptions = api.subscriptions(&of.customer).await?;
    let groups = api.management_groups(&of.customer).await?;
    let count = subscriptions.len();
    let mut all = checked(api, &of, [subscriptions, groups].concat()).await?;
    let management_groups = all.split_off(count);
    Ok(Places { subscriptions: all, management_groups })
}

async fn groups(
    api: Api,
    of: ReservationRef,
    subscription: String,
) -> Result<Vec<Place>, ApiError> {
    let Ok(subscription) = SubscriptionId::parse(&subscription) else { return Ok(Vec::new()) };
    let groups = api.resource_groups(&of.customer, &subscription).await?;
    checked(api, &of, groups).await
}

/// Asks which of them the reservation can be applied to.
async fn checked(api: Api, of: &ReservationRef, named: Vec<Named>) -> Result<Vec<Place>, ApiError> {
    let scopes: Vec<Scope> = named.iter().map(|named| named.id.as_str().into()).collect();
    let available =
        if scopes.is_empty() { scopes } else { api.available_scopes(of, scopes).await? };
    let place = |named: Named| {
        let is_available = available.contains(&named.id.as_str().into());
        (named, is_available)
    };
    Ok(named.into_iter().map(place).collect())
}

/// Remembers names, and what cannot be chosen, for the rest of the form.
fn learn(editor: Editor, places: Load<Places>, groups: Load<Vec<Place>>) {
    effect(move || {
        let (places, groups) = (places.ready(), groups.ready());
        let all = || {
            let places =
                places.iter().flat_map(|it| it.subscriptions.iter().chain(&it.management_groups));
            places.chain(groups.iter().flat_map(|groups| groups.iter()))
        };
        let named: Vec<Named> = all().map(|(named, _)| named.clone()).collect();
        let refused = all().filter(|(_, is_available)| !is_available);
        editor.unavailable.set(refused.map(|(named, _)| named.id.clone()).collect());
        editor.named.update(|known| {
            known.retain(|known| !named.contains(known));
            known.extend(named);
        });
    });
}

/// What `ready` makes of choices, or what became of the request for them.
fn with<T: Send + Sync + 'static>(records: Load<T>, ready: impl Fn(&T) -> AnyView) -> AnyView {
    match records.state() {
        State::Loading => view! { <Skeleton lines=1 /> }.into_any(),
        State::Failed(error) => {
            let retry = Callback::new(move |()| records.reload());
            view! { <Problem error on_retry=retry /> }.into_any()
        }
        State::Ready(records) => ready(&records),
    }
}

fn subscription(editor: Editor, places: &Places) -> AnyView {
    let choose = Callback::new(move |id: String| {
        editor.subscription.set(id);
        editor.group.set(String::new());
    });
    let choices = choices(editor, &places.subscriptions, editor.subscription);
    select(editor, texts::SUBSCRIPTION, choices, editor.subscription, choose)
}

fn group(editor: Editor, groups: &[Place]) -> AnyView {
    let by_name: Vec<Place> = groups
        .iter()
        .map(|(named, is)| (Named { id: named.name.clone(), name: named.name.clone() }, *is))
        .collect();
    let choices = choices(editor, &by_name, editor.group);
    let choose = Callback::new(move |group| editor.group.set(group));
    select(editor, texts::RESOURCE_GROUP, choices, editor.group, choose)
}

fn management_group(editor: Editor, places: &Places) -> AnyView {
    let choices = choices(editor, &places.management_groups, editor.management_group);
    let choose = Callback::new(move |id| editor.management_group.set(id));
    select(editor, names::SCOPE_MANAGEMENT_GROUP, choices, editor.management_group, choose)
}

fn select(
    editor: Editor,
    label: Text,
    choices: Vec<Choice>,
    value: RwSignal<String>,
    on_change: Callback<String>,
) -> AnyView {
    // Of two fields, the message belongs to the one that is empty, else to the last.
    let is_last = label != texts::SUBSCRIPTION;
    let is_alone =
        move || editor.kind.with(|kind| ScopeKind::of(kind)) != Some(ScopeKind::ResourceGroup);
    let error = MaybeProp::derive(move || {
        let belongs_here = value.with(String::is_empty) || is_last || is_alone();
        let waits = label == texts::RESOURCE_GROUP && editor.subscription.with(String::is_empty);
        editor.error(Setting::Scope).filter(|_| belongs_here && !waits)
    });
    view! { <SelectField label choices value on_change error /> }.into_any()
}

/// What there is to choose, and the present choice even where the service does not list it.
fn choices(editor: Editor, places: &[Place], chosen: RwSignal<String>) -> Vec<Choice> {
    let chosen = chosen.get_untracked();
    let is_chosen = |place: &Place| place.0.id.eq_ignore_ascii_case(&chosen);
    let listed = places.iter().map(|place| {
        // The spelling of the record, so that the list shows it as chosen.
        let id = if is_chosen(place) { chosen.clone() } else { place.0.id.clone() };
        let (name, is_available) = (place.0.name.clone(), place.1);
        Choice::new(id, move || match is_available {
            true => name.clone(),
            false => t_with(texts::NAME_UNAVAILABLE, &[("name", name.clone())]),
        })
    });
    let mut choices = vec![Choice::new("", texts::CHOOSE)];
    choices.extend(listed);
    if !chosen.is_empty() && !places.iter().any(is_chosen) {
        let known = editor.named.get_untracked();
        let found = known.iter().find(|known| known.id.eq_ignore_ascii_case(&chosen));
        let name = found.map_or_else(|| chosen.clone(), |found| found.name.clone());
        choices.push(Choice::new(chosen, move || name.clone()));
    }
    choices
}
