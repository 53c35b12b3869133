//! What the page tells: a state in one word, a message in its place, one about what has just happened, and what
//! stands in the place of records that are on their way.

use super::button::Button;
use super::icon::{Icon, Symbol};
use super::live::live_text;
use super::live::{Keyed, keyed};
use crate::i18n::catalogue::common;
use crate::i18n::t;
use crate::platform::timer;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use std::time::Duration;
use view_model::Tone;

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

/// A message that stays in its place on the page.
///
/// A danger interrupts a screen reader, everything else waits until it has finished.
#[component]
pub fn Notice(
    /// What kind of message it is.
    #[prop(optional)]
    tone: Tone,
    /// The message in one sentence.
    #[prop(into)]
    title: TextProp,
    /// Tries again what failed; brings the button.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
    /// What else there is to say.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let kind = match tone {
        Tone::Neutral | Tone::Info => common::INFORMATION,
        Tone::Success => common::SUCCESS,
        Tone::Warning => common::WARNING,
        Tone::Danger => common::ERROR,
    };
    let role = if tone == Tone::Danger { "alert" } else { "status" };
    view! {
        <div class=format!("notice {}", tone.class()) role=role>
            <Icon symbol=Symbol::of_tone(tone) />
            <div class="notice-words">
                <p class="notice-title">
                    <span class="visually-hidden">{t(kind)} ": "</span>
                    {live_text(move || title.get())}
                </p>
                {children.map(|children| view! { <div class="notice-more">{children()}</div> })}
                {on_retry
                    .map(|retry| {
                        view! {
                            <div class="notice-actions">
                                <Button on_click=Callback::new(move |_| retry.run(()))>
                                    {t(common::RETRY)}
                                </Button>
                            </div>
                        }
                    })}
            </div>
        </div>
    }
    .into_any()
}

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
            <Icon symbol=Symbol::of_tone(toast.tone) />
            <span class="toast-words">{toast.words}</span>
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
