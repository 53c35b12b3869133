//! A list that opens, whose choices follow what was chosen elsewhere.

use super::frame::{Frame, new_ids};
use crate::ui::live::live;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// One of several. `choices` gives them as values and words with the chosen value, and is followed; the
/// control stays while they change, and so does the focus.
pub fn live_select(
    label: impl Into<TextProp>,
    choices: impl Fn() -> (Vec<(String, String)>, String) + Send + 'static,
    on_change: Callback<String>,
    error: MaybeProp<String>,
) -> AnyView {
    let ids = new_ids();
    let frame = Frame { label: label.into(), hint: None, error, is_optional: false };
    let options = live(move || {
        let (choices, chosen) = choices();
        let option = |(value, words): (String, String)| {
            let is_chosen = value == chosen;
            view! { <option value=value prop:selected=is_chosen>{words}</option> }
        };
        choices.into_iter().map(option).collect_view().into_any()
    });
    let control = view! {
        <select
            id=ids.control.clone()
            class="control"
            aria-describedby=frame.described_by(&ids)
            aria-invalid=frame.invalid()
            on:change=move |event| on_change.run(event_target_value(&event))
        >
            {options}
        </select>
    };
    frame.around(ids, control.into_any())
}
