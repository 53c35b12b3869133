//! What can be bought: catalogues by kind of product, asked for when they are needed, and the prices.

use super::form::{FormText, PurchaseText};
use super::price_book::PriceBook;
use super::records::Records;
use crate::api::{Api, ApiError, Load, State, load};
use azure::{BillingPlan, CatalogItem};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use view_model::listing::sort_by;

/// A catalogue and the kind of product that it lists.
type Catalog = (String, State<Vec<CatalogItem>>);

/// What can be bought for a customer.
#[derive(Clone, Copy, Debug)]
pub struct Shop {
    api: Api,
    customer: StoredValue<String>,
    catalogs: RwSignal<Vec<Catalog>>,
    prices: Load<PriceBook>,
}

impl Shop {
    /// The shop for a customer; prices are in the currency of the first reservation of `form`, and follow it.
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

/// The regions that a catalogue sells in, each once and in order.
#[must_use]
pub fn regions(items: &[CatalogItem]) -> Vec<String> {
    let mut regions: Vec<_> =
        items.iter().flat_map(|item| item.locations.iter().flatten()).cloned().collect();
    sort_by(&mut regions, Ord::cmp);
    regions.dedup_by(|one, other| one.eq_ignore_ascii_case(other));
    regions
}

/// What is sold in a region for some term.
pub fn in_region<'a>(
    items: &'a [CatalogItem],
    region: &'a str,
) -> impl Iterator<Item = &'a CatalogItem> {
    items.iter().filter(move |item| {
        let mut locations = item.locations.iter().flatten();
        locations.any(|location| location.eq_ignore_ascii_case(region)) && !terms(item).is_empty()
    })
}

/// The item that a purchase is about.
#[must_use]
pub fn item<'a>(items: &'a [CatalogItem], bought: &PurchaseText) -> Option<&'a CatalogItem> {
    let is_it = |item: &&CatalogItem| {
        item.name.as_deref().is_some_and(|name| name.eq_ignore_ascii_case(&bought.sku))
    };
    items.iter().find(is_it)
}

/// The terms of an item that no restriction takes away.
#[must_use]
pub fn terms(item: &CatalogItem) -> Vec<String> {
    let is_restricted = |term: &str| {
        let mut restrictions = item.restrictions.iter().flatten();
        restrictions.any(|it| {
            it.type_name.as_deref().is_some_and(|kind| kind.eq_ignore_ascii_case("Term"))
                && it.values.iter().flatten().any(|value| value.eq_ignore_ascii_case(term))
        })
    };
    let terms = item.terms.iter().flatten().map(|term| term.as_str().to_owned());
    terms.filter(|term| !is_restricted(term)).collect()
}

/// How an item can be paid over a term.
#[must_use]
pub fn plans(item: &CatalogItem, term: &str) -> Vec<String> {
    let plans = item.billing_plans.as_ref().and_then(|plans| plans.get(term));
    let plans = plans.map(Vec::as_slice).unwrap_or_default();
    plans.iter().map(|plan: &BillingPlan| plan.as_str().to_owned()).collect()
}

/// What keeps a purchase from being sold as it was chosen, with what is sold instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsold {
    /// The product does not have this size.
    Size,
    /// The size is sold in these regions only.
    Region(Vec<String>),
    /// The size is sold for these terms only.
    Term(Vec<String>),
    /// The size can be paid like this only over the chosen term.
    Plan(Vec<String>),
}

/// Why a purchase is not sold as it was chosen; `None` when it is, and before anything is known. Nothing is
/// chosen in its place: what a person has chosen, a person changes.
#[must_use]
pub fn unsold(items: &[CatalogItem], bought: &PurchaseText) -> Option<Unsold> {
    if items.is_empty() || bought.sku.is_empty() {
        return None;
    }
    let Some(item) = item(items, bought) else { return Some(Unsold::Size) };
    let lacks = |offered: &[String], chosen: &str| {
        offered.iter().all(|offer| !offer.eq_ignore_ascii_case(chosen))
    };
    let regions: Vec<_> = item.locations.iter().flatten().cloned().collect();
    if lacks(&regions, &bought.region) {
        return Some(Unsold::Region(regions));
    }
    let terms = terms(item);
    if lacks(&terms, &bought.term) {
        return Some(Unsold::Term(terms));
    }
    let plans = plans(item, &bought.term);
    lacks(&plans, &bought.plan).then_some(Unsold::Plan(plans))
}
