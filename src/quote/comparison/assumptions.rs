//! What a comparison assumes beside the terms: how much is used, what a reserved hour saves, and the rate.

use super::table::percent;
use crate::api::Load;
use crate::i18n::calculations;
use crate::i18n::catalogue::{comparison as texts, quote as quote_texts};
use crate::i18n::{self, t, t_with};
use crate::query::Query;
use crate::quote::exchange::ExchangeTask;
use crate::quote::form::{decimal_sign, follow_terms, question};
use crate::ui::{DecimalField, live};
use calculator::{Currency, UsdRate, parse_decimal};
use leptos::prelude::*;
use std::rc::Rc;
use view_model::ExchangeRate;
use view_model::decimal_with_sign;
use view_model::quote::comparison::{Assumptions, measured, parameter};
use view_model::quote::typed::spelled;

/// Once the fields rest, the address follows.
pub(super) fn follow(assumed: RwSignal<Assumptions>, query: Query) {
    let terms = move || {
        assumed.with(|assumed| {
            Some(vec![
                (parameter::USE, assumed.utilization.clone()),
                (parameter::SAVING, assumed.saving.clone()),
                (parameter::USD_RATE, assumed.usd_rate.clone()),
            ])
        })
    };
    follow_terms(query, Rc::new(terms), Rc::new(|| ()));
}

/// The fields.
pub(super) fn part(
    task: ExchangeTask,
    assumed: RwSignal<Assumptions>,
    rates: Load<Vec<ExchangeRate>>,
) -> AnyView {
    let measured = move || {
        let facts = task.facts()?;
        let quoted = task.shown.with(|shown| shown.quoted.clone())?;
        measured(&quoted.case.exchange, &facts)
    };
    let about_use = move || match measured() {
        Some(share) => t_with(texts::USE_MEASURED, &[("percent", percent(share))]),
        None => texts::USE_UNKNOWN.get().to_owned(),
    };
    let currency =
        move || task.facts().and_then(|facts| facts.first().map(|facts| facts.currency()));
    let rate = live(move || match currency() {
        Some(currency) if currency != Currency::USD => rate_field(assumed, rates, currency),
        _ => ().into_any(),
    });
    view! {
        <section class="card part" aria-label=t(texts::ASSUMPTIONS)>
            <h2>{t(texts::ASSUMPTIONS)}</h2>
            <div class="comparison-assumptions">
                <DecimalField
                    label=texts::USE
                    hint=about_use
                    value=shown(assumed, |it| &it.utilization)
                    on_input=write(assumed, |it| &mut it.utilization)
                    unit="%"
                    is_optional=true
                />
                <DecimalField
                    label=texts::SAVING
                    hint=texts::SAVING_HINT
                    value=shown(assumed, |it| &it.saving)
                    on_input=write(assumed, |it| &mut it.saving)
                    unit="%"
                    is_optional=true
                />
                {rate}
            </div>
        </section>
    }
    .into_any()
}

fn rate_field(
    assumed: RwSignal<Assumptions>,
    rates: Load<Vec<ExchangeRate>>,
    currency: Currency,
) -> AnyView {
    let known = move || {
        let rates = rates.ready()?;
        rates.iter().find(|rate| rate.currency_code.eq_ignore_ascii_case(currency.code())).cloned()
    };
    let hint = move || match known() {
        Some(rate) => {
            let values = [("rate", i18n::number(rate.usd_rate)), ("date", i18n::date(rate.date))];
            t_with(texts::RATE_KNOWN, &values)
        }
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
