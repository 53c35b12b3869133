//! What an exchange is quoted from and could not be read: why, and the button that asks for it again. It is said
//! wherever a quote would stand, so that nobody waits for one that does not come.

use super::records::Found;
use super::task::{ExchangeTask, needs_prices};
use crate::api::{ApiError, State};
use crate::problem::Problem;
use crate::quote::refund::unusable;
use calculator::InputError;
use leptos::prelude::*;
use view_model::address::ReservationRef;

/// Something that could not be read.
#[derive(Debug)]
pub(in crate::quote) enum Unread {
    /// The records of a reservation.
    Record(ReservationRef, ApiError),
    /// They were read and cannot be calculated with.
    Unusable(InputError),
    /// The price list.
    Prices(ApiError),
    /// The catalogue of a kind of product.
    Catalog(String, ApiError),
}

impl Unread {
    /// A reservation; nothing while it is being read and once it can be calculated with. Followed in reactive closures.
    pub(super) fn record(task: ExchangeTask, of: &ReservationRef) -> Option<Self> {
        match task.records.get(of) {
            Found::Loading | Found::Ready(_) => None,
            Found::Failed(error) => Some(Self::Record(of.clone(), error)),
            Found::Unusable(error) => Some(Self::Unusable(error)),
        }
    }

    /// Each of the reservations that are returned; followed in reactive closures.
    pub(in crate::quote) fn records(task: ExchangeTask) -> Vec<Self> {
        task.form
            .with(|form| form.lines.iter().filter_map(|it| Self::record(task, &it.of)).collect())
    }

    /// The price list; followed in reactive closures.
    pub(in crate::quote) fn prices(task: ExchangeTask) -> Option<Self> {
        match task.catalogs.price_state() {
            State::Failed(error) => Some(Self::Prices(error)),
            State::Loading | State::Ready(_) => None,
        }
    }

    /// The price list, where something is bought at its price; followed in reactive closures.
    pub(in crate::quote) fn prices_needed(task: ExchangeTask) -> Option<Self> {
        task.form.with(needs_prices).then(|| Self::prices(task)).flatten()
    }

    /// The first of the catalogues of these kinds of product; followed in reactive closures.
    pub(in crate::quote) fn catalog<'a>(
        task: ExchangeTask,
        kinds: impl IntoIterator<Item = &'a str>,
    ) -> Option<Self> {
        let failed = |kind: &str| {
            task.catalogs.failure(kind).map(|error| Self::Catalog(kind.to_owned(), error))
        };
        kinds.into_iter().find_map(failed)
    }

    /// Why, and the button that asks again where that can help.
    pub(in crate::quote) fn view(self, task: ExchangeTask) -> AnyView {
        let (error, retry) = match self {
            Self::Unusable(error) => return unusable(error),
            Self::Record(of, error) => (error, Callback::new(move |()| task.records.again(&of))),
            Self::Prices(error) => (error, Callback::new(move |()| task.catalogs.reload_prices())),
            Self::Catalog(kind, error) => {
                (error, Callback::new(move |()| task.need_catalog(&kind)))
            }
        };
        view! { <Problem error on_retry=retry /> }.into_any()
    }

    /// All of them; nothing where everything could be read.
    pub(in crate::quote) fn views(all: Vec<Self>, task: ExchangeTask) -> Option<AnyView> {
        let is_any = !all.is_empty();
        is_any.then(|| all.into_iter().map(|it| it.view(task)).collect_view().into_any())
    }
}
