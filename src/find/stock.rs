//! What is looked among: the customers, and all of their reservations.

use crate::api::{Api, ApiError};
use crate::platform::collate::fold;
use crate::platform::timer;
use crate::portfolio::WORDING;
use crate::quote::book::Book;
use leptos::prelude::untrack;
use portfolio::columns::Index;
use portfolio::look_up::Entry;
use std::time::Duration;
use view_model::CustomerSummary;

/// What the service has sent, and what it is found by in the language of that moment.
#[derive(Debug)]
pub(super) struct Stock {
    pub(super) book: Book,
    pub(super) index: Index,
    /// By their names.
    pub(super) customers: Vec<CustomerSummary>,
    /// What the customers are found by, in the same order.
    pub(super) searched: Vec<Entry>,
}

impl Stock {
    /// Asks the service for everything.
    ///
    /// # Errors
    /// [`ApiError`]
    pub(super) async fn read(api: Api) -> Result<Self, ApiError> {
        let book = Book::read(api, None).await?;
        let customers = api.customer_summaries().await?;
        // What takes long comes in steps of its own, between which somebody can type.
        timer::sleep(Duration::ZERO).await;
        let index = untrack(|| book.portfolio.index(&WORDING));
        let mut both: Vec<_> = customers.into_iter().map(|it| (searched(&it), it)).collect();
        both.sort_by(|one, other| one.0.name.cmp(&other.0.name));
        let (searched, customers) = both.into_iter().unzip();
        Ok(Self { book, index, customers, searched })
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
