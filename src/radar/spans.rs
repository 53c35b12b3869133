//! How near dates are, with what each span of time comes to; a press leaves those of one span.

use crate::customers::window_label;
use crate::i18n::calculations::money;
use crate::i18n::catalogue::radar as texts;
use crate::i18n::{Text, t, t_count, t_with};
use crate::platform::clock;
use crate::query::Query;
use crate::ui::{live_attr, live_text};
use leptos::prelude::*;
use std::sync::Arc;
use view_model::radar::{Entry, Span, Subtotal, parameter, subtotals};
use view_model::reservations::Window;

/// The spans of `entries`; `chosen` is the one that is shown. What they come to is only told once all have come.
pub(super) fn spans(
    query: Query,
    chosen: Memo<Option<Span>>,
    entries: Memo<Vec<Arc<Entry>>>,
    is_done: Memo<bool>,
) -> AnyView {
    let today = clock::today();
    let sums = Memo::new(move |_| is_done.get().then(|| entries.with(|all| subtotals(all, today))));
    let buttons = Span::ALL.into_iter().enumerate().map(|(place, span)| {
        let is_chosen = move || chosen.get() == Some(span);
        let choose = move |_| {
            let when = if chosen.get_untracked() == Some(span) { "" } else { span.key() };
            query.set(&[(parameter::WHEN, when)]);
        };
        let sum = move || sums.with(|sums| sums.and_then(|sums| sums.get(place).copied()));
        let dates = move || match sum() {
            Some(sum) => t_count(texts::DATES, sum.dates as u64, &[]),
            None => "…".to_owned(),
        };
        view! {
            <li>
                <button
                    type="button"
                    class="radar-span"
                    aria-pressed=live_attr(move || Some(if is_chosen() { "true" } else { "false" }))
                    on:click=choose
                >
                    <span class="radar-span-name">{t(label(span))}</span>
                    <span class="money">{live_text(move || sum().map(amount).unwrap_or_default())}</span>
                    <span class="detail">{live_text(dates)}</span>
                    <span class="detail">{live_text(move || sum().map(unknown).unwrap_or_default())}</span>
                </button>
            </li>
        }
    });
    view! {
        <div>
            <ul class="radar-spans" aria-label=t(texts::SPANS)>
                {buttons.collect_view()}
            </ul>
            <p class="hint">{t(texts::SPANS_HINT)}</p>
        </div>
    }
    .into_any()
}

const fn label(span: Span) -> Text {
    match span {
        Span::Week => texts::WITHIN_A_WEEK,
        Span::Month => window_label(Window::Days30),
        Span::Later => texts::LATER,
        Span::Already => texts::ALREADY,
    }
}

/// What is at stake, or that nothing of it is known in USD.
fn amount(sum: Subtotal) -> String {
    match (sum.usd, sum.unknown) {
        (Some(usd), _) => t_with(texts::ABOUT, &[("amount", money(usd))]),
        (None, 0) => texts::NO_MONEY.get().to_owned(),
        (None, _) => String::new(),
    }
}

/// How many reservations the amount lacks.
fn unknown(sum: Subtotal) -> String {
    let count = sum.unknown as u64;
    if count == 0 { String::new() } else { t_count(texts::UNKNOWN, count, &[]) }
}
