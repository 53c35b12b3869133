//! Lists of requests: those about one reservation, and all of a customer.

use super::status::{severity_name, status_name, status_tone};
use super::ticket::subject_id;
use crate::api::{State, load, use_api};
use crate::i18n::catalogue::{shell, support as texts};
use crate::i18n::{self, Text, t};
use crate::paths;
use crate::paths::route;
use crate::problem::Problem;
use crate::query::use_query;
use crate::shell::use_current_customer;
use crate::ui::{
    Badge, Breadcrumbs, Cell, Column, Crumb, Heading, RowHeader, Skeleton, Table, live, live_text,
};
use azure::SupportTicket;
use leptos::prelude::*;
use view_model::address::parameter;

/// The support requests of the customer that the address names.
#[component]
pub fn CustomerRequests() -> impl IntoView {
    let query = use_query();
    let shown = use_current_customer();
    let customer = Memo::new(move |_| query.text(parameter::CUSTOMER));
    live(move || {
        let id = customer.get();
        let known = id.clone();
        let name =
            move || shown.name_of(&known).unwrap_or_else(|| shell::CUSTOMER.get().to_owned());
        let crumbs = vec![
            Crumb::link(shell::NAV_CUSTOMERS, paths::customers()),
            Crumb::link(name, paths::customer(&id)),
            Crumb::here(texts::REQUESTS),
        ];
        view! {
            <Breadcrumbs crumbs />
            <Heading title=route::CUSTOMER_REQUESTS.title />
            {requests(id, None, texts::NONE_FOR_CUSTOMER)}
        }
        .into_any()
    })
}

/// The requests of a customer, or only those about the resource with the id `subject`; `none` says that there
/// are none.
pub(super) fn requests(customer: String, subject: Option<String>, none: Text) -> AnyView {
    let api = use_api();
    let key = customer.clone();
    let tickets =
        load(move || key.clone(), move |id: String| async move { api.support_tickets(&id).await });
    live(move || match tickets.state() {
        State::Loading => view! { <Skeleton lines=3 /> }.into_any(),
        State::Failed(error) => {
            let retry = Callback::new(move |()| tickets.reload());
            view! { <Problem error on_retry=retry /> }.into_any()
        }
        State::Ready(tickets) => {
            let is_meant = |ticket: &&SupportTicket| match &subject {
                Some(subject) => {
                    subject_id(ticket).is_some_and(|id| id.eq_ignore_ascii_case(subject))
                }
                None => true,
            };
            let rows: Vec<_> =
                tickets.iter().filter(is_meant).map(|ticket| row(&customer, ticket)).collect();
            if rows.is_empty() {
                return view! { <p class="muted">{t(none)}</p> }.into_any();
            }
            table(rows)
        }
    })
}

fn table(rows: Vec<AnyView>) -> AnyView {
    let columns =
        [texts::REQUEST, texts::NUMBER, texts::STATUS, texts::SEVERITY, texts::CREATED_ON];
    view! {
        <Table caption=texts::REQUESTS columns=columns.map(Column::new).into()>
            {rows}
        </Table>
    }
    .into_any()
}

fn row(customer: &str, ticket: &SupportTicket) -> AnyView {
    let properties = ticket.properties();
    let name = ticket.name.clone().unwrap_or_default();
    let address = paths::support_request(customer, &name);
    let title = properties.title.clone().unwrap_or(name);
    let number = properties.support_ticket_id.clone().unwrap_or_default();
    let status = properties.status.clone();
    let tone = status_tone(status.as_ref());
    let severity = properties.severity.clone();
    let created = properties.created_date.as_ref().and_then(azure::Timestamp::date);
    view! {
        <tr role="row">
            <RowHeader>
                <a href=address>{title}</a>
            </RowHeader>
            <Cell label=texts::NUMBER>{number}</Cell>
            <Cell label=texts::STATUS>
                <Badge tone>{live_text(move || status_name(status.as_ref()))}</Badge>
            </Cell>
            <Cell label=texts::SEVERITY>
                {live_text(move || severity.as_ref().map(severity_name).unwrap_or_default())}
            </Cell>
            <Cell label=texts::CREATED_ON>
                {live_text(move || created.map(i18n::date).unwrap_or_default())}
            </Cell>
        </tr>
    }
    .into_any()
}

/// The link from a customer to all requests.
pub fn requests_link(customer: &str) -> AnyView {
    let address = paths::support_requests(customer);
    view! { <a href=address>{t(texts::OF_CUSTOMER)}</a> }.into_any()
}
