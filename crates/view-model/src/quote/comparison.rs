//! A comparison of the terms on screen, and what it assumes beside them: how much is used, what a reserved hour
//! saves, and the rate.

use super::Facts;
use crate::ExchangeRate;
use azure::Transaction;
use calculator::comparison::{Comparison, ComparisonInput, compare, utilization};
use calculator::exchange::Exchange;
use calculator::{Currency, Policy, Problem, Share, UsdRate, parse_decimal};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::sync::Arc;

/// Names of the parameters.
pub mod parameter {
    /// Percent of the units in question that are used.
    pub const USE: &str = "use";
    /// Percent that a reserved hour saves against pay-as-you-go.
    pub const SAVING: &str = "saving";
    /// USD for one unit of the billing currency.
    pub const USD_RATE: &str = super::super::refund::link::parameter::USD_RATE;
}

/// What stands in the fields, in plain notation where it is a decimal; empty as the records have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assumptions {
    /// Percent of the units in question that are used.
    pub utilization: String,
    /// Percent that a reserved hour saves.
    pub saving: String,
    /// USD for one unit of the billing currency.
    pub usd_rate: String,
}

impl Assumptions {
    /// Reads what an address says; `value` gives a parameter, empty when it is missing.
    #[must_use]
    pub fn read(value: impl Fn(&str) -> String) -> Self {
        Self {
            utilization: value(parameter::USE),
            saving: value(parameter::SAVING),
            usd_rate: value(parameter::USD_RATE),
        }
    }
}

/// What was compared, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The outcomes.
    pub comparison: Comparison,
    /// The UTC day.
    pub on: NaiveDate,
    /// The rules.
    pub policy: &'static Policy,
    /// How much of the units in question is used, as it was assumed.
    pub utilization: Option<Share>,
}

impl Compared {
    /// Compares what can be done with the returns of `exchange`; `today` is the present UTC day.
    ///
    /// # Errors
    /// What is wrong with an assumption or a record.
    pub fn new(
        exchange: &Exchange,
        facts: &[Arc<Facts>],
        booked: &[Transaction],
        rates: &[ExchangeRate],
        assumed: &Assumptions,
        today: NaiveDate,
    ) -> Result<Self, Problem> {
        let assumed_use = share(decimal(&assumed.utilization)?)?;
        let utilization = assumed_use.or_else(|| measured(exchange, facts));
        let ledger = azure::booked_ledger(booked, today).map_err(|error| error.problem)?;
        let input = ComparisonInput {
            returns: exchange.returns(),
            utilization,
            saving: share(decimal(&assumed.saving)?)?,
            on: exchange.on(),
            policy: exchange.policy(),
            ledger: &ledger,
            usd_rate: usd_rate(exchange.currency(), rates, &assumed.usd_rate)?,
            fee_rate: None,
            purchases: exchange.purchases(),
            savings_plans: exchange.savings_plans(),
        };
        let comparison = compare(&input).map_err(|error| error.problem)?;
        Ok(Self { comparison, on: exchange.on(), policy: exchange.policy(), utilization })
    }
}

fn decimal(text: &str) -> Result<Option<Decimal>, Problem> {
    if text.trim().is_empty() { Ok(None) } else { parse_decimal(text.trim()).map(Some) }
}

fn share(percent: Option<Decimal>) -> Result<Option<Share>, Problem> {
    let share = percent.map(|percent| Share::from_percent("percent", percent.round_dp(2)));
    share.transpose().map_err(|error| error.problem)
}

fn usd_rate(
    currency: Currency,
    rates: &[ExchangeRate],
    own: &str,
) -> Result<Option<UsdRate>, Problem> {
    if currency == Currency::USD {
        return Ok(None);
    }
    let mut known = rates.iter();
    let known = known.find(|rate| rate.currency_code.eq_ignore_ascii_case(currency.code()));
    let rate = decimal(own)?.or(known.map(|rate| rate.usd_rate));
    rate.map(UsdRate::from_decimal).transpose()
}

/// Which part of the returned units was used over 30 days, on average over what they cost; `None` where a
/// record does not tell.
#[must_use]
pub fn measured(exchange: &Exchange, facts: &[Arc<Facts>]) -> Option<Share> {
    let percents: Option<Vec<_>> = facts.iter().map(|facts| measured_of(facts)).collect();
    utilization(exchange, &percents?)
}

fn measured_of(facts: &Facts) -> Option<Share> {
    let usage = facts.reservation().properties().utilization.as_ref()?;
    Share::from_percent("percent", usage.percent_over(30)?).ok()
}
