//! What comes back today for each reservation of the list, and what is no longer owed then, under the chosen policy.

use super::cells::{missing, text};
use crate::api::{State, load, use_api};
use crate::i18n::catalogue::customers as words;
use crate::i18n::{current, t};
use crate::quote::book::{Book, Said, back, owed};
use crate::shell::use_policy;
use crate::ui::live;
use leptos::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// The two figures of each reservation, by its id.
#[derive(Clone, Copy)]
pub(super) struct Today(Memo<Figures>);

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
        Self(Memo::new(move |_| match book.state() {
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
        }))
    }

    /// What comes back of the reservation with this id.
    pub(super) fn back(self, id: Option<String>) -> AnyView {
        self.shown(id, |(said, _)| {
            let Said { value, detail } = said.clone();
            if value.is_empty() && detail.is_empty() {
                return missing();
            }
            let detail =
                (!detail.is_empty()).then(|| view! { <span class="detail">{detail}</span> });
            view! { <span class="with-detail">{value} {detail}</span> }.into_any()
        })
    }

    /// What is no longer owed for the reservation with this id.
    pub(super) fn owed(self, id: Option<String>) -> AnyView {
        self.shown(id, |(_, owed)| text(owed.clone()))
    }

    fn shown(self, id: Option<String>, show: fn(&(Said, String)) -> AnyView) -> AnyView {
        let id = id.unwrap_or_default().to_ascii_lowercase();
        live(move || match self.0.get() {
            Figures::Loading => ().into_any(),
            Figures::Failed => {
                view! { <span class="muted">{t(words::UNREADABLE_STATUS)}</span> }.into_any()
            }
            Figures::Known(all) => all.get(&id).map_or_else(missing, show),
        })
    }
}
