//! The exchange task: reservations returned for other reservations or for savings plans, and carrying it
//! out.
//!
//! What it is made of is in `view_model::quote`. `records` reads the reservations and `catalogs` what can be bought,
//! [`take_along`] takes the quote along, `carry_out` has the service do it. Everything else here is a part of the page
//! that shows them.

mod answer;
mod carry_out;
mod cart;
mod catalogs;
mod layout;
mod prices;
mod records;
mod returns;
mod suggest;
pub mod take_along;
mod task;
mod unread;
mod ways_out;

use crate::api::use_api;
use crate::i18n::catalogue::{customer, exchange as texts, reservation, shell};
use crate::i18n::{Text, t};
use crate::paths;
use crate::paths::route;
use crate::query::{Query, use_query};
use crate::reservation::customer_name;
use crate::shell::agreement_notice;
use crate::ui::{Breadcrumbs, Crumb, Heading, LinkButton, Notice, live};
use leptos::prelude::*;
use view_model::Tone;
use view_model::address::parameter;

pub(in crate::quote) use answer::sentence;
pub(in crate::quote) use cart::{
    HEADING as CART, catalogs_of_returns, list_of, named, no_trade_in, plan_name, plan_type,
    plan_type_name, region_name, term_name,
};
pub(in crate::quote) use layout::{day, follow_terms, keep_up, terms};
pub(in crate::quote) use take_along::{
    address, address_of, bought_lines, names, plain as exchange_in_words, returned_lines, totals,
};
pub(in crate::quote) use task::{ExchangeTask, bump};
pub(in crate::quote) use unread::Unread;

/// The exchange of the reservations that the address names.
///
/// Another customer is another page; the terms change in their place.
#[component]
pub fn Exchange() -> impl IntoView {
    let query = use_query();
    let customer = Memo::new(move |_| query.get(parameter::CUSTOMER));
    live(move || match customer.get() {
        Some(customer) => exchange_of(customer, query),
        None => nothing_named(reservation::EXCHANGE, None),
    })
}

fn exchange_of(customer: String, query: Query) -> AnyView {
    let task = ExchangeTask::new(use_api(), customer.clone(), query);
    if task.form.with_untracked(|form| form.lines.is_empty()) {
        return nothing_named(reservation::EXCHANGE, Some(customer));
    }
    view! {
        {crumbs(&customer, reservation::EXCHANGE)}
        <Heading title=route::EXCHANGE.title />
        {agreement_notice(customer)}
        {layout::view(task, query)}
    }
    .into_any()
}

/// The way from the customers to a task of several reservations.
pub(in crate::quote) fn crumbs(customer: &str, task: Text) -> AnyView {
    let crumbs = vec![
        Crumb::link(shell::NAV_CUSTOMERS, paths::customers()),
        Crumb::link(customer_name(customer.to_owned()), paths::customer(customer)),
        Crumb::here(task),
    ];
    view! { <Breadcrumbs crumbs /> }.into_any()
}

/// What stands in the place of a task whose address names no reservation, with the way back.
pub(in crate::quote) fn nothing_named(task: Text, customer: Option<String>) -> AnyView {
    let (words, address) = match customer {
        Some(customer) => (reservation::TO_RESERVATIONS, paths::customer(&customer)),
        None => (customer::ALL_CUSTOMERS, paths::customers()),
    };
    view! {
        <Heading title=task />
        <div class="stack">
            <Notice tone=Tone::Warning title=texts::NO_LINES />
            <div>
                <LinkButton address=Signal::stored(address)>{t(words)}</LinkButton>
            </div>
        </div>
    }
    .into_any()
}
