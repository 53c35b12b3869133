//! The form as text, and the refund that it asks for.
//!
//! The form keeps what was typed, since half a number is not a number yet. [`FormText::case`] makes a
//! [`RefundCase`] of it or says which fields do not fit; nothing here knows the page.

use calculator::json::RefundCase;
use calculator::{FeeRate, Policy, Problem, UsdRate, in_years};
use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::facts::Facts;
use view_model::{InputProblem, decimal_with_sign};

/// What stands in the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormText {
    /// The UTC day of the return, ISO 8601.
    pub day: String,
    /// Units to return.
    pub units: String,
    /// Whether the reservation was used.
    pub is_used: bool,
    /// What one unit costs today for the whole term, in the billing currency; may stay empty.
    pub current_price: String,
    /// USD for one unit of the billing currency; may stay empty, then the limit is unknown.
    pub usd_rate: String,
    /// A fee rate in percent instead of the policy's; may stay empty.
    pub fee_percent: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The day of the return.
    Day,
    /// Units to return.
    Units,
    /// The current price of one unit.
    CurrentPrice,
    /// The USD rate.
    UsdRate,
    /// The what-if fee.
    FeePercent,
}

/// What is wrong with the text of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field.
    pub field: Field,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is no decimal, or one that can be read in two ways.
    Unreadable(InputProblem),
    /// The calculation does not accept its value.
    Value(Problem),
}

impl FormText {
    /// What the form starts with: everything, today, at the rate that the service knows.
    #[must_use]
    pub fn start(facts: &Facts, today: NaiveDate, sign: char) -> Self {
        Self {
            day: today.to_string(),
            units: facts.quantity().to_string(),
            is_used: facts.usage.is_used(),
            usd_rate: facts.rate.as_ref().map_or_else(String::new, |rate| {
                spelled(&rate.usd_rate.normalize().to_string(), sign)
            }),
            ..Self::default()
        }
    }

    /// The refund that the form asks for, under `policy`. `sign` separates whole and fraction in the
    /// reader's language.
    ///
    /// # Errors
    /// Every field that does not fit, in the order of the form.
    pub fn case(
        &self,
        facts: &Facts,
        policy: &'static Policy,
        sign: char,
    ) -> Result<RefundCase, Vec<FieldError>> {
        let on = day(&self.day);
        let units = units(&self.units, facts.quantity());
        let holding = decimal(&self.current_price, sign).and_then(|price| {
            let holding = facts.holding(self.is_used, price);
            holding.map_err(|error| Fault::Value(error.problem))
        });
        let usd_rate = decimal(&self.usd_rate, sign).and_then(usd_rate);
        let fee_rate = decimal(&self.fee_percent, sign).and_then(fee_rate);
        match (on, units, holding, usd_rate, fee_rate) {
            (Ok(on), Ok(units), Ok(holding), Ok(usd_rate), Ok(fee_rate)) => {
                let ledger = facts.ledger.clone();
                let usd_rate = usd_rate.filter(|_| facts.needs_rate());
                Ok(RefundCase { holding, units, on, policy, ledger, usd_rate, fee_rate })
            }
            (on, units, holding, usd_rate, fee_rate) => Err([
                (Field::Day, on.err()),
                (Field::Units, units.err()),
                (Field::CurrentPrice, holding.err()),
                (Field::UsdRate, usd_rate.err()),
                (Field::FeePercent, fee_rate.err()),
            ]
            .into_iter()
            .filter_map(|(field, fault)| Some(FieldError { field, fault: fault? }))
            .collect()),
        }
    }

    /// The same decimals for a reader in whose language `to` separates whole and fraction instead of
    /// `from`. Text that is no decimal stays as it was typed.
    #[must_use]
    pub fn respelled(&self, from: char, to: char) -> Self {
        let respell = |text: &String| match decimal_with_sign(text, from) {
            Ok(Some(value)) => spelled(&value.to_string(), to),
            Ok(None) | Err(_) => text.clone(),
        };
        Self {
            current_price: respell(&self.current_price),
            usd_rate: respell(&self.usd_rate),
            fee_percent: respell(&self.fee_percent),
            ..self.clone()
        }
    }
}

/// A plain decimal with the reader's sign.
pub(in crate::quote) fn spelled(plain: &str, sign: char) -> String {
    plain.replace('.', sign.encode_utf8(&mut [0; 4]))
}

/// The day in a field.
pub(in crate::quote) fn day(text: &str) -> Result<NaiveDate, Fault> {
    if text.is_empty() {
        return Err(Fault::Value(Problem::Missing));
    }
    let day = azure::parse_day(text).ok_or(Fault::Value(Problem::NotADate))?;
    in_years("on", day).map_err(|error| Fault::Value(error.problem))
}

/// Units from one to those owned: what the calculation would refuse is pointed out where it is typed.
pub(in crate::quote) fn units(text: &str, owned: u32) -> Result<u64, Fault> {
    let range = Problem::OutOfRange { min: 1, max: owned };
    match text.trim().parse() {
        Ok(units) if (1..=u64::from(owned)).contains(&units) => Ok(units),
        _ => Err(Fault::Value(range)),
    }
}

/// The decimal in a field; `None` for an empty one.
pub(in crate::quote) fn decimal(text: &str, sign: char) -> Result<Option<Decimal>, Fault> {
    decimal_with_sign(text, sign).map_err(Fault::Unreadable)
}

fn usd_rate(rate: Option<Decimal>) -> Result<Option<UsdRate>, Fault> {
    rate.map(UsdRate::from_decimal).transpose().map_err(Fault::Value)
}

/// A rate in percent as the fraction of the calculation, and its problems in percent again.
fn fee_rate(percent: Option<Decimal>) -> Result<Option<FeeRate>, Fault> {
    let rate = percent.map(|percent| {
        let scaled = Decimal::try_from_i128_with_scale(percent.mantissa(), percent.scale() + 2);
        FeeRate::from_decimal(scaled.map_err(|_| Problem::TooPrecise { digits: u32::MAX })?)
    });
    rate.transpose().map_err(|problem| {
        Fault::Value(match problem {
            Problem::TooLarge { .. } => Problem::TooLarge { max: "100" },
            Problem::TooPrecise { digits } => {
                Problem::TooPrecise { digits: digits.min(calculator::RATE_DIGITS_MAX) - 2 }
            }
            other => other,
        })
    })
}
