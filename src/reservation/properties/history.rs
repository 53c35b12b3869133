//! The versions of the record with what changed between them, and the chain of reservations it stands in.

use super::ancestry::{Member, ancestry};
use super::fields::{Kind, OF_RESERVATION, field_at};
use super::values::{in_words, name_of};
use crate::api::{load, use_api};
use crate::i18n::catalogue::{common, properties as texts};
use crate::i18n::{self, names, t, t_with};
use crate::paths::{self, Entry};
use crate::reservation::configuration::outcome::unit_count;
use crate::reservation::configuration::summary::change;
use crate::reservation::part::{Part, loaded};
use crate::reservation::relations::label;
use crate::ui::{Badge, live, live_text};
use azure::{Reservation, Timestamp, Wire};
use leptos::prelude::*;
use serde_json::Value;
use std::sync::Arc;
use view_model::address::ReservationRef;
use view_model::difference::{Difference, differences};
use view_model::listing::sort_by_key;

/// The chain and the versions; each comes when its records are there.
pub(super) fn history_part(of: &ReservationRef, record: &Arc<Reservation>) -> AnyView {
    let api = use_api();
    let (key, this) = (of.clone(), Arc::clone(record));
    let chain = load(
        move || key.clone(),
        move |of| {
            let this = Arc::clone(&this);
            async move { Ok(ancestry(api, of, &this).await) }
        },
    );
    let key = of.clone();
    let revisions = load(move || key.clone(), move |of| async move { api.revisions(&of).await });
    view! {
        <Part title=texts::HISTORY>
            <h3>{t(texts::CHAIN)}</h3>
            {live(loaded(chain, 2, |members| chain_view(&members)))}
            <h3>{t(texts::REVISIONS)}</h3>
            {live(loaded(revisions, 4, |revisions| revisions_view(&revisions)))}
        </Part>
    }
    .into_any()
}

fn chain_view(members: &[Member]) -> AnyView {
    if members.len() < 2 {
        return view! { <p class="muted">{t(texts::NO_CHAIN)}</p> }.into_any();
    }
    let members = members.iter().cloned().map(member).collect_view();
    view! { <ol class="chain">{members}</ol> }.into_any()
}

fn member(member: Member) -> AnyView {
    let Member { of, name, units, state, relation } = member;
    let is_here = relation.is_none();
    let label = relation.map_or(texts::THIS_ONE, label);
    let state = state.map(|state| {
        view! { <Badge>{live_text(move || names::state(&state).to_owned())}</Badge> }
    });
    let units = units.map(|units| {
        view! { <span class="muted">{live_text(move || unit_count(units))}</span> }
    });
    let name = match is_here {
        true => view! { <strong>{name}</strong> }.into_any(),
        false => {
            let address = paths::reservation(&of, Entry::Properties);
            view! { <a href=address>{name}</a> }.into_any()
        }
    };
    view! {
        <li aria-current=is_here.then_some("true")>
            <span class="chain-label">{t(label)}</span>
            <span class="badges">{name} {units} {state}</span>
        </li>
    }
    .into_any()
}

fn revisions_view(revisions: &[Reservation]) -> AnyView {
    let mut all: Vec<&Reservation> = revisions.iter().collect();
    // The newest first, whatever the order of the service.
    sort_by_key(&mut all, |revision| std::cmp::Reverse(revision.etag));
    if all.is_empty() {
        return view! { <p class="muted">{t(texts::NO_REVISIONS)}</p> }.into_any();
    }
    let before = all.iter().skip(1).map(|revision| Some(*revision)).chain([None]);
    let rows: Vec<_> = all.iter().zip(before).map(|(now, before)| revision(now, before)).collect();
    view! { <ol class="revisions">{rows}</ol> }.into_any()
}

fn revision(now: &Reservation, before: Option<&Reservation>) -> AnyView {
    let number = now.etag.map(|etag| etag.to_string()).unwrap_or_default();
    let properties = now.properties();
    let changed = properties.last_updated_date_time.as_ref();
    let changed = changed.or(properties.effective_date_time.as_ref()).and_then(Timestamp::at);
    let title = live_text(move || {
        let moment = changed.map_or_else(|| common::NOT_STATED.get().to_owned(), i18n::moment);
        t_with(texts::REVISION, &[("number", number.clone()), ("moment", moment)])
    });
    let what = match before {
        None => view! { <p class="muted">{t(texts::FIRST_REVISION)}</p> }.into_any(),
        Some(before) => changes(differences(&before.write(), &now.write())),
    };
    view! { <li><h4>{title}</h4> {what}</li> }.into_any()
}

fn changes(differences: Vec<Difference>) -> AnyView {
    if differences.is_empty() {
        return view! { <p class="muted">{t(texts::NO_DIFFERENCE)}</p> }.into_any();
    }
    let row = |Difference { path, before, after }: Difference| {
        let kind = field_at(OF_RESERVATION, &path).map_or(Kind::Code, |field| field.kind);
        change(
            live_text(move || name_of(OF_RESERVATION, &path)),
            live_text(move || value(before.as_ref(), kind)),
            live_text(move || value(after.as_ref(), kind)),
        )
    };
    let rows = differences.into_iter().map(row).collect_view();
    view! { <dl class="changes">{rows}</dl> }.into_any()
}

fn value(value: Option<&Value>, kind: Kind) -> String {
    let words = value.and_then(|value| in_words(value, kind));
    words.unwrap_or_else(|| common::NOT_STATED.get().to_owned())
}
