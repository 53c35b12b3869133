//! What can be wrong with an input, with the name of the field it stands in.
//!
//! A refusal is an expected outcome and lives in [`crate::Refusal`]; an [`InputError`] means that
//! there is nothing to calculate with.

use std::borrow::Cow;
use std::fmt;

use crate::savings_plan::SavingsPlanType;

/// An input that cannot be calculated with: which field, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputError {
    /// Path of the field as in the JSON request, for instance `reservation.unitPrice`.
    pub field: Cow<'static, str>,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with one field. The interface translates it; `Display` is the English text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A required field is absent.
    Missing,
    /// The text is not a plain decimal such as `1234.50`.
    NotADecimal,
    /// An amount, price or rate is below zero.
    Negative,
    /// A rate that must be above zero is zero.
    Zero,
    /// A number is above its documented maximum.
    TooLarge {
        /// The largest accepted value.
        max: &'static str,
    },
    /// A decimal has more digits after the point than are accepted.
    TooPrecise {
        /// The largest accepted number of digits after the point.
        digits: u32,
    },
    /// A whole number outside its documented range.
    OutOfRange {
        /// The smallest accepted value.
        min: u32,
        /// The largest accepted value.
        max: u32,
    },
    /// A currency code that ISO 4217 does not list.
    UnknownCurrency,
    /// Two amounts of one calculation are in different currencies.
    CurrencyMismatch,
    /// The text is not a calendar date `YYYY-MM-DD`.
    NotADate,
    /// A date before 2015-01-01 or after 2100-12-31.
    DateOutOfRange,
    /// The expiry date is not after the purchase date.
    ExpiryNotAfterPurchase,
    /// Not an ISO 8601 duration of whole months or years up to five years.
    UnknownTerm,
    /// Neither `Upfront` nor `Monthly`.
    UnknownBillingPlan,
    /// Neither `Compute` nor `Database`.
    UnknownSavingsPlanType,
    /// A term for which savings plans of this type are not sold.
    NotATermOfPlan(SavingsPlanType),
    /// No policy has this id.
    UnknownPolicy,
    /// More exchanged units than the reservation holds.
    MoreThanOwned,
    /// A list that must hold at least one entry is empty, or holds too many.
    WrongLength {
        /// The smallest accepted number of entries.
        min: usize,
        /// The largest accepted number of entries.
        max: usize,
    },
    /// Anything the JSON reader found: a wrong type, an unknown field, broken syntax.
    Json(String),
}

impl InputError {
    /// An error of the given field.
    pub fn new(field: impl Into<Cow<'static, str>>, problem: Problem) -> Self {
        Self { field: field.into(), problem }
    }

    /// The same error seen from outside: `quantity` within `reservation` is `reservation.quantity`.
    #[must_use]
    pub fn within(self, parent: &str) -> Self {
        Self { field: format!("{parent}.{}", self.field).into(), problem: self.problem }
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.problem)
    }
}

impl std::error::Error for InputError {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("is required"),
            Self::NotADecimal => f.write_str("must be a decimal such as 1234.50"),
            Self::Negative => f.write_str("must not be negative"),
            Self::Zero => f.write_str("must be greater than zero"),
            Self::TooLarge { max } => write!(f, "must be at most {max}"),
            Self::TooPrecise { digits } => {
                write!(f, "must have at most {digits} digits after the decimal point")
            }
            Self::OutOfRange { min, max } => write!(f, "must be between {min} and {max}"),
            Self::UnknownCurrency => f.write_str("must be a currency code of ISO 4217"),
            Self::CurrencyMismatch => f.write_str("must be in the currency of the other amounts"),
            Self::NotADate => f.write_str("must be a date written YYYY-MM-DD"),
            Self::DateOutOfRange => f.write_str("must be between 2015-01-01 and 2100-12-31"),
            Self::ExpiryNotAfterPurchase => f.write_str("must be after the purchase date"),
            Self::UnknownTerm => {
                f.write_str("must be a duration such as P1Y, P3Y, P5Y or P1M, at most five years")
            }
            Self::UnknownBillingPlan => f.write_str("must be Upfront or Monthly"),
            Self::UnknownSavingsPlanType => f.write_str("must be Compute or Database"),
            Self::NotATermOfPlan(SavingsPlanType::Compute) => f.write_str("must be P1Y or P3Y"),
            Self::NotATermOfPlan(SavingsPlanType::Database) => {
                f.write_str("must be P1Y for a database savings plan")
            }
            Self::UnknownPolicy => f.write_str("is not the id of a known policy"),
            Self::MoreThanOwned => f.write_str("must not be more than the reservation holds"),
            Self::WrongLength { min, max } => write!(f, "must have {min} to {max} entries"),
            Self::Json(message) => f.write_str(message),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_where_and_what() {
        let error = InputError::new("unitPrice", Problem::Negative).within("reservation");
        assert_eq!(error.to_string(), "reservation.unitPrice: must not be negative");
    }
}
