//! The form of a refund.

use crate::i18n::calculations;
use crate::i18n::catalogue::{quote, refund as texts};
use crate::i18n::{self, Text, t, t_count, t_with};
use crate::quote::form::{decimal_sign, error, question};
use crate::quote::remark::in_words;
use crate::ui::{
    Button, ButtonKind, Choice, DateField, DecimalField, Disclosure, NumberField, RadioGroup, live,
};
use azure::UsageGuess;
use calculator::{Price, UsdRate};
use chrono::NaiveDate;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use rust_decimal::Decimal;
use view_model::quote::refund::{Field, FormText, Shown};
use view_model::quote::typed::{day, decimal, spelled};
use view_model::quote::{Facts, Remark};

const USED: &str = "used";
const UNUSED: &str = "unused";

/// The form; it changes `form` at every keystroke, and `shown` says what is wrong with it. `today` is the
/// present UTC day.
pub(super) fn fields(
    facts: &Facts,
    form: RwSignal<FormText>,
    shown: Memo<Shown>,
    today: Signal<NaiveDate>,
) -> AnyView {
    let owned = facts.quantity();
    let code = facts.currency().code().to_owned();
    let (first, last) = facts.days();
    let (usage, bought_for) = (facts.usage, facts.unit_price());
    let price_unit = code.clone();
    let choices = vec![Choice::new(USED, quote::USED), Choice::new(UNUSED, texts::UNUSED)];
    let used = Signal::derive(move || {
        let choice = if form.with(|form| form.is_used) { USED } else { UNUSED };
        choice.to_owned()
    });
    let choose_used = Callback::new(move |choice: String| {
        form.update(|form| form.is_used = choice == USED);
    });
    let choose_today =
        Callback::new(move |_| form.update(|form| form.take_today(today.get_untracked())));
    let choose_day = Callback::new(move |day: String| form.update(|form| form.choose_day(day)));
    let choose_all = Callback::new(move |_| form.update(|form| form.units = owned.to_string()));
    let is_assuming =
        form.with_untracked(|form| !form.current_price.is_empty() || !form.fee_percent.is_empty());
    view! {
        <form class="card part refund-form" aria-label=t(quote::FORM) on:submit=|event| event.prevent_default()>
            <h2>{t(quote::FORM)}</h2>
            <div class="with-shortcut">
                <DateField
                    label=texts::DAY
                    hint=move || t_with(quote::DAY_HINT, &[("today", i18n::date(today.get()))])
                    value=text(form, |form| &form.day)
                    on_input=choose_day
                    min=first.to_string()
                    max=last.to_string()
                    error=error(shown, Field::Day)
                />
                {shortcut(quote::TODAY, choose_today)}
            </div>
            {question(Box::new(move || day_question(form, today)))}
            <div class="with-shortcut">
                <NumberField
                    label=quote::UNITS
                    value=text(form, |form| &form.units)
                    on_input=write(form, |form| &mut form.units)
                    min=Signal::stored(1)
                    max=Signal::stored(owned)
                    unit=move || t_with(quote::OF_OWNED, &[("count", i18n::integer(owned.into()))])
                    error=error(shown, Field::Units)
                />
                {shortcut(quote::ALL_UNITS, choose_all)}
            </div>
            <RadioGroup label=texts::USE choices value=used on_change=choose_used hint=move || guess(usage) />
            {question(Box::new(move || use_question(shown)))}
            {facts.needs_rate().then(|| usd_rate(facts, form, shown))}
            <Disclosure summary=texts::MORE_TERMS is_open=is_assuming>
                <div class="stack">
                    <DecimalField
                        label=texts::CURRENT_PRICE
                        hint=texts::CURRENT_PRICE_HINT
                        value=text(form, |form| &form.current_price)
                        on_input=write(form, |form| &mut form.current_price)
                        unit=move || price_unit.clone()
                        error=error(shown, Field::CurrentPrice)
                        is_optional=true
                    />
                    {question(Box::new(move || price_question(form, bought_for)))}
                    <DecimalField
                        label=texts::FEE_PERCENT
                        hint=texts::FEE_PERCENT_HINT
                        value=text(form, |form| &form.fee_percent)
                        on_input=write(form, |form| &mut form.fee_percent)
                        unit="%"
                        error=error(shown, Field::FeePercent)
                        is_optional=true
                    />
                    {question(Box::new(move || fee_question(shown)))}
                </div>
            </Disclosure>
        </form>
    }
    .into_any()
}

/// A button beside a field that fills it in.
fn shortcut(label: Text, fill_in: Callback<MouseEvent>) -> AnyView {
    view! { <Button kind=ButtonKind::Secondary on_click=fill_in>{t(label)}</Button> }.into_any()
}

fn usd_rate(facts: &Facts, form: RwSignal<FormText>, shown: Memo<Shown>) -> AnyView {
    let code = facts.currency().code().to_owned();
    let known = facts.rate.as_ref().map(|rate| rate.usd_rate);
    // Beside a rate that is not the service's nothing may say that it is.
    let is_own = Memo::new(move |_| known.is_some_and(|known| typed_rate(form) != Some(known)));
    let hint = move || match known {
        Some(known) if is_own.get() => calculations::known_rate(known),
        Some(_) => texts::RATE_KNOWN.get().to_owned(),
        None => quote::RATE_UNKNOWN.get().to_owned(),
    };
    let is_far = move || {
        let (rate, known) = typed_rate(form).zip(known)?;
        let rate = UsdRate::from_decimal(rate).ok()?;
        rate.far_from(UsdRate::from_decimal(known).ok()?).map(calculations::deviation)
    };
    let back = move || {
        let known = known.filter(|_| is_own.get())?.normalize().to_string();
        let fill_in = Callback::new(move |_| {
            form.update(|form| form.usd_rate = spelled(&known, decimal_sign()));
        });
        Some(shortcut(texts::USE_SERVICE_RATE, fill_in))
    };
    view! {
        <DecimalField
            label=move || t_with(quote::USD_RATE, &[("currency", code.clone())])
            hint=hint
            value=text(form, |form| &form.usd_rate)
            on_input=write(form, |form| &mut form.usd_rate)
            unit="USD"
            error=error(shown, Field::UsdRate)
        />
        {question(Box::new(is_far))}
        {live(move || back().into_any())}
    }
    .into_any()
}

/// The rate in its field, if there is one.
fn typed_rate(form: RwSignal<FormText>) -> Option<Decimal> {
    form.with(|form| decimal(&form.usd_rate, decimal_sign()).ok().flatten())
}

/// The question that the current price raises beside what was paid.
fn price_question(form: RwSignal<FormText>, bought_for: Price) -> Option<String> {
    let price = form.with(|form| decimal(&form.current_price, decimal_sign()).ok().flatten())?;
    let price = Price::from_decimal(price, bought_for.currency()).ok()?;
    calculations::beside_purchase(price, bought_for)
}

/// The question that the what-if fee raises beside that of the policy.
fn fee_question(shown: Memo<Shown>) -> Option<String> {
    shown.with(|shown| {
        let case = &shown.quoted.as_deref().filter(|_| shown.is_current())?.case;
        calculations::fee_question(case.fee_rate?, case.policy)
    })
}

/// What must be said about the day in its field.
fn day_question(form: RwSignal<FormText>, today: Signal<NaiveDate>) -> Option<String> {
    let day = form.with(|form| day(&form.day).ok())?;
    Remark::of_day(day, today.get()).map(|remark| in_words(&remark))
}

/// What must be said about the choice whether it was used.
fn use_question(shown: Memo<Shown>) -> Option<String> {
    shown.with(|shown| {
        let mut remarks = shown.quoted.as_deref()?.remarks.iter();
        remarks.find(|it| matches!(it, Remark::LinkedUse { .. })).map(in_words)
    })
}

fn text(form: RwSignal<FormText>, field: fn(&FormText) -> &String) -> Signal<String> {
    Signal::derive(move || form.with(|form| field(form).clone()))
}

fn write(form: RwSignal<FormText>, field: fn(&mut FormText) -> &mut String) -> Callback<String> {
    Callback::new(move |text: String| form.update(|form| *field(form) = text))
}

/// Why the form starts with used or unused.
fn guess(usage: UsageGuess) -> String {
    match usage {
        UsageGuess::Used { days, of } => {
            t_count(texts::GUESS_USED, of as u64, &[("days", i18n::integer(days as u64))])
        }
        UsageGuess::Unused { of } => t_count(texts::GUESS_UNUSED, of as u64, &[]),
        UsageGuess::Unknown => texts::GUESS_UNKNOWN.get().to_owned(),
    }
}
