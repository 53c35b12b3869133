//! Puts a text on the clipboard and says so.

use super::Tone;
use super::button::{Button, ButtonKind};
use super::icon::{Icon, Symbol};
use super::live::{live, live_text};
use super::toast::use_toasts;
use crate::i18n::catalogue::common;
use crate::i18n::t_with;
use crate::platform::{clipboard, timer};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::text_prop::TextProp;
use std::time::Duration;

/// How long the button shows that it has copied.
const CONFIRMATION: Duration = Duration::from_secs(2);

/// Puts a text on the clipboard and says so.
#[component]
pub fn CopyButton(
    /// What is copied, for the name of the button: "Copy {what}".
    #[prop(into)]
    what: TextProp,
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// Whether the button shows its name beside the symbol.
    #[prop(optional)]
    has_words: bool,
    /// Why there is nothing to copy now; `None` when there is.
    #[prop(optional, into)]
    disabled_reason: MaybeProp<String>,
) -> impl IntoView {
    let is_copied = RwSignal::new(false);
    let toasts = use_toasts();
    let click = Callback::new(move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            if clipboard::copy(&text).await {
                is_copied.try_set(true);
                toasts.show(Tone::Success, untrack(|| common::COPIED.get()));
                timer::after(CONFIRMATION, move || {
                    is_copied.try_set(false);
                });
            } else {
                toasts.show(Tone::Danger, untrack(|| common::COPY_REFUSED.get()));
            }
        });
    });
    let name = move || t_with(common::COPY_WHAT, &[("what", what.get().to_string())]);
    let shown = name.clone();
    let kind = if has_words { ButtonKind::Secondary } else { ButtonKind::Quiet };
    view! {
        <Button kind on_click=click name disabled_reason>
            {live(move || {
                let symbol = if is_copied.get() { Symbol::Check } else { Symbol::Copy };
                view! { <Icon symbol /> }.into_any()
            })}
            {has_words.then(|| live_text(shown))}
        </Button>
    }
    .into_any()
}
