//! Names and values of one thing.

use super::live::live_text;
use crate::i18n::catalogue::common;
use crate::i18n::t;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

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
    /// The value; without children, "not stated" stands in its place.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let value = match children {
        Some(children) => children().into_any(),
        None => view! { <span class="muted">{t(common::NOT_STATED)}</span> }.into_any(),
    };
    view! {
        <div class="property">
            <dt>{live_text(move || name.get())}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}
