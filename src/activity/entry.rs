//! One change on the page.

use super::words;
use crate::api::{Activity, Change};
use crate::i18n::catalogue::{activity as texts, quote};
use crate::i18n::{self, t, t_with};
use crate::paths::{self, Entry, ReservationRef};
use crate::shell::policy_name;
use crate::ui::{Disclosure, Property, PropertyList};
use azure::{Reservation, ReservationId, Scope};
use calculator::Policy;
use leptos::prelude::*;
use serde_json::Value;

/// What a change is in words, for the page and for the search in it.
pub(super) struct EntryWords {
    action: String,
    who: String,
    when: String,
    target: Target,
    /// The full id of the target, which a link from a record searches for.
    id: String,
    changes: Vec<[String; 3]>,
}

/// What was changed, and where it can be seen.
struct Target {
    name: String,
    address: Option<String>,
}

impl EntryWords {
    /// Words for `activity` in the language of this moment. `reservations` are those of the customer, which
    /// know their names.
    pub(super) fn of(activity: &Activity, customer: &str, reservations: &[Reservation]) -> Self {
        let role = words::role(&activity.role);
        let who = [("name", activity.name.clone()), ("role", role)];
        let change = |Change { field, before, after }: &Change| {
            [words::field(field), words::value(before), words::value(after)]
        };
        Self {
            action: words::action(&activity.action),
            who: t_with(texts::BY_WHOM, &who),
            when: activity.at.map(i18n::moment).unwrap_or_default(),
            target: target(&activity.target, customer, reservations),
            id: activity.target.clone(),
            changes: activity.changes.iter().map(change).collect(),
        }
    }

    /// Everything that can be searched for.
    pub(super) fn text(&self) -> String {
        let Self { action, who, when, target, id, changes } = self;
        let changes = changes.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
        format!("{action} {who} {when} {} {id} {changes}", target.name)
    }
}

/// The reservation, by its name where it is known; for an order, one of its reservations.
fn target(id: &str, customer: &str, reservations: &[Reservation]) -> Target {
    let named = |found: &Reservation| {
        let name = found.properties().display_name.clone();
        name.filter(|name| !name.trim().is_empty())
    };
    if let Ok(reservation) = ReservationId::parse(id) {
        let found = reservations.iter().find(|it| it.id.as_ref() == Some(&reservation));
        return Target {
            name: found.and_then(named).unwrap_or_else(|| reservation.name().to_owned()),
            address: Some(address(customer, &reservation)),
        };
    }
    if let Some((_, ticket)) = id.split_once("/supportTickets/") {
        let address = paths::support_request(customer, ticket);
        return Target { name: ticket.to_owned(), address: Some(address) };
    }
    let Some(order) = Scope::from(id).reservation_order() else {
        return Target { name: id.to_owned(), address: None };
    };
    let within = |it: &&Reservation| it.id.as_ref().is_some_and(|it| it.order() == order);
    let found = reservations.iter().find(within);
    Target {
        name: found.and_then(named).unwrap_or_else(|| order.name().to_owned()),
        address: found.and_then(|found| found.id.as_ref()).map(|id| address(customer, id)),
    }
}

fn address(customer: &str, id: &ReservationId) -> String {
    let of = ReservationRef {
        customer: customer.to_owned(),
        order: id.order_name().to_owned(),
        reservation: id.name().to_owned(),
    };
    paths::reservation(&of, Entry::Overview)
}

/// The change with its quote.
pub(super) fn entry(words: EntryWords, quote: &Value) -> AnyView {
    let EntryWords { action, who, when, target, changes, .. } = words;
    let target = match target.address {
        Some(address) => view! { <a href=address>{target.name}</a> }.into_any(),
        None => view! { <code>{target.name}</code> }.into_any(),
    };
    let changes: Vec<AnyView> = changes.into_iter().map(change).collect();
    let quote = if quote.is_null() { ().into_any() } else { self::quote(quote.clone()) };
    view! {
        <li class="card activity">
            <div class="activity-head">
                <h2>{action}</h2>
                <span class="muted">{when}</span>
            </div>
            <p>{target}</p>
            <p class="hint">{who}</p>
            <ul class="changes">{changes}</ul>
            {quote}
        </li>
    }
    .into_any()
}

fn change([field, before, after]: [String; 3]) -> AnyView {
    let words = match (before.is_empty(), after.is_empty()) {
        (true, _) => after,
        (false, true) => t_with(texts::WAS, &[("before", before)]),
        (false, false) => t_with(texts::FROM_TO, &[("before", before), ("after", after)]),
    };
    view! {
        <li>
            <span class="muted">{field} ": "</span>
            {words}
        </li>
    }
    .into_any()
}

/// The quote that was carried out: its policy, what went in, and its amounts.
fn quote(quote: Value) -> AnyView {
    let policy = words::plain(&quote["policy"]);
    let policy = Policy::by_id(&policy).map_or(policy, policy_name);
    let facts: Vec<AnyView> = words::FACTS
        .into_iter()
        .filter_map(|(place, name, unit)| {
            let value = words::fact(&quote, place, unit)?;
            Some(view! { <Property name>{value}</Property> }.into_any())
        })
        .collect();
    let policy = t_with(quote::UNDER_RULES, &[("policy", policy)]);
    view! {
        <Disclosure summary=texts::QUOTE>
            <p>{policy}</p>
            <PropertyList>{facts}</PropertyList>
            <p class="hint">{t(texts::QUOTE_HINT)}</p>
        </Disclosure>
    }
    .into_any()
}
