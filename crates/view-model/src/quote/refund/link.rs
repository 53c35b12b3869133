//! The terms of a quote in the query of an address, so that a link reproduces the quote exactly.
//!
//! Decimals stand there in plain notation, whatever the language of the one who made the link.

use calculator::json::RefundCase;
use calculator::{Currency, Policy, parse_decimal};
use rust_decimal::Decimal;

use super::form::{FormText, spelled};
use view_model::decimal_with_sign;

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
    let percent = case.fee_rate.map(|rate| rate.to_decimal() * Decimal::ONE_HUNDRED);
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

/// A decimal as typed, in plain notation; what is no decimal as it is.
pub(in crate::quote) fn unspelled(text: &str, sign: char) -> String {
    match decimal_with_sign(text, sign) {
        Ok(Some(value)) => value.normalize().to_string(),
        Ok(None) | Err(_) => text.to_owned(),
    }
}

/// Parameters as addresses take them.
pub(in crate::quote) fn borrowed<'a>(
    parameters: &'a [(&'static str, String)],
) -> Vec<(&'static str, &'a str)> {
    parameters.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

/// The form that a link describes; `value` gives a parameter, and what the link leaves out is as in
/// `start`. What cannot be read stands in its field as it is, where the form points it out.
#[must_use]
pub fn form(value: impl Fn(&str) -> Option<String>, start: FormText, sign: char) -> FormText {
    let decimal = |name: &str| {
        value(name).map(|text| match parse_decimal(&text) {
            Ok(_) => spelled(&text, sign),
            Err(_) => text,
        })
    };
    let is_used = is_used(&value);
    let usd_rate = decimal(parameter::USD_RATE);
    let usd_rate = usd_rate.map(|rate| if rate == NONE { String::new() } else { rate });
    FormText {
        day: value(parameter::DAY).unwrap_or(start.day),
        units: value(parameter::UNITS).unwrap_or(start.units),
        is_used: is_used.unwrap_or(start.is_used),
        current_price: decimal(parameter::CURRENT_PRICE).unwrap_or(start.current_price),
        usd_rate: usd_rate.unwrap_or(start.usd_rate),
        fee_percent: decimal(parameter::FEE_PERCENT).unwrap_or(start.fee_percent),
    }
}

/// Whether a link says that the reservation was used.
pub(super) fn is_used(value: impl Fn(&str) -> Option<String>) -> Option<bool> {
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
