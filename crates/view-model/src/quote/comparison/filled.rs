//! What a comparison considers where nobody has chosen anything: the cheapest purchase of the price list that an
//! exchange is allowed for, and the smallest savings plan.

use crate::quote::Facts;
use crate::quote::exchange::catalog::{self, Unsold};
use crate::quote::exchange::{FormText, PlanText, PriceBook, PurchaseText};
use crate::quote::typed::spelled;
use azure::CatalogItem;
use calculator::Policy;
use calculator::comparison::{cheapest, smallest_plan};
use calculator::exchange::{Exchange, Purchase};
use std::sync::Arc;

/// Who has chosen what is considered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Whoever filled the form in.
    Chosen,
    /// Nobody: it is the cheapest of the price list.
    Cheapest,
    /// Nobody: it is what is returned, at the price that was paid, because the price list has nothing.
    AsBought,
    /// Nobody: it is the smallest commitment.
    Smallest,
    /// Nobody, and nothing can be considered.
    Nothing,
}

/// The terms of a comparison, with what is considered where nobody has chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The form with everything that is considered.
    pub form: FormText,
    /// Where its purchases come from.
    pub exchange: Origin,
    /// Where its savings plans come from.
    pub trade_in: Origin,
}

/// What can be bought.
#[derive(Clone, Copy)]
pub struct Market<'a> {
    /// The price list.
    pub prices: &'a PriceBook,
    /// What a catalogue sells of a kind of product; empty where it is not known.
    pub items: &'a dyn Fn(&str) -> Arc<Vec<CatalogItem>>,
}

impl Filled {
    /// Fills in what `form` leaves open; `facts` are the records of its lines, and `sign` separates whole and fraction
    /// in the reader's language.
    #[must_use]
    pub fn new(
        form: &FormText,
        facts: &[Arc<Facts>],
        market: Market<'_>,
        policy: &'static Policy,
        sign: char,
    ) -> Self {
        let mut filled = form.clone();
        let alone = FormText { purchases: Vec::new(), plans: Vec::new(), ..form.clone() };
        let returns = alone.case(facts, market.prices, policy, sign).ok().map(|case| case.exchange);
        let mut exchange = Origin::Chosen;
        if form.purchases.is_empty() {
            let found = returns.as_ref().and_then(|it| purchase(it, facts, market, sign));
            exchange = found.as_ref().map_or(Origin::Nothing, |(_, origin)| *origin);
            filled.purchases.extend(found.map(|(bought, _)| bought));
        }
        let mut trade_in = Origin::Chosen;
        if form.plans.is_empty() {
            let found = returns.as_ref().and_then(smallest_plan);
            trade_in = found.as_ref().map_or(Origin::Nothing, |_| Origin::Smallest);
            filled.plans.extend(found.map(|plan| PlanText {
                term: plan.term().to_string(),
                hourly: spelled(&plan.hourly_commitment().to_string(), sign),
            }));
        }
        Self { form: filled, exchange, trade_in }
    }

    /// The terms of the exchange alone.
    #[must_use]
    pub fn exchanged(&self) -> FormText {
        FormText { plans: Vec::new(), ..self.form.clone() }
    }

    /// The terms of the trade-in alone.
    #[must_use]
    pub fn traded_in(&self) -> FormText {
        FormText { purchases: Vec::new(), ..self.form.clone() }
    }
}

/// What the returns could be exchanged for.
fn purchase(
    returns: &Exchange,
    facts: &[Arc<Facts>],
    market: Market<'_>,
    sign: char,
) -> Option<(PurchaseText, Origin)> {
    let first = facts.first()?;
    let paid = first.unit_price().to_decimal().normalize().to_string();
    let as_bought = PurchaseText {
        price: Some(spelled(&paid, sign)),
        ..PurchaseText::same_as(first, "1".to_owned())
    };
    let of_list = least(returns, listed(facts, market), market.prices, sign);
    let of_list = of_list.map(|bought| (bought, Origin::Cheapest));
    of_list.or_else(|| {
        let same = least(returns, vec![as_bought], market.prices, sign)?;
        Some((same, Origin::AsBought))
    })
}

/// What the price list has of the kinds of product that are returned, where they are, as far as it is sold; first the
/// size that is returned, then its term, so that of equal prices nothing changes that need not.
fn listed(facts: &[Arc<Facts>], market: Market<'_>) -> Vec<PurchaseText> {
    let mut offers = Vec::new();
    for facts in facts {
        let same = PurchaseText::same_as(facts, "1".to_owned());
        let items = (market.items)(&same.resource_type);
        for (sku, term) in market.prices.offers(&same.resource_type, &same.region) {
            let offer = PurchaseText { sku: sku.to_owned(), term: term.to_owned(), ..same.clone() };
            let offer = match catalog::unsold(&items, &offer) {
                None => Some(offer),
                Some(Unsold::Plan(plans)) => {
                    plans.into_iter().next().map(|plan| PurchaseText { plan, ..offer })
                }
                Some(Unsold::Size | Unsold::Region(_) | Unsold::Term(_)) => None,
            };
            offers.extend(offer.filter(|offer| !offers.contains(offer)));
        }
    }
    let returned = facts.first().map(|facts| PurchaseText::same_as(facts, "1".to_owned()));
    let returned = returned.unwrap_or_default();
    offers.sort_by_key(|it| (it.sku != returned.sku, it.term != returned.term));
    offers
}

/// The cheapest of some purchases that may be bought for the returns, with its quantity.
fn least(
    returns: &Exchange,
    mut offers: Vec<PurchaseText>,
    prices: &PriceBook,
    sign: char,
) -> Option<PurchaseText> {
    let currency = returns.currency();
    // An offer whose price cannot be calculated with is none.
    let mut purchases: Vec<Purchase> = Vec::with_capacity(offers.len());
    offers.retain(|offer| {
        let purchase = offer.purchase(0, prices, currency, sign).ok();
        let is_one = purchase.is_some();
        purchases.extend(purchase);
        is_one
    });
    let found = cheapest(returns, &purchases)?;
    let bought = offers.get(found.place)?.clone();
    Some(PurchaseText { quantity: found.quantity.to_string(), ..bought })
}
