//! Several reservations at once: what is selected, and what can be done with it.

use super::desk::Desk;
use super::together::HEADING;
use crate::customers::integer;
use crate::export::{Take, export_menu};
use crate::i18n::catalogue::{customer, portfolio as texts};
use crate::i18n::{t, t_count, t_with};
use crate::paths;
use crate::platform::{focus, timer};
use crate::ui::{Button, ButtonKind, LinkButton, live, live_attr, live_text};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;
use view_model::ReservationRef;

/// What a comparison takes.
const COMPARED_MAX: usize = 20;

/// How many are selected, and what can be done with them. Nothing while none is.
pub(super) fn selection_bar(desk: Desk) -> AnyView {
    let count = Memo::new(move |_| desk.selected.with(|selected| selected.len()));
    let is_any = Memo::new(move |_| count.get() > 0);
    live(move || match is_any.get() {
        true => untrack(|| bar(desk, count)),
        false => ().into_any(),
    })
}

fn bar(desk: Desk, count: Memo<usize>) -> AnyView {
    let words = move || {
        let hidden = desk.hidden_selected();
        let text = if hidden == 0 { customer::SELECTED } else { customer::SELECTED_HIDDEN };
        t_count(text, count.get() as u64, &[("hidden", integer(hidden))])
    };
    let refund = Callback::new(move |_| {
        desk.requested.set(Some(Arc::new(desk.selected_rows())));
        timer::after(Duration::ZERO, || focus::by_id(HEADING));
    });
    let compared = Memo::new(move |_| comparison(desk));
    let compare = Signal::derive(move || compared.get().unwrap_or_default());
    let no_comparison = MaybeProp::derive(move || {
        compared
            .with(Option::is_none)
            .then(|| t_with(texts::NO_COMPARISON, &[("most", integer(COMPARED_MAX))]))
    });
    let take: Take = Arc::new(move || Some(desk.luggage(Arc::new(desk.selected_rows()))));
    let clear = Callback::new(move |_| {
        desk.selected.update(|selected| selected.clear());
        desk.requested.set(None);
    });
    view! {
        <div
            class="selection portfolio-selection"
            role="group"
            aria-label=live_attr(move || Some(customer::SELECTION.get()))
        >
            <span class="selection-count" role="status">{live_text(words)}</span>
            <Button kind=ButtonKind::Primary on_click=refund>{t(texts::REFUND_SELECTED)}</Button>
            <LinkButton address=compare disabled_reason=no_comparison>
                {t(customer::COMPARE_SELECTED)}
            </LinkButton>
            {export_menu(take)}
            <Button kind=ButtonKind::Quiet on_click=clear>{t(customer::CLEAR_SELECTION)}</Button>
        </div>
    }
    .into_any()
}

/// The comparison of what is selected; `None` unless it is a few records of one customer.
fn comparison(desk: Desk) -> Option<String> {
    if desk.selected.with(|selected| selected.len()) > COMPARED_MAX {
        return None;
    }
    let book = desk.book.get();
    let rows = desk.selected.with(|selected| selected.iter().copied().collect::<Vec<_>>());
    let of: Option<Vec<ReservationRef>> =
        rows.iter().map(|row| desk.reference(&book.portfolio.row(*row))).collect();
    let of = of.filter(|of| of.iter().all(|one| one.customer == of[0].customer))?;
    (!of.is_empty()).then(|| paths::comparison(&of))
}
