//! A question that has to be answered before anything else.

use super::id::unique;
use super::live::live_text;
use crate::platform::dialog;
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
    Effect::new(move || {
        let is_open = is_open.get();
        let Some(element) = element.get() else { return };
        if is_open {
            dialog::open(&element);
        } else {
            dialog::close(&element);
        }
    });
    view! {
        <dialog
            class="dialog"
            node_ref=element
            aria-labelledby=labelled_by
            on:close=move |_| is_open.set(false)
        >
            <h2 id=title_id>{live_text(move || title.get())}</h2>
            <div class="dialog-body">{children()}</div>
            <div class="dialog-actions">{actions.run()}</div>
        </dialog>
    }
    .into_any()
}
