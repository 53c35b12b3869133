//! A customer's reservations as a table.

use super::list_controls::integer;
use super::list_controls::{Drawn, use_drawn};
use super::row_view::{RowContext, Rows, row_view};
use super::selection::Selection;
use super::selection_bar::{select_all, selection_bar};
use crate::i18n::calculations;
use crate::i18n::catalogue::{
    customer, customers as words, portfolio, reservation as record_words,
};
use crate::i18n::t_with;
use crate::platform::focus;
use crate::query::use_query;
use crate::shell::use_policy;
use crate::ui::{Button, Column, Keyed, Table, keyed, live, live_text};
use leptos::prelude::*;
use std::sync::Arc;
use view_model::address::parameter;
use view_model::listing::Sort;
use view_model::quote::Number;
use view_model::reservations::{ReservationRow, ReservationView, column, written};

/// Where the keyboard goes when the last rows are drawn and the button for more disappears.
const END: &str = "reservations-end";

/// The rows in their order.
#[component]
pub(super) fn ReservationTable(
    /// All rows.
    rows: Rows,
    /// The rows that the choice leaves.
    shown: Rows,
    /// The choice.
    view: Memo<ReservationView>,
    /// What all rows share.
    context: RowContext,
) -> impl IntoView {
    let query = use_query();
    let drawn = use_drawn();
    let rows_drawn = Memo::new(move |_| {
        shown.with(|rows| rows.iter().take(drawn.max()).cloned().collect::<Vec<_>>())
    });
    let sort = Signal::derive(move || view.with(|view| view.sort.clone()));
    let on_sort = Callback::new(move |sort: Sort| query.set(&[(parameter::SORT, &written(&sort))]));
    let columns = columns(context.selection, shown);
    let keyed_row = move |row: Arc<ReservationRow>| {
        Keyed::new(Arc::clone(&row), move || row_view(&row, context))
    };
    view! {
        {selection_bar(rows, shown, context)}
        <Table caption=customer::RESERVATIONS columns sort=sort on_sort>
            {keyed(move || rows_drawn.get().into_iter().map(keyed_row).collect())}
        </Table>
        <More shown drawn />
    }
    .into_any()
}

fn columns(selection: Selection, shown: Rows) -> Vec<Column> {
    let policy = use_policy();
    let behind = move |number| move || calculations::behind(number, policy.get());
    vec![
        Column::control(move || select_all(selection, shown)),
        Column::new(words::NAME).sortable(column::NAME),
        Column::new(customer::STATUS).sortable(column::STATUS),
        Column::new(portfolio::BACK).number().explained(behind(Number::ComesBack)),
        Column::new(portfolio::OWED).number().explained(behind(Number::NoLongerOwed)),
        Column::new(record_words::EXPIRATION_DATE).sortable(column::EXPIRY),
        Column::new(record_words::PURCHASE_DATE).sortable(column::PURCHASE),
        Column::new(record_words::TERM).sortable(column::TERM),
        Column::new(record_words::SCOPE).sortable(column::SCOPE),
        Column::new(customer::TYPE).sortable(column::TYPE),
        Column::new(customer::PRODUCT_NAME).sortable(column::PRODUCT),
        Column::new(record_words::REGION).sortable(column::REGION),
        Column::new(record_words::QUANTITY).sortable(column::QUANTITY).number(),
        Column::new(customer::UTILIZATION_7_DAYS).sortable(column::WEEK).number(),
        Column::new(customer::UTILIZATION_30_DAYS).sortable(column::MONTH).number(),
        Column::new(customer::ACTIONS),
    ]
}

/// Draws more rows, as long as there are some.
#[component]
fn More(shown: Rows, drawn: Drawn) -> impl IntoView {
    let next = Memo::new(move |_| drawn.next_of(shown.with(Vec::len)));
    let has_more = Memo::new(move |_| next.get() > 0);
    let draw_more = Callback::new(move |_| {
        drawn.more();
        if !has_more.get_untracked() {
            focus::by_id(END);
        }
    });
    let label = move || t_with(customer::SHOW_MORE, &[("count", integer(next.get()))]);
    let button = move || view! { <Button on_click=draw_more>{live_text(label)}</Button> };
    view! {
        <div class="more" id=END tabindex="-1">
            {live(move || has_more.get().then(button).into_any())}
        </div>
    }
    .into_any()
}
