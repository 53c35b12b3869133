//! What comes back today for each reservation of the list, and what is no longer owed then, under the chosen policy.

use super::cells::{missing, two_lines};
use crate::api::{Load, State, load, use_api};
use crate::export::Luggage;
use crate::i18n::catalogue::customer;
use crate::i18n::{current, t};
use crate::quote::book::{Book, Said, back, owed};
use crate::shell::{PolicyChoice, use_policy};
use crate::ui::live;
use leptos::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;
use view_model::reservations::{Ids, breakable};

/// The two figures of each reservation, by its id.
#[derive(Clone, Copy)]
pub(super) struct Today {
    book: Load<Book>,
    policy: PolicyChoice,
    figures: Memo<Figures>,
}

/// What has come of them.
#[derive(Clone, PartialEq)]
enum Figures {
    Loading,
    Failed,
    Known(Arc<HashMap<String, (Said, String)>>),
}

impl Today {
    /// Of the customer with this tenant GUID; call it while a component is made.
    pub(super) fn of(customer: String) -> Self {
        let (api, policy) = (use_api(), use_policy());
        let book = load(
            move || customer.clone(),
            move |id: String| async move { Book::read(api, Some(&id)).await },
        );
        let figures = Memo::new(move |_| match book.state() {
            State::Loading => Figures::Loading,
            State::Failed(_) => Figures::Failed,
            State::Ready(book) => {
                // The words follow the language.
                let _ = current();
                let portfolio = &book.portfolio;
                let quotes = portfolio.quotes(&book.question(portfolio.today(), policy.get()));
                let figures = (0..portfolio.len() as u32).map(|number| {
                    let (row, quote) = (portfolio.row(number), quotes.of(number));
                    (row.reservation_id.to_ascii_lowercase(), (back(&row, &quote), owed(&quote)))
                });
                Figures::Known(Arc::new(figures.collect()))
            }
        });
        Self { book, policy, figures }
    }

    /// The reservations with these ids and their quotes, to be taken along; `None` until they have come.
    pub(super) fn luggage(self, ids: &[Ids]) -> Option<Luggage> {
        let book = self.book.ready()?;
        let portfolio = &book.portfolio;
        let quotes = portfolio.quotes(&book.question(portfolio.today(), self.policy.get()));
        let places = (0..portfolio.len() as u32).map(|number| {
            let row = portfolio.row(number);
            ((row.order_id.to_ascii_lowercase(), row.reservation_id.to_ascii_lowercase()), number)
        });
        let places: HashMap<Ids, u32> = places.collect();
        let place = |(order, reservation): &Ids| {
            places.get(&(order.to_ascii_lowercase(), reservation.to_ascii_lowercase())).copied()
        };
        let rows = Arc::new(ids.iter().filter_map(place).collect());
        Some(Luggage { quotes: Arc::new(quotes), rows, book })
    }

    /// What comes back of the reservation with this id.
    pub(super) fn back(self, id: &str) -> AnyView {
        self.shown(id, |(said, _)| said.clone())
    }

    /// What is no longer owed once it is returned.
    pub(super) fn owed(self, id: &str) -> AnyView {
        self.shown(id, |(_, owed)| Said { value: owed.clone(), detail: String::new() })
    }

    fn shown(self, id: &str, part: fn(&(Said, String)) -> Said) -> AnyView {
        let id = id.to_ascii_lowercase();
        live(move || match self.figures.get() {
            Figures::Loading => ().into_any(),
            Figures::Failed => {
                view! { <span class="muted">{t(customer::UNREADABLE_STATUS)}</span> }.into_any()
            }
            Figures::Known(all) => all.get(&id).map_or_else(missing, |figures| {
                let Said { value, detail } = part(figures);
                two_lines(Said { value: breakable(&value), detail })
            }),
        })
    }
}
