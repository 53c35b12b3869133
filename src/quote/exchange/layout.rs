//! The page of the task: what is returned and what is bought on one side, the quote on the other.

use super::task::ExchangeTask;
use super::{answer, carry_out, cart, prices, returns, take_along};
use crate::api::use_elsewhere;
use crate::i18n::calculations;
use crate::i18n::catalogue::{exchange as texts, quote as quote_texts};
use crate::i18n::{self, t, t_with};
use crate::platform::clock;
use crate::query::Query;
use crate::quote::form::{self, follow_day, follow_language, question};
use crate::quote::remark::in_words;
use crate::ui::{Announcer, Button, DateField};
use calculator::Flow;
use leptos::prelude::*;
use std::rc::Rc;
use view_model::quote::Remark;
use view_model::quote::exchange::{Field, Quoted};
use view_model::quote::typed::day as day_in;

/// The form and its quote.
pub(super) fn view(task: ExchangeTask, query: Query) -> AnyView {
    follow_terms(task, query);
    let [under_way, carry_out] = carry_out::parts(task);
    view! {
        {under_way}
        <div class="exchange-task">
            <form class="exchange-form" aria-label=t(texts::FORM) on:submit=|event| event.prevent_default()>
                {day(task)}
                {terms(task)}
            </form>
            {answer::part(task)}
        </div>
        <div class="exchange-more">
            {answer::reasons(task)}
            {prices::part(task)}
            {take_along::part(task)}
            {carry_out}
        </div>
    }
    .into_any()
}

/// What is returned and what is bought.
pub(in crate::quote) fn terms(task: ExchangeTask) -> AnyView {
    view! {
        {returns::part(task)}
        {cart::part(task)}
    }
    .into_any()
}

/// The day of the exchange.
pub(in crate::quote) fn day(task: ExchangeTask) -> AnyView {
    let today = task.today;
    let click = Callback::new(move |_| {
        task.form.update(|form| form.day = today.get_untracked().to_string());
        task.is_day_chosen.set(false);
    });
    let choose = task.write(|form, text| form.day = text);
    let choose = Callback::new(move |text| {
        choose.run(text);
        task.is_day_chosen.set(true);
    });
    let before = StoredValue::new(today.get_untracked());
    let begin_day = move |now| {
        let before = before.try_update_value(|before| std::mem::replace(before, now));
        before.is_some_and(|before| task.begin_day(before, now))
    };
    let is_chosen = task.is_day_chosen;
    view! {
        {follow_day(today, is_chosen.into(), Box::new(begin_day))}
        <div class="card part exchange-day">
            <div class="with-shortcut">
                <DateField
                    label=texts::DAY
                    hint=move || t_with(quote_texts::DAY_HINT, &[("today", i18n::date(today.get()))])
                    value=task.text(|form| form.day.clone())
                    on_input=choose
                    error=task.error(Field::Day)
                />
                <Button on_click=click>{t(quote_texts::TODAY)}</Button>
            </div>
            {question(Box::new(move || {
                let day = task.form.with(|form| day_in(&form.day).ok())?;
                Remark::of_day(day, today.get()).map(|remark| in_words(&remark))
            }))}
        </div>
    }
    .into_any()
}

/// Keeps the form in step with the language and with what other tabs change, and the address with the form.
pub(in crate::quote) fn follow_terms(task: ExchangeTask, query: Query) {
    keep_up(task);
    follow_quote(task, query);
}

/// Keeps the decimals of the form in step with the language, and the records with what other tabs change.
pub(in crate::quote) fn keep_up(task: ExchangeTask) {
    follow_language(Box::new(move |before, now| {
        task.form.update(|form| *form = form.respelled(before, now));
    }));
    if let Some(elsewhere) = use_elsewhere() {
        Effect::new(move |before: Option<u32>| {
            let now = elsewhere.round();
            if before.is_some_and(|before| before != now) {
                task.load_again();
            }
            now
        });
    }
}

/// Once the form rests, the address names its terms and a screen reader hears what is payable.
fn follow_quote(task: ExchangeTask, query: Query) {
    let announcer = use_context::<Announcer>();
    let at_rest = move || {
        if let Some(announcer) = announcer {
            announcer.say(&spoken(task));
        }
    };
    form::follow_terms(query, Rc::new(move || Some(task.terms())), Rc::new(at_rest));
}

fn spoken(task: ExchangeTask) -> String {
    task.shown.with(|shown| match shown.quoted.as_deref().filter(|_| shown.is_current()) {
        Some(quoted) => spoken_quote(quoted),
        None => String::new(),
    })
}

fn spoken_quote(quoted: &Quoted) -> String {
    let assessment = &quoted.quote.assessment;
    let decision = answer::sentence(assessment.decision).get().to_owned();
    let on = quoted.case.exchange.on();
    match assessment.totals {
        Some(totals) => {
            let net = Flow::of(totals.net_payable);
            let values = [
                (
                    "net",
                    calculations::named(calculations::net(net), calculations::money(net.amount())),
                ),
                ("today", calculations::amount_on(totals.cash.flow(), on, clock::today())),
                ("decision", decision),
            ];
            t_with(texts::SPOKEN, &values)
        }
        None => decision,
    }
}
