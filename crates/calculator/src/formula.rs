//! The formula of a step: values and signs, so that everybody can write it in their language and work it out.

use std::fmt;

use crate::step::Value;

/// A formula with the values put in, from left to right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Formula(Vec<Part>);

/// A value or a sign of a formula.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// A value.
    Value(Value),
    /// A sign.
    Sign(Sign),
}

/// What stands between the values of a formula.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    /// The sum of both sides.
    Plus,
    /// The left side less the right one.
    Minus,
    /// The product of both sides.
    Times,
    /// The left side divided by the right one.
    Over,
    /// Holds where the left side is at most the right one.
    AtMost,
    /// Holds where the left side is more than the right one.
    MoreThan,
    /// Begins a part that is worked out first.
    Open,
    /// Begins two parts of which the smaller counts.
    MinOf,
    /// Begins two parts of which the larger counts.
    MaxOf,
    /// Stands between the two parts.
    Comma,
    /// Ends what was begun.
    Close,
}

impl Formula {
    /// Its values and signs.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// The formula as text, each value as `write` writes it.
    pub fn written(&self, write: impl Fn(&Value) -> String) -> String {
        let of_part = |part: &Part| match part {
            Part::Value(value) => write(value),
            Part::Sign(sign) => sign.text().to_owned(),
        };
        self.0.iter().map(of_part).collect()
    }
}

impl<const N: usize> From<[Part; N]> for Formula {
    fn from(parts: [Part; N]) -> Self {
        Self(parts.into())
    }
}

impl From<Vec<Part>> for Formula {
    fn from(parts: Vec<Part>) -> Self {
        Self(parts)
    }
}

impl Sign {
    /// The sign with the spaces around it.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Plus => " + ",
            Self::Minus => " − ",
            Self::Times => " × ",
            Self::Over => " ÷ ",
            Self::AtMost => " ≤ ",
            Self::MoreThan => " > ",
            Self::Open => "(",
            Self::MinOf => "min(",
            Self::MaxOf => "max(",
            Self::Comma => ", ",
            Self::Close => ")",
        }
    }
}

impl fmt::Display for Formula {
    /// The plain text of the JSON interface.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|part| match part {
            Part::Value(value) => value.fmt(f),
            Part::Sign(sign) => f.write_str(sign.text()),
        })
    }
}

/// Writes a formula: the first value, then each sign and, but for what ends a part, what follows it.
macro_rules! formula {
    (@part $sign:ident) => { $crate::formula::Part::Sign($crate::formula::Sign::$sign) };
    (@part ($value:expr)) => { $crate::formula::Part::Value($value.into()) };
    ($($part:tt)+) => { $crate::formula::Formula::from([$(formula!(@part $part)),+]) };
}
pub(crate) use formula;
