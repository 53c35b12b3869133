//! A case together with its quote, and what a page shows while the form does not fit.

use super::remark::Remark;
use super::typed::FieldError;
use std::sync::Arc;

/// What was asked and what came of it; they belong together wherever they go.
#[derive(Clone, Debug)]
pub struct Quoted<C, Q> {
    /// What was asked.
    pub case: C,
    /// What came of it.
    pub quote: Q,
    /// What must be said about the terms wherever the quote goes.
    pub remarks: Vec<Remark>,
}

/// What was asked, and how that came about, decides what comes of it.
impl<C: PartialEq, Q> PartialEq for Quoted<C, Q> {
    fn eq(&self, other: &Self) -> bool {
        self.case == other.case && self.remarks == other.remarks
    }
}

impl<C: Eq, Q> Eq for Quoted<C, Q> {}

impl<C, Q> Quoted<C, Q> {
    /// The same with what must be said about its terms.
    #[must_use]
    pub fn with_remarks(self, remarks: Vec<Remark>) -> Self {
        Self { remarks, ..self }
    }
}

/// The last quote that could be made, and why it is not that of the form.
///
/// Invariant: a quote that is not the form's is never shown as if it were: `is_current` tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<Q, F> {
    /// The last quote that could be made.
    pub quoted: Option<Arc<Q>>,
    /// What is wrong with the form.
    pub errors: Vec<FieldError<F>>,
    /// Whether records that the form needs are still missing.
    pub is_waiting: bool,
}

impl<Q, F: PartialEq> Shown<Q, F> {
    /// What follows `before` when the form gives `quoted`; `None` while records are missing.
    #[must_use]
    pub fn next(before: Option<&Self>, quoted: Option<Result<Q, Vec<FieldError<F>>>>) -> Self {
        let old = || before.and_then(|shown| shown.quoted.clone());
        let (quoted, errors, is_waiting) = match quoted {
            Some(Ok(quoted)) => (Some(Arc::new(quoted)), Vec::new(), false),
            Some(Err(errors)) => (old(), errors, false),
            None => (old(), Vec::new(), true),
        };
        Self { quoted, errors, is_waiting }
    }

    /// Whether the quote, if there is one, is that of the form as it stands.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.errors.is_empty() && !self.is_waiting
    }

    /// The quote of the form as it stands.
    #[must_use]
    pub fn current(&self) -> Option<&Arc<Q>> {
        self.quoted.as_ref().filter(|_| self.is_current())
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn error(&self, field: F) -> Option<&FieldError<F>> {
        self.errors.iter().find(|error| error.field == field)
    }
}
