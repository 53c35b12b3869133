//! What a record says, before anything is drawn: pure functions, so that each is tested on its own.
//!
//! Invariant: nothing here makes elements or asks for records.

pub mod amount;
pub mod days_left;
pub mod related;
pub mod schedule;
pub mod scope;
pub mod state;
pub mod usage;
