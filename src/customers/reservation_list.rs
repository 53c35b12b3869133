//! The list of a customer's Azure reservations: search, filters, order, and what can be done with each.

use super::list_controls::use_search;
use super::list_controls::{ShownCount, focus_shown_count, integer};
use super::reservation_filters::Toolbar;
use super::reservation_table::ReservationTable;
use super::row_view::{RowContext, Rows};
use crate::api::{ApiError, Load, State, load, use_api};
use crate::i18n::catalogue::{common, customer, portfolio};
use crate::i18n::{self, names, t, t_count, t_with};
use crate::platform::clock;
use crate::platform::collate::{self, Collator};
use crate::problem::Problem;
use crate::query::use_query;
use crate::ui::{Button, Notice, Skeleton, Switch, live, live_text};
use azure::Reservation;
use leptos::prelude::*;
use std::sync::Arc;
use view_model::address::parameter;
use view_model::reservations::{ReservationRow, ReservationView, Wording, arrange, hidden_ended};

/// The reservations of one customer.
#[component]
pub(super) fn ReservationList(
    /// GUID of the customer's tenant.
    customer: String,
    /// Whether there are others, which lack something.
    #[prop(into)]
    has_incomplete: Signal<bool>,
) -> impl IntoView {
    let api = use_api();
    let so_far = RwSignal::new(0_usize);
    let key = customer.clone();
    let reservations = load(
        move || key.clone(),
        move |id: String| async move {
            so_far.try_set(0);
            let on_page = move |count| {
                // The page may be gone by now, and its signals with it.
                so_far.try_set(count);
            };
            api.reservations_counting(&id, on_page).await
        },
    );
    let rows = Memo::new(move |_| {
        let records = reservations.ready();
        let records = records.iter().flat_map(|records| records.iter());
        let (today, wording) = (clock::today(), wording());
        let row = |record| Arc::new(ReservationRow::of(record, today, &wording));
        records.map(row).collect::<Vec<_>>()
    });
    let context = RowContext::new(customer);
    view! {
        <section class="reservations" aria-labelledby="reservations-heading">
            <h2 id="reservations-heading">{t(customer::RESERVATIONS)}</h2>
            <Listing reservations rows so_far has_incomplete context />
        </section>
    }
    .into_any()
}

/// The words for rows, in the language in force; followed in reactive closures.
#[must_use]
pub fn wording() -> Wording {
    Wording {
        language: i18n::current().tag(),
        unreadable: customer::UNREADABLE_STATUS.get(),
        displayed_state: |state| names::displayed_state(state).to_owned(),
        state: |state| names::state(state).to_owned(),
        term: |term| names::term(term).to_owned(),
        scope: |properties| names::scope(properties).unwrap_or_default().to_owned(),
        resource_type: |resource_type| names::resource_type(resource_type).to_owned(),
        region: |region| names::region(region).to_owned(),
        fold: collate::fold,
    }
}

/// What the section shows. Only a change from one to another makes it anew; rows come and go one by one.
#[derive(Clone, PartialEq)]
enum Body {
    Loading,
    Failed(ApiError),
    NoReservations,
    NoMatch,
    List,
}

#[component]
fn Listing(
    reservations: Load<Vec<Reservation>>,
    rows: Rows,
    so_far: RwSignal<usize>,
    has_incomplete: Signal<bool>,
    context: RowContext,
) -> impl IntoView {
    let query = use_query();
    let search = use_search();
    let view = Memo::new(move |_| {
        let stored = ReservationView::read(|name| query.text(name));
        ReservationView { search: search.text(), ..stored }
    });
    let shown = Memo::new(move |_| {
        let collator = Collator::new(&i18n::locale());
        let compare = |left: &str, right: &str| collator.compare(left, right);
        rows.with(|rows| arrange(rows, &view.get(), &search.needle(), clock::today(), &compare))
    });
    // What the choice would show if it was not hidden because it has ended.
    let hidden = Memo::new(move |_| {
        rows.with(|rows| hidden_ended(rows, &view.get(), &search.needle(), clock::today()))
    });
    let show_ended = Callback::new(move |is_shown: bool| {
        query.set(&[(parameter::ENDED, if is_shown { "1" } else { "" })]);
    });
    let ended = move || match hidden.get() {
        0 => portfolio::SHOW_ENDED.get().to_owned(),
        hidden => {
            let name = portfolio::SHOW_ENDED.get().to_owned();
            t_with(customer::FILTER_COUNT, &[("filter", name), ("count", integer(hidden))])
        }
    };
    let body = Memo::new(move |_| match reservations.state() {
        State::Loading => Body::Loading,
        State::Failed(error) => Body::Failed(error),
        State::Ready(all) if all.is_empty() => Body::NoReservations,
        State::Ready(_) if shown.with(Vec::is_empty) => Body::NoMatch,
        State::Ready(_) => Body::List,
    });
    let clear = Callback::new(move |_| {
        search.clear();
        let all = [parameter::SEARCH, parameter::STATE, parameter::EXPIRES, parameter::ENDED];
        query.set(&all.map(|name| (name, "")));
        focus_shown_count();
    });
    let clear_button =
        move || view! { <Button on_click=clear>{t(common::CLEAR_FILTERS)}</Button> }.into_any();
    let nothing = move || {
        let is_narrowed = Memo::new(move |_| view.get().is_narrowed());
        let has_hidden = Memo::new(move |_| hidden.get() > 0);
        let on_click = Callback::new(move |_| {
            show_ended.run(true);
            focus_shown_count();
        });
        let ended_button = move || view! { <Button on_click>{live_text(ended)}</Button> };
        view! {
            <Notice title=common::NOTHING_MATCHES>
                <div class="button-row">
                    {live(move || is_narrowed.get().then(clear_button).into_any())}
                    {live(move || has_hidden.get().then(ended_button).into_any())}
                </div>
            </Notice>
        }
        .into_any()
    };
    let can_clear = Memo::new(move |_| body.get() == Body::List && view.get().is_narrowed());
    let counts = Memo::new(move |_| {
        let is_list = matches!(body.get(), Body::List | Body::NoMatch);
        is_list.then(|| (shown.with(Vec::len), rows.with(Vec::len)))
    });
    view! {
        <Toolbar view rows search>
            <Switch
                label=ended
                is_on=Signal::derive(move || view.with(|view| view.shows_ended))
                on_change=show_ended
            />
            {live(move || can_clear.get().then(clear_button).into_any())}
            <ShownCount words=customer::RESERVATIONS_SHOWN counts />
        </Toolbar>
        {live(move || match body.get() {
            Body::Loading => loading(so_far),
            Body::Failed(error) => {
                let retry = Callback::new(move |()| reservations.reload());
                view! { <Problem error on_retry=retry /> }.into_any()
            }
            Body::NoReservations => {
                let title = move || match has_incomplete.get() {
                    true => customer::NONE_COMPLETE.get(),
                    false => customer::NO_RESERVATIONS.get(),
                };
                view! { <Notice title=title /> }.into_any()
            }
            Body::NoMatch => untrack(nothing),
            Body::List => view! { <ReservationTable rows shown view context /> }.into_any(),
        })}
    }
    .into_any()
}

/// Long lists come in pages; how many rows have arrived tells that the page is not stuck.
fn loading(so_far: RwSignal<usize>) -> AnyView {
    let progress = live_text(move || match so_far.get() {
        0 => String::new(),
        count => t_count(customer::RESERVATIONS_SO_FAR, count as u64, &[]),
    });
    view! {
        <p class="muted" role="status">{progress}</p>
        <Skeleton lines=8 />
    }
    .into_any()
}
