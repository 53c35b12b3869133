//! What must be said about the terms of a refund: which of them the records have otherwise, and who gave
//! them.

use super::facts::Facts;
use super::link::parameter;
use crate::quote::remark::{Origin, Remark};
use calculator::json::RefundCase;
use calculator::{Policy, parse_decimal};
use chrono::NaiveDate;
use rust_decimal::Decimal;

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
            is_used: super::link::is_used(&value),
            current_price: decimal(parameter::CURRENT_PRICE),
            fee_percent: decimal(parameter::FEE_PERCENT),
            unknown_policy: unknown_policy(&value, shown),
        }
    }
}

/// The policy that a link names and this version does not know, with the one that is shown instead.
pub(in crate::quote) fn unknown_policy(
    value: impl Fn(&str) -> Option<String>,
    shown: &'static Policy,
) -> Option<(String, &'static Policy)> {
    let named = value(parameter::POLICY)?;
    Policy::by_id(&named).is_err().then_some((named, shown))
}

/// The remark about an unknown policy, as long as nobody has chosen another one than that shown instead.
pub(in crate::quote) fn of_policy(
    unknown: Option<&(String, &'static Policy)>,
    policy: &'static Policy,
) -> Option<Remark> {
    let (named, instead) = unknown.filter(|(_, instead)| std::ptr::eq(*instead, policy))?;
    Some(Remark::UnknownPolicy { named: named.clone(), instead })
}

/// The remark about a day that is over.
pub(in crate::quote) fn of_day(on: NaiveDate, today: NaiveDate) -> Option<Remark> {
    (on < today).then_some(Remark::PastDay(on))
}

/// What must be said about the terms of `case`; `linked` is what a link brought.
#[must_use]
pub fn remarks(case: &RefundCase, facts: &Facts, linked: &Linked, today: NaiveDate) -> Vec<Remark> {
    let known = facts.rate.as_ref().map(|rate| (rate.usd_rate, rate.date));
    let rate =
        case.usd_rate.filter(|rate| known.is_none_or(|(known, _)| known != rate.to_decimal()));
    let rate = rate.map(|rate| Remark::OwnRate {
        rate,
        origin: Origin::of(&rate.to_decimal(), linked.usd_rate.as_ref()),
        known,
    });
    let is_used = case.holding.used();
    let is_of_link = linked.is_used == Some(is_used) && facts.usage.is_used() != is_used;
    let used = is_of_link.then_some(Remark::LinkedUse { of: None, is_used });
    let bought_for = case.holding.unit_price();
    let price = case
        .holding
        .current_unit_price()
        .map(|price| (Origin::of(&price.to_decimal(), linked.current_price.as_ref()), price));
    let fee = case.fee_rate.map(|rate| {
        let percent = rate.to_decimal() * Decimal::ONE_HUNDRED;
        (Origin::of(&percent, linked.fee_percent.as_ref()), rate)
    });
    // What raises no question and was entered here says nothing.
    let price = price
        .filter(|(origin, price)| *origin == Origin::Link || price.far_from(bought_for).is_some());
    let fee = fee.filter(|(origin, rate)| {
        *origin == Origin::Link || rate.points_from(case.policy).is_some()
    });
    let all = [
        of_policy(linked.unknown_policy.as_ref(), case.policy),
        of_day(case.on, today),
        rate,
        used,
        price.map(|(origin, price)| Remark::CurrentPrice { price, origin, bought_for }),
        fee.map(|(origin, rate)| Remark::FeeRate { rate, origin, policy: case.policy }),
    ];
    all.into_iter().flatten().collect()
}
