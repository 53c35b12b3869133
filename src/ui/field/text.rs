//! Fields that are typed into.

use super::{Frame, new_ids};
use crate::i18n::catalogue::common;
use crate::i18n::{locale, t_with};
use crate::platform::intl;
use crate::ui::icon::{Icon, Symbol};
use crate::ui::{live_attr, live_text, live_value};
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use view_model::{InputProblem, decimal_with_sign};

/// What tells the typed fields apart.
struct Control {
    kind: &'static str,
    autocomplete: &'static str,
    input_mode: &'static str,
    class: &'static str,
    min: Signal<Option<String>>,
    max: Signal<Option<String>>,
    unit: Option<TextProp>,
}

impl Default for Control {
    fn default() -> Self {
        Self {
            kind: "text",
            autocomplete: "off",
            input_mode: "text",
            class: "control",
            min: Signal::stored(None),
            max: Signal::stored(None),
            unit: None,
        }
    }
}

fn typed(
    frame: Frame,
    control: Control,
    value: Signal<String>,
    on_input: Callback<String>,
) -> AnyView {
    let ids = new_ids();
    let Control { kind, autocomplete, input_mode, class, min, max, unit } = control;
    let input = view! {
        <span class="control-row">
            <input
                id=ids.control.clone()
                class=class
                type=kind
                inputmode=input_mode
                autocomplete=autocomplete
                min=live_attr(move || min.get())
                max=live_attr(move || max.get())
                prop:value=live_value(move || value.get())
                aria-describedby=frame.described_by(&ids)
                aria-invalid=frame.invalid()
                on:input=move |event| on_input.run(event_target_value(&event))
            />
            {unit.map(|unit| view! { <span class="unit">{live_text(move || unit.get())}</span> })}
        </span>
    };
    frame.around(ids, input.into_any())
}

/// A line of text.
#[component]
pub fn TextField(
    /// What it asks for.
    #[prop(into)]
    label: TextProp,
    /// The text as typed.
    #[prop(into)]
    value: Signal<String>,
    /// Receives the text at every keystroke.
    on_input: Callback<String>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// Whether it may stay empty.
    #[prop(optional)]
    is_optional: bool,
) -> impl IntoView {
    typed(Frame { label, hint, error, is_optional }, Control::default(), value, on_input)
}

/// What a browser may know of the person and fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// The name that they sign in with.
    Name,
    /// The password that they have.
    Password,
    /// A password that they are about to have.
    NewPassword,
}

/// The name or the password of an account.
#[component]
pub fn AccountField(
    /// What it asks for.
    #[prop(into)]
    label: TextProp,
    /// What the browser may fill in.
    known: Known,
    /// The text as typed.
    value: RwSignal<String>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    let (kind, autocomplete) = match known {
        Known::Name => ("text", "username"),
        Known::Password => ("password", "current-password"),
        Known::NewPassword => ("password", "new-password"),
    };
    let control = Control { kind, autocomplete, ..Control::default() };
    let frame = Frame { label, hint, error, is_optional: false };
    typed(frame, control, value.into(), Callback::new(move |text| value.set(text)))
}

/// A decimal, as people write it in the language in force; [`decimal`](crate::ui::decimal) reads it.
///
/// Text that is no decimal is pointed out here; `error` is for decimals that do not fit.
#[component]
pub fn DecimalField(
    /// What it asks for.
    #[prop(into)]
    label: TextProp,
    /// The text as typed.
    #[prop(into)]
    value: Signal<String>,
    /// Receives the text at every keystroke.
    on_input: Callback<String>,
    /// What stands behind the number: a currency, a percent sign.
    #[prop(optional, into)]
    unit: Option<TextProp>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// What is wrong with the decimal.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// Whether it may stay empty.
    #[prop(optional)]
    is_optional: bool,
) -> impl IntoView {
    let error = Signal::derive(move || {
        let sign = intl::decimal_sign(&locale());
        match value.with(|text| decimal_with_sign(text, sign)) {
            Ok(_) => error.get(),
            Err(problem) => Some(decimal_problem(problem)),
        }
    });
    let control =
        Control { input_mode: "decimal", class: "control number", unit, ..Control::default() };
    typed(Frame { label, hint, error: error.into(), is_optional }, control, value, on_input)
}

/// What is wrong with a decimal that a person typed, in the language in force.
#[must_use]
pub fn decimal_problem(problem: InputProblem) -> String {
    let text = match problem {
        InputProblem::NotANumber => common::NOT_A_NUMBER,
        InputProblem::Ambiguous => common::AMBIGUOUS_NUMBER,
    };
    t_with(text, &[("sign", intl::decimal_sign(&locale()).to_string())])
}

/// A whole number in a range.
#[component]
pub fn NumberField(
    /// What it asks for.
    #[prop(into)]
    label: TextProp,
    /// The text as typed.
    #[prop(into)]
    value: Signal<String>,
    /// Receives the text at every keystroke.
    on_input: Callback<String>,
    /// The smallest number.
    #[prop(into)]
    min: Signal<u32>,
    /// The largest number.
    #[prop(into)]
    max: Signal<u32>,
    /// What stands behind the number.
    #[prop(optional, into)]
    unit: Option<TextProp>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    let control = Control {
        kind: "number",
        input_mode: "numeric",
        class: "control number",
        min: Signal::derive(move || Some(min.get().to_string())),
        max: Signal::derive(move || Some(max.get().to_string())),
        unit,
        ..Control::default()
    };
    typed(Frame { label, hint, error, is_optional: false }, control, value, on_input)
}

/// A calendar date, as ISO 8601 text; the browser shows it as the person is used to.
#[component]
pub fn DateField(
    /// What it asks for.
    #[prop(into)]
    label: TextProp,
    /// The date as ISO 8601 text; empty while it is incomplete.
    #[prop(into)]
    value: Signal<String>,
    /// Receives the text at every change.
    on_input: Callback<String>,
    /// The first date, ISO 8601.
    #[prop(optional, into)]
    min: MaybeProp<String>,
    /// The last date, ISO 8601.
    #[prop(optional, into)]
    max: MaybeProp<String>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    let control = Control {
        kind: "date",
        min: Signal::derive(move || min.get()),
        max: Signal::derive(move || max.get()),
        ..Control::default()
    };
    typed(Frame { label, hint, error, is_optional: false }, control, value, on_input)
}

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
