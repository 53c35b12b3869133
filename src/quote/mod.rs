//! The tasks of a reservation that are about money: what comes back, on which day, and why.
//!
//! Invariant: no amount is calculated here. Every amount on screen came out of a quote of the
//! calculator or out of a record.

mod agreed;
mod answer;
pub(crate) mod book;
mod carry_out;
pub mod chart;
pub(crate) mod commands;
pub mod comparison;
pub mod exchange;
mod form;
mod keep;
mod kept;
pub mod letter;
mod quick;
pub mod refund;
pub mod remark;
mod take_along;

pub(crate) use agreed::agreed_in_words;
pub(crate) use answer::steps_after;
pub use comparison::Comparison;
pub use exchange::Exchange;
pub use letter::{ExchangeLetter, RefundLetter};
pub use quick::QuickQuote;
pub use refund::Refund;
pub(crate) use take_along::exported;
