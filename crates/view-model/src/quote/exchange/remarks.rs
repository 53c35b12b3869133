//! What must be said about the terms of an exchange: which of them the records and the price list have
//! otherwise, and who gave them.

use super::Facts;
use super::form::{Case, FormText, PurchaseText};
use super::price_book::PriceBook;
use crate::quote::refund::form::decimal;
use crate::quote::refund::remarks::{of_day, of_policy, unknown_policy};
use crate::quote::remark::{Origin, Remark};
use calculator::{Policy, Price};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::sync::Arc;

/// What a link said of terms that the records and the price list have as well.
#[derive(Clone, Debug, Default)]
pub struct Linked {
    /// The form as the link brought it, with its prices.
    form: FormText,
    prices: Vec<Option<Decimal>>,
    unknown_policy: Option<(String, &'static Policy)>,
}

impl Linked {
    /// What a link brought as `form`, with decimals as `sign` spells them; `value` gives a parameter, and
    /// `shown` is the policy in force.
    #[must_use]
    pub fn new(
        form: &FormText,
        sign: char,
        value: impl Fn(&str) -> Option<String>,
        shown: &'static Policy,
    ) -> Self {
        let price = |bought: &PurchaseText| {
            bought.price.as_deref().and_then(|text| decimal(text, sign).ok().flatten())
        };
        Self {
            prices: form.purchases.iter().map(price).collect(),
            form: form.clone(),
            unknown_policy: unknown_policy(value, shown),
        }
    }

    /// Who gave the price of something that is bought.
    #[must_use]
    pub fn origin(&self, bought: &PurchaseText, price: Decimal) -> Origin {
        let is_it = |(known, linked): (&PurchaseText, &Option<Decimal>)| {
            *linked == Some(price)
                && known.sku.eq_ignore_ascii_case(&bought.sku)
                && known.term == bought.term
        };
        let is_of_link = self.form.purchases.iter().zip(&self.prices).any(is_it);
        if is_of_link { Origin::Link } else { Origin::Hand }
    }

    fn is_used(&self, place: usize, form: &FormText) -> Option<bool> {
        let of = &form.lines.get(place)?.of;
        self.form.lines.iter().find(|line| line.of == *of)?.is_used
    }
}

/// What must be said about the terms of `case`, which `form` asks for; `facts` are the records of its lines.
#[must_use]
pub fn remarks(
    case: &Case,
    form: &FormText,
    facts: &[Arc<Facts>],
    prices: &PriceBook,
    linked: &Linked,
    today: NaiveDate,
) -> Vec<Remark> {
    let exchange = &case.exchange;
    let whole = [
        of_policy(linked.unknown_policy.as_ref(), exchange.policy()),
        of_day(exchange.on(), today),
    ];
    let used =
        exchange.returns().iter().zip(facts).enumerate().filter_map(|(place, (line, facts))| {
            let is_used = line.holding.used();
            let is_of_link =
                linked.is_used(place, form) == Some(is_used) && facts.usage.is_used() != is_used;
            let of = Some(facts.name().to_owned());
            is_of_link.then_some(Remark::LinkedUse { of, is_used })
        });
    let own = exchange.purchases().iter().zip(&form.purchases).filter(|(_, it)| it.price.is_some());
    let own = own.map(|(bought, text)| {
        let price = bought.unit_price();
        Remark::OwnPrice {
            of: text.sku.clone(),
            price,
            origin: linked.origin(text, price.to_decimal()),
            listed: listed(prices, text, price),
        }
    });
    whole.into_iter().flatten().chain(used).chain(own).collect()
}

/// What the price list has for something that is bought at a price of one's own.
pub(super) fn listed(prices: &PriceBook, bought: &PurchaseText, own: Price) -> Option<Price> {
    Price::from_decimal(prices.find(bought)?.unit_price, own.currency()).ok()
}
