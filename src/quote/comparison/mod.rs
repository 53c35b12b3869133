//! The comparison: keep, refund, exchange and trade-in side by side for the same units on the same day.
//!
//! The terms are those of the exchange task and stand in the address in the same way; [`assumptions`] are
//! what only a comparison needs.

mod assumptions;
mod table;

pub(crate) use table::{choice_name, reason_words};

use super::exchange::{ExchangeTask, crumbs, day, follow_terms, nothing_named, terms};
use crate::api::{Load, State, load, use_api};
use crate::i18n::catalogue::{
    comparison as texts, exchange as exchange_texts, quote as quote_texts,
};
use crate::i18n::t;
use crate::paths::route;
use crate::problem::Problem;
use crate::query::{Query, use_query};
use crate::shell::agreement_notice;
use crate::ui::{Disclosure, Heading, Notice, Skeleton, live};
use azure::Transaction;
use leptos::prelude::*;
use view_model::ExchangeRate;
use view_model::Tone;
use view_model::address::parameter;
use view_model::quote::comparison::{Assumptions, Compared};

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
    let has_cart =
        task.form.with_untracked(|form| !form.purchases.is_empty() || !form.plans.is_empty());
    view! {
        {crumbs(&customer, texts::COMPARISON)}
        <Heading title=route::COMPARISON.title />
        {agreement_notice(customer)}
        <div class="comparison">
            {live(move || outcome(task, assumed, booked, rates))}
            {assumptions::part(task, assumed, rates)}
            <form
                class="exchange-form"
                aria-label=t(exchange_texts::FORM)
                on:submit=|event| event.prevent_default()
            >
                {day(task)}
                <Disclosure summary=texts::TERMS is_open=!has_cart>
                    <div class="exchange-form">{terms(task)}</div>
                </Disclosure>
            </form>
        </div>
    }
    .into_any()
}

fn outcome(
    task: ExchangeTask,
    assumed: RwSignal<Assumptions>,
    booked: Load<Vec<Transaction>>,
    rates: Load<Vec<ExchangeRate>>,
) -> AnyView {
    let booked = match booked.state() {
        State::Failed(error) => {
            let retry = Callback::new(move |()| booked.reload());
            return view! { <Problem error on_retry=retry /> }.into_any();
        }
        State::Ready(booked) => booked,
        State::Loading => return view! { <Skeleton lines=6 /> }.into_any(),
    };
    let Some(facts) = task.facts() else { return view! { <Skeleton lines=6 /> }.into_any() };
    let is_wrong = task.shown.with(|shown| !shown.errors.is_empty());
    if is_wrong {
        return view! { <Notice tone=Tone::Warning title=quote_texts::NO_QUOTE /> }.into_any();
    }
    let quoted = task.shown.with(|shown| shown.quoted.clone().filter(|_| shown.is_current()));
    let Some(quoted) = quoted else {
        return view! { <Skeleton lines=6 /> }.into_any();
    };
    let rates = rates.ready();
    let rates = rates.as_ref().map(|rates| rates.as_slice()).unwrap_or_default();
    let compared = assumed.with(|assumed| {
        Compared::new(&quoted.case.exchange, &facts, &booked, rates, assumed, task.today)
    });
    match compared {
        Ok(compared) => table::view_of(task, compared),
        Err(problem) => {
            let title = move || crate::i18n::calculations::problem(&problem);
            view! { <Notice tone=Tone::Danger title=title /> }.into_any()
        }
    }
}
