//! What stands above a customer's reservations: search, and filters by state and expiry.

use super::list_controls::integer;
use super::list_controls::{Search, SearchField};
use super::row_view::Rows;
use crate::i18n::catalogue::customer;
use crate::i18n::{Text, names, t_with};
use crate::query::use_query;
use crate::ui::{Choice, SelectField, live};
use azure::DisplayedState;
use leptos::prelude::*;
use view_model::address::parameter;
use view_model::reservations::{ReservationView, StateFilter, Window, count_states};

/// Search and filters; what else belongs above the list follows them.
#[component]
pub(super) fn Toolbar(
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
            <SearchField label=customer::SEARCH_RESERVATIONS search />
            {live(move || {
                let choices = states.get().into_iter().map(state_choice).collect::<Vec<_>>();
                view! { <SelectField label=customer::STATUS choices value=state on_change=choose_state /> }.into_any()
            })}
            <SelectField
                label=customer::EXPIRES
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
    counts: &[(DisplayedState, usize)],
    chosen: &StateFilter,
) -> Vec<(StateFilter, Option<usize>)> {
    let mut filters = vec![(StateFilter::Any, None), (StateFilter::Active, Some(active))];
    filters.extend(
        counts.iter().map(|(state, count)| (StateFilter::Displayed(state.clone()), Some(*count))),
    );
    if filters.iter().all(|(filter, _)| filter != chosen) {
        filters.push((chosen.clone(), Some(0)));
    }
    filters
}

fn state_choice((filter, count): (StateFilter, Option<usize>)) -> Choice {
    Choice::new(filter.key(), move || {
        let name = match &filter {
            StateFilter::Any => customer::ANY_STATUS.get(),
            StateFilter::Active => customer::ACTIVE.get(),
            StateFilter::Displayed(state) => names::displayed_state(state),
        };
        match count {
            None => name.to_owned(),
            Some(count) => {
                let values = [("filter", name.to_owned()), ("count", integer(count))];
                t_with(customer::FILTER_COUNT, &values)
            }
        }
    })
}

fn window_choices() -> Vec<Choice> {
    let any = Choice::new("", customer::ANY_TIME);
    let windows =
        Window::ALL.into_iter().map(|window| Choice::new(window.key(), window_label(window)));
    std::iter::once(any).chain(windows).collect()
}

/// What a span of time is called.
pub(crate) const fn window_label(window: Window) -> Text {
    match window {
        Window::Expired => customer::EXPIRED,
        Window::Days30 => customer::WITHIN_30_DAYS,
        Window::Days60 => customer::WITHIN_60_DAYS,
        Window::Days90 => customer::WITHIN_90_DAYS,
        Window::Later => customer::LATER,
    }
}
