//! The rows.

use super::desk::Desk;
use super::words;
use crate::i18n::catalogue::{
    common, customer, customers, portfolio as texts, reservation as record,
};
use crate::i18n::{self, Text, calculations, names, t_with};
use crate::paths::{self, Entry};
use crate::query::use_query;
use crate::quote::book::{self, Said, row_name};
use crate::ui::{
    Grid, GridColumn, GridRows, GridSort, grid_cell, grid_header, live_attr, live_flag,
};
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use portfolio::columns::{Quote, RowView};
use view_model::address::parameter;
use view_model::portfolio::{Column, sorted_by};
use view_model::quote::Number;

/// The width of the name in tenths of a root em.
const NAME_WIDTH: u32 = 130;

/// The table of what is shown.
pub(super) fn table(desk: Desk) -> AnyView {
    let query = use_query();
    let columns = Signal::derive(move || {
        let name = GridColumn {
            key: Column::NAME,
            label: customers::NAME.into(),
            width: NAME_WIDTH,
            is_number: false,
            explanation: None,
        };
        let chosen = desk.columns.get().into_iter().map(|column| GridColumn {
            key: column.key(),
            label: column_name(column).into(),
            width: column.width(),
            is_number: column.is_number(),
            explanation: explanation(desk, column),
        });
        std::iter::once(name).chain(chosen).collect::<Vec<_>>()
    });
    let on_sort = Callback::new(move |(column, keeps): (&'static str, bool)| {
        let now = desk.view.with_untracked(|view| view.sort.clone());
        query.set(&[(parameter::SORT, &sorted_by(&now, column, keeps))]);
    });
    let rows = GridRows {
        count: Signal::derive(move || desk.shown.with(|shown| shown.len())),
        edition: desk.edition.into(),
        order: desk.order.into(),
        start: desk.start_row(),
        on_scroll: Callback::new(move |place| desk.scrolled_to(place)),
        cells: Callback::new(move |place| cells(desk, place)),
        is_selected: Callback::new(move |place| desk.is_selected(place)),
        on_select: Callback::new(move |place| desk.toggle(place)),
        on_open: Callback::new(move |place| {
            let open = |row: &RowView<'_>, _: &Quote| address_to(desk, row, Entry::Overview);
            if let Some(address) = untrack(|| desk.with_row(place, open)) {
                query.go().to(&address);
            }
        }),
    };
    let select_all = move || {
        view! {
            <input
                type="checkbox"
                aria-label=live_attr(|| Some(customer::SELECT_ALL.get()))
                prop:checked=live_flag(move || desk.are_all_selected())
                on:change=move |event| desk.select_all(event_target_checked(&event))
            />
        }
    };
    let sort =
        GridSort { by: Signal::derive(move || desk.view.with(|view| view.sort.clone())), on_sort };
    view! { <Grid caption=texts::ALL_RESERVATIONS columns select_all sort rows /> }.into_any()
}

/// How the values of a column come about, where they are calculated.
fn explanation(desk: Desk, column: Column) -> Option<TextProp> {
    let number = match column {
        Column::Back => Number::ComesBack,
        Column::Owed => Number::NoLongerOwed,
        _ => return None,
    };
    Some((move || calculations::behind(number, desk.policy.get())).into())
}

/// What a column is called.
pub(super) const fn column_name(column: Column) -> Text {
    match column {
        Column::Customer => customer::CUSTOMER,
        Column::Product => record::PRODUCT,
        Column::Type => customer::TYPE,
        Column::Region => record::REGION,
        Column::Quantity => record::QUANTITY,
        Column::Term => record::TERM,
        Column::Plan => record::BILLING_PLAN,
        Column::Price => record::UNIT_PRICE,
        Column::Purchase => record::PURCHASE_DATE,
        Column::Expiry => record::EXPIRATION_DATE,
        Column::State => record::STATE,
        Column::Back => texts::BACK,
        Column::Owed => texts::OWED,
    }
}

/// Where a row leads: to its page, or to its customer where there is no order to ask for.
pub(super) fn address_to(desk: Desk, row: &RowView<'_>, entry: Entry) -> String {
    match desk.reference(row) {
        Some(of) => paths::reservation(&of, entry),
        None => paths::customer(&desk.customer_id(row.customer)),
    }
}

fn cells(desk: Desk, place: usize) -> AnyView {
    let columns = desk.columns.get_untracked();
    let made = untrack(|| {
        desk.with_row(place, |row, quote| {
            let cells = columns.into_iter().map(|column| cell(desk, column, row, quote));
            let cells = cells.collect_view();
            view! { {select(desk, place, row)} {name(desk, row)} {cells} }.into_any()
        })
    });
    made.unwrap_or_else(|| ().into_any())
}

fn select(desk: Desk, place: usize, row: &RowView<'_>) -> AnyView {
    let values =
        [("action", customer::SELECT.get().to_owned()), ("name", row_name(row).to_owned())];
    let label = t_with(customer::ACTION_ON, &values);
    view! {
        <div class="grid-select" role="gridcell">
            <input
                type="checkbox"
                tabindex="-1"
                aria-label=label
                prop:checked=live_flag(move || desk.is_selected(place))
                on:change=move |_| desk.toggle(place)
            />
        </div>
    }
    .into_any()
}

fn name(desk: Desk, row: &RowView<'_>) -> AnyView {
    let address = address_to(desk, row, Entry::Overview);
    let name = row_name(row).to_owned();
    grid_header(
        view! { <a class="two-lines" tabindex="-1" href=address title=name.clone()>{name.clone()}</a> }
            .into_any(),
    )
}

fn cell(desk: Desk, column: Column, row: &RowView<'_>, quote: &Quote) -> AnyView {
    let date = |date: Option<chrono::NaiveDate>| date.map(i18n::date).unwrap_or_default();
    let said = match column {
        Column::Customer => plain(desk.customer_name(row.customer)),
        Column::Product => plain(row.sku.to_owned()),
        Column::Type => {
            plain(row.resource_type.map(names::resource_type).unwrap_or_default().to_owned())
        }
        Column::Region => plain(names::region(row.region).to_owned()),
        Column::Quantity => {
            plain(row.quantity.map(|units| i18n::integer(units.into())).unwrap_or_default())
        }
        Column::Term => plain(words::term(row)),
        Column::Plan => {
            let plan = row.billing_plan.map(|plan| calculations::billing_plan(plan).get());
            plain(plan.unwrap_or_default().to_owned())
        }
        Column::Price => plain(words::price(row)),
        Column::Purchase => plain(date(row.purchase_date)),
        Column::Expiry => plain(date(row.expires_on)),
        Column::State => plain(words::state(row)),
        Column::Back => book::back(row, quote),
        Column::Owed => plain(book::owed(quote)),
    };
    grid_cell(column.is_number(), drawn(said))
}

fn plain(value: String) -> Said {
    Said { value, detail: String::new() }
}

/// A value and its detail in two lines, or one of them in both.
fn drawn(Said { value, detail }: Said) -> AnyView {
    match (value.is_empty(), detail.is_empty()) {
        (true, true) => view! {
            <span class="muted">
                <span aria-hidden="true">"–"</span>
                <span class="visually-hidden">{common::NOT_STATED.get()}</span>
            </span>
        }
        .into_any(),
        (false, true) => view! { <span class="two-lines">{value}</span> }.into_any(),
        (true, false) => {
            view! { <span class="detail two-lines" title=detail.clone()>{detail.clone()}</span> }
                .into_any()
        }
        (false, false) => view! {
            <span>{value}</span>
            <span class="detail" title=detail.clone()>{detail.clone()}</span>
        }
        .into_any(),
    }
}
