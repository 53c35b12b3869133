//! A few things to do or to set, behind one button.

use super::live::live_attr;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

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
    let id = super::id::unique("menu");
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
