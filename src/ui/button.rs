//! Buttons and links that look like buttons, and the one that copies.
//!
//! A control that is not available stays visible and keeps its place in the order of the keyboard, because
//! a person has to reach it to learn the reason. So it is `aria-disabled` rather than `disabled`.

use super::icon::{Icon, Symbol};
use super::live::unique;
use super::live::{live, live_attr, live_text};
use super::message::use_toasts;
use super::overlay::tip;
use crate::i18n::catalogue::common;
use crate::i18n::t_with;
use crate::platform::{clipboard, timer};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::text_prop::TextProp;
use std::time::Duration;
use view_model::Tone;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// One of several things to do.
    #[default]
    Secondary,
    /// The one thing that the page is for.
    Primary,
    /// Something that cannot be undone.
    Danger,
    /// Something by the way, without a frame.
    Quiet,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Secondary => "button",
            Self::Primary => "button primary",
            Self::Danger => "button danger",
            Self::Quiet => "button quiet",
        }
    }
}

/// A button.
#[component]
pub fn Button(
    /// What is done.
    on_click: Callback<MouseEvent>,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// Why it cannot be done now; `None` when it can.
    #[prop(optional, into)]
    disabled_reason: MaybeProp<String>,
    /// A name for screen readers where the words on the button are not enough.
    #[prop(optional, into)]
    name: Option<TextProp>,
    /// The words on the button.
    children: Children,
) -> impl IntoView {
    let reason_id = unique("reason");
    let described_by = reason_id.clone();
    let is_disabled = move || disabled_reason.with(Option::is_some);
    let click = move |event: MouseEvent| {
        if disabled_reason.get_untracked().is_some() {
            event.prevent_default();
        } else {
            on_click.run(event);
        }
    };
    view! {
        <span class="tip-anchor">
            <button
                type="button"
                class=kind.class()
                aria-label=name.map(|name| move || name.get())
                aria-disabled=live_attr(move || is_disabled().then_some("true"))
                aria-describedby=live_attr(move || is_disabled().then(|| described_by.clone()))
                on:click=click
            >
                {children()}
            </button>
            {reason_tip(reason_id, disabled_reason)}
        </span>
    }
    .into_any()
}

/// A link to another page that looks like a button.
#[component]
pub fn LinkButton(
    /// Where it leads.
    #[prop(into)]
    address: Signal<String>,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// Why the page cannot be opened now; `None` when it can.
    #[prop(optional, into)]
    disabled_reason: MaybeProp<String>,
    /// A name for screen readers where the words on the link are not enough.
    #[prop(optional, into)]
    name: Option<TextProp>,
    /// The words on the link.
    children: Children,
) -> impl IntoView {
    let reason_id = unique("reason");
    let described_by = reason_id.clone();
    let is_disabled = move || disabled_reason.with(Option::is_some);
    view! {
        <span class="tip-anchor">
            // Without an address a link is not one; the role and the tab stop say that it would be.
            <a
                class=kind.class()
                href=live_attr(move || (!is_disabled()).then(|| address.get()))
                role=live_attr(move || is_disabled().then_some("link"))
                tabindex=live_attr(move || is_disabled().then_some("0"))
                aria-label=name.map(|name| move || name.get())
                aria-disabled=live_attr(move || is_disabled().then_some("true"))
                aria-describedby=live_attr(move || is_disabled().then(|| described_by.clone()))
            >
                {children()}
            </a>
            {reason_tip(reason_id, disabled_reason)}
        </span>
    }
    .into_any()
}

/// The reason beside a control that is not available.
fn reason_tip(id: String, reason: MaybeProp<String>) -> AnyView {
    live(move || reason.get().map(|reason| tip(id.clone(), reason.into())).into_any())
}

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
