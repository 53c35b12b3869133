//! What charts with a day on their axis have in common.

use super::live::{live, live_text};
use leptos::prelude::*;
use std::sync::Arc;

/// What is known of the place under the pointer, beside it; the drawing is `last` places wide, and `words` says it of
/// one.
pub fn pointed_out(
    pointed: RwSignal<Option<usize>>,
    last: usize,
    words: impl Fn(usize) -> String + Send + Sync + 'static,
) -> AnyView {
    let words = Arc::new(words);
    live(move || match pointed.get() {
        None => ().into_any(),
        Some(place) => {
            let side = if place * 2 > last { "pointed before" } else { "pointed" };
            let words = Arc::clone(&words);
            view! {
                <p
                    class=side
                    aria-hidden="true"
                    style:inset-inline-start=format!("{}%", 100 * place / last.max(1))
                >
                    {live_text(move || words(place))}
                </p>
            }
            .into_any()
        }
    })
}
