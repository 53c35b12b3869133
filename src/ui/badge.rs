//! A state in one word.

use super::Tone;
use leptos::prelude::*;

/// A state in one word.
#[component]
pub fn Badge(
    /// What the colour says beside the word.
    #[prop(optional)]
    tone: Tone,
    /// The word.
    children: Children,
) -> impl IntoView {
    view! { <span class=format!("badge {}", tone.class())>{children()}</span> }.into_any()
}
