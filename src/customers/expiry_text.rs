//! An expiration date with the time that is left.

use crate::platform::clock;
use crate::reservation::days_left_in_words;
use crate::reservation::facts::days_left::{DaysLeft, days_left};
use crate::ui::{DateText, live_text};
use chrono::NaiveDate;
use leptos::prelude::*;

/// Reservations that end within this many days are pointed out, as the portal does with "Expiring soon".
const SOON_DAYS_MAX: u64 = 30;

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
    let is_soon = match left {
        DaysLeft::Days(days) => days <= SOON_DAYS_MAX,
        DaysLeft::LastDay => true,
        DaysLeft::EndedToday | DaysLeft::Ended(_) => false,
    };
    let class = if is_soon { "days-left soon" } else { "days-left" };
    let words = move || days_left_in_words(left);
    view! {
        <span class="expiry">
            <DateText date=date />
            {runs.then(|| view! { <span class=class>{live_text(words)}</span> })}
        </span>
    }
    .into_any()
}
