//! A link into Microsoft's documentation.

use crate::i18n::catalogue::common;
use crate::i18n::t;
use crate::learn;
use crate::ui::{Icon, Symbol, live_attr};
use leptos::prelude::*;

/// A link to an article in the reader's language; it opens beside the application.
#[component]
pub fn Article(
    /// Where it is on `learn.microsoft.com`, without the locale.
    path: &'static str,
    /// Its title.
    children: Children,
) -> impl IntoView {
    view! {
        <a class="article" href=live_attr(move || Some(learn::url(path))) target="_blank" rel="noopener noreferrer">
            {children()}
            <Icon symbol=Symbol::External />
            <span class="visually-hidden">" (" {t(common::OPENS_NEW_TAB)} ")"</span>
        </a>
    }
    .into_any()
}
