//! What opens: a question, details, a panel behind a button, a few words beside a control.

use super::live::{late, live_attr, live_text, unique};
use crate::platform::{dialog, effect::effect, tips};
use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// A modal dialog: the browser keeps the focus inside, closes it on Escape and gives the focus back.
#[component]
pub fn Dialog(
    /// Whether it is open; the dialog sets it to `false` when the person closes it.
    is_open: RwSignal<bool>,
    /// What it asks.
    #[prop(into)]
    title: TextProp,
    /// The buttons, the safe one first: it gets the focus.
    #[prop(into)]
    actions: ViewFn,
    /// What there is to know before answering.
    children: Children,
) -> impl IntoView {
    let element = NodeRef::<leptos::html::Dialog>::new();
    let title_id = unique("dialog");
    let labelled_by = title_id.clone();
    effect(move || {
        let is_open = is_open.get();
        let Some(element) = element.get() else { return };
        if is_open {
            dialog::open(&element);
        } else {
            dialog::close(&element);
        }
    });
    let content = move || {
        view! {
            <h2 id=title_id>{live_text(move || title.get())}</h2>
            <div class="dialog-body">{children()}</div>
            <div class="dialog-actions">{actions.run()}</div>
        }
        .into_any()
    };
    // Most are never opened.
    let content = if is_open.get_untracked() { content() } else { late(content) };
    view! {
        <dialog
            class="dialog"
            node_ref=element
            aria-labelledby=labelled_by
            on:close=move |_| is_open.set(false)
        >
            {content}
        </dialog>
    }
    .into_any()
}

/// Details that are there when somebody wants them; the browser's own control.
#[component]
pub fn Disclosure(
    /// What is behind it.
    #[prop(into)]
    summary: TextProp,
    /// Whether the details are open at first.
    #[prop(optional)]
    is_open: bool,
    /// Told whenever the details are opened or closed.
    #[prop(optional)]
    on_toggle: Option<Callback<()>>,
    /// The details.
    children: Children,
) -> impl IntoView {
    let toggled = move |_| {
        if let Some(on_toggle) = on_toggle {
            on_toggle.run(());
        }
    };
    view! {
        <details class="disclosure" open=is_open on:toggle=toggled>
            <summary>{live_text(move || summary.get())}</summary>
            <div class="disclosure-body">{children()}</div>
        </details>
    }
    .into_any()
}

/// A panel behind one button, built on the browser's `popover`: it closes on Escape and on a click elsewhere.
#[component]
pub fn Menu(
    /// What the button is called.
    #[prop(into)]
    name: TextProp,
    /// What the button shows.
    #[prop(into)]
    button: ViewFn,
    /// What the panel holds.
    children: Children,
) -> impl IntoView {
    let id = unique("menu");
    let target = id.clone();
    view! {
        <div class="menu">
            <button
                type="button"
                class="button quiet"
                aria-label=live_attr(move || Some(name.get()))
                popovertarget=target
            >
                {button.run()}
            </button>
            <div class="menu-panel" id=id popover="auto">{children()}</div>
        </div>
    }
    .into_any()
}

/// The tip of the control that stands before it, in an element of the class `tip-anchor`; `id` is for the
/// description of the control.
pub fn tip(id: String, words: TextProp) -> AnyView {
    let element = NodeRef::<leptos::html::Span>::new();
    element.on_load(|element| tips::begin(&element));
    view! {
        <span class="tip" role="tooltip" id=id popover="manual" node_ref=element>
            {live_text(move || words.get())}
        </span>
    }
    .into_any()
}

/// The name of a number with the tip that says how it comes about. It is a button, so that it is reached by keyboard
/// and by touch; there is nothing to press.
pub fn explained(name: AnyView, words: impl Into<TextProp>) -> AnyView {
    let id = unique("explained");
    view! {
        <span class="tip-anchor">
            <button type="button" class="explained" aria-describedby=id.clone()>
                {name}
            </button>
            {tip(id, words.into())}
        </span>
    }
    .into_any()
}
