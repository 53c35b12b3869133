//! The terms of an exchange in the query of an address, so that a link reproduces the quote exactly; and what
//! must be said of terms that the records and the price list have otherwise, and of who gave them.
//!
//! Decimals stand there in plain notation, whatever the language of the one who made the link. A
//! parameter that stands several times is a list.

use super::{Case, FormText, LineText, PlanText, PriceBook, PurchaseText};
use crate::ReservationRef;
use crate::quote::remark::unknown_policy;
use crate::quote::typed::{decimal, spelled_if_decimal, unspelled};
use crate::quote::{Facts, Origin, Remark};
use calculator::{Policy, Price};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::sync::Arc;

/// Names of the parameters.
pub mod parameter {
    pub use crate::address::parameter::{CUSTOMER, RESERVATION};
    pub use crate::quote::refund::link::parameter::{DAY, POLICY};
    /// A reservation that is bought: type, size, region, term, plan, quantity, and a price of one's own.
    pub const BUY: &str = "buy";
    /// A savings plan: term and hourly commitment.
    pub const SAVINGS_PLAN: &str = "plan";
}

/// Stands between the parts of one parameter; it occurs in no id, size or region.
const BETWEEN: char = '~';
const USED: &str = "used";
const UNUSED: &str = "unused";

/// The terms of a form; a list that is empty has one empty entry, which takes it out of an address.
/// `sign` separates whole and fraction in the reader's language.
#[must_use]
pub fn parameters(form: &FormText, policy: &str, sign: char) -> Vec<(&'static str, String)> {
    let mut parameters =
        vec![(parameter::DAY, form.day.clone()), (parameter::POLICY, policy.to_owned())];
    let mut list = |name, entries: Vec<String>| {
        let entries = if entries.is_empty() { vec![String::new()] } else { entries };
        parameters.extend(entries.into_iter().map(|entry| (name, entry)));
    };
    list(parameter::RESERVATION, form.lines.iter().map(line).collect());
    list(parameter::BUY, form.purchases.iter().map(|it| purchase(it, sign)).collect());
    list(parameter::SAVINGS_PLAN, form.plans.iter().map(|it| plan(it, sign)).collect());
    parameters
}

fn line(line: &LineText) -> String {
    let LineText { of, units, is_used, exchanges_used } = line;
    let is_used = is_used.map(|is_used| if is_used { USED } else { UNUSED });
    let parts = [units.as_deref(), is_used, exchanges_used.as_deref()];
    // What stays as the records have it is left out, except before something that does not.
    let count = parts.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
    let mut text = format!("{}/{}", of.order, of.reservation);
    for part in &parts[..count] {
        text.push(':');
        text.push_str(part.unwrap_or_default());
    }
    text
}

fn purchase(bought: &PurchaseText, sign: char) -> String {
    let PurchaseText { resource_type, sku, region, term, plan, quantity, price } = bought;
    let parts = [resource_type, sku, region, term, plan, quantity];
    let mut text = parts.map(String::as_str).join("~");
    if let Some(price) = price {
        text.push(BETWEEN);
        text.push_str(&unspelled(price, sign));
    }
    text
}

fn plan(plan: &PlanText, sign: char) -> String {
    format!("{}{BETWEEN}{}", plan.term, unspelled(&plan.hourly, sign))
}

/// The form that a link describes; `values` gives all values of a parameter, and what the link leaves out
/// is as the records have it. What cannot be read stands in its field, where the form points it out.
#[must_use]
pub fn form(values: impl Fn(&str) -> Vec<String>, today: &str, sign: char) -> FormText {
    let customer = values(parameter::CUSTOMER).into_iter().next().unwrap_or_default();
    let read = |text: &str| spelled_if_decimal(text.to_owned(), sign);
    let mut lines: Vec<LineText> = Vec::new();
    for text in values(parameter::RESERVATION) {
        let line = read_line(&customer, &text);
        // The same reservation twice would be returned twice.
        lines.extend(line.filter(|line| lines.iter().all(|known| known.of != line.of)));
    }
    FormText {
        day: values(parameter::DAY).into_iter().next().unwrap_or_else(|| today.to_owned()),
        lines,
        purchases: values(parameter::BUY).iter().map(|text| read_purchase(text, read)).collect(),
        plans: values(parameter::SAVINGS_PLAN).iter().map(|text| read_plan(text, read)).collect(),
    }
}

fn read_line(customer: &str, text: &str) -> Option<LineText> {
    let mut parts = text.split(':');
    let (order, reservation) = parts.next()?.split_once('/')?;
    let of = ReservationRef {
        customer: customer.to_owned(),
        order: order.to_owned(),
        reservation: reservation.to_owned(),
    };
    let mut part = || parts.next().filter(|part| !part.is_empty());
    let units = part().map(ToOwned::to_owned);
    let is_used = match part() {
        Some(USED) => Some(true),
        Some(UNUSED) => Some(false),
        _ => None,
    };
    let exchanges_used = part().map(ToOwned::to_owned);
    Some(LineText { of, units, is_used, exchanges_used })
}

fn read_purchase(text: &str, decimal: impl Fn(&str) -> String) -> PurchaseText {
    let mut parts = text.split(BETWEEN);
    let mut part = || parts.next().unwrap_or_default().to_owned();
    PurchaseText {
        resource_type: part(),
        sku: part(),
        region: part(),
        term: part(),
        plan: part(),
        quantity: part(),
        price: parts.next().map(decimal),
    }
}

fn read_plan(text: &str, decimal: impl Fn(&str) -> String) -> PlanText {
    let (term, hourly) = text.split_once(BETWEEN).unwrap_or((text, ""));
    PlanText { term: term.to_owned(), hourly: decimal(hourly) }
}

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
            unknown_policy: unknown_policy(value(parameter::POLICY), shown),
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
        Remark::of_policy(linked.unknown_policy.as_ref(), exchange.policy()),
        Remark::of_day(exchange.on(), today),
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
#[must_use]
pub fn listed(prices: &PriceBook, bought: &PurchaseText, own: Price) -> Option<Price> {
    Price::from_decimal(prices.find(bought)?.unit_price, own.currency()).ok()
}
