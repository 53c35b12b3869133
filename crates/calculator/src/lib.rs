//! What comes back when an Azure reservation is returned on a given day, and why.
//!
//! The facts of a reservation enter as a [`HoldingInput`] and become a [`Holding`], which cannot
//! hold nonsense. [`refund()`] applies one version of the rules, a [`Policy`], and answers with a
//! [`RefundQuote`]: amounts, a [`Decision`], ways out, and the [`Step`]s that led there. A return
//! that is not possible is a refused quote, not an error. [`assess`] gives the amounts and the
//! decision alone, fast enough for charts and lists.
//!
//! Invariant: this crate has no I/O, no clock, no floating point and no randomness. The day and
//! the rates are arguments, so the same input gives the same quote anywhere and at any time.
//!
//! Invariant: no input makes it panic. What cannot be calculated with is an [`InputError`] that
//! names the field.

mod as_text;
mod assessment;
pub mod comparison;
mod currency;
mod deviation;
mod disagreement;
mod error;
pub mod exchange;
mod exchange_right;
mod explain;
mod flow;
mod formula;
mod holding;
pub mod json;
mod ledger;
mod limit;
mod money;
pub mod plan;
mod policy;
mod proration;
mod refund;
mod refusal;
mod resource;
mod rule;
mod savings_plan;
mod settlement;
mod share;
mod step;
mod stretches;
mod term;
mod timeline;
mod ways_out;

pub use assessment::{Amounts, Assessment, Decision, Lost, RefundInput, assess};
pub use currency::Currency;
pub use deviation::{Deviation, FEE_POINTS, PRICE_PERCENT, USD_RATE_PERCENT};
pub use disagreement::Disagreement;
pub use error::{InputError, Problem};
pub use flow::Flow;
pub use formula::{Formula, Part, Sign};
pub use holding::{BillingPlan, Holding, HoldingInput, QUANTITY_MAX, YEARS, in_years};
pub use ledger::{LIMIT_DAYS, Ledger, LedgerEntry};
pub use limit::{LimitUse, ReturnInUsd};
pub use money::{
    FeeRate, Money, PRICE_DIGITS_MAX, PRICE_MAX, Price, RATE_DIGITS_MAX, USD_RATE_MAX, UsdRate,
    parse_decimal,
};
pub use policy::{
    Counts, ExchangeRightEnds, ExchangeRules, Fee, FirstDays, Limit, NotSold, OverLimit, Policy,
    Source, TradeIn,
};
pub use proration::FIRST_DAYS;
pub use refund::{RefundQuote, Warning, refund};
pub use refusal::Refusal;
pub use resource::{Phase, ProvisioningState, ResourceType};
pub use rule::Rule;
pub use settlement::{Settlement, Unsettled};
pub use share::Share;
pub use step::{Citation, Input, Relation, Step, Value};
pub use term::{Cycle, TERM_MONTHS_MAX, Term};
pub use timeline::{Event, EventKind, Point, Timeline, timeline};
pub use ways_out::{LaterReturn, WaysOut, first_date, largest_quantity};
