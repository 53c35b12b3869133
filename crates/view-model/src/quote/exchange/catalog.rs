//! What a catalogue of the Capacity API sells, and what of a purchase it does not.

use super::{PriceBook, PurchaseText};
use azure::CatalogItem;
use calculator::exchange::{Exchange, first_allowed};

/// The regions that a catalogue sells in, each once and in order.
#[must_use]
pub fn regions(items: &[CatalogItem]) -> Vec<String> {
    let mut regions: Vec<String> = Vec::new();
    for region in items.iter().flat_map(|item| item.locations.iter().flatten()) {
        let name = region.to_ascii_lowercase();
        if let Err(place) = regions.binary_search_by_key(&name, |it| it.to_ascii_lowercase()) {
            regions.insert(place, region.clone());
        }
    }
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
    plans.iter().map(|plan| plan.as_str().to_owned()).collect()
}

/// The first other term of a purchase with which `exchange` is allowed, at the price of the list; `place` is
/// where the purchase stands in it.
#[must_use]
pub fn term_that_meets(
    item: &CatalogItem,
    bought: &PurchaseText,
    place: usize,
    exchange: &Exchange,
    prices: &PriceBook,
) -> Option<String> {
    // A term that would take another billing plan with it is no choice of the term alone.
    let is_choice =
        |term: &String| *term != bought.term && plans(item, term).contains(&bought.plan);
    let at_list_price = |term| {
        let other = PurchaseText { term, price: None, ..bought.clone() };
        other.purchase(place, prices, exchange.currency(), '.').ok()
    };
    let offers = terms(item).into_iter().filter(is_choice).filter_map(at_list_price);
    let offers: Vec<_> = offers.collect();
    first_allowed(exchange, place, &offers).map(|offer| offer.term().to_string())
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
