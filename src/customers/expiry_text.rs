//! An expiration date with the time that is left.

use crate::platform::clock;
use crate::reservation::days_left_in_words;
use crate::ui::{DateText, live_text};
use chrono::NaiveDate;
use leptos::prelude::*;
use view_model::record::days_left;

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
