//! Amounts and dates in the reader's language.

use super::live::{live_attr, live_text};
use crate::i18n;
use chrono::NaiveDate;
use leptos::prelude::*;

/// An amount in the reader's language, exact, with digits of equal width.
#[component]
pub fn MoneyText(
    /// The amount in plain decimal notation ("1234.50"), with all its fraction digits.
    #[prop(into)]
    amount: Signal<String>,
    /// The ISO 4217 code of its currency.
    #[prop(into)]
    currency: Signal<String>,
) -> impl IntoView {
    view! {
        <data class="money" value=live_attr(move || Some(amount.get()))>
            {live_text(move || amount.with(|amount| currency.with(|currency| i18n::money(amount, currency))))}
        </data>
    }
    .into_any()
}

/// A calendar date in the reader's language.
#[component]
pub fn DateText(
    /// The date, in UTC as all of them.
    #[prop(into)]
    date: Signal<NaiveDate>,
) -> impl IntoView {
    view! {
        <time class="date" datetime=live_attr(move || Some(date.get().to_string()))>
            {live_text(move || i18n::date(date.get()))}
        </time>
    }
    .into_any()
}
