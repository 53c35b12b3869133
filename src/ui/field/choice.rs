//! Fields that are chosen from.

use super::{Frame, new_ids};
use crate::ui::live::{live, unique};
use crate::ui::{live_flag, live_text};
use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// One of several things to choose.
#[derive(Clone, Debug)]
pub struct Choice {
    value: String,
    label: TextProp,
}

impl Choice {
    /// A choice with the value that stands for it and what people read.
    pub fn new(value: impl Into<String>, label: impl Into<TextProp>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// One of several, as a list that opens.
#[component]
pub fn SelectField(
    /// What it asks for.
    #[prop(into)]
    label: TextProp,
    /// What there is to choose.
    choices: Vec<Choice>,
    /// The value of the chosen one.
    #[prop(into)]
    value: Signal<String>,
    /// Receives the value of the one that was chosen.
    on_change: Callback<String>,
    /// What helps to choose.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// What is wrong with the choice.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    let frame = Frame { label, hint, error, is_optional: false };
    let options = choices.into_iter().map(|Choice { value: own, label }| {
        let compared = own.clone();
        // A property: the attribute no longer counts after the first choice by hand.
        view! {
            <option value=own prop:selected=live_flag(move || value.with(|value| *value == compared))>
                {live_text(move || label.get())}
            </option>
        }
    });
    select(frame, options.collect_view().into_any(), on_change)
}

/// Yes or no, in force at once.
#[component]
pub fn Switch(
    /// What is switched.
    #[prop(into)]
    label: TextProp,
    /// Whether it is on.
    #[prop(into)]
    is_on: Signal<bool>,
    /// Receives what it is switched to.
    on_change: Callback<bool>,
    /// What helps to decide.
    #[prop(optional, into)]
    hint: Option<TextProp>,
) -> impl IntoView {
    let hint_id = unique("hint");
    let described_by = hint.is_some().then(|| hint_id.clone());
    view! {
        <div class="field">
            <label class="switch">
                <input
                    type="checkbox"
                    role="switch"
                    prop:checked=live_flag(move || is_on.get())
                    aria-describedby=described_by
                    on:change=move |event| on_change.run(event_target_checked(&event))
                />
                <span>{live_text(move || label.get())}</span>
            </label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{live_text(move || hint.get())}</p> })}
        </div>
    }
    .into_any()
}

/// One of a few, all in sight.
#[component]
pub fn RadioGroup(
    /// What it asks for.
    #[prop(into)]
    label: TextProp,
    /// What there is to choose.
    choices: Vec<Choice>,
    /// The value of the chosen one.
    #[prop(into)]
    value: Signal<String>,
    /// Receives the value of the one that was chosen.
    on_change: Callback<String>,
    /// What helps to choose.
    #[prop(optional, into)]
    hint: Option<TextProp>,
) -> impl IntoView {
    let name = unique("choice");
    let hint_id = unique("hint");
    let described_by = hint.is_some().then(|| hint_id.clone());
    view! {
        <fieldset class="field choices" aria-describedby=described_by>
            <legend>{live_text(move || label.get())}</legend>
            <div class="choice-row">
                {choices
                    .into_iter()
                    .map(|Choice { value: own, label }| {
                        let compared = own.clone();
                        let chosen = own.clone();
                        view! {
                            <label class="choice">
                                <input
                                    type="radio"
                                    name=name.clone()
                                    value=own
                                    prop:checked=live_flag(move || value.with(|value| *value == compared))
                                    on:change=move |_| on_change.run(chosen.clone())
                                />
                                <span>{live_text(move || label.get())}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{live_text(move || hint.get())}</p> })}
        </fieldset>
    }
    .into_any()
}

/// One of several. `choices` gives them as values and words with the chosen value, and is followed; the
/// control stays while they change, and so does the focus.
pub fn live_select(
    label: impl Into<TextProp>,
    choices: impl Fn() -> (Vec<(String, String)>, String) + Send + 'static,
    on_change: Callback<String>,
    error: MaybeProp<String>,
) -> AnyView {
    let frame = Frame { label: label.into(), hint: None, error, is_optional: false };
    let options = live(move || {
        let (choices, chosen) = choices();
        let option = |(value, words): (String, String)| {
            let is_chosen = value == chosen;
            view! { <option value=value prop:selected=is_chosen>{words}</option> }
        };
        choices.into_iter().map(option).collect_view().into_any()
    });
    select(frame, options, on_change)
}

fn select(frame: Frame, options: AnyView, on_change: Callback<String>) -> AnyView {
    let ids = new_ids();
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
