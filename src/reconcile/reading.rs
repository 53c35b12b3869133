//! Asks for the records of each customer who has returns or bookings of returns.
//!
//! A customer who fails stays failed until somebody tries again, and holds up nobody else.

use crate::api::{Api, ApiError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::VecDeque;
use std::mem::take;
use std::sync::Arc;
use view_model::CustomerSummary;
use view_model::reconcile::Compared;

/// So many customers are asked about at once.
const AT_ONCE: usize = 2;

/// What has come so far.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The customers who have come.
    pub(super) compared: Vec<Compared>,
    /// Those who have not, and why.
    pub(super) failed: Vec<(Arc<CustomerSummary>, ApiError)>,
    /// Those of whom it is not known what was agreed with them, and why. What was booked is compared all the same.
    pub(super) without_agreed: Vec<(Arc<CustomerSummary>, ApiError)>,
    /// How many are still to come.
    pub(super) left: usize,
}

/// Asks, and keeps what has come.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    api: Api,
    queue: StoredValue<VecDeque<Arc<CustomerSummary>>>,
    /// Followed by the page.
    pub(super) read: RwSignal<Read>,
}

impl Reading {
    /// Begins to ask; call it while a component is made, with which it ends.
    pub(super) fn begin(api: Api, customers: Vec<Arc<CustomerSummary>>) -> Self {
        let read = RwSignal::new(Read::default());
        let queue = StoredValue::new(VecDeque::new());
        let reading = Self { api, queue, read };
        reading.ask(customers);
        reading
    }

    /// Asks once more about those of whom something has failed.
    pub(super) fn try_again(self) {
        let again = self.read.try_update(|read| {
            let failed = take(&mut read.failed).into_iter().chain(take(&mut read.without_agreed));
            let again: Vec<_> = failed.map(|(customer, _)| customer).collect();
            read.compared.retain(|it| !again.contains(it.customer()));
            again
        });
        self.ask(again.unwrap_or_default());
    }

    fn ask(self, customers: Vec<Arc<CustomerSummary>>) {
        self.read.update(|read| read.left += customers.len());
        self.queue.update_value(|queue| queue.extend(customers));
        for _ in 0..AT_ONCE {
            spawn_local(async move {
                // The page may be gone, and the queue with it.
                while let Some(Some(customer)) = self.queue.try_update_value(VecDeque::pop_front) {
                    let answer = self.compared(&customer).await;
                    self.read.try_update(|read| {
                        read.left -= 1;
                        match answer {
                            Ok((compared, unknown)) => {
                                read.compared.push(compared);
                                read.without_agreed.extend(unknown.map(|error| (customer, error)));
                            }
                            Err(error) => read.failed.push((customer, error)),
                        }
                    });
                }
            });
        }
    }

    /// What is compared of a customer, and why it is not known what was agreed with them.
    async fn compared(
        self,
        customer: &Arc<CustomerSummary>,
    ) -> Result<(Compared, Option<ApiError>), ApiError> {
        let id = &customer.customer_id;
        let activities = self.api.activities(id).await?;
        let bookings = self.api.bookings(id).await?;
        let reservations = self.api.reservations(id).await?;
        let compared = Compared::new(Arc::clone(customer), &activities, bookings, &reservations);
        Ok(match self.api.settlements(id).await {
            Ok(agreed) => (compared.with_agreed(agreed), None),
            Err(error) => (compared, Some(error)),
        })
    }
}
