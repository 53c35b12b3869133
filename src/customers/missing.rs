//! What stands in a cell where the record holds nothing.

use crate::i18n::catalogue::common;
use crate::i18n::t;
use leptos::prelude::*;

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

/// Words that may be empty.
pub(super) fn text(words: String) -> AnyView {
    if words.is_empty() { missing() } else { words.into_any() }
}
