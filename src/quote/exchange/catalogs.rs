//! What can be bought: catalogues by kind of product, asked for when they are needed, and the prices.

use super::records::Records;
use crate::api::{Api, ApiError, Load, State, load};
use azure::CatalogItem;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use view_model::quote::exchange::FormText;
use view_model::quote::exchange::PriceBook;

/// A catalogue and the kind of product that it lists.
type Catalog = (String, State<Vec<CatalogItem>>);

/// What can be bought for a customer.
#[derive(Clone, Copy, Debug)]
pub struct Catalogs {
    api: Api,
    customer: StoredValue<String>,
    catalogs: RwSignal<Vec<Catalog>>,
    prices: Load<PriceBook>,
}

impl Catalogs {
    /// The catalogs for a customer; prices are in the currency of the first reservation of `form`, and follow it.
    pub fn new(api: Api, customer: String, form: RwSignal<FormText>, records: Records) -> Self {
        let currency = move || {
            let facts = form.with(|form| records.ready(&form.lines.first()?.of))?;
            Some(facts.currency().code().to_owned())
        };
        let prices = load(currency, move |currency: Option<String>| async move {
            match currency {
                Some(currency) => api.price_list(&currency).await.map(PriceBook::new),
                None => Ok(PriceBook::default()),
            }
        });
        Self {
            api,
            customer: StoredValue::new(customer),
            catalogs: RwSignal::new(Vec::new()),
            prices,
        }
    }

    /// How far reading the prices has come; followed in reactive closures.
    pub fn price_state(self) -> State<PriceBook> {
        self.prices.state()
    }

    /// The prices, as far as they are there; followed in reactive closures.
    pub fn prices(self) -> Arc<PriceBook> {
        self.prices.ready().unwrap_or_default()
    }

    /// Reads the prices anew.
    pub fn reload_prices(self) {
        self.prices.reload();
    }

    /// What there is of a kind of product; followed in reactive closures. Empty until it has been read.
    pub fn items(self, resource_type: &str) -> Arc<Vec<CatalogItem>> {
        match self.catalog(resource_type) {
            Some(State::Ready(items)) => items,
            _ => Arc::default(),
        }
    }

    /// Why a catalogue could not be read; followed in reactive closures.
    pub fn failure(self, resource_type: &str) -> Option<ApiError> {
        match self.catalog(resource_type) {
            Some(State::Failed(error)) => Some(error),
            _ => None,
        }
    }

    /// Whether a catalogue has been asked for and is still on its way, or has not been asked for; followed in
    /// reactive closures.
    pub fn is_awaited(self, resource_type: &str) -> bool {
        !matches!(self.catalog(resource_type), Some(State::Ready(_) | State::Failed(_)))
    }

    fn catalog(self, resource_type: &str) -> Option<State<Vec<CatalogItem>>> {
        self.catalogs.with(|all| {
            let known = all.iter().find(|(known, _)| known.eq_ignore_ascii_case(resource_type));
            known.map(|(_, state)| state.clone())
        })
    }

    /// Reads a catalogue and calls `done` when it has come, unless it is there or on its way.
    pub fn need(self, resource_type: &str, subscription: &str, done: Callback<()>) {
        match untrack(|| self.catalog(resource_type)) {
            Some(State::Ready(_) | State::Loading) => return,
            Some(State::Failed(_)) | None => {}
        }
        let (kind, subscription) = (resource_type.to_owned(), subscription.to_owned());
        self.put(&kind, State::Loading);
        spawn_local(async move {
            let Some(customer) = self.customer.try_get_value() else { return };
            let state = match self.api.catalog(&customer, &subscription, &kind).await {
                Ok(items) => State::Ready(Arc::new(items)),
                Err(error) => State::Failed(error),
            };
            self.put(&kind, state);
            // The page may be gone by now, and what waits with it.
            let _ = done.try_run(());
        });
    }

    fn put(self, kind: &str, state: State<Vec<CatalogItem>>) {
        self.catalogs.try_update(|all| match all.iter_mut().find(|(known, _)| known == kind) {
            Some((_, known)) => *known = state,
            None => all.push((kind.to_owned(), state)),
        });
    }
}
