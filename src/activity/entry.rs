//! One change on the page.

use super::words;
use crate::i18n::catalogue::{activity as texts, quote};
use crate::i18n::{self, t, t_with};
use crate::paths::{self, Entry};
use crate::shell::policy_name;
use crate::ui::{Disclosure, Property, PropertyList};
use azure::Reservation;
use calculator::Policy;
use leptos::prelude::*;
use serde_json::Value;
use view_model::activity::{self, Activity, Change, Target, TargetPlace, plain};

/// What a change is in words, for the page and for the search in it.
pub(super) struct EntryWords {
    action: String,
    who: String,
    when: String,
    target: String,
    address: Option<String>,
    /// The full id of the target, which a link from a record searches for.
    id: String,
    changes: Vec<[String; 3]>,
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
        let Target { name, place } = activity::target(&activity.target, customer, reservations);
        Self {
            action: words::action(&activity.action),
            who: t_with(texts::BY_WHOM, &who),
            when: activity.at.map(i18n::moment).unwrap_or_default(),
            target: name,
            address: place.map(|place| address(customer, &place)),
            id: activity.target.clone(),
            changes: activity.changes.iter().map(change).collect(),
        }
    }

    /// Everything that can be searched for.
    pub(super) fn text(&self) -> String {
        let Self { action, who, when, target, id, changes, .. } = self;
        let changes = changes.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
        format!("{action} {who} {when} {target} {id} {changes}")
    }
}

/// The page on which it can be seen.
fn address(customer: &str, place: &TargetPlace) -> String {
    match place {
        TargetPlace::Reservation(of) => paths::reservation(of, Entry::Overview),
        TargetPlace::SupportRequest(ticket) => paths::support_request(customer, ticket),
    }
}

/// The change with its quote.
pub(super) fn entry(words: EntryWords, quote: &Value) -> AnyView {
    let EntryWords { action, who, when, target, address, changes, .. } = words;
    let target = match address {
        Some(address) => view! { <a href=address>{target}</a> }.into_any(),
        None => view! { <code>{target}</code> }.into_any(),
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
    let policy = plain(&quote["policy"]);
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
