//! An exchange together with its quote, and what the page shows while the form does not fit.

use calculator::exchange::{
    Exchange, ExchangeAssessment, ExchangeQuote, Return, assess_exchange, exchange,
};
use calculator::{Decision, InputError, Policy, Refusal};
use chrono::NaiveDate;
use std::sync::Arc;

use super::form::{Case, Field, FieldError};
use crate::quote::remark::Remark;

/// What was asked and what came of it; they belong together wherever they go.
#[derive(Clone, Debug)]
pub struct Quoted {
    /// What was asked.
    pub case: Case,
    /// What came of it.
    pub quote: ExchangeQuote,
    /// The same under the newest rules.
    pub newest: ExchangeAssessment,
    /// What must be said about the terms wherever the quote goes.
    pub remarks: Vec<Remark>,
}

/// What was asked, and how that came about, decides what comes of it.
impl PartialEq for Quoted {
    fn eq(&self, other: &Self) -> bool {
        self.case == other.case && self.remarks == other.remarks
    }
}

impl Eq for Quoted {}

impl Quoted {
    /// The quote of a case.
    #[must_use]
    pub fn new(case: Case) -> Self {
        let quote = exchange(&case.exchange);
        let newest = again(&case.exchange, case.exchange.on(), Policy::newest())
            .expect("the lists and the day are those of an exchange");
        Self { newest: assess_exchange(&newest), case, quote, remarks: Vec::new() }
    }

    /// The same with what must be said about its terms.
    #[must_use]
    pub fn with_remarks(self, remarks: Vec<Remark>) -> Self {
        Self { remarks, ..self }
    }

    /// Whether nothing is bought yet. Then every exchange is refused, which says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.case.exchange.purchases().is_empty() && self.case.exchange.savings_plans().is_empty()
    }
}

/// The same exchange on another day or under another policy.
fn again(of: &Exchange, on: NaiveDate, policy: &'static Policy) -> Result<Exchange, InputError> {
    let (returns, purchases) = (of.returns().to_vec(), of.purchases().to_vec());
    Exchange::new(returns, purchases, of.savings_plans().to_vec(), on, policy)
}

/// Why the units of one line cannot be exchanged for anything; `None` when they can.
#[must_use]
pub fn line_refusal(line: &Return, on: NaiveDate, policy: &'static Policy) -> Option<Refusal> {
    let alone = Exchange::new(vec![line.clone()], Vec::new(), Vec::new(), on, policy).ok()?;
    match assess_exchange(&alone).decision {
        // What comes later in the order is about what is bought.
        Decision::Refused(refusal) if refusal < Refusal::DissimilarProducts => Some(refusal),
        _ => None,
    }
}

/// The first day after that of an exchange on which the same exchange is possible, while every return still
/// runs; `None` when there is none. Returned values fall as time passes, and purchases keep theirs.
#[must_use]
pub fn first_day(of: &Exchange) -> Option<NaiveDate> {
    let last = of.returns().iter().map(|line| line.holding.expiry_date()).min()?;
    of.on().iter_days().skip(1).take_while(|day| *day < last).find(|day| {
        let later = again(of, *day, of.policy());
        later.is_ok_and(|later| assess_exchange(&later).decision == Decision::Allowed)
    })
}

/// The last quote that could be made, and why it is not that of the form.
///
/// Invariant: a quote that is not the form's is never shown as if it were: `is_current` tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The last quote that could be made.
    pub quoted: Option<Arc<Quoted>>,
    /// What is wrong with the form.
    pub errors: Vec<FieldError>,
    /// Whether records that the form needs are still missing.
    pub is_waiting: bool,
}

impl Shown {
    /// What follows `before` when the form gives `quoted`; `None` while records are missing.
    #[must_use]
    pub fn next(before: Option<&Self>, quoted: Option<Result<Quoted, Vec<FieldError>>>) -> Self {
        let old = || before.and_then(|shown| shown.quoted.clone());
        match quoted {
            Some(Ok(quoted)) => Self { quoted: Some(Arc::new(quoted)), ..Self::default() },
            Some(Err(errors)) => Self { quoted: old(), errors, is_waiting: false },
            None => Self { quoted: old(), errors: Vec::new(), is_waiting: true },
        }
    }

    /// Whether the quote is that of the form as it stands.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.errors.is_empty() && !self.is_waiting
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn error(&self, field: Field) -> Option<&FieldError> {
        self.errors.iter().find(|error| error.field == field)
    }
}
