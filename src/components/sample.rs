//! The frame around each sample.

use leptos::prelude::*;

/// A component under its name, in all of its states.
pub(super) fn shown(name: &'static str, states: AnyView) -> AnyView {
    view! {
        <section class="card stack">
            <h2><code>{name}</code></h2>
            {states}
        </section>
    }
    .into_any()
}
