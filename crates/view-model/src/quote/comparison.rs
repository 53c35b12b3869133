//! A comparison of the terms on screen, and what it assumes beside them: how much is used, what a reserved hour
//! saves, and the rate. What is considered where nobody has chosen anything is in [`filled`].

pub mod filled;

use super::Facts;
use crate::ExchangeRate;
use azure::Transaction;
use calculator::comparison::{
    Comparison, ComparisonInput, UsedUnits, compare, ledger_after, utilization,
};
use calculator::exchange::{Exchange, Return};
use calculator::json::RefundCase;
use calculator::{Currency, Ledger, Policy, Problem, Share, UsdRate, assess, parse_decimal};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::sync::Arc;

/// Names of the parameters.
pub mod parameter {
    /// Percent of the units in question that are used.
    pub const USE: &str = "use";
    /// How many of the units in question are needed.
    pub const NEEDED: &str = "needed";
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
    /// How many of the units in question are needed, where they are of one reservation.
    pub needed: String,
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
            needed: value(parameter::NEEDED),
            saving: value(parameter::SAVING),
            usd_rate: value(parameter::USD_RATE),
        }
    }
}

/// A field of what is assumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Percent of the units in question that are used.
    Utilization,
    /// How many of them are needed.
    Needed,
    /// Percent that a reserved hour saves.
    Saving,
    /// USD for one unit of the billing currency.
    UsdRate,
}

/// What is wrong, and with which field; `None` where it is with a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The field.
    pub field: Option<Field>,
    /// What is wrong with it.
    pub problem: Problem,
}

impl Field {
    const fn wrong(self, problem: Problem) -> Wrong {
        Wrong { field: Some(self), problem }
    }
}

/// By what it is known how many units are not needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Utilization over 30 days.
    Measured,
    /// What somebody has typed.
    Assumed,
}

/// The units that are not needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unneeded {
    /// Of each line, in their order.
    pub units: Vec<u64>,
    /// By what that is known.
    pub basis: Basis,
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
    /// Which of them are not needed; `None` where nobody knows.
    pub unneeded: Option<Unneeded>,
    /// Past cancellations, which the refund cap was held against.
    pub ledger: Ledger,
    /// The rate by which it was.
    pub usd_rate: Option<UsdRate>,
}

/// What the answer depends on most, and nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// How many of so many units of one reservation are needed.
    Needed(u32),
    /// Which part is used: of several sizes nobody counts units.
    Use,
    /// What a reserved hour saves.
    Saving,
}

impl Question {
    /// The one that comes first: by what is `measured`, and not by what is typed, so that no field goes away under
    /// somebody's hands. Once it was said how many units are needed (`is_needed_typed`), be it by a link, that stays
    /// the question for as long as it counts, so that what counts can be seen and taken back.
    #[must_use]
    pub fn first(returns: &[Return], measured: Option<Share>, is_needed_typed: bool) -> Self {
        match (returns, measured) {
            ([line], _) if is_needed_typed => Self::needed(line),
            (_, Some(_)) => Self::Saving,
            ([line], None) if line.units > 1 => Self::needed(line),
            (_, None) => Self::Use,
        }
    }

    fn needed(line: &Return) -> Self {
        Self::Needed(u32::try_from(line.units).unwrap_or(u32::MAX))
    }
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
    ) -> Result<Self, Wrong> {
        let assumed_use = share(&assumed.utilization).map_err(|it| Field::Utilization.wrong(it))?;
        let saving = share(&assumed.saving).map_err(|it| Field::Saving.wrong(it))?;
        let usd_rate = usd_rate(exchange.currency(), rates, &assumed.usd_rate)
            .map_err(|it| Field::UsdRate.wrong(it))?;
        let needed = needed(exchange, &assumed.needed).map_err(|it| Field::Needed.wrong(it))?;
        let used = used_of(exchange, facts, assumed_use, needed, today);
        let unneeded = unneeded_of(exchange, used.as_ref(), needed);
        let used = used.map_or_else(Vec::new, |(units, _)| units);
        let utilization = assumed_use.or_else(|| utilization(exchange, &used));
        let record = |problem| Wrong { field: None, problem };
        let ledger = azure::booked_ledger(booked, today).map_err(|error| record(error.problem))?;
        let input = ComparisonInput {
            returns: exchange.returns(),
            used: &used,
            unneeded: unneeded.as_ref().map(|it| it.units.as_slice()).unwrap_or_default(),
            saving,
            on: exchange.on(),
            policy: exchange.policy(),
            ledger: &ledger,
            usd_rate,
            fee_rate: None,
            purchases: exchange.purchases(),
            savings_plans: exchange.savings_plans(),
        };
        let comparison = compare(&input).map_err(|error| record(error.problem))?;
        let (on, policy) = (exchange.on(), exchange.policy());
        Ok(Self { comparison, on, policy, utilization, unneeded, ledger, usd_rate })
    }

    /// The refund of so many units of one of the lines, as the page of a refund is asked for it.
    #[must_use]
    pub fn refund_of(&self, line: &Return, units: u64) -> RefundCase {
        RefundCase {
            holding: line.holding.clone(),
            units,
            on: self.on,
            policy: self.policy,
            ledger: self.ledger.clone(),
            usd_rate: self.usd_rate,
            fee_rate: None,
        }
    }

    /// The refunds that support is to be asked about, each with its place among `returns`: the first that is refused by
    /// itself, or else all up to the first that is refused because of those before it. None where none is refused.
    #[must_use]
    pub fn refused(&self, returns: &[Return]) -> Vec<(usize, RefundCase)> {
        let is_refused = |case: &RefundCase| assess(&case.input()).decision.refusal().is_some();
        let alone = || returns.iter().map(|line| self.refund_of(line, line.units)).enumerate();
        if let Some(one) = alone().find(|(_, case)| is_refused(case)) {
            return vec![one];
        }
        let mut ledger = self.ledger.clone();
        let mut together = Vec::new();
        for (place, case) in alone() {
            let case = RefundCase { ledger: ledger.clone(), ..case };
            let assessment = assess(&case.input());
            together.push((place, case));
            if assessment.decision.refusal().is_some() {
                return together;
            }
            // The comparison has booked the same before.
            let Ok(booked) = ledger_after(ledger, self.on, &assessment) else { break };
            ledger = booked;
        }
        Vec::new()
    }
}

fn decimal(text: &str) -> Result<Option<Decimal>, Problem> {
    if text.trim().is_empty() { Ok(None) } else { parse_decimal(text.trim()).map(Some) }
}

fn share(percent: &str) -> Result<Option<Share>, Problem> {
    let percent = decimal(percent)?.map(|percent| percent.round_dp(2));
    let share = percent.map(|percent| Share::from_percent("percent", percent));
    share.transpose().map_err(|error| error.problem)
}

/// How many of the units in question are needed, as it is typed; only of one reservation, since sizes differ.
fn needed(exchange: &Exchange, typed: &str) -> Result<Option<u64>, Problem> {
    let [line] = exchange.returns() else { return Ok(None) };
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let needed = typed.trim().parse().ok().filter(|needed| *needed <= line.units);
    let max = u32::try_from(line.units).unwrap_or(u32::MAX);
    needed.map(Some).ok_or(Problem::OutOfRange { min: 0, max })
}

/// How much of each line is used, and by what that is known; `None` where nobody knows.
fn used_of(
    exchange: &Exchange,
    facts: &[Arc<Facts>],
    assumed_use: Option<Share>,
    needed: Option<u64>,
    today: NaiveDate,
) -> Option<(Vec<UsedUnits>, Basis)> {
    if let Some(used) = assumed_use {
        // That much of the units in question themselves.
        let lines = exchange.returns().iter().map(|line| UsedUnits::of(line.units, used));
        return Some((lines.collect(), Basis::Assumed));
    }
    match needed {
        Some(needed) => Some((vec![UsedUnits::whole(needed)], Basis::Assumed)),
        None => Some((measured_units(exchange, facts, today)?, Basis::Measured)),
    }
}

fn unneeded_of(
    exchange: &Exchange,
    used: Option<&(Vec<UsedUnits>, Basis)>,
    needed: Option<u64>,
) -> Option<Unneeded> {
    let lines = exchange.returns().iter().map(|line| line.units);
    if let Some(needed) = needed {
        let units = lines.map(|units| units.saturating_sub(needed)).collect();
        return Some(Unneeded { units, basis: Basis::Assumed });
    }
    let (used, basis) = used?;
    let units = lines.zip(used).map(|(units, used)| used.unneeded(units)).collect();
    Some(Unneeded { units, basis: *basis })
}

fn usd_rate(
    currency: Currency,
    rates: &[ExchangeRate],
    own: &str,
) -> Result<Option<UsdRate>, Problem> {
    if currency == Currency::USD {
        return Ok(None);
    }
    let known = ExchangeRate::of(rates, currency.code());
    let rate = decimal(own)?.or(known.map(|rate| rate.usd_rate));
    rate.map(UsdRate::from_decimal).transpose()
}

/// Which part of the returned units was used over the 30 days before `today`, on average over what they cost;
/// `None` where a record does not tell.
#[must_use]
pub fn measured(exchange: &Exchange, facts: &[Arc<Facts>], today: NaiveDate) -> Option<Share> {
    utilization(exchange, &measured_units(exchange, facts, today)?)
}

fn measured_units(
    exchange: &Exchange,
    facts: &[Arc<Facts>],
    today: NaiveDate,
) -> Option<Vec<UsedUnits>> {
    let of_line = |(line, facts): (&Return, &Arc<Facts>)| {
        let percent = facts.reservation().properties().percent_over(30, today)?;
        let used = Share::from_percent("percent", percent).ok()?;
        Some(UsedUnits::of_some(line.holding.quantity(), line.units, used))
    };
    exchange.returns().iter().zip(facts).map(of_line).collect()
}
