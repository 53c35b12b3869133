//! The refund cap: what counts toward it for one customer, and what to return when under it.
//!
//! What it comes to is data ([`view_model::cap`]); the page draws it and takes entries by hand.

mod calendar;
mod chart;
mod entries;
mod page;
mod plan;
mod plan_answer;

pub use page::CustomerCap;
pub use plan::CustomerPlan;
