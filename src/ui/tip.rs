//! A few words beside a control, in sight while the control is hovered or focused.

use super::live::live_text;
use crate::platform::tips;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

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
