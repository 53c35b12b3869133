//! Names and values of one thing: amounts, dates, how much of something is used.

use super::live::{live_attr, live_text};
use super::overlay::explained;
use crate::i18n;
use crate::i18n::catalogue::common;
use crate::i18n::t;
use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use view_model::Tone;

/// Names and values of one thing; holds [`Property`] items.
#[component]
pub fn PropertyList(
    /// The properties.
    children: Children,
) -> impl IntoView {
    view! { <dl class="properties">{children()}</dl> }.into_any()
}

/// One property: its name, its value, and what else belongs to it.
#[component]
pub fn Property(
    /// What it is called.
    #[prop(into)]
    name: TextProp,
    /// How the value comes about, said when the name is hovered or focused.
    #[prop(optional, into)]
    explanation: Option<TextProp>,
    /// The value; without children, "not stated" stands in its place.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let value = match children {
        Some(children) => children().into_any(),
        None => view! { <span class="muted">{t(common::NOT_STATED)}</span> }.into_any(),
    };
    let name = live_text(move || name.get());
    let name = match explanation {
        Some(explanation) => explained(name, explanation),
        None => name,
    };
    view! {
        <div class="property">
            <dt>{name}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

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

/// How much of something is used, as a bar with words.
///
/// The bar is drawn by SVG attributes, since the content security policy allows no inline styles.
#[component]
pub fn Meter(
    /// What is measured.
    #[prop(into)]
    name: TextProp,
    /// The share that is used, in thousandths, 0 to 1000.
    #[prop(into)]
    permille: Signal<u16>,
    /// The same in words; also shown beside the bar.
    #[prop(into)]
    words: TextProp,
    /// What the colour says beside the words.
    #[prop(optional, into)]
    tone: Signal<Tone>,
) -> impl IntoView {
    let filled = move || live_attr(move || Some(permille.get().min(1000).to_string()));
    let spoken = words.clone();
    view! {
        <div class=live_attr(move || Some(format!("meter {}", tone.get().class())))>
            <div
                class="meter-bar"
                role="meter"
                aria-label=live_attr(move || Some(name.get()))
                aria-valuemin="0"
                aria-valuemax="1000"
                aria-valuenow=filled()
                aria-valuetext=live_attr(move || Some(spoken.get()))
            >
                <svg viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <rect class="meter-track" width="1000" height="8"></rect>
                    <rect class="meter-fill" width=filled() height="8"></rect>
                </svg>
            </div>
            <span class="meter-words">{live_text(move || words.get())}</span>
        </div>
    }
    .into_any()
}
