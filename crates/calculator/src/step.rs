//! The steps of a quote: every number with the rule that it came from.

use std::fmt;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::formula::Formula;
use crate::money::{FeeRate, Money, Price, UsdRate};
use crate::policy::Source;
use crate::refusal::Refusal;
use crate::rule::Rule;
use crate::term::Term;

/// One step of a calculation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// The rule that was applied; it knows its text.
    pub rule: Rule,
    /// Where the rule comes from.
    pub source: Citation,
    /// The values that went in, by name.
    pub inputs: Vec<(Input, Value)>,
    /// The formula with the values put in.
    pub formula: Formula,
    /// How the result follows from the formula.
    pub relation: Relation,
    /// What came out.
    pub result: Value,
}

/// How the result of a step follows from its formula, so that both together are a true statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Relation {
    /// The formula is the result.
    Equals,
    /// The result is the formula, rounded as the rule says.
    Rounded,
    /// The formula is a condition that holds, and the result its consequence.
    Implies,
}

impl Relation {
    /// The sign between formula and result.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Equals => "=",
            Self::Rounded => "≈",
            Self::Implies => "⇒",
        }
    }

    /// Rounded, or equal where nothing had to be.
    pub(crate) const fn rounded(is_exact: bool) -> Self {
        if is_exact { Self::Equals } else { Self::Rounded }
    }
}

/// Where a rule comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Citation {
    /// The article of the policy that the quote was made under.
    Policy(Source),
    /// Azure documentation that holds whatever the policy.
    Documentation(Source),
    /// Recorded answers of the real API.
    Recorded,
    /// Ours, because the sources leave it open.
    Choice,
    /// Given by the caller.
    Given,
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Policy(source) | Self::Documentation(source) => {
                write!(f, "{}, {}", source.title, source.date)
            }
            Self::Recorded => {
                f.write_str("answers of the Azure API, recorded from September 2022 to March 2023")
            }
            Self::Choice => f.write_str("our choice, because the sources leave it open"),
            Self::Given => f.write_str("given in the request"),
        }
    }
}

/// Declares the names of values, with their spelling in the JSON interface.
macro_rules! inputs {
    ($($variant:ident $code:literal,)+) => {
        /// The name of a value that goes into a step.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        #[allow(missing_docs, reason = "each name is its own description")]
        pub enum Input {
            $($variant,)+
        }

        impl Input {
            /// The name in the JSON interface.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }
    };
}

inputs! {
    Units "units",
    UnitPrice "unitPrice",
    CurrentUnitPrice "currentUnitPrice",
    BasePrice "basePrice",
    Instalment "instalment",
    Instalments "instalments",
    InstalmentsDue "instalmentsDue",
    InstalmentsUnpaid "instalmentsUnpaid",
    PurchaseDate "purchaseDate",
    ExpiryDate "expiryDate",
    Day "day",
    ElapsedDays "elapsedDays",
    DaysInTerm "daysInTerm",
    CycleStart "cycleStart",
    CycleEnd "cycleEnd",
    DaysInCycle "daysInCycle",
    ElapsedInCycle "elapsedInCycle",
    Paid "paid",
    Consumed "consumed",
    Credit "credit",
    FeeRate "feeRate",
    Fee "fee",
    Refund "refund",
    CancelledInstalments "cancelledInstalments",
    CancelledCommitment "cancelledCommitment",
    UsdRate "usdRate",
    RefundUsd "refundUsd",
    CountsUsd "countsUsd",
    LimitUsd "limitUsd",
    UsedUsd "usedUsd",
    LeftUsd "leftUsd",
    Entries "entries",
    Payable "payable",
    LostUsd "lostUsd",
    Lines "lines",
    RefundsTotal "refundsTotal",
    PurchasesTotal "purchasesTotal",
    NetPayable "netPayable",
    HourlyCommitment "hourlyCommitment",
    Hours "hours",
    Due "due",
    Credited "credited",
}

/// A value of a step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// An amount in its currency.
    Money(Money),
    /// An exact price in its currency, possibly finer than the minor unit.
    Price(Price),
    /// A calendar day, UTC.
    Date(NaiveDate),
    /// A count of units, days or instalments.
    Count(i64),
    /// A fraction, such as a fee rate.
    Fraction(Decimal),
    /// USD for one unit of a currency.
    Rate(Decimal),
    /// How long something runs.
    Term(Term),
    /// A refusal.
    Refusal(Refusal),
}

impl From<Money> for Value {
    fn from(money: Money) -> Self {
        Self::Money(money)
    }
}

impl From<Price> for Value {
    fn from(price: Price) -> Self {
        Self::Price(price)
    }
}

impl From<NaiveDate> for Value {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}

impl From<i64> for Value {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Value {
    fn from(count: u32) -> Self {
        Self::Count(i64::from(count))
    }
}

impl From<FeeRate> for Value {
    fn from(rate: FeeRate) -> Self {
        Self::Fraction(rate.to_decimal())
    }
}

impl From<UsdRate> for Value {
    fn from(rate: UsdRate) -> Self {
        Self::Rate(rate.to_decimal())
    }
}

impl From<Term> for Value {
    fn from(term: Term) -> Self {
        Self::Term(term)
    }
}

impl From<Refusal> for Value {
    fn from(refusal: Refusal) -> Self {
        Self::Refusal(refusal)
    }
}

impl fmt::Display for Value {
    /// The plain text of the JSON interface; the interface formats values by its language.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Money(money) => money.fmt(f),
            Self::Price(price) => price.fmt(f),
            Self::Date(date) => date.fmt(f),
            Self::Count(count) => count.fmt(f),
            Self::Fraction(number) | Self::Rate(number) => number.fmt(f),
            Self::Term(term) => term.fmt(f),
            Self::Refusal(refusal) => refusal.fmt(f),
        }
    }
}
