//! Details that are there when somebody wants them.

use super::live::live_text;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// Details that are there when somebody wants them; the browser's own control.
#[component]
pub fn Disclosure(
    /// What is behind it.
    #[prop(into)]
    summary: TextProp,
    /// Whether the details are open at first.
    #[prop(optional)]
    is_open: bool,
    /// The details.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=is_open>
            <summary>{live_text(move || summary.get())}</summary>
            <div class="disclosure-body">{children()}</div>
        </details>
    }
    .into_any()
}
