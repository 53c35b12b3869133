//! The terms of an exchange in the query of an address, so that a link reproduces the quote exactly.
//!
//! Decimals stand there in plain notation, whatever the language of the one who made the link. A
//! parameter that stands several times is a list.

use calculator::parse_decimal;

use super::form::{FormText, LineText, PlanText, PurchaseText};
use crate::paths::ReservationRef;
use crate::quote::refund::form::spelled;
use crate::quote::refund::link::unspelled;

/// Names of the parameters.
pub mod parameter {
    pub use crate::paths::parameter::{CUSTOMER, RESERVATION};
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
    let read = |text: &str| match parse_decimal(text) {
        Ok(_) => spelled(text, sign),
        Err(_) => text.to_owned(),
    };
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
