//! Requests to Microsoft's support about a reservation that somebody still works on.

use super::part::Part;
use crate::api::{State, load, use_api};
use crate::i18n::catalogue::{common, reservation as texts, support};
use crate::i18n::{t, t_count};
use crate::paths;
use crate::ui::{Button, ButtonKind, Skeleton, live, live_text};
use azure::SupportTicket;
use leptos::prelude::*;
use view_model::address::ReservationRef;
use view_model::support::open_about;

/// How many there are, and the way to each. Requests that cannot be read are no obstacle to the record.
pub(super) fn open_requests(of: ReservationRef) -> AnyView {
    let api = use_api();
    let key = of.customer.clone();
    let tickets =
        load(move || key.clone(), move |id: String| async move { api.support_tickets(&id).await });
    let content = live(move || match tickets.state() {
        State::Loading => view! { <Skeleton lines=1 /> }.into_any(),
        State::Failed(_) => {
            let again = Callback::new(move |_| tickets.reload());
            view! {
                <div class="button-row">
                    <span class="muted">{t(texts::REQUESTS_UNREAD)}</span>
                    <Button kind=ButtonKind::Quiet on_click=again>{t(common::RETRY)}</Button>
                </div>
            }
            .into_any()
        }
        State::Ready(tickets) => list(&of.customer, &open_about(&tickets, &of)),
    });
    view! {
        <Part title=support::REQUESTS>
            <div class="open-requests">{content}</div>
        </Part>
    }
    .into_any()
}

fn list(customer: &str, open: &[&SupportTicket]) -> AnyView {
    if open.is_empty() {
        return view! { <p class="muted">{t(texts::NO_OPEN_REQUESTS)}</p> }.into_any();
    }
    let count = open.len() as u64;
    let links = open.iter().map(|ticket| {
        let name = ticket.name.clone().unwrap_or_default();
        let address = paths::support_request(customer, &name);
        let title = ticket.properties().title.clone().unwrap_or(name);
        view! { <li><a href=address>{title}</a></li> }.into_any()
    });
    view! {
        <p>{live_text(move || t_count(texts::OPEN_REQUESTS, count, &[]))}</p>
        <ul class="plain-list">{links.collect_view()}</ul>
    }
    .into_any()
}
