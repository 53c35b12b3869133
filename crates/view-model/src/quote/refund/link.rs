//! The terms of a refund in the query of an address, so that a link reproduces the quote exactly; and what must
//! be said of terms that the records have otherwise, and of who gave them.
//!
//! Decimals stand there in plain notation, whatever the language of the one who made the link.

use super::FormText;
use crate::quote::remark::unknown_policy;
use crate::quote::typed::{spelled_if_decimal, unspelled};
use crate::quote::{Facts, Origin, Remark};
use calculator::json::RefundCase;
use calculator::{Currency, FeeRate, Policy, parse_decimal};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// Names of the parameters.
pub mod parameter {
    /// The UTC day of the return.
    pub const DAY: &str = "date";
    /// Units to return.
    pub const UNITS: &str = "units";
    /// Whether the reservation was used: `yes` or `no`.
    pub const USED: &str = "used";
    /// The current price of one unit.
    pub const CURRENT_PRICE: &str = "price";
    /// USD for one unit of the billing currency, or `none`.
    pub const USD_RATE: &str = "rate";
    /// The what-if fee in percent.
    pub const FEE_PERCENT: &str = "fee";
    /// The id of the policy.
    pub const POLICY: &str = "policy";
}

const YES: &str = "yes";
const NO: &str = "no";
/// A rate that was taken out of the form; a link without the parameter takes the known one.
const NONE: &str = "none";

/// The terms of `case`; empty values stand for absent parameters.
#[must_use]
pub fn parameters(case: &RefundCase) -> [(&'static str, String); 7] {
    let plain = |value: Option<Decimal>| value.map(|value| value.normalize().to_string());
    let price = case.holding.current_unit_price().map(|price| price.to_decimal());
    let percent = case.fee_rate.map(FeeRate::to_percent);
    let rate = match plain(case.usd_rate.map(|rate| rate.to_decimal())) {
        Some(rate) => rate,
        None if case.holding.currency() == Currency::USD => String::new(),
        None => NONE.to_owned(),
    };
    [
        (parameter::DAY, case.on.to_string()),
        (parameter::UNITS, case.units.to_string()),
        (parameter::USED, if case.holding.used() { YES } else { NO }.to_owned()),
        (parameter::CURRENT_PRICE, plain(price).unwrap_or_default()),
        (parameter::USD_RATE, rate),
        (parameter::FEE_PERCENT, plain(percent).unwrap_or_default()),
        (parameter::POLICY, case.policy.id.to_owned()),
    ]
}

/// The terms as they stand in a form that gives no case; what is no decimal stays as it was typed.
#[must_use]
pub fn typed(
    form: &FormText,
    policy: &str,
    sign: char,
    needs_rate: bool,
) -> Vec<(&'static str, String)> {
    let rate = match unspelled(&form.usd_rate, sign) {
        none if none.is_empty() && needs_rate => NONE.to_owned(),
        rate => rate,
    };
    vec![
        (parameter::DAY, form.day.clone()),
        (parameter::UNITS, form.units.clone()),
        (parameter::USED, if form.is_used { YES } else { NO }.to_owned()),
        (parameter::CURRENT_PRICE, unspelled(&form.current_price, sign)),
        (parameter::USD_RATE, rate),
        (parameter::FEE_PERCENT, unspelled(&form.fee_percent, sign)),
        (parameter::POLICY, policy.to_owned()),
    ]
}

/// The form that a link describes; `value` gives a parameter, and what the link leaves out is as in
/// `start`. What cannot be read stands in its field as it is, where the form points it out.
#[must_use]
pub fn form(value: impl Fn(&str) -> Option<String>, start: FormText, sign: char) -> FormText {
    let decimal = |name: &str| value(name).map(|text| spelled_if_decimal(text, sign));
    let is_used = is_used(&value);
    let usd_rate = decimal(parameter::USD_RATE);
    let usd_rate = usd_rate.map(|rate| if rate == NONE { String::new() } else { rate });
    FormText {
        is_day_chosen: value(parameter::DAY).is_some(),
        day: value(parameter::DAY).unwrap_or(start.day),
        units: value(parameter::UNITS).unwrap_or(start.units),
        is_used: is_used.unwrap_or(start.is_used),
        current_price: decimal(parameter::CURRENT_PRICE).unwrap_or(start.current_price),
        usd_rate: usd_rate.unwrap_or(start.usd_rate),
        fee_percent: decimal(parameter::FEE_PERCENT).unwrap_or(start.fee_percent),
    }
}

/// Whether a link says that the reservation was used.
fn is_used(value: impl Fn(&str) -> Option<String>) -> Option<bool> {
    match value(parameter::USED)?.as_str() {
        YES => Some(true),
        NO => Some(false),
        _ => None,
    }
}

/// The policy that a link names, if this version knows it.
#[must_use]
pub fn policy(value: impl Fn(&str) -> Option<String>) -> Option<&'static Policy> {
    Policy::by_id(&value(parameter::POLICY)?).ok()
}

/// What a link said of terms that the records have as well.
#[derive(Clone, Debug, Default)]
pub struct Linked {
    usd_rate: Option<Decimal>,
    is_used: Option<bool>,
    current_price: Option<Decimal>,
    fee_percent: Option<Decimal>,
    /// A policy that this version does not know, and what was shown instead.
    unknown_policy: Option<(String, &'static Policy)>,
}

impl Linked {
    /// Reads a link; `value` gives a parameter, and `shown` is the policy in force.
    #[must_use]
    pub fn read(value: impl Fn(&str) -> Option<String>, shown: &'static Policy) -> Self {
        let decimal = |name: &str| parse_decimal(&value(name)?).ok();
        Self {
            usd_rate: decimal(parameter::USD_RATE),
            is_used: is_used(&value),
            current_price: decimal(parameter::CURRENT_PRICE),
            fee_percent: decimal(parameter::FEE_PERCENT),
            unknown_policy: unknown_policy(value(parameter::POLICY), shown),
        }
    }
}

/// What must be said about the terms of `case`; `linked` is what a link brought.
#[must_use]
pub fn remarks(case: &RefundCase, facts: &Facts, linked: &Linked, today: NaiveDate) -> Vec<Remark> {
    let known = facts.rate.as_ref().map(|rate| (rate.usd_rate, rate.date));
    let rate = Remark::of_rate(case.usd_rate, known, linked.usd_rate.as_ref());
    let is_used = case.holding.used();
    let is_of_link = linked.is_used == Some(is_used) && facts.usage.is_used() != is_used;
    let used = is_of_link.then_some(Remark::LinkedUse { of: None, is_used });
    let bought_for = case.holding.unit_price();
    let price = case
        .holding
        .current_unit_price()
        .map(|price| (Origin::of(&price.to_decimal(), linked.current_price.as_ref()), price));
    let fee = case.fee_rate.map(|rate| {
        let percent = rate.to_percent();
        (Origin::of(&percent, linked.fee_percent.as_ref()), rate)
    });
    // What raises no question and was entered here says nothing.
    let price = price
        .filter(|(origin, price)| *origin == Origin::Link || price.far_from(bought_for).is_some());
    let fee = fee.filter(|(origin, rate)| {
        *origin == Origin::Link || rate.points_from(case.policy).is_some()
    });
    let all = [
        Remark::of_policy(linked.unknown_policy.as_ref(), case.policy),
        Remark::of_day(case.on, today),
        rate,
        used,
        price.map(|(origin, price)| Remark::CurrentPrice { price, origin, bought_for }),
        fee.map(|(origin, rate)| Remark::FeeRate { rate, origin, policy: case.policy }),
    ];
    all.into_iter().flatten().collect()
}
