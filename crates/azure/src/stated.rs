//! Terms and billing plans: words that mean something to the calculator, kept as a record states them.

use calculator::{BillingPlan, Term};
use serde_json::Value;

use crate::wire::{Wire, WireError};

/// A word of a record, and what it means to the calculator; nothing where this version does not know it.
#[derive(Clone, Debug)]
pub struct Stated<T> {
    text: Box<str>,
    known: Option<T>,
}

/// How long something runs, as an ISO 8601 duration.
pub type StatedTerm = Stated<Term>;

/// How something is paid. Some real records do not say; savings plans write `P1M` for every month.
pub type StatedPlan = Stated<BillingPlan>;

/// What the calculator knows a word for.
pub trait Meaning: Copy + PartialEq {
    /// What a text means.
    fn of(text: &str) -> Option<Self>;

    /// The word as the API writes it.
    fn word(self) -> Box<str>;
}

impl Meaning for Term {
    fn of(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }

    fn word(self) -> Box<str> {
        self.to_string().into()
    }
}

impl Meaning for BillingPlan {
    fn of(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }

    fn word(self) -> Box<str> {
        self.as_str().into()
    }
}

impl<T: Meaning> Stated<T> {
    /// Any text is one; what it means is asked for.
    pub fn parse(text: &str) -> Self {
        Self { text: text.into(), known: T::of(text) }
    }

    /// What it means to the calculator.
    pub fn known(&self) -> Option<T> {
        self.known
    }

    /// The text as it was read.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<T: Meaning> From<T> for Stated<T> {
    fn from(known: T) -> Self {
        Self { text: known.word(), known: Some(known) }
    }
}

/// `P12M` is `P1Y`; what is not known is compared without case.
impl<T: Meaning> PartialEq for Stated<T> {
    fn eq(&self, other: &Self) -> bool {
        match (self.known, other.known) {
            (None, None) => self.text.eq_ignore_ascii_case(&other.text),
            (one, other) => one == other,
        }
    }
}

impl<T: Meaning> Wire for Stated<T> {
    fn read(value: Value) -> Result<Self, WireError> {
        String::read(value).map(|text| Self::parse(&text))
    }

    fn write(&self) -> Value {
        self.as_str().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{from_slice, to_string};

    #[test]
    fn a_word_means_the_same_as_to_the_calculator_and_is_written_as_it_was_read() {
        for (text, months) in
            [("P1Y", Some(12)), ("p12m", Some(12)), ("P1M", Some(1)), ("P7Y", None)]
        {
            let term: StatedTerm = from_slice(format!("\"{text}\"").as_bytes()).unwrap();
            assert_eq!(term.known().map(Term::months), months, "{text}");
            assert_eq!(to_string(&term), format!("\"{text}\""));
        }
        assert_eq!(StatedTerm::parse("P12M"), Term::ONE_YEAR.into());
        assert_eq!(StatedTerm::parse("P7Y"), StatedTerm::parse("p7y"));
        assert_ne!(StatedTerm::parse("P7Y"), StatedTerm::parse("P8Y"));
        assert_eq!(StatedPlan::parse("upfront").known(), Some(BillingPlan::Upfront));
        assert_eq!(StatedPlan::parse("P1M").known(), None, "it is the plan of a savings plan");
        assert_eq!(StatedPlan::from(BillingPlan::Monthly).as_str(), "Monthly");
    }
}
