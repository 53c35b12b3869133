//! One customer: who it is, and the Azure reservations.

use super::cells::LimitMeter;
use super::reservation_list::ReservationList;
use super::unreadable::UnreadableDocuments;
use crate::api::{Load, State, load, use_api};
use crate::i18n::catalogue::{activity, cap, customer, customers as words, incomplete, titles};
use crate::i18n::{t, t_count};
use crate::paths;
use crate::paths::route;
use crate::platform::effect::effect;
use crate::problem::Problem;
use crate::query::use_query;
use crate::shell::{agreement_notice, use_current_customer};
use crate::support::requests_link;
use crate::ui::{
    Breadcrumbs, CopyButton, Crumb, Heading, LinkButton, Notice, Property, PropertyList, Skeleton,
    live, live_text,
};
use leptos::prelude::*;
use view_model::CustomerSummary;
use view_model::Tone;
use view_model::address::parameter;

/// The customer that the address names. Another customer is another page.
#[component]
pub fn Customer() -> impl IntoView {
    let query = use_query();
    let id = Memo::new(move |_| query.get(parameter::CUSTOMER));
    live(move || match id.get() {
        Some(id) => view! { <OneCustomer id /> }.into_any(),
        None => customer_not_found(),
    })
}

#[component]
fn OneCustomer(id: String) -> impl IntoView {
    let api = use_api();
    let current = use_current_customer();
    let key = id.clone();
    let customer =
        load(move || key.clone(), move |id: String| async move { api.customer_summary(&id).await });
    effect(move || {
        if let Some(customer) = customer.ready().as_deref().and_then(Option::as_ref) {
            current.tell(customer);
        }
    });
    let has = move |count: fn(&CustomerSummary) -> Option<u64>| {
        Memo::new(move |_| {
            let found = customer.ready();
            let found = found.as_deref().and_then(Option::as_ref);
            found.and_then(count).is_some_and(|count| count > 0)
        })
    };
    let has_unreadable = has(|found| found.unreadable_documents);
    let has_incomplete = has(|found| found.incomplete_reservations);
    let is_unknown = Memo::new(move |_| customer.ready().is_some_and(|found| found.is_none()));
    live(move || {
        if is_unknown.get() {
            return customer_not_found();
        }
        let customer_id = id.clone();
        let id = id.clone();
        let unreadable = live(move || match has_unreadable.get() {
            true => view! { <UnreadableDocuments customer=id.clone() /> }.into_any(),
            false => ().into_any(),
        });
        view! {
            {live(move || who(customer))}
            {unreadable}
            <ReservationList customer=customer_id has_incomplete />
        }
        .into_any()
    })
}

/// Name and facts; the heading waits for the name, because it is announced when it appears.
fn who(customer: Load<Option<CustomerSummary>>) -> AnyView {
    match customer.state() {
        State::Loading => view! { <Skeleton lines=3 /> }.into_any(),
        State::Failed(error) => {
            let retry = Callback::new(move |()| customer.reload());
            view! {
                {breadcrumbs(None)}
                <Heading title=route::CUSTOMER.title />
                <div class="customer-facts">
                    <Problem error on_retry=retry />
                </div>
            }
            .into_any()
        }
        State::Ready(found) => match found.as_ref() {
            Some(customer) => facts(customer.clone()),
            None => ().into_any(),
        },
    }
}

fn facts(customer: CustomerSummary) -> AnyView {
    let breadcrumbs = breadcrumbs(Some(customer.display_name.clone()));
    let notice = agreement_notice(customer.customer_id.clone());
    let domain = customer.domain.clone();
    let tenant = customer.customer_id.clone();
    let requests = requests_link(&tenant);
    let incomplete = customer.incomplete_reservations.filter(|count| *count > 0).map(|count| {
        let address = paths::incomplete(&customer.customer_id);
        let words = move || t_count(incomplete::COUNT, count, &[]);
        view! { <p><a href=address>{live_text(words)}</a></p> }.into_any()
    });
    let radar_address = Signal::stored(paths::customer_radar(&customer.customer_id));
    let cap_address = Signal::stored(paths::cap(&customer.customer_id));
    let activity_address = Signal::stored(paths::activity(&customer.customer_id, ""));
    let actions = move || {
        view! {
            <LinkButton address=radar_address>{t(titles::RADAR)}</LinkButton>
            <LinkButton address=cap_address>{t(cap::TITLE)}</LinkButton>
            <LinkButton address=activity_address>{t(activity::TITLE)}</LinkButton>
        }
    };
    view! {
        {breadcrumbs}
        <Heading title=customer.display_name.clone() actions />
        <div class="customer-facts">
            {notice}
            <PropertyList>
                <Property name=words::DOMAIN>{domain}</Property>
                <Property name=customer::TENANT_ID>
                    <span class="copyable">
                        <code>{tenant.clone()}</code>
                        <CopyButton what=customer::TENANT_ID text=Signal::stored(tenant) />
                    </span>
                </Property>
                <Property name=words::LIMIT_USED>
                    <LimitMeter customer />
                </Property>
            </PropertyList>
            {incomplete}
            <p>{requests}</p>
        </div>
    }
    .into_any()
}

fn breadcrumbs(name: Option<String>) -> AnyView {
    let here = match name {
        Some(name) => Crumb::here(name),
        None => Crumb::here(customer::CUSTOMER),
    };
    let crumbs = vec![Crumb::link(words::CUSTOMERS, paths::customers()), here];
    view! { <Breadcrumbs crumbs /> }.into_any()
}

/// A page about the customer that the address names; another customer is another page.
pub(crate) fn of_known_customer(content: fn(String) -> AnyView) -> AnyView {
    let query = use_query();
    let id = Memo::new(move |_| query.get(parameter::CUSTOMER));
    live(move || match id.get() {
        Some(id) => known(id, content),
        None => customer_not_found(),
    })
}

/// Without the customer's name the page works, but not without the customer.
fn known(id: String, content: fn(String) -> AnyView) -> AnyView {
    let api = use_api();
    let current = use_current_customer();
    let asked = id.clone();
    let customer: Load<Option<CustomerSummary>> = load(
        move || asked.clone(),
        move |id: String| async move { api.customer_summary(&id).await },
    );
    effect(move || {
        if let Some(Some(customer)) = customer.ready().as_deref() {
            current.tell(customer);
        }
    });
    let is_unknown = Memo::new(move |_| customer.ready().is_some_and(|found| found.is_none()));
    live(move || if is_unknown.get() { customer_not_found() } else { content(id.clone()) })
}

/// What stands in the place of a customer who does not exist, with the way back.
fn customer_not_found() -> AnyView {
    let back = Signal::stored(paths::customers());
    view! {
        <Heading title=customer::CUSTOMER_NOT_FOUND />
        <div class="stack">
            <Notice tone=Tone::Warning title=customer::CUSTOMER_NOT_FOUND_WHY />
            <div>
                <LinkButton address=back>{t(customer::ALL_CUSTOMERS)}</LinkButton>
            </div>
        </div>
    }
    .into_any()
}
