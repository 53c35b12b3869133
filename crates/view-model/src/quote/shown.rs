//! A refund case together with its quote, and what the page shows while the form does not fit.

use calculator::json::RefundCase;
use calculator::{RefundInput, RefundQuote, Timeline, refund, timeline};
use chrono::NaiveDate;
use std::sync::Arc;

use super::form::{Field, FieldError};
use crate::quote::remark::Remark;

/// What was asked and what came of it; they belong together wherever they go.
#[derive(Clone, Debug)]
pub struct Quoted {
    /// What was asked.
    pub case: RefundCase,
    /// What came of it.
    pub quote: RefundQuote,
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
    pub fn new(case: RefundCase) -> Self {
        let quote = refund(&case.input());
        Self { case, quote, remarks: Vec::new() }
    }

    /// The same with what must be said about its terms.
    #[must_use]
    pub fn with_remarks(self, remarks: Vec<Remark>) -> Self {
        Self { remarks, ..self }
    }

    /// The same return on every day from `first` on.
    #[must_use]
    pub fn timeline(&self, first: NaiveDate) -> Timeline {
        timeline(&RefundInput { on: first, ..self.case.input() })
    }

    /// Whether the two ask for the same but for the day.
    #[must_use]
    pub fn differs_by_day_only(&self, other: &Self) -> bool {
        let day = self.case.on;
        RefundCase { on: day, ..other.case.clone() } == self.case
    }
}

/// The last quote that could be made, and why it is not that of the form.
///
/// Invariant: a quote that is not the form's is never shown as if it were: `is_current` tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The last quote that could be made.
    pub quoted: Option<Arc<Quoted>>,
    /// What is wrong with the form; empty when the quote is the form's.
    pub errors: Vec<FieldError>,
}

impl Shown {
    /// What follows `before` when the form gives `quoted`.
    #[must_use]
    pub fn next(before: Option<&Self>, quoted: Result<Quoted, Vec<FieldError>>) -> Self {
        match quoted {
            Ok(quoted) => Self { quoted: Some(Arc::new(quoted)), errors: Vec::new() },
            Err(errors) => {
                let quoted = before.and_then(|shown| shown.quoted.clone());
                Self { quoted, errors }
            }
        }
    }

    /// Whether the quote is that of the form as it stands.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.errors.is_empty()
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn error(&self, field: Field) -> Option<&FieldError> {
        self.errors.iter().find(|error| error.field == field)
    }
}
