//! One change on the page, in the language of this moment.

use crate::api::Role;
use crate::i18n::catalogue::{
    access, activity as texts, cap, common, configuration, letter, quote, reconcile, reservation,
    rules, support,
};
use crate::i18n::{self, Text, t, t_with};
use crate::paths::{self, Entry};
use crate::quote::agreed_in_words as in_words;
use crate::rights::role_name;
use crate::shell::policy_name;
use crate::ui::{Disclosure, Property, PropertyList};
use azure::Reservation;
use calculator::Policy;
use leptos::prelude::*;
use serde_json::Value;
use view_model::activity::{self, Activity, Change, Target, TargetPlace, plain};
use view_model::quote::letter::agreed::Agreed;

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
        let role = role_in_words(&activity.role);
        let who = [("name", activity.name.clone()), ("role", role)];
        let change = |Change { field, before, after }: &Change| {
            [field_in_words(field), value_in_words(before), value_in_words(after)]
        };
        let Target { name, place } = activity::target(&activity.target, customer, reservations);
        Self {
            action: action_in_words(&activity.action),
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
        TargetPlace::Cap => paths::cap(customer),
    }
}

/// The change with its quote, what was agreed about it, and the way to what was booked for it.
pub(super) fn entry(
    words: EntryWords,
    quote: &Value,
    agreed: Option<&Agreed>,
    customer: &str,
) -> AnyView {
    let EntryWords { action, who, when, target, address, changes, .. } = words;
    let target = match address {
        Some(address) => view! { <a href=address>{target}</a> }.into_any(),
        None => view! { <code>{target}</code> }.into_any(),
    };
    let changes: Vec<AnyView> = changes.into_iter().map(change).collect();
    let compare = (!quote.is_null()).then(|| {
        let address = paths::reconcile(customer);
        view! { <p><a href=address>{t(reconcile::COMPARE)}</a></p> }
    });
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
            {agreed.map(agreed_part)}
            {compare}
        </li>
    }
    .into_any()
}

/// What was agreed with the customer about the return.
fn agreed_part(agreed: &Agreed) -> AnyView {
    let facts = in_words(agreed)
        .map(|(name, value)| view! { <Property name>{value}</Property> }.into_any());
    view! {
        <section aria-label=t(letter::AGREED)>
            <p class="hint">{t(letter::AGREED)}</p>
            <PropertyList>{Vec::from(facts)}</PropertyList>
        </section>
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
    let facts: Vec<AnyView> = FACTS
        .into_iter()
        .filter_map(|(place, name, unit)| {
            let value = fact_in_words(&quote, place, unit)?;
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

/// What was done; an operation that this version does not know is shown as Azure names it.
fn action_in_words(action: &str) -> String {
    let text = match action {
        "Microsoft.Capacity/reservationOrders/return/action" => texts::RETURNED,
        "Microsoft.Capacity/exchange/action" => texts::EXCHANGED,
        "Microsoft.Capacity/reservationOrders/write" => texts::BOUGHT,
        "Microsoft.Capacity/reservationOrders/reservations/write" => texts::CHANGED,
        "Microsoft.Capacity/reservationOrders/split/action" => texts::SPLIT,
        "Microsoft.Capacity/reservationOrders/merge/action" => texts::MERGED,
        "Microsoft.Capacity/reservationOrders/reservations/archive/action" => texts::ARCHIVED,
        "Microsoft.Capacity/reservationOrders/reservations/unarchive/action" => texts::UNARCHIVED,
        "Microsoft.Authorization/roleAssignments/write" => texts::ROLE_GIVEN,
        "Microsoft.Authorization/roleAssignments/delete" => texts::ROLE_TAKEN,
        "Microsoft.Support/supportTickets/write" => support::REQUEST,
        "Prorata/imports/commit/action" => texts::IMPORTED,
        "Prorata/imports/undo/action" => texts::IMPORT_UNDONE,
        "Prorata/ledgerEntries/write" => texts::LEDGER_WRITTEN,
        "Prorata/ledgerEntries/delete" => texts::LEDGER_REMOVED,
        unknown => return unknown.to_owned(),
    };
    text.get().to_owned()
}

/// The role in which somebody worked, by its name in a token.
fn role_in_words(name: &str) -> String {
    Role::parse(name).map_or_else(|| name.to_owned(), |role| role_name(role).get().to_owned())
}

/// What a field of a record is called; one without words is shown by its name in the API.
fn field_in_words(field: &str) -> String {
    let text = match field {
        "quantity" => reservation::QUANTITY,
        "role" => access::ROLE,
        "principal" => access::PRINCIPAL,
        "status" => support::STATUS,
        "title" => support::TITLE,
        "severity" => support::SEVERITY,
        "supportTicketId" => support::NUMBER,
        "archived" => texts::ARCHIVED_FIELD,
        "renew" => configuration::RENEWAL,
        "displayName" => configuration::DISPLAY_NAME,
        "instanceFlexibility" => configuration::FLEXIBILITY,
        "appliedScopeType" => reservation::SCOPE,
        "reservations" => texts::BOUGHT_ITEM,
        "newReservations" => texts::NEW_RESERVATIONS,
        "changedReservations" => texts::CHANGED_RESERVATIONS,
        "newBookings" => texts::NEW_BOOKINGS,
        "undone" => texts::TAKEN_BACK,
        "date" => cap::DATE,
        "usd" => cap::AMOUNT_USD,
        "commitmentUsd" => cap::COMMITMENT,
        "source" => cap::KNOWN_FROM,
        unknown => return unknown.to_owned(),
    };
    text.get().to_owned()
}

/// A value before or after a change; nothing stands for what was not there.
fn value_in_words(value: &Value) -> String {
    match value {
        Value::Bool(true) => common::YES.get().to_owned(),
        Value::Bool(false) => common::NO.get().to_owned(),
        Value::Number(number) => number.as_u64().map_or_else(|| number.to_string(), i18n::integer),
        Value::Array(values) => {
            let values: Vec<String> = values.iter().map(value_in_words).collect();
            i18n::list(&values)
        }
        Value::Object(fields) => {
            let stated = fields.iter().filter(|(_, value)| !value.is_null());
            let fields: Vec<String> =
                stated.map(|(name, value)| format!("{name}: {}", value_in_words(value))).collect();
            fields.join(", ")
        }
        Value::Null | Value::String(_) => plain(value),
    }
}

/// How a fact of a quote is written.
#[derive(Clone, Copy)]
enum Unit {
    /// An amount in the currency of the quote.
    Money,
    /// An amount in USD.
    Dollars,
    /// A day.
    Day,
    /// Anything else.
    Plain,
}

/// The facts of a quote that the record of changes shows: where they stand in it, and what they are called.
/// A quote has some of them: those of a refund or those of an exchange.
const FACTS: [(&str, Text, Unit); 18] = [
    ("/on", rules::INPUT_DAY, Unit::Day),
    ("/input/returnQuantity", rules::INPUT_UNITS, Unit::Plain),
    ("/input/reservation/unitPrice", rules::INPUT_UNIT_PRICE, Unit::Money),
    ("/input/reservation/purchaseDate", rules::INPUT_PURCHASE_DATE, Unit::Day),
    ("/input/usdRate", rules::INPUT_USD_RATE, Unit::Plain),
    ("/answer/paid", rules::INPUT_PAID, Unit::Money),
    ("/answer/consumed", rules::INPUT_CONSUMED, Unit::Money),
    ("/answer/credit", rules::INPUT_CREDIT, Unit::Money),
    ("/answer/fee", rules::INPUT_FEE, Unit::Money),
    ("/answer/refund", rules::INPUT_REFUND, Unit::Money),
    ("/answer/payable", rules::INPUT_PAYABLE, Unit::Money),
    ("/answer/cancelledInstalments", rules::INPUT_CANCELLED_INSTALMENTS, Unit::Money),
    ("/answer/cancelledCommitment", rules::INPUT_CANCELLED_COMMITMENT, Unit::Money),
    ("/answer/usd/countsAgainstLimit", rules::INPUT_COUNTS_USD, Unit::Dollars),
    ("/answer/usd/leftAfter", rules::INPUT_LEFT_USD, Unit::Dollars),
    ("/answer/refundsTotal", rules::INPUT_REFUNDS_TOTAL, Unit::Money),
    ("/answer/purchasesTotal", rules::INPUT_PURCHASES_TOTAL, Unit::Money),
    ("/answer/netPayable", rules::INPUT_NET_PAYABLE, Unit::Money),
];

/// A fact of `quote` as people read it; `None` when this quote does not have it.
fn fact_in_words(quote: &Value, place: &str, unit: Unit) -> Option<String> {
    let value = quote.pointer(place).filter(|value| !value.is_null())?;
    let text = plain(value);
    Some(match unit {
        Unit::Money => i18n::money(&text, quote["answer"]["currencyCode"].as_str()?),
        Unit::Dollars => i18n::money(&text, "USD"),
        Unit::Day => azure::parse_day(&text).map_or(text, i18n::date),
        Unit::Plain => value_in_words(value),
    })
}
