//! The way from the top of the application to this page.

use super::live::live_text;
use crate::i18n::catalogue::common;
use crate::i18n::t;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// One step of the way.
#[derive(Clone, Debug)]
pub struct Crumb {
    label: TextProp,
    address: Option<String>,
}

impl Crumb {
    /// A page above this one.
    pub fn link(label: impl Into<TextProp>, address: String) -> Self {
        Self { label: label.into(), address: Some(address) }
    }

    /// This page.
    pub fn here(label: impl Into<TextProp>) -> Self {
        Self { label: label.into(), address: None }
    }
}

/// The way from the top of the application to this page.
#[component]
pub fn Breadcrumbs(
    /// From the top to this page.
    crumbs: Vec<Crumb>,
) -> impl IntoView {
    view! {
        <nav class="breadcrumbs" aria-label=t(common::BREADCRUMBS)>
            <ol>
                {crumbs
                    .into_iter()
                    .map(|Crumb { label, address }| match address {
                        Some(address) => view! {
                            <li><a href=address>{live_text(move || label.get())}</a></li>
                        }
                        .into_any(),
                        None => view! {
                            <li><span aria-current="page">{live_text(move || label.get())}</span></li>
                        }
                        .into_any(),
                    })
                    .collect_view()}
            </ol>
        </nav>
    }
    .into_any()
}
