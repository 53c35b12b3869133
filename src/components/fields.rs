//! What is filled in: empty, filled, with a hint, with what is wrong, optional.

use super::sample::shown;
use crate::i18n::catalogue::{common, customers, shell, sign_in};
use crate::i18n::{Text, t};
use crate::ui::{
    AccountField, Choice, Choices, Control, DateField, DecimalField, FieldSpec, Known, NumberField,
    RadioGroup, SearchBox, SelectField, Switch, TextField, decimal_problem, field_of_data,
    live_select,
};
use leptos::prelude::*;
use view_model::InputProblem;

/// A hint of every field that has one.
const HINT: Text = shell::NOT_AFFILIATED;

fn error() -> MaybeProp<String> {
    MaybeProp::derive(|| Some(decimal_problem(InputProblem::NotANumber)))
}

/// What is typed into a sample stays in it.
fn typed(text: &str) -> (Signal<String>, Callback<String>) {
    let value = RwSignal::new(text.to_owned());
    (value.into(), Callback::new(move |text| value.set(text)))
}

fn choices() -> Vec<Choice> {
    vec![Choice::new("light", shell::THEME_LIGHT), Choice::new("dark", shell::THEME_DARK)]
}

fn choices_of_data() -> Choices {
    Box::new(|| {
        let choice = |value: &str, words: Text| (value.to_owned(), words.get().to_owned());
        vec![choice("light", shell::THEME_LIGHT), choice("dark", shell::THEME_DARK)]
    })
}

pub(super) fn all() -> AnyView {
    view! {
        {shown(stringify!(TextField), texts())}
        {shown(stringify!(AccountField), account())}
        {shown(stringify!(DecimalField), decimals())}
        {shown(stringify!(NumberField), numbers())}
        {shown(stringify!(DateField), dates())}
        {shown(stringify!(SearchBox), search())}
        {shown(stringify!(SelectField), selects())}
        {shown(stringify!(RadioGroup), radios())}
        {shown(stringify!(Switch), switches())}
        {shown(stringify!(field_of_data), of_data())}
    }
    .into_any()
}

fn texts() -> AnyView {
    let ((value, on_input), (empty, on_empty)) = (typed("Contoso"), typed(""));
    let label = customers::NAME;
    view! {
        <TextField label value on_input />
        <TextField label value=empty on_input=on_empty is_optional=true hint=HINT />
        <TextField label value on_input hint=HINT error=error() />
    }
    .into_any()
}

fn account() -> AnyView {
    let value = RwSignal::new(String::new());
    view! {
        <AccountField label=customers::NAME known=Known::Name value />
        <AccountField label=sign_in::ACCOUNT known=Known::NewPassword value hint=HINT error=error() />
    }
    .into_any()
}

fn decimals() -> AnyView {
    let ((value, on_input), (wrong, on_wrong)) = (typed("12"), typed("1,2.3"));
    let label = customers::LIMIT_USED;
    view! {
        <DecimalField label value on_input unit=|| "EUR" hint=HINT />
        <DecimalField label value=wrong on_input=on_wrong unit=|| "%" is_optional=true />
    }
    .into_any()
}

fn numbers() -> AnyView {
    let (value, on_input) = typed("3");
    let (label, min, max) = (customers::RESERVATION_COUNT, 1_u32, 8_u32);
    view! {
        <NumberField label value on_input min max />
        <NumberField label value on_input min max unit=|| "%" hint=HINT error=error() />
    }
    .into_any()
}

fn dates() -> AnyView {
    let ((value, on_input), (empty, on_empty)) = (typed("2026-11-23"), typed(""));
    let label = customers::SOONEST_EXPIRY;
    view! {
        <DateField label value on_input hint=HINT />
        <DateField label value=empty on_input=on_empty error=error() />
    }
    .into_any()
}

fn search() -> AnyView {
    let (value, on_input) = typed("");
    view! {
        <SearchBox label=customers::SEARCH_CUSTOMERS value on_input on_leave=Callback::new(|()| ()) />
    }
    .into_any()
}

fn selects() -> AnyView {
    let (value, on_change) = typed("dark");
    let listed = move || {
        let all = choices_of_data()();
        (all, value.get())
    };
    view! {
        <SelectField label=shell::THEME choices=choices() value on_change />
        <SelectField label=shell::THEME choices=choices() value on_change hint=HINT error=error() />
        {live_select(shell::THEME, listed, on_change, MaybeProp::default())}
    }
    .into_any()
}

fn radios() -> AnyView {
    let (value, on_change) = typed("dark");
    view! { <RadioGroup label=shell::THEME choices=choices() value on_change hint=HINT /> }
        .into_any()
}

fn switches() -> AnyView {
    let is_on = RwSignal::new(true);
    let on_change = Callback::new(move |is_now| is_on.set(is_now));
    let is_off = Signal::derive(move || !is_on.get());
    let other_way = Callback::new(move |is_now: bool| is_on.set(!is_now));
    view! {
        <Switch label=shell::THEME_DARK is_on on_change hint=HINT />
        <Switch label=shell::THEME_LIGHT is_on=is_off on_change=other_way />
    }
    .into_any()
}

fn of_data() -> AnyView {
    let controls: [(&'static str, Control); 5] = [
        ("components-line", Control::Line("text", "off")),
        ("components-lines", Control::Lines(3)),
        ("components-select", Control::Select(choices_of_data(), "off")),
        ("components-radio", Control::Radio(choices_of_data())),
        ("components-suggest", Control::Suggest(choices_of_data())),
    ];
    let fields = controls.into_iter().map(|(id, control)| {
        let (value, on_input) = typed("");
        let (label, hint) = (shell::THEME.into(), Some(HINT.into()));
        let spec = FieldSpec { id, label, hint, control, is_optional: true };
        field_of_data(spec, value, error(), on_input)
    });
    view! { {fields.collect_view()} <p class="hint">{t(common::OPTIONAL)}</p> }.into_any()
}
