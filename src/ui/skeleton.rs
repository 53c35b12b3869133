//! What stands in the place of records that are on their way.

use crate::i18n::catalogue::common;
use crate::i18n::t;
use leptos::prelude::*;

/// Grey lines in the place of records that are on their way.
#[component]
pub fn Skeleton(
    /// How many lines.
    #[prop(default = 5)]
    lines: usize,
) -> impl IntoView {
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{t(common::LOADING)}</span>
            {(0..lines).map(|_| view! { <div class="skeleton-line" aria-hidden="true"></div> }).collect_view()}
        </div>
    }
    .into_any()
}
