//! Narrowing a list by a few letters.

use super::icon::{Icon, Symbol};
use super::live::{live_attr, live_value};
use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// Narrows a list by a few letters, at every keystroke.
#[component]
pub fn SearchBox(
    /// What is searched.
    #[prop(into)]
    label: TextProp,
    /// The text as typed.
    #[prop(into)]
    value: Signal<String>,
    /// Receives the text at every keystroke.
    on_input: Callback<String>,
    /// Hears that the person goes on to something else.
    on_leave: Callback<()>,
) -> impl IntoView {
    let name = label.clone();
    view! {
        <div class="search">
            <Icon symbol=Symbol::Search />
            <input
                type="search"
                class="control"
                autocomplete="off"
                spellcheck="false"
                aria-label=live_attr(move || Some(name.get()))
                placeholder=live_attr(move || Some(label.get()))
                prop:value=live_value(move || value.get())
                on:input=move |event| on_input.run(event_target_value(&event))
                on:blur=move |_| on_leave.run(())
            />
        </div>
    }
    .into_any()
}
