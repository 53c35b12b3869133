//! What comes back, and what is bought for it: the tasks about money as data.
//!
//! A form keeps what was typed and makes a case of it, a link carries it, the records and the price list say
//! what they have otherwise. The quote itself is the calculator's.
//!
//! Invariant: no amount is calculated here. Every amount came out of a quote of the calculator or out of a record.

pub mod bars;
mod behind;
pub mod carry_out;
pub mod chart;
pub mod comparison;
pub mod exchange;
mod facts;
pub mod figures;
pub mod letter;
pub mod moved;
pub mod quick;
pub mod refund;
mod remark;
mod shown;
pub mod typed;

pub use behind::{Number, rules_applied, rules_behind};
pub use facts::Facts;
pub use remark::{Origin, Remark};
pub use shown::{Quoted, Shown};
