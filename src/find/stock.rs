//! What is looked among: the customers, all of their reservations, and what support was asked about them.

use crate::api::{Api, ApiError};
use crate::platform::collate::fold;
use crate::platform::timer;
use crate::portfolio::WORDING;
use crate::quote::book::Book;
use azure::TicketStatus;
use leptos::prelude::untrack;
use portfolio::columns::Index;
use portfolio::look_up::Entry;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::time::Duration;
use view_model::CustomerSummary;
use view_model::requests::RequestSummary;

/// What the service has sent, and what it is found by in the language of that moment.
#[derive(Debug)]
pub(super) struct Stock {
    pub(super) book: Book,
    pub(super) index: Index,
    /// By their names.
    pub(super) customers: Vec<CustomerSummary>,
    /// What the customers are found by, in the same order.
    pub(super) searched: Vec<Entry>,
    /// Those that are being worked on first.
    pub(super) requests: Vec<FoundRequest>,
    /// What the requests are found by, in the same order.
    pub(super) searched_requests: Vec<Entry>,
}

/// A request to Microsoft's support with the name of its customer.
#[derive(Debug)]
pub(super) struct FoundRequest {
    pub(super) request: RequestSummary,
    pub(super) customer: String,
}

impl Stock {
    /// Asks the service for everything.
    ///
    /// # Errors
    /// [`ApiError`]
    pub(super) async fn read(api: Api) -> Result<Self, ApiError> {
        let book = Book::read(api, None).await?;
        let customers = api.customer_summaries().await?;
        let requests = api.request_summaries().await?;
        // What takes long comes in steps of its own, between which somebody can type.
        timer::sleep(Duration::ZERO).await;
        let requests = with_customers(requests, &customers);
        let searched_requests = requests.iter().map(searched_request).collect();
        let index = untrack(|| book.portfolio.index(&WORDING));
        let mut both: Vec<_> = customers.into_iter().map(|it| (searched(&it), it)).collect();
        both.sort_by(|one, other| one.0.name.cmp(&other.0.name));
        let (searched, customers) = both.into_iter().unzip();
        Ok(Self { book, index, customers, searched, requests, searched_requests })
    }

    /// How many customers have reservations that cannot be read.
    pub(super) fn unusable(&self) -> usize {
        self.book.portfolio.unusable().len()
    }
}

fn searched(customer: &CustomerSummary) -> Entry {
    Entry {
        name: fold(&customer.display_name),
        further: fold(&customer.domain),
        ids: vec![customer.customer_id.to_lowercase()],
    }
}

fn with_customers(
    requests: Vec<RequestSummary>,
    customers: &[CustomerSummary],
) -> Vec<FoundRequest> {
    let names: HashMap<_, _> =
        customers.iter().map(|it| (it.customer_id.as_str(), &it.display_name)).collect();
    let with_customer = |request: RequestSummary| {
        let name = names.get(request.customer_id.as_str());
        FoundRequest { customer: name.map_or_else(String::new, |it| (*it).clone()), request }
    };
    let mut requests: Vec<_> = requests.into_iter().map(with_customer).collect();
    // A number begins with the day on which it was given.
    requests.sort_by_cached_key(|FoundRequest { request, .. }| {
        (request.state() == TicketStatus::Closed, Reverse(request.number.clone()))
    });
    requests
}

fn searched_request(FoundRequest { request, customer }: &FoundRequest) -> Entry {
    let RequestSummary { customer_id, name, number, .. } = request;
    Entry {
        name: fold(&request.title),
        further: fold(customer),
        ids: [name, number, customer_id].map(|id| id.to_lowercase()).into(),
    }
}
