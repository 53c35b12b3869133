//! Short messages about something that has just happened.

use super::Tone;
use super::icon::{Icon, Symbol};
use super::keyed::{Keyed, keyed};
use crate::i18n::catalogue::common;
use crate::i18n::t;
use crate::platform::timer;
use leptos::prelude::*;
use std::time::Duration;

/// How long a message stays. A danger stays until it is closed.
const LIFETIME: Duration = Duration::from_secs(6);

/// Messages on screen at the same time; the oldest makes room.
const TOASTS_MAX: usize = 4;

#[derive(Clone, Debug)]
struct Toast {
    id: u32,
    tone: Tone,
    words: String,
}

/// The messages on screen; in the context of the application.
#[derive(Clone, Copy, Debug, Default)]
pub struct Toasts {
    shown: RwSignal<Vec<Toast>>,
    last_id: StoredValue<u32>,
}

impl Toasts {
    /// Shows `words`; may be called from event handlers and after a wait.
    pub fn show(self, tone: Tone, words: impl Into<String>) {
        let Some(last) = self.last_id.try_get_value() else { return };
        let id = last.wrapping_add(1);
        self.last_id.set_value(id);
        let toast = Toast { id, tone, words: words.into() };
        self.shown.update(|shown| {
            if shown.len() >= TOASTS_MAX {
                shown.remove(0);
            }
            shown.push(toast);
        });
        if tone != Tone::Danger {
            timer::after(LIFETIME, move || self.close(id));
        }
    }

    fn close(self, id: u32) {
        self.shown.try_update(|shown| shown.retain(|toast| toast.id != id));
    }
}

/// The way to show a message; call it while a component is made. Where there is no [`ToastRegion`] to show
/// it, such as in a test of one component, the message goes nowhere.
#[must_use]
pub fn use_toasts() -> Toasts {
    use_context::<Toasts>().unwrap_or_default()
}

/// Where the messages appear; once in the application.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let toasts = use_toasts();
    let shown = move || toasts.shown.get().into_iter();
    let keyed_toast = move |toast: Toast| Keyed::new(toast.id, move || message(toast, toasts));
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {keyed(move || shown().map(keyed_toast).collect())}
        </div>
    }
    .into_any()
}

fn message(toast: Toast, toasts: Toasts) -> AnyView {
    view! {
        <div class=format!("toast {}", toast.tone.class())>
            <span>{toast.words}</span>
            <button
                type="button"
                class="button quiet"
                aria-label=t(common::CLOSE)
                on:click=move |_| toasts.close(toast.id)
            >
                <Icon symbol=Symbol::Cross />
            </button>
        </div>
    }
    .into_any()
}
