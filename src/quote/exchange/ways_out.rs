//! What to do about an exchange that is refused: each way out is a button that takes it.

use super::task::{ExchangeTask, bump};
use crate::i18n::calculations;
use crate::i18n::catalogue::{exchange as texts, quote as quote_texts};
use crate::i18n::{self, names, t, t_count, t_with};
use crate::quote::form::decimal_sign;
use crate::ui::{Button, ButtonKind, live, live_text};
use azure::StatedTerm;
use calculator::{Decision, Money, Refusal};
use leptos::prelude::*;
use view_model::quote::exchange::{FormText, PurchaseText, Quoted, catalog};
use view_model::quote::typed::spelled;

/// The ways out of a refused exchange.
pub(super) fn part(task: ExchangeTask) -> AnyView {
    live(move || {
        task.shown.with(|shown| {
            let quoted = shown.quoted.as_deref().filter(|_| shown.is_current());
            // A day that is over can neither be changed nor come back.
            let today = task.today.get();
            let is_open =
                |quoted: &&Quoted| !quoted.is_empty() && quoted.case.exchange.on() >= today;
            let Some(quoted) = quoted.filter(is_open) else {
                return ().into_any();
            };
            match quoted.quote.assessment.decision {
                Decision::Refused(refusal) => section(task, quoted, refusal),
                Decision::Allowed | Decision::Capped => ().into_any(),
            }
        })
    })
}

fn section(task: ExchangeTask, quoted: &Quoted, refusal: Refusal) -> AnyView {
    let (exchange, ways_out) = (&quoted.case.exchange, &quoted.quote.ways_out);
    let form = task.form.get_untracked();
    let is_too_low = refusal == Refusal::CommitmentTooLow;
    let missing = ways_out.missing.filter(|_| is_too_low).map(|missing| {
        let words =
            live_text(move || t_with(texts::MISSING, &[("amount", calculations::money(missing))]));
        view! { <p class="lost-words">{words}</p> }
    });
    let mut buttons = Vec::new();
    if is_too_low {
        for place in 0..form.purchases.len() {
            let units = ways_out.quantities.get(place).copied().flatten();
            buttons.extend(units.map(|units| buy_more(task, &form, place, units)));
        }
        for (place, bought) in form.purchases.iter().enumerate() {
            let items = task.catalogs.items(&bought.resource_type);
            let item = catalog::item(&items, bought);
            let term = item.and_then(|item| {
                catalog::term_that_meets(item, bought, place, exchange, &task.catalogs.prices())
            });
            buttons.extend(term.map(|term| {
                let mut changed = form.clone();
                changed.purchases[place] =
                    PurchaseText { term: term.clone(), price: None, ..bought.clone() };
                term_button(task, changed, bought.sku.clone(), term)
            }));
        }
        for (place, (plan, enough)) in form.plans.iter().zip(&ways_out.savings_plans).enumerate() {
            buttons
                .extend(enough.hourly_commitment.map(|it| commit_hourly(task, &form, place, it)));
            let term = enough.term.map(|term| term.to_string()).filter(|term| *term != plan.term);
            buttons.extend(term.map(|term| {
                let mut changed = form.clone();
                changed.plans[place].term.clone_from(&term);
                term_button(task, changed, texts::SAVINGS_PLAN.get().to_owned(), term)
            }));
        }
    }
    buttons.extend(ways_out.units_left.as_ref().map(|left| {
        let units = left.iter().sum();
        button(task, form.returning(left), move || t_count(texts::RETURN_WHAT_IS_LEFT, units, &[]))
    }));
    let waits = is_too_low || refusal == Refusal::OperationCannotBePerformedInCurrentState;
    buttons.extend(ways_out.first_date.filter(|_| waits).map(|day| {
        let changed = FormText { day: day.to_string(), ..form.clone() };
        button(task, changed, move || t_with(texts::EXCHANGE_LATER, &[("day", i18n::date(day))]))
    }));
    let since = exchange.policy().exchange.not_sold.filter(|_| refusal == Refusal::TargetNotSold);
    let since = since.map(|rule| {
        let words =
            live_text(move || t_with(texts::NOT_SOLD_SINCE, &[("day", i18n::date(rule.from))]));
        view! { <p>{words}</p> }
    });
    let advice = (buttons.is_empty()).then(|| {
        let text = match refusal {
            Refusal::TargetNotSold | Refusal::DissimilarProducts => texts::CHOOSE_ANOTHER,
            _ => texts::NO_WAY,
        };
        view! { <p>{t(text)}</p> }
    });
    view! {
        <section class="card part ways-out" aria-label=t(quote_texts::WAYS_OUT)>
            <h2>{t(quote_texts::WAYS_OUT)}</h2>
            {missing}
            {since}
            {advice}
            <div class="button-row">{buttons}</div>
        </section>
    }
    .into_any()
}

fn buy_more(task: ExchangeTask, form: &FormText, place: usize, units: u32) -> AnyView {
    let mut changed = form.clone();
    changed.purchases[place].quantity = units.to_string();
    let size = form.purchases[place].sku.clone();
    button(task, changed, move || {
        let values = [("units", i18n::integer(units.into())), ("size", size.clone())];
        t_with(texts::BUY_MORE, &values)
    })
}

fn commit_hourly(task: ExchangeTask, form: &FormText, place: usize, hourly: Money) -> AnyView {
    let mut changed = form.clone();
    changed.plans[place].hourly = spelled(&hourly.to_string(), decimal_sign());
    button(task, changed, move || {
        t_with(texts::COMMIT_HOURLY, &[("amount", calculations::money(hourly))])
    })
}

fn term_button(task: ExchangeTask, changed: FormText, what: String, term: String) -> AnyView {
    button(task, changed, move || {
        let term = names::term(&StatedTerm::parse(&term)).to_owned();
        t_with(texts::BUY_LONGER, &[("size", what.clone()), ("term", term)])
    })
}

fn button(
    task: ExchangeTask,
    changed: FormText,
    words: impl Fn() -> String + Send + 'static,
) -> AnyView {
    let click = Callback::new(move |_| {
        // The day that the button names is chosen with it.
        if task.form.with_untracked(|form| form.day != changed.day) {
            task.is_day_chosen.set(true);
        }
        task.form.set(changed.clone());
        bump(task.lines_round);
        bump(task.picked);
    });
    view! { <Button kind=ButtonKind::Secondary on_click=click>{live_text(words)}</Button> }
        .into_any()
}
