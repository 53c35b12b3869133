//! Says aloud what a page without reload would otherwise only show.

use super::live::live_text;
use leptos::prelude::*;

/// Speaks to screen readers; in the context of the application.
#[derive(Clone, Copy, Debug)]
pub struct Announcer {
    text: RwSignal<String>,
    is_first: StoredValue<bool>,
}

impl Default for Announcer {
    fn default() -> Self {
        Self { text: RwSignal::default(), is_first: StoredValue::new(true) }
    }
}

impl Announcer {
    /// Has `text` read out when the screen reader has finished what it says.
    pub fn say(self, text: &str) {
        self.text.set(text.to_owned());
    }

    /// Whether this is the first page since the document was loaded. Then the browser itself has announced
    /// the page, and the focus belongs where the browser put it.
    pub(super) fn take_first(self) -> bool {
        self.is_first
            .try_update_value(|is_first| std::mem::replace(is_first, false))
            .unwrap_or(true)
    }
}

/// The region that screen readers listen to; once in the application, before everything that speaks.
#[component]
pub fn RouteAnnouncer() -> impl IntoView {
    let announcer = expect_context::<Announcer>();
    view! {
        <div class="visually-hidden" role="status" aria-live="polite" aria-atomic="true">
            {live_text(move || announcer.text.get())}
        </div>
    }
}
