//! The list of a customer's Azure reservations: search, filters, order, and what can be done with each.

use super::expiry::Window;
use super::listing::parameter;
use super::reservation_listing::{
    ReservationView, StateFilter, arrange, column, count_states, written,
};
use super::reservation_row::ReservationRow;
use super::row_view::{RowContext, row_view};
use super::search::{Search, SearchField, use_search};
use super::shown_count::{self, ShownCount, integer};
use crate::api::{ApiError, Load, State, load, use_api};
use crate::i18n::catalogue::{common, customers as words, reservation as record_words};
use crate::i18n::{self, Text, names, t, t_with};
use crate::platform::clock;
use crate::platform::collate::Collator;
use crate::problem::Problem;
use crate::query::use_query;
use crate::ui::{Button, Choice, Column, Notice, SelectField, Skeleton, Sort, Table};
use azure::Reservation;
use leptos::prelude::*;
use std::sync::Arc;

type Rows = Memo<Vec<Arc<ReservationRow>>>;

/// The reservations of one customer.
#[component]
pub(super) fn ReservationList(
    /// GUID of the customer's tenant.
    customer: String,
    /// Whether the customer buys under another agreement, so that the partner can only look.
    #[prop(into)]
    is_outside_csp: Signal<bool>,
) -> impl IntoView {
    let api = use_api();
    let so_far = RwSignal::new(0_usize);
    let key = customer.clone();
    let reservations = load(
        move || key.clone(),
        move |id: String| async move {
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
        records.map(|record| Arc::new(ReservationRow::of(record))).collect::<Vec<_>>()
    });
    let context = RowContext::new(customer, is_outside_csp);
    view! {
        <section class="reservations" aria-labelledby="reservations-heading">
            <h2 id="reservations-heading">{t(words::RESERVATIONS)}</h2>
            <Listing reservations rows so_far context />
        </section>
    }
    .into_any()
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
    let body = Memo::new(move |_| match reservations.state() {
        State::Loading => Body::Loading,
        State::Failed(error) => Body::Failed(error),
        State::Ready(all) if all.is_empty() => Body::NoReservations,
        State::Ready(_) if shown.with(Vec::is_empty) => Body::NoMatch,
        State::Ready(_) => Body::List,
    });
    let clear = Callback::new(move |_| {
        search.clear();
        query.set(&[(parameter::SEARCH, ""), (parameter::STATE, ""), (parameter::EXPIRES, "")]);
        shown_count::focus();
    });
    let clear_button =
        move || view! { <Button on_click=clear>{t(common::CLEAR_FILTERS)}</Button> }.into_any();
    let can_clear = Memo::new(move |_| body.get() == Body::List && view.get().is_narrowed());
    let counts = Memo::new(move |_| {
        let is_list = matches!(body.get(), Body::List | Body::NoMatch);
        is_list.then(|| (shown.with(Vec::len), rows.with(Vec::len)))
    });
    view! {
        <Toolbar view rows search>
            {move || can_clear.get().then(clear_button)}
            <ShownCount words=words::RESERVATIONS_SHOWN counts />
        </Toolbar>
        {move || match body.get() {
            Body::Loading => loading(so_far),
            Body::Failed(error) => {
                let retry = Callback::new(move |()| reservations.reload());
                view! { <Problem error on_retry=retry /> }.into_any()
            }
            Body::NoReservations => view! { <Notice title=words::NO_RESERVATIONS /> }.into_any(),
            Body::NoMatch => {
                view! { <Notice title=common::NOTHING_MATCHES>{clear_button()}</Notice> }.into_any()
            }
            Body::List => table(shown, view, context),
        }}
    }
    .into_any()
}

/// Long lists come in pages; how many rows have arrived tells that the page is not stuck.
fn loading(so_far: RwSignal<usize>) -> AnyView {
    let progress = move || {
        let count = so_far.get();
        (count > 0).then(|| t_with(words::RESERVATIONS_SO_FAR, &[("count", integer(count))]))
    };
    view! {
        <p class="muted" role="status">{progress}</p>
        <Skeleton lines=8 />
    }
    .into_any()
}

/// Search and filters; what else belongs above the list follows them.
#[component]
fn Toolbar(
    view: Memo<ReservationView>,
    rows: Rows,
    search: Search,
    children: Children,
) -> impl IntoView {
    let query = use_query();
    let state = Signal::derive(move || view.with(|view| view.state.key().to_owned()));
    let expires =
        Signal::derive(move || view.with(|view| view.expires.map_or("", Window::key).to_owned()));
    let choose = |name: &'static str| {
        Callback::new(move |value: String| query.set(&[(name, value.as_str())]))
    };
    let choose_state = choose(parameter::STATE);
    let states = Memo::new(move |_| {
        let (active, counts) = rows.with(|rows| count_states(rows));
        view.with(|view| state_filters(active, &counts, &view.state))
    });
    view! {
        <div class="toolbar">
            <SearchField label=words::SEARCH_RESERVATIONS search />
            {move || {
                let choices = states.get().into_iter().map(state_choice).collect::<Vec<_>>();
                view! { <SelectField label=words::STATUS choices value=state on_change=choose_state /> }
            }}
            <SelectField
                label=words::EXPIRES
                choices=window_choices()
                value=expires
                on_change=choose(parameter::EXPIRES)
            />
            {children()}
        </div>
    }
    .into_any()
}

/// The filters there are, each with the number of rows that it leaves. The chosen one is always among them,
/// so that a link to a state without rows shows what it asks for.
fn state_filters(
    active: usize,
    counts: &[(String, usize)],
    chosen: &StateFilter,
) -> Vec<(StateFilter, Option<usize>)> {
    let mut filters = vec![(StateFilter::Any, None), (StateFilter::Active, Some(active))];
    filters.extend(
        counts
            .iter()
            .map(|(state, count)| (StateFilter::parse(&state.to_ascii_lowercase()), Some(*count))),
    );
    if filters.iter().all(|(filter, _)| filter != chosen) {
        filters.push((chosen.clone(), Some(0)));
    }
    filters
}

fn state_choice((filter, count): (StateFilter, Option<usize>)) -> Choice {
    let key = filter.key().to_owned();
    Choice::new(key, move || {
        let name = match &filter {
            StateFilter::Any => words::ANY_STATUS.get(),
            StateFilter::Active => words::ACTIVE.get(),
            StateFilter::Displayed(state) => names::displayed_state(state),
        };
        match count {
            None => name.to_owned(),
            Some(count) => {
                let values = [("filter", name.to_owned()), ("count", integer(count))];
                t_with(words::FILTER_COUNT, &values)
            }
        }
    })
}

fn window_choices() -> Vec<Choice> {
    let any = Choice::new("", words::ANY_TIME);
    let windows = Window::ALL.into_iter().map(|window| Choice::new(window.key(), label(window)));
    std::iter::once(any).chain(windows).collect()
}

const fn label(window: Window) -> Text {
    match window {
        Window::Expired => words::EXPIRED,
        Window::Days30 => words::WITHIN_30_DAYS,
        Window::Days60 => words::WITHIN_60_DAYS,
        Window::Days90 => words::WITHIN_90_DAYS,
        Window::Later => words::LATER,
    }
}

fn table(shown: Rows, view: Memo<ReservationView>, context: RowContext) -> AnyView {
    let query = use_query();
    let sort = Signal::derive(move || view.with(|view| view.sort.clone()));
    let on_sort = Callback::new(move |sort: Sort| query.set(&[(parameter::SORT, &written(&sort))]));
    let columns = vec![
        Column::new(words::NAME).sortable(column::NAME),
        Column::new(words::STATUS).sortable(column::STATUS),
        Column::new(record_words::EXPIRATION_DATE).sortable(column::EXPIRY),
        Column::new(record_words::PURCHASE_DATE).sortable(column::PURCHASE),
        Column::new(record_words::TERM).sortable(column::TERM),
        Column::new(record_words::SCOPE).sortable(column::SCOPE),
        Column::new(words::TYPE).sortable(column::TYPE),
        Column::new(words::PRODUCT_NAME).sortable(column::PRODUCT),
        Column::new(record_words::REGION).sortable(column::REGION),
        Column::new(record_words::QUANTITY).sortable(column::QUANTITY).number(),
        Column::new(words::UTILIZATION_7_DAYS).sortable(column::WEEK).number(),
        Column::new(words::UTILIZATION_30_DAYS).sortable(column::MONTH).number(),
        Column::new(words::ACTIONS),
    ];
    view! {
        <Table caption=words::RESERVATIONS columns sort=sort on_sort>
            <For each=move || shown.get() key=Clone::clone let:row>
                {row_view(&row, context)}
            </For>
        </Table>
    }
    .into_any()
}
