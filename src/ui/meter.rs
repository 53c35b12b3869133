//! How much of something is used.

use super::{Tone, live_attr, live_text};
use leptos::prelude::*;
use leptos::text_prop::TextProp;

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
