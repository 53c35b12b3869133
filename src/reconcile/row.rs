//! One row: what was quoted, what was booked, why they differ, and what to do.

use super::words;
use crate::i18n::catalogue::{cap, quote, reconcile as texts};
use crate::i18n::{Text, t, t_with};
use crate::paths::{self, Entry};
use crate::support::{ask_button, id_lines};
use crate::ui::{Badge, LinkButton, Property, PropertyList};
use leptos::prelude::*;
use portfolio::reconcile::State;
use std::sync::Arc;
use view_model::reconcile::{Filter, Row};
use view_model::support::Draft;

pub(super) fn row(row: &Arc<Row>) -> AnyView {
    let filter = Filter::of(row.finding.state);
    let name = row.name.clone();
    let title = match &row.of {
        Some(of) => {
            let address = paths::reservation(of, Entry::Overview);
            view! { <a href=address>{name}</a> }.into_any()
        }
        None => name.into_any(),
    };
    let facts: Vec<AnyView> = words::facts(row)
        .into_iter()
        .chain(words::agreed(row))
        .map(|(name, value)| view! { <Property name>{value}</Property> }.into_any())
        .collect();
    let why: Vec<AnyView> = words::sentences(row)
        .into_iter()
        .map(|words| view! { <li>{words}</li> }.into_any())
        .collect();
    let customer = paths::customer(&row.customer.customer_id);
    view! {
        <li class="card activity">
            <div class="activity-head">
                <h2>{title}</h2>
                <Badge tone=words::tone(filter)>{t(words::state(filter))}</Badge>
            </div>
            <p><a href=customer>{row.customer.display_name.clone()}</a></p>
            <PropertyList>{facts}</PropertyList>
            <ul class="changes">{why}</ul>
            {actions(row)}
        </li>
    }
    .into_any()
}

/// The way to the quote, and what to do where something is wrong.
fn actions(row: &Arc<Row>) -> AnyView {
    let link = |label: Text, address: String| {
        let address = Signal::stored(address);
        view! { <LinkButton address>{t(label)}</LinkButton> }.into_any()
    };
    let customer = &row.customer.customer_id;
    let quote = match (&row.returned, &row.of) {
        (Some(_), Some(of)) => {
            Some(link(texts::SHOW_QUOTE, paths::activity(customer, &of.reservation)))
        }
        _ => None,
    };
    let to_do = match row.finding.state {
        State::Missing | State::OtherAmount => row.of.clone().map(|of| {
            let about = Arc::clone(row);
            let outside = row.customer.outside_csp().is_some();
            let not_now = move || {
                outside.then(|| crate::i18n::catalogue::support::NEEDS_CSP.get().to_owned())
            };
            ask_button(of, not_now, move || draft(&about))
        }),
        State::Unrecorded => Some(link(cap::OPEN, paths::cap(customer))),
        State::NoFile => Some(link(crate::paths::route::IMPORT.title, paths::import())),
        State::Matched | State::OtherMonth | State::NotDue { .. } => None,
    };
    view! { <div class="button-row">{to_do} {quote}</div> }.into_any()
}

/// What a request about the row says in the language in force.
fn draft(row: &Row) -> Draft {
    let Some(of) = &row.of else { return Draft::default() };
    let opening = match row.finding.state {
        State::Missing => texts::ASK_MISSING,
        _ => texts::ASK_AMOUNT,
    };
    let line = |(name, value): (Text, String)| {
        t_with(quote::TEXT_LINE, &[("name", name.get().to_owned()), ("value", value)])
    };
    let facts: Vec<String> = words::facts(row).into_iter().map(line).collect();
    let parts = [opening.get().to_owned(), id_lines(of), facts.join("\n")];
    Draft {
        title: t_with(texts::ASK_TITLE, &[("name", row.name.clone())]),
        description: parts.join("\n\n"),
    }
}
