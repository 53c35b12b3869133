//! What a comparison assumes beside the terms: how much is used, what a reserved hour saves, and the rate.

use super::words::percent;
use crate::api::Load;
use crate::i18n::calculations;
use crate::i18n::catalogue::{comparison as texts, quote as quote_texts};
use crate::i18n::{self, Text, t, t_with};
use crate::query::Query;
use crate::quote::exchange::ExchangeTask;
use crate::quote::form::{decimal_sign, follow_terms, question};
use crate::ui::{DecimalField, Disclosure, NumberField, Skeleton, live};
use calculator::{Currency, Share, UsdRate, parse_decimal};
use leptos::prelude::*;
use std::rc::Rc;
use view_model::ExchangeRate;
use view_model::decimal_with_sign;
use view_model::quote::comparison::{Assumptions, Field, Question, measured, parameter};
use view_model::quote::typed::spelled;

/// Once the fields rest, the address follows.
pub(super) fn follow(assumed: RwSignal<Assumptions>, query: Query) {
    let terms = move || {
        assumed.with(|assumed| {
            Some(vec![
                (parameter::USE, assumed.utilization.clone()),
                (parameter::NEEDED, assumed.needed.clone()),
                (parameter::SAVING, assumed.saving.clone()),
                (parameter::USD_RATE, assumed.usd_rate.clone()),
            ])
        })
    };
    follow_terms(query, Rc::new(terms), Rc::new(|| ()));
}

/// What a field is called.
pub(super) const fn label(field: Field) -> Text {
    match field {
        Field::Utilization => texts::USE,
        Field::Needed => texts::NEEDED,
        Field::Saving => texts::SAVING,
        Field::UsdRate => texts::RATE,
    }
}

/// The one question that comes first, and the other assumptions behind it.
pub(super) fn part(
    task: ExchangeTask,
    assumed: RwSignal<Assumptions>,
    rates: Load<Vec<ExchangeRate>>,
) -> AnyView {
    let measured = Memo::new(move |_| {
        let facts = task.facts()?;
        let quoted = task.shown.with(|shown| shown.quoted.clone())?;
        measured(&quoted.case.exchange, &facts, task.today.get())
    });
    // Once it was, so that the field stays while somebody empties it.
    let is_needed_typed = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || assumed.with(is_needed_said)
    });
    let first = Memo::new(move |_| {
        if task.facts().is_none_or(|facts| facts.is_empty()) {
            return None;
        }
        let quoted = task.shown.with(|shown| shown.quoted.clone())?;
        let returns = quoted.case.exchange.returns();
        Some(Question::first(returns, measured.get(), is_needed_typed.get()))
    });
    let about_use = move || {
        if matches!(first.get(), Some(Question::Needed(_))) && assumed.with(is_needed_said) {
            return texts::USE_BY_NEEDED.get().to_owned();
        }
        match measured.get() {
            Some(share) => t_with(texts::USE_MEASURED, &[("percent", percent(share))]),
            None => texts::USE_UNKNOWN.get().to_owned(),
        }
    };
    let question = live(move || match first.get() {
        None => view! { <Skeleton lines=2 /> }.into_any(),
        Some(Question::Needed(units)) => needed_field(assumed, units, measured),
        Some(Question::Use) => use_field(assumed, about_use),
        Some(Question::Saving) => saving_field(assumed),
    });
    let others = live(move || {
        let asks_use = matches!(first.get(), Some(Question::Use));
        let asks_saving = matches!(first.get(), Some(Question::Saving));
        view! {
            {(!asks_use).then(|| use_field(assumed, about_use))}
            {(!asks_saving).then(|| saving_field(assumed))}
        }
        .into_any()
    });
    let currency =
        move || task.facts().and_then(|facts| facts.first().map(|facts| facts.currency()));
    let rate = live(move || match currency() {
        Some(currency) if currency != Currency::USD => rate_field(assumed, rates, currency),
        _ => ().into_any(),
    });
    let is_open = assumed.with_untracked(|assumed| *assumed != Assumptions::default());
    view! {
        <section class="card part" aria-label=t(texts::QUESTION)>
            <h2>{t(texts::QUESTION)}</h2>
            <div class="comparison-assumptions">{question}</div>
            <Disclosure summary=texts::ASSUMPTIONS is_open>
                <div class="comparison-assumptions">{others} {rate}</div>
            </Disclosure>
        </section>
    }
    .into_any()
}

/// Whether something stands in the field of the needed units.
fn is_needed_said(assumed: &Assumptions) -> bool {
    !assumed.needed.trim().is_empty()
}

fn needed_field(
    assumed: RwSignal<Assumptions>,
    units: u32,
    measured: Memo<Option<Share>>,
) -> AnyView {
    let hint = move || match measured.get() {
        Some(share) => t_with(texts::NEEDED_OVER_MEASURED, &[("percent", percent(share))]),
        None => texts::NEEDED_HINT.get().to_owned(),
    };
    let of = move || t_with(quote_texts::OF_OWNED, &[("count", i18n::integer(units.into()))]);
    view! {
        <NumberField
            label=texts::NEEDED
            hint
            value=Signal::derive(move || assumed.with(|it| it.needed.clone()))
            on_input=Callback::new(move |text| assumed.update(|it| it.needed = text))
            min=Signal::stored(0)
            max=Signal::stored(units)
            unit=of
        />
    }
    .into_any()
}

fn use_field(
    assumed: RwSignal<Assumptions>,
    hint: impl Fn() -> String + Copy + Send + Sync + 'static,
) -> AnyView {
    view! {
        <DecimalField
            label=texts::USE
            hint
            value=shown(assumed, |it| &it.utilization)
            on_input=write(assumed, |it| &mut it.utilization)
            unit="%"
            is_optional=true
        />
    }
    .into_any()
}

fn saving_field(assumed: RwSignal<Assumptions>) -> AnyView {
    view! {
        <DecimalField
            label=texts::SAVING
            hint=texts::SAVING_HINT
            value=shown(assumed, |it| &it.saving)
            on_input=write(assumed, |it| &mut it.saving)
            unit="%"
            is_optional=true
        />
    }
    .into_any()
}

fn rate_field(
    assumed: RwSignal<Assumptions>,
    rates: Load<Vec<ExchangeRate>>,
    currency: Currency,
) -> AnyView {
    let known = move || ExchangeRate::of(&rates.ready()?, currency.code()).cloned();
    let hint = move || match known() {
        Some(rate) => t_with(texts::RATE_KNOWN, &[("rate", i18n::number(rate.usd_rate))]),
        None => quote_texts::RATE_UNKNOWN.get().to_owned(),
    };
    let is_far = move || {
        let rate = assumed.with(|assumed| parse_decimal(&assumed.usd_rate).ok())?;
        let (rate, known) = (UsdRate::from_decimal(rate).ok()?, known()?.usd_rate);
        rate.far_from(UsdRate::from_decimal(known).ok()?).map(calculations::deviation)
    };
    let label = move || t_with(quote_texts::USD_RATE, &[("currency", currency.code().to_owned())]);
    view! {
        <DecimalField
            label=label
            hint=hint
            value=shown(assumed, |it| &it.usd_rate)
            on_input=write(assumed, |it| &mut it.usd_rate)
            unit="USD"
            is_optional=true
        />
        {question(Box::new(is_far))}
    }
    .into_any()
}

/// A field as the reader writes decimals.
fn shown(assumed: RwSignal<Assumptions>, field: fn(&Assumptions) -> &String) -> Signal<String> {
    Signal::derive(move || {
        let sign = decimal_sign();
        assumed.with(|assumed| match parse_decimal(field(assumed)) {
            Ok(_) => spelled(field(assumed), sign),
            Err(_) => field(assumed).clone(),
        })
    })
}

/// Keeps a decimal in plain notation, with its digits as typed; anything else as it was typed.
fn write(
    assumed: RwSignal<Assumptions>,
    field: fn(&mut Assumptions) -> &mut String,
) -> Callback<String> {
    Callback::new(move |text: String| {
        let sign = untrack(decimal_sign);
        let plain = match decimal_with_sign(&text, sign) {
            Ok(Some(value)) if !text.ends_with(sign) => value.to_string(),
            _ => text,
        };
        assumed.update(|assumed| *field(assumed) = plain);
    })
}
