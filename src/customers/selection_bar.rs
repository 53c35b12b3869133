//! What stands above the rows: how many are selected, and what can be done with them.

use super::list_controls::{focus_shown_count, integer};
use super::row_view::{RowContext, Rows};
use super::selection::{Selection, obstacle_in_words};
use crate::export::{Take, export_menu};
use crate::i18n::catalogue::{customer, plan as plan_words};
use crate::i18n::{t, t_count};
use crate::paths;
use crate::ui::{Button, ButtonKind, LinkButton, live, live_attr, live_flag, live_text};
use leptos::prelude::*;
use std::sync::Arc;
use view_model::reservations::{Ids, Obstacle, ReservationRow, several_currencies};

/// How many are selected of all `rows`, and what can be done with them.
pub(super) fn selection_bar(rows: Rows, shown: Rows, context: RowContext) -> AnyView {
    let selection = context.selection;
    let chosen = Memo::new(move |_| rows.with(|rows| selection.of(rows)));
    let count = move || {
        let (chosen, hidden) = chosen.with(|chosen| {
            let is_hidden = |row: &&Arc<_>| !shown.with(|shown| shown.contains(row));
            (chosen.len(), chosen.iter().filter(is_hidden).count())
        });
        let text = if hidden == 0 { customer::SELECTED } else { customer::SELECTED_HIDDEN };
        t_count(text, chosen as u64, &[("hidden", integer(hidden))])
    };
    let exchange =
        Signal::derive(move || chosen.with(|rows| address(rows, context, paths::exchange)));
    let compare =
        Signal::derive(move || chosen.with(|rows| address(rows, context, paths::comparison)));
    let plan = Signal::derive(move || chosen.with(|rows| address(rows, context, paths::plan)));
    let no_plan = MaybeProp::derive(move || {
        let is_empty = chosen.with(Vec::is_empty);
        is_empty.then(|| obstacle_in_words(&Obstacle::NothingSelected))
    });
    let no_exchange = MaybeProp::derive(move || {
        chosen.with(|rows| match rows.is_empty() {
            true => Some(obstacle_in_words(&Obstacle::NothingSelected)),
            false => context.no_exchange(rows),
        })
    });
    let no_comparison = MaybeProp::derive(move || {
        let obstacle = chosen.with(|rows| match rows.is_empty() {
            true => Some(Obstacle::NothingSelected),
            false => several_currencies(&selection.currencies(rows)),
        });
        obstacle.as_ref().map(obstacle_in_words)
    });
    let is_empty = Memo::new(move |_| chosen.with(Vec::is_empty));
    // What is selected, or else everything that is shown.
    let take: Take = Arc::new(move || {
        let selected = chosen.with(|rows| ids(rows));
        let taken = if selected.is_empty() { shown.with(|rows| ids(rows)) } else { selected };
        context.today.luggage(&taken)
    });
    let clear = Callback::new(move |_| {
        let all = chosen.with_untracked(|rows| ids(rows));
        selection.set(all, false);
        // The button is gone now, and the keyboard was on it.
        focus_shown_count();
    });
    view! {
        <div
            class=live_attr(move || Some(if is_empty.get() { "selection" } else { "selection stays" }))
            role="group"
            aria-label=live_attr(move || Some(customer::SELECTION.get()))
        >
            <span class="selection-count" role="status">{live_text(count)}</span>
            <LinkButton address=exchange disabled_reason=no_exchange>
                {t(customer::EXCHANGE_SELECTED)}
            </LinkButton>
            <LinkButton address=compare disabled_reason=no_comparison>
                {t(customer::COMPARE_SELECTED)}
            </LinkButton>
            <LinkButton address=plan disabled_reason=no_plan>
                {t(plan_words::PLAN_SELECTED)}
            </LinkButton>
            {export_menu(take)}
            {live(move || {
                if is_empty.get() {
                    return ().into_any();
                }
                view! {
                    <Button kind=ButtonKind::Quiet on_click=clear>{t(customer::CLEAR_SELECTION)}</Button>
                }
                .into_any()
            })}
        </div>
    }
    .into_any()
}

/// The check box above all check boxes: it shows and changes the rows that the filters leave.
pub(super) fn select_all(selection: Selection, shown: Rows) -> AnyView {
    // How many can be selected, and how many are.
    let counts = Memo::new(move |_| {
        let all = shown.with(|rows| ids(rows));
        (all.len(), all.iter().filter(|ids| selection.has(ids)).count())
    });
    let is_mixed = move || {
        let (all, selected) = counts.get();
        0 < selected && selected < all
    };
    let is_all = move || {
        let (all, selected) = counts.get();
        0 < all && selected == all
    };
    let change = move |event| {
        let is_selected = event_target_checked(&event);
        selection.set(shown.with_untracked(|rows| ids(rows)), is_selected);
    };
    view! {
        <input
            type="checkbox"
            aria-label=live_attr(move || Some(customer::SELECT_ALL.get()))
            prop:checked=live_flag(is_all)
            prop:indeterminate=live_flag(is_mixed)
            on:change=change
        />
    }
    .into_any()
}

fn ids(rows: &[Arc<ReservationRow>]) -> Vec<Ids> {
    rows.iter().filter_map(|row| row.ids.clone()).collect()
}

fn address(
    rows: &[Arc<ReservationRow>],
    context: RowContext,
    to: fn(&[view_model::address::ReservationRef]) -> String,
) -> String {
    to(&context.references(rows))
}
