//! A message that stays in its place on the page.

use super::Tone;
use super::button::Button;
use super::icon::{Icon, Symbol};
use super::live::live_text;
use crate::i18n::catalogue::common;
use crate::i18n::t;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

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
    let (symbol, kind) = match tone {
        Tone::Neutral | Tone::Info => (Symbol::Info, common::INFORMATION),
        Tone::Success => (Symbol::Check, common::SUCCESS),
        Tone::Warning => (Symbol::Warning, common::WARNING),
        Tone::Danger => (Symbol::Warning, common::ERROR),
    };
    let role = if tone == Tone::Danger { "alert" } else { "status" };
    view! {
        <div class=format!("notice {}", tone.class()) role=role>
            <Icon symbol />
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
