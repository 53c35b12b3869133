//! What comes back today for each reservation of the list, and what is no longer owed then, under the chosen policy.

use super::cells::missing;
use crate::api::{State, load, use_api};
use crate::i18n::catalogue::{customers as words, portfolio};
use crate::i18n::{current, t, t_with};
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

    /// What comes back of the reservation with this id, and below it what is no longer owed then.
    pub(super) fn shown(self, id: Option<String>) -> AnyView {
        let id = id.unwrap_or_default().to_ascii_lowercase();
        live(move || match self.0.get() {
            Figures::Loading => ().into_any(),
            Figures::Failed => {
                view! { <span class="muted">{t(words::UNREADABLE_STATUS)}</span> }.into_any()
            }
            Figures::Known(all) => all.get(&id).map_or_else(missing, figures),
        })
    }
}

fn figures((Said { value, detail }, owed): &(Said, String)) -> AnyView {
    let line =
        |words: String| (!words.is_empty()).then(|| view! { <span class="detail">{words}</span> });
    if value.is_empty() && detail.is_empty() {
        return missing();
    }
    let owed = match owed.is_empty() {
        true => String::new(),
        false => t_with(portfolio::NOT_OWED, &[("amount", owed.clone())]),
    };
    let (value, detail) = (value.clone(), line(detail.clone()));
    view! { <span class="with-detail">{value} {detail} {line(owed)}</span> }.into_any()
}
