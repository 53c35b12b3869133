//! Values of a row: an expiration date with the time that is left, how much of the limit is used, and what stands
//! where the record holds nothing.

use crate::i18n::catalogue::{common, customers as words};
use crate::i18n::{self, t, t_with};
use crate::platform::clock;
use crate::quote::book::Said;
use crate::reservation::days_left_in_words;
use crate::ui::{DateText, Meter, live_text};
use chrono::NaiveDate;
use leptos::prelude::*;
use view_model::CustomerSummary;
use view_model::Tone;
use view_model::customers::limit_permille;
use view_model::record::days_left;

/// A dash that reads "not stated".
pub(super) fn missing() -> AnyView {
    view! {
        <span class="muted" aria-hidden="true">"–"</span>
        <span class="visually-hidden">{t(common::NOT_STATED)}</span>
    }
    .into_any()
}

/// `value` as `show` draws it, or what stands for nothing.
pub(super) fn or_missing<T>(value: Option<T>, show: impl FnOnce(T) -> AnyView) -> AnyView {
    value.map_or_else(missing, show)
}

/// Words that may be empty, in two lines at most.
pub(super) fn text(words: String) -> AnyView {
    two_lines(Said { value: words, detail: String::new() })
}

/// A value with its detail in a line each, or the one that there is in two. What is longer is in the tip.
pub(super) fn two_lines(Said { value, detail }: Said) -> AnyView {
    match (value.is_empty(), detail.is_empty()) {
        (true, true) => missing(),
        (false, true) => {
            view! { <span class="two-lines" title=value.clone()>{value.clone()}</span> }.into_any()
        }
        (true, false) => {
            view! { <span class="two-lines detail" title=detail.clone()>{detail.clone()}</span> }
                .into_any()
        }
        (false, false) => view! {
            <span class="one-line" title=value.clone()>{value.clone()}</span>
            <span class="one-line detail" title=detail.clone()>{detail.clone()}</span>
        }
        .into_any(),
    }
}

/// An expiration date with the time that is left.
#[component]
pub(super) fn ExpiryText(
    /// The first UTC day without the reservation.
    date: NaiveDate,
    /// Whether the time that is left still says something: not after an early end.
    #[prop(default = true)]
    runs: bool,
) -> impl IntoView {
    let left = days_left(date, clock::today());
    let class = if left.is_soon() { "days-left soon" } else { "days-left" };
    let words = move || days_left_in_words(left);
    view! {
        <span class="expiry">
            <DateText date=date />
            {runs.then(|| view! { <span class=class>{live_text(words)}</span> })}
        </span>
    }
    .into_any()
}

/// From here on, in thousandths, the limit is pointed out.
const NEARLY_USED: u16 = 900;

/// How much of a customer's yearly limit is used, in USD as the service counts it.
#[component]
pub(super) fn LimitMeter(
    /// The customer.
    customer: CustomerSummary,
) -> impl IntoView {
    let Some(used) = customer.limit_used_usd else {
        return view! { <span class="hint">{t(words::LIMIT_NOT_KNOWN)}</span> }.into_any();
    };
    let permille = limit_permille(used, &customer);
    let tone = match permille {
        1000.. => Tone::Danger,
        NEARLY_USED.. => Tone::Warning,
        _ => Tone::Neutral,
    };
    let used = used.to_string();
    let limit = customer.limit_usd.to_string();
    let amounts = move || {
        let values = [("used", i18n::money(&used, "USD")), ("limit", i18n::money(&limit, "USD"))];
        t_with(words::USED_OF_LIMIT, &values)
    };
    view! { <Meter name=words::LIMIT_USED permille=permille words=amounts tone=tone /> }.into_any()
}
