//! What to do about an exchange that is refused: each way out is a button that takes it.

use super::desk::{Desk, bump};
use crate::i18n::catalogue::{exchange as texts, quote as quote_texts};
use crate::i18n::{self, names, t, t_count, t_with};
use crate::quote::following::decimal_sign;
use crate::quote::words;
use crate::ui::{Button, ButtonKind, live, live_text};
use azure::Term;
use calculator::exchange::{assess_exchange, floor};
use calculator::{Decision, Refusal};
use leptos::prelude::*;
use rust_decimal::Decimal;
use view_model::quote::exchange::catalog;
use view_model::quote::exchange::final_exchange::what_is_left;
use view_model::quote::exchange::{FormText, PurchaseText};
use view_model::quote::exchange::{Quoted, first_day};
use view_model::quote::typed::spelled;

/// The largest hourly commitment that is suggested: a hundred thousand.
const HOURLY_HUNDREDTHS_MAX: i64 = 10_000_000;

/// The ways out of a refused exchange.
pub(super) fn part(desk: Desk) -> AnyView {
    live(move || {
        desk.shown.with(|shown| {
            let quoted = shown.quoted.as_deref().filter(|_| shown.is_current());
            // A day that is over can neither be changed nor come back.
            let is_open =
                |quoted: &&Quoted| !quoted.is_empty() && quoted.case.exchange.on() >= desk.today;
            let Some(quoted) = quoted.filter(is_open) else {
                return ().into_any();
            };
            match quoted.quote.assessment.decision {
                Decision::Refused(refusal) => section(desk, quoted, refusal),
                Decision::Allowed | Decision::Capped => ().into_any(),
            }
        })
    })
}

fn section(desk: Desk, quoted: &Quoted, refusal: Refusal) -> AnyView {
    let exchange = &quoted.case.exchange;
    let is_too_low = refusal == Refusal::CommitmentTooLow;
    let floor = floor(exchange).filter(|_| is_too_low);
    let missing = floor.as_ref().map(|floor| {
        let missing = floor.missing;
        let words = live_text(move || t_with(texts::MISSING, &[("amount", words::money(missing))]));
        view! { <p class="lost-words">{words}</p> }
    });
    let mut buttons = Vec::new();
    if let Some(floor) = floor {
        let form = desk.form.get_untracked();
        for (place, units) in floor.smallest_quantities.into_iter().enumerate() {
            let Some((bought, units)) = form.purchases.get(place).zip(units) else { continue };
            let mut changed = form.clone();
            changed.purchases[place].quantity = units.to_string();
            let sku = bought.sku.clone();
            let words = move || {
                let values = [("units", i18n::integer(units.into())), ("size", sku.clone())];
                t_with(texts::BUY_MORE, &values)
            };
            buttons.push(button(desk, changed, words));
        }
        buttons.extend(longer_terms(desk, &form));
    }
    if refusal == Refusal::ExchangeRightUsed {
        let left = what_is_left(&desk.form.get_untracked(), exchange);
        let left = left.filter(|(_, changed)| is_allowed(desk, changed));
        buttons.extend(left.map(|(units, changed)| {
            button(desk, changed, move || t_count(texts::RETURN_WHAT_IS_LEFT, units, &[]))
        }));
    }
    let waits = is_too_low || refusal == Refusal::OperationCannotBePerformedInCurrentState;
    let later = waits.then(|| first_day(exchange)).flatten().map(|day| {
        let mut changed = desk.form.get_untracked();
        changed.day = day.to_string();
        button(desk, changed, move || t_with(texts::EXCHANGE_LATER, &[("day", i18n::date(day))]))
    });
    buttons.extend(later);
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

/// The first term of each purchase that meets the floor at the price of the list, and what each savings
/// plan needs to.
fn longer_terms(desk: Desk, form: &FormText) -> Vec<AnyView> {
    let mut buttons = Vec::new();
    for (place, bought) in form.purchases.iter().enumerate() {
        let items = desk.shop.items(&bought.resource_type);
        let Some(item) = catalog::item(&items, bought) else { continue };
        // A term that would take another billing plan with it is no choice of the term alone.
        let sold = |term: &String| catalog::plans(item, term).contains(&bought.plan);
        let longer =
            catalog::terms(item).into_iter().filter(|term| *term != bought.term && sold(term));
        let mut candidates = longer.map(|term| {
            let mut changed = form.clone();
            changed.purchases[place] =
                PurchaseText { term: term.clone(), price: None, ..bought.clone() };
            (changed, term)
        });
        if let Some((changed, term)) = candidates.find(|(changed, _)| is_allowed(desk, changed)) {
            let sku = bought.sku.clone();
            buttons.push(term_button(desk, changed, sku, term));
        }
    }
    for place in 0..form.plans.len() {
        buttons.extend(enough_an_hour(desk, form, place));
        let mut changed = form.clone();
        Term::P3Y.as_str().clone_into(&mut changed.plans[place].term);
        if form.plans[place].term != Term::P3Y.as_str() && is_allowed(desk, &changed) {
            let name = texts::SAVINGS_PLAN.get().to_owned();
            buttons.push(term_button(desk, changed, name, Term::P3Y.as_str().to_owned()));
        }
    }
    buttons
}

/// The smallest hourly commitment of a savings plan, in hundredths, that is enough while everything else
/// stays as it is. Found by halving, because a larger commitment is never further from the floor.
fn enough_an_hour(desk: Desk, form: &FormText, place: usize) -> Option<AnyView> {
    let sign = decimal_sign();
    let with_hourly = |hundredths: i64| {
        let mut changed = form.clone();
        changed.plans[place].hourly = spelled(&Decimal::new(hundredths, 2).to_string(), sign);
        changed
    };
    let (mut low, mut high) = (1, HOURLY_HUNDREDTHS_MAX);
    if !is_allowed(desk, &with_hourly(high)) {
        return None;
    }
    while low < high {
        let middle = low.midpoint(high);
        if is_allowed(desk, &with_hourly(middle)) { high = middle } else { low = middle + 1 }
    }
    let currency = desk.facts()?.first()?.currency();
    let words = move || {
        let amount = i18n::money(&Decimal::new(low, 2).to_string(), currency.code());
        t_with(texts::COMMIT_HOURLY, &[("amount", amount)])
    };
    Some(button(desk, with_hourly(low), words))
}

fn term_button(desk: Desk, changed: FormText, what: String, term: String) -> AnyView {
    button(desk, changed, move || {
        let term = names::term(&Term::parse(&term)).to_owned();
        t_with(texts::BUY_LONGER, &[("size", what.clone()), ("term", term)])
    })
}

fn is_allowed(desk: Desk, form: &FormText) -> bool {
    let Some(facts) = desk.records.all_ready(&form.lines) else { return false };
    let case = form.case(&facts, &desk.shop.prices(), desk.policy.get(), decimal_sign());
    case.is_ok_and(|case| assess_exchange(&case.exchange).decision == Decision::Allowed)
}

fn button(desk: Desk, changed: FormText, words: impl Fn() -> String + Send + 'static) -> AnyView {
    let click = Callback::new(move |_| {
        desk.form.set(changed.clone());
        bump(desk.lines_round);
        bump(desk.picked);
    });
    view! { <Button kind=ButtonKind::Secondary on_click=click>{live_text(words)}</Button> }
        .into_any()
}
