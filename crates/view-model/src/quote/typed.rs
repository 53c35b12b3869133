//! What stands in the fields of a form, and what is wrong with it.

use crate::{InputProblem, decimal_with_sign};
use calculator::{Problem, in_years};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// What is wrong with the text of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError<F> {
    /// The field.
    pub field: F,
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

/// The faults among those of all fields, in their order.
pub(super) fn faults<F, const N: usize>(fields: [(F, Option<Fault>); N]) -> Vec<FieldError<F>> {
    let faults = fields.into_iter();
    faults.filter_map(|(field, fault)| Some(FieldError { field, fault: fault? })).collect()
}

/// The UTC day in a field.
///
/// # Errors
/// It is none, or none that is calculated with.
pub fn day(text: &str) -> Result<NaiveDate, Fault> {
    if text.is_empty() {
        return Err(Fault::Value(Problem::Missing));
    }
    let day = azure::parse_day(text).ok_or(Fault::Value(Problem::NotADate))?;
    in_years("on", day).map_err(|error| Fault::Value(error.problem))
}

/// Units from one to those owned: what the calculation would refuse is pointed out where it is typed.
///
/// # Errors
/// It is no such number.
pub fn units(text: &str, owned: u32) -> Result<u64, Fault> {
    let range = Problem::OutOfRange { min: 1, max: owned };
    match text.trim().parse() {
        Ok(units) if (1..=u64::from(owned)).contains(&units) => Ok(units),
        _ => Err(Fault::Value(range)),
    }
}

/// The decimal in a field; `None` for an empty one. `sign` separates whole and fraction in the reader's language.
///
/// # Errors
/// It is something else, or can be read in two ways.
pub fn decimal(text: &str, sign: char) -> Result<Option<Decimal>, Fault> {
    decimal_with_sign(text, sign).map_err(Fault::Unreadable)
}

/// A plain decimal with the reader's sign.
#[must_use]
pub fn spelled(plain: &str, sign: char) -> String {
    plain.replace('.', sign.encode_utf8(&mut [0; 4]))
}

/// A plain decimal with the reader's sign; what is no decimal stays as it is, where the form points it out.
pub(super) fn spelled_if_decimal(text: String, sign: char) -> String {
    match calculator::parse_decimal(&text) {
        Ok(_) => spelled(&text, sign),
        Err(_) => text,
    }
}

/// A decimal as typed, in plain notation; what is no decimal as it is.
pub(super) fn unspelled(text: &str, sign: char) -> String {
    match decimal_with_sign(text, sign) {
        Ok(Some(value)) => value.normalize().to_string(),
        Ok(None) | Err(_) => text.to_owned(),
    }
}

/// The same decimal for a reader in whose language `to` separates whole and fraction instead of `from`. Text
/// that is no decimal stays as it was typed.
pub(super) fn respell(text: &mut String, from: char, to: char) {
    if let Ok(Some(value)) = decimal_with_sign(text, from) {
        *text = spelled(&value.to_string(), to);
    }
}

/// Parameters as addresses take them.
#[must_use]
pub fn borrowed<'a>(parameters: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    parameters.iter().map(|(name, value)| (*name, value.as_str())).collect()
}
