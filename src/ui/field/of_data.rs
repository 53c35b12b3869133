//! Fields that a table describes, for forms of many of them.
//!
//! Their controls have ids that the caller knows, so that a list of what is wrong can lead to them.

use super::{Frame, Ids};
use crate::ui::{live, live_attr, live_flag, live_text, live_value};
use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// A field.
pub struct FieldSpec {
    /// The id of its control.
    pub id: &'static str,
    /// What it asks for.
    pub label: TextProp,
    /// What helps to fill it in.
    pub hint: Option<TextProp>,
    /// How it is filled in.
    pub control: Control,
    /// Whether it may stay empty.
    pub is_optional: bool,
}

/// The choices of a field: each with its value and what people read. They are asked for again when the
/// language changes.
pub type Choices = Box<dyn Fn() -> Vec<(String, String)> + Send>;

/// How a field is filled in.
pub enum Control {
    /// A line of text: the `type` of the input and what the browser may fill in (`autocomplete`).
    Line(&'static str, &'static str),
    /// Several lines of text: how many are in sight.
    Lines(u8),
    /// One of several, as a list that opens; what the browser may choose (`autocomplete`).
    Select(Choices, &'static str),
    /// One of several, all in sight.
    Radio(Choices),
    /// A line of text with suggestions that match what is typed: each with its value and a hint.
    Suggest(Choices),
}

/// A field with its label, its hint and what is wrong with it.
pub fn field_of_data(
    spec: FieldSpec,
    value: Signal<String>,
    error: MaybeProp<String>,
    on_input: Callback<String>,
) -> AnyView {
    let FieldSpec { id, label, hint, control, is_optional } = spec;
    let ids = Ids::of(id);
    let frame = Frame { label, hint, error, is_optional };
    let described_by = live_attr(frame.described_by(&ids));
    let invalid = live_attr(frame.invalid());
    let typed = move |event| on_input.run(event_target_value(&event));
    let shown = live_value(move || value.get());
    let control = match control {
        Control::Line(kind, autocomplete) => view! {
            <input
                id=id
                class="control"
                type=kind
                autocomplete=autocomplete
                prop:value=shown
                aria-describedby=described_by
                aria-invalid=invalid
                on:input=typed
            />
        }
        .into_any(),
        Control::Lines(rows) => view! {
            <textarea
                id=id
                class="control lines"
                rows=rows.to_string()
                prop:value=shown
                aria-describedby=described_by
                aria-invalid=invalid
                on:input=typed
            />
        }
        .into_any(),
        Control::Select(choices, autocomplete) => {
            let options = live(move || options(choices(), &value.get()));
            view! {
                <select
                    id=id
                    class="control"
                    autocomplete=autocomplete
                    aria-describedby=described_by
                    aria-invalid=invalid
                    on:change=typed
                >
                    {options}
                </select>
            }
            .into_any()
        }
        Control::Suggest(choices) => {
            let list = format!("{id}-list");
            let suggestions = live(move || suggestions(choices()));
            view! {
                <input
                    id=id
                    class="control"
                    type="text"
                    list=list.clone()
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=shown
                    aria-describedby=described_by
                    aria-invalid=invalid
                    on:input=typed
                />
                <datalist id=list>{suggestions}</datalist>
            }
            .into_any()
        }
        Control::Radio(choices) => return radios(id, frame, &ids, choices, value, on_input),
    };
    frame.around(ids, control)
}

fn options(choices: Vec<(String, String)>, chosen: &str) -> AnyView {
    let option = |(value, words): (String, String)| {
        let is_chosen = value == chosen;
        view! { <option value=value prop:selected=is_chosen>{words}</option> }.into_any()
    };
    choices.into_iter().map(option).collect_view().into_any()
}

fn suggestions(choices: Vec<(String, String)>) -> AnyView {
    let option = |(value, hint)| view! { <option value=value>{hint}</option> }.into_any();
    choices.into_iter().map(option).collect_view().into_any()
}

/// The first choice has the id, so that the focus finds the group.
fn radios(
    id: &'static str,
    frame: Frame,
    ids: &Ids,
    choices: Choices,
    value: Signal<String>,
    on_input: Callback<String>,
) -> AnyView {
    let described_by = live_attr(frame.described_by(ids));
    let Frame { label, hint, error, .. } = frame;
    let choices = live(move || {
        let radio = |(place, (own, words)): (usize, (String, String))| {
            let (compared, chosen) = (own.clone(), own.clone());
            let own_id = if place == 0 { id.to_owned() } else { format!("{id}-{place}") };
            view! {
                <label class="choice">
                    <input
                        id=own_id
                        type="radio"
                        name=id
                        value=own
                        prop:checked=live_flag(move || value.with(|value| *value == compared))
                        on:change=move |_| on_input.run(chosen.clone())
                    />
                    <span>{words}</span>
                </label>
            }
            .into_any()
        };
        choices().into_iter().enumerate().map(radio).collect_view().into_any()
    });
    let Ids { hint: hint_id, error: error_id, .. } = ids.clone();
    view! {
        <fieldset
            class="field choices"
            class:invalid=live_flag(move || error.with(Option::is_some))
            aria-describedby=described_by
        >
            <legend>{live_text(move || label.get().to_string())}</legend>
            <div class="choice-row">{choices}</div>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{live_text(move || hint.get().to_string())}</p> })}
            <p class="field-error" id=error_id role="status">
                {live_text(move || error.get().unwrap_or_default())}
            </p>
        </fieldset>
    }
    .into_any()
}
