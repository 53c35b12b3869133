//! What is chosen for a letter.

use super::Written;
use crate::i18n::calculations;
use crate::i18n::catalogue::letter as texts;
use crate::i18n::{Language, t, t_with};
use crate::ui::{Choice, DecimalField, SelectField, Switch, decimal_problem};
use calculator::Currency;
use leptos::prelude::*;
use view_model::quote::letter::{Extent, Field, FormText, NoLetter, TermsFault};
use view_model::quote::typed::Fault;

/// The fields; they change `form` at every keystroke, and `letter` says what is wrong with them.
pub(super) fn fields(
    form: RwSignal<FormText>,
    letter: Memo<Written>,
    currency: Currency,
) -> AnyView {
    let show = Callback::new(move |is_on: bool| {
        let extent = if is_on { Extent::Whole } else { Extent::Net };
        form.update(|form| form.extent = extent);
    });
    view! {
        <form class="card part" aria-label=t(texts::CHOICES) on:submit=|event| event.prevent_default()>
            <h2>{t(texts::CHOICES)}</h2>
            {language(form)}
            <DecimalField
                label=texts::HANDLING_FEE
                hint=texts::KEPT_WITH_RETURN
                value=Signal::derive(move || form.with(|form| form.handling_fee.clone()))
                on_input=Callback::new(move |text| form.update(|form| form.handling_fee = text))
                unit=currency.code().to_owned()
                error=error(letter, Field::HandlingFee)
                is_optional=true
            />
            <DecimalField
                label=texts::MARGIN
                hint=texts::MARGIN_HINT
                value=Signal::derive(move || form.with(|form| form.margin_percent.clone()))
                on_input=Callback::new(move |text| form.update(|form| form.margin_percent = text))
                unit="%"
                error=error(letter, Field::Margin)
                is_optional=true
            />
            <Switch
                label=texts::SHOW_CALCULATION
                hint=texts::SHOW_CALCULATION_HINT
                is_on=Signal::derive(move || form.with(|form| form.extent == Extent::Whole))
                on_change=show
            />
            {ids(form)}
        </form>
    }
    .into_any()
}

/// The fields of a letter that divides nothing.
pub(super) fn undivided(form: RwSignal<FormText>) -> AnyView {
    view! {
        <form class="card part" aria-label=t(texts::CHOICES) on:submit=|event| event.prevent_default()>
            <h2>{t(texts::CHOICES)}</h2>
            {language(form)}
            {ids(form)}
        </form>
    }
    .into_any()
}

/// The language of the letter.
fn language(form: RwSignal<FormText>) -> AnyView {
    let languages = Language::ALL.map(|it| Choice::new(it.tag(), it.own_name()));
    let choose_language = Callback::new(move |tag: String| {
        if let Some(language) = Language::parse(&tag) {
            form.update(|form| form.language = language);
        }
    });
    view! {
        <SelectField
            label=texts::LANGUAGE
            choices=languages.to_vec()
            value=Signal::derive(move || form.with(|form| form.language.tag().to_owned()))
            on_change=choose_language
        />
    }
    .into_any()
}

/// Whether the ids stand in it.
fn ids(form: RwSignal<FormText>) -> AnyView {
    let show_ids = Callback::new(move |is_on| form.update(|form| form.has_ids = is_on));
    view! {
        <Switch
            label=texts::SHOW_IDS
            is_on=Signal::derive(move || form.with(|form| form.has_ids))
            on_change=show_ids
        />
    }
    .into_any()
}

/// What is wrong with a field, in the language of the page.
fn error(letter: Memo<Written>, field: Field) -> MaybeProp<String> {
    MaybeProp::derive(move || {
        letter.with(|letter| {
            let Some(Err(NoLetter::Terms(errors))) = letter else { return None };
            let error = errors.iter().find(|error| error.field == field)?;
            Some(match &error.fault {
                TermsFault::Typed(Fault::Unreadable(problem)) => decimal_problem(*problem),
                TermsFault::Typed(Fault::Value(problem)) => calculations::problem(problem),
                TermsFault::MoreThanCredit(credited) => {
                    let amount = calculations::money(*credited);
                    t_with(texts::MORE_THAN_CREDIT, &[("amount", amount)])
                }
            })
        })
    })
}
