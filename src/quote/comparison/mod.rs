//! The comparison: keep, refund, exchange and trade-in side by side for the same units on the same day.
//!
//! The terms are those of the exchange task and stand in the address in the same way; [`assumptions`] are
//! what only a comparison needs. What nobody has chosen is filled in (`view_model::quote::comparison::filled`),
//! [`considered`] says what that is and lets it be changed, and [`actions`] lead from each row to what it is about.

mod actions;
mod assumptions;
mod considered;
mod desk;
mod table;
mod words;

pub(crate) use words::{choice_name, reason_words};

use desk::{Desk, Sides};

use super::exchange::{
    ExchangeTask, Unread, catalogs_of_returns, crumbs, day, follow_terms, nothing_named, terms,
};
use super::form::decimal_sign;
use crate::api::{State, load, use_api};
use crate::i18n::calculations;
use crate::i18n::catalogue::{
    comparison as texts, exchange as exchange_texts, quote as quote_texts,
};
use crate::i18n::t;
use crate::paths::route;
use crate::platform::effect::effect;
use crate::problem::Problem;
use crate::query::{Query, use_query};
use crate::shell::agreement_notice;
use crate::ui::{Disclosure, Heading, Notice, Skeleton, live};
use leptos::prelude::*;
use view_model::Tone;
use view_model::address::parameter;
use view_model::quote::comparison::filled::{Filled, Market};
use view_model::quote::comparison::{Assumptions, Compared, Wrong};
use view_model::quote::exchange::Field;

/// What can be done with the reservations that the address names.
///
/// Another customer is another page; the terms change in their place.
#[component]
pub fn Comparison() -> impl IntoView {
    let query = use_query();
    let customer = Memo::new(move |_| query.get(parameter::CUSTOMER));
    live(move || match customer.get() {
        Some(customer) => comparison_of(customer, query),
        None => nothing_named(texts::COMPARISON, None),
    })
}

fn comparison_of(customer: String, query: Query) -> AnyView {
    let api = use_api();
    let task = ExchangeTask::new(api, customer.clone(), query);
    if task.form.with_untracked(|form| form.lines.is_empty()) {
        return nothing_named(texts::COMPARISON, Some(customer));
    }
    let key = customer.clone();
    let booked = load(
        move || key.clone(),
        move |customer: String| async move {
            let account = api.account().await?;
            api.reservation_transactions(&account.billing_account_id, &customer).await
        },
    );
    let rates = load(|| (), move |()| async move { api.exchange_rates().await });
    let assumed = RwSignal::new(Assumptions::read(|name| untrack(|| query.text(name))));
    follow_terms(task, query);
    assumptions::follow(assumed, query);
    let is_open = RwSignal::new(false);
    let desk = Desk { task, assumed, booked, rates, filled: filled(task), is_open };
    // What is open already is not built again: no field goes away under somebody's hands.
    let is_seen = StoredValue::new(false);
    let toggled = Callback::new(move |()| is_seen.update_value(|is_seen| *is_seen = !*is_seen));
    let is_wanted = Memo::new(move |_| has_mistakes(task));
    effect(move || {
        if is_wanted.get() && !is_seen.get_value() {
            is_open.set(true);
        }
    });
    let terms_of_task = live(move || {
        let is_open = is_open.get();
        // A disclosure that is built open says that it was opened.
        is_seen.set_value(false);
        view! {
            <Disclosure summary=texts::TERMS is_open on_toggle=toggled>
                <div class="exchange-form">{terms(task)}</div>
            </Disclosure>
        }
        .into_any()
    });
    let has_question = Memo::new(move |_| {
        let has_failed = task.shown.with(|it| it.quoted.is_none() && !it.errors.is_empty());
        !has_failed && Unread::records(task).is_empty()
    });
    view! {
        {crumbs(&customer, texts::COMPARISON)}
        <Heading title=route::COMPARISON.title />
        {agreement_notice(customer)}
        <div class="comparison">
            {live(move || match has_question.get() {
                true => assumptions::part(task, assumed, rates),
                false => ().into_any(),
            })}
            {live(move || outcome(desk))}
            <form
                class="exchange-form"
                aria-label=t(exchange_texts::FORM)
                on:submit=|event| event.prevent_default()
            >
                {day(task)}
                {terms_of_task}
            </form>
        </div>
    }
    .into_any()
}

/// Whether something is wrong in the fields of what is returned and bought, or one of several reservations can be left
/// out there since it cannot be read; followed in reactive closures.
fn has_mistakes(task: ExchangeTask) -> bool {
    let is_wrong = task.shown.with(|shown| shown.errors.iter().any(|it| it.field != Field::Day));
    let are_several = task.form.with(|form| form.lines.len() > 1);
    is_wrong || (are_several && !Unread::records(task).is_empty())
}

/// What is on sale and could not be read, as far as something is bought at the price of the list, or the cheapest is
/// looked for because nobody has chosen anything; followed in reactive closures.
fn unread_market(task: ExchangeTask) -> Option<Unread> {
    if task.form.with(|form| !form.purchases.is_empty()) {
        return Unread::prices_needed(task);
    }
    let facts = task.facts().unwrap_or_default();
    let kinds = facts.iter().map(|facts| facts.resource_type().as_str());
    Unread::prices(task).or_else(|| Unread::catalog(task, kinds))
}

/// The terms with what nobody has chosen, once prices and catalogues have come. Nothing where they have failed: what
/// is not known would pass for what is not sold.
fn filled(task: ExchangeTask) -> Memo<Option<Filled>> {
    let is_awaited = catalogs_of_returns(task);
    Memo::new(move |_| {
        let facts = task.facts().filter(|facts| !facts.is_empty())?;
        let is_awaited = is_awaited.get() || matches!(task.catalogs.price_state(), State::Loading);
        if is_awaited || unread_market(task).is_some() {
            return None;
        }
        let prices = task.catalogs.prices();
        let items = |kind: &str| task.catalogs.items(kind);
        let market = Market { prices: &prices, items: &items };
        let policy = task.policy.get();
        Some(task.form.with(|form| Filled::new(form, &facts, market, policy, decimal_sign())))
    })
}

fn outcome(desk: Desk) -> AnyView {
    let Desk { task, booked, .. } = desk;
    if let Some(unread) = Unread::views(Unread::records(task), task) {
        return unread;
    }
    let booked = match booked.state() {
        State::Failed(error) => {
            let retry = Callback::new(move |()| booked.reload());
            return view! { <Problem error on_retry=retry /> }.into_any();
        }
        State::Ready(booked) => booked,
        State::Loading => return view! { <Skeleton lines=6 /> }.into_any(),
    };
    let Some(facts) = task.facts() else { return view! { <Skeleton lines=6 /> }.into_any() };
    if let Some(unread) = unread_market(task) {
        return unread.view(task);
    }
    let is_wrong = task.shown.with(|shown| !shown.errors.is_empty());
    if is_wrong {
        return view! { <Notice tone=Tone::Warning title=quote_texts::NO_QUOTE /> }.into_any();
    }
    let Some(filled) = desk.filled.get() else {
        return view! { <Skeleton lines=6 /> }.into_any();
    };
    let prices = task.catalogs.prices();
    let case = filled.form.case(&facts, &prices, task.policy.get(), decimal_sign());
    let Ok(case) = case else {
        return view! { <Notice tone=Tone::Warning title=quote_texts::NO_QUOTE /> }.into_any();
    };
    let rates = desk.rates.ready();
    let rates = rates.as_ref().map(|rates| rates.as_slice()).unwrap_or_default();
    let compared = desk.assumed.with(|assumed| {
        Compared::new(&case.exchange, &facts, &booked, rates, assumed, task.today.get())
    });
    match compared {
        Ok(compared) => table::view_of(desk, &Sides { facts, filled, case, compared }),
        Err(wrong) => {
            let title = move || in_words(&wrong);
            view! { <Notice tone=Tone::Danger title=title /> }.into_any()
        }
    }
}

/// What is wrong, with the field that it is about.
fn in_words(wrong: &Wrong) -> String {
    let problem = calculations::problem(&wrong.problem);
    match wrong.field {
        Some(field) => calculations::named(assumptions::label(field), problem),
        None => problem,
    }
}
