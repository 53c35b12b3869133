//! The frame of every entry of a record.

use super::actions::Actions;
use crate::api::{ApiError, Load, State, load, use_api};
use crate::i18n::catalogue::{reservation as texts, shell};
use crate::i18n::t_with;
use crate::paths::{self, Entry};
use crate::platform::effect::effect;
use crate::problem::Problem;
use crate::query::use_query;
use crate::shell::{agreement_notice, use_current_customer};
use crate::ui::{
    Breadcrumbs, Crumb, Heading, LinkButton, Notice, SideNav, SideNavItem, Skeleton, Symbol, live,
};
use azure::Reservation;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use std::sync::Arc;
use view_model::Tone;
use view_model::address::{ReservationRef, parameter};

/// How far the reading of the record has come.
#[derive(Clone, Copy, PartialEq)]
enum RecordStage {
    Loading,
    Failed,
    Ready,
}

/// What an entry shows of a record that has been read.
pub(crate) type Content = fn(ReservationRef, Arc<Reservation>) -> AnyView;

/// The entries of a record in the product's order; the tasks are not among them.
const ENTRIES: [Entry; 5] = [
    Entry::Overview,
    Entry::AccessControl,
    Entry::Configuration,
    Entry::Properties,
    Entry::SupportRequest,
];

/// One entry of the record that the address names.
///
/// Another reservation is another page: everything is made anew, and its heading takes the focus.
#[component]
pub(crate) fn Record(
    /// Which entry it is.
    entry: Entry,
    /// What it shows.
    content: Content,
    /// What of the entry is on screen, where it has several steps: it names the document.
    #[prop(optional)]
    step: Option<TextProp>,
) -> impl IntoView {
    let query = use_query();
    let of = Memo::new(move |_| {
        paths::reservation_in(&query).ok_or_else(|| query.get(parameter::CUSTOMER))
    });
    live(move || match of.get() {
        Ok(of) => view! { <OneRecord of entry content step=step.clone() /> }.into_any(),
        Err(customer) => not_found(customer),
    })
}

#[component]
fn OneRecord(
    of: ReservationRef,
    entry: Entry,
    content: Content,
    step: Option<TextProp>,
) -> impl IntoView {
    let api = use_api();
    let key = of.clone();
    let reservation = load(
        move || key.clone(),
        move |of: ReservationRef| async move { api.reservation(&of).await },
    );
    // For entries that change the record.
    provide_context(reservation);
    let is_missing = Memo::new(
        move |_| matches!(reservation.state(), State::Failed(error) if error.status() == Some(404)),
    );
    live(move || {
        if is_missing.get() {
            not_found(Some(of.customer.clone()))
        } else {
            frame(&of, entry, reservation, content, step.clone())
        }
    })
}

fn frame(
    of: &ReservationRef,
    entry: Entry,
    reservation: Load<Reservation>,
    content: Content,
    step: Option<TextProp>,
) -> AnyView {
    let title = title(reservation, entry);
    let document_title = document_title(title.clone(), step);
    // A record that is read again has the same heading: another one would take the focus.
    let stage = Memo::new(move |_| match reservation.state() {
        State::Loading => RecordStage::Loading,
        State::Failed(_) => RecordStage::Failed,
        State::Ready(_) => RecordStage::Ready,
    });
    let heading = {
        let of = of.clone();
        live(move || {
            heading(stage.get(), reservation, &of, entry, title.clone(), document_title.clone())
        })
    };
    let body = {
        let of = of.clone();
        live(move || match reservation.state() {
            State::Loading => view! { <Skeleton lines=8 /> }.into_any(),
            State::Failed(error) => problem(error, reservation),
            State::Ready(record) => content(of.clone(), record),
        })
    };
    view! {
        <Breadcrumbs crumbs=crumbs(of, entry, reservation) />
        {heading}
        {agreement_notice(of.customer.clone())}
        <div class="record">
            <SideNav name=texts::ENTRIES items=items(of, entry) />
            <div class="record-content">{body}</div>
        </div>
    }
    .into_any()
}

/// The heading waits for the name, because it is announced when it appears.
fn heading(
    stage: RecordStage,
    reservation: Load<Reservation>,
    of: &ReservationRef,
    entry: Entry,
    title: TextProp,
    document_title: TextProp,
) -> AnyView {
    match stage {
        RecordStage::Loading => view! { <Skeleton lines=1 /> }.into_any(),
        // A task does not offer to start itself.
        RecordStage::Ready if ENTRIES.contains(&entry) => {
            let of = of.clone();
            let state = Memo::new(move |_| {
                reservation.ready().and_then(|it| it.properties().provisioning_state.clone())
            });
            let actions = move || {
                let of = of.clone();
                live(move || view! { <Actions of=of.clone() state=state.get() /> }.into_any())
            };
            view! { <Heading title document_title actions /> }.into_any()
        }
        RecordStage::Failed | RecordStage::Ready => {
            view! { <Heading title document_title /> }.into_any()
        }
    }
}

fn problem(error: ApiError, reservation: Load<Reservation>) -> AnyView {
    let retry = Callback::new(move |()| reservation.reload());
    view! { <Problem error on_retry=retry /> }.into_any()
}

/// The name of the reservation, and of the entry unless it is the first.
fn title(reservation: Load<Reservation>, entry: Entry) -> TextProp {
    let title = move || {
        let name = name(reservation);
        match entry {
            Entry::Overview => name,
            entry => {
                let entry = entry.route().title.get().to_owned();
                t_with(texts::NAME_AND_ENTRY, &[("name", name), ("entry", entry)])
            }
        }
    };
    title.into()
}

/// The title with the step on screen before it, so that one step can be told from the other in the history
/// and among the tabs.
fn document_title(title: TextProp, step: Option<TextProp>) -> TextProp {
    let Some(step) = step else { return title };
    let words = move || match step.get() {
        none if none.is_empty() => title.get().into_owned(),
        step => format!("{step} · {}", title.get()),
    };
    words.into()
}

/// What the reservation is called; followed in reactive closures.
fn name(reservation: Load<Reservation>) -> String {
    let record = reservation.ready();
    let name = record.as_ref().and_then(|record| record.properties().display_name.as_deref());
    let name = name.filter(|name| !name.trim().is_empty());
    name.map_or_else(|| texts::RESERVATION.get().to_owned(), ToOwned::to_owned)
}

fn crumbs(of: &ReservationRef, entry: Entry, reservation: Load<Reservation>) -> Vec<Crumb> {
    let reservation_name = move || name(reservation);
    let mut crumbs = vec![
        Crumb::link(shell::NAV_CUSTOMERS, paths::customers()),
        Crumb::link(customer_name(of.customer.clone()), paths::customer(&of.customer)),
    ];
    if entry == Entry::Overview {
        crumbs.push(Crumb::here(reservation_name));
    } else {
        crumbs.push(Crumb::link(reservation_name, paths::reservation(of, Entry::Overview)));
        crumbs.push(Crumb::here(entry.route().title));
    }
    crumbs
}

/// The name of the customer, which is also told to the shell. Without it the page still works, so a
/// failure shows no more than the word.
pub(crate) fn customer_name(id: String) -> impl Fn() -> String + Send + Sync + 'static {
    let api = use_api();
    let shown = use_current_customer();
    let key = id.clone();
    let customer =
        load(move || key.clone(), move |id: String| async move { api.customer_summary(&id).await });
    effect(move || {
        if let Some(Some(customer)) = customer.ready().as_deref() {
            shown.tell(customer);
        }
    });
    move || shown.name_of(&id).unwrap_or_else(|| shell::CUSTOMER.get().to_owned())
}

fn items(of: &ReservationRef, current: Entry) -> Vec<SideNavItem> {
    let item = |entry: Entry| SideNavItem {
        symbol: symbol(entry),
        label: entry.route().title.into(),
        address: Signal::stored(paths::reservation(of, entry)),
        is_current: Signal::stored(entry == current),
    };
    ENTRIES.into_iter().map(item).collect()
}

/// The symbol of an entry.
const fn symbol(entry: Entry) -> Symbol {
    match entry {
        Entry::Overview | Entry::Letter => Symbol::Page,
        Entry::AccessControl => Symbol::Person,
        Entry::Configuration => Symbol::Settings,
        Entry::Properties => Symbol::List,
        Entry::SupportRequest => Symbol::Message,
        Entry::Refund => Symbol::Return,
    }
}

/// What stands in the place of a record that does not exist, with the way back.
fn not_found(customer: Option<String>) -> AnyView {
    let back = match customer {
        Some(customer) => (texts::TO_RESERVATIONS, paths::customer(&customer)),
        None => (texts::TO_CUSTOMERS, paths::customers()),
    };
    view! {
        <Heading title=texts::NOT_FOUND />
        <div class="stack">
            <Notice tone=Tone::Warning title=texts::NOT_FOUND_WHY />
            <div>
                <LinkButton address=Signal::stored(back.1)>{crate::i18n::t(back.0)}</LinkButton>
            </div>
        </div>
    }
    .into_any()
}
